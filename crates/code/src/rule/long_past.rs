//! What happened more than a year before publication is background.
//!
//! The encoder sees one sentence and no calendar: "in January 2022 the president asked for help" reads like news. Held against the day of
//! publication it is history. Events dated by the publication itself are never touched. A plan whose own time was over more than a year ago
//! ("pledged that in the year 2000 it would lift") is history too; see `date.rs` for which times are a plan's own.

use jiff::{ToSpan, civil::Date};
use mizan_record::{Event, Modality};

/// The rule's name in a record's origin.
pub const NAME: &str = "long-past";

/// Make an `actual` or `future` event `historical` when its own date ended more than a year before `published`.
pub fn apply(event: &mut Event, published: Option<Date>) {
    let Some(limit) = published.and_then(|day| day.checked_sub(1.year()).ok()) else { return };
    let last = event.date.as_ref().filter(|d| d.evidence.is_some()).and_then(|d| d.interval.last);
    if matches!(event.modality, Modality::Actual | Modality::Future) && last.is_some_and(|day| day < limit) {
        event.modality = Modality::Historical;
        event.origin.rules.push(NAME);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use jiff::civil::date;
    use mizan_record::{Class, EventDate, Granularity, Interval};

    fn read(modality: Modality, year: i16) -> Modality {
        let mut s = Sample::new("in that year it would lift the ban", "lift", Class::Concede, &[], &[]);
        s.event.modality = modality;
        let interval = Interval { first: Some(date(year, 1, 1)), last: Some(date(year, 12, 31)), granularity: Granularity::Year };
        s.event.date = Some(EventDate { interval, evidence: Some(s.event.evidence.clone()), rule: "year" });
        apply(&mut s.event, Some(date(2016, 5, 4)));
        s.event.modality
    }

    #[test]
    fn deeds_and_plans_of_years_ago_are_background() {
        assert_eq!(read(Modality::Actual, 2000), Modality::Historical);
        assert_eq!(read(Modality::Future, 2000), Modality::Historical);
        assert_eq!(read(Modality::Hypothetical, 2000), Modality::Hypothetical);
        assert_eq!(read(Modality::Actual, 2015), Modality::Actual);
        assert_eq!(read(Modality::Future, 2017), Modality::Future);
    }
}
