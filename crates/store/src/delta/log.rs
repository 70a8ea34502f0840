//! The log of a table: numbered entries, each there wholly or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::action::{Action, Added, READER};
use super::checkpoint;
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
    /// The number of the log's next entry: one more than the version.
    next: u64,
    /// Its files by name.
    pub(crate) files: BTreeMap<String, Added>,
    /// What programs have noted, by their names: Mizan, the newest version of the store that it belongs to.
    notes: BTreeMap<String, i64>,
    /// Files that were part of it, and until when.
    gone: BTreeMap<String, i64>,
    /// What holds for the whole table.
    said: BTreeMap<&'static str, Value>,
}

/// So long a file that was removed is told of in checkpoints, in milliseconds: a week, as the protocol has it where nothing else is said.
const TOLD: i64 = 7 * 24 * 3600 * 1000;

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

    /// Make the table, unless it is there; another program may have cleared away what its checkpoints cover.
    pub(crate) fn make(&self, moment: i64) -> Result<(), Error> {
        if self.entry(0).is_file() || !checkpoint::before(&self.entries(), None).is_empty() {
            return Ok(());
        }
        fs::create_dir_all(self.entries()).map_err(Error::file(&self.folder))?;
        files::sync(&self.folder)?;
        let id = unlike_any_other()?;
        self.put(
            0,
            &[Action::Info("CREATE TABLE".into(), moment / 1000), Action::protocol(), Action::metadata(self.table, &id, moment / 1000)],
        )
    }

    /// What the table was made of at a version; the newest when none is named.
    pub(crate) fn state(&self, at: Option<u64>) -> Result<State, Error> {
        let mut state = self.checkpoint(at).unwrap_or_default();
        for version in state.next..=at.unwrap_or(u64::MAX) {
            let file = self.entry(version);
            match (files::read(&file)?, at) {
                (Some(text), _) => state.play(version, &text, &file)?,
                (None, None) if version > 0 => break,
                (None, _) => return Err(Error::Damaged { file, what: "an entry of the table's log is not there".into() }),
            }
        }
        Ok(state)
    }

    /// What the table was made of at the newest checkpoint that can be read.
    fn checkpoint(&self, at: Option<u64>) -> Option<State> {
        let entries = self.entries();
        checkpoint::before(&entries, at).into_iter().find_map(|version| {
            let mut state = State::default();
            state.play(version, &checkpoint::read(&entries, version)?, &entries).ok()?;
            state.said.contains_key("metaData").then_some(state)
        })
    }

    /// The names of all files that were part of the table at a version or came to it later.
    pub(crate) fn files_since(&self, version: u64) -> Result<BTreeSet<String>, Error> {
        let mut state = self.state(Some(version))?;
        let mut files: BTreeSet<String> = state.files.keys().cloned().collect();
        while let Some(text) = files::read(&self.entry(state.next))? {
            state.files.clear();
            state.play(state.next, &text, &self.entry(state.next))?;
            files.extend(std::mem::take(&mut state.files).into_keys());
        }
        Ok(files)
    }

    /// Append an entry for a version of the store. Done for that version before, it is not done again. Gives the table's version.
    pub(crate) fn commit(&self, state: &mut State, mut actions: Vec<Action>, by: &str, number: u64, moment: i64) -> Result<u64, Error> {
        if state.notes.get(APP).is_some_and(|v| *v >= number as i64) {
            return Ok(state.version());
        }
        let head = [Action::Info(by.to_string(), moment / 1000), Action::Transaction(APP.into(), number as i64)];
        actions.splice(0..0, head);
        let version = state.next;
        self.put(version, &actions)?;
        actions.into_iter().for_each(|action| state.take(action));
        state.next = version + 1;
        if version.is_multiple_of(checkpoint::EVERY) {
            // The entry is there: without a checkpoint reading takes longer, and the next one makes up for it.
            let _ = checkpoint::write(&self.entries(), version, &state.lines(moment / 1000));
        }
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
    /// The version.
    pub(crate) fn version(&self) -> u64 {
        self.next.saturating_sub(1)
    }

    fn play(&mut self, version: u64, text: &str, file: &Path) -> Result<(), Error> {
        let damaged = |what: &str| Error::Damaged { file: file.to_path_buf(), what: what.into() };
        self.next = version + 1;
        for line in text.lines().filter(|l| !l.trim().is_empty()) {
            let action = Action::parse(line).ok_or_else(|| damaged("a line is no action"))?;
            if action.asks().is_some_and(|needed| needed > READER) {
                return Err(damaged("another program has raised the table's protocol beyond what Mizan reads"));
            }
            self.take(action);
        }
        Ok(())
    }

    fn take(&mut self, action: Action) {
        match action {
            Action::Add(file, _) => {
                self.gone.remove(&file.path);
                self.files.insert(file.path.clone(), file);
            }
            Action::Remove(path, moment) => {
                self.files.remove(&path);
                self.gone.insert(path, moment);
            }
            Action::Transaction(app, version) => drop(self.notes.insert(app, version)),
            Action::Said(name, body) => drop(self.said.insert(name, body)),
            Action::Info(..) | Action::Other => {}
        }
    }

    /// The lines of a log that leads to this state at once.
    fn lines(&self, now: i64) -> Vec<String> {
        let said = self.said.iter().map(|(name, body)| Action::Said(name, body.clone()));
        let notes = self.notes.iter().map(|(app, version)| Action::Transaction(app.clone(), *version));
        let gone = self.gone.iter().filter(|(_, moment)| now - **moment < TOLD).map(|(path, moment)| Action::Remove(path.clone(), *moment));
        let files = self.files.values().map(|file| Action::Add(file.clone(), false));
        said.chain(notes).chain(gone).chain(files).map(|action| action.line()).collect()
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
