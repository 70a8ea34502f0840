//! Public event files and indicator tables, as plain rows.
//!
//! Each format has a module with a `read` function: bytes in, rows out through a function of the caller's, and a [`Tally`] of everything
//! that was taken, left out or not understood. The crate opens no file, unpacks nothing and keeps nothing; codes are mapped by the tables
//! in `data/codes` ([`codes`]) and by nothing else.
//!
//! ```
//! let table = "indicator,reporter,start,value\nexports,KAZ,2022,84.6\nexports,KAZ,soon,1\n";
//! let mut values = Vec::new();
//! let tally = mizan_public::indicator::read(table.as_bytes(), |row| values.push(row.value))?;
//! assert_eq!(values, [Some(84.6)]);
//! assert_eq!((tally.rows, tally.taken), (2, 1));
//! assert_eq!(tally.skipped["start is no day, week, month, quarter or year"].line, 3);
//! # Ok::<(), mizan_public::Error>(())
//! ```
//!
//! Event files: [`gdelt`], [`gdelt_mentions`], [`icews`], [`polecat`]. They are cut at line ends by [`cut`] to be read on several cores.
//! Indicator tables: [`eurostat`], [`comtrade`], [`kazakh_trade`], [`votes`], [`dyads`], [`indicator`].
//!
//! What all readers hold to:
//! - Rows taken and rows skipped make up the data lines, each skipped one with its reason, first line and an example.
//! - A row is skipped when what it is about cannot be told (no id, no date, no reporter). A flaw in a side field (tone, coordinates) leaves
//!   that field missing, and is counted.
//! - Missing is missing: an empty or unreadable number is never zero.
//! - Bytes that are not UTF-8 are shown as U+FFFD, and counted.

pub mod codes;
pub mod comtrade;
mod cut;
mod date;
pub mod dyads;
mod error;
pub mod eurostat;
pub mod gdelt;
pub mod gdelt_mentions;
mod header;
pub mod icews;
pub mod indicator;
pub mod kazakh_trade;
mod ledger;
mod lines;
mod number;
pub mod polecat;
mod row;
mod table;
mod tabs;
mod tally;
pub mod votes;

pub use cut::cut;
pub use error::Error;
pub use row::{EventRow, IndicatorRow, MentionRow, Party, Place};
pub use tally::{Seen, Tally};
