//! «Израиль 13 маусымда Иранға соққы берді», told on 17 June: what a day of the last weeks dates is news and no background.
//!
//! The encoder sometimes takes the date in a report of these days for history. A single day that the text itself gives, within thirty days
//! before publication, says otherwise. A pluperfect in the sentence, or a word that sets a deed before others, leaves it as it was.

use jiff::{ToSpan, civil::Date};
use mizan_record::{Document, Event, Granularity, Modality};
use mizan_text::fold::fold;
use mizan_text::word::words;

use crate::clause::{ClauseWord, sentence};

/// The rule's name in a record's origin.
pub const NAME: &str = "of-these-days";

/// What recalls a deed as done before (folded, without و and ف).
const BEFORE: [&str; 16] = [
    "كان",
    "كانت",
    "كانوا",
    "سبق",
    "سابقا",
    "سابق",
    "had",
    "previously",
    "earlier",
    "ранее",
    "прежде",
    "раньше",
    "еді",
    "едік",
    "болатын",
    "бұрын",
];

/// Make a `historical` event `actual` when its own day lies within thirty days before `published`.
pub fn apply(event: &mut Event, document: &Document) {
    let published = document.published.map(|(day, _)| day);
    if event.modality == Modality::Historical && published.is_some_and(|day| is_near(event, day)) && !is_recalled(event, document) {
        event.modality = Modality::Actual;
        event.origin.rules.push(NAME);
    }
}

fn is_near(event: &Event, published: Date) -> bool {
    let Some(date) = event.date.as_ref().filter(|d| d.evidence.is_some() && d.rule != "now") else { return false };
    let (first, last) = (date.interval.first, date.interval.last);
    let single = date.interval.granularity == Granularity::Day && first == last;
    let limit = published.checked_sub(30.days()).ok();
    single && first.zip(limit).is_some_and(|(day, limit)| limit <= day && day <= published)
}

fn is_recalled(event: &Event, document: &Document) -> bool {
    let (from, to) = sentence(document, event);
    let text = document.text.as_str().get(from..to).unwrap_or("");
    words(text).iter().map(|w| ClauseWord { word: fold(w.of(text)), at: from + w.span.start }).any(|w| w.is(&BEFORE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use jiff::civil::date;
    use mizan_record::{Class, EventDate, Interval};

    /// Read a background event of some days in a sentence published on 17 June 2025.
    fn read(text: &str, trigger: &str, [first, last]: [Date; 2]) -> Modality {
        let mut s = Sample::new(text, trigger, Class::Assault, &[], &[]);
        s.document.published = Some((date(2025, 6, 17), "flag"));
        s.event.modality = Modality::Historical;
        let interval = Interval { first: Some(first), last: Some(last), granularity: Granularity::Day };
        s.event.date = Some(EventDate { interval, evidence: Some(s.event.evidence.clone()), rule: "day-before-publication" });
        apply(&mut s.event, &s.document);
        s.event.modality
    }

    #[test]
    fn what_a_day_of_the_last_weeks_dates_is_news() {
        for (text, trigger) in [
            ("Израиль 13 маусымда Иранға соққы берді.", "соққы берді"),
            ("Израиль нанес удар по Ирану 13 июня.", "нанес удар"),
            ("Israel struck Iran on 13 June.", "struck"),
            ("ضربت إسرائيل إيران في 13 يونيو.", "ضربت"),
        ] {
            assert_eq!(read(text, trigger, [date(2025, 6, 13); 2]), Modality::Actual, "{text}");
        }
    }

    #[test]
    fn what_is_recalled_or_longer_ago_stays() {
        let day = [date(2025, 6, 13); 2];
        for (text, trigger) in [
            ("وكانت إسرائيل قد ضربت إيران في 13 يونيو.", "ضربت"),
            ("Israel had struck Iran on 13 June.", "struck"),
            ("Ранее, 13 июня Израиль нанес удар.", "нанес удар"),
            ("Израиль 13 маусымда соққы берген болатын.", "соққы берген"),
        ] {
            assert_eq!(read(text, trigger, day), Modality::Historical, "{text}");
        }
        let text = "Israel struck Iran on 13 June.";
        assert_eq!(read(text, "struck", [date(2025, 5, 13); 2]), Modality::Historical);
        assert_eq!(read(text, "struck", [date(2025, 6, 13), date(2025, 6, 17)]), Modality::Historical);
        assert_eq!(read(text, "struck", [date(2025, 6, 23); 2]), Modality::Historical);
    }
}
