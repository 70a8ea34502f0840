//! Dates as heads of texts, datelines and metadata write them. Dates inside sentences are not read here.

use jiff::civil::Date;

/// A date that may lack its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DayOfYear {
    pub(crate) year: Option<i16>,
    pub(crate) month: i8,
    pub(crate) day: i8,
}

impl DayOfYear {
    pub(crate) fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }
}

/// The day of a machine's time stamp: `2025-10-04`, RFC 3339, `20251004`, RFC 2822. The day is the one printed, in the publisher's zone.
pub(crate) fn stamp(value: &str) -> Option<Date> {
    let value = value.trim();
    let head = value.get(..10).unwrap_or(value);
    if let Some(date) = iso(head) {
        let rest = &value[head.len()..];
        let clock = rest.strip_prefix(['T', 't', ' ']).is_some_and(|rest| rest.as_bytes().first().is_some_and(u8::is_ascii_digit));
        return (rest.is_empty() || clock).then_some(date);
    }
    let bytes = value.as_bytes();
    if bytes.len() >= 8 && bytes[..8].iter().all(u8::is_ascii_digit) && !bytes.get(8).is_some_and(u8::is_ascii_digit) {
        return iso(&format!("{}-{}-{}", &value[..4], &value[4..6], &value[6..8]));
    }
    None
}

/// `2025-10-04`, and nothing else.
fn iso(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits(year, 4) && digits(month, 2) && digits(day, 2)).then(|| sensible(year, month, day)).flatten()
}

fn sensible(year: &str, month: &str, day: &str) -> Option<Date> {
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    (1900..=2100).contains(&date.year()).then_some(date)
}

/// A date that is all there is in `text`, in figures or in words of the four languages; weekdays and clock times beside it do no harm.
pub(crate) fn words(text: &str) -> Option<DayOfYear> {
    if text.len() > 120 {
        return None;
    }
    let text: String = text.chars().map(plain_digit).collect::<String>().to_lowercase();
    let text = text.trim();
    if let Some(date) = stamp(text).or_else(|| figures(text)) {
        return Some(DayOfYear { year: Some(date.year()), month: date.month(), day: date.day() });
    }
    let (mut year, mut month, mut day) = (None, None, None);
    let mut tokens = text.split(|c: char| c.is_whitespace() || ",.،/()؛;|".contains(c)).filter(|token| !token.is_empty()).peekable();
    while let Some(token) = tokens.next() {
        if let Some(number) = number(token) {
            match number {
                1..=31 if day.is_none() => day = i8::try_from(number).ok(),
                1900..=2100 if year.is_none() => year = Some(number),
                _ => return None,
            }
        } else if let Some(found) = month_of(token, tokens.peek().copied()) {
            if token == "كانون" || token == "تشرين" {
                tokens.next();
            }
            if month.is_some_and(|before| before != found) {
                return None;
            }
            month = Some(found);
        } else if !is_filler(token) {
            return None;
        }
    }
    let found = DayOfYear { year, month: month?, day: day? };
    Date::new(year.unwrap_or(2024), found.month, found.day).ok().map(|_| found)
}

/// `04.10.2025`, `04/10/2025`: day first, unless only month first makes sense. Where both do with slashes, it is nobody's guess.
fn figures(text: &str) -> Option<Date> {
    let mut tokens = text.split_whitespace();
    let text = tokens.next()?.trim_end_matches([',', '.']);
    if !tokens.all(|token| is_filler(token.trim_matches([',', '.']))) {
        return None;
    }
    let separator = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| "./-".contains(*c))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let [first, second, third] = parts[..] else { return None };
    let (a, b): (u8, u8) = (first.parse().ok()?, second.parse().ok()?);
    if third.len() != 4 {
        return None;
    }
    if separator == '/' && a <= 12 && b <= 12 && a != b {
        return None;
    }
    sensible(third, second, first).or_else(|| sensible(third, first, second))
}

/// The full dates (day, month and year) that a text writes in words.
pub(crate) fn dates_in(text: &str) -> Vec<Date> {
    let tokens: Vec<&str> = text.split_whitespace().map(|token| token.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let near = |at: usize| {
        let windows =
            (at.saturating_sub(3)..=at).flat_map(|start| (at + 1..=(at + 4).min(tokens.len())).rev().map(move |end| (start, end)));
        windows.filter_map(|(start, end)| words(&tokens[start..end].join(" "))?.date()).next()
    };
    (0..tokens.len()).filter(|&at| is_month(tokens[at].split('/').next().unwrap_or(""))).filter_map(near).collect()
}

fn number(token: &str) -> Option<i16> {
    let digits = token.bytes().take_while(u8::is_ascii_digit).count();
    let (figures, suffix) = token.split_at(digits);
    let known = ["", "st", "nd", "rd", "th", "-го", "-е", "го", "г", "-шы", "-ші", "م"].contains(&suffix);
    (digits > 0 && digits <= 4 && known).then(|| figures.parse().ok()).flatten()
}

/// Whether a word is a month's name, as a cue that a date begins.
pub(crate) fn is_month(word: &str) -> bool {
    let word = word.to_lowercase();
    month_of(&word, Some("الثاني")).is_some()
}

/// Eastern Arabic and Persian digits as 0-9.
pub(crate) fn plain_digit(c: char) -> char {
    match c {
        '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
        '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
        _ => c,
    }
}

fn month_of(token: &str, next: Option<&str>) -> Option<i8> {
    match (token, next) {
        ("كانون", Some("الثاني" | "ثاني" | "الثانى")) => return Some(1),
        ("كانون", Some("الأول" | "الاول" | "أول")) => return Some(12),
        ("تشرين", Some("الأول" | "الاول" | "أول")) => return Some(10),
        ("تشرين", Some("الثاني" | "ثاني" | "الثانى")) => return Some(11),
        _ => {}
    }
    let at = MONTHS.iter().position(|names| names.split(' ').any(|name| name == token)).or_else(|| {
        // Kazakh months with a case ending: қарашада, қаңтардағы.
        KAZAKH.iter().position(|name| token.strip_prefix(name).is_some_and(|ending| (1..=5).contains(&ending.chars().count())))
    })?;
    i8::try_from(at + 1).ok()
}

const KAZAKH: [&str; 12] =
    ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];

