//! What the network finds in a sentence, in bytes of that sentence.

use mizan_record::{ActorFound, ClaimFound, ClaimKind, Class, EventFound, Kind, Modality, Sector, Tone};
use mizan_text::Span;
use mizan_text::language::{is_article, is_nobody_alone, joins, names_nobody};

use super::decode::{Run, argmax, best_segment, runs, sigmoid, softmax};
use super::network::{ActorScores, FocusScores, Hidden, LONGEST, Network, Place, Rows};
use super::{Error, Token};

/// How sure the network must be, 0 to 1. Chosen on the development set: see `docs/model.md`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// A token is part of a trigger.
    pub trigger: f32,
    /// A trigger states an event, and one of that class: what is printed as the event's confidence.
    pub event: f32,
    /// A token is part of a cue.
    pub cue: f32,
    /// An actor is source or target.
    pub role: f32,
}

impl Thresholds {
    /// Those the shipped model was tuned with.
    pub const SHIPPED: Thresholds = Thresholds { trigger: 0.2, event: 0.58, cue: 0.35, role: 0.2 };
}

/// What the network found in a sentence, spans in bytes of that sentence. Names, and the meaning of dates, come from elsewhere.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// Actor mentions in order.
    pub actors: Vec<ActorFound>,
    /// Events in order of their triggers.
    pub events: Vec<EventFound>,
    /// Claims in order of their cues.
    pub claims: Vec<ClaimFound>,
    /// Time expressions in order.
    pub dates: Vec<Span>,
    /// Bytes at the end that were not read because the sentence is longer than the network can hold; 0 nearly always.
    pub unread: usize,
}

impl Reading {
    /// Keep only the actors that a test lets pass. An event that then has no party goes with them.
    pub(crate) fn retain_actors(&mut self, keep: impl Fn(&ActorFound) -> bool) {
        let kept: Vec<bool> = self.actors.iter().map(keep).collect();
        if kept.iter().all(|&kept| kept) {
            return;
        }
        let number = |old: usize| kept[old].then(|| kept[..old].iter().filter(|&&kept| kept).count());
        for event in &mut self.events {
            event.sources = event.sources.iter().filter_map(|&old| number(old)).collect();
            event.targets = event.targets.iter().filter_map(|&old| number(old)).collect();
        }
        self.events.retain(|event| !(event.sources.is_empty() && event.targets.is_empty()));
        self.claims.iter_mut().for_each(|claim| claim.speaker = claim.speaker.and_then(number));
        let mut kept = kept.into_iter();
        self.actors.retain(|_| kept.next().unwrap_or(true));
    }

    /// Make one actor of those from `first` to `last`, as the first was found. An event between two of them is left with its source.
    pub(crate) fn join_actors(&mut self, first: usize, last: usize) {
        let number = |old: usize| if old <= first { old } else { first.max(old.saturating_sub(last - first)) };
        for event in &mut self.events {
            for side in [&mut event.sources, &mut event.targets] {
                side.iter_mut().for_each(|actor| *actor = number(*actor));
                side.dedup();
            }
            if event.sources.contains(&first) {
                event.targets.retain(|&actor| actor != first);
            }
        }
        self.claims.iter_mut().for_each(|claim| claim.speaker = claim.speaker.map(number));
        self.actors.drain(first + 1..=last);
    }
}

/// Whether a mention is no more than the first half of a Russian compound adjective: «семейно» of «семейно-бытовым».
pub(crate) fn is_half_a_compound(text: &str, span: Span) -> bool {
    let small = |c: char| c.is_lowercase() && matches!(c, '\u{400}'..='\u{4FF}');
    let word = &text[span.start..span.end];
    let goes_on = text[span.end..].strip_prefix('-').is_some_and(|rest| rest.starts_with(small));
    word.ends_with(['о', 'е']) && word.chars().all(small) && goes_on && !text[..span.start].ends_with('-')
}

/// A sentence cut into tokens that the network can hold; token numbers count the begin mark as 0.
pub(super) struct Tokens<'t> {
    text: &'t str,
    kept: Vec<Token>,
    pub(super) unread: usize,
}

