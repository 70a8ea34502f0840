//! How much hangs on one source: each of the largest outlets alone, and all without it.

use mizan_measure::robust::{self, LeaveOneOut, Outlet};
use mizan_measure::{Estimate, Row};

use super::numbers::Numbers;
use super::sheet::{Number, Part};
use super::told::{Told, told};
use super::words::{Frame, counted, figure, is_no_interval, percent};
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
    pub(crate) label: Told,
    /// The rows.
    pub(crate) rows: &'m [R],
    /// The measure.
    pub(crate) make: F,
    /// The question that lists what the rows rest on.
    pub(crate) query: String,
}

/// The range without each of the largest outlets, and with `alone` the measure on each of them.
pub(crate) fn add<R: Row, F: Fn(&[R]) -> Estimate>(part: &mut Part, what: &Measured<'_, R, F>, frame: &Frame<'_>, alone: bool) {
    let outlets = robust::outlets(what.rows);
    if outlets.len() < 2 {
        part.words.push(told!("{}: {}", &what.label, only(&outlets, frame.outlets)));
    } else {
        part.numbers.push(range(what, &robust::leave_one_out(what.rows, LARGEST, &what.make), frame));
    }
    if !alone {
        return;
    }
    for (outlet, estimate) in robust::per_outlet(what.rows, ALONE, &what.make) {
        let label = told!("{}, {} alone", &what.label, named(&outlet, frame.outlets));
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

/// The value with all outlets, between the least and the greatest without any one of them.
fn range<R: Row, F>(what: &Measured<'_, R, F>, left: &LeaveOneOut, frame: &Frame<'_>) -> Number {
    let outlets = counted(left.without.len() as u64, "largest outlets");
    let mut shown = frame.show(&left.whole, Some(what.query.clone()));
    (shown.low, shown.high) = left.range.map_or((None, None), |(low, high)| (Some(low), Some(high)));
    shown.method = told!("range of the values without any one of the {}", &outlets);
    // What is said of the interval that stood here before is not said of this range.
    shown.notes.retain(|n| !is_no_interval(n));
    let whole = left.whole.value.unwrap_or(f64::NAN);
    let moved = left.without.iter().filter_map(|(o, e)| Some((o, e.value?, (e.value? - whole).abs())));
    if let Some((outlet, value, _)) = moved.filter(|(_, _, by)| *by > 0.0).max_by(|a, b| a.2.total_cmp(&b.2)) {
        let (name, share) = (named(outlet, frame.outlets), percent(outlet.share));
        shown.notes.push(told!("farthest without {} ({} of all): {}", name, share, figure(value, left.whole.unit)));
    }
    for (outlet, _) in left.without.iter().filter(|(_, e)| e.value.is_none()) {
        shown.notes.push(told!("no value without {}", named(outlet, frame.outlets)));
    }
    Number { measure: what.measure, label: told!("{}, any one of the {} left out", &what.label, outlets), shown }
}

fn only(outlets: &[Outlet], names: &Numbers) -> Told {
    match outlets {
        [one] => told!("{} is the only outlet named ({} of all): nothing to hold it against", named(one, names), percent(one.share)),
        _ => told!("no outlet is named: it cannot be told how much hangs on one"),
    }
}

fn named(outlet: &Outlet, names: &Numbers) -> Told {
    let name = crate::brief::clean(names.name(outlet.outlet));
    if name.is_empty() { told!("an unnamed outlet") } else { name.into() }
}
