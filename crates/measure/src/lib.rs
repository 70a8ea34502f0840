//! How relations shift: plain numbers in, estimates out.
//!
//! One file for each measure, with its formula, unit, window, denominator, source and limits. Every [`Estimate`] says its value, its interval and
//! how that was made, how many stories it rests on and which rows those are; what is missing stays missing, and what is too few says so.
//!
//! Nothing here reads a text, a file, a table or a clock. The caller queries a store and hands over rows: small copies that carry a
//! [`Stamp`] (the story, the outlet, the date) and the numbers of the measure. Copies of one wire story count once: every measure first makes
//! one entry of all rows of a story. The order of rows changes nothing, to the last bit.

mod error;
mod estimate;
mod period;
mod row;
mod settings;
mod stories;

pub mod bootstrap;
pub mod changepoint;
pub mod concentration;
pub mod cooperation;
pub mod coverage;
pub mod dependence;
pub mod diversion;
pub mod forecasts;
pub mod interval;
pub mod poles;
pub mod robust;
pub mod tone;
pub mod votes;

pub use error::Error;
pub use estimate::{Estimate, Method, Note, Series};
pub use period::{Axis, Period, Step, Window};
pub use row::{Figure, Row, Stamp};
pub use settings::{Level, Settings};
