//! Words looked for among actors, reports, events and claims.

use std::collections::BTreeSet;

use mizan_annotate::lexicon::Entry;
use mizan_store::Shelf;
use serde::Serialize;

use super::{Room, Row, has};
use crate::command::query::list;
use crate::measured::side::is_country;

/// What was found.
#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::serve) struct Found {
    /// The words.
    pub(in crate::serve) q: String,
    /// Actors of the knowledge base and the store.
    pub(in crate::serve) actors: Vec<Row>,
    /// Reports whose title or text holds the words; some of them when there are many.
    pub(in crate::serve) reports: Vec<Row>,
    /// Events whose words hold them.
    pub(in crate::serve) events: Vec<Row>,
    /// Claims whose content holds them.
    pub(in crate::serve) claims: Vec<Row>,
}

/// So many of each are shown.
const SHOWN: usize = 20;

/// # Errors
/// When the store cannot be read.
pub(in crate::serve) fn of(room: &Room<'_>) -> anyhow::Result<Found> {
    let Some(q) = room.asked.get("q") else { return Ok(Found::default()) };
    let events = "event, coalesce(date_first, published) AS day, source, target, class, modality, claim, quote, document";
    Ok(Found {
        q: q.to_string(),
        actors: actors(room, q)?,
        reports: newest(room, Shelf::Documents, "document, published AS day, title, outlet, language, source", q)?,
        events: newest(room, Shelf::Events, events, q)?,
        claims: newest(room, Shelf::Claims, "claim, published AS day, kind, speaker, content, document", q)?,
    })
}

/// The newest rows that hold the words.
fn newest(room: &Room<'_>, shelf: Shelf, columns: &str, q: &str) -> anyhow::Result<Vec<Row>> {
    let (table, id) = (shelf.table(), shelf.id());
    let held = room.found(shelf, q, Some(SHOWN)).map_or_else(|| has(shelf.words(), q), |ids| among(id, &ids));
    room.rows(&format!("SELECT {columns} FROM {table} WHERE {held} ORDER BY day DESC NULLS LAST, {id} LIMIT {SHOWN}"))
}

fn among<'i>(column: &str, ids: impl IntoIterator<Item = &'i String>) -> String {
    let ids = list(ids);
    if ids.is_empty() { "false".into() } else { format!("{column} IN ({ids})") }
}

/// Actors whose name holds the words, and those that the knowledge base knows by them, most stories first.
fn actors(room: &Room<'_>, q: &str) -> anyhow::Result<Vec<Row>> {
    let known = |e: &Entry| if is_country(e.country()) && e.key().len() == 3 { e.country() } else { e.key() }.to_string();
    let keys: Vec<String> = room.known.lexicon.find(q, None, None).iter().flat_map(|m| &m.entries).map(known).collect();
    let held = match room.found(Shelf::Actors, q, None) {
        Some(ids) => among("actor", &BTreeSet::from_iter(ids.into_iter().chain(keys.iter().cloned()))),
        None if keys.is_empty() => has("name", q),
        None => format!("({} OR {})", has("name", q), among("actor", &keys)),
    };
    let mut found = room.rows(&format!(
        "SELECT actor AS code, min(name) AS name, min(kind) AS kind, min(country) AS country, count(DISTINCT story) AS stories FROM actors WHERE {held} \
         GROUP BY actor ORDER BY stories DESC, actor LIMIT {SHOWN}"
    ))?;
    for key in keys {
        if !found.iter().any(|r| super::text(r, "code") == key) {
            let mut row = Row::new();
            row.insert("name".into(), room.known.name(&key).into());
            row.insert("code".into(), key.into());
            row.insert("stories".into(), 0.into());
            found.push(row);
        }
    }
    Ok(found)
}
