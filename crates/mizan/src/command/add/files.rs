//! The files under the paths that were given.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::super::input;

/// Files in a fixed order, and how large they are together.
#[derive(Default)]
pub(super) struct Found {
    pub(super) paths: Vec<String>,
    pub(super) bytes: u64,
    /// Files in folders that tell of the other files.
    pub(super) about: u64,
}

/// All files named or in the folders named, folders within folders too, in the order of their names. In folders, what begins with a dot
/// and what tells of the other files (README, LICENSE) is passed over; named, it is read.
pub(super) fn under(paths: &[String]) -> anyhow::Result<Found> {
    let mut found = Found::default();
    for path in paths {
        if path == "-" {
            found.paths.push(path.clone());
            continue;
        }
        let data = std::fs::metadata(path).map_err(|e| {
            input(format!("`{path}`: {e}\nhint: check the path; a pattern that matches nothing is passed on by the shell as it stands"))
        })?;
        if data.is_dir() {
            folder(Path::new(path), &mut found)?;
        } else {
            found.bytes += data.len();
            found.paths.push(path.clone());
        }
    }
    Ok(found)
}

fn folder(path: &Path, found: &mut Found) -> anyhow::Result<()> {
    let failed = |e: std::io::Error| input(format!("`{}`: {e}\nhint: check that the folder can be read", path.display()));
    let mut inside: Vec<PathBuf> = std::fs::read_dir(path).map_err(failed)?.filter_map(Result::ok).map(|e| e.path()).collect();
    inside.sort();
    for path in inside.into_iter().filter(|p| !p.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'))) {
        let data = std::fs::metadata(&path);
        if data.as_ref().is_ok_and(|d| d.is_dir()) {
            folder(&path, found)?;
        } else if is_about(&path) {
            found.about += 1;
        } else {
            found.bytes += data.map_or(0, |d| d.len());
            found.paths.push(path.to_string_lossy().into_owned());
        }
    }
    Ok(())
}

/// Whether a file tells of the others in its folder, by its name: `README`, `readme.md`, `LICENSE-MIT`, `license.txt`.
fn is_about(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let (word, rest) = name.split_at(name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len()));
    let bare = |rest: &str| rest.is_empty() || [".md", ".txt", ".rst"].contains(&rest);
    match word {
        "readme" => bare(rest),
        "license" | "licence" => bare(rest) || rest.starts_with('-'),
        _ => false,
    }
}

/// The name of a file without its folder.
pub(super) fn name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(|| path.to_string(), |n| n.to_string_lossy().into_owned())
}

pub(super) fn open(path: &str) -> anyhow::Result<Box<dyn Read + Send>> {
    if path == "-" {
        return Ok(Box::new(std::io::stdin()));
    }
    let file = std::fs::File::open(path).map_err(|e| input(format!("`{path}`: {e}")))?;
    Ok(Box::new(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_named_as_telling_of_the_others_is_passed_over() {
        for name in ["README", "a/readme.md", "ReadMe.txt", "LICENSE", "LICENSE-MIT", "licence.md"] {
            assert!(is_about(Path::new(name)), "{name}");
        }
        for name in ["readme-first.html", "readme.jsonl", "license.html", "licensed.txt", "report.md", "отчёт.txt", "readmeé.md"] {
            assert!(!is_about(Path::new(name)), "{name}");
        }
    }
}
