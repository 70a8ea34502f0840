//! What a verb that measures found: numbers with their intervals, series, turning points, records, what is missing.

use maud::{Markup, html};

use super::home::evidence;
use super::lists::turn;
use super::{Frame, SETS, choice, field, own};
use crate::measured::sheet::{Change, Curve, Drawn, Number, Part, Record, Sheet, Shown, Turning};
use crate::measured::words;
use crate::serve::asked::Asked;
use crate::serve::data::measured::Forecasts;

/// The page of a measure: its form, and below it what was found.
pub(in crate::serve) fn measured(frame: &Frame, verb: &'static str, sheet: Option<&Sheet>) -> Markup {
    let w = &frame.words;
    html! {
        h1 { @match sheet { Some(sheet) => (own(&sheet.title)), None => (w.get(title(verb))) } }
        (form(frame, verb))
        @match sheet {
            None => p.empty { (w.get("measure.none")) },
            Some(sheet) => {
                ul.about { @for line in &sheet.about { li { (own(line)) } } }
                (chart(frame, verb, sheet))
                @for part in sheet.parts.iter().filter(|p| !p.is_empty()) { (self::part(frame, part)) }
                @if !sheet.missing.is_empty() { section.part { h2 { (w.get("missing")) } ul.missing { @for line in &sheet.missing { li { (own(line)) } } } } }
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
    let curves: Vec<&Curve> = sheet.parts.iter().flat_map(|p| &p.series).filter(|c| c.drawn != Drawn::Hidden).collect();
    let source = Asked::with(&frame.asked, "chart", verb).address("/api/v1/chart");
    html! {
        @if !curves.is_empty() {
            figure.chart data-chart="series" data-src=(source) data-title=(sheet.title) data-source={ "Source: " (sheet.about.join("; ")) } {
                figcaption { (frame.words.get("series")) }
                div.canvas hidden {}
                details.behind open { summary { (frame.words.get("table")) } (table(frame, &curves)) }
            }
        }
    }
}

/// The series side by side, a row a period.
fn table(frame: &Frame, curves: &[&Curve]) -> Markup {
    let mut periods: Vec<String> = curves.iter().flat_map(|c| &c.points).map(|p| p.period.label()).collect();
    periods.sort();
    periods.dedup();
    let value = |curve: &Curve, period: &str| {
        curve.points.iter().find(|p| p.period.label() == period).map(|p| estimate(&p.shown)).unwrap_or_default()
    };
    html! {
        div.wide { table.numbers {
            thead { tr { th { (frame.words.get("period")) } @for c in curves { th { (own(&c.label)) " " span.unit { (c.measure) } } } } }
            tbody { @for period in &periods { tr { th scope="row" { (period) } @for c in curves { td.number { (value(c, period)) } } } } }
        } }
    }
}

fn part(frame: &Frame, part: &Part) -> Markup {
    html! {
        section.part {
            h2 { (own(&part.title)) }
            @if !part.numbers.is_empty() { (numbers(frame, &part.numbers)) }
            @for turning in &part.turning { (self::turning(frame, turning)) }
            @if !part.records.is_empty() { ul.records { @for record in &part.records { (self::record(frame, record)) } } }
            @for word in &part.words { p.note { (own(word)) } }
        }
    }
}

fn numbers(frame: &Frame, numbers: &[Number]) -> Markup {
    let w = &frame.words;
    html! {
        div.wide { table.numbers {
            thead { tr { th { (w.get("measure")) } th { (w.get("value")) } th { (w.get("interval")) } th { (w.get("count")) } th { (w.get("notes")) } } }
            tbody { @for n in numbers { tr {
                th scope="row" { (own(&n.label)) }
                td.number { @if n.shown.value.is_some() { (words::value(&n.shown)) " " span.unit { (n.shown.unit) } } @else { span.none { (w.get("no.value")) } } }
                td.number { (words::interval(&n.shown).unwrap_or_default()) }
                td.number { (words::counted(n.shown.count, n.shown.counted)) }
                td { @for note in &n.shown.notes { span.note { (note) } " " } (behind(frame, &n.shown)) }
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
fn estimate(shown: &Shown) -> String {
    shown.value.map(|_| format!("{} {}", words::value(shown), words::interval(shown).unwrap_or_default())).unwrap_or_default()
}

fn turning(frame: &Frame, turning: &Turning) -> Markup {
    let w = &frame.words;
    html! {
        h3 { (w.get("turning")) ": " (own(&turning.label)) " " span.unit { (turning.measure) } }
        p.note { (turning.search) @for note in &turning.notes { "; " (note) } }
        @if !turning.changes.is_empty() { ul.turning { @for change in &turning.changes { (self::change(frame, change)) } } }
    }
}

fn change(frame: &Frame, change: &Change) -> Markup {
    html! {
        li {
            strong { (change.period.label()) }
            @if let Some((first, last)) = change.between { " (" (first.label()) " – " (last.label()) ")" }
            ": " (words::figure(change.before, change.size.unit)) " → " (words::figure(change.after, change.size.unit))
            ", " (frame.words.get("by.size")) " " (words::value(&change.size)) " " (words::interval(&change.size).unwrap_or_default())
            @if !change.events.is_empty() { ul.records { @for record in &change.events { (self::record(frame, record)) } } }
        }
    }
}

fn record(frame: &Frame, record: &Record) -> Markup {
    html! {
        li {
            @if let Some(date) = &record.date { time { (date) } " " }
            @match record.ids.first() { Some(id) => (evidence(frame, id, own(&record.text))), None => (own(&record.text)) }
            @if let Some(quote) = &record.quote { " " q dir="auto" { (crate::brief::clean(quote)) } }
            @if let Some(outlet) = &record.outlet { " " span.outlet { (own(outlet)) } }
            @for note in &record.notes { " " span.note { (note) } }
            @if !record.measured.is_empty() { (numbers(frame, &record.measured)) }
        }
    }
}
