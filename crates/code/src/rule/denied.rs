//! "الكرملين ينفي تورطه", "Moscow denied bombing", "Москва отрицает удар", "Мәскеу шабуылды жоққа шығарды": what its own source denies did not
//! happen, as far as the report goes.
//!
//! The charge that he denies ("denied the accusations", "айыптауларды жоққа шығарады") is not his own: it is no event of his at all.
//!
//! Only where the trigger is the next word after the verb, an article or pronoun aside, or in Kazakh the word before it.

use mizan_record::{Class, Document, Event, Mention, Modality};

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

/// What may stand before the charge besides.
const THESE: [&str; 8] = ["these", "those", "all", "эти", "все", "هذه", "تلك", "جميع"];
/// Charges, as the trigger names them (folded).
const CHARGES: [&str; 14] = [
    "accusation",
    "accusations",
    "allegation",
    "allegations",
    "charge",
    "charges",
    "обвинение",
    "обвинения",
    "اتهام",
    "اتهامات",
    "الاتهام",
    "الاتهامات",
    "اتهامه",
    "айыптау*",
];

/// Whether an event is a charge that its own source denies.
pub fn is_own_charge(event: &Event, document: &Document, mentions: &[Mention]) -> bool {
    let clause = up_to_trigger(document, event);
    let trigger: Vec<&ClauseWord> = clause.iter().filter(|w| w.at >= event.evidence.span.start).collect();
    let charge = trigger.len() == 1 && trigger[0].is(&CHARGES);
    let is_denied = || verb_before_parties(event, document, mentions).or_else(|| kazakh_verb_behind(event, document));
    let is_deniers = |verb: usize| {
        let start = |&s: &usize| mentions[s].evidence.span.start;
        event.sources.iter().all(|s| start(s) < verb.max(event.evidence.span.start))
    };
    event.class == Class::Accuse && charge && !event.sources.is_empty() && is_denied().is_some_and(is_deniers)
}

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
    denying_verb(event, document, |w| w.is(&ARTICLE))
}

/// The same where the denier himself may stand between, as in Arabic: "نفت إيران هذه الاتهامات".
fn verb_before_parties(event: &Event, document: &Document, mentions: &[Mention]) -> Option<usize> {
    let source = |w: &ClauseWord| event.sources.iter().map(|&s| mentions[s].evidence.span).any(|s| s.start <= w.at && w.at < s.end);
    denying_verb(event, document, |w| w.is(&ARTICLE) || w.is(&THESE) || source(w))
}

fn denying_verb(event: &Event, document: &Document, passes: impl Fn(&ClauseWord) -> bool) -> Option<usize> {
    let clause = up_to_trigger(document, event);
    let mut back = clause.iter().rev().skip_while(|w| w.at >= event.evidence.span.start).skip_while(|w| passes(w));
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

    fn own_charge(text: &str, trigger: &str, source: &str) -> bool {
        let s = Sample::new(text, trigger, Class::Accuse, &[source], &[]);
        is_own_charge(&s.event, &s.document, &s.mentions)
    }

    #[test]
    fn a_charge_that_is_denied_is_not_the_deniers() {
        for (text, trigger, source) in [
            ("Астана Ресейге тауар жеткізді деген айыптауларды жоққа шығарады.", "айыптауларды", "Астана"),
            ("Moscow denied these accusations", "accusations", "Moscow"),
            ("Москва отрицает обвинения", "обвинения", "Москва"),
            ("ونفت إيران هذه الاتهامات", "الاتهامات", "إيران"),
        ] {
            assert!(own_charge(text, trigger, source), "{text}");
        }
        for (text, trigger, source) in [
            ("Moscow denied accusing Kyiv", "accusing", "Moscow"),
            ("Moscow denied the accusations of Kyiv", "accusations", "Kyiv"),
            ("Москва выдвинула обвинения", "обвинения", "Москва"),
            ("كررت إيران هذه الاتهامات", "الاتهامات", "إيران"),
            ("Иран айыптауларды жоққа шығармады", "айыптауларды", "Иран"),
            ("Иран Израильді айыптағанын жоққа шығарды", "айыптағанын", "Иран"),
        ] {
            assert!(!own_charge(text, trigger, source), "{text}");
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
