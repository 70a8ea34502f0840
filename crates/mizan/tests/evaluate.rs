//! `mizan evaluate` against the annotation guide's own `score.py` and `check.py`, whose output is kept beside the fixtures.

use mizan::evaluate::{By, Error, Evaluation, Settings, gold, render, run};
use serde_json::Value;

const GOLD: &str = include_str!("fixtures/evaluate/gold.jsonl");
const STANDOFF: &str = include_str!("fixtures/evaluate/gold.standoff.jsonl");
const PREDICTED: &str = include_str!("fixtures/evaluate/predicted.jsonl");
const SETTINGS: Settings = Settings { draws: 200, seed: 1, worst: 20 };

fn evaluated(gold: &str, by: By) -> Evaluation {
    run(gold, Some(PREDICTED), Some(by), SETTINGS).expect("the fixtures follow the guide")
}

/// Every group of ours, without what `score.py` does not give.
fn without_bootstrap(evaluation: &Evaluation) -> Value {
    let mut json: Value = serde_json::from_str(&render::json(evaluation)).expect("what is written as JSON is JSON");
    for group in json.as_object_mut().expect("groups by name").values_mut() {
        group.as_object_mut().expect("figures by name").remove("bootstrap").expect("intervals were asked for");
    }
    json
}

fn check_scores(by: By, expected: &str) {
    let expected: Value = serde_json::from_str(expected).expect("score.py writes JSON");
    for gold in [GOLD, STANDOFF] {
        assert_eq!(without_bootstrap(&evaluated(gold, by)), expected);
    }
}

#[test]
fn figures_by_language_are_those_of_score_py() {
    check_scores(By::Language, include_str!("fixtures/evaluate/score.lang.json"));
}

#[test]
fn figures_by_register_are_those_of_score_py() {
    check_scores(By::Register, include_str!("fixtures/evaluate/score.register.json"));
}

#[test]
fn marked_sentences_become_the_records_of_check_py() {
    let value = |record| serde_json::to_value(record).expect("a record is JSON");
    let ours: Vec<Value> = gold::read(GOLD).expect("the fixtures follow the guide").into_iter().map(value).collect();
    let theirs: Vec<Value> = STANDOFF.lines().map(|line| serde_json::from_str(line).expect("check.py writes JSON")).collect();
    assert_eq!(ours, theirs);
}

#[test]
fn broken_lines_are_told_in_the_words_of_check_py() {
    let problems = gold::read(include_str!("fixtures/evaluate/broken.jsonl")).expect_err("all lines but one are broken");
    let ours: Vec<String> = problems.iter().map(|problem| format!("broken.jsonl:{problem}")).collect();
    let theirs: Vec<&str> = include_str!("fixtures/evaluate/broken.txt").lines().collect();
    let (count, theirs) = theirs.split_last().expect("check.py ends with the count");
    assert_eq!(ours, theirs);
    assert_eq!(*count, format!("{} records, {} wrong", ours.len() + 1, ours.len()));
}

