//! `mizan forecasts`.

use serde_json::Value;

use crate::store::Made;
use crate::{json, mizan, near, notes, part, shown};

fn record<'v>(sheet: &'v Value, id: &str) -> &'v Value {
    let records = part(sheet, "forecasts")["records"].as_array().unwrap();
    records.iter().find(|r| r["ids"][0] == id).unwrap_or_else(|| panic!("no {id}: {records:#?}"))
}

#[test]
fn a_forecast_is_listed_with_its_horizon_and_never_guessed_at() {
    let made = Made::usual();
    let sheet = json(made.path(), &["forecasts", "KAZ", "--today", "2022-06-01"]);
    let trade = record(&sheet, "d4-c1");
    notes(trade, "due since 2022-03-31 by its words “by the end of March 2022”");
    notes(trade, "cannot be told by a measure: none was named");
    notes(record(&sheet, "d5-c2"), "no horizon in its words");
    let early = json(made.path(), &["forecasts", "KAZ", "--today", "2022-03-01"]);
    notes(record(&early, "d4-c1"), "not yet due, until 2022-03-31");
}

#[test]
fn a_measure_named_by_the_analyst_judges() {
    let made = Made::usual();
    let args = ["forecasts", "KAZ", "--today", "2022-06-01", "--towards", "RUS", "--measure", "net", "--direction", "down"];
    let sheet = json(made.path(), &args);
    let trade = record(&sheet, "d4-c1");
    // Made February 5, due March 31: 54 days after, and as many before.
    // Before: s1 and s4 of cooperation, s3 of conflict: (2 − 1) / 3. After: s5 alone, of conflict: −1, and no interval.
    let [before, after, change] = [0, 1, 2].map(|at| &trade["measured"][at]);
    assert_eq!(before["label"], "2021-12-14 to 2022-02-05");
    near(&before["value"], 1.0 / 3.0);
    near(&after["value"], -1.0);
    near(&change["value"], -4.0 / 3.0);
    notes(trade, "cannot be told: a value has no interval on the side that matters");
    notes(record(&sheet, "d5-c2"), "it has no day or no horizon; give one with --horizon");
    let late: Vec<&str> = args.iter().copied().chain(["--horizon", "2y", "--id", "d5-c2"]).collect();
    let late = json(made.path(), &late);
    notes(record(&late, "d5-c2"), "not yet due");
    let data: Vec<&str> =
        args.iter().map(|a| if *a == "2022-06-01" { "2030-01-01" } else { *a }).chain(["--horizon", "2y", "--id", "d5-c2"]).collect();
    notes(record(&json(made.path(), &data), "d5-c2"), "cannot be told: the data end on 2022-04-20, before its horizon");
}

#[test]
fn what_a_measure_needs_is_asked_for() {
    let made = Made::usual();
    for (args, says) in [
        (vec!["forecasts", "--measure", "net", "--direction", "up"], "a measure needs an actor"),
        (vec!["forecasts", "KAZ", "--measure", "net", "--direction", "up"], "between two actors"),
        (vec!["forecasts", "KAZ", "--id", "d9-c9"], "`d9-c9` is no forecast"),
    ] {
        let output = mizan(made.path(), &args);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{message}");
        assert!(message.contains(says) && message.contains("hint: "), "{message}");
    }
}

#[test]
fn the_page() {
    let made = Made::usual();
    insta::assert_snapshot!(shown(made.path(), &["forecasts", "KAZ", "--today", "2022-06-01"]));
}
