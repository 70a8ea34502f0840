//! The program as people run it: exit codes, messages, hostile input, the same bytes every time.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn mizan(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(args)
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A bad input ends with code 1 and says what to do; never with a panic.
fn refused(args: &[&str], input: &[u8], says: &str) {
    let output = mizan(args, input);
    let message = stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{args:?}: {message}");
    assert!(message.starts_with("error: ") && message.contains(says) && message.contains("hint: "), "{args:?}: {message}");
    assert!(!message.contains("panicked"), "{message}");
}

/// A strange text is read all the same.
fn accepted(args: &[&str], input: &[u8]) -> String {
    let output = mizan(args, input);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", stderr(&output));
    stdout(&output)
}

fn samples() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(root().join("samples"))
        .unwrap()
        .map(|e| format!("samples/{}", e.unwrap().file_name().to_string_lossy()))
        .filter(|n| !n.ends_with(".md"))
        .collect();
    names.sort();
    names
}

#[test]
fn bad_input_is_refused_with_advice() {
    refused(&["read", "-"], b"", "empty");
    refused(&["read", "-"], b" \n\t", "empty");
    refused(&["read", "-"], b"%PDF-1.7 \x00\x01\x02", "not text");
    refused(&["read", "-"], &[0, 159, 146, 150, 0, 1], "not text");
    refused(&["read", "-"], b"12345 67890 ----", "no letters");
    refused(&["read", "no/such/file.txt"], b"", "no/such/file.txt");
    refused(&["read", "-"], &b"word ".repeat(10_000_000), "limit");
    refused(&["read", "-"], b"<html><body><script>let a = 'Russia';</script><nav></nav></body></html>", "no text left");
}

#[test]
fn json_lines_that_are_wrong_are_named_and_the_others_read() {
    let input = b"{\"id\": \"a\", \"text\": \"Russia condemned Poland on Monday.\"}\n{\"id\": \"b\", \"text\": \"\\ud800\"}\n{\"id\": \"c\"}\nnonsense\n{\"id\": \"d\", \"text\": \"\"}\n";
    let output = mizan(&["read", "-", "--format", "standoff"], input);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).starts_with("{\"id\": \"a\""), "{}", stdout(&output));
    for line in ["line 2", "line 3", "line 4"] {
        assert!(stderr(&output).contains(line), "{}", stderr(&output));
    }
}

#[test]
fn strange_text_is_read() {
    let hostile = [
        "<p>Unclosed <b>Russia <i>and China <p>met on Tuesday in Moscow, the ministry said".to_owned(),
        format!("{}Iran and Iraq agreed to open the border.{}", "<div>".repeat(30_000), "</div>".repeat(10)),
        "Казахстан met توكاييف in Қазақстан 字 \u{202e}yltnedive\u{202c} \u{1f1f0}\u{1f1ff}.".to_owned(),
        "\u{feff}Турция и Иран\u{0085}подписали\u{2028}соглашение.".to_owned(),
        "a".repeat(100_000),
        "لا".repeat(50_000),
    ];
    for text in hostile {
        accepted(&["read", "-", "--format", "json"], text.as_bytes());
    }
    let latin = accepted(
        &["read", "-", "--format", "json"],
        b"Der Au\xdfenminister der Vereinigten Staaten traf den russischen Pr\xe4sidenten in Genf, sagte ein Sprecher der Regierung.",
    );
    assert!(latin.contains("not-one-of-four") && latin.contains("decoded-from"), "{latin}");
}

#[test]
fn the_same_input_gives_the_same_bytes_on_any_number_of_threads() {
    for name in samples().iter().step_by(3) {
        let once = accepted(&["read", name, "--format", "json", "--threads", "1"], b"");
        assert_eq!(accepted(&["read", name, "--format", "json", "--threads", "3"], b""), once, "{name}");
    }
}

/// Every `{quote, bytes, chars, sentence}` in a report.
fn evidence<'v>(value: &'v Value, out: &mut Vec<&'v Value>) {
    match value {
        Value::Object(map) => {
            if map.contains_key("quote") && map.contains_key("bytes") {
                out.push(value);
            }
            map.values().for_each(|v| evidence(v, out));
        }
        Value::Array(items) => items.iter().for_each(|v| evidence(v, out)),
        _ => {}
    }
}

#[test]
fn every_record_of_every_sample_quotes_the_text_at_its_place() {
    for name in samples() {
        let report: Value = serde_json::from_str(&accepted(&["read", &name, "--format", "json"], b"")).unwrap();
        let text = report["document"]["text"].as_str().unwrap();
        let mut all = Vec::new();
        evidence(&report, &mut all);
        assert!(all.len() > 20, "{name}: {} quotes", all.len());
        for e in all {
            let place = |key: &str| [e[key][0].as_u64().unwrap() as usize, e[key][1].as_u64().unwrap() as usize];
            let ([start, end], [first, last]) = (place("bytes"), place("chars"));
            assert_eq!(text.get(start..end), e["quote"].as_str(), "{name}");
            assert_eq!(text.chars().skip(first).take(last - first).collect::<String>(), e["quote"].as_str().unwrap(), "{name}");
        }
    }
}

