//! The store as people use it: add, import, query, explain, export, status, compact.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::common::{asked, gdelt_line, prints, refuses, root, written};

/// A folder with the twelve sample reports and nothing else.
fn reports(temporary: &tempfile::TempDir) -> String {
    let folder = temporary.path().join("reports");
    std::fs::create_dir(&folder).unwrap();
    for entry in std::fs::read_dir(root().join("samples")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e != "md") {
            std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
    folder.to_string_lossy().into_owned()
}

fn samples(temporary: &tempfile::TempDir) -> PathBuf {
    let store = temporary.path().join("store");
    prints(&store, &["add", &reports(temporary), "--quiet"]);
    store
}

#[test]
fn reports_are_added_once_and_everything_in_them_can_be_asked_for() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let reports = reports(&temporary);
    let first = prints(&store, &["add", &reports, "--quiet"]);
    assert!(first.starts_with("12 reports came in (12 stories of their own), 0 were there already"), "{first}");
    assert!(first.contains("languages: ar 3, en 3, kk 3, ru 3"), "{first}");
    let again = prints(&store, &["add", &format!("{reports}/../reports"), "--quiet"]);
    assert!(again.starts_with("0 reports came in (0 stories of their own), 12 were there already"), "{again}");
    assert_eq!(asked(&store, "SELECT count(*), count(DISTINCT document) FROM documents"), "12,12");
    assert_eq!(asked(&store, "SELECT count(*) > 20 FROM events"), "true");
    assert_eq!(asked(&store, "SELECT count(*) FROM events e LEFT ANTI JOIN documents d ON e.document = d.document"), "0");
    assert_eq!(asked(&store, "SELECT count(*) FROM runs"), "1", "a run that adds nothing leaves no trace");
    let status = prints(&store, &["status", "--verify"]);
    assert!(status.contains("0 do not fit their documents") && !status.contains(" 1 do not fit"), "{status}");
    assert!(status.contains("a gap of"), "gaps between months are named: {status}");
}

#[test]
fn what_tells_of_the_reports_in_a_folder_is_no_report() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let out = prints(&store, &["add", "samples", "--quiet"]);
    assert!(out.starts_with("12 reports came in") && out.contains("passed over: 1 README"), "{out}");
    let named = prints(&store, &["add", "samples/README.md", "--quiet"]);
    assert!(named.starts_with("1 reports came in") && !named.contains("passed over"), "{named}");
}

#[test]
fn every_container_gives_its_reports_and_bad_records_are_set_aside() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let file = |name: &str, text: &str| written(temporary.path(), name, text);
    let lines = file(
        "n.jsonl",
        "{\"text\": \"Kazakhstan sent aid to Ukraine on Monday, the ministry said.\", \"date\": \"2022-03-01\", \"url\": \"https://www.reuters.com/a\"}\nnot json\n{\"text\": \"\"}\n",
    );
    let table = file("n.csv", "headline;body;day\nTalks;Россия и Казахстан провели переговоры в Астане.;2022-03-02\n");
    let feed = file(
        "n.xml",
        "<rss version=\"2.0\"><channel><title>Wire</title><item><title>Visit</title><link>https://example.org/1</link><description>The president visited Ankara for talks with his counterpart.</description><pubDate>Wed, 02 Mar 2022 10:00:00 GMT</pubDate></item></channel></rss>",
    );
    let out = prints(&store, &["add", &lines, &table, &feed, "--map", "text=body,title=headline,date=day", "--quiet"]);
    // The map names columns that the JSON lines do not have.
    assert!(out.contains("were set aside"), "{out}");
    let store = temporary.path().join("second");
    let out = prints(&store, &["add", &lines, &feed, "--quiet"]);
    assert!(out.starts_with("2 reports came in") && out.contains("2 were set aside") && out.contains("line 2"), "{out}");
    assert_eq!(
        asked(&store, "SELECT url, published, outlet_country FROM documents WHERE url LIKE '%reuters%'"),
        "https://www.reuters.com/a,2022-03-01,GBR"
    );
    assert_eq!(asked(&store, "SELECT count(*) FROM doubts WHERE name = 'set-aside'"), "2");
}

#[test]
fn copies_of_one_wire_story_are_one_story() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let report = std::fs::read_to_string(root().join("samples").join(sample("en"))).unwrap();
    let (a, b) = (temporary.path().join("a.txt"), temporary.path().join("b.txt"));
    std::fs::write(&a, &report).unwrap();
    std::fs::write(&b, report.clone() + "\n\nAdditional reporting by the newsroom.\n").unwrap();
    let out = prints(&store, &["add", a.to_str().unwrap(), b.to_str().unwrap(), "--quiet"]);
    assert!(out.starts_with("2 reports came in (1 stories of their own)"), "{out}");
    assert_eq!(asked(&store, "SELECT count(*), sum(documents) FROM stories"), "1,2");
}

