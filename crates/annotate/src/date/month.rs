//! Months and days of months, with a year and without.
//!
//! Without a year, the nearest one in the past, the current one included; the nearest to come where the clause says so.

use jiff::civil::Date;

use super::time::{Clock, Placed, Turn, Year, month_count, month_of, on};

/// Place a day of a month.
pub(crate) fn day(clock: &Clock, day: u8, month: u8, year: Year, turn: Turn, rule: &'static str) -> Placed {
    let at = |year: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    match (year.told(clock), clock.published) {
        (Year::Is(year), _) => (at(year).map(on), rule),
        (Year::Off(off), today) => (today.and_then(|today| at(today.year().checked_add(off)?)).map(on), rule),
        (Year::Told, _) | (Year::Unsaid, None) => (None, "day-without-year"),
        (Year::Unsaid, Some(today)) => {
            let ahead = ahead(clock, turn);
            let near =
                |step: i16| (0..5).find_map(|n| at(today.year() + n * step).filter(|&at| if ahead { at >= today } else { at <= today }));
            let found = match turn {
                Turn::This => at(today.year()),
                _ => near(if ahead { 1 } else { -1 }),
            };
            let rule = if rule == "dual-month" {
                rule
            } else {
                [["day-before-publication", "day-after-publication"][usize::from(ahead)], "day-of-year"][usize::from(turn == Turn::This)]
            };
            (found.map(on), rule)
        }
    }
}

/// Place a month.
pub(crate) fn month(clock: &Clock, month: u8, year: Year, turn: Turn, dual: bool) -> Placed {
    let named = |rule| if dual { "dual-month" } else { rule };
    let at = |year: i16| month_of(i64::from(year) * 12 + i64::from(month) - 1);
    match (year.told(clock), clock.published) {
        (Year::Is(year), _) => (at(year), named("month-and-year")),
        (Year::Off(off), today) => (today.and_then(|today| at(today.year().checked_add(off)?)), named("month-and-year")),
        (Year::Told, _) | (Year::Unsaid, None) => (None, "month-without-year"),
        (Year::Unsaid, Some(today)) => {
            let now = month_count(today);
            let same = now.div_euclid(12) * 12 + i64::from(month) - 1;
            let (count, rule) = match turn {
                Turn::This => (same, "month-of-year"),
                _ if ahead(clock, turn) => {
                    let passed = same < now || (turn == Turn::Next && same == now);
                    (same + if passed { 12 } else { 0 }, "month-after-publication")
                }
                _ => {
                    let to_come = same > now || (turn == Turn::Past && same == now);
                    (same - if to_come { 12 } else { 0 }, "month-before-publication")
                }
            };
            (month_of(count), named(rule))
        }
    }
}

/// Whether an unsaid year lies ahead.
pub(crate) fn ahead(clock: &Clock, turn: Turn) -> bool {
    turn == Turn::Next || (turn == Turn::Unsaid && clock.future)
}
