//! `mizan diversion`, rates of exchange, and trade among poles.

use crate::store::{Made, figure};
use crate::{json, mizan, near, number, part, series, shown};
use mizan_store::row;

/// Germany ships 100, 110, 90 and then 160 to Kazakhstan and 200, 200, 200 and then 50 to Russia. Kazakhstan reports 50, 60, 40 and then 90 as come in
/// from Germany, and 20, 20, 20 and then 40 as gone on to Russia.
fn made() -> Made {
    Made::with(|writer| {
        for (flow, reporter, partner, amounts) in [
            ("exports", "DEU", "KAZ", [100.0, 110.0, 90.0, 160.0]),
            ("exports", "DEU", "RUS", [200.0, 200.0, 200.0, 50.0]),
            ("imports", "KAZ", "DEU", [50.0, 60.0, 40.0, 90.0]),
            ("exports", "KAZ", "RUS", [20.0, 20.0, 20.0, 40.0]),
        ] {
            for (year, amount) in (2019..).zip(amounts) {
                writer.add(&figure(("comtrade", flow), (reporter, Some(partner)), year, amount)).unwrap();
            }
        }
    })
}

const ASKED: [&str; 10] =
    ["diversion", "KAZ", "--from", "DEU", "--to", "RUS", "--before", "2019-01-01..2021-12-31", "--after", "2022-01-01..2022-12-31"];

#[test]
fn excess_and_gateway_by_hand() {
    let sheet = json(made().path(), &ASKED);
    let inflow = part(&sheet, "inflow");
    let excess = number(inflow, "excess", "exports of Germany to Kazakhstan");
    // The mean before is 100.
    near(&excess["value"], 60.0);
    near(&excess["denominator"], 100.0);
    // s = 10, so 4.30265 · 10 · √(1 + 1/3) = 49.6828 around 100.
    let single = series(inflow, "excess", "").iter().find(|p| p["period"] == "2022").unwrap();
    near(&single["low"], 10.3172);
    near(&single["high"], 109.6828);
    near(&number(part(&sheet, "direct"), "excess", "Russia")["value"], -150.0);
    let passed = part(&sheet, "gateway");
    near(&number(passed, "excess", "imports of Kazakhstan")["value"], 40.0);
    near(&number(passed, "excess", "exports of Kazakhstan")["value"], 20.0);
    near(&number(passed, "gateway_index", "")["value"], 0.5);
    assert!(shown(made().path(), &ASKED).contains("160 where 100 was expected, +60%"));
}

#[test]
fn what_makes_no_sense_is_refused() {
    let made = made();
    let refused = |args: &[&str], says: &str| {
        let output = mizan(made.path(), args);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(1) && error.contains(says), "{args:?}: {error}");
    };
    let windows = ["--before", "2019-01-01..2021-12-31", "--after", "2021-01-01..2022-12-31"];
    refused(&[&ASKED[..6], &windows[..]].concat(), "must end before");
    refused(&[&["diversion", "RUS"][..], &ASKED[2..]].concat(), "must be three");
    refused(&[&["diversion", "KAZ/kassym-jomart-tokayev"][..], &ASKED[2..]].concat(), "neither a state nor a group");
}

#[test]
fn what_no_table_tells_is_missing() {
    let sheet = json(Made::empty().path(), &ASKED);
    let missing = sheet["missing"].to_string();
    assert!(missing.contains("exports that Germany reports to Kazakhstan") && missing.contains("imported from Germany"), "{missing}");
}

#[test]
fn figures_in_two_moneys_are_held_against_each_other_by_the_rate() {
    let made = Made::with(|writer| {
        let german = figure(("eurostat", "exports"), ("DEU", Some("KAZ")), 2022, 100.0);
        writer.add(&row::Indicator { unit: Some("EUR"), ..german }).unwrap();
        writer.add(&figure(("kazakhstan-trade", "imports"), ("KAZ", Some("DEU")), 2022, 80.0)).unwrap();
        let rate = figure(("bank", "exchange-rate"), ("EUR", None), 2022, 1.25);
        writer.add(&row::Indicator { unit: Some("USD per EUR"), key: None, ..rate }).unwrap();
    });
    let sheet = json(made.path(), &["relate", "KAZ", "DEU"]);
    // 100 EUR are 125 USD, of which 80 arrive.
    near(&series(part(&sheet, "trade"), "mirror_gap", "Germany's exports")[0]["value"], 0.36);
}

#[test]
fn trade_stands_beside_what_is_told_of_poles() {
    let sheet = json(Made::usual().path(), &["balance", "KAZ", "--poles", "RUS,CHN"]);
    let trade = part(&sheet, "trade");
    near(&series(trade, "trade_share", "Russia")[0]["value"], 0.2);
    near(&series(trade, "concentration", "")[0]["value"], 1.0);
    near(&series(trade, "partners", "")[0]["value"], 1.0);
}
