//! Mizan's figures on somebody's own labelled sentences: agreement with the labels, how sure it is, and the worst errors to read.
//!
//! The metrics are those of the annotation guide's `score.py`, to the fourth decimal. Nothing here runs the model: what it said about the
//! sentences comes in as text, in the standoff form, as does the gold.
//!
//! ```
//! use mizan::evaluate::{By, Settings, render, run};
//!
//! let gold = r#"{"id":"1","l":"en","g":"wire","t":"<a1>Ankara</a1> <e1>criticised</e1> <a2>Athens</a2>.",
//!   "a":{"1":["GPE","TUR","GOV"],"2":["GPE","GRC","GOV"]},"e":{"1":["ACCUSE",[1],[2],"actual"]}}"#.replace('\n', " ");
//! let predicted = r#"{"id":"1","actors":[{"n":1,"span":[0,6],"kind":"GPE","country":"TUR"}],
//!   "events":[{"class":"ACCUSE","sources":[1],"targets":[],"modality":"actual"}]}"#.replace('\n', " ");
//! let evaluation = run(&gold, Some(&predicted), Some(By::Language), Settings { draws: 100, seed: 1, worst: 5 })?;
//!
//! let scores = &evaluation.groups[0].scores;
//! assert_eq!((scores.actors_overlap.p, scores.actors_overlap.r), (1.0, 0.5));
//! assert_eq!((scores.class_micro.f1, scores.event.f1), (1.0, 0.0));
//! assert!(render::worst(&evaluation.worst).contains("wrong target"));
//! # Ok::<(), mizan::evaluate::Error>(())
//! ```

pub mod bootstrap;
pub mod errors;
pub mod gold;
mod marked;
pub mod record;
pub mod render;
pub mod score;

use std::collections::BTreeMap;
use std::fmt;

pub use bootstrap::{Interval, Intervals};
pub use errors::Mistaken;
pub use gold::Problem;
pub use record::Record;
pub use score::{Agreement, Pair, Scores};

/// What the sentences are grouped by, beside the group of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The language of the sentence: `ar`, `ru`, `en`, `kk`.
    Language,
    /// Its register: `wire`, `headline`, `analysis`, `oped`, `statement`.
    Register,
}

/// What an evaluation is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// How many times the sentences are drawn anew for the intervals; 1,000 is usual, 0 leaves them out.
    pub draws: u32,
    /// Where the random numbers start: the same seed gives the same intervals.
    pub seed: u64,
    /// How many of the worst sentences to list.
    pub worst: usize,
}

/// The figures of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// What the groups after the first are.
    pub by: Option<By>,
    /// All sentences first, then each group in the order in which the file brings them.
    pub groups: Vec<Group>,
    /// The sentences with the costliest errors, costliest first.
    pub worst: Vec<Mistaken>,
    /// Gold sentences for which no prediction was given; they count as read and found empty.
    pub without_prediction: usize,
    /// Predictions for sentences that are not in the gold; they count for nothing.
    pub without_gold: usize,
    /// What it was made with.
    pub settings: Settings,
}

/// The figures of a group of sentences.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// `all`, a language or a register; `null` where the sentence names none, as `score.py` prints it.
    pub name: String,
    /// The figures.
    pub scores: Scores,
    /// How far they would move with other sentences of the kind; none where no draws were asked for.
    pub intervals: Option<Intervals>,
}

