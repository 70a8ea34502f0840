//! Seams: places where scraping joined two pieces of a page and lost both the stop and the space between them.
//!
//! Only these show for certain: an item of a list behind its bullet (`Ещё■Суд начался`), a sentence behind the time of a teaser
//! (`14:30Суд начался`), a word that has a capital only where a sentence begins (`министерстваВ городе`), and whatever has a capital, or
//! is a day, behind a caption (`Фото акиматаСуд начался`, `Фото акимата16 апреля`). Elsewhere a capital inside a word may only begin a name: `судьяВерховного суда`.

use super::abbreviation::starts_sentence;
use super::{Source, cut};
use crate::mark::{is_bullet, is_closer, is_stop};
use crate::script::{self, Script};
use crate::span::Span;

/// Words that begin sentences have fewer letters.
const LETTERS: usize = 20;

/// Words that captions begin with.
const CAPTIONS: [&str; 13] = [
    "Фото",
    "Видео",
    "Кадр",
    "Эскиз",
    "Скриншот",
    "Коллаж",
    "Инфографика",
    "Иллюстрация",
    "Посмотреть",
    "Сурет",
    "Суреті",
    "Бейне",
    "Көрініс",
];

/// The months, as they follow a day.
const MONTHS: [&str; 24] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
];

/// A sentence cut at its seams.
pub(super) fn pieces(source: &Source, span: Span) -> Vec<Span> {
    let text = &source.text[span.start..span.end];
    let first = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let mut caption = CAPTIONS.contains(&first);
    let mut before = ' ';
    let mut places = Vec::new();
    for (at, c) in text.char_indices() {
        let (left, right) = text.split_at(at);
        let seam = match c {
            _ if is_bullet(c) => is_item(left),
            _ if before.is_whitespace() => false,
            '"' | '«' | '“' => {
                let words = &right[c.len_utf8()..];
                begins_after_time(left, words) || (caption && source.quotes.opens(span.start + at) && ends_caption(left, words))
            }
            _ if before.is_numeric() => begins_after_time(left, right),
            _ if c.is_numeric() => caption && before.is_lowercase() && is_day(right),
            _ => c.is_uppercase() && (begins_by_word(source, span.start, span.start + at) || (caption && ends_caption(left, right))),
        };
        if seam {
            places.push(span.start + at);
            caption = false;
        }
        before = c;
    }
    cut(source.text, span, &places)
}

/// Whether a caption ends between small letters and a capital: `Фото акимата` and `Суд`, `Фото: gov.kz` and `Суд`, but not `КазМунай` and
/// `Газ`.
fn ends_caption(before: &str, after: &str) -> bool {
    let word = || before.chars().rev().take(LETTERS).take_while(|c| c.is_alphabetic());
    let small = word().take(3).filter(|c| c.is_lowercase()).count() == 3;
    let mut letters = after.chars();
    let begins = letters.next().is_some_and(|c| c.is_uppercase() && !c.is_ascii()) && letters.next().is_some_and(char::is_lowercase);
    let site = before.ends_with(|c: char| c.is_ascii_lowercase());
    (small || site) && begins && word().filter(|c| c.is_uppercase()).count() < 2
}

/// Whether a day of a month comes first: `16 апреля`.
fn is_day(words: &str) -> bool {
    let day = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words[day..].trim_start();
    let month = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    (1..=2).contains(&day) && MONTHS.iter().any(|name| month.starts_with(name))
}

/// Whether a bullet after this begins an item: it touches the word before it, or a stop or colon stands there, or another item.
fn is_item(before: &str) -> bool {
    let text = before.trim_end();
    let touches = text.len() == before.len() && text.ends_with(|c: char| c.is_alphanumeric() || is_closer(c));
    !text.is_empty() && (touches || text.starts_with(is_bullet) || text.ends_with(|c: char| is_stop(c) || ":;؛".contains(c)))
}

/// Whether a time of day ends here and words begin: `14:30` and `Суд`.
fn begins_after_time(before: &str, after: &str) -> bool {
    let mut last = before.chars().rev();
    let time = [last.next(), last.next(), last.next(), last.next()];
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    if time[2] != Some(':') || ![time[0], time[1], time[3]].into_iter().all(digit) {
        return false;
    }
    let mut letters = after.chars();
    let (first, second) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
    let arabic = |c: char| script::of(c) == Some(Script::Arabic);
    let third = letters.next().unwrap_or(' ');
    (first.is_uppercase() && (second.is_lowercase() || (second == ' ' && third.is_lowercase())))
        || (arabic(first) && arabic(second) && arabic(third))
}

/// Whether a word that only begins sentences stands at once after small letters or a closing mark: `МинфинаВ стране`, `(фото)Кроме того`.
fn begins_by_word(source: &Source, from: usize, place: usize) -> bool {
    let (before, after) = (&source.text[from..place], &source.text[place..]);
    let small = before.chars().rev().take(3).filter(|c| c.is_lowercase()).count() == 3;
    let site = before.chars().rev().take(2).all(|c| c.is_ascii_lowercase()) && !after.starts_with(|c: char| c.is_ascii());
    let mark = before.chars().next_back().filter(|&c| is_closer(c) && !matches!(c, '"' | '\'' | '’'));
    let closed = mark.is_some_and(|c| !source.quotes.opens(place - c.len_utf8()));
    if !(closed || ((small || site) && !is_tag(before))) {
        return false;
    }
    let length = after.char_indices().take(LETTERS).find(|(_, c)| !c.is_alphabetic()).map_or(0, |(at, _)| at);
    let (word, rest) = after.split_at(length);
    let ends = rest.starts_with([' ', '\u{A0}']) || (rest.starts_with(',') && word.len() > 4);
    let shown = rest.trim_start().chars().next().unwrap_or(' ');
    let is_word = match word.chars().count() {
        // `гепатит А`
        1 => shown.is_lowercase() && !word.is_ascii() && word != "А",
        // `LinkedIn`
        2 => !word.is_ascii(),
        _ => true,
    };
    ends && is_word && starts_sentence(after, source.language)
}

/// Whether the last word is the tag of a topic, the name of a user or an address: `#WeAreHere`.
fn is_tag(before: &str) -> bool {
    before.chars().rev().take(40).take_while(|c| !c.is_whitespace()).any(|c| "#@/_".contains(c))
}