#[test]
fn broken_standoff_is_told_with_its_line() {
    let check = |line: &str, expected: &str| {
        let problems = gold::read(&format!("\n{line}\n")).expect_err(line);
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [format!("2: {expected}")]);
    };
    check("[1]", "expected a JSON object but found [1]");
    check("{", "not JSON: EOF while parsing an object at line 1 column 1");
    check("{}", "neither `t`, the sentence with tags, nor `text`, the sentence with offsets beside it");
    check(r#"{"text":"Oslo","actors":[],"claims":[]}"#, "`events` is missing");
    check(r#"{"text":"Oslo","actors":[{"n":1}],"events":[],"claims":[]}"#, "actors, entry 1: missing field `span`");
    check(
        r#"{"text":"Осло","actors":[{"n":1,"span":[0,8]}],"events":[],"claims":[]}"#,
        "a1: [0, 8) is no stretch of a sentence of 4 characters",
    );
    check(
        r#"{"text":"Oslo","actors":[],"events":[{"n":3,"class":"PRAISE","sources":[],"targets":[]}],"claims":[]}"#,
        "e3: `PRAISE` is no event class",
    );
}

#[test]
fn sentences_and_predictions_without_a_partner_are_counted() {
    let evaluation = evaluated(GOLD, By::Language);
    assert_eq!((evaluation.without_prediction, evaluation.without_gold), (1, 1));
    let nothing = run(GOLD, None, None, SETTINGS).expect("the fixtures follow the guide");
    assert_eq!((nothing.groups.len(), nothing.groups[0].scores.event.r, nothing.without_prediction), (1, 0.0, 12));
}

#[test]
fn predictions_of_another_text_are_refused() {
    let error = run(GOLD, Some(r#"{"id":"en-1","text":"Another sentence."}"#), None, SETTINGS).expect_err("the text differs");
    assert_eq!(error, Error::Text("en-1".to_owned()));
    assert!(error.to_string().starts_with("en-1: the predicted record's text differs from the gold one's\nhint: "));
    assert_eq!(run("\n", None, None, SETTINGS), Err(Error::Empty));
}

#[test]
fn sentences_without_names_pair_by_their_place() {
    let gold = GOLD.replace(r#""id":"#, r#""name":"#);
    let standoff = STANDOFF.replace(r#""id":"#, r#""name":"#);
    let evaluation = run(&gold, Some(&standoff), None, SETTINGS).expect("the fixtures follow the guide");
    assert_eq!((evaluation.groups[0].scores.event.f1, evaluation.without_prediction), (1.0, 0));
    assert_eq!(render::worst(&evaluation.worst), "");
}

#[test]
fn intervals_hold_the_figure_and_repeat_with_the_seed() {
    let evaluation = evaluated(GOLD, By::Language);
    assert_eq!(evaluation, evaluated(GOLD, By::Language));
    let all = &evaluation.groups[0];
    let intervals = all.intervals.as_ref().expect("intervals were asked for");
    for (name, figure) in all.scores.figures() {
        let (value, interval) = (figure.value().expect("the fixtures measure everything"), intervals.figures[name]);
        assert!(interval.low <= value && value <= interval.high, "{name}: {value} in {interval:?}");
    }
    assert!(intervals.figures["event"].high - intervals.figures["event"].low > 0.1);
    let none = run(GOLD, Some(PREDICTED), None, Settings { draws: 0, ..SETTINGS }).expect("the fixtures follow the guide");
    assert_eq!(none.groups[0].intervals, None);
}

#[test]
fn worst_errors_read_as_gold_above_prediction() {
    let evaluation = evaluated(GOLD, By::Language);
    let costs: Vec<u32> = evaluation.worst.iter().map(|sentence| sentence.cost).collect();
    assert!(costs.is_sorted_by(|a, b| a >= b), "{costs:?}");
    let text = render::worst(&evaluation.worst);
    let turned_round = "\
ru-3 (ru, oped), cost 3
  Вашингтон снова ввёл пошлины против Канады и пригрозил Мексике тем же.
  - wrong source, wrong target
    gold       event SANCTION (actual) “ввёл пошлины” [16, 28) by “Вашингтон” [0, 9) to “Канады” [36, 42)
    predicted  event SANCTION (actual) “ввёл пошлины” [16, 28) by “Канады” [36, 42) to “Вашингтон” [0, 9)
";
    assert!(text.contains(turned_round), "{text}");
    let invented = "\
  - invented
    gold       nothing
    predicted  event DECLINE (actual) “has fallen” [19, 29) by nobody named to nobody named
";
    assert!(text.contains(invented), "{text}");
    let no_fault = ["kk-3", "xx"];
    assert!(evaluation.worst.iter().all(|sentence| !no_fault.contains(&sentence.id.as_str())));
}

#[test]
fn the_table_has_a_row_for_each_figure_and_class() {
    let table = render::table(&evaluated(GOLD, By::Register));
    assert!(table.starts_with("12 sentences\nlabelled sentences without a prediction, which count as found empty: 1\n"), "{table}");
    for row in ["actors_exact", "tone_f1_pn", "ASSAULT", "DECLINE", "by register", "oped (1)"] {
        assert!(table.contains(row), "{row}\n{table}");
    }
    assert!(table.contains("  event                0.438  0.438        0.438  ["), "{table}");
}
