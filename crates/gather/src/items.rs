//! The items of a file, whatever it is.

use std::collections::BTreeMap;
use std::io::BufRead;

use encoding_rs::{Encoding, UTF_8};
use mizan_record::Doubt;

use crate::csv::Table;
use crate::feed::Feed;
use crate::jsonl::{Lines, Values};
use crate::plain::Single;
use crate::stream::{Ahead, Source};
use crate::warc::Archive;
use crate::{Aside, Container, Item, Map, Place, Reason, letters, squeeze};

/// The usual limit for one item, in bytes: 64 MiB.
pub const LIMIT: usize = 64 << 20;

/// Bytes that are looked at to tell what a file is.
const AHEAD: u64 = 1 << 16;

/// What is known about a file beside its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Its name, as it will stand in the names of the items; its extension is a hint.
    pub name: String,
    /// Which column or key holds what, where the user says so.
    pub map: Map,
    /// The largest item, in bytes; usually [`LIMIT`]. Memory in use stays within a few times this.
    pub limit: usize,
}

impl Options {
    /// The usual options for a file of this name.
    pub fn new(name: impl Into<String>) -> Options {
        Options { name: name.into(), map: Map::default(), limit: LIMIT }
    }
}

/// A container being read.
pub(crate) trait Reading: Send {
    /// The next item or aside; `None` at the end and after it.
    fn next(&mut self) -> Option<Result<Item, Aside>>;

    /// What was passed over on purpose, by kind.
    fn passed_over(&self) -> BTreeMap<String, u64> {
        BTreeMap::new()
    }
}

/// The items of a file, one after another: see [`gather`].
pub struct Items<'a> {
    container: Container,
    reading: Box<dyn Reading + 'a>,
    /// Said of every item of a file that is not in UTF-8.
    decoded: Option<Doubt>,
}

/// Read the items of a file, squeezed or not. Memory stays bounded however large the file is.
///
/// The same bytes and options give the same items under the same names.
pub fn gather<'a>(source: impl BufRead + Send + 'a, options: Options) -> Items<'a> {
    let name = options.name.clone();
    open(Box::new(source), options).unwrap_or_else(|reason| Items {
        container: Container::Unknown,
        reading: Box::new(Refused(Some(Aside { name, place: Place::Whole, reason }))),
        decoded: None,
    })
}

fn open<'a>(source: Source<'a>, options: Options) -> Result<Items<'a>, Reason> {
    let stream = squeeze::unwrapped(source, AHEAD).map_err(|error| Reason::Broken(error.to_string()))?;
    if stream.head().is_empty() {
        return Err(stream.fails_at_once().map_or(Reason::Empty, Reason::Broken));
    }
    if let Some(kind) = squeeze::other_archive(stream.head()) {
        return Err(Reason::Packed(kind));
    }
    // One text or page in KZ-1048 is nothing that the reader of single texts could not read.
    let encoding = letters::encoding_of(stream.head());
    let head = letters::head_text(encoding.as_ref().copied().unwrap_or(encoding_rs::WINDOWS_1251), stream.head());
    let container = Container::of(&head, &options.name, &options.map);
    if matches!(container, Container::Single | Container::Warc) {
        return Ok(Items { container, reading: raw(container, stream, options), decoded: None });
    }
    // JSON is UTF-8 or, with a mark, UTF-16; what is broken in it is a matter of its record.
    let json = matches!(container, Container::Json | Container::JsonLines);
    let encoding = if json && Encoding::for_bom(stream.head()).is_none() { UTF_8 } else { encoding? };
    let detail = format!("the file was read as {}, not as UTF-8", encoding.name());
    let decoded = (encoding != UTF_8).then_some(Doubt { name: "decoded-from", detail });
    let has_mark = stream.head().starts_with(b"\xEF\xBB\xBF");
    let source = letters::as_utf_8(Box::new(stream), encoding, has_mark);
    Ok(Items { container, reading: in_utf_8(container, source, options), decoded })
}

/// Containers whose items are in encodings of their own.
fn raw<'a>(container: Container, stream: Ahead<'a>, options: Options) -> Box<dyn Reading + 'a> {
    match container {
        Container::Warc => Box::new(Archive::new(Box::new(stream), options)),
        _ => Box::new(Single::new(Box::new(stream), options)),
    }
}

/// Containers that are one text.
fn in_utf_8<'a>(container: Container, source: Source<'a>, options: Options) -> Box<dyn Reading + 'a> {
    match container {
        Container::Json => Box::new(Values::new(source, options)),
        Container::Table(separator) => Box::new(Table::new(source, separator, options)),
        Container::Feed => Box::new(Feed::new(source, options)),
        _ => Box::new(Lines::new(source, options)),
    }
}

impl Items<'_> {
    /// What the file turned out to be.
    pub fn container(&self) -> Container {
        self.container
    }

    /// What was passed over on purpose so far, by kind, with its count: records of an archive that hold no text, for instance.
    pub fn passed_over(&self) -> BTreeMap<String, u64> {
        self.reading.passed_over()
    }
}

impl Iterator for Items<'_> {
    type Item = Result<Item, Aside>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut next = self.reading.next()?;
        if let Ok(item) = &mut next {
            item.doubts.splice(0..0, self.decoded.clone());
        }
        Some(next)
    }
}

/// A file that nothing comes out of.
struct Refused(Option<Aside>);

impl Reading for Refused {
    fn next(&mut self) -> Option<Result<Item, Aside>> {
        self.0.take().map(Err)
    }
}
