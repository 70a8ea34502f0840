//! The relations of one actor, country by country.

use serde::Serialize;

use super::Room;
use super::actor::{Partner, partners};
use crate::serve::address::Address;

/// An actor's relations on a map.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Map {
    /// Whose.
    pub(in crate::serve) actor: String,
    /// Its name.
    pub(in crate::serve) name: String,
    /// Countries it deals with.
    pub(in crate::serve) countries: Vec<Country>,
    /// What the figures are.
    pub(in crate::serve) source: String,
}

/// A country on the map.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Country {
    /// ISO 3166 alpha-3.
    pub(in crate::serve) code: String,
    /// Name.
    pub(in crate::serve) name: String,
    /// Cooperation less conflict by both in all, -1 to 1.
    pub(in crate::serve) net: f64,
    /// Stories of cooperation.
    pub(in crate::serve) cooperation: u64,
    /// Stories of conflict.
    pub(in crate::serve) conflict: u64,
    /// Both.
    pub(in crate::serve) count: u64,
    /// Where they are listed.
    pub(in crate::serve) evidence: String,
    /// The address of the relation.
    pub(in crate::serve) relation: String,
}

/// The map of `a`; nothing when nobody is named.
///
/// # Errors
/// When nobody is known by the name, or the store cannot be read.
pub(in crate::serve) fn of(room: &Room<'_>) -> anyhow::Result<Option<Map>> {
    let Some(who) = room.who("a")? else { return Ok(None) };
    let all = partners(&room.snapshot, &room.known, &who.side, &who.code)?;
    Ok(Some(Map {
        countries: all.into_iter().filter_map(|p| country(p, &who.code)).collect(),
        source: format!(
            "Source: what {} does and what is done to it, both directions, actual and in the report's own voice, stories; Mizan {}, store version {}",
            who.name,
            env!("CARGO_PKG_VERSION"),
            room.snapshot.version().number
        ),
        actor: who.code,
        name: who.name,
    }))
}

fn country(partner: Partner, code: &str) -> Option<Country> {
    let (cooperation, conflict) = (partner.forth[0] + partner.back[0], partner.forth[1] + partner.back[1]);
    let count = cooperation + conflict;
    (count > 0).then(|| Country {
        net: (cooperation as f64 - conflict as f64) / count as f64,
        cooperation,
        conflict,
        count,
        evidence: Address::of("/events").with("counted", "yes").with("actor", code).with("other", &partner.code).text(),
        relation: partner.relation,
        code: partner.code,
        name: partner.name,
    })
}
