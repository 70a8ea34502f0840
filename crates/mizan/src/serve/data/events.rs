//! Events, by who did what to whom and when.

use clap::ValueEnum;
use mizan_store::Shelf;

use super::{Held, Listing, Page, Room};
use crate::args::measured::{Events, Mode, Set};
use crate::command::input;
use crate::command::query::quoted;
use crate::measured::selection::Selection;

const OWN: &str = "event, coalesce(date_first, published) AS day, date_last, date_granularity, source_key, source, source_country, target_key, \
                   target, target_country, class, quad, modality, intensity, claim, confidence, quote, document, outlet, language, story, pair";
const PUBLIC: &str = "event, provider, day, source, source_country, target, target_country, class, code, words, quad, intensity, tone, mentions, \
                      headline, url, outlet, language";

/// A page of events.
pub(in crate::serve) fn of(room: &Room<'_>) -> anyhow::Result<Page> {
    super::page(room, &listing(room)?)
}

/// The set asked for: Mizan's own unless a public one is named.
pub(in crate::serve) fn set(room: &Room<'_>) -> anyhow::Result<Set> {
    let name = room.asked.get("events").unwrap_or("mizan");
    Set::from_str(name, false).map_err(|_| input(format!("`events={name}` is no set of events\nhint: mizan, gdelt, icews or polecat")))
}

/// Events that meet all that is asked for. `counted=yes` leaves those that measures count: actual, and in the report's own voice.
pub(in crate::serve) fn listing(room: &Room<'_>) -> anyhow::Result<Listing> {
    let selection = Selection::new(&Events { events: set(room)?, modality: vec![Mode::Actual], claims: false })?;
    let own = selection.is_own();
    let mut conditions = sides(room, &selection)?;
    conditions.extend(room.days(if own { "coalesce(date_first, published)" } else { "day" })?);
    if !own || room.asked.get("counted") == Some("yes") {
        conditions.push(selection.standing());
    }
    for name in ["class", "quad", "modality", "language", "document", "story", "claim"] {
        let is_there = own || matches!(name, "class" | "quad" | "language");
        conditions.extend(room.asked.get(name).filter(|_| is_there).map(|v| format!("{name} = {}", quoted(v))));
    }
    let words = room.asked.get("q").map(|q| held(room, own, q)).transpose()?;
    let order = if own { "day DESC NULLS LAST, event, pair" } else { "day DESC NULLS LAST, event" };
    Ok(Listing { columns: if own { OWN } else { PUBLIC }, table: selection.table(), conditions, words, order })
}

/// Events that hold some words; those of public sets are in no index.
fn held(room: &Room<'_>, own: bool, q: &str) -> anyhow::Result<Held> {
    if own { Held::of(room, Shelf::Events, q) } else { Ok(Held::read("words", q)) }
}

fn sides(room: &Room<'_>, selection: &Selection) -> anyhow::Result<Vec<String>> {
    let (source, target) = (selection.source(), selection.target());
    let by = room.who("source")?.map(|w| w.side.on(&source));
    let on = room.who("target")?.map(|w| w.side.on(&target));
    let either = match (room.who("actor")?, room.who("other")?) {
        (Some(a), Some(b)) => Some(format!("({} OR {})", selection.between(&a.side, &b.side), selection.between(&b.side, &a.side))),
        (Some(a), None) => Some(format!("({} OR {})", a.side.on(&source), a.side.on(&target))),
        (None, _) => None,
    };
    Ok([by, on, either].into_iter().flatten().collect())
}
