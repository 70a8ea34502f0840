//! What goes wrong around a store: folders that cannot be written, disks that are full, other writers, later versions, too little memory.

#![expect(clippy::print_stderr, reason = "what could not be tested here is told")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::common::{asked, gdelt_line, prints, refuses, root};

/// A file of events that fill some 50 bytes each on the disk.
fn events(folder: &Path, name: &str, ids: std::ops::Range<u32>) -> PathBuf {
    let file = folder.join(name);
    let noise = |n: u32| (0..12).map(|k| format!("{:08x}", (n * 12 + k).wrapping_mul(2_654_435_761))).collect::<String>();
    let line = |n| gdelt_line(n, "20220105", "KAZ", "RUS", "042").replace("\n", "\t") + "https://example.org/" + &noise(n) + "\n";
    std::fs::write(&file, ids.map(line).collect::<String>()).unwrap();
    file
}

/// Runs a shell script with the program as `$MIZAN` and a store as `$MIZAN_STORE`.
#[cfg(unix)]
fn script(text: &str, store: &Path, file: &Path) -> std::process::Output {
    Command::new("sh")
        .args(["-c", text])
        .env("MIZAN", env!("CARGO_BIN_EXE_mizan"))
        .env("MIZAN_STORE", store)
        .env("FILE", file)
        .current_dir(root())
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_grow_loses_nothing() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let (few, many) = (events(temporary.path(), "few.csv", 0..100), events(temporary.path(), "many.csv", 0..20_000));
    prints(&store, &["import", "gdelt", few.to_str().unwrap()]);
    // 256 blocks are 128 or 256 KB, by the shell; a signal would end the program before it can say anything.
    let full = script("trap '' XFSZ; ulimit -f 256; exec \"$MIZAN\" import gdelt \"$FILE\"", &store, &many);
    let message = String::from_utf8_lossy(&full.stderr);
    assert_eq!(full.status.code(), Some(1), "{message}");
    assert!(
        message.starts_with("error: ") && message.contains("too large") && message.contains("nothing that was committed is lost"),
        "{message}"
    );
    assert_eq!(asked(&store, "SELECT count(*), count(DISTINCT event) FROM public_events"), "100,100");
    let after = prints(&store, &["import", "gdelt", many.to_str().unwrap()]);
    assert!(after.starts_with("19900 rows came in, 100 were there already"), "{after}");
    assert_eq!(asked(&store, "SELECT count(*), count(DISTINCT event) FROM public_events"), "20000,20000");
}

/// Fills a disk of one megabyte that only this script sees, and makes room.
#[cfg(target_os = "linux")]
const FULL: &str = r#"
mount -t tmpfs -o size=1m none "$MIZAN_STORE" 2>/dev/null || exit 77
echo "100 events" && head -n 100 "$FILE" | "$MIZAN" import gdelt - >/dev/null || exit 78
"$MIZAN" import gdelt "$FILE" 2>&1 >/dev/null; echo "code $?"
"$MIZAN" query --format csv "SELECT count(*) AS n, count(DISTINCT event) AS m FROM public_events"
"$MIZAN" query --out "$MIZAN_STORE/out.csv" --format csv "SELECT * FROM public_events a CROSS JOIN public_events b" 2>&1; echo "code $?"
rm -f "$MIZAN_STORE/out.csv"
mount -o remount,size=64m "$MIZAN_STORE"
"$MIZAN" import gdelt "$FILE" | head -n 1
"$MIZAN" query --format csv "SELECT count(*) AS n, count(DISTINCT event) AS m FROM public_events"
"#;

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_loses_nothing() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    std::fs::create_dir(&store).unwrap();
    let many = events(temporary.path(), "many.csv", 0..40_000);
    let own = script("exec unshare -m true", &store, &many);
    if !own.status.success() {
        eprintln!("not tested: this user may not make a disk of its own");
        return;
    }
    let told = script(&format!("exec unshare -m sh -c '{}'", FULL.replace('\'', "'\\''")), &store, &many);
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    if told.is_empty() {
        eprintln!("not tested: this user may not make a disk of its own");
        return;
    }
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines[1].starts_with("error: ") && lines[1].contains("No space left"), "{told}");
    assert!(lines[2].starts_with("hint: the disk is full") && lines[2].contains("start the same command again"), "{told}");
    assert_eq!(lines[3..6], ["code 1", "n,m", "100,100"], "{told}");
    assert!(lines[6].starts_with("error: ") && lines[6].contains("No space left") && lines[7].starts_with("hint: "), "{told}");
    assert!(lines[9].starts_with("39900 rows came in, 100 were there already"), "{told}");
    assert_eq!(lines[10..], ["n,m", "40000,40000"], "{told}");
}

/// Makes a folder and all in it unwritable; a superuser, whom that does not stop, becomes nobody for the script.
#[cfg(unix)]
const UNWRITABLE: &str = r#"
chmod -R a-w "$MIZAN_STORE" && chmod a+rx "$MIZAN_STORE/.."
if [ "$(id -u)" = 0 ]; then
    command -v setpriv >/dev/null || exit 77
    as() { setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; }
