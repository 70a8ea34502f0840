//! Who acts: the actors, those mentioned most first.

use std::cmp::Reverse;

use mizan_record::{Actor, Mention, Report, Resolution};

use super::names;
use super::page::{Page, Parts, Piece};

pub(super) fn write(page: &mut Page, report: &Report) {
    page.head("section.actors");
    if report.actors.is_empty() {
        page.nothing("none.actors");
    }
    let mut order: Vec<&Actor> = report.actors.iter().collect();
    order.sort_by_key(|actor| Reverse(actor.mentions.len()));
    let (main, rest): (Vec<&Actor>, Vec<&Actor>) = order.into_iter().partition(|actor| matters(report, actor));
    for actor in main {
        let mentions: Vec<&Mention> = actor.mentions.iter().filter_map(|&m| report.mentions.get(m)).collect();
        let sentences: Vec<usize> = mentions.iter().map(|m| m.evidence.sentence).collect();
        let parts = parts(page, report, actor, &mentions);
        page.entry(2, parts, &sentences);
    }
    if !rest.is_empty() {
        let once = names::list(page, rest.iter().map(|actor| vec![names::name(page, report, actor)]).collect());
        let mut line = vec![page.label("actors.once"), page.plain(":\u{A0}")];
        line.extend(once);
        let sentences: Vec<usize> =
            rest.iter().flat_map(|a| &a.mentions).filter_map(|&m| report.mentions.get(m)).map(|m| m.evidence.sentence).collect();
        page.entry(2, vec![line], &sentences);
    }
}

/// Whether an actor gets a line of its own: it is mentioned more than once, or acts, is acted on or speaks.
fn matters(report: &Report, actor: &Actor) -> bool {
    let own = |m: &usize| actor.mentions.contains(m);
    actor.mentions.len() > 1
        || report.events.iter().any(|e| e.sources.iter().chain(&e.targets).any(own))
        || report.claims.iter().any(|c| c.speaker.as_ref().is_some_and(own))
}

fn parts(page: &Page, report: &Report, actor: &Actor, mentions: &[&Mention]) -> Parts {
    let identity = &actor.identity;
    let sector = if identity.sector.is_empty() { Vec::new() } else { vec![page.word("sector", identity.sector)] };
    vec![
        vec![names::name(page, report, actor)],
        vec![page.code(&identity.country)],
        vec![page.word("kind", identity.kind.code())],
        sector,
        identity.office.iter().map(|office| page.quoted(office)).collect(),
        vec![page.label("mentions"), page.plain(":\u{A0}"), page.code(&mentions.len().to_string())],
        resolutions(page, mentions),
    ]
}

/// The ways its mentions were resolved, surest first.
fn resolutions(page: &Page, mentions: &[&Mention]) -> Vec<Piece> {
    let mut ways: Vec<Resolution> = mentions.iter().map(|m| m.resolution).collect();
    ways.sort_unstable();
    ways.dedup();
    let ways = names::list(page, ways.into_iter().map(|way| vec![page.word("resolution", way.name())]).collect());
    if ways.is_empty() { ways } else { page.fill("identified", ways) }
}
