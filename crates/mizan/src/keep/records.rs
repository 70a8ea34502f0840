//! Actors, mentions, events, claims and positions as rows. Their ids are the document's with the record's own: `…-e2`.

use jiff::civil::Date;
use mizan_annotate::lexicon::Lexicon;
use mizan_record::{Actor, Claim, Event, Evidence, Interval, Mention, Origin, Position, Report};
use mizan_store::row;
use mizan_store::{Error, Writer};
use mizan_text::Language;

use super::About;
use crate::format::{id, measure, probability};

/// One report, with what each row repeats of its document.
struct Rows<'r> {
    report: &'r Report,
    about: &'r About<'r>,
    outlet_country: Option<&'r str>,
    lexicon: &'r Lexicon,
}

pub(super) fn all(
    writer: &mut Writer,
    report: &Report,
    about: &About<'_>,
    outlet_country: Option<&str>,
    lexicon: &Lexicon,
) -> Result<(), Error> {
    let rows = Rows { report, about, outlet_country, lexicon };
    report.actors.iter().try_for_each(|a| rows.actor(writer, a))?;
    report.mentions.iter().enumerate().try_for_each(|(at, m)| rows.mention(writer, at, m))?;
    report.events.iter().enumerate().try_for_each(|(at, e)| rows.event(writer, at, e))?;
    report.claims.iter().enumerate().try_for_each(|(at, c)| rows.claim(writer, at, c))?;
    report.positions.iter().enumerate().try_for_each(|(at, p)| rows.position(writer, at, p))
}

/// An actor as a side of an event or as a speaker.
#[derive(Clone, Copy)]
struct Party<'r> {
    key: &'r str,
    name: &'r str,
    country: Option<&'r str>,
    sector: Option<&'r str>,
}

fn some(code: &str) -> Option<&str> {
    Some(code).filter(|c| !c.is_empty())
}

fn made_by(origin: &Origin) -> String {
    std::iter::once(origin.by.as_str()).chain(origin.rules.iter().copied()).collect::<Vec<_>>().join(" + ")
}

impl<'r> Rows<'r> {
    fn id(&self, letter: char, at: usize) -> String {
        format!("{}-{}", self.report.document.id, id(letter, at))
    }

    fn ids(&self, letter: char, numbers: &[usize]) -> Vec<String> {
        numbers.iter().map(|&n| self.id(letter, n)).collect()
    }

    fn day(&self) -> Option<Date> {
        self.report.document.published.map(|(day, _)| day)
    }

    fn name(&self, actor: &'r Actor) -> &'r str {
        self.lexicon.actor(&actor.identity.key).map_or(actor.identity.name.as_str(), |known| known.name(Language::English))
    }

    fn party(&self, mention: usize) -> Option<Party<'r>> {
        let mention = self.report.mentions.get(mention)?;
        let actor = self.report.actors.get(mention.actor)?;
        let country = some(&actor.identity.country).or(some(&mention.country));
        let sector = some(actor.identity.sector).or(some(mention.sector.code()));
        Some(Party { key: &actor.identity.key, name: self.name(actor), country, sector })
    }

