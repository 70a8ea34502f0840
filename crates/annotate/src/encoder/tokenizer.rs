//! Text to the pieces the network was trained on, each with the bytes it stands for.
//!
//! The same algorithm, step for step, as `training/tokenizer.py`: every code point is replaced by its entry of the
//! normalisation map (often itself or nothing), runs of spaces become one, a space becomes the mark U+2581, one mark is put in
//! front, and the path of pieces with the highest sum of scores is found from left to right. A character in no piece is unknown.

use std::collections::HashMap;

use mizan_text::Span;

use super::Error;

const MARK: char = '\u{2581}';
/// Id of a character in no piece.
pub(super) const UNKNOWN: u32 = 1;
/// Id of the token put before a sentence.
pub(super) const BEGIN: u32 = 2;
/// Id of the token put behind a sentence.
pub(super) const END: u32 = 3;

/// The vocabulary and the normalisation map.
#[derive(Debug)]
pub struct Tokenizer {
    pieces: HashMap<Box<[u8]>, u32>,
    scores: Vec<f64>,
    unknown: f64,
    longest: usize,
    normal: HashMap<char, Vec<char>>,
}

/// One piece: its id and the bytes of the text it stands for (empty for a bare space).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Row in the embedding table.
    pub id: u32,
    /// Bytes of the text.
    pub span: Span,
}

/// A cursor over the little-endian vocabulary file.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Error> {
        let (head, rest) = self.0.split_at_checked(count).ok_or(Error::Damaged("vocabulary.bin"))?;
        self.0 = rest;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        Ok(self.take(N)?.try_into().expect("take returns what was asked for"))
    }

    fn number(&mut self) -> Result<u32, Error> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    fn float(&mut self) -> Result<f64, Error> {
        Ok(f32::from_le_bytes(self.array()?).into())
    }

    fn character(&mut self) -> Result<char, Error> {
        char::from_u32(self.number()?).ok_or(Error::Damaged("vocabulary.bin"))
    }
}

impl Tokenizer {
    /// Read `vocabulary.bin` (its form is given in `training/export.py`).
    ///
    /// # Errors
    /// When the file is not whole.
    pub fn load(file: &[u8]) -> Result<Tokenizer, Error> {
        let mut bytes = Bytes(file);
        if bytes.take(4)? != b"MZV1" {
            return Err(Error::Damaged("vocabulary.bin"));
        }
        let (count, entries, unknown) = (bytes.number()?, bytes.number()?, bytes.float()?);
        let mut pieces: HashMap<Box<[u8]>, u32> = HashMap::with_capacity(count as usize);
        let mut scores = Vec::with_capacity(count as usize);
        for id in 0..count {
            scores.push(bytes.float()?);
            let length = bytes.array::<1>()?[0];
            let piece = bytes.take(usize::from(length))?;
            if id > END {
                pieces.insert(piece.into(), id);
            }
        }
        let mut normal = HashMap::with_capacity(entries as usize);
        for _ in 0..entries {
            let from = bytes.character()?;
            let count = bytes.array::<1>()?[0];
            normal.insert(from, (0..count).map(|_| bytes.character()).collect::<Result<_, _>>()?);
        }
        let longest = pieces.keys().map(|p| p.len()).max().unwrap_or(1);
        Ok(Tokenizer { pieces, scores, unknown, longest, normal })
    }

    /// How many pieces there are.
    pub fn size(&self) -> usize {
        self.scores.len()
    }

    /// The pieces of a text, without the begin and end tokens.
    pub fn encode(&self, text: &str) -> Vec<Token> {
        let line = self.normalise(text);
        let back = self.best_path(&line);
        let mut tokens = Vec::new();
        let mut end = line.characters();
        while end > 0 {
            let (start, id) = back[end];
            tokens.push(Token { id, span: line.span(start, end) });
            end = start;
        }
        tokens.reverse();
        tokens
    }

    fn normalise(&self, text: &str) -> Line {
        let mut line = Line::default();
        for (at, c) in text.char_indices() {
            let origin = Span::new(at, at + c.len_utf8());
            match self.normal.get(&c) {
                Some(to) => to.iter().for_each(|&d| line.push(d, origin)),
                None => line.push(c, origin),
            }
        }
        if line.origins.is_empty() {
            // An empty text is one bare mark, as in training.
            line.put(MARK, Span::new(0, 0));
        }
        line.starts.push(line.text.len());
        line
    }

