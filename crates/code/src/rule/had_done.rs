//! Kazakh "-ған еді", "-ған болатын" at the end of a sentence: had done.
//!
//! The pluperfect recalls what was reported before. A week or a month ago that is still news (sentences marked by hand are divided); what its
//! own date puts months back is background.

use jiff::ToSpan;
use mizan_record::{Document, Event, Modality};

use crate::clause::to_the_end;

/// The rule's name in a record's origin.
pub const NAME: &str = "had-done";

/// What follows the participle.
const HAD: [&str; 4] = ["еді", "едік", "едім", "болатын"];
/// The participle's endings, and those of its negative, which says that something did not happen.
const DONE: [&str; 4] = ["ған", "ген", "қан", "кен"];
const NOT_DONE: [&str; 6] = ["маған", "меген", "баған", "беген", "паған", "пеген"];

/// Make an actual event historical where its trigger is the pluperfect that ends the sentence and its own date ended more than two months
/// before publication.
pub fn apply(event: &mut Event, document: &Document) {
    let words = to_the_end(document, event);
    let [.., done, had] = &words[..] else { return };
    let ends = |endings: &[&str]| endings.iter().any(|e| done.word.ends_with(e));
    let pluperfect = HAD.contains(&had.word.as_str()) && ends(&DONE) && !ends(&NOT_DONE);
    let inside = done.at < event.evidence.span.end;
    if event.modality == Modality::Actual && pluperfect && inside && is_months_back(event, document) {
        event.modality = Modality::Historical;
        event.origin.rules.push(NAME);
    }
}

fn is_months_back(event: &Event, document: &Document) -> bool {
    let limit = document.published.and_then(|(day, _)| day.checked_sub(2.months()).ok());
    let last = event.date.as_ref().filter(|d| d.evidence.is_some()).and_then(|d| d.interval.last);
    limit.zip(last).is_some_and(|(limit, last)| last < limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use jiff::civil::date;
    use mizan_record::{Class, EventDate, Granularity, Interval};

    fn modality(text: &str, trigger: &str) -> Modality {
        read(text, trigger, 1)
    }

    /// Read a sentence published on 21 September about an event of a month of that year.
    fn read(text: &str, trigger: &str, month: i8) -> Modality {
        let mut s = Sample::new(text, trigger, Class::Sanction, &[], &[]);
        s.document.published = Some((date(2023, 9, 21), "flag"));
        let (first, last) = (Some(date(2023, month, 1)), Some(date(2023, month, 28)));
        let interval = Interval { first, last, granularity: Granularity::Month };
        s.event.date = Some(EventDate { interval, evidence: Some(s.event.evidence.clone()), rule: "month" });
        apply(&mut s.event, &s.document);
        s.event.modality
    }

    #[test]
    fn the_pluperfect_is_background() {
        for (text, trigger) in [
            ("Еуроодақ алғашқы санкцияларды 2014 жылы енгізген болатын.", "енгізген болатын"),
            ("Қазақстан бекеттерді ашуды сұраған еді.", "сұраған"),
            ("Министрлік референдумдарды танудан бас тартқан болатын.", "бас тартқан болатын"),
        ] {
            assert_eq!(modality(text, trigger), Modality::Historical, "{text}");
        }
    }

    #[test]
    fn other_verbs_and_ends_stay() {
        for (text, trigger) in [
            ("Қытай тасымалды шектеп, Қазақстан сұраған еді.", "шектеп"),
            ("Еуроодақ санкция енгізген.", "енгізген"),
            ("Қазақстан санкцияға қосылмаған еді.", "қосылмаған еді"),
            ("Ол барар еді.", "барар еді"),
            ("The EU had approved it.", "approved"),
        ] {
            assert_eq!(modality(text, trigger), Modality::Actual, "{text}");
        }
        assert_eq!(read("Өткен айда орден табыс еткен едік.", "табыс еткен едік", 8), Modality::Actual);
    }
}
