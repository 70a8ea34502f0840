//! Days of publication as containers print them: for machines, as in mail headers, or in figures.

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// The day a printed date names: ISO 8601 and RFC 3339, `20251004`, `20251004101112`, RFC 822 and its kin (`Sat, 04 Oct 2025 10:11 +0500`,
/// `October 4, 2025`), `04.10.2025` (day first), `25/10/2025`, seconds or milliseconds since 1970 (the day in UTC).
///
/// The day is the one printed, in the publisher's zone. `None` when there is none or it can be read in two ways (`04/10/2025`).
pub(crate) fn day(printed: &str) -> Option<Date> {
    let text = printed.trim();
    if text.len() > 80 {
        return None;
    }
    iso(text).or_else(|| digits(text)).or_else(|| figures(text)).or_else(|| words(text))
}

fn sensible(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok().filter(|date| (1900..=2100).contains(&date.year()))
}

/// `2025-10-04` or `2025/10/04`, alone or with a clock behind it.
fn iso(text: &str) -> Option<Date> {
    let (head, rest) = (text.get(..10)?, text.get(10..)?);
    let bytes = head.as_bytes();
    let clock = rest.strip_prefix(['T', 't', ' ']).is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    if !(rest.is_empty() || clock) || bytes[4] != bytes[7] || !matches!(bytes[4], b'-' | b'/') {
        return None;
    }
    sensible(number(&head[..4], 4)?, i8::try_from(number(&head[5..7], 2)?).ok()?, i8::try_from(number(&head[8..], 2)?).ok()?)
}

/// Nothing but ASCII digits, `length` of them.
fn number(text: &str, length: usize) -> Option<i16> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// A run of digits (and a clock behind `T`): the parts of a date, or time since 1970.
fn digits(text: &str) -> Option<Date> {
    let run = text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = run == text.len();
    match run {
        8 if whole || text[8..].starts_with('T') => iso(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..8])),
        14 if whole => digits(&text[..8]),
        10 | 13 if whole => {
            let count: i64 = text.parse().ok()?;
            let moment = if run == 10 { Timestamp::from_second(count) } else { Timestamp::from_millisecond(count) };
            Some(moment.ok()?.to_zoned(TimeZone::UTC).date()).filter(|date| (1970..=2100).contains(&date.year()))
        }
        _ => None,
    }
}

/// `04.10.2025`, `25/10/2025`, with a clock or not. With slashes, only where one order alone makes sense.
fn figures(text: &str) -> Option<Date> {
    let (first, rest) = text.split_once([' ', ',']).unwrap_or((text, ""));
    let separator = first.chars().find(|c| !c.is_ascii_digit()).filter(|c| "./-".contains(*c))?;
    let parts: Vec<&str> = first.trim_end_matches('.').split(separator).collect();
    let [a, b, year] = parts[..] else { return None };
    let (a, b): (i8, i8) = (a.parse().ok()?, b.parse().ok()?);
    let year = number(year, 4)?;
    let odd = rest.chars().any(|c| !(c.is_ascii_digit() || " :,.+-APMapmZ".contains(c)));
    if odd || (separator == '/' && a <= 12 && b <= 12 && a != b) {
        return None;
    }
    sensible(year, b, a).or_else(|| (separator == '/').then(|| sensible(year, a, b)).flatten())
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A day, an English month and a year, as mail headers and people write them.
fn words(text: &str) -> Option<Date> {
    let (mut day, mut month, mut year) = (None, None, None);
    for token in text.split(|c: char| c.is_whitespace() || c == ',' || c == '-').filter(|token| !token.is_empty()).take(4) {
        if let Some(found) = month_of(token) {
            month = month.or(Some(found));
        } else if token.bytes().all(|byte| byte.is_ascii_digit()) {
            match token.len() {
                1 | 2 if day.is_none() => day = token.parse::<i8>().ok(),
                2 if year.is_none() => year = token.parse::<i16>().ok().map(|short| if short < 50 { 2000 + short } else { 1900 + short }),
                4 if year.is_none() => year = token.parse::<i16>().ok(),
                _ => {}
            }
        }
    }
    sensible(year?, month?, day?)
}

/// An English month, whole or cut to three letters or more.
fn month_of(token: &str) -> Option<i8> {
    const WHOLE: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let token = token.trim_end_matches('.').to_ascii_lowercase();
    let at = MONTHS
        .iter()
        .zip(WHOLE)
        .position(|(short, whole)| token.starts_with(short) && whole.starts_with(token.as_str()))
        .or_else(|| (token == "sept").then_some(8))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days() {
        for (printed, expected) in [
            ("2025-10-04", Some("2025-10-04")),
            (" 2025-10-04T23:59:59+05:00 ", Some("2025-10-04")),
            ("2025-10-04 10:00", Some("2025-10-04")),
            ("2025/10/04", Some("2025-10-04")),
            ("20251004", Some("2025-10-04")),
            ("20251004T101112Z", Some("2025-10-04")),
            ("20251004101112", Some("2025-10-04")),
            ("Sat, 04 Oct 2025 23:59:59 +0500", Some("2025-10-04")),
            ("4 Oct 25 10:11 GMT", Some("2025-10-04")),
            ("Sat, 4-Oct-2025 10:11:12 GMT", Some("2025-10-04")),
            ("October 4, 2025", Some("2025-10-04")),
            ("4 Sept. 2025", Some("2025-09-04")),
            ("04.10.2025", Some("2025-10-04")),
            ("04.10.2025, 10:30", Some("2025-10-04")),
            ("25/10/2025", Some("2025-10-25")),
            ("10/25/2025 11:00 PM", Some("2025-10-25")),
            // 1759536000 = 20365 days of 86400 seconds after 1970-01-01.
            ("1759536000", Some("2025-10-04")),
            ("1759536000123", Some("2025-10-04")),
            ("04/10/2025", None),
            ("2025-13-04", None),
            ("31.02.2025", None),
            ("2025", None),
            ("yesterday", None),
            ("4 marble 2025", None),
            ("", None),
        ] {
            assert_eq!(day(printed).map(|date| date.to_string()).as_deref(), expected, "{printed}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_day_or_none(text in "\\PC{0,30}", figures in "[0-9TZ:./, -]{0,25}") {
            for printed in [&text, &figures] {
                if let Some(found) = day(printed) {
                    prop_assert!((1900..=2100).contains(&found.year()));
                }
            }
        }
    }
}
