//! One sentence through encoder, lexicon and date rules, laid into the document's offsets.

mod known_name;
mod west;
mod whole_number;

use jiff::civil::Date;
use mizan_record::{Annotation, DateMention, EventFound, NameFound};
use mizan_text::{Language, Span};

use crate::date;
use crate::encoder::{Encoder, Error, Reading, Thresholds, in_parallel, is_half_a_compound};
use crate::lexicon::{Choice, Lexicon, Match};

/// What is known of the document that a sentence stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Its language.
    pub language: Option<Language>,
    /// Its day of publication.
    pub published: Option<Date>,
}

/// Reads sentences.
pub struct Annotator {
    /// The network.
    pub encoder: Encoder,
    /// The knowledge base.
    pub lexicon: Lexicon,
    /// How sure the network must be.
    pub thresholds: Thresholds,
}

impl Annotator {
    /// Annotate stretches of texts, each with its setting, on a number of threads. The results are in the order of the stretches.
    ///
    /// # Errors
    /// When the encoder fails.
    pub fn annotate(&self, stretches: &[(&str, Span, Setting)], threads: usize) -> Result<Vec<Annotation>, Error> {
        in_parallel(stretches, threads, |(text, span, setting)| self.stretch(text, *span, *setting))
    }

    fn stretch(&self, text: &str, span: Span, setting: Setting) -> Result<Annotation, Error> {
        let sentence = text.get(span.start..span.end).unwrap_or("");
        let mut reading = self.encoder.read(sentence, &self.thresholds)?;
        let dates = date::find(sentence, setting.language, setting.published);
        let names = self.lexicon.find(sentence, setting.language, setting.published);
        let is_named = |span: Span| names.iter().any(|name| name.span.overlaps(span));
        reading.retain_actors(|actor| is_named(actor.span) || !is_half_a_compound(sentence, actor.span));
        known_name::fit(sentence, &mut reading, &names);
        whole_number::fit(sentence, setting.language, &mut reading);
        let mut names: Vec<NameFound> = names.iter().map(|m| self.name(m, setting)).collect();
        names.extend(west::names(&self.lexicon, sentence, setting.language, &reading.actors, &names));
        names.sort_by_key(|name| name.span);
        let mut annotation = Annotation { names, ..whole(sentence, setting, reading, dates) };
        shift(&mut annotation, span.start);
        Ok(annotation)
    }

    fn name(&self, found: &Match<'_>, setting: Setting) -> NameFound {
        let entry = found.best();
        let language = setting.language.unwrap_or(Language::English);
        NameFound {
            span: found.span,
            aspect: entry.aspect,
            identity: self.lexicon.identity(entry, entry.kind(), language),
            by_date: matches!(found.choice, Choice::InOffice | Choice::NearestTerm),
            ambiguous: found.choice == Choice::Ambiguous,
        }
    }
}

/// The encoder's findings with the dates of the rules; what the encoder alone takes for a time expression stays, unresolved.
fn whole(sentence: &str, setting: Setting, reading: Reading, mut dates: Vec<DateMention>) -> Annotation {
    let alone: Vec<Span> = reading.dates.into_iter().filter(|span| !dates.iter().any(|d| d.span.overlaps(*span))).collect();
    dates.extend(alone.into_iter().map(|span| DateMention { span, interval: None, rule: "encoder" }));
    dates.sort_by_key(|d| d.span);
    let when = (setting.language, setting.published);
    let triggers: Vec<Span> = reading.events.iter().map(|event| event.span).collect();
    date::settle(sentence, when, &mut dates, &triggers);
    let own = date::of_events(sentence, when, &dates, &reading.events, &reading.claims);
    let events = reading.events.into_iter().zip(own).map(|(event, date)| EventFound { date, ..event }).collect();
    Annotation { actors: reading.actors, events, claims: reading.claims, dates, names: Vec::new(), unread: reading.unread }
}

fn shift(annotation: &mut Annotation, by: usize) {
    let move_on = |span: &mut Span| *span = span.shifted(by);
    annotation.actors.iter_mut().for_each(|a| move_on(&mut a.span));
    annotation.events.iter_mut().for_each(|e| move_on(&mut e.span));
    annotation.dates.iter_mut().for_each(|d| move_on(&mut d.span));
    annotation.names.iter_mut().for_each(|n| move_on(&mut n.span));
    for claim in &mut annotation.claims {
        move_on(&mut claim.cue);
        move_on(&mut claim.content);
    }
}
