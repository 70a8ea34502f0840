//! A sentence with what is said about it, in the standoff form of the annotation guide.
//!
//! Labels are kept as the words of the file, since predictions may come from any program; [`super::gold`] checks those of the gold.

use serde::{Deserialize, Serialize};

/// A stretch of a sentence in Unicode scalar values, half-open. Not bytes: those are [`mizan_text::Span`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "[usize; 2]", into = "[usize; 2]")]
pub struct Characters {
    /// The first one inside.
    pub start: usize,
    /// The first one after.
    pub end: usize,
}

impl From<[usize; 2]> for Characters {
    fn from([start, end]: [usize; 2]) -> Self {
        Characters { start, end }
    }
}

impl From<Characters> for [usize; 2] {
    fn from(span: Characters) -> Self {
        [span.start, span.end]
    }
}

impl Characters {
    /// Whether the two share a character.
    pub fn overlaps(self, other: Characters) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// Characters in common over characters from the first to the last, 0 to 1.
    pub fn intersection_over_union(self, other: Characters) -> f64 {
        if !self.overlaps(other) {
            return 0.0;
        }
        let common = self.end.min(other.end) - self.start.max(other.start);
        let whole = self.end.max(other.end) - self.start.min(other.start);
        common as f64 / whole as f64
    }

    /// The words of a text, as far as it reaches.
    pub fn quote(self, text: &str) -> String {
        text.chars().take(self.end).skip(self.start).collect()
    }
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Record {
    /// Its name, by which gold and prediction pair; `#3` for the third of the file where it has none.
    pub id: String,
    /// Language code, `lang` in the file.
    #[serde(rename = "lang")]
    pub language: Option<String>,
    /// Register.
    pub register: Option<String>,
    /// The sentence as printed. Predictions may leave it out.
    pub text: Option<String>,
    /// Mentions of actors.
    pub actors: Vec<Actor>,
    /// Events.
    pub events: Vec<Event>,
    /// Attributions.
    pub claims: Vec<Claim>,
    /// Time expressions.
    pub dates: Vec<Date>,
}

/// A mention of an actor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// The number events and claims know it by.
    pub n: i64,
    /// Where.
    pub span: Characters,
    /// What it names: `PER`, `ORG`, `GPE`, `LOC`, `GRP`, `ROLE`.
    pub kind: Option<String>,
    /// ISO 3166 alpha-3 code or one of the guide's extras.
    pub country: Option<String>,
    /// Sector code.
    pub sector: Option<String>,
    /// Tone of the sentence towards it: 1, -1, or 0 for neither.
    #[serde(default, deserialize_with = "tone")]
    pub tone: i8,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its number in the sentence.
    #[serde(default)]
    pub n: i64,
    /// The words that state it; predictions may leave them out.
    pub span: Option<Characters>,
    /// PLOVER's class.
    pub class: String,
    /// Numbers of the actors who do it.
    pub sources: Vec<i64>,
    /// Numbers of the actors to whom it is done.
    pub targets: Vec<i64>,
    /// Whether it happened.
    pub modality: Option<String>,
}

/// An attribution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Its number in the sentence.
    #[serde(default)]
    pub n: i64,
    /// What is said.
    pub span: Option<Characters>,
    /// The words that attribute.
    pub cue: Option<Characters>,
    /// Number of the actor who says it; none where the text names none.
    pub speaker: Option<i64>,
    /// What kind of attribution.
    pub kind: Option<String>,
}

/// A time expression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Date {
    /// As printed.
    pub text: String,
    /// Where.
    pub span: Option<Characters>,
}

/// A tone written as a whole number, as `1.0`, or as `null`.
fn tone<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<i8, D::Error> {
    let value = Option::<f64>::deserialize(deserializer)?;
    Ok(match value {
        Some(1.0) => 1,
        Some(-1.0) => -1,
        _ => 0,
    })
}