/// Why a file could not be evaluated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// Lines of the gold file break the annotation guide.
    Gold(Vec<Problem>),
    /// Lines of the predictions cannot be read.
    Predicted(Vec<Problem>),
    /// The gold file holds no sentence.
    Empty,
    /// Gold and prediction of the same name are about different sentences.
    Text(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Gold(problems) => problems_of("the labelled file", problems, f)?,
            Error::Predicted(problems) => problems_of("the predictions", problems, f)?,
            Error::Empty => f.write_str("the labelled file holds no sentence")?,
            Error::Text(id) => write!(f, "{id}: the predicted record's text differs from the gold one's")?,
        }
        f.write_str(match self {
            Error::Gold(_) | Error::Empty => "\nhint: one JSON object a line, in the marked or the standoff form of the annotation guide",
            Error::Predicted(_) => "\nhint: one JSON object a line, in the standoff form of the annotation guide",
            Error::Text(_) => "\nhint: predictions pair with labelled sentences by `id`; see that both files come from the same text",
        })
    }
}

/// How many wrong lines a message shows; the error itself holds all.
const SHOWN: usize = 20;

fn problems_of(what: &str, problems: &[Problem], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{what}: {} {} wrong", problems.len(), if problems.len() == 1 { "line is" } else { "lines are" })?;
    problems.iter().take(SHOWN).try_for_each(|problem| write!(f, "\n  line {problem}"))?;
    match problems.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        more => write!(f, "\n  and {more} more"),
    }
}

impl std::error::Error for Error {}

/// Evaluate predictions, in the standoff form, on a labelled file in either form.
///
/// Without predictions every sentence counts as read and found empty: the caller hands in what Mizan says of the sentences, which
/// [`gold::read`] lists for it.
pub fn run(gold: &str, predicted: Option<&str>, by: Option<By>, settings: Settings) -> Result<Evaluation, Error> {
    let gold = gold::read(gold).map_err(Error::Gold)?;
    let predicted = gold::read_predicted(predicted.unwrap_or_default()).map_err(Error::Predicted)?;
    of_records(&gold, &predicted, by, settings)
}

/// Evaluate records already read.
pub fn of_records(gold: &[Record], predicted: &[Record], by: Option<By>, settings: Settings) -> Result<Evaluation, Error> {
    if gold.is_empty() {
        return Err(Error::Empty);
    }
    // The last of two predictions of one name holds, as in score.py.
    let by_id: BTreeMap<&str, &Record> = predicted.iter().map(|record| (record.id.as_str(), record)).collect();
    let nothing = Record::default();
    let mut pairs = Vec::new();
    for record in gold {
        let found = by_id.get(record.id.as_str()).copied().unwrap_or(&nothing);
        if record.text.is_some() && found.text.is_some() && record.text != found.text {
            return Err(Error::Text(record.id.clone()));
        }
        pairs.push(Pair { gold: record, predicted: found });
    }
    let without_prediction = gold.iter().filter(|record| !by_id.contains_key(record.id.as_str())).count();
    let without_gold = by_id.keys().filter(|id| !gold.iter().any(|record| record.id == **id)).count();
    let groups = split(&pairs, by).into_iter().map(|(name, pairs)| group(name, &pairs, settings)).collect();
    Ok(Evaluation { by, groups, worst: errors::worst(&pairs, settings.worst), without_prediction, without_gold, settings })
}

fn group(name: String, pairs: &[Pair], settings: Settings) -> Group {
    let tallies = score::Tallies::of(pairs);
    let intervals = (settings.draws > 0).then(|| bootstrap::intervals(&tallies, settings.draws, settings.seed));
    Group { name, scores: tallies.scores(), intervals }
}

/// All pairs, then those of each group.
fn split<'a>(pairs: &[Pair<'a>], by: Option<By>) -> Vec<(String, Vec<Pair<'a>>)> {
    let mut groups = vec![("all".to_owned(), pairs.to_vec())];
    for pair in pairs {
        let name = match by {
            None => break,
            Some(By::Language) => pair.gold.language.as_deref(),
            Some(By::Register) => pair.gold.register.as_deref(),
        };
        let name = name.unwrap_or("null");
        match groups[1..].iter_mut().find(|(known, _)| known == name) {
            Some((_, members)) => members.push(*pair),
            None => groups.push((name.to_owned(), vec![*pair])),
        }
    }
    groups
}
