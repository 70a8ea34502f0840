//! One act told in two words is one event: "entered into talks", "أرسلت … كمساعدات", "оказал … помощь".
//!
//! The encoder sometimes marks both the light verb and its noun. Two events of one sentence with the same class and the same claims, whose
//! triggers stand within a few words of each other, and of which neither has a source that the other contradicts, are one: the surer one
//! stays, and takes over the parties that it lacks.

use mizan_record::Event;

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
        && gap <= NEAR
        && agree(&a.sources, &b.sources)
        && (agree(&a.targets, &b.targets) || a.sources.iter().any(|s| b.sources.contains(s)))
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
    kept.origin.rules.push(NAME);
    *first = kept;
}

#[cfg(test)]
mod tests {
    use super::*;
    use mizan_record::{Class, Evidence, Modality, Origin};
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

    #[test]
    fn two_acts_stay_two() {
        for second in [
            event(Class::Aid, 20, &[1], &[2], 0.8),      // another class
            event(Class::Consult, 200, &[1], &[2], 0.8), // far away
            event(Class::Consult, 20, &[3], &[4], 0.8),  // other parties
        ] {
            assert_eq!(apply(vec![event(Class::Consult, 0, &[1], &[2], 0.5), second]).len(), 2);
        }
    }
}
