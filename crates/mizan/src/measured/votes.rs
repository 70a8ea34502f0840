//! How often two states vote alike in roll calls.

use mizan_measure::changepoint::Cost;
use mizan_measure::votes::{Ballot, Cast, Counting, agreement, agreement_over};
use mizan_measure::{Axis, Settings, Step};
use mizan_store::Snapshot;

use super::ask::each;
use super::numbers::Numbers;
use super::relation::{Labelled, curve};
use super::scope::{Scope, window};
use super::selection::Unit;
use super::sheet::{Drawn, Number, Part};
use super::side::day;
use super::told::{Told, told};
use super::turning::{Sought, enough, turning};
use super::who::Who;
use super::words::Frame;
use crate::args::measured::Common;
use crate::command::input;
use crate::command::query::quoted;

/// The agreement of two states, in all and by year; nothing where either is no single state, and the words for what is missing.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn part(snapshot: &Snapshot, a: &Who, b: &Who, common: &Common, settings: &Settings) -> anyhow::Result<(Part, Option<Told>)> {
    let mut part = Part::new("votes", told!("Roll calls of the General Assembly, {} and {}", &a.name, &b.name));
    let (Some(one), Some(other)) = (a.side.country(), b.side.country()) else {
        return Ok((part, Some(told!("votes: roll calls are compared between two states, not for groups or persons"))));
    };
    let sql = listing(one, other, common);
    let (mut ballots, mut ids) = (Vec::new(), Vec::new());
    each(snapshot, &sql, |line| {
        if let Some(date) = line.day(1) {
            ballots.push(Ballot { date, a: cast(line.text(2)), b: cast(line.text(3)) });
            ids.push(line.word(0));
        }
    })?;
    let days = ballots.iter().map(|b| b.date);
    let Some((first, last)) = days.clone().min().zip(days.max()) else {
        return Ok((part, Some(told!("roll calls in which both {} and {} could vote", &a.name, &b.name))));
    };
    let outlets = Numbers::default();
    let frame = Frame { ids: &ids, outlets: &outlets, unit: Unit::Stories, most: common.ids };
    let whole = window(first, last).map_err(input)?;
    let scope = Scope { window: whole, axis: Axis::between(first, last, Step::Year).map_err(input)?, step: Step::Year };
    for (counting, measure, label, drawn) in [
        (Counting::Equal, "votes_equal", told!("equal votes"), Drawn::Within(0.0, 1.0)),
        (Counting::AbstentionHalf, "votes_abstention_half", told!("an abstention counts half"), Drawn::Within(0.0, 1.0)),
    ] {
        let estimate = agreement_over(&ballots, counting, whole, settings);
        part.numbers.push(Number { measure, label: label.clone(), shown: frame.show(&estimate, Some(sql.clone())) });
        let series = agreement(&ballots, counting, &scope.axis, settings);
        if enough(&series) {
            let sought = Sought { measure, label: label.clone(), series: &series, cost: Cost::MeanShift, query: Some(sql.clone()) };
            part.turning.push(turning(&sought, &frame, settings, |_, _| Vec::new()));
        }
        let labelled = Labelled { measure, label, drawn, query: Some(sql.clone()) };
        let mut one = curve(labelled, &series, &frame, &scope);
        // The first and last roll call of a year are not its first and last day: that cuts nothing short.
        one.points.iter_mut().for_each(|p| p.shown.notes.retain(|n| !n.is("the period is cut short by the days asked for")));
        part.series.push(one);
    }
    Ok((part, None))
}

fn listing(a: &str, b: &str, common: &Common) -> String {
    let since = common.since.map(|d| format!(" AND a.date_first >= {}", day(d))).unwrap_or_default();
    let until = common.until.map(|d| format!(" AND a.date_first <= {}", day(d))).unwrap_or_default();
    format!(
        "SELECT a.key, a.date_first, a.words AS vote_a, b.words AS vote_b FROM indicators a JOIN indicators b ON a.dataset = b.dataset AND a.key = b.key AND coalesce(a.version, '') = coalesce(b.version, '') AND a.date_first = b.date_first WHERE a.indicator = 'vote' AND b.indicator = 'vote' AND a.reporter = {} AND b.reporter = {}{since}{until} ORDER BY a.date_first, a.key",
        quoted(a),
        quoted(b)
    )
}

fn cast(words: Option<&str>) -> Cast {
    match words {
        Some("yes") => Cast::Yes,
        Some("no") => Cast::No,
        Some("abstain") => Cast::Abstain,
        _ => Cast::None,
    }
}
