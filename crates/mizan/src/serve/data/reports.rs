//! Reports, by whom they name, where and when they were printed.

use super::{Listing, Page, Room, all, holds};
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
    conditions.extend(room.asked.get("q").map(|q| format!("({} OR {})", holds("title", q), holds("text", q))));
    Ok(Listing { columns: COLUMNS.into(), from: format!("FROM documents{}", all(&conditions)), order: "day DESC NULLS LAST, document" })
}
