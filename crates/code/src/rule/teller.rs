//! "Tokayev said that Kazakhstan does not recognise the annexation": who tells of his own state's act is not its target.
//!
//! Only where the teller stands outside of what he tells, and the act is that of his own country.

use mizan_record::{Claim, Event, Mention};

/// The rule's name in a record's origin.
pub const NAME: &str = "teller";

/// Take the speakers of the claims around an event out of its targets.
pub fn apply(event: &mut Event, claims: &[Claim], mentions: &[Mention]) {
    let own = |teller: usize| {
        let country = &mentions[teller].country;
        !country.is_empty() && event.sources.iter().any(|&s| mentions[s].country == *country)
    };
    let tells = |target: usize| {
        event.claims.iter().map(|&c| &claims[c]).any(|claim| {
            claim.speaker == Some(target)
                && claim.content.span.contains(event.evidence.span)
                && !claim.content.span.contains(mentions[target].evidence.span)
        })
    };
    let kept: Vec<usize> = event.targets.iter().copied().filter(|&t| !(tells(t) && own(t))).collect();
    if kept.len() < event.targets.len() {
        event.targets = kept;
        event.origin.rules.push(NAME);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assemble::evidence;
    use crate::sample::Sample;
    use mizan_record::{ClaimKind, Class, Origin};
    use mizan_text::Span;

    /// The targets that are left of `text`, whose words from `content` on are told by the first target.
    fn targets(text: &str, content: &str, source: &str, countries: [&str; 2]) -> usize {
        let mut s = Sample::new(text, "recognise", Class::Reject, &[source], &["Tokayev"]);
        for (mention, country) in s.mentions.iter_mut().zip(countries) {
            mention.country = country.into();
        }
        let speaker = s.event.targets.first().copied();
        let start = text.find(content).unwrap();
        let claim = Claim {
            speaker,
            carried_speaker: None,
            kind: ClaimKind::Statement,
            cue: None,
            content: evidence(&s.document, 1, Span::new(start, text.len())),
            about: Vec::new(),
            origin: Origin { by: "test".into(), confidence: 1.0, rules: Vec::new() },
        };
        s.event.claims = vec![0];
        apply(&mut s.event, &[claim], &s.mentions);
        s.event.targets.len()
    }

    #[test]
    fn who_tells_of_his_own_states_act_is_not_its_target() {
        let told = "Tokayev said that Kazakhstan does not recognise it";
        assert_eq!(targets(told, "Kazakhstan", "Kazakhstan", ["KAZ", "KAZ"]), 0);
        assert_eq!(targets(told, "Kazakhstan", "Kazakhstan", ["RUS", "KAZ"]), 1);
        let within = "Kazakhstan does not recognise Tokayev";
        assert_eq!(targets(within, "Kazakhstan", "Kazakhstan", ["KAZ", "KAZ"]), 1);
    }
}
