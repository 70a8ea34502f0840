//! Votes: how often two states vote alike.
//!
//! Formula: a / n, n the roll calls in which both cast a vote (yes, no or abstain), a the agreements: equal votes count 1, and with
//! [`Counting::AbstentionHalf`] an abstention against a yes or a no counts ½.
//! Unit: share of roll calls, 0 to 1. Window: the period or window given. Denominator: n. Interval: Wilson 1927; with half agreements it is
//! wider than need be, for halves scatter less than wholes.
//! Source: the index with halves is Lijphart 1963, American Political Science Review 57, 902–917.
//!
//! Limits: absent and not voting say nothing here, even where they are a way not to vote. Most roll calls are on few topics and pass by large
//! majorities, so a change of agenda changes the share without any change of policy. Roll calls of a year are not a sample of it: the
//! interval says how far the share could be chance if they were.

use jiff::civil::Date;

use crate::estimate::{Estimate, Method, Note, Series};
use crate::interval;
use crate::period::{Axis, Window};
use crate::settings::Settings;

/// What a state did in a roll call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cast {
    /// In favour.
    Yes,
    /// Present, and neither for nor against.
    Abstain,
    /// Against.
    No,
    /// Absent, not voting, not a member: no vote cast.
    None,
}

/// One roll call, as both states voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ballot {
    /// The day.
    pub date: Date,
    /// The first state's vote.
    pub a: Cast,
    /// The second state's vote.
    pub b: Cast,
}

/// What agreement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// Equal votes only.
    Equal,
    /// Equal votes, and half of those in which one of the two abstained.
    AbstentionHalf,
}

/// Agreement in each period.
pub fn agreement(ballots: &[Ballot], counting: Counting, axis: &Axis, settings: &Settings) -> Series {
    let mut calls: Vec<Vec<u32>> = vec![Vec::new(); axis.periods().len()];
    let windows = axis.windows();
    for (ballot, row) in ballots.iter().zip(0_u32..) {
        let at = windows.partition_point(|w| w.last() < ballot.date);
        if windows.get(at).is_some_and(|w| w.contains(ballot.date)) {
            calls[at].push(row);
        }
    }
    axis.series(calls.iter().zip(windows).map(|(rows, window)| share(ballots, rows, counting, window, settings)))
}

/// Agreement in a window.
pub fn agreement_over(ballots: &[Ballot], counting: Counting, window: Window, settings: &Settings) -> Estimate {
    let rows: Vec<u32> = (0_u32..).zip(ballots).filter(|(_, b)| window.contains(b.date)).map(|(row, _)| row).collect();
    share(ballots, &rows, counting, window, settings)
}

fn share(ballots: &[Ballot], rows: &[u32], counting: Counting, window: Window, settings: &Settings) -> Estimate {
    let mut estimate = Estimate::blank(window, "share of roll calls", "roll calls");
    if rows.is_empty() {
        return estimate.noting(Note::Silent);
    }
    let cast = |row: &&u32| agree(&ballots[**row as usize], counting).is_some();
    estimate.rests_on = rows.iter().filter(cast).copied().collect();
    estimate.count = estimate.rests_on.len() as u64;
    let calls = estimate.count as f64;
    if estimate.count == 0 {
        return estimate.noting(Note::NoDenominator);
    }
    let agreed: f64 = estimate.rests_on.iter().filter_map(|row| agree(&ballots[*row as usize], counting)).sum();
    estimate.value = Some(agreed / calls);
    estimate.denominator = Some(calls);
    estimate.between(interval::wilson(agreed, calls, settings.level), Method::Wilson(settings.level)).checked(settings.minimum)
}

/// How far the two agree; `None` unless both cast a vote.
fn agree(ballot: &Ballot, counting: Counting) -> Option<f64> {
    if ballot.a == Cast::None || ballot.b == Cast::None {
        return None;
    }
    let abstained = ballot.a == Cast::Abstain || ballot.b == Cast::Abstain;
    Some(match counting {
        _ if ballot.a == ballot.b => 1.0,
        Counting::AbstentionHalf if abstained => 0.5,
        Counting::Equal | Counting::AbstentionHalf => 0.0,
    })
}
