//! What tests of the program share.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The program with its store.
pub(crate) fn mizan(store: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(args)
        .env("MIZAN_STORE", store)
        .current_dir(root())
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// A file with this text, as an argument.
pub(crate) fn written(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

/// What a command prints when it ends well.
pub(crate) fn prints(store: &Path, args: &[&str]) -> String {
    let output = mizan(store, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What a command says when it refuses: exit code 1, a message and a hint, no panic.
pub(crate) fn refuses(store: &Path, args: &[&str], says: &str) {
    let output = mizan(store, args);
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{args:?}: {message}");
    assert!(message.starts_with("error: ") && message.contains(says) && message.contains("hint: "), "{args:?}: {message}");
}

/// The rows of an answer, as CSV without its header.
pub(crate) fn asked(store: &Path, sql: &str) -> String {
    let csv = prints(store, &["query", "--format", "csv", sql]);
    csv.lines().skip(1).collect::<Vec<_>>().join("\n")
}

const GDELT_COLUMNS: usize = 57;

/// A line in the columns of GDELT 1.0, written for this test.
pub(crate) fn gdelt_line(id: u32, day: &str, source: &str, target: &str, code: &str) -> String {
    let mut cells = vec![String::new(); GDELT_COLUMNS];
    let set = [
        (0, id.to_string()),
        (1, day.into()),
        (5, source.into()),
        (7, source.into()),
        (15, target.into()),
        (17, target.into()),
        (25, "1".into()),
        (26, code.into()),
        (27, code[..3.min(code.len())].into()),
        (28, code[..2].into()),
        (29, "1".into()),
        (30, "3.4".into()),
        (31, "6".into()),
        (32, "2".into()),
        (33, "5".into()),
        (34, "-1.5".into()),
    ];
    for (at, value) in set {
        cells[at] = value;
    }
    cells.join("\t") + "\n"
}
