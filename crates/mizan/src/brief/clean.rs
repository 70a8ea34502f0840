//! Text from outside, made harmless for a terminal; and which way it runs.

use unicode_width::UnicodeWidthChar;

/// Marks beyond this number on one letter are dropped: they would pile up over the lines above.
const MOST_MARKS: usize = 8;

/// Which way letters run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// As in Latin and Cyrillic script.
    LeftToRight,
    /// As in Arabic and Hebrew script.
    RightToLeft,
}

/// The text on one line: white space run together, controls, bidi controls and other invisible characters taken out.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            marks = 0;
        } else if !is_hidden(c) {
            marks = if columns(c) == 0 { marks + 1 } else { 0 };
            if marks <= MOST_MARKS {
                out.push(c);
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The text cut to so many columns, at a word where there is one, with an ellipsis where something was left out.
pub(crate) fn shorten(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    // One column is kept for the ellipsis.
    let mut used = 1;
    let fits = |c: &char| {
        used += columns(*c);
        used <= most
    };
    let end: usize = text.chars().take_while(fits).map(char::len_utf8).sum();
    let cut = &text[..end];
    let at_word = if text[end..].starts_with(' ') { Some(end) } else { cut.rfind(' ').filter(|&at| at * 2 > end) };
    let kept = cut[..at_word.unwrap_or(end)].trim_end_matches([' ', ',', '،', ';', '؛', ':', '-', '–', '—']);
    format!("{kept}…")
}

/// Columns that a text takes, counted letter by letter.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// Columns that a character takes.
pub(super) fn columns(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// The way most of its letters run; `None` when it has no letters.
pub(super) fn direction(text: &str) -> Option<Direction> {
    let (mut right_to_left, mut left_to_right) = (0, 0);
    for way in text.chars().filter_map(strong) {
        match way {
            Direction::RightToLeft => right_to_left += 1,
            Direction::LeftToRight => left_to_right += 1,
        }
    }
    match (right_to_left, left_to_right) {
        (0, 0) => None,
        (r, l) if r >= l => Some(Direction::RightToLeft),
        _ => Some(Direction::LeftToRight),
    }
}

/// The way a letter runs.
pub(super) fn strong(c: char) -> Option<Direction> {
    match c {
        _ if !c.is_alphabetic() => None,
        _ if in_right_to_left_block(c) => Some(Direction::RightToLeft),
        _ => Some(Direction::LeftToRight),
    }
}

/// Whether a character would disturb a line that runs the given way: letters that run against it, and digits in a right-to-left one.
pub(crate) fn disturbs(c: char, line: Direction) -> bool {
    match line {
        Direction::LeftToRight => in_right_to_left_block(c),
        Direction::RightToLeft => c.is_numeric() || strong(c) == Some(Direction::LeftToRight),
    }
}

/// The blocks whose characters are right-to-left by default (Unicode Bidirectional Character Type, `DerivedBidiClass.txt`).
fn in_right_to_left_block(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// Controls, bidi controls, and what shows nothing: soft hyphen, zero-width space, byte order mark, annotation and tag characters. The
/// joiners U+200C and U+200D stay, since they shape letters.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(c, '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_go_and_letters_stay() {
        assert_eq!(clean("a\u{202E}b\u{1b}[31m \r\n\t c\u{9b}\u{200f}\u{feff} "), "ab[31m c");
        assert_eq!(clean("قال\u{200f}\u{2067} می\u{200c}روم"), "قال می\u{200c}روم");
        assert_eq!(clean(&format!("a{}b", "\u{301}".repeat(1000))), format!("a{}b", "\u{301}".repeat(MOST_MARKS)));
        assert_eq!(clean(" \u{2028}\0 "), "");
    }

    #[test]
    fn a_text_is_cut_at_a_word() {
        assert_eq!(shorten("one two, three", 14), "one two, three");
        assert_eq!(shorten("one two, three", 11), "one two…");
        assert_eq!(shorten(&"x".repeat(50), 5), "xxxx…");
        assert_eq!(shorten("日本語", 5), "日本…");
        assert_eq!(width(&shorten(&"слово ".repeat(2000), 64)), 60);
    }

    #[test]
    fn most_letters_decide_the_direction() {
        assert_eq!(direction("NATO قال الأمين العام"), Some(Direction::RightToLeft));
        assert_eq!(direction("the الجزيرة channel said"), Some(Direction::LeftToRight));
        assert_eq!(direction("2022-01"), None);
    }
}
