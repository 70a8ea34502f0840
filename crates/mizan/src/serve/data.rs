//! What the views show, made out of the store. Everything here can be written as JSON.

pub(super) mod actor;
pub(super) mod chart;
pub(super) mod claims;
pub(super) mod events;
pub(super) mod home;
pub(super) mod map;
pub(super) mod measured;
pub(super) mod network;
pub(super) mod record;
pub(super) mod report;
pub(super) mod reports;
pub(super) mod search;
pub(super) mod sources;

use std::cell::OnceCell;
use std::sync::Arc;

use jiff::civil::Date;
use mizan_store::{Form, List, Shelf, Snapshot, Words};
use mizan_text::Sought;
use serde::Serialize;
use serde_json::{Map, Value};

use super::asked::Asked;
use super::state::State;
use crate::command::input;
use crate::command::query::quoted;
use crate::measured::side::day;
use crate::measured::who::{Known, Who};

/// A request at work: what is asked for, and the store and names it is asked of.
pub(super) struct Room<'r> {
    pub(super) state: &'r State,
    pub(super) asked: &'r Asked,
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) known: Arc<Known>,
    words: OnceCell<Option<Words>>,
}

impl<'r> Room<'r> {
    /// # Errors
    /// When the store cannot be opened or has no such version.
    pub(super) fn open(state: &'r State, asked: &'r Asked) -> anyhow::Result<Room<'r>> {
        let (snapshot, known) = (state.snapshot(asked.as_of()?)?, state.known(asked.language()));
        Ok(Room { state, asked, snapshot, known, words: OnceCell::new() })
    }

    /// The same store and names, asked something else.
    pub(super) fn asking<'o>(&self, asked: &'o Asked) -> Room<'o>
    where
        'r: 'o,
    {
        Room { state: self.state, asked, snapshot: Arc::clone(&self.snapshot), known: Arc::clone(&self.known), words: OnceCell::new() }
    }

    /// Whom a value names, if it is given.
    pub(super) fn who(&self, name: &str) -> anyhow::Result<Option<Who>> {
        self.asked.get(name).map(|text| self.known.who(text, &self.snapshot)).transpose()
    }

    /// A day, if it is given.
    pub(super) fn day(&self, name: &str) -> anyhow::Result<Option<Date>> {
        let read = |text: &str| text.parse().map_err(|_| input(format!("`{name}={text}` is no day\nhint: write it as 2022-01-31")));
        self.asked.get(name).map(read).transpose()
    }

    /// Conditions for the days asked for, on a column.
    pub(super) fn days(&self, column: &str) -> anyhow::Result<Vec<String>> {
        let since = self.day("since")?.map(|d| format!("{column} >= {}", day(d)));
        let until = self.day("until")?.map(|d| format!("{column} <= {}", day(d)));
        Ok([since, until].into_iter().flatten().collect())
    }

    /// Rows of a small answer, a JSON object each.
    pub(super) fn rows(&self, sql: &str) -> anyhow::Result<Vec<Row>> {
        rows(&self.snapshot, sql)
    }

    /// Ids of what holds some words, the newest first, so many at most, out of the index of words; nothing where the store has none that is up to date.
    pub(super) fn found(&self, shelf: Shelf, words: &str, most: Option<usize>) -> Option<Vec<String>> {
        let index = self.words.get_or_init(|| self.state.words(&self.snapshot)).as_ref()?;
        index.find(shelf, Sought::new(words).words(), most).ok()
    }

    /// The one number that a question asks for.
    pub(super) fn count(&self, sql: &str) -> anyhow::Result<u64> {
        Ok(self.rows(sql)?.first().and_then(|r| r.values().next()).and_then(Value::as_u64).unwrap_or(0))
    }
}

/// Rows of a small answer of a store, a JSON object each.
fn rows(snapshot: &Snapshot, sql: &str) -> anyhow::Result<Vec<Row>> {
    let mut out = Vec::new();
    snapshot.query(sql).and_then(|answer| answer.write(Form::Json, &mut out)).map_err(input)?;
    let lines = out.split(|b| *b == b'\n').filter(|l| !l.is_empty());
    Ok(lines.map(serde_json::from_slice).collect::<Result<_, _>>()?)
}

/// A row of an answer.
pub(super) type Row = Map<String, Value>;

