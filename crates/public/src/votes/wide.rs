//! Roll calls with a column for each state.

use std::collections::BTreeMap;

use super::{NO_PERIOD, row as vote_row};
use crate::codes::{CountryKind, Scheme, country};
use crate::date;
use crate::header::Header;
use crate::ledger::Ledger;
use crate::row::IndicatorRow;
use crate::table::Cells;

const NO_RESOLUTION: &str = "resolution is empty";
const NO_VOTE: &str = "vote is none of Y, N, A, X";
const TWO_VOTES: &str = "two columns of one state hold different votes";

/// What a wide table tells of the roll call itself, not of states.
const ABOUT: [&str; 12] = [
    "council",
    "date",
    "title",
    "resolution",
    "total votes",
    "no-vote count",
    "absent count",
    "no count",
    "yes count",
    "link",
    "token",
    "y",
];

pub(super) struct Columns {
    date: usize,
    resolution: usize,
    record: usize,
    /// The columns of each state, by its code.
    states: BTreeMap<&'static str, Vec<usize>>,
    /// Columns whose names are in no table.
    unknown: Vec<(usize, String)>,
}

pub(super) fn columns(header: &mut Header) -> Columns {
    let mut columns = Columns {
        date: header.need(&["Date"]),
        resolution: header.need(&["Resolution"]),
        record: header.maybe(&["token"]),
        states: BTreeMap::new(),
        unknown: Vec::new(),
    };
    for (at, name) in header.names().iter().enumerate().filter(|(_, name)| !ABOUT.contains(&name.trim().to_lowercase().as_str())) {
        match country(Scheme::English, name).filter(|country| country.kind != CountryKind::Group) {
            Some(country) => columns.states.entry(country.code).or_default().push(at),
            None => columns.unknown.push((at, name.clone())),
        }
    }
    if columns.states.is_empty() {
        header.miss(&["vote", "a state's name"]);
    }
    columns
}

/// Give each state's vote; how many there were.
pub(super) fn row(
    ledger: &mut Ledger,
    line: u64,
    cells: &Cells,
    columns: &Columns,
    sink: &mut impl FnMut(&IndicatorRow<'_>),
) -> Result<u64, &'static str> {
    let period = date::period(cells.get(columns.date)).ok_or(NO_PERIOD)?;
    let key = cells.get(columns.resolution);
    if key.is_empty() {
        return Err(NO_RESOLUTION);
    }
    let mut given = 0;
    for (state, places) in &columns.states {
        if let Some(text) = vote(ledger, line, cells, places) {
            sink(&vote_row(line, state, key, cells.get(columns.record), period, text));
            given += 1;
        }
    }
    for (_, name) in columns.unknown.iter().filter(|(at, _)| !cells.get(*at).is_empty()) {
        ledger.unmapped(Scheme::English.name(), name);
    }
    Ok(given)
}

/// The vote in a state's columns, of which one is filled.
fn vote(ledger: &mut Ledger, line: u64, cells: &Cells, places: &[usize]) -> Option<&'static str> {
    let mut filled = places.iter().map(|&at| cells.get(at)).filter(|cell| !cell.is_empty());
    let Some(first) = filled.next() else {
        ledger.tally.blank += 1;
        return None;
    };
    if filled.any(|other| other != first) {
        ledger.flaw(TWO_VOTES, line, first);
        return None;
    }
    ledger.optional(first, word, NO_VOTE, line)
}

fn word(letter: &str) -> Option<&'static str> {
    match letter {
        "Y" => Some("yes"),
        "N" => Some("no"),
        "A" => Some("abstain"),
        "X" => Some("absent"),
        _ => None,
    }
}
