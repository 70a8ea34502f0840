//! Putting the findings of all sentences together into one report.

use mizan_record::{ActorFound, Annotation, Claim, ClaimFound, Document, Doubt, Event, Evidence, Mention, Origin, Report};
use mizan_text::Span;

use crate::resolve::Resolver;
use crate::rule::{
    addressee, among_them, audience, authors_phrase, background_deal, background_war, by_request, byline, carried_speaker, content_edges,
    coordination, cut_short, cutting_off, denial, denied, double_claim, easing, for_his_part, future_marker, had_done, headline_colon,
    headline_halves, leaving, lone_mark, long_past, long_quotation, may_do, must_do, nested_speaker, of_these_days, outer_speaker,
    own_words, proclitic, question, quotation, said_this, sanction, subjected, teller, told_before, twin,
};
use crate::sentence::Sentence;
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
    told: told_before::Told,
}

impl<'m> Assembly<'m> {
    fn new(document: Document, annotations: &[Annotation], model: &'m str) -> Self {
        let (mentions, actors, events, claims) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let resolver = Resolver::new(&document, annotations);
        let report = Report { document, mentions, actors, events, claims, positions: Vec::new(), dates: Vec::new(), doubts: Vec::new() };
        Assembly { model, resolver, report, told: None }
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
        let annotation = &*told_before::place(&self.report.document, number, annotation, self.told);
        self.told = told_before::last(number, annotation, self.told);
        let first = self.report.mentions.len();
        self.mentions(number, annotation);
        let claims = self.report.claims.len();
        self.claims(number, annotation, first);
        self.events(number, annotation, first, claims);
        self.report.dates.extend(annotation.dates.iter().cloned());
    }

