//! "تعرض الوفد لهجوم", "Киев подвергся атаке", "Kyiv came under attack", "Киев шабуылға ұшырады": whom it befell is the target.
//!
//! The encoder takes the subject of such a verb for the one who acts, or misses it. The subject is the party at once behind the Arabic verb or
//! at once before the Russian or English one, and in Kazakh the one at once before the trigger. A relative clause may stand between: in commas
//! ("люди, которые вышли на улицы, подверглись …"), or in Arabic where it is said who acts ("تعرض أشخاص وضعوا رموزا للاستجواب من قبل الشرطة").
//!
//! Who acts stands behind "by" ("من قبل", "со стороны") or before "тарапынан", or owns the harm in Kazakh ("Украинаның шабуылына ұшырады",
//! "Украина дрондарының шабуылына ұшырады"). An event that has another target is left alone.

use mizan_record::{Class, Document, Event, Mention};
use mizan_text::Language;
use mizan_text::fold::fold;
use mizan_text::language::kazakh::is_genitive;

use crate::clause::{ClauseWord, fits, from_trigger, sentence, up_to_trigger};
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
/// The Kazakh verb by stem, its causative ("subjected another"), and the dative before it; that of "their attacks" ends otherwise.
const BEFELL_KAZAKH: [&str; 1] = ["ұшыра*"];
const SUBJECTED_KAZAKH: [&str; 1] = ["ұшырат*"];
const DATIVE: [&str; 4] = ["ға", "ге", "қа", "ке"];

/// The dative of a harm that is somebody's.
const DATIVE_OWNED: [&str; 2] = ["ына", "іне"];

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

/// Words before the one who acts (folded), and in Kazakh behind him.
const BY: [&[&str]; 11] = [
    &["من", "قبل"],
    &["من", "جانب"],
    &["من", "طرف"],
    &["علي", "يد"],
    &["علي", "ايدي"],
    &["со", "стороны"],
    &["by"],
    &["by", "the"],
    &["from"],
    &["from", "the"],
    &["at", "the", "hands", "of"],
];
const BY_KAZAKH: &str = "тарапынан";
/// What may stand before a subject in its clause, where the encoder names it no party (folded).
const BEFORE: [&str; 6] = ["the", "and", "but", "и", "но", "а"];
/// Relative pronouns (folded).
const WHO: [&str; 3] = ["who", "which", "котор*"];

/// How many words may stand between the verb and the trigger, besides those of the party.
const NEAR: usize = 3;
/// How many words a relative clause may have.
const FAR: usize = 15;

/// Make the one it befell the target of a harm that has none, and the one behind "by" its source.
pub fn apply(event: &mut Event, document: &Document, mentions: &[Mention]) {
    let is_harm =
        matches!(event.class, Class::Assault | Class::Coerce | Class::Accuse | Class::Threaten | Class::Sanction | Class::Protest);
    if !is_harm {
        return;
    }
    let first = mentions.partition_point(|m| m.evidence.sentence < event.evidence.sentence);
    let agents: Vec<usize> = (first..mentions.len()).filter(|&m| is_agent(event, document, mentions, m)).collect();
    if !event.targets.iter().all(|t| agents.contains(t)) {
        return;
    }
    let by: Vec<&Mention> = agents.iter().map(|&a| &mentions[a]).collect();
    let is_befallen = |m: &usize| {
        let is_party = event.sources.contains(m);
        !agents.contains(m) && is_subject(event, document, &mentions[*m], is_party, &by)
    };
    let befell: Vec<usize> = (first..mentions.len()).filter(is_befallen).collect();
    if !befell.is_empty() {
        event.sources.retain(|s| !befell.contains(s) && !agents.contains(s));
        event.sources.extend(agents);
        event.targets = befell;
        event.origin.rules.push(NAME);
    }
}

