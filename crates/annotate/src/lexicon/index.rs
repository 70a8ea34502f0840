//! The index of names: words under every stem they may be printed with, and rows of words that are names.

use super::search::Form;
use super::tokens::{Gap, of_name};
use mizan_record::Aspect;
use mizan_text::language::russian::{Endings, Paradigm, paradigm, paradigm_of_person};
use mizan_text::language::{arabic, kazakh};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map whose keys are numbers that are mixed once more.
pub(super) type Map = HashMap<u64, u32, BuildHasherDefault<Mixer>>;

#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Mixer(u64);

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u64(self.0 ^ u64::from(byte)));
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

/// The hash of a row of letters, one letter longer.
pub(super) fn step(hash: u64, letter: char) -> u64 {
    (hash.rotate_left(7) ^ u64::from(letter as u32)).wrapping_mul(0x517C_C1B7_2722_0A95)
}

fn hash(word: &str) -> u64 {
    word.chars().fold(0, step)
}

/// A word of the files.
pub(super) type WordId = u32;

/// How the rest of a printed word may go on after a stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    /// Not at all: the stem is the word.
    Nothing,
    /// By a Russian ending.
    Russian(Endings),
    /// By -о-, as the first half of a compound adjective.
    Compound,
    /// By a chain of Kazakh suffixes.
    Kazakh,
    /// By a Kazakh possessive: the stem's last consonant is softened.
    KazakhPossessive,
    /// By what follows a nisba adjective.
    Nisba,
    /// By the ending of an Arabic plural, in either case.
    ArabicPlural,
}

/// A stem of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stem {
    pub(super) word: WordId,
    pub(super) rest: Rest,
    next: u32,
}

/// A name as it is put in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name {
    pub(super) actor: u32,
    pub(super) aspect: Aspect,
    /// The column it stands in.
    pub(super) column: usize,
    pub(super) exact: bool,
    pub(super) form: Form,
}

/// What a row of words names.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) name: Name,
    /// Words that need a capital letter, one bit each, and words that need two.
    pub(super) capitals: u32,
    pub(super) uppers: u32,
    /// Whether a word of up to four letters is all capitals: with an ending, two of them must be (МИДом, not Мидом).
    pub(super) abbreviation: bool,
    /// Whether its last word ends with a dot that belongs to it.
    pub(super) dotted: bool,
    /// The printed form, where only that counts.
    pub(super) printed: Option<Box<str>>,
    next: u32,
}

impl Target {
    /// Whether it is a name only in guillemets.
    pub(super) fn is_quoted(&self) -> bool {
        self.printed.as_ref().is_some_and(|printed| printed.starts_with('«'))
    }
}

/// A word of a name that is put in.
#[derive(Debug, Clone, Copy)]
struct Cut {
    id: WordId,
    gap: Gap,
    capital: bool,
    upper: bool,
    /// At most 5.
    letters: usize,
}

/// A node of the tree of names; 0 is none.
pub(super) type Node = u32;

/// What has been made of a word so far.
const RUSSIAN: u8 = 1;
const KAZAKH: u8 = 2;
const ARABIC: u8 = 4;
const DEFINED: u8 = 8;
const GIVEN: u8 = 16;

/// The index.
#[derive(Debug)]
pub(super) struct Index {
    words: Map,
    marks: Vec<u8>,
    stems: Map,
    records: Vec<Stem>,
    /// First three letters of all stems, as bits.
    heads: Vec<u64>,
    /// The node a word leads to from the start.
    starts: Vec<Node>,
    edges: Map,
    /// Numbers, from 1, of the first target at each node.
    named: Vec<u32>,
    targets: Vec<Target>,
    /// Given names of persons.
    given: Vec<(u32, WordId)>,
}

const HEAD_BITS: u32 = 16;

impl Default for Index {
    /// Empty, with room for the names that are shipped.
    fn default() -> Self {
        let map = |room| Map::with_capacity_and_hasher(room, BuildHasherDefault::default());
        Index {
            words: map(28_000),
            marks: Vec::with_capacity(28_000),
            stems: map(50_000),
            records: Vec::with_capacity(80_000),
            heads: vec![0; 1 << (HEAD_BITS - 6)],
            starts: Vec::with_capacity(28_000),
            edges: map(50_000),
            // Node 0 is none.
            named: vec![0],
            targets: Vec::with_capacity(50_000),
            given: Vec::with_capacity(20_000),
        }
    }
}

impl Index {
    /// Put in a name.
    pub(super) fn add(&mut self, name: &Name, text: &str) {
        let words = self.cut(name, text);
        self.insert(name, &words, text);
    }

