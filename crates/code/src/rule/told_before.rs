//! "On the same day", «в тот же день», «сол күні», "في اليوم نفسه", "a week later": a time counted from the date told in a sentence before.
//!
//! The rules of dates see one sentence. Here the last date of the three sentences before stands in where it says enough: a single day for
//! the same day and for days and weeks later, a month or a year for the same month and year and the next ones. A count is as exact as its
//! unit. What another clause defines ("on the same day that …"), what may count from publication («через неделю») and what has words
//! that are not known here stays without a date. A month without a year behind «тогда же», "at that time" or their like is of the year told
//! before, where the rules of dates took it for the latest one.

use std::borrow::Cow;

use jiff::{Span as Length, ToSpan, civil::Date};
use mizan_record::{Annotation, DateMention, Document, Granularity, Interval};
use mizan_text::fold::fold;
use mizan_text::word::{WordKind, words};

/// The rule's name on a date.
pub const NAME: &str = "told-before";

/// How many sentences before a date may stand.
const REACH: usize = 3;
/// Rules whose dates count from publication or name an open stretch: no place to count from.
const NOT_TOLD: [&str; 8] = ["now", "since", "until", "after", "before", "last-units", "coming-units", "ahead"];

/// What counting goes by.
#[derive(Clone, Copy, PartialEq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// The words of a unit (folded): one of it, two of it, and those that need a number.
const UNITS: [(Unit, &str, &str, &str); 4] = [
    (Unit::Day, "day день днем اليوم يوم بيوم күні", "يومين بيومين", "days дня дней ايام بايام"),
    (Unit::Week, "week неделю неделей الاسبوع اسبوع باسبوع", "اسبوعين باسبوعين", "weeks недели недель اسابيع باسابيع"),
    (Unit::Month, "month месяц месяцем месяце الشهر شهر بشهر айда", "شهرين بشهرين", "months месяца месяцев اشهر باشهر"),
    (
        Unit::Year,
        "year год годом году العام عام بعام السنه سنه بسنه жылы",
        "عامين بعامين سنتين بسنتين",
        "years года лет سنوات بسنوات اعوام",
    ),
];
/// The same one; the next one; later, where a number may stand.
const SAME: &str = "same that тот того том نفسه نفسها نفس ذاته ذاتها сол";
const NEXT: &str = "next following следующий التالي التاليه келесі";
const LATER: &str = "later спустя позже позднее";
/// What says the next day in one word.
const NEXT_DAY: &str = "ертесіне ертеңіне";
/// What may stand there besides.
const BESIDES: &str = "on in the a an very в на же самый في дәл";
/// Numbers in words, from one.
const NUMBERS: [&str; 10] = [
    "one один одну",
    "two два две",
    "three три ثلاثه ثلاث بثلاثه بثلاث",
    "four четыре اربعه اربع باربعه باربع",
    "five пять خمسه خمس بخمسه بخمس",
    "six шесть سته ست بسته بست",
    "seven семь سبعه سبع بسبعه بسبع",
    "eight восемь ثمانيه ثماني بثمانيه بثماني",
    "nine девять تسعه تسع بتسعه بتسع",
    "ten десять عشره عشر بعشره بعشر",
];
/// What makes another clause tell which day is meant.
const WHICH: &str = "that when as which когда который что الذي التي";

/// Rules of a month whose year the sentence does not say.
const MONTH_ALONE: [&str; 2] = ["month-before-publication", "month-after-publication"];
/// What says, at the head of the sentence, that the month behind it is of the time told before (folded).
const THEN: [&str; 13] = [
    "тогда же",
    "тогда",
    "в то же время",
    "then",
    "at that time",
    "back then",
    "сол кезде",
    "сол уақытта",
    "في ذلك الحين",
    "وفي ذلك الحين",
    "في ذلك الوقت",
    "وفي ذلك الوقت",
    "وحينها",
];

/// The last date of the sentences read so far, with the number of its sentence.
pub(crate) type Told = Option<(usize, Interval)>;