/// Whether a mention stands behind "by" and that a few words behind the trigger, in its clause; in Kazakh before "тарапынан" and the trigger.
fn is_agent(event: &Event, document: &Document, mentions: &[Mention], who: usize) -> bool {
    let who = &mentions[who];
    let (place, trigger) = (who.evidence.span, event.evidence.span);
    if document.language == Some(Language::Kazakh) {
        let clause = up_to_trigger(document, event);
        let behind: Vec<&ClauseWord> = clause.iter().filter(|w| place.end <= w.at && w.at < trigger.start).collect();
        let by = behind.first().is_some_and(|w| w.word == BY_KAZAKH) && behind.len() <= NEAR + 1;
        let parted = mentions.iter().any(|m| (place.end..trigger.end).contains(&m.evidence.span.start));
        return by || !parted && owns_harm(event, document, who, &behind);
    }
    let clause = from_trigger(document, event);
    let before: Vec<&str> = clause.iter().filter(|w| trigger.end <= w.at && w.at < place.start).map(|w| w.word.as_str()).collect();
    let is_in_clause = clause.iter().any(|w| place.start <= w.at && w.at < place.end);
    is_in_clause && BY.iter().any(|by| before.ends_with(by) && before.len() <= by.len() + NEAR)
}

/// Whether a mention that some words part from the trigger is the one whose harm it is: a genitive, or the maker of a thing in the genitive,
/// before a harm in the possessive dative. No other mention may stand between.
fn owns_harm(event: &Event, document: &Document, who: &Mention, behind: &[&ClauseWord]) -> bool {
    let trigger = from_trigger(document, event);
    let next = behind.first().copied().or(trigger.first());
    let by_thing = behind.len() <= 1 && next.is_some_and(|w| is_genitive(&w.word));
    let by_itself = behind.len() < NEAR && !behind.iter().any(|w| is_genitive(&w.word));
    let owner = if is_genitive(&fold(&who.evidence.quote)) { by_itself } else { by_thing };
    let in_clause = up_to_trigger(document, event).first().is_some_and(|w| w.at < who.evidence.span.end);
    owner && in_clause && who.evidence.span.end <= event.evidence.span.start && befell_kazakh(event, document, &DATIVE_OWNED)
}

/// Whether a mention is the subject of a verb that says what befell it. `is_party` is whether the encoder names it one.
fn is_subject(event: &Event, document: &Document, who: &Mention, is_party: bool, by: &[&Mention]) -> bool {
    match document.language {
        Some(Language::Arabic) => arabic(event, document, who, if by.is_empty() { NEAR } else { FAR }),
        Some(Language::Kazakh) => is_party && kazakh(event, document, who, by),
        Some(Language::Russian | Language::English) => {
            (is_party || opens_clause(event, document, who)) && verb_behind(event, document, who)
        }
        None => false,
    }
}

/// Whether nothing but a conjunction or article stands before a mention in its clause: of "the head of Iran came under fire" Iran is no subject.
fn opens_clause(event: &Event, document: &Document, who: &Mention) -> bool {
    let (start, _) = sentence(document, event);
    let head = document.text.as_str().get(start..who.evidence.span.start).unwrap_or("");
    let clause = head.rsplit(['.', ',', ';', ':', '!', '?', '(', ')', '–', '—']).next().unwrap_or("");
    words(clause).iter().all(|w| BEFORE.contains(&w.as_str()))
}

/// "تعرض الوفد الروسي لهجوم", with no more than some words between the party and the trigger.
fn arabic(event: &Event, document: &Document, party: &Mention, limit: usize) -> bool {
    let (place, trigger) = (party.evidence.span, event.evidence.span);
    let text = document.text.as_str();
    let clause = up_to_trigger(document, event);
    let behind_verb =
        |w: &ClauseWord| w.is(&BEFELL_ARABIC) && text.get(w.at..place.start).is_some_and(|t| t.split_whitespace().count() == 1);
    let head = text.get(place.end..trigger.start);
    let gap = head.is_some_and(|head| words(head).len() <= limit);
    let by_to = event.evidence.quote.starts_with('ل') || head.is_some_and(|head| head.ends_with(" ل") || head.ends_with(" لل"));
    gap && by_to && clause.iter().any(behind_verb)
}

