//! Vectors: how a state's cooperation is spread over named poles, and how the spread drifts.
//!
//! n_p is the number of stories that tell of cooperation with pole p; a story counts once for each pole it names. p_p = n_p / Σ n.
//!
//! | measure | formula | unit | range |
//! |---|---|---|---|
//! | [`Spread::shares`] | p_p | share of cooperation | 0 … 1, together 1 |
//! | [`Spread::entropy`] | −Σ p ln p / ln k, k poles | entropy | 0 one pole … 1 all alike |
//! | [`leaning`] | (n_a − n_b) / (n_a + n_b) | leaning | −1 all to b … 1 all to a |
//! | [`drift`] | ½ Σ abs(p − q) | distance | 0 the same … 1 nothing shared |
//!
//! Window: the period, by the date of the event; for drift the two windows given. Denominator: Σ n. Intervals: bootstrap over stories, the two
//! windows of a drift drawn independently. Sources: Shannon 1948, Bell System Technical Journal 27, 379–423 (entropy); total-variation distance as
//! in Levin, Peres & Wilmer, Markov Chains and Mixing Times, section 4.1; the poles are the analyst's.
//!
//! Limits: what is named no pole is not in the shares. Entropy of few stories is biased downwards and so are its percentiles; distance is
//! biased upwards, two windows of few stories always differ. So [`Drift::chance`] says how large a distance chance alone would make. The shares
//! are of what is reported, not of what is done.

use crate::bootstrap::{Sums, Values, Weights, resample};
use crate::estimate::{Estimate, Note, Series};
use crate::period::{Axis, Period, Window};
use crate::row::{Row, Stamp};
use crate::settings::Settings;
use crate::stories::{Cell, Dated, Fit, Plan, cells, spread};

/// One act of cooperation with a pole, in either direction or the one the caller chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// Its story, outlet and the day of the event.
    pub stamp: Stamp,
    /// The pole, from 0 in the order of the analyst's list. Rows of a pole beyond the list are set aside.
    pub pole: u16,
}

impl Row for Tie {
    fn stamp(&self) -> Stamp {
        self.stamp
    }
}

/// A window's shares and how even they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// The share of each pole, in the order of the list.
    pub shares: Vec<Estimate>,
    /// Normalised entropy; no value with fewer than two poles.
    pub entropy: Estimate,
}

/// How far the shares of two windows lie apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Drift {
    /// The distance, with the interval of the bootstrap.
    pub distance: Estimate,
    /// The distance that chance alone would exceed only once in 1/(1 − level) times, were both windows drawn from the same stories: a smaller
    /// one is no drift. `None` without draws.
    pub chance: Option<f64>,
}

/// The shares and their entropy in each period, over `poles` poles.
pub fn spreads(ties: &[Tie], poles: u16, axis: &Axis, settings: &Settings) -> Vec<(Period, Spread)> {
    let cells = stories(ties, poles, &axis.windows());
    axis.periods().iter().copied().zip(cells.iter().map(|cell| of(cell, poles, settings))).collect()
}

/// The shares and their entropy in one window.
pub fn over(ties: &[Tie], poles: u16, window: Window, settings: &Settings) -> Spread {
    of(&stories(ties, poles, &[window])[0], poles, settings)
}

/// Leaning between pole `a` and pole `b` in each period.
pub fn leaning(ties: &[Tie], (a, b): (u16, u16), axis: &Axis, settings: &Settings) -> Series {
    let plan = Plan { windows: &axis.windows(), dated: Dated::ByRow, width: 2 };
    let fit = |t: &Tie| if t.pole == a || t.pole == b { Fit::Used } else { Fit::Seen };
    let cells = cells(ties, &plan, fit, |story, sums| {
        for tie in story {
            sums[usize::from(tie.pole != a)] = 1.0;
        }
    });
    let leaning = |t: &[f64]| (t[0] + t[1] > 0.0).then(|| (t[0] - t[1]) / (t[0] + t[1]));
    axis.series(cells.iter().map(|cell| {
        let mut estimate = cell.estimate("leaning", &cell.draws(Weights::Multinomial, settings), settings, leaning);
        estimate.denominator = Some(cell.sums.total()).map(|t| t[0] + t[1]).filter(|n| *n > 0.0);
        estimate
    }))
}

