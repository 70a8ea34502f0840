//! "Will you pledge not to issue a pardon?", "هل تعترف واشنطن …؟": what is only asked about has not happened, as far as the report goes.
//!
//! Only in a question that is answered with yes or no, and that asks about the trigger itself: "why did he attack?" and "will the attack
//! change anything?" take the attack for granted.

use mizan_record::{Document, Event, Mention, Modality};
use mizan_text::Language;

use crate::clause::{ClauseWord, from_trigger, sentence, up_to_trigger};

/// The rule's name in a record's origin.
pub const NAME: &str = "question";

/// English verbs that open such a question.
const AUXILIARIES: [&str; 17] =
    ["will", "would", "shall", "can", "could", "should", "must", "may", "might", "did", "does", "do", "has", "have", "is", "are", "was"];
/// What may stand before them, and between the subject and the verb.
const LEADS: [&str; 5] = ["and", "but", "so", "or", "then"];
const ADVERBS: [&str; 10] = ["not", "also", "now", "ever", "really", "still", "finally", "again", "to", "be"];
/// Words that lead from the question to what it takes for granted.
const SUBORDINATE: [&str; 14] =
    ["that", "who", "which", "whom", "because", "after", "before", "since", "if", "when", "while", "as", "how", "why"];
/// Verbs that an infinitive hangs on.
const PROMISES: [&str; 12] =
    ["pledge", "promise", "agree", "commit", "vow", "plan", "intend", "refuse", "try", "continue", "want", "willing"];
/// How a demonym ends, behind which the trigger is a noun: "will the Russian attack succeed?"
const DEMONYMS: [&str; 8] = ["ian", "ish", "ese", "ican", "eli", "aqi", "udi", "french"];
/// Subjects that are no mention.
const PRONOUNS: [&str; 7] = ["you", "he", "she", "it", "they", "we", "i"];
/// The Arabic particle before the verb, the Russian one and the Kazakh ones behind it (folded).
const WHETHER_ARABIC: &str = "هل";
const WHETHER_RUSSIAN: &str = "ли";
const WHETHER_KAZAKH: [&str; 6] = ["ма", "ме", "ба", "бе", "па", "пе"];

/// Make an actual event hypothetical that is what a question asks about.
pub fn apply(event: &mut Event, document: &Document, mentions: &[Mention]) {
    if event.modality == Modality::Actual && is_question(event, document) && is_asked_about(event, document, mentions) {
        event.modality = Modality::Hypothetical;
        event.date = event.date.take().filter(|date| date.evidence.is_some());
        event.origin.rules.push(NAME);
    }
}

/// Whether the next mark behind the trigger that ends a sentence is a question mark.
fn is_question(event: &Event, document: &Document) -> bool {
    let (from, to) = (event.evidence.span.end, sentence(document, event).1);
    let rest = document.text.as_str().get(from..to).unwrap_or("");
    rest.chars().find(|c| matches!(c, '.' | '?' | '!' | '؟' | '…')).is_some_and(|c| matches!(c, '?' | '؟'))
}

fn is_asked_about(event: &Event, document: &Document, mentions: &[Mention]) -> bool {
    match document.language {
        Some(Language::English) => english(&up_to_trigger(document, event), event, mentions),
        Some(Language::Arabic) => arabic(&up_to_trigger(document, event), event, mentions),
        Some(Language::Russian) => {
            let behind = from_trigger(document, event);
            let last = behind.iter().take_while(|w| w.at < event.evidence.span.end).count();
            behind.iter().take(last + 1).skip(1).any(|w| w.word == WHETHER_RUSSIAN)
        }
        Some(Language::Kazakh) => {
            let behind = from_trigger(document, event);
            let next = behind.iter().find(|w| w.at >= event.evidence.span.end);
            let last = behind.iter().rfind(|w| w.at < event.evidence.span.end);
            last.into_iter().chain(next).any(|w| WHETHER_KAZAKH.contains(&w.word.as_str()))
        }
        None => false,
    }
}

/// "Will you pledge", "did Iran attack": the verb behind the subject, or an infinitive that hangs on it. The trigger may hold them all.
fn english(clause: &[ClauseWord], event: &Event, mentions: &[Mention]) -> bool {
    let Some(opening) = clause.iter().position(|w| !LEADS.contains(&w.word.as_str())) else { return false };
    let trigger = clause.iter().position(|w| w.at >= event.evidence.span.start).unwrap_or(0);
    let asks = AUXILIARIES.contains(&clause[opening].word.as_str());
    let acts = |w: &ClauseWord| PRONOUNS.contains(&w.word.as_str()) || is_source(w, event, mentions) && !owns(w);
    if trigger <= opening {
        return asks && clause.len() > opening + 2 && acts(&clause[opening + 1]);
    }
    let between = &clause[opening + 1..trigger];
    let subject = between.iter().rfind(|w| !ADVERBS.contains(&w.word.as_str()));
    let promised = |pair: &[ClauseWord]| PROMISES.contains(&pair[0].word.as_str()) && ADVERBS.contains(&pair[1].word.as_str());
    let infinitive = clause[opening..=trigger].windows(2).any(promised);
    let granted = between.iter().any(|w| SUBORDINATE.contains(&w.word.as_str()));
    asks && !granted && (subject.is_some_and(acts) || infinitive)
}

