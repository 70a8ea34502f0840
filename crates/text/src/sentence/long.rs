//! Sentences too long to read: paragraphs in which only semicolons part what is said.

use super::{Source, cut};
use crate::span::Span;

/// More letters than this are cut, where they can be.
const LONG: usize = 600;
/// Both parts have at least as many letters.
const PART: usize = 80;

/// A sentence, or the parts of one that is too long, cut at as few of its semicolons as will do. What stands in quotation marks or brackets
/// is never parted, and neither is a sentence that is not too long: what is said after a semicolon often hangs on who was named before it.
pub(super) fn pieces(source: &Source, span: Span) -> Vec<Span> {
    if span.len() <= LONG {
        return vec![span];
    }
    let text = &source.text[span.start..span.end];
    let total = text.chars().count();
    let (mut start, mut last, mut depth) = (0, None, 0_usize);
    let mut places = Vec::new();
    for (number, (at, c)) in text.char_indices().enumerate() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '؛' | ';' if depth == 0 && number - start >= PART && total - number >= PART && parts(source, span.start + at, c) => {
                last = Some((number + 1, span.start + at + c.len_utf8()));
            }
            _ => {}
        }
        if number - start >= LONG
            && let Some((number, place)) = last.take()
        {
            places.push(place);
            start = number;
        }
    }
    cut(source.text, span, &places)
}

/// Whether a semicolon parts words in the open.
fn parts(source: &Source, at: usize, c: char) -> bool {
    source.text[at + c.len_utf8()..].starts_with(char::is_whitespace) && source.quotes.around(at).is_none()
}
