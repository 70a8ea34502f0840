//! Sanctions lifted or eased, a name taken off a sanctions list: a concession, though the word "sanctions" stands beside it.

use mizan_record::{Class, Document, Event, Mention};

use crate::clause::{ClauseWord, from_trigger, up_to_trigger};
use crate::codebook::recode;
use crate::restraint::{LISTS, Restraint, governed, is_kazakh_verb, kind};

/// The rule's name in a record's origin.
pub const NAME: &str = "easing";

/// To lift or ease.
const EASE: [&str; 33] = [
    "lift",
    "lifts",
    "lifted",
    "ease",
    "eases",
    "eased",
    "relax",
    "relaxes",
    "relaxed",
    "waived",
    "снял*",
    "снять",
    "снимает",
    "снимут",
    "отменил*",
    "отменит*",
    "отменяет*",
    "смягчил*",
    "смягчит*",
    "ослабил*",
    "ослабит*",
    "رفع",
    "رفعت",
    "يرفع",
    "ترفع",
    "خفف",
    "خففت",
    "تخفيف",
    "يخفف",
    "تخفف",
    "الغي",
    "الغت",
    "الغاء",
];
const EASE_KAZAKH: [&str; 4] = ["жеңілдет*", "таста*", "жой*", "жұмсарт*"];

/// To take off a list, and the words that lead to the list.
const REMOVE: [&str; 12] =
    ["remove", "removes", "removed", "исключил*", "исключит*", "вычеркнул*", "رفع", "رفعت", "شطب", "شطبت", "ازال", "ازالت"];
const OFF: [&str; 6] = ["from", "из", "من", "عن", "off", "со"];
const REMOVE_KAZAKH: [&str; 5] = ["шығарды", "шығарып", "шығарған", "шығарады", "таста*"];

/// What may stand before the verb and turn it round.
const NOT: [&str; 10] = ["not", "never", "n't", "didn't", "hasn't", "не", "لم", "لا", "لن", "ما"];

/// Make an event that lifts or eases sanctions, coded as their imposition or as support, a CONCEDE.
pub fn apply(event: &mut Event, document: &Document, mentions: &[Mention]) {
    if !matches!(event.class, Class::Sanction | Class::Support) || negated(event, document) {
        return;
    }
    let eased = governed(document, event, mentions, &EASE, &EASE_KAZAKH).is_some();
    if eased || event.class == Class::Sanction && (off_a_list(event, document) || off_a_list_kazakh(event, document)) {
        recode(event, Class::Concede, NAME);
    }
}

fn negated(event: &Event, document: &Document) -> bool {
    let clause = up_to_trigger(document, event);
    let first = clause.iter().position(|w| w.at >= event.evidence.span.start).unwrap_or(0);
    clause[first.saturating_sub(1)..].iter().any(|w| w.is(&NOT))
}

/// "Removed two banks from the sanctions list": a list whose own words say that it is one of sanctions.
fn off_a_list(event: &Event, document: &Document) -> bool {
    let clause = from_trigger(document, event);
    let verb = clause.iter().position(|w| w.at < event.evidence.span.end && w.is(&REMOVE));
    let rest = verb.map_or(&[][..], |v| &clause[v + 1..]);
    let off = rest.iter().position(|w| w.is(&OFF)).map_or(&[][..], |at| &rest[at + 1..]);
    names_sanctions_list(&off[..off.len().min(5)])
}

fn names_sanctions_list(words: &[ClauseWord]) -> bool {
    let list = words.iter().any(|w| w.is(&LISTS));
    list && words.iter().any(|w| kind(w) == Some(Restraint::Sanctions) || w.is(&["черного", "السوداء", "سوداء", "black"]))
        || words.iter().any(|w| w.word == "blacklist")
}

