//! Stops whose space was lost when a page was scraped: `вошли.Потом`, `закрыт."Мы`, `انتهى.وقال`.
//!
//! A dot inside a word is the rule and a lost space the exception, so both sides must look like it: a whole word before the dot, and after
//! it something that begins a sentence. Names of sites and files, initials, abbreviations and section numbers stay whole.

use super::Source;
use super::abbreviation::starts_sentence;
use super::next::Next;
use super::run::{Run, word_before};
use crate::domain;
use crate::mark::{is_bullet, is_closer};
use crate::script::{self, Script};

/// What stands right after the stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    /// A capital and small letters: `Потом`.
    Capital,
    /// A capital alone: `В`.
    Letter,
    /// Capitals: `МВД`.
    Capitals,
    /// An Arabic word.
    Arabic,
    /// A figure.
    Figure,
    /// A bullet, the sign of the rights in a picture, or what a name or a topic begins with in social media.
    Sign,
}

/// Whether a sentence ends with stops that no space follows.
pub(super) fn ends(run: &Run, source: &Source, from: usize, next: &Next) -> bool {
    let before = &source.text[from..run.start];
    let Some(start) = start_of(next) else { return false };
    let closed = run.is_closed(source.text) || before.ends_with(|c: char| is_closer(c) || "%٪°$€₸₽+".contains(c));
    if start == Start::Sign {
        return before.ends_with(|c: char| c.is_alphanumeric() || ")»”".contains(c));
    }
    if run.dots == Some(1) || closed {
        return if closed { closed_ends(start, source, next) } else { dot_ends(run, start, source, from, next) };
    }
    match run.dots {
        None => match start {
            Start::Capital | Start::Arabic => before.ends_with(char::is_alphanumeric),
            Start::Letter => starts_alone(source, next),
            _ => false,
        },
        // An ellipsis holds together what stands on both sides of it.
        Some(_) => run.is_pause(source.text) && next.arabic && run.pause_ends(source, from, next),
    }
}

fn start_of(next: &Next) -> Option<Start> {
    if next.shown.starts_with(|c: char| "©@#".contains(c) || is_bullet(c)) {
        return Some(Start::Sign);
    }
    if next.shown.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) {
        return None;
    }
    let mut letters = next.rest.chars().skip(1);
    let (second, third) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
    let titled = second == '-' && third.is_lowercase();
    match next.first {
        c if c.is_numeric() => Some(Start::Figure),
        c if script::of(c) == Some(Script::Arabic) => (next.word().chars().nth(1).is_some()).then_some(Start::Arabic),
        c if !c.is_uppercase() => None,
        _ if second.is_uppercase() => Some(Start::Capitals),
        _ if second.is_lowercase() || titled || "'’ʼ".contains(second) => Some(Start::Capital),
        _ => Some(Start::Letter),
    }
}

/// After a closing mark: `«Луч».Потом`, `(7 %).В`.
fn closed_ends(start: Start, source: &Source, next: &Next) -> bool {
    match start {
        Start::Letter => starts_alone(source, next),
        Start::Figure => is_counted(next),
        _ => true,
    }
}

/// A capital alone that is a word, and no initial or letter of a list.
fn starts_alone(source: &Source, next: &Next) -> bool {
    let after = next.rest.chars().nth(1).unwrap_or(' ');
    (after.is_whitespace() || after == ',') && starts_sentence(next.rest, source.language)
}

/// A figure that counts something or numbers an item, and is no part of a name: `3 апреля`, `20 000 домов`, `42-летний`, `2. Отбор`,
/// `2005: Суд`.
fn is_counted(next: &Next) -> bool {
    let number = |c: char| c.is_numeric() || matches!(c, ' ' | '\u{A0}' | ',');
    let end = next.rest.char_indices().take(12).find(|&(_, c)| !number(c)).map_or(0, |(at, _)| at);
    let (figures, after) = next.rest.split_at(end);
    let first = after.chars().next().unwrap_or(' ');
    let second = |mark: &str| after.strip_prefix(mark).and_then(|rest| rest.chars().next()).unwrap_or(' ');
    let arabic = |c: char| script::of(c) == Some(Script::Arabic);
    let begins = |c: char| c.is_uppercase() || arabic(c);
    match figures.ends_with(char::is_numeric) {
        true => second("-").is_lowercase() || begins(second(". ")) || second(": ").is_alphabetic(),
        false => first.is_lowercase() || arabic(first),
    }
}

