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

use std::sync::Arc;

use jiff::civil::Date;
use mizan_store::{Form, Snapshot};
use serde::Serialize;
use serde_json::{Map, Value};

use super::asked::Asked;
use super::state::State;
use crate::command::input;
use crate::measured::side::day;
use crate::measured::who::{Known, Who};

/// A request at work: what is asked for, and the store and names it is asked of.
pub(super) struct Room<'r> {
    pub(super) state: &'r State,
    pub(super) asked: &'r Asked,
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) known: Arc<Known>,
}

impl<'r> Room<'r> {
    /// # Errors
    /// When the store cannot be opened or has no such version.
    pub(super) fn open(state: &'r State, asked: &'r Asked) -> anyhow::Result<Room<'r>> {
        Ok(Room { state, asked, snapshot: state.snapshot(asked.as_of()?)?, known: state.known(asked.language()) })
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
        let mut out = Vec::new();
        self.snapshot.query(sql).and_then(|answer| answer.write(Form::Json, &mut out)).map_err(input)?;
        let lines = out.split(|b| *b == b'\n').filter(|l| !l.is_empty());
        Ok(lines.map(serde_json::from_slice).collect::<Result<_, _>>()?)
    }

    /// The one number that a question asks for.
    pub(super) fn count(&self, sql: &str) -> anyhow::Result<u64> {
        Ok(self.rows(sql)?.first().and_then(|r| r.values().next()).and_then(Value::as_u64).unwrap_or(0))
    }
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
#[derive(Debug, Clone)]
pub(super) struct Listing {
    /// The columns.
    pub(super) columns: String,
    /// `FROM …` with its conditions.
    pub(super) from: String,
    /// The order, which tells any two rows apart.
    pub(super) order: &'static str,
}

impl Listing {
    /// The whole answer.
    pub(super) fn whole(&self) -> String {
        format!("SELECT {} {} ORDER BY {}", self.columns, self.from, self.order)
    }
}

/// One page of a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Page {
    /// Rows in all.
    pub(super) total: u64,
    /// This page's number, from 1.
    pub(super) page: u64,
    /// Rows a page.
    pub(super) per_page: u64,
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
    let page = room.asked.page();
    let total = room.count(&format!("SELECT count(*) AS n {}", listing.from))?;
    let rows = room.rows(&format!("{} LIMIT {PER_PAGE} OFFSET {}", listing.whole(), (page - 1).saturating_mul(PER_PAGE)))?;
    Ok(Page { total, page, per_page: PER_PAGE, query: listing.whole(), rows })
}

/// Conditions as SQL; nothing when there are none.
pub(super) fn all(conditions: &[String]) -> String {
    if conditions.is_empty() { String::new() } else { format!(" WHERE {}", conditions.join(" AND ")) }
}

/// Whether a text holds some words, capitals or not, as a condition.
pub(super) fn holds(column: &str, words: &str) -> String {
    let pattern: String = words.chars().flat_map(|c| if matches!(c, '%' | '_' | '\\') { vec!['\\', c] } else { vec![c] }).collect();
    format!("{column} ILIKE {}", crate::command::query::quoted(&format!("%{pattern}%")))
}
