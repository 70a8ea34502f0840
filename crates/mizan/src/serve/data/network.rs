//! Who deals with whom in a span of days.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::actor::HALVES;
use super::{Room, number, text};
use crate::measured::selection::Selection;
use crate::measured::side::settled;
use crate::serve::address::Address;

/// Actors and their ties.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Network {
    /// Actors.
    pub(in crate::serve) nodes: Vec<Node>,
    /// Ties, those of most stories first.
    pub(in crate::serve) edges: Vec<Edge>,
    /// Ties in all; no more than 150 are shown.
    pub(in crate::serve) all: usize,
    /// What the figures are.
    pub(in crate::serve) source: String,
}

/// An actor.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Node {
    /// Country code or key.
    pub(in crate::serve) id: String,
    /// Name.
    pub(in crate::serve) name: String,
    /// Country.
    pub(in crate::serve) country: String,
    /// Stories of its ties.
    pub(in crate::serve) count: u64,
}

/// What one does to another.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Edge {
    /// Who acts.
    pub(in crate::serve) source: String,
    /// On whom.
    pub(in crate::serve) target: String,
    /// Stories of cooperation.
    pub(in crate::serve) cooperation: u64,
    /// Stories of conflict.
    pub(in crate::serve) conflict: u64,
    /// Cooperation less conflict by both, -1 to 1.
    pub(in crate::serve) net: f64,
    /// Both.
    pub(in crate::serve) count: u64,
    /// Where they are listed.
    pub(in crate::serve) evidence: String,
}

/// So many ties are shown.
const SHOWN: usize = 150;

/// # Errors
/// When the store cannot be read.
pub(in crate::serve) fn of(room: &Room<'_>) -> anyhow::Result<Network> {
    let keyed = room.asked.get("level") == Some("actor");
    let (source, target) = if keyed { ("source_key", "target_key") } else { ("source_country", "target_country") };
    let mut conditions = room.days("coalesce(date_first, published)")?;
    let selection = Selection::own();
    conditions.push(selection.standing());
    if !keyed {
        conditions.extend(["source_key", "target_key"].map(settled));
    }
    conditions.push(format!("{source} IS NOT NULL AND {target} IS NOT NULL AND {source} <> {target}"));
    if let Some(who) = room.who("a")? {
        conditions.push(format!("({} OR {})", who.side.on(&selection.source()), who.side.on(&selection.target())));
    }
    let names = if keyed { "min(source) AS source_name, min(target) AS target_name," } else { "" };
    let rows = room.rows(&format!(
        "SELECT {source} AS source, {target} AS target, {names} min(source_country) AS source_country, min(target_country) AS target_country, {HALVES} \
         FROM events WHERE {} GROUP BY {source}, {target}",
        conditions.join(" AND ")
    ))?;
    let days = |a: Address| a.perhaps("since", room.asked.get("since")).perhaps("until", room.asked.get("until"));
    let mut edges: Vec<Edge> = rows.iter().map(|row| edge(row, days)).filter(|e| e.count > 0).collect();
    edges.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| (&a.source, &a.target).cmp(&(&b.source, &b.target))));
    let all = edges.len();
    edges.truncate(SHOWN);
    Ok(Network { nodes: nodes(room, &edges, &rows), edges, all, source: source_line(room) })
}

fn edge(row: &super::Row, days: impl Fn(Address) -> Address) -> Edge {
    let whole = |name| number(row, name).unwrap_or(0.0) as u64;
    let (cooperation, conflict) = (whole("cooperation"), whole("conflict"));
    let count = cooperation + conflict;
    let (source, target) = (text(row, "source").to_string(), text(row, "target").to_string());
    let evidence = days(Address::of("/events").with("counted", "yes").with("source", &source).with("target", &target)).text();
    Edge { source, target, cooperation, conflict, net: (cooperation as f64 - conflict as f64) / count.max(1) as f64, count, evidence }
}

fn nodes(room: &Room<'_>, edges: &[Edge], rows: &[super::Row]) -> Vec<Node> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for edge in edges {
        *counts.entry(&edge.source).or_default() += edge.count;
        *counts.entry(&edge.target).or_default() += edge.count;
    }
    let told = |id: &str, what: &str| {
        let found = rows.iter().find_map(|r| ["source", "target"].into_iter().find(|side| text(r, side) == id).map(|side| (r, side)));
        found.and_then(|(r, side)| r.get(&format!("{side}_{what}"))).and_then(Value::as_str).unwrap_or_default().to_string()
    };
    let one = |(id, count): (&str, u64)| {
        let known = room.known.name(id);
        let name = if known == id { Some(told(id, "name")).filter(|n| !n.is_empty()).unwrap_or(known) } else { known };
        Node { id: id.to_string(), name, country: told(id, "country"), count }
    };
    counts.into_iter().map(one).collect()
}

fn source_line(room: &Room<'_>) -> String {
    format!(
        "Source: events that Mizan read, actual and in the report's own voice, stories; Mizan {}, store version {}",
        env!("CARGO_PKG_VERSION"),
        room.snapshot.version().number
    )
}
