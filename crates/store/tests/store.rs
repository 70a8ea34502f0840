//! A store from the outside: versions, queries, what is refused, what other programs do to it.

use std::path::Path;

use jiff::civil::date;
use mizan_store::arrow::util::pretty::pretty_format_batches;
use mizan_store::{AsOf, Error, Form, Moment, Store, Table, VIEWS, row};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn document<'a>(id: &'a str, text: &'a str, run: i64) -> row::Document<'a> {
    row::Document {
        document: id,
        story: id,
        source: "a.txt",
        url: None,
        outlet: Some("Kazinform"),
        outlet_country: Some("KAZ"),
        language: Some("kk"),
        title: None,
        published: Some(date(2022, 1, 5)),
        published_rule: Some("metadata"),
        text,
        sentences: 1,
        likeness: &[1, 2],
        model: "m",
        run,
    }
}

fn event<'a>(id: &'a str, document: &'a str, day: Option<jiff::civil::Date>) -> row::Event<'a> {
    row::Event {
        event: id,
        pair: 0,
        document,
        story: document,
        date_first: day,
        date_last: day,
        date_granularity: day.map(|_| "day"),
        date_rule: day.map(|_| "calendar"),
        source_key: Some("KAZ"),
        source: Some("Kazakhstan"),
        source_country: Some("KAZ"),
        source_sector: Some("GOV"),
        target_key: None,
        target: None,
        target_country: None,
        target_sector: None,
        class: "REQUEST",
        cameo: "02",
        quad: "verbal conflict",
        modality: "actual",
        intensity: -1.5,
        claim: None,
        confidence: 0.75,
        sentence: 1,
        byte_start: 0,
        byte_end: 3,
        char_start: 0,
        char_end: 3,
        quote: "сұр",
        published: Some(date(2022, 1, 5)),
        outlet: None,
        outlet_country: None,
        language: Some("kk"),
        made_by: "m",
        run: 1,
    }
}

fn shown(store: &Store, asked: AsOf, sql: &str) -> String {
    pretty_format_batches(&store.snapshot(asked).unwrap().collect(sql).unwrap()).unwrap().to_string()
}

fn count(store: &Store, sql: &str) -> String {
    let shown = shown(store, AsOf::Newest, sql);
    shown.lines().nth(3).unwrap().trim_matches(['|', ' ']).to_string()
}

fn filled(folder: &Path) -> Store {
    let store = Store::open_or_make(folder).unwrap();
    let mut writer = store.writer("add").unwrap();
    writer.add(&document("d1", "сұрады", 1)).unwrap();
    writer.add(&event("d1-e1", "d1", Some(date(2022, 1, 5)))).unwrap();
    writer.commit().unwrap();
    writer.add(&document("d2", "келісті", 1)).unwrap();
    writer.add(&event("d2-e1", "d2", None)).unwrap();
    writer.commit().unwrap();
    store
}

