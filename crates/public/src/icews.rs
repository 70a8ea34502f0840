//! ICEWS event files (Integrated Crisis Early Warning System; weekly and yearly `.tab` files, 1995 to 2023).
//!
//! Tab-separated with a header, without quotes; `NA` and `NULL` stand for nothing. Columns are found by name. Countries are English names;
//! the sectors of an actor are an unordered list, out of which the table `sectors.tsv` chooses one. The quarter is that of the class, as
//! ICEWS prints none.

use std::io::{BufRead, Read};

use mizan_record::{Class, Sector};

use crate::codes::{Role, Scheme, Vocabulary, role};
use crate::date;
use crate::error::Error;
use crate::header::Header;
use crate::ledger::Ledger;
use crate::lines;
use crate::row::{EventRow, Party, Place};
use crate::tabs::{self, Fields, Head, Shape};
use crate::tally::Tally;

const FORMAT: &str = "an ICEWS event file";
const SET: &str = "icews";
const NO_ID: &str = "event id is empty";
const SHORT_CODE: &str = "CAMEO code of fewer than three digits (leading zeros lost?)";
const NO_DATE: &str = "event date is no day (YYYY-MM-DD)";

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
    cameo: usize,
    intensity: usize,
    source: Actor,
    target: Actor,
    story: usize,
    sentence: usize,
    publisher: usize,
    places: [usize; 4],
    latitude: usize,
    longitude: usize,
}

#[derive(Debug, Clone, Copy)]
struct Actor {
    name: usize,
    sectors: usize,
    country: usize,
}

/// Read an event file; one row an event.
///
/// # Errors [`Error::Empty`], [`Error::MissingColumns`], [`Error::ColumnTwice`] when the header is not one of ICEWS; [`Error::Read`] when
/// the bytes stop coming.
pub fn read(mut input: impl BufRead, sink: impl FnMut(&EventRow<'_>)) -> Result<Tally, Error> {
    let head = lines::head(&mut input)?;
    Layout::find(&head)?.read(head.chain(input), sink)
}

impl Layout {
    /// The layout of a file, from its first line.
    ///
    /// # Errors
    /// [`Error::Empty`], [`Error::MissingColumns`], [`Error::ColumnTwice`] when it is not a header of ICEWS.
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
        let date = date::iso(fields.said(columns.date)).ok_or(NO_DATE)?;
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
        row.cameo = fields.said(self.cameo);
        row.class = class(row.cameo, line, ledger);
        row.kind = fields.said(self.kind);
        row.quad = row.class.map(|class| class.quad());
        row.intensity = ledger.number(fields.said(self.intensity), "intensity is no number", line);
        row.source = party(self.source, fields, ledger);
        row.target = party(self.target, fields, ledger);
        row.story = fields.said(self.story);
        row.sentence = ledger.count(fields.said(self.sentence), "sentence is no number", line);
        row.outlet = fields.said(self.publisher);
        row.place = self.place(fields, line, ledger);
    }

    fn place<'a>(&self, fields: &Fields<'a>, line: u64, ledger: &mut Ledger) -> Place<'a> {
        let (latitude, longitude) = ledger.coordinates(fields.said(self.latitude), fields.said(self.longitude), line);
        let names = self.places.map(|at| fields.said(at));
        Place {
            name: names.into_iter().find(|name| !name.is_empty()).unwrap_or(""),
            country: ledger.country_code(Scheme::English, names[3]),
            latitude,
            longitude,
        }
    }
}

fn columns(header: &mut Header) -> Columns {
    Columns {
        id: header.need(&["Event ID"]),
        date: header.need(&["Event Date"]),
        kind: header.want("Event Text"),
        cameo: header.need(&["CAMEO Code"]),
        intensity: header.want("Intensity"),
        source: Actor {
            name: header.need(&["Source Name"]),
            sectors: header.want("Source Sectors"),
            country: header.need(&["Source Country"]),
        },
        target: Actor {
            name: header.need(&["Target Name"]),
            sectors: header.want("Target Sectors"),
            country: header.need(&["Target Country"]),
        },
        story: header.want("Story ID"),
        sentence: header.want("Sentence Number"),
        publisher: header.want("Publisher"),
        places: [header.want("City"), header.want("District"), header.want("Province"), header.want("Country")],
        latitude: header.want("Latitude"),
        longitude: header.want("Longitude"),
    }
}

/// The class of a code. ICEWS codes to three or four digits: one that is shorter has lost its leading zero on the way, and 10 may have been
/// 010.
fn class(code: &str, line: u64, ledger: &mut Ledger) -> Option<Class> {
    if (1..3).contains(&code.len()) {
        ledger.flaw(SHORT_CODE, line, code);
        return None;
    }
    ledger.cameo(code)
}

fn party<'a>(columns: Actor, fields: &Fields<'a>, ledger: &mut Ledger) -> Party<'a> {
    let (code, sectors) = (fields.said(columns.country), fields.said(columns.sectors));
    Party {
        name: fields.said(columns.name),
        country: ledger.country_code(Scheme::English, code),
        sector: sector(sectors, ledger),
        code,
        sectors,
    }
}

/// The sector with the lowest rank in a list set apart by commas.
fn sector(list: &str, ledger: &mut Ledger) -> Sector {
    let mut best: Option<Role> = None;
    for word in list.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        match role(Vocabulary::Icews, word) {
            Some(role) if best.is_none_or(|best| role.rank < best.rank) => best = Some(role),
            Some(_) => {}
            None => ledger.unmapped("sector (ICEWS)", word),
        }
    }
    best.map_or(Sector::default(), |role| role.sector)
}
