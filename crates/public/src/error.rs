//! What can be wrong with a file as a whole.

use std::io;

/// Why a file could not be read. The second line of each message says what to do. A bad row is no error: it is counted in the
/// [`Tally`](crate::Tally).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes stopped coming.
    #[error("cannot read on after line {line}: {source}\nhint: the file may be cut short or its compression damaged; fetch it again")]
    Read {
        /// The last line that was read whole, counted from 1; 0 when none was.
        line: u64,
        /// What the system said.
        source: io::Error,
    },
    /// No line at all, where the format begins with column names.
    #[error("the file is empty, but {format} begins with a line of column names\nhint: check that the download was finished")]
    Empty {
        /// The format expected.
        format: &'static str,
    },
    /// The first line does not name what the format needs.
    #[error(
        "line 1 names no column {missing}, which {format} has\nhint: the columns found are {found}; give the file under its own format, with its first line"
    )]
    MissingColumns {
        /// The format expected.
        format: &'static str,
        /// The columns it lacks, each in backticks.
        missing: String,
        /// The columns it has, each in backticks.
        found: String,
    },
    /// The first line names a needed column more than once, so that it cannot be told which one is meant.
    #[error("line 1 names the column `{column}` more than once, and {format} needs it\nhint: rename the one that is not meant")]
    ColumnTwice {
        /// The format expected.
        format: &'static str,
        /// The column's name.
        column: String,
    },
}