/// After a word or a number.
fn dot_ends(run: &Run, start: Start, source: &Source, from: usize, next: &Next) -> bool {
    let word = word_before(source.text, from, run.start);
    if source.text[from..run.start].ends_with(char::is_whitespace) {
        // A stop that was put behind its space: `20 лет .В городе`, but not `the .NET tools`.
        let word = script::of(next.first) != Some(Script::Latin) && !matches!(start, Start::Letter | Start::Figure);
        return word || starts_sentence(next.rest, source.language);
    }
    if word.is_empty() || is_name_with_dot(word, next) || !run.dot_ends(source, from, next) {
        return false;
    }
    let last = word.rsplit('.').next().unwrap_or(word);
    if last.chars().all(|c| c.is_numeric() || c == '-') {
        return number_ends(word, start, source, next);
    }
    let before = Before::of(word, last);
    match start {
        Start::Capital => before.takes_capital(source, next),
        Start::Letter => starts_alone(source, next) || (before.is_small(next) && is_initial(next)),
        Start::Capitals => before.is_small(next) || before.is_site || (before.is_cyrillic() && next.word().chars().nth(2).is_some()),
        Start::Arabic => before.takes_arabic(next),
        Start::Figure => (before.is_word || before.is_site) && is_counted(next),
        Start::Sign => true,
    }
}

/// Whether the dot belongs to a name: of a site, a file, or one of the brands that are written so.
fn is_name_with_dot(word: &str, next: &Next) -> bool {
    let brand = matches!(word.to_lowercase().as_str(), "яндекс" | "yandex" | "мой" | "mail");
    let glued = next.shown.len() == next.rest.len();
    glued && (brand || domain::is_top_level(next.word()))
}

/// After a number: `в 10:00.Суд`, `عام 2015.وقال`, but not `1.2.A` or `п.3.Общие`.
fn number_ends(word: &str, start: Start, source: &Source, next: &Next) -> bool {
    let section = word.contains('.') && word.contains(char::is_alphabetic);
    match start {
        Start::Capital | Start::Arabic => !section,
        Start::Letter => !next.first.is_ascii() && !word.contains('.') && starts_alone(source, next),
        Start::Capitals => !next.first.is_ascii() && next.word().chars().nth(2).is_some(),
        _ => false,
    }
}

/// Whether an initial follows: `А.`
fn is_initial(next: &Next) -> bool {
    next.rest.chars().nth(1) == Some('.')
}

/// What is known of the word before the dot, or of the part of it behind its last dot.
struct Before {
    script: Option<Script>,
    /// Letters at its end, at most six.
    letters: usize,
    /// More than one, and the last three are small.
    small: bool,
    /// All capitals, more than one.
    capitals: bool,
    /// It is long enough for a word that a figure may follow.
    is_word: bool,
    is_site: bool,
    /// No dot stands in it.
    whole: bool,
}

impl Before {
    fn of(word: &str, last: &str) -> Before {
        let tail: Vec<char> = last.chars().rev().filter(|c| !matches!(c, '\u{0640}' | '\u{064B}'..='\u{0652}')).take(6).collect();
        let letters = tail.iter().take_while(|c| c.is_alphabetic()).count();
        let script = tail.first().and_then(|&c| script::of(c));
        let small = letters > 1 && tail.iter().take(letters.min(3)).all(|c| c.is_lowercase());
        let is_word = match script {
            Some(Script::Latin) => letters > 4 && tail.iter().all(|c| c.is_lowercase()),
            Some(Script::Cyrillic) => letters > 2 && small,
            Some(Script::Arabic) => letters > 2,
            None => false,
        };
        let capitals = letters > 1 && tail.iter().all(|c| c.is_uppercase());
        let whole = word.len() == last.len();
        Before { script, letters, small, capitals, is_word, is_site: !whole && domain::is_top_level(last), whole }
    }

    /// Three small letters in the script of what follows.
    fn is_small(&self, next: &Next) -> bool {
        self.small && self.letters > 2 && self.script == script::of(next.first)
    }

    fn is_cyrillic(&self) -> bool {
        self.script == Some(Script::Cyrillic) && self.letters > 2
    }

    fn takes_capital(&self, source: &Source, next: &Next) -> bool {
        match (self.script, script::of(next.first)) {
            // Two Latin words and a dot are more often a name than a lost space.
            (Some(Script::Latin), Some(Script::Latin)) => {
                let word = self.whole && (self.small || (self.capitals && next.word().chars().nth(2).is_some()));
                word || self.is_small(next) || self.is_site || starts_sentence(next.rest, source.language)
            }
            (Some(Script::Cyrillic), Some(Script::Latin)) => self.letters > 1,
            (Some(_), Some(_)) => true,
            // `чип М2.Потом`
            _ => self.letters == 0,
        }
    }

    fn takes_arabic(&self, next: &Next) -> bool {
        self.script.map_or_else(|| next.word().chars().nth(2).is_some(), |_| self.letters > 1)
    }
}
