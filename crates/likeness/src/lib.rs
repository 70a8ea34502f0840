//! Copies of one wire story: which reports are the same text in other clothes.
//!
//! [`Signature::of`] makes of a text 128 bytes; two of them tell how much the texts share. [`Index`] keeps the signatures of a collection
//! and gives each new document the story of the first one that it is a copy of.
//!
//! A copy may have another headline or dateline, an added paragraph, small edits, or be cut to its first half. Another reporter's text on
//! the same event is no copy, though both print the same quotation. Texts that follow one form (a daily bulletin with other numbers) share
//! most of their words and are taken for copies when their days are near: the signature knows words, not meaning.
//!
//! Source of the method: Broder 1997, "On the resemblance and containment of documents"; Li and König 2010, "b-Bit Minwise Hashing", for
//! keeping the low bits only. `examples/edits.rs` is the measurement behind every constant.
//!
//! ```
//! use mizan_likeness::{Index, Signature};
//! let text = "The ministers agreed on Saturday to double the number of grain trains that cross the border each day, \
//!     after a poor harvest left the mills in the south short of wheat.";
//! let copy = format!("ASTANA – {text}");
//! let mut index = Index::new();
//! assert_eq!(index.story_of("a", &Signature::of(text, None), None), "a");
//! assert_eq!(index.story_of("b", &Signature::of(&copy, None), None), "a");
//! ```

mod index;
mod shingle;
mod signature;

pub use index::Index;
pub use signature::Signature;
