//! One actor: how often it is named, with whom it deals, what it says, what is said of it, where it stands.

use serde::Serialize;

use super::claims::{SPEAKER, about};
use super::{Room, Row, all};
use crate::measured::corpus::naming;
use crate::measured::selection::Selection;
use crate::measured::side::{Columns, Side, settled};
use crate::serve::address::Address;

/// What is known of an actor.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Actor {
    /// Country code, key or pole.
    pub(in crate::serve) code: String,
    /// Its name.
    pub(in crate::serve) name: String,
    /// Stories, first and last day, mean tone of its mentions.
    pub(in crate::serve) figures: Row,
    /// Those it acts on and that act on it, most stories first.
    pub(in crate::serve) partners: Vec<Partner>,
    /// Where it stands.
    pub(in crate::serve) positions: Vec<Row>,
    /// What it says, newest first.
    pub(in crate::serve) says: Vec<Row>,
    /// What is said about it.
    pub(in crate::serve) said: Vec<Row>,
    /// Outlets by country that write about it.
    pub(in crate::serve) printed: Vec<Row>,
}

/// Somebody it deals with.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Partner {
    /// Country code.
    pub(in crate::serve) code: String,
    /// Name.
    pub(in crate::serve) name: String,
    /// Stories in which it acts on the partner, by cooperation and conflict.
    pub(in crate::serve) forth: [u64; 2],
    /// Stories in which the partner acts on it.
    pub(in crate::serve) back: [u64; 2],
    /// The address of the relation.
    pub(in crate::serve) relation: String,
}

/// Stories of cooperation and of conflict, in words and in deeds as `relate` counts them.
pub(in crate::serve) const HALVES: &str = "count(DISTINCT CASE WHEN quad LIKE '%cooperation' THEN story || quad END) AS cooperation, \
                                           count(DISTINCT CASE WHEN quad LIKE '%conflict' THEN story || quad END) AS conflict";

/// The actor that is named; nothing when none is.
///
/// # Errors
/// When nobody is known by the name, or the store cannot be read.
pub(in crate::serve) fn of(room: &Room<'_>) -> anyhow::Result<Option<Actor>> {
    let Some(who) = room.who("key")? else { return Ok(None) };
    let side = &who.side;
    let mentioned = side.on(&Columns { country: "country", key: Some("actor"), day: "NULL" });
    let speaker = side.on(&SPEAKER);
    let held = held(side);
    let claims = "claim, published AS day, kind, speaker, content, document, outlet, language FROM claims";
    Ok(Some(Actor {
        figures: figures(room, side, &mentioned)?,
        partners: partners(room, side, &who.code)?,
        positions: room.rows(&format!(
            "SELECT issue, stance, towards, count(DISTINCT story) AS stories, min(date_first) AS first, max(date_last) AS last, min(position) AS position, \
             min(document) AS document FROM positions{} GROUP BY issue, stance, towards ORDER BY stories DESC, last DESC NULLS LAST, issue LIMIT 30",
            all(&[held])
        ))?,
        says: room.rows(&format!("SELECT {claims}{} ORDER BY day DESC NULLS LAST, claim LIMIT 20", all(&[speaker])))?,
        said: room.rows(&format!("SELECT {claims}{} ORDER BY day DESC NULLS LAST, claim LIMIT 20", all(&[about(side)])))?,
        printed: room.rows(&format!(
            "SELECT coalesce(outlet_country, '') AS country, count(DISTINCT story) AS stories FROM documents WHERE document IN ({}) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20",
            naming(side)
        ))?,
        code: who.code,
        name: who.name,
    }))
}

fn held(side: &Side) -> String {
    match side {
        Side::Key(key) => format!("actor_key = {}", crate::command::query::quoted(key)),
        _ => {
            let one = |c: &str| format!("actor_key = '{c}' OR actor_key LIKE '{c}/%'");
            let safe = side.codes().into_iter().filter(|c| c.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
            format!("({})", safe.map(one).collect::<Vec<_>>().join(" OR "))
        }
    }
}

fn figures(room: &Room<'_>, side: &Side, mentioned: &str) -> anyhow::Result<Row> {
    let named = room.rows(&format!(
        "SELECT count(DISTINCT story) AS stories, count(*) AS reports, min(published) AS first, max(published) AS last FROM documents WHERE document IN ({})",
        naming(side)
    ))?;
    let toned = room.rows(&format!(
        "SELECT count(*) AS mentions, avg(tone) AS tone, count(DISTINCT CASE WHEN tone <> 0 THEN document END) AS toned FROM mentions WHERE {mentioned}"
    ))?;
    Ok(named.into_iter().chain(toned).flatten().collect())
}

/// Countries that an actor deals with, most stories first.
pub(in crate::serve) fn partners(room: &Room<'_>, side: &Side, code: &str) -> anyhow::Result<Vec<Partner>> {
    let selection = Selection::own();
    let asked = |own: &Columns<'_>, other: &str| {
        let (mine, settled) = (side.on(own), settled(&other.replace("_country", "_key")));
        format!(
            "SELECT {other} AS code, {HALVES} FROM events WHERE {} AND {mine} AND {settled} AND {other} IS NOT NULL AND NOT ({}) GROUP BY {other}",
            selection.standing(),
            side.on(&Columns { country: other, key: None, ..*own })
        )
    };
    let mut found: std::collections::BTreeMap<String, ([u64; 2], [u64; 2])> = std::collections::BTreeMap::new();
    let halves = |r: &Row| ["cooperation", "conflict"].map(|n| r.get(n).and_then(serde_json::Value::as_u64).unwrap_or(0));
    for row in room.rows(&asked(&selection.source(), "target_country"))? {
        found.entry(super::text(&row, "code").to_string()).or_default().0 = halves(&row);
    }
    for row in room.rows(&asked(&selection.target(), "source_country"))? {
        found.entry(super::text(&row, "code").to_string()).or_default().1 = halves(&row);
    }
    let mut partners: Vec<Partner> = found
        .into_iter()
        .map(|(other, (forth, back))| Partner {
            name: room.known.name(&other),
            relation: Address::of("/relation").with("a", code).with("b", &other).text(),
            code: other,
            forth,
            back,
        })
        .collect();
    partners.sort_by_key(|p| (std::cmp::Reverse(p.forth.iter().chain(&p.back).sum::<u64>()), p.code.clone()));
    Ok(partners)
}
