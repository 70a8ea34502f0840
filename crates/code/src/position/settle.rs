//! Where two positions of one holder cannot both stand.

use mizan_record::{Class, Position, Report};

use super::earlier_start;
use super::issue::alike;

/// The positions of single events without those that another event of the same sentence speaks against: a sanction beats support of the
/// same target; of two opposite ones on much the same words neither is sure enough to be shown.
pub(super) fn within_sentences(report: &Report, found: &[Position]) -> Vec<Position> {
    let of_sentence =
        |own: &[Position]| -> Vec<Position> { own.iter().filter(|p| !own.iter().any(|q| beaten(report, p, q))).cloned().collect() };
    found.chunk_by(|p, q| p.sentences == q.sentences).flat_map(of_sentence).collect()
}

fn beaten(report: &Report, p: &Position, by: &Position) -> bool {
    if p.holder != by.holder || p.stance == by.stance {
        return false;
    }
    let class = |p: &Position| report.events[p.events[0]].class;
    match (class(p), class(by)) {
        (Class::Support, Class::Sanction) if p.towards == by.towards => true,
        (Class::Sanction, Class::Support) if p.towards == by.towards => false,
        _ => alike(&p.issue, &by.issue),
    }
}

/// The lines without those of headings that the body says again: same holder, same side, and the same target where the heading names one.
/// The body's line takes over the heading's first day if it is earlier.
pub(super) fn headings(report: &Report, lines: Vec<Position>) -> Vec<Position> {
    let heading = |number: usize| report.document.sections.get(number - 1).is_some_and(|s| s.heading);
    let (heads, mut kept): (Vec<Position>, Vec<Position>) = lines.into_iter().partition(|p| p.sentences.iter().all(|&s| heading(s)));
    let body = kept.len();
    for head in heads {
        let again =
            |p: &&mut Position| p.holder == head.holder && p.stance == head.stance && (head.towards.is_none() || head.towards == p.towards);
        match kept[..body].iter_mut().find(again) {
            Some(line) => line.first = earlier_start(line.first, head.first),
            None => kept.push(head),
        }
    }
    kept.sort_by_key(|p| p.events[0]);
    kept
}
