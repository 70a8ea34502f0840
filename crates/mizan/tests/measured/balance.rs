//! `mizan balance`.

use crate::store::Made;
use crate::{json, near, notes, number, part, series, shown};

const KAZ: [&str; 10] = ["balance", "KAZ", "--poles", "RUS,CHN", "--since", "2022-01-01", "--until", "2022-04-30", "--by", "month"];

#[test]
fn shares_evenness_leaning_and_drift() {
    let made = Made::usual();
    let sheet = json(made.path(), &KAZ);
    let friendly = part(&sheet, "cooperation");
    // Stories of cooperation with Russia: s1, s4, s7; with China: s6.
    near(&number(friendly, "share", "Russia")["value"], 0.75);
    near(&number(friendly, "share", "China")["value"], 0.25);
    // −(0.75 ln 0.75 + 0.25 ln 0.25) / ln 2.
    near(&number(friendly, "entropy", "")["value"], 0.811278);
    near(&number(friendly, "leaning", "")["value"], 0.5);
    // 120 days: to March 1 two stories with Russia; from March 2 one with each: ½ (|1 − ½| + |0 − ½|).
    let drift = number(friendly, "drift", "2022-03-01 to 2022-03-02");
    near(&drift["value"], 0.5);
    notes(drift, "chance alone makes up to");
    let hostile = part(&sheet, "conflict");
    near(&number(hostile, "share", "Russia")["value"], 1.0);
    assert_eq!(number(hostile, "share", "Russia")["unit"], "share of conflict");
    // s3 and s5; s5 tells of both directions and counts once.
    near(&number(hostile, "share", "Russia")["denominator"], 2.0);
    let by_month: Vec<Option<f64>> = series(friendly, "share", "Russia").iter().map(|p| p["value"].as_f64()).collect();
    assert_eq!(by_month, [Some(1.0), Some(1.0), None, Some(0.5)]);
}

#[test]
fn windows_of_the_drift_and_the_way_can_be_chosen() {
    let made = Made::usual();
    let args: Vec<&str> =
        KAZ.iter().copied().chain(["--before", "2022-01-01..2022-01-31", "--after", "2022-04-01..2022-04-30", "--way", "in"]).collect();
    let sheet = json(made.path(), &args);
    // Russia alone acts on Kazakhstan, with harm: no cooperation at all.
    assert!(number(part(&sheet, "cooperation"), "share", "Russia")["value"].is_null());
    near(&number(part(&sheet, "conflict"), "share", "Russia")["value"], 1.0);
}

#[test]
fn the_page() {
    let made = Made::usual();
    let args: Vec<&str> = KAZ.iter().copied().chain(["--draws", "200"]).collect();
    insta::assert_snapshot!(shown(made.path(), &args));
}
