//! Many reports out of one file: its bytes become [`Item`]s, one after another, and what cannot be used is set aside with its reason.
//!
//! A container (JSON lines or an array, CSV or TSV, an RSS or Atom feed, a WARC; each also in gzip or zstd) is read as a stream: at any
//! moment one record is in memory, and no record may be larger than [`LIMIT`], so that an archive larger than the memory goes through. A
//! file that is none of these is one report. A bad record becomes an [`Aside`] and the rest goes on; where nothing can go on, the last
//! aside says so ([`Reason::ends`]).
//!
//! Nothing here opens a file, asks the time or goes to the network. What a text says about itself is left to [`mizan_read::read`], which
//! [`Item::document`] hands each item to.
//!
//! ```
//! use mizan_gather::{Options, gather};
//!
//! let file = "{\"title\": \"Talks\", \"text\": \"They met in Astana.\", \"date\": \"2025-10-04\"}\n{\"title\": \"Nothing\"}\n";
//! let read: Vec<_> = gather(file.as_bytes(), Options::new("news.jsonl")).collect();
//!
//! let first = read[0].as_ref().expect("a good record");
//! assert_eq!((first.name.as_str(), first.title.as_deref()), ("news.jsonl:1", Some("Talks")));
//! assert!(read[1].as_ref().unwrap_err().to_string().starts_with("`news.jsonl`, line 2: the record has no text"));
//! ```

mod aside;
mod date;
mod document;
mod field;
mod item;
mod items;

mod form;
mod letters;
mod squeeze;
mod stream;

mod csv;
mod feed;
mod jsonl;
mod plain;
mod warc;

pub use aside::{Aside, Place, Reason};
pub use field::{Field, Map, MapError};
pub use form::Container;
pub use item::{Form, Item, Published};
pub use items::{Items, LIMIT, Options, gather};
