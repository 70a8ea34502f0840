//! Versions of the store: which version of each table belongs together.
//!
//! A version is a small text file, `versions/000000000012`: a line `form 1`, a line with the moment (microseconds since 1970), and a line for each
//! table with its Delta version. It is written last, so that what it names is there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::{Error, Table, files};

/// The form of the folder that this program writes.
pub(crate) const FORM: u32 = 1;

/// One version of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 0 (empty) up.
    pub number: u64,
    /// When it was made, microseconds since 1970.
    pub moment: i64,
    /// What made it (`add`, `import gdelt`, `compact`).
    pub by: String,
    /// The Delta version of each table.
    pub tables: BTreeMap<Table, u64>,
}

impl Version {
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Error> {
        let mut text = format!("form {FORM}\nmoment {}\nby {}\n", self.moment, self.by.replace('\n', " "));
        self.tables.iter().for_each(|(t, v)| text += &format!("{} {v}\n", t.name()));
        files::write_whole(&place(folder, self.number), text.as_bytes())
    }

    pub(crate) fn read(folder: &Path, number: u64) -> Result<Version, Error> {
        let file = place(folder, number);
        let text = files::read(&file)?.ok_or_else(|| Error::Damaged { file: file.clone(), what: "it is not there".into() })?;
        parse(&text, number).map_err(|found| match found {
            Wrong::Form(found) => Error::Newer { folder: folder.to_path_buf(), found, own: FORM },
            Wrong::Line(what) => Error::Damaged { file, what },
        })
    }
}

enum Wrong {
    Form(u32),
    Line(String),
}

fn parse(text: &str, number: u64) -> Result<Version, Wrong> {
    let mut out = Version { number, moment: 0, by: String::new(), tables: BTreeMap::new() };
    for line in text.lines() {
        let wrong = || Wrong::Line(format!("`{line}`"));
        let (key, value) = line.split_once(' ').ok_or_else(wrong)?;
        match key {
            "form" => match value.parse() {
                Ok(FORM) => {}
                Ok(other) => return Err(Wrong::Form(other)),
                Err(_) => return Err(wrong()),
            },
            "moment" => out.moment = value.parse().map_err(|_| wrong())?,
            "by" => out.by = value.to_string(),
            name => {
                let table = Table::named(name).ok_or_else(wrong)?;
                out.tables.insert(table, value.parse().map_err(|_| wrong())?);
            }
        }
    }
    Ok(out)
}

fn place(folder: &Path, number: u64) -> PathBuf {
    folder.join("versions").join(format!("{number:012}"))
}

/// The numbers of all versions, ascending; empty when the folder has none.
pub(crate) fn numbers(folder: &Path) -> Result<Vec<u64>, Error> {
    let path = folder.join("versions");
    let entries = match std::fs::read_dir(&path) {
        Ok(entries) => entries,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(Error::file(path)(e)),
    };
    let mut out: Vec<u64> = entries.filter_map(|e| e.ok()?.file_name().to_str()?.parse().ok()).collect();
    out.sort_unstable();
    Ok(out)
}

/// Forget a version; its files stay until they are swept.
pub(crate) fn forget(folder: &Path, number: u64) -> Result<(), Error> {
    files::remove(&place(folder, number))
}