impl<'t> Tokens<'t> {
    pub(super) fn of(network: &Network, text: &'t str) -> Tokens<'t> {
        let mut kept = network.tokens(text);
        kept.truncate(LONGEST - 2);
        let unread = text.len() - kept.last().map_or(text.len(), |t| t.span.end.max(text.trim_end().len().min(t.span.end)));
        let unread = if text[text.len() - unread..].trim().is_empty() { 0 } else { unread };
        Tokens { text, kept, unread }
    }

    /// Bytes of tokens `start..end`, as the pieces have them.
    fn raw(&self, start: usize, end: usize) -> Span {
        let from = self.kept[start - 1].span.start;
        Span::new(from, self.kept[end - 2].span.end.max(from))
    }

    /// Bytes of tokens `start..end`, made to begin and end with whole words.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        whole_words(self.text, self.raw(start, end))
    }

    /// A mention's run without the joining words at its ends.
    fn without_edges(&self, run: Run) -> Run {
        let (start, end) = self.of_span(without_edges(self.text, self.span(run.start, run.end))).unwrap_or((run.start, run.end));
        Run { start, end, ..run }
    }

    /// The words of a run.
    fn quote(&self, run: Run) -> &'t str {
        let span = self.span(run.start, run.end);
        &self.text[span.start..span.end]
    }

    /// Runs grown to whole words; runs that then share a word become one, and runs without a letter or digit are dropped.
    fn whole(&self, found: Vec<Run>) -> Vec<Run> {
        let mut out: Vec<Run> = Vec::new();
        for run in found {
            let span = self.span(run.start, run.end);
            let Some((start, end)) = self.of_span(span).filter(|_| !span.is_empty()) else { continue };
            match out.last_mut() {
                Some(last) if start < last.end => {
                    last.end = last.end.max(end);
                    last.confidence = last.confidence.max(run.confidence);
                }
                _ => out.push(Run { start, end, confidence: run.confidence }),
            }
        }
        out
    }

    /// Tokens that share bytes with a span.
    fn of_span(&self, span: Span) -> Option<(usize, usize)> {
        let first = self.kept.iter().position(|t| t.span.overlaps(span))?;
        let last = self.kept.iter().rposition(|t| t.span.overlaps(span))?;
        Some((first + 1, last + 2))
    }

    /// The tokens without the begin and end marks.
    pub(super) fn pieces(&self) -> &[Token] {
        &self.kept
    }

    pub(super) fn count(&self) -> usize {
        self.kept.len() + 2
    }
}

/// A span made to begin and end with whole words, without punctuation or space at its ends. An Arabic particle written onto the first word
/// (و ف ب ل ك س) may stay outside.
fn whole_words(text: &str, span: Span) -> Span {
    let word = |c: char| c.is_alphanumeric() || is_mark(c);
    let inside = &text[span.start..span.end];
    let Some(first) = inside.find(word) else { return Span::new(span.start, span.start) };
    let last = inside.char_indices().rev().find(|(_, c)| word(*c)).map_or(inside.len(), |(at, c)| at + c.len_utf8());
    let (start, end) = (span.start + first, span.start + last);
    let before = text[..start].char_indices().rev().take_while(|(_, c)| word(*c)).last().map_or(start, |(at, _)| at);
    let after = end + text[end..].chars().take_while(|c| word(*c)).map(char::len_utf8).sum::<usize>();
    let particle = text[before..start].chars().count() <= 2 && text[before..start].chars().all(|c| "وفبلكس".contains(c));
    Span::new(if particle { start } else { before }, after)
}

/// A mention cut back to its first and last real word: «специалистов из», "Turkey in", "of the EU". One of nothing but such words stays.
/// Joining words count at both ends when they are printed small, articles only at the end.
fn without_edges(text: &str, span: Span) -> Span {
    let words: Vec<&str> = text[span.start..span.end].split_whitespace().collect();
    let Some(first) = words.iter().position(|word| !joins(word)) else { return span };
    // "سي سي تي في", «تانغ في»: there it is the end of a name.
    let is_name = |at: usize| words[at] == "في" && at > 0 && matches!(words[at - 1], "تي" | "تانغ");
    let loose = |&at: &usize| !is_name(at) && (joins(words[at]) || is_article(words[at]));
    let last = (first..words.len()).rev().find(|at| !loose(at)).unwrap_or(first);
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    whole_words(text, Span::new(place(words[first]), place(words[last]) + words[last].len()))
}

