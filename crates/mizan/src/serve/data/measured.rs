//! What the verbs that measure find, kept as long as the store does not change.

use std::sync::Arc;

use serde::Serialize;

use super::{Place, Room};
use crate::args::Verb;
use crate::command::{balance, coverage, forecasts, relate};
use crate::measured::sheet::{Part, Sheet};

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

/// A page of the forecasts.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Forecasts {
    /// Where the page stands.
    #[serde(flatten)]
    pub(in crate::serve) place: Place,
    /// What was found, with the records of this page.
    #[serde(flatten)]
    pub(in crate::serve) sheet: Sheet,
}

/// Forecasts, all or those about or by `a`, a page at a time.
pub(in crate::serve) fn forecasts(room: &Room<'_>) -> anyhow::Result<Forecasts> {
    let whole = sheet(room, "forecasts", &["a"])?;
    let place = Place::of(whole.parts.iter().map(|p| p.records.len() as u64).sum(), room.asked);
    let (before, most) = (usize::try_from(place.before())?, usize::try_from(place.per_page)?);
    let page = |part: &Part| Part {
        part: part.part,
        title: part.title.clone(),
        records: part.records.iter().skip(before).take(most).cloned().collect(),
        words: part.words.clone(),
        ..Part::default()
    };
    let parts = whole.parts.iter().map(page).collect();
    let sheet = Sheet {
        title: whole.title.clone(),
        about: whole.about.clone(),
        missing: whole.missing.clone(),
        command: String::new(),
        parts,
        ..*whole
    };
    Ok(Forecasts { place, sheet })
}

fn measured(room: &Room<'_>, verb: &str, named: &[&str]) -> Found {
    sheet(room, verb, named).map(Some)
}

fn sheet(room: &Room<'_>, verb: &str, named: &[&str]) -> anyhow::Result<Arc<Sheet>> {
    let key = room.asked.key(verb, room.snapshot.version().number);
    let measure = || match room.asked.verb(room.state, verb, named)? {
        Verb::Relate(args) => relate::sheet(&args, &room.snapshot, &room.known),
        Verb::Balance(args) => balance::sheet(&args, &room.snapshot, &room.known),
        Verb::Coverage(args) => coverage::sheet(&args, &room.snapshot, &room.known),
        Verb::Forecasts(args) => forecasts::sheet(&args, &room.snapshot, &room.known),
        _ => Err(anyhow::anyhow!("`{verb}` measures nothing")),
    };
    room.state.sheets.get(key, measure)
}
