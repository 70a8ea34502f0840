//! What happened: events by date, the report's own apart from those that stand in somebody's words.

use mizan_record::{Event, Modality, Report};

use super::page::{Page, Parts, Piece};
use super::{moment, names};

pub(super) fn write(page: &mut Page, report: &Report) {
    page.head("section.timeline");
    if report.events.is_empty() {
        page.nothing("none.timeline");
        return;
    }
    let (told, own): (Vec<&Event>, Vec<&Event>) = report.events.iter().partition(|event| !event.claims.is_empty());
    if own.is_empty() {
        page.nothing("none.facts");
    }
    for modality in Modality::ALL {
        let group = own.iter().copied().filter(|event| event.modality == modality).collect();
        let heading = vec![page.word("group", modality.name())];
        entries(page, report, heading, group);
    }
    let heading = vec![page.label("group.told")];
    entries(page, report, heading, told);
}

/// A group of events under its heading, in order of date, then modality, then text.
fn entries(page: &mut Page, report: &Report, heading: Vec<Piece>, mut group: Vec<&Event>) {
    if group.is_empty() {
        return;
    }
    page.sub(heading);
    group.sort_by_key(|event| (moment::order(event.date.as_ref()), event.modality));
    for event in group {
        let parts = parts(page, report, event);
        page.entry(4, parts, &sentences(report, event));
    }
}

/// The parts of an event's line; its modality only where the heading of its group does not say it.
fn parts(page: &Page, report: &Report, event: &Event) -> Parts {
    let class = vec![page.word("class", event.class.name()), page.plain(" ("), page.code(event.class.name()), page.plain(")")];
    let mut parts = vec![moment::of_event(page, event.date.as_ref()), class, sides(page, report, event)];
    if !event.claims.is_empty() {
        parts.push(vec![page.word("modality", event.modality.name())]);
    }
    parts.extend(
        event.claims.iter().filter_map(|&c| report.claims.get(c)).map(|claim| page.fill("per", names::speaker(page, report, claim))),
    );
    parts.push(vec![page.percent(event.origin.confidence)]);
    parts
}

/// The sentence that tells it, and those that give its date and name who tells it.
pub(super) fn sentences(report: &Report, event: &Event) -> Vec<usize> {
    let dated = event.date.as_ref().and_then(|d| d.evidence.as_ref()).map(|e| e.sentence);
    let told = event.claims.iter().filter_map(|&c| report.claims.get(c)).flat_map(|claim| names::sentences_of(report, claim));
    std::iter::once(event.evidence.sentence).chain(dated).chain(told).collect()
}

fn sides(page: &Page, report: &Report, event: &Event) -> Vec<Piece> {
    let sources = names::of_mentions(page, report, &event.sources);
    let targets = names::of_mentions(page, report, &event.targets);
    let mut pieces = if sources.is_empty() { vec![page.label("nobody")] } else { sources };
    if !targets.is_empty() {
        pieces.extend([page.plain("\u{A0}"), page.label("arrow"), page.plain(" ")]);
        pieces.extend(targets);
    }
    pieces
}
