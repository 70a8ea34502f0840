//! One report with all that was found in it: out of the store, or just pasted.

use std::collections::BTreeMap;

use mizan_read::Options;
use mizan_record as record;
use mizan_text::Language;
use serde::Serialize;
use serde_json::Value;

use super::{Room, Row, number, text};
use crate::command::input;
use crate::command::query::quoted;
use crate::format;
use crate::serve::asked::Asked;
use crate::serve::state::State;

/// A report, its text marked.
#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::serve) struct Report {
    /// Its id; a pasted one that is not kept has one too.
    pub(in crate::serve) id: String,
    /// Whether it is in the store.
    pub(in crate::serve) kept: bool,
    /// Title, source, outlet, day, language and so on, those that are known.
    pub(in crate::serve) facts: BTreeMap<&'static str, String>,
    /// The text that all places point into, as UTF-8 bytes.
    pub(in crate::serve) text: String,
    /// Sentences and headings.
    pub(in crate::serve) sentences: Vec<Sentence>,
    /// Stretches that stand for a record.
    pub(in crate::serve) marks: Vec<Mark>,
    /// Records, in the order of the text; actors first.
    pub(in crate::serve) cards: Vec<Card>,
    /// What is doubtful.
    pub(in crate::serve) doubts: Vec<String>,
}

/// A sentence or heading.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Sentence {
    /// Its number, from 1.
    pub(in crate::serve) n: u64,
    /// Its bytes.
    pub(in crate::serve) bytes: [usize; 2],
    /// Whether it is a heading.
    pub(in crate::serve) heading: bool,
    /// Its paragraph, from 0.
    pub(in crate::serve) paragraph: u64,
}

/// A stretch that stands for a record.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Mark {
    /// The record.
    pub(in crate::serve) id: String,
    /// `actor`, `event` or `claim`.
    pub(in crate::serve) kind: &'static str,
    /// Its bytes.
    pub(in crate::serve) bytes: [usize; 2],
    /// Tone towards the actor: -1, 0, 1.
    pub(in crate::serve) tone: i64,
}

/// A record as a card.
#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::serve) struct Card {
    /// Its id within the report.
    pub(in crate::serve) id: String,
    /// `actor`, `event`, `claim` or `position`.
    pub(in crate::serve) kind: &'static str,
    /// Actor: name. Event: class. Claim: kind. Position: stance.
    pub(in crate::serve) head: String,
    /// What is known of it, by name.
    pub(in crate::serve) facts: BTreeMap<&'static str, String>,
    /// The words as printed.
    pub(in crate::serve) quote: String,
    /// The sentence, from 1.
    pub(in crate::serve) sentence: Option<u64>,
    /// Probability that it is right.
    pub(in crate::serve) confidence: Option<f64>,
    /// Model and rules.
    pub(in crate::serve) made_by: String,
}

impl Card {
    fn fact(mut self, name: &'static str, value: &str) -> Card {
        if !value.is_empty() {
            self.facts.insert(name, value.to_string());
        }
        self
    }
}

