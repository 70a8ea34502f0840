//! A stream of JSON cut into its values, without reading them.

use std::io;

use crate::stream::{Source, chunk};

/// A value that was cut out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// All of it.
    Whole,
    /// More than the limit.
    TooLarge,
    /// The stream ends inside it.
    Cut,
}

/// Where in the stream it is: values are what stands between brackets and commas of the outermost array, or between white space.
#[derive(Debug, Default)]
pub(super) struct Split {
    depth: usize,
    /// How many outermost arrays are open.
    arrays: usize,
    in_string: bool,
    escaped: bool,
}

/// What a byte means for the value being cut out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// It belongs to it.
    Inside,
    /// It is the last of it.
    Last,
    /// It stands between values.
    Between,
}

impl Split {
    /// Cut out the next value, into `out`. `None` at the end.
    pub(super) fn next(&mut self, source: &mut Source<'_>, limit: usize, out: &mut Vec<u8>) -> io::Result<Option<Found>> {
        out.clear();
        let mut whole = true;
        loop {
            let available = chunk(source)?;
            if available.is_empty() {
                let bare = self.depth == 0 && !self.in_string;
                let found = if bare && self.arrays == 0 { result(whole) } else { Found::Cut };
                return Ok((!out.is_empty() || found == Found::Cut).then_some(found));
            }
            let mut ended = false;
            let mut count = 0;
            for &byte in available {
                count += 1;
                let step = self.step(byte, !out.is_empty());
                if step != Step::Between {
                    whole &= out.len() < limit;
                    if out.len() < limit {
                        out.push(byte);
                    }
                }
                ended = step == Step::Last || (step == Step::Between && !out.is_empty());
                if ended {
                    break;
                }
            }
            source.consume(count);
            if ended {
                return Ok(Some(result(whole)));
            }
        }
    }

    fn step(&mut self, byte: u8, begun: bool) -> Step {
        if self.in_string {
            self.in_string = self.escaped || byte != b'"';
            self.escaped = !self.escaped && byte == b'\\';
            return Step::Inside;
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' => self.depth += 1,
            // The outermost array is the container; those inside an object belong to it.
            b'[' if self.depth > 0 => self.depth += 1,
            b'}' | b']' if self.depth > 0 => {
                self.depth -= 1;
                return if self.depth == 0 { Step::Last } else { Step::Inside };
            }
            b'[' | b']' if self.depth == 0 => {
                self.arrays = if byte == b'[' { self.arrays + 1 } else { self.arrays.saturating_sub(1) };
                return Step::Between;
            }
            b',' if self.depth == 0 => return Step::Between,
            _ if self.depth == 0 && byte.is_ascii_whitespace() => return Step::Between,
            _ if self.depth == 0 && !begun && byte == b'}' => return Step::Between,
            _ => {}
        }
        Step::Inside
    }
}

fn result(whole: bool) -> Found {
    if whole { Found::Whole } else { Found::TooLarge }
}

/// Whether the first line of a text that begins with an object is that object, whole. A first line of which the end is not seen counts as one.
pub(super) fn is_one_a_line(start: &[u8]) -> bool {
    let Some(end) = memchr::memchr(b'\n', start) else { return true };
    let mut split = Split::default();
    let mut closed = None;
    for (at, &byte) in start[..end].iter().enumerate() {
        if split.step(byte, at > 0) == Step::Last {
            closed = Some(at);
            break;
        }
    }
    closed.is_some_and(|at| start[at + 1..end].trim_ascii().is_empty())
}
