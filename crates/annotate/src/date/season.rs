//! Seasons, quarters, half-years.
//!
//! Seasons are the meteorological ones of the northern half, three whole months each. The winter of a year ends in it: winter 2022 is
//! December 2021 to February 2022.

use jiff::civil::Date;
use mizan_record::date::{Granularity, Interval};

use super::month::ahead;
use super::time::{Clock, Placed, Turn, Year, closed, month_count, month_of};

/// The number of a day's season, counted so that a season of a year is `year * 4 + season`.
fn index(day: Date) -> i64 {
    (month_count(day) + 1).div_euclid(3)
}

/// The season of a number.
fn at(index: i64) -> Option<Interval> {
    let first = index * 3 - 1;
    Some(closed(month_of(first)?.first?, month_of(first + 2)?.last?, Granularity::Quarter))
}

/// Place a season (0 is winter).
pub(crate) fn season(clock: &Clock, season: u8, year: Year, turn: Turn) -> Placed {
    let of = |year: i64| at(year * 4 + i64::from(season));
    let place = match (year.told(clock), clock.published) {
        (Year::Is(year), _) => of(i64::from(year)),
        (Year::Off(off), Some(today)) => of(i64::from(today.year()) + i64::from(off)),
        (Year::Told, _) | (_, None) => None,
        (Year::Unsaid, Some(today)) => {
            let now = index(today);
            let same = now.div_euclid(4) * 4 + i64::from(season);
            at(match turn {
                Turn::This => same,
                _ if ahead(clock, turn) => same + if same < now || (turn == Turn::Next && same == now) { 4 } else { 0 },
                _ => same - if same > now || (turn == Turn::Past && same == now) { 4 } else { 0 },
            })
        }
    };
    (place, "season")
}

/// Place a quarter (`of` is 4) or a half (2) of a year; without a year, the latest that has begun.
pub(crate) fn portion(clock: &Clock, part: u8, of: u8, year: Year) -> Placed {
    let rule = if of == 2 { "half-year" } else { "quarter" };
    let months = 12 / i64::from(of.max(1));
    let year = match (year.told(clock), clock.published) {
        (Year::Is(year), _) => Some(i64::from(year)),
        (Year::Off(off), Some(today)) => Some(i64::from(today.year()) + i64::from(off)),
        (Year::Told, _) | (_, None) => None,
        (Year::Unsaid, Some(today)) => {
            let begun = (i64::from(part) - 1) * months < i64::from(today.month());
            Some(i64::from(today.year()) - i64::from(!begun && !clock.future))
        }
    };
    let granularity = if of == 2 { Granularity::Year } else { Granularity::Quarter };
    let place = year.and_then(|year| {
        let first = year * 12 + (i64::from(part) - 1) * months;
        Some(closed(month_of(first)?.first?, month_of(first + months - 1)?.last?, granularity))
    });
    (place, rule)
}
