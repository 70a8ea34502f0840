//! "Tokayev said Russia had asked for talks, and denied that …": who is named only inside somebody's words does not go on speaking outside
//! of them.
//!
//! A claim whose speaker stands in another claim's content, while its own cue follows that content at once, belongs to the other claim's
//! speaker. "Kerry, who denied" is left alone, and so is a name that ends the content: there the content may be cut too late.

use mizan_record::Claim;
use mizan_text::{Language, Span};

use crate::sentence::{Sentence, words};

/// The rule's name in a record's origin.
pub const NAME: &str = "outer-speaker";

/// The most bytes between the one content and the other cue.
const NEAR: usize = 40;

/// Words that begin a clause about the name before them, by how they begin (folded).
const RELATIVE: [&str; 9] = ["who", "which", "whose", "that", "котор", "الذي", "التي", "الذين", "اللذان"];

/// Give the claims of a sentence, in the order of the text, their right speakers.
pub(crate) fn apply(sentence: &Sentence, claims: &mut [Claim]) {
    for at in 1..claims.len() {
        let Some(outer) = (0..at).rev().find(|&o| is_taken_from(sentence, &claims[o], &claims[at])) else { continue };
        claims[at].speaker = claims[outer].speaker;
        claims[at].origin.rules.push(NAME);
    }
}

/// Whether a claim took its speaker out of what another one says.
fn is_taken_from(sentence: &Sentence, outer: &Claim, claim: &Claim) -> bool {
    let (Some(speaker), Some(cue)) = (claim.speaker, &claim.cue) else { return false };
    let (place, said) = (sentence.place(speaker), outer.content.span);
    let is_inside = said.contains(place) && !words(sentence.between(place.end, said.end)).is_empty();
    // A Kazakh cue stands behind its own content.
    let next = Some(claim.content.span.start).filter(|&s| s >= said.end).map_or(cue.span.start, |s| s.min(cue.span.start));
    let follows = said.end <= next && next - said.end <= NEAR && sentence.is_free(said.end, next);
    // In Arabic the run of speakers knows who it is; elsewhere a speaker is taken only for a better one.
    let is_arabic = sentence.document.language == Some(Language::Arabic);
    let is_known = outer.speaker.map_or(is_arabic, |o| o != speaker);
    is_inside && follows && is_known && !is_relative(sentence, said, next)
}

fn is_relative(sentence: &Sentence, said: Span, next: usize) -> bool {
    words(sentence.between(said.end, next)).iter().any(|w| RELATIVE.iter().any(|r| w.starts_with(r)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{claim, document, mention};
    use mizan_record::Kind;

    /// The speaker of the second claim, which the encoder took to be the second of two mentions.
    fn speaker(language: Language, text: &str, who: [&str; 2], first: (&str, &str, Option<usize>), second: (&str, &str)) -> Option<usize> {
        let document = document(text, language);
        let mentions = who.map(|w| mention(&document, w, Kind::Person, "GOV", 0));
        let sentence = Sentence { document: &document, number: 1, mentions: &mentions, first: 0 };
        let mut claims = vec![claim(&document, first.0, first.1, first.2), claim(&document, second.0, second.1, Some(1))];
        apply(&sentence, &mut claims);
        claims[1].speaker
    }

    #[test]
    fn the_one_who_is_spoken_of_does_not_go_on() {
        let en = "Tokayev said Russia had asked for talks, and denied that troops would come";
        let first = ("said", "Russia had asked for talks", Some(0));
        assert_eq!(speaker(Language::English, en, ["Tokayev", "Russia"], first, ("denied", "troops would come")), Some(0));
        let ru = "Токаев сказал, что Россия просит о встрече, и добавил, что войск не будет";
        let first = ("сказал", "Россия просит о встрече", Some(0));
        assert_eq!(speaker(Language::Russian, ru, ["Токаев", "Россия"], first, ("добавил", "войск не будет")), Some(0));
        let kk = "Тоқаев: «Ресей кездесу сұрады», – деді және әскер жоқ деп қосты";
        let first = ("деді", "Ресей кездесу сұрады", Some(0));
        assert_eq!(speaker(Language::Kazakh, kk, ["Тоқаев", "Ресей"], first, ("қосты", "әскер жоқ")), Some(0));
        let ar = "وأشار بأن العبادي لا يستطيع الوقوف، ولفت بأن الجنوب تضرر";
        let first = ("وأشار", "العبادي لا يستطيع الوقوف", None);
        assert_eq!(speaker(Language::Arabic, ar, ["الوقوف", "العبادي"], first, ("لفت", "الجنوب تضرر")), None);
    }

    #[test]
    fn relative_clauses_and_new_subjects_are_left_alone() {
        let en = "Tokayev praised the plan that Kerry had brought, who said war was near";
        let first = ("praised", "the plan that Kerry had brought", Some(0));
        assert_eq!(speaker(Language::English, en, ["Tokayev", "Kerry"], first, ("said war", "war was near")), Some(1));
        let end = "Tokayev praised the plan of Kerry and said war was near";
        let first = ("praised", "the plan of Kerry", Some(0));
        assert_eq!(speaker(Language::English, end, ["Tokayev", "Kerry"], first, ("said", "war was near")), Some(1));
        let own = "Tokayev said talks had begun, and Russia denied that troops would come";
        let first = ("said", "talks had begun", Some(0));
        assert_eq!(speaker(Language::English, own, ["Tokayev", "Russia"], first, ("denied", "troops would come")), Some(1));
    }
}
