//! A report with its records marked in place, and beside it a card for each record.

use maud::{Markup, html};

use super::{Frame, own};
use crate::serve::address::Address;
use crate::serve::data::report::{Card, Mark, Report, Sentence};
use crate::serve::words::direction;

/// The page of a report.
pub(in crate::serve) fn report(frame: &Frame, report: &Report) -> Markup {
    let w = &frame.words;
    let language = report.facts.get("language").map_or("", String::as_str);
    html! {
        h1 { (own(report.facts.get("title").map_or(w.get("report"), String::as_str))) }
        dl.facts {
            @for (name, value) in report.facts.iter().filter(|(n, _)| !matches!(**n, "title" | "model" | "story")) {
                div { dt { (w.name("fact", name)) } dd { (own(value)) } }
            }
        }
        @if !report.kept { p.note { (w.get("paste.unkept")) } }
        @if !report.doubts.is_empty() { ul.missing { @for doubt in &report.doubts { li { (own(doubt)) } } } }
        div.layers role="group" aria-label=(w.get("layers")) {
            @for (layer, key) in [("actor", "actors"), ("event", "events"), ("claim", "claims")] {
                label { input type="checkbox" data-layer=(layer) checked; " " (w.get(key)) }
            }
        }
        div.reading {
            article.report lang=[(!language.is_empty()).then_some(language)] dir=(if language.is_empty() { "auto" } else { direction(language) }) {
                @for paragraph in report.sentences.chunk_by(|a, b| a.paragraph == b.paragraph && a.heading == b.heading) { (self::paragraph(report, paragraph)) }
            }
            aside.records aria-label=(w.get("records")) { @for card in &report.cards { (self::card(frame, report, card)) } }
        }
    }
}

fn paragraph(report: &Report, sentences: &[Sentence]) -> Markup {
    let inside = html! { @for s in sentences { span.s id={ "s" (s.n) } data-n=(s.n) { (sentence(report, s)) } " " } };
    if sentences.first().is_some_and(|s| s.heading) {
        html! { h2 { (inside) } }
    } else {
        html! { p { (inside) } }
    }
}

/// The words of a sentence, cut wherever a mark begins or ends.
fn sentence(report: &Report, sentence: &Sentence) -> Markup {
    let [start, end] = sentence.bytes;
    let here: Vec<&Mark> = report.marks.iter().filter(|m| m.bytes[0] < end && m.bytes[1] > start).collect();
    let mut cuts: Vec<usize> = here.iter().flat_map(|m| m.bytes).map(|at| at.clamp(start, end)).chain([start, end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    html! {
        @for piece in cuts.windows(2) {
            @let (from, to) = (piece[0], piece[1]);
            @let over: Vec<&&Mark> = here.iter().filter(|m| m.bytes[0] <= from && m.bytes[1] >= to).collect();
            (marked(report.text.get(from..to).unwrap_or_default(), &over))
        }
    }
}

/// A piece with all marks that lie over it: it leads to the card of the shortest.
fn marked(words: &str, over: &[&&Mark]) -> Markup {
    let Some(first) = over.iter().min_by_key(|m| m.bytes[1] - m.bytes[0]) else { return html! { (words) } };
    let mut names = vec!["m"];
    for kind in ["actor", "event", "claim"] {
        names.extend(over.iter().any(|m| m.kind == kind).then_some(kind));
    }
    names.extend(over.iter().find(|m| m.tone != 0).map(|m| if m.tone < 0 { "tone-neg" } else { "tone-pos" }));
    let ids: Vec<&str> = over.iter().map(|m| m.id.as_str()).collect();
    let (names, ids) = (names.join(" "), ids.join(" "));
    // A link needs a name: a space between two marks is lit with them, but leads nowhere.
    html! {
        @if words.trim().is_empty() { span class=(names) data-ids=(ids) { (words) } }
        @else { a class=(names) href={ "#" (first.id) } data-ids=(ids) { (words) } }
    }
}

/// In which order facts stand on a card.
const ORDER: [&str; 18] = [
    "source",
    "target",
    "speaker",
    "actor",
    "issue",
    "towards",
    "day",
    "date_rule",
    "modality",
    "quad",
    "intensity",
    "claim",
    "cue",
    "carried",
    "kind",
    "country",
    "sector",
    "mentions",
];

fn card(frame: &Frame, report: &Report, card: &Card) -> Markup {
    let w = &frame.words;
    let head = match card.kind {
        "claim" => w.name("claim", &card.head).to_string(),
        "position" => w.name("stance", &card.head).to_string(),
        _ => card.head.clone(),
    };
    html! {
        article class={ "record " (card.kind) } id=(card.id) tabindex="-1" {
            h3 { span.kind { (w.name("record", card.kind)) } " " (own(&head)) @if card.facts.contains_key("claim") { " " span.claimed { (w.get("claimed")) } } }
            dl.facts { @for name in ORDER { @if let Some(value) = card.facts.get(name) {
                div { dt { (w.name("fact", name)) } dd { (fact(frame, name, value)) } }
            } } }
            @if card.kind != "actor" && !card.quote.is_empty() { blockquote dir="auto" { (card.quote) } }
            p.made {
                @if let Some(n) = card.sentence { a href={ "#s" (n) } { (w.get("sentence")) " " (n) } }
                @if let Some(confidence) = card.confidence { " · " (w.get("confidence")) " " (format!("{confidence:.2}")) }
                @if !card.made_by.is_empty() { " · " span.by { (card.made_by) } }
                @if let Some(key) = card.facts.get("key") { " · " a href=(frame.link(&Address::of("/actor").with("key", key).text())) { (w.get("actor")) } }
                @if report.kept && matches!(card.kind, "event" | "claim" | "position") {
                    " · " a href=(frame.link(&Address::of("/record").with("id", &format!("{}-{}", report.id, card.id)).text())) { (w.get("record.all")) }
                }
            }
        }
    }
}

fn fact(frame: &Frame, name: &str, value: &str) -> Markup {
    match name {
        "claim" => html! { a href={ "#" (value) } { (value) } },
        "modality" => html! { (frame.words.name("modality", value)) },
        _ => own(value),
    }
}
