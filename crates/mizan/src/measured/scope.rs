//! Over which days, in which periods and with which settings a page measures.

use jiff::civil::Date;
use mizan_measure::{Axis, Error, Period, Settings, Step, Window};

use super::deeds::Dates;
use crate::args::measured::Common;
use crate::command::{input, threads};

/// More periods than this make no page.
const MOST: usize = 4000;
/// With more rows than this fewer draws are made, unless a number is asked for.
const MANY: usize = 10_000;
/// The fewest draws that are made unasked.
const FEWEST: u32 = 200;

/// The days and periods of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scope {
    /// The days that are measured.
    pub(crate) window: Window,
    /// Their periods, silent ones too.
    pub(crate) axis: Axis,
    /// How long a period is.
    pub(crate) step: Step,
}

impl Scope {
    /// The days asked for, and where none are, those from `first` to `last` in whole periods.
    ///
    /// # Errors
    /// When the window is reversed or has too many periods.
    pub(crate) fn new(common: &Common, first: Date, last: Date) -> anyhow::Result<Scope> {
        let since = common.since.unwrap_or(first);
        let until = common.until.unwrap_or(last);
        let (since, until) = match (common.since, common.until) {
            (Some(since), None) => (since, until.max(since)),
            (None, Some(until)) => (since.min(until), until),
            _ => (since, until),
        };
        let step = common.by.map_or_else(|| fitting(since, until), |by| by.step());
        if periods(since, until, step) > MOST as i64 {
            return Err(input(format!(
                "{since} to {until} by {} makes more than {MOST} periods\nhint: give a longer period with --by, or a shorter time with --since and --until",
                word(step)
            )));
        }
        let axis = Axis::between(since, until, step).map_err(input)?;
        let window = Window::new(common.since.unwrap_or(axis.window().first()), common.until.unwrap_or(axis.window().last()));
        Ok(Scope { window: window.map_err(input)?, axis, step })
    }

    /// The first and last day of its whole periods.
    pub(crate) fn whole(&self) -> Dates {
        Dates { since: Some(self.axis.window().first()), until: Some(self.axis.window().last()) }
    }

    /// Whether the window cuts a period short.
    pub(crate) fn cuts(&self, period: Period) -> bool {
        !self.window.holds(period)
    }

    /// Its first and second half; `None` when it is a single day.
    pub(crate) fn halves(&self) -> Option<(Window, Window)> {
        let days = i64::from(self.window.days());
        let middle = self.window.first().checked_add(jiff::ToSpan::days(days / 2)).ok()?;
        let before = Window::new(self.window.first(), middle.yesterday().ok()?).ok()?;
        Some((before, Window::new(middle, self.window.last()).ok()?))
    }
}

/// Months if there are 6 to 60; else weeks or days for a shorter time, quarters or years for a longer one.
fn fitting(first: Date, last: Date) -> Step {
    let few = |step| periods(first, last, step) < 6;
    let many = |step| periods(first, last, step) > 60;
    match () {
        () if many(Step::Quarter) => Step::Year,
        () if many(Step::Month) => Step::Quarter,
        () if !few(Step::Month) => Step::Month,
        () if !few(Step::Week) => Step::Week,
        () => Step::Day,
    }
}

fn periods(first: Date, last: Date, step: Step) -> i64 {
    Period::containing(last, step).ordinal() - Period::containing(first, step).ordinal() + 1
}

/// The word for a step.
pub(crate) fn word(step: Step) -> &'static str {
    match step {
        Step::Day => "day",
        Step::Week => "week",
        Step::Month => "month",
        Step::Quarter => "quarter",
        Step::Year => "year",
    }
}

/// The settings asked for; `rows` is how many there are to draw from.
pub(crate) fn settings(common: &Common, rows: usize) -> Settings {
    let fewer = (1000 * MANY / rows.max(MANY)) as u32;
    let draws = common.draws.unwrap_or_else(|| fewer.max(FEWEST));
    Settings { level: common.level, minimum: common.minimum, draws, seed: common.seed, threads: threads(None) }
}

/// The window between two days, whichever comes first.
pub(crate) fn window(a: Date, b: Date) -> Result<Window, Error> {
    Window::new(a.min(b), a.max(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_step_makes_six_to_sixty_periods_where_it_can() {
        for (first, last, step) in [
            (date(2022, 1, 3), date(2022, 1, 23), Step::Day),
            (date(2022, 1, 1), date(2022, 3, 31), Step::Week),
            (date(2022, 1, 1), date(2022, 6, 30), Step::Month),
            (date(2018, 1, 1), date(2022, 12, 31), Step::Month),
            (date(2018, 1, 1), date(2023, 1, 1), Step::Quarter),
            (date(1990, 1, 1), date(2022, 1, 1), Step::Year),
        ] {
            assert_eq!(fitting(first, last), step, "{first} {last}");
        }
    }
}
