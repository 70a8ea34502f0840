//! The date of an event: its own time expression, or the day of publication, and then it says so. What is only planned is not dated by a
//! day gone by: that is when the plan was told.

use jiff::civil::Date;
use mizan_record::{Annotation, Document, EventDate, EventFound, Granularity, Interval, Modality};
use mizan_text::Span;

use crate::assemble::evidence;

/// When an event was, and by which rule.
pub(crate) fn of_event(document: &Document, sentence: usize, annotation: &Annotation, event: &EventFound) -> Option<EventDate> {
    let own = event.date.and_then(|d| annotation.dates.get(d)).and_then(|d| {
        let interval = d.interval.filter(|at| !is_of_the_telling(document, annotation, event, d.span, *at))?;
        Some(EventDate { interval, evidence: Some(evidence(document, sentence, d.span)), rule: d.rule })
    });
    own.or_else(|| fallback(document, event))
}

/// Whether a planned or possible event would be dated by a time that ended before publication. Only what somebody says may have happened
/// ("he is said to have fled on 5 May") keeps such a time, where that stands within what is said.
fn is_of_the_telling(document: &Document, annotation: &Annotation, event: &EventFound, time: Span, at: Interval) -> bool {
    let Some((published, _)) = document.published else { return false };
    let gone = at.last.is_some_and(|last| last < published);
    let said = || annotation.claims.iter().any(|claim| claim.content.contains(event.span) && claim.content.contains(time));
    match event.modality {
        Modality::Future => gone,
        Modality::Hypothetical => gone && !said(),
        _ => false,
    }
}

/// Only what is told as having happened may take the day of publication: background, plans and possibilities without a date have none.
fn fallback(document: &Document, event: &EventFound) -> Option<EventDate> {
    let (day, _) = document.published?;
    (event.modality == Modality::Actual).then(|| EventDate { interval: one_day(day), evidence: None, rule: "publication-date" })
}

fn one_day(day: Date) -> Interval {
    Interval { first: Some(day), last: Some(day), granularity: Granularity::Day }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use jiff::civil::date;
    use mizan_record::{ClaimFound, ClaimKind, Class, DateMention};

    /// The rule that dates the event of a sentence published on 13 March 2024, with a time of these days, said or not.
    fn dated(text: &str, [trigger, time]: [&str; 2], modality: Modality, days: [Date; 2], content: Option<&str>) -> Option<&'static str> {
        let span = |words: &str| {
            let at = text.find(words).unwrap();
            Span::new(at, at + words.len())
        };
        let document = Document { published: Some((date(2024, 3, 13), "flag")), sections: Vec::new(), ..sample::document(text) };
        let event = EventFound {
            span: span(trigger),
            class: Class::Consult,
            modality,
            sources: Vec::new(),
            targets: Vec::new(),
            date: Some(0),
            class_confidence: 1.0,
            confidence: 1.0,
        };
        let interval = Interval { first: Some(days[0]), last: Some(days[1]), granularity: Granularity::Day };
        let claim = |content| ClaimFound {
            cue: Span::new(0, 0),
            content: span(content),
            speaker: None,
            kind: ClaimKind::Statement,
            confidence: 1.0,
        };
        let annotation = Annotation {
            dates: vec![DateMention { span: span(time), interval: Some(interval), rule: "found" }],
            claims: content.map(claim).into_iter().collect(),
            ..Annotation::default()
        };
        of_event(&document, 1, &annotation, &event).map(|d| d.rule)
    }

    #[test]
    fn a_plan_is_not_dated_by_a_day_gone_by() {
        let gone = [date(2024, 2, 23); 2];
        for (text, words) in [
            ("On 23 February he promised to stop the war.", ["stop", "On 23 February"]),
            ("23 февраля он обещал прекратить войну.", ["прекратить", "23 февраля"]),
            ("في 23 فبراير وعد بوقف الحرب.", ["بوقف", "في 23 فبراير"]),
            ("23 ақпанда ол соғысты тоқтатпақ болды.", ["тоқтатпақ", "23 ақпанда"]),
        ] {
            assert_eq!(dated(text, words, Modality::Future, gone, None), None, "{text}");
            assert_eq!(dated(text, words, Modality::Hypothetical, gone, None), None, "{text}");
            assert_eq!(dated(text, words, Modality::Actual, gone, None), Some("found"), "{text}");
            assert_eq!(dated(text, words, Modality::Negated, gone, None), Some("found"), "{text}");
        }
    }

    #[test]
    fn a_plan_keeps_what_is_not_over() {
        let words = ["meet", "this week"];
        let week = [date(2024, 3, 11), date(2024, 3, 17)];
        assert_eq!(dated("They will meet this week.", words, Modality::Future, week, None), Some("found"));
    }

    #[test]
    fn what_is_said_to_have_happened_keeps_its_day() {
        let text = "He is said to have fled on 5 May.";
        let told = |content| dated(text, ["fled", "on 5 May"], Modality::Hypothetical, [date(2023, 5, 5); 2], content);
        assert_eq!(told(Some("have fled on 5 May")), Some("found"));
        assert_eq!(told(Some("have fled")), None);
    }
}
