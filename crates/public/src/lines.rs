//! Lines out of a stream of bytes, without a copy where the whole line lies in the buffer.

use std::borrow::Cow;
use std::io::{BufRead, ErrorKind, Read};

use memchr::memchr;

use crate::error::Error;

/// The longest line that is read, in bytes. A longer one is no row of any of these formats, and must not fill the memory.
pub(crate) const LONGEST: usize = 16 << 20;
/// Why a longer one is left out.
pub(crate) const TOO_LONG: &str = "line longer than 16 MiB";

/// One line, without its end.
pub(crate) struct Line<'a> {
    /// Its number, counted from 1.
    pub(crate) number: u64,
    /// Its text; `None` when it is longer than [`LONGEST`]. Owned when bytes that are not UTF-8 had to be replaced.
    pub(crate) text: Option<Cow<'a, str>>,
}

/// Hand each line to `f`; the number of lines.
pub(crate) fn each(mut input: impl BufRead, mut f: impl FnMut(Line<'_>) -> Result<(), Error>) -> Result<u64, Error> {
    let mut number = 0;
    let mut begun = Begun::default();
    loop {
        let block = match input.fill_buf() {
            Ok(block) => block,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(source) => return Err(Error::Read { line: number, source }),
        };
        if block.is_empty() {
            break;
        }
        let (used, mut rest) = (block.len(), block);
        while let Some(end) = memchr(b'\n', rest) {
            number += 1;
            f(begun.end(number, &rest[..end]))?;
            begun.clear();
            rest = &rest[end + 1..];
        }
        begun.keep(rest);
        input.consume(used);
    }
    if begun.any {
        number += 1;
        f(begun.end(number, b""))?;
    }
    Ok(number)
}

/// A line of which only the beginning has come so far.
#[derive(Default)]
struct Begun {
    bytes: Vec<u8>,
    any: bool,
    too_long: bool,
}

impl Begun {
    fn keep(&mut self, bytes: &[u8]) {
        self.any |= !bytes.is_empty();
        self.too_long |= self.bytes.len() + bytes.len() > LONGEST;
        if self.too_long {
            self.bytes = Vec::new();
        } else {
            self.bytes.extend_from_slice(bytes);
        }
    }

    /// The line, now that its last bytes are here.
    fn end<'a>(&'a mut self, number: u64, last: &'a [u8]) -> Line<'a> {
        if !self.any && last.len() <= LONGEST {
            return Line { number, text: Some(decode(number, last)) };
        }
        self.keep(last);
        let text = if self.too_long { None } else { Some(decode(number, &self.bytes)) };
        Line { number, text }
    }

    fn clear(&mut self) {
        self.bytes.clear();
        (self.any, self.too_long) = (false, false);
    }
}

/// A line's text: without a carriage return at the end, and without a byte order mark at the start of the first.
fn decode(number: u64, bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    let bytes = if number == 1 { bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes) } else { bytes };
    match str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(String::from_utf8_lossy(bytes).into_owned()),
    }
}

/// The first lines up to the first that is not empty, as bytes, to be chained before the rest again.
pub(crate) fn head(input: &mut impl BufRead) -> Result<Vec<u8>, Error> {
    let mut head = Vec::new();
    loop {
        let start = head.len();
        let read = input.by_ref().take(LONGEST as u64).read_until(b'\n', &mut head).map_err(|source| Error::Read { line: 0, source })?;
        if read == 0 || head[start..].iter().any(|b| !b.is_ascii_whitespace()) || head.len() >= LONGEST {
            return Ok(head);
        }
    }
}

/// The first line that is not empty.
pub(crate) fn first(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let lines = bytes.split(|b| *b == b'\n').zip(1..);
    lines.map(|(line, number)| decode(number, line)).find(|line| !line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    fn lines(bytes: &[u8], buffer: usize) -> Vec<Option<String>> {
        let mut out = Vec::new();
        let count = each(BufReader::with_capacity(buffer, bytes), |line| {
            assert_eq!(line.number, out.len() as u64 + 1);
            out.push(line.text.map(Cow::into_owned));
            Ok(())
        });
        assert_eq!(count.unwrap(), out.len() as u64);
        out
    }

    #[test]
    fn lines_are_the_same_whatever_the_buffer() {
        let text = "\u{FEFF}one\r\n\nдва\n\u{FEFF}three\nend".as_bytes();
        let expected: Vec<_> = ["one", "", "два", "\u{FEFF}three", "end"].map(|l| Some(l.to_owned())).into();
        for buffer in 1..40 {
            assert_eq!(lines(text, buffer), expected, "{buffer}");
        }
    }

    #[test]
    fn an_endless_line_is_dropped_and_the_next_one_read() {
        let mut bytes = vec![b'x'; LONGEST + 1];
        bytes.extend_from_slice(b"\nnext\n");
        for buffer in [4096, bytes.len() + 1] {
            assert_eq!(lines(&bytes, buffer), [None, Some("next".to_owned())]);
        }
    }

    #[test]
    fn the_head_ends_with_the_first_line_that_says_something() {
        let mut input = &b"\n\r\nid\tdate\n1\t2\n"[..];
        let head = head(&mut input).unwrap();
        assert_eq!(first(&head).unwrap(), "id\tdate");
        assert_eq!(input, b"1\t2\n");
    }
}