    fn mentions(&mut self, number: usize, annotation: &Annotation) {
        let document = &self.report.document;
        let (actors, rules): (Vec<ActorFound>, Vec<Vec<&'static str>>) =
            annotation.actors.iter().map(|found| trimmed(document, annotation, found)).unzip();
        let resolved = self.resolver.sentence(document, &actors, &annotation.names);
        for ((found, mut rules), who) in actors.iter().zip(rules).zip(resolved) {
            rules.extend(who.rule);
            let origin = Origin { rules, ..self.origin(found.confidence) };
            self.report.mentions.push(Mention {
                evidence: evidence(&self.report.document, number, found.span),
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
        let Report { document, mentions, claims: earlier, .. } = &self.report;
        let sentence = Sentence { document, number, mentions: &mentions[first..], first };
        let mut claims: Vec<Claim> = annotation.claims.iter().filter_map(|found| self.claim(&sentence, annotation, found)).collect();
        outer_speaker::apply(&sentence, &mut claims);
        let mut claims = double_claim::drop_doubles(&sentence, claims);
        nested_speaker::apply(&mut claims);
        if annotation.claims.is_empty() {
            claims.extend(headline_colon::claim(document, number, &mentions[first..], first, self.model));
            claims.extend(said_this::claim(&Sentence { mentions, first: 0, ..sentence }, earlier, self.model));
        }
        for claim in claims {
            said_this::tell(&claim, self.report.claims.len(), &mut self.report.events);
            self.report.claims.push(claim);
        }
    }

    /// The claim that was found, unless it is none: the outlet's byline, a phrase of the author's, a bare name.
    fn claim(&self, sentence: &Sentence, annotation: &Annotation, found: &ClaimFound) -> Option<Claim> {
        let mut origin = self.origin(found.confidence);
        let speaker = found.speaker.map(|s| sentence.first + s);
        let whole = self.whole_quotation(sentence.number, found.content, found.cue);
        if whole != found.content {
            origin.rules.push(quotation::NAME);
        }
        let with_cue = content_edges::with_cue(sentence, whole, found.cue, annotation.claims.iter().map(|c| c.cue));
        let mended = content_edges::mend(sentence, with_cue, found.cue, speaker);
        if mended != whole {
            origin.rules.push(content_edges::NAME);
        }
        let content = cut_short::mend(sentence, mended, found.cue);
        if content != mended {
            origin.rules.push(cut_short::NAME);
        }
        let mut claim = Claim {
            speaker,
            carried_speaker: None,
            kind: found.kind,
            cue: Some(evidence(sentence.document, sentence.number, found.cue)),
            content: evidence(sentence.document, sentence.number, content),
            about: sentence.numbers().filter(|&n| content.contains(sentence.place(n))).collect(),
            origin,
        };
        if content_edges::is_a_name(sentence, content) || authors_phrase::is(sentence, &claim) || !byline::keep(sentence, &mut claim) {
            return None;
        }
        own_words::apply(sentence, &mut claim, found.content);
        addressee::apply(sentence, &mut claim);
        Some(claim)
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
            let denies = denial::is_denial(&event, &self.report.document);
            if denies || denied::is_own_charge(&event, &self.report.document, &self.report.mentions) {
                continue;
            }
            self.correct(&mut event, first);
            coordination::apply(&mut event, &self.report.mentions, self.report.document.text.as_str());
            among_them::apply(&mut event, &self.report.document, &self.report.mentions);
            teller::apply(&mut event, &self.report.document, &self.report.claims, &self.report.mentions);
            self.part_sides(&mut event);
            long_past::apply(&mut event, published);
            of_these_days::apply(&mut event, &self.report.document);
            events.push(event);
        }
        let mut events = twin::apply(events);
        for joined in events.iter_mut().filter(|e| e.origin.rules.contains(&twin::NAME)) {
            coordination::apply(joined, &self.report.mentions, self.report.document.text.as_str());
        }
        self.report.events.extend(events);
    }

    /// What the words around the trigger say more surely than the encoder.
    fn correct(&self, event: &mut Event, first: usize) {
        let (document, mentions) = (&self.report.document, &self.report.mentions[..]);
        sanction::apply(event, document, mentions);
        easing::apply(event, document, mentions);
        leaving::apply(event, document, mentions);
        cutting_off::apply(event, document);
        subjected::apply(event, document, mentions);
        for_his_part::apply(event, document, mentions);
        headline_halves::apply(event, document, mentions);
        by_request::apply(event, document, &mentions[first..], first);
        future_marker::apply(event, document);
        may_do::apply(event, document);
        must_do::apply(event, document);
        question::apply(event, document, mentions);
        had_done::apply(event, document);
        background_war::apply(event, document, mentions);
        background_deal::apply(event, document);
        denied::apply(event, document, mentions);
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
        let Report { document, mentions, claims, events, .. } = &mut self.report;
        let quoted = long_quotation::find(document, claims);
        carried_speaker::apply(document, mentions, claims, &quoted);
        long_quotation::carry(document, mentions, &quoted, claims);
        long_quotation::tell(&quoted, claims, events);
        let repeated = long_quotation::repeated(document, mentions, &quoted, claims);
        leave_out(&repeated, claims, events);
        self.report.actors = self.resolver.into_actors(&mut self.report.mentions);
        let Report { document, mentions, events, .. } = &mut self.report;
        background_war::once(events, document, mentions);
        position::ledger(&mut self.report);
        self.report
    }
}

/// Take claims, by their numbers in order, out of a report.
fn leave_out(gone: &[usize], claims: &mut Vec<Claim>, events: &mut [Event]) {
    for event in events.iter_mut().filter(|_| !gone.is_empty()) {
        event.claims.retain(|c| !gone.contains(c));
        event.claims.iter_mut().for_each(|c| *c -= gone.partition_point(|g| g < c));
    }
    let mut numbers = 0..;
    claims.retain(|_| numbers.next().is_some_and(|n| !gone.contains(&n)));
}

/// A mention without what was swallowed at its edges, and the rules that said so.
fn trimmed(document: &Document, annotation: &Annotation, found: &ActorFound) -> (ActorFound, Vec<&'static str>) {
    let (text, language, names) = (document.text.as_str(), document.language, &annotation.names);
    let (mut span, mut rules) = (found.span, Vec::new());
    let mut cut = |rule, new: Span| {
        if new != std::mem::replace(&mut span, new) {
            rules.push(rule);
        }
        new
    };
    let new = cut(proclitic::NAME, proclitic::trim(text, language, found.span, names));
    let new = cut(audience::NAME, audience::cut(text, language, new, names));
    cut(lone_mark::NAME, lone_mark::mend(text, new));
    (ActorFound { span, ..found.clone() }, rules)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{document, place};
    use mizan_record::{ClaimKind, Class, Kind, Modality, Sector, Tone};
    use mizan_text::Language;

    const TEXT: &str = "وقال جابر: «الجواز مرتبط بالهوية.\nوهذه إشكالية قديمة.\nإسرائيل رفضت الإجراء».\nوأضاف: «الحل بعيد».";

    fn actor(document: &Document, name: &str, kind: Kind) -> ActorFound {
        let (country, sector, tone) = (String::new(), Sector::from_code("GOV"), Tone::Neutral);
        let span = place(document, name).1;
        ActorFound { span, kind, country, country_confidence: 0.0, sector, tone, tone_confidence: 1.0, confidence: 1.0 }
    }

    fn claim(document: &Document, cue: &str, content: &str, speaker: Option<usize>) -> ClaimFound {
        let (cue, content) = (place(document, cue).1, place(document, content).1);
        ClaimFound { cue, content, speaker, kind: ClaimKind::Statement, confidence: 1.0 }
    }

    #[test]
    fn what_a_quotation_of_several_sentences_tells_is_its_speakers_and_he_goes_on() {
        let document = document(TEXT, Language::Arabic);
        let refusal = mizan_record::EventFound {
            span: place(&document, "رفضت").1,
            class: Class::Reject,
            modality: Modality::Actual,
            sources: vec![0],
            targets: Vec::new(),
            date: None,
            class_confidence: 0.9,
            confidence: 1.0,
        };
        let none = Annotation::default;
        let said = claim(&document, "قال", "الجواز مرتبط بالهوية", Some(0));
        let added = claim(&document, "وأضاف", "الحل بعيد", None);
        let annotations = [
            Annotation { actors: vec![actor(&document, "جابر", Kind::Person)], claims: vec![said], ..none() },
            none(),
            Annotation { actors: vec![actor(&document, "إسرائيل", Kind::Polity)], events: vec![refusal], ..none() },
            Annotation { claims: vec![added], ..none() },
        ];
        let report = code(document, &annotations, "test");
        assert_eq!(report.events[0].claims, [0]);
        assert_eq!(report.events[0].origin.rules, [long_quotation::NAME]);
        assert_eq!(report.positions[0].claims, [0]);
        assert_eq!(report.claims[1].carried_speaker, Some(0));
    }

    #[test]
    fn twins_that_bring_two_of_one_list_together_keep_them_on_one_side() {
        let document = document("Этот шаг приветствовали и поддержали ООН и Евросоюз.", Language::Russian);
        let event = |trigger, sources: &[usize], targets: &[usize]| mizan_record::EventFound {
            span: place(&document, trigger).1,
            class: Class::Support,
            modality: Modality::Actual,
            sources: sources.to_vec(),
            targets: targets.to_vec(),
            date: None,
            class_confidence: 0.9,
            confidence: 1.0,
        };
        let events = vec![event("приветствовали", &[0], &[]), event("поддержали", &[], &[1])];
        let actors = vec![actor(&document, "ООН", Kind::Organisation), actor(&document, "Евросоюз", Kind::Organisation)];
        let report = code(document, &[Annotation { actors, events, ..Annotation::default() }], "test");
        assert_eq!((report.events.len(), report.events[0].sources.len(), report.events[0].targets.len()), (1, 2, 0));
    }

    /// A sentence's persons, its claims by cue, content and speaker, and the triggers of its events.
    type Found<'t> = (&'t [&'t str], &'t [(&'t str, &'t str, Option<usize>)], &'t [&'t str]);

    /// Each claim's speaker (with "~" where he is carried) and content, and each event's claims, of a report whose mentions are persons.
    fn told(text: &str, language: Language, sentences: &[Found]) -> (Vec<String>, Vec<Vec<usize>>) {
        let document = document(text, language);
        let event = |trigger: &&str| mizan_record::EventFound {
            span: place(&document, trigger).1,
            class: Class::Accuse,
            modality: Modality::Actual,
            sources: Vec::new(),
            targets: Vec::new(),
            date: None,
            class_confidence: 0.9,
            confidence: 1.0,
        };
        let annotations: Vec<Annotation> = sentences
            .iter()
            .map(|(who, said, acts)| Annotation {
                actors: who.iter().map(|w| actor(&document, w, Kind::Person)).collect(),
                claims: said.iter().map(|(cue, content, speaker)| claim(&document, cue, content, *speaker)).collect(),
                events: acts.iter().map(event).collect(),
                ..Annotation::default()
            })
            .collect();
        let report = code(document, &annotations, "test");
        let who = |m: usize| &report.mentions[m].evidence.quote;
        let print = |c: &Claim| match (c.speaker, c.carried_speaker) {
            (Some(s), _) => format!("{}: {}", who(s), c.content.quote),
            (None, Some(s)) => format!("~{}: {}", who(s), c.content.quote),
            (None, None) => c.content.quote.clone(),
        };
        (report.claims.iter().map(print).collect(), report.events.iter().map(|e| e.claims.clone()).collect())
    }

    #[test]
    fn what_he_says_in_a_quotation_is_told_once() {
        let said = [("отметил", "мир близок", None), ("сказал", "Он отметил, что мир близок", Some(0))];
        let named = "«Блинкен осудил удар.\nОн отметил, что мир близок», – сказал Песков.";
        let (claims, events) = told(named, Language::Russian, &[(&["Блинкен"], &[], &["осудил"]), (&["Песков"], &said, &[])]);
        assert_eq!(claims, ["~Блинкен: мир близок", "Песков: Он отметил, что мир близок"]);
        assert_eq!(events, [[1]]);
        let unnamed = "«США осудили удар.\nОн отметил, что мир близок», – сказал Песков.";
        let (claims, events) = told(unnamed, Language::Russian, &[(&[], &[], &["осудили"]), (&["Песков"], &said, &["близок"])]);
        assert_eq!(claims, ["Песков: Он отметил, что мир близок"]);
        assert_eq!(events, [[0], [0]]);
    }

    #[test]
    fn a_sentence_that_names_who_tells_makes_no_fact_of_the_one_before() {
        let text = "США осудили удар.\nОб этом сообщил Песков.\nОн отметил, что мир близок.";
        let said = [("отметил", "мир близок", None)];
        let (claims, events) =
            told(text, Language::Russian, &[(&[], &[], &["осудили"]), (&["Песков"], &[], &[]), (&[], &said, &["близок"])]);
        assert_eq!((&claims[0][..], &events[..]), ("Песков: США осудили удар", &[vec![0], vec![1]][..]));
    }
}