/// "Киев подвергся атаке", "Kyiv came under attack", "люди, которые вышли на улицы, подверглись допросу".
fn verb_behind(event: &Event, document: &Document, party: &Mention) -> bool {
    let end = party.evidence.span.end;
    let clause = up_to_trigger(document, event);
    let behind: Vec<&ClauseWord> = clause.iter().filter(|w| w.at >= end).skip_while(|w| w.is(&BETWEEN)).collect();
    let to_trigger = behind.iter().filter(|w| w.at < event.evidence.span.start).count();
    let is_next = clause.first().is_some_and(|w| w.at < end || is_relative(document, end, w.at));
    is_next && to_trigger <= NEAR && begins_with_verb(&behind)
}

/// Whether what stands between two places is a relative clause in commas.
fn is_relative(document: &Document, from: usize, to: usize) -> bool {
    let between = document.text.as_str().get(from..to).unwrap_or("").trim();
    let Some(inner) = between.strip_prefix(',').and_then(|b| b.strip_suffix(',')) else { return false };
    let (parted, inner) = (inner.contains(['.', ';', ':', '(', ')', '–', '—', '«', '»', '"']), words(inner));
    !parted && inner.len() <= FAR && inner.first().is_some_and(|w| WHO.iter().any(|who| fits(w, who)))
}

fn begins_with_verb(words: &[&ClauseWord]) -> bool {
    let [first, rest @ ..] = words else { return false };
    let reflexive = ["ся", "сь"].iter().any(|ending| first.word.ends_with(ending));
    let pair = |[verb, particle]: &[&str; 2]| first.word == *verb && rest.first().is_some_and(|w| w.word == *particle);
    let is_alone = FACED.contains(&first.word.as_str()) && !rest.is_empty();
    is_alone || first.is(&BEFELL_RUSSIAN) && reflexive || CAME_UNDER.iter().any(pair)
}

/// "Киев шабуылға ұшырады", "Киев Мәскеу тарапынан шабуылға ұшырады".
fn kazakh(event: &Event, document: &Document, party: &Mention, by: &[&Mention]) -> bool {
    let (place, trigger) = (party.evidence.span, event.evidence.span);
    let agent = by.iter().map(|m| m.evidence.span).find(|a| a.start >= place.end);
    let between = document.text.as_str().get(place.end..agent.map_or(trigger.start, |a| a.start));
    let is_before = between.is_some_and(|b| words(b).iter().all(|w| BETWEEN.contains(&w.as_str())));
    let possessed = is_genitive(&fold(&party.evidence.quote));
    let owned = agent.is_some() && befell_kazakh(event, document, &DATIVE_OWNED);
    is_before && !possessed && (owned || befell_kazakh(event, document, &DATIVE))
}

