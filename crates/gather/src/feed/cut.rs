//! A feed cut into its entries, without reading them as XML.

use std::io;

use crate::stream::{Source, chunk};

/// Bytes of a tag that are looked at.
const TAG: usize = 1 << 13;
/// Bytes before the first entry that are kept, for what the feed says of itself.
const BEFORE: usize = 1 << 18;

/// What was cut out.
pub(super) enum Piece {
    /// An entry, from its first tag to its last.
    Entry {
        /// Line at which it begins, counted from 1.
        line: u64,
        /// The entry.
        xml: Vec<u8>,
        /// What stood before the first entry; with the first only.
        before: Vec<u8>,
    },
    /// An entry above the limit.
    TooLarge {
        /// Line at which it begins.
        line: u64,
    },
    /// The stream ends inside an entry, or before the feed is closed.
    Open {
        /// Line at which what is open begins.
        line: u64,
    },
    /// The end of the stream.
    End,
}

/// Where in the markup a byte stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    /// In a tag; between these quotes, where there are some.
    Tag(Option<u8>),
    /// In a CDATA section; so many closing brackets were just met.
    Data(u8),
    /// In a comment; so many dashes were just met.
    Comment(u8),
}

/// A stream of markup being cut.
pub(super) struct Cut<'a> {
    source: Source<'a>,
    limit: usize,
    state: State,
    /// The tag being read, without its angle brackets.
    tag: Vec<u8>,
    before: Vec<u8>,
    entry: Option<Entry>,
    /// Whether the last tag was the one that closes a feed.
    closed: bool,
    line: u64,
    /// Line at which the tag begins.
    tag_line: u64,
}

/// An entry being collected.
struct Entry {
    name: Vec<u8>,
    xml: Vec<u8>,
    line: u64,
    whole: bool,
}

impl<'a> Cut<'a> {
    pub(super) fn new(source: Source<'a>, limit: usize) -> Cut<'a> {
        Cut { source, limit, state: State::Text, tag: Vec::new(), before: Vec::new(), entry: None, closed: false, line: 1, tag_line: 1 }
    }

    /// The line being read.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// The next entry.
    pub(super) fn next(&mut self) -> io::Result<Piece> {
        loop {
            let available = chunk(&mut self.source)?;
            if available.is_empty() {
                let line = self.entry.take().map_or(self.tag_line, |entry| entry.line);
                return Ok(if self.closed && self.state == State::Text { Piece::End } else { Piece::Open { line } });
            }
            // Copied, so that the source is free while they are looked at.
            let mut some = [0; 1 << 12];
            let most = available.len().min(some.len());
            some[..most].copy_from_slice(&available[..most]);
            for (at, &byte) in some[..most].iter().enumerate() {
                if let Some(piece) = self.byte(byte) {
                    self.source.consume(at + 1);
                    return Ok(piece);
                }
            }
            self.source.consume(most);
        }
    }

    fn byte(&mut self, byte: u8) -> Option<Piece> {
        self.line += u64::from(byte == b'\n');
        match &mut self.entry {
            Some(entry) if entry.xml.len() < self.limit => entry.xml.push(byte),
            Some(entry) => entry.whole = false,
            None if self.before.len() < BEFORE => self.before.push(byte),
            None => {}
        }
        let ended = self.step(byte);
        ended.then(|| self.tag_ended()).flatten()
    }

    /// Go on by a byte; whether a tag ended with it.
    fn step(&mut self, byte: u8) -> bool {
        match self.state {
            State::Text if byte == b'<' => self.open(),
            State::Text => {}
            State::Data(brackets) => {
                self.state = match (byte, brackets) {
                    (b']', _) => State::Data((brackets + 1).min(2)),
                    (b'>', 2) => State::Text,
                    _ => State::Data(0),
                }
            }
            State::Comment(dashes) => {
                self.state = match (byte, dashes) {
                    (b'-', _) => State::Comment((dashes + 1).min(2)),
                    (b'>', 2) => State::Text,
                    _ => State::Comment(0),
                }
            }
            State::Tag(quote) => return self.in_tag(byte, quote),
        }
        false
    }

    fn open(&mut self) {
        self.state = State::Tag(None);
        self.tag.clear();
        self.tag_line = self.line;
    }

    fn in_tag(&mut self, byte: u8, quote: Option<u8>) -> bool {
        let declaration = matches!(self.tag.first(), Some(b'!' | b'?'));
        match (byte, quote) {
            // Well-formed markup has no such bracket in a tag: the tag before was none.
            (b'<', _) => self.open(),
            (b'>', None) => {
                self.state = State::Text;
                return true;
            }
            (b'"' | b'\'', None) if !declaration => self.state = State::Tag(Some(byte)),
            (_, Some(open)) if byte == open => self.state = State::Tag(None),
            _ => {}
        }
        if matches!(self.state, State::Tag(_)) && byte != b'<' && self.tag.len() < TAG {
            self.tag.push(byte);
            match self.tag.as_slice() {
                b"![CDATA[" => self.state = State::Data(0),
                b"!--" => self.state = State::Comment(0),
                _ => {}
            }
        }
        false
    }

    /// A tag ended: it may begin or end an entry.
    fn tag_ended(&mut self) -> Option<Piece> {
        let (closing, rest) = self.tag.strip_prefix(b"/").map_or((false, self.tag.as_slice()), |rest| (true, rest));
        let name = &rest[..rest.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'/').unwrap_or(rest.len())];
        self.closed = closing && matches!(local(name), b"rss" | b"feed" | b"RDF");
        match &self.entry {
            None if !closing && is_entry(name) && !rest.ends_with(b"/") => {
                let name = name.to_vec();
                let mut xml = b"<".to_vec();
                // A tag too long to be kept is given without its attributes.
                xml.extend(if self.tag.len() < TAG { &self.tag } else { &name });
                xml.push(b'>');
                self.entry = Some(Entry { name, xml, line: self.tag_line, whole: true });
                None
            }
            Some(entry) if closing && entry.name == name => self.entry.take().map(|entry| self.piece(entry)),
            _ => None,
        }
    }

    fn piece(&mut self, entry: Entry) -> Piece {
        let Entry { xml, line, whole, .. } = entry;
        if whole { Piece::Entry { line, xml, before: std::mem::take(&mut self.before) } } else { Piece::TooLarge { line } }
    }
}

/// Whether an element of this name is an entry of a feed.
fn is_entry(name: &[u8]) -> bool {
    matches!(local(name), b"item" | b"entry")
}

/// A name without its prefix.
fn local(name: &[u8]) -> &[u8] {
    name.rsplit(|&byte| byte == b':').next().unwrap_or(name)
}
