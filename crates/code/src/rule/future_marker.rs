//! Arabic marks the future in writing: سوف or سيتم before the word, or the letter س written onto an imperfect verb.
//!
//! The encoder sometimes overlooks the one letter. An event it read as actual is then future. Nouns, names and past verbs that begin with
//! the same letters are known by their first letters (`OTHERS`); أ must be printed with its hamza, because "ساعد" (helped) begins alike.

use mizan_record::{Class, Document, Event, Modality};
use mizan_text::fold::fold;

use crate::clause::up_to_trigger;

/// The rule's name in a record's origin.
pub const NAME: &str = "future-marker";

/// Words that make what stands directly behind them future.
const MARKERS: [&str; 5] = ["سيتم", "ستتم", "سوف", "سيجري", "ستجري"];

/// What makes it a future of the past, in the words just before.
const WAS: [&str; 3] = ["كان", "كانت", "كانوا"];

/// The mark with each of the imperfect's four prefixes, as printed.
const PREFIXES: [&str; 4] = ["سي", "ست", "سن", "سأ"];

/// How words begin (folded) that have these letters as their own.
const OTHERS: [&str; 33] = [
    "سيطر",
    "سياس",
    "سياد",
    "سيار",
    "سياح",
    "سياق",
    "سيناء",
    "سينات",
    "سينم",
    "سيناريو",
    "سيبير",
    "سيدات",
    "سيدني",
    "سيرال",
    "سيرغ",
    "سيرجي",
    "سيول",
    "سيلان",
    "سيمون",
    "ستار",
    "ستال",
    "ستين",
    "ستمائ",
    "ستراتيج",
    "ستوك",
    "ستيف",
    "سنوات",
    "سنوي",
    "سنغاف",
    "سنجار",
    "سندات",
    "سنح",
    "سال",
];

/// Make an actual event future where its verb is marked so. "كان سيعقد" (was going to) is no future, and a threat is made now, in words
/// about the future.
pub fn apply(event: &mut Event, document: &Document) {
    if event.modality != Modality::Actual || event.class == Class::Threaten {
        return;
    }
    let clause = up_to_trigger(document, event);
    let trigger = clause.iter().position(|w| w.at >= event.evidence.span.start).unwrap_or(clause.len());
    let before = &clause[..trigger];
    let marked = before.last().is_some_and(|w| w.is(&MARKERS)) || bears_mark(&event.evidence.quote);
    if marked && !before.iter().rev().take(3).any(|w| w.is(&WAS)) {
        event.modality = Modality::Future;
        event.origin.rules.push(NAME);
    }
}

/// Whether the first word of a trigger is an imperfect verb with the mark of the future.
fn bears_mark(trigger: &str) -> bool {
    let word = trigger.split_whitespace().next().unwrap_or("");
    let marked = |w: &str| {
        let letters = fold(w);
        PREFIXES.iter().any(|p| w.starts_with(p))
            && (letters.chars().count() > 4 || MARKERS.contains(&letters.as_str()))
            && !OTHERS.iter().any(|o| letters.starts_with(o))
    };
    marked(word) || word.strip_prefix(['و', 'ف']).is_some_and(marked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    fn modality(text: &str, trigger: &str) -> Modality {
        let mut s = Sample::new(text, trigger, Class::Consult, &[], &[]);
        apply(&mut s.event, &s.document);
        s.event.modality
    }

    #[test]
    fn the_mark_of_the_future_is_seen() {
        for (text, trigger) in [
            ("سيعقد الطرفان اجتماعا غدا", "سيعقد"),
            ("وسيلتقي الوزير نظيره الروسي", "سيلتقي"),
            ("وستستضيف أستانا المحادثات", "وستستضيف"),
            ("قال إنه سوف يلتقي الرئيس", "يلتقي"),
            ("سيتم توقيع الاتفاق غدا", "توقيع"),
            ("سيتم توقيع الاتفاق غدا", "سيتم توقيع"),
            ("سأزور موسكو", "سأزور"),
        ] {
            assert_eq!(modality(text, trigger), Modality::Future, "{text}");
        }
    }

    #[test]
    fn words_that_only_begin_alike_stay() {
        for (text, trigger) in [
            ("سيطرت القوات على المدينة", "سيطرت"),
            ("سياسة العقوبات", "سياسة"),
            ("ساعدت روسيا سوريا", "ساعدت"),
            ("سلم الوزير رسالة", "سلم"),
            ("ستة قتلى", "ستة"),
            ("سنوات من المحادثات", "سنوات"),
            ("كان سيلتقي الرئيس", "سيلتقي"),
            ("كانت سيول ستبيع بغداد الدبابات", "ستبيع"),
            ("سأل الوزير نظيره", "سأل"),
            ("اجتماع سوف", "اجتماع"),
        ] {
            assert_eq!(modality(text, trigger), Modality::Actual, "{text}");
        }
        let mut threat = Sample::new("خرق المياه سيقابل بالرد", "سيقابل بالرد", Class::Threaten, &[], &[]);
        apply(&mut threat.event, &threat.document);
        assert_eq!(threat.event.modality, Modality::Actual);
    }
}
