//! Eurostat's trade of the European Union by partner (Comext).
//!
//! Two forms, told apart by their headers:
//! - SDMX-CSV as Eurostat's own interface gives it
//!   (`DATAFLOW,…,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG`), with codes;
//! - the long table of monthly values with labels (`folder,REPORTER,PARTNER,PRODUCT,FLOW,month,v`), values in euro.
//!
//! The aggregates of reporters (`EU27_2020`, `EA20`) and of partners (`WLD`) are rows like others: their countries are groups
//! ([`CountryKind::Group`](crate::codes::CountryKind)) and must not be added to their members. The long table may hold a pair twice, in two
//! folders: the folder is the row's version.

use std::io::BufRead;

use crate::codes::{Country, Scheme};
use crate::date::{self, NO_PERIOD};
use crate::error::Error;
use crate::header::Header;
use crate::ledger::Ledger;
use crate::number;
use crate::row::IndicatorRow;
use crate::table::{self, Cells};
use crate::tally::Tally;

const FORMAT: &str = "a Eurostat trade table";
const DATASET: &str = "eurostat";
const NO_REPORTER: &str = "reporter has no code in our tables";
const NO_PARTNER: &str = "partner has no code in our tables";
const NO_FLOW: &str = "flow is neither export nor import";
const NO_MEASURE: &str = "measure is neither a value nor a quantity that we know";
const NO_VALUE: &str = "value is no number";

struct Columns {
    version: usize,
    reporter: usize,
    partner: usize,
    product: usize,
    flow: usize,
    /// `None` in the long table, which has values in euro alone.
    measure: Option<usize>,
    period: usize,
    value: usize,
    flag: usize,
    scheme: Scheme,
}

/// Read a trade table; one row an observation. Values that Eurostat withholds (`:` or nothing) are rows without a value, with their flag.
///
/// # Errors [`Error::Empty`], [`Error::MissingColumns`], [`Error::ColumnTwice`] when the header is of neither form; [`Error::Read`] when
/// the bytes stop coming.
pub fn read(input: impl BufRead, sink: impl FnMut(&IndicatorRow<'_>)) -> Result<Tally, Error> {
    table::rows(input, FORMAT, columns, row, sink)
}

fn columns(header: &mut Header) -> Columns {
    let sdmx = header.find(&["OBS_VALUE"]).is_some();
    Columns {
        version: header.maybe(if sdmx { &["DATAFLOW"] } else { &["folder"] }),
        reporter: header.need(&["reporter"]),
        partner: header.need(&["partner"]),
        product: header.need(&["product"]),
        flow: header.need(&["flow"]),
        measure: sdmx.then(|| header.need(&["indicators"])),
        period: header.need(if sdmx { &["TIME_PERIOD"] } else { &["month"] }),
        value: header.need(if sdmx { &["OBS_VALUE"] } else { &["v"] }),
        flag: header.maybe(&["OBS_FLAG"]),
        scheme: if sdmx { Scheme::Eurostat } else { Scheme::English },
    }
}

fn row<'a>(ledger: &mut Ledger, line: u64, cells: &'a Cells, columns: &Columns) -> Result<IndicatorRow<'a>, &'static str> {
    let (start, end) = date::period(cells.get(columns.period)).ok_or(NO_PERIOD)?;
    let (indicator, unit) = measured(cells, columns)?;
    let value = value(cells.get(columns.value))?;
    let reporter = nation(ledger, columns.scheme, cells.get(columns.reporter)).ok_or(NO_REPORTER)?;
    let partner = nation(ledger, columns.scheme, cells.get(columns.partner)).ok_or(NO_PARTNER)?;
    Ok(IndicatorRow {
        line,
        dataset: DATASET,
        version: cells.get(columns.version),
        indicator,
        reporter: reporter.code,
        partner: Some(partner.code),
        key: product(cells.get(columns.product)),
        start,
        end,
        value,
        text: "",
        unit,
        flag: cells.get(columns.flag),
    })
}

/// What is measured, and its unit.
fn measured(cells: &Cells, columns: &Columns) -> Result<(&'static str, &'static str), &'static str> {
    let exports = match cells.get(columns.flow) {
        "EXPORT" | "2-EXPORT" | "2" => true,
        "IMPORT" | "1-IMPORT" | "1" => false,
        _ => return Err(NO_FLOW),
    };
    let pick = |export, import| if exports { export } else { import };
    let value = pick("exports", "imports");
    let quantity = pick("exports-quantity", "imports-quantity");
    match columns.measure.map_or("VALUE_IN_EUROS", |at| cells.get(at)) {
        "VALUE_IN_EUROS" | "VALUE_EUR" => Ok((value, "EUR")),
        "QUANTITY_IN_100KG" => Ok((quantity, "100 kg")),
        "QUANTITY_KG" => Ok((quantity, "kg")),
        "SUPPLEMENTARY_QUANTITY" => Ok((pick("exports-supplementary", "imports-supplementary"), "supplementary unit")),
        _ => Err(NO_MEASURE),
    }
}

fn value(text: &str) -> Result<Option<f64>, &'static str> {
    match text {
        "" | ":" => Ok(None),
        text => number::float(text).map(Some).ok_or(NO_VALUE),
    }
}

/// A country by code, or by a label without Eurostat's remarks on which territories and years it includes: `Spain (incl. Canary Islands
/// 'XB' from 1997)`, `Euro area (AT-01/1999, …)`.
fn nation(ledger: &mut Ledger, scheme: Scheme, text: &str) -> Option<&'static Country> {
    let short = text.split_once(" (").filter(|(_, remark)| is_remark(remark)).map_or(text, |(label, _)| label);
    ledger.country(scheme, short)
}

/// `incl. …`, or a list of members by their two-letter codes.
fn is_remark(text: &str) -> bool {
    let bytes = text.as_bytes();
    let code = bytes.len() > 2 && bytes[..2].iter().all(u8::is_ascii_uppercase) && matches!(bytes[2], b',' | b'-');
    code || text.starts_with("incl.")
}

/// The product's code: `27-MINERAL FUELS` is 27, and every way to write the total is `TOTAL`.
fn product(text: &str) -> &str {
    let code = text.split_once('-').map_or(text, |(code, _)| code).trim();
    match code {
        _ if code.eq_ignore_ascii_case("total") => "TOTAL",
        _ if code.bytes().all(|b| b.is_ascii_digit()) && !code.is_empty() => code,
        _ => text,
    }
}
