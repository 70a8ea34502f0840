//! "استشهاد رضيع فلسطيني .. والحكومة تحمل الاحتلال المسؤولية": dots in a headline part two clauses, and who is named in the second did not do
//! the harm of the first.
//!
//! The other way round he may have: "إسرائيل تقصف غزة .. وتقتل عشرة".

use mizan_record::{Class, Document, Event, Mention};

/// The rule's name in a record's origin.
pub const NAME: &str = "headline-halves";

/// Take the sources of an ASSAULT out that stand in a later clause of the headline.
pub fn apply(event: &mut Event, document: &Document, mentions: &[Mention]) {
    let heading = document.sections.get(event.evidence.sentence.saturating_sub(1)).is_some_and(|s| s.heading);
    if event.class != Class::Assault || !heading {
        return;
    }
    let end = event.evidence.span.end;
    let later = |s: usize| {
        document.text.as_str().get(end..mentions[s].evidence.span.start).is_some_and(|gap| gap.contains("..") || gap.contains('…'))
    };
    let kept: Vec<usize> = event.sources.iter().copied().filter(|&s| !later(s)).collect();
    if kept.len() < event.sources.len() {
        event.sources = kept;
        event.origin.rules.push(NAME);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    fn sources(text: &str, trigger: &str, source: &str, class: Class, heading: bool) -> usize {
        let mut s = Sample::new(text, trigger, class, &[source], &[]);
        s.document.sections[0].heading = heading;
        apply(&mut s.event, &s.document, &s.mentions);
        s.event.sources.len()
    }

    #[test]
    fn who_is_named_in_the_second_half_did_not_do_the_first() {
        let arabic = "استشهاد رضيع فلسطيني حرقا .. والحكومة تحمل قوات الاحتلال المسؤولية";
        for (text, trigger, source) in [
            (arabic, "استشهاد", "قوات الاحتلال"),
            ("Ten killed in Gaza… Israel blamed", "killed", "Israel"),
            ("Убийство в Киеве… Москва отрицает", "Убийство", "Москва"),
            ("Киевте кісі өлді… Мәскеу айыпталды", "өлді", "Мәскеу"),
        ] {
            assert_eq!(sources(text, trigger, source, Class::Assault, true), 0, "{text}");
            assert_eq!(sources(text, trigger, source, Class::Assault, false), 1, "{text}");
            assert_eq!(sources(text, trigger, source, Class::Accuse, true), 1, "{text}");
        }
    }

    #[test]
    fn the_first_half_may_act_in_the_second() {
        for (text, trigger, source) in
            [("إسرائيل تقصف غزة .. وتقتل عشرة", "تقتل", "إسرائيل"), ("مقتل عشرة في غارة شنتها إسرائيل .. ومصر تندد", "مقتل", "إسرائيل")]
        {
            assert_eq!(sources(text, trigger, source, Class::Assault, true), 1, "{text}");
        }
    }
}
