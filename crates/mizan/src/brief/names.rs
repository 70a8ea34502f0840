//! The names of those who act and speak. Numbers that point nowhere give no name.

use mizan_record::{Actor, Claim, Report};

use super::clean::{clean, shorten};
use super::page::{Page, Piece};

/// The widest name printed whole.
const WIDEST: usize = 60;

/// The actor of a mention.
pub(super) fn actor_of(report: &Report, mention: usize) -> Option<usize> {
    report.mentions.get(mention).map(|m| m.actor).filter(|&a| a < report.actors.len())
}

/// An actor's name; its first mention, then its key, where the name shows nothing.
pub(super) fn name(page: &Page, report: &Report, actor: &Actor) -> Piece {
    let mention = actor.mentions.first().and_then(|&m| report.mentions.get(m)).map_or("", |m| m.evidence.quote.as_str());
    let shown = [actor.identity.name.as_str(), mention, actor.identity.key.as_str()].into_iter().map(clean).find(|name| !name.is_empty());
    match shown {
        Some(shown) => page.quoted(&shorten(&shown, WIDEST.min(page.width()))),
        None => page.label("nobody"),
    }
}

/// The names behind some mentions, each once, with commas.
pub(super) fn of_mentions(page: &Page, report: &Report, mentions: &[usize]) -> Vec<Piece> {
    let mut actors: Vec<usize> = Vec::new();
    for actor in mentions.iter().filter_map(|&m| actor_of(report, m)) {
        if !actors.contains(&actor) {
            actors.push(actor);
        }
    }
    list(page, actors.into_iter().map(|a| vec![name(page, report, &report.actors[a])]).collect())
}

/// The mention that speaks, and whether it was carried over from before.
pub(super) fn speaker_of(claim: &Claim) -> Option<(usize, bool)> {
    claim.speaker.map(|mention| (mention, false)).or(claim.carried_speaker.map(|mention| (mention, true)))
}

/// The sentences that a claim rests on: its own, and where its speaker was carried over, the one that names the speaker.
pub(super) fn sentences_of(report: &Report, claim: &Claim) -> Vec<usize> {
    let carried = claim.carried_speaker.filter(|_| claim.speaker.is_none()).and_then(|m| report.mentions.get(m));
    std::iter::once(claim.content.sentence).chain(carried.map(|m| m.evidence.sentence)).collect()
}

/// Who speaks in a claim, marked where the speaker was carried over.
pub(super) fn speaker(page: &Page, report: &Report, claim: &Claim) -> Vec<Piece> {
    let known = speaker_of(claim).and_then(|(mention, carried)| Some((actor_of(report, mention)?, carried)));
    match known {
        None => vec![page.label("unnamed")],
        Some((actor, false)) => vec![name(page, report, &report.actors[actor])],
        Some((actor, true)) => {
            let mut pieces = vec![name(page, report, &report.actors[actor])];
            pieces.extend(carried(page));
            pieces
        }
    }
}

/// The mark of a speaker that was carried over.
pub(super) fn carried(page: &Page) -> Vec<Piece> {
    vec![page.plain(" ("), page.label("carried"), page.plain(")")]
}

/// Several things with commas; the comma of the line's own script.
pub(super) fn list(page: &Page, items: Vec<Vec<Piece>>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for item in items {
        if !pieces.is_empty() {
            pieces.push(page.label("comma"));
            pieces.push(page.plain(" "));
        }
        pieces.extend(item);
    }
    pieces
}