#[test]
fn a_version_holds_what_was_committed_and_earlier_ones_stay() {
    let folder = folder();
    let store = filled(folder.path());
    assert_eq!(store.versions().unwrap().iter().map(|v| v.number).collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!(count(&store, "SELECT count(*) FROM documents"), "2");
    let first = store.versions().unwrap()[1].clone();
    for asked in [AsOf::Number(1), AsOf::Moment(first.moment)] {
        assert!(shown(&store, asked, "SELECT document, text FROM documents").contains("| d1       | сұрады |"));
    }
    assert!(shown(&store, AsOf::Number(0), "SELECT count(*) AS n FROM documents").contains("| 0 |"));
    let none = store.snapshot(AsOf::Number(9)).err().unwrap().to_string();
    assert!(none.contains("no version 9; it has 0 to 2") && none.contains("hint: "), "{none}");
    let none = store.snapshot(AsOf::Moment(0)).err().unwrap().to_string();
    assert!(none.contains("1970-01-01"), "{none}");
}

#[test]
fn missing_days_and_targets_stay_missing() {
    let folder = folder();
    let store = filled(folder.path());
    let shown = shown(&store, AsOf::Newest, "SELECT event, date_first, target, intensity, published FROM events ORDER BY event");
    assert!(shown.contains("| d1-e1 | 2022-01-05 |        | -1.5      | 2022-01-05 |"), "{shown}");
    assert!(shown.contains("| d2-e1 |            |        | -1.5      | 2022-01-05 |"), "{shown}");
}

#[test]
fn every_table_and_view_can_be_asked_even_when_empty() {
    let folder = folder();
    let store = Store::open_or_make(folder.path()).unwrap();
    for name in Table::ALL.iter().map(|t| t.plain()).chain(VIEWS.iter().map(|v| v.name)) {
        assert_eq!(count(&store, &format!("SELECT count(*) FROM {name}")), "0", "{name}");
    }
}

#[test]
fn nothing_added_makes_no_version() {
    let folder = folder();
    let store = filled(folder.path());
    assert_eq!(store.writer("add").unwrap().commit().unwrap().number, 2);
}

#[test]
fn queries_change_nothing() {
    let folder = folder();
    let store = filled(folder.path());
    let snapshot = store.snapshot(AsOf::Newest).unwrap();
    for sql in [
        "DELETE FROM documents",
        " insert into documents select * from documents",
        "CREATE TABLE x AS SELECT 1",
        "DROP TABLE documents",
        "COPY documents TO 'x.parquet'",
        "SET datafusion.execution.batch_size = 1",
        "CREATE EXTERNAL TABLE x STORED AS CSV LOCATION '/etc/passwd'",
        "WITH a AS (SELECT 1) INSERT INTO documents SELECT * FROM documents",
        "EXPLAIN ANALYZE DELETE FROM documents",
        "SELECT 1; DROP TABLE documents",
    ] {
        assert!(snapshot.query(sql).and_then(|a| a.collect::<Result<Vec<_>, _>>()).is_err(), "{sql}");
    }
    assert!(matches!(snapshot.query("drop table documents"), Err(Error::ReadOnly(_))));
    assert_eq!(count(&store, "SELECT count(*) FROM documents"), "2");
}

#[test]
fn a_wrong_question_is_told_with_a_hint() {
    let folder = folder();
    let store = filled(folder.path());
    let snapshot = store.snapshot(AsOf::Newest).unwrap();
    for sql in ["SELECT nothing FROM documents", "SELECT * FROM nowhere", "SELEC 1", ""] {
        let error = snapshot.query(sql).err().unwrap_or_else(|| panic!("{sql}")).to_string();
        assert!(error.contains("hint: "), "{sql}: {error}");
    }
}

#[test]
fn answers_in_every_form() {
    let folder = folder();
    let store = filled(folder.path());
    let snapshot = store.snapshot(AsOf::Newest).unwrap();
    let write = |sql: &str, form| {
        let mut out = Vec::new();
        snapshot.query(sql).unwrap().write(form, &mut out).unwrap();
        out
    };
    let sql = "SELECT document, published, text FROM documents ORDER BY document";
    assert_eq!(String::from_utf8(write(sql, Form::Csv)).unwrap(), "document,published,text\nd1,2022-01-05,сұрады\nd2,2022-01-05,келісті\n");
    assert_eq!(String::from_utf8(write(&format!("{sql} LIMIT 0"), Form::Csv)).unwrap(), "document,published,text\n");
    assert_eq!(
        String::from_utf8(write(&format!("{sql} LIMIT 1"), Form::Json)).unwrap(),
        "{\"document\":\"d1\",\"published\":\"2022-01-05\",\"text\":\"сұрады\"}\n"
    );
    assert!(write(sql, Form::Parquet).starts_with(b"PAR1"));
    assert!(write(sql, Form::Arrow).starts_with(b"ARROW1"));
}

#[test]
fn one_writer_at_a_time() {
    let folder = folder();
    let store = filled(folder.path());
    let first = store.writer("add").unwrap();
    let second = store.writer("add").err().unwrap();
    assert!(matches!(second, Error::Locked(_)) && second.to_string().contains("hint: "), "{second}");
    assert_eq!(count(&store, "SELECT count(*) FROM documents"), "2", "reading goes on");
    drop(first);
    store.writer("add").unwrap();
}

#[test]
fn what_is_no_store_is_left_alone() {
    let folder = folder();
    assert!(matches!(Store::open(folder.path()), Err(Error::Missing(_))));
    std::fs::write(folder.path().join("thesis.docx"), "x").unwrap();
    assert!(matches!(Store::open_or_make(folder.path()), Err(Error::Foreign(_))));
    assert!(matches!(Store::open(&folder.path().join("nowhere")), Err(Error::Missing(_))));
    let file = folder.path().join("thesis.docx");
    assert!(Store::open_or_make(&file).is_err());
}

#[test]
fn a_store_of_a_later_form_or_a_damaged_one_is_told_of() {
    let folder = folder();
    filled(folder.path());
    let newest = folder.path().join("versions/000000000002");
    let text = std::fs::read_to_string(&newest).unwrap();
    std::fs::write(&newest, text.replace("form 1", "form 7")).unwrap();
    assert!(matches!(Store::open(folder.path()), Err(Error::Newer { found: 7, own: 1, .. })));
    std::fs::write(&newest, "form 1\nnonsense").unwrap();
    assert!(matches!(Store::open(folder.path()), Err(Error::Damaged { .. })));
}

#[test]
fn a_damaged_table_is_an_error_and_no_panic() {
    let folder = folder();
    let store = filled(folder.path());
    let files = std::fs::read_dir(folder.path().join("documents_v1")).unwrap().map(|e| e.unwrap().path());
    let parquet: Vec<_> = files.filter(|p| p.extension().is_some_and(|e| e == "parquet")).collect();
    assert!(!parquet.is_empty());
    parquet.iter().for_each(|p| std::fs::write(p, b"PAR1 nothing of the kind PAR1").unwrap());
    let error = store.snapshot(AsOf::Newest).err().unwrap();
    assert!(matches!(error, Error::Damaged { .. }) && error.to_string().contains("hint: "), "{error}");
    parquet.iter().for_each(|p| std::fs::remove_file(p).unwrap());
    assert!(matches!(store.snapshot(AsOf::Newest), Err(Error::File { .. })));
}

#[test]
fn compaction_keeps_every_row_and_forgets_old_versions() {
    let folder = folder();
    let store = filled(folder.path());
    let files = || {
        std::fs::read_dir(folder.path().join("documents_v1"))
            .unwrap()
            .filter(|e| e.as_ref().unwrap().path().extension().is_some_and(|x| x == "parquet"))
            .count()
    };
    assert_eq!(files(), 2);
    let kept = store.writer("compact").unwrap().compact(i64::MAX / 2).unwrap();
    assert_eq!((kept.forgotten, files()), (0, 3), "old versions stay readable");
    assert!(shown(&store, AsOf::Number(1), "SELECT count(*) AS n FROM documents").contains("| 1 |"));
    let swept = store.writer("compact").unwrap().compact(0).unwrap();
    assert!(swept.forgotten >= 3 && swept.removed >= 2, "{swept:?}");
    assert_eq!(files(), 1);
    assert_eq!(count(&store, "SELECT count(DISTINCT document) FROM documents"), "2");
    assert_eq!(count(&store, "SELECT count(*) FROM events"), "2");
    let mut writer = store.writer("add").unwrap();
    writer.add(&document("d3", "x", 9)).unwrap();
    writer.commit().unwrap();
    assert_eq!(count(&store, "SELECT count(*) FROM documents"), "3");
}

#[test]
fn a_long_log_is_read_from_its_checkpoints() {
    let folder = folder();
    let store = Store::open_or_make(folder.path()).unwrap();
    let mut writer = store.writer("add").unwrap();
    let add = |writer: &mut mizan_store::Writer, count| {
        writer.add(&row::Doubt { document: None, source: "s", name: "n", detail: "d", count, run: count }).unwrap();
        writer.commit().unwrap();
    };
    (1..=203).for_each(|count| add(&mut writer, count));
    drop(writer);
    let log = folder.path().join("doubts_v1/_delta_log");
    let checkpoint = |version: u64| log.join(format!("{version:020}.checkpoint.parquet"));
    assert!(checkpoint(100).is_file() && checkpoint(200).is_file() && !checkpoint(201).is_file());
    assert_eq!(std::fs::read_to_string(log.join("_last_checkpoint")).unwrap(), "{\"version\":200,\"size\":203}");
    let sum =
        |asked| shown(&store, asked, "SELECT sum(count) AS n FROM doubts").lines().nth(3).unwrap().trim_matches(['|', ' ']).to_string();
    let sums = || [99, 100, 101, 200, 203].map(|n| sum(AsOf::Number(n)));
    let expected = ["4950", "5050", "5151", "20100", "20706"].map(String::from);
    assert_eq!(sums(), expected);
    let good = std::fs::read(checkpoint(200)).unwrap();
    std::fs::write(checkpoint(200), &good[..good.len() / 2]).unwrap();
    assert_eq!(sums(), expected, "with a damaged checkpoint, the log itself tells");
    std::fs::write(checkpoint(200), good).unwrap();
    (0..200).for_each(|n| std::fs::remove_file(log.join(format!("{n:020}.json"))).unwrap());
    assert_eq!([sum(AsOf::Number(100)), sum(AsOf::Number(200)), sum(AsOf::Newest)], ["5050", "20100", "20706"]);
    assert!(matches!(store.snapshot(AsOf::Number(101)), Err(Error::Damaged { .. })), "an entry that nothing stands for");
    let mut writer = store.writer("add").unwrap();
    add(&mut writer, 204);
    assert_eq!(sum(AsOf::Newest), "20910");
    let done = writer.compact(0).unwrap();
    assert_eq!((done.joined, done.into, done.removed), (204, 1, 204));
    assert_eq!(sum(AsOf::Newest), "20910");
}

#[test]
fn rows_of_every_table_come_back() {
    let folder = folder();
    let store = Store::open_or_make(folder.path()).unwrap();
    let mut writer = store.writer("import votes").unwrap();
    let day = date(2022, 3, 2);
    writer
        .add(&row::Indicator {
            dataset: "unga-votes",
            version: None,
            indicator: "vote",
            reporter: "KAZ",
            partner: None,
            key: Some("ES-11/1"),
            date_first: day,
            date_last: day,
            value: None,
            words: Some("abstain"),
            unit: None,
            flag: None,
            file: "v.csv",
            run: 1,
        })
        .unwrap();
    writer
        .add(&row::Run {
            run: 1,
            verb: "import votes",
            inputs: &["v.csv".into(), "w.csv".into()],
            began: Moment(1),
            ended: Moment(2_000_000),
            mizan: "0.1.0",
            model: None,
            taken: 1,
            known: 0,
            aside: 0,
        })
        .unwrap();
    writer.commit().unwrap();
    assert!(
        shown(&store, AsOf::Newest, "SELECT reporter, value, words, date_first FROM indicators")
            .contains("| KAZ      |       | abstain | 2022-03-02 |")
    );
    let runs = shown(&store, AsOf::Newest, "SELECT inputs, ended FROM runs");
    assert!(runs.contains("[v.csv, w.csv]") && runs.contains("1970-01-01T00:00:02Z"), "{runs}");
}