else
    as() { "$@"; }
fi
as test -x "$MIZAN" || exit 77
as "$MIZAN" query --format csv "SELECT count(*) AS n FROM public_events"
as "$MIZAN" import gdelt "$FILE" 2>&1; echo "code $?"
as "$MIZAN" add samples --quiet 2>&1; echo "code $?"
as "$MIZAN" compact 2>&1; echo "code $?"
as "$MIZAN" import gdelt "$FILE" --store "$MIZAN_STORE/inner" 2>&1; echo "code $?"
chmod -R u+w "$MIZAN_STORE"
"#;

#[cfg(unix)]
#[test]
fn a_store_that_cannot_be_written_can_be_read() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let (few, more) = (events(temporary.path(), "few.csv", 0..100), events(temporary.path(), "more.csv", 0..200));
    prints(&store, &["import", "gdelt", few.to_str().unwrap()]);
    let told = script(UNWRITABLE, &store, &more);
    if told.status.code() == Some(77) {
        eprintln!("not tested: this user may write everywhere");
        return;
    }
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines[..2], ["n", "100"], "{told}");
    assert_eq!(lines.len(), 2 + 4 * 3, "{told}");
    for refusal in lines[2..].chunks(3) {
        assert!(refusal[0].starts_with("error: `") && refusal[0].contains("Permission denied"), "{told}");
        assert_eq!(
            refusal[1..],
            ["hint: the folder cannot be written or read; choose another with --store, or change its rights", "code 1"]
        );
    }
    assert_eq!(asked(&store, "SELECT count(*) FROM public_events"), "100");
}

#[test]
fn a_second_writer_is_refused_and_the_first_goes_on() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let (few, more) = (events(temporary.path(), "few.csv", 0..100), events(temporary.path(), "more.csv", 0..200));
    prints(&store, &["import", "gdelt", few.to_str().unwrap()]);
    let mut first = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(["import", "gdelt", "-"])
        .env("MIZAN_STORE", &store)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = first.stdin.take().unwrap();
    // It waits for more than one part of its input while it holds the lock: once it has taken so much, it holds it.
    let part = std::fs::read(&more).unwrap();
    input.write_all(&part.repeat(1 + (1 << 17) / part.len())).unwrap();
    refuses(&store, &["import", "gdelt", more.to_str().unwrap()], "another program is writing");
    refuses(&store, &["compact"], "another program is writing");
    assert_eq!(asked(&store, "SELECT count(*) FROM public_events"), "100", "reading goes on");
    drop(input);
    let done = String::from_utf8(first.wait_with_output().unwrap().stdout).unwrap();
    assert!(done.starts_with("100 rows came in"), "{done}");
    assert_eq!(asked(&store, "SELECT count(*), count(DISTINCT event) FROM public_events"), "200,200");
}

#[test]
fn a_store_of_a_later_mizan_is_left_alone() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let few = events(temporary.path(), "few.csv", 0..100);
    prints(&store, &["import", "gdelt", few.to_str().unwrap()]);
    let newest = store.join("versions/000000000001");
    let text = std::fs::read_to_string(&newest).unwrap();
    std::fs::write(&newest, text.replace("form 1\n", "form 2\n")).unwrap();
    for args in
        [&["query", "SELECT 1"][..], &["status"], &["import", "gdelt", few.to_str().unwrap()], &["add", "samples", "--quiet"], &["compact"]]
    {
        refuses(&store, args, "has form 2, this Mizan writes form 1");
    }
    std::fs::write(&newest, text).unwrap();
    assert_eq!(asked(&store, "SELECT count(*) FROM public_events"), "100");
}

#[test]
fn a_query_with_little_memory_goes_on_with_files() {
    let temporary = tempfile::tempdir().unwrap();
    let store = temporary.path().join("store");
    let many = events(temporary.path(), "many.csv", 0..150_000);
    prints(&store, &["import", "gdelt", many.to_str().unwrap()]);
    let sorted = |memory: &str| {
        let args = [
            "query",
            "--memory",
            memory,
            "--format",
            "csv",
            "SELECT url, event, file, source, target FROM public_events ORDER BY url, event",
        ];
        prints(&store, &args)
    };
    let small = sorted("16MB");
    assert!(small.len() > 16 << 20, "what is sorted is more than fits: {}", small.len());
    assert_eq!(small, sorted("2GB"));
    let grouped = "SELECT count(*) FROM (SELECT url, count(*) FROM public_events GROUP BY url)";
    assert_eq!(prints(&store, &["query", "--memory", "16MB", "--format", "csv", grouped]), "count(*)\n150000\n");
    let joined = "SELECT count(*) FROM public_events a JOIN public_events b ON a.url = b.url";
    refuses(&store, &["query", "--memory", "8MB", joined], "--memory");
    for wrong in ["2", "1MB", "much", "99999999999999999999GB", ""] {
        let output = crate::common::mizan(&store, &["query", "--memory", wrong, "SELECT 1"]);
        assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("8MB or more"), "{wrong}");
    }
}
