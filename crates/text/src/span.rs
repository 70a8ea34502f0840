//! Offsets: bytes are the truth, characters are for people and other programs.

/// A stretch of a text in UTF-8 bytes, half-open: `start` is in it, `end` is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Span { start, end }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether there is nothing in it.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// Whether all of `other` lies in this one.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same span, `by` bytes further on.
    pub fn shifted(self, by: usize) -> Span {
        Span::new(self.start + by, self.end + by)
    }

    /// The same span without the white space at its ends; where there is nothing else, an empty one.
    pub(crate) fn trimmed(self, text: &str) -> Span {
        let words = &text[self.start..self.end];
        let start = self.start + words.len() - words.trim_start().len();
        Span::new(start, start.max(self.start + words.trim_end().len()))
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A stretch of a text in Unicode scalar values (what Python counts), half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CharSpan {
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

/// A text that is never altered, with what is needed to turn bytes into characters and back quickly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    text: String,
    /// The number of characters before byte `64 * i`, rounded down to a character's first byte.
    marks: Vec<(usize, usize)>,
}

const STEP: usize = 64;

impl Text {
    /// Take a text as it was printed.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let mut marks = vec![(0, 0)];
        for (count, (byte, _)) in text.char_indices().enumerate() {
            if byte >= marks.len() * STEP {
                marks.push((byte, count));
            }
        }
        Text { text, marks }
    }

    /// All of it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The words at a span. A span that does not fit this text (past its end, or inside a character) gives `""`.
    pub fn quote(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or("")
    }

    /// How many characters stand before a byte offset.
    pub fn char_of(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let at = self.marks.partition_point(|&(b, _)| b <= byte) - 1;
        let (from, count) = self.marks[at];
        count + self.text[from..].char_indices().take_while(|&(b, _)| from + b < byte).count()
    }

    /// The byte offset at which character number `count` begins; the length of the text when there are fewer.
    pub fn byte_of(&self, count: usize) -> usize {
        let at = self.marks.partition_point(|&(_, c)| c <= count) - 1;
        let (from, before) = self.marks[at];
        self.text[from..].char_indices().nth(count - before).map_or(self.text.len(), |(b, _)| from + b)
    }

    /// A span in characters.
    pub fn chars(&self, span: Span) -> CharSpan {
        CharSpan { start: self.char_of(span.start), end: self.char_of(span.end) }
    }

    /// A span in bytes.
    pub fn bytes(&self, span: CharSpan) -> Span {
        let start = self.byte_of(span.start);
        Span::new(start, self.byte_of(span.end).max(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_characters_agree_at_every_place() {
        let text = Text::new("موسكو- Қазақстан 🇰🇿 x ".repeat(20));
        for (count, (byte, _)) in text.as_str().char_indices().enumerate() {
            assert_eq!(text.char_of(byte), count);
            assert_eq!(text.byte_of(count), byte);
        }
        assert_eq!(text.byte_of(usize::MAX >> 1), text.as_str().len());
    }

    #[test]
    fn a_quote_is_the_text_at_its_span() {
        let text = Text::new("قال توكاييف");
        let span = text.bytes(CharSpan { start: 4, end: 11 });
        assert_eq!(text.quote(span), "توكاييف");
        assert_eq!(text.quote(Span::new(1, 3)), "");
    }
}
