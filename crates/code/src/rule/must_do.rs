//! "Жазаға тартылуы тиіс", "must be punished", "يجب أن تنسحب": what only ought to be done has not been, as far as the report goes.
//!
//! The word must touch the trigger. A REQUEST is left alone: to say that another must act is to ask him, and that happened.

use mizan_record::{Class, Document, Event, Modality};
use mizan_text::Language;

use crate::clause::{ClauseWord, from_trigger, up_to_trigger};

/// The rule's name in a record's origin.
pub const NAME: &str = "must-do";

/// English and Russian words before the verb (folded), and what may stand between.
const MUST: [&str; 2] = ["must", "should"];
const MUST_RUSSIAN: [&str; 8] = ["должен", "должна", "должно", "должны", "следует", "надо", "нужно", "необходимо"];
const BETWEEN: [&str; 7] = ["not", "also", "now", "immediately", "be", "немедленно", "также"];
/// How a Russian infinitive ends, and the one that a participle follows ("должны быть наказаны").
const INFINITIVES: [&str; 4] = ["ть", "ти", "чь", "ся"];
const BE_RUSSIAN: &str = "быть";

/// The Arabic ones (folded), before "that" or a verbal noun.
const MUST_ARABIC: [&str; 3] = ["يجب", "ينبغي", "يتعين"];
const THAT_ARABIC: [&str; 3] = ["ان", "الا", "علي"];
/// The most words between them and "that": "يجب على روسيا أن تنسحب".
const NEAR: usize = 4;

/// The Kazakh ones, right behind the trigger or its last word.
const MUST_KAZAKH: [&str; 7] = ["тиіс", "тиістігін", "керек", "керектігін", "қажет", "қажеттігін", "қажеттілігін"];

/// Make an actual event hypothetical that only ought to be.
pub fn apply(event: &mut Event, document: &Document) {
    if event.modality == Modality::Actual && event.class != Class::Request && ought(event, document) {
        event.modality = Modality::Hypothetical;
        event.date = event.date.take().filter(|date| date.evidence.is_some());
        event.origin.rules.push(NAME);
    }
}

fn ought(event: &Event, document: &Document) -> bool {
    let clause = up_to_trigger(document, event);
    let start = clause.iter().position(|w| w.at >= event.evidence.span.start).unwrap_or(clause.len());
    let (head, trigger) = clause.split_at(start);
    match document.language {
        Some(Language::English) => english(head, trigger),
        Some(Language::Russian) => russian(head, trigger),
        Some(Language::Arabic) => arabic(head, trigger),
        Some(Language::Kazakh) => {
            let behind = from_trigger(document, event);
            let next = behind.iter().find(|w| w.at >= event.evidence.span.end);
            trigger.last().into_iter().chain(next).any(|w| MUST_KAZAKH.contains(&w.word.as_str()))
        }
        None => false,
    }
}

/// "Must be punished"; "must have left" guesses what was.
fn english(head: &[ClauseWord], trigger: &[ClauseWord]) -> bool {
    let passes = |w: &&ClauseWord| BETWEEN.contains(&w.word.as_str());
    let is_must = |w: &ClauseWord| MUST.contains(&w.word.as_str());
    let mut own = trigger.iter().skip_while(|w| passes(w) || is_must(w));
    let guesses = own.next().is_some_and(|w| w.word == "have");
    let before = head.iter().rev().find(|w| !passes(w)).is_some_and(is_must);
    !guesses && (before || trigger.first().is_some_and(is_must))
}

/// "Должен вывести войска", "следует наказать"; "следует удар" is a blow that follows.
fn russian(head: &[ClauseWord], trigger: &[ClauseWord]) -> bool {
    let passes = |w: &&ClauseWord| BETWEEN.contains(&w.word.as_str());
    let is_must = |w: &&ClauseWord| MUST_RUSSIAN.contains(&w.word.as_str());
    let is_infinitive = |w: &ClauseWord| INFINITIVES.iter().any(|ending| w.word.ends_with(ending));
    let mut back = head.iter().rev().skip_while(passes).peekable();
    let be = back.next_if(|w| w.word == BE_RUSSIAN).is_some();
    let before = back.next().is_some_and(|w| is_must(&w));
    let within = trigger.first().is_some_and(|w| is_must(&w));
    let verb = trigger.iter().find(|w| !is_must(w) && !passes(w));
    (before || within) && (be || verb.is_some_and(is_infinitive))
}

