//! «Россия не уйдёт», – сказал он: who is named only in a quotation does not speak it.
//!
//! The encoder sometimes sees a part of a quotation as what is said, and a name in the rest of it as the speaker. Once the quotation is made
//! whole, such a speaker is none, and the one who spoke before may go on. Nor does anybody speak whose name stands behind the "that" of his cue
//! («بينت أن اللاعب صديق مقرب»).

use mizan_record::Claim;
use mizan_text::Span;

use crate::pronoun;
use crate::sentence::{Sentence, words};

/// The rule's name in a record's origin.
pub const NAME: &str = "own-words";

const OPENS: [char; 4] = ['«', '“', '„', '"'];
const CLOSES: [char; 3] = ['»', '”', '"'];

/// Words for "that" (folded); the Arabic ones are known by [`pronoun::is_that`].
const THAT: [&str; 2] = ["that", "что"];

/// Take a claim from a speaker who stands in the quotation that it is. `found` is what the encoder took for what is said.
pub(crate) fn apply(sentence: &Sentence, claim: &mut Claim, found: Span) {
    let Some(speaker) = claim.speaker.map(|s| sentence.place(s)) else { return };
    let said = claim.content.span;
    let is_longer = said.contains(speaker) && speaker.len() < said.len();
    if is_longer && (!found.overlaps(speaker) || is_quotation(sentence, said) || is_behind_that(sentence, claim)) {
        claim.speaker = None;
        claim.origin.rules.push(NAME);
    }
}

/// Whether a content follows its cue with nothing but "that" between.
fn is_behind_that(sentence: &Sentence, claim: &Claim) -> bool {
    let Some(cue) = claim.cue.as_ref().filter(|cue| cue.span.end <= claim.content.span.start) else { return false };
    let is_that = |w: &String| pronoun::is_that(w) || THAT.contains(&w.as_str());
    let (own, between) = (words(&cue.quote), words(sentence.between(cue.span.end, claim.content.span.start)));
    between.iter().all(is_that) && (!between.is_empty() || own.last().is_some_and(is_that))
}

/// Whether a content is all that stands between two quotation marks.
fn is_quotation(sentence: &Sentence, said: Span) -> bool {
    let inside = sentence.between(said.start, said.end);
    let behind = sentence.behind(said.end).trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '!' | '?' | '…'));
    !inside.contains(OPENS) && !inside.contains(CLOSES) && sentence.before(said.start).ends_with(OPENS) && behind.starts_with(CLOSES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{claim, document, mention, place};
    use mizan_record::Kind;
    use mizan_text::Language;

    fn speaker(language: Language, text: &str, who: &str, cue: &str, said: &str, found: &str) -> Option<usize> {
        let document = document(text, language);
        let mentions = [mention(&document, who, Kind::Polity, "GOV", 0)];
        let sentence = Sentence { document: &document, number: 1, mentions: &mentions, first: 0 };
        let mut claim = claim(&document, cue, said, Some(0));
        apply(&sentence, &mut claim, place(&document, found).1);
        claim.speaker
    }

    #[test]
    fn who_is_named_in_a_quotation_does_not_speak_it() {
        let (ar, ru, en, kk) = (Language::Arabic, Language::Russian, Language::English, Language::Kazakh);
        for (language, text, who, cue, said, found) in [
            (ar, "وقال: «روسيا لن تنسحب، والحرب مستمرة»", "روسيا", "قال", "روسيا لن تنسحب، والحرب مستمرة", "الحرب مستمرة"),
            (ru, "«Россия не уйдёт, война идёт», – сказал он", "Россия", "сказал", "Россия не уйдёт, война идёт", "война идёт"),
            (en, "“We in Russia will stay.” he said", "Russia", "said", "We in Russia will stay", "We in Russia will stay"),
            (kk, "«Ресей кетпейді, соғыс жүруде», – деді ол", "Ресей", "деді", "Ресей кетпейді, соғыс жүруде", "соғыс жүруде"),
        ] {
            assert_eq!(speaker(language, text, who, cue, said, found), None, "{text}");
        }
    }

    #[test]
    fn who_is_named_behind_that_does_not_speak() {
        let (ar, ru, en, kk) = (Language::Arabic, Language::Russian, Language::English, Language::Kazakh);
        for (language, text, who, cue, said) in [
            (ar, "بينت أن اللاعب صديق مقرب لها", "اللاعب صديق مقرب", "بينت", "اللاعب صديق مقرب لها"),
            (ru, "Отметил, что Россия не уйдёт", "Россия", "Отметил", "Россия не уйдёт"),
            (en, "It was said that Russia will stay", "Russia", "said", "Russia will stay"),
        ] {
            assert_eq!(speaker(language, text, who, cue, said, said), None, "{text}");
        }
        assert_eq!(speaker(kk, "Айтты Тоқаев бұл маңызды", "Тоқаев", "Айтты", "Тоқаев бұл маңызды", "Тоқаев бұл маңызды"), Some(0));
        assert_eq!(speaker(ar, "بينت روسيا أن الحرب بعيدة", "روسيا", "بينت", "الحرب بعيدة", "الحرب بعيدة"), Some(0));
    }

    #[test]
    fn speakers_outside_and_words_without_marks_are_left_alone() {
        let (ar, ru, en, kk) = (Language::Arabic, Language::Russian, Language::English, Language::Kazakh);
        for (language, text, who, cue, said) in [
            (ar, "وقال نوموف: «روسيا لن تنسحب»", "نوموف", "قال", "روسيا لن تنسحب"),
            (ru, "«Газпром» не уйдёт, как заявил", "Газпром", "заявил", "«Газпром» не уйдёт"),
            (en, "Lavrov said: “Russia will stay”", "Lavrov", "said", "Russia will stay"),
            (kk, "Тоқаев бұл маңызды деді", "Тоқаев", "деді", "Тоқаев бұл маңызды"),
        ] {
            assert_eq!(speaker(language, text, who, cue, said, said), Some(0), "{text}");
        }
    }
}
