//! What a verb that measures has found, before it is printed: the same for the page, the table, JSON and the charts.

use jiff::civil::Date;
use mizan_measure::{Period, Step};
use serde::{Serialize, Serializer};

use super::told::{Told, told};

/// All that a verb has found.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Sheet {
    /// The verb.
    pub(crate) verb: &'static str,
    /// What it is about, in words.
    pub(crate) title: Told,
    /// The days that were measured; none when there was nothing to measure.
    pub(crate) window: Option<Days>,
    /// Length of a period.
    #[serde(serialize_with = "step")]
    pub(crate) by: Option<Step>,
    /// What was measured and how, in words.
    pub(crate) about: Vec<Told>,
    /// The parts, in the order of the page.
    pub(crate) parts: Vec<Part>,
    /// What is missing, in words.
    pub(crate) missing: Vec<Told>,
    /// How `mizan query` must be called to see the same store.
    #[serde(skip)]
    pub(crate) command: String,
}

/// A part of the page.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Part {
    /// A short name for programs.
    pub(crate) part: &'static str,
    /// Its heading.
    pub(crate) title: Told,
    /// Numbers of the whole window.
    pub(crate) numbers: Vec<Number>,
    /// Numbers by period.
    pub(crate) series: Vec<Curve>,
    /// Turning points of series.
    pub(crate) turning: Vec<Turning>,
    /// Events, claims, positions.
    pub(crate) records: Vec<Record>,
    /// What must be said with it.
    pub(crate) words: Vec<Told>,
}

/// A number with its name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Number {
    /// Its name for programs.
    pub(crate) measure: &'static str,
    /// Its name for people.
    pub(crate) label: Told,
    /// The number.
    #[serde(flatten)]
    pub(crate) shown: Shown,
}

/// An estimate as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Shown {
    /// The number; missing is missing, never zero.
    pub(crate) value: Option<f64>,
    /// Lower end of the interval.
    pub(crate) low: Option<f64>,
    /// Upper end of the interval.
    pub(crate) high: Option<f64>,
    /// How the interval was made.
    pub(crate) method: Told,
    /// How many stories (or of what `counted` says) it rests on.
    pub(crate) count: u64,
    /// What `count` counts.
    pub(crate) counted: &'static str,
    /// What the value is a share or rate of, or is held against.
    pub(crate) denominator: Option<f64>,
    /// The days it is about.
    pub(crate) window: Days,
    /// Unit of value, low and high.
    pub(crate) unit: &'static str,
    /// What must be said with it, in words.
    pub(crate) notes: Vec<Told>,
    /// Ids of the events or documents it rests on, as many as were asked for.
    pub(crate) ids: Vec<String>,
    /// How many there are in all.
    pub(crate) ids_in_all: u64,
    /// The question that lists them.
    pub(crate) query: Option<String>,
}

/// A run of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Days {
    /// The first.
    #[serde(serialize_with = "day")]
    pub(crate) first: Date,
    /// The last.
    #[serde(serialize_with = "day")]
    pub(crate) last: Date,
}

/// A series.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Curve {
    /// The measure's name for programs.
    pub(crate) measure: &'static str,
    /// Whose it is, for people.
    pub(crate) label: Told,
    /// Its unit.
    pub(crate) unit: &'static str,
    /// One number a period, silent ones too.
    pub(crate) points: Vec<Point>,
    /// How it is drawn.
    #[serde(skip)]
    pub(crate) drawn: Drawn,
    /// The question that lists what all of it rests on.
    pub(crate) query: Option<String>,
}

/// How a series is drawn on the page and in a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Drawn {
    /// From one fixed value to another.
    Within(f64, f64),
    /// From 0 to its greatest value.
    FromZero,
    /// From its least to its greatest value.
    Free,
    /// From 0 to its greatest value, in charts and not on the page.
    Charted,
    /// Neither on the page nor in charts; in JSON and CSV alone.
    Hidden,
}

/// One period of a series.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Point {
    /// Its label.
    #[serde(serialize_with = "label")]
    pub(crate) period: Period,
    /// The number.
    #[serde(flatten)]
    pub(crate) shown: Shown,
}

/// The search for turning points of a series.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Turning {
    /// The measure searched.
    pub(crate) measure: &'static str,
    /// Whose it is, for people.
    pub(crate) label: Told,
    /// How it was searched, penalty and noise.
    pub(crate) search: Told,
    /// The turning points; none is an answer, and noted.
    pub(crate) changes: Vec<Change>,
    /// What must be said with it.
    pub(crate) notes: Vec<Told>,
}

/// A turning point.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Change {
    /// First period of the new level.
    #[serde(serialize_with = "label")]
    pub(crate) period: Period,
    /// The earliest and the latest period in which it may lie.
    #[serde(serialize_with = "labels")]
    pub(crate) between: Option<(Period, Period)>,
    /// The level before.
    pub(crate) before: f64,
    /// The level after.
    pub(crate) after: f64,
    /// After less before.
    pub(crate) size: Shown,
    /// Events that fall on it.
    pub(crate) events: Vec<Record>,
}

/// An event, claim or position.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub(crate) struct Record {
    /// What it is, for programs: `event`, `claim`, `position`, `forecast`.
    pub(crate) kind: &'static str,
    /// Its id, and those of its copies.
    pub(crate) ids: Vec<String>,
    /// Its day or period, as printed.
    pub(crate) date: Option<Told>,
    /// What it says, in our words.
    pub(crate) text: Told,
    /// The words as printed.
    pub(crate) quote: Option<String>,
    /// Who printed it.
    pub(crate) outlet: Option<String>,
    /// What must be said with it, in words.
    pub(crate) notes: Vec<Told>,
    /// What was measured about it.
    pub(crate) measured: Vec<Number>,
}

impl From<mizan_measure::Window> for Days {
    fn from(window: mizan_measure::Window) -> Days {
        Days { first: window.first(), last: window.last() }
    }
}

impl Part {
    /// A part without anything yet.
    pub(crate) fn new(part: &'static str, title: Told) -> Part {
        Part { part, title, ..Part::default() }
    }

    /// A label as it tells a series of this part from those of all others: both halves of a balance call theirs alike.
    pub(crate) fn labelled(&self, label: &Told) -> Told {
        match self.part {
            "cooperation" => told!("cooperation: {}", label),
            "conflict" => told!("conflict: {}", label),
            _ => label.clone(),
        }
    }

    /// Whether there is nothing in it to print.
    pub(crate) fn is_empty(&self) -> bool {
        self.numbers.is_empty() && self.series.is_empty() && self.turning.is_empty() && self.records.is_empty() && self.words.is_empty()
    }
}

fn day<S: Serializer>(day: &Date, out: S) -> Result<S::Ok, S::Error> {
    out.collect_str(day)
}

fn label<S: Serializer>(period: &Period, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(&period.label())
}

fn labels<S: Serializer>(between: &Option<(Period, Period)>, out: S) -> Result<S::Ok, S::Error> {
    out.collect_seq(between.iter().flat_map(|(a, b)| [a.label(), b.label()]))
}

fn step<S: Serializer>(by: &Option<Step>, out: S) -> Result<S::Ok, S::Error> {
    match by {
        Some(step) => out.serialize_str(super::scope::word(*step)),
        None => out.serialize_none(),
    }
}
