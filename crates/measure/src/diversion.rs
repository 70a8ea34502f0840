//! Diversion: does trade take another way round?
//!
//! | measure | formula | unit | interval |
//! |---|---|---|---|
//! | [`mirror_gap`] | (X − M) / X | share of exports | range of freight |
//! | [`excess`] | y − ŷ, a period against its baseline, and their sum | the figures' own | prediction (Student; the sum by draws) |
//! | [`gateway`] | Σ excess outflow / Σ excess inflow | share of the excess inflow | draws of both sums |
//!
//! X is what i reports as exported to j, M what j reports as imported from i; ŷ is what the time before leads one to expect ([`baseline`]). The
//! gateway index holds the excess inflow from sanctioning states against the excess outflow to the sanctioned one: 0 nothing of what came in
//! beyond expectation went on, 1 as much went on. Windows: one for the baseline and one for the excess. Denominators: X; none; the excess inflow.
//!
//! Sources: Bhagwati 1964 and Fisman & Wei 2004, Journal of Political Economy 112, 471–496 (mirror figures); prediction by least squares is in any
//! textbook; the index is ours, after the practice of 2022–23 (EBRD 2023).
//! Limits: import figures hold insurance and freight and export figures do not, so a negative gap is normal: give the most you assume as `freight`
//! (0.06 to 0.10 is usual). Goods are booked by origin or by partner, and months late. Excess is only as good as its baseline: seasons, prices
//! and exchange rates move it too, a pandemic year in the baseline lowers it. That as much goes on as came in does not show that it is the same goods.

pub mod baseline;

use crate::bootstrap::Values;
use crate::estimate::{Estimate, Method, Note, Series};
use crate::period::{Period, Window};
use crate::row::Figure;
use crate::settings::Settings;
use baseline::{Baseline, Fitted};

/// The same flow as both sides report it, in one money.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mirror {
    /// When.
    pub period: Period,
    /// What the exporting state reports.
    pub exports: Option<f64>,
    /// What the importing state reports.
    pub imports: Option<f64>,
}

/// Which share of the reported exports is not reported as imports: above 0 something is lost on the way, below 0 more arrives than left. The
/// interval reaches from no freight in the import figure to `freight` of its value on top of the goods' own.
pub fn mirror_gap(mirrors: &[Mirror], freight: f64) -> Series {
    mirrors.iter().zip(0_u32..).map(|(mirror, row)| (mirror.period, gap(mirror, row, freight))).collect()
}

fn gap(mirror: &Mirror, row: u32, freight: f64) -> Estimate {
    let known = |figure: Option<f64>| figure.filter(|v| v.is_finite() && *v >= 0.0);
    let (exports, imports) = (known(mirror.exports), known(mirror.imports));
    let mut estimate = Estimate::blank(mirror.period.window(), "share of exports", "figures");
    estimate.count = u64::from(exports.is_some()) + u64::from(imports.is_some());
    estimate.rests_on = vec![row];
    estimate.denominator = exports;
    let Some((exports, imports)) = exports.zip(imports) else { return estimate.noting(Note::Missing) };
    if exports <= 0.0 {
        return estimate.noting(Note::NoDenominator);
    }
    let gap = |imports: f64| (exports - imports) / exports;
    estimate.value = Some(gap(imports));
    if freight.is_finite() && freight > 0.0 {
        return estimate.between((gap(imports), gap(imports / (1.0 + freight))), Method::Freight);
    }
    estimate.noting(Note::FullCount)
}

/// What came beyond expectation.
#[derive(Debug, Clone, PartialEq)]
pub struct Excess {
    /// In each period of the window that was handed over; the denominator is what was expected.
    pub by_period: Series,
    /// In all periods of the window that have a figure.
    pub total: Estimate,
}

/// Figures of `window` against a baseline; `unit` is that of the figures.
pub fn excess(figures: &[Figure], baseline: &Baseline, window: Window, unit: &'static str, settings: &Settings) -> Excess {
    measured(figures, baseline, window, unit, 1, settings).0
}

/// Excess inflow and outflow of a state that may be a gateway, and the index.
#[derive(Debug, Clone, PartialEq)]
pub struct Gateway {
    /// Excess inflow from the sanctioning states.
    pub inflow: Excess,
    /// Excess outflow to the sanctioned state.
    pub outflow: Excess,
    /// The outflow over the inflow; no value unless the excess inflow is above 0. It rests on the rows of both, which are named there.
    pub index: Estimate,
}

