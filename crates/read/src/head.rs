//! What stands before the first sentence: a date put at the head of the text, and the dateline (place, day, agency).

use mizan_text::Span;

use crate::calendar::{self, DayOfYear};

/// How far into a paragraph a dateline may reach, in bytes.
const REACH: usize = 240;

/// A date written at the head of a text, and where the text goes on after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextHead {
    pub(crate) date: DayOfYear,
    pub(crate) end: usize,
}

/// A dateline at the beginning of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// The place, in bytes of the paragraph.
    pub(crate) place: Span,
    pub(crate) date: Option<DayOfYear>,
    pub(crate) agency: Option<String>,
    /// Where the first sentence begins.
    pub(crate) end: usize,
}

/// The date at the head of a text: ` date 2025-10-04 …`, `Дата: 4 октября 2025`, or a first line that is nothing but a date.
pub(crate) fn text_head(text: &str) -> Option<TextHead> {
    let start = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').len();
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let line = &text[start..line_end];
    if line.len() <= REACH
        && let Some(date) = date_line(line)
    {
        return Some(TextHead { date, end: line_end });
    }
    let (key_length, has_key) = key(line);
    // Inline: only a date in figures shows by itself where it ends.
    let rest = &line[key_length..];
    let word = rest.split_whitespace().next()?;
    let plain: String = word.chars().map(calendar::plain_digit).collect();
    let date = calendar::words(plain.trim_end_matches([',', ':', '.']))?;
    let after = start + key_length + word.len();
    let tail = &text[after..line_end];
    let trimmed = tail.trim_start_matches([' ', '\t', '\u{A0}', '|']);
    // Without a key, "2025-10-04 was …" would be a sentence: only a dateline makes it a head.
    (has_key || dateline(trimmed).is_some()).then_some(TextHead { date, end: after + tail.len() - trimmed.len() })
}

/// A line that is nothing but a date, perhaps with a key before it.
pub(crate) fn date_line(line: &str) -> Option<DayOfYear> {
    let line = line.trim();
    let (length, _) = key(line);
    calendar::words(line[length..].trim().trim_end_matches('.')).filter(|date| date.year.is_some())
}

/// A short line under a page's title that begins with the day: `20 июля 2023, 14:05 · Читать 2 минуты`.
pub(crate) fn is_byline(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let stop = line.trim_end().ends_with(['.', '!', '?', '؟', '…']);
    let figures = |word: &str| {
        let parts: Vec<&str> = word.trim_end_matches([',', '.']).split(['/', '.', '-']).collect();
        parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.chars().all(char::is_numeric))
    };
    let dated = (1..=words.len().min(6)).any(|end| {
        let text = words[..end].join(" ");
        calendar::words(text.trim_end_matches([',', '.', ':'])).is_some_and(|date| date.year.is_some())
    });
    words.len() <= 14 && !stop && (dated || words.first().is_some_and(|word| figures(word)))
}

/// The length of `date: ` or its like at the start of a line, and whether there is one.
fn key(line: &str) -> (usize, bool) {
    const KEYS: [&str; 13] = [
        "date",
        "published",
        "updated",
        "дата публикации",
        "дата",
        "опубликовано",
        "تاريخ النشر",
        "التاريخ",
        "تاريخ",
        "نشر في",
        "жарияланған күні",
        "жарияланды",
        "күні",
    ];
    for key in KEYS {
        let Some(end) = prefix_end(line, key) else { continue };
        let rest = &line[end..];
        let trimmed = rest.trim_start_matches([' ', '\t', ':', '：', '\u{A0}']);
        if trimmed.len() < rest.len() {
            return (line.len() - trimmed.len(), true);
        }
    }
    (0, false)
}

