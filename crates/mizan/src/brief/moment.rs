//! Dates as the brief prints them: no more exact than they are known.

use jiff::civil::Date;
use mizan_record::{EventDate, Granularity, Interval};

use super::page::{Page, Piece};

/// The rule of an event that has no date but that of the report it stands in.
const FALLBACK: &str = "publication-date";

/// The date of an event; one that fell back to the day of publication happened then or before, and it is said so.
pub(super) fn of_event(page: &Page, date: Option<&EventDate>) -> Vec<Piece> {
    match date {
        None => vec![page.label("undated")],
        Some(date) if is_fallback(date) => {
            vec![page.code(&format!("≤ {}", written(&date.interval))), page.plain("\u{A0}·\u{A0}"), page.label("publication")]
        }
        Some(date) => vec![page.code(&written(&date.interval))],
    }
}

/// Whether the date is that of publication, for want of one in the text.
pub(super) fn is_fallback(date: &EventDate) -> bool {
    date.rule == FALLBACK
}

/// An interval: `2022-01-05`, `2022-01`, `2022-Q1`, `2022`, `1991 – 2001`, `1991-12-16 –`.
pub(super) fn written(interval: &Interval) -> String {
    match (interval.first, interval.last) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => {
            let (from, to) = ends(first, last, interval.granularity);
            if from == to { from } else { format!("{from} – {to}") }
        }
        (Some(first), None) => format!("{} –", start(first, interval.granularity)),
        (None, Some(last)) => format!("– {}", end(last, interval.granularity)),
        (None, None) => "–".to_owned(),
    }
}

/// For sorting: by first day, or by last where there is no first; undated ones come last.
pub(super) fn order(date: Option<&EventDate>) -> (bool, Option<Date>, Option<Date>) {
    let interval = date.map(|d| d.interval);
    let first = interval.and_then(|i| i.first.or(i.last));
    (first.is_none(), first, interval.and_then(|i| i.last))
}

fn ends(first: Date, last: Date, granularity: Granularity) -> (String, String) {
    let whole_months = first.day() == 1 && last == last.last_of_month();
    let whole_years = whole_months && first.month() == 1 && last.month() == 12;
    let quarter = whole_months && first.year() == last.year() && first.month() % 3 == 1 && last.month() == first.month() + 2;
    if whole_years {
        (year(first), year(last))
    } else if quarter && granularity == Granularity::Quarter {
        let name = format!("{}-Q{}", year(first), (first.month() + 2) / 3);
        (name.clone(), name)
    } else if whole_months {
        (month(first), month(last))
    } else {
        (first.to_string(), last.to_string())
    }
}

/// An open interval's first day, as exact as it is known.
fn start(first: Date, granularity: Granularity) -> String {
    match granularity {
        Granularity::Year | Granularity::Era if (first.month(), first.day()) == (1, 1) => year(first),
        Granularity::Month | Granularity::Quarter if first.day() == 1 => month(first),
        _ => first.to_string(),
    }
}

/// An open interval's last day, as exact as it is known.
fn end(last: Date, granularity: Granularity) -> String {
    match granularity {
        Granularity::Year | Granularity::Era if (last.month(), last.day()) == (12, 31) => year(last),
        Granularity::Month | Granularity::Quarter if last == last.last_of_month() => month(last),
        _ => last.to_string(),
    }
}

fn year(date: Date) -> String {
    format!("{:04}", date.year())
}

fn month(date: Date) -> String {
    format!("{:04}-{:02}", date.year(), date.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn check(first: Option<Date>, last: Option<Date>, granularity: Granularity, expect: &str) {
        assert_eq!(written(&Interval { first, last, granularity }), expect);
    }

    #[test]
    fn a_date_is_no_more_exact_than_known() {
        use Granularity::*;
        let d = |y, m, d| Some(date(y, m, d));
        check(d(2022, 1, 5), d(2022, 1, 5), Day, "2022-01-05");
        check(d(2022, 1, 3), d(2022, 1, 9), Week, "2022-01-03 – 2022-01-09");
        check(d(2024, 2, 1), d(2024, 2, 29), Month, "2024-02");
        check(d(2022, 4, 1), d(2022, 6, 30), Quarter, "2022-Q2");
        check(d(2021, 12, 1), d(2022, 2, 28), Quarter, "2021-12 – 2022-02");
        check(d(1991, 1, 1), d(1991, 12, 31), Year, "1991");
        check(d(1990, 1, 1), d(1999, 12, 31), Era, "1990 – 1999");
        check(d(1991, 12, 16), None, Era, "1991-12-16 –");
        check(None, d(2013, 12, 31), Year, "– 2013");
        check(None, None, Era, "–");
    }
}
