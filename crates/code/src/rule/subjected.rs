//! "تعرض الوفد لهجوم", "Киев подвергся атаке", "Kyiv came under attack", "Киев шабуылға ұшырады": whom it befell is the target.
//!
//! The encoder takes the subject of such a verb for the one who acts. The subject is the party at once behind the Arabic verb or at once before
//! the Russian or English one, and in Kazakh the one at once before the trigger. An event that has another target is left alone.

use mizan_record::{Class, Document, Event, Mention};
use mizan_text::Language;
use mizan_text::fold::fold;
use mizan_text::language::kazakh::is_genitive;

use crate::clause::{ClauseWord, from_trigger, up_to_trigger};
use crate::sentence::words;

/// The rule's name in a record's origin.
pub const NAME: &str = "subjected";

/// Arabic "was subjected to" (folded, without و and ف). "تعرض" is also "offers": only harm counts, and only behind ل.
const BEFELL_ARABIC: [&str; 8] = ["تعرض", "تعرضت", "تعرضوا", "يتعرض", "تتعرض", "يتعرضون", "تعرضا", "تعرضتا"];
/// Russian verbs by stem; they are reflexive, or else somebody subjects another.
const BEFELL_RUSSIAN: [&str; 1] = ["подверг*"];
/// English verbs that say it alone, and those that need their particle.
const FACED: [&str; 4] = ["faces", "faced", "face", "facing"];
const CAME_UNDER: [[&str; 2]; 5] = [["came", "under"], ["come", "under"], ["comes", "under"], ["coming", "under"], ["subjected", "to"]];
/// The Kazakh verb by stem, and the dative before it; that of "their attacks" ends otherwise.
const BEFELL_KAZAKH: [&str; 1] = ["ұшыра*"];
const DATIVE: [&str; 4] = ["ға", "ге", "қа", "ке"];

/// What may stand between the one it befell and the verb (folded).
const BETWEEN: [&str; 24] = [
    "has",
    "had",
    "have",
    "was",
    "were",
    "is",
    "are",
    "been",
    "also",
    "again",
    "now",
    "уже",
    "вновь",
    "снова",
    "также",
    "тоже",
    "قد",
    "ايضا",
    "тағы",
    "қайта",
    "кеше",
    "да",
    "де",
    "вчера",
];

/// How many words may stand between the verb and the trigger, besides those of the party.
const NEAR: usize = 3;

/// Make the one it befell the target of a harm that has none.
pub fn apply(event: &mut Event, document: &Document, mentions: &[Mention]) {
    let is_harm =
        matches!(event.class, Class::Assault | Class::Coerce | Class::Accuse | Class::Threaten | Class::Sanction | Class::Protest);
    if !is_harm || !event.targets.is_empty() {
        return;
    }
    let befell = event.sources.iter().copied().filter(|&s| is_subject(event, document, &mentions[s])).collect::<Vec<_>>();
    if !befell.is_empty() {
        event.sources.retain(|s| !befell.contains(s));
        event.targets = befell;
        event.origin.rules.push(NAME);
    }
}

/// Whether a party is the subject of a verb that says what befell it.
fn is_subject(event: &Event, document: &Document, party: &Mention) -> bool {
    match document.language {
        Some(Language::Arabic) => arabic(event, document, party),
        Some(Language::Kazakh) => kazakh(event, document, party),
        Some(Language::Russian | Language::English) => verb_behind(event, document, party),
        None => false,
    }
}

/// "تعرض الوفد الروسي لهجوم".
fn arabic(event: &Event, document: &Document, party: &Mention) -> bool {
    let (place, trigger) = (party.evidence.span, event.evidence.span);
    let text = document.text.as_str();
    let clause = up_to_trigger(document, event);
    let behind_verb =
        |w: &ClauseWord| w.is(&BEFELL_ARABIC) && text.get(w.at..place.start).is_some_and(|t| t.split_whitespace().count() == 1);
    let head = text.get(place.end..trigger.start);
    let gap = head.is_some_and(|head| words(head).len() <= NEAR);
    let by_to = event.evidence.quote.starts_with('ل') || head.is_some_and(|head| head.ends_with(" ل") || head.ends_with(" لل"));
    gap && by_to && clause.iter().any(behind_verb)
}