/// Whether a mention can be one: at least two letters or digits, and not merely pronouns, words of quantity, particles and joining words,
/// which the tagger sometimes marks where a longer phrase begins.
fn names_somebody(mention: &str) -> bool {
    let mut words = mention.split(|c: char| !c.is_alphanumeric() && !is_mark(c)).filter(|word| !word.is_empty());
    mention.chars().filter(|c| c.is_alphanumeric()).count() >= 2 && !words.all(|word| names_nobody(word) || is_nobody_alone(word))
}

/// Vowel signs and joiners inside words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}' | '\u{300}'..='\u{36f}')
}

/// Marks to be laid on tokens, all zero at first.
struct Marks<'a> {
    network: &'a Network,
    tokens: usize,
    values: Vec<f32>,
}

impl<'a> Marks<'a> {
    fn new(network: &'a Network, rows: usize, tokens: usize) -> Marks<'a> {
        Marks { network, tokens, values: vec![0.0; rows * tokens * network.marks()] }
    }

    fn lay(&mut self, row: usize, start: usize, end: usize, name: &str) -> Result<(), Error> {
        let kind = self.network.labels().mark(name).ok_or(Error::Damaged("labels.txt"))?;
        let width = self.network.marks();
        for token in start..end {
            self.values[(row * self.tokens + token) * width + kind] = 1.0;
        }
        Ok(())
    }
}

/// A trigger or a cue to look at closely.
struct Focus {
    name: &'static str,
    run: Run,
}

pub(crate) fn read(network: &Network, text: &str, thresholds: &Thresholds) -> Result<Reading, Error> {
    let tokens = Tokens::of(network, text);
    let (hidden, tags) = network.first_reading(&tokens.kept, Marks::new(network, 1, tokens.count()).values)?;
    let found = |group: usize, threshold: f32| -> Vec<Run> {
        // The begin and end marks are never part of anything.
        let scores: Vec<[f32; 3]> = (1..tokens.count() - 1).map(|t| [0, 1, 2].map(|k| tags.row(t)[group * 3 + k])).collect();
        tokens.whole(runs(&scores, threshold).into_iter().map(|r| Run { start: r.start + 1, end: r.end + 1, ..r }).collect())
    };
    let mut actor_runs = found(0, 0.5);
    actor_runs.iter_mut().for_each(|r| *r = tokens.without_edges(*r));
    actor_runs.retain(|r| names_somebody(tokens.quote(*r)));
    let foci: Vec<Focus> = [("trigger", 1, thresholds.trigger), ("cue", 2, thresholds.cue)]
        .into_iter()
        .flat_map(|(name, group, t)| found(group, t).into_iter().map(move |run| Focus { name, run }))
        .collect();
    let mut reading = Reading {
        actors: actors(network, &hidden, &tokens, &actor_runs)?,
        dates: found(3, 0.5).iter().map(|r| tokens.span(r.start, r.end)).collect(),
        unread: tokens.unread,
        ..Reading::default()
    };
    if !foci.is_empty() {
        let scores = look_closely(network, &hidden, &actor_runs, &foci)?;
        for (row, focus) in foci.iter().enumerate() {
            let roles: Vec<&[f32]> = (0..actor_runs.len()).map(|a| scores.roles.row(row * actor_runs.len() + a)).collect();
            match focus.name {
                "trigger" => reading.events.extend(event(&tokens, &scores, row, focus.run, &roles, thresholds)),
                _ => reading.claims.extend(claim(&tokens, &scores, row, focus.run, &roles)),
            }
        }
    }
    Ok(reading)
}

fn actors(network: &Network, hidden: &Hidden, tokens: &Tokens, found: &[Run]) -> Result<Vec<ActorFound>, Error> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<Place> = found.iter().map(|r| Place { row: 0, start: r.start, end: r.end }).collect();
    let scores = network.actors(hidden, &places)?;
    Ok(found.iter().enumerate().map(|(n, run)| actor(network, tokens, &scores, n, run)).collect())
}

