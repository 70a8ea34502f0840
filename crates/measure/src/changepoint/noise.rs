//! How noisy a series is, and what that says against the changes found in it.

use super::Points;
use super::cost::Segments;
use crate::bootstrap::quantile;
use crate::estimate::Note;

/// Correlation of neighbouring residuals above which it is told.
const CORRELATED: f64 = 0.3;
/// Variance over mean above which it is told.
const OVERDISPERSED: f64 = 1.5;

/// σ from the differences of neighbours, so that changes of level hardly count: 1.4826 · median of abs(d − median d) / √2. Where more than half of the
/// differences are alike that is 0, and the root of the mean square of the differences / √2 is taken.
pub(crate) fn by_differences(values: &[f64]) -> f64 {
    let differences: Vec<f64> = values.windows(2).map(|w| w[1] - w[0]).collect();
    if differences.is_empty() {
        return 0.0;
    }
    let middle = median(differences.iter().copied());
    let spread = 1.4826 * median(differences.iter().map(|d| (d - middle).abs()));
    let square = differences.iter().map(|d| d * d).sum::<f64>() / differences.len() as f64;
    let wide = if spread > 0.0 { spread } else { square.sqrt() };
    wide / 2.0_f64.sqrt()
}

/// Whether all values are the same: there is nothing to cut.
pub(crate) fn constant(values: &[f64]) -> bool {
    values.windows(2).all(|w| w[0] == w[1])
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    quantile(&values, 0.5)
}

/// What the residuals around the levels found say against them.
pub(crate) fn doubts(points: &Points, segments: &Segments, starts: &[usize]) -> Vec<Note> {
    let (mut residuals, mut scatter, mut from) = (Vec::new(), 0.0, 0);
    for to in starts.iter().copied().chain([points.values.len()]).filter(|to| *to > 0) {
        let level = segments.level(from, to);
        for i in from..to {
            let residual = points.values[i] - level;
            residuals.push(residual);
            if level > 0.0 {
                scatter += residual * residual * points.exposures[i] / level;
            }
        }
        from = to;
    }
    let lag1 = correlation(&residuals);
    let ratio = scatter / (residuals.len() as f64 - starts.len() as f64 - 1.0);
    let correlated = (residuals.len() >= 10 && lag1 > CORRELATED).then_some(Note::Autocorrelated { lag1 });
    let scattered = (segments.counts() && residuals.len() >= 10 && ratio > OVERDISPERSED).then_some(Note::Overdispersed { ratio });
    correlated.into_iter().chain(scattered).collect()
}

/// Of each number with the next.
fn correlation(residuals: &[f64]) -> f64 {
    let square: f64 = residuals.iter().map(|r| r * r).sum();
    let product: f64 = residuals.windows(2).map(|w| w[0] * w[1]).sum();
    if square > 0.0 { product / square } else { 0.0 }
}