/// The annotation of sentence `number` with such times placed.
pub(crate) fn place<'a>(document: &Document, number: usize, annotation: &'a Annotation, told: Told) -> Cow<'a, Annotation> {
    let mut out = Cow::Borrowed(annotation);
    let Some((_, anchor)) = told.filter(|(at, _)| at + REACH >= number) else { return out };
    for (n, mention) in annotation.dates.iter().enumerate() {
        if let Some(interval) = month_of_then(document, mention, anchor) {
            out.to_mut().dates[n] = DateMention { interval: Some(interval), rule: NAME, ..mention.clone() };
            break;
        }
        // A date of the sentence itself comes first.
        if mention.interval.is_some() {
            break;
        }
        if let Some(interval) = counted(document, mention, anchor) {
            out.to_mut().dates[n] = DateMention { interval: Some(interval), rule: NAME, ..mention.clone() };
            break;
        }
    }
    out
}

/// The month that a mention without a year names behind "then", in the year of the date told before.
fn month_of_then(document: &Document, mention: &DateMention, anchor: Interval) -> Option<Interval> {
    let month = mention.interval?.first.filter(|_| MONTH_ALONE.contains(&mention.rule))?;
    let (first, last) = (anchor.first?, anchor.last?);
    let head = document.text.as_str().get(..mention.span.start)?;
    let clause = head.rsplit(['.', '!', '?', '\n', ';']).next()?;
    let then = folded(clause);
    let known = |phrase: &str| then.iter().map(String::as_str).eq(phrase.split(' '));
    let told = first.year() == last.year() && first.year() < month.year() && month.month() >= first.month();
    let day = Date::new(first.year(), month.month(), 1).ok().filter(|_| told && THEN.iter().any(|phrase| known(phrase)))?;
    Some(Interval { first: Some(day), last: Some(day.last_of_month()), granularity: Granularity::Month })
}

/// The last date of a sentence that later ones may count from, or the one known before.
pub(crate) fn last(number: usize, annotation: &Annotation, told: Told) -> Told {
    let placed = |mention: &&DateMention| mention.interval.is_some() && !NOT_TOLD.contains(&mention.rule);
    annotation.dates.iter().rfind(placed).and_then(|mention| Some((number, mention.interval?))).or(told)
}

/// The interval that a time means, counted from another.
fn counted(document: &Document, mention: &DateMention, anchor: Interval) -> Option<Interval> {
    let text = document.text.as_str();
    let behind = folded(text.get(mention.span.end..)?.split(['.', '\n']).next()?);
    if behind.first().is_some_and(|word| is(word, WHICH)) {
        return None;
    }
    let (unit, count) = read(&folded(document.text.quote(mention.span)), &behind)?;
    let interval = step(anchor, unit, count)?;
    let ahead = document.published.zip(interval.first).is_some_and(|((published, _), first)| first > published);
    (!ahead).then_some(interval)
}

/// The unit of a time and how many of it later it is.
fn read(time: &[String], behind: &[String]) -> Option<(Unit, i64)> {
    if let [one] = time {
        return is(one, NEXT_DAY).then_some((Unit::Day, 1));
    }
    let (unit, one_or_two) = time.iter().find_map(|word| unit(word))?;
    let number = time.iter().find_map(|word| number(word));
    // "بعد ذلك بأسبوع", "بعد أسبوع من ذلك", «через неделю после этого».
    let has = |word: &str| time.iter().any(|known| known == word);
    let follows = |pairs: &[[&str; 2]]| pairs.iter().any(|pair| behind.len() > 1 && behind[..2] == *pair);
    let after =
        (has("بعد") && (has("ذلك") || follows(&[["من", "ذلك"], ["علي", "ذلك"]]))) || (has("через") && follows(&[["после", "этого"]]));
    let links = |word: &String| after && is(word, "بعد ذلك через");
    let that_day = |word: &String| !after && word == "ذلك";
    let known = |word: &String| {
        let role = [SAME, NEXT, LATER, BESIDES].iter().any(|list| is(word, list));
        role || links(word) || (that_day(word) && has("في")) || self::unit(word).is_some() || self::number(word).is_some()
    };
    let any = |list: &str| time.iter().any(|word| is(word, list));
    if !time.iter().all(known) {
        None
    } else if any(SAME) || time.iter().any(that_day) {
        number.is_none().then_some((unit, 0))
    } else if any(NEXT) {
        (number.is_none() && one_or_two == Some(1)).then_some((unit, 1))
    } else if any(LATER) || after {
        number.or(one_or_two).map(|count| (unit, count))
    } else {
        None
    }
}

