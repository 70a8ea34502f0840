//! The first page, search, the field for a report, one record.

use maud::{Markup, html};

use super::{Frame, cell, figures, language, own, title};
use crate::measured::words::thousands;
use crate::serve::address::Address;
use crate::serve::data::home::Home;
use crate::serve::data::record::{Record, report};
use crate::serve::data::search::Found;
use crate::serve::data::{Row, number, text};

/// What the store holds.
pub(in crate::serve) fn home(frame: &Frame, home: &Home) -> Markup {
    let w = &frame.words;
    let count = |name: &str| number(&home.figures, name).filter(|n| *n > 0.0).map(|n| thousands(n as u64)).unwrap_or_default();
    let days = [text(&home.figures, "first"), text(&home.figures, "last")].join(" – ");
    html! {
        h1 { (w.get("home.title")) }
        @if home.reports.is_empty() && home.public.is_empty() && count("indicators").is_empty() {
            p.empty { (w.get("home.empty")) " " code { "mizan add" } " · " code { "mizan import" } }
        } @else {
            (figures(&[
                (w.get("reports"), count("reports")), (w.get("stories"), count("stories")), (w.get("events"), count("events")),
                (w.get("claims"), count("claims")), (w.get("positions"), count("positions")), (w.get("public_events"), count("public_events")),
                (w.get("indicators"), count("indicators")), (w.get("days"), if days.len() > 5 { days } else { String::new() }),
            ]))
        }
        @if !home.countries.is_empty() {
            section.part {
                h2 { (w.get("home.countries")) }
                ul.tiles {
                    @for row in &home.countries {
                        li { a href=(frame.link(&Address::of("/actor").with("key", text(row, "code")).text())) { (text(row, "name")) } " " span.count { (thousands(number(row, "stories").unwrap_or(0.0) as u64)) } }
                    }
                }
            }
        }
        @if !home.reports.is_empty() {
            section.part {
                h2 { (w.get("home.latest")) }
                (reports_table(frame, &home.reports))
                p { a href=(frame.link("/reports")) { (w.get("all")) } }
            }
        }
        @if !home.languages.is_empty() {
            section.part {
                h2 { (w.get("languages")) }
                ul.tiles { @for row in &home.languages { li { (language(w, text(row, "language"))) " " span.count { (thousands(number(row, "reports").unwrap_or(0.0) as u64)) } } } }
            }
        }
        @if !home.public.is_empty() {
            section.part {
                h2 { (w.get("public_events")) }
                ul.tiles { @for row in &home.public { li { (text(row, "provider")) " " span.count { (cell(row, "events")) } " " (text(row, "first")) " – " (text(row, "last")) } } }
            }
        }
    }
}

/// Reports as rows.
pub(super) fn reports_table(frame: &Frame, rows: &[Row]) -> Markup {
    let w = &frame.words;
    html! {
        div.wide { table.list {
            thead { tr { th { (w.get("day")) } th { (w.get("report")) } th { (w.get("outlet")) } th { (w.get("language")) } } }
            tbody { @for row in rows {
                tr { td { time { (cell(row, "day")) } } td { (title(row)) } td { (own(&cell(row, "outlet"))) } td { (language(w, text(row, "language"))) } }
            } }
        } }
    }
}

/// What words were found in.
pub(in crate::serve) fn search(frame: &Frame, found: &Found) -> Markup {
    let w = &frame.words;
    let nothing = found.actors.is_empty() && found.reports.is_empty() && found.events.is_empty() && found.claims.is_empty();
    html! {
        h1 { (w.get("search.title")) @if !found.q.is_empty() { ": " (own(&found.q)) } }
        @if found.q.is_empty() { p.empty { (w.get("search.none")) } }
        @else if nothing { p.empty { (w.get("search.nothing")) } }
        @if !found.actors.is_empty() { section.part { h2 { (w.get("actors")) } ul.tiles { @for row in &found.actors {
            li { a href=(frame.link(&Address::of("/actor").with("key", text(row, "code")).text())) { (own(text(row, "name"))) } " " span.count { (cell(row, "stories")) } }
        } } } }
        @if !found.reports.is_empty() { section.part { h2 { (w.get("reports")) } (reports_table(frame, &found.reports)) } }
        @if !found.events.is_empty() { section.part { h2 { (w.get("events")) } (super::lists::events_table(frame, &found.events)) } }
        @if !found.claims.is_empty() { section.part { h2 { (w.get("claims")) } (super::lists::claims_table(frame, &found.claims)) } }
    }
}

/// The field for a report.
pub(in crate::serve) fn paste(frame: &Frame) -> Markup {
    let w = &frame.words;
    html! {
        h1 { (w.get("paste.title")) }
        p { (w.get("paste.about")) }
        form.paste method="post" action=(frame.link("/paste")) {
            label { span { (w.get("paste.text")) } textarea name="text" rows="14" dir="auto" required {} }
            div.filters {
                label { span { (w.get("paste.date")) } input type="date" name="date"; }
                button { (w.get("paste.go")) }
            }
        }
    }
}

/// One record with all that is behind it.
pub(in crate::serve) fn record(frame: &Frame, record: &Record) -> Markup {
    let w = &frame.words;
    html! {
        h1 { (w.get("record.title")) " " code { (record.id) } }
        @if let Some(address) = &record.report { p { a href=(frame.link(address)) { (w.get("record.report")) } } }
        pre.record dir="auto" { (record.text) }
    }
}

/// A link from a record's id to its words in the report.
pub(super) fn evidence(frame: &Frame, id: &str, words: Markup) -> Markup {
    match report(id) {
        Some(address) => html! { a href=(frame.link(&address)) { (words) } },
        None => html! { a href=(frame.link(&Address::of("/record").with("id", id).text())) { (words) } },
    }
}
