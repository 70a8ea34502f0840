//! "Yesterday", "last week", "two years ago", "in the past three days": counted from the day of publication.
//!
//! A count is as exact as its unit: three years ago is a year, not a day. Weeks run from Monday to Sunday.

use jiff::civil::Date;
use mizan_record::date::{Granularity, Interval};

use super::era;
use super::time::{Clock, Placed, Unit, closed, monday, month_count, month_of, on, plus, year_of};

/// So many days from publication.
pub(crate) fn near(clock: &Clock, days: i8) -> Placed {
    (clock.published.and_then(|today| plus(today, i64::from(days))).map(on), "relative-day")
}

/// The whole unit so many units from publication's own: last week, this year.
pub(crate) fn whole(clock: &Clock, unit: Unit, off: i16) -> Placed {
    let rule = match unit {
        Unit::Moment | Unit::Hour | Unit::Day => "relative-day",
        Unit::Week | Unit::Weekend => "relative-week",
        Unit::Month => "relative-month",
        Unit::Season | Unit::Quarter | Unit::Half => "relative-season",
        Unit::Year => "relative-year",
        Unit::Decade | Unit::Century => "relative-era",
    };
    (clock.published.and_then(|today| unit_at(today, unit, i64::from(off))), rule)
}

/// "At the weekend".
pub(crate) fn weekend(clock: &Clock) -> Placed {
    let at = clock.published.and_then(|today| {
        let passed = !clock.future && today.weekday().to_monday_one_offset() < 6;
        unit_at(today, Unit::Weekend, -i64::from(passed))
    });
    (at, "relative-week")
}

fn unit_at(today: Date, unit: Unit, off: i64) -> Option<Interval> {
    match unit {
        Unit::Moment | Unit::Hour => Some(on(today)),
        Unit::Day => plus(today, off).map(on),
        Unit::Week => {
            let first = monday(plus(today, off * 7)?)?;
            Some(closed(first, plus(first, 6)?, Granularity::Week))
        }
        Unit::Weekend => {
            let saturday = plus(monday(today)?, off * 7 + 5)?;
            Some(closed(saturday, plus(saturday, 1)?, Granularity::Week))
        }
        Unit::Month => month_of(month_count(today) + off),
        // A season without its name may be one of sport or of harvest.
        Unit::Season => None,
        Unit::Quarter => parts(today, 3, off, Granularity::Quarter),
        Unit::Half => parts(today, 6, off, Granularity::Year),
        Unit::Year => year_of(i16::try_from(i64::from(today.year()) + off).ok()?),
        Unit::Decade => era::years(i16::try_from(i64::from(today.year()).div_euclid(10) * 10 + off * 10).ok()?, 10),
        Unit::Century => era::years(i16::try_from((i64::from(today.year()) - 1).div_euclid(100) * 100 + 1 + off * 100).ok()?, 100),
    }
}

fn parts(today: Date, months: i64, off: i64, granularity: Granularity) -> Option<Interval> {
    let first = (month_count(today).div_euclid(months) + off) * months;
    Some(closed(month_of(first)?.first?, month_of(first + months - 1)?.last?, granularity))
}

/// So many units ago, or from now where the clause looks ahead.
pub(crate) fn shift(clock: &Clock, unit: Unit, sign: i8, count: Option<u32>) -> Placed {
    let rule = if sign < 0 { "ago" } else { "ahead" };
    if sign > 0 && !clock.future {
        // "Two years on" may count from any time told of.
        return (None, "later");
    }
    let at = clock.published.zip(count).and_then(|(today, count)| shifted(today, unit, i64::from(sign) * i64::from(count)));
    (at, rule)
}

fn shifted(today: Date, unit: Unit, count: i64) -> Option<Interval> {
    match unit {
        Unit::Moment => Some(on(today)),
        Unit::Hour => {
            let there = plus(today, count.signum() * (count.abs() + 23).div_euclid(24))?;
            Some(closed(there.min(today), there.max(today), Granularity::Day))
        }
        Unit::Decade => {
            let year = i64::from(today.year()) + count.checked_mul(10)?;
            era::years(i16::try_from(year - 2).ok()?, 5)
        }
        Unit::Century => {
            let year = i64::from(today.year()) + count.checked_mul(100)?;
            era::years(i16::try_from(year - 10).ok()?, 21)
        }
        _ => unit_at(today, unit, count),
    }
}

/// From so many units ago until now, or from now on.
pub(crate) fn stretch(clock: &Clock, unit: Unit, sign: i8, count: Option<u32>) -> Placed {
    let rule = if sign < 0 { "last-units" } else { "coming-units" };
    let at = clock.published.zip(count).and_then(|(today, count)| {
        let there = far(today, unit, i64::from(sign) * i64::from(count))?;
        Some(closed(there.min(today), there.max(today), grain(unit)))
    });
    (at, rule)
}

fn far(today: Date, unit: Unit, count: i64) -> Option<Date> {
    let months = |n: i64| jiff::Span::new().try_months(count.checked_mul(n)?).ok().and_then(|span| today.checked_add(span).ok());
    match unit {
        Unit::Moment => Some(today),
        Unit::Hour => plus(today, count.signum() * (count.abs() + 23).div_euclid(24)),
        Unit::Day => plus(today, count),
        Unit::Week | Unit::Weekend => plus(today, count.checked_mul(7)?),
        Unit::Month => months(1),
        Unit::Season => None,
        Unit::Quarter => months(3),
        Unit::Half => months(6),
        Unit::Year => months(12),
        Unit::Decade => months(120),
        Unit::Century => months(1200),
    }
}

fn grain(unit: Unit) -> Granularity {
    match unit {
        Unit::Moment | Unit::Hour => Granularity::Day,
        Unit::Day | Unit::Week | Unit::Weekend => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Season | Unit::Quarter | Unit::Half => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        Unit::Decade | Unit::Century => Granularity::Era,
    }
}
