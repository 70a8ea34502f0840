//! Who stands where: the ledger of positions.

use mizan_record::{Position, Report};

use super::clean::{clean, shorten};
use super::page::{Page, Parts, Piece};
use super::{moment, names};

pub(super) fn write(page: &mut Page, report: &Report) {
    page.head("section.positions");
    if report.positions.is_empty() {
        page.nothing("none.positions");
    }
    for position in &report.positions {
        let parts = parts(page, report, position);
        page.entry(2, parts, &position.sentences);
    }
}

fn parts(page: &Page, report: &Report, position: &Position) -> Parts {
    let actor = |number: usize| report.actors.get(number).map_or_else(|| page.label("nobody"), |a| names::name(page, report, a));
    let issue = shorten(&clean(&position.issue), page.width());
    vec![
        vec![actor(position.holder)],
        vec![page.word("stance", position.stance.name())],
        page.fill("quote", vec![page.quoted(&issue)]),
        position.towards.map_or_else(Vec::new, |towards| page.fill("position.towards", vec![actor(towards)])),
        since(page, report, position),
        grounds(page, report, position),
    ]
}

/// The earliest date it rests on; the day of publication is no such date, and is shown as what it is.
fn since(page: &Page, report: &Report, position: &Position) -> Vec<Piece> {
    let Some(first) = position.first.as_ref().filter(|i| i.first.or(i.last).is_some()) else { return Vec::new() };
    let dates = position.events.iter().filter_map(|&e| report.events.get(e)?.date.as_ref());
    match dates.into_iter().find(|date| date.interval == *first).filter(|date| moment::is_fallback(date)) {
        Some(date) => moment::of_event(page, Some(date)),
        None => page.fill("position.since", vec![page.code(&moment::written(first))]),
    }
}

/// Whether it rests on a deed, on the holder's own words, or on what others say of it.
fn grounds(page: &Page, report: &Report, position: &Position) -> Vec<Piece> {
    let mut events = position.events.iter().filter_map(|&e| report.events.get(e));
    if events.any(|event| event.claims.is_empty()) {
        return vec![page.label("position.own-deed")];
    }
    let mut own_words = false;
    let mut tellers: Vec<Option<usize>> = Vec::new();
    for claim in position.claims.iter().filter_map(|&c| report.claims.get(c)) {
        let speaker = names::speaker_of(claim).and_then(|(mention, _)| names::actor_of(report, mention));
        if speaker == Some(position.holder) {
            own_words = true;
        } else if !tellers.contains(&speaker) {
            tellers.push(speaker);
        }
    }
    let name = |teller: Option<usize>| match teller.and_then(|a| report.actors.get(a)) {
        Some(actor) => names::name(page, report, actor),
        None => page.label("unnamed"),
    };
    let mut grounds = Vec::new();
    if own_words {
        grounds.push(vec![page.label("position.own-words")]);
    }
    grounds.extend(tellers.into_iter().map(|teller| page.fill("position.told", vec![name(teller)])));
    names::list(page, grounds)
}
