//! "The United States and the European Union have warned …": of two actors joined by "and", one does not act on the other.
//!
//! Talks, agreements, joint work, signings and clashes are told that way ("Iran and Iraq held talks"), and there the second party is the
//! target. In every other class the two stand on the same side; the encoder, which has seen many talks, sometimes makes one the target.

use mizan_record::{Class, Event, Mention};

/// The rule's name in a record's origin.
pub const NAME: &str = "coordination";

/// Words that join, as they stand between two mentions (folded to lower case; an Arabic و is written onto the next word).
const JOINTS: [&str; 14] = ["and", ", and", "as well as", "و", "،", "، و", "и", ", а также", "а также", "және", "мен", "пен", "бен", "&"];

/// Put a target that is joined to a source by "and", with nothing else between them, on the source's side.
pub fn apply(event: &mut Event, mentions: &[Mention], text: &str) {
    if mutual(event.class) {
        return;
    }
    let joined = |t: usize| event.sources.iter().any(|&s| beside(&mentions[s], &mentions[t], text));
    let (moved, kept): (Vec<usize>, Vec<usize>) = event.targets.iter().partition(|&&t| joined(t));
    if !moved.is_empty() {
        event.sources.extend(moved);
        event.targets = kept;
        event.origin.rules.push(NAME);
    }
}

/// Classes in which "A and B" do something to each other.
fn mutual(class: Class) -> bool {
    matches!(class, Class::Agree | Class::Consult | Class::Cooperate | Class::Support | Class::Assault)
}

fn beside(a: &Mention, b: &Mention, text: &str) -> bool {
    let (first, second) = if a.evidence.span.start <= b.evidence.span.start { (a, b) } else { (b, a) };
    let between = text.get(first.evidence.span.end..second.evidence.span.start).unwrap_or("").trim().to_lowercase();
    JOINTS.contains(&between.as_str()) || between == ", the" || between == "and the"
}

#[cfg(test)]
mod tests {
    use super::*;
    use mizan_record::{Evidence, Kind, Modality, Origin, Resolution, Sector, Tone};
    use mizan_text::{CharSpan, Span};

    fn evidence(text: &str, quote: &str) -> Evidence {
        let start = text.find(quote).unwrap();
        let span = Span::new(start, start + quote.len());
        Evidence { span, chars: CharSpan { start: 0, end: 0 }, quote: quote.into(), sentence: 1 }
    }

    fn origin() -> Origin {
        Origin { by: "test".into(), confidence: 1.0, rules: Vec::new() }
    }

    fn mention(text: &str, quote: &str) -> Mention {
        Mention {
            evidence: evidence(text, quote),
            kind: Kind::Polity,
            country: String::new(),
            sector: Sector::default(),
            tone: Tone::Neutral,
            tone_confidence: 1.0,
            actor: 0,
            resolution: Resolution::Named,
            origin: origin(),
        }
    }

    fn sides(text: &str, parties: [&str; 2], class: Class) -> (Vec<usize>, Vec<usize>) {
        let mentions: Vec<Mention> = parties.iter().map(|p| mention(text, p)).collect();
        let mut event = Event {
            class,
            sources: vec![0],
            targets: vec![1],
            modality: Modality::Actual,
            intensity: 0.0,
            cameo: "13",
            date: None,
            claims: Vec::new(),
            evidence: evidence(text, parties[0]),
            origin: origin(),
        };
        apply(&mut event, &mentions, text);
        (event.sources, event.targets)
    }

    #[test]
    fn joined_actors_stand_on_one_side() {
        for (text, parties) in [
            ("The United States and the European Union warned of sanctions", ["United States", "European Union"]),
            ("حذرت الولايات المتحدة والاتحاد الأوروبي من عقوبات", ["الولايات المتحدة", "الاتحاد الأوروبي"]),
            ("США и Евросоюз пригрозили санкциями", ["США", "Евросоюз"]),
            ("АҚШ және Еуроодақ санкциямен қорқытты", ["АҚШ", "Еуроодақ"]),
        ] {
            assert_eq!(sides(text, parties, Class::Threaten), (vec![0, 1], vec![]), "{text}");
        }
    }

    #[test]
    fn talks_and_true_targets_are_left_alone() {
        let talks = "Iran and Iraq held talks";
        assert_eq!(sides(talks, ["Iran", "Iraq"], Class::Consult), (vec![0], vec![1]));
        let threat = "Iran has threatened Iraq";
        assert_eq!(sides(threat, ["Iran", "Iraq"], Class::Threaten), (vec![0], vec![1]));
    }
}
