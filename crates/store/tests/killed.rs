//! Killed at any moment and started again, the store holds each document exactly once, with all of its events or not at all.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use mizan_store::{AsOf, Store, row};

/// Where the child writes; its presence makes a child of this program.
const CHILD: &str = "MIZAN_TEST_CHILD";
const EVENTS: usize = 5;
const BATCH: usize = 3;

/// Adds the next documents, a few at a time, for ever.
fn write_for_ever(folder: &Path) {
    let store = Store::open_or_make(folder).unwrap();
    let mut writer = store.writer("add").unwrap();
    let there = store.snapshot(AsOf::Newest).unwrap().collect("SELECT document FROM documents").unwrap();
    let mut next = there.iter().map(|b| b.num_rows()).sum::<usize>();
    loop {
        for _ in 0..BATCH {
            add(&mut writer, &format!("d{next:06}"));
            next += 1;
        }
        writer.commit().unwrap();
    }
}

fn add(writer: &mut mizan_store::Writer, id: &str) {
    let document = row::Document {
        document: id,
        story: id,
        source: "s",
        url: None,
        outlet: None,
        outlet_country: None,
        language: None,
        title: None,
        published: None,
        published_rule: None,
        text: "t",
        sentences: 1,
        likeness: &[],
        model: "m",
        run: 1,
    };
    writer.add(&document).unwrap();
    for n in 0..EVENTS {
        let doubt = row::Doubt { document: Some(id), source: "s", name: "n", detail: &n.to_string(), count: 1, run: 1 };
        writer.add(&doubt).unwrap();
    }
}

fn child(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed_at_any_moment", "--nocapture"])
        .env(CHILD, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// A moment for the child to die in: the kills walk through the first tenth of a second in steps that never meet the same phase twice.
fn moment(kill: u64) -> Duration {
    Duration::from_micros(5_000 + (kill * 7_919) % 130_000)
}

#[test]
fn killed_at_any_moment() {
    if let Some(folder) = std::env::var_os(CHILD) {
        write_for_ever(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    for kill in 0..200 {
        let mut child = child(folder.path());
        std::thread::sleep(moment(kill));
        child.kill().unwrap();
        child.wait().unwrap();
        if kill % 20 == 19 {
            check(folder.path());
        }
    }
    let documents = check(folder.path());
    assert!(documents > 0, "the child never came to write");
}

/// Opens for writing, as the next run would, and counts.
fn check(folder: &Path) -> usize {
    let Ok(store) = Store::open(folder) else { return 0 };
    drop(store.writer("add").unwrap());
    let snapshot = store.snapshot(AsOf::Newest).unwrap();
    let wrong = "SELECT d.document, count(*) FROM documents d LEFT JOIN doubts x ON d.document = x.document GROUP BY d.document HAVING count(*) <> 5 OR count(DISTINCT x.detail) <> 5";
    assert_eq!(
        snapshot.collect(wrong).unwrap().iter().map(|b| b.num_rows()).sum::<usize>(),
        0,
        "a document without all its rows, or twice"
    );
    let orphans = "SELECT x.document FROM doubts x LEFT ANTI JOIN documents d ON d.document = x.document";
    assert_eq!(snapshot.collect(orphans).unwrap().iter().map(|b| b.num_rows()).sum::<usize>(), 0, "rows without their document");
    let there = snapshot.collect("SELECT document FROM documents").unwrap().iter().map(|b| b.num_rows()).sum::<usize>();
    assert_eq!(there % BATCH, 0, "a part of a batch");
    there
}
