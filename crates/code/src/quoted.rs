//! The quotations of a document, also those that go over the ends of sentences.
//!
//! Marks that show their side may hold a quotation of several paragraphs; of the plain ones (`"`, `''`) the space around them tells which side
//! they are, and they hold one paragraph, or several that each open with the mark again. Where the marks are no pairs nothing is found.

use mizan_record::{Document, Section};
use mizan_text::Span;

/// The marks that open, each with those that close it.
const PAIRS: [(&str, &[&str]); 5] = [("«", &["»"]), ("“", &["”"]), ("„", &["“", "”"]), ("\"", &["\""]), ("''", &["''"])];
const MARKS: [&str; 7] = ["«", "»", "“", "”", "„", "\"", "''"];
/// A quotation longer than this many bytes is not followed: the marks are probably not a pair.
const LONGEST: usize = 3000;

/// A quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// What stands between the marks.
    pub span: Span,
    /// The sections in which it opens and closes, counted from 0.
    pub first: usize,
    pub last: usize,
}

/// All quotations that stand in no other one, in the order of the text.
pub(crate) fn quotations(document: &Document) -> Vec<Quotation> {
    let mut reader = Reader { text: document.text.as_str(), open: None, found: Vec::new() };
    let mut before = None;
    for (number, section) in document.sections.iter().enumerate() {
        reader.section(number, section, before != Some(section.paragraph));
        before = Some(section.paragraph);
    }
    reader.found
}

/// A quotation that is not closed yet.
struct Open {
    pair: (&'static str, &'static [&'static str]),
    start: usize,
    first: usize,
    /// How many marks of its kind are open.
    depth: usize,
}

struct Reader<'t> {
    text: &'t str,
    open: Option<Open>,
    found: Vec<Quotation>,
}

impl Reader<'_> {
    fn section(&mut self, number: usize, section: &Section, new_paragraph: bool) {
        let mut at = section.span.start;
        self.open = self.open.take().filter(|open| !section.heading && at <= open.start + LONGEST);
        if section.heading {
            return;
        }
        if new_paragraph {
            at = self.paragraph(at);
        }
        while let Some(next) = self.text.get(at..section.span.end).and_then(|rest| rest.chars().next()) {
            let mark = MARKS.into_iter().find(|m| self.text[at..section.span.end].starts_with(m));
            if let Some(mark) = mark {
                self.mark(mark, at, number);
            }
            at += mark.map_or(next.len_utf8(), str::len);
        }
    }

    /// Where reading goes on in a new paragraph: behind the mark that only says that the quotation is still open.
    fn paragraph(&mut self, at: usize) -> usize {
        let Some(open) = &self.open else { return at };
        let mark = open.pair.0;
        if self.text[at..].starts_with(mark) {
            return at + mark.len();
        }
        if is_plain(mark) {
            self.open = None;
        }
        at
    }

    fn mark(&mut self, mark: &'static str, at: usize, number: usize) {
        let opens = !is_plain(mark) || opens(self.text, at, mark);
        let Some(open) = &mut self.open else {
            let pair = PAIRS.into_iter().find(|(o, _)| *o == mark && (opens || !closes(self.text, at, mark)));
            self.open = pair.map(|pair| Open { pair, start: at + mark.len(), first: number, depth: 1 });
            return;
        };
        if mark == open.pair.0 && opens {
            open.depth += 1;
        } else if open.pair.1.contains(&mark) {
            open.depth -= 1;
        }
        if open.depth == 0 {
            let span = Span::new(open.start, at);
            if !span.is_empty() && span.len() <= LONGEST {
                self.found.push(Quotation { span, first: open.first, last: number });
            }
            self.open = None;
        }
    }
}

fn is_plain(mark: &str) -> bool {
    matches!(mark, "\"" | "''")
}

/// Whether a plain mark stands before a word, with space or a mark before it; an Arabic particle may be written onto it.
fn opens(text: &str, at: usize, mark: &str) -> bool {
    let before = text[..at].chars().next_back();
    let free = before.is_none_or(|c| c.is_whitespace() || "([:–—-«“„".contains(c) || ('ء'..='ي').contains(&c));
    free && !ends_behind(text, at, mark)
}

/// Whether a plain mark stands right behind a word or mark, and none begins behind it.
fn closes(text: &str, at: usize, mark: &str) -> bool {
    text[..at].chars().next_back().is_some_and(|c| !c.is_whitespace()) && ends_behind(text, at, mark)
}

fn ends_behind(text: &str, at: usize, mark: &str) -> bool {
    let behind = text[at + mark.len()..].chars().next();
    behind.is_none_or(|c| c.is_whitespace() || ".,;:!?…)]»”،؛؟-–—".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::document;
    use mizan_text::Language;

    /// The quotations of a text with a sentence in each line; a line that begins with `|` begins a paragraph.
    fn found(text: &str) -> Vec<String> {
        let mut document = document(&text.replace('|', ""), Language::English);
        let mut paragraph = 0;
        for (line, section) in text.split('\n').zip(&mut document.sections) {
            paragraph += usize::from(line.starts_with('|'));
            section.paragraph = paragraph;
        }
        quotations(&document).iter().map(|q| document.text.quote(q.span).replace('\n', " ")).collect()
    }

    #[test]
    fn quotations_go_over_the_ends_of_sentences() {
        assert_eq!(found("قال: «أ.\nب»."), ["أ. ب"]);
        assert_eq!(found("Он сказал: \"А.\nБ \"Газпром\" В\", – и ушел."), ["А. Б \"Газпром\" В"]);
        assert_eq!(found("«А «Б» В.\nГ», – деді ол."), ["А «Б» В. Г"]);
        assert_eq!(found("He said: ''A.\nB.'' It rained."), ["A. B."]);
        assert_eq!(found("„A.\nB“ and “C”"), ["A. B", "C"]);
        assert_eq!(found("وصفه بـ\"الرجل\" و\"البطل\""), ["الرجل", "البطل"]);
    }

    #[test]
    fn a_paragraph_ends_a_quotation_in_plain_marks_unless_it_opens_again() {
        assert_eq!(found("|\"A.\n|B\" C."), Vec::<String>::new());
        assert_eq!(found("|\"A.\n|\"B,\" he said."), ["A. \"B,"]);
        assert_eq!(found("|“A.\n|“B,” he said."), ["A. “B,"]);
        assert_eq!(found("|«А.\n|Б», – сказал он."), ["А. Б"]);
    }

    #[test]
    fn marks_that_are_no_pairs_hold_nothing() {
        assert_eq!(found("A 5\" pipe.\nB."), Vec::<String>::new());
        assert_eq!(found("«A «B».\nC."), Vec::<String>::new());
        assert_eq!(found("Israel's and Iran's\nB's"), Vec::<String>::new());
    }
}
