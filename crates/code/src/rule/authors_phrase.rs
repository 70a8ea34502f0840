//! "It is worth noting that …", "ومن الجدير بالذكر أن", "следует отметить", "айта кету керек": the author's own phrase attributes nothing.

use mizan_record::Claim;
use mizan_text::fold::fold;

use crate::sentence::{Sentence, words};

/// The phrases (folded), by what may stand around a cue.
const PHRASES: [&str; 29] = [
    "الجدير ذكره",
    "الجدير بالذكر",
    "جدير بالذكر",
    "جدير ذكره",
    "تجدر الاشاره",
    "يجدر الاشاره",
    "تجدر بالاشاره",
    "الجدير بالاشاره",
    "следует отметить",
    "стоит отметить",
    "нужно отметить",
    "надо отметить",
    "необходимо отметить",
    "следует напомнить",
    "стоит напомнить",
    "важно отметить",
    "worth noting",
    "worth mentioning",
    "worth recalling",
    "should be noted",
    "айта кету керек",
    "айта кетсек",
    "айта кетейік",
    "айта кеткен жөн",
    "атап өту керек",
    "атап өткен жөн",
    "еске салайық",
    "еске сала кетейік",
    "айта кетерлігі",
];

/// Russian verbs of the author's "we" that stand alone.
const WE: [&str; 3] = ["отметим", "напомним", "заметим"];

/// How many words beside a cue may belong to such a phrase.
const NEAR: usize = 3;

/// Whether a claim's cue belongs to a phrase of the author's.
pub(crate) fn is(sentence: &Sentence, claim: &Claim) -> bool {
    let Some(cue) = &claim.cue else { return false };
    let mut before = words(sentence.before(cue.span.start));
    before.drain(..before.len().saturating_sub(NEAR));
    let mut behind = words(sentence.behind(cue.span.end));
    behind.truncate(NEAR);
    let spaced = |w: Vec<String>| w.join(" ");
    let (before, own, behind) = (spaced(before), spaced(words(&cue.quote)), spaced(behind));
    let whole = format!("{before} {own} {behind}");
    let (start, end) = (before.len() + 1, before.len() + 1 + own.len());
    let covers = |phrase: &str| whole.find(phrase).is_some_and(|at| at < end && start < at + phrase.len());
    PHRASES.iter().any(|phrase| covers(phrase)) || claim.speaker.is_none() && WE.contains(&fold(&cue.quote).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{claim, document};
    use mizan_text::Language;

    fn found(text: &str, cue: &str, said: &str) -> bool {
        let document = document(text, Language::Russian);
        is(&Sentence { document: &document, number: 1, mentions: &[], first: 0 }, &claim(&document, cue, said, None))
    }

    #[test]
    fn the_authors_phrases_attribute_nothing() {
        for (text, cue, said) in [
            ("It is worth noting that talks go on", "noting", "talks go on"),
            ("ومن الجدير ذكره أن الحوار مستمر", "ذكره", "الحوار مستمر"),
            ("Следует отметить, что диалог идет", "отметить", "диалог идет"),
            ("Напомним, диалог идет", "Напомним", "диалог идет"),
            ("Айта кету керек, келіссөз жүруде", "Айта кету", "келіссөз жүруде"),
        ] {
            assert!(found(text, cue, said), "{text}");
        }
    }

    #[test]
    fn verbs_of_others_do() {
        assert!(!found("Лавров отметил, что диалог идет", "отметил", "диалог идет"));
        assert!(!found("Следует отметить, сказал он, что диалог идет", "сказал", "диалог идет"));
        assert!(!found("Ол келіссөз жүруде деп айтты", "айтты", "келіссөз жүруде"));
    }
}
