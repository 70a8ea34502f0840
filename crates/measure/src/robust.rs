//! Robust to the source: does a number hang on one outlet?
//!
//! - [`outlets`]: how many stories each outlet printed, and their share of all; [`dominance`]: the first of them, if it printed more than half.
//! - [`per_outlet`]: the same measure on each of the largest outlets alone.
//! - [`leave_one_out`]: the same measure without each of the largest outlets, and the range of these values.
//!
//! Formula: the measure's own; the share is stories printed by the outlet / all stories. Unit and interval: the measure's own. Window: that of
//! the rows given. Denominator: all stories, those without a known outlet too. Shares may add up to more than 1, for copies of a story are printed
//! by several outlets; a story printed elsewhere too survives the loss of one outlet. Source: the jackknife over groups, Quenouille and Tukey;
//! here only its replicates are shown, and no interval is made of them.
//! Limits: outlets under one owner, or fed by one agency, are several outlets here.

use std::collections::BTreeMap;

use crate::estimate::Estimate;
use crate::row::Row;
use crate::stories::count_outlets;

/// What an outlet contributes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outlet {
    /// The outlet, by the caller's numbering.
    pub outlet: u32,
    /// How many stories it printed.
    pub stories: u64,
    /// Their share of all stories, 0 to 1.
    pub share: f64,
}

/// A measure, and what becomes of it without each of the largest outlets.
#[derive(Debug, Clone, PartialEq)]
pub struct LeaveOneOut {
    /// With all rows.
    pub whole: Estimate,
    /// Without each outlet, the largest first.
    pub without: Vec<(Outlet, Estimate)>,
    /// The least and the greatest value of these and the whole; `None` if none has a value.
    pub range: Option<(f64, f64)>,
}

/// What each outlet contributes: most stories first, the lower number first among equals.
pub fn outlets<R: Row>(rows: &[R]) -> Vec<Outlet> {
    let mut sorted: Vec<R> = rows.to_vec();
    sorted.sort_by_key(|r| r.stamp().story);
    let (mut counts, mut stories) = (BTreeMap::new(), 0_u64);
    for story in sorted.chunk_by(|a, b| a.stamp().story == b.stamp().story) {
        stories += 1;
        count_outlets(story, &mut counts);
    }
    let share = |count: u64| count as f64 / stories as f64;
    let mut outlets: Vec<Outlet> = counts.into_iter().map(|(outlet, n)| Outlet { outlet, stories: n, share: share(n) }).collect();
    outlets.sort_by_key(|o| std::cmp::Reverse(o.stories));
    outlets
}

/// The outlet that printed more than half of the stories, if there is one; the larger of two.
pub fn dominance<R: Row>(rows: &[R]) -> Option<Outlet> {
    outlets(rows).first().copied().filter(|o| o.share > 0.5)
}

/// The measure on each of the `largest` outlets alone. The rows rested on are numbers of `rows`.
pub fn per_outlet<R: Row>(rows: &[R], largest: usize, measure: impl Fn(&[R]) -> Estimate) -> Vec<(Outlet, Estimate)> {
    let alone = |outlet: Outlet| (outlet, on_part(rows, |r| r.stamp().outlet == Some(outlet.outlet), &measure));
    outlets(rows).into_iter().take(largest).map(alone).collect()
}

/// The measure without each of the `largest` outlets. The rows rested on are numbers of `rows`.
pub fn leave_one_out<R: Row>(rows: &[R], largest: usize, measure: impl Fn(&[R]) -> Estimate) -> LeaveOneOut {
    let whole = measure(rows);
    let rest = |outlet: Outlet| (outlet, on_part(rows, |r| r.stamp().outlet != Some(outlet.outlet), &measure));
    let without: Vec<(Outlet, Estimate)> = outlets(rows).into_iter().take(largest).map(rest).collect();
    let values = without.iter().map(|(_, e)| e).chain([&whole]).filter_map(|e| e.value);
    let range = values.fold(None, |range: Option<(f64, f64)>, v| Some(range.map_or((v, v), |(low, high)| (low.min(v), high.max(v)))));
    LeaveOneOut { whole, without, range }
}

/// The measure on some of the rows, with their numbers among all rows.
fn on_part<R: Row>(rows: &[R], keep: impl Fn(&R) -> bool, measure: impl Fn(&[R]) -> Estimate) -> Estimate {
    let (numbers, part): (Vec<u32>, Vec<R>) = (0_u32..).zip(rows).filter(|(_, r)| keep(r)).map(|(n, r)| (n, *r)).unzip();
    let mut estimate = measure(&part);
    estimate.rests_on = estimate.rests_on.iter().filter_map(|row| numbers.get(*row as usize).copied()).collect();
    estimate
}
