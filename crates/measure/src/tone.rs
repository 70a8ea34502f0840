//! Tone towards an actor: how it is spoken of, on average.
//!
//! Formula: the mean over stories of the mean tone within each story.
//! Unit: tone, −1 (against) to 1 (for) where Mizan read it; the set's own unit where it was imported (GDELT: −100 to 100).
//! Window: the period or window given; a story stands in the period of its earliest row alone. Denominator: the number of stories.
//! Interval: percentiles of a bootstrap over stories ([`crate::bootstrap`]).
//! Source: the mean and its bootstrap are Efron 1979, Annals of Statistics 7, 1–26; the story as unit is ours, for copies are not evidence.
//!
//! Limits: a neutral mean may be the middle of two hostile camps, so read it by outlet ([`crate::robust::per_outlet`]). The errors of the
//! tone model itself are not in the interval. Rows without a finite tone are set aside and counted in a note.

use crate::bootstrap::Weights;
use crate::estimate::{Estimate, Series};
use crate::period::{Axis, Window};
use crate::row::{Row, Stamp};
use crate::settings::Settings;
use crate::stories::{Dated, Fit, Plan, cells, mean};

/// One mention of the actor, and its tone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Its story, outlet and day of print.
    pub stamp: Stamp,
    /// The tone towards the actor; not finite where none could be read.
    pub tone: f64,
}

impl Row for Reading {
    fn stamp(&self) -> Stamp {
        self.stamp
    }
}

/// The mean tone of each period.
pub fn series(readings: &[Reading], axis: &Axis, settings: &Settings) -> Series {
    axis.series(means(readings, &axis.windows(), settings))
}

/// The mean tone of a window.
pub fn over(readings: &[Reading], window: Window, settings: &Settings) -> Estimate {
    means(readings, &[window], settings).remove(0)
}

fn means(readings: &[Reading], windows: &[Window], settings: &Settings) -> Vec<Estimate> {
    let plan = Plan { windows, dated: Dated::ByStory, width: 2 };
    let fit = |r: &Reading| if r.tone.is_finite() { Fit::Used } else { Fit::SetAside };
    let cells = cells(readings, &plan, fit, |story, sums| {
        sums[0] = mean(story.iter().map(|r| r.tone)).unwrap_or(0.0);
        sums[1] = 1.0;
    });
    let mean = |total: &[f64]| (total[1] > 0.0).then(|| total[0] / total[1]);
    cells.iter().map(|cell| cell.estimate("tone", &cell.draws(Weights::Multinomial, settings), settings, mean)).collect()
}
