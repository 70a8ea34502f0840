//! The part of Delta Lake's protocol that the store writes: tables of Parquet files with a log of numbered JSON files (reader version 1, writer
//! version 2: appends, removals, application transactions; no deletion vectors, no partitions; a checkpoint every hundred entries).
//!
//! Source: Delta Transaction Log Protocol, sections *Delta Log Entries*, *Actions*, *Application Transactions*. Any reader of Delta reads these
//! tables; tests do so with DuckDB's and Polars'. Why not the `deltalake` crate: see docs/decisions.md.

mod action;
mod checkpoint;
mod log;

pub(crate) use action::{Action, Added};
pub(crate) use log::{Log, State, unlike_any_other};
