//! Arabic particles written onto a word (و ف ب ل ك) stay outside a mention, where the knowledge base knows the word behind them.
//!
//! The encoder's pieces often swallow the particle: it marks "وكازاخستان". The lexicon's match begins behind it.

use mizan_record::NameFound;
use mizan_text::{Language, Span};

/// The rule's name in a record's origin.
pub const NAME: &str = "proclitic";

/// The mention without a leading particle, when a name begins just behind it; otherwise the span as it was.
pub fn trim(text: &str, language: Option<Language>, span: Span, names: &[NameFound]) -> Span {
    if language != Some(Language::Arabic) {
        return span;
    }
    let behind = |n: &&NameFound| n.span.start > span.start && n.span.start < span.end && particles(&text[span.start..n.span.start]);
    names.iter().find(behind).map_or(span, |n| Span::new(n.span.start, span.end))
}

fn particles(head: &str) -> bool {
    head.chars().count() <= 2 && head.chars().all(|c| matches!(c, 'و' | 'ف' | 'ب' | 'ل' | 'ك'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use mizan_record::{Aspect, Identity, Kind};

    fn name(start: usize, end: usize) -> NameFound {
        let identity = Identity {
            key: "KAZ".into(),
            name: "Kazakhstan".into(),
            country: "KAZ".into(),
            sector: "GOV",
            kind: Kind::Polity,
            office: None,
        };
        NameFound { span: Span::new(start, end), aspect: Aspect::Name, identity, by_date: false, ambiguous: false }
    }

    #[test]
    fn only_particles_are_cut_and_only_before_a_known_name() {
        let text = "وكازاخستان";
        let whole = Span::new(0, text.len());
        assert_eq!(trim(text, Some(Language::Arabic), whole, &[name(2, text.len())]), Span::new(2, text.len()));
        assert_eq!(trim(text, Some(Language::Arabic), whole, &[]), whole);
        assert_eq!(trim(text, Some(Language::Russian), whole, &[name(2, text.len())]), whole);
        let longer = "رئيس كازاخستان";
        assert_eq!(trim(longer, Some(Language::Arabic), Span::new(0, longer.len()), &[name(9, longer.len())]), Span::new(0, longer.len()));
    }
}
