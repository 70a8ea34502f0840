//! The store: documents and what was read in them, in open, versioned tables.
//!
//! A store is a folder:
//!
//! ```text
//! store/
//!   documents_v1/ …  one Delta Lake table each: any tool that reads Delta reads them
//!   words_v1.sqlite  an index of words, made out of the tables; it may be missing
//!   versions/        one small file a version: which version of each table belongs to it
//!   journal          a commit under way (only while it is under way, or after a crash)
//!   lock             held by the one program that writes
//! ```
//!
//! Writing goes through [`Writer`]: rows are staged in any number of tables and become one version of the store, all of them or none.
//! Reading goes through [`Snapshot`]: the tables as they were at one version, queried in SQL.

mod append;
mod compact;
mod delta;
mod error;
mod files;
mod journal;
mod lock;
mod query;
mod rows;
mod snapshot;
mod store;
mod table;
mod version;
mod words;
mod writer;

pub use append::{Loaded, Loader};
pub use compact::Compacted;
pub use error::Error;
pub use query::{Answer, Form, read_only};
pub use rows::{Cell, Field, Moment, Row, Rows};
pub use snapshot::{LEAST_MEMORY, List, MEMORY, Passes, Snapshot, Test, VIEWS, View};
pub use store::{AsOf, Store};
pub use table::{Column, Kind, Table, row};
pub use version::Version;
pub use words::{Shelf, Words};
pub use writer::Writer;

/// Arrow's types, as this crate's results use them.
pub use datafusion::arrow;
