//! Claims, by who says it, of what kind and about whom.

use mizan_store::Shelf;

use super::{Held, Listing, Page, Room};
use crate::command::query::quoted;
use crate::measured::side::{Columns, Side};

const COLUMNS: &str = "claim, published AS day, kind, speaker_key, speaker, speaker_country, carried, cue, content, about, confidence, document, \
                       outlet, language, story";
/// The columns that tell who speaks.
pub(super) const SPEAKER: Columns<'static> = Columns { country: "speaker_country", key: Some("speaker_key"), day: "published" };

/// A page of claims.
pub(in crate::serve) fn of(room: &Room<'_>) -> anyhow::Result<Page> {
    super::page(room, &listing(room)?)
}

/// Claims that meet all that is asked for.
pub(in crate::serve) fn listing(room: &Room<'_>) -> anyhow::Result<Listing> {
    let mut conditions = room.days("published")?;
    conditions.extend(room.who("speaker")?.map(|w| w.side.on(&SPEAKER)));
    conditions.extend(room.who("about")?.map(|w| about(&w.side)));
    for name in ["kind", "language", "document", "story"] {
        conditions.extend(room.asked.get(name).map(|v| format!("{name} = {}", quoted(v))));
    }
    let words = room.asked.get("q").map(|q| Held::of(room, Shelf::Claims, q)).transpose()?;
    Ok(Listing { columns: COLUMNS, table: "claims", conditions, words, order: "day DESC NULLS LAST, claim" })
}

/// Claims about a side: it, or for a country anybody of it.
pub(in crate::serve) fn about(side: &Side) -> String {
    let one = |code: &str| match side {
        Side::Key(_) => format!("array_has(about, {})", quoted(code)),
        _ => format!("(array_has(about, {0}) OR array_to_string(about, ' ') LIKE {1})", quoted(code), quoted(&format!("%{code}/%"))),
    };
    format!("({})", side.codes().into_iter().map(one).collect::<Vec<_>>().join(" OR "))
}
