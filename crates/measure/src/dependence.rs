//! Dependence: how much of each state's trade is trade with the other.
//!
//! With T_ij the trade of i with j (exports and imports together) and T_i all trade of i, s_ij = T_ij / T_i.
//!
//! | [`Which`] | formula | range |
//! |---|---|---|
//! | `ShareOfA`, `ShareOfB` | s_ab, s_ba | 0 … 1 |
//! | `Asymmetry` | s_ab − s_ba | −1 … 1; above 0 the first depends more |
//! | `Salience` | √(s_ab · s_ba) | 0 … 1 |
//! | `Symmetry` | 1 − abs(s_ab − s_ba) | 0 … 1 |
//! | `Interdependence` | salience · symmetry | 0 … 1 |
//! | [`over_gdp`] | T_ij / GDP_i | above 0, may exceed 1 |
//!
//! Unit: shares of trade (or of GDP). Window: the period of the figures. Denominator: all trade of the state, or its GDP, in the same money.
//! Sources: Barbieri 1996, Journal of Peace Research 33, 29–49, and Barbieri 2002 (shares, salience, symmetry, interdependence); Oneal &
//! Russett 1997, International Studies Quarterly 41, from p. 267 (trade over GDP).
//!
//! Interval: none of sampling, these are full counts. Both states count the same trade, though, and differ: low and high are the least and the
//! greatest value among (1) each by its own count, (2) both by the first's count, (3) both by the second's, the total of the other
//! changed by the same difference. `count` is the number of figures.
//! Limits: imports are counted with freight and exports without, transit may be counted by partner or by origin; symmetry alone is 1 for two
//! states that hardly trade, so read it with salience.

use crate::estimate::{Estimate, Method, Note, Series};
use crate::period::Period;

/// What one state reports.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Report {
    /// Its trade with the other.
    pub with: Option<f64>,
    /// All its trade.
    pub total: Option<f64>,
}

/// Two states' figures of one period, in one money.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dyad {
    /// When.
    pub period: Period,
    /// The first state.
    pub a: Report,
    /// The second state.
    pub b: Report,
}

/// A measure of dependence; the table above has the formulas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the table above")]
pub enum Which {
    ShareOfA,
    ShareOfB,
    Asymmetry,
    Salience,
    Symmetry,
    Interdependence,
}

/// A measure of dependence in each period; rows rested on are numbers of `dyads`.
pub fn series(dyads: &[Dyad], which: Which) -> Series {
    dyads.iter().zip(0_u32..).map(|(dyad, row)| (dyad.period, estimate(dyad, row, which))).collect()
}

/// Trade with a partner and the gross domestic product of one period, in one money.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Output {
    /// When.
    pub period: Period,
    /// Trade with the partner.
    pub trade: Option<f64>,
    /// Gross domestic product.
    pub gdp: Option<f64>,
}

/// Trade with the partner over the state's own product, in each period.
pub fn over_gdp(outputs: &[Output]) -> Series {
    let one = |output: &Output, row: u32| {
        let (trade, gdp) = (usable(output.trade), usable(output.gdp).filter(|g| *g > 0.0));
        let mut estimate = Estimate::blank(output.period.window(), "share of GDP", "figures");
        estimate.count = u64::from(trade.is_some()) + u64::from(gdp.is_some());
        estimate.rests_on = vec![row];
        estimate.denominator = gdp;
        estimate.value = trade.zip(gdp).map(|(t, g)| t / g);
        estimate.noting(full_or_missing(trade, gdp))
    };
    outputs.iter().zip(0_u32..).map(|(output, row)| (output.period, one(output, row))).collect()
}

fn full_or_missing(part: Option<f64>, whole: Option<f64>) -> Note {
    match (part, whole) {
        (Some(_), Some(_)) => Note::FullCount,
        (None, _) => Note::Missing,
        (Some(_), None) => Note::NoDenominator,
    }
}

/// A figure of trade or output: finite and not negative.
fn usable(figure: Option<f64>) -> Option<f64> {
    figure.filter(|v| v.is_finite() && *v >= 0.0)
}