/// Whether a word makes the next one its noun: "Iran's", "Iranian".
fn owns(word: &ClauseWord) -> bool {
    word.word.contains(['\'', '’']) || DEMONYMS.iter().any(|ending| word.word.ends_with(ending))
}

/// "هل تعترف واشنطن", "هل واشنطن تعترف"; "هل الهجوم …" asks about something else.
fn arabic(clause: &[ClauseWord], event: &Event, mentions: &[Mention]) -> bool {
    let verb = clause.iter().position(|w| w.at >= event.evidence.span.start).unwrap_or(0);
    let (head, trigger) = clause.split_at(verb);
    let between = head.iter().rev().take_while(|w| !w.is(&[WHETHER_ARABIC]));
    let subject_only = between.clone().all(|w| is_source(w, event, mentions));
    let asked = between.count() < head.len();
    asked && subject_only && !trigger.first().is_some_and(|w| w.word.starts_with("ال"))
}

fn is_source(word: &ClauseWord, event: &Event, mentions: &[Mention]) -> bool {
    event.sources.iter().map(|&s| mentions[s].evidence.span).any(|s| s.start <= word.at && word.at < s.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use mizan_record::Class;

    fn modality(language: Language, text: &str, trigger: &str, sources: &[&str]) -> Modality {
        let mut s = Sample::new(text, trigger, Class::Reject, sources, &[]);
        s.document.language = Some(language);
        apply(&mut s.event, &s.document, &s.mentions);
        s.event.modality
    }

    #[test]
    fn what_is_asked_about_is_hypothetical() {
        let (ar, ru, en, kk) = (Language::Arabic, Language::Russian, Language::English, Language::Kazakh);
        for (language, text, trigger, source) in [
            (en, "\"Mr President, will you pledge not to issue a pardon to him?\" he asked.", "pledge not to issue", "President"),
            (en, "Mr President, will you pledge not to issue a pardon?", "not to issue", "President"),
            (
                en,
                "“Mr. President, will you pledge not to issue a pardon?” he asks.",
                "will you pledge not to issue a pardon",
                "Mr. President",
            ),
            (en, "Will you promise to leave?", "leave", "you"),
            (en, "Did Iran attack the tanker?", "attack", "Iran"),
            (ar, "هل تعترف واشنطن بفلسطين؟", "تعترف", "واشنطن"),
            (ar, "وهل واشنطن رفضت الاتفاق؟", "رفضت", "واشنطن"),
            (ru, "Признает ли Москва республики?", "Признает", "Москва"),
            (ru, "Признает ли Москва республики?", "Признает ли", "Москва"),
            (kk, "Мәскеу келісімнен бас тарта ма?", "бас тарта", "Мәскеу"),
            (kk, "Мәскеу келісімнен бас тарта ма?", "бас тарта ма", "Мәскеу"),
        ] {
            assert_eq!(modality(language, text, trigger, &[source]), Modality::Hypothetical, "{text}");
        }
    }

    #[test]
    fn what_a_question_takes_for_granted_stays() {
        let (ar, ru, en, kk) = (Language::Arabic, Language::Russian, Language::English, Language::Kazakh);
        for (language, text, trigger, source) in [
            (en, "Why did Iran attack the tanker?", "attack", "Iran"),
            (en, "Will the attack by Iran change anything?", "attack", "Iran"),
            (en, "Will it last, now that Iran attacked the tanker?", "attacked", "Iran"),
            (en, "Did Iran attack the tanker. Who knows?", "attack", "Iran"),
            (en, "Will Iran's attack change anything?", "attack", "Iran"),
            (en, "Will the Iranian attack change anything?", "attack", "Iranian"),
            (en, "Will Iraq respond to attacks by Iran?", "attacks", "Iran"),
            (en, "Will Iraq mind that Iran attacked it?", "attacked", "Iran"),
            (ar, "لماذا رفضت واشنطن الاتفاق؟", "رفضت", "واشنطن"),
            (ar, "هل الهجوم على واشنطن بداية؟", "الهجوم", "واشنطن"),
            (ru, "Почему Москва отвергла план?", "отвергла", "Москва"),
            (ru, "Поможет ли то, что Москва отвергла план?", "отвергла", "Москва"),
            (kk, "Мәскеу неге бас тартты?", "бас тартты", "Мәскеу"),
        ] {
            assert_eq!(modality(language, text, trigger, &[source]), Modality::Actual, "{text}");
        }
    }
}
