//! Events between two sides out of the store, as rows of the measures.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use mizan_measure::cooperation::{Deed, Quad, Way};
use mizan_measure::{Period, Stamp, Step, Window};
use mizan_store::Snapshot;

use super::ask::{Line, each};
use super::numbers::Numbers;
use super::selection::Selection;
use super::side::{Side, day};
use crate::args::measured::Common;

/// Events between two sides.
#[derive(Debug, Clone, Default)]
pub(crate) struct Deeds {
    /// The rows that are measured.
    pub(crate) rows: Vec<Deed>,
    /// The last day of each; the first is in its stamp.
    lasts: Vec<Date>,
    /// The event of each.
    pub(crate) ids: Vec<String>,
    /// The outlets.
    pub(crate) outlets: Numbers,
    /// Days on which reports told of it, the first and the last.
    pub(crate) reported: Option<(Date, Date)>,
    /// The number that the next story would have.
    pub(crate) next_story: u32,
    /// What was left out.
    pub(crate) left: Left,
}

/// What is not measured, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Left {
    /// Events without a day on which they begin or end.
    pub(crate) undated: u64,
    /// Events of which a day lies outside of the window.
    pub(crate) outside: u64,
    /// Events whose code has no quad class.
    pub(crate) classless: u64,
    /// Events of which an actor's country is no more than a guess.
    pub(crate) guessed: u64,
    /// Events of another edition of the set, with its name.
    pub(crate) edition: Option<(String, u64)>,
}

/// An event as the store has it.
struct Found {
    deed: Deed,
    last: Date,
    id: String,
    story: String,
    outlet: Option<String>,
    provider: String,
}

/// Numbers of stories and outlets, to be shared by what is measured together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    stories: Numbers,
    outlets: Numbers,
}

/// The first and the last day asked for.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Dates {
    /// The first.
    pub(crate) since: Option<Date>,
    /// The last.
    pub(crate) until: Option<Date>,
}

impl Dates {
    /// As typed.
    pub(crate) fn of(common: &Common) -> Dates {
        Dates { since: common.since, until: common.until }
    }
}

/// Load the events of `a` on `b` and of `b` on `a`; those with a day among those asked for, if any are.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn load(snapshot: &Snapshot, selection: &mut Selection, sides: (&Side, &Side), dates: Dates) -> anyhow::Result<Deeds> {
    Ok(fetch(snapshot, selection, sides, dates)?.numbered(selection, &mut Names::default()))
}

/// Events as the store has them, before they share the numbers of their stories with others.
pub(crate) struct Fetched {
    found: Vec<Found>,
    reported: Option<(Date, Date)>,
    left: Left,
}

/// Fetch what [`load`] loads.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn fetch(snapshot: &Snapshot, selection: &Selection, (a, b): (&Side, &Side), dates: Dates) -> anyhow::Result<Fetched> {
    let (mut found, mut reported): (Vec<Found>, Option<(Date, Date)>) = (Vec::new(), None);
    let (mut undated, mut classless, mut guessed) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    each(snapshot, &question(selection, a, b, dates), |line| {
        let (forth, back) = (line.truth(5), line.truth(10));
        if !forth && !back {
            guessed.insert(line.word(0));
            return;
        }
        let (Some(first), Some(last)) = (line.day(6), line.day(7)) else {
            undated.insert(line.word(0));
            return;
        };
        let Some(quad) = line.text(3).and_then(quad) else {
            classless.insert(line.word(0));
            return;
        };
        let day = line.day(8).unwrap_or(first);
        reported = Some(reported.map_or((day, day), |(from, to)| (from.min(day), to.max(day))));
        found.push(Found::of(line, quad, (first, last)));
    })?;
    // Numbers are given in this order, so that the order of the store's files changes none.
    found.sort_by(|a, b| a.order().cmp(&b.order()));
    let count = |events: BTreeSet<String>| events.len() as u64;
    let left = Left { undated: count(undated), classless: count(classless), guessed: count(guessed), ..Left::default() };
    Ok(Fetched { found, reported, left })
}

