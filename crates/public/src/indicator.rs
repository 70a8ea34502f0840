//! A plain table of indicators: CSV with the columns `dataset,indicator,reporter,partner,key,start,end,value,unit`, in any order, of which
//! `indicator`, `reporter`, `start` and `value` must be there. `text`, `flag` and `version` are taken too.
//!
//! Reporter and partner may be alpha-3, alpha-2 or English or Russian names; others are kept as printed and counted, so that a table may
//! speak of actors that are no states. `start` is a day or a period (`2022`, `2022-Q1`, `2022-03`); without `end` the period ends where
//! `start` does. An empty value is missing, whether `text` says it in words or not; a value that is no number skips the row.

use std::io::BufRead;

use jiff::civil::Date;

use crate::codes::{Scheme, country};
use crate::date::{self, Period};
use crate::error::Error;
use crate::header::Header;
use crate::ledger::Ledger;
use crate::number;
use crate::row::IndicatorRow;
use crate::table::{self, Cells};
use crate::tally::Tally;

const FORMAT: &str = "a table of indicators";
const NO_START: &str = "start is no day, week, month, quarter or year";
const NO_END: &str = "end is no day, week, month, quarter or year";
const BACKWARDS: &str = "end lies before start";
const NO_INDICATOR: &str = "indicator is empty";
const NO_REPORTER: &str = "reporter is empty";
const NO_VALUE: &str = "value is no number";

struct Columns {
    dataset: usize,
    version: usize,
    indicator: usize,
    reporter: usize,
    partner: usize,
    key: usize,
    start: usize,
    end: usize,
    value: usize,
    text: usize,
    unit: usize,
    flag: usize,
}

/// Read the table; one row a line.
///
/// # Errors [`Error::Empty`], [`Error::MissingColumns`], [`Error::ColumnTwice`] when the header lacks a needed column; [`Error::Read`] when
/// the bytes stop coming.
pub fn read(input: impl BufRead, sink: impl FnMut(&IndicatorRow<'_>)) -> Result<Tally, Error> {
    table::rows(input, FORMAT, columns, row, sink)
}

fn columns(header: &mut Header) -> Columns {
    Columns {
        dataset: header.want("dataset"),
        version: header.maybe(&["version"]),
        indicator: header.need(&["indicator"]),
        reporter: header.need(&["reporter"]),
        partner: header.want("partner"),
        key: header.want("key"),
        start: header.need(&["start"]),
        end: header.want("end"),
        value: header.need(&["value"]),
        text: header.maybe(&["text"]),
        unit: header.want("unit"),
        flag: header.maybe(&["flag"]),
    }
}

fn row<'a>(ledger: &mut Ledger, line: u64, cells: &'a Cells, columns: &Columns) -> Result<IndicatorRow<'a>, &'static str> {
    let indicator = full(cells.get(columns.indicator)).ok_or(NO_INDICATOR)?;
    let reporter = full(cells.get(columns.reporter)).ok_or(NO_REPORTER)?;
    let (start, end) = period(cells, columns)?;
    let text = cells.get(columns.text);
    let value = match full(cells.get(columns.value)) {
        None => None,
        Some(value) => Some(number::float(value).ok_or(NO_VALUE)?),
    };
    Ok(IndicatorRow {
        line,
        dataset: cells.get(columns.dataset),
        version: cells.get(columns.version),
        indicator,
        reporter: actor(ledger, reporter),
        partner: full(cells.get(columns.partner)).map(|partner| actor(ledger, partner)),
        key: cells.get(columns.key),
        start,
        end,
        value,
        text,
        unit: cells.get(columns.unit),
        flag: cells.get(columns.flag),
    })
}

fn full(cell: &str) -> Option<&str> {
    (!cell.is_empty()).then_some(cell)
}

fn period(cells: &Cells, columns: &Columns) -> Result<Period, &'static str> {
    let (start, last): (Date, Date) = date::period(cells.get(columns.start)).ok_or(NO_START)?;
    let end = match full(cells.get(columns.end)) {
        None => last,
        Some(end) => date::period(end).ok_or(NO_END)?.1,
    };
    if end < start { Err(BACKWARDS) } else { Ok((start, end)) }
}

/// An actor's code, or the cell as printed when it is in none of the tables.
fn actor<'a>(ledger: &mut Ledger, text: &'a str) -> &'a str {
    let schemes = [Scheme::Alpha3, Scheme::Alpha2, Scheme::English, Scheme::Russian];
    match schemes.into_iter().find_map(|scheme| country(scheme, text)) {
        Some(country) => country.code,
        None => {
            ledger.unmapped("actor (any code or name)", text);
            text
        }
    }
}
