//! Coverage: how much is written about an actor.
//!
//! | measure | formula | unit | denominator | interval |
//! |---|---|---|---|---|
//! | [`stories`] | x, stories about the actor | stories a period | none | Garwood 1936 (exact, Poisson) |
//! | [`share`] | x / N | share of stories | N, all stories of the period | Wilson 1927 (score) |
//! | [`rate_ratio`] | (x₁/e₁) / (x₂/e₂) | times the earlier rate | e: all stories, or days | exact conditional binomial |
//! | [`bursts`] | the same, a period against its trailing baseline | times the baseline rate | the same | the same |
//!
//! Window: the period, or the two windows given. A story stands in the period of its earliest row alone and counts once, however many copies.
//! Sources of the intervals are in [`crate::interval`].
//!
//! Missing and zero: a period with rows of the corpus and none about the actor is a true 0; a period with no rows at all is silent and has no
//! value. Hand over the rows of the whole corpus, or a silence about the actor cannot be told from a gap in the corpus.
//!
//! Limits: counts follow the size of the corpus, so read [`share`] or a ratio with [`Exposure::Stories`] before speaking of interest. The
//! intervals take stories as independent; news comes in runs, so they are rather too narrow. Among many periods some will look like bursts
//! by chance: at a level of 0.95, one in forty. The copies of a story printed before the first row handed over are not known.

use crate::estimate::{Estimate, Method, Note, Series};
use crate::interval;
use crate::period::{Axis, Window};
use crate::row::{Row, Stamp};
use crate::settings::Settings;
use crate::stories::{Cell, Dated, Fit, Plan, cells};

/// A document of the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print {
    /// Its story, outlet and day.
    pub stamp: Stamp,
    /// Whether it is about the actor.
    pub about: bool,
}

impl Row for Print {
    fn stamp(&self) -> Stamp {
        self.stamp
    }
}

/// What a rate is per.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exposure {
    /// All stories of the corpus: a growing corpus is not read as growing interest.
    Stories,
    /// Days.
    Days,
}

/// How many stories a period are about the actor.
pub fn stories(prints: &[Print], axis: &Axis, settings: &Settings) -> Series {
    axis.series(told(prints, &axis.windows()).iter().map(|cell| cell.number(settings)))
}

/// Which share of all stories of each period is about the actor.
pub fn share(prints: &[Print], axis: &Axis, settings: &Settings) -> Series {
    axis.series(told(prints, &axis.windows()).iter().map(|cell| part(cell, settings)))
}

/// Which share of all stories of a window is about the actor.
pub fn share_over(prints: &[Print], window: Window, settings: &Settings) -> Estimate {
    part(&told(prints, &[window])[0], settings)
}

/// How many times more often the actor is written about in one window than in an earlier one.
///
/// `None` with a lower end where the earlier window has no story about it: any factor above that end is possible.
pub fn rate_ratio(prints: &[Print], now: Window, before: Window, exposure: Exposure, settings: &Settings) -> Estimate {
    let (now, before) = (&told(prints, &[now])[0], &told(prints, &[before])[0]);
    ratio(now, &[before], "times the earlier rate", exposure, settings)
}

/// How many times more often the actor is written about in each period than in the `trailing` periods before it that are not silent.
/// A period is a burst where the lower end is above 1.
pub fn bursts(prints: &[Print], axis: &Axis, trailing: usize, exposure: Exposure, settings: &Settings) -> Series {
    let cells = told(prints, &axis.windows());
    let wanted = trailing.max(1);
    let mut before: Vec<&Cell> = Vec::new();
    let mut estimates = Vec::with_capacity(cells.len());
    for cell in cells.iter() {
        let unit = "times the baseline rate";
        if cell.silent() {
            estimates.push(cell.blank(unit));
            continue;
        }
        let baseline = &before[before.len().saturating_sub(wanted)..];
        estimates.push(if baseline.len() < wanted {
            cell.blank(unit).noting(Note::ShortBaseline { periods: baseline.len() as u64, wanted: wanted as u64 })
        } else {
            ratio(cell, baseline, unit, exposure, settings)
        });
        before.push(cell);
    }
    axis.series(estimates)
}

fn told(prints: &[Print], windows: &[Window]) -> Vec<Cell> {
    let plan = Plan { windows, dated: Dated::ByStory, width: 1 };
    cells(prints, &plan, |p| if p.about { Fit::Used } else { Fit::Seen }, |_, sums| sums[0] = 1.0)
}

fn part(cell: &Cell, settings: &Settings) -> Estimate {
    let mut estimate = cell.blank("share of stories");
    if cell.silent() {
        return estimate;
    }
    let (about, all) = (cell.stories() as f64, cell.heard as f64);
    estimate.value = Some(about / all);
    estimate.denominator = Some(all);
    estimate.count = cell.heard;
    estimate.between(interval::wilson(about, all, settings.level), Method::Wilson(settings.level)).checked(settings.minimum)
}

fn ratio(now: &Cell, before: &[&Cell], unit: &'static str, exposure: Exposure, settings: &Settings) -> Estimate {
    let mut estimate = now.blank(unit);
    before.iter().for_each(|cell| cell.join(&mut estimate));
    if now.silent() || before.iter().any(|cell| cell.silent()) {
        return estimate;
    }
    let earlier = before.iter().map(|cell| rate(cell, exposure)).fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    let own = rate(now, exposure);
    estimate.denominator = Some(earlier.0 / earlier.1);
    estimate.value = Some((own.0 / own.1) / (earlier.0 / earlier.1)).filter(|v| v.is_finite());
    if estimate.value.is_none() {
        estimate.notes.push(Note::NoDenominator);
    }
    let estimate = estimate.checked(settings.minimum);
    match interval::rate_ratio(own, earlier, settings.level) {
        Some(ends) => estimate.between(ends, Method::Conditional(settings.level)),
        None => estimate,
    }
}

/// Stories about the actor, and the exposure.
fn rate(cell: &Cell, exposure: Exposure) -> (f64, f64) {
    let exposed = match exposure {
        Exposure::Stories => cell.heard as f64,
        Exposure::Days => f64::from(cell.window.days()),
    };
    (cell.stories() as f64, exposed)
}
