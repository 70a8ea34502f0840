//! A stream in parts that end at line ends, so that several threads can read it.

use std::io::Read;

/// Bytes of a part.
const PART: usize = 8 << 20;

/// Parts of a stream, each ending where a line does (the last, where the stream does).
pub(super) struct Chunks<R = Box<dyn Read + Send>> {
    from: R,
    rest: Vec<u8>,
    done: bool,
}

impl<R: Read> Chunks<R> {
    pub(super) fn of(from: R) -> Chunks<R> {
        Chunks { from, rest: Vec::new(), done: false }
    }
}

impl<R: Read> Iterator for Chunks<R> {
    type Item = std::io::Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut part = std::mem::take(&mut self.rest);
        while !self.done {
            let before = part.len();
            if let Err(e) = self.from.by_ref().take(PART as u64).read_to_end(&mut part) {
                self.done = true;
                return Some(Err(e));
            }
            self.done = part.len() == before;
            if let Some(end) = memchr::memrchr(b'\n', &part[before..]) {
                self.rest = part.split_off(before + end + 1);
                return Some(Ok(part));
            }
        }
        (!part.is_empty()).then_some(Ok(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_end_at_line_ends_and_make_up_the_whole() {
        let line = "x".repeat(999) + "\n";
        let whole = line.repeat(20_000) + "the end";
        let parts: Vec<Vec<u8>> = Chunks::of(whole.as_bytes()).map(Result::unwrap).collect();
        assert!(parts.len() > 2 && parts[..parts.len() - 1].iter().all(|p| p.ends_with(b"\n")));
        assert_eq!(parts.concat(), whole.as_bytes());
        assert_eq!(Chunks::of(&b""[..]).count(), 0);
    }
}