/// "Тізімнен шығарды", "тізім жобасынан шығарды": the sanctions may be named in the sentence before. The verb may be the one right behind a
/// trigger that is only the list.
fn off_a_list_kazakh(event: &Event, document: &Document) -> bool {
    let mut clause = up_to_trigger(document, event);
    let mut behind = from_trigger(document, event).into_iter().filter(|w| w.at >= event.evidence.span.end && w.word != "алып");
    clause.extend(behind.next());
    let Some(verb) = clause.iter().rposition(|w| w.at >= event.evidence.span.start && is_kazakh_verb(w, &REMOVE_KAZAKH)) else {
        return false;
    };
    let head: Vec<&ClauseWord> = clause[..verb].iter().filter(|w| w.word != "алып").collect();
    let from = |w: &ClauseWord| w.word.ends_with("нен") || w.word.ends_with("нан");
    let list = match head[..] {
        [.., list, draft] if list.word == "тізім" && draft.is(&["жоба*"]) => from(draft),
        [.., list] => list.is(&["тізім*"]) && from(list),
        [] => false,
    };
    list && sanctions_are_spoken_of(event, document)
}

fn sanctions_are_spoken_of(event: &Event, document: &Document) -> bool {
    let number = event.evidence.sentence;
    let near = document.sections.get(number.saturating_sub(2)..number).unwrap_or(&[]);
    near.iter().any(|s| ["санкция", "қара тізім"].iter().any(|w| mizan_text::fold::fold(document.text.quote(s.span)).contains(w)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    fn coded(text: &str, trigger: &str, source: &str, target: &str) -> Class {
        let mut s = Sample::new(text, trigger, Class::Sanction, &[source], &[target]);
        apply(&mut s.event, &s.document, &s.mentions);
        s.event.class
    }

    #[test]
    fn to_lift_sanctions_is_to_concede() {
        for (text, trigger, source, target) in [
            ("The EU lifted most economic sanctions on Syria", "lifted", "EU", "Syria"),
            ("Washington removed two banks of Belarus from the sanctions list", "removed", "Washington", "Belarus"),
            ("ЕС снял санкции с Сирии", "снял", "ЕС", "Сирии"),
            ("США исключили компанию Белоруссии из санкционного списка", "исключили", "США", "Белоруссии"),
            ("رفع الاتحاد الأوروبي العقوبات عن سوريا", "رفع", "الاتحاد الأوروبي", "سوريا"),
            ("رفعت واشنطن السودان من القائمة السوداء", "رفعت", "واشنطن", "السودان"),
            ("Еуроодақ Сирияға қарсы санкцияларды алып тастады", "алып тастады", "Еуроодақ", "Сирияға"),
            ("Брюссель санкцияға ілінген бірнеше қытай компаниясын тізім жобасынан шығарды.", "шығарды", "Брюссель", "қытай"),
        ] {
            assert_eq!(coded(text, trigger, source, target), Class::Concede, "{text}");
        }
    }

    #[test]
    fn a_trigger_may_be_only_the_list() {
        let text = "Брюссель санкцияға ілінген бірнеше қытай компаниясын тізім жобасынан шығарды.";
        assert_eq!(coded(text, "тізім жобасынан", "Брюссель", "қытай"), Class::Concede);
        let text = "Брюссель Қытайды қара тізімге енгізіп, Иранды шығарды.";
        assert_eq!(coded(text, "қара тізімге енгізіп", "Брюссель", "Қытайды"), Class::Sanction);
        let text = "Брюссель қара тізімнен соң Иранды шығарды.";
        assert_eq!(coded(text, "тізімнен", "Брюссель", "Иранды"), Class::Sanction);
        let text = "Брюссель компанияны санкция тізімінен шығармады.";
        assert_eq!(coded(text, "тізімінен", "Брюссель", "компанияны"), Class::Sanction);
    }

    #[test]
    fn refusals_and_other_lists_stay() {
        for (text, trigger, source, target) in [
            ("The EU has not lifted sanctions on Syria", "lifted", "EU", "Syria"),
            ("Washington removed Russia from the list of favoured nations", "removed", "Washington", "Russia"),
            ("ЕС не снял санкции с Сирии", "снял", "ЕС", "Сирии"),
            ("Россия исключила Японию из списка партнеров", "исключила", "Россия", "Японию"),
            ("رفعت واشنطن الرسوم على الصين", "رفعت", "واشنطن", "الصين"),
            ("Еуроодақ Сирияға қарсы санкцияларды алып тастамады", "алып тастамады", "Еуроодақ", "Сирияға"),
            ("Жапонияны әріптестер тізімінен Ресей шығарды", "шығарды", "Ресей", "Жапонияны"),
        ] {
            assert_eq!(coded(text, trigger, source, target), Class::Sanction, "{text}");
        }
    }
}