/// Whether "ұшыра-" stands behind a word of the trigger that has one of some endings.
fn befell_kazakh(event: &Event, document: &Document, endings: &[&str]) -> bool {
    let clause = from_trigger(document, event);
    let says = |verb: &ClauseWord| verb.is(&BEFELL_KAZAKH) && !verb.is(&SUBJECTED_KAZAKH);
    let harm = |word: &ClauseWord| endings.iter().any(|ending| word.word.ends_with(ending)) && word.at < event.evidence.span.end;
    clause.windows(2).take(2).any(|pair| harm(&pair[0]) && says(&pair[1]))
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

    /// The sources and targets after the rule, by their words; the first `sources` and then `targets` are the encoder's, the rest no party.
    fn sides(language: Language, text: &str, trigger: &str, parties: [&[&str]; 3]) -> (Vec<String>, Vec<String>) {
        let all: Vec<&str> = parties.concat();
        let mut s = Sample::new(text, trigger, Class::Coerce, &all, &[]);
        let (sources, targets) = (parties[0].len(), parties[0].len() + parties[1].len());
        (s.event.sources, s.event.targets) = ((0..sources).collect(), (sources..targets).collect());
        s.document.language = Some(language);
        apply(&mut s.event, &s.document, &s.mentions);
        let quotes = |of: &[usize]| of.iter().map(|&m| s.mentions[m].evidence.quote.clone()).collect();
        (quotes(&s.event.sources), quotes(&s.event.targets))
    }

    #[test]
    fn the_one_behind_by_is_the_source() {
        let (ar, ru, en, kk) = (Language::Arabic, Language::Russian, Language::English, Language::Kazakh);
        let seed = "في المقابل، تعرض أشخاص وضعوا رموزا وعبارات مؤيدة لروسيا في الحرب للاستجواب من قبل الشرطة";
        let relative = "Люди, которые вышли с плакатами, подверглись допросу со стороны полиции";
        for (language, text, trigger, parties, source, target) in [
            (ar, seed, "للاستجواب", [&["الشرطة"][..], &[], &["أشخاص", "لروسيا"]], "الشرطة", "أشخاص"),
            (ar, "تعرض الوفد لهجوم من جانب إسرائيل", "لهجوم", [&[], &["إسرائيل"], &["الوفد"]], "إسرائيل", "الوفد"),
            (ru, relative, "допросу", [&["Люди"], &[], &["полиции"]], "полиции", "Люди"),
            (ru, "Киев подвергся резкой критике со стороны Москвы", "критике", [&["Киев"], &["Москвы"], &[]], "Москвы", "Киев"),
            (
                en,
                "Activists were subjected to questioning by police",
                "questioning",
                [&["police"], &[], &["Activists"]],
                "police",
                "Activists",
            ),
            (en, "Minsk, which hosted the talks, came under fire from Kyiv", "fire", [&["Minsk"], &["Kyiv"], &[]], "Kyiv", "Minsk"),
            (kk, "Астана Мәскеу тарапынан сынға ұшырады", "сынға", [&["Астана"], &[], &["Мәскеу"]], "Мәскеу", "Астана"),
            (kk, "Мәскеу Украинаның шабуылына ұшырады", "шабуылына", [&["Мәскеу"], &["Украинаның"], &[]], "Украинаның", "Мәскеу"),
            (
                kk,
                "Мәскеу кеше Украинаның жаппай шабуылына ұшырады",
                "шабуылына ұшырады",
                [&["Мәскеу"], &["Украинаның"], &[]],
                "Украинаның",
                "Мәскеу",
            ),
            (kk, "Киев Ресей дрондарының шабуылына ұшырады", "дрондарының шабуылына", [&["Киев"], &["Ресей"], &[]], "Ресей", "Киев"),
            (kk, "Грозный Украина дрондарының шабуылына ұшырады", "шабуылына", [&["Грозный"], &["Украина"], &[]], "Украина", "Грозный"),
        ] {
            assert_eq!(sides(language, text, trigger, parties), (vec![source.to_owned()], vec![target.to_owned()]), "{text}");
        }
    }

    #[test]
    fn others_near_the_verb_are_left_alone() {
        let (ar, ru, en, kk) = (Language::Arabic, Language::Russian, Language::English, Language::Kazakh);
        for (language, text, trigger, parties) in [
            (en, "The head of Iran came under fire", "fire", [&[][..], &[], &["Iran"]]),
            (ru, "Глава Ирана подвергся допросу", "допросу", [&[], &[], &["Ирана"]]),
            (ru, "Министры, сказав, что Киев ждёт, подверглись допросу", "допросу", [&["Министры"], &[], &["Киев"]]),
            (ar, "تعرض روسيا خطة جديدة شاملة كبيرة للحرب", "للحرب", [&["روسيا"], &[], &[]]),
            (kk, "Ресей Киевті шабуылға ұшыратты", "шабуылға", [&["Ресей"], &[], &["Киевті"]]),
            (kk, "Киевте шабуылға ұшырады", "шабуылға", [&[], &[], &["Киевте"]]),
        ] {
            let (sources, targets) = sides(language, text, trigger, parties);
            assert_eq!((sources.len(), targets.len()), (parties[0].len(), 0), "{text}");
        }
    }
}
