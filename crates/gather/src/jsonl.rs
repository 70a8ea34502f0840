//! JSON: an object a line, or an array of objects, or objects one after another over several lines each.
//!
//! Of each object the keys with the usual names are taken ([`Map`]) and the others passed over unread. A value may be an object
//! with the value in it (`{"source": {"name": …}}`, `{"title": {"rendered": …}}`), and a text a list of paragraphs.

use crate::form::Container;
use crate::items::Reading;
use crate::stream::{Source, take_until};
use crate::{Aside, Item, Options, Place, Reason};

mod record;
mod split;

use split::{Found, Split};

#[cfg(doc)]
use crate::Map;

/// Which kind of JSON a text is that begins so; `None` when it is none.
pub(crate) fn container(start: &[u8], extension: &str) -> Option<Container> {
    if matches!(extension, "jsonl" | "ndjson") {
        return Some(Container::JsonLines);
    }
    let next = start.get(1..)?.trim_ascii_start().first().copied();
    match (start[0], next) {
        (b'[', Some(b'{' | b']')) => Some(Container::Json),
        (b'{', Some(b'"' | b'}') | None) if split::is_one_a_line(start) => Some(Container::JsonLines),
        (b'{', Some(b'"' | b'}') | None) => Some(Container::Json),
        _ if extension == "json" => Some(Container::JsonLines),
        _ => None,
    }
}

/// One object a line.
pub(crate) struct Lines<'a> {
    source: Option<Source<'a>>,
    options: Options,
    line: u64,
    buffer: Vec<u8>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(source: Source<'a>, options: Options) -> Lines<'a> {
        Lines { source: Some(source), options, line: 0, buffer: Vec::new() }
    }

    fn aside(&self, reason: Reason) -> Aside {
        Aside { name: self.options.name.clone(), place: Place::Line(self.line), reason }
    }
}

impl Reading for Lines<'_> {
    fn next(&mut self) -> Option<Result<Item, Aside>> {
        loop {
            let limit = self.options.limit;
            let taken = match take_until(self.source.as_mut()?, b'\n', limit, &mut self.buffer) {
                Ok(taken) => taken,
                Err(error) => {
                    self.source = None;
                    self.line += 1;
                    return Some(Err(self.aside(Reason::Broken(error.to_string()))));
                }
            };
            if taken.bytes == 0 {
                self.source = None;
                return None;
            }
            self.line += 1;
            if !taken.whole {
                return Some(Err(self.aside(Reason::TooLarge { limit })));
            }
            if !self.buffer.trim_ascii().is_empty() {
                let name = format!("{}:{}", self.options.name, self.line);
                return Some(record::item(&self.buffer, name, &self.options.map).map_err(|reason| self.aside(reason)));
            }
        }
    }
}

/// Objects in an array, or one after another.
pub(crate) struct Values<'a> {
    source: Option<Source<'a>>,
    options: Options,
    split: Split,
    record: u64,
    buffer: Vec<u8>,
}

impl<'a> Values<'a> {
    pub(crate) fn new(source: Source<'a>, options: Options) -> Values<'a> {
        Values { source: Some(source), options, split: Split::default(), record: 0, buffer: Vec::new() }
    }

    fn aside(&self, reason: Reason) -> Aside {
        Aside { name: self.options.name.clone(), place: Place::Record(self.record), reason }
    }

    fn of_found(&self, found: Found) -> Result<Item, Reason> {
        match found {
            Found::Whole => {
                let name = format!("{}#{}", self.options.name, self.record);
                record::item(&self.buffer, name, &self.options.map)
            }
            Found::TooLarge => Err(Reason::TooLarge { limit: self.options.limit }),
            Found::Cut => Err(Reason::Cut("an object or array is opened and not closed".into())),
        }
    }
}

impl Reading for Values<'_> {
    fn next(&mut self) -> Option<Result<Item, Aside>> {
        let found = self.split.next(self.source.as_mut()?, self.options.limit, &mut self.buffer);
        self.record += 1;
        let result = match found {
            Ok(Some(found)) => self.of_found(found),
            Ok(None) => {
                self.source = None;
                return None;
            }
            Err(error) => Err(Reason::Broken(error.to_string())),
        };
        if result.as_ref().is_err_and(Reason::ends) {
            self.source = None;
        }
        Some(result.map_err(|reason| self.aside(reason)))
    }
}

#[cfg(test)]
mod tests;
