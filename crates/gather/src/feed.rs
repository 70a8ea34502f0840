//! Feeds: RSS 2.0, RSS 1.0 and Atom.
//!
//! The stream is cut into entries first, then each is read as XML of its own: a broken entry does not take the others with it, and a
//! document type's entities are never expanded. Of the texts an entry gives, the fullest kind is taken: the whole text
//! (`yandex:full-text`), `content:encoded` or `content`, then `description` or `summary`.

use crate::items::Reading;
use crate::stream::Source;
use crate::{Aside, Item, Options, Place, Reason};

mod channel;
mod cut;
mod entry;
mod xml;

use channel::Channel;
use cut::{Cut, Piece};

/// A feed being read.
pub(crate) struct Feed<'a> {
    cut: Option<Cut<'a>>,
    options: Options,
    channel: Option<Channel>,
    number: u64,
}

impl<'a> Feed<'a> {
    pub(crate) fn new(source: Source<'a>, options: Options) -> Feed<'a> {
        Feed { cut: Some(Cut::new(source, options.limit)), options, channel: None, number: 0 }
    }

    fn aside(&self, line: u64, reason: Reason) -> Aside {
        Aside { name: self.options.name.clone(), place: Place::Line(line), reason }
    }

    /// An entry as cut out, into an item.
    fn item(&mut self, xml: &[u8], before: &[u8]) -> Result<Item, Reason> {
        let xml = std::str::from_utf8(xml).map_err(|error| Reason::NotUtf8(error.valid_up_to() + 1))?;
        let channel = self.channel.get_or_insert_with(|| Channel::of(&String::from_utf8_lossy(before)));
        entry::item(xml, &self.options.name, self.number, channel)
    }
}

impl Reading for Feed<'_> {
    fn next(&mut self) -> Option<Result<Item, Aside>> {
        let cut = self.cut.as_mut()?;
        let (line, result) = match cut.next() {
            Ok(Piece::Entry { line, xml, before }) => {
                self.number += 1;
                (line, self.item(&xml, &before))
            }
            Ok(Piece::TooLarge { line }) => {
                self.number += 1;
                (line, Err(Reason::TooLarge { limit: self.options.limit }))
            }
            Ok(Piece::Open { line }) => (line, Err(Reason::Cut("the feed, or an entry of it, is not closed".into()))),
            Ok(Piece::End) => {
                self.cut = None;
                return None;
            }
            Err(error) => (cut.line(), Err(Reason::Broken(error.to_string()))),
        };
        if result.as_ref().is_err_and(Reason::ends) {
            self.cut = None;
        }
        Some(result.map_err(|reason| self.aside(line, reason)))
    }
}

#[cfg(test)]
mod tests;
