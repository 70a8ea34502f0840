//! What stands in a sentence.
pub mod annotator;
pub mod date;
pub mod encoder;
pub mod lexicon;