/// "يجب أن تنسحب", "يجب على روسيا أن تنسحب", "ينبغي معاقبة"; "لم يجب" is "did not answer".
fn arabic(head: &[ClauseWord], trigger: &[ClauseWord]) -> bool {
    let answered = |at: usize, words: &[ClauseWord]| at > 0 && words[at - 1].is(&["لم"]);
    if trigger.first().is_some_and(|w| w.is(&MUST_ARABIC)) {
        return !answered(head.len(), &[head, trigger].concat());
    }
    let Some(must) = head.iter().rposition(|w| w.is(&MUST_ARABIC)).filter(|&at| !answered(at, head)) else { return false };
    let between = &head[must + 1..];
    let that = between.last().is_some_and(|w| w.is(&THAT_ARABIC[..2])) && between.len() <= NEAR;
    between.is_empty() || that || trigger.first().is_some_and(|w| w.is(&THAT_ARABIC[..2])) && between.len() <= NEAR
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    fn modality(language: Language, text: &str, trigger: &str, class: Class) -> Modality {
        let mut s = Sample::new(text, trigger, class, &[], &[]);
        s.document.language = Some(language);
        apply(&mut s.event, &s.document);
        s.event.modality
    }

    #[test]
    fn what_ought_to_be_is_hypothetical() {
        let (ar, ru, en, kk) = (Language::Arabic, Language::Russian, Language::English, Language::Kazakh);
        for (language, text, trigger) in [
            (kk, "Кінәлілер жазаға тартылуы тиіс.", "жазаға тартылуы"),
            (kk, "Кінәлілер жазаға тартылуы тиіс деді", "тартылуы тиіс"),
            (kk, "Ресей әскерін шығаруы керек", "шығаруы"),
            (en, "The guilty must be punished", "punished"),
            (en, "Iran should not be punished", "be punished"),
            (en, "Iran must withdraw its troops", "must withdraw"),
            (ru, "Россия должна вывести войска", "вывести войска"),
            (ru, "Виновных следует немедленно наказать", "наказать"),
            (ru, "Виновные должны быть наказаны", "наказаны"),
            (ar, "يجب أن تنسحب القوات", "تنسحب"),
            (ar, "يجب على روسيا أن تنسحب من المدينة", "تنسحب"),
            (ar, "وينبغي معاقبة المسؤولين", "معاقبة"),
        ] {
            assert_eq!(modality(language, text, trigger, Class::Coerce), Modality::Hypothetical, "{text}");
        }
    }

    #[test]
    fn deeds_and_requests_stay() {
        let (ar, ru, en, kk) = (Language::Arabic, Language::Russian, Language::English, Language::Kazakh);
        for (language, text, trigger) in [
            (kk, "Тиісті шара қабылданып, жазаға тартылды", "тартылды"),
            (kk, "Көмек керек болғандықтан келді", "келді"),
            (en, "Those who must leave were punished", "punished"),
            (en, "Iran must have punished them", "punished"),
            (ru, "За угрозами следует удар", "удар"),
            (ru, "Россия должна Китаю и вывела войска", "вывела"),
            (ar, "لم يجب الوزير وانسحبت القوات", "انسحبت"),
            (ar, "انسحبت القوات كما يجب", "انسحبت"),
        ] {
            assert_eq!(modality(language, text, trigger, Class::Coerce), Modality::Actual, "{text}");
        }
        assert_eq!(modality(en, "Iran must withdraw", "must withdraw", Class::Request), Modality::Actual);
    }
}
