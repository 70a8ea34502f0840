//! The best cut of a series into segments, exactly, in about linear time: PELT.
//!
//! Optimal partitioning (Jackson et al. 2005) finds F(t), the least cost of the first t values, as the least F(s) + cost(s, t) + penalty over all
//! s. PELT (Killick, Fearnhead & Eckley 2012, theorem 3.1) never looks again at an s for which F(s) + cost(s, t) ≥ F(t): from then on t is as
//! good a place for the last change. With a least segment length m this holds only once a segment may begin at t, so such an s is dropped m
//! values later and not at once; dropped at once, the cut would not always be the best.

use super::cost::Segments;

/// A place where the last segment may begin.
struct Candidate {
    start: usize,
    /// Least cost of what comes before it, and of the segment from it to t.
    price: f64,
    /// From which t on it is of no use; `usize::MAX` while it may be.
    useless_from: usize,
}

/// The first values of all segments but the first, ascending; empty where no cut is worth the penalty. No segment has fewer than `shortest` values.
///
/// Time is about linear when changes go on turning up, and quadratic at worst, when there is none.
pub fn pelt(segments: &Segments, penalty: f64, shortest: usize) -> Vec<usize> {
    let (n, shortest) = (segments.len(), shortest.max(1));
    let mut least = vec![f64::INFINITY; n + 1];
    least[0] = -penalty;
    let mut last = vec![0; n + 1];
    let mut candidates: Vec<Candidate> = Vec::new();
    for t in shortest..=n {
        let start = t - shortest;
        if least[start].is_finite() {
            candidates.push(Candidate { start, price: 0.0, useless_from: usize::MAX });
        }
        for c in &mut candidates {
            c.price = least[c.start] + segments.cost(c.start, t);
            if c.price + penalty < least[t] {
                (least[t], last[t]) = (c.price + penalty, c.start);
            }
        }
        candidates.retain_mut(|c| {
            if c.price >= least[t] {
                c.useless_from = c.useless_from.min(t + shortest);
            }
            c.useless_from > t + 1
        });
    }
    starts(&last)
}

/// Follow the last cuts back from the end.
fn starts(last: &[usize]) -> Vec<usize> {
    let mut starts: Vec<usize> = std::iter::successors(last.last().copied(), |&s| Some(last[s])).take_while(|&s| s > 0).collect();
    starts.reverse();
    starts
}