    /// The distinct actors behind some mentions; one `None` when there is none.
    fn parties(&self, mentions: &[usize]) -> Vec<Option<Party<'r>>> {
        let mut out: Vec<Option<Party<'r>>> = Vec::new();
        for party in mentions.iter().filter_map(|&m| self.party(m)) {
            if !out.iter().flatten().any(|p| p.key == party.key) {
                out.push(Some(party));
            }
        }
        if out.is_empty() { vec![None] } else { out }
    }

    fn actor(&self, writer: &mut Writer, actor: &'r Actor) -> Result<(), Error> {
        let identity = &actor.identity;
        let tones: Vec<f64> =
            actor.mentions.iter().filter_map(|&m| self.report.mentions.get(m)).map(|m| f64::from(m.tone.sign())).collect();
        writer.add(&row::Actor {
            actor: &identity.key,
            document: &self.report.document.id,
            story: self.about.story,
            name: self.name(actor),
            kind: identity.kind.code(),
            country: some(&identity.country),
            sector: some(identity.sector),
            known: self.lexicon.actor(&identity.key).is_some(),
            mentions: actor.mentions.len() as i64,
            tone: (!tones.is_empty()).then(|| tones.iter().sum::<f64>() / tones.len() as f64),
            run: self.about.run,
        })
    }

    fn mention(&self, writer: &mut Writer, at: usize, mention: &Mention) -> Result<(), Error> {
        let place = Place::of(&mention.evidence);
        writer.add(&row::Mention {
            mention: &self.id('m', at),
            document: &self.report.document.id,
            story: self.about.story,
            actor: self.report.actors.get(mention.actor).map_or("", |a| a.identity.key.as_str()),
            resolution: mention.resolution.name(),
            kind: mention.kind.code(),
            country: some(&mention.country),
            sector: some(mention.sector.code()),
            tone: i64::from(mention.tone.sign()),
            tone_confidence: probability(mention.tone_confidence),
            confidence: probability(mention.origin.confidence),
            sentence: place.sentence,
            byte_start: place.bytes[0],
            byte_end: place.bytes[1],
            char_start: place.chars[0],
            char_end: place.chars[1],
            quote: &mention.evidence.quote,
            made_by: &made_by(&mention.origin),
            run: self.about.run,
        })
    }

    fn event(&self, writer: &mut Writer, at: usize, event: &Event) -> Result<(), Error> {
        let targets = self.parties(&event.targets);
        let pairs = self.parties(&event.sources).into_iter().flat_map(|s| targets.iter().map(move |t| (s, *t)));
        pairs.enumerate().try_for_each(|(pair, (source, target))| self.dyad(writer, (at, event), pair, source, target))
    }

    fn dyad(
        &self,
        writer: &mut Writer,
        (at, event): (usize, &Event),
        pair: usize,
        source: Option<Party<'_>>,
        target: Option<Party<'_>>,
    ) -> Result<(), Error> {
        let document = &self.report.document;
        let place = Place::of(&event.evidence);
        let when: Option<&Interval> = event.date.as_ref().map(|d| &d.interval);
        writer.add(&row::Event {
            event: &self.id('e', at),
            pair: pair as i64,
            document: &document.id,
            story: self.about.story,
            date_first: when.and_then(|i| i.first),
            date_last: when.and_then(|i| i.last),
            date_granularity: when.map(|i| i.granularity.name()),
            date_rule: event.date.as_ref().map(|d| d.rule),
            source_key: source.map(|p| p.key),
            source: source.map(|p| p.name),
            source_country: source.and_then(|p| p.country),
            source_sector: source.and_then(|p| p.sector),
            target_key: target.map(|p| p.key),
            target: target.map(|p| p.name),
            target_country: target.and_then(|p| p.country),
            target_sector: target.and_then(|p| p.sector),
            class: event.class.name(),
            cameo: event.cameo,
            quad: event.class.quad().name(),
            modality: event.modality.name(),
            intensity: measure(event.intensity),
            claim: event.claims.first().map(|&c| self.id('c', c)).as_deref(),
            confidence: probability(event.origin.confidence),
            sentence: place.sentence,
            byte_start: place.bytes[0],
            byte_end: place.bytes[1],
            char_start: place.chars[0],
            char_end: place.chars[1],
            quote: &event.evidence.quote,
            published: self.day(),
            outlet: document.outlet.as_deref(),
            outlet_country: self.outlet_country,
            language: document.language.map(|l| l.code()),
            made_by: &made_by(&event.origin),
            run: self.about.run,
        })
    }

    fn claim(&self, writer: &mut Writer, at: usize, claim: &Claim) -> Result<(), Error> {
        let document = &self.report.document;
        let place = Place::of(&claim.content);
        let speaker = claim.speaker.or(claim.carried_speaker).and_then(|m| self.party(m));
        let mut about: Vec<String> = claim.about.iter().filter_map(|&m| self.party(m)).map(|p| p.key.to_string()).collect();
        about.sort_unstable();
        about.dedup();
        writer.add(&row::Claim {
            claim: &self.id('c', at),
            document: &document.id,
            story: self.about.story,
            kind: claim.kind.name(),
            speaker_key: speaker.map(|p| p.key),
            speaker: speaker.map(|p| p.name),
            speaker_country: speaker.and_then(|p| p.country),
            speaker_sector: speaker.and_then(|p| p.sector),
            carried: claim.speaker.is_none() && claim.carried_speaker.is_some(),
            cue: claim.cue.as_ref().map(|c| c.quote.as_str()),
            content: &claim.content.quote,
            about: &about,
            confidence: probability(claim.origin.confidence),
            sentence: place.sentence,
            byte_start: place.bytes[0],
            byte_end: place.bytes[1],
            char_start: place.chars[0],
            char_end: place.chars[1],
            published: self.day(),
            outlet: document.outlet.as_deref(),
            outlet_country: self.outlet_country,
            language: document.language.map(|l| l.code()),
            made_by: &made_by(&claim.origin),
            run: self.about.run,
        })
    }

    fn position(&self, writer: &mut Writer, at: usize, position: &Position) -> Result<(), Error> {
        let Some(holder) = self.report.actors.get(position.holder) else { return Ok(()) };
        writer.add(&row::Position {
            position: &self.id('p', at),
            document: &self.report.document.id,
            story: self.about.story,
            actor_key: &holder.identity.key,
            actor: self.name(holder),
            issue: &position.issue,
            towards: position.towards.and_then(|a| self.report.actors.get(a)).map(|a| a.identity.key.as_str()),
            stance: position.stance.name(),
            date_first: position.first.and_then(|i| i.first),
            date_last: position.last.and_then(|i| i.last),
            events: &self.ids('e', &position.events),
            claims: &self.ids('c', &position.claims),
            published: self.day(),
            run: self.about.run,
        })
    }
}

/// Where a record's words stand.
struct Place {
    sentence: i64,
    bytes: [i64; 2],
    chars: [i64; 2],
}

impl Place {
    fn of(evidence: &Evidence) -> Place {
        let pair = |a: usize, b: usize| [a as i64, b as i64];
        Place {
            sentence: evidence.sentence as i64,
            bytes: pair(evidence.span.start, evidence.span.end),
            chars: pair(evidence.chars.start, evidence.chars.end),
        }
    }
}
