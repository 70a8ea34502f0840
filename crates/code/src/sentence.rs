//! One sentence of a report with the mentions in it, for rules that look at the words beside them.

use mizan_record::{Document, Mention};
use mizan_text::Span;
use mizan_text::fold::fold;

/// A sentence. `mentions` may be those of the whole report; the first of them is number `first` there.
#[derive(Clone, Copy)]
pub(crate) struct Sentence<'d> {
    pub(crate) document: &'d Document,
    /// Its number, counted from 1.
    pub(crate) number: usize,
    pub(crate) mentions: &'d [Mention],
    pub(crate) first: usize,
}

impl<'d> Sentence<'d> {
    /// Its place in the document.
    pub(crate) fn span(&self) -> Span {
        self.document.sections.get(self.number - 1).map_or(Span::new(0, 0), |s| s.span)
    }

    /// The mention of a number in the report.
    pub(crate) fn mention(&self, number: usize) -> &'d Mention {
        &self.mentions[number - self.first]
    }

    /// The place of the mention of a number.
    pub(crate) fn place(&self, number: usize) -> Span {
        self.mention(number).evidence.span
    }

    /// The sentence's own mentions by their numbers, in the order of the text.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = usize> {
        let (first, own) = (self.first, self.number);
        self.mentions.iter().enumerate().filter(move |(_, m)| m.evidence.sentence == own).map(move |(n, _)| first + n)
    }

    /// What is printed between two places; nothing where they overlap.
    pub(crate) fn between(&self, from: usize, to: usize) -> &'d str {
        self.document.text.as_str().get(from..to).unwrap_or("")
    }

    /// What is printed before a place, from the sentence's beginning.
    pub(crate) fn before(&self, at: usize) -> &'d str {
        self.between(self.span().start, at)
    }

    /// What is printed behind a place, up to the sentence's end.
    pub(crate) fn behind(&self, at: usize) -> &'d str {
        self.between(at, self.span().end)
    }

    /// Whether no mention stands between two places.
    pub(crate) fn is_free(&self, from: usize, to: usize) -> bool {
        from >= to || !self.numbers().any(|n| self.place(n).overlaps(Span::new(from, to)))
    }

    /// The mention that ends directly before a place, with nothing but space and some of `words` between.
    pub(crate) fn just_before(&self, at: usize, words: &[&str]) -> Option<usize> {
        let ends = |n: &usize| self.place(*n).end <= at && self.is_free(self.place(*n).end, at);
        self.numbers().filter(ends).find(|&n| only(self.between(self.place(n).end, at), words))
    }
}

/// Whether a text holds nothing but space and some of `words` (folded).
pub(crate) fn only(text: &str, words: &[&str]) -> bool {
    fold(text).split_whitespace().all(|w| words.contains(&w))
}

/// The folded words of a text, without the marks on them.
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()).filter(|w| !w.is_empty()).collect()
}

#[cfg(test)]
pub(crate) mod fixture {
    //! Reports of a few sentences for the tests of rules.

    use super::*;
    use crate::assemble::evidence;
    use mizan_record::{Claim, ClaimKind, Kind, Origin, Resolution, Section, Sector, Tone};
    use mizan_text::Language;

    /// A document of sentences, one a line.
    pub(crate) fn document(text: &str, language: Language) -> Document {
        let mut sections = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            sections.push(Section { span: Span::new(start, start + line.len()), heading: false, paragraph: 0 });
            start += line.len() + 1;
        }
        Document { language: Some(language), sections, ..crate::sample::document(text) }
    }

    /// The place of the first occurrence of some words, and its sentence.
    pub(crate) fn place(document: &Document, words: &str) -> (usize, Span) {
        let start = document.text.as_str().find(words).unwrap_or_else(|| panic!("{words}"));
        let span = Span::new(start, start + words.len());
        (1 + document.sections.iter().position(|s| s.span.contains(span)).unwrap(), span)
    }

    fn origin() -> Origin {
        Origin { by: "test".into(), confidence: 0.9, rules: Vec::new() }
    }

    pub(crate) fn mention(document: &Document, words: &str, kind: Kind, sector: &str, actor: usize) -> Mention {
        let (number, span) = place(document, words);
        Mention {
            evidence: evidence(document, number, span),
            kind,
            country: String::new(),
            sector: Sector::from_code(sector),
            tone: Tone::Neutral,
            tone_confidence: 1.0,
            actor,
            resolution: Resolution::Encoder,
            origin: origin(),
        }
    }

    pub(crate) fn claim(document: &Document, cue: &str, content: &str, speaker: Option<usize>) -> Claim {
        let (number, span) = place(document, content);
        Claim {
            speaker,
            carried_speaker: None,
            kind: ClaimKind::Statement,
            cue: Some(evidence(document, number, place(document, cue).1)),
            content: evidence(document, number, span),
            about: Vec::new(),
            origin: origin(),
        }
    }
}
