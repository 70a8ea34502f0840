//! Turning points of a series, with the events that fall on them.

use std::collections::BTreeSet;

use mizan_measure::changepoint::{self, Cost, Penalty, Search};
use mizan_measure::{Series, Settings};

use super::sheet::{Change, Record, Turning};
use super::told::{Told, told};
use super::words::{Frame, sized};

/// A series in which turning points are looked for.
pub(crate) struct Sought<'s> {
    /// The measure's name for programs.
    pub(crate) measure: &'static str,
    /// Whose it is, for people.
    pub(crate) label: Told,
    /// The series.
    pub(crate) series: &'s Series,
    /// What a segment of it costs.
    pub(crate) cost: Cost,
    /// The question that lists what it rests on.
    pub(crate) query: Option<String>,
}

/// The least number of periods between two changes.
const SHORTEST: usize = 2;

/// With fewer values than this a series out of a table is not searched: any step of it would be a turning point.
const FEWEST: usize = 6;

/// Whether a series out of a table has values enough to be searched.
pub(crate) fn enough(series: &Series) -> bool {
    series.iter().filter(|(_, estimate)| estimate.value.is_some()).count() >= FEWEST
}

/// Look for turning points; `falling` names what falls on a change of this size in this window of days, by ids alone: [`fill`] puts in the words.
pub(crate) fn turning(
    sought: &Sought<'_>,
    frame: &Frame<'_>,
    settings: &Settings,
    mut falling: impl FnMut(mizan_measure::Window, f64) -> Vec<Record>,
) -> Turning {
    let search = Search { cost: sought.cost, penalty: Penalty::Usual, shortest: SHORTEST };
    let found = changepoint::turning(sought.series, &search, settings);
    let mut changes = Vec::with_capacity(found.changes.len());
    for change in &found.changes {
        changes.push(Change {
            period: change.period,
            between: change.between,
            before: change.before,
            after: change.after,
            size: frame.show(&change.size, sought.query.clone()),
            events: falling(change.period.window(), change.after - change.before),
        });
    }
    let (cost, penalty) = (cost(sought.cost), sized(found.penalty));
    let search = match found.noise {
        Some(noise) => told!("PELT, {}, penalty {}, noise {}, at least {} periods apart", cost, penalty, sized(noise), SHORTEST),
        None => told!("PELT, {}, penalty {}, at least {} periods apart", cost, penalty, SHORTEST),
    };
    let notes = found.notes.iter().map(|n| frame.note(n)).collect();
    Turning { measure: sought.measure, label: sought.label.clone(), search, changes, notes }
}

/// The ids of all that falls on turning points, each once.
pub(crate) fn ids(turnings: &[Turning]) -> Vec<String> {
    let all = turnings.iter().flat_map(|t| &t.changes).flat_map(|c| &c.events).flat_map(|r| &r.ids);
    all.cloned().collect::<BTreeSet<_>>().into_iter().collect()
}

/// Give what falls on turning points its words.
pub(crate) fn fill(turnings: &mut [Turning], told: &[Record]) {
    for record in turnings.iter_mut().flat_map(|t| &mut t.changes).flat_map(|c| &mut c.events) {
        if let Some(found) = told.iter().find(|t| t.ids == record.ids) {
            record.clone_from(found);
        }
    }
}

fn cost(cost: Cost) -> Told {
    match cost {
        Cost::MeanShift => told!("shift of the mean"),
        Cost::Poisson => told!("shift of a Poisson rate"),
        Cost::PoissonRate => told!("shift of a Poisson rate of shares"),
    }
}
