//! Writing: rows of any tables become one version of the store, all of them or none.
//!
//! 1. Rows are written as files into their tables' folders and made durable; no table knows them yet.
//! 2. The journal names them all. From here on the version will be there, whatever happens: who opens the store for writing next goes on.
//! 3. Each table's log takes its files (noting the version's number, so that nothing is taken twice), documents last.
//! 4. The version's file names the tables' new versions; the journal goes.
//!
//! Killed before 2, nothing was added, and the files are swept by the next compaction. Killed after 2, everything is.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use datafusion::arrow::array::RecordBatch;

use crate::append::{HELD, LARGE, Loaded, Loader, Part};
use crate::delta::{Action, Added, State};
use crate::journal::Journal;
use crate::lock::Lock;
use crate::rows::{Row, Rows};
use crate::store::{Store, now};
use crate::version::Version;
use crate::{Error, Table};

/// The one writer of a store.
pub struct Writer {
    store: Store,
    by: String,
    version: Version,
    states: BTreeMap<Table, State>,
    waiting: BTreeMap<Table, Rows>,
    parts: BTreeMap<Table, Part>,
    staged: BTreeMap<Table, Vec<Added>>,
    _lock: Lock,
}

impl Writer {
    pub(crate) fn open(store: &Store, by: &str) -> Result<Writer, Error> {
        let lock = Lock::take(&store.folder)?;
        let empty = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let (states, waiting, parts, staged) = empty;
        let mut writer =
            Writer { store: store.clone(), by: by.to_string(), version: store.newest()?, states, waiting, parts, staged, _lock: lock };
        writer.recover()?;
        Ok(writer)
    }

    /// The number of the version that the next commit makes.
    pub fn next(&self) -> u64 {
        self.version.number + 1
    }

    /// The store it writes to.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Add a row to the version under way.
    ///
    /// # Errors
    /// When rows had to be written to make room, and could not be.
    pub fn add<R: Row>(&mut self, row: &R) -> Result<(), Error> {
        let rows = self.waiting.entry(R::TABLE).or_insert_with(|| Rows::new(R::TABLE));
        rows.add(row);
        if rows.len() >= HELD { self.flush(R::TABLE) } else { Ok(()) }
    }

    /// What writes many rows of one table on a thread of its own.
    ///
    /// # Errors
    /// When the table cannot be made.
    pub fn loader(&self, table: Table) -> Result<Loader, Error> {
        let log = self.store.log(table);
        log.make(now())?;
        Ok(Loader::new(log, table))
    }

    /// Take what a loader has written into the version under way.
    pub fn accept(&mut self, loaded: Loaded) {
        if !loaded.files.is_empty() {
            self.staged.entry(loaded.table).or_default().extend(loaded.files);
        }
    }

    fn flush(&mut self, table: Table) -> Result<(), Error> {
        let Some(rows) = self.waiting.get_mut(&table).filter(|r| !r.is_empty()) else { return Ok(()) };
        let batch = rows.take();
        self.stage(table, &batch)
    }

    fn stage(&mut self, table: Table, batch: &RecordBatch) -> Result<(), Error> {
        let log = self.store.log(table);
        log.make(now())?;
        let part = match self.parts.entry(table) {
            Entry::Occupied(there) => there.into_mut(),
            Entry::Vacant(place) => place.insert(Part::begin(&log, table)?),
        };
        part.write(batch)?;
        if part.size() > LARGE { self.end(table) } else { Ok(()) }
    }

    fn end(&mut self, table: Table) -> Result<(), Error> {
        if let Some(part) = self.parts.remove(&table) {
            self.staged.entry(table).or_default().push(part.end()?);
        }
        Ok(())
    }

    /// Make what was added a version of the store. With nothing added, there is no new version.
    ///
    /// # Errors
    /// When the disk is full or the folder cannot be written: then nothing was added, or all of it will be there when the store is next written to.
    pub fn commit(&mut self) -> Result<Version, Error> {
        Table::ALL.into_iter().try_for_each(|t| self.flush(t).and_then(|()| self.end(t)))?;
        if self.staged.is_empty() {
            return Ok(self.version.clone());
        }
        let added = |files: Vec<Added>| files.into_iter().map(|file| Action::Add(file, true)).collect();
        let changes = std::mem::take(&mut self.staged).into_iter().map(|(table, files)| (table, added(files))).collect();
        self.change(changes, self.by.clone())
    }

    /// Make changes to tables a version of the store.
    pub(crate) fn change(&mut self, changes: BTreeMap<Table, Vec<Action>>, by: String) -> Result<Version, Error> {
        let journal = Journal { number: self.next(), by, changes };
        journal.write(&self.store.folder)?;
        self.finish(journal)
    }

    fn recover(&mut self) -> Result<(), Error> {
        match Journal::read(&self.store.folder)? {
            Some(journal) if journal.number > self.version.number => self.finish(journal).map(drop),
            Some(_) => Journal::done(&self.store.folder),
            None => Ok(()),
        }
    }

    fn finish(&mut self, journal: Journal) -> Result<Version, Error> {
        let Journal { number, by, mut changes } = journal;
        for table in Table::ALL {
            let Some(actions) = changes.remove(&table) else { continue };
            let log = self.store.log(table);
            self.state(table)?;
            let state = self.states.get_mut(&table).expect("it was read");
            let at = log.commit(state, actions, &by, number, now())?;
            self.version.tables.insert(table, at);
        }
        self.version = Version { number, by, moment: now().max(self.version.moment + 1), tables: self.version.tables.clone() };
        self.version.write(&self.store.folder)?;
        Journal::done(&self.store.folder)?;
        Ok(self.version.clone())
    }

    /// What a table is made of now.
    pub(crate) fn state(&mut self, table: Table) -> Result<&State, Error> {
        if !self.states.contains_key(&table) {
            let state = self.store.log(table).state(None)?;
            self.states.insert(table, state);
        }
        Ok(&self.states[&table])
    }

    pub(crate) fn tables(&self) -> Vec<Table> {
        self.version.tables.keys().copied().collect()
    }
}