    /// Put in a person's name: all of it, and the part that is used alone. The given names before that are noted, for
    /// telling bearers of one surname apart.
    pub(super) fn add_person(&mut self, name: &Name, given: &str, alone: &str) {
        let mut words = self.cut(name, given);
        for word in &words {
            self.marks[word.id as usize] |= GIVEN;
            self.given.push((name.actor, word.id));
        }
        let surname = words.len();
        words.extend(self.cut(name, alone));
        self.insert(name, &words, alone);
        if surname > 0 {
            self.insert(&Name { form: Form::Alone, ..*name }, &words[surname..], alone);
        }
    }

    /// The words of a name.
    fn cut(&mut self, name: &Name, text: &str) -> Vec<Cut> {
        let mut words = Vec::with_capacity(4);
        of_name(text, |word, token| {
            let letters = word.chars().take(5).count();
            words.push(Cut { id: self.intern(word, name), gap: token.gap, capital: token.capital, upper: token.upper, letters });
        });
        words
    }

    fn insert(&mut self, name: &Name, words: &[Cut], text: &str) {
        let Some((first, rest)) = words.split_first() else { return };
        let start = self.start_or_new(first.id);
        let node = rest.iter().fold(start, |node, word| self.next_or_new(node, word.gap, word.id));
        let bits = |has: fn(&Cut) -> bool| {
            let listed = words.iter().take(32).enumerate();
            listed.fold(0, |bits, (at, word)| bits | u32::from(has(word)) << at)
        };
        let target = Target {
            name: *name,
            capitals: bits(|word| word.capital),
            uppers: bits(|word| word.upper && word.letters < 4),
            abbreviation: words.iter().any(|word| word.upper && word.letters < 5),
            dotted: text.ends_with('.'),
            printed: name.exact.then(|| text.into()),
            next: self.named[node as usize],
        };
        self.targets.push(target);
        self.named[node as usize] = self.targets.len() as u32;
    }

    /// Make it ready for use.
    pub(super) fn finish(&mut self) {
        self.given.sort_unstable();
        self.given.dedup();
        self.words = Map::default();
    }

    fn word(&mut self, word: &str) -> WordId {
        let id = *self.words.entry(hash(word)).or_insert(self.marks.len() as u32);
        if id as usize == self.marks.len() {
            self.marks.push(0);
            self.starts.push(0);
            self.stem(hash(word), word.chars().take(3), id, Rest::Nothing);
        }
        id
    }

    /// The number of a word, with the stems that a name of this kind needs.
    fn intern(&mut self, word: &str, name: &Name) -> WordId {
        let id = self.word(word);
        let marks = self.marks[id as usize];
        if name.exact {
            return id;
        }
        let mut made = marks;
        match name.column {
            1 if marks & ARABIC == 0 && word.ends_with("ون") && word.chars().count() > 4 => {
                made |= ARABIC;
                let stem = &word[..word.len() - "ون".len()];
                self.stem(hash(stem), stem.chars().take(3), id, Rest::ArabicPlural);
            }
            2 if marks & RUSSIAN == 0 => {
                made |= RUSSIAN;
                let paradigm = if name.aspect == Aspect::Official { paradigm_of_person(word) } else { paradigm(word) };
                self.russian(word, id, paradigm);
            }
            _ => {}
        }
        if name.column >= 2 && marks & KAZAKH == 0 {
            made |= KAZAKH;
            self.kazakh(word, id);
        }
        if name.column == 1 && marks & DEFINED == 0 && matches!(name.aspect, Aspect::Adjective | Aspect::People) {
            made |= DEFINED;
            if word.ends_with('ي') {
                self.stem(hash(word), word.chars().take(3), id, Rest::Nisba);
            }
        }
        self.marks[id as usize] = made;
        id
    }

    fn russian(&mut self, word: &str, id: WordId, paradigm: Paradigm) {
        let stem = paradigm.stem;
        self.stem(hash(stem), stem.chars().take(3), id, Rest::Russian(paradigm.endings));
        if let Some((stem, endings)) = paradigm.other {
            self.stem(hash(&stem), stem.chars().take(3), id, Rest::Russian(endings));
        }
        // американский gives американо-; китайский would give китайо-, which nobody writes.
        if let Some(stem) = word.strip_suffix("ский").filter(|stem| stem.ends_with(['н', 'п', 'к'])) {
            self.stem(hash(stem), stem.chars().take(3), id, Rest::Compound);
        }
    }

