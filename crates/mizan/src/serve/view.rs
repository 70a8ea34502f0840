//! The pages as HTML. Everything from the store passes through the template's escaping: a report is only ever text.

mod actor;
mod frame;
mod home;
mod lists;
mod marked;
mod measured;
mod shapes;
mod sources;

pub(super) use actor::actor;
pub(super) use frame::{Frame, failed, whole};
pub(super) use home::{home, paste, record, search};
pub(super) use lists::{claims, events, reports};
pub(super) use marked::report;
pub(super) use measured::{forecasts, measured};
pub(super) use shapes::{map, network};
pub(super) use sources::sources;

use maud::{Markup, html};

use super::address::Address;
use super::data::{Row, text};
use super::words::Words;

/// The sources of the pages, for the test that every word they name is in the table.
#[cfg(test)]
pub(super) const SOURCES: [&str; 9] = [
    include_str!("view.rs"),
    include_str!("view/frame.rs"),
    include_str!("view/home.rs"),
    include_str!("view/lists.rs"),
    include_str!("view/marked.rs"),
    include_str!("view/measured.rs"),
    include_str!("view/actor.rs"),
    include_str!("view/shapes.rs"),
    include_str!("view/sources.rs"),
];

/// A value that a row may have as a table shows it.
fn cell(row: &Row, name: &str) -> String {
    match row.get(name) {
        None | Some(serde_json::Value::Null) => String::new(),
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// Words out of a report, in their own direction.
fn own(text: &str) -> Markup {
    html! { bdi { (crate::brief::clean(text)) } }
}

/// The title of a report, or what else tells it.
fn title(row: &Row) -> Markup {
    let named = [text(row, "title"), text(row, "source"), text(row, "document")].into_iter().find(|t| !t.is_empty()).unwrap_or_default();
    html! { a href=(Address::of("/report").with("id", text(row, "document")).text()) { (own(named)) } }
}

/// Figures with their names, large.
fn figures(pairs: &[(&str, String)]) -> Markup {
    html! {
        dl.figures {
            @for (name, value) in pairs.iter().filter(|(_, v)| !v.is_empty()) {
                div { dt { (name) } dd { (value) } }
            }
        }
    }
}

/// The sets of events by what an address calls them; Mizan's own is the one that need not be named.
const SETS: [(&str, &str); 4] = [("", "Mizan"), ("gdelt", "GDELT"), ("icews", "ICEWS"), ("polecat", "POLECAT")];

/// The name of a language, in the words of the page.
fn language(w: &Words, code: &str) -> String {
    if code.is_empty() { w.get("unknown").to_string() } else { w.name("language", code).to_string() }
}

/// A labelled field of a form.
fn field(label: &str, name: &str, value: &str, kind: &str) -> Markup {
    html! { label { span { (label) } input type=(kind) name=(name) value=(value) dir="auto"; } }
}

/// A labelled choice of a form; the empty value is "any".
fn choice(label: &str, name: &str, value: &str, all: &[(&str, &str)]) -> Markup {
    html! {
        label { span { (label) }
            select name=(name) {
                @for (code, shown) in all { option value=(code) selected[*code == value] { (shown) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_words_are_only_text() {
        let shown = own("<script>alert(1)</script>\u{202e}").into_string();
        assert_eq!(shown, "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>");
    }
}
