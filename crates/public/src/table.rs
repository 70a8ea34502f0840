//! CSV: a header, then records of cells; quotes around cells, with commas, line breaks and doubled quotes inside.

mod cells;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::BufRead;

pub(crate) use cells::Cells;

use crate::error::Error;
use crate::header::Header;
use crate::ledger::{Ledger, NOT_UTF8, Outcome};
use crate::lines::{self, Line, TOO_LONG};
use crate::row::IndicatorRow;
use crate::tally::Tally;

/// A quote that does not end within [`LONGEST_RECORD`] lines is taken for a slip: its line is left out, and the next lines are read on
/// their own. A stray quote would otherwise swallow the rest of the file.
const NOT_CLOSED: &str = "a quote is opened and not closed";
const LONGEST_RECORD: usize = 16;
const TOO_FEW: &str = "fewer cells than line 1 has names";
const TOO_MANY: &str = "more cells than line 1 has names";

/// Read a table: `columns` finds what it needs in the header, `row` is given each record with as many cells as the header has names.
///
/// The delimiter is the one of comma, semicolon and tab that the header has most of.
pub(crate) fn read<C>(
    input: impl BufRead,
    format: &'static str,
    columns: impl FnMut(&mut Header) -> C,
    row: impl FnMut(&mut Ledger, u64, &Cells, &C) -> Outcome,
) -> Result<Tally, Error> {
    let mut run = Run { format, columns, row, found: None, cells: Cells::default(), pending: Vec::new(), ledger: Ledger::default() };
    let lines = lines::each(input, |line| run.line(line))?;
    while !run.pending.is_empty() {
        run.give_up()?;
    }
    match run.found {
        None => Err(Error::Empty { format }),
        Some(_) => Ok(run.ledger.close(lines)),
    }
}

/// Read a table of which each record is one figure, or is left out with a reason.
pub(crate) fn rows<C>(
    input: impl BufRead,
    format: &'static str,
    columns: impl FnMut(&mut Header) -> C,
    mut row: impl for<'a> FnMut(&mut Ledger, u64, &'a Cells, &C) -> Result<IndicatorRow<'a>, &'static str>,
    mut sink: impl FnMut(&IndicatorRow<'_>),
) -> Result<Tally, Error> {
    read(input, format, columns, |ledger, line, cells, columns| match row(ledger, line, cells, columns) {
        Ok(row) => {
            sink(&row);
            Outcome::Given(1)
        }
        Err(reason) => Outcome::Skip(reason),
    })
}

struct Found<C> {
    columns: C,
    width: usize,
    delimiter: u8,
}

struct Run<C, H, R> {
    format: &'static str,
    columns: H,
    row: R,
    found: Option<Found<C>>,
    cells: Cells,
    /// Lines of a record whose quote is still open.
    pending: Vec<(u64, String)>,
    ledger: Ledger,
}

impl<C, H: FnMut(&mut Header) -> C, R: FnMut(&mut Ledger, u64, &Cells, &C) -> Outcome> Run<C, H, R> {
    fn line(&mut self, line: Line<'_>) -> Result<(), Error> {
        let Some(text) = line.text else {
            self.ledger.enter(Outcome::Skip(TOO_LONG), line.number, "");
            return Ok(());
        };
        let repaired = matches!(text, Cow::Owned(_));
        self.text(line.number, &text)?;
        if repaired {
            self.ledger.flaw(NOT_UTF8, line.number, &text);
        }
        Ok(())
    }

    fn text(&mut self, number: u64, text: &str) -> Result<(), Error> {
        if self.pending.is_empty() {
            if text.trim().is_empty() {
                return Ok(());
            }
            self.cells.clear();
        }
        let delimiter = self.found.as_ref().map_or_else(|| delimiter(text), |found| found.delimiter);
        self.cells.line(text, delimiter);
        if !self.cells.open() {
            let pending = std::mem::take(&mut self.pending);
            let (number, text) = pending.first().map_or((number, text), |(number, text)| (*number, text.as_str()));
            return self.record(number, text, delimiter);
        }
        self.pending.push((number, text.to_owned()));
        if self.pending.len() >= LONGEST_RECORD { self.give_up() } else { Ok(()) }
    }

    /// Leave out the line whose quote stays open, and read those behind it again.
    fn give_up(&mut self) -> Result<(), Error> {
        let pending = std::mem::take(&mut self.pending);
        let mut lines = pending.iter();
        if let Some((number, text)) = lines.next() {
            if self.found.is_none() {
                self.ledger.tally.absent = self.header(delimiter(text))?;
            } else {
                self.ledger.enter(Outcome::Skip(NOT_CLOSED), *number, text);
            }
        }
        lines.try_for_each(|(number, text)| self.text(*number, text))
    }

    fn record(&mut self, number: u64, text: &str, delimiter: u8) -> Result<(), Error> {
        let Some(found) = &self.found else {
            self.ledger.tally.absent = self.header(delimiter)?;
            return Ok(());
        };
        let extra = (found.width..self.cells.count()).any(|at| !self.cells.get(at).is_empty());
        let outcome = match self.cells.count() {
            count if count < found.width => Outcome::Skip(TOO_FEW),
            _ if extra => Outcome::Skip(TOO_MANY),
            _ => (self.row)(&mut self.ledger, number, &self.cells, &found.columns),
        };
        self.ledger.enter(outcome, number, text);
        Ok(())
    }

    fn header(&mut self, delimiter: u8) -> Result<BTreeSet<&'static str>, Error> {
        let width = self.cells.count();
        let mut header = Header::new(self.format, (0..width).map(|at| self.cells.get(at)));
        let columns = (self.columns)(&mut header);
        let absent = header.done()?;
        self.found = Some(Found { columns, width, delimiter });
        Ok(absent)
    }
}

fn delimiter(header: &str) -> u8 {
    let count = |delimiter: &u8| header.bytes().filter(|b| b == delimiter).count();
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

#[cfg(test)]
mod tests;
