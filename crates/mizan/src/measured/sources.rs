//! How much hangs on one source: each of the largest outlets alone, and all without it.

use mizan_measure::robust::{self, Outlet};
use mizan_measure::{Estimate, Row};

use super::numbers::Numbers;
use super::sheet::{Number, Part};
use super::words::{Frame, figure, percent};
use crate::command::query::quoted;

/// So many of the largest outlets are left out one after the other.
const LARGEST: usize = 5;
/// So many are measured alone.
const ALONE: usize = 10;

/// A measure of rows, to be made again on parts of them.
pub(crate) struct Measured<'m, R, F> {
    /// The measure's name for programs.
    pub(crate) measure: &'static str,
    /// Whose it is, for people.
    pub(crate) label: String,
    /// The rows.
    pub(crate) rows: &'m [R],
    /// The measure.
    pub(crate) make: F,
    /// The question that lists what the rows rest on.
    pub(crate) query: String,
}

/// The range without each of the largest outlets in words, and with `alone` the measure on each of them.
pub(crate) fn add<R: Row, F: Fn(&[R]) -> Estimate>(part: &mut Part, what: &Measured<'_, R, F>, frame: &Frame<'_>, alone: bool) {
    let outlets = robust::outlets(what.rows);
    if outlets.len() < 2 {
        part.words.push(format!("{}: {}", what.label, only(&outlets, frame.outlets)));
    } else {
        let left = robust::leave_one_out(what.rows, LARGEST, &what.make);
        part.words.push(range(what, &left, frame));
    }
    if !alone {
        return;
    }
    for (outlet, estimate) in robust::per_outlet(what.rows, ALONE, &what.make) {
        let label = format!("{}, {} alone", what.label, named(&outlet, frame.outlets));
        part.numbers.push(Number {
            measure: what.measure,
            label,
            shown: frame.show(&estimate, Some(listing(&what.query, &outlet, frame.outlets))),
        });
    }
}

/// The question that lists what one outlet printed.
fn listing(query: &str, outlet: &Outlet, names: &Numbers) -> String {
    format!("{query} AND outlet = {}", quoted(names.name(outlet.outlet)))
}

fn range<R: Row, F>(what: &Measured<'_, R, F>, left: &robust::LeaveOneOut, frame: &Frame<'_>) -> String {
    let unit = left.whole.unit;
    let (Some((low, high)), Some(whole)) = (left.range, left.whole.value) else {
        return format!("{}: it has no value, with or without any outlet", what.label);
    };
    let shown = |v: f64| figure(v, unit);
    let farthest =
        left.without.iter().filter_map(|(o, e)| Some((o, (e.value? - whole).abs(), e.value?))).max_by(|a, b| a.1.total_cmp(&b.1));
    let most = farthest
        .filter(|f| f.1 > 0.0)
        .map(|(o, _, v)| format!("; farthest without {} ({} of all): {}", named(o, frame.outlets), percent(o.share), shown(v)));
    let lost: Vec<String> = left.without.iter().filter(|(_, e)| e.value.is_none()).map(|(o, _)| named(o, frame.outlets)).collect();
    let lost = if lost.is_empty() { String::new() } else { format!("; no value without {}", lost.join(", or without ")) };
    format!(
        "{}: {} in all, {} to {} when any one of the {} largest outlets is left out{}{lost}",
        what.label,
        shown(whole),
        shown(low),
        shown(high),
        left.without.len(),
        most.unwrap_or_default()
    )
}

fn only(outlets: &[Outlet], names: &Numbers) -> String {
    match outlets {
        [one] => format!("{} is the only outlet named ({} of all): nothing to hold it against", named(one, names), percent(one.share)),
        _ => "no outlet is named: it cannot be told how much hangs on one".into(),
    }
}

fn named(outlet: &Outlet, names: &Numbers) -> String {
    let name = crate::brief::clean(names.name(outlet.outlet));
    if name.is_empty() { "an unnamed outlet".into() } else { name }
}
