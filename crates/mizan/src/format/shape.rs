//! The shape of a report outside Mizan. Its doc comments become the descriptions in the JSON Schema.

use jiff::civil::Date;
use mizan_record as record;
use mizan_text::{Span, Text};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use super::SCHEMA;

/// What Mizan found in one report. Records refer to each other by id: `m3` is the third mention, `a1` the first actor, `e2` the second event,
/// `c1` the first claim, `d1` the first time expression, `p1` the first position.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Report")]
pub(super) struct Report<'r> {
    /// The version of this shape.
    #[schemars(schema_with = "version")]
    pub(super) schema: &'static str,
    /// What was read.
    pub(super) document: Document<'r>,
    /// The actors, in order of first mention.
    pub(super) actors: Vec<Actor<'r>>,
    /// Mentions of actors, in the order of the text.
    pub(super) mentions: Vec<Mention<'r>>,
    /// Time expressions, in the order of the text.
    pub(super) dates: Vec<DateMention<'r>>,
    /// Events, in the order of the text. One with claims is somebody's word, not the report's.
    pub(super) events: Vec<Event<'r>>,
    /// Claims, in the order of the text.
    pub(super) claims: Vec<Claim<'r>>,
    /// Who stands where.
    pub(super) positions: Vec<Position<'r>>,
    /// What is doubtful about the coding.
    pub(super) doubts: Vec<Doubt<'r>>,
}

/// A report as it was read.
#[derive(Serialize, JsonSchema)]
pub(super) struct Document<'r> {
    /// Hash of source and text, hexadecimal.
    pub(super) id: &'r str,
    /// The file name or address it came from.
    pub(super) source: &'r str,
    /// The outlet, when it is known.
    pub(super) outlet: Option<&'r str>,
    /// ISO 639-1 code; null when it is none of the four or cannot be told.
    #[schemars(schema_with = "language")]
    pub(super) language: Option<&'static str>,
    /// The title, when there is one.
    pub(super) title: Option<&'r str>,
    /// The day of publication, when it is known.
    pub(super) published: Option<Published>,
    /// The place named in the dateline.
    pub(super) dateline: Option<Evidence<'r>>,
    /// The text that all offsets point into, as printed.
    pub(super) text: &'r str,
    /// Sentences and headings, in order.
    pub(super) sentences: Vec<Sentence>,
    /// What is doubtful about the reading.
    pub(super) doubts: Vec<Doubt<'r>>,
}

/// The day of publication and how it was found.
#[derive(Serialize, JsonSchema)]
pub(super) struct Published {
    /// ISO 8601 day.
    #[schemars(schema_with = "day")]
    pub(super) date: String,
    /// The rule that found it: `flag`, `metadata`, `text-head`, `dateline`.
    pub(super) rule: &'static str,
}

/// A sentence or a heading.
#[derive(Serialize, JsonSchema)]
pub(super) struct Sentence {
    /// Its number, counted from 1, as in citations.
    pub(super) n: usize,
    /// First and one past the last UTF-8 byte.
    pub(super) bytes: [usize; 2],
    /// First and one past the last Unicode scalar value.
    pub(super) chars: [usize; 2],
    /// Whether it is a heading.
    pub(super) heading: bool,
    /// Number of its paragraph, counted from 0.
    pub(super) paragraph: usize,
}

/// The words that a record rests on.
#[derive(Serialize, JsonSchema)]
pub(super) struct Evidence<'r> {
    /// The words, as printed.
    pub(super) quote: &'r str,
    /// Number of the sentence they stand in, counted from 1; null when they stand in none.
    pub(super) sentence: Option<usize>,
    /// First and one past the last UTF-8 byte in the document's text.
    pub(super) bytes: [usize; 2],
    /// First and one past the last Unicode scalar value in the document's text.
    pub(super) chars: [usize; 2],
}

/// What made a record, and how sure it is.
#[derive(Serialize, JsonSchema)]
pub(super) struct Origin<'r> {
    /// The model's version, or the rule that made or last changed it.
    pub(super) by: &'r str,
    /// Probability that the record is right, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(super) confidence: f64,
    /// Rules that changed it after the model made it, in order.
    pub(super) rules: &'r [&'static str],
}

