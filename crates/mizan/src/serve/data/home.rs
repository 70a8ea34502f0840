//! What the store holds, in a few figures.

use std::sync::Arc;

use serde::Serialize;

use super::{Room, Row, rows};
use crate::measured::beside::both;

/// The store at a glance.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Home {
    /// The version of the store.
    pub(in crate::serve) version: u64,
    /// Counts, first and last day.
    pub(in crate::serve) figures: Row,
    /// Reports by language.
    pub(in crate::serve) languages: Vec<Row>,
    /// Public sets of events.
    pub(in crate::serve) public: Vec<Row>,
    /// The countries that most stories name.
    pub(in crate::serve) countries: Vec<Row>,
    /// The reports that came last.
    pub(in crate::serve) reports: Vec<Row>,
}

const FIGURES: &str = "SELECT (SELECT count(*) FROM documents) AS reports, (SELECT count(DISTINCT story) FROM documents) AS stories, \
                       (SELECT count(DISTINCT event) FROM events) AS events, (SELECT count(*) FROM claims) AS claims, \
                       (SELECT count(*) FROM positions) AS positions, (SELECT count(*) FROM public_events) AS public_events, \
                       (SELECT count(*) FROM indicators) AS indicators, (SELECT min(published) FROM documents) AS first, \
                       (SELECT max(published) FROM documents) AS last";

/// # Errors
/// When the store cannot be read.
pub(in crate::serve) fn of(room: &Room<'_>) -> anyhow::Result<Arc<Home>> {
    let key = format!("{} {}", room.snapshot.version().number, room.known.language.code());
    room.state.homes.get(key, || made(room))
}

/// Countries that stories name, those with most stories first: more than are shown, since some codes are no state's.
const COUNTRIES: &str = "SELECT country AS code, count(DISTINCT story) AS stories FROM actors WHERE country IS NOT NULL AND coalesce(sector, '') <> 'MED' \
                         GROUP BY country ORDER BY stories DESC, code LIMIT 40";

fn made(room: &Room<'_>) -> anyhow::Result<Home> {
    let snapshot = &*room.snapshot;
    let (figures, mut countries) = both(|| rows(snapshot, FIGURES), || rows(snapshot, COUNTRIES))?;
    countries.retain(|row| room.known.lexicon.state(super::text(row, "code")).is_some());
    countries.truncate(16);
    for row in &mut countries {
        let name = room.known.name(super::text(row, "code"));
        row.insert("name".into(), name.into());
    }
    Ok(Home {
        version: room.snapshot.version().number,
        figures: figures.into_iter().next().unwrap_or_default(),
        languages: room.rows("SELECT coalesce(language, '') AS language, count(*) AS reports FROM documents GROUP BY 1 ORDER BY 2 DESC, 1")?,
        public: room.rows(
            "SELECT provider, count(*) AS events, min(day) AS first, max(day) AS last FROM public_events GROUP BY provider ORDER BY provider",
        )?,
        countries,
        reports: room.rows(
            "SELECT document, published AS day, title, outlet, language, source FROM documents ORDER BY published DESC NULLS LAST, document LIMIT 12",
        )?,
    })
}
