//! From scores to spans: the same steps as `training/predict.py`.

/// A run of tokens, half-open, with how sure the tagger is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Run {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) confidence: f32,
}

/// Probabilities out of scores.
pub(crate) fn softmax(scores: &[f32]) -> Vec<f32> {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = scores.iter().map(|s| (s - top).exp()).collect();
    let sum: f32 = powers.iter().sum();
    powers.into_iter().map(|p| p / sum).collect()
}

/// The logistic function.
pub(crate) fn sigmoid(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

/// Number of the highest value; the first of equals.
pub(crate) fn argmax(values: &[f32]) -> usize {
    (1..values.len()).fold(0, |best, i| if values[i] > values[best] { i } else { best })
}

/// Runs of tokens that are more likely inside than `threshold`. `scores` has three a token: outside, begins, goes on; a token more
/// likely a beginning than a going on begins a new run.
pub(crate) fn runs(scores: &[[f32; 3]], threshold: f32) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut open = false;
    for (at, row) in scores.iter().enumerate() {
        let p = softmax(row);
        let inside = 1.0 - p[0];
        if inside <= threshold {
            open = false;
            continue;
        }
        match out.last_mut().filter(|_| open && p[2] > p[1]) {
            Some(run) => {
                run.end = at + 1;
                run.confidence += inside;
            }
            None => out.push(Run { start: at, end: at + 1, confidence: inside }),
        }
        open = true;
    }
    for run in &mut out {
        run.confidence /= (run.end - run.start) as f32;
    }
    out
}

/// The run of values with the highest sum, and that sum; `None` for no values.
pub(crate) fn best_segment(values: &[f32]) -> Option<(f32, usize, usize)> {
    let mut best: Option<(f32, usize, usize)> = None;
    let (mut total, mut from) = (0.0, 0);
    for (at, value) in values.iter().enumerate() {
        if total <= 0.0 {
            (total, from) = (0.0, at);
        }
        total += value;
        if best.is_none_or(|(top, _, _)| total > top) {
            best = Some((total, from, at + 1));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_begin_go_on_and_begin_anew() {
        let o = [9.0, 0.0, 0.0];
        let b = [0.0, 9.0, 0.0];
        let i = [0.0, 0.0, 9.0];
        let spans = |rows: &[[f32; 3]]| runs(rows, 0.5).iter().map(|r| (r.start, r.end)).collect::<Vec<_>>();
        assert_eq!(spans(&[o, b, i, o, i, b, b, i]), [(1, 3), (4, 5), (5, 6), (6, 8)]);
        assert_eq!(spans(&[]), []);
    }

    #[test]
    fn the_best_segment_may_pass_over_a_dip() {
        assert_eq!(best_segment(&[-1.0, 2.0, -1.0, 3.0, -9.0, 3.5]), Some((4.0, 1, 4)));
        assert_eq!(best_segment(&[-3.0, -1.0]), Some((-1.0, 1, 2)));
        assert_eq!(best_segment(&[]), None);
    }
}