fn actor(network: &Network, tokens: &Tokens, scores: &ActorScores, n: usize, run: &Run) -> ActorFound {
    let best = |rows: &Rows| -> (usize, f32) {
        let p = softmax(rows.row(n));
        let top = argmax(&p);
        (top, p[top])
    };
    let ((country, country_confidence), (sector, _), (tone, tone_confidence)) =
        (best(&scores.country), best(&scores.sector), best(&scores.tone));
    ActorFound {
        span: tokens.span(run.start, run.end),
        kind: Kind::ALL[best(&scores.kind).0],
        country: network.labels().group("countries")[country].clone(),
        country_confidence,
        sector: Sector::ALL[sector],
        tone: Tone::ALL[tone],
        tone_confidence,
        confidence: run.confidence,
    }
}

fn look_closely(network: &Network, hidden: &Hidden, actors: &[Run], foci: &[Focus]) -> Result<FocusScores, Error> {
    let mut marks = Marks::new(network, foci.len(), hidden.tokens);
    for (row, focus) in foci.iter().enumerate() {
        for a in actors {
            marks.lay(row, a.start, a.end, "actor")?;
        }
        for (other_row, other) in foci.iter().enumerate() {
            let name = if other.name == "trigger" { "other-trigger" } else { "other-cue" };
            if other_row != row {
                marks.lay(row, other.run.start, other.run.end, name)?;
            }
        }
        marks.lay(row, focus.run.start, focus.run.end, focus.name)?;
    }
    let place = |row: usize, run: &Run| Place { row, start: run.start, end: run.end };
    let points: Vec<Place> = foci.iter().enumerate().map(|(row, f)| place(row, &f.run)).collect();
    let parties: Vec<Place> = (0..foci.len()).flat_map(|row| actors.iter().map(move |a| place(row, a))).collect();
    network.focus(hidden, marks.values, &points, &parties)
}

fn event(tokens: &Tokens, scores: &FocusScores, row: usize, run: Run, roles: &[&[f32]], thresholds: &Thresholds) -> Option<EventFound> {
    let classes = softmax(scores.class.row(row));
    let (none, classes) = classes.split_last()?;
    let confidence = (run.confidence * (1.0 - none)).sqrt();
    let class = argmax(classes);
    let class_confidence = classes[class] / (1.0 - none).max(1e-6);
    if confidence * class_confidence < thresholds.event {
        return None;
    }
    let (sources, targets) = parties(roles, thresholds.role)?;
    Some(EventFound {
        span: tokens.span(run.start, run.end),
        class: Class::ALL[class],
        modality: Modality::ALL[argmax(scores.modality.row(row))],
        sources,
        targets,
        date: None,
        class_confidence,
        confidence,
    })
}

/// Who is source and who target: each actor on its likelier side, if above the threshold; if none is, the likeliest of all, unless all
/// are very unlikely.
fn parties(roles: &[&[f32]], threshold: f32) -> Option<(Vec<usize>, Vec<usize>)> {
    let sides: Vec<[f32; 2]> = roles.iter().map(|r| [sigmoid(r[0]), sigmoid(r[1])]).collect();
    let pick = |side: usize| -> Vec<usize> {
        let wins = |p: &[f32; 2]| p[side] > threshold && if side == 0 { p[0] >= p[1] } else { p[1] > p[0] };
        sides.iter().enumerate().filter(|(_, p)| wins(p)).map(|(a, _)| a).collect()
    };
    let (mut sources, mut targets) = (pick(0), pick(1));
    if sources.is_empty() && targets.is_empty() {
        let flat: Vec<f32> = sides.concat();
        let top = argmax(&flat);
        if flat.is_empty() || flat[top] < 0.1 {
            return None;
        }
        if top.is_multiple_of(2) { sources.push(top / 2) } else { targets.push(top / 2) }
    }
    Some((sources, targets))
}

