//! What happened more than a year before publication is background.
//!
//! The encoder sees one sentence and no calendar: "in January 2022 the president asked for help" reads like news. Held against the day of
//! publication it is history. Events dated by the publication itself are never touched.

use jiff::{ToSpan, civil::Date};
use mizan_record::{Event, Modality};

/// The rule's name in a record's origin.
pub const NAME: &str = "long-past";

/// Make an `actual` event `historical` when its own date ended more than a year before `published`.
pub fn apply(event: &mut Event, published: Option<Date>) {
    let Some(limit) = published.and_then(|day| day.checked_sub(1.year()).ok()) else { return };
    let last = event.date.as_ref().filter(|d| d.evidence.is_some()).and_then(|d| d.interval.last);
    if event.modality == Modality::Actual && last.is_some_and(|day| day < limit) {
        event.modality = Modality::Historical;
        event.origin.rules.push(NAME);
    }
}
