//! POLECAT event files (Political Event Classification, Attributes, and Types; weekly `.txt` files since 2018).
//!
//! Tab-separated with a header; `None` and `NA` stand for nothing, lists are set apart by semicolons. Columns are found by name, and those
//! that a file lacks are told. Cells are taken as printed: quotes are ordinary characters. An actor with several countries has none here,
//! and is counted.

use std::io::{BufRead, Read};

use mizan_record::{Quad, Sector};

use crate::codes::{Scheme, Vocabulary, country, event_type, role};
use crate::date;
use crate::error::Error;
use crate::header::Header;
use crate::ledger::Ledger;
use crate::lines;
use crate::row::{EventRow, Party, Place};
use crate::tabs::{self, Fields, Head, Shape};
use crate::tally::Tally;

const FORMAT: &str = "a POLECAT event file";
const SET: &str = "polecat";
const NO_ID: &str = "event id is empty";
const NO_DATE: &str = "event date is no day (YYYY-MM-DD)";
const SEVERAL: &str = "several countries in one actor";

/// Which column of a file is which.
#[derive(Debug, Clone)]
pub struct Layout {
    head: Head,
    columns: Columns,
}

#[derive(Debug, Clone, Copy)]
struct Columns {
    id: usize,
    date: usize,
    kind: usize,
    mode: usize,
    intensity: usize,
    quad: usize,
    contexts: usize,
    source: Actor,
    target: Actor,
    places: [usize; 4],
    country: usize,
    latitude: usize,
    longitude: usize,
    headline: usize,
    outlet: usize,
    url: usize,
    published: usize,
    language: usize,
    version: usize,
}

#[derive(Debug, Clone, Copy)]
struct Actor {
    name: usize,
    country: usize,
    cow: usize,
    sector: usize,
    sectors: usize,
}

/// Read an event file; one row an event.
///
/// # Errors [`Error::Empty`], [`Error::MissingColumns`], [`Error::ColumnTwice`] when the header is not one of POLECAT; [`Error::Read`] when
/// the bytes stop coming.
pub fn read(mut input: impl BufRead, sink: impl FnMut(&EventRow<'_>)) -> Result<Tally, Error> {
    let head = lines::head(&mut input)?;
    Layout::find(&head)?.read(head.chain(input), sink)
}

impl Layout {
    /// The layout of a file, from its first line.
    ///
    /// # Errors
    /// [`Error::Empty`], [`Error::MissingColumns`], [`Error::ColumnTwice`] when it is not a header of POLECAT.
    pub fn find(bytes: &[u8]) -> Result<Layout, Error> {
        let (head, columns) = Head::find(bytes, FORMAT, columns)?;
        Ok(Layout { head, columns })
    }

    /// Read a file, or a part of one that was [cut](crate::cut), by this layout. The header, where the part has it, is no data.
    ///
    /// # Errors
    /// [`Error::Read`] when the bytes stop coming.
    pub fn read(&self, input: impl BufRead, sink: impl FnMut(&EventRow<'_>)) -> Result<Tally, Error> {
        tabs::events(self, input, self.head.ledger(), sink)
    }
}

impl Shape for Layout {
    fn row<'a>(&self, ledger: &mut Ledger, line: u64, fields: &Fields<'a>) -> Result<EventRow<'a>, &'static str> {
        self.head.check(fields)?;
        let columns = &self.columns;
        let id = fields.said(columns.id);
        if id.is_empty() {
            return Err(NO_ID);
        }
        let date = date::any_day(fields.said(columns.date)).ok_or(NO_DATE)?;
        let mut row = EventRow::new(SET, line, id, date);
        columns.fill(&mut row, fields, ledger);
        Ok(row)
    }

    fn is_header(&self, fields: &Fields<'_>) -> bool {
        self.head.is(fields)
    }
}

impl Columns {
    fn fill<'a>(&self, row: &mut EventRow<'a>, fields: &Fields<'a>, ledger: &mut Ledger) {
        let line = row.line;
        row.kind = fields.said(self.kind);
        row.class = event_type(row.kind);
        if row.class.is_none() && !row.kind.is_empty() {
            ledger.unmapped("event (POLECAT)", row.kind);
        }
        row.mode = fields.said(self.mode);
        row.contexts = fields.said(self.contexts);
        row.quad = ledger.optional(fields.said(self.quad), quad, "quad code is none of the four", line);
        row.intensity = ledger.number(fields.said(self.intensity), "intensity is no number", line);
        row.source = party(self.source, fields, line, ledger);
        row.target = party(self.target, fields, line, ledger);
        row.reported = ledger.optional(fields.said(self.published), date::any_day, "publication date is no day", line);
        row.headline = fields.said(self.headline);
        row.outlet = fields.said(self.outlet);
        row.url = fields.said(self.url);
        row.language = fields.said(self.language);
        row.version = fields.said(self.version);
        row.place = self.place(fields, line, ledger);
    }

    fn place<'a>(&self, fields: &Fields<'a>, line: u64, ledger: &mut Ledger) -> Place<'a> {
        let (latitude, longitude) = ledger.coordinates(fields.said(self.latitude), fields.said(self.longitude), line);
        Place {
            name: self.places.map(|at| fields.said(at)).into_iter().find(|name| !name.is_empty()).unwrap_or(""),
            country: nation(fields.said(self.country), line, ledger),
            latitude,
            longitude,
        }
    }
}