/// A value of a row as text; empty where there is none.
pub(super) fn text<'r>(row: &'r Row, name: &str) -> &'r str {
    row.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A value of a row as a number.
pub(super) fn number(row: &Row, name: &str) -> Option<f64> {
    row.get(name).and_then(Value::as_f64)
}

/// A question whose answer is read page by page.
pub(super) struct Listing {
    /// The columns.
    pub(super) columns: &'static str,
    /// The table.
    pub(super) table: &'static str,
    /// Conditions, all to be met.
    pub(super) conditions: Vec<String>,
    /// Words that the rows hold.
    pub(super) words: Option<Held>,
    /// The order, which tells any two rows apart.
    pub(super) order: &'static str,
}

/// The condition that rows hold some words.
pub(super) struct Held {
    /// As anybody can ask it.
    condition: String,
    /// The ids that the index of words knows, in the column of that name.
    known: Option<(&'static str, List)>,
}

impl Held {
    /// Rows of a shelf that hold the words `q`; they are looked up by their ids where the index of words has all rows.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) fn of(room: &Room<'_>, shelf: Shelf, q: &str) -> anyhow::Result<Held> {
        let known = room.found(shelf, q, None).map(|ids| room.snapshot.list(ids)).transpose().map_err(input)?;
        Ok(Held { known: known.map(|list| (shelf.id(), list)), ..Held::read(shelf.words(), q) })
    }

    /// The same, where each text has to be read.
    pub(super) fn read(text: &str, q: &str) -> Held {
        Held { condition: has(text, q), known: None }
    }

    fn quick(&self) -> String {
        let known = self.known.as_ref().map(|(id, list)| format!("{id} IN (SELECT id FROM {})", list.name()));
        known.unwrap_or_else(|| self.condition.clone())
    }
}

impl Listing {
    /// `FROM …` with its conditions.
    fn from(&self, words: Option<String>) -> String {
        let conditions: Vec<String> = self.conditions.iter().cloned().chain(words).collect();
        format!("FROM {}{}", self.table, all(&conditions))
    }

    fn select(&self, from: &str) -> String {
        format!("SELECT {} {from} ORDER BY {}", self.columns, self.order)
    }

    /// The question that gives the whole list, as anybody can ask it.
    fn shown(&self) -> String {
        self.select(&self.from(self.words.as_ref().map(|w| w.condition.clone())))
    }

    fn quick(&self) -> String {
        self.from(self.words.as_ref().map(Held::quick))
    }

    /// The same question, as it is answered fastest while this is kept.
    pub(super) fn whole(&self) -> String {
        self.select(&self.quick())
    }
}

/// Where a page stands in its list.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Place {
    /// Rows in all.
    pub(super) total: u64,
    /// This page's number, from 1.
    pub(super) page: u64,
    /// Rows a page.
    pub(super) per_page: u64,
}

impl Place {
    fn of(total: u64, asked: &Asked) -> Place {
        Place { total, page: asked.page(), per_page: PER_PAGE }
    }

    /// Rows before this page.
    fn before(self) -> u64 {
        (self.page - 1).saturating_mul(self.per_page)
    }
}

/// One page of a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Page {
    /// Where it stands.
    #[serde(flatten)]
    pub(super) place: Place,
    /// The question that gives the whole list.
    pub(super) query: String,
    /// The rows.
    pub(super) rows: Vec<Row>,
}

/// Rows a page.
const PER_PAGE: u64 = 50;

/// The page of a list that is asked for.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn page(room: &Room<'_>, listing: &Listing) -> anyhow::Result<Page> {
    let place = Place::of(room.count(&format!("SELECT count(*) AS n {}", listing.quick()))?, room.asked);
    let rows = room.rows(&format!("{} LIMIT {PER_PAGE} OFFSET {}", listing.whole(), place.before()))?;
    Ok(Page { place, query: listing.shown(), rows })
}

/// Conditions as SQL; nothing when there are none.
pub(super) fn all(conditions: &[String]) -> String {
    if conditions.is_empty() { String::new() } else { format!(" WHERE {}", conditions.join(" AND ")) }
}

/// That a text holds some words, as a condition.
pub(super) fn has(text: &str, words: &str) -> String {
    format!("has_words({text}, {})", quoted(words))
}
