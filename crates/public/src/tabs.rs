//! Lines cut at tabs. Quotes are ordinary characters there.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::BufRead;

use crate::error::Error;
use crate::header::Header;
use crate::ledger::{Ledger, NOT_UTF8, Outcome};
use crate::lines::{self, TOO_LONG};
use crate::row::EventRow;
use crate::tally::Tally;

/// The cells of one line.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a> {
    /// The whole line.
    pub(crate) text: &'a str,
    ends: &'a [usize],
}

impl<'a> Fields<'a> {
    /// How many cells there are.
    pub(crate) fn count(&self) -> usize {
        self.ends.len()
    }

    /// A cell; empty where there is none.
    pub(crate) fn get(&self, at: usize) -> &'a str {
        let Some(&end) = self.ends.get(at) else { return "" };
        let start = if at == 0 { 0 } else { self.ends[at - 1] + 1 };
        &self.text[start..end]
    }

    /// A cell, empty also where it says in words that it is.
    pub(crate) fn said(&self, at: usize) -> &'a str {
        let cell = self.get(at).trim();
        if matches!(cell, "NA" | "NULL" | "None" | "nan") { "" } else { cell }
    }
}

/// Hand the cells of each line that is not empty to `row`, and keep the account.
pub(crate) fn read(
    input: impl BufRead,
    mut ledger: Ledger,
    mut row: impl FnMut(&mut Ledger, u64, Fields<'_>) -> Outcome,
) -> Result<Tally, Error> {
    let mut ends = Vec::with_capacity(64);
    let lines = lines::each(input, |line| {
        let Some(text) = &line.text else {
            ledger.enter(Outcome::Skip(TOO_LONG), line.number, "");
            return Ok(());
        };
        if text.trim_ascii().is_empty() {
            return Ok(());
        }
        split(text, &mut ends);
        let outcome = row(&mut ledger, line.number, Fields { text, ends: &ends });
        if matches!((&outcome, text), (Outcome::Given(_), Cow::Owned(_))) {
            ledger.flaw(NOT_UTF8, line.number, text);
        }
        ledger.enter(outcome, line.number, text);
        Ok(())
    })?;
    Ok(ledger.close(lines))
}

/// Where each cell of a line ends.
///
/// Eight bytes at a time: a tab stands every seven bytes or so in these files, and starting a search anew at each (`memchr`) took a third
/// of the whole reading time.
fn split(text: &str, ends: &mut Vec<usize>) {
    ends.clear();
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    for (word, start) in words.iter().zip((0..).step_by(8)) {
        let mut tabs = tabs_in(u64::from_le_bytes(*word));
        while tabs != 0 {
            ends.push(start + (tabs.trailing_zeros() / 8) as usize);
            tabs &= tabs - 1;
        }
    }
    let start = text.len() - rest.len();
    ends.extend(rest.iter().zip(start..).filter(|(byte, _)| **byte == b'\t').map(|(_, at)| at));
    ends.push(text.len());
}

/// The high bit of each byte that is a tab.
fn tabs_in(word: u64) -> u64 {
    const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;
    let zero_where_tab = word ^ 0x0909_0909_0909_0909;
    !(((zero_where_tab & LOW) + LOW) | zero_where_tab | LOW)
}

/// An event file's way from cells to rows.
pub(crate) trait Shape {
    /// The event on a line, or why there is none.
    fn row<'a>(&self, ledger: &mut Ledger, line: u64, fields: &Fields<'a>) -> Result<EventRow<'a>, &'static str>;

    /// Whether a line that is no event is the header.
    fn is_header(&self, fields: &Fields<'_>) -> bool;
}

/// Read events of a shape.
pub(crate) fn events(shape: &impl Shape, input: impl BufRead, ledger: Ledger, mut sink: impl FnMut(&EventRow<'_>)) -> Result<Tally, Error> {
    read(input, ledger, |ledger, line, fields| match shape.row(ledger, line, &fields) {
        Ok(row) => {
            sink(&row);
            Outcome::Given(1)
        }
        Err(_) if shape.is_header(&fields) => Outcome::Header,
        Err(reason) => Outcome::Skip(reason),
    })
}

/// The first line of a file whose columns are found by name.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    line: String,
    count: usize,
    absent: BTreeSet<&'static str>,
}

impl Head {
    /// The header in the first line that is not empty, and the columns found in it.
    pub(crate) fn find<C>(bytes: &[u8], format: &'static str, columns: impl FnOnce(&mut Header) -> C) -> Result<(Head, C), Error> {
        let line = lines::first(bytes).ok_or(Error::Empty { format })?.into_owned();
        let mut header = Header::new(format, line.split('\t'));
        let columns = columns(&mut header);
        let count = header.names().len();
        Ok((Head { line, count, absent: header.done()? }, columns))
    }

    /// An account that knows which columns are not there.
    pub(crate) fn ledger(&self) -> Ledger {
        let mut ledger = Ledger::default();
        ledger.tally.absent.clone_from(&self.absent);
        ledger
    }

    pub(crate) fn is(&self, fields: &Fields<'_>) -> bool {
        fields.text == self.line
    }

    pub(crate) fn check(&self, fields: &Fields<'_>) -> Result<(), &'static str> {
        if fields.count() == self.count { Ok(()) } else { Err("not as many columns as line 1 names") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn cells_are_what_stands_between_tabs(text in "[\t\u{8}\u{A}aя€\u{89}]{0,60}") {
            let mut ends = Vec::new();
            split(&text, &mut ends);
            let fields = Fields { text: &text, ends: &ends };
            let cells: Vec<&str> = (0..fields.count()).map(|at| fields.get(at)).collect();
            prop_assert_eq!(cells, text.split('\t').collect::<Vec<_>>());
            prop_assert_eq!(fields.get(fields.count()), "");
        }
    }
}
