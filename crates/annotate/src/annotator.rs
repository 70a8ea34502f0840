//! One sentence through encoder, lexicon and date rules, laid into the document's offsets.

use jiff::civil::Date;
use mizan_record::{Annotation, DateMention, Granularity, Interval, NameFound};
use mizan_text::{Language, Span};

use crate::date;
use crate::encoder::{Encoder, Error, Reading, Thresholds, in_parallel};
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
        let reading = self.encoder.read(sentence, &self.thresholds)?;
        let dates = date::find(sentence, setting.language, setting.published);
        let names = self.lexicon.find(sentence, setting.language, setting.published);
        let names = names.iter().map(|m| self.name(m, setting)).collect();
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
    let triggers: Vec<Span> = reading.events.iter().map(|e| e.span).collect();
    let mut events = reading.events;
    for event in &mut events {
        event.date = date_of(&dates, event.span, &triggers, sentence, setting.language);
    }
    Annotation { actors: reading.actors, events, claims: reading.claims, dates, names: Vec::new(), unread: reading.unread }
}

/// How many bytes behind a trigger a date may begin and still be its own, across the start of a clause ("the mobilisation that was announced in").
const CLOSE: usize = 60;

/// The time expression of an event: the one in its clause, or else one close behind it, or else the nearest dated one before it in the sentence. A stretch of many years
/// ("since independence") is taken only when the sentence has nothing closer.
fn date_of(dates: &[DateMention], trigger: Span, triggers: &[Span], sentence: &str, language: Option<Language>) -> Option<usize> {
    let exact = |n: &usize| dates[*n].interval.is_some_and(within_a_year);
    let own = date::for_event(dates, trigger, triggers, sentence, language);
    let close = |n: usize| dates[n].span.start >= trigger.end && dates[n].span.start - trigger.end <= CLOSE;
    let after = || {
        (0..dates.len())
            .filter(exact)
            .find(|&n| close(n) && !triggers.iter().any(|t| t.start >= trigger.end && t.end <= dates[n].span.start))
    };
    let before = || (0..dates.len()).filter(exact).rfind(|&n| dates[n].span.end <= trigger.start);
    own.filter(exact).or_else(after).or_else(before).or(own)
}

fn within_a_year(interval: Interval) -> bool {
    let days = interval.first.zip(interval.last).and_then(|(first, last)| last.since(first).ok()).map(|s| s.get_days());
    interval.granularity < Granularity::Era && days.is_some_and(|d| d <= 366)
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
