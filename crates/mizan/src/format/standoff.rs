//! The form that the annotation guide's `check.py --standoff` prints, so that `score.py` can score it.

use std::io;

use mizan_record::Report;
use mizan_text::Span;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::shape::probability;

/// The report as one line, without a newline, spaced as Python's `json.dumps` does it. Spans are Unicode scalar values of the document's
/// text, half-open; records are numbered from 1. A claim's speaker is the one its sentence names, never a carried one. Events have one
/// key more than the gold form: `confidence`.
pub fn standoff(report: &Report, id: &str) -> String {
    let mut out = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut out, Spaced);
    shape(report, id).serialize(&mut serializer).expect("the shape has only string keys and finite numbers");
    String::from_utf8(out).expect("JSON is UTF-8")
}

#[derive(Serialize)]
struct Standoff<'r> {
    id: &'r str,
    lang: Option<&'static str>,
    register: Option<&'static str>,
    text: &'r str,
    actors: Vec<Actor<'r>>,
    events: Vec<Event>,
    claims: Vec<Claim>,
    dates: Vec<Date<'r>>,
}

#[derive(Serialize)]
struct Actor<'r> {
    n: usize,
    span: [usize; 2],
    kind: &'static str,
    country: Option<&'r str>,
    sector: Option<&'static str>,
    tone: i8,
}

#[derive(Serialize)]
struct Event {
    n: usize,
    span: [usize; 2],
    class: &'static str,
    sources: Vec<usize>,
    targets: Vec<usize>,
    modality: &'static str,
    confidence: f64,
}

#[derive(Serialize)]
struct Claim {
    n: usize,
    span: [usize; 2],
    cue: Option<[usize; 2]>,
    speaker: Option<usize>,
    kind: &'static str,
}

#[derive(Serialize)]
struct Date<'r> {
    text: &'r str,
    span: [usize; 2],
}

fn shape<'r>(report: &'r Report, id: &'r str) -> Standoff<'r> {
    let text = &report.document.text;
    let place = |span: Span| {
        let chars = text.chars(span);
        [chars.start, chars.end]
    };
    let counted = |numbers: &[usize]| numbers.iter().map(|n| n + 1).collect();
    let actors = report.mentions.iter().enumerate().map(|(at, mention)| Actor {
        n: at + 1,
        span: place(mention.evidence.span),
        kind: mention.kind.code(),
        country: Some(mention.country.as_str()).filter(|country| !country.is_empty()),
        sector: Some(mention.sector.code()).filter(|sector| !sector.is_empty()),
        tone: mention.tone.sign(),
    });
    let events = report.events.iter().enumerate().map(|(at, event)| Event {
        n: at + 1,
        span: place(event.evidence.span),
        class: event.class.name(),
        sources: counted(&event.sources),
        targets: counted(&event.targets),
        modality: event.modality.name(),
        confidence: probability(event.origin.confidence),
    });
    let claims = report.claims.iter().enumerate().map(|(at, claim)| Claim {
        n: at + 1,
        span: place(claim.content.span),
        cue: claim.cue.as_ref().map(|cue| place(cue.span)),
        speaker: claim.speaker.map(|mention| mention + 1),
        kind: claim.kind.name(),
    });
    Standoff {
        id,
        lang: report.document.language.map(|l| l.code()),
        register: None,
        text: text.as_str(),
        actors: actors.collect(),
        events: events.collect(),
        claims: claims.collect(),
        dates: report.dates.iter().map(|date| Date { text: text.quote(date.span), span: place(date.span) }).collect(),
    }
}

/// A space after each comma and colon.
struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}
