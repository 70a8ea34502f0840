//! What a time expression means before the publication date is known, and the road from there to an interval.

use jiff::civil::Date;
use mizan_record::date::{Granularity, Interval};

use super::{era, hijri, month, range, relative, season, weekday};

/// A stretch of time that people count in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Moment,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// The year of a month or a season, as far as the text says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    Unsaid,
    Is(i16),
    /// Counted from the year of publication: "last year" is -1.
    Off(i16),
    /// The year told of before: "of that year".
    Told,
}

impl Year {
    /// The year told of before as a year of its own, where the sentence has named one.
    pub(crate) fn told(self, clock: &Clock) -> Year {
        match (self, clock.year) {
            (Year::Told, Some(year)) => Year::Is(year),
            _ => self,
        }
    }
}

/// Which way the text points from the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    Unsaid,
    Past,
    This,
    Next,
}

/// A part of a longer stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    Early,
    Mid,
    Late,
}

/// A time expression understood, not yet placed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Time {
    Day {
        day: u8,
        month: u8,
        year: Year,
        turn: Turn,
        rule: &'static str,
    },
    Month {
        month: u8,
        year: Year,
        turn: Turn,
        dual: bool,
    },
    Year(i16),
    /// `week`: "Tuesday next week".
    Weekday {
        day: u8,
        turn: Turn,
        week: Option<i8>,
    },
    /// Days from publication.
    Near(i8),
    /// The whole unit so many units from publication's own.
    Whole(Unit, i16),
    /// So many units back (negative) or on; no count for "years ago".
    Shift(Unit, i8, Option<u32>),
    /// All the time from so many units ago until now, or from now on.
    Stretch(Unit, i8, Option<u32>),
    /// 0 winter, 1 spring, 2 summer, 3 autumn.
    Season(u8, Year, Turn),
    /// The number of the part, of how many parts of the year.
    Portion(u8, u8, Year),
    Decade(i16),
    /// The years of the age since some year: "the 90s".
    Century(i16),
    Hijri {
        day: Option<u8>,
        month: Option<u8>,
        year: Option<i32>,
        turn: Turn,
    },
    Range(Box<Time>, Box<Time>),
    Part(Edge, Box<Time>),
    Since(Box<Time>),
    After(Box<Time>),
    Before(Box<Time>),
    Until(Box<Time>),
    /// At it or before: "more than twenty years ago".
    Over(Box<Time>),
    /// The day on which the state spoken of became independent.
    Independence,
    /// Stands for time and cannot be placed; the rule says why.
    Unplaced(&'static str),
    Now,
    /// The day told of before: "on the same day".
    SameDay,
    /// The weekend, no matter which: the last one, or the next where the clause looks ahead.
    Weekend,
}

/// Where publication stands, and whether the clause speaks of what is to come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    pub(crate) published: Option<Date>,
    pub(crate) future: bool,
    pub(crate) independence: Option<Date>,
    /// The year of the last date before it in the sentence.
    pub(crate) year: Option<i16>,
    /// The last single day before it in the sentence.
    pub(crate) day: Option<Date>,
}

/// An interval, when there is one, and the rule that gave it.
pub(crate) type Placed = (Option<Interval>, &'static str);

impl Time {
    /// Place it.
    pub(crate) fn place(&self, clock: &Clock) -> Placed {
        match self {
            Time::Day { day, month, year, turn, rule } => month::day(clock, *day, *month, *year, *turn, rule),
            Time::Month { month, year, turn, dual } => month::month(clock, *month, *year, *turn, *dual),
            Time::Year(year) => (year_of(*year), "year"),
            Time::Weekday { day, turn, week } => weekday::place(clock, *day, *turn, *week),
            Time::Near(days) => relative::near(clock, *days),
            Time::Whole(unit, off) => relative::whole(clock, *unit, *off),
            Time::Shift(unit, sign, count) => relative::shift(clock, *unit, *sign, *count),
            Time::Stretch(unit, sign, count) => relative::stretch(clock, *unit, *sign, *count),
            Time::Season(season, year, turn) => season::season(clock, *season, *year, *turn),
            Time::Portion(part, of, year) => season::portion(clock, *part, *of, *year),
            Time::Decade(first) => (era::years(*first, 10), "decade"),
            Time::Century(number) => (era::years((*number - 1) * 100 + 1, 100), "century"),
            Time::Hijri { day, month, year, turn } => hijri::place(clock, *day, *month, *year, *turn),
            Time::Range(from, to) => range::between(clock, from, to),
            Time::Part(edge, whole) => range::part(clock, *edge, whole),
            Time::Since(from) => range::since(clock, from),
            Time::After(what) => range::after(clock, what),
            Time::Before(what) => range::before(clock, what),
            Time::Until(what) => range::until(clock, what),
            Time::Over(what) => range::over(clock, what),
            Time::Independence => (clock.independence.map(on), "independence"),
            Time::Unplaced(rule) => (None, rule),
            Time::Weekend => relative::weekend(clock),
            Time::Now => (clock.published.map(on), "now"),
            Time::SameDay => (clock.day.map(on), if clock.day.is_some() { "same-day" } else { "other-date" }),
        }
    }
}

/// One day.
pub(crate) fn on(day: Date) -> Interval {
    Interval { first: Some(day), last: Some(day), granularity: Granularity::Day }
}

/// Two closed ends.
pub(crate) fn closed(first: Date, last: Date, granularity: Granularity) -> Interval {
    Interval { first: Some(first), last: Some(last), granularity }
}

/// All of a year.
pub(crate) fn year_of(year: i16) -> Option<Interval> {
    Some(closed(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?, Granularity::Year))
}

/// All of a month; months count from 0 in year 0, so that any number of them can be added.
pub(crate) fn month_of(count: i64) -> Option<Interval> {
    let year = i16::try_from(count.div_euclid(12)).ok()?;
    let first = Date::new(year, i8::try_from(count.rem_euclid(12)).ok()? + 1, 1).ok()?;
    Some(closed(first, first.last_of_month(), Granularity::Month))
}

/// The number of a day's month in that count.
pub(crate) fn month_count(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month()) - 1
}

/// So many days later.
pub(crate) fn plus(day: Date, days: i64) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The Monday of a day's week.
pub(crate) fn monday(day: Date) -> Option<Date> {
    plus(day, -i64::from(day.weekday().to_monday_zero_offset()))
}