/// The report of the store with the id asked for.
///
/// # Errors
/// When the store has no such report.
pub(in crate::serve) fn stored(room: &Room<'_>) -> anyhow::Result<Report> {
    let id = room.asked.need("id")?;
    let of = |table: &str, columns: &str, order: &str| {
        room.rows(&format!("SELECT {columns} FROM {table} WHERE document = {} ORDER BY {order}", quoted(id)))
    };
    let row =
        of("documents", "title, source, url, outlet, outlet_country, language, published, published_rule, story, model, text", "document")?;
    let row = row
        .into_iter()
        .next()
        .ok_or_else(|| input(format!("the store has no report `{id}`\nhint: the list of reports shows those it has")))?;
    let mut report = Report { id: id.to_string(), kept: true, text: text(&row, "text").to_string(), ..Report::default() };
    for name in ["title", "source", "url", "outlet", "outlet_country", "language", "published", "published_rule", "story", "model"] {
        let fact = if name == "source" { "file" } else { name };
        report.facts.extend(Some((fact, text(&row, name).to_string())).filter(|(_, v)| !v.is_empty()));
    }
    report.sentences = of("sentences", "sentence, byte_start, byte_end, heading, paragraph", "sentence")?.iter().map(sentence).collect();
    let names = of("actors", "actor, name, kind, country, sector, mentions, tone", "actor")?;
    let mentions = of(
        "mentions",
        "actor, kind, country, sector, tone, byte_start, byte_end, quote, sentence, confidence, made_by, resolution",
        "byte_start, mention",
    )?;
    actors(&mut report, &names, &mentions);
    for rows in of("events", "event, date_first, date_last, date_rule, source, source_country, target, target_country, class, quad, modality, intensity, claim, confidence, sentence, byte_start, byte_end, quote, made_by", "byte_start, event, pair")?
        .chunk_by(|a, b| text(a, "event") == text(b, "event"))
    {
        event(&mut report, rows);
    }
    for row in of(
        "claims",
        "claim, kind, speaker, speaker_country, carried, cue, content, confidence, sentence, byte_start, byte_end, made_by",
        "byte_start, claim",
    )? {
        claim(&mut report, &row);
    }
    for row in of("positions", "position, actor, issue, towards, stance, date_first, date_last", "position")? {
        let card = Card { id: local(text(&row, "position")), kind: "position", head: text(&row, "stance").into(), ..Card::default() };
        report
            .cards
            .push(card.fact("actor", text(&row, "actor")).fact("issue", text(&row, "issue")).fact("towards", text(&row, "towards")));
    }
    report.doubts = of("doubts", "name, detail", "name")?.iter().map(|r| format!("{}: {}", text(r, "name"), text(r, "detail"))).collect();
    Ok(report)
}

/// An id without its document's.
fn local(id: &str) -> String {
    id.rsplit_once('-').map_or(id, |(_, local)| local).to_string()
}

fn bytes(row: &Row) -> [usize; 2] {
    ["byte_start", "byte_end"].map(|n| row.get(n).and_then(Value::as_u64).unwrap_or(0) as usize)
}

fn whole(row: &Row, name: &str) -> u64 {
    row.get(name).and_then(Value::as_u64).unwrap_or(0)
}

fn sentence(row: &Row) -> Sentence {
    let heading = row.get("heading").and_then(Value::as_bool).unwrap_or(false);
    Sentence { n: whole(row, "sentence"), bytes: bytes(row), heading, paragraph: whole(row, "paragraph") }
}

fn actors(report: &mut Report, names: &[Row], mentions: &[Row]) {
    let mut ids: BTreeMap<&str, String> = BTreeMap::new();
    for mention in mentions {
        let key = text(mention, "actor");
        let next = format!("a{}", ids.len() + 1);
        let fresh = !ids.contains_key(key);
        let id = ids.entry(key).or_insert(next).clone();
        let tone = number(mention, "tone").unwrap_or(0.0) as i64;
        report.marks.push(Mark { id: id.clone(), kind: "actor", bytes: bytes(mention), tone });
        if fresh {
            let known = names.iter().find(|n| text(n, "actor") == key);
            let of = |name| known.map_or("", |n| text(n, name));
            let card = Card {
                id,
                kind: "actor",
                head: if of("name").is_empty() { text(mention, "quote").into() } else { of("name").into() },
                quote: text(mention, "quote").into(),
                sentence: Some(whole(mention, "sentence")),
                confidence: number(mention, "confidence"),
                made_by: text(mention, "made_by").into(),
                ..Card::default()
            };
            let tone = known.and_then(|n| number(n, "tone")).map(|t| format!("{t:+.2}")).unwrap_or_default();
            let mentions = known.map(|n| whole(n, "mentions").to_string()).unwrap_or_default();
            let card = card.fact("key", key).fact("kind", of("kind")).fact("country", of("country")).fact("sector", of("sector"));
            report.cards.push(card.fact("mentions", &mentions).fact("tone", &tone).fact("resolution", text(mention, "resolution")));
        }
    }
}