impl Fetched {
    /// With the numbers of their stories and outlets.
    pub(crate) fn numbered(self, selection: &mut Selection, names: &mut Names) -> Deeds {
        let mut deeds = Deeds { reported: self.reported, left: self.left, ..Deeds::default() };
        for one in one_edition(self.found, selection, &mut deeds.left) {
            let (story, outlet) = (names.stories.of(&one.story), one.outlet.map(|name| names.outlets.of(&name)));
            deeds.rows.push(Deed { stamp: Stamp { story, outlet, ..one.deed.stamp }, ..one.deed });
            deeds.lasts.push(one.last);
            deeds.ids.push(one.id);
        }
        (deeds.next_story, deeds.outlets) = (names.stories.next(), names.outlets.clone());
        deeds
    }
}

impl Found {
    fn of(line: &Line<'_>, quad: Quad, (first, last): (Date, Date)) -> Found {
        let stamp = Stamp { story: 0, outlet: None, date: first };
        let way = if line.truth(5) { Way::Forth } else { Way::Back };
        let deed = Deed { stamp, way, quad, intensity: line.real(4) };
        Found { deed, last, id: line.word(0), story: line.word(1), outlet: line.text(2).map(str::to_string), provider: line.word(9) }
    }

    fn order(&self) -> (&str, Date, Date, Way, Quad) {
        (&self.id, self.deed.stamp.date, self.last, self.deed.way, self.deed.quad)
    }
}

/// Events of one side on the other, those too that would come in if guessed countries counted: of these neither direction is true.
fn question(selection: &Selection, a: &Side, b: &Side, dates: Dates) -> String {
    let (first, last) = (selection.first(), selection.last());
    let (forth, back) = (selection.between(a, b), selection.between(b, a));
    let perhaps = format!("({} OR {})", selection.perhaps(a, b), selection.perhaps(b, a));
    let (reported, provider) = if selection.is_own() { ("published", "''") } else { ("day", "provider") };
    let when = asked(selection, dates);
    format!(
        "SELECT event AS a, {} AS b, outlet AS c, quad AS d, intensity AS e, {forth} AS f, {first} AS g, {last} AS h, {reported} AS i, {provider} AS j, \
         {back} AS k FROM {} WHERE {perhaps} AND {}{when}",
        selection.story(),
        selection.table(),
        selection.standing()
    )
}

/// The days asked for, as a condition.
fn asked(selection: &Selection, dates: Dates) -> String {
    let (first, last) = (selection.first(), selection.last());
    let since = dates.since.map(|d| format!(" AND ({last} >= {} OR {last} IS NULL)", day(d))).unwrap_or_default();
    let until = dates.until.map(|d| format!(" AND ({first} <= {} OR {first} IS NULL)", day(d))).unwrap_or_default();
    since + &until
}

/// Two editions of a set tell of the same news: the one with more events is taken, and the selection says which it is.
fn one_edition(mut found: Vec<Found>, selection: &mut Selection, left: &mut Left) -> Vec<Found> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    found.iter().for_each(|f| *counts.entry(&f.provider).or_default() += 1);
    let Some(taken) = counts.iter().max_by_key(|(name, count)| (**count, **name)).map(|(name, _)| (*name).to_string()) else {
        return found;
    };
    let others: Vec<(String, u64)> = counts.iter().filter(|(name, _)| **name != taken).map(|(name, n)| ((*name).to_string(), *n)).collect();
    left.edition = others.into_iter().next();
    if !selection.is_own() {
        found.retain(|f| f.provider == taken);
        selection.edition = Some(taken);
    }
    found
}

/// The same on a day that no window holds, so that rows keep their numbers.
fn nowhere(deed: Deed) -> Deed {
    Deed { stamp: Stamp { date: Date::MIN, ..deed.stamp }, ..deed }
}

