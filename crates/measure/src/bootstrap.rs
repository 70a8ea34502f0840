//! The bootstrap over stories: how far a value would move if other stories had been printed.
//!
//! A story is the unit that is drawn, because sentences and copies of one story are not independent. Each story is first reduced to a few sums,
//! so that a draw only adds them up again with new weights:
//!
//! - [`Weights::Multinomial`]: as many stories as there are, drawn with replacement. For means, shares and indices.
//! - [`Weights::Poisson`]: each story counts Poisson(1) times, so that the number of stories varies too. For totals.
//!
//! The interval is that of the percentiles of the draws. Draw number d uses the ChaCha8 stream d of the seed, so the same seed gives the same
//! draws whatever the number of threads, and all periods of a series share their streams.
//!
//! Sources: Efron 1979, Annals of Statistics 7, 1–26; Efron & Tibshirani 1993, chapter 13 (percentiles).
//! Limits: with fewer than about twenty stories percentiles are too narrow; if all stories say the same they have no width at all, which is
//! then said and not printed as certainty.

mod draw;

use rand_chacha::ChaCha8Rng;

use crate::estimate::Note;
use crate::settings::{Level, Settings};
pub(crate) use draw::{each_draw, random};

/// A few sums for each story.
#[derive(Debug, Clone, PartialEq)]
pub struct Sums {
    width: usize,
    values: Vec<f64>,
}

impl Sums {
    /// None yet; `width` sums a story, at least one.
    pub fn new(width: usize) -> Sums {
        Sums { width: width.max(1), values: Vec::new() }
    }

    /// Add a story. Missing sums count as 0, sums beyond the width are left out.
    pub fn push(&mut self, story: &[f64]) {
        let sums = story.iter().copied().chain(std::iter::repeat(0.0));
        self.values.extend(sums.take(self.width));
    }

    /// How many stories.
    pub fn len(&self) -> usize {
        self.values.len() / self.width
    }

    /// Whether there is no story.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Each sum over all stories.
    pub fn total(&self) -> Vec<f64> {
        let mut total = vec![0.0; self.width];
        self.stories().for_each(|story| add(&mut total, story, 1.0));
        total
    }

    /// The sums, story by story.
    pub fn stories(&self) -> impl Iterator<Item = &[f64]> {
        self.values.chunks_exact(self.width)
    }
}

fn add(total: &mut [f64], story: &[f64], weight: f64) {
    for (t, s) in total.iter_mut().zip(story) {
        *t += weight * s;
    }
}

/// How stories are weighted in a draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weights {
    /// As many as there are, with replacement.
    Multinomial,
    /// This many, with replacement, from the stream of this sample: for draws that must be independent of each other.
    Sample {
        /// How many stories.
        size: u32,
        /// Which sample; 0 shares its stream with the other weights.
        sample: u32,
    },
    /// Each story Poisson(1) times.
    Poisson,
}

/// The totals of each draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Draws {
    width: usize,
    totals: Vec<f64>,
}

/// A measure in each draw: the defined values, ascending, and how many draws there were.
#[derive(Debug, Clone, PartialEq)]
pub struct Values {
    sorted: Vec<f64>,
    draws: usize,
}

impl Draws {
    /// The totals, draw by draw.
    pub fn totals(&self) -> impl Iterator<Item = &[f64]> {
        self.totals.chunks_exact(self.width)
    }

    /// A measure of the totals in each draw.
    pub fn values(&self, measure: impl Fn(&[f64]) -> Option<f64>) -> Values {
        Values::new(self.totals().map(measure))
    }
}

impl Values {
    /// Out of a value, or none, for each draw.
    pub fn new(values: impl Iterator<Item = Option<f64>>) -> Values {
        let all: Vec<Option<f64>> = values.collect();
        let mut sorted: Vec<f64> = all.iter().copied().flatten().filter(|v| v.is_finite()).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        Values { sorted, draws: all.len() }
    }

    /// The percentiles at both tails; `None` when fewer than half of the draws have a value.
    pub fn interval(&self, level: Level) -> Option<(f64, f64)> {
        let enough = !self.sorted.is_empty() && self.sorted.len() * 2 >= self.draws;
        enough.then(|| (quantile(&self.sorted, level.tail()), quantile(&self.sorted, 1.0 - level.tail())))
    }

    /// The value below which this share of the draws lies.
    pub fn quantile(&self, share: f64) -> Option<f64> {
        (!self.sorted.is_empty()).then(|| quantile(&self.sorted, share))
    }

    /// The share of draws without a value; 0 when nothing was drawn.
    pub fn undefined(&self) -> f64 {
        (self.draws - self.sorted.len()) as f64 / self.draws.max(1) as f64
    }

    /// What must be said about the draws.
    pub(crate) fn note(&self) -> Option<Note> {
        match self.undefined() {
            _ if self.draws == 0 => Some(Note::NotDrawn),
            share if share > 0.0 => Some(Note::Undefined { share }),
            _ => None,
        }
    }
}

