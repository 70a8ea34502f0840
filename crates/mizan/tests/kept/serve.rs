//! `mizan serve` as a browser meets it: over its socket.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::common::{mizan, prints, root, written};
use sha2::{Digest, Sha256};

/// A server on a store, stopped at the end of the test.
struct Server {
    child: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Server {
    fn start(store: &Path, more: &[&str]) -> Server {
        let mut child = Command::new(env!("CARGO_BIN_EXE_mizan"))
            .args(["serve", "--port", "0"])
            .args(more)
            .env("MIZAN_STORE", store)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.split("://").nth(1).and_then(|a| a.split(['/', ':']).nth(1)).and_then(|p| p.trim().parse().ok());
        Server { port: port.unwrap_or_else(|| panic!("no port in {line:?}")), child }
    }

    fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        // A server that has refused already may close before all is written: what it says is still read.
        let _ = stream.write_all(request.as_bytes());
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_lowercase(), body: body.to_string() }
    }

    fn get(&self, address: &str) -> Answer {
        self.send(&format!("GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
    }

    fn post(&self, address: &str, kind: &str, body: &str, more: &str) -> Answer {
        let length = body.len();
        self.send(&format!(
            "POST {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{more}\r\n{body}"
        ))
    }
}

fn samples(temporary: &tempfile::TempDir) -> PathBuf {
    let store = temporary.path().join("store");
    prints(&store, &["add", "samples", "--quiet"]);
    store
}

const PAGES: [&str; 17] = [
    "/",
    "/relation",
    "/relation?a=KAZ&b=RUS",
    "/balance?a=KAZ&poles=RUS,WST",
    "/coverage?a=KAZ",
    "/actor",
    "/actor?key=KAZ",
    "/claims",
    "/forecasts",
    "/network",
    "/network?level=actor",
    "/map?a=KAZ",
    "/reports",
    "/events?actor=KAZ&counted=yes",
    "/sources",
    "/search?q=Kazakhstan",
    "/paste",
];

#[test]
fn every_page_opens_in_every_language_and_is_closed_to_foreign_scripts() {
    let temporary = tempfile::tempdir().unwrap();
    let server = Server::start(&samples(&temporary), &[]);
    for page in PAGES {
        for language in ["en", "ar", "ru", "kk"] {
            let address = format!("{page}{}lang={language}", if page.contains('?') { "&" } else { "?" });
            let answer = server.get(&address);
            assert_eq!(answer.status, 200, "{address}: {}", answer.body);
            let direction = if language == "ar" { "rtl" } else { "ltr" };
            assert!(answer.body.contains(&format!("<html lang=\"{language}\" dir=\"{direction}\"")), "{address}");
            assert!(answer.body.contains("<h1>"), "{address}");
            assert!(answer.head.contains("content-security-policy: default-src 'none'; script-src 'self'"), "{address}");
            assert!(!answer.body.contains("style=\"") && !answer.body.contains("onclick"), "{address}: inline code");
        }
    }
}

#[test]
fn the_interface_gives_what_the_pages_show() {
    let temporary = tempfile::tempdir().unwrap();
    let store = samples(&temporary);
    let server = Server::start(&store, &[]);
    let csv = server.get("/api/v1/events?format=csv").body;
    let asked = mizan(&store, &["query", "--format", "csv", "SELECT count(*) AS n FROM events"]);
    let rows: usize = String::from_utf8_lossy(&asked.stdout).lines().nth(1).unwrap().parse().unwrap();
    let json: serde_json::Value = serde_json::from_str(&server.get("/api/v1/events").body).unwrap();
    assert!(rows > 20 && json["total"] == rows, "{rows} rows, {}", json["total"]);
    assert!(csv.matches("\n").count() >= rows, "a line or more for each of {rows} rows");
    let event = json["rows"][0]["event"].as_str().unwrap();
    let document = json["rows"][0]["document"].as_str().unwrap();
    let quote = json["rows"][0]["quote"].as_str().unwrap();
    let report: serde_json::Value = serde_json::from_str(&server.get(&format!("/api/v1/report?id={document}")).body).unwrap();
    let local = event.rsplit('-').next().unwrap();
    let mark = report["marks"].as_array().unwrap().iter().find(|m| m["id"] == local).unwrap();
    let bytes = [0, 1].map(|n| mark["bytes"][n].as_u64().unwrap() as usize);
    assert_eq!(&report["text"].as_str().unwrap()[bytes[0]..bytes[1]], quote);
    assert!(server.get(&format!("/report?id={document}")).body.contains(&format!("id=\"{local}\"")));
    assert!(server.get(&format!("/record?id={event}")).body.contains("IN ITS CONTEXT"));
    let relation: serde_json::Value = serde_json::from_str(&server.get("/api/v1/relation?a=KAZ&b=RUS").body).unwrap();
    let printed = mizan(&store, &["relate", "KAZ", "RUS", "--format", "json"]);
    let printed: serde_json::Value = serde_json::from_slice(&printed.stdout).unwrap();
    assert_eq!(relation["parts"], printed["parts"], "the page and the verb measure the same");
}

#[test]
fn measures_speak_the_language_of_the_page() {
    let temporary = tempfile::tempdir().unwrap();
    let server = Server::start(&samples(&temporary), &[]);
    let english = server.get("/relation?a=KAZ&b=RUS").body;
    let ours = ["intervals at", "cooperation in words", "stories of conflict", "How much hangs on one source"];
    assert!(ours.iter().all(|words| english.contains(words)), "{english}");
    for (language, label, source) in [
        ("ru", "сотрудничество на словах", "Источник: "),
        ("ar", "التعاون القولي", "المصدر: "),
        ("kk", "сөздегі ынтымақтастық", "Дереккөз: "),
    ] {
        let page = server.get(&format!("/relation?a=KAZ&b=RUS&lang={language}")).body;
        assert!(page.contains(label) && page.contains(source), "{language}: {page}");
        assert!(!ours.iter().any(|words| page.contains(words)), "{language}: {page}");
        let chart = server.get(&format!("/api/v1/chart?chart=relation&a=KAZ&b=RUS&lang={language}")).body;
        let chart: serde_json::Value = serde_json::from_str(&chart).unwrap();
        assert!(chart["source"].as_str().unwrap().starts_with(source), "{chart}");
        assert_ne!(chart["series"][0]["unit"], "net", "{chart}");
    }
}

#[test]
fn no_two_series_of_a_measure_share_their_name() {
    let temporary = tempfile::tempdir().unwrap();
    let server = Server::start(&samples(&temporary), &[]);
    let chart: serde_json::Value = serde_json::from_str(&server.get("/api/v1/chart?chart=balance&a=KAZ&poles=RUS,WST").body).unwrap();
    let names = |list: &str| -> Vec<String> {
        let all = chart[list].as_array().unwrap().iter();
        all.map(|one| format!("{} {}", one["measure"], one["label"])).collect()
    };
    for list in ["series", "turning"] {
        let names = names(list);
        let distinct: std::collections::BTreeSet<&String> = names.iter().collect();
        assert!(names.len() >= 2 && distinct.len() == names.len(), "{list}: {names:?}");
    }
    assert!(names("turning").iter().all(|name| names("series").contains(name)), "each turning point is of a series");
}

#[test]
fn a_pasted_report_is_read_and_its_words_stay_words() {
    let temporary = tempfile::tempdir().unwrap();
    let store = samples(&temporary);
    let server = Server::start(&store, &[]);
    let hostile = "Russia <script>alert(1)</script> accused Ukraine of shelling on Monday. \"><img src=x onerror=alert(2)>";
    let form: String = hostile.bytes().map(|b| format!("%{b:02X}")).collect();
    let page = server.post("/paste", "application/x-www-form-urlencoded", &format!("text={form}&date=2024-05-01"), "");
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(!page.body.contains("<script>alert") && !page.body.contains("<img"), "{}", page.body);
    assert!(page.body.contains("class=\"m "), "records are marked");
    let read = server.post("/api/v1/read?date=2024-05-01", "text/plain", "Russia accused Ukraine of shelling on Monday.", "");
    let read: serde_json::Value = serde_json::from_str(&read.body).unwrap();
    assert!(read["kept"] == false && read["cards"].as_array().unwrap().iter().any(|c| c["kind"] == "event"), "{read}");
    let kept = mizan(&store, &["query", "--format", "csv", "SELECT count(*) FROM documents WHERE source = 'pasted'"]);
    assert!(String::from_utf8_lossy(&kept.stdout).ends_with("\n0\n"), "nothing pasted is kept");
    assert_eq!(server.post("/paste", "application/x-www-form-urlencoded", "text=", "").status, 400);
}

#[test]
fn wrong_requests_get_a_clear_no() {
    let temporary = tempfile::tempdir().unwrap();
    let server = Server::start(&samples(&temporary), &[]);
    for (address, status, says) in [
        ("/nowhere", 404, "nothing at this address"),
        ("/../../etc/passwd", 404, ""),
        ("/assets/..%2F..%2FCargo.toml", 404, ""),
        ("/assets/secret", 404, ""),
        ("/actor?key=Xyzzyland", 404, "nobody is known"),
        ("/report?id=feed", 404, "the store has no report"),
        ("/report?id='%20OR%201=1--", 404, "the store has no report"),
        ("/record?id=feed-e1", 404, "the store has no record"),
        ("/relation?a=KAZ&b=KAZ", 400, "the same actor"),
        ("/relation?a=KAZ&b=RUS&by=moment", 400, "by"),
        ("/events?since=yesterday", 400, "is no day"),
        ("/events?events=other", 400, "no set of events"),
        ("/network?as_of=99999", 404, "version"),
        ("/api/v1/chart?chart=pie&a=KAZ", 400, "no chart"),
    ] {
        let answer = server.get(address);
        assert_eq!(answer.status, status, "{address}: {}", answer.body);
        assert!(answer.body.contains(says), "{address}: {}", answer.body);
    }
    let elsewhere = server.send("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assert_eq!(elsewhere.status, 421, "a foreign name for this machine");
    let foreign = server.post("/paste", "application/x-www-form-urlencoded", "text=a", "Origin: http://evil.example\r\n");
    assert_eq!(foreign.status, 403, "another site's form");
    let long = server.get(&format!("/search?q={}", "a".repeat(9000)));
    assert!(long.status == 414 || long.status == 431, "{}", long.status);
    let large = server.post("/api/v1/read", "text/plain", &"a".repeat(5 << 20), "");
    assert_eq!(large.status, 413);
}

#[test]
fn an_address_that_others_reach_needs_a_token() {
    let temporary = tempfile::tempdir().unwrap();
    let store = samples(&temporary);
    for (args, says) in [
        (["serve", "--port", "0", "--address", "0.0.0.0"].as_slice(), "needs a token"),
        (["serve", "--port", "0", "--token", "short"].as_slice(), "too easily guessed"),
    ] {
        let refused = mizan(&store, args);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(refused.status.code() == Some(1) && said.contains(says) && said.contains("hint: "), "{said}");
    }
    let server = Server::start(&store, &["--token", "0123456789abcdef"]);
    assert_eq!(server.get("/").status, 401);
    let opened = server.get("/?token=0123456789abcdef");
    assert!(
        opened.status == 200 && opened.head.contains("set-cookie: mizan=0123456789abcdef; httponly; samesite=strict"),
        "{}",
        opened.head
    );
    let with = |line: &str| server.send(&format!("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{line}\r\n\r\n")).status;
    assert_eq!(with("Cookie: mizan=0123456789abcdef"), 200);
    assert_eq!(with("Authorization: Bearer 0123456789abcdef"), 200);
    assert_eq!(with("Cookie: mizan=0123456789abcdee"), 401);
}

#[test]
fn an_empty_store_and_a_vanished_one_are_told_of() {
    let temporary = tempfile::tempdir().unwrap();
    let none = mizan(&temporary.path().join("none"), &["serve", "--port", "0"]);
    assert_eq!(none.status.code(), Some(1), "{}", String::from_utf8_lossy(&none.stderr));
    let store = samples(&temporary);
    let server = Server::start(&store, &[]);
    assert_eq!(server.get("/").status, 200);
    std::fs::rename(&store, temporary.path().join("elsewhere")).unwrap();
    let gone = server.get("/");
    assert!(gone.status >= 400 && gone.body.contains("role=\"alert\""), "{}: {}", gone.status, gone.body);
    std::fs::rename(temporary.path().join("elsewhere"), &store).unwrap();
    assert_eq!(server.get("/").status, 200, "it serves again when the store is back");
}

#[test]
fn many_at_once_are_all_answered() {
    let temporary = tempfile::tempdir().unwrap();
    let server = Server::start(&samples(&temporary), &[]);
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..200)
            .map(|n| {
                let server = &server;
                scope.spawn(move || server.get(PAGES[n % PAGES.len()]).status)
            })
            .collect();
        for client in clients {
            assert_eq!(client.join().unwrap(), 200);
        }
    });
}