/// The interval so many units after another that says enough to count from.
fn step(anchor: Interval, unit: Unit, count: i64) -> Option<Interval> {
    let (first, last) = anchor.first.zip(anchor.last)?;
    let on = |length: Length| first.checked_add(length).ok();
    let stretch = |first: Date, last: Date, granularity| Interval { first: Some(first), last: Some(last), granularity };
    let one_year = first.year() == last.year();
    match unit {
        Unit::Day if first == last => on(Length::new().try_days(count).ok()?).map(|day| stretch(day, day, Granularity::Day)),
        Unit::Week if first == last => {
            let day = on(Length::new().try_weeks(count).ok()?)?;
            let monday = day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
            Some(stretch(monday, monday.checked_add(6.days()).ok()?, Granularity::Week))
        }
        Unit::Month if one_year && first.month() == last.month() => {
            let month = on(Length::new().try_months(count).ok()?)?;
            Some(stretch(month.first_of_month(), month.last_of_month(), Granularity::Month))
        }
        Unit::Year if one_year => {
            let year = on(Length::new().try_years(count).ok()?)?;
            Some(stretch(year.first_of_year(), year.last_of_year(), Granularity::Year))
        }
        _ => None,
    }
}

fn unit(word: &str) -> Option<(Unit, Option<i64>)> {
    UNITS.iter().find_map(|&(unit, one, two, more)| {
        let count = [(one, Some(1)), (two, Some(2)), (more, None)].into_iter().find(|(list, _)| is(word, list));
        count.map(|(_, count)| (unit, count))
    })
}

fn number(word: &str) -> Option<i64> {
    let spelled = NUMBERS.iter().position(|list| is(word, list)).and_then(|n| i64::try_from(n + 1).ok());
    spelled.or_else(|| word.parse().ok()).filter(|count| (1..=100).contains(count))
}

