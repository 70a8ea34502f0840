//! Tables: CSV and TSV, also with semicolons or bars, in any of the usual encodings.
//!
//! The first row is the header; which column holds what is guessed from its name, or said by a map. Quotes are as in RFC 4180.

use std::borrow::Cow;
use std::collections::BTreeMap;

use ::csv::{ByteRecord, Reader, ReaderBuilder};

use crate::aside::listed;
use crate::items::Reading;
use crate::stream::Source;
use crate::{Aside, Field, Form, Item, Map, Options, Place, Published, Reason};

mod rows;

use rows::Rows;

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// What sets the columns apart, by the first line: the separator between known names of columns, the text's among them. Where the file is
/// named as a table, the one that occurs most.
pub(crate) fn separator(head: &[u8], map: &Map, named: bool) -> Option<u8> {
    let line = head.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or(b"");
    let line = String::from_utf8_lossy(&line[..line.len().min(1 << 14)]);
    let cells = |separator: u8| line.split(char::from(separator)).map(|cell| cell.trim().trim_matches('"'));
    let known = |&separator: &u8| {
        let columns = map.columns(cells(separator));
        columns.contains_key(&Field::Text) && cells(separator).count() > 1
    };
    let most = || SEPARATORS.into_iter().filter(|&one| cells(one).count() > 1).max_by_key(|&one| cells(one).count());
    SEPARATORS.into_iter().find(known).or_else(|| named.then(most).flatten())
}

/// A table being read.
pub(crate) struct Table<'a> {
    rows: Option<Reader<Rows<'a>>>,
    options: Options,
    /// `None` until the header is read.
    header: Option<Header>,
    row: ByteRecord,
}

/// Which column holds what.
struct Header {
    columns: BTreeMap<Field, usize>,
    width: usize,
}

impl<'a> Table<'a> {
    pub(crate) fn new(source: Source<'a>, separator: u8, options: Options) -> Table<'a> {
        let rows = Rows::new(source, separator, options.limit);
        let reader = ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(rows);
        Table { rows: Some(reader), options, header: None, row: ByteRecord::new() }
    }

    /// Read a row; its line. `None` at the end.
    fn read(&mut self) -> Result<Option<u64>, (u64, Reason)> {
        let Some(reader) = self.rows.as_mut() else { return Ok(None) };
        let more = reader.read_byte_record(&mut self.row);
        let line = reader.get_ref().line();
        match (more, reader.get_mut().take_fault()) {
            (Err(error), _) => Err((line + 1, Reason::Broken(error.to_string()))),
            (_, Some(fault)) => Err((line, fault)),
            (Ok(true), None) => Ok(Some(line)),
            (Ok(false), None) => Ok(None),
        }
    }

    fn next_item(&mut self) -> Result<Option<Item>, (u64, Reason)> {
        if self.header.is_none() {
            let Some(line) = self.read()? else { return Ok(None) };
            let header = Header::new(&self.row, &self.options.map).map_err(|reason| (line, reason))?;
            self.header = Some(header);
        }
        match (self.read()?, &self.header) {
            (Some(line), Some(header)) => {
                let name = format!("{}:{line}", self.options.name);
                header.item(&self.row, name).map(Some).map_err(|reason| (line, reason))
            }
            _ => Ok(None),
        }
    }
}

impl Reading for Table<'_> {
    fn next(&mut self) -> Option<Result<Item, Aside>> {
        match self.next_item() {
            Ok(Some(item)) => Some(Ok(item)),
            Ok(None) => {
                self.rows = None;
                None
            }
            Err((line, reason)) => {
                // Without a header nothing can be read.
                if reason.ends() || self.header.is_none() {
                    self.rows = None;
                }
                Some(Err(Aside { name: self.options.name.clone(), place: Place::Line(line), reason }))
            }
        }
    }
}

impl Header {
    fn new(row: &ByteRecord, map: &Map) -> Result<Header, Reason> {
        let names: Vec<Cow<'_, str>> = row.iter().map(String::from_utf8_lossy).collect();
        let names = || names.iter().map(|name| name.trim());
        if let Some(column) = Field::ALL.iter().filter_map(|&field| map.column(field)).find(|&column| names().all(|name| name != column)) {
            return Err(Reason::NoSuchColumn { column: column.to_owned(), found: listed(names()) });
        }
        let columns = map.columns(names());
        match columns.contains_key(&Field::Text) {
            true => Ok(Header { columns, width: row.len() }),
            false => Err(Reason::NoTextColumn { found: listed(names()) }),
        }
    }

    fn item(&self, row: &ByteRecord, name: String) -> Result<Item, Reason> {
        if row.len() > self.width && row.iter().skip(self.width).any(|cell| !cell.trim_ascii().is_empty()) {
            return Err(Reason::Columns { found: row.len(), expected: self.width });
        }
        let cell = |field| self.columns.get(&field).and_then(|&at| row.get(at)).map(<[u8]>::trim_ascii).filter(|cell| !cell.is_empty());
        let said = |field| cell(field).map(|cell| String::from_utf8_lossy(cell).into_owned());
        let text = cell(Field::Text).ok_or(Reason::EmptyText)?;
        let item = Item::new(name, Form::of(text), text.to_vec());
        Ok(Item {
            title: said(Field::Title),
            url: said(Field::Url),
            outlet: said(Field::Outlet),
            language: said(Field::Language),
            id: said(Field::Id),
            published: said(Field::Date).map(Published::new),
            ..item
        })
    }
}

#[cfg(test)]
mod tests;