fn sample(language: &str) -> String {
    let names = std::fs::read_dir(root().join("samples")).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|n| n.starts_with(language) && n.ends_with(".txt")).min().unwrap()
}

#[test]
fn a_record_is_explained_with_its_words_in_context() {
    let temporary = tempfile::tempdir().unwrap();
    let store = samples(&temporary);
    let event = asked(&store, "SELECT event FROM events ORDER BY event LIMIT 1");
    let quote = asked(&store, &format!("SELECT min(quote) FROM events WHERE event = '{event}'"));
    let told = prints(&store, &["explain", &event]);
    for part in [
        "EVENTS",
        "IN ITS CONTEXT",
        &format!("⟦{}⟧", quote.trim_matches('"')),
        "DOCUMENT ",
        "STORY ",
        "RUN 1: add",
        "WHAT WOULD HAVE CHANGED IT",
    ] {
        assert!(told.contains(part), "{part} is missing: {told}");
    }
    let document = event.split('-').next().unwrap();
    assert!(prints(&store, &["explain", document]).contains("DOCUMENTS"));
    refuses(&store, &["explain", "nothing-e9"], "no record `nothing-e9`");
    refuses(&store, &["explain", "'; DROP TABLE events; --"], "no record");
}

#[test]
fn exports_have_the_forms_that_other_tools_read() {
    let temporary = tempfile::tempdir().unwrap();
    let store = samples(&temporary);
    let header = prints(&store, &["export", "events"]).lines().next().unwrap().to_string();
    assert!(header.starts_with("event,pair,document,story,date_first"), "{header}");
    let line = prints(&store, &["export", "claims", "--format", "jsonl"]).lines().next().unwrap().to_string();
    assert!(serde_json::from_str::<serde_json::Value>(&line).unwrap()["content"].is_string());
    let out = temporary.path().join("events.parquet");
    prints(&store, &["export", "events", "--format", "parquet", "--out", out.to_str().unwrap()]);
    assert!(std::fs::read(&out).unwrap().starts_with(b"PAR1"));
    for (form, begins) in [("graphml", "<graphml"), ("gexf", "<gexf")] {
        let network = prints(&store, &["export", "network", "--format", form]);
        assert!(network.contains(begins) && network.contains("<edge "), "{form}: {network}");
    }
    let gdelt = prints(&store, &["export", "events", "--format", "gdelt"]);
    assert!(!gdelt.is_empty() && gdelt.lines().all(|l| l.split('\t').count() == 57), "{gdelt}");
    let polecat = prints(&store, &["export", "events", "--format", "polecat"]);
    assert!(polecat.starts_with("Event ID\tEvent Date\tEvent Type"));
    let later = prints(&store, &["export", "events", "--since", "2090-01-01"]);
    assert_eq!(later.lines().count(), 1, "the header alone");
    refuses(&store, &["export", "nothing"], "there is no `nothing`");
    refuses(&store, &["export", "claims", "--format", "gexf"], "has no such form");
    refuses(&store, &["export", "sentences", "--since", "2020-01-01"], "have no day");
}

#[test]
fn public_events_are_imported_once_and_kept_apart() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let file = temporary.path().join("20220105.export.CSV");
    let text = gdelt_line(1, "20220105", "KAZ", "RUS", "0233") + &gdelt_line(2, "20220106", "RUS", "KAZ", "072") + "broken line\n";
    std::fs::write(&file, &text).unwrap();
    let path = file.to_str().unwrap();
    let out = prints(&store, &["import", "gdelt", path]);
    assert!(out.starts_with("2 rows came in, 0 were there already, 1 lines were set aside"), "{out}");
    let again = prints(&store, &["import", "gdelt", path]);
    assert!(again.starts_with("0 rows came in, 2 were there already"), "{again}");
    assert_eq!(
        asked(&store, "SELECT event, day, source_country, target_country, class, code, mentions, tone FROM public_events ORDER BY event"),
        "1,2022-01-05,KAZ,RUS,,0233,6,-1.5\n2,2022-01-06,RUS,KAZ,AID,072,6,-1.5"
    );
    assert_eq!(asked(&store, "SELECT count(*) FROM events"), "0", "never mixed with what Mizan read");
    assert_eq!(asked(&store, "SELECT provider, count(*) FROM all_events GROUP BY provider"), "gdelt-1.0,2");
    let packed = temporary.path().join("more.csv.gz");
    let mut gz = flate2::write::GzEncoder::new(std::fs::File::create(&packed).unwrap(), flate2::Compression::fast());
    std::io::Write::write_all(&mut gz, (text + &gdelt_line(3, "20220107", "CHN", "KAZ", "040")).as_bytes()).unwrap();
    gz.finish().unwrap();
    let more = prints(&store, &["import", "gdelt", packed.to_str().unwrap()]);
    assert!(more.starts_with("1 rows came in, 2 were there already"), "{more}");
    refuses(&store, &["import", "icews", path], "");
    refuses(&store, &["import", "gdelt", "nowhere.csv"], "nowhere.csv");
}

