//! What a verb that measures found: numbers with their intervals, series, turning points, records, what is missing.

use std::cmp::Reverse;

use maud::{Markup, html};
use mizan_measure::Period;

use super::home::evidence;
use super::lists::turn;
use super::{Frame, SETS, choice, field, own};
use crate::measured::page::labelled;
use crate::measured::sheet::{Change, Curve, Drawn, Number, Part, Record, Sheet, Shown, Turning};
use crate::measured::told::{Told, said, told};
use crate::measured::words;
use crate::serve::asked::Asked;
use crate::serve::data::chart::source;
use crate::serve::data::measured::Forecasts;

/// The page of a measure: its form, and below it what was found.
pub(in crate::serve) fn measured(frame: &Frame, verb: &'static str, sheet: Option<&Sheet>) -> Markup {
    let w = &frame.words;
    html! {
        h1 { @match sheet { Some(sheet) => (say(frame, &sheet.title)), None => (w.get(title(verb))) } }
        (form(frame, verb))
        @match sheet {
            None => p.empty { (w.get("measure.none")) },
            Some(sheet) => {
                ul.about { @for line in &sheet.about { li { (say(frame, line)) } } }
                (chart(frame, verb, sheet))
                @for part in sheet.parts.iter().filter(|p| !p.is_empty()) { (self::part(frame, part)) }
                @if !sheet.missing.is_empty() { section.part { h2 { (w.get("missing")) } ul.missing { @for line in &sheet.missing { li { (say(frame, line)) } } } } }
                @let api = frame.asked.without("lang").address(&format!("/api/v1/{verb}"));
                p.note { a href=(api) { "JSON" } }
            }
        }
    }
}

/// Forecasts, a page at a time.
pub(in crate::serve) fn forecasts(frame: &Frame, found: &Forecasts) -> Markup {
    html! { (measured(frame, "forecasts", Some(&found.sheet))) @if found.place.total > found.place.per_page { (turn(frame, found.place, &html! {})) } }
}

/// Words of a sheet in the language of the page and its direction; a name or a text of others in its own.
fn say(frame: &Frame, told: &Told) -> Markup {
    let words = told.said(frame.words.language);
    match told {
        Told::Plain(_) => own(&words),
        Told::Said { .. } => html! { bdi dir=(frame.words.direction()) { (words) } },
    }
}

