//! Days, weeks, months, quarters and years, and the axis on which silent ones exist.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use crate::error::Error;

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// One day.
    Day,
    /// Monday to Sunday, numbered as in ISO 8601.
    Week,
    /// A calendar month.
    Month,
    /// Three calendar months from January, April, July or October.
    Quarter,
    /// A calendar year.
    Year,
}

/// A run of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    first: Date,
    last: Date,
}

impl Window {
    /// From one day to another, both included; an error if the second comes first.
    pub fn new(first: Date, last: Date) -> Result<Window, Error> {
        if first <= last { Ok(Window { first, last }) } else { Err(Error::Reversed { first, last }) }
    }

    /// The smallest window that holds both days.
    pub(crate) fn around(a: Date, b: Date) -> Window {
        Window { first: a.min(b), last: a.max(b) }
    }

    /// The first day.
    pub fn first(self) -> Date {
        self.first
    }

    /// The last day.
    pub fn last(self) -> Date {
        self.last
    }

    /// How many days.
    pub fn days(self) -> u32 {
        u32::try_from(days_between(self.first, self.last)).unwrap_or(0) + 1
    }

    /// Whether a day lies in it.
    pub fn contains(self, date: Date) -> bool {
        self.first <= date && date <= self.last
    }

    /// Whether all of a period lies in it.
    pub fn holds(self, period: Period) -> bool {
        self.first <= period.first && period.last() <= self.last
    }
}

/// One period of a calendar. Periods of one step are ordered in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first: Date,
    step: Step,
}

impl Period {
    /// The period of this length that a day lies in.
    pub fn containing(date: Date, step: Step) -> Period {
        let first = match step {
            Step::Day => date,
            Step::Week => date.saturating_sub(i64::from(date.weekday().since(Weekday::Monday)).days()),
            Step::Month => date.first_of_month(),
            Step::Quarter => {
                let back = (date.month() - 1) % 3;
                date.first_of_month().saturating_sub(i64::from(back).months())
            }
            Step::Year => date.first_of_year(),
        };
        Period { first, step }
    }

    /// Its first day.
    pub fn first(self) -> Date {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.next().and_then(|n| n.first.yesterday().ok()).unwrap_or(Date::MAX)
    }

    /// Its length.
    pub fn step(self) -> Step {
        self.step
    }

    /// The period behind it; `None` only at the end of the year 9999.
    pub fn next(self) -> Option<Period> {
        let first = self.first.checked_add(length(self.step)).ok()?;
        Some(Period { first, step: self.step })
    }

    /// Its days.
    pub fn window(self) -> Window {
        Window::around(self.first, self.last())
    }

    /// Its number on the calendar of its step: neighbours differ by one.
    pub fn ordinal(self) -> i64 {
        let days = days_between(Date::constant(1970, 1, 5), self.first);
        let months = i64::from(self.first.year()) * 12 + i64::from(self.first.month()) - 1;
        match self.step {
            Step::Day => days,
            Step::Week => days.div_euclid(7),
            Step::Month => months,
            Step::Quarter => months.div_euclid(3),
            Step::Year => i64::from(self.first.year()),
        }
    }

    /// "2022-01-05", "2022-W05", "2022-01", "2022-Q1", "2022".
    pub fn label(self) -> String {
        let (year, month) = (self.first.year(), self.first.month());
        match self.step {
            Step::Day => self.first.to_string(),
            Step::Week => {
                let week = self.first.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Step::Month => format!("{year:04}-{month:02}"),
            Step::Quarter => format!("{year:04}-Q{}", (month - 1) / 3 + 1),
            Step::Year => format!("{year:04}"),
        }
    }
}

fn length(step: Step) -> Span {
    match step {
        Step::Day => 1.day(),
        Step::Week => 7.days(),
        Step::Month => 1.month(),
        Step::Quarter => 3.months(),
        Step::Year => 1.year(),
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours().div_euclid(24)
}

/// Every period from one day to another: those in which nothing happened exist too.
///
/// The ends are whole periods, so [`Axis::window`] may be wider than what was asked for; rows should be queried for that window, or the first and
/// the last period are cut short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    periods: Vec<Period>,
}

impl Axis {
    /// All periods that hold a day from `first` to `last`; an error if `last` comes first.
    pub fn between(first: Date, last: Date, step: Step) -> Result<Axis, Error> {
        Window::new(first, last)?;
        let start = Period::containing(first, step);
        let periods = std::iter::successors(Some(start), |p| p.next()).take_while(|p| p.first <= last).collect();
        Ok(Axis { periods })
    }