#[test]
fn the_description_of_the_interface_is_fresh() {
    let path = root().join("docs/reference/openapi.json");
    let made = serde_json::to_string_pretty(&mizan::serve::document()).unwrap() + "\n";
    if std::env::var_os("UPDATE_REFERENCE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), made, "run this test with UPDATE_REFERENCE=1");
}

/// What `web/built` is made from, as web/README.md says.
fn stamp(web: &Path) -> String {
    let mut files = vec!["package-lock.json".to_string(), "vite.config.ts".to_string()];
    let mut folders = vec!["src".to_string()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(web.join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() { folders.push(name) } else { files.push(name) }
        }
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.as_bytes());
        hash.update([0]);
        hash.update(std::fs::read(web.join(&file)).unwrap());
    }
    hash.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

#[test]
fn the_browser_layer_is_built_from_its_sources() {
    let web = root().join("web");
    let told = std::fs::read_to_string(web.join("built/stamp.txt")).unwrap();
    assert_eq!(told.trim(), stamp(&web), "run `npm run build` in web/");
}

#[test]
fn the_same_relation_has_the_same_figures_on_every_page() {
    let temporary = tempfile::tempdir().unwrap();
    let server = Server::start(&samples(&temporary), &[]);
    let json = |address: &str| serde_json::from_str::<serde_json::Value>(&server.get(address).body).unwrap();
    let relation = json("/api/v1/relation?a=KAZ&b=RUS&draws=0");
    let numbers: Vec<&serde_json::Value> =
        relation["parts"].as_array().unwrap().iter().flat_map(|p| p["numbers"].as_array().unwrap()).collect();
    let all = |quad: &str| -> f64 { numbers.iter().filter(|n| n["label"] == quad).map(|n| n["value"].as_f64().unwrap()).sum() };
    let cooperation = all("cooperation in words") + all("cooperation in deeds");
    let conflict = all("conflict in words") + all("conflict in deeds");
    assert!(cooperation + conflict > 0.0, "the samples hold events of the two");
    let map = json("/api/v1/map?a=KAZ");
    let there = map["countries"].as_array().unwrap().iter().find(|c| c["code"] == "RUS").unwrap();
    assert_eq!((there["cooperation"].as_f64(), there["conflict"].as_f64()), (Some(cooperation), Some(conflict)));
    let network = json("/api/v1/network");
    let edges = network["edges"].as_array().unwrap().iter().filter(|e| {
        let ends = [e["source"].as_str().unwrap(), e["target"].as_str().unwrap()];
        ends == ["KAZ", "RUS"] || ends == ["RUS", "KAZ"]
    });
    assert_eq!(edges.map(|e| e["count"].as_f64().unwrap()).sum::<f64>(), cooperation + conflict);
}

/// Addresses of what a search gives, list by list.
fn searched(server: &Server, words: &str) -> [Vec<String>; 4] {
    let escaped: String = words.bytes().map(|b| format!("%{b:02X}")).collect();
    let found: serde_json::Value = serde_json::from_str(&server.get(&format!("/api/v1/search?q={escaped}")).body).unwrap();
    [("actors", "code"), ("reports", "document"), ("events", "event"), ("claims", "claim")]
        .map(|(list, id)| found[list].as_array().unwrap().iter().map(|row| row[id].as_str().unwrap().to_string()).collect())
}

#[test]
fn words_are_found_in_any_spelling_with_the_index_and_without() {
    let temporary = tempfile::tempdir().unwrap();
    let store = samples(&temporary);
    let server = Server::start(&store, &[]);
    let asked = ["Казахстан", "كازاخستان", "الامم المتحده", "ТОКАЕВ", "sanctions", "stan", "president war", "%", "\"", "' OR 1=1 --", "zzz"];
    let indexed = asked.map(|words| searched(&server, words));
    assert!(!indexed[0][1].is_empty() && !indexed[1][1].is_empty() && !indexed[4][2].is_empty(), "{indexed:?}");
    assert_eq!(indexed[10], [const { Vec::<String>::new() }; 4]);
    let index = store.join("words_v1.sqlite");
    std::fs::write(&index, "damaged").unwrap();
    assert_eq!(asked.map(|words| searched(&server, words)), indexed, "with a damaged index");
    std::fs::remove_file(&index).unwrap();
    assert_eq!(asked.map(|words| searched(&server, words)), indexed, "without an index");
    prints(&store, &["compact"]);
    assert!(index.exists(), "compact makes it anew");
    assert_eq!(asked.map(|words| searched(&server, words)), indexed, "with a new index");
}

#[test]
fn the_index_takes_in_what_is_added_later_and_its_answers_can_be_asked_again() {
    let temporary = tempfile::tempdir().unwrap();
    let store = samples(&temporary);
    let server = Server::start(&store, &[]);
    let count = |list: &str, q: &str| {
        let page: serde_json::Value = serde_json::from_str(&server.get(&format!("/api/v1/{list}?q={q}")).body).unwrap();
        let rows = prints(&store, &["query", "--format", "csv", &format!("SELECT count(*) FROM ({})", page["query"].as_str().unwrap())]);
        assert_eq!(
            rows.lines().nth(1).unwrap(),
            page["total"].to_string(),
            "{list} {q}: the question on the page gives the rows of the page"
        );
        page["total"].as_u64().unwrap()
    };
    assert!(count("events", "war") + count("claims", "sanction") > 0);
    let before = count("reports", "Quokkastan");
    let said = "2025-03-01\nQuokkastan accused Russia of shelling its border on Monday, the foreign ministry of Quokkastan said.\n";
    prints(&store, &["add", &written(temporary.path(), "new.txt", said), "--quiet"]);
    assert_eq!((before, count("reports", "Quokkastan")), (0, 1));
    assert_eq!(count("reports", "quokka"), 1, "the beginning of a word is enough");
    assert_eq!(count("reports", "stan%20accused"), 0, "its end is not");
}

#[test]
fn forecasts_come_a_page_at_a_time() {
    let temporary = tempfile::tempdir().unwrap();
    let store = samples(&temporary);
    let server = Server::start(&store, &[]);
    let page =
        |number: u64| -> serde_json::Value { serde_json::from_str(&server.get(&format!("/api/v1/forecasts?page={number}")).body).unwrap() };
    let (first, beyond) = (page(1), page(99));
    let printed: serde_json::Value = serde_json::from_str(&prints(&store, &["forecasts", "--format", "json"])).unwrap();
    assert_eq!(first["parts"], printed["parts"], "a page holds them all here");
    assert_eq!(first["total"].as_u64().unwrap(), printed["parts"][0]["records"].as_array().unwrap().len() as u64);
    assert_eq!(beyond["parts"][0]["records"], serde_json::json!([]));
}
