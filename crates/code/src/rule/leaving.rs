//! To leave a deal or a treaty is to cut ties (the annotation guide's settled cases), whatever the verb sounds like.
//!
//! "Вышла из сделки" reads to the encoder like a withdrawal of troops. The treaty must stand right behind the verb's preposition (in Kazakh
//! right before the verb), with nothing but words that name it between: "withdrew from the city under the deal" is a withdrawal.

use mizan_record::{Class, Document, Event, Mention};

use crate::clause::{ClauseWord, from_trigger, up_to_trigger};
use crate::codebook::recode;
use crate::restraint::is_russian_adjective;

/// The rule's name in a record's origin.
pub const NAME: &str = "leaving";

/// Verbs of leaving, and the preposition that goes with them.
const LEAVE: [(&[&str], &str); 3] = [
    (&["withdrew", "withdraw", "withdraws", "withdrawn", "withdrawal", "withdrawing"], "from"),
    (&["вышел", "вышла", "вышло", "вышли", "выходит", "выходят", "выйдет", "выйдут", "выйти", "выход", "выхода", "выходе"], "из"),
    (&["انسحب", "انسحبت", "انسحاب", "الانسحاب", "انسحابه", "انسحابها", "ينسحب", "تنسحب", "ستنسحب", "سينسحب", "خرجت", "خروج"], "من"),
];
const LEAVE_KAZAKH: [&str; 7] = ["шықты", "шыққан", "шығып", "шығады", "шығуы", "шығу", "шығатын*"];

/// Deals and treaties, as they stand behind the preposition.
const TREATIES: [&str; 29] = [
    "deal",
    "deals",
    "agreement",
    "agreements",
    "treaty",
    "treaties",
    "accord",
    "accords",
    "pact",
    "convention",
    "сделки",
    "соглашения",
    "соглашений",
    "договора",
    "договоров",
    "пакта",
    "конвенции",
    "اتفاق",
    "الاتفاق",
    "اتفاقيه",
    "الاتفاقيه",
    "اتفاقيات",
    "معاهده",
    "المعاهده",
    "صفقه",
    "الصفقه",
    "اتفاقات",
    "ميثاق",
    "مبادره",
];
const TREATIES_KAZAKH: [&str; 5] = ["келісім*", "шарт*", "мәміле*", "пакт*", "конвенция*"];

/// English nouns that a deal is only the first part of: "withdrew from the deal talks".
const ABOUT: [&str; 6] = ["talks", "negotiations", "talk", "zone", "area", "table"];

/// Words that go on from one noun to another thing, so that the treaty behind them is not what is left.
const TURNS: [&str; 14] =
    ["under", "after", "in", "as", "to", "following", "by", "with", "over", "and", "or", "despite", "before", "during"];

/// Make an event that leaves a deal or a treaty, and that was read as cooperation, a SANCTION. A REJECT stays: the notice or the wish to leave
/// may be one.
pub fn apply(event: &mut Event, document: &Document, mentions: &[Mention]) {
    use Class::{Agree, Concede, Cooperate, Retreat, Support};
    let open = matches!(event.class, Agree | Concede | Cooperate | Retreat | Support);
    if open && (leaves(event, document, mentions) || leaves_kazakh(event, document)) {
        recode(event, Class::Sanction, NAME);
    }
}

fn leaves(event: &Event, document: &Document, mentions: &[Mention]) -> bool {
    let clause = from_trigger(document, event);
    let start = |w: &ClauseWord| w.at < event.evidence.span.end;
    LEAVE.iter().any(|(verbs, preposition)| {
        let Some(verb) = clause.iter().position(|w| start(w) && w.is(verbs)) else { return false };
        let rest = &clause[verb + 1..];
        let behind = rest.iter().position(|w| !w.in_party(event, mentions) || w.word == *preposition).unwrap_or(0);
        rest.get(behind).is_some_and(|w| w.word == *preposition) && names_a_treaty(&rest[behind + 1..], event, mentions)
    })
}

/// Whether a treaty is the first noun of some words; in English the last of a compound.
fn names_a_treaty(words: &[ClauseWord], event: &Event, mentions: &[Mention]) -> bool {
    let Some(at) = words.iter().take(7).position(|w| w.is(&TREATIES)) else { return false };
    let leads = |w: &ClauseWord| {
        let english = w.word.is_ascii() && !w.is(&TURNS);
        english || is_russian_adjective(&w.word) || w.in_party(event, mentions)
    };
    words[..at].iter().all(leads) && !words.get(at + 1).is_some_and(|w| w.is(&ABOUT))
}

fn leaves_kazakh(event: &Event, document: &Document) -> bool {
    let clause = up_to_trigger(document, event);
    let verb = clause.iter().rposition(|w| w.at >= event.evidence.span.start && w.is(&LEAVE_KAZAKH));
    let treaty = verb.and_then(|v| v.checked_sub(1)).map(|before| &clause[before]);
    let from = |w: &ClauseWord| ["нен", "нан", "ден", "дан", "тен", "тан"].iter().any(|ending| w.word.ends_with(ending));
    treaty.is_some_and(|w| w.is(&TREATIES_KAZAKH) && from(w))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    fn coded(text: &str, trigger: &str, source: &str) -> Class {
        let mut s = Sample::new(text, trigger, Class::Retreat, &[source], &[]);
        apply(&mut s.event, &s.document, &s.mentions);
        s.event.class
    }

    #[test]
    fn to_leave_a_treaty_is_to_cut_ties() {
        for (text, trigger, source) in [
            ("The US withdrew from the 2015 Iran nuclear deal in May", "withdrew", "US"),
            ("Россия вышла из зерновой сделки", "вышла", "Россия"),
            ("США вышли из Парижского соглашения", "вышли из", "США"),
            ("انسحبت روسيا من اتفاقية الحبوب", "انسحبت", "روسيا"),
            ("بعد انسحاب واشنطن من الاتفاق", "انسحاب", "واشنطن"),
            ("Ресей астық келісімінен шықты", "шықты", "Ресей"),
        ] {
            assert_eq!(coded(text, trigger, source), Class::Sanction, "{text}");
        }
    }

    #[test]
    fn to_leave_a_place_is_not() {
        for (text, trigger, source) in [
            ("Israel withdrew from the city under the deal", "withdrew", "Israel"),
            ("Hamas withdrew from the deal talks", "withdrew", "Hamas"),
            ("Войска России вышли из города по условиям соглашения", "вышли", "России"),
            ("انسحبت إسرائيل من غزة بعد الاتفاق", "انسحبت", "إسرائيل"),
            ("Ресей келісім бойынша қаладан шықты", "шықты", "Ресей"),
            ("Компания келісімінен кейін шығарды", "шығарды", "Компания"),
        ] {
            assert_eq!(coded(text, trigger, source), Class::Retreat, "{text}");
        }
    }
}
