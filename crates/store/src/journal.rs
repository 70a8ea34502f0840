//! The commit under way: which files become part of which tables. With it on disk, a version is made even if the program that began it dies.
//!
//! A text file: a line `version N`, `by …`, and a line for each action: the table and the line that goes into its log.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::delta::Action;
use crate::{Error, Table, files};

/// A commit that is ready to be made.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    /// The version it makes.
    pub(crate) number: u64,
    /// What began it.
    pub(crate) by: String,
    /// What each table's log is to say.
    pub(crate) changes: BTreeMap<Table, Vec<Action>>,
}

fn place(folder: &Path) -> PathBuf {
    folder.join("journal")
}

impl Journal {
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Error> {
        let mut text = format!("version {}\nby {}\n", self.number, self.by.replace('\n', " "));
        for (table, actions) in &self.changes {
            for action in actions {
                text += &format!("{} {}\n", table.name(), action.line());
            }
        }
        files::write_whole(&place(folder), text.as_bytes())
    }

    /// What was left under way, if anything was.
    pub(crate) fn read(folder: &Path) -> Result<Option<Journal>, Error> {
        let file = place(folder);
        let Some(text) = files::read(&file)? else { return Ok(None) };
        let mut out = Journal::default();
        for line in text.lines() {
            let wrong = |what: &str| Error::Damaged { file: file.clone(), what: format!("{what}: `{line}`") };
            let (key, value) = line.split_once(' ').ok_or_else(|| wrong("no value"))?;
            match key {
                "version" => out.number = value.parse().map_err(|_| wrong("no number"))?,
                "by" => out.by = value.to_string(),
                name => {
                    let table = Table::named(name).ok_or_else(|| wrong("no such table"))?;
                    let action = Action::parse(value).ok_or_else(|| wrong("no action"))?;
                    out.changes.entry(table).or_default().push(action);
                }
            }
        }
        Ok(Some(out))
    }

    pub(crate) fn done(folder: &Path) -> Result<(), Error> {
        files::remove(&place(folder))
    }
}
