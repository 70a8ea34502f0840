//! `mizan coverage`.

use crate::store::Made;
use crate::{json, near, number, part, series, shown};

const KAZ: [&str; 8] = ["coverage", "KAZ", "--since", "2022-01-01", "--until", "2022-04-30", "--by", "month"];

#[test]
fn shares_tone_and_silence() {
    let made = Made::usual();
    let sheet = json(made.path(), &KAZ);
    let coverage = part(&sheet, "coverage");
    // Six of the seven stories name Kazakhstan. Wilson with z² = 3.8415: (0.8571 + 0.2744 ± 0.3775) / 1.5488.
    let share = number(coverage, "coverage_share", "");
    near(&share["value"], 6.0 / 7.0);
    near(&share["low"], 0.48687);
    near(&share["high"], 0.97432);
    // From March 2 on 2 of 3, before 4 of 4: 0.6667 times.
    near(&number(coverage, "rate_ratio", "2022-03-02")["value"], 2.0 / 3.0);
    let stories: Vec<Option<f64>> = series(coverage, "stories", "").iter().map(|p| p["value"].as_f64()).collect();
    assert_eq!(stories, [Some(2.0), Some(2.0), None, Some(2.0)]);
    let tone = number(part(&sheet, "tone"), "tone", "mean");
    near(&tone["value"], 0.5 / 6.0);
    assert_eq!(tone["ids"], serde_json::json!(["d1", "d2", "d3", "d4", "d5", "d6", "d7"]));
    assert!(sheet["missing"].to_string().contains("any documents in 2022-03"));
}

#[test]
fn outlets_of_one_country() {
    let made = Made::usual();
    let args: Vec<&str> = KAZ.iter().copied().chain(["--in", "RUS"]).collect();
    let sheet = json(made.path(), &args);
    near(&number(part(&sheet, "coverage"), "coverage_share", "")["value"], 1.0);
    near(&number(part(&sheet, "tone"), "tone", "mean")["value"], -0.5 / 3.0);
    // February again: d4 of TASS alone; a single outlet cannot be left out.
    let sources = part(&sheet, "sources")["words"].to_string();
    assert!(sources.contains("TASS is the only outlet named"), "{sources}");
}

#[test]
fn the_page() {
    let made = Made::usual();
    let args: Vec<&str> = KAZ.iter().copied().chain(["--draws", "200"]).collect();
    insta::assert_snapshot!(shown(made.path(), &args));
}
