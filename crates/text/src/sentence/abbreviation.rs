//! What the dot after a word is.

use super::next::Next;
use crate::language::{Language, arabic, english, kazakh, russian};

/// What the dot after a word may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Never the end of a sentence: `Mr.`, `ул.`
    Inside,
    /// The end only when the next word plainly begins a sentence: `U.S.`, `млрд.`
    Either,
    /// Never the end before a figure, and a word like any other elsewhere: `No.`
    Figure,
    /// Closes a list; before a capital the sentence ends with it: `и т.д.`
    Last,
}

/// What the dot after a word is, in one language or, when it is unknown, in any. `before` is the sentence up to the word.
pub(super) fn of(word: &str, before: &str, next: &Next, language: Option<Language>) -> Option<Abbreviation> {
    let folded = word.to_lowercase();
    if matches!(folded.as_str(), "д" | "п" | "б") && before.trim_end().ends_with("т.") {
        return Some(Abbreviation::Last);
    }
    if is_word_here(word, &folded, before, next) {
        return None;
    }
    if is_spelt(word, next) {
        return Some(Abbreviation::Inside);
    }
    listed(word, &folded, language).or_else(|| initial(word))
}

/// Whether what may be an abbreviation elsewhere is a word, a unit or a numeral here.
fn is_word_here(word: &str, folded: &str, before: &str, next: &Next) -> bool {
    match folded {
        // Centimetres, feet.
        "см" | "ft" => before.trim_end().ends_with(char::is_numeric),
        // Kilometres an hour.
        "ч" => before.ends_with('/'),
        // `о нем.`, `он араб.`, but `(нем. Bundestag)`.
        "нем" | "англ" | "араб" | "каз" | "лат" => !(before.ends_with('(') || next.first.is_ascii_alphabetic()),
        // Roman: `Николай I.`, `Спутник V.`
        _ => matches!(word, "I" | "V" | "X") && !next.first.is_ascii(),
    }
}

fn listed(word: &str, folded: &str, language: Option<Language>) -> Option<Abbreviation> {
    let by_language = |language| match language {
        Language::Arabic => arabic::abbreviation(folded),
        Language::English => english::abbreviation(folded),
        Language::Kazakh => kazakh::abbreviation(folded).or_else(|| russian::abbreviation(folded)),
        Language::Russian => russian::abbreviation(folded),
    };
    match language {
        Some(Language::English) => by_language(Language::English),
        Some(language) => by_language(language).or_else(|| if word.is_ascii() { english::abbreviation(folded) } else { None }),
        None => Language::ALL.into_iter().find_map(by_language),
    }
}

/// Whether the names of two Latin letters stand on both sides of the dot, as in the names of agencies: `بي. بي. سي`.
fn is_spelt(word: &str, next: &Next) -> bool {
    let last = word.rsplit('.').next().unwrap_or(word);
    arabic::is_letter_name(last) && arabic::is_letter_name(next.word())
}

/// An initial (`В.`, `Дж.`), also behind others or an abbreviation (`Ж.-К.`, `им.Г.`), or a row of single letters (`т.е.`, `U.S.`).
fn initial(word: &str) -> Option<Abbreviation> {
    let word = word.strip_prefix('و').filter(|rest| !rest.is_empty()).unwrap_or(word);
    let last = word.rsplit('.').next().unwrap_or(word).trim_start_matches('-');
    let mut letters = last.chars().filter(|&c| c != '\u{0640}');
    let single = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    (single || matches!(last, "Дж" | "Дз")).then_some(Abbreviation::Either)
}

/// Whether the words begin with one that plainly begins a sentence.
pub(super) fn starts_sentence(rest: &str, language: Option<Language>) -> bool {
    let end = rest.char_indices().take(20).find(|&(_, c)| !c.is_alphabetic()).map_or(rest.len().min(40), |(at, _)| at);
    let Some(word) = rest.get(..end) else { return false };
    if rest[end..].starts_with('.') || word.is_empty() {
        return false;
    }
    let starts = |language| match language {
        Language::Arabic => arabic::starts_sentence(word),
        Language::English => english::starts_sentence(word),
        Language::Kazakh => kazakh::starts_sentence(word) || russian::starts_sentence(word),
        Language::Russian => russian::starts_sentence(word),
    };
    match language {
        Some(language) => starts(language),
        None => Language::ALL.into_iter().any(starts),
    }
}