/// From the first day to the last, both included; an open side is null.
#[derive(Serialize, JsonSchema)]
pub(super) struct Interval {
    /// First day.
    #[schemars(schema_with = "open_day")]
    pub(super) first: Option<String>,
    /// Last day.
    #[schemars(schema_with = "open_day")]
    pub(super) last: Option<String>,
    /// How exact it is.
    #[schemars(schema_with = "granularity")]
    pub(super) granularity: &'static str,
    /// The rule that resolved it; null where it was taken over from several records.
    pub(super) rule: Option<&'static str>,
}

/// A time expression.
#[derive(Serialize, JsonSchema)]
pub(super) struct DateMention<'r> {
    /// `d1`, `d2`, …
    pub(super) id: String,
    /// What it means; null when it names a duration or nothing that can be fixed.
    pub(super) interval: Option<Interval>,
    /// The rule that read it.
    pub(super) rule: &'static str,
    /// The words.
    pub(super) evidence: Evidence<'r>,
}

/// An actor with all its mentions, which say how each was resolved and how sure that is.
#[derive(Serialize, JsonSchema)]
pub(super) struct Actor<'r> {
    /// `a1`, `a2`, …
    pub(super) id: String,
    /// A stable key: `KAZ`, `KAZ/tokayev`, `csto`.
    pub(super) key: &'r str,
    /// A name to show.
    pub(super) name: &'r str,
    /// ISO 3166 alpha-3 code or one of `EUR`, `WST`, `CAS`, `IGO`, `XKX`; null when none.
    pub(super) country: Option<&'r str>,
    /// PLOVER sector; null when unclear.
    #[schemars(schema_with = "sector")]
    pub(super) sector: Option<&'static str>,
    /// What kind of thing it is.
    #[schemars(schema_with = "kind")]
    pub(super) kind: &'static str,
    /// The office held on the day of the report.
    pub(super) office: Option<&'r str>,
    /// Ids of its mentions.
    pub(super) mentions: Vec<String>,
    /// The words of its first mention.
    pub(super) evidence: Option<Evidence<'r>>,
}

/// One mention of an actor.
#[derive(Serialize, JsonSchema)]
pub(super) struct Mention<'r> {
    /// `m1`, `m2`, …
    pub(super) id: String,
    /// Id of the actor it stands for.
    pub(super) actor: String,
    /// Kind as used here.
    #[schemars(schema_with = "kind")]
    pub(super) kind: &'static str,
    /// Country code here; null when none.
    pub(super) country: Option<&'r str>,
    /// Sector here; null when unclear.
    #[schemars(schema_with = "sector")]
    pub(super) sector: Option<&'static str>,
    /// How the sentence speaks of it: 1 favourable, -1 unfavourable, 0 neither.
    #[schemars(range(min = -1, max = 1))]
    pub(super) tone: i8,
    /// Probability of the tone, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub(super) tone_confidence: f64,
    /// How its actor was found.
    pub(super) resolution: &'static str,
    /// The words.
    pub(super) evidence: Evidence<'r>,
    /// What made it.
    pub(super) origin: Origin<'r>,
}

/// Who did what to whom.
#[derive(Serialize, JsonSchema)]
pub(super) struct Event<'r> {
    /// `e1`, `e2`, …
    pub(super) id: String,
    /// PLOVER class.
    #[schemars(schema_with = "class")]
    pub(super) class: &'static str,
    /// Quarter of cooperation and conflict.
    #[schemars(schema_with = "quad")]
    pub(super) quad: &'static str,
    /// CAMEO root, two digits.
    pub(super) cameo: &'static str,
    /// How much it helps or harms the relation, -10 to 10.
    pub(super) intensity: f64,
    /// Whether it happened.
    #[schemars(schema_with = "modality")]
    pub(super) modality: &'static str,
    /// Ids of the mentions that act; may be empty.
    pub(super) sources: Vec<String>,
    /// Ids of the mentions acted upon; may be empty.
    pub(super) targets: Vec<String>,
    /// When; null when neither the text nor the document says.
    pub(super) date: Option<EventDate<'r>>,
    /// Ids of the claims it stands in, innermost first; it is then somebody's word.
    pub(super) claims: Vec<String>,
    /// The words that state it.
    pub(super) evidence: Evidence<'r>,
    /// What made it.
    pub(super) origin: Origin<'r>,
}