#[test]
fn a_file_given_twice_in_one_run_comes_in_once() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let day = temporary.path().join("day.csv");
    let month = temporary.path().join("month.csv");
    std::fs::write(&day, gdelt_line(1, "20220105", "KAZ", "RUS", "042")).unwrap();
    std::fs::write(&month, gdelt_line(1, "20220105", "KAZ", "RUS", "042") + &gdelt_line(2, "20220106", "RUS", "KAZ", "042")).unwrap();
    let files = [&day, &month, &day].map(|p| p.to_str().unwrap());
    let out = prints(&store, &["import", "gdelt", files[0], files[1], files[2]]);
    assert!(out.starts_with("2 rows came in, 2 were there already"), "{out}");
    assert_eq!(asked(&store, "SELECT event, file LIKE '%day.csv' FROM public_events ORDER BY event"), "1,true\n2,false");
    let figures = temporary.path().join("gdp.csv");
    std::fs::write(&figures, "indicator,reporter,start,value\ngdp,KAZ,2022,225.5\n").unwrap();
    let figures = figures.to_str().unwrap();
    let out = prints(&store, &["import", "indicator", figures, figures]);
    assert!(out.starts_with("1 rows came in, 1 were there already"), "{out}");
}

/// Lines in the columns of GDELT 2.0's mention files, written for this test: the last report mentions event 7 twice.
const MENTIONS: &str = "\
7\t20220105101500\t20220105103000\t1\texample.org\thttps://example.org/a\t2\t-1\t142\t158\t1\t50\t5402\t-0.11641443538999\t\t
7\t20220105101500\t20220105104500\t1\tпример.рф\thttps://пример.рф/б\t3\t20\t42\t58\t0\t40\t1200\t2.5\tsrclc:rus;eng:Moses 2.1.1\t
8\t20220104000000\t20220105104500\t2\tBBC Monitoring\tText of report by Kazinform\t\t-1\t-1\t9\t0\t\t\t\t\t
7\t20220105101500\t20220105110000\t1\texample.org\thttps://example.org/c\t2\t-1\t12\t18\t1\t50\t900\t1\t\t
7\t20220105101500\t20220105110000\t1\texample.org\thttps://example.org/c\t2\t-1\t72\t78\t1\t50\t900\t1\t\t
";

#[test]
fn mentions_are_known_among_gdelts_files_and_imported_once() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let file = |name: &str, text: &str| written(temporary.path(), name, text);
    let events = file("20220105.export.CSV", &gdelt_line(7, "20220105", "KAZ", "RUS", "042"));
    let named = file("20220105110000.mentions.CSV", &(MENTIONS.to_string() + "broken line\n"));
    let out = prints(&store, &["import", "gdelt", &events, &named]);
    assert!(out.starts_with("6 rows came in, 0 were there already, 1 lines were set aside"), "{out}");
    let unnamed = file("more.txt", &("GLOBALEVENTID\tEventTimeDate\t".to_string() + &"x\t".repeat(13) + "Extras\n" + MENTIONS));
    for (more, taken) in [(&named, 0), (&unnamed, 0)] {
        let again = prints(&store, &["import", "gdelt", more]);
        assert!(again.starts_with(&format!("{taken} rows came in, 5 were there already")), "{again}");
    }
    let later = file("later.txt", &MENTIONS.replace("20220105110000", "20220105111500"));
    let out = prints(&store, &["import", "gdelt", &later, &unnamed, &later]);
    assert!(out.starts_with("2 rows came in, 13 were there already"), "{out}");
    let columns = "event, first, seen, kind, outlet, url, sentence, confidence, length, tone, translation";
    let rows = asked(&store, &format!("SELECT {columns} FROM public_mentions WHERE file LIKE '%mentions.CSV' ORDER BY event, seen"));
    let expected = [
        "7,2022-01-05T10:15:00Z,2022-01-05T10:30:00Z,1,example.org,https://example.org/a,2,50,5402,-0.11641443538999,",
        "7,2022-01-05T10:15:00Z,2022-01-05T10:45:00Z,1,пример.рф,https://пример.рф/б,3,40,1200,2.5,srclc:rus;eng:Moses 2.1.1",
        "7,2022-01-05T10:15:00Z,2022-01-05T11:00:00Z,1,example.org,https://example.org/c,2,50,900,1.0,",
        "7,2022-01-05T10:15:00Z,2022-01-05T11:00:00Z,1,example.org,https://example.org/c,2,50,900,1.0,",
        "8,2022-01-04T00:00:00Z,2022-01-05T10:45:00Z,2,BBC Monitoring,Text of report by Kazinform,,,,,",
    ];
    assert_eq!(rows.lines().collect::<Vec<_>>(), expected);
    let joined = "SELECT count(*) FROM public_events e JOIN public_mentions m ON e.event = m.event";
    assert_eq!(asked(&store, joined), "6");
}

