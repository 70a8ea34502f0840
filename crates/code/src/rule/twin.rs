//! One act told in two words is one event: "entered into talks", "أرسلت … كمساعدات", "оказал … помощь".
//!
//! The encoder sometimes marks both the light verb and its noun. Two events of one sentence with the same class and the same claims, whose
//! triggers stand within a few words of each other, and of which neither has a source that the other contradicts, are one: the surer one
//! stays, and takes over the parties that it lacks. With the same parties on both sides they are one however far apart, unless they are
//! told of different days.

use mizan_record::{Event, EventDate};

/// The rule's name in a record's origin.
pub const NAME: &str = "twin";

/// The most bytes between the triggers of twins (about four words; Arabic and Cyrillic letters are two bytes).
const NEAR: usize = 48;

/// Join the twins among the events of one sentence, in the order of the text.
pub fn apply(events: Vec<Event>) -> Vec<Event> {
    let mut out: Vec<Event> = Vec::new();
    for event in events {
        match out.iter_mut().find(|e| twins(e, &event)) {
            Some(first) => join(first, event),
            None => out.push(event),
        }
    }
    out
}

fn twins(a: &Event, b: &Event) -> bool {
    let (first, second) = if a.evidence.span.start <= b.evidence.span.start { (a, b) } else { (b, a) };
    let gap = second.evidence.span.start.saturating_sub(first.evidence.span.end);
    a.evidence.sentence == b.evidence.sentence
        && a.class == b.class
        && a.claims == b.claims
        && a.modality == b.modality
        && (same_act(a, b) || (gap <= NEAR && share_parties(a, b)))
}

fn share_parties(a: &Event, b: &Event) -> bool {
    agree(&a.sources, &b.sources) && (agree(&a.targets, &b.targets) || a.sources.iter().any(|s| b.sources.contains(s)))
}

/// The same parties on both sides, and no two days that exclude each other.
fn same_act(a: &Event, b: &Event) -> bool {
    let named = !a.sources.is_empty() && !a.targets.is_empty();
    named && same(&a.sources, &b.sources) && same(&a.targets, &b.targets) && !excluded(a.date.as_ref(), b.date.as_ref())
}

fn same(a: &[usize], b: &[usize]) -> bool {
    a.len() == b.len() && a.iter().all(|x| b.contains(x))
}

/// Whether two dates that the text gives have no day in common.
fn excluded(a: Option<&EventDate>, b: Option<&EventDate>) -> bool {
    let told = |date: Option<&EventDate>| date.filter(|d| d.evidence.is_some()).map(|d| d.interval);
    let Some((a, b)) = told(a).zip(told(b)) else { return false };
    let before = |last: Option<_>, first: Option<_>| last.zip(first).is_some_and(|(last, first)| last < first);
    before(a.last, b.first) || before(b.last, a.first)
}

/// The date that says more: one that the text gives before that of publication, then the narrower.
fn narrower(a: Option<EventDate>, b: Option<EventDate>) -> Option<EventDate> {
    let rank = |date: &EventDate| {
        let (first, last) = (date.interval.first, date.interval.last);
        let days = first.zip(last).and_then(|(first, last)| last.since(first).ok()).map_or(i32::MAX, |span| span.get_days());
        (date.evidence.is_none(), days)
    };
    [a, b].into_iter().flatten().min_by_key(rank)
}

/// Two sides agree when one names nobody or they share somebody.
fn agree(a: &[usize], b: &[usize]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|x| b.contains(x))
}

fn join(first: &mut Event, second: Event) {
    let (mut kept, other) =
        if second.origin.confidence > first.origin.confidence { (second, first.clone()) } else { (first.clone(), second) };
    if kept.sources.is_empty() {
        kept.sources = other.sources.into_iter().filter(|s| !kept.targets.contains(s)).collect();
    }
    if kept.targets.is_empty() {
        kept.targets = other.targets.into_iter().filter(|t| !kept.sources.contains(t)).collect();
    }
    kept.date = narrower(kept.date.take(), other.date);
    kept.origin.rules.push(NAME);
    *first = kept;
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use mizan_record::{Class, Evidence, Granularity, Interval, Modality, Origin};
    use mizan_text::{CharSpan, Span};

    fn event(class: Class, at: usize, sources: &[usize], targets: &[usize], confidence: f32) -> Event {
        let evidence =
            Evidence { span: Span::new(at, at + 5), chars: CharSpan { start: at, end: at + 5 }, quote: "talks".into(), sentence: 1 };
        Event {
            class,
            sources: sources.to_vec(),
            targets: targets.to_vec(),
            modality: Modality::Actual,
            intensity: 1.0,
            cameo: "04",
            date: None,
            claims: Vec::new(),
            evidence,
            origin: Origin { by: "test".into(), confidence, rules: Vec::new() },
        }
    }

    #[test]
    fn a_light_verb_and_its_noun_are_one_event() {
        let joined = apply(vec![event(Class::Consult, 0, &[1], &[], 0.5), event(Class::Consult, 20, &[1], &[2], 0.8)]);
        assert_eq!(joined.len(), 1);
        assert_eq!((joined[0].targets.as_slice(), joined[0].evidence.span.start), (&[2][..], 20));
        assert_eq!(joined[0].origin.rules, [NAME]);
    }

    /// An event of May 2022 from one day to another; without a quote the date is that of publication.
    fn dated(at: usize, days: (i8, i8), told: bool, confidence: f32) -> Event {
        let mut event = event(Class::Assault, at, &[1], &[2], confidence);
        let interval = Interval { first: Some(date(2022, 5, days.0)), last: Some(date(2022, 5, days.1)), granularity: Granularity::Week };
        event.date = Some(EventDate { interval, evidence: told.then(|| event.evidence.clone()), rule: "test" });
        event
    }

    #[test]
    fn the_same_parties_make_one_event_at_any_distance() {
        let joined = apply(vec![dated(0, (1, 31), true, 0.9), dated(300, (3, 5), true, 0.5)]);
        assert_eq!((joined.len(), joined[0].evidence.span.start), (1, 0));
        assert_eq!(joined[0].date.as_ref().and_then(|d| d.interval.first), Some(date(2022, 5, 3)));
        let joined = apply(vec![dated(0, (9, 9), false, 0.9), dated(300, (1, 31), true, 0.5)]);
        assert_eq!(joined[0].date.as_ref().and_then(|d| d.interval.last), Some(date(2022, 5, 31)));
    }

    #[test]
    fn the_same_parties_on_other_days_or_in_other_claims_act_twice() {
        assert_eq!(apply(vec![dated(0, (1, 2), true, 0.9), dated(300, (3, 5), true, 0.5)]).len(), 2);
        let claimed = Event { claims: vec![0], ..event(Class::Assault, 300, &[1], &[2], 0.5) };
        assert_eq!(apply(vec![event(Class::Assault, 0, &[1], &[2], 0.9), claimed]).len(), 2);
        assert_eq!(apply(vec![event(Class::Assault, 0, &[1], &[], 0.9), event(Class::Assault, 300, &[1], &[], 0.5)]).len(), 2);
    }

    #[test]
    fn two_acts_stay_two() {
        for second in [
            event(Class::Aid, 20, &[1], &[2], 0.8),     // another class
            event(Class::Consult, 200, &[1], &[], 0.8), // far away, and without its target
            event(Class::Consult, 20, &[3], &[4], 0.8), // other parties
        ] {
            assert_eq!(apply(vec![event(Class::Consult, 0, &[1], &[2], 0.5), second]).len(), 2);
        }
    }
}