/// How far the shares moved from one window to a later one.
pub fn drift(ties: &[Tie], poles: u16, before: Window, after: Window, settings: &Settings) -> Drift {
    let earlier = stories(ties, poles, &[before]).remove(0);
    let later = stories(ties, poles, &[after]).remove(0);
    let mut estimate = later.blank("distance");
    earlier.join(&mut estimate);
    estimate.value = distance(&earlier.sums.total(), &later.sums.total());
    if estimate.value.is_none() {
        return Drift { distance: estimate.noting(Note::NoDenominator), chance: None };
    }
    let apart = paired([&earlier.sums, &later.sums], [1, 2], [&earlier.sums, &later.sums], settings);
    let mut all = earlier.sums.clone();
    later.sums.stories().for_each(|story| all.push(story));
    let together = paired([&all, &all], [3, 4], [&earlier.sums, &later.sums], settings);
    let chance = together.quantile(settings.level.value());
    Drift { distance: spread(estimate, &apart, settings).checked(settings.minimum), chance }
}

/// Distances between draws out of two sets of stories, each draw as large as the `sizes` say.
fn paired(from: [&Sums; 2], samples: [u32; 2], sizes: [&Sums; 2], settings: &Settings) -> Values {
    let draw = |i: usize| resample(from[i], Weights::Sample { size: sizes[i].len() as u32, sample: samples[i] }, settings);
    let (before, after) = (draw(0), draw(1));
    Values::new(before.totals().zip(after.totals()).map(|(b, a)| distance(b, a)))
}

/// Sums: for each pole, whether the story tells of it.
fn stories(ties: &[Tie], poles: u16, windows: &[Window]) -> Vec<Cell> {
    let plan = Plan { windows, dated: Dated::ByRow, width: usize::from(poles.max(1)) };
    let fit = |t: &Tie| if t.pole < poles { Fit::Used } else { Fit::SetAside };
    cells(ties, &plan, fit, |story, sums| {
        for tie in story {
            sums[usize::from(tie.pole)] = 1.0;
        }
    })
}

fn of(cell: &Cell, poles: u16, settings: &Settings) -> Spread {
    let draws = cell.draws(Weights::Multinomial, settings);
    let all = Some(cell.sums.total().iter().sum()).filter(|n| *n > 0.0);
    let with_all = |mut estimate: Estimate| {
        estimate.denominator = all;
        estimate
    };
    let share = |pole: usize| cell.estimate("share of cooperation", &draws, settings, |t| shares(t).map(|s| s[pole]));
    Spread {
        shares: (0..usize::from(poles)).map(|pole| with_all(share(pole))).collect(),
        entropy: with_all(cell.estimate("entropy", &draws, settings, entropy)),
    }
}

fn shares(counts: &[f64]) -> Option<Vec<f64>> {
    let all: f64 = counts.iter().sum();
    (all > 0.0).then(|| counts.iter().map(|n| n / all).collect())
}

fn entropy(counts: &[f64]) -> Option<f64> {
    let even = (counts.len() as f64).ln();
    let shares = shares(counts).filter(|_| even > 0.0)?;
    let entropy: f64 = shares.iter().filter(|p| **p > 0.0).map(|p| -p * p.ln()).sum();
    Some((entropy / even).min(1.0))
}

fn distance(before: &[f64], after: &[f64]) -> Option<f64> {
    let (p, q) = (shares(before)?, shares(after)?);
    Some(p.iter().zip(&q).map(|(p, q)| (p - q).abs()).sum::<f64>() / 2.0)
}
