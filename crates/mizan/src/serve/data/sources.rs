//! Who is read: outlets, languages, months with and without reports, public sets, doubts.

use serde::Serialize;

use super::{Room, Row};

/// What the store rests on.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Sources {
    /// Outlets, most stories first.
    pub(in crate::serve) outlets: Vec<Row>,
    /// Outlets in all.
    pub(in crate::serve) all_outlets: u64,
    /// Stories by month and language.
    pub(in crate::serve) months: Vec<Row>,
    /// Months between the first and the last without a report.
    pub(in crate::serve) silent: Vec<String>,
    /// Reports without a day of publication.
    pub(in crate::serve) undated: u64,
    /// Public sets of events and of figures.
    pub(in crate::serve) sets: Vec<Row>,
    /// Doubts, by name.
    pub(in crate::serve) doubts: Vec<Row>,
    /// What was done to the store.
    pub(in crate::serve) runs: Vec<Row>,
}

/// # Errors
/// When the store cannot be read.
pub(in crate::serve) fn of(room: &Room<'_>) -> anyhow::Result<Sources> {
    let months = room.rows(
        "SELECT substr(CAST(published AS VARCHAR), 1, 7) AS month, coalesce(language, '') AS language, count(DISTINCT story) AS stories FROM documents \
         WHERE published IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
    )?;
    Ok(Sources {
        outlets: room.rows(
            "SELECT coalesce(outlet, '') AS outlet, coalesce(outlet_country, '') AS country, count(DISTINCT story) AS stories, count(*) AS reports, \
             min(published) AS first, max(published) AS last, array_to_string(array_agg(DISTINCT language), ', ') AS languages FROM documents \
             GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 200",
        )?,
        all_outlets: room.count("SELECT count(DISTINCT outlet) AS n FROM documents")?,
        silent: silent(&months),
        months,
        undated: room.count("SELECT count(*) AS n FROM documents WHERE published IS NULL")?,
        sets: room.rows(
            "SELECT provider AS name, 'events' AS what, count(*) AS rows, min(day) AS first, max(day) AS last FROM public_events GROUP BY provider \
             UNION ALL SELECT dataset || ', ' || indicator AS name, 'figures' AS what, count(*) AS rows, min(date_first) AS first, max(date_last) AS last \
             FROM indicators GROUP BY dataset, indicator ORDER BY what, name",
        )?,
        doubts: room.rows("SELECT name, sum(count) AS count, min(detail) AS instance FROM doubts GROUP BY name ORDER BY 2 DESC, 1")?,
        runs: room.rows("SELECT run, verb, array_to_string(inputs, ', ') AS inputs, began, mizan, model, taken, known, aside FROM runs ORDER BY run DESC LIMIT 50")?,
    })
}

fn silent(months: &[Row]) -> Vec<String> {
    let heard: Vec<&str> = months.iter().map(|r| super::text(r, "month")).collect();
    let Some((first, last)) = heard.first().zip(heard.last()) else { return Vec::new() };
    crate::command::status::months(first, last).into_iter().filter(|m| !heard.contains(&m.as_str())).collect()
}
