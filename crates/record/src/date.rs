//! Dates as printed and as resolved.

use jiff::civil::Date;
use mizan_text::Span;

/// How exact a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Granularity {
    /// One day.
    Day,
    /// A few days or a week.
    Week,
    /// A month.
    Month,
    /// A quarter or a season.
    Quarter,
    /// A year.
    Year,
    /// Several years, a decade, a century.
    Era,
}

impl Granularity {
    /// The word for it in the output.
    pub fn name(self) -> &'static str {
        match self {
            Granularity::Day => "day",
            Granularity::Week => "week",
            Granularity::Month => "month",
            Granularity::Quarter => "quarter",
            Granularity::Year => "year",
            Granularity::Era => "era",
        }
    }
}

/// From the first day to the last, both included. An open side is `None` ("since independence" of a state whose date is unknown).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// First day.
    pub first: Option<Date>,
    /// Last day.
    pub last: Option<Date>,
    /// How exact it is.
    pub granularity: Granularity,
}

/// A time expression in a sentence, with what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// Its place in the text that was searched, in bytes.
    pub span: Span,
    /// What it was resolved to; `None` when it names a duration or nothing that can be fixed.
    pub interval: Option<Interval>,
    /// The rule that resolved it (`weekday-before-publication`, `dual-month`, `hijri`).
    pub rule: &'static str,
}
