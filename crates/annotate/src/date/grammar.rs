//! What the languages share: how a calendar date, a weekday, a unit and its count, a range are put together.
//!
//! Each function looks at one place among the tokens and gives the place after what it found. The order of words in which a language
//! says a thing hardly ever means another thing in another language, so most orders are allowed in all; what is peculiar to one stands
//! in its own file.

use mizan_text::Language;

use super::scan::{Case, Cursor, Few, Kind, Prep, Tag};
use super::time::{Edge, Time, Turn, Unit, Year};

/// The place after what was found, and what it means.
pub(crate) type Found = Option<(usize, Time)>;

/// The rule of words that look like a time and are none; such a find is thrown away.
pub(crate) const NOT_TIME: &str = "";
pub(crate) const DURATION: Time = Time::Unplaced("duration");
pub(crate) const FREQUENCY: Time = Time::Unplaced("frequency");
pub(crate) const VAGUE: Time = Time::Unplaced("vague");
/// Up to now, since nobody says when: not the day of publication.
pub(crate) const SO_FAR: Time = Time::Unplaced("so-far");
/// Some way off another time told of.
pub(crate) const LATER: Time = Time::Unplaced("later");
pub(crate) const OTHER: Time = Time::Unplaced("other-date");
pub(crate) const EVENT: Time = Time::Unplaced("event");
pub(crate) const HOUR: Time = Time::Unplaced("time-of-day");

