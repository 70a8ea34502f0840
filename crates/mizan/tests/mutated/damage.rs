//! Random damage to bytes.

use std::collections::HashSet;

/// Pieces that mean something to one parser or another.
const PIECES: [&str; 64] = [
    "\n",
    "\r\n",
    "\t",
    ",",
    ";",
    "\"",
    "'",
    "\\",
    "\0",
    " ",
    "-",
    ":",
    "/",
    "<",
    ">",
    "&",
    "{",
    "}",
    "[",
    "]",
    "\u{FEFF}",
    "\u{FFFD}",
    "\u{202E}",
    "\u{0301}",
    "\u{00A0}",
    "\u{2028}",
    "\\u0000",
    "\\ud800",
    "&#1;",
    "&#x110000;",
    "&amp",
    "<p>",
    "</div>",
    "<script>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "<item>",
    "</item>",
    "<title>",
    "<meta charset=\"utf-16\">",
    "<time datetime=\"0000-00-00\">",
    "WARC/1.0\r\n",
    "Content-Length: 99999999999999999999\r\n",
    "Content-Length: -1\r\n",
    "Transfer-Encoding: chunked\r\n",
    "ffffffffffffffff\r\n",
    "\u{1f}\u{8b}",
    "99999999999999999999",
    "-1",
    "1e308",
    "NaN",
    "0",
    "31.02.2022",
    "2022-13-45",
    "00000000",
    "29 февраля",
    "в понедельник",
    "يوم ٣٠ فبراير",
    "١٤٤٤",
    "30 ақпан",
    "«",
    "İ",
    "ﷺ",
];

pub(crate) struct Damage {
    state: u64,
    seeds: Vec<Vec<u8>>,
    own: usize,
    outcomes: HashSet<u64>,
}

/// So many inputs are kept for their outcomes.
const KEPT: usize = 2000;

impl Damage {
    pub(crate) fn new(seed: u64, seeds: Vec<Vec<u8>>) -> Damage {
        assert!(!seeds.is_empty());
        Damage { state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1, own: seeds.len(), seeds, outcomes: HashSet::new() }
    }

    /// The next input: a seed with some damage.
    pub(crate) fn next(&mut self, longest: usize) -> Vec<u8> {
        let at = self.below(self.seeds.len());
        let mut bytes = self.seeds[at].clone();
        for _ in 0..1 << self.below(5) {
            self.damage(&mut bytes);
        }
        bytes.truncate(longest);
        bytes
    }

    /// An input with an outcome that was not seen before becomes a seed.
    pub(crate) fn outcome(&mut self, input: Vec<u8>, outcome: u64) {
        if self.outcomes.insert(outcome) && self.seeds.len() < self.own + KEPT {
            self.seeds.push(input);
        }
    }

    /// How many outcomes there were.
    pub(crate) fn outcomes(&self) -> usize {
        self.outcomes.len()
    }

    fn random(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    fn below(&mut self, end: usize) -> usize {
        (self.random() % end.max(1) as u64) as usize
    }

    /// A stretch of bytes, short more often than long.
    fn stretch(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        let most = 1 << self.below(12);
        let end = (start + 1 + self.below(most)).min(length);
        start.min(end)..end
    }

    fn damage(&mut self, bytes: &mut Vec<u8>) {
        let place = self.below(bytes.len() + 1);
        match self.below(10) {
            0 | 1 if place < bytes.len() => bytes[place] ^= 1 << self.below(8),
            2 if place < bytes.len() => bytes[place] = self.random() as u8,
            3 => drop(bytes.drain(self.stretch(bytes.len()))),
            4 => {
                let piece = bytes[self.stretch(bytes.len())].to_vec();
                bytes.splice(place..place, piece);
            }
            5 | 6 => {
                let piece = PIECES[self.below(PIECES.len())];
                bytes.splice(place..place, piece.bytes());
            }
            7 => {
                let other = self.below(self.seeds.len());
                let stretch = self.stretch(self.seeds[other].len());
                let piece = self.seeds[other][stretch].to_vec();
                bytes.splice(place..place, piece);
            }
            8 if self.below(8) == 0 => bytes.truncate(place),
            9 if self.below(16) == 0 => {
                let piece = PIECES[self.below(PIECES.len())].repeat(1 << self.below(12));
                bytes.splice(place..place, piece.bytes());
            }
            _ => {
                let (a, b) = (self.below(bytes.len()), self.below(bytes.len()));
                if a < bytes.len() && b < bytes.len() {
                    bytes.swap(a, b);
                }
            }
        }
    }
}
