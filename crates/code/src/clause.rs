//! The words around an event's trigger, as far as its clause goes.

use mizan_record::{Document, Event, Mention};
use mizan_text::fold::fold;
use mizan_text::word::{WordKind, words};

/// A word of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ClauseWord {
    /// The word, folded.
    pub word: String,
    /// Where it begins, in bytes of the document.
    pub at: usize,
}

impl ClauseWord {
    /// Whether the word fits one of some patterns (see [`fits`]), with or without an Arabic particle before it.
    pub(crate) fn is(&self, patterns: &[&str]) -> bool {
        self.pattern(patterns).is_some()
    }

    /// The first of some patterns that the word fits.
    pub(crate) fn pattern<'p>(&self, patterns: &[&'p str]) -> Option<&'p str> {
        let bare = self.word.strip_prefix(['و', 'ف']).unwrap_or(&self.word);
        patterns.iter().copied().find(|p| fits(&self.word, p) || fits(bare, p))
    }

    /// Whether the word stands in one of an event's parties.
    pub(crate) fn in_party(&self, event: &Event, mentions: &[Mention]) -> bool {
        let mut parties = event.sources.iter().chain(&event.targets).map(|&m| mentions[m].evidence.span);
        parties.any(|s| s.start <= self.at && self.at < s.end)
    }
}

/// Whether a folded word is a pattern, or begins with it where the pattern ends in a star.
pub(crate) fn fits(word: &str, pattern: &str) -> bool {
    pattern.strip_suffix('*').map_or(word == pattern, |stem| word.starts_with(stem))
}

/// The words from the trigger's first on, to the end of the clause.
pub(crate) fn from_trigger(document: &Document, event: &Event) -> Vec<ClauseWord> {
    let (_, end) = sentence(document, event);
    let behind = event.evidence.span.end;
    let mut all = pieces(document, event.evidence.span.start, behind, false);
    all.extend(pieces(document, behind, end, true));
    all
}

/// The words from the trigger's first on, to the end of the sentence.
pub(crate) fn to_the_end(document: &Document, event: &Event) -> Vec<ClauseWord> {
    pieces(document, event.evidence.span.start, sentence(document, event).1, false)
}

/// The words from the beginning of the clause to the trigger's last.
pub(crate) fn up_to_trigger(document: &Document, event: &Event) -> Vec<ClauseWord> {
    let (start, _) = sentence(document, event);
    let here = event.evidence.span.start;
    let head = document.text.as_str().get(start..here).unwrap_or("");
    let from = words(head).iter().rev().find(|w| ends_clause(w.of(head))).map_or(start, |w| start + w.span.end);
    let mut all = pieces(document, from, here, false);
    all.extend(pieces(document, here, event.evidence.span.end, false));
    all
}

/// Where the event's sentence begins and ends.
pub(crate) fn sentence(document: &Document, event: &Event) -> (usize, usize) {
    let span = document.sections.get(event.evidence.sentence.saturating_sub(1)).map_or(event.evidence.span, |s| s.span);
    (span.start.min(event.evidence.span.start), span.end.max(event.evidence.span.end))
}

fn pieces(document: &Document, from: usize, to: usize, clause: bool) -> Vec<ClauseWord> {
    let text = document.text.as_str().get(from..to).unwrap_or("");
    let all = words(text);
    let end = all.iter().position(|w| clause && ends_clause(w.of(text))).unwrap_or(all.len());
    let letters = all[..end].iter().filter(|w| w.kind != WordKind::Mark);
    letters.map(|w| ClauseWord { word: fold(w.of(text)), at: from + w.span.start }).collect()
}

fn ends_clause(mark: &str) -> bool {
    matches!(mark, "." | "," | ";" | ":" | "،" | "؛" | "؟" | "?" | "!" | "(" | ")" | "–" | "—")
}