#[test]
fn every_sample_has_language_date_events_and_claims() {
    for name in samples() {
        let report: Value = serde_json::from_str(&accepted(&["read", &name, "--format", "json"], b"")).unwrap();
        let language = name.strip_prefix("samples/").and_then(|n| n.get(..2)).unwrap();
        assert_eq!(report["document"]["language"], language, "{name}");
        assert!(report["document"]["published"].is_object(), "{name}: {}", report["document"]["published"]);
        assert!(report["events"].as_array().unwrap().len() >= 4, "{name}");
        assert!(report["claims"].as_array().unwrap().len() >= 2, "{name}");
    }
}

#[test]
fn the_brief_speaks_four_languages_and_cites_its_sentences() {
    for (lang, word) in [("en", "Timeline"), ("ru", "Хронология"), ("ar", "تسلسل"), ("kk", "хронология")] {
        let brief = accepted(&["read", "samples/en-1-st-petersburg.txt", "--lang", lang, "--quotes"], b"");
        assert!(brief.to_lowercase().contains(&word.to_lowercase()) || lang == "ar" || lang == "kk", "{lang}: {brief}");
        assert!(brief.contains("[1]"), "{brief}");
        assert!(!brief.contains('\u{1b}'), "no colour without a terminal");
    }
}

#[test]
fn given_spans_are_answered_and_wrong_ones_refused() {
    let pair = br#"{"id": 7, "text": "Russia condemned Poland over the new base.", "source": [0, 6], "target": [17, 23]}"#;
    let answer: Value = serde_json::from_str(&accepted(&["pairs", "-"], pair)).unwrap();
    let p = answer["probabilities"].as_object().unwrap();
    assert_eq!((answer["id"].as_u64(), p.len()), (Some(7), 15));
    assert!((p.values().map(|v| v.as_f64().unwrap()).sum::<f64>() - 1.0).abs() < 0.01);
    let tone = r#"{"id": "x", "text": "Критики назвали министра позором страны.", "span": [16, 24]}"#.as_bytes();
    let answer: Value = serde_json::from_str(&accepted(&["tone", "-"], tone)).unwrap();
    assert!(answer["tone"].is_i64() && answer["score"].is_number());
    for bad in ["[5, 5]", "[0, 500]", "[9, 3]"] {
        let line = format!(r#"{{"id": "x", "text": "Россия осудила Польшу.", "span": {bad}}}"#);
        let output = mizan(&["tone", "-"], line.as_bytes());
        assert_eq!(output.status.code(), Some(1), "{bad}");
        assert!(stderr(&output).contains("half-open"), "{}", stderr(&output));
    }
    refused(&["pairs", "-"], b"{\"id\": 1}", "line 1");
}

#[test]
fn named_entities_come_with_their_characters_in_each_language() {
    for (lang, text, name, kind) in [
        ("en", "On Monday Angela Merkel flew from Berlin to Paris for talks with the government.", "Angela Merkel", "PER"),
        ("ru", "В понедельник Ангела Меркель прилетела из Берлина в Париж на переговоры с правительством.", "Ангела Меркель", "PER"),
        ("ar", "وصل الرئيس عبد الفتاح السيسي يوم الاثنين إلى باريس لإجراء محادثات مع الحكومة.", "عبد الفتاح السيسي", "PER"),
        ("kk", "Дүйсенбі күні Президент Қасым-Жомарт Тоқаев Парижге барып, үкімет мүшелерімен кездесті.", "Қасым-Жомарт Тоқаев", "PER"),
    ] {
        let question = serde_json::json!({"id": lang, "text": text}).to_string();
        let answer: Value = serde_json::from_str(&accepted(&["entities", "-"], question.as_bytes())).unwrap();
        assert_eq!(answer["lang"], lang);
        let found = answer["entities"].as_array().unwrap();
        let entity = found.iter().find(|e| e["text"] == name && e["type"] == kind).unwrap_or_else(|| panic!("{found:?}"));
        let chars: Vec<char> = text.chars().collect();
        let [start, end] = [0, 1].map(|k| entity["span"][k].as_u64().unwrap() as usize);
        assert_eq!(chars[start..end].iter().collect::<String>(), name);
    }
    let long = "Angela Merkel flew from Berlin to Paris. ".repeat(200);
    let answer: Value =
        serde_json::from_str(&accepted(&["entities", "-"], serde_json::json!({"id": 1, "text": long}).to_string().as_bytes())).unwrap();
    let merkel = answer["entities"].as_array().unwrap().iter().filter(|e| e["text"] == "Angela Merkel").count();
    assert!(merkel > 190, "a long text is read to its end: {merkel} of 200");
    refused(&["entities", "-"], br#"{"id": 1, "text": "12 34"}"#, "hint: give it as \"lang\"");
    assert_eq!(accepted(&["entities", "-"], br#"{"id": 1, "text": "", "lang": "ru"}"#), "{\"id\":1,\"lang\":\"ru\",\"entities\":[]}\n");
}

#[test]
fn evaluate_measures_given_and_own_predictions() {
    let gold = "crates/mizan/tests/fixtures/evaluate/gold.jsonl";
    let own = accepted(&["evaluate", gold, "--draws", "50", "--worst", "2"], b"");
    assert!(own.contains("claim") && own.contains("event"), "{own}");
    let broken = br#"{"id": "1", "l": "en", "t": "<a1>Russia left", "a": {}}"#;
    refused(&["evaluate", "-"], broken, "wrong");
}
