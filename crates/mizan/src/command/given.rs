//! `mizan pairs`, `mizan tone` and `mizan entities`: questions in JSON lines, about given spans or a whole text.

use std::collections::BTreeMap;

use mizan_annotate::encoder::{self, Encoder, Entity, in_parallel};
use mizan_read::language_of;
use mizan_record::Tone;
use mizan_text::{CharSpan, Language, Span, Text};
use serde::{Deserialize, Serialize};

use super::{input, threads};
use crate::args::Given;
use crate::world;

/// A question about two actors.
#[derive(Debug, Deserialize)]
struct Pair {
    id: serde_json::Value,
    text: String,
    source: [usize; 2],
    target: [usize; 2],
}

/// The answer.
#[derive(Debug, Serialize)]
struct Relation {
    id: serde_json::Value,
    class: String,
    probabilities: BTreeMap<String, f32>,
}

/// A question about one span.
#[derive(Debug, Deserialize)]
struct Toned {
    id: serde_json::Value,
    text: String,
    span: [usize; 2],
}

/// The answer: -1, 0 or 1, and the probability of favourable less that of unfavourable.
#[derive(Debug, Serialize)]
struct ToneAnswer {
    id: serde_json::Value,
    tone: i8,
    score: f32,
}

/// A text whose named entities are wanted, in a language that is told or found.
#[derive(Debug, Deserialize)]
struct Named {
    id: serde_json::Value,
    text: String,
    lang: Option<String>,
}

/// The answer.
#[derive(Debug, Serialize)]
struct Names {
    id: serde_json::Value,
    lang: &'static str,
    entities: Vec<Name>,
}

/// One of them.
#[derive(Debug, Serialize)]
struct Name {
    span: [usize; 2],
    #[serde(rename = "type")]
    kind: String,
    text: String,
}

/// Answer a file of pairs.
///
/// # Errors
/// When a line is not such a question, or a span does not fit its text.
pub fn pairs(args: &Given) -> anyhow::Result<()> {
    answer(args, |encoder, q: &Pair| {
        let text = Text::new(q.text.as_str());
        let probabilities = encoder.relation(&q.text, bytes(&text, q.source)?, bytes(&text, q.target)?)?;
        let roots = encoder.labels().group("roots");
        let class = roots[best(&probabilities)].clone();
        Ok(Relation { id: q.id.clone(), class, probabilities: roots.iter().cloned().zip(probabilities.into_iter().map(rounded)).collect() })
    })
}

/// Answer a file of spans.
///
/// # Errors
/// When a line is not such a question, or a span does not fit its text.
pub fn tone(args: &Given) -> anyhow::Result<()> {
    answer(args, |encoder, q: &Toned| {
        let p = encoder.tone(&q.text, bytes(&Text::new(q.text.as_str()), q.span)?)?;
        Ok(ToneAnswer { id: q.id.clone(), tone: Tone::ALL[best(&p)].sign(), score: rounded(p[1] - p[2]) })
    })
}

/// Find the named entities of a file of texts.
///
/// # Errors
/// When a line is not such a question, or its language is none of the four.
pub fn entities(args: &Given) -> anyhow::Result<()> {
    answer(args, |encoder, q: &Named| {
        let language = language(q)?;
        let text = Text::new(q.text.as_str());
        let name = |found: Entity| {
            let at = text.chars(found.span);
            Name { span: [at.start, at.end], kind: found.kind, text: text.quote(found.span).to_owned() }
        };
        let entities = encoder.entities(&q.text, language)?.into_iter().map(name).collect();
        Ok(Names { id: q.id.clone(), lang: language.code(), entities })
    })
}

fn language(q: &Named) -> anyhow::Result<Language> {
    let found = match &q.lang {
        Some(code) => Language::from_code(code),
        None => language_of(&q.text),
    };
    found.ok_or_else(|| {
        anyhow::anyhow!(
            "the language is none of the four, or cannot be told from so short a text\nhint: give it as \"lang\": ar, en, kk or ru"
        )
    })
}

fn answer<Q, A>(args: &Given, question: impl Fn(&Encoder, &Q) -> anyhow::Result<A> + Sync) -> anyhow::Result<()>
where
    Q: for<'de> Deserialize<'de> + Sync,
    A: Serialize + Send,
{
    let file = world::bytes(&args.file).map_err(input)?;
    let file = String::from_utf8(file).map_err(|_| input(format!("`{}` is not UTF-8\nhint: write it as UTF-8 JSON lines", args.file)))?;
    let mut questions = Vec::new();
    for (number, line) in file.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let wrong = |e: serde_json::Error| {
            input(format!("`{}`, line {}: {e}\nhint: see `mizan --help` of this verb for a whole line", args.file, number + 1))
        };
        questions.push((number + 1, serde_json::from_str::<Q>(line).map_err(wrong)?));
    }
    let encoder = Encoder::load(&world::MODEL)?;
    let answers = in_parallel(&questions, threads(args.threads), |(number, q)| Ok((*number, question(&encoder, q))))?;
    for (number, answer) in answers {
        let answer = answer.map_err(|e| input(format!("`{}`, line {number}: {e}", args.file)))?;
        world::print(&(serde_json::to_string(&answer)? + "\n"))?;
    }
    Ok(())
}

/// Characters to bytes; a span past the end of the text is refused, not cut.
fn bytes(text: &Text, [start, end]: [usize; 2]) -> Result<Span, encoder::Error> {
    let length = text.char_of(text.as_str().len());
    if start >= end || end > length {
        return Err(encoder::Error::Span { start, end });
    }
    Ok(text.bytes(CharSpan { start, end }))
}

fn best(p: &[f32]) -> usize {
    (1..p.len()).fold(0, |best, i| if p[i] > p[best] { i } else { best })
}

fn rounded(p: f32) -> f32 {
    (p * 10_000.0).round() / 10_000.0
}
