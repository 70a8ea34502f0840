//! The log of a table: numbered entries, each there wholly or not at all.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::action::{Action, Added, READER};
use crate::{Error, Table, files};

/// Under this name the log notes the version of the store that an entry belongs to.
const APP: &str = "mizan";

/// A table's log.
#[derive(Debug, Clone)]
pub(crate) struct Log {
    table: Table,
    folder: PathBuf,
}

/// What a table is made of at one version.
#[derive(Debug, Clone, Default)]
pub(crate) struct State {
    /// The version.
    pub(crate) version: u64,
    /// Its files by name.
    pub(crate) files: BTreeMap<String, Added>,
    /// The newest version of the store that it belongs to.
    pub(crate) store: Option<i64>,
}

impl Log {
    /// The log of a table in its folder.
    pub(crate) fn of(store: &Path, table: Table) -> Log {
        Log { table, folder: store.join(table.name()) }
    }

    /// Where the table's files lie.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    fn entries(&self) -> PathBuf {
        self.folder.join("_delta_log")
    }

    fn entry(&self, version: u64) -> PathBuf {
        self.entries().join(format!("{version:020}.json"))
    }

    /// Make the table, unless it is there.
    pub(crate) fn make(&self, moment: i64) -> Result<(), Error> {
        if self.entry(0).is_file() {
            return Ok(());
        }
        fs::create_dir_all(self.entries()).map_err(Error::file(&self.folder))?;
        files::sync(&self.folder)?;
        let id = unlike_any_other()?;
        self.put(
            0,
            &[Action::Info("CREATE TABLE".into(), moment / 1000), Action::Protocol, Action::Metadata(self.table, id, moment / 1000)],
        )
    }

    /// What the table was made of at a version; the newest when none is named.
    pub(crate) fn state(&self, at: Option<u64>) -> Result<State, Error> {
        let mut state = State::default();
        for version in 0..=at.unwrap_or(u64::MAX) {
            let file = self.entry(version);
            match (files::read(&file)?, at) {
                (Some(text), _) => state.play(version, &text, &file)?,
                (None, None) if version > 0 => break,
                (None, _) => return Err(Error::Damaged { file, what: "an entry of the table's log is not there".into() }),
            }
        }
        Ok(state)
    }

    /// Append an entry for a version of the store. Done for that version before, it is not done again. Gives the table's version.
    pub(crate) fn commit(&self, state: &mut State, mut actions: Vec<Action>, by: &str, number: u64, moment: i64) -> Result<u64, Error> {
        if state.store.is_some_and(|v| v >= number as i64) {
            return Ok(state.version);
        }
        let head = [Action::Info(by.to_string(), moment / 1000), Action::Transaction(APP.into(), number as i64)];
        actions.splice(0..0, head);
        let version = state.version + 1;
        self.put(version, &actions)?;
        actions.into_iter().for_each(|action| state.take(action));
        state.version = version;
        Ok(version)
    }

    /// An entry is written under another name and then linked to its own, which fails if another program has taken the number.
    fn put(&self, version: u64, actions: &[Action]) -> Result<(), Error> {
        let (entry, text) = (self.entry(version), actions.iter().map(|a| a.line() + "\n").collect::<String>());
        let beside = self.entries().join(format!(".{version:020}.tmp"));
        files::write(&beside, text.as_bytes())?;
        let linked = fs::hard_link(&beside, &entry).map_err(Error::file(&entry));
        files::remove(&beside)?;
        linked?;
        files::sync(&self.entries())
    }
}

impl State {
    fn play(&mut self, version: u64, text: &str, file: &Path) -> Result<(), Error> {
        self.version = version;
        for line in text.lines().filter(|l| !l.trim().is_empty()) {
            if Action::asks(line).is_some_and(|needed| needed > READER) {
                return Err(Error::Damaged {
                    file: file.to_path_buf(),
                    what: "another program has raised the table's protocol beyond what Mizan reads".into(),
                });
            }
            let action =
                Action::parse(line).ok_or_else(|| Error::Damaged { file: file.to_path_buf(), what: "a line is no action".into() })?;
            self.take(action);
        }
        Ok(())
    }

    fn take(&mut self, action: Action) {
        match action {
            Action::Add(file, _) => drop(self.files.insert(file.path.clone(), file)),
            Action::Remove(path, _) => drop(self.files.remove(&path)),
            Action::Transaction(app, version) if app == APP => self.store = Some(version),
            _ => {}
        }
    }
}

/// A random identifier in the form of a UUID, version 4.
pub(crate) fn unlike_any_other() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|e| Error::file("random numbers")(std::io::Error::other(e)))?;
    let number = u128::from_be_bytes(bytes) & !(0xf << 76 | 0x3 << 62) | 4 << 76 | 2 << 62;
    let hex = format!("{number:032x}");
    Ok(format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]))
}
