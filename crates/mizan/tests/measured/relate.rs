//! `mizan relate`.

use jiff::civil::date;
use serde_json::Value;

use crate::store::{Made, WORDS, public};
use crate::{json, mizan, near, notes, number, part, series, shown};

const KAZ_RUS: [&str; 9] = ["relate", "KAZ", "RUS", "--since", "2022-01-01", "--until", "2022-04-30", "--by", "month"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    KAZ_RUS.iter().copied().chain(more.iter().copied()).collect()
}

#[test]
fn stories_are_counted_by_direction_and_quad_class() {
    let made = Made::usual();
    let sheet = json(made.path(), &KAZ_RUS);
    let forth = part(&sheet, "forth");
    // Stories of words s1, s7; of deeds s4; of quarrel s3, s5; of harm none: a true zero.
    for (measure, count) in
        [("verbal_cooperation", 2.0), ("material_cooperation", 1.0), ("verbal_conflict", 2.0), ("material_conflict", 0.0)]
    {
        near(&number(forth, measure, "")["value"], count);
    }
    let net = number(forth, "net", "");
    // c = 3 (s1, s4, s7), k = 2 (s3, s5): 1/5.
    near(&net["value"], 0.2);
    near(&net["denominator"], 5.0);
    assert_eq!((&net["count"], &net["counted"], &net["unit"]), (&5.into(), &"stories".into(), &"net".into()));
    assert_eq!(net["ids"], serde_json::json!(["d1-e1", "d2-e1", "d3-e1", "d4-e1", "d5-e1", "d7-e1"]));
    assert_eq!(net["window"], serde_json::json!({"first": "2022-01-01", "last": "2022-04-30"}));
    assert!(net["low"].as_f64().unwrap() < 0.2 && net["high"].as_f64().unwrap() > 0.2);
    assert!(net["method"].as_str().unwrap().contains("1000 draws, seed 1"));
    // Means of stories: 2, −2, 6, −4, 1: 3 in all, 0.6 each.
    near(&number(forth, "intensity_sum", "")["value"], 3.0);
    near(&number(forth, "intensity_mean", "")["value"], 0.6);
    let back = number(part(&sheet, "back"), "net", "");
    near(&back["value"], -1.0);
    assert_eq!((&back["low"], &back["count"]), (&Value::Null, &1.into()));
    notes(back, "too few: rests on 1, fewer than 5");
    notes(back, "all stories say the same");
}

#[test]
fn a_month_without_reports_is_missing_and_one_without_events_is_zero() {
    let made = Made::usual();
    let sheet = json(made.path(), &KAZ_RUS);
    let by_period = part(&sheet, "series");
    let net = series(by_period, "net", "Kazakhstan → Russia");
    let values: Vec<Option<f64>> = net.iter().map(|p| p["value"].as_f64()).collect();
    // January s1 against s3, February s4 against s5, March silent, April s7 alone.
    assert_eq!(values, [Some(0.0), Some(0.0), None, Some(1.0)]);
    notes(&net[2], "nothing was recorded; that is not a zero");
    let conflict = series(by_period, "conflict", "Russia → Kazakhstan");
    let values: Vec<Option<f64>> = conflict.iter().map(|p| p["value"].as_f64()).collect();
    assert_eq!(values, [Some(0.0), Some(1.0), None, Some(0.0)]);
    // Of the stories printed: 2 of 2, 2 of 2, none, 1 of 3.
    let share = series(by_period, "pair_share", "");
    near(&share[0]["value"], 1.0);
    assert_eq!(share[2]["value"], Value::Null);
    near(&share[3]["value"], 1.0 / 3.0);
    let missing = sheet["missing"].to_string();
    assert!(missing.contains("any documents or events in 2022-03: no zero"), "{missing}");
    assert!(missing.contains("1 event not wholly within the days that are measured"), "{missing}");
}

#[test]
fn copies_of_a_story_change_no_number() {
    let (with_copies, without) = (Made::usual(), Made::without_copies());
    let numbers = |made: &Made| {
        let sheet = json(made.path(), &KAZ_RUS);
        let all = ["forth", "back"].map(|name| part(&sheet, name)["numbers"].as_array().unwrap().clone()).concat();
        let points = series(part(&sheet, "series"), "net", "Kazakhstan → Russia").clone();
        let bare = |n: &Value| ["value", "low", "high", "count"].map(|key| n[key].clone());
        all.iter().chain(&points).map(bare).collect::<Vec<_>>()
    };
    assert_eq!(numbers(&with_copies), numbers(&without));
}

