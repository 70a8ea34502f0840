//! "Kerry: we have reached an agreement with Russia": in a headline, what stands behind a name and a colon is that name's word; and so is
//! what stands behind a person's name, a matter and a colon («Карин о законе: …»), or in quotation marks before a dash and a person at the
//! end («"…" - Токаев»).
//!
//! The guide lets a headline's colon be the cue. Where the encoder finds no claim in such a heading, its events would be printed as facts.

use mizan_record::{Claim, ClaimKind, Document, Kind, Mention, Origin};
use mizan_text::Span;
use mizan_text::fold::fold;

use crate::assemble::evidence;

/// The rule's name in a record's origin.
pub const NAME: &str = "headline-colon";

/// Words between a person and the matter that he speaks on, folded; in Kazakh they stand behind it.
const ON: [&str; 7] = ["о", "об", "обо", "on", "about", "عن", "حول"];
const ON_IT: [&str; 2] = ["туралы", "жайлы"];

/// What is no matter to speak on: "Trump on trial: …".
const NO_MATTER: [&str; 10] = ["trial", "tour", "visit", "tape", "camera", "edge", "defensive", "run", "stand", "way"];

/// The most words of such a matter, and the fewest of a quotation: a shorter one is likely a title or a club.
const MATTER: usize = 5;
const QUOTATION: usize = 3;

/// Marks that open and that close a quotation.
const OPENING: [char; 5] = ['"', '«', '“', '„', '”'];
const CLOSING: [char; 4] = ['"', '»', '”', '“'];

/// The claim of a heading that is told by a colon or a dash and no word. `mentions` are those of the heading, the first of them number
/// `first` of the report.
pub fn claim(document: &Document, number: usize, mentions: &[Mention], first: usize, model: &str) -> Option<Claim> {
    let section = document.sections.get(number - 1).filter(|s| s.heading)?;
    let text = document.text.as_str();
    let Cued { at, cue, content } = by_colon(text, section.span, mentions).or_else(|| by_dash(text, section.span, mentions))?;
    (!content.is_empty()).then(|| Claim {
        speaker: Some(first + at),
        carried_speaker: None,
        kind: ClaimKind::Statement,
        cue: Some(evidence(document, number, cue)),
        content: evidence(document, number, content),
        about: (0..mentions.len()).filter(|&m| content.contains(mentions[m].evidence.span)).map(|m| first + m).collect(),
        origin: Origin { by: model.to_owned(), confidence: mentions[at].origin.confidence, rules: vec![NAME] },
    })
}

/// A speaker (the number of a mention), the mark that says so, and what is said.
struct Cued {
    at: usize,
    cue: Span,
    content: Span,
}

/// A mention (a person, body or state, not a place) at the head and a colon behind it, or behind the matter that a person speaks on.
fn by_colon(text: &str, heading: Span, mentions: &[Mention]) -> Option<Cued> {
    let at = mentions.iter().position(|m| m.evidence.span.start == heading.start && m.kind != Kind::Place)?;
    let behind = mentions[at].evidence.span.end;
    let (between, rest) = text.get(behind..heading.end)?.split_once(':')?;
    let may_stand = between.trim().is_empty() || (is_person(&mentions[at]) && is_matter(between));
    if !may_stand {
        return None;
    }
    let colon = behind + between.len();
    let content = Span::new(heading.end - rest.trim_start().len(), heading.end);
    Some(Cued { at, cue: Span::new(colon, colon + 1), content })
}

/// A quotation at the head, a dash, and a person at the end.
fn by_dash(text: &str, heading: Span, mentions: &[Mention]) -> Option<Cued> {
    let end = heading.start + text.get(heading.start..heading.end)?.trim_end().len();
    let at = mentions.iter().position(|m| m.evidence.span.end == end && is_person(m))?;
    let head = text.get(heading.start..mentions[at].evidence.span.start)?;
    let inside = head.strip_prefix(OPENING)?;
    let (before, dash) = inside.trim_end().char_indices().next_back()?;
    let said = inside[..before].trim_end().strip_suffix(CLOSING)?;
    let is_one = !said.contains(OPENING) && !said.contains(CLOSING) && said.split_whitespace().count() >= QUOTATION;
    let start = heading.start + head.len() - inside.len();
    let cue = Span::new(start + before, start + before + dash.len_utf8());
    (is_one && matches!(dash, '-' | '–' | '—')).then(|| Cued { at, cue, content: Span::new(start, start + said.len()) })
}

fn is_person(mention: &Mention) -> bool {
    matches!(mention.kind, Kind::Person | Kind::Role)
}

/// Whether words are such as "on the ceasefire", "о новом законе", "заң туралы".
fn is_matter(words: &str) -> bool {
    let folded = fold(words);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let on = words.first().is_some_and(|first| ON.contains(first)) || words.last().is_some_and(|last| ON_IT.contains(last));
    let plain = folded.chars().all(|c| c.is_alphanumeric() || c.is_whitespace() || c == '-');
    on && plain && (2..=MATTER).contains(&words.len()) && !words.iter().any(|word| NO_MATTER.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use mizan_record::{Resolution, Section, Sector, Tone};

    fn found(text: &str, name: &str, heading: bool) -> Option<String> {
        let start = text.find(name).unwrap();
        let document =
            Document { sections: vec![Section { span: Span::new(0, text.len()), heading, paragraph: 0 }], ..sample::document(text) };
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
            ("Карин о законе: он нужен всем", "Карин", "он нужен всем"),
            ("Kerry on the ceasefire: it holds", "Kerry", "it holds"),
            ("لافروف عن الهدنة: لا نثق بها", "لافروف", "لا نثق بها"),
            ("Тоқаев жаңа заң туралы: бәріне керек", "Тоқаев", "бәріне керек"),
            ("\"Войны не будет никогда\" - Токаев", "Токаев", "Войны не будет никогда"),
            ("«Біз соғысты қаламаймыз» – Тоқаев", "Тоқаев", "Біз соғысты қаламаймыз"),
            ("“We will not leave Syria” — Kerry", "Kerry", "We will not leave Syria"),
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
        assert_eq!(found("Kerry on trial: what we know", "Kerry", true), None);
        assert_eq!(found("Kerry flies to Moscow on Monday: talks", "Kerry", true), None);
        assert_eq!(found("\"Сталкер\" - Тарковский", "Тарковский", true), None);
        assert_eq!(found("Войны не будет никогда - Токаев", "Токаев", true), None);
        assert_eq!(found("\"Войны не будет никогда\" - Токаев", "Токаев", false), None);
    }
}
