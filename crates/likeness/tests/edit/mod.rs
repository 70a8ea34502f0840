//! Texts in the four languages, and what newsrooms do to a text.

use mizan_text::Language;

/// Two events in each language, each told by two reporters who print one sentence in common. First line: the headline; then a dateline.
pub(crate) const TEXTS: [(Language, [[&str; 2]; 2]); 4] = [
    (
        Language::Arabic,
        [
            [include_str!("../texts/ar-1a.txt"), include_str!("../texts/ar-1b.txt")],
            [include_str!("../texts/ar-2a.txt"), include_str!("../texts/ar-2b.txt")],
        ],
    ),
    (
        Language::English,
        [
            [include_str!("../texts/en-1a.txt"), include_str!("../texts/en-1b.txt")],
            [include_str!("../texts/en-2a.txt"), include_str!("../texts/en-2b.txt")],
        ],
    ),
    (
        Language::Kazakh,
        [
            [include_str!("../texts/kk-1a.txt"), include_str!("../texts/kk-1b.txt")],
            [include_str!("../texts/kk-2a.txt"), include_str!("../texts/kk-2b.txt")],
        ],
    ),
    (
        Language::Russian,
        [
            [include_str!("../texts/ru-1a.txt"), include_str!("../texts/ru-1b.txt")],
            [include_str!("../texts/ru-2a.txt"), include_str!("../texts/ru-2b.txt")],
        ],
    ),
];

/// A row of numbers that is the same on every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `end`, which is not 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % end as u64) as usize
    }
}

/// An edit of a text; the second text lends words, a headline or a paragraph.
pub(crate) type Edit = fn(&str, &str, &mut Dice) -> String;

/// Every edit that leaves a copy a copy.
pub(crate) const EDITS: [(&str, Edit); 8] = [
    ("another headline", |text, other, _| headline(text, other)),
    ("another dateline", |text, _, _| dateline(text)),
    ("an added paragraph", |text, other, _| paragraph(text, other)),
    ("other typing", |text, _, _| typing(text)),
    ("small edits (4 % of words)", |text, other, dice| small(text, other, dice)),
    ("first half", |text, _, _| half(text)),
    ("all but the cut", |text, other, dice| typing(&paragraph(&small(&dateline(&headline(text, other)), other, dice), other))),
    ("all with the cut", |text, other, dice| typing(&half(&small(&dateline(&headline(text, other)), other, dice)))),
];

fn headline(text: &str, other: &str) -> String {
    let body = text.split_once('\n').map_or("", |(_, body)| body);
    format!("{}\n{body}", other.lines().next().unwrap_or(""))
}

fn dateline(text: &str) -> String {
    let body = text.split_once(" – ").map_or("", |(_, body)| body);
    format!("{}\n(TENGRI) 07.10 – {body}", text.lines().next().unwrap_or(""))
}

fn paragraph(text: &str, other: &str) -> String {
    format!("{text}{}\n", other.lines().last().unwrap_or(""))
}

/// Other quotation marks and dashes, no ё, no hamza on alef, no vowel marks, the Arabic "and" apart from its word.
fn typing(text: &str) -> String {
    text.replace(['«', '»'], "\"").replace('–', "-").replace('ё', "е").replace('أ', "ا").replace('\u{64B}', "").replace(" و", " و ")
}

/// Of every hundred words four are dropped, replaced, given another ending or exchanged with the next.
fn small(text: &str, other: &str, dice: &mut Dice) -> String {
    let lent: Vec<&str> = other.split_whitespace().collect();
    let lines = text.lines().map(|line| {
        let mut words: Vec<String> = line.split(' ').map(str::to_string).collect();
        for at in 0..words.len() {
            let last = at + 1 == words.len();
            match dice.below(100) {
                0 => words[at].clear(),
                1 => words[at] = lent[dice.below(lent.len())].to_string(),
                2 => drop((words[at].pop(), words[at].pop())),
                3 if !last => words.swap(at, at + 1),
                _ => {}
            }
        }
        words.join(" ") + "\n"
    });
    lines.collect()
}

/// The headline and the first half of the words after it.
fn half(text: &str) -> String {
    let (head, body) = text.split_once('\n').unwrap_or((text, ""));
    let words: Vec<&str> = body.split_whitespace().collect();
    format!("{head}\n{}", words[..words.len() / 2].join(" "))
}