/// The quad class of a name in the store.
pub(crate) fn quad(name: &str) -> Option<Quad> {
    Some(match name {
        "verbal cooperation" => Quad::VerbalCooperation,
        "material cooperation" => Quad::MaterialCooperation,
        "verbal conflict" => Quad::VerbalConflict,
        "material conflict" => Quad::MaterialConflict,
        _ => return None,
    })
}

/// The name of a quad class in the store.
pub(crate) fn quad_name(quad: Quad) -> &'static str {
    match quad {
        Quad::VerbalCooperation => "verbal cooperation",
        Quad::MaterialCooperation => "material cooperation",
        Quad::VerbalConflict => "verbal conflict",
        Quad::MaterialConflict => "material conflict",
    }
}

impl Deeds {
    /// The days from the first to the last report; where no report is dated, those of the events.
    pub(crate) fn span(&self) -> Option<(Date, Date)> {
        let firsts = self.rows.iter().map(|d| d.stamp.date);
        self.reported.or_else(|| Some((firsts.min()?, self.lasts.iter().copied().max()?)))
    }

    /// Keep the events that lie within a window; count the others.
    pub(crate) fn keep(&mut self, window: Window) {
        let inside: Vec<bool> =
            self.rows.iter().zip(&self.lasts).map(|(d, last)| window.contains(d.stamp.date) && window.contains(*last)).collect();
        let out: BTreeSet<&str> = self.ids.iter().zip(&inside).filter(|(_, inside)| !**inside).map(|(id, _)| id.as_str()).collect();
        self.left.outside += out.len() as u64;
        let mut keep = inside.iter().copied();
        self.rows.retain(|_| keep.next().unwrap_or(false));
        let mut keep = inside.iter().copied();
        self.lasts.retain(|_| keep.next().unwrap_or(false));
        let mut keep = inside.iter().copied();
        self.ids.retain(|_| keep.next().unwrap_or(false));
    }

    /// The rows with those that do not lie within a window moved to a day that no window holds.
    pub(crate) fn inside(&self, window: Window) -> Vec<Deed> {
        let place = |(d, last): (&Deed, &Date)| if window.contains(d.stamp.date) && window.contains(*last) { *d } else { nowhere(*d) };
        self.rows.iter().zip(&self.lasts).map(place).collect()
    }

    /// The rows for a series: those that do not lie in one period have a day that no axis holds. The second is how many these are.
    pub(crate) fn placed(&self, step: Step) -> (Vec<Deed>, u64) {
        let one = |d: &Deed, last: Date| d.stamp.date == last || Period::containing(d.stamp.date, step) == Period::containing(last, step);
        let mut wide = 0;
        let place = |(d, last): (&Deed, &Date)| {
            if one(d, *last) {
                return *d;
            }
            wide += 1;
            nowhere(*d)
        };
        (self.rows.iter().zip(&self.lasts).map(place).collect(), wide)
    }

    /// Rows that show that the set has something in these periods, and nothing else: with them an event that was not told of is a true 0.
    pub(crate) fn fillers(&self, periods: &BTreeSet<Period>, way: Way) -> Vec<Deed> {
        let other = if way == Way::Forth { Way::Back } else { Way::Forth };
        let filler = |(number, period): (u32, &Period)| {
            let stamp = Stamp { story: self.next_story + number, outlet: None, date: period.first() };
            Deed { stamp, way: other, quad: Quad::VerbalCooperation, intensity: None }
        };
        (0_u32..).zip(periods).map(filler).collect()
    }

    /// How many distinct events there are in a direction, or in both.
    pub(crate) fn events(&self, ways: &[Way]) -> u64 {
        let all: BTreeSet<&str> =
            self.rows.iter().zip(&self.ids).filter(|(d, _)| ways.contains(&d.way)).map(|(_, id)| id.as_str()).collect();
        all.len() as u64
    }
}
