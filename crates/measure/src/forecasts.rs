//! Forecasts against outcomes: what was expected, and what was then measured.
//!
//! Formula: the change is the measure in the window up to the horizon less the same measure in the window before the forecast. With `margin` the
//! smallest change that counts, a forecast of a rise came true if the whole interval of the change lies above the margin, did not if no part of it does,
//! and cannot be told otherwise; of a fall likewise below −margin; of no change came true if the interval lies within ±margin, did not if it lies outside.
//! Unit: that of the measure. Windows: as many days before the forecast as it looks ahead, and those ([`Forecast::windows`]). Denominator: none.
//! Interval: by squares added, Newcombe 1998 and Zou & Donner 2008 ([`crate::interval::difference`]); a full count counts as exact.
//!
//! Limits: only forecasts about a measure with a direction and a horizon can be judged. The two estimates are taken as independent, which drawn-out
//! stories are not. That it came true is not that the forecaster knew: other forecasts of a rise came true with it.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::estimate::{Estimate, Method, Note};
use crate::interval;
use crate::period::Window;
use crate::settings::Settings;

/// Which way something was expected to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// It grows.
    Rise,
    /// It shrinks.
    Fall,
    /// It stays as it is.
    Same,
}

/// A forecast about a measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    /// The day it was made.
    pub made: Date,
    /// Its horizon: the last day it speaks of.
    pub due: Date,
    /// Which way.
    pub direction: Direction,
    /// The unit of the measure it speaks of, as estimates carry it.
    pub unit: &'static str,
    /// The smallest change that counts, in that unit; 0 or more.
    pub margin: f64,
}

/// What became of a forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It came true.
    CameTrue,
    /// It did not.
    DidNot,
    /// Its horizon, or the window measured, has not ended.
    NotYetDue,
    /// What was measured does not decide it.
    CannotBeTold(Why),
}

/// Why a forecast cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Before or after, the measure has no value.
    NoValue,
    /// A value has no interval on the side that matters.
    NoInterval,
    /// The interval of the change holds both outcomes.
    TooUncertain,
    /// One of the estimates has another unit than the forecast.
    OtherMeasure,
    /// The earlier window ends after the forecast was made, or the later one begins before it was made or ends before it is due.
    OtherWindow,
}

/// A forecast with its verdict and the change it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// What became of it.
    pub verdict: Verdict,
    /// The measured change, where both estimates have a value. The rows are named in the two estimates, their notes are repeated here; the
    /// denominator is the value before.
    pub change: Option<Estimate>,
}

impl Forecast {
    /// The days to measure: as many up to and with the day it was made as from the next day to its horizon. `None` if the horizon is not after it.
    pub fn windows(&self) -> Option<(Window, Window)> {
        let begin = self.made.tomorrow().ok()?;
        let after = Window::new(begin, self.due).ok()?;
        let before = Window::new(self.made.checked_sub((i64::from(after.days()) - 1).days()).ok()?, self.made).ok()?;
        Some((before, after))
    }
}

/// Hold a forecast against the measure before it was made and up to its horizon, as of `today`.
pub fn judge(forecast: &Forecast, before: &Estimate, after: &Estimate, today: Date, settings: &Settings) -> Judged {
    let change = change(before, after, settings);
    let verdict = if today <= forecast.due || today <= after.window.last() {
        Verdict::NotYetDue
    } else if before.unit != forecast.unit || after.unit != forecast.unit {
        Verdict::CannotBeTold(Why::OtherMeasure)
    } else if !windows_fit(forecast, before.window, after.window) {
        Verdict::CannotBeTold(Why::OtherWindow)
    } else {
        change.as_ref().map_or(Verdict::CannotBeTold(Why::NoValue), |change| decide(forecast, change))
    };
    Judged { verdict, change: change.filter(|_| before.unit == after.unit) }
}

fn windows_fit(forecast: &Forecast, before: Window, after: Window) -> bool {
    before.last() <= forecast.made && after.first() > forecast.made && after.last() >= forecast.due
}

/// After less before, with the interval of the difference.
fn change(before: &Estimate, after: &Estimate, settings: &Settings) -> Option<Estimate> {
    let (first, second) = before.value.zip(after.value)?;
    let mut change = Estimate::blank(Window::around(before.window.first(), after.window.last()), after.unit, after.counted);
    change.value = Some(second - first);
    change.count = before.count + after.count;
    change.notes = before.notes.iter().chain(after.notes.iter().filter(|n| !before.notes.contains(n))).copied().collect();
    change.denominator = before.value;
    if exact(before) && exact(after) {
        return Some(change.between((second - first, second - first), Method::None));
    }
    let ends = |e: &Estimate, value: f64| match (exact(e), e.method) {
        (true, _) => (value, value, value),
        (false, Method::None) => (value, f64::NEG_INFINITY, f64::INFINITY),
        (false, _) => (value, e.low.unwrap_or(f64::NEG_INFINITY), e.high.unwrap_or(f64::INFINITY)),
    };
    let interval = interval::difference(ends(before, first), ends(after, second));
    Some(change.between(interval, Method::SquareAndAdd(settings.level)))
}

fn exact(estimate: &Estimate) -> bool {
    estimate.method == Method::None && estimate.notes.contains(&Note::FullCount)
}

fn decide(forecast: &Forecast, change: &Estimate) -> Verdict {
    let margin = forecast.margin.max(0.0);
    let (low, high) = (change.low.unwrap_or(f64::NEG_INFINITY), change.high.unwrap_or(f64::INFINITY));
    let (came_true, did_not) = match forecast.direction {
        Direction::Rise => (low > margin, high <= margin),
        Direction::Fall => (high < -margin, low >= -margin),
        Direction::Same => (low >= -margin && high <= margin, low > margin || high < -margin),
    };
    match (came_true, did_not) {
        (true, _) => Verdict::CameTrue,
        (_, true) => Verdict::DidNot,
        _ if change.low.is_none() || change.high.is_none() => Verdict::CannotBeTold(Why::NoInterval),
        _ => Verdict::CannotBeTold(Why::TooUncertain),
    }
}
