//! Names printed together with the word beside them: "передаетTengrinews.kz", "годуКасым-Жомарт Токаев", "Армении15".
//!
//! Where a page loses a space, the text is read once more with a space at each place where one may be lost; of that second reading only
//! whole names count that stand right there.

use super::search::{Form, Match};
use mizan_text::Span;

/// The fewest letters of a name that is looked for inside a printed word.
const LEAST: usize = 4;

/// A text with the spaces that it may have lost.
pub(super) struct Parted {
    pub(super) text: String,
    /// Where spaces were put in, in bytes of [`Parted::text`], in order.
    spaces: Vec<usize>,
}

impl Parted {
    /// The text with a space where the script changes, between letters and figures, and between a word in small letters and a capital;
    /// `None` when there is no such place.
    pub(super) fn of(text: &str) -> Option<Parted> {
        let (mut parted, mut spaces, mut small) = (String::new(), Vec::new(), 0);
        let mut before = ' ';
        for (at, c) in text.char_indices() {
            if is_seam(before, c, small) {
                if spaces.is_empty() {
                    parted.push_str(&text[..at]);
                }
                spaces.push(parted.len());
                parted.push(' ');
            }
            if !spaces.is_empty() {
                parted.push(c);
            }
            small = small_letters(before, c, small);
            before = c;
        }
        (!spaces.is_empty()).then_some(Parted { text: parted, spaces })
    }

    /// What was found before, with the whole names of the parted text that stand at a seam. A whole name found before keeps its place.
    pub(super) fn add<'l>(&self, mut found: Vec<Match<'l>>, parted: Vec<Match<'l>>) -> Vec<Match<'l>> {
        for mut one in parted {
            let inside = self.spaces.iter().any(|&space| one.span.start < space && space < one.span.end);
            let letters = self.text[one.span.start..one.span.end].chars().filter(|c| c.is_alphabetic()).count();
            if one.form != Form::Full || inside || letters < LEAST || !self.is_at_a_seam(one.span) {
                continue;
            }
            one.span = Span::new(self.place(one.span.start), self.place(one.span.end));
            let whole = |other: &Match| other.form == Form::Full && other.span.overlaps(one.span);
            if !found.iter().any(whole) {
                found.retain(|other| !other.span.overlaps(one.span));
                found.push(one);
            }
        }
        found.sort_by_key(|one| one.span);
        found
    }

    fn is_at_a_seam(&self, span: Span) -> bool {
        self.spaces.iter().any(|&space| space + 1 == span.start || space == span.end)
    }

    /// The place in the text as printed.
    fn place(&self, at: usize) -> usize {
        at - self.spaces.partition_point(|&space| space < at)
    }
}

/// Whether a space may be lost between two characters; before a capital only behind two or more small letters and no capital ("годуКасым",
/// not AirAstana). `small` counts the small letters from the word's beginning on.
fn is_seam(before: char, c: char, small: u32) -> bool {
    let Some(script_before) = script(before) else { return false };
    script(c).map_or(c.is_ascii_digit(), |script| script != script_before || (small > 1 && c.is_uppercase()))
}

/// Small letters from the word's beginning to a letter, when there are no others; otherwise 0.
fn small_letters(before: char, c: char, small: u32) -> u32 {
    let goes_on = small > 0 || script(before).is_none();
    if goes_on && script(c).is_some_and(|script| script != Script::Arabic) && c.is_lowercase() { small + 1 } else { 0 }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
}

/// The script of a letter.
fn script(c: char) -> Option<Script> {
    match c {
        'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' => Some(Script::Latin),
        '\u{400}'..='\u{52F}' => Some(Script::Cyrillic),
        '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}' => Some(Script::Arabic),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_go_where_one_may_be_lost() {
        let parted = |text: &str| Parted::of(text).map(|parted| parted.text);
        assert_eq!(parted("передаетTengrinews.kzсо").as_deref(), Some("передает Tengrinews.kz со"));
        assert_eq!(parted("В годуКасым-Жомарт").as_deref(), Some("В году Касым-Жомарт"));
        assert_eq!(parted("Армении15").as_deref(), Some("Армении 15"));
        for whole in ["AirAstana", "КазМунайГаз", "iPhone", "2022 год", "Касым-Жомарт", "وأعلن"] {
            assert_eq!(parted(whole), None, "{whole}");
        }
    }
}