/// Where `prefix` ends in `line`, in any case.
fn prefix_end(line: &str, prefix: &str) -> Option<usize> {
    let mut letters = line.char_indices();
    for expected in prefix.chars() {
        let (_, found) = letters.next()?;
        if !found.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    Some(letters.next().map_or(line.len(), |(at, _)| at))
}

/// The dateline that a paragraph begins with: `موسكو-`, `ASTANA, 5 January 2022 –`, `Астана. 12 марта. КазТАГ –`, `القاهرة (أ ف ب) -`.
pub(crate) fn dateline(paragraph: &str) -> Option<Dateline> {
    let reach = paragraph.char_indices().map(|(at, _)| at).take_while(|&at| at <= REACH).last()?;
    let reach = if paragraph.len() <= REACH { paragraph.len() } else { reach };
    let head = &paragraph[..reach];
    let head = &head[..head.find('\n').unwrap_or(head.len())];
    let mut found = ends(head).take(4).filter_map(|end| parse(paragraph, head, end));
    let first = found.next()?;
    if first.date.is_some() {
        return Some(first);
    }
    // `غازي عنتاب- 14 فبراير/شباط 2023- …`: a dash may part the place from the day.
    let longer = found.find(|longer| longer.date.is_some() && longer.place == first.place);
    Some(longer.unwrap_or(first))
}

/// Where a dateline's header may stop and its sentence begin.
#[derive(Debug, Clone, Copy)]
struct End {
    /// End of the header proper.
    header: usize,
    /// First byte after the dash.
    after: usize,
    /// Whether a dash ends it (and not a closing slash or an agency's full stop).
    dash: bool,
}

/// A dash with white space after it (and, for the long ones, even without), or `/TASS/.`
fn ends(head: &str) -> impl Iterator<Item = End> {
    let mut slashes = 0;
    head.char_indices().filter_map(move |(at, c)| {
        let after = at + c.len_utf8();
        let before_space = head[..at].ends_with(char::is_whitespace);
        let then_space = head[after..].starts_with(char::is_whitespace);
        match c {
            '-' if head[after..].starts_with('-') => Some(End { header: at, after: after + 1, dash: true }),
            '–' | '—' | '―' => Some(End { header: at, after, dash: true }),
            '-' | '‐' | '−' if then_space => Some(End { header: at, after, dash: true }),
            // A stretched letter used as a dash.
            'ـ' if before_space && then_space => Some(End { header: at, after, dash: true }),
            '/' => {
                slashes += 1;
                let after = after + head[after..].len() - head[after..].trim_start_matches(['.', '-', ' ', '–', '—']).len();
                (slashes == 2).then_some(End { header: at + 1, after, dash: false })
            }
            _ => None,
        }
    })
}

fn parse(paragraph: &str, head: &str, end: End) -> Option<Dateline> {
    let header = &head[..end.header];
    if header.trim().is_empty() || paragraph[end.after..].trim().is_empty() {
        return None;
    }
    let mut segments = segments(header);
    let place = take_place(header, &mut segments)?;
    let mut found = Dateline { place, date: None, agency: None, end: end.after };
    let mut at = 0;
    while at < segments.len() {
        let dated = (at + 1..=segments.len()).rev().find_map(|until| {
            let joined: Vec<&str> = segments[at..until].iter().map(|segment| segment.text).collect();
            calendar::words(&joined.join(" ")).map(|date| (date, until))
        });
        let segment = &segments[at];
        if let Some((date, until)) = dated.filter(|_| found.date.is_none()) {
            found.date = Some(date);
            at = until;
            continue;
        }
        if found.agency.is_none() && (is_agency(segment.text) || segment.enclosed && may_be_agency(segment.text)) {
            found.agency = Some(segment.text.to_string());
        } else if !is_region(segment.text) {
            return None;
        }
        at += 1;
    }
    let mut after = end.after;
    if end.dash
        && found.agency.is_none()
        && let Some((agency, length)) = agency_after(&paragraph[end.after..])
    {
        found.agency = Some(agency);
        after += length;
    }
    let sure = found.date.is_some() || found.agency.is_some();
    let rest = paragraph[after..].trim_start();
    let stands = sure || end.dash && bare_place(header, rest);
    if !stands {
        return None;
    }
    found.end = paragraph.len() - rest.len();
    (!rest.is_empty()).then_some(found)
}

/// A part of the header between commas, full stops, slashes and brackets.
#[derive(Debug)]
struct Segment<'a> {
    text: &'a str,
    start: usize,
    enclosed: bool,
}

