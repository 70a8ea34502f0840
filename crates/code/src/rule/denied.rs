//! "الكرملين ينفي تورطه", "Moscow denied bombing", "Москва отрицает удар", "Мәскеу шабуылды жоққа шығарды": what its own source denies did not
//! happen, as far as the report goes.
//!
//! Only where the trigger is the next word after the verb, an article or pronoun aside, or in Kazakh the word before it.

use mizan_record::{Document, Event, Mention, Modality};

use crate::clause::{ClauseWord, to_the_end, up_to_trigger};
use crate::rule::denial::{DENIED, DENY};

/// The rule's name in a record's origin.
pub const NAME: &str = "denied";

/// What turns such a verb round, or makes its subject the one from whom a thing is withheld.
const NOT: [&str; 18] = [
    "не", "لا", "لم", "ما", "لن", "not", "never", "didn't", "doesn't", "don't", "was", "were", "is", "are", "been", "being", "be", "cannot",
];
/// What may stand between the verb and the trigger.
const ARTICLE: [&str; 10] = ["the", "a", "an", "any", "his", "her", "its", "their", "свой", "свою"];

/// Make an event negated that its own source denies.
pub fn apply(event: &mut Event, document: &Document, mentions: &[Mention]) {
    let happened = matches!(event.modality, Modality::Actual | Modality::Historical | Modality::Hypothetical);
    if !happened {
        return;
    }
    let verb = verb_before(event, document).or_else(|| kazakh_verb_behind(event, document));
    let by_source = |verb: usize| event.sources.iter().any(|&s| mentions[s].evidence.span.end <= verb.min(event.evidence.span.start));
    if verb.is_some_and(by_source) {
        event.modality = Modality::Negated;
        event.origin.rules.push(NAME);
    }
}

/// Where the verb begins that denies the trigger right behind it.
fn verb_before(event: &Event, document: &Document) -> Option<usize> {
    let clause = up_to_trigger(document, event);
    let mut back = clause.iter().rev().skip_while(|w| w.at >= event.evidence.span.start).skip_while(|w| w.is(&ARTICLE));
    let verb = back.next().filter(|w| w.is(&DENY) || w.is(&DENIED))?;
    (!back.next().is_some_and(|w| w.is(&NOT))).then_some(verb.at)
}

/// The same of the Kazakh verb right behind the trigger: "шабуылды жоққа шығарды", not "жоққа шығармады".
fn kazakh_verb_behind(event: &Event, document: &Document) -> Option<usize> {
    let words = to_the_end(document, event);
    let behind: Vec<&ClauseWord> = words.iter().filter(|w| w.at >= event.evidence.span.end).take(3).collect();
    let [not, put, rest @ ..] = &behind[..] else { return None };
    let denies = not.is(&["жоққа", "теріске"]) && put.is(&["шығар*"]) && !put.is(&["шығарма*", "шығара"]);
    (denies && !rest.iter().any(|w| w.is(&["жоқ", "емес", "алма*"]))).then_some(not.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use mizan_record::Class;

    fn modality(text: &str, trigger: &str, source: &str) -> Modality {
        let mut s = Sample::new(text, trigger, Class::Assault, &[source], &[]);
        apply(&mut s.event, &s.document, &s.mentions);
        s.event.modality
    }

    #[test]
    fn what_its_own_source_denies_is_negated() {
        for (text, trigger, source) in [
            ("لكن الكرملين ينفي تورطه في ذلك", "تورطه", "الكرملين"),
            ("Moscow has denied any shelling of the town", "shelling", "Moscow"),
            ("Москва отрицает удар по городу", "удар", "Москва"),
            ("Мәскеу шабуылды жоққа шығарды", "шабуылды", "Мәскеу"),
        ] {
            assert_eq!(modality(text, trigger, source), Modality::Negated, "{text}");
        }
    }

    #[test]
    fn what_another_did_or_nobody_denies_is_left_alone() {
        for (text, trigger, source) in [
            ("لا ينفي الكرملين ضرب المدينة", "ضرب", "الكرملين"),
            ("الكرملين لا ينفي تورطه", "تورطه", "الكرملين"),
            ("Moscow denied shelling by Kyiv", "shelling", "Kyiv"),
            ("Moscow did not deny shelling the town", "shelling", "Moscow"),
            ("Москва не отрицает удар", "удар", "Москва"),
            ("Москва отрицает, что готовит удар", "удар", "Москва"),
            ("Мәскеу шабуылды жоққа шығармады", "шабуылды", "Мәскеу"),
        ] {
            assert_eq!(modality(text, trigger, source), Modality::Actual, "{text}");
        }
    }
}
