//! Events, by who did what to whom and when.

use super::{Listing, Page, Room, SOURCE, TARGET, all, holds};
use crate::args::measured::{Events, Mode, Set};
use crate::command::input;
use crate::command::query::quoted;
use crate::measured::selection::Selection;
use crate::measured::side::Columns;
use crate::measured::who::Who;

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
    match room.asked.get("events").unwrap_or("mizan") {
        "mizan" => Ok(Set::Mizan),
        "gdelt" => Ok(Set::Gdelt),
        "icews" => Ok(Set::Icews),
        "polecat" => Ok(Set::Polecat),
        other => Err(input(format!("`events={other}` is no set of events\nhint: mizan, gdelt, icews or polecat"))),
    }
}

/// Events that meet all that is asked for. `counted=yes` leaves those that measures count: actual, and in the report's own voice.
pub(in crate::serve) fn listing(room: &Room<'_>) -> anyhow::Result<Listing> {
    let set = set(room)?;
    let own = set == Set::Mizan;
    let first = if own { "coalesce(date_first, published)" } else { "day" };
    let mut conditions = sides(room, own)?;
    conditions.extend(room.days(first)?);
    if !own || room.asked.get("counted") == Some("yes") {
        conditions.push(Selection::new(&Events { events: set, modality: vec![Mode::Actual], claims: false })?.standing());
    }
    for name in ["class", "quad", "modality", "language", "document", "story", "claim"] {
        let is_there = own || matches!(name, "class" | "quad" | "language");
        conditions.extend(room.asked.get(name).filter(|_| is_there).map(|v| format!("{name} = {}", quoted(v))));
    }
    let words = if own { "quote" } else { "words" };
    conditions.extend(room.asked.get("q").map(|q| holds(words, q)));
    let from = format!("FROM {}{}", if own { "events" } else { "public_events" }, all(&conditions));
    let order = if own { "day DESC NULLS LAST, event, pair" } else { "day DESC NULLS LAST, event" };
    Ok(Listing { columns: if own { OWN } else { PUBLIC }.into(), from, order })
}

fn sides(room: &Room<'_>, own: bool) -> anyhow::Result<Vec<String>> {
    let public = |c: Columns<'static>| if own { c } else { Columns { key: None, day: "day", ..c } };
    let (source, target) = (public(SOURCE), public(TARGET));
    let by = room.who("source")?.map(|w| w.side.on(&source));
    let on = room.who("target")?.map(|w| w.side.on(&target));
    let either = match (room.who("actor")?, room.who("other")?) {
        (Some(a), Some(b)) => {
            let way = |from: &Who, to: &Who| format!("{} AND {}", from.side.on(&source), to.side.on(&target));
            Some(format!("({} OR {})", way(&a, &b), way(&b, &a)))
        }
        (Some(a), None) => Some(format!("({} OR {})", a.side.on(&source), a.side.on(&target))),
        (None, _) => None,
    };
    Ok([by, on, either].into_iter().flatten().collect())
}
