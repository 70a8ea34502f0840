//! A table cut into its rows, so that no row is larger than the limit.
//!
//! The CSV library grows a row without bound where a quote is not closed. It is fed row by row here: a row that is too large is read over,
//! with the same rules for quotes, and a stand-in is given for it, with the fault beside it.

use std::io::{self, Read};

use crate::Reason;
use crate::stream::{Source, chunk};

/// The most columns, as many as the usual spreadsheet has.
const COLUMNS: usize = 16_384;

/// What stands for a row that cannot be given.
const STAND_IN: &[u8] = b"!";

/// Where in a row a byte stands, as RFC 4180 has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the beginning of a cell.
    Start,
    /// In a cell without quotes, or behind the closing one.
    Bare,
    /// Between quotes.
    Quoted,
    /// Behind a quote between quotes: the closing one, or the first of two.
    Quote,
}

/// The rows of a table; reading gives one row at most.
pub(super) struct Rows<'a> {
    source: Source<'a>,
    separator: u8,
    limit: usize,
    /// The row being given, its line end with it.
    row: Vec<u8>,
    at: usize,
    fault: Option<Reason>,
    /// Line at which the row begins, and the line after it, counted from 1.
    line: u64,
    next_line: u64,
    /// Whether the byte before was a carriage return that ended a line.
    after_return: bool,
    /// Whether the end of the stream was met.
    over: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn new(source: Source<'a>, separator: u8, limit: usize) -> Rows<'a> {
        Rows { source, separator, limit, row: Vec::new(), at: 0, fault: None, line: 0, next_line: 1, after_return: false, over: false }
    }

    /// The line at which the row last given begins.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Why a stand-in was given for the row.
    pub(super) fn take_fault(&mut self) -> Option<Reason> {
        self.fault.take()
    }

    /// Get the next row that is not empty. Without one, `row` stays empty.
    fn advance(&mut self) -> io::Result<()> {
        self.at = 0;
        loop {
            self.line = self.next_line;
            self.row.clear();
            self.over = self.over || !self.read_row()?;
            if self.fault.is_some() && !(self.over && self.row.is_empty()) {
                self.row.clear();
                self.row.extend(STAND_IN);
            }
            if !self.row.is_empty() {
                self.row.push(b'\n');
                return Ok(());
            }
            if self.over {
                return Ok(());
            }
        }
    }

    /// Read up to and with a line end that no quote holds. Whether the end of the stream was not met.
    fn read_row(&mut self) -> io::Result<bool> {
        let (mut state, mut columns) = (State::Start, 1);
        loop {
            let available = chunk(&mut self.source)?;
            if available.is_empty() {
                if state == State::Quoted && self.fault.is_none() {
                    self.fault = Some(Reason::OpenQuote);
                }
                return Ok(false);
            }
            let (mut count, mut ended) = (0, false);
            for &byte in available {
                count += 1;
                let second_half = self.after_return && byte == b'\n';
                self.after_return = byte == b'\r';
                self.next_line += u64::from(matches!(byte, b'\n' | b'\r') && !second_half);
                if second_half && self.row.is_empty() {
                    // The line had ended with the carriage return.
                    continue;
                }
                if matches!(byte, b'\n' | b'\r') && state != State::Quoted {
                    ended = true;
                    break;
                }
                columns += usize::from(byte == self.separator && state != State::Quoted);
                state = after(state, byte, self.separator);
                if self.row.len() < self.limit {
                    self.row.push(byte);
                } else {
                    self.fault.get_or_insert(Reason::TooLarge { limit: self.limit });
                }
            }
            self.source.consume(count);
            if columns > COLUMNS {
                self.fault.get_or_insert(Reason::TooManyColumns { limit: COLUMNS });
            }
            if ended {
                return Ok(true);
            }
        }
    }
}

fn after(state: State, byte: u8, separator: u8) -> State {
    match (state, byte) {
        (State::Quoted, b'"') => State::Quote,
        (State::Quoted, _) | (State::Start | State::Quote, b'"') => State::Quoted,
        (_, byte) if byte == separator => State::Start,
        _ => State::Bare,
    }
}

impl Read for Rows<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at == self.row.len() {
            self.advance()?;
        }
        let available = &self.row[self.at..];
        let count = available.len().min(out.len());
        out[..count].copy_from_slice(&available[..count]);
        self.at += count;
        Ok(count)
    }
}