    /// For each character position, where the best piece that ends there begins, and its id.
    fn best_path(&self, line: &Line) -> Vec<(usize, u32)> {
        let count = line.characters();
        let mut best = vec![f64::NEG_INFINITY; count + 1];
        let mut back = vec![(0, UNKNOWN); count + 1];
        best[0] = 0.0;
        for start in 0..count {
            let here = best[start];
            let from = line.starts[start];
            for end in start + 1..=count {
                let piece = &line.text.as_bytes()[from..line.starts[end]];
                if piece.len() > self.longest {
                    break;
                }
                if let Some(&id) = self.pieces.get(piece) {
                    let score = here + self.scores[id as usize];
                    if score > best[end] {
                        best[end] = score;
                        back[end] = (start, id);
                    }
                }
            }
            if here + self.unknown > best[start + 1] {
                best[start + 1] = here + self.unknown;
                back[start + 1] = (start, UNKNOWN);
            }
        }
        back
    }
}

/// A normalised text with, for each of its characters, the bytes of the original it came from.
#[derive(Default)]
struct Line {
    text: String,
    starts: Vec<usize>,
    origins: Vec<Span>,
    ends_in_mark: bool,
}

impl Line {
    fn push(&mut self, c: char, origin: Span) {
        let c = if c == ' ' { MARK } else { c };
        if c == MARK {
            if !self.origins.is_empty() && !self.ends_in_mark {
                self.put(MARK, origin);
            }
            return;
        }
        if self.origins.is_empty() {
            self.put(MARK, origin);
        }
        self.put(c, origin);
    }

    fn put(&mut self, c: char, origin: Span) {
        self.starts.push(self.text.len());
        self.text.push(c);
        self.origins.push(origin);
        self.ends_in_mark = c == MARK;
    }

    fn characters(&self) -> usize {
        self.origins.len()
    }

    /// The bytes of the original that characters `start..end` came from; a leading space is left out.
    fn span(&self, start: usize, end: usize) -> Span {
        let marked = self.text[self.starts[start]..].starts_with(MARK);
        if marked && end == start + 1 {
            let at = self.origins.get(start + 1).unwrap_or(&self.origins[start]).start;
            return Span::new(at, at);
        }
        let first = if marked { start + 1 } else { start };
        Span::new(self.origins[first].start, self.origins[end - 1].end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Tokenizer {
        let pieces = ["<pad>", "<unk>", "<s>", "</s>", "▁", "▁Kazakh", "stan", "▁كازاخستان", "▁و", "و", "كازاخستان", "a"];
        let scores = [0.0, 0.0, 0.0, 0.0, -3.0, -5.0, -5.0, -6.0, -4.0, -6.0, -7.0, -4.0];
        let mut file = b"MZV1".to_vec();
        file.extend((pieces.len() as u32).to_le_bytes());
        file.extend(2u32.to_le_bytes());
        file.extend((-20.0f32).to_le_bytes());
        for (piece, score) in pieces.iter().zip(scores) {
            file.extend(f32::to_le_bytes(score));
            file.push(piece.len() as u8);
            file.extend(piece.as_bytes());
        }
        for (from, to) in [('ـ', ""), ('\u{a0}', " ")] {
            file.extend((from as u32).to_le_bytes());
            file.push(to.chars().count() as u8);
            to.chars().for_each(|c| file.extend((c as u32).to_le_bytes()));
        }
        Tokenizer::load(&file).unwrap()
    }

    fn quotes(text: &str) -> Vec<&str> {
        small().encode(text).iter().map(|t| &text[t.span.start..t.span.end]).collect()
    }

    #[test]
    fn pieces_carry_the_bytes_they_stand_for() {
        assert_eq!(quotes("Kazakhstan a"), ["Kazakh", "stan", "", "a"]);
        assert_eq!(quotes("  كازاخستان"), ["كازاخستان"]);
        assert_eq!(quotes("وكازاخستان"), ["و", "كازاخستان"]);
    }

    #[test]
    fn dropped_marks_stay_inside_their_piece() {
        assert_eq!(quotes("كازاخـــستان"), ["كازاخـــستان"]);
    }

    #[test]
    fn odd_text_is_unknown_never_a_panic() {
        for text in ["", " ", "\u{a0}", "字", "\u{202b}字 a\u{0}", "ـ"] {
            let tokens = small().encode(text);
            assert!(!tokens.is_empty());
            assert!(tokens.iter().all(|t| text.get(t.span.start..t.span.end).is_some()), "{text:?}");
        }
    }

    #[test]
    fn a_cut_file_is_an_error() {
        assert!(Tokenizer::load(b"MZV1\x01").is_err());
        assert!(Tokenizer::load(b"").is_err());
    }
}
