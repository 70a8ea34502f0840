//! Web archives: WARC 1.0 and 1.1.
//!
//! Pages and texts are taken out of `response`, `resource` and `conversion` records; of responses only those that were a success. The
//! transfer is undone: chunks, gzip, deflate, zstd. All other records are passed over and counted by kind.

use std::collections::BTreeMap;
use std::io;

use mizan_record::Doubt;

use crate::items::Reading;
use crate::stream::{Source, take, take_until};
use crate::{Aside, Form, Item, Options, Place, Reason};

mod header;
mod transfer;

use header::Header;
use transfer::{Body, Head};

/// Bytes of a record's or a response's header that are read.
const HEADER: usize = 1 << 16;
/// Kinds that are counted apart.
const KINDS: usize = 200;

/// A web archive being read.
pub(crate) struct Archive<'a> {
    source: Option<Source<'a>>,
    options: Options,
    /// Bytes read so far.
    at: u64,
    passed_over: BTreeMap<String, u64>,
    line: Vec<u8>,
    /// Whether what is read is between records, after one that could not be read.
    lost: bool,
}

/// What is wrong with a record.
enum Fault {
    /// The record alone.
    Record(Reason),
    /// The stream.
    Stream(io::Error),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Fault {
        Fault::Stream(error)
    }
}

impl From<Reason> for Fault {
    fn from(reason: Reason) -> Fault {
        Fault::Record(reason)
    }
}

impl<'a> Archive<'a> {
    pub(crate) fn new(source: Source<'a>, options: Options) -> Archive<'a> {
        Archive { source: Some(source), options, at: 0, passed_over: BTreeMap::new(), line: Vec::new(), lost: false }
    }

    fn line(&mut self, limit: usize) -> io::Result<bool> {
        let Some(source) = self.source.as_mut() else { return Ok(false) };
        let taken = take_until(source, b'\n', limit, &mut self.line)?;
        self.at += taken.bytes;
        while self.line.last() == Some(&b'\r') {
            self.line.pop();
        }
        Ok(taken.bytes > 0)
    }

    /// Read to the first line of the next record; its place. `None` at the end.
    fn seek(&mut self) -> Result<Option<u64>, Fault> {
        loop {
            let at = self.at;
            if !self.line(HEADER)? {
                return Ok(None);
            }
            if self.line.starts_with(b"WARC/1.") {
                self.lost = false;
                return Ok(Some(at));
            }
            if !self.line.is_empty() && !self.lost {
                self.lost = true;
                return Err(Reason::Archive("`WARC/1.0` or `WARC/1.1` was expected".into()).into());
            }
        }
    }

    /// Read a record's header, up to the empty line.
    fn header(&mut self) -> Result<Header, Fault> {
        let mut text = Vec::new();
        while self.line(HEADER)? && !self.line.is_empty() {
            if text.len() + self.line.len() < HEADER {
                text.extend_from_slice(&self.line);
                text.push(b'\n');
            }
        }
        Ok(Header::of(&text))
    }

    /// Read a block; its beginning, up to the limit, and whether that is all of it.
    fn block(&mut self, length: u64, limit: usize) -> Result<(Vec<u8>, bool), Fault> {
        let mut block = Vec::new();
        let Some(source) = self.source.as_mut() else { return Ok((block, false)) };
        let taken = take(source, length, limit, &mut block)?;
        self.at += taken.bytes;
        if !taken.ended {
            return Err(Reason::Cut(format!("{} of {length} bytes of a record are there", taken.bytes)).into());
        }
        Ok((block, taken.whole))
    }

    /// Read the next record. `None` where it is passed over.
    fn record(&mut self) -> Result<Option<Item>, Fault> {
        let header = self.header()?;
        let Some(length) = header.get("content-length").and_then(|length| length.parse::<u64>().ok()) else {
            self.lost = true;
            return Err(Reason::Archive("it has no Content-Length".into()).into());
        };
        let kind = header.get("warc-type").unwrap_or("untyped").to_ascii_lowercase();
        if !matches!(kind.as_str(), "response" | "resource" | "conversion") {
            self.block(length, 0)?;
            self.pass_over(kind);
            return Ok(None);
        }
        // As much as the limit may be a page's, and its header comes on top.
        let (block, whole) = self.block(length, self.options.limit.saturating_add(HEADER))?;
        match Found::of(&header, &kind, &block) {
            Ok(found) if whole => Ok(Some(found.item(&header, self.options.limit)?)),
            Ok(_) => Err(Reason::TooLarge { limit: self.options.limit }.into()),
            Err(other) => {
                self.pass_over(format!("{kind}: {other}"));
                Ok(None)
            }
        }
    }

    fn pass_over(&mut self, kind: String) {
        let kind: String = kind.chars().take(60).collect();
        let full = self.passed_over.len() >= KINDS && !self.passed_over.contains_key(&kind);
        *self.passed_over.entry(if full { "other".into() } else { kind }).or_default() += 1;
    }
}

/// A page or text found in a block.
struct Found<'b> {
    form: Form,
    head: Option<Head>,
    charset: Option<String>,
    body: &'b [u8],
}

