//! Runs of stops, and whether a sentence ends with one.

use super::Source;
use super::abbreviation::{self, Abbreviation, starts_sentence};
use super::glued;
use super::next::Next;
use crate::language::{Language, arabic, english};
use crate::mark::{is_closer, is_stop};
use crate::word::is_invisible;

/// A run of stops with the quotes and brackets that close after it.
pub(super) struct Run {
    pub(super) start: usize,
    /// After the closing marks.
    pub(super) end: usize,
    /// Only dots, and how many; `None` when another stop is among them.
    pub(super) dots: Option<usize>,
    /// Whether a quotation closes in it.
    quoted: bool,
}

/// A name in quotation marks has no more than this many bytes; what is longer is speech.
const NAME: usize = 120;
/// So many bytes must lie before two dots in Arabic for a sentence to end there.
const PAUSE: usize = 100;

impl Run {
    pub(super) fn at(source: &Source, start: usize) -> Run {
        let text = source.text;
        let mut run = Run { start, end: start, dots: Some(0), quoted: false };
        for (at, c) in text[start..].char_indices() {
            match c {
                '.' => run.dots = run.dots.map(|dots| dots + 1),
                '…' => run.dots = run.dots.map(|dots| dots + 3),
                _ if is_stop(c) => run.dots = None,
                '"' | '»' | '”' | '“' | '\'' if source.quotes.opens(start + at) => break,
                '"' | '»' | '”' | '“' => run.quoted = true,
                _ if is_closer(c) || is_invisible(c) => {}
                _ => break,
            }
            run.end = start + at + c.len_utf8();
        }
        run.end = after_footnote(text, run.end);
        run
    }

    /// Whether the sentence that began at `from` ends here.
    pub(super) fn ends_sentence(&self, source: &Source, from: usize) -> bool {
        let text = source.text;
        let next = Next::after(text, self.end);
        if next.nothing {
            return true;
        }
        if self.start == from || text[from..self.start].trim_end().ends_with(['[', '(']) {
            return false;
        }
        if next.lower || next.separator || next.dash_lower || (self.quoted && next.dash) {
            return false;
        }
        if self.dots.is_none() && self.quoted && says(next.rest, source.language) {
            return false;
        }
        let ends = if next.spaced { self.ends_before_space(source, from, &next) } else { glued::ends(self, source, from, &next) };
        ends && !self.is_in_name(source, from)
    }

    fn ends_before_space(&self, source: &Source, from: usize, next: &Next) -> bool {
        match self.dots {
            Some(1) => self.dot_ends(source, from, next),
            _ => !self.is_pause(source.text) || self.pause_ends(source, from, next),
        }
    }

    /// Whether it is two dots, which are more often a pause than a stop in Arabic.
    pub(super) fn is_pause(&self, text: &str) -> bool {
        self.dots == Some(2) && text[self.start..].starts_with("..")
    }

    /// Whether two dots end a sentence: before Arabic only where much was said, and the next word begins a sentence of its own.
    pub(super) fn pause_ends(&self, source: &Source, from: usize, next: &Next) -> bool {
        let goes_on = || {
            let until = next.rest.char_indices().take(120).find(|&(_, c)| is_stop(c)).map_or(next.rest, |(at, _)| &next.rest[..at]);
            until.split_whitespace().nth(3).is_some()
        };
        let outside = || source.quotes.around(self.start).is_none();
        !next.arabic || (self.start - from >= PAUSE && outside() && starts_sentence(next.rest, source.language) && goes_on())
    }

    /// Whether marks close after the stop.
    pub(super) fn is_closed(&self, text: &str) -> bool {
        text[self.start..self.end].contains(is_closer)
    }

    /// Whether a single dot is a full stop: no abbreviation, initial or number of a list.
    pub(super) fn dot_ends(&self, source: &Source, from: usize, next: &Next) -> bool {
        let word = word_before(source.text, from, self.start);
        if word.is_empty() || self.is_closed(source.text) {
            return true;
        }
        let before = &source.text[from..self.start - word.len()];
        if word.chars().all(char::is_numeric) && (before.is_empty() || begins_list(word, before)) {
            return false;
        }
        match abbreviation::of(word, before, next, source.language) {
            None | Some(Abbreviation::Last) => true,
            Some(Abbreviation::Inside) => false,
            Some(Abbreviation::Figure) => !next.first.is_numeric(),
            Some(Abbreviation::Either) => !next.dash && starts_sentence(next.rest, source.language),
        }
    }

    /// Whether it stands inside the name of a work, a shop, an action: `альбом «Город. Люди» вышел`. Speech is longer, or stands after a
    /// colon or comma, or ends with a stop of its own.
    fn is_in_name(&self, source: &Source, from: usize) -> bool {
        let Some((open, close)) = source.quotes.around(self.start) else { return false };
        if open < from || close < self.end || close - open > NAME {
            return false;
        }
        let (before, inside) = (&source.text[from..open], &source.text[open..close]);
        let after_word = before.ends_with(char::is_whitespace) && before.trim_end().ends_with(char::is_alphanumeric);
        let goes_on = || source.text[close..].chars().skip(1).find(|c| !c.is_whitespace()).is_some_and(char::is_lowercase);
        let ends = inside.trim_end_matches('\'').ends_with(|c: char| is_stop(c) || c == ',');
        (after_word || (open == from && goes_on())) && !ends && !inside.contains('\n')
    }
}

/// Whether a number opens a list: the first after a colon, `двух частей: 1. Отбор`.
fn begins_list(number: &str, before: &str) -> bool {
    let before = before.trim_end().strip_suffix(':');
    matches!(number, "1" | "١") && before.is_some_and(|before| before.ends_with(char::is_alphabetic))
}

/// Past the footnote numbers of encyclopaedias: `text.[1][2] Next`.
fn after_footnote(text: &str, mut end: usize) -> usize {
    while let Some(rest) = text[end..].strip_prefix('[') {
        let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
        if digits == 0 || !rest[digits..].starts_with(']') {
            break;
        }
        end += digits + 2;
    }
    end
}

/// The word that ends at `end`, with the dots and hyphens inside it, at most some 30 letters of it.
pub(super) fn word_before(text: &str, from: usize, end: usize) -> &str {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\u{0640}' | '\u{064B}'..='\u{0652}');
    let start = text[from..end].char_indices().rev().take(32).take_while(|&(_, c)| inside(c)).last();
    start.map_or("", |(at, _)| text[from + at..end].trim_start_matches(['-', '.']))
}

/// Whether one of the next few words says who spoke: the quotation before them belongs to the same sentence.
fn says(rest: &str, language: Option<Language>) -> bool {
    let near: Vec<&str> = rest.split_whitespace().take(4).collect();
    let english = || near.iter().any(|word| english::is_saying(word.split(['.', ',', ':']).next().unwrap_or("")));
    let arabic = || near.first().is_some_and(|word| arabic::is_saying(word));
    match language {
        Some(Language::English) => english(),
        Some(Language::Arabic) => arabic(),
        None => english() || arabic(),
        _ => false,
    }
}
