//! Arabic "قد" before an imperfect verb says that something may be: "قد تدعو دول أوبك". Before a perfect one ("قد دعت") it says that it was.
//!
//! The encoder sometimes reads the one as the other. Verbs whose first letter may belong to either form (تعهد, "pledged" and "pledges") are
//! left alone.

use mizan_record::{Document, Event, Modality};

use crate::clause::up_to_trigger;

/// The rule's name in a record's origin.
pub const NAME: &str = "may-do";

/// The word itself (folded, without و and ف).
const MAY: [&str; 1] = ["قد"];
/// What makes it a past or a perfect ("كان قد يزور"), in the words just before.
const BE: [&str; 6] = ["كان", "كانت", "كانوا", "يكون", "تكون", "يكونوا"];
/// How perfect verbs and nouns begin that look like an imperfect (folded).
const OTHERS: [&str; 5] = ["يسر", "ييس", "يمين", "يهود", "يوم"];

/// Make an actual event hypothetical where the verb of its trigger is an imperfect directly behind "قد".
pub fn apply(event: &mut Event, document: &Document) {
    let clause = up_to_trigger(document, event);
    let trigger = clause.iter().position(|w| w.at >= event.evidence.span.start).unwrap_or(clause.len());
    let verb = trigger + usize::from(clause.get(trigger).is_some_and(|w| w.is(&MAY)));
    let (before, rest) = clause.split_at(verb.min(clause.len()));
    let ([earlier @ .., may], [verb, ..]) = (before, rest) else { return };
    let was = earlier.iter().rev().take(2).any(|w| w.is(&BE));
    if event.modality == Modality::Actual && may.is(&MAY) && is_imperfect(&verb.word) && !was {
        event.modality = Modality::Hypothetical;
        event.date = event.date.take().filter(|date| date.evidence.is_some());
        event.origin.rules.push(NAME);
    }
}

/// Whether a folded word can only be an imperfect verb. With ت that is sure only of a weak ending and of the tenth form.
fn is_imperfect(word: &str) -> bool {
    let letters = word.chars().count();
    let he = word.starts_with('ي') && letters > 3 && !OTHERS.iter().any(|o| word.starts_with(o));
    let she = word.starts_with('ت') && word.ends_with('و') && letters > 3;
    he || she || (word.starts_with("تست") && letters > 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use mizan_record::Class;

    fn modality(text: &str, trigger: &str) -> Modality {
        let mut s = Sample::new(text, trigger, Class::Request, &[], &[]);
        apply(&mut s.event, &s.document);
        s.event.modality
    }

    #[test]
    fn what_may_be_is_hypothetical() {
        for (text, trigger) in [
            ("وقد تدعو دول أوبك إلى خفض الإنتاج", "تدعو"),
            ("قد يلتقي الوزير نظيره الروسي", "يلتقي"),
            ("قال إنه قد يزور موسكو", "قد يزور"),
            ("وقد تستدعي أستانا السفير", "تستدعي"),
        ] {
            assert_eq!(modality(text, trigger), Modality::Hypothetical, "{text}");
        }
    }

    #[test]
    fn what_was_stays() {
        for (text, trigger) in [
            ("وقد دعت دول أوبك إلى خفض الإنتاج", "دعت"),
            ("وقد تعهد الوزير بالدعم", "تعهد"),
            ("وقد تلقى الرئيس دعوة", "تلقى"),
            ("يلتقي الوزير نظيره الروسي", "يلتقي"),
            ("قد وصل الوزير الذي يلتقي نظيره", "يلتقي"),
            ("كان قد يسر اللقاء", "يسر"),
        ] {
            assert_eq!(modality(text, trigger), Modality::Actual, "{text}");
        }
    }
}
