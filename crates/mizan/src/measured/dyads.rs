//! The daily net tone of a pair out of public data, where the store has it: a set of its own, next to events and never among them.

use std::collections::BTreeSet;

use mizan_measure::changepoint::Cost;
use mizan_measure::tone::{self, Reading};
use mizan_measure::{Settings, Stamp};
use mizan_store::Snapshot;

use super::ask::each;
use super::numbers::Numbers;
use super::relation::{Labelled, curve};
use super::scope::Scope;
use super::selection::Unit;
use super::sheet::{Drawn, Part};
use super::side::day;
use super::told::told;
use super::turning::{Sought, turning};
use super::who::Who;
use super::words::Frame;
use crate::args::measured::Common;
use crate::command::query::quoted;

/// The mean of the daily tone by period, each day one reading, and its turning points; empty where the store has none.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn part(snapshot: &Snapshot, a: &Who, b: &Who, common: &Common, settings: &Settings) -> anyhow::Result<Part> {
    let mut part = Part::new("dyads", told!("Daily net tone of {} and {} in public data", &a.name, &b.name));
    let (Some(one), Some(other)) = (a.side.country(), b.side.country()) else { return Ok(part) };
    let sql = listing(one, other, common);
    let (mut readings, mut ids, mut sets) = (Vec::new(), Vec::new(), BTreeSet::new());
    each(snapshot, &sql, |line| {
        if let Some((date, tone)) = line.day(1).zip(line.real(2)) {
            let story = readings.len() as u32;
            readings.push(Reading { stamp: Stamp { story, outlet: None, date }, tone });
            ids.push(date.to_string());
            sets.insert(line.word(0));
        }
    })?;
    let Some((first, last)) = readings.first().zip(readings.last()).map(|(a, b)| (a.stamp.date, b.stamp.date)) else { return Ok(part) };
    let scope = Scope::new(common, first, last)?;
    let outlets = Numbers::default();
    let frame = Frame { ids: &ids, outlets: &outlets, unit: Unit::Stories, most: common.ids };
    let series = tone::series(&readings, &scope.axis, settings);
    let label = told!("mean of the daily net tone ({})", sets.into_iter().collect::<Vec<_>>().join(", "));
    let sought = Sought { measure: "dyad_tone", label: label.clone(), series: &series, cost: Cost::MeanShift, query: Some(sql.clone()) };
    part.turning.push(turning(&sought, &frame, settings, |_, _| Vec::new()));
    let mut drawn = curve(Labelled { measure: "dyad_tone", label, drawn: Drawn::Free, query: Some(sql) }, &series, &frame, &scope);
    drawn.points.iter_mut().for_each(|p| p.shown.counted = "days");
    part.series.push(drawn);
    part.words.push(told!(
        "a score of the data's own, without a unit; the order of the pair has no meaning in it; its days are drawn as if they were independent"
    ));
    Ok(part)
}

fn listing(a: &str, b: &str, common: &Common) -> String {
    let (a, b) = (quoted(a), quoted(b));
    let since = common.since.map(|d| format!(" AND date_first >= {}", day(d))).unwrap_or_default();
    let until = common.until.map(|d| format!(" AND date_first <= {}", day(d))).unwrap_or_default();
    format!(
        "SELECT dataset, date_first, value FROM indicators WHERE indicator = 'net-tone' AND (reporter = {a} AND partner = {b} OR reporter = {b} AND partner = {a}){since}{until} ORDER BY date_first, value"
    )
}