fn claim(tokens: &Tokens, scores: &FocusScores, row: usize, run: Run, roles: &[&[f32]]) -> Option<ClaimFound> {
    let kinds = softmax(scores.claim.row(row));
    let (none, kinds) = kinds.split_last()?;
    if *none > 0.5 {
        return None;
    }
    let (start, end) = content(scores.content.row(row), run)?;
    let mut speakers: Vec<f32> = roles.iter().map(|r| r[2]).collect();
    speakers.push(scores.no_speaker.row(row)[0]);
    let speaker = argmax(&speakers);
    let content = tokens.span(start, end);
    (!content.is_empty()).then(|| ClaimFound {
        cue: tokens.span(run.start, run.end),
        content,
        speaker: (speaker < roles.len()).then_some(speaker),
        kind: ClaimKind::ALL[argmax(kinds)],
        confidence: (run.confidence * (1.0 - none)).sqrt(),
    })
}

/// The best run of content tokens on one side of the cue; `None` when nothing speaks for any.
fn content(scores: &[f32], cue: Run) -> Option<(usize, usize)> {
    let left = best_segment(&scores[1..cue.start]).map(|(total, s, e)| (total, s + 1, e + 1));
    let right = best_segment(&scores[cue.end..scores.len() - 1]).map(|(total, s, e)| (total, s + cue.end, e + cue.end));
    let best = [right, left].into_iter().flatten().reduce(|a, b| if b.0 > a.0 { b } else { a })?;
    (best.0 > 0.0).then_some((best.1, best.2))
}

/// Tokens of a given span, or the error that says it does not fit.
fn given_tokens(tokens: &Tokens, text: &str, span: Span) -> Result<(usize, usize), Error> {
    let fits = text.get(span.start..span.end).is_some_and(|s| !s.is_empty());
    tokens.of_span(span).filter(|_| fits).ok_or(Error::Span { start: span.start, end: span.end })
}

fn given(network: &Network, text: &str, spans: &[(Span, &str)], output: &str) -> Result<Vec<f32>, Error> {
    let tokens = Tokens::of(network, text);
    let mut marks = Marks::new(network, 1, tokens.count());
    let mut places = Vec::new();
    for &(span, mark) in spans {
        let (start, end) = given_tokens(&tokens, text, span)?;
        marks.lay(0, start, end, mark)?;
        places.push(Place { row: 0, start, end });
    }
    let hidden = network.marked(&tokens.kept, marks.values.clone())?;
    Ok(softmax(network.given(&hidden, marks.values, &places, output)?.row(0)))
}

pub(crate) fn relation(network: &Network, text: &str, source: Span, target: Span) -> Result<Vec<f32>, Error> {
    given(network, text, &[(source, "source"), (target, "target")], "relation")
}