    /// The periods, in time; at least one.
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// From the first day of the first to the last day of the last.
    pub fn window(&self) -> Window {
        Window::around(self.periods[0].first, self.periods[self.periods.len() - 1].last())
    }

    /// The window of each period.
    pub(crate) fn windows(&self) -> Vec<Window> {
        self.periods.iter().map(|p| p.window()).collect()
    }

    /// Each period with its estimate; `estimates` are in the order of the periods.
    pub(crate) fn series(&self, estimates: impl IntoIterator<Item = crate::Estimate>) -> crate::Series {
        self.periods.iter().copied().zip(estimates).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn period(y: i16, m: i8, d: i8, step: Step) -> Period {
        Period::containing(date(y, m, d), step)
    }

    #[test]
    fn a_day_lies_in_its_periods() {
        for (step, first, last, label) in [
            (Step::Day, date(2022, 2, 5), date(2022, 2, 5), "2022-02-05"),
            (Step::Week, date(2022, 1, 31), date(2022, 2, 6), "2022-W05"),
            (Step::Month, date(2022, 2, 1), date(2022, 2, 28), "2022-02"),
            (Step::Quarter, date(2022, 1, 1), date(2022, 3, 31), "2022-Q1"),
            (Step::Year, date(2022, 1, 1), date(2022, 12, 31), "2022"),
        ] {
            let p = period(2022, 2, 5, step);
            assert_eq!((p.first(), p.last(), p.label().as_str()), (first, last, label));
        }
    }

    #[test]
    fn weeks_belong_to_the_year_of_their_thursday() {
        assert_eq!(period(2021, 1, 3, Step::Week).label(), "2020-W53");
        assert_eq!(period(2024, 12, 30, Step::Week).label(), "2025-W01");
        assert_eq!(period(2022, 1, 1, Step::Week).first(), date(2021, 12, 27));
    }

    #[test]
    fn the_next_period_begins_where_this_one_ends() {
        for step in [Step::Day, Step::Week, Step::Month, Step::Quarter, Step::Year] {
            let mut p = period(2019, 12, 31, step);
            for _ in 0..30 {
                let next = p.next().unwrap();
                assert_eq!(p.last().tomorrow().unwrap(), next.first());
                assert_eq!(p.ordinal() + 1, next.ordinal());
                assert!(p < next);
                p = next;
            }
        }
    }

    #[test]
    fn the_ends_of_the_calendar_do_not_panic() {
        for step in [Step::Day, Step::Week, Step::Month, Step::Quarter, Step::Year] {
            let last = Period::containing(Date::MAX, step);
            assert_eq!((last.next(), last.last()), (None, Date::MAX));
            let first = Period::containing(Date::MIN, step);
            assert!(!first.label().is_empty() && first.next().is_some());
        }
    }

    #[test]
    fn an_axis_has_silent_periods_too_and_whole_ends() {
        let axis = Axis::between(date(2021, 11, 15), date(2022, 2, 1), Step::Month).unwrap();
        let labels: Vec<String> = axis.periods().iter().map(|p| p.label()).collect();
        assert_eq!(labels, ["2021-11", "2021-12", "2022-01", "2022-02"]);
        assert_eq!(axis.window(), Window::new(date(2021, 11, 1), date(2022, 2, 28)).unwrap());
        assert_eq!(axis.window().days(), 30 + 31 + 31 + 28);
        assert!(axis.window().contains(date(2022, 2, 28)) && !axis.window().contains(date(2022, 3, 1)));
    }

    #[test]
    fn a_window_cannot_end_before_it_begins() {
        let error = Axis::between(date(2022, 2, 1), date(2022, 1, 1), Step::Day).unwrap_err();
        assert_eq!(error, Error::Reversed { first: date(2022, 2, 1), last: date(2022, 1, 1) });
        assert_eq!(error.to_string(), "the window ends (2022-01-01) before it begins (2022-02-01)\nhint: give the earlier day first");
    }
}
