//! Dates of the Islamic calendar, by the tabular civil reckoning.
//!
//! Eleven years in thirty are leap, those of remainder 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29; day 1 of year 1 is 16 July 622 of
//! the Julian calendar (R. G. van Gent, *The Arithmetical or Tabular Islamic Calendar*). Sighting may differ by a day or two.

use jiff::civil::{Date, date};
use mizan_record::date::{Granularity, Interval};

use super::month::ahead;
use super::time::{Clock, Placed, Turn, closed, on, plus};

/// 1 Muharram of year 1, in the Gregorian calendar.
const EPOCH: Date = date(622, 7, 19);

fn new_year(year: i32) -> i64 {
    let year = i64::from(year);
    (year - 1) * 354 + (3 + 11 * year).div_euclid(30)
}

fn days_before(month: u8) -> i64 {
    (i64::from(month) * 59 - 58).div_euclid(2)
}

/// The Gregorian day of a day of the tabular calendar.
pub(crate) fn gregorian(year: i32, month: u8, day: u8) -> Option<Date> {
    if !(1..=2000).contains(&year) || !(1..=12).contains(&month) || !(1..=30).contains(&day) {
        return None;
    }
    plus(EPOCH, new_year(year) + days_before(month) + i64::from(day) - 1)
}

fn month_of(year: i32, month: u8) -> Option<Interval> {
    let first = gregorian(year, month, 1)?;
    let next = if month == 12 { gregorian(year + 1, 1, 1)? } else { gregorian(year, month + 1, 1)? };
    Some(closed(first, plus(next, -1)?, Granularity::Month))
}

/// The tabular year that holds a day.
fn year_at(day: Date) -> Option<i32> {
    let guess = i32::try_from((i64::from(day.year()) - 622) * 33 / 32).ok()?;
    (guess - 2..guess + 4).rev().find(|&year| gregorian(year, 1, 1).is_some_and(|first| first <= day))
}

/// Place a day, a month or a year of it; without a year, the nearest in the past or, where said, to come.
pub(crate) fn place(clock: &Clock, day: Option<u8>, month: Option<u8>, year: Option<i32>, turn: Turn) -> Placed {
    let whole = |year: i32| match (month, day) {
        (Some(month), Some(day)) => gregorian(year, month, day).map(on),
        (Some(month), None) => month_of(year, month),
        (None, _) => Some(closed(gregorian(year, 1, 1)?, plus(gregorian(year + 1, 1, 1)?, -1)?, Granularity::Year)),
    };
    let found = match (year, clock.published) {
        (Some(year), _) => whole(year),
        (None, None) => None,
        (None, Some(today)) => year_at(today).and_then(|now| {
            let years = if ahead(clock, turn) { [now, now + 1] } else { [now, now - 1] };
            years.into_iter().filter_map(whole).find(|at| if ahead(clock, turn) { at.last >= Some(today) } else { at.first <= Some(today) })
        }),
    };
    (found, "hijri")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days_convert() {
        assert_eq!(gregorian(1, 1, 1), Some(date(622, 7, 19)));
        assert_eq!(gregorian(1443, 9, 1), Some(date(2022, 4, 3)));
        assert_eq!(gregorian(1446, 7, 27), Some(date(2025, 1, 27)));
        assert_eq!(gregorian(1445, 1, 1), Some(date(2023, 7, 19)));
        assert_eq!(gregorian(1400, 1, 1), Some(date(1979, 11, 21)));
    }

    #[test]
    fn months_follow_each_other_without_gap() {
        for year in 1300..1500 {
            for month in 1..=12 {
                let here = month_of(year, month).unwrap();
                let next = if month == 12 { month_of(year + 1, 1) } else { month_of(year, month + 1) }.unwrap();
                assert_eq!(plus(here.last.unwrap(), 1), next.first);
            }
        }
    }
}
