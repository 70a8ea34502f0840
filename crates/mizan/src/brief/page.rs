//! The page that the sections write on: lines of pieces, wrapped with a hanging indent, each piece kept apart by direction.

use std::collections::BTreeSet;

use mizan_record::Report;

use super::Look;
use super::clean::{Direction, clean, columns, direction, disturbs, strong, width};
use super::labels::Labels;

/// The narrowest page there is.
const NARROWEST: usize = 20;
/// How many numbers a citation shows.
const MOST_CITED: usize = 8;
/// How much further the second line of an entry is indented.
const HANG: usize = 4;
/// Stands for a space that no line breaks at; printed as a plain one.
const TIE: char = '\u{A0}';

const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';
const LRM: char = '\u{200E}';
const RLM: char = '\u{200F}';

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Bold,
    Dim,
}

impl Style {
    fn on(self) -> &'static str {
        match self {
            Style::Plain => "",
            Style::Bold => "\u{1b}[1m",
            Style::Dim => "\u{1b}[2m",
        }
    }
}

/// Some words of one origin, one style and one direction.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    text: String,
    style: Style,
    /// Set where the words must be kept apart from the line around them.
    apart: Option<Direction>,
}

impl Piece {
    /// The piece with every space made unbreakable.
    pub(super) fn tied(mut self) -> Piece {
        self.text = self.text.replace(' ', "\u{A0}");
        self
    }

    fn styled(mut self, style: Style) -> Piece {
        self.style = style;
        self
    }
}

/// An entry of a section: its parts are printed with dots in between.
pub(super) type Parts = Vec<Vec<Piece>>;

/// A brief in the making.
pub(super) struct Page {
    labels: Labels,
    way: Direction,
    width: usize,
    colour: bool,
    sentences: usize,
    cited: BTreeSet<usize>,
    out: String,
}

impl Page {
    pub(super) fn new(report: &Report, look: &Look) -> Self {
        Page {
            labels: Labels::of(look.language),
            way: if look.language.is_right_to_left() { Direction::RightToLeft } else { Direction::LeftToRight },
            width: look.width.max(NARROWEST),
            colour: look.colour,
            sentences: report.document.sections.len(),
            cited: BTreeSet::new(),
            out: String::new(),
        }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Columns of a line.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The sentences that were cited so far, in order.
    pub(super) fn cited(&self) -> Vec<usize> {
        self.cited.iter().copied().collect()
    }

    /// A word of the brief's own.
    pub(super) fn label(&self, key: &'static str) -> Piece {
        self.plain(self.labels.get(key))
    }

    /// The word for a code, or the code itself when there is none.
    pub(super) fn word(&self, family: &str, name: &str) -> Piece {
        self.labels.find(family, name).map_or_else(|| self.code(name), |word| self.plain(word))
    }

    /// The word for a name, or the name itself, as words from outside, when there is none.
    pub(super) fn named(&self, family: &str, name: &str) -> Piece {
        self.labels.find(family, name).map_or_else(|| self.quoted(name), |word| self.plain(word))
    }

    /// A label with something in its place `{}`.
    pub(super) fn fill(&self, key: &'static str, inside: Vec<Piece>) -> Vec<Piece> {
        let (before, after) = self.labels.get(key).split_once("{}").unwrap_or(("", ""));
        let mut pieces = vec![self.plain(before)];
        pieces.extend(inside);
        pieces.push(self.plain(after));
        pieces
    }

    /// Words from outside: cleaned, and set apart when they run against the line.
    pub(super) fn quoted(&self, text: &str) -> Piece {
        let text = clean(text);
        let against = text.chars().any(|c| disturbs(c, self.way));
        let apart = against.then(|| direction(&text).unwrap_or(Direction::LeftToRight));
        Piece { text, style: Style::Plain, apart }
    }

    /// A code, date or number: never broken, and always left to right.
    pub(super) fn code(&self, text: &str) -> Piece {
        let text = clean(text);
        let apart = text.chars().any(|c| disturbs(c, self.way)).then_some(Direction::LeftToRight);
        Piece { text, style: Style::Plain, apart }.tied()
    }

    /// Words of the brief's own that need no care.
    pub(super) fn plain(&self, text: &str) -> Piece {
        Piece { text: text.to_owned(), style: Style::Plain, apart: None }
    }

    /// A probability in per cent.
    pub(super) fn percent(&self, probability: f32) -> Piece {
        let share = if probability.is_nan() { 0.0 } else { probability.clamp(0.0, 1.0) };
        self.code(&format!("{:.0}%", share * 100.0))
    }

    /// The heading of a section.
    pub(super) fn head(&mut self, key: &'static str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let head = self.label(key).styled(Style::Bold);
        self.lay(0, &[head]);
    }

    /// The heading of a group within a section.
    pub(super) fn sub(&mut self, heading: Vec<Piece>) {
        self.lay(2, &heading);
    }

    /// The words for a section without entries.
    pub(super) fn nothing(&mut self, key: &'static str) {
        let words = self.label(key);
        self.lay(2, &[words]);
    }

    /// An entry with the sentences it rests on.
    pub(super) fn entry(&mut self, indent: usize, parts: Parts, sentences: &[usize]) {
        let mut pieces = self.joined(parts);
        pieces.extend(self.citation(sentences));
        self.lay(indent, &pieces);
    }

    /// The numbers of sentences, as they close an entry.
    pub(super) fn citation(&mut self, sentences: &[usize]) -> Vec<Piece> {
        let numbers: BTreeSet<usize> = sentences.iter().copied().filter(|n| (1..=self.sentences).contains(n)).collect();
        if numbers.is_empty() {
            return Vec::new();
        }
        let mut shown: Vec<String> = numbers.iter().take(MOST_CITED).map(usize::to_string).collect();
        self.cited.extend(numbers.iter().take(MOST_CITED));
        if numbers.len() > MOST_CITED {
            shown.push("…".to_owned());
        }
        vec![self.plain(" "), self.code(&format!("[{}]", shown.join(", "))).styled(Style::Dim)]
    }

    /// A cited sentence behind its number.
    pub(super) fn sentence(&mut self, number: usize, text: &str) {
        let pieces = [self.code(&format!("[{number}]")).styled(Style::Dim), self.plain(" "), self.quoted(text)];
        self.lay(2, &pieces);
    }

    /// Parts with dots in between; empty ones leave no trace.
    pub(super) fn joined(&self, parts: Parts) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for part in parts.into_iter().filter(|part| part.iter().any(|p| !p.text.is_empty())) {
            if !pieces.is_empty() {
                pieces.push(self.plain("\u{A0}· "));
            }
            pieces.extend(part);
        }
        pieces
    }

