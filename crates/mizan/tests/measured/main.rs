//! The verbs that measure, from the outside: a store of hand-made rows, and numbers computed by hand.

#![expect(clippy::print_stderr, reason = "a test that is skipped says why")]

mod balance;
mod coverage;
mod diversion;
mod forecasts;
mod refused;
mod relate;
mod store;

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// Run a verb on a store, 100 columns wide.
fn mizan(store: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mizan"));
    command.args(args).arg("--store").arg(store).env("COLUMNS", "100");
    command.output().unwrap()
}

#[track_caller]
fn shown(store: &Path, args: &[&str]) -> String {
    let output = mizan(store, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    // The folder of the store is another each time.
    String::from_utf8(output.stdout).unwrap().replace(&store.display().to_string(), "STORE")
}

#[track_caller]
fn json(store: &Path, args: &[&str]) -> Value {
    let args: Vec<&str> = args.iter().copied().chain(["--format", "json"]).collect();
    serde_json::from_str(&shown(store, &args)).unwrap()
}

/// The part of this name.
#[track_caller]
fn part<'v>(sheet: &'v Value, name: &str) -> &'v Value {
    let parts = sheet["parts"].as_array().unwrap();
    parts.iter().find(|p| p["part"] == name).unwrap_or_else(|| panic!("no part {name}: {parts:#?}"))
}

/// The number of this measure in a part, by the words its label has.
#[track_caller]
fn number<'v>(part: &'v Value, measure: &str, label: &str) -> &'v Value {
    let numbers = part["numbers"].as_array().unwrap();
    let found = numbers.iter().find(|n| n["measure"] == measure && n["label"].as_str().unwrap().contains(label));
    found.unwrap_or_else(|| panic!("no {measure} of {label}: {numbers:#?}"))
}

/// The series of this measure in a part, by the words its label has.
#[track_caller]
fn series<'v>(part: &'v Value, measure: &str, label: &str) -> &'v Vec<Value> {
    let all = part["series"].as_array().unwrap();
    let found = all.iter().find(|s| s["measure"] == measure && s["label"].as_str().unwrap().contains(label));
    found.unwrap_or_else(|| panic!("no series {measure} of {label}"))["points"].as_array().unwrap()
}

#[track_caller]
fn near(found: &Value, wanted: f64) {
    let found = found.as_f64().unwrap_or_else(|| panic!("{found} is no number"));
    assert!((found - wanted).abs() < 1e-4, "{found} is not {wanted}");
}

#[track_caller]
fn notes(number: &Value, says: &str) {
    let notes = number["notes"].as_array().unwrap();
    assert!(notes.iter().any(|n| n.as_str().unwrap().contains(says)), "{notes:?} do not say {says}");
}
