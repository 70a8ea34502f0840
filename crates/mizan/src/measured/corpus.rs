//! The documents of the store as rows of coverage and tone; and on which days a set has anything at all.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jiff::civil::Date;
use mizan_measure::coverage::Print;
use mizan_measure::tone::Reading;
use mizan_measure::{Period, Stamp, Step, Window};
use mizan_store::Snapshot;

use super::ask::each;
use super::beside::both;
use super::deeds::Dates;
use super::numbers::Numbers;
use super::selection::Selection;
use super::sheet::Record;
use super::side::{Columns, Side, day, settled};
use super::told::Told;
use crate::brief::clean;
use crate::command::query::list;

/// Documents with a day of publication, and which of them name all the actors asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Corpus {
    /// A row a document.
    pub(crate) prints: Vec<Print>,
    /// The document of each row.
    pub(crate) ids: Vec<String>,
    /// The country of its outlet.
    pub(crate) countries: Vec<Option<String>>,
    /// The outlets.
    pub(crate) outlets: Numbers,
    /// The stories.
    pub(crate) stories: Numbers,
    /// Documents about the actors without a day.
    pub(crate) undated: u64,
    /// Documents whose outlet has no country in the knowledge base.
    pub(crate) homeless: u64,
    /// For each actor, the mean tone of each document towards it, by row; `None` where it is not named.
    pub(crate) tones: Vec<Vec<Option<f64>>>,
}

/// The columns of `actors` that tell who is named; membership is decided by the day of publication.
const NAMED: Columns<'static> = Columns { country: "actors.country", key: Some("actors.actor"), day: "named.published" };
/// An outlet that is named as the source of a report does not make the report one about its country.
const NO_MEDIA: &str = "coalesce(sector, '') <> 'MED'";

/// The table of who is named where, with the day of publication if the sides depend on it.
fn named(sides: &[&Side]) -> &'static str {
    if sides.iter().any(|s| s.is_dated()) { "actors JOIN documents named ON named.document = actors.document" } else { "actors" }
}

/// Rows of that table that name an actor. News media are left out, unless one is asked for by its key.
fn names(side: &Side) -> String {
    let media = if matches!(side, Side::Key(_)) { String::new() } else { format!(" AND {NO_MEDIA}") };
    format!("({}{media})", side.on(&NAMED))
}

/// Documents that name an actor.
pub(crate) fn naming(side: &Side) -> String {
    format!("SELECT actors.document FROM {} WHERE {}", named(&[side]), names(side))
}

/// The keys of all actors that stand on any of some sides, and on which.
pub(crate) fn keys_of(sides: &[&Side]) -> String {
    let one = |side: &&Side| format!("(actors.actor IN ({}) OR {})", list(side.codes()), side.on(&NAMED));
    let on: Vec<String> = sides.iter().map(one).collect();
    format!("SELECT DISTINCT actors.actor, {} FROM {} WHERE {}", on.join(", "), named(sides), on.join(" OR "))
}

/// The question that lists the documents that name all of some actors.
pub(crate) fn listing(sides: &[&Side], within: Option<&Side>, window: Window) -> String {
    let about: String = sides.iter().map(|s| format!(" AND document IN ({})", naming(s))).collect();
    let outlets = within.map(|s| format!(" AND {}", s.on(&OUTLET))).unwrap_or_default();
    format!("SELECT document, published, outlet, title FROM documents WHERE {}{outlets}{about}", between(window))
}

/// The columns of `documents` that tell where an outlet is.
const OUTLET: Columns<'static> = Columns { country: "outlet_country", key: None, day: "published" };

fn between(window: Window) -> String {
    format!("published BETWEEN {} AND {}", day(window.first()), day(window.last()))
}

fn dated(dates: Dates) -> Option<String> {
    let since = dates.since.map(|d| format!("published >= {}", day(d)));
    let until = dates.until.map(|d| format!("published <= {}", day(d)));
    let all: Vec<String> = [since, until].into_iter().flatten().collect();
    (!all.is_empty()).then(|| format!("({} OR published IS NULL)", all.join(" AND ")))
}

/// Load the documents of some days, of the outlets on one side if one is given. Those without a day are counted.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn load(snapshot: &Snapshot, sides: &[&Side], within: Option<&Side>, dates: Dates) -> anyhow::Result<Corpus> {
    let (mut told, mut documents) = both(|| told(snapshot, sides), || documents(snapshot, within, dates))?;
    // Numbers are given in this order, so that the order of the store's files changes none.
    documents.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    let mut corpus = Corpus { tones: vec![Vec::new(); sides.len()], ..Corpus::default() };
    for document in documents {
        corpus.add(told.remove(&document.id), document);
    }
    Ok(corpus)
}