/// Excess inflow against excess outflow in a window.
pub fn gateway(
    inflow: &[Figure],
    outflow: &[Figure],
    baseline: &Baseline,
    window: Window,
    unit: &'static str,
    settings: &Settings,
) -> Gateway {
    let (inflow, came) = measured(inflow, baseline, window, unit, 1, settings);
    let (outflow, went) = measured(outflow, baseline, window, unit, 2, settings);
    let mut index = Estimate::blank(window, "share of the excess inflow", "baseline figures");
    index.count = inflow.total.count.min(outflow.total.count);
    index.denominator = inflow.total.value;
    index = match inflow.total.value.zip(outflow.total.value) {
        None => index.noting(Note::Missing),
        Some((inflow, _)) if inflow <= 0.0 => index.noting(Note::NoExcess),
        Some((inflow, outflow)) => {
            index.value = Some(outflow / inflow);
            let ratios = Values::new(came.iter().zip(&went).map(|(came, went)| (*came > 0.0).then(|| went / came)));
            drawn(index, &ratios, settings).checked(settings.minimum)
        }
    };
    Gateway { inflow, outflow, index }
}

/// The excess, and draws of its total.
fn measured(
    figures: &[Figure],
    baseline: &Baseline,
    window: Window,
    unit: &'static str,
    sample: u32,
    settings: &Settings,
) -> (Excess, Vec<f64>) {
    let fitted = Fitted::new(figures, baseline);
    let mut wanted: Vec<(u32, &Figure)> = (0_u32..).zip(figures).filter(|(_, f)| window.holds(f.period)).collect();
    wanted.sort_by_key(|(row, f)| (f.period, *row));
    let one = |(row, figure): &(u32, &Figure)| (figure.period, single(*row, figure, &fitted, unit, settings));
    let by_period: Series = wanted.iter().map(one).collect();
    let known: Vec<(u32, Period, f64)> = wanted.iter().filter_map(|(row, f)| Some((*row, f.period, f.known()?))).collect();
    let (total, draws) = together(&known, &fitted, blank(&fitted, window, unit), sample, settings);
    let gaps = (wanted.len() - known.len()) as u64;
    let total = if gaps > 0 { total.noting(Note::SetAside { rows: gaps }) } else { total };
    (Excess { by_period, total }, draws)
}

fn blank(fitted: &Fitted, window: Window, unit: &'static str) -> Estimate {
    let mut estimate = Estimate::blank(window, unit, "baseline figures");
    estimate.count = fitted.rows.len() as u64;
    estimate.rests_on.clone_from(&fitted.rows);
    if fitted.set_aside > 0 {
        estimate.notes.push(Note::SetAside { rows: fitted.set_aside });
    }
    estimate
}

fn single(row: u32, figure: &Figure, fitted: &Fitted, unit: &'static str, settings: &Settings) -> Estimate {
    let mut estimate = blank(fitted, figure.period.window(), unit);
    let Some(value) = figure.known() else { return estimate.noting(Note::Missing) };
    let Some((expected, low, high)) = fitted.expect(figure.period, settings.level) else { return estimate.noting(fitted.short()) };
    estimate.value = Some(value - expected);
    estimate.denominator = Some(expected);
    estimate.rests_on = with(&fitted.rows, [row]);
    estimate.between((value - high, value - low), Method::Prediction(settings.level)).checked(settings.minimum)
}

fn together(
    known: &[(u32, Period, f64)],
    fitted: &Fitted,
    mut estimate: Estimate,
    sample: u32,
    settings: &Settings,
) -> (Estimate, Vec<f64>) {
    let periods: Vec<Period> = known.iter().map(|(_, period, _)| *period).collect();
    let expected: Option<Vec<f64>> = periods.iter().map(|p| fitted.expect(*p, settings.level).map(|e| e.0)).collect();
    let Some(expected) = expected else { return (estimate.noting(fitted.short()), Vec::new()) };
    if known.is_empty() {
        return (estimate.noting(Note::Missing), Vec::new());
    }
    let seen: f64 = known.iter().map(|(_, _, value)| value).sum();
    let awaited: f64 = expected.iter().sum();
    estimate.value = Some(seen - awaited).filter(|v| v.is_finite());
    estimate.denominator = Some(awaited);
    estimate.rests_on = with(&fitted.rows, known.iter().map(|(row, _, _)| *row));
    let draws: Vec<f64> = fitted.sums(&periods, sample, settings).iter().map(|sum| seen - sum).collect();
    let values = Values::new(draws.iter().copied().map(Some));
    (drawn(estimate, &values, settings).checked(settings.minimum), draws)
}

fn with(rows: &[u32], more: impl IntoIterator<Item = u32>) -> Vec<u32> {
    let mut all: Vec<u32> = rows.iter().copied().chain(more).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn drawn(estimate: Estimate, values: &Values, settings: &Settings) -> Estimate {
    let method = Method::Predictive { level: settings.level, draws: settings.draws, seed: settings.seed };
    let estimate = values.note().into_iter().fold(estimate, Estimate::noting);
    match values.interval(settings.level) {
        Some(ends) => estimate.between(ends, method),
        None => estimate,
    }
}