fn segments(header: &str) -> Vec<Segment<'_>> {
    let mut found: Vec<Segment<'_>> = Vec::new();
    let (mut start, mut enclosed) = (0, false);
    let mut push = |start: usize, end: usize, enclosed| {
        let text = &header[start..end];
        let lead = text.len() - text.trim_start().len();
        if !text.trim().is_empty() {
            found.push(Segment { text: text.trim(), start: start + lead, enclosed });
        }
    };
    for (at, c) in header.char_indices() {
        // "St. Petersburg", "г. Астана", "D.C.", "INTERFAX.RU": a full stop after one or two letters, or inside a word, divides nothing.
        let last_word = header[start..at].rsplit(char::is_whitespace).next().unwrap_or("");
        let letters = last_word.rsplit('.').next().unwrap_or("");
        let short = (1..=2).contains(&letters.chars().count()) && letters.chars().all(char::is_alphabetic);
        let inside = header[at + c.len_utf8()..].starts_with(char::is_alphabetic);
        let divides = match c {
            '.' => !short && !inside,
            ',' | '،' | '/' | '(' | ')' | '[' | ']' | ';' | '؛' | ':' => true,
            '–' | '—' | '―' => true,
            '-' => header[at + 1..].starts_with(char::is_whitespace),
            _ => false,
        };
        if divides {
            push(start, at, enclosed);
            start = at + c.len_utf8();
            enclosed = matches!(c, '(' | '[') || c == '/' && !enclosed;
        }
    }
    push(start, header.len(), enclosed);
    found
}

/// Take the place off the front of the segments; a date that follows it without a comma stays as a segment of its own.
fn take_place<'a>(header: &'a str, segments: &mut Vec<Segment<'a>>) -> Option<Span> {
    if segments.is_empty() || segments[0].enclosed {
        return None;
    }
    let first = segments.remove(0);
    let cut = first.text.split_whitespace().find(|word| word.starts_with(|c: char| c.is_numeric()) || calendar::is_month(word));
    let name = match cut {
        Some(word) => {
            let at = word.as_ptr() as usize - header.as_ptr() as usize;
            segments.insert(0, Segment { text: &header[at..first.start + first.text.len()], start: at, enclosed: false });
            header[first.start..at].trim_end()
        }
        None => first.text,
    };
    is_place(name).then(|| Span::new(first.start, first.start + name.len()))
}

/// Whether it looks like a place's name: one to four words, each with a capital where the script has them.
fn is_place(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let cased = |word: &str| word.starts_with(char::is_uppercase) || SMALL.contains(&word);
    let lettered = name.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || ".-'’ʼ‑".contains(c) || is_mark(c));
    let arabic = name.chars().any(is_arabic);
    lettered
        && (1..=4).contains(&words.len())
        && (arabic && words.len() <= 3 || !arabic && words.iter().all(|word| cased(word)) && !is_agency(name))
}

const SMALL: [&str; 14] = ["de", "la", "el", "al", "of", "the", "на", "г.", "пос.", "with", "du", "dos", "am", "қ."];

fn is_region(text: &str) -> bool {
    is_place(text)
}

/// A place with neither date nor agency counts only where it could hardly be the beginning of a sentence.
fn bare_place(header: &str, rest: &str) -> bool {
    let place = header.trim().trim_end_matches([',', '،', '.']);
    let words = place.split_whitespace().count();
    if place.chars().any(is_arabic) {
        let attached = !header.ends_with(char::is_whitespace);
        let next = rest.split_whitespace().next().unwrap_or("");
        let clause =
            ["الذي", "التي", "الذين", "اللذان", "وهو", "وهي", "وهم", "أي", "كما", "بما", "بحسب", "وفق", "وفقا", "حسب", "على", "في", "من"];
        let again =
            rest.char_indices().take(120).any(|(at, c)| "-–—".contains(c) && rest[at + c.len_utf8()..].starts_with([' ', '،', '.']));
        return words <= 2 && !NOT_PLACES.contains(&place) && (attached || !again && !clause.contains(&next));
    }
    let letters: Vec<char> = place.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.iter().all(|c| c.is_uppercase());
    let enough = letters.len() >= 5 || SHORT_CITIES.contains(&place);
    let begins = rest.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "\"«“„'‘".contains(c));
    capitals && enough && words <= 3 && begins && !NOT_PLACES.contains(&place)
}

