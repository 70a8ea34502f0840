//! How the report speaks of its actors: sentences that are clearly favourable or unfavourable, counted and cited.

use std::collections::BTreeSet;

use mizan_record::{Actor, Report, Tone};

use super::names;
use super::page::{Page, Piece};

pub(super) fn write(page: &mut Page, report: &Report) {
    page.head("section.tone");
    let mut silent = true;
    for actor in &report.actors {
        let favourable = sentences(report, actor, Tone::Favourable);
        let unfavourable = sentences(report, actor, Tone::Unfavourable);
        if favourable.is_empty() && unfavourable.is_empty() {
            continue;
        }
        silent = false;
        let good = count(page, page.label("tone.favourable"), &favourable);
        let bad = count(page, page.label("tone.unfavourable"), &unfavourable);
        let parts = vec![vec![names::name(page, report, actor)], good, bad];
        page.entry(2, parts, &[]);
    }
    if silent {
        page.nothing("none.tone");
    }
}

/// Sentences in which at least one mention of the actor has the tone, each counted once.
fn sentences(report: &Report, actor: &Actor, tone: Tone) -> Vec<usize> {
    let mentions = actor.mentions.iter().filter_map(|&m| report.mentions.get(m)).filter(|m| m.tone == tone);
    mentions.map(|m| m.evidence.sentence).collect::<BTreeSet<_>>().into_iter().collect()
}

fn count(page: &mut Page, word: Piece, sentences: &[usize]) -> Vec<Piece> {
    if sentences.is_empty() {
        return Vec::new();
    }
    let mut pieces = vec![word, page.plain(":\u{A0}"), page.code(&sentences.len().to_string())];
    pieces.extend(page.citation(sentences));
    pieces
}
