//! How far a figure would move with other sentences of the same kind: percentile intervals of the bootstrap.
//!
//! Sentences are drawn anew, as many as there are and with replacement, and every figure is taken again; the interval holds the middle
//! 95 % of what came out (Efron & Tibshirani 1993, ch. 13). Draws in which there was nothing to measure are left out. Sentences count as
//! independent: where a file holds translations of one text, or many sentences of one report, the true interval is wider.

use std::collections::BTreeMap;

use serde::Serialize;

use super::score::{Tallies, rounded};

/// The part of the draws an interval holds.
pub const LEVEL: f64 = 0.95;

/// The middle of what the draws gave, ends included.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(into = "[f64; 2]")]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl From<Interval> for [f64; 2] {
    fn from(interval: Interval) -> Self {
        [interval.low, interval.high]
    }
}

/// An interval for each figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Intervals {
    /// Of F1 or of the share, by the figure's name; figures that no draw could measure are missing.
    pub figures: BTreeMap<String, Interval>,
    /// Of F1, by event class.
    pub classes: BTreeMap<String, Interval>,
}

/// Draw and take the intervals. The same seed gives the same ones.
pub fn intervals(tallies: &Tallies, draws: u32, seed: u64) -> Intervals {
    let mut random = SplitMix(seed);
    let mut figures: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let mut classes: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for _ in 0..draws {
        let scores = tallies.scores_of((0..tallies.len()).map(|_| random.below(tallies.len())));
        for (name, value) in scores.figures().into_iter().filter_map(|(name, figure)| Some((name, figure.value()?))) {
            figures.entry(name.to_owned()).or_default().push(value);
        }
        for (class, agreement) in scores.classes {
            classes.entry(class).or_default().push(agreement.f1);
        }
    }
    let middles = |values: BTreeMap<String, Vec<f64>>| values.into_iter().map(|(name, values)| (name, middle(values))).collect();
    Intervals { figures: middles(figures), classes: middles(classes) }
}

fn middle(mut values: Vec<f64>) -> Interval {
    values.sort_by(f64::total_cmp);
    let tail = (1.0 - LEVEL) / 2.0;
    Interval { low: rounded(percentile(&values, tail)), high: rounded(percentile(&values, 1.0 - tail)) }
}

/// The value below which a part of the sorted values lies, drawn out linearly between neighbours.
fn percentile(sorted: &[f64], part: f64) -> f64 {
    let place = part * (sorted.len() - 1) as f64;
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    below + (above - below) * place.fract()
}

/// Random numbers: SplitMix64 (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195).
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, not including, the limit. The upper bits decide; for any file that fits a disk the bias is beyond notice.
    fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.next()) * limit as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_numbers_are_splitmix64() {
        // The reference implementation's first three from seed 1234567.
        let mut random = SplitMix(1_234_567);
        let first = [random.next(), random.next(), random.next()];
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
        assert!((0..1000).all(|_| random.below(7) < 7));
    }

    #[test]
    fn percentiles_lie_between_neighbours() {
        let values: Vec<f64> = (0..=10).map(f64::from).collect();
        assert_eq!([0.0, 0.025, 0.5, 0.96, 1.0].map(|part| percentile(&values, part)), [0.0, 0.25, 5.0, 9.6, 10.0]);
        assert_eq!(percentile(&[0.3], 0.975), 0.3);
    }
}