/// Any time expression, its preposition included.
pub(crate) fn expression(c: &Cursor, i: usize) -> Found {
    let point = point(c, i).filter(|(_, time)| {
        // "The Dec. 15 elections", "the 2016 campaign": the article is not the date's.
        !(c.tag(i) == Tag::Article
            && matches!(time, Time::Day { .. } | Time::Month { .. } | Time::Year(_))
            && !matches!(c.tag(i + 1), Tag::Edge(_) | Tag::Ordinal(_) | Tag::Unit(..)))
    });
    let of_year = || {
        (c.tag(i) == Tag::Of && c.lexicon.language == Language::English)
            .then(|| years(c, i + 1).or_else(|| bare_year(c, i + 1, Prep::Of)))
            .flatten()
    };
    let whole = [prefixed(c, i), point, amount_of_time(c, i), every(c, i), nth(c, i), of_year()];
    c.phrase(i).into_iter().chain(whole.into_iter().flatten()).reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// A date or a stretch with a place of its own.
pub(crate) fn point(c: &Cursor, i: usize) -> Found {
    match c.tag(i) {
        Tag::Other if !c.begins_phrase(i) && !may_begin(c, i) => return None,
        Tag::End => return None,
        Tag::Number(_) => {
            if let Some(found) = numeric(c, i).or_else(|| years(c, i)) {
                return Some(found);
            }
        }
        _ => {}
    }
    let j = c.skip(i, Tag::Article);
    if let (Tag::Number(_), Some(found)) = (c.tag(j), years(c, j)) {
        return Some(found);
    }
    portion(c, j)
        .or_else(|| edge(c, j))
        .or_else(|| day_part(c, j))
        .or_else(|| near(c, j))
        .or_else(|| weekday(c, j))
        .or_else(|| days(c, j))
        .or_else(|| calendar(c, j))
        .or_else(|| related(c, j))
        .or_else(|| age(c, j))
        .or_else(|| season(c, j))
        .or_else(|| named_year(c, j))
        .or_else(|| hijri(c, j))
        .or_else(|| ago(c, j))
        .filter(|found| found.0 > j)
}

/// A preposition and what it governs.
fn prefixed(c: &Cursor, i: usize) -> Found {
    let Tag::Prep(prep) = c.tag(i) else {
        // "Накануне выборов", "عشية الاقتراع".
        let eve = c.is(i, &["накануне", "عشية", "eve"]);
        let event = [i + 1, i + 2].into_iter().find(|&j| c.tag(j) == Tag::Event).filter(|_| eve)?;
        return Some((event + 1, EVENT));
    };
    if matches!(prep, Prep::From | Prep::Since | Prep::Between)
        && let Some(found) = from_to(c, i + 1)
    {
        return Some(found);
    }
    let language = c.lexicon.language;
    let (j, prep) = match c.tag(i + 1) {
        // "Until after", «вплоть до», "في غضون": of two prepositions, the one that says more rules.
        Tag::Prep(second) if prep != Prep::In || second == Prep::During || language == Language::Arabic => {
            (i + 2, if prep == Prep::In || prep == second { second } else { prep })
        }
        Tag::Of if language == Language::Arabic => (i + 2, prep),
        Tag::Other if language == Language::English && c.is(i + 1, &["its", "their", "his", "her"]) => return nth(c, i + 2),
        _ => (i + 1, prep),
    };
    let noun = c.skip(j, Tag::Article);
    let governed = point(c, j);
    if governed.as_ref().is_some_and(|(k, time)| leaves_preposition(c, j, *k, time)) {
        return None;
    }
    // "Before dawn on Sunday" is on Sunday.
    let governed = governed.map(|(k, time)| (k, if c.tag(noun) == Tag::DayPart { time } else { wrap(prep, time) }));
    let phrase = if prep == Prep::To && language == Language::English { None } else { c.phrase(j).map(|(k, time)| (k, wrap(prep, time))) };
    let weekend = match c.tag(noun) {
        Tag::Unit(Unit::Weekend, _) => Some((noun + 1, wrap(prep, Time::Weekend))),
        _ => None,
    };
    [
        governed,
        count_from(c, j, prep),
        bare_year(c, noun, prep),
        bare_unit(c, j, prep),
        told_by(c, noun, prep),
        bare_part(c, noun, prep),
        phrase,
        weekend,
    ]
    .into_iter()
    .flatten()
    .reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// Whether the time is an attribute of what the preposition governs: "during Sunday's search", "for the 2016 summit", "после июньской
/// встречи".
fn leaves_preposition(c: &Cursor, i: usize, end: usize, time: &Time) -> bool {
    match c.lexicon.language {
        Language::English => {
            let of_its_noun = c.mark(end, '\'') && c.is(end + 1, &["s"]);
            let date = matches!(time, Time::Day { .. } | Time::Month { .. } | Time::Year(_));
            of_its_noun
                || (c.tag(i) == Tag::Article
                    && date
                    && matches!(c.tag(end), Tag::Other | Tag::Event)
                    && !matches!(c.tag(i + 1), Tag::Edge(_) | Tag::Unit(..)))
        }
        Language::Russian => matches!(time, Time::Month { .. }) && c.case(i) == Case::That,
        _ => false,
    }
}

/// What a preposition does to a time.
pub(crate) fn wrap(prep: Prep, time: Time) -> Time {
    match (prep, time) {
        (_, time @ (Time::Unplaced(_) | Time::Range(..))) => time,
        (Prep::Until | Prep::By | Prep::To, Time::Now) => SO_FAR,
        (Prep::Since | Prep::From, Time::Shift(unit, sign, None)) => Time::Shift(unit, sign, None),
        (Prep::Since | Prep::From, time) => Time::Since(Box::new(time)),
        (Prep::Until | Prep::By | Prep::To, time) => Time::Until(Box::new(time)),
        (Prep::Before, time) => Time::Before(Box::new(time)),
        (Prep::After, time) => Time::After(Box::new(time)),
        (_, time) => time,
    }
}

/// What stands behind "from", "since" or "between", when a second end follows.
pub(crate) fn from_to(c: &Cursor, i: usize) -> Found {
    let (j, from) = end_of_range(c, i)?;
    if let Time::Range(..) = from {
        return Some((j, from));
    }
    let k = match c.tag(j) {
        Tag::Prep(Prep::To | Prep::Until | Prep::By | Prep::For) | Tag::And | Tag::Dash => j + 1,
        // "بين يناير ومارس"
        _ if c.follows_and(j) => j,
        _ => return None,
    };
    let (end, to) = end_of_range(c, k)?;
    let from = match (from, &to) {
        // "from 5 to 13 January"
        (Time::Hijri { day: None, month: None, year: Some(day), .. }, &Time::Day { month, year, turn, rule, .. }) => {
            Time::Day { day: u8::try_from(day).ok()?, month, year, turn, rule }
        }
        (Time::Hijri { month: None, .. }, _) => return None,
        (from, _) => from,
    };
    Some((end, Time::Range(Box::new(from), Box::new(to))))
}

fn end_of_range(c: &Cursor, i: usize) -> Found {
    let i = c.skip(i, Tag::Article);
    if let Some((j, day)) = day_number(c, i)
        && calendar(c, i).is_none()
        && !matches!(c.tag(j), Tag::Unit(..) | Tag::Counted)
    {
        // A bare day waits for the month of the other end; it travels as a year of nothing.
        return Some((j, Time::Hijri { day: None, month: None, year: Some(i32::from(day)), turn: Turn::Unsaid }));
    }
    // "Of the year": the range may say "years" only once.
    bare_year(c, i, Prep::In).or_else(|| point(c, i))
}

/// 2022-01-05, 05.01.2022, 5/1/2022.
fn numeric(c: &Cursor, i: usize) -> Found {
    let number = |i: usize| match c.tag(i) {
        Tag::Number(number) if matches!(number.kind, Kind::Plain) => Some(number),
        _ => None,
    };
    let (a, b, d) = (number(i)?, number(i + 2)?, number(i + 4)?);
    let spaced = c.mark(i + 1, '/') && d.digits == 4;
    if !((1..5).all(|n| c.glued(i + n)) || spaced) || c.tag(i + 1) != c.tag(i + 3) {
        return None;
    }
    let small = |value: u32| u8::try_from(value).ok().filter(|value| (1..=31).contains(value));
    let full = |value: u32, digits: u8| match digits {
        4 => i16::try_from(value).ok().filter(|year| (1000..=2100).contains(year)),
        2 => i16::try_from(value).ok().map(|year| if year < 70 { 2000 + year } else { 1900 + year }),
        _ => None,
    };
    let mark = c.tag(i + 1);
    let (year, month, day, rule) = match mark {
        Tag::Dash | Tag::Punct('/' | '.') if a.digits == 4 => (full(a.value, 4)?, small(b.value)?, small(d.value)?, "iso-date"),
        Tag::Punct('.' | '/') | Tag::Dash => {
            let (first, second) = (small(a.value)?, small(b.value)?);
            let year = full(d.value, d.digits)?;
            if second > 12 {
                (year, first, second, "numeric-month-first")
            } else if mark == Tag::Punct('.') || first > 12 || first == second {
                (year, second, first, "numeric-date")
            } else {
                (year, second, first, "numeric-ambiguous-day-first")
            }
        }
        _ => return None,
    };
    if !(1..=12).contains(&month) {
        return None;
    }
    let end = year_mark(c, i + 5);
    Some((end, Time::Day { day, month, year: Year::Is(year), turn: Turn::Unsaid, rule }))
}

/// A number that can be a year, not the count of something.
pub(crate) fn year(c: &Cursor, i: usize) -> Option<(usize, i16)> {
    match c.tag(i) {
        Tag::Number(number) if number.digits == 4 && matches!(number.kind, Kind::Plain | Kind::Ordinal) => {
            let year = i16::try_from(number.value).ok().filter(|year| (1000..=2100).contains(year))?;
            if c.tag(i + 1) == Tag::Counted
                || (c.mark(i + 1, '%'))
                || matches!(c.before(i), Tag::Punct('$' | '€' | '№' | '#'))
                || (c.glued(i) && c.before(i) == Tag::Article)
            {
                return None;
            }
            Some((i + 1, year))
        }
        _ => None,
    }
}

/// Over "года", "г.", "y.".
fn year_mark(c: &Cursor, i: usize) -> usize {
    match c.tag(i) {
        Tag::Unit(Unit::Year, _) if matches!(c.lexicon.language, Language::Russian) => i + 1,
        Tag::YearMark => c.skip_mark(i + 1, '.'),
        _ => i,
    }
}

/// Years that stand for themselves: a range of them, a decade, a number with "year" behind it.
fn years(c: &Cursor, i: usize) -> Found {
    let Tag::Number(number) = c.tag(i) else { return None };
    if let Some(found) = hijri_year(c, i) {
        return Some(found);
    }
    if number.kind == Kind::Plural {
        if !names_decade(c, i, number.digits) {
            return None;
        }
        let first = match (number.digits, number.value) {
            (4, value @ 1000..=2100) if value % 10 == 0 => i16::try_from(value).ok()?,
            (2, value) if value % 10 == 0 && value > 10 => i16::try_from(1900 + value).ok()?,
            _ => return None,
        };
        let j = if let Tag::Unit(Unit::Year, Few::Many) = c.tag(i + 1) { i + 2 } else { i + 1 };
        if j == i + 1 && number.digits == 2 && c.lexicon.language == Language::Russian {
            return None;
        }
        return Some((j, Time::Decade(first)));
    }
    let (j, from) = year(c, i)?;
    let j_marked = year_mark(c, j);
    if c.tag(j) == Tag::Dash
        && let Tag::Number(second) = c.tag(j + 1)
        && second.kind != Kind::Grouped
        && (second.digits == 4 || (second.digits == 2 && c.tag(j + 2) != Tag::Dash))
    {
        let to = if second.digits == 4 { second.value } else { u32::from(from.unsigned_abs()) / 100 * 100 + second.value };
        let to = i16::try_from(to).ok().filter(|&to| to > from && to <= 2100 && from >= 1000)?;
        if c.tag(j + 2) == Tag::Counted {
            return None;
        }
        let end = match c.tag(j + 2) {
            Tag::Unit(Unit::Year, _) if c.lexicon.language != Language::Arabic => j + 3,
            _ => year_mark(c, j + 2),
        };
        return Some((end, Time::Range(Box::new(Time::Year(from)), Box::new(Time::Year(to)))));
    }
    if j_marked > j {
        return Some((j_marked, Time::Year(from)));
    }
    // "the 2016 campaign", "Trump's 2016 campaign", "(2016)".
    let cue = matches!(c.before(i), Tag::Article | Tag::Event)
        || c.is(i.wrapping_sub(1), &["a"])
        || c.is(
            i.wrapping_sub(1),
            &["s", "his", "its", "their", "her", "معاهدة", "دستور", "قانون", "قرار", "اتفاقية", "اتفاق", "مذكرة", "وثيقة"],
        );
    let enclosed = c.mark(i.wrapping_sub(1), '(') && c.mark(j, ')');
    ((cue || enclosed) && (1900..=2100).contains(&from)).then_some((j, Time::Year(from)))
}

/// Whether digits with a plural ending are a decade and no sum of money ("$20s") or age ("in his 30s"). In English two digits alone say it
/// behind "the", "early", "late", "mid-", an apostrophe, or another decade.
fn names_decade(c: &Cursor, i: usize, digits: u8) -> bool {
    let money = matches!(c.before(i), Tag::Punct('$' | '€' | '£' | '¥'));
    let marked = matches!(c.before(i), Tag::Article | Tag::Edge(_) | Tag::Dash | Tag::Punct('\''))
        || (c.before(i) == Tag::And && i > 1 && matches!(c.tag(i - 2), Tag::Number(number) if number.kind == Kind::Plural));
    !money && !is_of_age(c, i) && (marked || digits > 2 || c.lexicon.language != Language::English)
}

/// Whether a decade is one of a life: "in his late thirties".
fn is_of_age(c: &Cursor, i: usize) -> bool {
    let owner = (0..i).rev().find(|&at| !matches!(c.tag(at), Tag::Edge(_) | Tag::Dash));
    owner.is_some_and(|at| c.is(at, &["his", "her", "their", "my", "your", "our"]))
}

/// A year that only its preposition marks.
fn bare_year(c: &Cursor, i: usize, prep: Prep) -> Found {
    let i = if matches!(c.tag(i), Tag::Unit(Unit::Year, Few::One)) { i + 1 } else { i };
    if let Some((j, time)) = hijri_year(c, i) {
        return Some((j, wrap(prep, time)));
    }
    let (j, year) = year(c, i)?;
    if year < 1900 && !matches!(prep, Prep::In | Prep::Since) {
        return None;
    }
    if c.tag(j) == Tag::Dash && matches!(c.tag(j + 1), Tag::Number(_)) {
        return None;
    }
    Some((year_mark(c, j), wrap(prep, Time::Year(year))))
}

/// "عام 2017", "year 2017".
fn named_year(c: &Cursor, i: usize) -> Found {
    if !matches!(c.tag(i), Tag::Unit(Unit::Year, Few::One)) {
        return None;
    }
    if let Tag::Number(number) = c.tag(i + 1)
        && number.digits == 4
        && (1300..=1500).contains(&number.value)
        && c.tag(i + 2) == Tag::HijriMark
    {
        return Some((i + 3, Time::Hijri { day: None, month: None, year: i32::try_from(number.value).ok(), turn: Turn::Unsaid }));
    }
    let (j, from) = year(c, i + 1)?;
    if let Some(found) = years(c, i + 1).filter(|found| found.0 > j) {
        return Some(found);
    }
    Some((j, Time::Year(from)))
}

/// A day of a month: 5, 5th, fifth, Arabic "الخامس والعشرين".
fn day_number(c: &Cursor, i: usize) -> Option<(usize, u8)> {
    let (j, day) = match c.tag(i) {
        Tag::Number(number) if matches!(number.kind, Kind::Plain | Kind::Ordinal) && number.digits <= 2 => {
            (i + 1, u8::try_from(number.value).ok()?)
        }
        Tag::Ordinal(_) | Tag::Cardinal(20 | 30) => ordinal(c, i)?,
        _ => return None,
    };
    (1..=31).contains(&day).then_some((j, day))
}

/// An ordinal in words or digits.
pub(crate) fn ordinal(c: &Cursor, i: usize) -> Option<(usize, u8)> {
    match (c.tag(i), c.tag(i + 1)) {
        (Tag::Number(number), _) if number.kind == Kind::Ordinal => Some((i + 1, u8::try_from(number.value).ok()?)),
        (Tag::Ordinal(n), Tag::Cardinal(10)) if n < 10 && c.lexicon.language == Language::Arabic => Some((i + 2, n + 10)),
        (Tag::Ordinal(n), next) if n < 10 && c.lexicon.language == Language::Arabic && tens_of(next).is_some() => {
            Some((i + 2, n + tens_of(next).unwrap_or(0)))
        }
        (Tag::Ordinal(n), _) => Some((i + 1, n)),
        (Tag::Cardinal(tens @ 10..=90), next) => {
            let j = if next == Tag::Dash { i + 2 } else { i + 1 };
            match c.tag(j) {
                Tag::Ordinal(n) if n < 10 => Some((j + 1, u8::try_from(tens).ok()? + n)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn tens_of(tag: Tag) -> Option<u8> {
    match tag {
        Tag::Cardinal(n @ (20 | 30)) => u8::try_from(n).ok(),
        Tag::Ordinal(n @ (20 | 30)) => Some(n),
        _ => None,
    }
}

/// A month, also under both of its Arabic names; and whether both were given.
pub(crate) fn month_name(c: &Cursor, i: usize) -> Option<(usize, u8, bool)> {
    let (j, month) = one_month(c, i)?;
    let k = match c.tag(j) {
        Tag::Punct('/' | '(' | '\\') | Tag::Dash => j + 1,
        _ => return Some((j, month, false)),
    };
    match one_month(c, k) {
        Some((end, second)) if second == month => {
            let end = if c.mark(j, '(') { c.skip_mark(end, ')') } else { end };
            Some((end, month, true))
        }
        _ => Some((j, month, false)),
    }
}

fn one_month(c: &Cursor, i: usize) -> Option<(usize, u8)> {
    match (c.tag(i), c.tag(i + 1)) {
        (Tag::Month(_), _) if c.lexicon.language == Language::English && !c.upper(i) => None,
        (Tag::Month(month), _) => Some((i + 1, month)),
        (Tag::Paired(first), Tag::Ordinal(n @ 1..=2)) => Some((i + 2, (first + n - 2) % 12 + 1)),
        _ => None,
    }
}

/// The year or the direction behind a month.
fn tail(c: &Cursor, i: usize) -> (usize, Year, Turn) {
    let plain = (i, Year::Unsaid, Turn::Unsaid);
    let j = c.skip_mark(i, ',');
    let j = c.skip(j, Tag::Of);
    let j = c.skip(j, Tag::Article);
    let k = if let Tag::Unit(Unit::Year, Few::One) = c.tag(j) { j + 1 } else { j };
    if let Some((end, said)) = year(c, k)
        && (!c.mark(i, ',') || (1900..=2100).contains(&said))
        && !(c.tag(end) == Tag::Dash && c.glued(end) && matches!(c.tag(end + 1), Tag::Number(_)))
    {
        return (year_mark(c, end), Year::Is(said), Turn::Unsaid);
    }
    if c.mark(i, ',') {
        return plain;
    }
    if let Some(end) = told_year(c, j) {
        return (end, Year::Told, Turn::Unsaid);
    }
    match (c.tag(j), c.tag(j + 1)) {
        (Tag::Rel(off), Tag::Unit(Unit::Year, Few::One)) => (j + 2, Year::Off(off.into()), Turn::Unsaid),
        (Tag::This, Tag::Unit(Unit::Year, Few::One)) => (j + 2, Year::Off(0), Turn::Unsaid),
        (Tag::Unit(Unit::Year, Few::One), Tag::Rel(off)) => (j + 2, Year::Off(off.into()), Turn::Unsaid),
        (Tag::Rel(off), next) if j == i && post_rel(c, next) => (i + 1, Year::Unsaid, turn_of(off)),
        _ => plain,
    }
}

/// The place after "that year", "the same year", «того же года», "العام نفسه", "ذلك العام".
fn told_year(c: &Cursor, i: usize) -> Option<usize> {
    let year = |j: usize| matches!(c.tag(j), Tag::Unit(Unit::Year, Few::One));
    let told = |j: usize| c.is(j, &["that", "same", "того", "этого", "нашего", "ذلك", "نفس", "نفسه", "نفسها", "ذاته", "ذاتها", "تلك"]);
    if year(i) && c.lexicon.language == Language::Arabic && told(i + 1) {
        return Some(i + 2);
    }
    if !told(i) || c.is(i, &["نفسه", "نفسها", "ذاته", "ذاتها"]) {
        return None;
    }
    let j = if c.is(i + 1, &["same", "же", "самого"]) { i + 2 } else { i + 1 };
    // «Этого года» is the current one, «этого же года» the one told of.
    (year(j) && (j > i + 1 || !c.is(i, &["этого"]))).then_some(j + 1)
}

/// Whether "last" or "next" may stand behind its noun here.
fn post_rel(c: &Cursor, next: Tag) -> bool {
    match c.lexicon.language {
        Language::Arabic => true,
        Language::English => !matches!(
            next,
            Tag::Unit(..) | Tag::Weekday(_) | Tag::Month(_) | Tag::Season(_) | Tag::Other | Tag::Cardinal(_) | Tag::Number(_)
        ),
        _ => false,
    }
}

pub(crate) fn turn_of(off: i8) -> Turn {
    match off {
        0 => Turn::This,
        1.. => Turn::Next,
        _ => Turn::Past,
    }
}

fn full(dual: bool) -> &'static str {
    if dual { "dual-month" } else { "day-month-year" }
}

/// A day of a month, or a month, with its year when given.
pub(crate) fn calendar(c: &Cursor, i: usize) -> Found {
    day_first(c, i).or_else(|| month_first(c, i))
}

fn day_first(c: &Cursor, i: usize) -> Found {
    // The Movement of 23 March is a party.
    if c.is(i.wrapping_sub(1), &["движение", "движения", "движением", "движению", "حركة", "الحركة", "movement"])
    {
        return None;
    }
    let (mut j, first) = day_number(c, i)?;
    let mut second = None;
    if matches!(c.tag(j), Tag::Dash | Tag::Prep(Prep::To | Prep::Until | Prep::By) | Tag::And | Tag::Punct('/'))
        && let Some((k, day)) = day_number(c, j + 1)
        && one_month(c, c.skip(k, Tag::Of)).is_some()
    {
        second = Some(day);
        j = k;
    }
    let j = c.skip(j, Tag::Of);
    let j = if matches!(c.tag(j), Tag::Unit(Unit::Month, Few::One)) { j + 1 } else { j };
    let (j, month, dual) = month_name(c, j)?;
    let j = if c.mark(j, '.') && c.glued(j) && year(c, j + 1).is_some() { j + 1 } else { j };
    let (end, year, turn) = tail(c, j);
    let rule = full(dual);
    let day = |day: u8| Time::Day { day, month, year, turn, rule };
    Some((
        end,
        match second {
            Some(last) => Time::Range(Box::new(day(first)), Box::new(day(last))),
            None => day(first),
        },
    ))
}

fn month_first(c: &Cursor, i: usize) -> Found {
    let (j, month, dual) = month_name(c, i)?;
    let language = c.lexicon.language;
    let k = if c.mark(j, '.') && c.glued(j) && matches!(c.tag(j + 1), Tag::Number(_)) { j + 1 } else { j };
    if matches!(language, Language::English | Language::Kazakh)
        && let Some((mut end, first)) = day_number(c, if c.tag(k) == Tag::Article { k + 1 } else { k })
        && c.tag(end) != Tag::Counted
    {
        let mut last = first;
        if language == Language::English
            && matches!(c.tag(end), Tag::Dash | Tag::Prep(Prep::To))
            && let Some((k, day)) = day_number(c, end + 1)
            && one_month(c, k).is_none()
        {
            (end, last) = (k, day);
        }
        let (end, year, turn) = tail(c, end);
        let day = |day: u8| Time::Day { day, month, year, turn, rule: full(dual) };
        return Some((end, if last > first { Time::Range(Box::new(day(first)), Box::new(day(last))) } else { day(first) }));
    }
    if c.tag(j) == Tag::Dash
        && let Some((k, last, _)) = month_name(c, j + 1)
        && last != month
    {
        let (end, year, turn) = tail(c, k);
        let of = |month: u8| Time::Month { month, year, turn, dual };
        return Some((end, Time::Range(Box::new(of(month)), Box::new(of(last)))));
    }
    let (end, year, turn) = tail(c, k);
    let end = if year == Year::Unsaid && turn == Turn::Unsaid { j } else { end };
    if end == j && !month_alone(c, i, j, dual) {
        return None;
    }
    Some((end, Time::Month { month, year, turn, dual }))
}

/// Whether a month without day or year is one.
fn month_alone(c: &Cursor, i: usize, j: usize, dual: bool) -> bool {
    if dual {
        return true;
    }
    if let Tag::Number(_) = c.before(i) {
        return false;
    }
    match c.lexicon.language {
        Language::English => super::english::month_alone(c, i, j),
        Language::Russian => !c.upper(i) || i == 0,
        Language::Arabic => super::arabic::month_alone(c, i),
        Language::Kazakh => super::kazakh::month_alone(c, i),
    }
}

/// A weekday, with what stands before and behind it, and the date in apposition.
fn weekday(c: &Cursor, i: usize) -> Found {
    let (mut j, mut turn) = match c.tag(i) {
        Tag::Rel(off) => (i + 1, turn_of(off)),
        Tag::This => (i + 1, Turn::This),
        _ => (i, Turn::Unsaid),
    };
    if c.lexicon.language == Language::Arabic && matches!(c.tag(j), Tag::Unit(Unit::Day, Few::One)) {
        j += 1;
    }
    let Tag::Weekday(day) = c.tag(j) else { return None };
    let is_day = match c.lexicon.language {
        Language::English => super::english::is_weekday(c, j),
        Language::Russian => super::russian::is_weekday(c, j),
        _ => true,
    };
    if !is_day {
        return None;
    }
    j += 1;
    let mut week = None;
    match (c.tag(j), c.tag(j + 1)) {
        (Tag::Rel(off), Tag::Unit(Unit::Week, _)) => (j, week) = (j + 2, Some(off)),
        (Tag::This, Tag::Unit(Unit::Week, _)) => (j, week) = (j + 2, Some(0)),
        (Tag::Rel(off), next) if post_rel(c, next) => (j, turn) = (j + 1, turn_of(off)),
        (Tag::Prep(Prep::For | Prep::In), Tag::Rel(off)) if matches!(c.tag(j + 2), Tag::Unit(Unit::Week, _)) => {
            (j, week) = (j + 3, Some(off))
        }
        (Tag::Prep(Prep::For | Prep::In), Tag::This) if matches!(c.tag(j + 2), Tag::Unit(Unit::Week, _)) => (j, week) = (j + 3, Some(0)),
        _ => {}
    }
    while c.tag(j) == Tag::DayPart {
        j += 1;
    }
    if let Some(found) = apposed(c, j) {
        return Some(found);
    }
    Some((j, Time::Weekday { day, turn, week }))
}

/// A date behind a weekday or "yesterday": ", 5 March", "(5 March)", "— 5 March".
fn apposed(c: &Cursor, j: usize) -> Found {
    let k = match c.tag(j) {
        Tag::Punct(',' | '(') | Tag::Dash => j + 1,
        _ => j,
    };
    let k = c.skip(k, Tag::Article);
    let (end, time) = numeric(c, k).or_else(|| calendar(c, k))?;
    if !matches!(time, Time::Day { .. }) {
        return None;
    }
    Some((if c.mark(j, '(') { c.skip_mark(end, ')') } else { end }, time))
}

/// "يوم 5 مارس", "شهر مارس", "القرن التاسع عشر" and their like: a unit that introduces a name.
fn days(c: &Cursor, i: usize) -> Found {
    let Tag::Unit(unit, Few::One) = c.tag(i) else { return None };
    if c.lexicon.language == Language::English || c.lexicon.language == Language::Kazakh {
        return None;
    }
    match unit {
        Unit::Day => numeric(c, i + 1).or_else(|| day_first(c, i + 1)).or_else(|| near(c, i + 1)),
        Unit::Month => {
            if let Tag::Hijri(month) = c.tag(i + 1) {
                return hijri_from(c, i + 2, None, month);
            }
            let (j, month, dual) = month_name(c, i + 1)?;
            let (end, year, turn) = tail(c, j);
            Some((end, Time::Month { month, year, turn, dual }))
        }
        _ => None,
    }
}

/// Today, yesterday, with the part of day and an apposed date.
fn near(c: &Cursor, i: usize) -> Found {
    let (mut j, days) = match (c.phrase(i), c.tag(i)) {
        (Some((j, Time::Near(days))), _) => (j, days),
        (_, Tag::Near(days)) => (i + 1, days),
        _ => return None,
    };
    if let (Tag::Unit(Unit::Day, Few::One), Language::Russian) = (c.tag(j), c.lexicon.language) {
        j += 1;
    }
    while c.tag(j) == Tag::DayPart {
        j += 1;
    }
    if let Some(found) = apposed(c, j) {
        return Some(found);
    }
    if c.lexicon.language == Language::Arabic {
        // "مساء اليوم نفسه", "صباح اليوم التالي": not today.
        if days == 0 && c.tag(j) == Tag::Same {
            return Some((j + 1, super::arabic::day_told_of(c, j)));
        }
        // "أمس الجمعة", "اليوم (السبت)"
        let k = c.skip_mark(j, '(');
        if let (Tag::Weekday(_), Some((end, time))) = (c.tag(k), weekday(c, k)) {
            let end = if k > j { c.skip_mark(end, ')') } else { end };
            return Some((end, if let Time::Day { .. } = time { time } else { Time::Near(days) }));
        }
    }
    Some((j, Time::Near(days)))
}

/// A part of day and its day: "صباح الجمعة", "утром в среду", "the evening of 5 March"; "this morning", "last night".
fn day_part(c: &Cursor, i: usize) -> Found {
    match (c.tag(i), c.tag(i + 1)) {
        (Tag::This, Tag::DayPart) => Some((i + 2, Time::Near(0))),
        (Tag::Rel(-1), Tag::DayPart) => Some((i + 2, Time::Near(-1))),
        (Tag::DayPart, _) => {
            let mut j = i + 1;
            while matches!(c.tag(j), Tag::Of | Tag::Article | Tag::DayPart | Tag::Prep(Prep::In | Prep::For)) {
                j += 1;
            }
            let (end, time) =
                weekday(c, j).or_else(|| near(c, j)).or_else(|| numeric(c, j)).or_else(|| days(c, j)).or_else(|| calendar(c, j))?;
            matches!(time, Time::Day { .. } | Time::Weekday { .. } | Time::Near(_) | Time::Range(..) | Time::SameDay | Time::Unplaced(_))
                .then_some((end, time))
        }
        _ => None,
    }
}

fn bare_part(c: &Cursor, i: usize, prep: Prep) -> Found {
    let j = i + usize::from(c.is(i, &["a"]) && prep == Prep::In);
    (c.tag(j) == Tag::DayPart && !matches!(prep, Prep::Of | Prep::For | Prep::From)).then_some((j + 1, HOUR))
}

/// "Last week", "the past three years", "الشهر المقبل", "last March", "following month".
fn related(c: &Cursor, i: usize) -> Found {
    let (off, j) = match c.tag(i) {
        Tag::Rel(off) => (Some(off), i + 1),
        Tag::This => (Some(0), i + 1),
        Tag::Same => (None, i + 1),
        _ => return behind(c, i),
    };
    if let Tag::Unit(unit, few) = c.tag(j) {
        let (j, extra) = match (off, c.tag(j + 1)) {
            // "هذا العام الجاري"
            (Some(0), Tag::Rel(off)) if c.lexicon.language == Language::Arabic => (j + 1, off),
            _ => (j, off.unwrap_or(0)),
        };
        return Some((
            j + 1,
            match (off, few, unit) {
                (Some(-1), ..) if c.is(j, &["сутки", "тәулікте", "тәулік"]) => Time::Stretch(Unit::Day, -1, Some(1)),
                (Some(_), _, Unit::Weekend) if c.is(i, &["ближайшие"]) => Time::Whole(Unit::Weekend, 0),
                (Some(_), _, Unit::Weekend) => Time::Whole(Unit::Weekend, extra.into()),
                (None, ..) => of_another(c, i),
                (Some(1), Few::One, Unit::Day) => LATER,
                (_, Few::One, Unit::Day | Unit::Hour | Unit::Moment) => OTHER,
                (Some(0), Few::Many, _) => VAGUE,
                (_, Few::Many, _) => Time::Stretch(unit, extra, None),
                (_, Few::Two, _) => Time::Stretch(unit, extra, Some(2)),
                (_, Few::One, _) => Time::Whole(unit, extra.into()),
            },
        ));
    }
    let off = off?;
    match c.tag(j) {
        Tag::Season(season) => {
            let (end, year, _) = tail(c, j + 1);
            return Some((end, Time::Season(season, year, turn_of(off))));
        }
        Tag::Quarter => return Some((j + 1, Time::Whole(Unit::Quarter, off.into()))),
        Tag::Hijri(month) => return Some((j + 1, Time::Hijri { day: None, month: Some(month), year: None, turn: turn_of(off) })),
        _ => {}
    }
    if let Some((end, month, dual)) = month_name(c, j) {
        return Some((end, Time::Month { month, year: Year::Unsaid, turn: turn_of(off), dual }));
    }
    if off == 0 && c.tag(j) == Tag::About {
        return None;
    }
    let (k, count) = amount(c, j)?;
    match c.tag(k) {
        Tag::Unit(unit, _) if off != 0 => Some((k + 1, Time::Stretch(unit, off, count))),
        Tag::Unit(..) => Some((k + 1, DURATION)),
        _ => None,
    }
}

/// The unit first, as in Arabic: "الأسبوع الماضي", "السنوات الثلاث الأخيرة", "اليوم التالي".
fn behind(c: &Cursor, i: usize) -> Found {
    if c.lexicon.language != Language::Arabic {
        return None;
    }
    let (j, count) = amount(c, i).map_or((i, None), |(j, count)| (j, Some(count)));
    let Tag::Unit(unit, few) = c.tag(j) else { return None };
    // "الأشهر الـ18": the article stands by itself before digits.
    let (j, count) = match (count, amount(c, c.skip(j + 1, Tag::Article))) {
        (None, Some((k, count))) if few == Few::Many => (k, Some(count)),
        (count, _) => (j + 1, count),
    };
    let count = match (count, few) {
        (Some(count), _) => Some(count),
        (None, Few::Two) => Some(Some(2)),
        (None, Few::Many) => Some(None),
        (None, Few::One) => None,
    };
    match (c.tag(j), count) {
        (Tag::Rel(off), None) if matches!(unit, Unit::Day | Unit::Hour | Unit::Moment) => {
            Some((j + 1, if off == 0 { Time::Near(0) } else { OTHER }))
        }
        (Tag::Rel(off), None) => Some((j + 1, Time::Whole(unit, off.into()))),
        (Tag::Rel(0), Some(_)) => Some((j + 1, VAGUE)),
        (Tag::Rel(off), Some(count)) => Some((j + 1, Time::Stretch(unit, off, count))),
        (Tag::Same, _) => Some((j + 1, of_another(c, j))),
        _ => None,
    }
}

/// A time told by another one: "the following days" lie off it, "that month" is its own.
fn of_another(c: &Cursor, i: usize) -> Time {
    let off = [
        "following",
        "preceding",
        "ensuing",
        "последующий",
        "последующие",
        "последующую",
        "последующем",
        "التالي",
        "التالية",
        "اللاحق",
        "اللاحقة",
    ];
    if c.is(i, &off) { LATER } else { OTHER }
}

/// How many: digits, words, "several". `None` inside when not said.
pub(crate) fn amount(c: &Cursor, i: usize) -> Option<(usize, Option<u32>)> {
    let mut j = i;
    while c.tag(j) == Tag::About || (j > i && c.tag(j) == Tag::Of) {
        j += 1;
    }
    let start = j;
    let (mut total, mut part) = (0u32, 0u32);
    let mut some = false;
    loop {
        match c.tag(j) {
            Tag::Number(number) if j == start && number.kind != Kind::Plural => part = number.value,
            Tag::Number(_) if j > start && c.before(j) == Tag::Dash => {}
            Tag::Cardinal(n @ (100 | 1000)) => {
                part = part.max(1).saturating_mul(n);
                total = total.saturating_add(part);
                part = 0;
            }
            Tag::Cardinal(n) => part = part.saturating_add(n),
            Tag::Half if j > start => {}
            Tag::Some => some = true,
            Tag::About if j > start => {}
            Tag::And | Tag::Dash | Tag::Prep(Prep::To)
                if j > start && matches!(c.tag(j + 1), Tag::Cardinal(_) | Tag::Half | Tag::Number(_)) => {}
            Tag::Article if j > start && c.tag(j + 1) == Tag::Half => {}
            _ => break,
        }
        j += 1;
        if j > start + 8 {
            break;
        }
    }
    if j == start {
        return None;
    }
    let total = total.saturating_add(part);
    Some((j, if some || total == 0 { None } else { Some(total) }))
}

/// A count and its unit, or a dual: the place after, the unit, the count.
pub(crate) fn counted(c: &Cursor, i: usize) -> Option<(usize, Unit, Option<u32>)> {
    if let Tag::Unit(unit, Few::Two) = c.tag(i) {
        return Some((i + 1, unit, Some(2)));
    }
    let (j, count) = amount(c, i)?;
    // "two-year", "34-day"; also "عشرة أيام", "خمس سنوات".
    let k = if c.tag(j) == Tag::Dash && c.glued(j) && c.glued(j + 1) { j + 1 } else { j };
    let k = if let (Tag::Of, Tag::Half) = (c.tag(k), c.before(k)) { c.skip(k + 1, Tag::Article) } else { k };
    let (unit, few) = match c.tag(k) {
        Tag::Unit(unit, few) => (unit, few),
        Tag::DayPart if c.is(k, &["night", "ночь", "ночи", "ليلة"]) => (Unit::Day, Few::One),
        _ => return None,
    };
    if few == Few::Two
        || (matches!(c.before(j), Tag::Number(number) if number.digits == 4 && number.kind == Kind::Plain) && unit == Unit::Year)
        || aged(c, i)
    {
        return None;
    }
    // An age: "34-year-old", "16 years old".
    let old = if c.tag(k + 1) == Tag::Dash { k + 2 } else { k + 1 };
    if c.is(old, &["old", "olds"]) || (c.lexicon.language == Language::English && c.is(old, &["of"]) && c.is(old + 1, &["age"])) {
        return None;
    }
    let mut end = k + 1;
    // "عامين ونصف العام", "سنة ونصف".
    if c.tag(end) == Tag::And && c.tag(end + 1) == Tag::Half {
        end += 2;
    }
    Some((end, unit, count))
}

/// Whether a count of years is somebody's age.
fn aged(c: &Cursor, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    c.is(
        before,
        &["aged", "возрасте", "исполнилось", "исполняется", "исполнится", "ему", "ей", "عمره", "عمرها", "عمر", "العمر", "سن", "жасы"],
    ) || (c.is(before, &["было"]) && c.lexicon.language == Language::Russian)
        || (c.mark(before, '(') && c.lexicon.language == Language::Russian)
}

/// "Three years ago", "قبل يومين", "two weeks later".
fn ago(c: &Cursor, i: usize) -> Found {
    match c.tag(i) {
        Tag::Prep(Prep::Ahead) => {
            let (j, unit, count) = counted(c, i + 1).or_else(|| lone(c, i + 1))?;
            return Some((j, Time::Shift(unit, 1, count)));
        }
        Tag::Later => {
            let (j, ..) = counted(c, i + 1).or_else(|| lone(c, i + 1))?;
            return Some((j, LATER));
        }
        _ => {}
    }
    let (j, unit, count) = counted(c, i).or_else(|| lone(c, i))?;
    match c.tag(j) {
        Tag::Ago => Some((j + 1, shifted_back(c, i, unit, count))),
        Tag::Later => Some((j + 1, LATER)),
        _ if c.lexicon.language == Language::English
            && c.is(j, &["later", "afterwards", "afterward", "after", "before", "earlier", "hence"]) =>
        {
            Some((j + 1, LATER))
        }
        _ => None,
    }
}

/// So many units ago, where `i` is the first word of the count: "more than twenty years ago" is that long ago or longer.
fn shifted_back(c: &Cursor, i: usize, unit: Unit, count: Option<u32>) -> Time {
    let ago = Time::Shift(unit, -1, count);
    let long = count.is_some() && matches!(unit, Unit::Year | Unit::Decade | Unit::Century);
    let over = ["more", "over", "более", "больше", "свыше", "اكثر"];
    if long && c.tag(i) == Tag::About && c.is(i, &over) { Time::Over(Box::new(ago)) } else { ago }
}

/// A unit without a count: "years ago", "قبل عام", "год назад".
fn lone(c: &Cursor, i: usize) -> Option<(usize, Unit, Option<u32>)> {
    let mut i = i;
    if c.lexicon.language != Language::English {
        let start = i;
        while c.tag(i) == Tag::About || (i > start && c.tag(i) == Tag::Of) {
            i += 1;
        }
    }
    match c.tag(i) {
        Tag::Unit(unit, Few::One) if c.lexicon.language == Language::Arabic && c.tag(i + 1) == Tag::Cardinal(1) => {
            Some((i + 2, unit, Some(1)))
        }
        Tag::Unit(unit, Few::Many) => Some((i + 1, unit, None)),
        Tag::Unit(unit, Few::One) => Some((i + 1, unit, Some(1))),
        Tag::Unit(unit, Few::Two) => Some((i + 1, unit, Some(2))),
        Tag::Half => {
            let mut j = c.skip(c.skip(i + 1, Tag::Of), Tag::Article);
            j += usize::from(c.tag(j) == Tag::Cardinal(1));
            match c.tag(j) {
                Tag::Unit(unit, _) => Some((j + 1, unit, None)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A count of units behind a preposition.
fn count_from(c: &Cursor, i: usize, prep: Prep) -> Found {
    if let Some(found) = ago(c, i) {
        return Some((found.0, wrap(prep, found.1)));
    }
    let i = c.skip(i, Tag::Article);
    let (j, unit, count) = counted(c, i).or_else(|| nth(c, i).map(|(j, _)| (j, Unit::Day, None)))?;
    Some((j, behind_prep(c, i, prep, unit, count)))
}

fn behind_prep(c: &Cursor, i: usize, prep: Prep, unit: Unit, count: Option<u32>) -> Time {
    let arabic = c.lexicon.language == Language::Arabic;
    match prep {
        Prep::Before if arabic => shifted_back(c, i, unit, count),
        Prep::Since if arabic => Time::Since(Box::new(Time::Shift(unit, -1, count))),
        Prep::After if arabic => LATER,
        Prep::Ahead => Time::Shift(unit, 1, count),
        _ => DURATION,
    }
}

/// A unit without count behind a preposition: "for years", "منذ عقود", "за год".
fn bare_unit(c: &Cursor, i: usize, prep: Prep) -> Found {
    let noun = c.skip(i, Tag::Article);
    let (j, unit, count) = lone(c, noun)?;
    let Tag::Unit(_, few) = c.tag(noun) else { return Some((j, DURATION)) };
    let one = c.tag(j - 1) == Tag::Cardinal(1);
    let fits = match (c.lexicon.language, prep) {
        (Language::Arabic, Prep::In | Prep::To) => {
            few == Few::Many || one || (prep == Prep::In && matches!(unit, Unit::Week | Unit::Month) && !c.word(noun).starts_with("ال"))
        }
        (Language::Arabic, Prep::Before | Prep::Since) => true,
        (Language::Arabic, Prep::For | Prep::Within | Prep::During | Prep::After) => {
            few == Few::Many || one || !c.word(noun).starts_with("ال")
        }
        (Language::Arabic, Prep::Until | Prep::Between | Prep::By) => few == Few::Many,
        (Language::Russian, Prep::For | Prep::Within | Prep::Ahead | Prep::During) => true,
        (Language::English, Prep::For | Prep::Within | Prep::During | Prep::After | Prep::Until) => {
            few == Few::Many || prep == Prep::Within || prep == Prep::During
        }
        (_, prep) => few == Few::Many && prep != Prep::To && prep != Prep::By,
    };
    fits.then(|| (j, behind_prep(c, i, prep, unit, if few == Few::Many { None } else { count })))
}

/// A count of units that stands alone.
fn amount_of_time(c: &Cursor, i: usize) -> Found {
    if c.lexicon.language == Language::Russian
        && c.tag(i) == Tag::About
        && let Tag::Unit(_, Few::One) | Tag::Season(_) = c.tag(i + 1)
        && !aged(c, i)
    {
        return Some((i + 2, DURATION));
    }
    let (j, ..) = counted(c, i)?;
    // "Ten years in prison" and "three days running" alike.
    let j = if c.is(j, &["running", "straight", "подряд"]) { j + 1 } else { j };
    Some((j, DURATION))
}

/// "Every year", "each Friday", "كل عام".
fn every(c: &Cursor, i: usize) -> Found {
    if c.tag(i) != Tag::Every {
        return None;
    }
    if let Some((j, ..)) = counted(c, i + 1) {
        return Some((j, FREQUENCY));
    }
    match c.tag(i + 1) {
        Tag::Unit(..) | Tag::Weekday(_) | Tag::Month(_) | Tag::Season(_) | Tag::DayPart | Tag::Hijri(_) => Some((i + 2, FREQUENCY)),
        _ => None,
    }
}

/// "Third week" as a length: "вторую неделю", "for a third day", "لليوم الرابع".
fn nth(c: &Cursor, i: usize) -> Found {
    let i = c.skip(i, Tag::Article);
    let i = if c.tag(i) == Tag::Cardinal(1) && c.lexicon.language == Language::English { i + 1 } else { i };
    if let Some((j, _)) = ordinal(c, i) {
        let j = if c.is(j, &["straight", "consecutive", "successive"]) { j + 1 } else { j };
        let night = c.tag(j) == Tag::DayPart && c.lexicon.language == Language::English && c.is(j, &["night"]);
        if night || matches!(c.tag(j), Tag::Unit(unit, Few::One) if unit != Unit::Century) {
            let mut j = j + 1;
            while c.is(j, &["running", "straight", "подряд", "қатарынан", "in"]) && (!c.is(j, &["in"]) || c.is(j + 2, &["row"]))
            {
                j += if c.is(j, &["in"]) { 3 } else { 1 };
            }
            return Some((j, DURATION));
        }
    }
    if c.lexicon.language == Language::Arabic
        && let (Tag::Unit(unit, Few::One), Some((j, _))) = (c.tag(i), ordinal(c, i + 1))
        && unit != Unit::Century
    {
        return Some((if c.is(j, &["علي"]) && c.is(j + 1, &["التوالي"]) { j + 2 } else { j }, DURATION));
    }
    None
}

/// Beginning, middle or end of what follows.
fn edge(c: &Cursor, i: usize) -> Found {
    let (edge, mut j) = match (c.tag(i), c.tag(i + 1)) {
        (Tag::Edge(edge), _) => (edge, i + 1),
        // "The first days of May", «в последние дни марта», "الأيام الأولى من مايو".
        (Tag::Ordinal(1), Tag::Unit(Unit::Day | Unit::Week, _)) | (Tag::Unit(Unit::Day | Unit::Week, Few::Many), Tag::Ordinal(1)) => {
            (Edge::Early, i + 2)
        }
        (Tag::Rel(-1), Tag::Unit(Unit::Day | Unit::Week, Few::Many)) => (Edge::Late, i + 2),
        _ => return None,
    };
    let mut linked = false;
    while matches!(c.tag(j), Tag::Of | Tag::Article | Tag::Dash) {
        linked |= c.tag(j) != Tag::Dash;
        j += 1;
    }
    if let Tag::Prep(Prep::In | Prep::For) = c.tag(j) {
        if !c.is(i, &["early", "late", "earlier", "later", "ранее", "позднее"]) {
            return None;
        }
        // "Late on Thursday", "ранее в этом году": no smaller than the whole.
        let (end, time) = point(c, j + 1)?;
        return Some((end, time));
    }
    let (end, time) = point(c, j)
        .or_else(|| year(c, j).map(|(k, year)| (year_mark(c, k), Time::Year(year))))
        .or_else(|| whole_unit(c, j, linked))
        .or_else(|| c.phrase(j).filter(|found| !matches!(found.1, Time::Unplaced(_))))
        .or_else(|| match (c.tag(j), c.tag(j + 1)) {
            (Tag::Event | Tag::Unit(Unit::Season, _), _) if c.tag(i) != Tag::Rel(-1) => Some((j + 1, EVENT)),
            (Tag::Other, Tag::Event | Tag::Unit(Unit::Year, Few::One)) if c.lexicon.language == Language::Russian => Some((j + 2, EVENT)),
            _ => None,
        })?;
    if time == EVENT {
        return Some((end, time));
    }
    if matches!(time, Time::Part(..) | Time::Unplaced(_)) {
        return None;
    }
    Some((end, Time::Part(edge, Box::new(time))))
}

/// "The year", said of the current one.
fn whole_unit(c: &Cursor, i: usize, linked: bool) -> Found {
    let arabic = c.lexicon.language == Language::Arabic && c.word(i).trim_start_matches(['و', 'ف']).starts_with("ال");
    match c.tag(i) {
        Tag::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century | Unit::Quarter), Few::One)
            if linked || arabic || c.lexicon.language == Language::Russian =>
        {
            Some((i + 1, Time::Whole(unit, 0)))
        }
        Tag::Unit(Unit::Year, Few::One) if c.lexicon.language == Language::English => Some((i + 1, Time::Whole(Unit::Year, 0))),
        Tag::Quarter if linked || c.lexicon.language != Language::English => Some((i + 1, Time::Whole(Unit::Quarter, 0))),
        _ => None,
    }
}

/// "The first quarter of 2022", "النصف الثاني من العام", "второе полугодие".
fn portion(c: &Cursor, i: usize) -> Found {
    let (j, part, of) = match (c.tag(i), ordinal(c, i), ordinal(c, i + 1)) {
        (Tag::Quarter, _, Some((j, part))) => (j, part, 4),
        (Tag::Half, _, Some((j, part))) => (j, part, 2),
        (_, Some((j, part)), _) if c.tag(j) == Tag::Quarter => (j + 1, part, 4),
        (_, Some((j, part)), _) if c.tag(j) == Tag::Half => (j + 1, part, 2),
        _ => return None,
    };
    if part == 0 || part > of {
        return None;
    }
    let (end, year, _) = tail(c, j);
    if year != Year::Unsaid {
        return Some((end, Time::Portion(part, of, year)));
    }
    let k = c.skip(c.skip(j, Tag::Of), Tag::Article);
    if let Tag::Unit(Unit::Year, Few::One) = c.tag(k) {
        return Some((k + 1, Time::Portion(part, of, Year::Unsaid)));
    }
    if of == 2 {
        // Half of something else: of a month, a match, a century.
        let (end, time) = point(c, k)?;
        let edge = if part == 1 { Edge::Early } else { Edge::Late };
        return matches!(time, Time::Month { .. } | Time::Decade(_) | Time::Century(_) | Time::Whole(..))
            .then(|| (end, Time::Part(edge, Box::new(time))));
    }
    Some((j, Time::Portion(part, of, Year::Unsaid)))
}

/// Decades in words, centuries.
fn age(c: &Cursor, i: usize) -> Found {
    if let Tag::Decade(tens) = c.tag(i) {
        let mut j = i + 1;
        if c.is(i, &["nineteen"]) || is_of_age(c, i) {
            return None;
        }
        if let Tag::Unit(Unit::Year, Few::Many) = c.tag(j) {
            j += 1;
        }
        let k = c.skip(c.skip(j, Tag::Of), Tag::Article);
        let mut first = 1900;
        match (c.tag(k), c.tag(k + 1)) {
            (Tag::Unit(Unit::Century, _), Tag::Rel(-1)) | (Tag::Rel(-1), Tag::Unit(Unit::Century, _)) => j = k + 2,
            _ => {
                if let Some((end, Time::Century(number))) = age(c, k) {
                    (j, first) = (end, (number - 1) * 100);
                }
            }
        }
        return Some((j, Time::Decade(first + i16::from(tens))));
    }
    let roman = roman(c.word(i)).filter(|_| matches!(c.tag(i), Tag::Other | Tag::Cardinal(_))).map(|n| (i + 1, n));
    let plain = match c.tag(i) {
        Tag::Number(number) if number.digits <= 2 => u8::try_from(number.value).ok().map(|n| (i + 1, n)),
        _ => None,
    };
    if let Some((j, number)) = ordinal(c, i).or(roman).or(plain)
        && let Tag::Unit(Unit::Century, Few::One) = c.tag(if c.tag(j) == Tag::Dash { j + 1 } else { j })
        && (1..=21).contains(&number)
        && (plain.is_none() || c.lexicon.language != Language::English || roman.is_some() || ordinal(c, i).is_some())
    {
        let j = if c.tag(j) == Tag::Dash { j + 1 } else { j };
        return Some((j + 1, Time::Century(number.into())));
    }
    if let (Tag::Unit(Unit::Century, Few::One), Some((j, number))) = (c.tag(i), ordinal(c, i + 1))
        && c.lexicon.language == Language::Arabic
        && (1..=21).contains(&number)
    {
        return Some((j, Time::Century(number.into())));
    }
    None
}

/// A Roman numeral up to XXI, in Latin letters or the Cyrillic ones that look like them.
pub(crate) fn roman(word: &str) -> Option<u8> {
    let value = |letter: char| match letter {
        'I' | 'І' => Some(1),
        'V' => Some(5),
        'X' | 'Х' => Some(10),
        _ => None,
    };
    if word.is_empty() || word.len() > 12 {
        return None;
    }
    let digits = word.chars().map(value).collect::<Option<Vec<u8>>>()?;
    let mut sum = 0i16;
    for (n, &digit) in digits.iter().enumerate() {
        let less = digits.get(n + 1).is_some_and(|&next| next > digit);
        sum += if less { -i16::from(digit) } else { i16::from(digit) };
    }
    u8::try_from(sum).ok().filter(|n| (1..=21).contains(n))
}

/// A season, where its word can mean nothing else.
fn season(c: &Cursor, i: usize) -> Found {
    let Tag::Season(season) = c.tag(i) else { return None };
    if let (Language::Arabic, Tag::Ordinal(n @ 1..=2)) = (c.lexicon.language, c.tag(i + 1)) {
        // ربيع الأول is a month.
        return if season == 1 { hijri_from(c, i + 2, None, 2 + n) } else { None };
    }
    let (end, year, turn) = tail(c, i + 1);
    let prep = matches!(c.before(i), Tag::Prep(_)) || (c.before(i) == Tag::Article && matches!(c.before(i - 1), Tag::Prep(_)));
    let edge = matches!(c.before(i), Tag::Edge(_));
    let said = year != Year::Unsaid || turn != Turn::Unsaid;
    let free = c.case(i) == Case::In && c.lexicon.language != Language::Arabic || (prep || edge);
    let name = c.is(end, &["العربي", "offensive", "olympics", "games", "recess"]) || (c.upper(i) && i > 0 && !said);
    if (!said && (!free || name)) || (c.is(i, &["fall"]) && !said && c.before(i) != Tag::Article) {
        return None;
    }
    Some((end, Time::Season(season, year, turn)))
}

/// "1446هـ", "1446 AH", «1446 год хиджры».
fn hijri_year(c: &Cursor, i: usize) -> Found {
    let Tag::Number(number) = c.tag(i) else { return None };
    let year = i32::try_from(number.value).ok().filter(|year| (1300..=1500).contains(year))?;
    let j = if let Tag::Unit(Unit::Year, _) = c.tag(i + 1) { i + 2 } else { i + 1 };
    (c.tag(j) == Tag::HijriMark).then_some((j + 1, Time::Hijri { day: None, month: None, year: Some(year), turn: Turn::Unsaid }))
}

/// A date of the Islamic calendar.
fn hijri(c: &Cursor, i: usize) -> Found {
    if let Some((j, day)) = day_number(c, i) {
        let j = c.skip(j, Tag::Of);
        let j = if let Tag::Unit(Unit::Month, _) = c.tag(j) { j + 1 } else { j };
        if let Tag::Hijri(month) = c.tag(j) {
            return hijri_from(c, j + 1, Some(day), month);
        }
        if let (Tag::Season(1), Tag::Ordinal(n @ 1..=2)) = (c.tag(j), c.tag(j + 1)) {
            return hijri_from(c, j + 2, Some(day), 2 + n);
        }
        if let Some((k, Time::Hijri { day: None, month: Some(month), .. })) = c.phrase(j) {
            return hijri_from(c, k, Some(day), month);
        }
        return None;
    }
    if let Some((k, Time::Hijri { day: None, month: Some(month), .. })) = c.phrase(i) {
        return hijri_from(c, k, None, month);
    }
    let Tag::Hijri(month) = c.tag(i) else {
        return None;
    };
    let (j, time) = hijri_from(c, i + 1, None, month)?;
    // Most of the names are also names of people; Ramadan alone stands by itself, behind a preposition.
    let alone = j == i + 1;
    let prep = matches!(c.before(i), Tag::Prep(_) | Tag::Edge(_)) || matches!(c.before(i), Tag::Unit(Unit::Month, _));
    (!alone || (month == 9 && prep)).then_some((j, time))
}

fn hijri_from(c: &Cursor, i: usize, day: Option<u8>, month: u8) -> Found {
    let j = c.skip_mark(i, ',');
    let j = c.skip(j, Tag::Of);
    let j = if let Tag::Unit(Unit::Year, _) = c.tag(j) { j + 1 } else { j };
    if let Tag::Number(number) = c.tag(j)
        && number.digits == 4
        && (1300..=1500).contains(&number.value)
    {
        let mut end = year_mark(c, j + 1);
        if c.tag(end) == Tag::HijriMark {
            end += 1;
        }
        return Some((end, Time::Hijri { day, month: Some(month), year: i32::try_from(number.value).ok(), turn: Turn::Unsaid }));
    }
    let (end, turn) = match c.tag(i) {
        Tag::Rel(off) => (i + 1, turn_of(off)),
        _ => (i, Turn::Unsaid),
    };
    Some((end, Time::Hijri { day, month: Some(month), year: None, turn }))
}

/// An event that time is told by: "before the war", "since independence".
fn told_by(c: &Cursor, i: usize, prep: Prep) -> Found {
    if !matches!(prep, Prep::Since | Prep::From | Prep::Until | Prep::By | Prep::Before | Prep::After | Prep::During) {
        return None;
    }
    // One word may stand between: "the spring vote", "after the recent elections"; in Arabic the adjective follows.
    let j = match (c.tag(i), c.tag(i + 1)) {
        (Tag::Event | Tag::Independence, _) => i,
        (Tag::Other | Tag::Ordinal(_) | Tag::Rel(_) | Tag::Season(_), Tag::Event) => i + 1,
        (Tag::Other, Tag::Independence) if matches!(prep, Prep::Since | Prep::From | Prep::After) => i + 1,
        _ => return None,
    };
    match c.tag(j) {
        Tag::Independence if prep == Prep::Since || prep == Prep::From => Some((j + 1, Time::Since(Box::new(Time::Independence)))),
        Tag::Independence if prep == Prep::After => Some((j + 1, Time::After(Box::new(Time::Independence)))),
        Tag::Independence if prep == Prep::Before => Some((j + 1, Time::Before(Box::new(Time::Independence)))),
        _ => Some((j + 1, EVENT)),
    }
}

/// Whether a word that means nothing by itself may begin a time: a Roman numeral before its century.
pub(crate) fn may_begin(c: &Cursor, i: usize) -> bool {
    matches!(c.tag(i + 1), Tag::Unit(Unit::Century, _)) && roman(c.word(i)).is_some()
}