fn columns(header: &mut Header) -> Columns {
    Columns {
        id: header.need(&["Event ID"]),
        date: header.need(&["Event Date"]),
        kind: header.need(&["Event Type"]),
        mode: header.want("Event Mode"),
        intensity: header.want("Intensity"),
        quad: header.want("Quad Code"),
        contexts: header.want("Contexts"),
        source: Actor {
            name: header.need(&["Actor Name"]),
            country: header.need(&["Actor Country"]),
            cow: header.want("Actor COW"),
            sector: header.want("Primary Actor Sector"),
            sectors: header.want("Actor Sectors"),
        },
        target: Actor {
            name: header.need(&["Recipient Name"]),
            country: header.need(&["Recipient Country"]),
            cow: header.want("Recipient COW"),
            sector: header.want("Primary Recipient Sector"),
            sectors: header.want("Recipient Sectors"),
        },
        places: [header.want("Placename"), header.want("City"), header.maybe(&["District"]), header.maybe(&["Province"])],
        country: header.want("Country"),
        latitude: header.want("Latitude"),
        longitude: header.want("Longitude"),
        headline: header.want("Headline"),
        outlet: header.want("Source"),
        url: header.maybe(&["URL"]),
        published: header.want("Publication Date"),
        language: header.want("Language"),
        version: header.want("Version"),
    }
}

fn party<'a>(columns: Actor, fields: &Fields<'a>, line: u64, ledger: &mut Ledger) -> Party<'a> {
    let (code, sectors) = (fields.said(columns.country), fields.said(columns.sectors));
    let country = if code.is_empty() {
        let number = fields.said(columns.cow);
        ledger.country_code(Scheme::Cow, number.strip_suffix(".0").unwrap_or(number))
    } else {
        nation(code, line, ledger)
    };
    Party { name: fields.said(columns.name), country, sector: sector(fields.said(columns.sector), ledger), code, sectors }
}

/// A country as POLECAT prints it: alpha-3 for actors, an English name for places.
fn nation(code: &str, line: u64, ledger: &mut Ledger) -> &'static str {
    if code.contains(';') {
        ledger.flaw(SEVERAL, line, code);
        return "";
    }
    match country(Scheme::Alpha3, code) {
        Some(country) => country.code,
        None => ledger.country_code(Scheme::English, code),
    }
}

fn sector(word: &str, ledger: &mut Ledger) -> Sector {
    match role(Vocabulary::Code, word).or_else(|| role(Vocabulary::Polecat, word)) {
        Some(role) => role.sector,
        None => {
            if !word.is_empty() {
                ledger.unmapped("sector (POLECAT)", word);
            }
            Sector::default()
        }
    }
}

/// A quarter by number, in words or shortened: `1`, `VERBAL COOPERATION`, `V-COOP`.
fn quad(text: &str) -> Option<Quad> {
    let letters: String = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    match letters.as_str() {
        "1" | "verbalcooperation" | "vcoop" => Some(Quad::VerbalCooperation),
        "2" | "materialcooperation" | "mcoop" => Some(Quad::MaterialCooperation),
        "3" | "verbalconflict" | "vconf" => Some(Quad::VerbalConflict),
        "4" | "materialconflict" | "mconf" => Some(Quad::MaterialConflict),
        _ => None,
    }
}
