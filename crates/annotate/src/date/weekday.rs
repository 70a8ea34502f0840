//! "Tuesday", "next Friday", "on Thursday last week".
//!
//! A weekday without any mark is the most recent one, the day of publication included; in a clause that speaks of what is to come it is
//! the first one after publication. Weeks run from Monday to Sunday.

use jiff::civil::Date;

use super::time::{Clock, Placed, Turn, monday, on, plus};

/// Place a weekday (1 is Monday).
pub(crate) fn place(clock: &Clock, day: u8, turn: Turn, week: Option<i8>) -> Placed {
    let rule = match (week, turn) {
        (Some(_), _) => "weekday-of-week",
        (None, Turn::Next) => "weekday-after-publication",
        (None, Turn::This) => "weekday-of-week",
        (None, Turn::Unsaid) if clock.future => "weekday-after-publication",
        (None, _) => "weekday-before-publication",
    };
    (clock.published.and_then(|today| find(today, clock.future, day, turn, week)).map(on), rule)
}

fn find(today: Date, future: bool, day: u8, turn: Turn, week: Option<i8>) -> Option<Date> {
    let now = i64::from(today.weekday().to_monday_one_offset());
    let day = i64::from(day);
    let back = (now - day).rem_euclid(7);
    let ahead = (day - now).rem_euclid(7);
    match (week, turn) {
        (Some(week), _) => plus(monday(today)?, i64::from(week) * 7 + day - 1),
        (None, Turn::This) => plus(monday(today)?, day - 1),
        (None, Turn::Past) => plus(today, if back == 0 { -7 } else { -back }),
        (None, Turn::Next) => plus(today, if ahead == 0 { 7 } else { ahead }),
        (None, Turn::Unsaid) if future => plus(today, if ahead == 0 { 7 } else { ahead }),
        (None, Turn::Unsaid) => plus(today, -back),
    }
}