fn event(report: &mut Report, rows: &[Row]) {
    let Some(row) = rows.first() else { return };
    let id = local(text(row, "event"));
    let side = |name: &str, country: &str| {
        let mut seen: Vec<String> = Vec::new();
        for row in rows {
            let (name, country) = (text(row, name), text(row, country));
            let shown = if country.is_empty() || name.is_empty() { name.to_string() } else { format!("{name} ({country})") };
            if !shown.is_empty() && !seen.contains(&shown) {
                seen.push(shown);
            }
        }
        seen.join(", ")
    };
    report.marks.push(Mark { id: id.clone(), kind: "event", bytes: bytes(row), tone: 0 });
    let card = Card {
        id,
        kind: "event",
        head: text(row, "class").into(),
        quote: text(row, "quote").into(),
        sentence: Some(whole(row, "sentence")),
        confidence: number(row, "confidence"),
        made_by: text(row, "made_by").into(),
        ..Card::default()
    };
    let days = match (text(row, "date_first"), text(row, "date_last")) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first} – {last}"),
    };
    let intensity = number(row, "intensity").map(|i| format!("{i:+.1}")).unwrap_or_default();
    let claim = text(row, "claim");
    let card = card.fact("source", &side("source", "source_country")).fact("target", &side("target", "target_country"));
    let card = card.fact("day", &days).fact("date_rule", text(row, "date_rule")).fact("modality", text(row, "modality"));
    let claim = if claim.is_empty() { String::new() } else { local(claim) };
    report.cards.push(card.fact("quad", text(row, "quad")).fact("intensity", &intensity).fact("claim", &claim));
}

fn claim(report: &mut Report, row: &Row) {
    let id = local(text(row, "claim"));
    report.marks.push(Mark { id: id.clone(), kind: "claim", bytes: bytes(row), tone: 0 });
    let card = Card {
        id,
        kind: "claim",
        head: text(row, "kind").into(),
        quote: text(row, "content").into(),
        sentence: Some(whole(row, "sentence")),
        confidence: number(row, "confidence"),
        made_by: text(row, "made_by").into(),
        ..Card::default()
    };
    let carried = if row.get("carried").and_then(Value::as_bool).unwrap_or(false) { "yes" } else { "" };
    let card = card.fact("speaker", text(row, "speaker")).fact("country", text(row, "speaker_country"));
    report.cards.push(card.fact("cue", text(row, "cue")).fact("carried", carried));
}

/// A pasted report, read now and kept nowhere: `text`, and if given `date`, `source`, `input_lang`.
///
/// # Errors
/// When there is no text, or it cannot be read.
pub(in crate::serve) fn pasted(state: &State, asked: &Asked) -> anyhow::Result<Report> {
    let words =
        asked.get("text").ok_or_else(|| input("no text was pasted\nhint: paste the report into the field, or send it as the body"))?;
    let date =
        asked.get("date").map(|d| d.parse().map_err(|_| input(format!("`{d}` is no day\nhint: write it as 2022-01-31")))).transpose()?;
    let language = asked.get("input_lang").and_then(|code| Language::ALL.into_iter().find(|l| l.code() == code));
    let options = Options { date, language, limit: super::super::safety::BODY };
    let document = mizan_read::read(words.as_bytes(), asked.get("source").unwrap_or("pasted"), &options).map_err(input)?;
    let engine = state.engine()?;
    let read = engine.read(vec![document])?;
    read.first().map(found).ok_or_else(|| anyhow::anyhow!("a document was read and no report came of it"))
}

/// A report that was just read, by way of the rows that the store would keep.
fn found(read: &record::Report) -> Report {
    let document = &read.document;
    let mut report = Report { id: document.id.clone(), text: document.text.as_str().to_string(), ..Report::default() };
    let day = document.published.map(|(day, _)| day.to_string());
    let told = [
        ("title", document.title.clone()),
        ("outlet", document.outlet.clone()),
        ("language", document.language.map(|l| l.code().to_string())),
        ("published", day),
        ("published_rule", document.published.map(|(_, rule)| rule.to_string())),
    ];
    report.facts = told.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    let sections = document.sections.iter().enumerate();
    report.sentences = sections
        .map(|(at, s)| Sentence { n: at as u64 + 1, bytes: [s.span.start, s.span.end], heading: s.heading, paragraph: s.paragraph as u64 })
        .collect();
    found_actors(&mut report, read);
    read.events.iter().enumerate().for_each(|(at, e)| found_event(&mut report, read, at, e));
    read.claims.iter().enumerate().for_each(|(at, c)| found_claim(&mut report, read, at, c));
    for (at, p) in read.positions.iter().enumerate() {
        let card = Card { id: format::id('p', at), kind: "position", head: p.stance.name().into(), ..Card::default() };
        let name = |actor: usize| read.actors.get(actor).map_or("", |a| a.identity.name.as_str());
        report.cards.push(card.fact("actor", name(p.holder)).fact("issue", &p.issue).fact("towards", p.towards.map_or("", name)));
    }
    report.doubts = document.doubts.iter().chain(&read.doubts).map(|d| format!("{}: {}", d.name, d.detail)).collect();
    report
}

