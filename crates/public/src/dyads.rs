//! Daily net tone between pairs of states, derived from GDELT 2.0 (`date,a,b,net_edge`).
//!
//! The number is the sum over a day's events of a score made mostly of the Goldstein scale, with the numbers of sources and articles and
//! the tone as minor parts; a pair stands once, its order has no meaning. It has no unit, and is kept as printed.

use std::io::BufRead;

use crate::codes::Scheme;
use crate::date;
use crate::error::Error;
use crate::header::Header;
use crate::ledger::Ledger;
use crate::number;
use crate::row::IndicatorRow;
use crate::table::{self, Cells};
use crate::tally::Tally;

const FORMAT: &str = "a table of GDELT dyads";
const DATASET: &str = "gdelt-dyads";
const NO_DATE: &str = "date is no day (YYYYMMDD)";
const NO_VALUE: &str = "net_edge is no number";
const NO_COUNTRY: &str = "one of the two has no code in our tables";

/// Read the table; one row a line.
///
/// # Errors [`Error::Empty`], [`Error::MissingColumns`], [`Error::ColumnTwice`] when the header is another; [`Error::Read`] when the bytes
/// stop coming.
pub fn read(input: impl BufRead, sink: impl FnMut(&IndicatorRow<'_>)) -> Result<Tally, Error> {
    table::rows(input, FORMAT, columns, row, sink)
}

fn columns(header: &mut Header) -> [usize; 4] {
    ["date", "a", "b", "net_edge"].map(|name| header.need(&[name]))
}

fn row<'a>(ledger: &mut Ledger, line: u64, cells: &'a Cells, columns: &[usize; 4]) -> Result<IndicatorRow<'a>, &'static str> {
    let [day, a, b, value] = columns.map(|at| cells.get(at));
    let day = date::any_day(day).ok_or(NO_DATE)?;
    let value = number::float(value).ok_or(NO_VALUE)?;
    let (a, b) = (ledger.country(Scheme::Cameo, a), ledger.country(Scheme::Cameo, b));
    let (Some(a), Some(b)) = (a, b) else { return Err(NO_COUNTRY) };
    Ok(IndicatorRow {
        line,
        dataset: DATASET,
        version: "",
        indicator: "net-tone",
        reporter: a.code,
        partner: Some(b.code),
        key: "",
        start: day,
        end: day,
        value: Some(value),
        text: "",
        unit: "",
        flag: "",
    })
}
