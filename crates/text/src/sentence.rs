//! Sentences with their places.
//!
//! Nothing but white space is left out: spans and gaps, put together, are the text. A text is cut three times: at its stops (`run`),
//! at seams where scraping lost both stop and space (`seam`), and, where it is still too long to read, at semicolons (`long`).
//! What each language abbreviates lies with the language.

mod abbreviation;
mod glued;
mod long;
mod next;
mod quotes;
mod run;
mod seam;

pub(crate) use abbreviation::Abbreviation;

use crate::language::Language;
use crate::mark::is_stop;
use crate::span::Span;
use quotes::Quotes;
use run::Run;

/// A sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its place in the text given, without the space around it.
    pub span: Span,
}

/// A text with what must be known about all of it before it can be cut anywhere.
struct Source<'t> {
    text: &'t str,
    quotes: Quotes,
    language: Option<Language>,
}

/// The sentences of a text, in order. A blank line always ends one.
///
/// ```
/// use mizan_text::{Language, sentences};
/// let text = "Mr. Smith left the U.S. on Monday. «Жоқ!» – деді ол.";
/// let quotes: Vec<_> = sentences(text, Some(Language::English)).iter().map(|s| &text[s.span.start..s.span.end]).collect();
/// assert_eq!(quotes, ["Mr. Smith left the U.S. on Monday.", "«Жоқ!» – деді ол."]);
/// ```
pub fn sentences(text: &str, language: Option<Language>) -> Vec<Sentence> {
    let source = Source { text, quotes: Quotes::of(text), language };
    let pieces = by_stops(&source).into_iter().flat_map(|span| seam::pieces(&source, span));
    pieces.flat_map(|span| long::pieces(&source, span)).map(|span| Sentence { span }).collect()
}

/// The text cut at its stops and blank lines.
fn by_stops(source: &Source) -> Vec<Span> {
    let text = source.text;
    let mut spans = Vec::new();
    let mut start = text.len() - text.trim_start().len();
    let mut at = start;
    while let Some(found) = text[at..].find(|c: char| is_stop(c) || c == '\n') {
        let stop = at + found;
        let (end, is_end) = match text.as_bytes()[stop] {
            b'\n' => (stop + 1, starts_blank_line(&text[stop + 1..])),
            _ => {
                let run = Run::at(source, stop);
                (run.end, run.ends_sentence(source, start))
            }
        };
        at = end;
        if is_end {
            spans.push(Span::new(start, end).trimmed(text));
            start = text.len() - text[end..].trim_start().len();
            at = start;
        }
    }
    spans.push(Span::new(start, text.len()).trimmed(text));
    spans.retain(|span| !span.is_empty());
    spans
}

/// A span cut at some places inside it, in order; the white space there is left out.
fn cut(text: &str, span: Span, places: &[usize]) -> Vec<Span> {
    let starts = std::iter::once(span.start).chain(places.iter().copied());
    let ends = places.iter().copied().chain(std::iter::once(span.end));
    let spans = starts.zip(ends).map(|(start, end)| Span::new(start, end).trimmed(text));
    spans.filter(|span| !span.is_empty()).collect()
}

/// Whether a line feed comes before anything that shows. Looks a little ahead only; longer blanks count as blank lines.
fn starts_blank_line(rest: &str) -> bool {
    rest.chars().take(200).find(|&c| c == '\n' || !c.is_whitespace()).is_none_or(|c| c == '\n') && !rest.is_empty()
}

#[cfg(test)]
mod tests;