const SHORT_CITIES: [&str; 31] = [
    "BAKU",
    "BERN",
    "BONN",
    "CAIRO",
    "DOHA",
    "GAZA",
    "KYIV",
    "KIEV",
    "LIMA",
    "LVIV",
    "OSLO",
    "RIGA",
    "ROME",
    "OSH",
    "BAKU",
    "АКТАУ",
    "БАКУ",
    "БЕРН",
    "БОНН",
    "ГАЗА",
    "ДОХА",
    "КИЕВ",
    "КАИР",
    "ЛИМА",
    "МИНСК",
    "ОРАЛ",
    "ОСЛО",
    "ОШ",
    "РИГА",
    "РИМ",
    "СЕУЛ",
];

const NOT_PLACES: [&str; 40] = [
    "أولا",
    "أولاً",
    "ثانيا",
    "ثانياً",
    "ثالثا",
    "ثالثاً",
    "رابعا",
    "رابعاً",
    "خامسا",
    "ملاحظة",
    "سؤال",
    "جواب",
    "خلاصة",
    "تحديث",
    "عاجل",
    "صور",
    "فيديو",
    "خاص",
    "الرئيس",
    "الوزير",
    "هو",
    "هي",
    "BREAKING",
    "UPDATE",
    "UPDATED",
    "ANALYSIS",
    "OPINION",
    "COMMENT",
    "EXCLUSIVE",
    "WATCH",
    "VIDEO",
    "BRICS",
    "OPINION",
    "БРИКС",
    "СРОЧНО",
    "МНЕНИЕ",
    "ВИДЕО",
    "ОБНОВЛЕНО",
    "ЖЕДЕЛ",
    "МОЛНИЯ",
];

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{064A}' | '\u{066E}'..='\u{06D3}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{064B}'..='\u{0652}' | '\u{200C}'..='\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// An agency or outlet by its name.
fn is_agency(text: &str) -> bool {
    let plain: String = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    AGENCIES.contains(&plain.as_str())
}

/// Something in brackets that may be an agency we do not know: it has a capital, or says that it is one.
fn may_be_agency(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let named = ["وكالة", "مكتب", "خاص", "قناة", "صحيفة", "مراسل"].iter().any(|word| text.contains(word));
    let short_capitals = text.chars().all(|c| c.is_uppercase() || ".- ".contains(c)) && text.chars().count() >= 2;
    let site = text.is_ascii() && text.contains('.') && !text.contains(' ');
    words <= 4 && calendar::words(text).is_none() && (named || short_capitals || site)
}

/// `– Sputnik. The …`, `— РИА Новости. …`: an agency between the dash and the first sentence. Gives its name and its length with the stop.
fn agency_after(rest: &str) -> Option<(String, usize)> {
    let stop = rest.char_indices().take(40).find(|&(at, c)| c == '.' && rest[at + 1..].starts_with(char::is_whitespace))?.0;
    let name = rest[..stop].trim();
    is_agency(name).then(|| (name.to_string(), stop + 1))
}

