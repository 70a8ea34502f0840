//! Roll calls with a line for each state's vote.

use super::{Calls, NO_PERIOD, row as vote_row};
use crate::codes::Scheme;
use crate::date;
use crate::header::{Header, NOWHERE};
use crate::ledger::Ledger;
use crate::row::IndicatorRow;
use crate::table::Cells;

const NO_COUNTRY: &str = "country has no code in our tables";
const NO_ROLL_CALL: &str = "roll call is in no table of roll calls";
const NO_NUMBER: &str = "number of the roll call (rcid) is empty";
const NO_VOTE: &str = "vote is none of 1 yes, 2 abstain, 3 no, 8 absent, 9 no member";
const NO_MEMBER: &str = "no member at the time";

pub(super) struct Columns {
    rcid: usize,
    vote: usize,
    resolution: usize,
    /// A column of dates or years, where there is one.
    date: Option<usize>,
    country: (usize, Scheme),
}

pub(super) fn columns(header: &mut Header, vote: usize, calls: &Calls) -> Columns {
    let date = header.find(&["date", "year"]);
    if date.is_none() && calls.is_empty() {
        header.miss(&["date", "year"]);
    }
    Columns {
        rcid: header.need(&["rcid"]),
        vote,
        resolution: header.maybe(&["unres", "resolution"]),
        date,
        country: country_column(header),
    }
}

fn country_column(header: &mut Header) -> (usize, Scheme) {
    let schemes = [
        ("country_code", Scheme::Alpha2),
        ("iso3c", Scheme::Alpha3),
        ("ccode", Scheme::Cow),
        ("country", Scheme::English),
        ("countryname", Scheme::English),
    ];
    let found = schemes.into_iter().find_map(|(name, scheme)| header.find(&[name]).map(|at| (at, scheme)));
    found.unwrap_or_else(|| {
        header.miss(&schemes.map(|(name, _)| name));
        (NOWHERE, Scheme::English)
    })
}

/// Give the vote of a line.
pub(super) fn row(
    ledger: &mut Ledger,
    line: u64,
    cells: &Cells,
    (columns, calls): (&Columns, &Calls),
    sink: &mut impl FnMut(&IndicatorRow<'_>),
) -> Result<u64, &'static str> {
    let number = cells.get(columns.rcid);
    if number.is_empty() {
        return Err(NO_NUMBER);
    }
    let text = word(cells.get(columns.vote))?;
    let call = calls.get(number);
    let period = match columns.date {
        Some(at) => date::period(cells.get(at)).ok_or(NO_PERIOD)?,
        None => call.ok_or(NO_ROLL_CALL)?.period,
    };
    let (at, scheme) = columns.country;
    let country = ledger.country(scheme, cells.get(at)).ok_or(NO_COUNTRY)?;
    let known = [cells.get(columns.resolution), call.map_or("", |call| call.resolution.as_str())];
    let key = known.into_iter().find(|key| !key.is_empty()).unwrap_or(number);
    sink(&vote_row(line, country.code, key, number, period, text));
    Ok(1)
}

fn word(vote: &str) -> Result<&'static str, &'static str> {
    match vote.to_ascii_lowercase().as_str() {
        "1" | "yes" => Ok("yes"),
        "2" | "abstain" => Ok("abstain"),
        "3" | "no" => Ok("no"),
        "8" | "absent" => Ok("absent"),
        "9" => Err(NO_MEMBER),
        _ => Err(NO_VOTE),
    }
}
