//! Reports, by whom they name, where and when they were printed.

use mizan_store::Shelf;

use super::{Held, Listing, Page, Room};
use crate::command::query::quoted;
use crate::measured::corpus::naming;

const COLUMNS: &str = "document, published AS day, title, outlet, outlet_country, language, source, url, story, sentences";

/// A page of reports.
pub(in crate::serve) fn of(room: &Room<'_>) -> anyhow::Result<Page> {
    super::page(room, &listing(room)?)
}

/// Reports that meet all that is asked for.
pub(in crate::serve) fn listing(room: &Room<'_>) -> anyhow::Result<Listing> {
    let mut conditions = room.days("published")?;
    for name in ["about", "and"] {
        conditions.extend(room.who(name)?.map(|w| format!("document IN ({})", naming(&w.side))));
    }
    for (name, column) in [("language", "language"), ("outlet", "outlet"), ("country", "outlet_country"), ("story", "story")] {
        conditions.extend(room.asked.get(name).map(|v| format!("{column} = {}", quoted(v))));
    }
    let words = room.asked.get("q").map(|q| Held::of(room, Shelf::Documents, q)).transpose()?;
    Ok(Listing { columns: COLUMNS, table: "documents", conditions, words, order: "day DESC NULLS LAST, document" })
}
