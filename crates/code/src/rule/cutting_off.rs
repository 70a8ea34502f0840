//! "Ресейлік банктерді SWIFT жүйесінен ажыратты", "отозвала гарантии безопасности": to cut off from SWIFT or to take back guarantees is to
//! cut ties, not to ease anything.

use mizan_record::{Class, Document, Event};

use crate::clause::{ClauseWord, from_trigger, up_to_trigger};
use crate::codebook::recode;
use crate::restraint::is_kazakh_verb;

/// The rule's name in a record's origin.
pub const NAME: &str = "cutting-off";

/// To cut off (folded), in Arabic and English before the system and in Kazakh behind it.
const CUT: [&str; 22] = [
    "disconnect",
    "disconnects",
    "disconnected",
    "disconnecting",
    "cut",
    "cuts",
    "cutting",
    "exclude",
    "excluded",
    "removed",
    "отключ*",
    "отсоедин*",
    "исключил*",
    "исключит*",
    "فصل",
    "فصلت",
    "يفصل",
    "تفصل",
    "استبعد",
    "استبعدت",
    "عزل",
    "عزلت",
];
const CUT_KAZAKH: [&str; 2] = ["ажырат*", "шығарды"];
/// The system of payments, and the words that lead to it.
const SWIFT: [&str; 5] = ["swift", "swift-*", "سويفت", "السويفت", "свифт*"];
const FROM: [&str; 5] = ["from", "из", "от", "من", "عن"];

/// To take back, and what is taken back.
const WITHDRAW: [&str; 9] = ["withdrew", "withdrawn", "withdraws", "revoked", "отозвал*", "отозвать", "отзывает", "سحب", "سحبت"];
const GUARANTEES: [&str; 7] = ["guarantee", "guarantees", "гаранти*", "ضمانات", "ضماناتها", "ضماناته", "الضمانات"];
const WITHDRAW_KAZAKH: [&str; 3] = ["қайтарып", "кері", "қайтарды"];
const GUARANTEES_KAZAKH: [&str; 1] = ["кепілдік*"];

/// Words that turn it round.
const NOT: [&str; 7] = ["not", "never", "не", "لم", "لا", "لن", "ما"];
/// How far behind the verb the system may stand, in words.
const NEAR: usize = 12;

/// Make an event that cuts off from SWIFT or takes back guarantees, and that was read as cooperation, a SANCTION.
pub fn apply(event: &mut Event, document: &Document) {
    use Class::{Agree, Aid, Concede, Cooperate, Retreat, Support};
    let open = matches!(event.class, Agree | Aid | Concede | Cooperate | Retreat | Support);
    if open && (cuts_off(event, document) || cuts_off_kazakh(event, document)) {
        recode(event, Class::Sanction, NAME);
    }
}

/// "Disconnected the banks from SWIFT", "отозвала гарантии".
fn cuts_off(event: &Event, document: &Document) -> bool {
    let clause = from_trigger(document, event);
    let negated = up_to_trigger(document, event).iter().rev().find(|w| w.at < event.evidence.span.start).is_some_and(|w| w.is(&NOT));
    let verb_of = |verbs: &[&str]| clause.iter().position(|w| w.at < event.evidence.span.end && w.is(verbs));
    let from_swift = |verb: usize| {
        let near = &clause[verb + 1..clause.len().min(verb + 1 + NEAR)];
        near.iter().position(|w| w.is(&SWIFT)).is_some_and(|at| near[at.saturating_sub(4)..at].iter().any(|w| w.is(&FROM)))
    };
    let takes_back = |verb: usize| clause.iter().skip(verb + 1).take(3).any(|w| w.is(&GUARANTEES));
    !negated
        && !clause.first().is_some_and(|w| w.is(&NOT))
        && (verb_of(&CUT).is_some_and(from_swift) || verb_of(&WITHDRAW).is_some_and(takes_back))
}

/// "SWIFT жүйесінен ажыратты", "кепілдіктерін қайтарып алды".
fn cuts_off_kazakh(event: &Event, document: &Document) -> bool {
    let clause = up_to_trigger(document, event);
    let verb_of = |verbs: &[&str]| clause.iter().rposition(|w| w.at >= event.evidence.span.start && is_kazakh_verb(w, verbs));
    let before = |verb: usize, words: usize| &clause[verb.saturating_sub(words)..verb];
    let from = |w: &ClauseWord| w.word.ends_with("нен") || w.word.ends_with("тен") || w.word.ends_with("нан");
    let from_swift = |verb: usize| before(verb, 2).iter().any(|w| w.is(&SWIFT)) && before(verb, 1).iter().any(from);
    let takes_back = |verb: usize| before(verb, 1).iter().any(|w| w.is(&GUARANTEES_KAZAKH));
    verb_of(&CUT_KAZAKH).is_some_and(from_swift) || verb_of(&WITHDRAW_KAZAKH).is_some_and(takes_back)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    fn coded(text: &str, trigger: &str) -> Class {
        let mut s = Sample::new(text, trigger, Class::Concede, &[], &[]);
        apply(&mut s.event, &s.document);
        s.event.class
    }

    #[test]
    fn to_cut_off_is_a_sanction() {
        for (text, trigger) in [
            ("Брюссель ресейлік банктерді SWIFT жүйесінен ажыратты", "ажыратты"),
            ("Банктерді SWIFT-тен ажыратты", "ажыратты"),
            ("Brussels cut Russian banks off from the SWIFT system", "cut"),
            ("Brussels has disconnected seven Russian banks from SWIFT", "has disconnected"),
            ("ЕС отключил российские банки от системы SWIFT", "отключил"),
            ("فصلت بروكسل المصارف الروسية عن نظام سويفت", "فصلت"),
            ("Россия отозвала гарантии безопасности судоходства", "отозвала гарантии"),
            ("Russia withdrew its security guarantees", "withdrew"),
            ("سحبت روسيا ضمانات أمن الملاحة", "سحبت"),
            ("Ресей кеме қауіпсіздігінің кепілдіктерін қайтарып алды", "қайтарып алды"),
        ] {
            assert_eq!(coded(text, trigger), Class::Sanction, "{text}");
        }
    }

    #[test]
    fn to_ease_and_to_withdraw_stay() {
        for (text, trigger) in [
            ("Брюссель банктерді SWIFT жүйесінен ажыратпады", "ажыратпады"),
            ("Brussels did not cut the banks off from SWIFT", "cut"),
            ("Brussels cut tariffs for banks that use SWIFT", "cut"),
            ("ЕС подключил банки к SWIFT", "подключил"),
            ("Россия отозвала войска", "отозвала"),
            ("Россия дала гарантии и отозвала войска", "отозвала"),
            ("سحبت روسيا قواتها", "سحبت"),
            ("فصلت الشرطة المتظاهرين", "فصلت"),
            ("Ресей тұтқындарды қайтарып берді", "қайтарып берді"),
        ] {
            assert_eq!(coded(text, trigger), Class::Concede, "{text}");
        }
    }
}