/// "Киев подвергся атаке", "Kyiv came under attack".
fn verb_behind(event: &Event, document: &Document, party: &Mention) -> bool {
    let end = party.evidence.span.end;
    let clause = up_to_trigger(document, event);
    let behind: Vec<&ClauseWord> = clause.iter().filter(|w| w.at >= end).skip_while(|w| w.is(&BETWEEN)).collect();
    let to_trigger = behind.iter().filter(|w| w.at < event.evidence.span.start).count();
    let is_next = clause.iter().any(|w| w.at < end);
    is_next && to_trigger <= NEAR && begins_with_verb(&behind)
}

fn begins_with_verb(words: &[&ClauseWord]) -> bool {
    let [first, rest @ ..] = words else { return false };
    let reflexive = ["ся", "сь"].iter().any(|ending| first.word.ends_with(ending));
    let pair = |[verb, particle]: &[&str; 2]| first.word == *verb && rest.first().is_some_and(|w| w.word == *particle);
    let is_alone = FACED.contains(&first.word.as_str()) && !rest.is_empty();
    is_alone || first.is(&BEFELL_RUSSIAN) && reflexive || CAME_UNDER.iter().any(pair)
}

/// "Киев шабуылға ұшырады".
fn kazakh(event: &Event, document: &Document, party: &Mention) -> bool {
    let (place, trigger) = (party.evidence.span, event.evidence.span);
    let between = document.text.as_str().get(place.end..trigger.start);
    let is_before = between.is_some_and(|b| words(b).iter().all(|w| BETWEEN.contains(&w.as_str())));
    let possessed = is_genitive(&fold(&party.evidence.quote));
    let clause = from_trigger(document, event);
    let befell = clause
        .windows(2)
        .take(2)
        .any(|pair| DATIVE.iter().any(|ending| pair[0].word.ends_with(ending)) && pair[1].is(&BEFELL_KAZAKH) && pair[0].at < trigger.end);
    is_before && !possessed && befell
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    fn befell(language: Language, text: &str, trigger: &str, class: Class, sources: &[&str], targets: &[&str]) -> bool {
        let mut s = Sample::new(text, trigger, class, sources, targets);
        s.document.language = Some(language);
        apply(&mut s.event, &s.document, &s.mentions);
        s.event.origin.rules == [NAME] && s.event.sources.is_empty()
    }

    #[test]
    fn whom_it_befell_is_the_target() {
        let (ar, ru, en, kk) = (Language::Arabic, Language::Russian, Language::English, Language::Kazakh);
        for (language, text, trigger, class, party) in [
            (ar, "وتعرضت القاعدة الروسية لهجوم بالصواريخ", "هجوم", Class::Assault, "القاعدة الروسية"),
            (ar, "يتعرض الرئيس المصري لانتقادات", "لانتقادات", Class::Accuse, "الرئيس المصري"),
            (ru, "Киев вновь подвергся массированной атаке", "атаке", Class::Assault, "Киев"),
            (ru, "Лавров подвергся критике", "подвергся критике", Class::Accuse, "Лавров"),
            (en, "Kyiv has come under heavy attack", "attack", Class::Assault, "Kyiv"),
            (en, "The minister faced criticism", "faced criticism", Class::Accuse, "minister"),
            (kk, "Киев тағы шабуылға ұшырады", "шабуылға", Class::Assault, "Киев"),
            (kk, "Министр сынға ұшырады", "сынға ұшырады", Class::Accuse, "Министр"),
        ] {
            assert!(befell(language, text, trigger, class, &[party], &[]), "{text}");
        }
    }

    #[test]
    fn those_who_act_and_events_with_a_target_are_left_alone() {
        let (ar, ru, en, kk) = (Language::Arabic, Language::Russian, Language::English, Language::Kazakh);
        for (language, text, trigger, class, party) in [
            (ar, "تعرض موسكو لقاء الرئيسين", "لقاء", Class::Consult, "موسكو"),
            (ar, "تعرض الوفد من قبل إسرائيل لهجوم", "هجوم", Class::Assault, "إسرائيل"),
            (ar, "شن الجيش السوري هجوما", "هجوما", Class::Assault, "الجيش السوري"),
            (ru, "Москва подвергла Киев атаке", "атаке", Class::Assault, "Москва"),
            (ru, "Киев подвергся со стороны Москвы атаке", "атаке", Class::Assault, "Москвы"),
            (en, "Kyiv came under Russian attack", "attack", Class::Assault, "Russian"),
            (kk, "Иран АҚШ санкцияларына ұшырады", "санкцияларына", Class::Sanction, "АҚШ"),
        ] {
            assert!(!befell(language, text, trigger, class, &[party], &[]), "{text}");
        }
        assert!(!befell(ru, "Лавров подвергся критике Киева", "критике", Class::Accuse, &["Лавров"], &["Киева"]));
    }
}
