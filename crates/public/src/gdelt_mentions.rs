//! GDELT 2.0 mention files: one row a report that tells of an event.
//!
//! Tab-separated, no header, 14 to 16 columns (the last two are empty for reports in English, and some tools drop them). Source: *The GDELT
//! Event Database Data Format Codebook* 2.0 (2015). To count the mentions of an event, count its rows.

use std::io::BufRead;

use crate::date;
use crate::error::Error;
use crate::ledger::{Ledger, Outcome};
use crate::lines;
use crate::row::MentionRow;
use crate::tabs::{self, Fields};
use crate::tally::Tally;

const NO_ID: &str = "event id is no number";
const NO_TIME: &str = "event time or mention time is none (YYYYMMDDHHMMSS)";
/// How many columns a mention has.
const COLUMNS: std::ops::RangeInclusive<usize> = 14..=16;
const WRONG_COUNT: &str = "not as many columns as a GDELT mention has (14 to 16)";

/// Whether a file that begins so holds mentions: its first line that says something has as many columns as a mention. Event files have more.
///
/// # Examples
/// ```
/// let mention = "1100000001\t20220106101500\t20220107000000\t1\texample.org\thttps://example.org/b\t3\t-1\t4\t9\t1\t40\t5402\t-0.5\t\t\n";
/// assert!(mizan_public::gdelt_mentions::begin(mention.as_bytes()));
/// ```
pub fn begin(head: &[u8]) -> bool {
    lines::first(head).is_some_and(|line| COLUMNS.contains(&line.split('\t').count()))
}

/// Read a mention file, or a part of one that was [cut](crate::cut). A line with `GLOBALEVENTID` in front is the header some tools write.
///
/// # Errors
/// [`Error::Read`] when the bytes stop coming.
pub fn read(input: impl BufRead, mut sink: impl FnMut(&MentionRow<'_>)) -> Result<Tally, Error> {
    tabs::read(input, Ledger::default(), |ledger, line, fields| match row(ledger, line, &fields) {
        Ok(row) => {
            sink(&row);
            Outcome::Given(1)
        }
        Err(_) if fields.get(0).eq_ignore_ascii_case("globaleventid") => Outcome::Header,
        Err(reason) => Outcome::Skip(reason),
    })
}

fn row<'a>(ledger: &mut Ledger, line: u64, fields: &Fields<'a>) -> Result<MentionRow<'a>, &'static str> {
    if !COLUMNS.contains(&fields.count()) {
        return Err(WRONG_COUNT);
    }
    let event = fields.get(0);
    if event.is_empty() || !event.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NO_ID);
    }
    let first = date::compact_time(fields.get(1)).ok_or(NO_TIME)?;
    let seen = date::compact_time(fields.get(2)).ok_or(NO_TIME)?;
    Ok(MentionRow {
        line,
        event,
        first,
        seen,
        kind: ledger.count(fields.get(3), "mention type is no number", line),
        outlet: fields.get(4),
        url: fields.get(5),
        sentence: ledger.count(fields.get(6), "sentence is no number", line),
        confidence: ledger.count(fields.get(11), "confidence is no number", line),
        length: ledger.count(fields.get(12), "document length is no count", line),
        tone: ledger.number(fields.get(13), "tone is no number", line),
        translation: fields.get(14),
    })
}