#[test]
fn indicators_are_imported_once() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let file = temporary.path().join("gdp.csv");
    std::fs::write(
        &file,
        "indicator,reporter,partner,start,value,unit\ngdp,KAZ,,2022,225.5,billion USD\nexports,KAZ,RUS,2022-01,,billion USD\n",
    )
    .unwrap();
    for (taken, there) in [(2, 0), (0, 2)] {
        let out = prints(&store, &["import", "indicator", file.to_str().unwrap()]);
        assert!(out.starts_with(&format!("{taken} rows came in, {there} were there already")), "{out}");
    }
    assert_eq!(
        asked(&store, "SELECT indicator, value, date_first, date_last FROM indicators ORDER BY indicator"),
        "exports,,2022-01-01,2022-01-31\ngdp,225.5,2022-01-01,2022-12-31"
    );
}

#[test]
fn an_earlier_version_stays_readable_until_it_is_forgotten() {
    let temporary = tempfile::tempdir().unwrap();
    let store = samples(&temporary);
    let count = |asked: &str| {
        prints(&store, &["query", "--as-of", asked, "--format", "csv", "SELECT count(*) FROM documents"])
            .lines()
            .nth(1)
            .unwrap()
            .to_string()
    };
    assert_eq!((count("0"), count("1")), ("0".into(), "12".into()));
    refuses(&store, &["query", "--as-of", "2001-01-01", "SELECT 1"], "no version");
    refuses(&store, &["query", "--as-of", "77", "SELECT 1"], "no version 77");
    assert!(prints(&store, &["compact", "--keep", "0"]).contains("versions forgotten"));
    refuses(&store, &["query", "--as-of", "0", "SELECT 1"], "no version 0");
    assert_eq!(asked(&store, "SELECT count(*) FROM documents"), "12");
}

#[test]
fn wrong_places_are_told_with_a_hint() {
    let temporary = tempfile::tempdir().unwrap();
    let nothing = temporary.path().join("nothing");
    for args in [&["query", "SELECT 1"][..], &["status"], &["explain", "x"], &["export", "events"], &["compact"]] {
        refuses(&nothing, args, "no store");
    }
    std::fs::write(temporary.path().join("thesis.txt"), "x").unwrap();
    refuses(temporary.path(), &["add", "samples/README.md", "--quiet"], "is no store");
    refuses(&nothing, &["add", "no/such/file", "--quiet"], "no/such/file");
    let store = samples(&temporary);
    refuses(&store, &["query", "DELETE FROM documents"], "only queries");
    refuses(&store, &["query", "SELECT nothing FROM documents"], "nothing");
}

#[test]
fn tables_are_listed_as_in_the_documentation() {
    let printed = prints(Path::new("unused"), &["query", "--tables"]);
    let kept = root().join("docs/reference/tables.txt");
    if std::env::var_os("UPDATE_REFERENCE").is_some() {
        std::fs::write(&kept, &printed).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), printed, "run this test with UPDATE_REFERENCE=1 and look at the difference");
}

#[test]
fn killed_while_adding_nothing_is_lost_or_doubled() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let reports = reports(&temporary);
    for kill in 0..12 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_mizan"))
            .args(["add", &reports, "--quiet"])
            .env("MIZAN_STORE", &store)
            .current_dir(root())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(120 + kill * 97));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    prints(&store, &["add", &reports, "--quiet"]);
    assert_eq!(asked(&store, "SELECT count(*), count(DISTINCT document) FROM documents"), "12,12");
    let whole = temporary.path().join("whole");
    prints(&whole, &["add", &reports, "--quiet"]);
    for table in ["events", "claims", "mentions", "actors", "sentences", "positions"] {
        let count = format!("SELECT count(*) FROM {table}");
        assert_eq!(asked(&store, &count), asked(&whole, &count), "{table}");
    }
}