fn is(word: &str, list: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

fn folded(text: &str) -> Vec<String> {
    words(text).iter().filter(|w| w.kind != WordKind::Mark).map(|w| fold(w.of(text))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use jiff::civil::date;
    use mizan_text::Span;

    const MAY: [Date; 2] = [date(2024, 5, 6), date(2024, 5, 6)];

    /// What a time in a later sentence is placed at, told after these days.
    fn at(text: &str, time: &str, [first, last]: [Date; 2], later: usize) -> Option<[Date; 2]> {
        let document = sample::document(text);
        let start = text.find(time).unwrap();
        let mention = DateMention { span: Span::new(start, start + time.len()), interval: None, rule: "other-date" };
        let annotation = Annotation { dates: vec![mention], ..Annotation::default() };
        let told = Interval { first: Some(first), last: Some(last), granularity: Granularity::Day };
        let out = place(&document, 1 + later, &annotation, Some((1, told)));
        let date = &out.dates[0];
        assert_eq!(date.interval.is_some(), date.rule == NAME);
        date.interval.and_then(|i| Some([i.first?, i.last?]))
    }

    #[test]
    fn the_day_told_before_is_counted_from() {
        let day = |d| [date(2024, 5, d); 2];
        let week = [date(2024, 5, 13), date(2024, 5, 19)];
        let year = [date(2024, 1, 1), date(2024, 12, 31)];
        let next_year = [date(2025, 1, 1), date(2025, 12, 31)];
        for (text, time, expected) in [
            ("On the same day he left.", "On the same day", day(6)),
            ("Later that day he left.", "Later that day", day(6)),
            ("В тот же день он уехал.", "В тот же день", day(6)),
            ("Сол күні ол кетті.", "Сол күні", day(6)),
            ("وفي اليوم نفسه غادر.", "في اليوم نفسه", day(6)),
            ("وغادر في ذلك اليوم.", "في ذلك اليوم", day(6)),
            ("The next day he left.", "The next day", day(7)),
            ("Two days later he left.", "Two days later", day(8)),
            ("Днём позже он уехал.", "Днём позже", day(7)),
            ("Спустя два дня он уехал.", "Спустя два дня", day(8)),
            ("На следующий день он уехал.", "На следующий день", day(7)),
            ("Ертесіне ол кетті.", "Ертесіне", day(7)),
            ("وفي اليوم التالي غادر.", "في اليوم التالي", day(7)),
            ("A week later he left.", "A week later", week),
            ("Неделю спустя он уехал.", "Неделю спустя", week),
            ("Через неделю после этого он уехал.", "Через неделю", week),
            ("بعد ذلك بأسبوع غادر.", "بعد ذلك بأسبوع", week),
            ("وبعد أسبوع من ذلك غادر.", "بعد أسبوع", week),
            ("وفي العام نفسه غادر.", "في العام نفسه", year),
            ("Сол жылы ол кетті.", "Сол жылы", year),
            ("A year later he left.", "A year later", next_year),
        ] {
            assert_eq!(at(text, time, MAY, 1), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_may_count_from_elsewhere_stays() {
        for (text, time) in [
            ("He left on the same day that she came.", "on the same day"),
            ("Он уехал в тот день, когда она пришла.", "в тот день"),
            ("Он уедет через неделю.", "через неделю"),
            ("سيغادر بعد أسبوع.", "بعد أسبوع"),
            ("In the following days he left.", "In the following days"),
            ("Days later he left.", "Days later"),
            ("More than a week later he left.", "More than a week later"),
            ("The previous day he left.", "The previous day"),
            ("Осы күні ол кетті.", "Осы күні"),
            ("В этот день он уехал.", "В этот день"),
            ("Since then he left.", "Since then"),
        ] {
            assert_eq!(at(text, time, MAY, 1), None, "{text}");
        }
    }

    #[test]
    fn a_date_far_off_or_too_wide_is_not_counted_from() {
        let text = "On the same day he left.";
        let month = [date(2024, 5, 1), date(2024, 5, 31)];
        assert_eq!(at(text, "On the same day", MAY, 3), Some(MAY));
        assert_eq!(at(text, "On the same day", MAY, 4), None);
        assert_eq!(at(text, "On the same day", month, 1), None);
        assert_eq!(at("That same month he left.", "same month", month, 1), Some(month));
    }

    /// The month that a mention means in a sentence that follows one of a year, both told in 2025.
    fn month(text: &str, time: &str, read: Date, told: [Date; 2]) -> Option<Date> {
        let document = sample::document(text);
        let start = text.find(time).unwrap();
        let interval = Some(Interval { first: Some(read), last: Some(read.last_of_month()), granularity: Granularity::Month });
        let mention = DateMention { span: Span::new(start, start + time.len()), interval, rule: "month-before-publication" };
        let annotation = Annotation { dates: vec![mention], ..Annotation::default() };
        let told = Interval { first: Some(told[0]), last: Some(told[1]), granularity: Granularity::Month };
        let out = place(&document, 2, &annotation, Some((1, told)));
        (out.dates[0].rule == NAME).then(|| out.dates[0].interval.unwrap().first.unwrap())
    }

    #[test]
    fn a_month_behind_then_is_of_the_year_told() {
        let september = [date(2022, 9, 1), date(2022, 9, 30)];
        let october = date(2024, 10, 1);
        for (text, time) in [
            ("Тогда же, в октябре, Россия ушла.", "в октябре"),
            ("Then, in October, Russia left.", "in October"),
            ("Сол кезде, қазанда Ресей кетті.", "қазанда"),
            ("وفي ذلك الحين، في أكتوبر، انسحبت روسيا.", "في أكتوبر"),
        ] {
            assert_eq!(month(text, time, october, september), Some(date(2022, 10, 1)), "{text}");
        }
        assert_eq!(month("В октябре Россия ушла.", "В октябре", october, september), None);
        assert_eq!(month("Россия тогда же в октябре ушла.", "в октябре", october, september), None);
        assert_eq!(month("Тогда же, в мае, Россия ушла.", "в мае", date(2025, 5, 1), september), None);
        assert_eq!(month("Тогда же, в октябре, Россия ушла.", "в октябре", october, [date(2024, 9, 1), date(2024, 9, 30)]), None);
    }

    #[test]
    fn now_is_no_date_told() {
        let mention = |rule| {
            let today = Interval { first: Some(MAY[0]), last: Some(MAY[0]), granularity: Granularity::Day };
            Annotation { dates: vec![DateMention { span: Span::new(0, 1), interval: Some(today), rule }], ..Annotation::default() }
        };
        assert_eq!(last(1, &mention("now"), None), None);
        assert_eq!(last(2, &mention("weekday"), None).map(|(at, _)| at), Some(2));
    }
}