fn estimate(dyad: &Dyad, row: u32, which: Which) -> Estimate {
    let figures = [dyad.a.with, dyad.a.total, dyad.b.with, dyad.b.total].map(usable);
    let mut estimate = Estimate::blank(dyad.period.window(), unit(which), "figures");
    estimate.count = figures.iter().flatten().count() as u64;
    estimate.rests_on = vec![row];
    if figures.iter().all(Option::is_none) {
        return estimate.noting(Note::Missing);
    }
    estimate.denominator = match which {
        Which::ShareOfA => figures[1],
        Which::ShareOfB => figures[3],
        _ => None,
    };
    let accounts = accounts(figures);
    let values: Vec<f64> = accounts.iter().filter_map(|(a, b)| measure(which, *a, *b)).collect();
    if accounts.iter().any(|(a, b)| above_one(which, *a, *b)) {
        return estimate.noting(Note::Contradiction);
    }
    let Some(value) = measure(which, accounts[0].0, accounts[0].1) else { return estimate.noting(why_not(which, figures)) };
    estimate.value = Some(value);
    if stands_in(which, figures) {
        estimate.notes.push(Note::PartnerFigure);
    }
    if figures[0].is_none() || figures[2].is_none() {
        return estimate.noting(Note::FullCount);
    }
    let ends = values.iter().fold((value, value), |(low, high), v| (low.min(*v), high.max(*v)));
    estimate.between(ends, Method::Accounts)
}

fn unit(which: Which) -> &'static str {
    match which {
        Which::ShareOfA | Which::ShareOfB => "share of trade",
        Which::Asymmetry => "asymmetry of shares",
        Which::Salience => "salience",
        Which::Symmetry => "symmetry",
        Which::Interdependence => "interdependence",
    }
}

/// The pairs (s_ab, s_ba): each by its own count, both by the first's, both by the second's.
fn accounts([with_a, total_a, with_b, total_b]: [Option<f64>; 4]) -> [(Option<f64>, Option<f64>); 3] {
    let a = |by: Option<f64>| share(with_a, total_a, by);
    let b = |by: Option<f64>| share(with_b, total_b, by);
    [(a(with_a.or(with_b)), b(with_b.or(with_a))), (a(with_a), b(with_a)), (a(with_b), b(with_b))]
}

/// The share of a state's trade when the trade counts as `by`, its total changed by the same difference.
fn share(own: Option<f64>, total: Option<f64>, by: Option<f64>) -> Option<f64> {
    let (by, total) = by.zip(total)?;
    let total = total + own.map_or(0.0, |own| by - own);
    (total > 0.0).then_some(by / total)
}

fn above_one(which: Which, a: Option<f64>, b: Option<f64>) -> bool {
    let above = |share: Option<f64>| share.is_some_and(|s| s > 1.0);
    (which != Which::ShareOfB && above(a)) || (which != Which::ShareOfA && above(b))
}

fn measure(which: Which, a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match which {
        Which::ShareOfA => return a,
        Which::ShareOfB => return b,
        _ => {}
    }
    let (a, b) = a.zip(b)?;
    Some(match which {
        Which::Salience => (a * b).sqrt(),
        Which::Symmetry => 1.0 - (a - b).abs(),
        Which::Interdependence => (a * b).sqrt() * (1.0 - (a - b).abs()),
        Which::ShareOfA | Which::ShareOfB | Which::Asymmetry => a - b,
    })
}

/// What keeps a measure from having a value: no total to divide by, or no trade figure at all.
fn why_not(which: Which, [with_a, total_a, with_b, total_b]: [Option<f64>; 4]) -> Note {
    let lacks = match which {
        Which::ShareOfA => total_a.is_none_or(|t| t <= 0.0),
        Which::ShareOfB => total_b.is_none_or(|t| t <= 0.0),
        _ => [total_a, total_b].iter().any(|t| t.is_none_or(|t| t <= 0.0)),
    };
    if lacks || with_a.or(with_b).is_some() { Note::NoDenominator } else { Note::Missing }
}

/// Whether the value rests on the partner's figure.
fn stands_in(which: Which, [with_a, _, with_b, _]: [Option<f64>; 4]) -> bool {
    match which {
        Which::ShareOfA => with_a.is_none(),
        Which::ShareOfB => with_b.is_none(),
        _ => with_a.is_none() || with_b.is_none(),
    }
}