fn title(verb: &'static str) -> &'static str {
    match verb {
        "relation" => "nav.relation",
        "balance" => "nav.balance",
        "coverage" => "nav.coverage",
        _ => "nav.forecasts",
    }
}

fn form(frame: &Frame, verb: &'static str) -> Markup {
    let w = &frame.words;
    let steps = [
        ("", w.get("by.fitting")),
        ("day", w.get("by.day")),
        ("week", w.get("by.week")),
        ("month", w.get("by.month")),
        ("quarter", w.get("by.quarter")),
        ("year", w.get("by.year")),
    ];
    html! {
        form.filters action={ "/" (verb) } {
            (frame.carried())
            (field(w.get("actor"), "a", frame.value("a"), "text"))
            @if verb == "relation" { (field(w.get("actor.other"), "b", frame.value("b"), "text")) }
            @if verb == "balance" { (field(w.get("poles"), "poles", frame.value("poles"), "text")) }
            @if verb == "coverage" { (field(w.get("outlet.country"), "in", frame.value("in"), "text")) }
            (field(w.get("since"), "since", frame.value("since"), "date"))
            (field(w.get("until"), "until", frame.value("until"), "date"))
            @if verb != "forecasts" { (choice(w.get("by"), "by", frame.value("by"), &steps)) }
            @if verb != "coverage" { (choice(w.get("set"), "events", frame.value("events"), &SETS)) }
            button { (w.get("show")) }
        }
    }
}

fn chart(frame: &Frame, verb: &str, sheet: &Sheet) -> Markup {
    let curves: Vec<(Told, &Curve)> = sheet.parts.iter().flat_map(curves).collect();
    let language = frame.words.language;
    let address = Asked::with(&frame.asked, "chart", verb).address("/api/v1/chart");
    html! {
        @if !curves.is_empty() {
            figure.chart data-chart="series" data-src=(address) data-title=(sheet.title.said(language)) data-source=(source(sheet).said(language)) {
                figcaption { (frame.words.get("series")) }
                div.canvas hidden {}
                details.behind open { summary { (frame.words.get("table")) } (table(frame, &curves)) }
            }
        }
    }
}

/// The series of a part that are drawn, each with a name that no other of the sheet has.
fn curves(part: &Part) -> impl Iterator<Item = (Told, &Curve)> {
    let shown = part.series.iter().filter(|c| c.drawn != Drawn::Hidden);
    shown.map(move |c| (labelled(&part.labelled(&c.label), c.measure), c))
}

/// The series side by side, a row a period.
fn table(frame: &Frame, curves: &[(Told, &Curve)]) -> Markup {
    let mut periods: Vec<Period> = curves.iter().flat_map(|(_, c)| &c.points).map(|p| p.period).collect();
    periods.sort_by_key(|p| (p.first(), Reverse(p.last())));
    periods.dedup();
    let value = |curve: &Curve, period: Period| {
        curve.points.iter().find(|p| p.period == period).map(|p| estimate(frame, &p.shown)).unwrap_or_default()
    };
    html! {
        div.wide { table.numbers {
            thead { tr { th { (frame.words.get("period")) } @for (name, _) in curves { th { (say(frame, name)) } } } }
            tbody { @for period in &periods { tr { th scope="row" { (period.label()) } @for (_, c) in curves { td.number { (value(c, *period)) } } } } }
        } }
    }
}

fn part(frame: &Frame, part: &Part) -> Markup {
    html! {
        section.part {
            h2 { (say(frame, &part.title)) }
            @if !part.numbers.is_empty() { (numbers(frame, &part.numbers)) }
            @for turning in &part.turning { (self::turning(frame, part, turning)) }
            @if !part.records.is_empty() { ul.records { @for record in &part.records { (self::record(frame, record)) } } }
            @for word in &part.words { p.note { (say(frame, word)) } }
        }
    }
}

fn numbers(frame: &Frame, numbers: &[Number]) -> Markup {
    let (w, language) = (&frame.words, frame.words.language);
    html! {
        div.wide { table.numbers {
            thead { tr { th { (w.get("measure")) } th { (w.get("value")) } th { (w.get("interval")) } th { (w.get("count")) } th { (w.get("notes")) } } }
            tbody { @for n in numbers { tr {
                th scope="row" { (say(frame, &n.label)) }
                td.number { @if n.shown.value.is_some() { (words::value(&n.shown).said(language)) " " span.unit { (said(n.shown.unit, language)) } } @else { span.none { (w.get("no.value")) } } }
                td.number { (words::interval(&n.shown).unwrap_or_default().said(language)) }
                td.number { (words::counted(n.shown.count, n.shown.counted).said(language)) }
                td { @for note in &n.shown.notes { span.note { (say(frame, note)) } " " } (behind(frame, &n.shown)) }
            } } }
        } }
    }
}

/// The first records that a number rests on, and how many there are.
fn behind(frame: &Frame, shown: &Shown) -> Markup {
    html! {
        @if !shown.ids.is_empty() {
            details { summary { (frame.words.get("evidence")) " (" (shown.ids_in_all) ")" }
                ul.ids { @for id in shown.ids.iter().take(20) { li { (evidence(frame, id, html! { (id) })) } } }
                @if let Some(query) = &shown.query { pre { (query) } }
            }
        }
    }
}

/// A value with its interval, for a cell of the series; nothing where there is no value.
fn estimate(frame: &Frame, shown: &Shown) -> String {
    shown.value.map(|_| bounded(frame, shown)).unwrap_or_default()
}

/// A value with its interval.
fn bounded(frame: &Frame, shown: &Shown) -> String {
    let language = frame.words.language;
    format!("{} {}", words::value(shown).said(language), words::interval(shown).unwrap_or_default().said(language))
}

fn turning(frame: &Frame, part: &Part, turning: &Turning) -> Markup {
    let w = &frame.words;
    html! {
        h3 { (w.get("turning")) ": " (say(frame, &labelled(&part.labelled(&turning.label), turning.measure))) }
        p.note { (say(frame, &turning.search)) @for note in &turning.notes { "; " (say(frame, note)) } }
        @if !turning.changes.is_empty() { ul.turning { @for change in &turning.changes { (self::change(frame, change)) } } }
    }
}

fn change(frame: &Frame, change: &Change) -> Markup {
    let unit = change.size.unit;
    let levels = told!("{} → {}", words::figure(change.before, unit), words::figure(change.after, unit));
    html! {
        li {
            strong { (change.period.label()) }
            @if let Some((first, last)) = change.between { " (" (first.label()) " – " (last.label()) ")" }
            ": " (say(frame, &levels)) ", " (frame.words.get("by.size")) " " bdi { (bounded(frame, &change.size)) }
            @if !change.events.is_empty() { ul.records { @for record in &change.events { (self::record(frame, record)) } } }
        }
    }
}

fn record(frame: &Frame, record: &Record) -> Markup {
    html! {
        li {
            @if let Some(date) = &record.date { time { (date.said(frame.words.language)) } " " }
            @match record.ids.first() { Some(id) => (evidence(frame, id, say(frame, &record.text))), None => (say(frame, &record.text)) }
            @if let Some(quote) = &record.quote { " " q dir="auto" { (crate::brief::clean(quote)) } }
            @if let Some(outlet) = &record.outlet { " " span.outlet { (own(outlet)) } }
            @for note in &record.notes { " " span.note { (say(frame, note)) } }
            @if !record.measured.is_empty() { (numbers(frame, &record.measured)) }
        }
    }
}
