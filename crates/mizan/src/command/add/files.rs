//! The files under the paths that were given.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::super::input;

/// Files in a fixed order, and how large they are together.
pub(super) struct Found {
    pub(super) paths: Vec<String>,
    pub(super) bytes: u64,
}

/// All files named or in the folders named, folders within folders too, in the order of their names. What begins with a dot is passed over.
pub(super) fn under(paths: &[String]) -> anyhow::Result<Found> {
    let mut found = Found { paths: Vec::new(), bytes: 0 };
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
        } else {
            found.bytes += data.map_or(0, |d| d.len());
            found.paths.push(path.to_string_lossy().into_owned());
        }
    }
    Ok(())
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