/// A document as the store has it.
struct Document {
    id: String,
    story: String,
    outlet: Option<String>,
    country: Option<String>,
    date: Option<Date>,
}

fn documents(snapshot: &Snapshot, within: Option<&Side>, dates: Dates) -> anyhow::Result<Vec<Document>> {
    let conditions: Vec<String> = [dated(dates), within.map(|s| s.on(&OUTLET))].into_iter().flatten().collect();
    let conditions = if conditions.is_empty() { String::new() } else { format!(" WHERE {}", conditions.join(" AND ")) };
    let sql = format!("SELECT document, story, outlet, outlet_country, published FROM documents{conditions}");
    let mut found = Vec::new();
    each(snapshot, &sql, |line| {
        let text = |at| line.text(at).map(str::to_string);
        found.push(Document { id: line.word(0), story: line.word(1), outlet: text(2), country: text(3), date: line.day(4) });
    })?;
    Ok(found)
}

/// What a document tells of some actors.
struct Telling {
    /// Whether it names all of them.
    about: bool,
    /// Its tone towards each.
    tones: Vec<Option<f64>>,
}

/// What each document tells that names any of some actors.
fn told(snapshot: &Snapshot, sides: &[&Side]) -> anyhow::Result<HashMap<String, Telling>> {
    let mut found = HashMap::new();
    if !sides.is_empty() {
        each(snapshot, &telling(sides), |line| {
            let tones = (0..sides.len()).map(|n| line.real(2 + n)).collect();
            found.insert(line.word(0), Telling { about: line.truth(1), tones });
        })?;
    }
    Ok(found)
}

/// The question for the documents that name any of some actors: whether they name all, and how they are toned towards each. What all sides
/// ask of a row is asked once: such conditions on words cost most.
fn telling(sides: &[&Side]) -> String {
    let by_key = sides.iter().any(|s| matches!(s, Side::Key(_)));
    let flag = |side: &&Side| if by_key { names(side) } else { side.perhaps(&NAMED) };
    let shared = if by_key { String::new() } else { format!(" AND {} AND {NO_MEDIA}", settled("actors.actor")) };
    let flags: Vec<String> = sides.iter().map(flag).collect();
    let columns: String = flags.iter().enumerate().map(|(n, flag)| format!(", {flag} AS s{n}")).collect();
    let all: Vec<String> = (0..sides.len()).map(|n| format!("bool_or(s{n})")).collect();
    let tone = |n| format!(", sum(CASE WHEN s{n} THEN weighed END) / sum(CASE WHEN s{n} THEN mentions END) AS tone{n}");
    let tones: String = (0..sides.len()).map(tone).collect();
    format!(
        "SELECT document, {} AS about{tones} FROM (SELECT actors.document AS document{columns}, tone * mentions AS weighed, mentions FROM {} \
         WHERE ({}){shared}) GROUP BY document",
        all.join(" AND "),
        named(sides),
        flags.join(" OR ")
    )
}

impl Corpus {
    fn add(&mut self, told: Option<Telling>, document: Document) {
        let about = told.as_ref().is_some_and(|t| t.about);
        let Some(date) = document.date else {
            self.undated += u64::from(about);
            return;
        };
        let story = self.stories.of(&document.story);
        let outlet = document.outlet.map(|name| self.outlets.of(&name));
        self.homeless += u64::from(about && document.country.is_none());
        self.prints.push(Print { stamp: Stamp { story, outlet, date }, about });
        self.ids.push(document.id);
        self.countries.push(document.country);
        let tone = |n: usize| told.as_ref().and_then(|t| t.tones[n]);
        self.tones.iter_mut().enumerate().for_each(|(n, tones)| tones.push(tone(n)));
    }

    /// The days of the first and the last document.
    pub(crate) fn whole_span(&self) -> Option<(Date, Date)> {
        let days = self.prints.iter().map(|p| p.stamp.date);
        days.clone().min().zip(days.max())
    }

    /// Rows of documents that meet a condition.
    pub(crate) fn rows(&self, keep: impl Fn(usize) -> bool) -> Vec<usize> {
        (0..self.prints.len()).filter(|at| keep(*at)).collect()
    }