#[test]
fn claims_and_plans_are_left_out_unless_asked_for() {
    let made = Made::usual();
    let harm = |args: &[&str]| number(part(&json(made.path(), &with(args)), "forth"), "material_conflict", "")["count"].as_u64().unwrap();
    assert_eq!(harm(&[]), 0);
    assert_eq!(harm(&["--claims"]), 1);
    assert_eq!(harm(&["--modality", "future"]), 1);
    assert_eq!(harm(&["--modality", "actual,future", "--claims"]), 2);
}

#[test]
fn who_writes_what_they_hold_trade_and_votes() {
    let made = Made::usual();
    let sheet = json(made.path(), &KAZ_RUS);
    let writers = part(&sheet, "writers");
    // Both are named in the stories s1, s3, s4, s5, s7: two of Kazakh outlets, three of Russian ones.
    near(&number(writers, "share_of_writing", "Kazakhstan (KAZ)")["value"], 0.4);
    near(&number(writers, "share_of_writing", "Russia (RUS)")["value"], 0.6);
    // Russian outlets on Kazakhstan: s3 −1, s4 −0.5, s7 +1.
    near(&number(writers, "tone", "Russia (RUS), tone towards Kazakhstan")["value"], -0.5 / 3.0);
    let stands: Vec<&Value> = sheet["parts"].as_array().unwrap().iter().filter(|p| p["part"] == "stands").collect();
    assert_eq!(stands[0]["records"][0]["ids"], serde_json::json!(["d5-p1"]));
    assert_eq!(stands[1]["records"].as_array().unwrap().len(), 3);
    let trade = part(&sheet, "trade");
    // 100 of 500; by Russia's count 120 of 520.
    let kazakh = &series(trade, "share_of_a", "")[0];
    near(&kazakh["value"], 0.2);
    near(&kazakh["low"], 0.2);
    near(&kazakh["high"], 120.0 / 520.0);
    near(&series(trade, "share_of_b", "")[0]["value"], 0.1);
    near(&series(trade, "asymmetry", "")[0]["value"], 0.1);
    // Kazakhstan sends 40, Russia receives 50: (40 − 50) / 40.
    near(&series(trade, "mirror_gap", "")[0]["value"], -0.25);
    let votes = part(&sheet, "votes");
    // Three calls in which both cast a vote, two of them alike; the abstention counts half.
    near(&number(votes, "votes_equal", "")["value"], 2.0 / 3.0);
    near(&number(votes, "votes_abstention_half", "")["value"], 2.5 / 3.0);
}

#[test]
fn actors_are_known_by_codes_and_names_in_four_languages() {
    let made = Made::usual();
    let title = |a: &str, b: &str| json(made.path(), &["relate", a, b])["title"].as_str().unwrap().to_string();
    let wanted = title("KAZ", "RUS");
    assert_eq!(wanted, "Kazakhstan (KAZ) and Russia (RUS)");
    for (a, b) in [("Kazakhstan", "Russia"), ("Казахстан", "Москва"), ("كازاخستان", "روسيا"), ("Қазақстан", "Ресей"), ("kaz", "rus")]
    {
        assert_eq!(title(a, b), wanted);
    }
    assert_eq!(title("KAZ", "Запад"), "Kazakhstan (KAZ) and the West (WST)");
    assert!(title("KAZ/kassym-jomart-tokayev", "RUS").contains("Tokayev"));
    let arabic = json(made.path(), &["relate", "KAZ", "RUS", "--lang", "ar"]);
    assert_eq!(arabic["title"], "كازاخستان (KAZ) and روسيا (RUS)");
}

#[test]
fn a_pole_is_measured_without_the_actor_itself() {
    let made = Made::usual();
    let sheet = json(made.path(), &["relate", "KAZ", "CAS"]);
    assert!(sheet["about"].to_string().contains("Central Asia is measured without KAZ"), "{}", sheet["about"]);
}

#[test]
fn public_sets_are_not_mixed_with_what_was_read_nor_their_editions() {
    let made = Made::with(|writer| {
        for (id, provider, quad) in [
            ("1", "gdelt-2.0", Some(WORDS)),
            ("2", "gdelt-2.0", Some(WORDS)),
            ("3", "gdelt-1.0", Some(WORDS)),
            ("4", "gdelt-2.0", None),
            ("5", "icews", Some(WORDS)),
        ] {
            writer.add(&public(id, provider, date(2022, 1, 5), quad)).unwrap();
        }
    });
    let sheet = json(made.path(), &["relate", "KAZ", "RUS", "--events", "gdelt"]);
    let words = number(part(&sheet, "forth"), "verbal_cooperation", "");
    near(&words["value"], 2.0);
    assert_eq!((&words["counted"], &words["ids"]), (&"events".into(), &serde_json::json!(["1", "2"])));
    let missing = sheet["missing"].to_string();
    assert!(
        missing.contains("1 event of gdelt-1.0, another edition") && missing.contains("1 event whose code has no quad class"),
        "{missing}"
    );
    // Two of the three events of that edition on that day.
    near(&series(part(&sheet, "series"), "pair_share", "")[0]["value"], 2.0 / 3.0);
    let own = json(made.path(), &["relate", "KAZ", "RUS"]);
    assert_eq!(own["window"], Value::Null);
    assert!(own["missing"].to_string().contains("events that Mizan read"), "{}", own["missing"]);
}

