//! Reports for programs: one JSON object, one record a line, one table, and the standoff form of the annotation guide.
//!
//! Serialization lives only here. The types below mirror the records, with ids instead of numbers (`m3`, `e2`, `c1`, `a1`, counted from 1),
//! and their shape is a promise: it changes only with [`SCHEMA`].

mod csv;
mod json;
mod jsonl;
mod schema;
mod shape;
mod standoff;

pub use self::csv::{COLUMNS, csv, csv_rows};
pub use json::json;
pub use jsonl::jsonl;
pub use schema::schema;
pub use standoff::standoff;

pub(crate) use shape::{id, measure, probability};

/// The version of the shape, which every object carries.
pub const SCHEMA: &str = "mizan-report-1";