/// The quantile of ascending numbers, linear between neighbours: at (n−1)·share, counted from 0. There must be at least one.
pub(crate) fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = (sorted.len() - 1) as f64 * share.clamp(0.0, 1.0);
    let (below, part) = (at.floor() as usize, at.fract());
    let above = sorted[(below + 1).min(sorted.len() - 1)];
    sorted[below] + part * (above - sorted[below])
}

/// Draw stories again and again, and add up their sums each time.
pub fn resample(sums: &Sums, weights: Weights, settings: &Settings) -> Draws {
    let width = sums.width;
    if sums.is_empty() {
        return Draws { width, totals: Vec::new() };
    }
    let scratch = || vec![0_u32; sums.len()];
    let totals = each_draw(settings, width, sums.len(), scratch, |draw, counts, out| {
        let mut rng = stream(settings.seed, weights, draw);
        draw::weigh(&mut rng, weights, counts);
        for (story, &count) in sums.stories().zip(counts.iter()) {
            add(out, story, f64::from(count));
        }
    });
    Draws { width, totals }
}

fn stream(seed: u64, weights: Weights, draw: u32) -> ChaCha8Rng {
    let sample = match weights {
        Weights::Sample { sample, .. } => sample,
        Weights::Multinomial | Weights::Poisson => 0,
    };
    random(seed, sample, draw)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(draws: u32, threads: usize) -> Settings {
        Settings { level: Level::P95, minimum: 1, draws, seed: 7, threads }
    }

    fn sums(values: &[f64]) -> Sums {
        let mut sums = Sums::new(1);
        values.iter().for_each(|v| sums.push(&[*v]));
        sums
    }

    #[test]
    fn quantiles_by_hand() {
        let sorted = [1.0, 2.0, 4.0, 8.0];
        // (4 − 1)·0.5 = 1.5: half-way from 2 to 4.
        assert_eq!([quantile(&sorted, 0.0), quantile(&sorted, 0.5), quantile(&sorted, 1.0)], [1.0, 3.0, 8.0]);
        assert_eq!(quantile(&[5.0], 0.3), 5.0);
    }

    #[test]
    fn the_number_of_threads_changes_nothing() {
        // 1,500 stories in 301 draws are worth two threads.
        let sums = sums(&(0..1500).map(|i| f64::from(i % 17)).collect::<Vec<_>>());
        for weights in [Weights::Multinomial, Weights::Poisson] {
            let one = resample(&sums, weights, &settings(301, 1));
            for threads in [2, 1000] {
                assert_eq!(resample(&sums, weights, &settings(301, threads)), one);
            }
        }
    }

    #[test]
    fn multinomial_draws_keep_the_number_of_stories() {
        let draws = resample(&sums(&[1.0; 50]), Weights::Multinomial, &settings(200, 1));
        assert!(draws.totals().all(|t| t == [50.0]));
        let draws = resample(&sums(&[1.0; 50]), Weights::Sample { size: 30, sample: 1 }, &settings(200, 1));
        assert!(draws.totals().all(|t| t == [30.0]));
    }

    #[test]
    fn poisson_weights_have_mean_and_variance_one() {
        let draws = resample(&sums(&[1.0; 100]), Weights::Poisson, &settings(1000, 2));
        let totals: Vec<f64> = draws.totals().map(|t| t[0]).collect();
        let mean = totals.iter().sum::<f64>() / 1000.0;
        let variance = totals.iter().map(|t| (t - mean).powi(2)).sum::<f64>() / 999.0;
        // A total of 100 such weights is Poisson(100); four standard errors of mean and variance: 1.3 and 17.9.
        assert!((mean - 100.0).abs() < 1.3 && (variance - 100.0).abs() < 17.9, "{mean} {variance}");
    }

    #[test]
    fn the_interval_of_a_mean_is_near_the_normal_one() {
        // 1…400: mean 200.5, standard deviation 115.47; 1.96 · 115.47 / √400 = 11.32.
        let sums = sums(&(1..=400).map(f64::from).collect::<Vec<_>>());
        let values = resample(&sums, Weights::Multinomial, &settings(2000, 2)).values(|t| Some(t[0] / 400.0));
        let (low, high) = values.interval(Level::P95).unwrap();
        assert!((low - 189.18).abs() < 1.5 && (high - 211.82).abs() < 1.5, "{low} {high}");
    }

    #[test]
    fn undefined_draws_are_told_and_half_of_them_are_too_many() {
        let values = Values::new([Some(1.0), None, Some(2.0), Some(f64::NAN)].into_iter());
        assert_eq!((values.undefined(), values.interval(Level::P95).is_some()), (0.5, true));
        assert_eq!(Values::new([Some(1.0), None, None].into_iter()).interval(Level::P95), None);
        assert_eq!(Values::new(std::iter::empty()).interval(Level::P95), None);
    }

    #[test]
    fn samples_are_independent_of_each_other() {
        let sums = sums(&(0..50).map(f64::from).collect::<Vec<_>>());
        let of = |sample| resample(&sums, Weights::Sample { size: 50, sample }, &settings(50, 1));
        assert_eq!(of(0), resample(&sums, Weights::Multinomial, &settings(50, 1)));
        assert_ne!(of(0), of(1));
    }
}
