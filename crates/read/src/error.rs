//! What can be wrong with an input as a whole.

/// Why an input could not be read. The second line of each message says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No bytes, or nothing but white space.
    #[error("`{origin}` is empty\nhint: give a file with the text of a report, or check what was piped in")]
    Empty {
        /// The name the input came under.
        origin: String,
    },
    /// Not text: it has NUL bytes or begins like a known binary format.
    #[error("`{origin}` is not text but {kind}\nhint: {hint}")]
    Binary {
        /// The name the input came under.
        origin: String,
        /// What it seems to be.
        kind: &'static str,
        /// What to do with such a file.
        hint: &'static str,
    },
    /// Text without a single letter.
    #[error("`{origin}` has no letters in it\nhint: give the text of a report, not a table of numbers")]
    NoLetters {
        /// The name the input came under.
        origin: String,
    },
    /// More bytes than the limit.
    #[error(
        "`{origin}` has {size} bytes; the limit for one report is {limit}\nhint: split it into one file a report, or into parts (`split -C {limit}`), or raise the limit"
    )]
    TooLarge {
        /// The name the input came under.
        origin: String,
        /// Its size in bytes.
        size: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// A page with nothing but menus, banners and scripts.
    #[error(
        "`{origin}` has no text left once menus, banners and scripts are taken away\nhint: save the page after it has loaded fully, or save its text"
    )]
    NothingLeft {
        /// The name the input came under.
        origin: String,
    },
}
