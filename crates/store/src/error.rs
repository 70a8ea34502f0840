//! What can go wrong with a store, and what to do about it.

use std::path::PathBuf;

use datafusion::error::DataFusionError;

/// Why a store could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is none.
    #[error("there is no store in `{}`\nhint: `mizan add` makes one; --store or MIZAN_STORE says where it is", .0.display())]
    Missing(PathBuf),
    /// The folder holds something else.
    #[error("`{}` is not empty and is no store of Mizan's\nhint: give an empty or new folder with --store", .0.display())]
    Foreign(PathBuf),
    /// Made by a later Mizan.
    #[error("the store in `{}` has form {found}, this Mizan writes form {own}\nhint: use the Mizan that wrote it, or a later one", .folder.display())]
    Newer {
        /// Where it is.
        folder: PathBuf,
        /// Its form.
        found: u32,
        /// The form of this program.
        own: u32,
    },
    /// Somebody else writes to it.
    #[error("another program is writing to the store in `{}`\nhint: wait until it has ended; reading is possible meanwhile", .0.display())]
    Locked(PathBuf),
    /// No version fits `--as-of`.
    #[error("the store has no version {asked}; it has {first} to {last}\nhint: `mizan status` lists them")]
    NoVersion {
        /// What was asked for.
        asked: String,
        /// The oldest that is kept.
        first: u64,
        /// The newest.
        last: u64,
    },
    /// A file of the store's own cannot be understood.
    #[error("`{}` is damaged: {what}\nhint: restore it from a copy; `mizan status --verify` tells what else is wrong", .file.display())]
    Damaged {
        /// Which file.
        file: PathBuf,
        /// What is wrong.
        what: String,
    },
    /// A file cannot be read or written.
    #[error("`{}`: {error}\nhint: {}", .path.display(), hint(error))]
    File {
        /// Which file or folder.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The index of words cannot be read or written.
    #[error("the index of words `{}`: {what}\nhint: the store itself is whole; remove this file, and `mizan compact` makes it anew", .path.display())]
    Words {
        /// Its file.
        path: PathBuf,
        /// What is wrong.
        what: String,
    },
    /// A table cannot be read or written.
    #[error(
        "table `{table}`: {what}\nhint: check that the disk is not full and the folder can be written; `mizan status --verify` tells what is wrong"
    )]
    Table {
        /// Its name.
        table: &'static str,
        /// What is wrong.
        what: String,
    },
    /// The query is wrong, or cannot be answered.
    #[error("{}", .0)]
    Query(String),
    /// A statement that would change something.
    #[error(
        "only queries are answered here, nothing is changed: {0}\nhint: begin with SELECT or WITH; new rows come in by `mizan add` and `mizan import`"
    )]
    ReadOnly(String),
}

impl Error {
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.into();
        move |error| Error::File { path, error }
    }
}

impl From<DataFusionError> for Error {
    fn from(error: DataFusionError) -> Error {
        let hint = match error.find_root() {
            DataFusionError::ResourcesExhausted(_) => "\nhint: ask for fewer rows or columns, or give more memory with --memory",
            DataFusionError::SchemaError(..) | DataFusionError::Plan(_) => "\nhint: `mizan query --tables` lists tables and columns",
            _ => "\nhint: `mizan query --help` has examples, `mizan query --tables` the names",
        };
        let text = error.strip_backtrace();
        Error::Query(format!("{}{hint}", text.lines().next().unwrap_or_default()))
    }
}

fn hint(error: &std::io::Error) -> &'static str {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            "the folder cannot be written or read; choose another with --store, or change its rights"
        }
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded | std::io::ErrorKind::FileTooLarge => {
            "the disk is full, or this user may write no more; nothing that was committed is lost: make room and start the same command again"
        }
        std::io::ErrorKind::NotFound => "check the path",
        _ => "check that the disk is not full and the folder can be read and written",
    }
}
