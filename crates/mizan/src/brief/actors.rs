//! Who acts: the actors, those mentioned most first.

use std::cmp::Reverse;

use mizan_record::{Actor, Kind, Mention, Report, Resolution};

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
        let mentions = mentions(report, actor);
        let sentences: Vec<usize> = mentions.iter().map(|m| m.evidence.sentence).collect();
        let parts = parts(page, report, actor, &mentions);
        page.entry(2, parts, &sentences);
    }
    if !rest.is_empty() {
        once(page, report, rest);
    }
}

/// One line for those mentioned once: the known ones by name, each with its sentence, the others as a number.
fn once(page: &mut Page, report: &Report, rest: Vec<&Actor>) {
    let (known, others): (Vec<&Actor>, Vec<&Actor>) = rest.into_iter().partition(|actor| is_known(report, actor));
    let mut items = Vec::new();
    for actor in &known {
        let sentences: Vec<usize> = mentions(report, actor).iter().map(|m| m.evidence.sentence).collect();
        let mut item = vec![names::name(page, report, actor)];
        item.extend(page.citation(&sentences));
        items.push(item);
    }
    if !others.is_empty() {
        let count = vec![page.code(&others.len().to_string())];
        items.push(if known.is_empty() { count } else { page.fill("actors.more", count) });
    }
    let mut line = vec![page.label("actors.once"), page.plain(":\u{A0}")];
    line.extend(names::list(page, items));
    page.entry(2, vec![line], &[]);
}

/// Whether it is a person, has a country, or was found by name.
fn is_known(report: &Report, actor: &Actor) -> bool {
    let named = |m: &&Mention| matches!(m.resolution, Resolution::Named | Resolution::NamedOnDate);
    actor.identity.kind == Kind::Person || !actor.identity.country.is_empty() || mentions(report, actor).iter().any(named)
}

fn mentions<'r>(report: &'r Report, actor: &Actor) -> Vec<&'r Mention> {
    actor.mentions.iter().filter_map(|&m| report.mentions.get(m)).collect()
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
        identity.office.iter().map(|office| page.named("office", office)).collect(),
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