    fn kazakh(&mut self, word: &str, id: WordId) {
        if !word.ends_with(|c: char| matches!(c, '\u{0400}'..='\u{04FF}')) {
            return;
        }
        self.stem(hash(word), word.chars().take(3), id, Rest::Kazakh);
        if let Some(stem) = kazakh::softened(word).filter(|stem| stem.chars().count() > 2) {
            self.stem(hash(&stem), stem.chars().take(3), id, Rest::KazakhPossessive);
        }
    }

    fn stem(&mut self, hash: u64, head: impl Iterator<Item = char>, word: WordId, rest: Rest) {
        let first = self.stems.entry(hash).or_insert(0);
        self.records.push(Stem { word, rest, next: *first });
        *first = self.records.len() as u32;
        let bit = head_bit(head.fold(0, step));
        self.heads[bit >> 6] |= 1 << (bit & 63);
    }

    fn start_or_new(&mut self, word: WordId) -> Node {
        if self.starts[word as usize] == 0 {
            self.starts[word as usize] = self.new_node();
        }
        self.starts[word as usize]
    }

    fn next_or_new(&mut self, node: Node, gap: Gap, word: WordId) -> Node {
        let new = self.named.len() as u32;
        let next = *self.edges.entry(edge(node, gap, word)).or_insert(new);
        if next == new { self.new_node() } else { next }
    }

    fn new_node(&mut self) -> Node {
        self.named.push(0);
        self.named.len() as u32 - 1
    }

    /// The node a first word leads to.
    pub(super) fn start(&self, word: WordId) -> Option<Node> {
        Some(self.starts[word as usize]).filter(|&node| node != 0)
    }

    /// The node one more word leads to.
    pub(super) fn next(&self, node: Node, gap: Gap, word: WordId) -> Option<Node> {
        self.edges.get(&edge(node, gap, word)).copied()
    }

    /// What the words up to a node name.
    pub(super) fn targets(&self, node: Node) -> impl Iterator<Item = &Target> {
        let target = |number: u32| number.checked_sub(1).map(|at| &self.targets[at as usize]);
        std::iter::successors(target(self.named[node as usize]), move |last| target(last.next))
    }

    /// The words that a stem belongs to.
    pub(super) fn stems(&self, hash: u64) -> impl Iterator<Item = &Stem> {
        let stem = |number: u32| number.checked_sub(1).map(|at| &self.records[at as usize]);
        std::iter::successors(stem(self.stems.get(&hash).copied().unwrap_or(0)), move |last| stem(last.next))
    }

    /// Whether some stem may begin with letters of this hash.
    pub(super) fn has_head(&self, hash: u64) -> bool {
        let bit = head_bit(hash);
        self.heads.get(bit >> 6).is_some_and(|bits| bits >> (bit & 63) & 1 == 1)
    }

    /// Whether the Arabic article may stand before a word that is listed without it.
    pub(super) fn takes_article(&self, word: WordId) -> bool {
        self.marks[word as usize] & DEFINED != 0
    }

    /// Whether a word is the given name of somebody.
    pub(super) fn is_given(&self, word: WordId) -> bool {
        self.marks[word as usize] & GIVEN != 0
    }

    /// Whether a word is a given name of this person.
    pub(super) fn is_given_of(&self, word: WordId, person: u32) -> bool {
        self.given.binary_search(&(person, word)).is_ok()
    }

    /// Sets of actors that share a full name, persons apart: data to be looked at.
    #[cfg(test)]
    pub(super) fn shared(&self) -> std::collections::BTreeSet<std::collections::BTreeSet<u32>> {
        let stands_alone = |target: &&Target| target.name.form == Form::Full && target.name.aspect != Aspect::Official;
        let actors =
            |node| self.targets(node).filter(stands_alone).map(|target| target.name.actor).collect::<std::collections::BTreeSet<u32>>();
        (1..self.named.len() as u32).map(actors).filter(|actors| actors.len() > 1).collect()
    }
}

fn head_bit(hash: u64) -> usize {
    (hash >> (64 - HEAD_BITS)) as usize
}

fn edge(node: Node, gap: Gap, word: WordId) -> u64 {
    u64::from(node) << 36 | u64::from(gap & 0x7F) << 28 ^ u64::from(word)
}

/// The hash of the Arabic article, for words whose article lost its alef after ل.
pub(super) fn article() -> u64 {
    hash("ال")
}

/// Whether a rest is one that follows a nisba adjective.
pub(super) fn is_nisba_ending(rest: &str) -> bool {
    arabic::NISBA_ENDINGS.contains(&rest)
}
