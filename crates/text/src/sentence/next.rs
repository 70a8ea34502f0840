//! What follows a run of stops.

use crate::mark::{is_dash, is_opener};
use crate::word::is_invisible;

/// What follows a run of stops.
pub(super) struct Next<'t> {
    /// Nothing but space until the end.
    pub(super) nothing: bool,
    /// White space follows at once.
    pub(super) spaced: bool,
    /// From the first character that shows on.
    pub(super) shown: &'t str,
    /// The first character that is no space, opening quote or dash.
    pub(super) first: char,
    /// It is a small letter.
    pub(super) lower: bool,
    /// It is Arabic.
    pub(super) arabic: bool,
    /// A comma, colon or semicolon comes first.
    pub(super) separator: bool,
    /// A dash comes first.
    pub(super) dash: bool,
    /// A dash comes first, and then a small letter.
    pub(super) dash_lower: bool,
    /// From the first letter or digit on.
    pub(super) rest: &'t str,
}

impl<'t> Next<'t> {
    pub(super) fn after(text: &'t str, end: usize) -> Next<'t> {
        let spaced = text[end..].starts_with(char::is_whitespace);
        let shown = text[end..].trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c));
        let dash = shown.starts_with(is_dash);
        // Stops are not passed over: looking ahead must end at the next one, or many of them would cost the square.
        let passed = |c: char| is_opener(c) || is_invisible(c) || c.is_whitespace() || is_dash(c);
        let rest = shown.trim_start_matches(passed);
        let first = rest.chars().next().unwrap_or(' ');
        let separator = shown.starts_with([',', ';', ':', '،', '؛']);
        let arabic = ('\u{0600}'..='\u{06FF}').contains(&first);
        let lower = first.is_lowercase();
        Next { nothing: shown.is_empty(), spaced, shown, first, lower, arabic, separator, dash, dash_lower: dash && lower, rest }
    }

    /// The word that comes first, at most some 30 letters of it.
    pub(super) fn word(&self) -> &'t str {
        let end = self.rest.char_indices().take(30).take_while(|(_, c)| c.is_alphabetic()).last();
        end.map_or("", |(at, c)| &self.rest[..at + c.len_utf8()])
    }
}
