//! Lists of reports, events and claims, with their filters.

use maud::{Markup, html};
use mizan_record::{ClaimKind, Class};

use super::home::{evidence, reports_table};
use super::{Frame, SETS, cell, choice, field, own};
use crate::measured::words::thousands;
use crate::serve::address::Address;
use crate::serve::data::{Page, Place, Row, text};

/// Names to choose from, or any.
fn any(frame: &Frame, names: impl Iterator<Item = &'static str>) -> Vec<(&'static str, &'static str)> {
    std::iter::once(("", frame.words.get("any"))).chain(names.map(|n| (n, n))).collect()
}

/// Reports.
pub(in crate::serve) fn reports(frame: &Frame, page: &Page) -> Markup {
    let w = &frame.words;
    html! {
        h1 { (w.get("reports")) }
        form.filters action="/reports" {
            (frame.carried())
            (field(w.get("about"), "about", frame.value("about"), "text"))
            (field(w.get("and"), "and", frame.value("and"), "text"))
            (field(w.get("outlet.country"), "country", frame.value("country"), "text"))
            (field(w.get("words"), "q", frame.value("q"), "search"))
            (days(frame))
            button { (w.get("show")) }
        }
        (count(frame, page))
        @if page.place.total > 0 { (reports_table(frame, &page.rows)) }
        (pages(frame, page))
    }
}

/// Events.
pub(in crate::serve) fn events(frame: &Frame, page: &Page) -> Markup {
    let w = &frame.words;
    html! {
        h1 { (w.get("events")) }
        form.filters action="/events" {
            (frame.carried())
            (field(w.get("source"), "source", frame.value("source"), "text"))
            (field(w.get("target"), "target", frame.value("target"), "text"))
            (field(w.get("either"), "actor", frame.value("actor"), "text"))
            @if !frame.value("other").is_empty() { (field(w.get("other"), "other", frame.value("other"), "text")) }
            (choice(w.get("class"), "class", frame.value("class"), &any(frame, Class::ALL.iter().map(|c| c.name()))))
            (choice(w.get("set"), "events", frame.value("events"), &SETS))
            (choice(w.get("counted"), "counted", frame.value("counted"), &[("", w.get("counted.all")), ("yes", w.get("counted.yes"))]))
            (days(frame))
            button { (w.get("show")) }
        }
        (count(frame, page))
        @if page.place.total > 0 { (events_table(frame, &page.rows)) }
        (pages(frame, page))
    }
}

/// Events as rows; a record of a public set shows its headline and address in the place of words.
pub(super) fn events_table(frame: &Frame, rows: &[Row]) -> Markup {
    let w = &frame.words;
    html! {
        div.wide { table.list {
            thead { tr { th { (w.get("day")) } th { (w.get("source")) } th { (w.get("class")) } th { (w.get("target")) } th { (w.get("modality")) } th { (w.get("evidence")) } } }
            tbody { @for row in rows { tr {
                td { time { (cell(row, "day")) } }
                td { (own(&cell(row, "source"))) }
                td { span.class { (cell(row, "class")) } }
                td { (own(&cell(row, "target"))) }
                td { (w.name("modality", &cell(row, "modality"))) @if !cell(row, "claim").is_empty() { " " span.claimed { (w.get("claimed")) } } }
                td { (printed(frame, row)) }
            } } }
        } }
    }
}

fn printed(frame: &Frame, row: &Row) -> Markup {
    if row.contains_key("quote") {
        return evidence(frame, text(row, "event"), own(text(row, "quote")));
    }
    let words = [text(row, "headline"), text(row, "words"), text(row, "url"), text(row, "event")]
        .into_iter()
        .find(|t| !t.is_empty())
        .unwrap_or_default();
    html! {
        a href=(frame.link(&Address::of("/record").with("id", text(row, "event")).text())) { (own(words)) }
        @if let Some(url) = Some(text(row, "url")).filter(|u| u.starts_with("http://") || u.starts_with("https://")) { " " a href=(url) rel="noreferrer nofollow" { "↗" } }
    }
}

/// Claims.
pub(in crate::serve) fn claims(frame: &Frame, page: &Page) -> Markup {
    let w = &frame.words;
    html! {
        h1 { (w.get("claims")) }
        form.filters action="/claims" {
            (frame.carried())
            (field(w.get("speaker"), "speaker", frame.value("speaker"), "text"))
            (field(w.get("about"), "about", frame.value("about"), "text"))
            (choice(w.get("kind"), "kind", frame.value("kind"), &any(frame, ClaimKind::ALL.iter().map(|k| k.name()))))
            (field(w.get("words"), "q", frame.value("q"), "search"))
            (days(frame))
            button { (w.get("show")) }
        }
        (count(frame, page))
        @if page.place.total > 0 { (claims_table(frame, &page.rows)) }
        (pages(frame, page))
    }
}

/// Claims as rows.
pub(super) fn claims_table(frame: &Frame, rows: &[Row]) -> Markup {
    let w = &frame.words;
    html! {
        div.wide { table.list {
            thead { tr { th { (w.get("day")) } th { (w.get("speaker")) } th { (w.get("kind")) } th { (w.get("content")) } } }
            tbody { @for row in rows { tr {
                td { time { (cell(row, "day")) } }
                td { @if text(row, "speaker").is_empty() { span.none { (w.get("speaker.none")) } } @else { (own(text(row, "speaker"))) } }
                td { (w.name("claim", &cell(row, "kind"))) }
                td { (evidence(frame, text(row, "claim"), own(text(row, "content")))) }
            } } }
        } }
    }
}

fn days(frame: &Frame) -> Markup {
    html! {
        (field(frame.words.get("since"), "since", frame.value("since"), "date"))
        (field(frame.words.get("until"), "until", frame.value("until"), "date"))
    }
}

fn count(frame: &Frame, page: &Page) -> Markup {
    html! {
        @if page.place.total == 0 { p.empty { (frame.words.get("list.empty")) } }
        @else { p.note { (frame.words.get("list.total")) " " strong { (thousands(page.place.total)) } } }
    }
}

fn pages(frame: &Frame, page: &Page) -> Markup {
    let api = |form: &str| frame.asked.without("page").with("format", form).address(&format!("/api/v1{}", frame.path));
    html! {
        @if page.place.total > 0 {
            (turn(frame, page.place, &html! { a href=(api("csv")) download { "CSV" } a href=(api("parquet")) download { "Parquet" } }))
            details { summary { "SQL" } pre { (page.query) } }
        }
    }
}

/// To the pages before and after.
pub(super) fn turn(frame: &Frame, place: Place, more: &Markup) -> Markup {
    let w = &frame.words;
    let last = place.total.div_ceil(place.per_page).max(1);
    let to = |number: u64| frame.asked.with("page", &number.to_string()).address(frame.path);
    html! {
        nav.pages aria-label=(w.get("pages")) {
            @if place.page > 1 { a rel="prev" href=(to(place.page - 1)) { (w.get("earlier")) } }
            span { (place.page) " / " (last) }
            @if place.page < last { a rel="next" href=(to(place.page + 1)) { (w.get("later")) } }
            (more)
        }
    }
}