#[test]
fn the_questions_list_what_the_numbers_rest_on() {
    let made = Made::usual();
    let sheet = json(made.path(), &KAZ_RUS);
    for name in ["forth", "back"] {
        for number in part(&sheet, name)["numbers"].as_array().unwrap() {
            let answer = shown(made.path(), &["query", "--format", "csv", number["query"].as_str().unwrap()]);
            let listed: std::collections::BTreeSet<&str> = answer.lines().skip(1).map(|l| l.split(',').next().unwrap()).collect();
            let ids: std::collections::BTreeSet<&str> = number["ids"].as_array().unwrap().iter().map(|i| i.as_str().unwrap()).collect();
            assert_eq!(listed, ids, "{}", number["measure"]);
        }
    }
    for part in sheet["parts"].as_array().unwrap() {
        for one in part["series"].as_array().unwrap().iter().chain(part["numbers"].as_array().unwrap()) {
            if let Some(query) = one["query"].as_str() {
                assert!(mizan(made.path(), &["query", query]).status.success(), "{query}");
            }
        }
    }
}

#[test]
fn charts_are_drawn_with_what_is_missing() {
    let made = Made::usual();
    let (svg, html) = (made.path().join("c.svg"), made.path().join("c.html"));
    shown(made.path(), &with(&["--chart", svg.to_str().unwrap(), "--lang", "ar"]));
    let drawn = std::fs::read_to_string(&svg).unwrap();
    assert!(drawn.starts_with("<svg xmlns=") && drawn.ends_with("</svg>\n"));
    for wanted in ["direction=\"rtl\"", "url(#missing)", "stroke-dasharray", ">2022-03</text>", ">Source:", "fill-opacity"] {
        assert!(drawn.contains(wanted), "{wanted}");
    }
    assert!(!drawn.contains("href=") && !drawn.contains("font-face"));
    shown(made.path(), &with(&["--chart", html.to_str().unwrap()]));
    let page = std::fs::read_to_string(&html).unwrap();
    assert!(page.contains("<svg ") && page.contains("<td class=\"n\">missing</td>") && page.contains("What is missing"));
}

#[test]
fn a_chart_is_painted_with_the_fonts_of_the_machine() {
    let made = Made::usual();
    let png = made.path().join("c.png");
    let asked = with(&["--chart", png.to_str().unwrap(), "--lang", "ar"]);
    let none = std::process::Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(&asked)
        .arg("--store")
        .arg(made.path())
        .env("MIZAN_FONTS", made.path())
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&none.stderr).into_owned();
    assert!(none.status.code() == Some(1) && error.contains("no font on this machine") && error.contains("hint: install"), "{error}");
    let painted = mizan(made.path(), &asked);
    if String::from_utf8_lossy(&painted.stderr).contains("no font on this machine") {
        eprintln!("this machine has no font with Arabic letters; skipped");
        return;
    }
    let bytes = std::fs::read(&png).unwrap();
    assert!(bytes.starts_with(b"\x89PNG") && bytes.len() > 10_000, "{}", bytes.len());
}

#[test]
fn rows_for_spreadsheets() {
    let made = Made::usual();
    let rows = shown(made.path(), &with(&["--format", "csv", "--per-source"]));
    let mut lines = rows.lines();
    assert!(lines.next().unwrap().starts_with("part,kind,measure,label,period,first,last,value,low,high,method,count,"));
    assert!(rows.contains("\nforth,number,net,\"net, −1 to +1\",,2022-01-01,2022-04-30,0.2,"), "{rows}");
    // March has no value: an empty cell.
    assert!(rows.contains("\nseries,period,net,Kazakhstan → Russia,2022-03,2022-03-01,2022-03-31,,,,none,0,"), "{rows}");
    // TASS alone: s4 and s7 against s3, (2 − 1) / 3.
    assert!(
        rows.lines()
            .any(|l| l.starts_with("sources,number,net,\"Kazakhstan → Russia, net, TASS alone\",,") && l.contains(",0.3333333333333333,")),
        "{rows}"
    );
}

#[test]
fn the_page() {
    let made = Made::usual();
    insta::assert_snapshot!(shown(made.path(), &with(&["--draws", "200"])));
}