/// The date of an event.
#[derive(Serialize, JsonSchema)]
pub(super) struct EventDate<'r> {
    /// When, and by which rule; `publication-date` means that the text gives no date of its own.
    #[serde(flatten)]
    pub(super) interval: Interval,
    /// The time expression it rests on; null when it fell back to the day of publication.
    pub(super) evidence: Option<Evidence<'r>>,
}

/// Somebody's word.
#[derive(Serialize, JsonSchema)]
pub(super) struct Claim<'r> {
    /// `c1`, `c2`, …
    pub(super) id: String,
    /// What kind of attribution it is.
    #[schemars(schema_with = "claim_kind")]
    pub(super) kind: &'static str,
    /// Id of the mention that speaks; null when the sentence names none.
    pub(super) speaker: Option<String>,
    /// Id of the mention that speaks by the run of the report, when the sentence names none.
    pub(super) carried_speaker: Option<String>,
    /// The words that attribute.
    pub(super) cue: Option<Evidence<'r>>,
    /// Ids of the mentions inside what is said.
    pub(super) about: Vec<String>,
    /// What is said.
    pub(super) evidence: Evidence<'r>,
    /// What made it.
    pub(super) origin: Origin<'r>,
}

/// An actor's stance on an issue. What made it and how sure it is stands with the events and claims it rests on.
#[derive(Serialize, JsonSchema)]
pub(super) struct Position<'r> {
    /// `p1`, `p2`, …
    pub(super) id: String,
    /// Id of the actor whose it is.
    pub(super) holder: String,
    /// On what, in the text's own words.
    pub(super) issue: &'r str,
    /// Id of the actor the issue concerns.
    pub(super) towards: Option<String>,
    /// For or against.
    #[schemars(schema_with = "stance")]
    pub(super) stance: &'static str,
    /// Earliest date of what it rests on.
    pub(super) first: Option<Interval>,
    /// Latest date of what it rests on.
    pub(super) last: Option<Interval>,
    /// Ids of the events it rests on.
    pub(super) events: Vec<String>,
    /// Ids of the claims it rests on; empty when at least one of the events is the report's own word.
    pub(super) claims: Vec<String>,
    /// Numbers of the sentences it rests on.
    pub(super) sentences: &'r [usize],
    /// The words of those events and claims.
    pub(super) evidence: Vec<Evidence<'r>>,
}

/// Something to know before trusting the rest.
#[derive(Serialize, JsonSchema)]
pub(super) struct Doubt<'r> {
    /// A short name.
    pub(super) name: &'static str,
    /// What it means here.
    pub(super) detail: &'r str,
}

impl<'r> Report<'r> {
    /// The shape of a report.
    pub(super) fn of(report: &'r record::Report) -> Self {
        Report {
            schema: SCHEMA,
            document: document(&report.document),
            actors: report.actors.iter().enumerate().map(|(at, a)| actor(report, at, a)).collect(),
            mentions: report.mentions.iter().enumerate().map(|(at, m)| mention(at, m)).collect(),
            dates: report.dates.iter().enumerate().map(|(at, d)| date_mention(&report.document, at, d)).collect(),
            events: report.events.iter().enumerate().map(|(at, e)| event(at, e)).collect(),
            claims: report.claims.iter().enumerate().map(|(at, c)| claim(at, c)).collect(),
            positions: report.positions.iter().enumerate().map(|(at, p)| position(report, at, p)).collect(),
            doubts: doubts(&report.doubts),
        }
    }
}

/// The id of a record: its letter and its number in its list, counted from 1.
pub(crate) fn id(letter: char, number: usize) -> String {
    format!("{letter}{}", number + 1)
}

/// A probability with four places, between 0 and 1.
pub(crate) fn probability(value: f32) -> f64 {
    if value.is_nan() { 0.0 } else { places(value.clamp(0.0, 1.0), 10_000.0) }
}

