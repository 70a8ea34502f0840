//! Putting the findings of all sentences together into one report.

use mizan_record::{Annotation, Claim, Document, Doubt, Event, Evidence, Mention, Origin, Report};
use mizan_text::Span;

use crate::resolve::Resolver;
use crate::rule::{carried_speaker, coordination, headline_colon, long_past, proclitic, quotation, twin};
use crate::{codebook, date, position};

/// The evidence at a span of the document, in sentence number `sentence` (counted from 1).
pub fn evidence(document: &Document, sentence: usize, span: Span) -> Evidence {
    Evidence { span, chars: document.text.chars(span), quote: document.text.quote(span).to_owned(), sentence }
}

/// Code a document. `annotations` has one entry for each of its sections, in order; `model` is the version of the model that made them.
pub fn code(document: Document, annotations: &[Annotation], model: &str) -> Report {
    let mut work = Assembly::new(document, annotations, model);
    for (at, annotation) in annotations.iter().enumerate() {
        work.sentence(at + 1, annotation);
    }
    work.finish()
}

/// A report in the making.
struct Assembly<'m> {
    model: &'m str,
    resolver: Resolver,
    report: Report,
}

impl<'m> Assembly<'m> {
    fn new(document: Document, annotations: &[Annotation], model: &'m str) -> Self {
        let (mentions, actors, events, claims) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let report = Report { document, mentions, actors, events, claims, positions: Vec::new(), dates: Vec::new(), doubts: Vec::new() };
        Assembly { model, resolver: Resolver::new(annotations), report }
    }

    fn origin(&self, confidence: f32) -> Origin {
        Origin { by: self.model.to_owned(), confidence, rules: Vec::new() }
    }

    fn sentence(&mut self, number: usize, annotation: &Annotation) {
        if annotation.unread > 0 {
            let detail =
                format!("the last {} bytes of sentence {number} were not read: it is longer than the encoder can hold", annotation.unread);
            self.report.doubts.push(Doubt { name: "sentence-too-long", detail });
        }
        let first = self.report.mentions.len();
        self.mentions(number, annotation);
        let claims = self.report.claims.len();
        self.claims(number, annotation, first);
        self.events(number, annotation, first, claims);
        self.report.dates.extend(annotation.dates.iter().cloned());
    }

    fn mentions(&mut self, number: usize, annotation: &Annotation) {
        let document = &self.report.document;
        let resolved = self.resolver.sentence(document, annotation);
        for (found, who) in annotation.actors.iter().zip(resolved) {
            let span = proclitic::trim(document.text.as_str(), document.language, found.span, &annotation.names);
            let mut origin = self.origin(found.confidence);
            if span != found.span {
                origin.rules.push(proclitic::NAME);
            }
            self.report.mentions.push(Mention {
                evidence: evidence(&self.report.document, number, span),
                kind: who.kind,
                country: who.country,
                sector: who.sector,
                tone: found.tone,
                tone_confidence: found.tone_confidence,
                actor: who.actor,
                resolution: who.resolution,
                origin,
            });
        }
    }

    fn claims(&mut self, number: usize, annotation: &Annotation, first: usize) {
        for found in &annotation.claims {
            let mut origin = self.origin(found.confidence);
            let content = self.whole_quotation(number, found.content, found.cue);
            if content != found.content {
                origin.rules.push(quotation::NAME);
            }
            let inside = |n: &usize| content.contains(self.report.mentions[*n].evidence.span);
            let claim = Claim {
                speaker: found.speaker.map(|s| first + s),
                carried_speaker: None,
                kind: found.kind,
                cue: Some(evidence(&self.report.document, number, found.cue)),
                content: evidence(&self.report.document, number, content),
                about: (first..self.report.mentions.len()).filter(inside).collect(),
                origin,
            };
            self.report.claims.push(claim);
        }
        let by = self.model;
        if annotation.claims.is_empty()
            && let Some(claim) = headline_colon::claim(&self.report.document, number, &self.report.mentions[first..], first, by)
        {
            self.report.claims.push(claim);
        }
    }

    fn whole_quotation(&self, number: usize, content: Span, cue: Span) -> Span {
        let Some(section) = self.report.document.sections.get(number - 1) else { return content };
        let sentence = self.report.document.text.quote(section.span);
        let base = section.span.start;
        if content.start < base || content.end > section.span.end {
            return content;
        }
        let wide = quotation::widen(sentence, Span::new(content.start - base, content.end - base)).shifted(base);
        if wide.overlaps(cue) { content } else { wide }
    }

    fn events(&mut self, number: usize, annotation: &Annotation, first: usize, first_claim: usize) {
        let published = self.report.document.published.map(|(day, _)| day);
        let mut events = Vec::new();
        for found in &annotation.events {
            let entry = codebook::entry(found.class);
            let mut event = Event {
                class: found.class,
                sources: found.sources.iter().map(|s| first + s).collect(),
                targets: found.targets.iter().map(|t| first + t).collect(),
                modality: found.modality,
                intensity: entry.intensity,
                cameo: entry.cameo,
                date: date::of_event(&self.report.document, number, annotation, found),
                claims: self.claims_around(found.span, first_claim),
                evidence: evidence(&self.report.document, number, found.span),
                origin: self.origin(found.confidence * found.class_confidence),
            };
            coordination::apply(&mut event, &self.report.mentions, self.report.document.text.as_str());
            self.part_sides(&mut event);
            long_past::apply(&mut event, published);
            events.push(event);
        }
        self.report.events.extend(twin::apply(events));
    }

    /// Nobody acts on himself: a target that is the same actor as a source is dropped.
    fn part_sides(&self, event: &mut Event) {
        let actor = |m: usize| self.report.mentions[m].actor;
        let sources: Vec<usize> = event.sources.iter().map(|&s| actor(s)).collect();
        event.targets.retain(|&t| !sources.contains(&actor(t)));
    }

    /// Claims whose content holds a span, the smallest first.
    fn claims_around(&self, span: Span, first: usize) -> Vec<usize> {
        let mut around: Vec<usize> =
            (first..self.report.claims.len()).filter(|&c| self.report.claims[c].content.span.contains(span)).collect();
        around.sort_by_key(|&c| self.report.claims[c].content.span.len());
        around
    }

    fn finish(mut self) -> Report {
        let Report { document, mentions, claims, .. } = &mut self.report;
        carried_speaker::apply(document, mentions, claims);
        self.report.actors = self.resolver.into_actors(&mut self.report.mentions);
        position::ledger(&mut self.report);
        self.report
    }
}
