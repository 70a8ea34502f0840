//! Sources into documents: bytes of a text file or a web page become a [`record::Document`](mizan_record::Document).
//!
//! Nothing here opens a file, asks the time or goes to the network; the bytes and the options are handed in. What is wrong with
//! the *input* is an [`Error`]; what is uncertain about the *text* is a [`Doubt`](mizan_record::Doubt) on the document.
//!
//! ```
//! use mizan_read::{LIMIT, Options, read};
//!
//! let options = Options { date: None, language: None, limit: LIMIT };
//! let text = "ASTANA, 5 January 2022 – The president dismissed the government on Wednesday. Protests went on in Almaty.";
//! let document = read(text.as_bytes(), "report.txt", &options)?;
//!
//! assert_eq!(document.published.map(|(date, rule)| (date.to_string(), rule)), Some(("2022-01-05".into(), "dateline")));
//! assert_eq!(document.dateline.map(|span| document.text.quote(span)), Some("ASTANA"));
//! assert!(document.text.quote(document.sections[0].span).starts_with("The president"));
//! # Ok::<(), mizan_read::Error>(())
//! ```

mod document;

mod encoding;
mod page;

mod aside;
mod calendar;
mod head;
mod language;
mod lines;

mod error;

pub use document::{LIMIT, Options, read};
pub use error::Error;
pub use language::language_of;
pub use lines::{Line, LineError, Lines, lines};