const MONTHS: [&str; 12] = [
    "january jan января январь янв қаңтар қаң يناير جانفي",
    "february feb февраля февраль фев февр ақпан ақп فبراير شباط فيفري",
    "march mar марта март мар наурыз нау مارس آذار اذار",
    "april apr апреля апрель апр сәуір сәу أبريل ابريل إبريل نيسان أفريل",
    "may мая май мамыр мам مايو أيار ايار ماي",
    "june jun июня июнь июн маусым мау يونيو يونيه حزيران جوان",
    "july jul июля июль июл шілде шіл يوليو يوليه تموز جويلية",
    "august aug августа август авг тамыз там أغسطس اغسطس آب أوت",
    "september sep sept сентября сентябрь сен сент қыркүйек қыр سبتمبر أيلول ايلول",
    "october oct октября октябрь окт қазан қаз أكتوبر اكتوبر",
    "november nov ноября ноябрь ноя нояб қараша қар نوفمبر",
    "december dec декабря декабрь дек желтоқсан жел ديسمبر",
];

/// Words and clock times that may stand beside a date.
fn is_filler(token: &str) -> bool {
    if token.is_empty() {
        return true;
    }
    let clock = token.contains(':') && token.chars().all(|c| c.is_ascii_digit() || c == ':');
    clock || FILLERS.split_whitespace().any(|word| word == token)
}

const FILLERS: &str = "
    of on at the gmt utc est edt am pm monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    г года год в от мск понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
    ж жыл жылғы жылдың жылы күні дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі
    في من يوم عام سنة م الموافق الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد
    – - — |";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_words() {
        let on = |year, month, day| Some(DayOfYear { year, month, day });
        for (text, expected) in [
            ("2025-10-04", on(Some(2025), 10, 4)),
            ("5 янв", on(None, 1, 5)),
            ("4 октября 2025 г.", on(Some(2025), 10, 4)),
            ("суббота, 4 октября 2025 года, 10:30", on(Some(2025), 10, 4)),
            ("5 January 2022", on(Some(2022), 1, 5)),
            ("January 5th, 2022", on(Some(2022), 1, 5)),
            ("2023 жылғы 10 қараша", on(Some(2023), 11, 10)),
            ("10 қарашада", on(None, 11, 10)),
            ("٤ أكتوبر/تشرين الأول ٢٠٢٥", on(Some(2025), 10, 4)),
            ("الثلاثاء 5 كانون الثاني 2022", on(Some(2022), 1, 5)),
            ("04.10.2025", on(Some(2025), 10, 4)),
            ("25/10/2025", on(Some(2025), 10, 25)),
            ("10/25/2025", on(Some(2025), 10, 25)),
            ("04.10.2025, 10:30", on(Some(2025), 10, 4)),
            ("04.10.2025 Text", None),
            ("04/10/2025", None),
            ("31 февраля", None),
            ("5 January in the morning", None),
            ("2022", None),
            ("", None),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn dates_inside_a_text() {
        for (text, expected) in [
            ("прибыл в Бишкек 12 марта 2025 года, а 13 марта", "[2025-03-12]"),
            ("It met on March 12, 2025, and 14 May 2024.", "[2025-03-12, 2024-05-14]"),
            ("в марте 2025 года; 2025 жылғы 12 наурызда", "[2025-03-12]"),
            ("في 6 فبراير/شباط 2023 وأسفرا", "[2023-02-06]"),
            ("it may", "[]"),
        ] {
            assert_eq!(format!("{:?}", dates_in(text)), expected, "{text}");
        }
    }

    #[test]
    fn stamps() {
        for (text, expected) in [
            ("2025-10-04", true),
            ("2025-10-04T23:59:59+05:00", true),
            ("2025-10-04 10:00", true),
            ("20251004", true),
            ("20251004T101112Z", true),
            ("2025-10-044", false),
            ("2025-1-4", false),
            ("2025-10-04x", false),
            ("é2025-10-04", false),
        ] {
            assert_eq!(stamp(text), expected.then(|| jiff::civil::date(2025, 10, 4)), "{text}");
        }
    }
}
