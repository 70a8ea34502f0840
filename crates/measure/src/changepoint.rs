//! Turning points: when did a series go over to another level, and by how much?
//!
//! Formula: segments are chosen that minimise Σ cost(segment) + penalty · (number of changes), exactly, by PELT ([`pelt`]).
//! Costs ([`Cost`]): the squared distance from the segment's mean (a shift of level under even noise), or minus twice the Poisson
//! log-likelihood (a shift of rate, for counts, or for shares with their denominators).
//! Penalty ([`Penalty`]): usually 2 σ² ln n for squared distances, σ from the differences of neighbours, and 2 ln n for Poisson (Yao 1988,
//! Statistics & Probability Letters 6, 181–189, counts a change as two parameters). It is stated in the result.
//! Unit: that of the series. Window: the periods that have a value; silent ones are skipped and never zero. Denominator: none.
//! Interval of date and size: each segment is drawn anew from its level and its own scatter (with fewer than eight values: that of all segments),
//! and the change is located again between its neighbours; percentiles of dates and sizes (the idea of Hušková & Kirch 2008).
//! Source: Killick, Fearnhead & Eckley 2012, Journal of the American Statistical Association 107, 1590–1598.
//!
//! Limits: a slow drift is cut into steps, and values that follow their neighbours make changes out of nothing; see the notes of the result. A
//! change nearer to an end, or to another change, than `shortest` periods cannot be seen. With the usual penalty about one in ten series of sixty
//! periods of mere noise shows a change. A date says when the level moved, not what moved it.

pub mod cost;
pub mod pelt;

mod again;
mod noise;

use crate::estimate::{Estimate, Note};
use crate::period::{Period, Window};
use crate::settings::Settings;
pub use cost::{Cost, Segments};

/// What a further change must be worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Penalty {
    /// 2 σ² ln n, or 2 ln n for Poisson costs.
    Usual,
    /// This much, in units of the cost; 0 or more.
    Fixed(f64),
}

/// What to search with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Search {
    /// What a segment costs.
    pub cost: Cost,
    /// What a change costs.
    pub penalty: Penalty,
    /// The least number of periods with a value between two changes; 0 counts as 1.
    pub shortest: usize,
}

/// A turning point.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The first period of the new level.
    pub period: Period,
    /// From when to when it may lie; `None` without draws.
    pub between: Option<(Period, Period)>,
    /// The level before, back to the last change.
    pub before: f64,
    /// The level after, up to the next change.
    pub after: f64,
    /// After less before, with its interval; `count` is the number of periods of the two segments.
    pub size: Estimate,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Turning {
    /// The turning points, in time; none is an answer, and noted.
    pub changes: Vec<Change>,
    /// The penalty used, in units of the cost.
    pub penalty: f64,
    /// The noise σ it was made from, for squared distances.
    pub noise: Option<f64>,
    /// How many periods have a value.
    pub count: u64,
    /// What must be said with it.
    pub notes: Vec<Note>,
}

/// Find the turning points of a series.
pub fn turning(series: &[(Period, Estimate)], search: &Search, settings: &Settings) -> Turning {
    let points = Points::new(series, search.cost);
    let noise = (search.cost == Cost::MeanShift).then(|| noise::by_differences(&points.values));
    let penalty = match search.penalty {
        Penalty::Usual => 2.0 * noise.map_or(1.0, |s| s * s) * (points.values.len().max(1) as f64).ln(),
        Penalty::Fixed(penalty) => penalty.max(0.0),
    };
    let shortest = search.shortest.max(1);
    let segments = Segments::new(search.cost, &points.values, &points.exposures);
    let mut starts = if noise::constant(&points.values) { Vec::new() } else { pelt::pelt(&segments, penalty, shortest) };
    let notes = points.notes(&segments, &starts, shortest);
    starts.insert(0, 0);
    let again = again::draws(&points, &starts, search, settings);
    let found = Found { segments, starts, again };
    let changes = (1..found.starts.len()).map(|number| points.change(series, &found, number, settings)).collect();
    Turning { changes, penalty, noise, count: points.values.len() as u64, notes }
}

/// The segments found, the first values of all of them, and the changes located again.
struct Found {
    segments: Segments,
    starts: Vec<usize>,
    again: again::Again,
}

/// The periods of a series that have a usable value.
pub(crate) struct Points {
    /// Their places in the series.
    at: Vec<usize>,
    /// The values: levels, or rates.
    pub(crate) values: Vec<f64>,
    /// What the rates are per; 1 for levels and plain counts.
    pub(crate) exposures: Vec<f64>,
    silent: u64,
    set_aside: u64,
}

impl Points {
    fn new(series: &[(Period, Estimate)], cost: Cost) -> Points {
        let mut points = Points { at: Vec::new(), values: Vec::new(), exposures: Vec::new(), silent: 0, set_aside: 0 };
        for (at, (_, estimate)) in series.iter().enumerate() {
            let Some(value) = estimate.value else {
                points.silent += 1;
                continue;
            };
            match cost.exposure(value, estimate.denominator) {
                Some(exposure) => {
                    points.at.push(at);
                    points.values.push(value);
                    points.exposures.push(exposure);
                }
                None => points.set_aside += 1,
            }
        }
        points
    }

    fn notes(&self, segments: &Segments, starts: &[usize], shortest: usize) -> Vec<Note> {
        let (count, minimum) = (self.values.len() as u64, 2 * shortest as u64);
        let mut notes = Vec::new();
        if self.silent > 0 {
            notes.push(Note::Skipped { periods: self.silent });
        }
        if self.set_aside > 0 {
            notes.push(Note::SetAside { rows: self.set_aside });
        }
        if count < minimum {
            notes.push(Note::TooFew { count, minimum });
        }
        if starts.is_empty() {
            notes.push(Note::NoChange);
        }
        notes.extend(noise::doubts(self, segments, starts));
        notes
    }

    fn change(&self, series: &[(Period, Estimate)], found: &Found, number: usize, settings: &Settings) -> Change {
        let Found { segments, starts, again } = found;
        let (from, here) = (starts[number - 1], starts[number]);
        let to = starts.get(number + 1).copied().unwrap_or(self.values.len());
        let (before, after) = (segments.level(from, here), segments.level(here, to));
        let period = |point: usize| series[self.at[point]].0;
        let window = Window::around(period(from).first(), period(to - 1).last());
        let mut size = Estimate::blank(window, series[self.at[here]].1.unit, "periods");
        size.value = Some(after - before);
        size.count = (to - from) as u64;
        size.rests_on = self.at[from..to].iter().flat_map(|at| series[*at].1.rests_on.iter().copied()).collect();
        size.rests_on.sort_unstable();
        size.rests_on.dedup();
        let between = again.between(number - 1, here, settings).map(|(low, high)| (period(low), period(high)));
        Change { period: period(here), between, before, after, size: crate::stories::spread(size, &again.sizes(number - 1), settings) }
    }
}
