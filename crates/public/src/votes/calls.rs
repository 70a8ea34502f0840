//! The table of roll calls that goes with long tables of votes.

use std::collections::BTreeMap;
use std::io::BufRead;

use super::NO_PERIOD;
use crate::date::{self, Period};
use crate::error::Error;
use crate::ledger::Outcome;
use crate::table;
use crate::tally::Tally;

const FORMAT: &str = "a list of roll calls";
const NO_NUMBER: &str = "number of the roll call (rcid) is empty";

/// Roll calls by number, with their dates and resolutions.
#[derive(Debug, Clone, Default)]
pub struct Calls(BTreeMap<String, Call>);

#[derive(Debug, Clone)]
pub(super) struct Call {
    pub(super) period: Period,
    /// Empty when the table does not say.
    pub(super) resolution: String,
}

impl Calls {
    /// Read a table with the columns `rcid`, `date` (or `year`) and, where it has it, `unres` (or `resolution`). Of two lines with one
    /// number the first counts.
    ///
    /// # Errors [`Error::Empty`], [`Error::MissingColumns`], [`Error::ColumnTwice`] when the header is another; [`Error::Read`] when the
    /// bytes stop coming.
    pub fn read(input: impl BufRead) -> Result<(Calls, Tally), Error> {
        let mut calls = BTreeMap::new();
        let tally = table::read(
            input,
            FORMAT,
            |header| (header.need(&["rcid"]), header.need(&["date", "year"]), header.maybe(&["unres", "resolution"])),
            |_, _, cells, &(number, day, resolution)| match (cells.get(number), date::period(cells.get(day))) {
                ("", _) => Outcome::Skip(NO_NUMBER),
                (_, None) => Outcome::Skip(NO_PERIOD),
                (number, Some(period)) => {
                    calls.entry(number.to_owned()).or_insert_with(|| Call { period, resolution: cells.get(resolution).to_owned() });
                    Outcome::Given(0)
                }
            },
        )?;
        Ok((Calls(calls), tally))
    }

    pub(super) fn get(&self, number: &str) -> Option<&Call> {
        self.0.get(number)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
