//! GDELT event files, 1.0 and 2.0.
//!
//! Tab-separated, without quotes. The files have no header: 57 (before April 2013) or 58 columns are GDELT 1.0, 61 are GDELT 2.0. Exports
//! that begin with GDELT's own column names are read by them, in any order and with columns added.
//!
//! Source: *The GDELT Event Database Data Format Codebook*, versions 1.03 (2013) and 2.0 (2015). The class comes from `EventCode` by the
//! table `cameo-plover.tsv`. Counts of mentions, sources and articles are those of the first 15 minutes (2.0) or day (1.0), as GDELT prints
//! them; see [`gdelt_mentions`](crate::gdelt_mentions) for later ones.

mod layout;

use std::io::{BufRead, Read};

use mizan_record::{Class, Quad, Sector};

use crate::codes::{Scheme, Vocabulary, role};
use crate::date;
use crate::error::Error;
use crate::ledger::Ledger;
use crate::lines;
use crate::row::{EventRow, Party, Place};
use crate::tabs::{self, Fields, Shape};
use crate::tally::Tally;

pub use layout::Layout;
use layout::{Actor, Columns};

const NO_ID: &str = "event id is no number";
const NO_DATE: &str = "event date is no day (YYYYMMDD)";
const WRONG_COUNT: &str = "not as many columns as a GDELT event has (57, 58 or 61, or as the header names)";
const WRONG_ROOT: &str = "event code does not begin with its two-digit root (leading zeros lost?)";

/// Read an event file; one row an event.
///
/// # Errors [`Error::Read`] when the bytes stop coming; [`Error::MissingColumns`] and [`Error::ColumnTwice`] when there is a header and it
/// is not GDELT's.
pub fn read(mut input: impl BufRead, sink: impl FnMut(&EventRow<'_>)) -> Result<Tally, Error> {
    let head = lines::head(&mut input)?;
    Layout::find(&head)?.read(head.chain(input), sink)
}

impl Layout {
    /// Read a file, or a part of one that was [cut](crate::cut), by this layout. The header, where the part has it, is no data.
    ///
    /// # Errors
    /// [`Error::Read`] when the bytes stop coming.
    pub fn read(&self, input: impl BufRead, sink: impl FnMut(&EventRow<'_>)) -> Result<Tally, Error> {
        tabs::events(self, input, Ledger::default(), sink)
    }
}

impl Shape for Layout {
    fn row<'a>(&self, ledger: &mut Ledger, line: u64, fields: &Fields<'a>) -> Result<EventRow<'a>, &'static str> {
        let columns = self.columns(fields).ok_or(WRONG_COUNT)?;
        let id = fields.get(columns.id);
        if id.is_empty() || !id.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NO_ID);
        }
        let date = date::compact(fields.get(columns.date)).ok_or(NO_DATE)?;
        let mut row = EventRow::new(columns.set, line, id, date);
        fill(&mut row, columns, fields, ledger);
        Ok(row)
    }

    fn is_header(&self, fields: &Fields<'_>) -> bool {
        self.has_header(fields)
    }
}

fn fill<'a>(row: &mut EventRow<'a>, columns: &Columns, fields: &Fields<'a>, ledger: &mut Ledger) {
    let line = row.line;
    row.cameo = fields.get(columns.code);
    row.class = class(row.cameo, fields.get(columns.root_code), line, ledger);
    row.quad = ledger.optional(fields.get(columns.quad), quad, "quad class is none of 1 to 4", line);
    row.intensity = ledger.number(fields.get(columns.goldstein), "Goldstein score is no number", line);
    row.source = party(&columns.source, fields, ledger);
    row.target = party(&columns.target, fields, ledger);
    row.lead = ledger.optional(fields.get(columns.lead), flag, "IsRootEvent is neither 0 nor 1", line);
    row.mentions = ledger.count(fields.get(columns.mentions), "number of mentions is no count", line);
    row.sources = ledger.count(fields.get(columns.sources), "number of sources is no count", line);
    row.articles = ledger.count(fields.get(columns.articles), "number of articles is no count", line);
    row.tone = ledger.number(fields.get(columns.tone), "tone is no number", line);
    row.reported = ledger.optional(fields.get(columns.added), date::compact_day, "DATEADDED is no day", line);
    row.url = fields.get(columns.url);
    row.place = place(columns, fields, line, ledger);
}

/// The class of a code that agrees with its root. Programs that take codes for numbers drop leading zeros, and 010 becomes 10, another
/// class.
fn class(code: &str, root: &str, line: u64, ledger: &mut Ledger) -> Option<Class> {
    if !root.is_empty() && (root.len() != 2 || !code.starts_with(root)) {
        ledger.flaw(WRONG_ROOT, line, code);
        return None;
    }
    ledger.cameo(code)
}

fn quad(text: &str) -> Option<Quad> {
    match text {
        "1" => Some(Quad::VerbalCooperation),
        "2" => Some(Quad::MaterialCooperation),
        "3" => Some(Quad::VerbalConflict),
        "4" => Some(Quad::MaterialConflict),
        _ => None,
    }
}

fn flag(text: &str) -> Option<bool> {
    match text {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

fn party<'a>(columns: &Actor, fields: &Fields<'a>, ledger: &mut Ledger) -> Party<'a> {
    Party {
        name: fields.get(columns.name),
        country: ledger.country_code(Scheme::Cameo, fields.get(columns.country)),
        sector: sector(columns, fields, ledger),
        code: fields.get(columns.code),
        sectors: fields.get(columns.roles[0]),
    }
}

/// The first of the three roles, the main one first, that has a sector.
fn sector(columns: &Actor, fields: &Fields<'_>, ledger: &mut Ledger) -> Sector {
    let mut found = Sector::default();
    for code in columns.roles.map(|at| fields.get(at)).into_iter().filter(|code| !code.is_empty()) {
        match role(Vocabulary::Code, code) {
            Some(role) if found == Sector::default() => found = role.sector,
            Some(_) => {}
            None => ledger.unmapped("role (CAMEO)", code),
        }
    }
    found
}

fn place<'a>(columns: &Columns, fields: &Fields<'a>, line: u64, ledger: &mut Ledger) -> Place<'a> {
    let (latitude, longitude) = ledger.coordinates(fields.get(columns.latitude), fields.get(columns.longitude), line);
    let country = ledger.country_code(Scheme::Fips, fields.get(columns.place_country));
    Place { name: fields.get(columns.place_name), country, latitude, longitude }
}
