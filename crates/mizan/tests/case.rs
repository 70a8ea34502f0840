//! The page of the case is what the program makes today: `docs/case-kazakhstan.md`, made again out of the shared tables and compared.

#![expect(clippy::print_stderr, reason = "a test that is skipped says why")]

use std::path::Path;
use std::process::Command;

#[test]
fn the_case_is_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared = std::env::var_os("MIZAN_SHARED").map_or_else(|| root.join("../shared"), Into::into);
    if !shared.join("data/trade").is_dir() {
        eprintln!("{} is not here; skipped", shared.display());
        return;
    }
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("python3 is not here; skipped");
        return;
    }
    let script = root.join("bench/case_kazakhstan.py");
    let mut command = Command::new("python3");
    command.arg(script).arg("--check").args(["--mizan", env!("CARGO_BIN_EXE_mizan")]).arg("--shared").arg(shared);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
}
