//! The cells of one record, taken apart line by line.

use memchr::memchr;

/// The cells of a record. Its memory is used again for the next one.
#[derive(Default)]
pub(crate) struct Cells {
    text: String,
    ends: Vec<usize>,
    open: bool,
}

impl Cells {
    /// How many cells there are.
    pub(crate) fn count(&self) -> usize {
        self.ends.len()
    }

    /// A cell without the blanks around it; empty where there is none.
    pub(crate) fn get(&self, at: usize) -> &str {
        let Some(&end) = self.ends.get(at) else { return "" };
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        self.text[start..end].trim()
    }

    /// Whether a quote is still open, so that the next line belongs to the same record.
    pub(crate) fn open(&self) -> bool {
        self.open
    }

    /// Forget the record.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.open = false;
    }

    /// Take in a line.
    pub(crate) fn line(&mut self, line: &str, delimiter: u8) {
        let mut rest = line;
        if self.open {
            self.text.push('\n');
            let Some(after) = self.quoted(rest) else { return };
            let Some(next) = self.plain(after, delimiter) else { return };
            rest = next;
        }
        loop {
            if let Some(inside) = rest.strip_prefix('"') {
                let Some(after) = self.quoted(inside) else { return };
                rest = after;
            }
            let Some(next) = self.plain(rest, delimiter) else { return };
            rest = next;
        }
    }

    /// Copy up to the closing quote; what stands behind it, `None` when the line ends first.
    fn quoted<'t>(&mut self, mut rest: &'t str) -> Option<&'t str> {
        loop {
            let Some(at) = memchr(b'"', rest.as_bytes()) else {
                self.text.push_str(rest);
                self.open = true;
                return None;
            };
            self.text.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let Some(more) = rest.strip_prefix('"') else {
                self.open = false;
                return Some(rest);
            };
            self.text.push('"');
            rest = more;
        }
    }

    /// Copy up to the delimiter and end the cell there; what stands behind it, `None` at the end of the line.
    fn plain<'t>(&mut self, rest: &'t str, delimiter: u8) -> Option<&'t str> {
        let at = memchr(delimiter, rest.as_bytes());
        self.text.push_str(&rest[..at.unwrap_or(rest.len())]);
        self.ends.push(self.text.len());
        at.map(|at| &rest[at + 1..])
    }
}