pub(crate) fn tone(network: &Network, text: &str, span: Span) -> Result<Vec<f32>, Error> {
    given(network, text, &[(span, "span")], "given_tone")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grown<'t>(text: &'t str, part: &str) -> &'t str {
        let start = text.find(part).unwrap();
        let span = whole_words(text, Span::new(start, start + part.len()));
        &text[span.start..span.end]
    }

    #[test]
    fn spans_are_whole_words_without_punctuation() {
        assert_eq!(grown("said \"Kazakhstan's\" envoy", "\"Kazakh"), "Kazakhstan");
        assert_eq!(grown("المراقبين الروس، حيث", "ين الروس،"), "المراقبين الروس");
        assert_eq!(grown("Қазақстанның үкіметі", "Қазақстан"), "Қазақстанның");
        assert_eq!(grown("a , b", ","), "");
    }

    #[test]
    fn a_pronoun_or_a_letter_is_no_mention() {
        for nobody in [
            "the",
            "The",
            "s",
            "теми",
            "هم",
            "وفيما",
            "في هذا",
            "-",
            "Both",
            "оба",
            "кто-то",
            "Каждый",
            "Neither",
            "one",
            "most of",
            "Some of them",
            "Некоторые из них",
            "большинство",
            "один",
            "معظمهم",
            "أحد",
            "кейбірі",
            "екі",
        ] {
            assert!(!names_somebody(nobody), "{nobody}");
        }
        for somebody in ["EU", "the West", "G7", "Иран", "US", "WHO", "علي", "one minister", "two rebels", "двое", "أحد الوزراء"]
        {
            assert!(names_somebody(somebody), "{somebody}");
        }
    }

    #[test]
    fn joining_words_at_the_ends_are_no_part_of_a_mention() {
        let cut = |text: &str| {
            let span = without_edges(text, Span::new(0, text.len()));
            text[span.start..span.end].to_owned()
        };
        for (mention, left) in [
            ("специалистов из", "специалистов"),
            ("Turkey in", "Turkey"),
            ("the head of the", "the head"),
            ("Прокурор и", "Прокурор"),
            ("суда над", "суда"),
            ("and the EU", "the EU"),
            ("Ресей мен", "Ресей"),
            ("القوات الروسية في", "القوات الروسية"),
            ("في تركيا", "تركيا"),
            ("\"Turkey\", in", "Turkey"),
        ] {
            assert_eq!(cut(mention), left);
        }
        for whole in
            ["To Lam", "The Hague", "и.о. министра", "سي سي تي في", "Ростов-на-Дону", "محمد بن علي", "A Just Russia", "of", "لي جونغ بين"]
        {
            assert_eq!(cut(whole), whole);
        }
    }

    #[test]
    fn half_a_compound_is_known_by_its_ending_and_hyphen() {
        let half = |text: &str, part: &str| {
            let start = text.find(part).unwrap();
            is_half_a_compound(text, Span::new(start, start + part.len()))
        };
        assert!(half("в семейно-бытовых конфликтах", "семейно"));
        assert!(!half("премьер-министр", "премьер"));
        assert!(!half("министерство - главное", "министерство"));
        assert!(!half("Касымо-Токаев", "Касымо"));
    }

    fn actor(start: usize) -> ActorFound {
        ActorFound {
            span: Span::new(start, start + 1),
            kind: Kind::Person,
            country: String::new(),
            country_confidence: 1.0,
            sector: Sector::default(),
            tone: Tone::Neutral,
            tone_confidence: 1.0,
            confidence: 1.0,
        }
    }

    fn event(sources: &[usize], targets: &[usize]) -> EventFound {
        EventFound {
            span: Span::new(9, 10),
            class: Class::Accuse,
            modality: Modality::Actual,
            sources: sources.to_vec(),
            targets: targets.to_vec(),
            date: None,
            class_confidence: 1.0,
            confidence: 1.0,
        }
    }

    #[test]
    fn actors_made_one_keep_their_parts_in_events() {
        let actors = vec![actor(0), actor(2), actor(4), actor(6)];
        let events = vec![event(&[0], &[1, 2]), event(&[1], &[2]), event(&[3], &[0]), event(&[2], &[3])];
        let mut reading = Reading { actors, events, ..Reading::default() };
        reading.join_actors(1, 2);
        assert_eq!(reading.actors.iter().map(|a| a.span.start).collect::<Vec<_>>(), [0, 2, 6]);
        assert_eq!(reading.events, [event(&[0], &[1]), event(&[1], &[]), event(&[2], &[0]), event(&[1], &[2])]);
    }

    #[test]
    fn without_an_actor_the_numbers_still_fit() {
        let actors = vec![actor(0), actor(2), actor(4)];
        let mut reading = Reading { actors, events: vec![event(&[1], &[2]), event(&[1], &[])], ..Reading::default() };
        reading.retain_actors(|actor| actor.span.start != 2);
        assert_eq!(reading.actors.len(), 2);
        assert_eq!(reading.events, [event(&[], &[1])]);
    }

    #[test]
    fn an_arabic_particle_may_stay_outside_but_a_cut_word_may_not() {
        assert_eq!(grown("وكازاخستان تعلن", "كازاخ"), "كازاخستان");
        assert_eq!(grown("للروس الفارين", "روس"), "روس");
        assert_eq!(grown("الشرطة", "شرطة"), "الشرطة");
    }
}
