//! What was written, and where: text with exact offsets, the four languages, sentences and words.
//!
//! Nothing here knows what an event is, opens a file, asks the time or can fail on a text.

pub mod block;
mod domain;
pub mod fold;
pub mod language;
mod mark;
mod script;
pub mod sentence;
mod sought;
pub mod span;
pub mod word;

pub use block::{Block, blocks};
pub use fold::Folded;
pub use language::Language;
pub use sentence::{Sentence, sentences};
pub use sought::{Sought, forms};
pub use span::{CharSpan, Span, Text};
pub use word::{Word, words};