fn evidenced(evidence: &record::Evidence, origin: &record::Origin) -> Card {
    Card {
        quote: evidence.quote.clone(),
        sentence: Some(evidence.sentence as u64),
        confidence: Some(format::probability(origin.confidence)),
        made_by: std::iter::once(origin.by.as_str()).chain(origin.rules.iter().copied()).collect::<Vec<_>>().join(" + "),
        ..Card::default()
    }
}

fn place(evidence: &record::Evidence) -> [usize; 2] {
    [evidence.span.start, evidence.span.end]
}

fn found_actors(report: &mut Report, read: &record::Report) {
    for (at, actor) in read.actors.iter().enumerate() {
        let Some(first) = actor.mentions.first().and_then(|&m| read.mentions.get(m)) else { continue };
        let identity = &actor.identity;
        let card =
            Card { id: format::id('a', at), kind: "actor", head: identity.name.clone(), ..evidenced(&first.evidence, &first.origin) };
        let card = card.fact("key", &identity.key).fact("kind", identity.kind.code()).fact("country", &identity.country);
        let card = card.fact("sector", identity.sector).fact("mentions", &actor.mentions.len().to_string());
        report.cards.push(card.fact("resolution", first.resolution.name()));
    }
    for mention in &read.mentions {
        let tone = i64::from(mention.tone.sign());
        report.marks.push(Mark { id: format::id('a', mention.actor), kind: "actor", bytes: place(&mention.evidence), tone });
    }
}

fn party(read: &record::Report, mentions: &[usize]) -> String {
    let mut names: Vec<String> = Vec::new();
    for identity in mentions.iter().filter_map(|&m| read.mentions.get(m)).filter_map(|m| read.actors.get(m.actor)).map(|a| &a.identity) {
        let shown = if identity.country.is_empty() { identity.name.clone() } else { format!("{} ({})", identity.name, identity.country) };
        if !names.contains(&shown) {
            names.push(shown);
        }
    }
    names.join(", ")
}

fn found_event(report: &mut Report, read: &record::Report, at: usize, event: &record::Event) {
    let id = format::id('e', at);
    report.marks.push(Mark { id: id.clone(), kind: "event", bytes: place(&event.evidence), tone: 0 });
    let card = Card { id, kind: "event", head: event.class.name().into(), ..evidenced(&event.evidence, &event.origin) };
    let days = event.date.as_ref().and_then(|d| Some((d.interval.first?, d.interval.last?, d.rule)));
    let shown =
        days.map(|(first, last, _)| if first == last { first.to_string() } else { format!("{first} – {last}") }).unwrap_or_default();
    let card = card.fact("source", &party(read, &event.sources)).fact("target", &party(read, &event.targets)).fact("day", &shown);
    let card =
        card.fact("date_rule", days.map_or("", |d| d.2)).fact("modality", event.modality.name()).fact("quad", event.class.quad().name());
    let claim = event.claims.first().map(|&c| format::id('c', c)).unwrap_or_default();
    report.cards.push(card.fact("intensity", &format!("{:+.1}", format::measure(event.intensity))).fact("claim", &claim));
}

fn found_claim(report: &mut Report, read: &record::Report, at: usize, claim: &record::Claim) {
    let id = format::id('c', at);
    report.marks.push(Mark { id: id.clone(), kind: "claim", bytes: place(&claim.content), tone: 0 });
    let card = Card { id, kind: "claim", head: claim.kind.name().into(), ..evidenced(&claim.content, &claim.origin) };
    let speaker = claim.speaker.or(claim.carried_speaker).map(|m| party(read, &[m])).unwrap_or_default();
    let carried = if claim.speaker.is_none() && claim.carried_speaker.is_some() { "yes" } else { "" };
    let cue = claim.cue.as_ref().map_or("", |c| c.quote.as_str());
    report.cards.push(card.fact("speaker", &speaker).fact("cue", cue).fact("carried", carried));
}
