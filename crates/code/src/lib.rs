//! From what was found in sentences to what a report says: mentions joined into actors, events with dates and the claims they stand
//! in, and the ledger of positions. A pure function of document and annotations: no files, no clock, no chance.

mod assemble;
mod clause;
pub mod codebook;
mod date;
mod generic;
mod position;
mod pronoun;
mod quoted;
mod resolve;
mod restraint;
pub mod rule;
#[cfg(test)]
mod sample;
mod sentence;

pub use assemble::{code, evidence};
