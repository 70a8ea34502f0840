//! From what was found in sentences to what a report says: mentions joined into actors, events with dates and the claims they stand
//! in, and the ledger of positions. A pure function of document and annotations: no files, no clock, no chance.

mod assemble;
pub mod codebook;
mod date;
mod generic;
mod position;
mod resolve;
pub mod rule;

pub use assemble::{code, evidence};
