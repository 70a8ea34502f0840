//! Small files become large ones, and files that no kept version needs are removed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;

use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::append::{LARGE, Part};
use crate::delta::{Action, Added};
use crate::store::now;
use crate::version;
use crate::writer::Writer;
use crate::{Error, Table, files};

/// What a compaction did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Compacted {
    /// Files that were joined.
    pub joined: u64,
    /// Files that they became.
    pub into: u64,
    /// Files that were removed from the disk.
    pub removed: u64,
    /// Versions of the store that were forgotten.
    pub forgotten: u64,
}

impl Writer {
    /// Join small files, then forget versions older than `keep` microseconds (never the newest) and remove the files that only they needed.
    ///
    /// The joined files hold the rows of the old ones in their order. Stopped halfway, the store is as it was, with files that the next compaction
    /// removes.
    ///
    /// # Errors
    /// When a table cannot be read or written; what was committed before stays.
    pub fn compact(&mut self, keep: i64) -> Result<Compacted, Error> {
        let mut done = Compacted::default();
        let mut changes = BTreeMap::new();
        for table in self.tables() {
            let actions = self.join(table)?;
            let count = |wanted: fn(&Action) -> bool| actions.iter().filter(|a| wanted(a)).count() as u64;
            done.joined += count(|a| matches!(a, Action::Remove(..)));
            done.into += count(|a| matches!(a, Action::Add(..)));
            if !actions.is_empty() {
                changes.insert(table, actions);
            }
        }
        if !changes.is_empty() {
            self.change(changes, "compact".into())?;
        }
        self.sweep(keep, &mut done)?;
        Ok(done)
    }

    /// The actions that put a table's small files together; none when there is at most one.
    fn join(&mut self, table: Table) -> Result<Vec<Action>, Error> {
        let small: Vec<Added> = self.state(table)?.files.values().filter(|f| f.size < LARGE / 2).cloned().collect();
        if small.len() < 2 {
            return Ok(Vec::new());
        }
        let mut small = small;
        small.sort_by(|a, b| (a.moment, &a.path).cmp(&(b.moment, &b.path)));
        let log = self.store().log(table);
        let mut made = Vec::new();
        let mut part = Part::begin(&log, table)?;
        for file in &small {
            let path = log.folder().join(&file.path);
            let broken = |what: String| Error::Damaged { file: path.clone(), what };
            let open = File::open(&path).map_err(Error::file(&path))?;
            let reader = ParquetRecordBatchReaderBuilder::try_new(open).and_then(|b| b.build()).map_err(|e| broken(e.to_string()))?;
            for batch in reader {
                part.write(&batch.map_err(|e| broken(e.to_string()))?)?;
                if part.size() > LARGE {
                    made.push(std::mem::replace(&mut part, Part::begin(&log, table)?).end()?);
                }
            }
        }
        made.push(part.end()?);
        let removed = small.into_iter().map(|f| Action::Remove(f.path, now() / 1000));
        Ok(removed.chain(made.into_iter().map(|f| Action::Add(f, false))).collect())
    }

    fn sweep(&mut self, keep: i64, done: &mut Compacted) -> Result<(), Error> {
        let store = self.store().clone();
        let versions = store.versions()?;
        let newest = versions.last().map_or(0, |v| v.number);
        let (kept, old): (Vec<_>, Vec<_>) = versions.into_iter().partition(|v| v.number == newest || now() - v.moment <= keep);
        old.iter().try_for_each(|v| version::forget(&store.folder, v.number))?;
        done.forgotten = old.len() as u64;
        for table in self.tables() {
            let oldest = kept.iter().filter_map(|v| v.tables.get(&table)).min();
            let needed = oldest.map(|at| store.log(table).files_since(*at)).transpose()?.unwrap_or_default();
            done.removed += remove_all_but(&needed, store.log(table).folder())?;
        }
        Ok(())
    }
}

fn remove_all_but(needed: &BTreeSet<String>, folder: &std::path::Path) -> Result<u64, Error> {
    let mut removed = 0;
    for entry in std::fs::read_dir(folder).map_err(Error::file(folder))?.filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".parquet") && !needed.contains(&name) {
            files::remove(&entry.path())?;
            removed += 1;
        }
    }
    Ok(removed)
}
