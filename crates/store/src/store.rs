//! A store on disk: made, opened, its versions found.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use tokio::runtime::Runtime;

use crate::delta::Log;
use crate::snapshot::{MEMORY, Snapshot};
use crate::version::{self, Version};
use crate::writer::Writer;
use crate::{Error, Table};

/// Which version is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AsOf {
    /// The newest.
    #[default]
    Newest,
    /// The one with this number.
    Number(u64),
    /// The newest that was there at this moment, microseconds since 1970.
    Moment(i64),
}

/// A store that is there.
#[derive(Clone)]
pub struct Store {
    pub(crate) folder: PathBuf,
    pub(crate) runtime: Arc<Runtime>,
}

impl Store {
    /// Open a store.
    ///
    /// # Errors
    /// When there is none, it is of a later form, or it cannot be read.
    pub fn open(folder: &Path) -> Result<Store, Error> {
        let numbers = version::numbers(folder)?;
        let newest = numbers.last().ok_or_else(|| Error::Missing(folder.to_path_buf()))?;
        Version::read(folder, *newest)?;
        Ok(Store { folder: absolute(folder)?, runtime: runtime()? })
    }

    /// Open a store, or make an empty one in a folder that is new or empty.
    ///
    /// # Errors
    /// When the folder holds something else or cannot be written.
    pub fn open_or_make(folder: &Path) -> Result<Store, Error> {
        match Store::open(folder) {
            Err(Error::Missing(_)) => Store::make(folder),
            other => other,
        }
    }

    fn make(folder: &Path) -> Result<Store, Error> {
        let failed = || Error::file(folder);
        std::fs::create_dir_all(folder).map_err(failed())?;
        let own = ["lock", "versions"];
        let strange = std::fs::read_dir(folder).map_err(failed())?.filter_map(Result::ok).any(|e| !own.iter().any(|o| e.file_name() == *o));
        if strange {
            return Err(Error::Foreign(folder.to_path_buf()));
        }
        std::fs::create_dir_all(folder.join("versions")).map_err(failed())?;
        Version { number: 0, moment: now(), by: "new".into(), tables: BTreeMap::new() }.write(folder)?;
        Store::open(folder)
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All versions that are kept, oldest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn versions(&self) -> Result<Vec<Version>, Error> {
        version::numbers(&self.folder)?.into_iter().map(|n| Version::read(&self.folder, n)).collect()
    }

    pub(crate) fn newest(&self) -> Result<Version, Error> {
        let numbers = version::numbers(&self.folder)?;
        let newest = numbers.last().ok_or_else(|| Error::Missing(self.folder.clone()))?;
        Version::read(&self.folder, *newest)
    }

    /// The version asked for.
    ///
    /// # Errors
    /// When there is none such.
    pub fn version(&self, asked: AsOf) -> Result<Version, Error> {
        let found = match asked {
            AsOf::Newest => return self.newest(),
            AsOf::Number(n) => version::numbers(&self.folder)?.contains(&n).then(|| Version::read(&self.folder, n)).transpose()?,
            AsOf::Moment(m) => self.versions()?.into_iter().rev().find(|v| v.moment <= m),
        };
        found.map_or_else(|| Err(self.no_version(asked)), Ok)
    }

    fn no_version(&self, asked: AsOf) -> Error {
        let numbers = version::numbers(&self.folder).unwrap_or_default();
        let asked = match asked {
            AsOf::Newest => "newest".to_string(),
            AsOf::Number(n) => n.to_string(),
            AsOf::Moment(m) => jiff::Timestamp::from_microsecond(m).map_or_else(|_| m.to_string(), |t| format!("of {t} or before")),
        };
        Error::NoVersion { asked, first: numbers.first().copied().unwrap_or(0), last: numbers.last().copied().unwrap_or(0) }
    }

    /// The tables as they were at a version.
    ///
    /// # Errors
    /// When there is no such version, or a table cannot be read.
    pub fn snapshot(&self, asked: AsOf) -> Result<Snapshot, Error> {
        self.snapshot_within(asked, MEMORY)
    }

    /// The tables as they were at a version, with so many bytes of memory for a query before it goes on with files on disk.
    ///
    /// # Errors
    /// When there is no such version, or a table cannot be read.
    pub fn snapshot_within(&self, asked: AsOf, memory: usize) -> Result<Snapshot, Error> {
        Snapshot::open(self, self.version(asked)?, memory)
    }

    /// The right to write; what an earlier writer left half done is brought to its end first.
    ///
    /// # Errors
    /// When another program writes, or the folder cannot be written.
    pub fn writer(&self, by: &str) -> Result<Writer, Error> {
        Writer::open(self, by)
    }

    pub(crate) fn log(&self, table: Table) -> Log {
        Log::of(&self.folder, table)
    }
}

fn runtime() -> Result<Arc<Runtime>, Error> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().map(Arc::new).map_err(Error::file("threads"))
}

fn absolute(folder: &Path) -> Result<PathBuf, Error> {
    folder.canonicalize().map_err(Error::file(folder))
}

/// Microseconds since 1970.
pub(crate) fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_micros() as i64)
}
