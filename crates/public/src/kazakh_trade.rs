//! Kazakhstan's official trade by partner (`file,year,partner_ru,turnover_kusd,export_kusd,import_kusd`), thousand US dollars a year.
//!
//! The table repeats the statistics bureau's sheets: partners by Russian name, between title rows, subtotals of regions and unions, and "of
//! which" rows. Those are known by the table `countries.tsv` and by their words, are counted each under its own reason, and are never
//! partners. A year may stand in several sheets, with revised figures: the sheet is the row's version, and the latest sheet holds the
//! latest figure.

use std::io::BufRead;

use crate::codes::{CountryKind, Scheme, country};
use crate::date::{self, Period};
use crate::error::Error;
use crate::header::Header;
use crate::ledger::{Ledger, Outcome};
use crate::number;
use crate::row::IndicatorRow;
use crate::table::{self, Cells};
use crate::tally::Tally;

const FORMAT: &str = "Kazakhstan's trade by partner";
const DATASET: &str = "kazakhstan-trade";
const TITLE: &str = "title row";
const SUBTOTAL: &str = "subtotal of a group of partners";
const OF_WHICH: &str = "row with “в том числе” (of which), no partner";
const NO_PARTNER: &str = "partner has no code in our tables";
const NO_YEAR: &str = "year is none";
const NO_VALUE: &str = "no figure that is a number";

struct Columns {
    file: usize,
    year: usize,
    partner: usize,
    figures: [(&'static str, usize); 3],
}

/// Read the table; up to three rows a line: turnover, exports, imports. An empty figure gives no row.
///
/// # Errors [`Error::Empty`], [`Error::MissingColumns`], [`Error::ColumnTwice`] when the header is another; [`Error::Read`] when the bytes
/// stop coming.
pub fn read(input: impl BufRead, mut sink: impl FnMut(&IndicatorRow<'_>)) -> Result<Tally, Error> {
    table::read(input, FORMAT, columns, |ledger, line, cells, columns| match partner(ledger, cells, columns) {
        Ok((partner, period)) => figures(ledger, line, cells, columns, (partner, period), &mut sink),
        Err(reason) => Outcome::Skip(reason),
    })
}

fn columns(header: &mut Header) -> Columns {
    Columns {
        file: header.maybe(&["file"]),
        year: header.need(&["year"]),
        partner: header.need(&["partner_ru"]),
        figures: [
            ("turnover", header.need(&["turnover_kusd"])),
            ("exports", header.need(&["export_kusd"])),
            ("imports", header.need(&["import_kusd"])),
        ],
    }
}

/// Whose line it is, and for which year.
fn partner(ledger: &mut Ledger, cells: &Cells, columns: &Columns) -> Result<(&'static str, Period), &'static str> {
    let name = cells.get(columns.partner);
    if name.to_lowercase().contains("в том числе") {
        return Err(OF_WHICH);
    }
    let country = match country(Scheme::Russian, name) {
        Some(country) if country.kind == CountryKind::Group => return Err(SUBTOTAL),
        Some(country) => country,
        None if is_title(name) => return Err(TITLE),
        None => ledger.country(Scheme::Russian, name).ok_or(NO_PARTNER)?,
    };
    let year = cells.get(columns.year);
    let period = if year.len() == 4 { date::period(year) } else { None };
    Ok((country.code, period.ok_or(NO_YEAR)?))
}

/// The sheet's name, or a line that names the year: "за 2022 год", "2022 год".
fn is_title(name: &str) -> bool {
    let name = name.to_lowercase();
    let names_year =
        name.strip_suffix(" год").or_else(|| name.strip_suffix(" года")).is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    names_year || name.starts_with("основные показатели")
}

fn figures(
    ledger: &mut Ledger,
    line: u64,
    cells: &Cells,
    columns: &Columns,
    (partner, (start, end)): (&'static str, Period),
    sink: &mut impl FnMut(&IndicatorRow<'_>),
) -> Outcome {
    let mut given = 0;
    for (indicator, at) in columns.figures {
        let cell = cells.get(at);
        let Some(value) = number::float(cell) else { continue };
        given += 1;
        sink(&IndicatorRow {
            line,
            dataset: DATASET,
            version: cells.get(columns.file),
            indicator,
            reporter: "KAZ",
            partner: Some(partner),
            key: "",
            start,
            end,
            value: Some(value),
            text: "",
            unit: "thousand USD",
            flag: "",
        });
    }
    if given == 0 {
        return Outcome::Skip(NO_VALUE);
    }
    missing(ledger, line, cells, columns);
    Outcome::Given(given)
}

/// Account for the figures of a line that gave no row.
fn missing(ledger: &mut Ledger, line: u64, cells: &Cells, columns: &Columns) {
    for cell in columns.figures.map(|(_, at)| cells.get(at)) {
        if cell.is_empty() {
            ledger.tally.blank += 1;
        } else if number::float(cell).is_none() {
            ledger.flaw("figure is no number", line, cell);
        }
    }
}