    /// The documents as if they were about what some events tell: those of the stories in which any of them is told.
    pub(crate) fn telling<'e>(&self, events: impl Iterator<Item = &'e String>) -> Vec<Print> {
        let told: HashSet<&str> = events.filter_map(|event| Some(event.rsplit_once("-e")?.0)).collect();
        let rows = self.prints.iter().zip(&self.ids).filter(|(_, id)| told.contains(id.as_str()));
        let stories: HashSet<u32> = rows.map(|(print, _)| print.stamp.story).collect();
        self.prints.iter().map(|print| Print { about: stories.contains(&print.stamp.story), ..*print }).collect()
    }

    /// How many stories are about the actors.
    pub(crate) fn about(&self) -> u64 {
        self.prints.iter().filter(|p| p.about).map(|p| p.stamp.story).collect::<BTreeSet<_>>().len() as u64
    }

    /// The countries whose outlets print about the actors, those with most stories first; `None` where it is not known.
    pub(crate) fn printing(&self) -> Vec<Option<String>> {
        let mut counts: BTreeMap<&Option<String>, BTreeSet<u32>> = BTreeMap::new();
        for (print, country) in self.prints.iter().zip(&self.countries).filter(|(p, _)| p.about) {
            counts.entry(country).or_default().insert(print.stamp.story);
        }
        let mut sorted: Vec<(usize, &Option<String>)> = counts.into_iter().map(|(country, stories)| (stories.len(), country)).collect();
        sorted.sort_by_key(|(count, country)| (country.is_none(), std::cmp::Reverse(*count)));
        sorted.into_iter().map(|(_, country)| country.clone()).collect()
    }

    /// The days of the first and the last document that names all of the actors.
    pub(crate) fn span(&self) -> Option<(Date, Date)> {
        let days = self.prints.iter().filter(|p| p.about).map(|p| p.stamp.date);
        days.clone().min().zip(days.max())
    }

    /// Tones of documents, by their rows, towards one of the actors as readings of their stories, with their ids.
    pub(crate) fn readings(&self, actor: usize, rows: &[usize]) -> (Vec<Reading>, Vec<String>) {
        let read = |at: &usize| Some((Reading { stamp: self.prints[*at].stamp, tone: self.tones[actor][*at]? }, self.ids[*at].clone()));
        rows.iter().filter_map(read).unzip()
    }
}

/// Documents as lines of a page, by their ids and in that order.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn records(snapshot: &Snapshot, ids: &[String]) -> anyhow::Result<Vec<Record>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    each(
        snapshot,
        &format!("SELECT document, published, title, outlet, source FROM documents WHERE document IN ({})", list(ids)),
        |line| {
            let title = line.text(2).map(clean).filter(|t| !t.is_empty());
            found.push(Record {
                kind: "document",
                ids: vec![line.word(0)],
                date: line.day(1).map(Told::from),
                text: line.text(3).or(line.text(4)).map(clean).unwrap_or_default().into(),
                quote: title,
                ..Record::default()
            });
        },
    )?;
    found.sort_by_key(|r: &Record| ids.iter().position(|id| r.ids.first() == Some(id)));
    Ok(found)
}

/// How many reports (events, for public sets) the set has on each day.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn days(snapshot: &Snapshot, selection: &Selection, dates: Dates) -> anyhow::Result<BTreeMap<Date, u64>> {
    let column = if selection.is_own() { "published" } else { "day" };
    let since = dates.since.map(|d| format!(" AND {column} >= {}", day(d))).unwrap_or_default();
    let until = dates.until.map(|d| format!(" AND {column} <= {}", day(d))).unwrap_or_default();
    let sql = if selection.is_own() {
        format!("SELECT published, count(DISTINCT story) FROM documents WHERE published IS NOT NULL{since}{until} GROUP BY published")
    } else {
        format!("SELECT day, count(*) FROM public_events WHERE {}{since}{until} GROUP BY day", selection.standing())
    };
    let mut days = BTreeMap::new();
    each(snapshot, &sql, |line| {
        if let Some((day, count)) = line.day(0).zip(line.whole(1)) {
            days.insert(day, count.unsigned_abs());
        }
    })?;
    Ok(days)
}

/// The periods in which a set has anything.
pub(crate) fn heard(days: &BTreeMap<Date, u64>, step: Step) -> BTreeSet<Period> {
    days.keys().map(|d| Period::containing(*d, step)).collect()
}
