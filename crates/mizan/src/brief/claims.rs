//! Who says what: claims by speaker, in the order of the text.

use mizan_record::{Claim, Report};

use super::clean::{clean, shorten};
use super::names;
use super::page::{Page, Parts, Piece};

pub(super) fn write(page: &mut Page, report: &Report) {
    page.head("section.claims");
    if report.claims.is_empty() {
        page.nothing("none.claims");
    }
    for (speaker, claims) in by_speaker(report) {
        heading(page, report, speaker, &claims);
        for claim in claims {
            let parts = parts(page, claim);
            page.entry(4, parts, &names::sentences_of(report, claim));
        }
    }
}

/// What is said, between quotation marks, shortened to the width of the page.
pub(super) fn content(page: &Page, claim: &Claim) -> Vec<Piece> {
    page.fill("quote", vec![page.quoted(&shorten(&clean(&claim.content.quote), page.width()))])
}

/// Claims by the actor who speaks, in order of the first; those without one together.
fn by_speaker(report: &Report) -> Vec<(Option<usize>, Vec<&Claim>)> {
    let mut groups: Vec<(Option<usize>, Vec<&Claim>)> = Vec::new();
    for claim in &report.claims {
        let speaker = names::speaker_of(claim).and_then(|(mention, _)| names::actor_of(report, mention));
        match groups.iter_mut().find(|(actor, _)| *actor == speaker) {
            Some((_, claims)) => claims.push(claim),
            None => groups.push((speaker, vec![claim])),
        }
    }
    groups
}

/// Who speaks, with the sentences that name the speaker.
fn heading(page: &mut Page, report: &Report, speaker: Option<usize>, claims: &[&Claim]) {
    let Some(actor) = speaker.and_then(|a| report.actors.get(a)) else {
        let unnamed = vec![page.label("unnamed")];
        page.entry(2, vec![unnamed], &claims.iter().map(|c| c.content.sentence).collect::<Vec<_>>());
        return;
    };
    let identity = &actor.identity;
    let mut parts = vec![vec![names::name(page, report, actor)], vec![page.code(&identity.country)]];
    if !identity.sector.is_empty() {
        parts.push(vec![page.word("sector", identity.sector)]);
    }
    let named = claims.iter().filter_map(|c| names::speaker_of(c)).filter_map(|(mention, _)| report.mentions.get(mention));
    let sentences: Vec<usize> = named.map(|m| m.evidence.sentence).collect();
    page.entry(2, parts, &sentences);
}

fn parts(page: &Page, claim: &Claim) -> Parts {
    let mut kind = vec![page.word("claim", claim.kind.name())];
    if claim.speaker.is_none() && claim.carried_speaker.is_some() {
        kind.extend(names::carried(page));
    }
    vec![kind, denial(page, claim), content(page, claim), vec![page.percent(claim.origin.confidence)]]
}

/// The cue of what is denied or doubted, as it is printed before the content; nothing for other cues.
pub(super) fn denial(page: &Page, claim: &Claim) -> Vec<Piece> {
    claim.cue.iter().map(|cue| cue.quote.as_str()).filter(|cue| denies(cue)).map(|cue| page.quoted(cue)).collect()
}

/// Beginnings of words that deny.
const DENIALS: [&str; 11] = ["den", "refut", "reject", "نف", "ينف", "تنف", "отриц", "опроверг", "отверг", "жоққа", "теріске"];

/// Beginnings of words that doubt.
const DOUBTS: [&str; 11] = ["doubt", "сомн", "усомни", "شكك", "يشكك", "تشكك", "شكوك", "استبع", "يستبعد", "تستبعد", "күмән"];

/// Whether a cue turns its content round: what is denied or doubted must not read as what is said.
fn denies(cue: &str) -> bool {
    let folded = mizan_text::fold::fold(cue);
    let turns = |word: &str| DENIALS.iter().chain(&DOUBTS).any(|start| word.trim_start_matches('و').starts_with(start));
    folded.split_whitespace().any(|word| word == "not" || word.ends_with("n't") || turns(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_that_turn_their_content_round() {
        for cue in [
            "has denied",
            "doubted",
            "did not confirm",
            "doesn't think",
            "отрицал",
            "сомневается",
            "выразил сомнение",
            "усомнился",
            "نفى",
            "وشكّك",
            "يستبعد",
            "жоққа шығарды",
            "күмән келтірді",
        ] {
            assert!(denies(cue), "{cue}");
        }
        for cue in ["said", "noted", "сообщил", "отметил", "قال", "شكر", "деді", "атап өтті"] {
            assert!(!denies(cue), "{cue}");
        }
    }
}