impl<'b> Found<'b> {
    /// The page or text of a block, or what else it is.
    fn of(header: &Header, kind: &str, block: &'b [u8]) -> Result<Found<'b>, String> {
        let declared = header.get("content-type").unwrap_or("");
        let is_http = kind == "response" && (declared.starts_with("application/http") || block.starts_with(b"HTTP/"));
        if !is_http {
            let (form, charset) = transfer::kind_of(declared, block)?;
            return Ok(Found { form, head: None, charset, body: block });
        }
        let (head, body) = Head::split(block);
        if !(200..300).contains(&head.status) {
            return Err(format!("HTTP {}", head.status));
        }
        let (form, charset) = transfer::kind_of(head.header.get("content-type").unwrap_or(""), body)?;
        Ok(Found { form, head: Some(head), charset, body })
    }

    fn item(self, header: &Header, limit: usize) -> Result<Item, Reason> {
        let mut body = match &self.head {
            Some(head) => head.body(self.body, limit)?,
            None => Body { bytes: self.body.to_vec(), whole: true },
        };
        body.whole &= header.get("warc-truncated").is_none();
        if body.bytes.len() > limit {
            return Err(Reason::TooLarge { limit });
        }
        if body.bytes.trim_ascii().is_empty() {
            return Err(Reason::EmptyText);
        }
        let url = header.get("warc-target-uri").map(|uri| uri.trim_matches(['<', '>']).to_owned()).filter(|uri| !uri.is_empty());
        let id = header.get("warc-record-id").map(|id| id.trim_matches(['<', '>']).to_owned());
        let mut item = Item::new(url.clone().or_else(|| id.clone()).unwrap_or_default(), self.form, body.bytes);
        item.charset = self.charset;
        item.language = self.head.as_ref().and_then(|head| head.header.get("content-language")).map(str::to_owned);
        (item.url, item.id) = (url, id);
        if !body.whole {
            let detail = "the archive has only a part of the page; its end is missing".into();
            item.doubts.push(Doubt { name: "cut-page", detail });
        }
        Ok(item)
    }
}

impl Reading for Archive<'_> {
    fn next(&mut self) -> Option<Result<Item, Aside>> {
        while self.source.is_some() {
            let mut at = self.at;
            let found = self.seek().and_then(|place| {
                at = place.unwrap_or(at);
                if place.is_none() { Ok((None, true)) } else { self.record().map(|item| (item, false)) }
            });
            let reason = match found {
                Ok((_, true)) => {
                    self.source = None;
                    return None;
                }
                Ok((None, _)) => continue,
                Ok((Some(mut item), _)) => {
                    if item.name.is_empty() {
                        item.name = format!("{}#{at}", self.options.name);
                    }
                    return Some(Ok(item));
                }
                Err(Fault::Record(reason)) => reason,
                Err(Fault::Stream(error)) => Reason::Broken(error.to_string()),
            };
            if reason.ends() {
                self.source = None;
            }
            return Some(Err(Aside { name: self.options.name.clone(), place: Place::Byte(at), reason }));
        }
        None
    }

    fn passed_over(&self) -> BTreeMap<String, u64> {
        self.passed_over.clone()
    }
}

#[cfg(test)]
mod tests;
