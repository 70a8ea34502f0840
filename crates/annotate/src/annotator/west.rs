//! The adjective "Western" standing alone as a mention: «الغربي» in «الضغط الغربي على كازاخستان» is the West.
//!
//! The adjective means a side of the world as often as the pole, so the knowledge base does not have it; it is a name only where it is all
//! of a mention, no place, and the encoder's country is the West.

use mizan_record::{ActorFound, Aspect, Kind, NameFound};
use mizan_text::fold::fold;
use mizan_text::language::{arabic, kazakh, russian};
use mizan_text::{Language, Span};

use crate::lexicon::{Entry, Lexicon};

/// The key of the West, which is also its country code.
const WEST: &str = "WST";
/// How sure the encoder must be of the country.
const LEAST: f32 = 0.5;

/// Names for the mentions that are such an adjective and have no name yet.
pub(super) fn names(
    lexicon: &Lexicon,
    text: &str,
    language: Option<Language>,
    actors: &[ActorFound],
    known: &[NameFound],
) -> Vec<NameFound> {
    let Some(west) = lexicon.state(WEST) else { return Vec::new() };
    let entry = Entry { actor: west, aspect: Aspect::Adjective, term: None, in_office: false };
    let identity = lexicon.identity(&entry, Kind::Polity, language.unwrap_or(Language::English));
    let is_west = |actor: &&ActorFound| actor.kind != Kind::Place && actor.country == WEST && actor.country_confidence >= LEAST;
    let is_new = |span: Span| !known.iter().any(|name| name.span.overlaps(span));
    let spans =
        actors.iter().filter(is_west).map(|actor| actor.span).filter(|&span| is_new(span) && is_western(&text[span.start..span.end]));
    spans.map(|span| NameFound { span, aspect: Aspect::Adjective, identity: identity.clone(), by_date: false, ambiguous: false }).collect()
}

/// Whether words are nothing but the adjective, in any form, in one of the four languages.
fn is_western(words: &str) -> bool {
    let word = fold(words);
    let word = word.trim();
    let is_arabic = || arabic::readings(word).any(|reading| arabic::nisba(reading.rest) == Some("غربي"));
    let is_kazakh = || word.strip_prefix("батыс").is_some_and(|rest| rest.is_empty() || kazakh::takes("батыс", rest));
    // «Западно» is only half of a compound.
    let is_russian = word != "западно" && russian::is_form(word, "западный");
    word == "western" || is_russian || is_kazakh() || is_arabic()
}

#[cfg(test)]
mod tests {
    use super::*;
    use mizan_record::{Sector, Tone};

    fn keys(text: &str, kind: Kind, country: &str, sure: f32) -> Vec<String> {
        let actor = ActorFound {
            span: Span::new(0, text.len()),
            kind,
            country: country.to_owned(),
            country_confidence: sure,
            sector: Sector::default(),
            tone: Tone::Neutral,
            tone_confidence: 1.0,
            confidence: 1.0,
        };
        let found = names(&Lexicon::shipped(), text, None, &[actor], &[]);
        found.into_iter().map(|name| name.identity.key).collect()
    }

    #[test]
    fn the_adjective_alone_is_the_west() {
        for word in ["الغربي", "الغربية", "والغربيين", "للغربيين", "غربية", "Западные", "западного", "western", "батыс", "батыстың"]
        {
            assert_eq!(keys(word, Kind::Polity, "WST", 0.9), ["WST"], "{word}");
        }
    }

    #[test]
    fn a_side_of_the_world_and_longer_phrases_are_not() {
        assert!(keys("الغربية", Kind::Place, "WST", 0.9).is_empty());
        assert!(keys("الغربية", Kind::Polity, "PSE", 0.9).is_empty());
        assert!(keys("западных", Kind::Group, "WST", 0.3).is_empty());
        for words in ["العقوبات الغربية", "западные санкции", "غريب", "Западно", "northwestern", "الغرباء", "مغربي", "батыстау"]
        {
            assert!(keys(words, Kind::Polity, "WST", 0.9).is_empty(), "{words}");
        }
    }
}
