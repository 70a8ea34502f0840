//! UN Comtrade trade tables, with the old column names (`Year,…,Trade Flow,Reporter ISO,Partner ISO,Commodity Code,Trade Value (US$)`) and
//! the new ones (`refYear,reporterISO,flowCode,partnerISO,cmdCode,primaryValue`).
//!
//! Rows that break a total down by customs procedure, means of transport or second partner are left out and counted: beside the total they
//! would be added to it. The aggregate partner `World` is a row like others, with the group `WLD` as partner. The classification (`H6`) is
//! the row's version.

use std::io::BufRead;

use crate::codes::{Country, Scheme};
use crate::date::{self, NO_PERIOD};
use crate::error::Error;
use crate::header::{Header, NOWHERE};
use crate::ledger::Ledger;
use crate::number;
use crate::row::IndicatorRow;
use crate::table::{self, Cells};
use crate::tally::Tally;

const FORMAT: &str = "a UN Comtrade table";
const DATASET: &str = "comtrade";
const NO_REPORTER: &str = "reporter has no code in our tables";
const NO_PARTNER: &str = "partner has no code in our tables";
const NO_FLOW: &str = "flow is none of export, import, re-export, re-import";
const NO_VALUE: &str = "value is no number";
const BREAKDOWN: &str = "part of a total by customs procedure, means of transport or second partner";

struct Columns {
    period: usize,
    year: usize,
    reporter: Side,
    partner: Side,
    flow: usize,
    key: usize,
    value: usize,
    classification: usize,
    flag: usize,
    /// Columns that say `0` or its like on the row of the total.
    breakdowns: [usize; 3],
}

/// A reporter or partner: by alpha-3 code, by number, by name.
struct Side([(usize, Scheme); 3]);

/// Read a trade table; one row an observation, in US dollars.
///
/// # Errors [`Error::Empty`], [`Error::MissingColumns`], [`Error::ColumnTwice`] when the header is not one of Comtrade; [`Error::Read`]
/// when the bytes stop coming.
pub fn read(input: impl BufRead, sink: impl FnMut(&IndicatorRow<'_>)) -> Result<Tally, Error> {
    table::rows(input, FORMAT, columns, row, sink)
}

fn columns(header: &mut Header) -> Columns {
    let (period, year) = (header.maybe(&["period"]), header.maybe(&["refYear", "Year"]));
    if period == NOWHERE && year == NOWHERE {
        header.miss(&["refYear", "Year", "period"]);
    }
    Columns {
        period,
        year,
        reporter: side(header, &["reporterISO", "Reporter ISO"], "reporterCode", &["reporterDesc", "Reporter"]),
        partner: side(header, &["partnerISO", "Partner ISO"], "partnerCode", &["partnerDesc", "Partner"]),
        flow: header.need(&["flowCode", "Trade Flow Code", "flowDesc", "Trade Flow"]),
        key: header.need(&["cmdCode", "Commodity Code"]),
        value: header.need(&["primaryValue", "Trade Value (US$)"]),
        classification: header.maybe(&["classificationCode", "Classification"]),
        flag: header.maybe(&["legacyEstimationFlag", "Flag"]),
        breakdowns: [header.maybe(&["customsCode"]), header.maybe(&["motCode"]), header.maybe(&["partner2Code"])],
    }
}

fn side(header: &mut Header, iso: &[&str], number: &str, name: &[&str]) -> Side {
    let (by_iso, by_number, by_name) = (header.maybe(iso), header.maybe(&[number]), header.maybe(name));
    if [by_iso, by_number, by_name] == [NOWHERE; 3] {
        header.miss(iso);
    }
    Side([(by_iso, Scheme::Comtrade), (by_number, Scheme::Comtrade), (by_name, Scheme::English)])
}

fn row<'a>(ledger: &mut Ledger, line: u64, cells: &'a Cells, columns: &Columns) -> Result<IndicatorRow<'a>, &'static str> {
    let printed = [columns.period, columns.year].map(|at| cells.get(at)).into_iter().find(|cell| !cell.is_empty());
    let (start, end) = printed.and_then(date::period).ok_or(NO_PERIOD)?;
    let indicator = flow(cells.get(columns.flow)).ok_or(NO_FLOW)?;
    if columns.breakdowns.iter().any(|&at| !matches!(cells.get(at), "" | "0" | "C00")) {
        return Err(BREAKDOWN);
    }
    let value = number::float(cells.get(columns.value)).ok_or(NO_VALUE)?;
    let reporter = columns.reporter.find(ledger, cells).ok_or(NO_REPORTER)?;
    let partner = columns.partner.find(ledger, cells).ok_or(NO_PARTNER)?;
    Ok(IndicatorRow {
        line,
        dataset: DATASET,
        version: cells.get(columns.classification),
        indicator,
        reporter: reporter.code,
        partner: Some(partner.code),
        key: cells.get(columns.key),
        start,
        end,
        value: Some(value),
        text: "",
        unit: "USD",
        flag: cells.get(columns.flag),
    })
}

impl Side {
    /// By the first of code, number and name that is printed. An unknown code is not replaced by the name beside it.
    fn find(&self, ledger: &mut Ledger, cells: &Cells) -> Option<&'static Country> {
        let (text, scheme) = self.0.iter().map(|(at, scheme)| (cells.get(*at), *scheme)).find(|(text, _)| !text.is_empty())?;
        ledger.country(scheme, text)
    }
}

fn flow(text: &str) -> Option<&'static str> {
    match text.to_ascii_lowercase().as_str() {
        "x" | "2" | "export" | "exports" => Some("exports"),
        "m" | "1" | "import" | "imports" => Some("imports"),
        "rx" | "3" | "re-export" | "re-exports" => Some("re-exports"),
        "rm" | "4" | "re-import" | "re-imports" => Some("re-imports"),
        _ => None,
    }
}
