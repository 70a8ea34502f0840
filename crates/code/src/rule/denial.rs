//! "Astana denies having supplied the goods" is a denial: the guide has no event for it, only the denier's word.
//!
//! The encoder often reads it as a refusal (REJECT). Such an event is dropped; a claim that the encoder found there stays as it is. True
//! refusals use the same verbs ("denied entry", "ұсынысты теріске шығарды", "келіссөзді жоққа шығарды") and stay.

use mizan_record::{Class, Document, Event};

use crate::clause::{ClauseWord, from_trigger, up_to_trigger};

/// Verbs that can only deny. The Arabic forms are whole words: "نفوذ" and "نفط" begin alike.
pub(super) const DENY: [&str; 13] =
    ["опроверг*", "отрицал*", "отрицае*", "отрицаю*", "отрицать", "отрицая", "نفي", "نفت", "نفوا", "ينفي", "تنفي", "ينفون", "ننفي"];
/// The English ones: here the verb's object tells whether it is no refusal.
pub(super) const DENIED: [&str; 4] = ["deny", "denies", "denied", "denying"];
/// Their nouns and participles.
const DENYING: [&str; 11] = ["опроверже*", "отрицани*", "نفيه", "نفيها", "نفيهم", "النفي", "نافيا", "نافيه", "نافين", "لنفي", "بنفي"];
const HAS_BEEN: [&str; 8] = ["was", "were", "been", "being", "is", "are", "be", "get"];
const CHARGES: [&str; 14] = [
    "allegation*",
    "accusation*",
    "charge",
    "charges",
    "claims",
    "reports",
    "report",
    "rumours",
    "rumors",
    "involvement",
    "wrongdoing",
    "responsibility",
    "suggestions",
    "complicity",
];
const REFUSED: [&str; 16] = [
    "entry",
    "access",
    "visa",
    "visas",
    "asylum",
    "permission",
    "request",
    "requests",
    "bail",
    "appeal",
    "application",
    "permit",
    "accreditation",
    "compensation",
    "passage",
    "entrance",
];

/// In Kazakh as well: what stands before "жоққа шығарды" is a charge, a rumour, or that something was done.
const CHARGES_KAZAKH: [&str; 13] =
    ["айып*", "қауесет*", "ақпарат*", "мәлімет*", "пікір*", "хабар*", "кінә*", "күдік*", "дерек*", "жала*", "қатысы*", "сөзді", "барын"];
const DONE: [&str; 8] = ["ғанын", "генін", "қанын", "кенін", "тынын", "тінін", "ғандығын", "гендігін"];

/// Whether an event is no refusal but the denial of a charge.
pub fn is_denial(event: &Event, document: &Document) -> bool {
    if event.class != Class::Reject {
        return false;
    }
    let refuses = |w: &ClauseWord| w.is(&["отказ*", "رفض*"]);
    let clause = from_trigger(document, event);
    let trigger = clause.iter().take_while(|w| w.at < event.evidence.span.end);
    let denies = trigger.clone().any(|w| w.is(&DENY) || w.is(&DENYING)) && !trigger.clone().any(refuses);
    denies || denied_a_charge(event, document) || denied_in_kazakh(event, document)
}

/// "Denied that", "denied having", "denied any involvement"; not "was denied", not "denied them entry".
fn denied_a_charge(event: &Event, document: &Document) -> bool {
    let head = up_to_trigger(document, event);
    let Some(verb) = head.iter().rposition(|w| w.at >= event.evidence.span.start && w.is(&DENIED)) else { return false };
    if verb > 0 && head[verb - 1].is(&HAS_BEEN) {
        return false;
    }
    let at = head[verb].at;
    let clause = from_trigger(document, event);
    let rest: Vec<&ClauseWord> = clause.iter().filter(|w| w.at > at).take(4).collect();
    let that = rest.first().is_some_and(|w| w.is(&["that", "having", "being"]));
    that || rest.iter().any(|w| w.is(&CHARGES)) && !rest.iter().any(|w| w.is(&REFUSED))
}

/// "Айыптауларды жоққа шығарады", "қатысқанын теріске шығарды".
fn denied_in_kazakh(event: &Event, document: &Document) -> bool {
    let head = up_to_trigger(document, event);
    let phrase =
        |pair: &[ClauseWord]| pair[0].is(&["жоққа", "теріске"]) && pair[1].is(&["шығар*", "шығару*"]) && !pair[1].is(&["шығарма*"]);
    let Some(at) = head.windows(2).rposition(|p| p[1].at >= event.evidence.span.start && phrase(p)) else { return false };
    let Some(object) = at.checked_sub(1).map(|before| &head[before]) else { return false };
    object.is(&CHARGES_KAZAKH) || DONE.iter().any(|ending| object.word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    fn denial(text: &str, trigger: &str, source: &str) -> bool {
        let s = Sample::new(text, trigger, Class::Reject, &[source], &[]);
        is_denial(&s.event, &s.document)
    }

    #[test]
    fn a_denial_is_no_refusal() {
        for (text, trigger, source) in [
            ("Moscow denied that it had shelled the town", "denied", "Moscow"),
            ("Moscow has strongly denied the allegations", "denied", "Moscow"),
            ("Iran denies any involvement in the attack", "denies", "Iran"),
            ("Кремль опроверг сообщения о переговорах", "опроверг", "Кремль"),
            ("Иран отрицает причастность к атаке", "отрицает", "Иран"),
            ("لكن الكرملين ينفي دوما تورطه في ذلك", "ينفي", "الكرملين"),
            ("ونفت إيران هذه الاتهامات", "نفت", "إيران"),
            ("Астана Ресейге тауарларды жеткізіп отыр деген айыптауларды жоққа шығарады.", "жоққа шығарады", "Астана"),
            ("Жасақ бұған қатысы барын теріске шығарып отыр", "теріске шығарып отыр", "Жасақ"),
            ("Иран шабуылға қатысқанын теріске шығарды", "шығарды", "Иран"),
        ] {
            assert!(denial(text, trigger, source), "{text}");
        }
    }

    #[test]
    fn a_true_refusal_stays() {
        for (text, trigger, source) in [
            ("Georgia denied the journalist entry", "denied", "Georgia"),
            ("The court denied asylum claims of two Russians", "denied", "court"),
            ("Reporters were denied access by Israel", "denied", "Israel"),
            ("Иран отверг предложение США", "отверг", "Иран"),
            ("Отрицательный ответ дал Иран", "Отрицательный ответ", "Иран"),
            ("رفضت إيران نفوذ واشنطن", "رفضت", "إيران"),
            ("Иран келіссөз ұсынысын теріске шығарды", "теріске шығарды", "Иран"),
            ("Иран бұл мүмкіндікті жоққа шығармады", "жоққа шығармады", "Иран"),
        ] {
            assert!(!denial(text, trigger, source), "{text}");
        }
        let s = Sample::new("Iran denied that", "denied", Class::Accuse, &["Iran"], &[]);
        assert!(!is_denial(&s.event, &s.document));
    }
}
