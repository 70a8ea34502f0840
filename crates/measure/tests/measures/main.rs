//! Every measure against cases computed by hand, and the laws that hold for all of them.

mod changepoint;
mod concentration;
mod cooperation;
mod coverage;
mod dependence;
mod diversion;
mod forecasts;
mod laws;
mod poles;
mod robust;
mod source;
mod tone;
mod votes;

use jiff::civil::{Date, date};
use mizan_measure::{Axis, Estimate, Level, Note, Period, Settings, Stamp, Step, Window};

/// Two hundred draws, one thread, a minimum of one.
fn settings() -> Settings {
    Settings { level: Level::P95, minimum: 1, draws: 200, seed: 1, threads: 1 }
}

/// A row of a story printed by an outlet on a day of 2022.
fn stamp(story: u32, outlet: u32, month: i8, day: i8) -> Stamp {
    Stamp { story, outlet: Some(outlet), date: date(2022, month, day) }
}

/// The months of 2022 from one to another.
fn months(first: i8, last: i8) -> Axis {
    Axis::between(date(2022, first, 1), date(2022, last, 1), Step::Month).unwrap()
}

fn month(month: i8) -> Period {
    Period::containing(date(2022, month, 1), Step::Month)
}

fn window(first: Date, last: Date) -> Window {
    Window::new(first, last).unwrap()
}

fn year() -> Window {
    window(date(2022, 1, 1), date(2022, 12, 31))
}

#[track_caller]
fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0), "{found} is not {wanted}");
}

#[track_caller]
fn value(estimate: &Estimate, wanted: f64) {
    near(estimate.value.expect("a value"), wanted);
}

#[track_caller]
fn ends(estimate: &Estimate, low: f64, high: f64) {
    near(estimate.low.expect("a lower end"), low);
    near(estimate.high.expect("an upper end"), high);
}

/// Nothing known, and a note that says why.
#[track_caller]
fn missing(estimate: &Estimate, why: Note) {
    assert_eq!((estimate.value, estimate.low, estimate.high), (None, None, None));
    assert!(estimate.notes.contains(&why), "{:?}", estimate.notes);
}
