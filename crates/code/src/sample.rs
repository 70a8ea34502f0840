//! A document of one sentence with one event, for the tests of the rules.

use mizan_record::{
    Actor, Class, Document, Event, Evidence, Identity, Kind, Mention, Modality, Origin, Report, Resolution, Section, Sector, Tone,
};
use mizan_text::{Span, Text};

use crate::assemble::evidence;
use crate::codebook;

/// What a rule is given.
pub(crate) struct Sample {
    pub document: Document,
    pub mentions: Vec<Mention>,
    pub event: Event,
}

impl Sample {
    /// An actual event whose trigger and parties are found in the text by their words. The sources are the first mentions.
    pub(crate) fn new(text: &str, trigger: &str, class: Class, sources: &[&str], targets: &[&str]) -> Sample {
        let document = document(text);
        let mentions: Vec<Mention> = sources.iter().chain(targets).enumerate().map(|(n, p)| mention(&document, p, n)).collect();
        let entry = codebook::entry(class);
        let event = Event {
            class,
            sources: (0..sources.len()).collect(),
            targets: (sources.len()..mentions.len()).collect(),
            modality: Modality::Actual,
            intensity: entry.intensity,
            cameo: entry.cameo,
            date: None,
            claims: Vec::new(),
            evidence: found(&document, trigger),
            origin: origin(),
        };
        Sample { document, mentions, event }
    }
}

/// A report of events in one sentence; parties with the same words are one mention and one actor.
pub(crate) fn report(samples: Vec<Sample>) -> Report {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut events = Vec::new();
    let document = samples[0].document.clone();
    for Sample { mentions: found, mut event, .. } in samples {
        let mut number = |m: &Mention| {
            let known = mentions.iter().position(|k| k.evidence == m.evidence);
            known.unwrap_or_else(|| {
                mentions.push(Mention { actor: mentions.len(), ..m.clone() });
                mentions.len() - 1
            })
        };
        for party in event.sources.iter_mut().chain(&mut event.targets) {
            *party = number(&found[*party]);
        }
        events.push(event);
    }
    let actors = mentions.iter().enumerate().map(|(n, m)| Actor { identity: identity(&m.evidence.quote), mentions: vec![n] }).collect();
    let (claims, positions, dates, doubts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    Report { document, mentions, actors, events, claims, positions, dates, doubts }
}

fn identity(name: &str) -> Identity {
    Identity { key: name.into(), name: name.into(), country: String::new(), sector: "", kind: Kind::Polity, office: None }
}

/// A document that is one sentence.
pub(crate) fn document(text: &str) -> Document {
    Document {
        id: String::new(),
        source: String::new(),
        outlet: None,
        language: None,
        title: None,
        published: None,
        dateline: None,
        text: Text::new(text),
        sections: vec![Section { span: Span::new(0, text.len()), heading: false, paragraph: 0 }],
        doubts: Vec::new(),
    }
}

/// A mention of actor number `actor`.
pub(crate) fn mention(document: &Document, words: &str, actor: usize) -> Mention {
    Mention {
        evidence: found(document, words),
        kind: Kind::Polity,
        country: String::new(),
        sector: Sector::default(),
        tone: Tone::Neutral,
        tone_confidence: 1.0,
        actor,
        resolution: Resolution::Named,
        origin: origin(),
    }
}

fn found(document: &Document, words: &str) -> Evidence {
    let start = document.text.as_str().find(words).expect("the words stand in the text");
    evidence(document, 1, Span::new(start, start + words.len()))
}

fn origin() -> Origin {
    Origin { by: "test".into(), confidence: 1.0, rules: Vec::new() }
}
