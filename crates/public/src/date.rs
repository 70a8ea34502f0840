//! Days and periods as tables print them.

use jiff::civil::{Date, DateTime, ISOWeekDate, Weekday};

/// A run of days, both ends included.
pub(crate) type Period = (Date, Date);

/// Why a cell gives no period.
pub(crate) const NO_PERIOD: &str = "period is no day, week, month, quarter or year";

/// `YYYYMMDD`.
pub(crate) fn compact(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != 8 {
        return None;
    }
    day(digits(&bytes[..4])?, digits(&bytes[4..6])?, digits(&bytes[6..])?)
}

/// `YYYYMMDDHHMMSS`.
pub(crate) fn compact_time(text: &str) -> Option<DateTime> {
    let bytes = text.as_bytes();
    if bytes.len() != 14 || !text.is_ascii() {
        return None;
    }
    let part = |at: usize| digits(&bytes[at..at + 2]).and_then(|n| i8::try_from(n).ok());
    let date = compact(&text[..8])?;
    DateTime::new(date.year(), date.month(), date.day(), part(8)?, part(10)?, part(12)?, 0).ok()
}

/// The day of `YYYYMMDD` or `YYYYMMDDHHMMSS`.
pub(crate) fn compact_day(text: &str) -> Option<Date> {
    compact(text).or_else(|| compact_time(text).map(DateTime::date))
}

/// `YYYY-MM-DD`, also with a time behind it.
pub(crate) fn iso(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() < 10 || bytes[4] != b'-' || bytes[7] != b'-' || bytes.get(10).is_some_and(|b| !b"T ".contains(b)) {
        return None;
    }
    day(digits(&bytes[..4])?, digits(&bytes[5..7])?, digits(&bytes[8..10])?)
}

/// A day in either form.
pub(crate) fn any_day(text: &str) -> Option<Date> {
    iso(text).or_else(|| compact_day(text))
}

/// A day, week, month, quarter or year: `2022-03-01`, `20220301`, `2022-W09`, `2022-03`, `2022M03`, `202203`, `202203-Mar. 2022`,
/// `2022-Q1`, `2022`.
pub(crate) fn period(text: &str) -> Option<Period> {
    let text = text.trim();
    if let Some(day) = any_day(text) {
        return Some((day, day));
    }
    let (year, rest) = text.split_at_checked(4)?;
    let year = digits(year.as_bytes())?;
    let bytes = rest.as_bytes();
    match bytes.strip_prefix(b"-").filter(|rest| !rest.is_empty()).unwrap_or(bytes) {
        [] => months(year, 1, 12),
        [b'Q' | b'q', quarter] => match digits(&[*quarter])? {
            quarter @ 1..=4 => months(year, 3 * quarter - 2, 3),
            _ => None,
        },
        [b'W' | b'w', week @ ..] if week.len() == 2 => seven_days(year, digits(week)?),
        [b'M' | b'm', month @ ..] if month.len() == 2 => months(year, digits(month)?, 1),
        [a, b] => months(year, digits(&[*a, *b])?, 1),
        [a, b, b'-', label, ..] if label.is_ascii_alphabetic() => months(year, digits(&[*a, *b])?, 1),
        _ => None,
    }
}

fn months(year: i16, first: i16, count: i16) -> Option<Period> {
    Some((day(year, first, 1)?, day(year, first + count - 1, 1)?.last_of_month()))
}

fn seven_days(year: i16, week: i16) -> Option<Period> {
    let at = |weekday| ISOWeekDate::new(year, i8::try_from(week).ok()?, weekday).ok().map(ISOWeekDate::date);
    Some((at(Weekday::Monday)?, at(Weekday::Sunday)?))
}

fn day(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Up to four decimal digits.
fn digits(bytes: &[u8]) -> Option<i16> {
    bytes.iter().try_fold(0, |n: i16, b| b.is_ascii_digit().then(|| n * 10 + i16::from(b - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_days_of_the_calendar() {
        assert_eq!(compact("20240229"), Some(date(2024, 2, 29)));
        for bad in ["20230229", "20221301", "20220100", "2022010", "2022-1-1", "2022010x", ""] {
            assert_eq!(compact(bad), None, "{bad}");
        }
        assert_eq!(iso("2022-01-05 00:00:00"), Some(date(2022, 1, 5)));
        assert_eq!(iso("2022-01-05x"), None);
        assert_eq!(compact_time("20170701234500"), Some(date(2017, 7, 1).at(23, 45, 0, 0)));
        assert_eq!(compact_time("20170701244500"), None);
        assert_eq!(compact_day("2017070яя4500"), None);
    }

    #[test]
    fn a_period_is_what_its_form_says() {
        let year = (date(2022, 1, 1), date(2022, 12, 31));
        let march = (date(2022, 3, 1), date(2022, 3, 31));
        assert_eq!(period("2022"), Some(year));
        for form in ["2022-03", "202203", "2022M03", "2022-M03", "202203-Mar. 2022"] {
            assert_eq!(period(form), Some(march), "{form}");
        }
        assert_eq!(period("2022-Q4"), Some((date(2022, 10, 1), date(2022, 12, 31))));
        // 4 January 2022 was a Tuesday, so week 1 began on Monday the 3rd.
        assert_eq!(period("2022-W01"), Some((date(2022, 1, 3), date(2022, 1, 9))));
        assert_eq!(period("2022-02-28"), Some((date(2022, 2, 28), date(2022, 2, 28))));
        for bad in ["", "22", "2022-", "2022-13", "2022-Q5", "2022-W60", "202203-07", "soon", "2022 г.", "مارس"] {
            assert_eq!(period(bad), None, "{bad}");
        }
    }
}
