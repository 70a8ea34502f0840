//! Streams: looking ahead, and reading pieces of bounded size.

use std::io::{self, BufRead, ErrorKind, Read};

/// Where bytes come from.
pub(crate) type Source<'a> = Box<dyn BufRead + Send + 'a>;

/// A stream of which the first bytes can be looked at before they are read.
pub(crate) struct Ahead<'a> {
    head: Vec<u8>,
    at: usize,
    /// What went wrong behind the head; told once the head is read.
    failed: Option<io::Error>,
    rest: Source<'a>,
}

impl<'a> Ahead<'a> {
    /// Look at most `most` bytes ahead.
    pub(crate) fn new(mut rest: Source<'a>, most: u64) -> Ahead<'a> {
        let mut head = Vec::new();
        let failed = (&mut rest).take(most).read_to_end(&mut head).err();
        Ahead { head, at: 0, failed, rest }
    }

    /// The first bytes, those already read among them.
    pub(crate) fn head(&self) -> &[u8] {
        &self.head
    }

    /// The failure, where the stream fails before it gives a byte.
    pub(crate) fn fails_at_once(&self) -> Option<String> {
        self.failed.as_ref().filter(|_| self.head.is_empty()).map(ToString::to_string)
    }
}

impl Read for Ahead<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        copied(self, out)
    }
}

impl BufRead for Ahead<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at < self.head.len() {
            return Ok(&self.head[self.at..]);
        }
        match self.failed.take() {
            Some(error) => Err(error),
            None => self.rest.fill_buf(),
        }
    }

    fn consume(&mut self, count: usize) {
        if self.at < self.head.len() {
            self.at += count;
        } else {
            self.rest.consume(count);
        }
    }
}

/// The bytes at hand; none at the end of the stream.
pub(crate) fn chunk(source: &mut dyn BufRead) -> io::Result<&[u8]> {
    while let Err(error) = source.fill_buf() {
        if error.kind() != ErrorKind::Interrupted {
            return Err(error);
        }
    }
    source.fill_buf()
}

/// Read what is at hand into `out`: [`Read::read`] for whoever has [`BufRead`].
pub(crate) fn copied(source: &mut impl BufRead, out: &mut [u8]) -> io::Result<usize> {
    let available = source.fill_buf()?;
    let count = available.len().min(out.len());
    out[..count].copy_from_slice(&available[..count]);
    source.consume(count);
    Ok(count)
}

/// What [`take_until`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Taken {
    /// Bytes read, the end among them.
    pub(crate) bytes: u64,
    /// Whether the end was met; otherwise the stream was over.
    pub(crate) ended: bool,
    /// Whether all of it is in the output.
    pub(crate) whole: bool,
}

/// Read up to and with the byte `end`; no more than `limit` bytes are kept in `out`, which is emptied first. The end itself is not kept.
pub(crate) fn take_until(source: &mut dyn BufRead, end: u8, limit: usize, out: &mut Vec<u8>) -> io::Result<Taken> {
    out.clear();
    let mut taken = Taken { bytes: 0, ended: false, whole: true };
    while !taken.ended {
        let available = chunk(source)?;
        if available.is_empty() {
            break;
        }
        let found = memchr::memchr(end, available);
        let part = &available[..found.unwrap_or(available.len())];
        taken.whole &= keep(part, limit, out);
        taken.ended = found.is_some();
        let count = part.len() + usize::from(taken.ended);
        taken.bytes += count as u64;
        source.consume(count);
    }
    Ok(taken)
}

/// Read `length` bytes or to the end of the stream; no more than `limit` are kept in `out`, which is emptied first.
pub(crate) fn take(source: &mut dyn BufRead, length: u64, limit: usize, out: &mut Vec<u8>) -> io::Result<Taken> {
    out.clear();
    let mut taken = Taken { bytes: 0, ended: true, whole: true };
    while taken.bytes < length {
        let available = chunk(source)?;
        if available.is_empty() {
            taken.ended = false;
            break;
        }
        let left = usize::try_from(length - taken.bytes).unwrap_or(usize::MAX);
        let count = available.len().min(left);
        taken.whole &= keep(&available[..count], limit, out);
        taken.bytes += count as u64;
        source.consume(count);
    }
    Ok(taken)
}

/// Append what the limit has room for; whether that was all of it.
pub(crate) fn keep(part: &[u8], limit: usize, out: &mut Vec<u8>) -> bool {
    let room = limit.saturating_sub(out.len());
    out.extend_from_slice(&part[..part.len().min(room)]);
    part.len() <= room
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_bounded() {
        let mut source = io::BufReader::with_capacity(3, &b"abcdefgh\nij"[..]);
        let mut out = Vec::new();
        assert_eq!(take_until(&mut source, b'\n', 4, &mut out).unwrap(), Taken { bytes: 9, ended: true, whole: false });
        assert_eq!(out, b"abcd");
        assert_eq!(take_until(&mut source, b'\n', 4, &mut out).unwrap(), Taken { bytes: 2, ended: false, whole: true });
        assert_eq!(out, b"ij");
        let mut source = io::BufReader::with_capacity(3, &b"abcdefgh"[..]);
        assert_eq!(take(&mut source, 5, 9, &mut out).unwrap(), Taken { bytes: 5, ended: true, whole: true });
        assert_eq!(out, b"abcde");
        assert_eq!(take(&mut source, 5, 2, &mut out).unwrap(), Taken { bytes: 3, ended: false, whole: false });
        assert_eq!(out, b"fg");
    }

    #[test]
    fn what_was_looked_at_is_read_again() {
        let mut ahead = Ahead::new(Box::new(&b"abcdef"[..]), 4);
        assert_eq!(ahead.head(), b"abcd");
        let mut all = String::new();
        ahead.read_to_string(&mut all).unwrap();
        assert_eq!(all, "abcdef");
    }
}
