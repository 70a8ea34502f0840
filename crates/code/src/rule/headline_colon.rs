//! "Kerry: we have reached an agreement with Russia": in a headline, what stands behind a name and a colon is that name's word.
//!
//! The guide lets a headline's colon be the cue. Where the encoder finds no claim in such a heading, its events would be printed as facts.

use mizan_record::{Claim, ClaimKind, Document, Kind, Mention, Origin};
use mizan_text::Span;

use crate::assemble::evidence;

/// The rule's name in a record's origin.
pub const NAME: &str = "headline-colon";

/// The claim of a heading that begins with a mention (a person, body or state, not a place) and a colon. `mentions` are those of the
/// heading, the first of them number `first` of the report.
pub fn claim(document: &Document, number: usize, mentions: &[Mention], first: usize, model: &str) -> Option<Claim> {
    let section = document.sections.get(number - 1).filter(|s| s.heading)?;
    let text = document.text.as_str();
    let at = mentions.iter().position(|m| m.evidence.span.start == section.span.start && m.kind != Kind::Place)?;
    let behind = mentions[at].evidence.span.end;
    let colon = behind + text.get(behind..section.span.end)?.find(|c: char| !c.is_whitespace())?;
    let rest = text.get(colon..section.span.end)?.strip_prefix(':')?;
    let content = Span::new(section.span.end - rest.trim_start().len(), section.span.end);
    (!content.is_empty()).then(|| Claim {
        speaker: Some(first + at),
        carried_speaker: None,
        kind: ClaimKind::Statement,
        cue: Some(evidence(document, number, Span::new(colon, colon + 1))),
        content: evidence(document, number, content),
        about: (0..mentions.len()).filter(|&m| content.contains(mentions[m].evidence.span)).map(|m| first + m).collect(),
        origin: Origin { by: model.to_owned(), confidence: mentions[at].origin.confidence, rules: vec![NAME] },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use mizan_record::{Resolution, Section, Sector, Tone};
    use mizan_text::Text;

    fn found(text: &str, name: &str, heading: bool) -> Option<String> {
        let start = text.find(name).unwrap();
        let document = Document {
            id: String::new(),
            source: String::new(),
            outlet: None,
            language: None,
            title: None,
            published: None,
            dateline: None,
            text: Text::new(text),
            sections: vec![Section { span: Span::new(0, text.len()), heading, paragraph: 0 }],
            doubts: Vec::new(),
        };
        let mention = Mention {
            evidence: evidence(&document, 1, Span::new(start, start + name.len())),
            kind: Kind::Person,
            country: String::new(),
            sector: Sector::default(),
            tone: Tone::Neutral,
            tone_confidence: 1.0,
            actor: 0,
            resolution: Resolution::Named,
            origin: Origin { by: "test".into(), confidence: 0.9, rules: Vec::new() },
        };
        claim(&document, 1, &[mention], 0, "test").map(|c| c.content.quote)
    }

    #[test]
    fn a_name_and_a_colon_at_the_head_are_speaker_and_cue() {
        for (text, name, content) in [
            ("كيري: توصلنا لاتفاق مع روسيا", "كيري", "توصلنا لاتفاق مع روسيا"),
            ("Песков : переговоры продолжатся", "Песков", "переговоры продолжатся"),
            ("Blinken: US will send aid", "Blinken", "US will send aid"),
            ("Тоқаев: келіссөз қажет", "Тоқаев", "келіссөз қажет"),
        ] {
            assert_eq!(found(text, name, true).as_deref(), Some(content));
        }
    }

    #[test]
    fn sentences_and_later_names_are_left_alone() {
        assert_eq!(found("Kerry: a life in politics", "Kerry", false), None);
        assert_eq!(found("Talks with Kerry: what next", "Kerry", true), None);
        assert_eq!(found("Kerry meets Lavrov: talks", "Kerry", true), None);
        assert_eq!(found("Kerry:", "Kerry", true), None);
    }
}
