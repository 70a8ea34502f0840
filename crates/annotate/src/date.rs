//! Time expressions of a sentence in the four languages: where they stand, and which days they mean.
//!
//! Each language has a file of words and each kind of calculation has one; [`find`] puts them together. The span of a mention takes in
//! its preposition ("in May 2022", «до конца года») and leaves out a conjunction written together with it (و، ف).
//!
//! ```
//! use jiff::civil::date;
//! use mizan_text::Language;
//!
//! let text = "وكان ذلك في يناير/كانون الثاني 2022";
//! let found = mizan_annotate::date::find(text, Some(Language::Arabic), None);
//! assert_eq!(&text[found[0].span.start..found[0].span.end], "في يناير/كانون الثاني 2022");
//! assert_eq!(found[0].interval.unwrap().first, Some(date(2022, 1, 1)));
//! assert_eq!(found[0].rule, "dual-month");
//! ```

use jiff::civil::Date;
use mizan_record::date::{DateMention, Interval};
use mizan_text::{Language, Span};

mod apposition;
mod arabic;
mod attach;
mod attribute;
mod english;
mod era;
mod event;
mod grammar;
mod hijri;
mod kazakh;
mod month;
mod noun;
mod participle;
mod range;
mod relative;
mod russian;
mod scan;
mod season;
mod since;
mod tense;
mod time;
mod weekday;

use scan::{Cursor, Lexicon, Tag};
use time::{Clock, Time};

pub use event::{of_events, settle};

/// Every time expression of a sentence, in order and without overlap, resolved against the day of publication.
///
/// Without a language, the script decides. Without a day of publication, what depends on it has no interval. Durations, frequencies and
/// times that hang on an event are found and have no interval; `rule` says which of these they are.
pub fn find(text: &str, language: Option<Language>, published: Option<Date>) -> Vec<DateMention> {
    let language = language.unwrap_or_else(|| by_script(text));
    let cursor = Cursor::new(text, lexicon(language));
    let mut mentions = Vec::new();
    let mut i = 0;
    while i < cursor.tokens.len() {
        let Some((end, time)) = expression(&cursor, i).filter(|found| found.0 > i) else {
            i += 1;
            continue;
        };
        if time == Time::Unplaced(grammar::NOT_TIME) {
            i = end;
            continue;
        }
        let time = since::govern(&cursor, i, time);
        let span = Span::new(cursor.tokens[i].start, cursor.tokens[end - 1].end);
        let clock = Clock {
            published,
            future: tense::ahead(&cursor, i, end),
            independence: if speaks_of_independence(&time) { era::independence(text, span) } else { None },
            year: year_told(&mentions),
            day: day_told(&mentions),
        };
        let (interval, rule) = time.place(&clock);
        mentions.push(DateMention { span, interval, rule });
        i = end;
    }
    apposition::join(text, &mut mentions);
    mentions
}

/// The year of the last date that has one; days counted from publication do not count.
fn year_told(mentions: &[DateMention]) -> Option<i16> {
    let counted =
        |rule: &str| ["now", "ago", "since", "until"].contains(&rule) || rule.starts_with("relative-day") || rule.starts_with("weekday");
    let year = |at: Interval| at.first.zip(at.last).filter(|(first, last)| first.year() == last.year()).map(|(first, _)| first.year());
    mentions.iter().rev().filter(|mention| !counted(mention.rule)).find_map(|mention| mention.interval.and_then(year))
}

/// The last single day.
fn day_told(mentions: &[DateMention]) -> Option<Date> {
    let day = |mention: &DateMention| mention.interval.filter(|at| at.first == at.last && mention.rule != "now").and_then(|at| at.first);
    mentions.iter().rev().find_map(day)
}

fn expression(c: &Cursor, i: usize) -> grammar::Found {
    let english = c.lexicon.language == Language::English;
    let named = if english { english::named_day(c, i) } else { None };
    if !c.begins_phrase(i) {
        match c.tokens[i].tag {
            Tag::Other if !grammar::may_begin(c, i) => return named,
            Tag::Punct(_) | Tag::Dash | Tag::And | Tag::Counted | Tag::Speech | Tag::Clause | Tag::Future => return None,
            _ => {}
        }
    }
    match c.lexicon.language {
        Language::Kazakh => kazakh::expression(c, i),
        Language::Arabic => {
            let own = arabic::expression(c, i);
            let shared = grammar::expression(c, i);
            if own.as_ref().map_or(0, |found| found.0) >= shared.as_ref().map_or(0, |found| found.0) { own } else { shared }
        }
        Language::English => named.or_else(|| grammar::expression(c, i)),
        Language::Russian => grammar::expression(c, i),
    }
}

fn speaks_of_independence(time: &Time) -> bool {
    match time {
        Time::Independence => true,
        Time::Since(inner) | Time::After(inner) | Time::Before(inner) | Time::Until(inner) => **inner == Time::Independence,
        _ => false,
    }
}

fn lexicon(language: Language) -> &'static Lexicon {
    match language {
        Language::Arabic => &arabic::LEXICON,
        Language::English => &english::LEXICON,
        Language::Kazakh => &kazakh::LEXICON,
        Language::Russian => &russian::LEXICON,
    }
}

/// The language whose letters prevail.
fn by_script(text: &str) -> Language {
    let (mut arabic, mut cyrillic, mut latin, mut kazakh) = (0u32, 0u32, 0u32, 0u32);
    for letter in text.chars() {
        match letter {
            'a'..='z' | 'A'..='Z' => latin += 1,
            'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і' | 'Ә' | 'Ғ' | 'Қ' | 'Ң' | 'Ө' | 'Ұ' | 'Ү' | 'Һ' | 'І' => {
                kazakh += 1;
                cyrillic += 1;
            }
            '\u{400}'..='\u{4FF}' => cyrillic += 1,
            '\u{600}'..='\u{6FF}' => arabic += 1,
            _ => {}
        }
    }
    if arabic >= cyrillic && arabic >= latin && arabic > 0 {
        Language::Arabic
    } else if cyrillic >= latin && cyrillic > 0 {
        if kazakh > 0 { Language::Kazakh } else { Language::Russian }
    } else {
        Language::English
    }
}

#[cfg(test)]
mod tests;
