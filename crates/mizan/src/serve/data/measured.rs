//! What the verbs that measure find, kept as long as the store does not change.

use std::sync::Arc;

use super::Room;
use crate::args::Verb;
use crate::command::{balance, coverage, forecasts, relate};
use crate::measured::sheet::Sheet;

type Found = anyhow::Result<Option<Arc<Sheet>>>;

/// The relation of `a` and `b`; nothing when they are not named.
pub(in crate::serve) fn relation(room: &Room<'_>) -> Found {
    if room.asked.get("a").is_none() || room.asked.get("b").is_none() {
        return Ok(None);
    }
    measured(room, "relate", &["a", "b"])
}

/// How `a` leans between `poles`.
pub(in crate::serve) fn balance(room: &Room<'_>) -> Found {
    if room.asked.get("a").is_none() || room.asked.get("poles").is_none() {
        return Ok(None);
    }
    measured(room, "balance", &["a"])
}

/// How much is written about `a`.
pub(in crate::serve) fn coverage(room: &Room<'_>) -> Found {
    if room.asked.get("a").is_none() {
        return Ok(None);
    }
    measured(room, "coverage", &["a"])
}

/// Forecasts, all or those about or by `a`.
pub(in crate::serve) fn forecasts(room: &Room<'_>) -> Found {
    measured(room, "forecasts", &["a"])
}

fn measured(room: &Room<'_>, verb: &str, named: &[&str]) -> Found {
    let key = room.asked.key(verb, room.snapshot.version().number);
    let measure = || match room.asked.verb(room.state, verb, named)? {
        Verb::Relate(args) => relate::sheet(&args, &room.snapshot, &room.known),
        Verb::Balance(args) => balance::sheet(&args, &room.snapshot, &room.known),
        Verb::Coverage(args) => coverage::sheet(&args, &room.snapshot, &room.known),
        Verb::Forecasts(args) => forecasts::sheet(&args, &room.snapshot, &room.known),
        _ => Err(anyhow::anyhow!("`{verb}` measures nothing")),
    };
    room.state.sheet(key, measure).map(Some)
}