/// Lower-case letters and digits only, as [`is_agency`] compares them.
const AGENCIES: [&str; 92] = [
    "reuters",
    "ap",
    "apnews",
    "associatedpress",
    "theassociatedpress",
    "afp",
    "agencefrancepresse",
    "tass",
    "itartass",
    "ria",
    "rianovosti",
    "interfax",
    "interfaxru",
    "interfaxkz",
    "interfaxkazakhstan",
    "kazinform",
    "qazinform",
    "kaztag",
    "sputnik",
    "sputniknews",
    "xinhua",
    "dpa",
    "upi",
    "cnn",
    "bbc",
    "bbcnews",
    "qna",
    "spa",
    "wam",
    "mena",
    "kuna",
    "anadolu",
    "aa",
    "anadoluagency",
    "irna",
    "tasnim",
    "trend",
    "ukrinform",
    "belta",
    "akipress",
    "24kg",
    "bloomberg",
    "tengrinews",
    "tengrinewskz",
    "zakonkz",
    "informburo",
    "efe",
    "ansa",
    "kyodo",
    "yonhap",
    "pti",
    "ians",
    "voa",
    "rferl",
    "рейтер",
    "рейтерс",
    "тасс",
    "риа",
    "риановости",
    "интерфакс",
    "интерфаксказахстан",
    "казинформ",
    "қазақпарат",
    "казтаг",
    "қазтаг",
    "спутник",
    "sputnikказахстан",
    "sputnikқазақстан",
    "синьхуа",
    "афп",
    "ап",
    "дпа",
    "укринформ",
    "белта",
    "хабар",
    "хабар24",
    "رويترز",
    "أفب",
    "فرانسبرس",
    "أب",
    "أسوشيتدبرس",
    "دبأ",
    "تاس",
    "سبوتنيك",
    "شينخوا",
    "واس",
    "وام",
    "قنا",
    "أشأ",
    "الأناضول",
    "الجزيرةنت",
    "العربيةنت",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Place, date (year-month-day, the year 0 when it is not said), agency, and the words after.
    fn check(text: &str, place: &str, date: Option<(i16, i8, i8)>, agency: Option<&str>, rest: &str) {
        let found = dateline(text).unwrap_or_else(|| panic!("no dateline in {text}"));
        assert_eq!(&text[found.place.start..found.place.end], place, "{text}");
        assert_eq!(found.date.map(|date| (date.year.unwrap_or(0), date.month, date.day)), date, "{text}");
        assert_eq!(found.agency.as_deref(), agency, "{text}");
        assert_eq!(&text[found.end..], rest, "{text}");
    }

    #[test]
    fn datelines() {
        check("موسكو- تجدد الاهتمام بالعلاقات", "موسكو", None, None, "تجدد الاهتمام بالعلاقات");
        check("القاهرة (أ ف ب) - أعلنت مصر", "القاهرة", None, Some("أ ف ب"), "أعلنت مصر");
        check("دبي 5 يناير/كانون الثاني (رويترز) - قالت", "دبي", Some((0, 1, 5)), Some("رويترز"), "قالت");
        check("أبو ظبي – وصل الوزير", "أبو ظبي", None, None, "وصل الوزير");
        check("غازي عنتاب- 14 فبراير/شباط 2023- أعلن", "غازي عنتاب", Some((2023, 2, 14)), None, "أعلن");
        check("LONDON - 5 January 2022 - The government", "LONDON", Some((2022, 1, 5)), None, "The government");
        check("الرياض 5 يناير 2022 /واس/ وصل الوزير", "الرياض", Some((2022, 1, 5)), Some("واس"), "وصل الوزير");
        check("موسكو ـ قال الوزير", "موسكو", None, None, "قال الوزير");
        check("АСТАНА, 5 янв – Президент сказал", "АСТАНА", Some((0, 1, 5)), None, "Президент сказал");
        check("АСТАНА, 5 янв – Sputnik. Президент сказал", "АСТАНА", Some((0, 1, 5)), Some("Sputnik"), "Президент сказал");
        check("МОСКВА, 4 окт — РИА Новости. Совет решил", "МОСКВА", Some((0, 10, 4)), Some("РИА Новости"), "Совет решил");
        check("МОСКВА, 4 октября. /ТАСС/. Совет решил", "МОСКВА", Some((0, 10, 4)), Some("ТАСС"), "Совет решил");
        check("Астана. 12 марта. КазТАГ – Совет решил", "Астана", Some((0, 3, 12)), Some("КазТАГ"), "Совет решил");
        check("Москва. 4 октября. INTERFAX.RU - Совет решил", "Москва", Some((0, 10, 4)), Some("INTERFAX.RU"), "Совет решил");
        check("г. Нур-Султан, 4 октября 2021 года - Совет", "г. Нур-Султан", Some((2021, 10, 4)), None, "Совет");
        check("САНКТ-ПЕТЕРБУРГ, 4 окт - Совет", "САНКТ-ПЕТЕРБУРГ", Some((0, 10, 4)), None, "Совет");
        check("ASTANA, 5 January 2022 – The president", "ASTANA", Some((2022, 1, 5)), None, "The president");
        check("ASTANA (Reuters) - The president", "ASTANA", None, Some("Reuters"), "The president");
        check("ALMATY, Jan 5, 2022 (Reuters) - The president", "ALMATY", Some((2022, 1, 5)), Some("Reuters"), "The president");
        check("ASTANA, Kazakhstan (AP) — The president", "ASTANA", None, Some("AP"), "The president");
        check("ST. PETERSBURG, Russia, Oct 4 (AFP) – The", "ST. PETERSBURG", Some((0, 10, 4)), Some("AFP"), "The");
        check("WASHINGTON, D.C. (AP) -- The president", "WASHINGTON", None, Some("AP"), "The president");
        check("MOSCOW, October 4. /TASS/. The council", "MOSCOW", Some((0, 10, 4)), Some("TASS"), "The council");
        check("LONDON — The government", "LONDON", None, None, "The government");
        check("NEW YORK – \"We will go,\" he said", "NEW YORK", None, None, "\"We will go,\" he said");
        check("Астана, 2023 жылғы 10 қараша – Президент айтты", "Астана", Some((2023, 11, 10)), None, "Президент айтты");
        check("АСТАНА. KAZINFORM – Президент айтты", "АСТАНА", None, Some("KAZINFORM"), "Президент айтты");
        check("НҰР-СҰЛТАН. 5 қаңтар. ҚазАқпарат - Президент", "НҰР-СҰЛТАН", Some((0, 1, 5)), Some("ҚазАқпарат"), "Президент");
    }

    #[test]
    fn not_datelines() {
        for text in [
            "Москва – столица России, и там живут",
            "Астана - Пекин: новая дорога открыта.",
            "США — крупнейший торговый партнёр страны.",
            "США — Китай и снова пошлины.",
            "Казахстан – наша родина",
            "Kazakhstan – the largest economy in Central Asia – said on Monday",
            "The president – who spoke on Monday – left.",
            "Moscow - long a partner - refused.",
            "BREAKING - The government resigned.",
            "Владимир Путин (президент) - не приехал.",
            "الرئيس - الذي وصل أمس - غادر.",
            "كازاخستان - التي تقع في آسيا - رفضت",
            "أولا - يجب أن نفهم",
            "وقالت الحكومة -بشكل غير متوقع- إنها",
            "Қазақстан – біздің Отанымыз",
            "2025-10-04",
            "- ",
            "ASTANA (Reuters) -",
            "",
            "–",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }

    #[test]
    fn bylines() {
        for line in [
            "9/5/2023 مدة القراءة: دقيقتان مشاركة",
            "10 қараша 2023, 11:20 · Бөлісу",
            "20 июля 2023, 14:05 · Читать 2 минуты",
            "4 October 2025 | By A. Writer",
        ] {
            assert!(is_byline(line), "{line}");
        }
        for line in ["20 июля 2023 года Россия вышла из сделки.", "Читать 2 минуты", "5 января", ""]
        {
            assert!(!is_byline(line), "{line}");
        }
    }

    #[test]
    fn heads() {
        for (text, date, rest) in [
            (" date 2025-10-04 موسكو- تجدد", Some("2025-10-04"), "موسكو- تجدد"),
            ("Date: 4 October 2025\n\nThe text", Some("2025-10-04"), "\n\nThe text"),
            ("Дата: 04.10.2025 Текст начался", Some("2025-10-04"), "Текст начался"),
            ("4 октября 2025 г., 10:30\nТекст", Some("2025-10-04"), "\nТекст"),
            ("التاريخ: ٤ أكتوبر ٢٠٢٥\nالنص", Some("2025-10-04"), "\nالنص"),
            ("2023 жылғы 10 қараша\nМәтін", Some("2023-11-10"), "\nМәтін"),
            ("2025-10-04 АСТАНА, 3 окт – Текст", Some("2025-10-04"), "АСТАНА, 3 окт – Текст"),
            ("2025-10-04 was a Saturday.", None, ""),
            ("Date palms grew here in 2025.", None, ""),
            ("Dated 2025-10-04, the letter said", None, ""),
            ("", None, ""),
        ] {
            let found = text_head(text);
            assert_eq!(found.and_then(|head| head.date.date()).map(|date| date.to_string()).as_deref(), date, "{text}");
            assert_eq!(found.map_or("", |head| &text[head.end..]), rest, "{text}");
        }
    }
}