    /// Wrap pieces and print them.
    fn lay(&mut self, indent: usize, pieces: &[Piece]) {
        let room = self.width.saturating_sub(indent + HANG).max(1);
        let mut line: Vec<Word> = Vec::new();
        let mut used = 0;
        let mut margin = indent;
        for word in words(pieces, room) {
            let gap = usize::from(word.gap && !line.is_empty());
            if !line.is_empty() && margin + used + gap + word.width() > self.width {
                self.print(margin, &line, pieces);
                line.clear();
                (used, margin) = (0, indent + HANG);
            }
            used += usize::from(word.gap && !line.is_empty()) + word.width();
            line.push(word);
        }
        self.print(margin, &line, pieces);
    }

    fn print(&mut self, margin: usize, line: &[Word], pieces: &[Piece]) {
        let runs = runs(line);
        if runs.is_empty() {
            return;
        }
        if self.way == Direction::RightToLeft {
            self.out.push(RLM);
        }
        self.out.extend(std::iter::repeat_n(' ', margin));
        for (piece, text) in runs {
            let text = text.replace(TIE, " ");
            match piece.map(|p| &pieces[p]) {
                Some(piece) => self.print_run(piece, &text),
                None => self.out.push_str(&text),
            }
        }
        self.out.push('\n');
    }

    /// Each printed line is a paragraph to a terminal, so an isolate is closed at its end and opened again on the next; a mark inside holds
    /// its direction where the first letter of the rest would turn it.
    fn print_run(&mut self, piece: &Piece, text: &str) {
        let style = if self.colour { piece.style.on() } else { "" };
        self.out.push_str(style);
        if let Some(way) = piece.apart {
            self.out.push(FSI);
            if text.chars().find_map(strong).unwrap_or(Direction::LeftToRight) != way {
                self.out.push(if way == Direction::RightToLeft { RLM } else { LRM });
            }
        }
        self.out.push_str(text);
        if piece.apart.is_some() {
            self.out.push(PDI);
        }
        if !style.is_empty() {
            self.out.push_str("\u{1b}[0m");
        }
    }
}

/// What stands between two spaces: letters of one or more pieces.
#[derive(Debug, Clone, Default)]
struct Word {
    /// Numbers of pieces with the letters they give.
    atoms: Vec<(usize, String)>,
    /// Whether a space comes before it.
    gap: bool,
    /// The piece that the space belongs to.
    space: usize,
}

impl Word {
    fn width(&self) -> usize {
        self.atoms.iter().map(|(_, text)| width(text)).sum()
    }

    fn push(&mut self, piece: usize, c: char) {
        match self.atoms.last_mut() {
            Some((last, text)) if *last == piece => text.push(c),
            _ => self.atoms.push((piece, c.to_string())),
        }
    }
}

/// The words of pieces, those wider than `room` cut up.
fn words(pieces: &[Piece], room: usize) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut word = Word::default();
    let mut used = 0;
    for (number, piece) in pieces.iter().enumerate() {
        for c in piece.text.chars() {
            let full = used + columns(c) > room;
            if c == ' ' || full {
                let gap = c == ' ';
                let ended = std::mem::replace(&mut word, Word { atoms: Vec::new(), gap, space: number });
                if ended.atoms.is_empty() {
                    word.gap |= ended.gap;
                } else {
                    words.push(ended);
                }
                used = 0;
            }
            if c != ' ' {
                word.push(number, c);
                used += columns(c);
            }
        }
    }
    if !word.atoms.is_empty() {
        words.push(word);
    }
    words
}

/// The letters of a line by piece. A space between two words of one piece belongs to it, any other stands outside.
fn runs(line: &[Word]) -> Vec<(Option<usize>, String)> {
    let mut runs: Vec<(Option<usize>, String)> = Vec::new();
    let mut push = |piece: Option<usize>, text: &str| match runs.last_mut() {
        Some((last, run)) if *last == piece => run.push_str(text),
        _ => runs.push((piece, text.to_owned())),
    };
    let mut before: Option<usize> = None;
    for word in line {
        let first = word.atoms.first().map(|(piece, _)| *piece);
        if word.gap && before.is_some() {
            let inside = before == first && Some(word.space) == first;
            push(first.filter(|_| inside), " ");
        }
        for (piece, text) in &word.atoms {
            push(Some(*piece), text);
        }
        before = word.atoms.last().map(|(piece, _)| *piece);
    }
    runs
}
