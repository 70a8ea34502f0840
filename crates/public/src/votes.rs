//! Roll calls of the United Nations General Assembly, wide or long; one row a state's vote.
//!
//! - Wide: `Date`, `Resolution`, and a column for each state under its English name, with `Y`, `N`, `A` (abstained) or `X` (did not vote).
//!   An empty cell is a state that was no member. Several columns of one state (its names through time) are one.
//! - Long: `rcid`, a country (`country_code` alpha-2, `ccode` Correlates of War number, or `country` name) and `vote`, 1 yes, 2 abstained,
//!   3 no, 8 absent, 9 no member, or in words. Roll calls get their date from a column `date` or `year`, or from a table of [`Calls`].
//!
//! A row's indicator is `vote`; its word (`yes`, `no`, `abstain`, `absent`) stands in `text`, with no value; its key is the resolution, or
//! the roll call's number where no resolution is known.

mod calls;
mod long;
mod wide;

use std::io::BufRead;

use jiff::civil::Date;

use crate::error::Error;
use crate::header::Header;
use crate::ledger::Outcome;
use crate::row::IndicatorRow;
use crate::table;
use crate::tally::Tally;

pub use calls::Calls;

const FORMAT: &str = "a table of roll calls";
const NO_PERIOD: &str = "date is no day or year";

/// Read roll calls, wide or long, that carry their own dates.
///
/// # Errors [`Error::Empty`], [`Error::MissingColumns`], [`Error::ColumnTwice`] when the header is of neither form; [`Error::Read`] when
/// the bytes stop coming.
pub fn read(input: impl BufRead, sink: impl FnMut(&IndicatorRow<'_>)) -> Result<Tally, Error> {
    read_with(input, &Calls::default(), sink)
}

/// Read roll calls whose dates and resolutions stand in a table of their own.
///
/// # Errors
/// As [`read`].
pub fn read_with(input: impl BufRead, calls: &Calls, mut sink: impl FnMut(&IndicatorRow<'_>)) -> Result<Tally, Error> {
    table::read(
        input,
        FORMAT,
        |header| form(header, calls),
        |ledger, line, cells, form| {
            let outcome = match form {
                Form::Wide(columns) => wide::row(ledger, line, cells, columns, &mut sink),
                Form::Long(columns) => long::row(ledger, line, cells, (columns, calls), &mut sink),
            };
            outcome.map_or_else(Outcome::Skip, Outcome::Given)
        },
    )
}

enum Form {
    Wide(wide::Columns),
    Long(long::Columns),
}

fn form(header: &mut Header, calls: &Calls) -> Form {
    match header.find(&["vote"]) {
        Some(vote) => Form::Long(long::columns(header, vote, calls)),
        None => Form::Wide(wide::columns(header)),
    }
}

/// A vote that was cast on a roll call, as a row.
fn row<'a>(
    line: u64,
    reporter: &'a str,
    key: &'a str,
    version: &'a str,
    (start, end): (Date, Date),
    text: &'static str,
) -> IndicatorRow<'a> {
    IndicatorRow {
        line,
        dataset: "unga-votes",
        version,
        indicator: "vote",
        reporter,
        partner: None,
        key,
        start,
        end,
        value: None,
        text,
        unit: "",
        flag: "",
    }
}
