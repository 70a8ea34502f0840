//! The forms for programs.

use std::collections::BTreeSet;
use std::path::Path;

use mizan::format::{COLUMNS, csv, csv_rows, json, jsonl, schema, standoff};
use mizan_text::Language;
use serde_json::Value;

use crate::sample;

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

/// Every object under a value.
fn objects<'v>(value: &'v Value, out: &mut Vec<&'v serde_json::Map<String, Value>>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| objects(item, out)),
        Value::Object(map) => {
            out.push(map);
            map.values().for_each(|item| objects(item, out));
        }
        _ => {}
    }
}

#[test]
fn the_schema_in_the_docs_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/report.schema.json");
    if std::env::var_os("MIZAN_REGENERATE").is_some_and(|value| value == "1") {
        std::fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the folder can be made");
        std::fs::write(&path, schema()).expect("the file can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept.replace("\r\n", "\n") == schema(), "stale; write it anew with MIZAN_REGENERATE=1 cargo test -p mizan the_schema");
}

#[test]
fn json_has_the_keys_of_the_schema() {
    let schema = parsed(&schema());
    let json = parsed(&json(&sample::story(Language::Arabic)));
    assert_eq!(json["schema"], "mizan-report-1");
    let keys = |value: &Value| value.as_object().map(|map| map.keys().cloned().collect::<BTreeSet<_>>()).unwrap_or_default();
    assert_eq!(keys(&json), keys(&schema["properties"]));
    for (list, name) in [
        ("actors", "Actor"),
        ("mentions", "Mention"),
        ("dates", "DateMention"),
        ("events", "Event"),
        ("claims", "Claim"),
        ("positions", "Position"),
    ] {
        let required: BTreeSet<String> =
            schema["$defs"][name]["required"].as_array().unwrap().iter().map(|k| k.as_str().unwrap().to_owned()).collect();
        for record in json[list].as_array().expect("it is a list") {
            assert_eq!(keys(record), keys(&schema["$defs"][name]["properties"]), "{name}");
            assert!(required.is_subset(&keys(record)), "{name}");
        }
    }
}

#[test]
fn every_quote_stands_at_its_offsets() {
    for language in Language::ALL {
        let report = sample::story(language);
        let text = report.document.text.as_str();
        let json = parsed(&json(&report));
        let mut all = Vec::new();
        objects(&json, &mut all);
        let quotes: Vec<_> = all.into_iter().filter(|map| map.contains_key("quote")).collect();
        assert!(quotes.len() > 30);
        for evidence in quotes {
            let pair = |key: &str| [0, 1].map(|side| evidence[key][side].as_u64().expect("it is a number") as usize);
            let ([from, to], [first, last]) = (pair("bytes"), pair("chars"));
            assert_eq!(&text[from..to], evidence["quote"]);
            assert_eq!(text.chars().skip(first).take(last - first).collect::<String>(), evidence["quote"].as_str().unwrap());
            let sentence = evidence["sentence"].as_u64().expect("it stands in a sentence") as usize;
            assert!(text[report.document.sections[sentence - 1].span.start..].contains(evidence["quote"].as_str().unwrap()));
        }
    }
}

#[test]
fn ids_point_at_records() {
    let json = parsed(&json(&sample::story(Language::Russian)));
    let mut all = Vec::new();
    objects(&json, &mut all);
    let ids: BTreeSet<&str> = all.iter().filter_map(|map| map.get("id")?.as_str()).collect();
    let mut seen = 0;
    for map in &all {
        for key in
            ["actor", "speaker", "carried_speaker", "holder", "towards", "sources", "targets", "about", "mentions", "events", "claims"]
        {
            let values = match map.get(key) {
                Some(Value::Array(values)) => values.iter().filter_map(Value::as_str).collect(),
                Some(Value::String(value)) => vec![value.as_str()],
                _ => Vec::new(),
            };
            for value in values {
                assert!(ids.contains(value), "{key} {value}");
                seen += 1;
            }
        }
    }
    assert!(seen > 40);
}

#[test]
fn jsonl_says_on_each_line_what_it_is() {
    let report = sample::story(Language::English);
    let lines = jsonl(&report);
    let types: Vec<String> = lines.lines().map(|line| parsed(line)["type"].as_str().unwrap().to_owned()).collect();
    assert_eq!(types.len(), 1 + 8 + 13 + 2 + 7 + 2 + 2);
    assert_eq!(types[0], "document");
    for line in lines.lines().skip(1) {
        assert_eq!(parsed(line)["document"], report.document.id.as_str());
        assert!(line.starts_with("{\"type\":\""));
    }
    insta::assert_snapshot!(lines.lines().find(|line| line.contains("\"e4\"") && line.contains("\"type\":\"event\"")).unwrap(), @r#"{"type":"event","document":"5f1d7a84c2e90b36","id":"e4","class":"REJECT","quad":"verbal conflict","cameo":"10","intensity":-4.0,"modality":"actual","sources":["m7"],"targets":["m8"],"date":{"first":"2025-10-04","last":"2025-10-04","granularity":"day","rule":"publication-date","evidence":null},"claims":["c1"],"evidence":{"quote":"refused","sentence":4,"bytes":[212,219],"chars":[212,219]},"origin":{"by":"encoder-2025.10","confidence":0.75,"rules":[]}}"#);
}

#[test]
fn csv_has_a_row_for_each_event() {
    let report = sample::story(Language::English);
    let table = csv(&report);
    let mut lines = table.split_terminator("\r\n");
    assert_eq!(lines.next().unwrap(), COLUMNS.map(|(name, _)| name).join(","));
    assert_eq!(lines.clone().count(), report.events.len());
    assert!(table.ends_with(&csv_rows(&report)));
    insta::assert_snapshot!(lines.nth(3).unwrap(), @r#"5f1d7a84c2e90b36,samples/distance.txt,The Steppe Post,en,2025-10-04,e4,REJECT,verbal conflict,10,-4,actual,Kazakhstan,KAZ,KAZ,GOV,BRICS,brics,IGO,IGO,2025-10-04,2025-10-04,day,publication-date,c1,opinion,Alexei Naumov,RUS,false,Kazakhstan refused to join BRICS,refused,4,212,219,212,219,0.75,encoder-2025.10,"#);
}

#[test]
fn csv_cells_run_nothing_in_a_spreadsheet() {
    let mut report = sample::story(Language::English);
    for (at, sign) in ["=", "+", "-", "@", "\t", "\r"].into_iter().enumerate() {
        report.events[at].evidence.quote = format!("{sign}cmd|' /C calc'!A0, \"x\"\nق");
    }
    report.actors[2].identity.name = "=HYPERLINK(\"http://x\")".into();
    let table = csv_rows(&report);
    assert_eq!(
        table.matches("'=cmd").count() + table.matches("'+cmd").count() + table.matches("'-cmd").count() + table.matches("'@cmd").count(),
        4
    );
    assert_eq!(table.matches("'\tcmd").count() + table.matches("'\rcmd").count(), 2);
    assert!(table.contains("\"'=HYPERLINK(\"\"http://x\"\")\""));
    assert!(table.contains(",-4,"), "numbers stay numbers");
}

/// The lines are those that `check.py --standoff` prints for the same sentences marked up, but for the confidences.
#[test]
fn standoff_is_the_form_of_the_guide() {
    insta::assert_snapshot!(standoff(&sample::story(Language::Kazakh), "kk-1"), @r#"{"id": "kk-1", "lang": "kk", "register": null, "text": "Қазақстан алыстан қарайды\n\n2022 жылғы қаңтарда Президент Тоқаев ҰҚШҰ-дан көмек сұрады.\n\nҚазақстан Украинаға дәрі-дәрмек жіберді, ал Астана келіссөзді қабылдайды.\n\nСарапшы Алексей Наумов Қазақстан БРИКС-ке кіруден бас тартты деп санайды.\n\nОл Мәскеу Қазақстанға санкция салуы мүмкін деп қосты.\n\n1991 жылы Ресей Қазақстанды мойындады, ал ол оның елшісін шығарған жоқ.", "actors": [{"n": 1, "span": [47, 63], "kind": "PER", "country": "KAZ", "sector": "GOV", "tone": 0}, {"n": 2, "span": [64, 72], "kind": "ORG", "country": "IGO", "sector": "IGO", "tone": 0}, {"n": 3, "span": [88, 97], "kind": "GPE", "country": "KAZ", "sector": "GOV", "tone": 1}, {"n": 4, "span": [98, 107], "kind": "GPE", "country": "UKR", "sector": "GOV", "tone": 0}, {"n": 5, "span": [132, 138], "kind": "GPE", "country": "KAZ", "sector": "GOV", "tone": 0}, {"n": 6, "span": [163, 185], "kind": "PER", "country": "RUS", "sector": "ANL", "tone": 0}, {"n": 7, "span": [186, 195], "kind": "GPE", "country": "KAZ", "sector": "GOV", "tone": 0}, {"n": 8, "span": [196, 204], "kind": "ORG", "country": "IGO", "sector": "IGO", "tone": 0}, {"n": 9, "span": [241, 247], "kind": "GPE", "country": "RUS", "sector": "GOV", "tone": -1}, {"n": 10, "span": [248, 259], "kind": "GPE", "country": "KAZ", "sector": "GOV", "tone": 0}, {"n": 11, "span": [303, 308], "kind": "GPE", "country": "RUS", "sector": "GOV", "tone": 0}, {"n": 12, "span": [309, 320], "kind": "GPE", "country": "KAZ", "sector": "GOV", "tone": 0}, {"n": 13, "span": [338, 350], "kind": "ROLE", "country": null, "sector": null, "tone": 0}], "events": [{"n": 1, "span": [79, 85], "class": "REQUEST", "sources": [1], "targets": [2], "modality": "actual", "confidence": 0.9}, {"n": 2, "span": [120, 127], "class": "AID", "sources": [3], "targets": [4], "modality": "actual", "confidence": 0.85}, {"n": 3, "span": [150, 160], "class": "CONSULT", "sources": [5], "targets": [], "modality": "future", "confidence": 0.8}, {"n": 4, "span": [213, 223], "class": "REJECT", "sources": [7], "targets": [8], "modality": "actual", "confidence": 0.75}, {"n": 5, "span": [260, 280], "class": "SANCTION", "sources": [9], "targets": [10], "modality": "hypothetical", "confidence": 0.7}, {"n": 6, "span": [321, 330], "class": "SUPPORT", "sources": [11], "targets": [12], "modality": "historical", "confidence": 0.65}, {"n": 7, "span": [351, 363], "class": "COERCE", "sources": [12], "targets": [13], "modality": "negated", "confidence": 0.6}], "claims": [{"n": 1, "span": [186, 223], "cue": [228, 235], "speaker": 6, "kind": "opinion"}, {"n": 2, "span": [241, 280], "cue": [285, 290], "speaker": null, "kind": "forecast"}], "dates": [{"text": "2022 жылғы қаңтарда", "span": [27, 46]}, {"text": "1991 жылы", "span": [293, 302]}]}"#);
}

#[test]
fn standoff_writes_controls_as_python_does() {
    let mut report = sample::empty();
    report.document.text = mizan_text::Text::new("a\"\\\n\t\u{8}\u{c}\u{1f}\u{7f}\u{2028}é🇰");
    assert_eq!(
        standoff(&report, "x\"y"),
        "{\"id\": \"x\\\"y\", \"lang\": null, \"register\": null, \"text\": \"a\\\"\\\\\\n\\t\\b\\f\\u001f\u{7f}\u{2028}é🇰\", \"actors\": [], \"events\": [], \"claims\": [], \"dates\": []}"
    );
}

#[test]
fn odd_numbers_stay_json() {
    let mut report = sample::story(Language::English);
    report.events[0].origin = sample::origin(f32::NAN);
    report.events[1].origin = sample::origin(f32::INFINITY);
    report.events[2].intensity = f32::NEG_INFINITY;
    let json = parsed(&json(&report));
    assert_eq!(json["events"][0]["origin"]["confidence"], 0.0);
    assert_eq!(json["events"][1]["origin"]["confidence"], 1.0);
    assert_eq!(json["events"][2]["intensity"], 0.0);
    csv(&report);
    standoff(&report, "n");
}
