//! ARCHITECTURE.md is read, and held against the workspace.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Crate name to folder and allowed dependencies, out of the code map.
fn code_map() -> BTreeMap<String, (String, BTreeSet<String>)> {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let names = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let rows = page.lines().filter(|l| l.starts_with("| `mizan"));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        (names(cells[1])[0].clone(), (names(cells[2])[0].clone(), names(cells[3]).into_iter().collect()))
    })
    .collect()
}

fn manifest(folder: &Path) -> String {
    fs::read_to_string(folder.join("Cargo.toml")).unwrap()
}

/// The crates of ours that a manifest's `[dependencies]` names.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let part = manifest.split("[dependencies]").nth(1).unwrap_or("").split("\n[").next().unwrap_or("");
    let name = |line: &str| line.split(['.', '=', ' ']).next().unwrap_or("").to_owned();
    part.lines().map(name).filter(|n| n.starts_with("mizan")).collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            out.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
    out
}

#[test]
fn the_code_map_names_every_crate_and_only_allowed_dependencies() {
    let map = code_map();
    let folders: BTreeSet<String> =
        fs::read_dir(root().join("crates")).unwrap().map(|e| format!("crates/{}", e.unwrap().file_name().to_string_lossy())).collect();
    assert_eq!(map.values().map(|(folder, _)| folder.clone()).collect::<BTreeSet<_>>(), folders, "ARCHITECTURE.md, code map: folders");
    for (name, (folder, allowed)) in map {
        let manifest = manifest(&root().join(&folder));
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{folder} is not {name}");
        assert_eq!(dependencies(&manifest), allowed, "{name}: dependencies differ from the code map");
    }
}

#[test]
fn only_the_outermost_crate_touches_the_world() {
    for room in ["text", "record", "read", "gather", "likeness", "annotate", "code", "public", "measure"] {
        for path in sources(&root().join("crates").join(room).join("src")) {
            let source = fs::read_to_string(&path).unwrap();
            let code = source.split("#[cfg(test)]").next().unwrap_or("");
            for forbidden in ["std::fs", "std::net", "std::env", "SystemTime", "println!"] {
                let said = code.lines().any(|l| l.contains(forbidden) && !l.trim_start().starts_with("//"));
                assert!(!said, "{} names {forbidden}", path.display());
            }
        }
    }
}

#[test]
fn every_folder_in_the_tables_exists() {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let table = page.split("Beside the crates:").nth(1).unwrap().split("## ").next().unwrap();
    for row in table.lines().filter(|l| l.starts_with("| `")) {
        let folder = row.split('`').nth(1).unwrap();
        assert!(root().join(folder).is_dir(), "{folder} is in ARCHITECTURE.md but not in the repository");
    }
}

#[test]
fn nothing_opens_a_connection_to_elsewhere() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let names: BTreeSet<&str> = lock.lines().filter_map(|l| l.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    for client in
        ["reqwest", "ureq", "curl", "rustls", "native-tls", "openssl", "tokio-rustls", "h2", "quinn", "tungstenite", "hyper-rustls"]
    {
        assert!(!names.contains(client), "{client} is a dependency");
    }
    for path in sources(&root().join("crates")) {
        let source = fs::read_to_string(&path).unwrap();
        let code = source.split("#[cfg(test)]").next().unwrap_or("");
        let (tests, serve) = (path.to_string_lossy().contains("/tests/"), path.ends_with("mizan/src/serve.rs"));
        for (name, allowed) in [("TcpStream", tests), ("UdpSocket", false), ("ToSocketAddrs", false), ("TcpListener", serve || tests)] {
            assert!(allowed || !code.contains(name), "{} names {name}", path.display());
        }
    }
}
