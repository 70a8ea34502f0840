//! One actor: how often it is named, with whom it deals, what it says, what is said of it, where it stands.

use std::sync::Arc;

use mizan_store::Snapshot;
use serde::Serialize;

use super::claims::{SPEAKER, about};
use super::{Room, Row, all, rows};
use crate::measured::beside::both;
use crate::measured::corpus::naming;
use crate::measured::selection::Selection;
use crate::measured::side::{Columns, Side, settled};
use crate::measured::who::{Known, Who};
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
pub(in crate::serve) fn of(room: &Room<'_>) -> anyhow::Result<Option<Arc<Actor>>> {
    let Some(who) = room.who("key")? else { return Ok(None) };
    room.state.actors.get(room.asked.key("actor", room.snapshot.version().number), || made(&room.snapshot, &room.known, who)).map(Some)
}

fn made(snapshot: &Snapshot, known: &Known, who: Who) -> anyhow::Result<Actor> {
    let side = &who.side;
    let mentioned = side.on(&Columns { country: "country", key: Some("actor"), day: "NULL" });
    let positions = format!(
        "SELECT issue, stance, towards, count(DISTINCT story) AS stories, min(date_first) AS first, max(date_last) AS last, min(position) AS position, \
         min(document) AS document FROM positions{} GROUP BY issue, stance, towards ORDER BY stories DESC, last DESC NULLS LAST, issue LIMIT 30",
        all(&[held(side)])
    );
    let claims = |condition: String| {
        let columns = "claim, published AS day, kind, speaker, content, document, outlet, language";
        rows(snapshot, &format!("SELECT {columns} FROM claims{} ORDER BY day DESC NULLS LAST, claim LIMIT 20", all(&[condition])))
    };
    let ((printed, toned), (partners, (positions, (says, said)))) = both(
        || both(|| printed(snapshot, side), || toned(snapshot, &mentioned)),
        || {
            let told = || both(|| claims(side.on(&SPEAKER)), || claims(about(side)));
            both(|| partners(snapshot, known, side, &who.code), || both(|| rows(snapshot, &positions), told))
        },
    )?;
    let (named, printed) = printed;
    Ok(Actor {
        figures: named.into_iter().chain(toned).collect(),
        partners,
        positions,
        says,
        said,
        printed,
        code: who.code,
        name: who.name,
    })
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

/// Stories and reports that name it in all, and stories by the country of the outlet.
fn printed(snapshot: &Snapshot, side: &Side) -> anyhow::Result<(Row, Vec<Row>)> {
    let rows = rows(
        snapshot,
        &format!(
            "SELECT grouping(outlet_country) AS whole, coalesce(outlet_country, '') AS country, count(DISTINCT story) AS stories, count(*) AS reports, \
         min(published) AS first, max(published) AS last FROM documents WHERE document IN ({}) GROUP BY ROLLUP (outlet_country) \
         ORDER BY whole DESC, stories DESC, country",
            naming(side)
        ),
    )?;
    let (whole, mut by): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| super::number(row, "whole") == Some(1.0));
    by.truncate(20);
    Ok((
        picked(whole.into_iter().next().unwrap_or_default(), &["stories", "reports", "first", "last"]),
        by.into_iter().map(|row| picked(row, &["country", "stories"])).collect(),
    ))
}

fn picked(row: Row, names: &[&str]) -> Row {
    row.into_iter().filter(|(name, _)| names.contains(&name.as_str())).collect()
}

/// Mentions of it and their mean tone, and the reports in which that is not neutral.
fn toned(snapshot: &Snapshot, mentioned: &str) -> anyhow::Result<Row> {
    let rows = rows(
        snapshot,
        &format!(
            "SELECT sum(mentions) AS mentions, sum(tone * mentions) / sum(mentions) AS tone, count(DISTINCT CASE WHEN tone <> 0 THEN document END) AS toned \
         FROM actors WHERE {mentioned}"
        ),
    )?;
    Ok(rows.into_iter().next().unwrap_or_default())
}

/// Countries that an actor deals with, most stories first.
pub(in crate::serve) fn partners(snapshot: &Snapshot, known: &Known, side: &Side, code: &str) -> anyhow::Result<Vec<Partner>> {
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
    let (out, back) = both(
        || rows(snapshot, &asked(&selection.source(), "target_country")),
        || rows(snapshot, &asked(&selection.target(), "source_country")),
    )?;
    for row in out {
        found.entry(super::text(&row, "code").to_string()).or_default().0 = halves(&row);
    }
    for row in back {
        found.entry(super::text(&row, "code").to_string()).or_default().1 = halves(&row);
    }
    let mut partners: Vec<Partner> = found
        .into_iter()
        .map(|(other, (forth, back))| Partner {
            name: known.name(&other),
            relation: Address::of("/relation").with("a", code).with("b", &other).text(),
            code: other,
            forth,
            back,
        })
        .collect();
    partners.sort_by_key(|p| (std::cmp::Reverse(p.forth.iter().chain(&p.back).sum::<u64>()), p.code.clone()));
    Ok(partners)
}
