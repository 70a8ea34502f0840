//! What a caller can get wrong before anything is measured.

use jiff::civil::Date;

/// A request that makes no sense. Poor data is no error: it makes an estimate without a value, and a note.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// A window that ends before it begins.
    #[error("the window ends ({last}) before it begins ({first})\nhint: give the earlier day first")]
    Reversed {
        /// The first day given.
        first: Date,
        /// The last day given.
        last: Date,
    },
    /// A level of confidence that is not between 0 and 1.
    #[error("the level of an interval must lie between 0 and 1, not {0}\nhint: 0.95 is usual")]
    Level(f64),
}