/// A number with two places.
pub(crate) fn measure(value: f32) -> f64 {
    if value.is_finite() { places(value, 100.0) } else { 0.0 }
}

fn places(value: f32, scale: f64) -> f64 {
    (f64::from(value) * scale).round() / scale
}

fn ids(letter: char, numbers: &[usize]) -> Vec<String> {
    numbers.iter().map(|&n| id(letter, n)).collect()
}

fn known(code: &str) -> Option<&str> {
    Some(code).filter(|code| !code.is_empty())
}

fn document(document: &record::Document) -> Document<'_> {
    let sentence = |(at, section): (usize, &record::Section)| Sentence {
        n: at + 1,
        bytes: [section.span.start, section.span.end],
        chars: chars(&document.text, section.span),
        heading: section.heading,
        paragraph: section.paragraph,
    };
    Document {
        id: &document.id,
        source: &document.source,
        outlet: document.outlet.as_deref(),
        language: document.language.map(|l| l.code()),
        title: document.title.as_deref(),
        published: document.published.map(|(date, rule)| Published { date: date.to_string(), rule }),
        dateline: document.dateline.map(|span| place(document, span)),
        text: document.text.as_str(),
        sentences: document.sections.iter().enumerate().map(sentence).collect(),
        doubts: doubts(&document.doubts),
    }
}

fn doubts(doubts: &[record::Doubt]) -> Vec<Doubt<'_>> {
    doubts.iter().map(|doubt| Doubt { name: doubt.name, detail: &doubt.detail }).collect()
}

fn chars(text: &Text, span: Span) -> [usize; 2] {
    let chars = text.chars(span);
    [chars.start, chars.end]
}

/// The evidence at a place that was kept without its words.
fn place(document: &record::Document, span: Span) -> Evidence<'_> {
    let at = document.sections.partition_point(|s| s.span.end <= span.start);
    Evidence {
        quote: document.text.quote(span),
        sentence: document.sections.get(at).filter(|s| s.span.overlaps(span)).map(|_| at + 1),
        bytes: [span.start, span.end],
        chars: chars(&document.text, span),
    }
}

fn evidence(evidence: &record::Evidence) -> Evidence<'_> {
    Evidence {
        quote: &evidence.quote,
        sentence: Some(evidence.sentence),
        bytes: [evidence.span.start, evidence.span.end],
        chars: [evidence.chars.start, evidence.chars.end],
    }
}

fn origin(origin: &record::Origin) -> Origin<'_> {
    Origin { by: &origin.by, confidence: probability(origin.confidence), rules: &origin.rules }
}

fn interval(interval: &record::Interval, rule: Option<&'static str>) -> Interval {
    let written = |day: Option<Date>| day.map(|d| d.to_string());
    Interval { first: written(interval.first), last: written(interval.last), granularity: interval.granularity.name(), rule }
}

fn date_mention<'r>(document: &'r record::Document, at: usize, date: &record::DateMention) -> DateMention<'r> {
    let resolved = date.interval.as_ref().map(|i| interval(i, Some(date.rule)));
    DateMention { id: id('d', at), interval: resolved, rule: date.rule, evidence: place(document, date.span) }
}

fn actor<'r>(report: &'r record::Report, at: usize, actor: &'r record::Actor) -> Actor<'r> {
    let identity = &actor.identity;
    Actor {
        id: id('a', at),
        key: &identity.key,
        name: &identity.name,
        country: known(&identity.country),
        sector: known(identity.sector),
        kind: identity.kind.code(),
        office: identity.office.as_deref(),
        mentions: ids('m', &actor.mentions),
        evidence: actor.mentions.first().and_then(|&m| report.mentions.get(m)).map(|m| evidence(&m.evidence)),
    }
}

fn mention(at: usize, mention: &record::Mention) -> Mention<'_> {
    Mention {
        id: id('m', at),
        actor: id('a', mention.actor),
        kind: mention.kind.code(),
        country: known(&mention.country),
        sector: known(mention.sector.code()),
        tone: mention.tone.sign(),
        tone_confidence: probability(mention.tone_confidence),
        resolution: mention.resolution.name(),
        evidence: evidence(&mention.evidence),
        origin: origin(&mention.origin),
    }
}

