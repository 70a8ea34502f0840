//! From one time to another, the beginning, middle or end of one, and what lies before or after one.

use jiff::civil::Date;
use mizan_record::date::{Granularity, Interval};

use super::time::{Clock, Edge, Placed, Time, Year, closed, month_count, month_of, plus, year_of};

/// From the first day of one to the last of the other.
pub(crate) fn between(clock: &Clock, from: &Time, to: &Time) -> Placed {
    let (from, to) = share_year(from, to);
    let first = from.place(clock).0.and_then(|at| at.first);
    let last = to.place(clock).0.and_then(|at| at.last);
    let interval = match (first, last) {
        (Some(first), Some(last)) if first > last => earlier(clock, &from, last).map(|first| closed(first, last, size(first, last))),
        (Some(first), Some(last)) => Some(closed(first, last, size(first, last))),
        _ => None,
    };
    (interval, "range")
}

/// "From December to February": the first without a year of its own lies before the last.
fn earlier(clock: &Clock, from: &Time, last: Date) -> Option<Date> {
    Time::place(from, &Clock { published: Some(last), future: false, ..*clock }).0?.first.filter(|&first| first <= last)
}

fn share_year(from: &Time, to: &Time) -> (Time, Time) {
    let (mut from, mut to) = (from.clone(), to.clone());
    let (Some(a), Some(b)) = (year_mut(&mut from), year_mut(&mut to)) else { return (from, to) };
    match (*a, *b) {
        (Year::Unsaid, said @ Year::Is(_)) => *a = said,
        (said @ Year::Is(_), Year::Unsaid) => *b = said,
        _ => {}
    }
    if month_of_year(&from) > month_of_year(&to) {
        // "From December to February 2022" begins in the year before.
        if let Some(Year::Is(year)) = year_mut(&mut from).filter(|_| matches!(to_year(&to), Some(Year::Is(_)))) {
            *year -= 1;
        }
    }
    (from, to)
}

fn month_of_year(time: &Time) -> u8 {
    match time {
        Time::Day { month, .. } | Time::Month { month, .. } => *month,
        _ => 0,
    }
}

fn to_year(time: &Time) -> Option<Year> {
    match time {
        Time::Day { year, .. } | Time::Month { year, .. } | Time::Season(_, year, _) => Some(*year),
        _ => None,
    }
}

fn year_mut(time: &mut Time) -> Option<&mut Year> {
    match time {
        Time::Day { year, .. } | Time::Month { year, .. } | Time::Season(_, year, _) => Some(year),
        _ => None,
    }
}

fn size(first: Date, last: Date) -> Granularity {
    match first.until(last).map_or(0, |span| span.get_days()) {
        0 => Granularity::Day,
        1..=13 => Granularity::Week,
        14..=45 => Granularity::Month,
        46..=190 => Granularity::Quarter,
        191..=366 => Granularity::Year,
        _ => Granularity::Era,
    }
}

/// The beginning, middle or end: thirds of it by whole days or months; of a year, the first quarter, May to August, the last quarter.
pub(crate) fn part(clock: &Clock, edge: Edge, whole: &Time) -> Placed {
    let rule = match edge {
        Edge::Early => "beginning",
        Edge::Mid => "middle",
        Edge::Late => "end",
    };
    (whole.place(clock).0.and_then(|at| piece(at, edge)), rule)
}

fn piece(at: Interval, edge: Edge) -> Option<Interval> {
    let (first, last) = (at.first?, at.last?);
    let months = |from: i64, to: i64, granularity| Some(closed(month_of(from)?.first?, month_of(to)?.last?, granularity));
    let start = month_count(first);
    match at.granularity {
        Granularity::Day => Some(at),
        Granularity::Week => {
            let (from, to) = match edge {
                Edge::Early => (0, 1),
                Edge::Mid => (2, 3),
                Edge::Late => (4, 6),
            };
            Some(closed(plus(first, from)?.min(last), plus(first, to)?.min(last), Granularity::Week))
        }
        Granularity::Month => Some(match edge {
            Edge::Early => closed(first, plus(first, 9)?, Granularity::Week),
            Edge::Mid => closed(plus(first, 10)?, plus(first, 19)?, Granularity::Week),
            Edge::Late => closed(plus(first, 20)?, last, Granularity::Week),
        }),
        Granularity::Quarter => {
            let month = start + edge as i64;
            month_of(month)
        }
        Granularity::Year => match edge {
            Edge::Early => months(start, start + 2, Granularity::Quarter),
            Edge::Mid => months(start + 4, start + 7, Granularity::Quarter),
            Edge::Late => months(start + 9, start + 11, Granularity::Quarter),
        },
        Granularity::Era => {
            let years = i64::from(last.year() - first.year()) + 1;
            let cut = |n: i64| i16::try_from(i64::from(first.year()) + n).ok();
            let (from, to) = match edge {
                Edge::Early => (0, (years * 3).div_euclid(10)),
                Edge::Mid => ((years * 3).div_euclid(10), (years * 7).div_euclid(10)),
                Edge::Late => ((years * 7).div_euclid(10), years),
            };
            Some(closed(year_of(cut(from)?)?.first?, year_of(cut((to - 1).max(from))?)?.last?, Granularity::Era))
        }
    }
}

/// From its first day until publication; open when it has not begun.
pub(crate) fn since(clock: &Clock, from: &Time) -> Placed {
    if let Time::Unplaced(rule) = from {
        return (None, rule);
    }
    let rule = if *from == Time::Independence { "since-independence" } else { "since" };
    let at = from.place(clock).0.and_then(|at| {
        let first = at.first?;
        let last = clock.published.filter(|&today| today >= first);
        Some(Interval { first: Some(first), last, granularity: at.granularity })
    });
    (at, rule)
}

/// From the day after its last.
pub(crate) fn after(clock: &Clock, what: &Time) -> Placed {
    if let Time::Unplaced(rule) = what {
        return (None, rule);
    }
    let at = what.place(clock).0.and_then(|at| Some(Interval { first: Some(plus(at.last?, 1)?), last: None, granularity: at.granularity }));
    (at, "after")
}

/// Up to the day before its first.
pub(crate) fn before(clock: &Clock, what: &Time) -> Placed {
    if let Time::Part(Edge::Late, whole) = what {
        // Before the end of a year is any day of it.
        return bounded(clock, whole, "before", |at| at.last);
    }
    bounded(clock, what, "before", |at| plus(at.first?, -1))
}

/// Up to its last day.
pub(crate) fn until(clock: &Clock, what: &Time) -> Placed {
    bounded(clock, what, "until", |at| at.last)
}

/// Its last day or any before.
pub(crate) fn over(clock: &Clock, what: &Time) -> Placed {
    let (at, rule) = what.place(clock);
    (at.map(|at| Interval { first: None, ..at }), rule)
}

/// A bound that lies ahead is counted from publication; one in the past has no beginning. A weekday or month without a year is taken as
/// the next one.
fn bounded(clock: &Clock, what: &Time, rule: &'static str, end: impl Fn(Interval) -> Option<Date>) -> Placed {
    if let Time::Unplaced(rule) = what {
        return (None, rule);
    }
    let at = what.place(&Clock { future: true, ..*clock }).0.and_then(|at| {
        let last = end(at)?;
        let first = clock.published.filter(|&today| today <= last);
        Some(Interval { first, last: Some(last), granularity: at.granularity })
    });
    (at, rule)
}
