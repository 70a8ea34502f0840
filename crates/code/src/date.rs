//! The date of an event: its own time expression, or the day of publication, and then it says so.

use jiff::civil::Date;
use mizan_record::{Annotation, Document, EventDate, EventFound, Granularity, Interval, Modality};

use crate::assemble::evidence;

/// When an event was, and by which rule.
pub(crate) fn of_event(document: &Document, sentence: usize, annotation: &Annotation, event: &EventFound) -> Option<EventDate> {
    let own = event.date.and_then(|d| annotation.dates.get(d)).and_then(|d| {
        let interval = d.interval?;
        Some(EventDate { interval, evidence: Some(evidence(document, sentence, d.span)), rule: d.rule })
    });
    own.or_else(|| fallback(document, event))
}

/// Only what is told as having happened may take the day of publication: background, plans and possibilities without a date have none.
fn fallback(document: &Document, event: &EventFound) -> Option<EventDate> {
    let (day, _) = document.published?;
    (event.modality == Modality::Actual).then(|| EventDate { interval: one_day(day), evidence: None, rule: "publication-date" })
}

fn one_day(day: Date) -> Interval {
    Interval { first: Some(day), last: Some(day), granularity: Granularity::Day }
}
