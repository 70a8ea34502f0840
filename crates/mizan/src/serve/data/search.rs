//! Words looked for among actors, reports, events and claims.

use serde::Serialize;

use super::{Room, Row, holds};
use crate::command::query::quoted;
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
    Ok(Found {
        q: q.to_string(),
        actors: actors(room, q)?,
        reports: room.rows(&format!(
            "SELECT document, published AS day, title, outlet, language, source FROM documents WHERE {} OR {} LIMIT {SHOWN}",
            holds("title", q),
            holds("text", q)
        ))?,
        events: room.rows(&format!(
            "SELECT event, coalesce(date_first, published) AS day, source, target, class, modality, claim, quote, document FROM events WHERE {} LIMIT {SHOWN}",
            holds("quote", q)
        ))?,
        claims: room.rows(&format!(
            "SELECT claim, published AS day, kind, speaker, content, document FROM claims WHERE {} LIMIT {SHOWN}",
            holds("content", q)
        ))?,
    })
}

fn actors(room: &Room<'_>, q: &str) -> anyhow::Result<Vec<Row>> {
    let named = room.known.lexicon.find(q, None, None);
    let keys: Vec<String> = named
        .iter()
        .flat_map(|m| &m.entries)
        .map(|e| if is_country(e.country()) && e.key().len() == 3 { e.country() } else { e.key() }.to_string())
        .collect();
    let among = if keys.is_empty() {
        String::new()
    } else {
        format!(" OR actor IN ({})", keys.iter().map(|k| quoted(k)).collect::<Vec<_>>().join(", "))
    };
    let mut found = room.rows(&format!(
        "SELECT actor AS code, min(name) AS name, min(kind) AS kind, min(country) AS country, count(DISTINCT story) AS stories FROM actors WHERE {}{among} \
         GROUP BY actor ORDER BY stories DESC, actor LIMIT {SHOWN}",
        holds("name", q)
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
