//! Concentration: on how few partners a state's trade rests.
//!
//! Formula: with s the share of each partner in the sum of all given, [`herfindahl`] is Σ s², [`effective_partners`] 1 / Σ s².
//! Unit: index, 1/n (n partners alike) to 1 (one partner); partners, 1 to n. Window: that of the figures. Denominator: the sum of the figures.
//! Interval: none, a full count. `count` is the number of partners with a figure above 0.
//! Sources: Hirschman 1945; Herfindahl 1950; the inverse as effective number: Laakso & Taagepera 1979, Comparative Political Studies 12, 3–27.
//!
//! Limits: partners left out of the figures, or summed up as "others", make trade look less or more concentrated. A group (the EU) counted as one
//! partner or as many gives quite different values: say which. Missing, negative and not finite figures are set aside and counted in a note.

use crate::estimate::{Estimate, Note};
use crate::period::Window;

/// How concentrated amounts over partners are.
pub fn herfindahl(amounts: &[Option<f64>], window: Window) -> Estimate {
    estimate(amounts, window, "index", |squares| squares)
}

/// As how many partners of equal weight the amounts count.
pub fn effective_partners(amounts: &[Option<f64>], window: Window) -> Estimate {
    estimate(amounts, window, "partners", |squares| 1.0 / squares)
}

fn estimate(amounts: &[Option<f64>], window: Window, unit: &'static str, measure: impl Fn(f64) -> f64) -> Estimate {
    let known = |amount: &Option<f64>| amount.filter(|v| v.is_finite() && *v >= 0.0);
    let usable: Vec<(u32, f64)> = (0_u32..).zip(amounts).filter_map(|(row, amount)| Some((row, known(amount)?))).collect();
    let mut estimate = Estimate::blank(window, unit, "partners");
    let rows = (amounts.len() - usable.len()) as u64;
    if rows > 0 {
        estimate.notes.push(Note::SetAside { rows });
    }
    let all = total(usable.iter().map(|(_, amount)| *amount));
    estimate.count = usable.iter().filter(|(_, amount)| *amount > 0.0).count() as u64;
    estimate.rests_on = usable.iter().map(|(row, _)| *row).collect();
    if usable.is_empty() {
        return estimate.noting(Note::Missing);
    }
    if all <= 0.0 || !all.is_finite() {
        return estimate.noting(Note::NoDenominator);
    }
    estimate.denominator = Some(all);
    estimate.value = Some(measure(total(usable.iter().map(|(_, amount)| (amount / all).powi(2)))));
    estimate.noting(Note::FullCount)
}

/// A sum that does not depend on the order.
fn total(amounts: impl Iterator<Item = f64>) -> f64 {
    let mut amounts: Vec<f64> = amounts.collect();
    amounts.sort_unstable_by(f64::total_cmp);
    amounts.iter().sum()
}
