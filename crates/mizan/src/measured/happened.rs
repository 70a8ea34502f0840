//! Events as lines of a page, each with its words and its id.

use std::collections::BTreeSet;

use mizan_measure::Window;
use mizan_measure::cooperation::Way;
use mizan_store::Snapshot;

use super::ask::{Line, each};
use super::deeds::Deeds;
use super::selection::Selection;
use super::sheet::{Record, Turning};
use super::told::{Told, told};
use super::turning;
use crate::brief::clean;
use crate::command::query::list;

/// So many events are shown at a turning point.
const SHOWN: usize = 3;

/// Where the words of events are found.
pub(crate) struct Happened<'h> {
    /// The store.
    pub(crate) snapshot: &'h Snapshot,
    /// Which events.
    pub(crate) selection: &'h Selection,
    /// The pairs of source and target that are meant, as a condition in SQL.
    pub(crate) pairs: String,
}

impl Happened<'_> {
    /// Give the events of turning points their words, all with one question.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn tell(&self, turnings: &mut [Turning]) -> anyhow::Result<()> {
        let ids = turning::ids(turnings);
        turning::fill(turnings, &self.records(&ids)?);
        Ok(())
    }

    /// Events by their ids, in the order of the ids given.
    fn records(&self, ids: &[String]) -> anyhow::Result<Vec<Record>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let own = "event, date_first, class, source, target, quote, outlet";
        let public = "event, day, coalesce(class, code, words), source, target, headline, outlet";
        let (columns, order) = if self.selection.is_own() { (own, " ORDER BY event, pair") } else { (public, " ORDER BY event") };
        let (table, standing) = (self.selection.table(), self.selection.standing());
        let sql = format!("SELECT {columns} FROM {table} WHERE event IN ({}) AND ({}) AND {standing}{order}", list(ids), self.pairs);
        let mut found: Vec<Record> = Vec::new();
        each(self.snapshot, &sql, |line| {
            if !found.iter().any(|r| line.text(0) == r.ids.first().map(String::as_str)) {
                found.push(record(line));
            }
        })?;
        found.sort_by_key(|r| ids.iter().position(|id| r.ids.first() == Some(id)));
        Ok(found)
    }
}

fn record(line: &Line<'_>) -> Record {
    let party = |at: usize| line.text(at).map_or_else(|| told!("someone unnamed"), |name| clean(name).into());
    Record {
        kind: "event",
        ids: vec![line.word(0)],
        date: line.day(1).map(Told::from),
        text: told!("{} {} → {}", Told::known(&line.text(2).map(clean).unwrap_or_default()), party(3), party(4)),
        quote: line.text(5).map(clean),
        outlet: line.text(6).map(clean),
        ..Record::default()
    }
}

/// The strongest events of a direction in some days, those first that pull the way the level moved, one a story: their ids alone.
pub(crate) fn strongest(deeds: &Deeds, way: Way, window: Window, moved: f64) -> Vec<Record> {
    let row = |at: usize| &deeds.rows[at];
    let mut inside: Vec<usize> = (0..deeds.rows.len()).filter(|at| row(*at).way == way && window.contains(row(*at).stamp.date)).collect();
    let pull = |at: usize| moved.signum() * row(at).intensity.unwrap_or(if row(at).quad.is_cooperation() { 0.1 } else { -0.1 });
    inside.sort_by(|a, b| pull(*b).total_cmp(&pull(*a)).then_with(|| deeds.ids[*a].cmp(&deeds.ids[*b])));
    let mut stories = BTreeSet::new();
    let chosen = inside.into_iter().filter(|at| stories.insert(row(*at).stamp.story));
    chosen.take(SHOWN).map(|at| Record { kind: "event", ids: vec![deeds.ids[at].clone()], ..Record::default() }).collect()
}