fn event(at: usize, event: &record::Event) -> Event<'_> {
    Event {
        id: id('e', at),
        class: event.class.name(),
        quad: event.class.quad().name(),
        cameo: event.cameo,
        intensity: measure(event.intensity),
        modality: event.modality.name(),
        sources: ids('m', &event.sources),
        targets: ids('m', &event.targets),
        date: event
            .date
            .as_ref()
            .map(|d| EventDate { interval: interval(&d.interval, Some(d.rule)), evidence: d.evidence.as_ref().map(evidence) }),
        claims: ids('c', &event.claims),
        evidence: evidence(&event.evidence),
        origin: origin(&event.origin),
    }
}

fn claim(at: usize, claim: &record::Claim) -> Claim<'_> {
    Claim {
        id: id('c', at),
        kind: claim.kind.name(),
        speaker: claim.speaker.map(|m| id('m', m)),
        carried_speaker: claim.carried_speaker.map(|m| id('m', m)),
        cue: claim.cue.as_ref().map(evidence),
        about: ids('m', &claim.about),
        evidence: evidence(&claim.content),
        origin: origin(&claim.origin),
    }
}

fn position<'r>(report: &'r record::Report, at: usize, position: &'r record::Position) -> Position<'r> {
    let events = || position.events.iter().filter_map(|&e| report.events.get(e));
    let claims = position.claims.iter().filter_map(|&c| report.claims.get(c));
    // The rule behind an end of the ledger's dates is that of the event which gave it.
    let ruled = |end: &record::Interval| {
        let from = events().filter_map(|e| e.date.as_ref()).find(|date| date.interval == *end);
        interval(end, from.map(|date| date.rule))
    };
    Position {
        id: id('p', at),
        holder: id('a', position.holder),
        issue: &position.issue,
        towards: position.towards.map(|a| id('a', a)),
        stance: position.stance.name(),
        first: position.first.as_ref().map(ruled),
        last: position.last.as_ref().map(ruled),
        events: ids('e', &position.events),
        claims: ids('c', &position.claims),
        sentences: &position.sentences,
        evidence: events().map(|e| &e.evidence).chain(claims.map(|c| &c.content)).map(evidence).collect(),
    }
}

fn names(names: impl IntoIterator<Item = &'static str>) -> Schema {
    let names: Vec<&str> = names.into_iter().collect();
    json_schema!({ "type": "string", "enum": names })
}

fn names_or_null(names: impl IntoIterator<Item = &'static str>) -> Schema {
    let names: Vec<Option<&str>> = names.into_iter().map(Some).chain([None]).collect();
    json_schema!({ "type": ["string", "null"], "enum": names })
}

fn version(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "const": SCHEMA })
}

fn language(_: &mut SchemaGenerator) -> Schema {
    names_or_null(mizan_text::Language::ALL.map(|l| l.code()))
}

fn day(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "date" })
}

fn open_day(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "null"], "format": "date" })
}

fn granularity(_: &mut SchemaGenerator) -> Schema {
    use record::Granularity::*;
    names([Day, Week, Month, Quarter, Year, Era].map(|g| g.name()))
}

fn sector(_: &mut SchemaGenerator) -> Schema {
    names_or_null(record::Sector::ALL.into_iter().skip(1).map(|s| s.code()))
}

fn kind(_: &mut SchemaGenerator) -> Schema {
    names(record::Kind::ALL.map(|k| k.code()))
}

fn class(_: &mut SchemaGenerator) -> Schema {
    names(record::Class::ALL.map(|c| c.name()))
}

fn quad(_: &mut SchemaGenerator) -> Schema {
    use record::Quad::*;
    names([VerbalCooperation, MaterialCooperation, VerbalConflict, MaterialConflict].map(|q| q.name()))
}

fn modality(_: &mut SchemaGenerator) -> Schema {
    names(record::Modality::ALL.map(|m| m.name()))
}

fn claim_kind(_: &mut SchemaGenerator) -> Schema {
    names(record::ClaimKind::ALL.map(|k| k.name()))
}

fn stance(_: &mut SchemaGenerator) -> Schema {
    names([record::Stance::For, record::Stance::Against].map(|s| s.name()))
}
