//! The words of a text or a name as they are looked up: folded, with what stands between them and how they were printed.

use mizan_text::fold::fold;
use mizan_text::word::is_word_char;
use mizan_text::{Folded, Span};

/// What stands between two words: 0 for space or hyphen, the character itself for another single ASCII one.
pub(super) type Gap = u8;

/// Nothing that may stand inside a name.
pub(super) const BREAK: Gap = u8::MAX;
/// Space, or a hyphen without space: names are printed with either.
pub(super) const SPACE: Gap = 0;

/// A word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Its place in the folded text.
    pub(super) span: Span,
    /// What stands before it.
    pub(super) gap: Gap,
    /// Whether it is printed with a capital letter.
    pub(super) capital: bool,
    /// Whether its first two letters are capital.
    pub(super) upper: bool,
    /// Whether it begins a sentence, as far as one can see: then a capital says nothing.
    pub(super) first: bool,
}

/// A text cut into words.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    pub(super) original: &'t str,
    pub(super) folded: Folded,
    pub(super) list: Vec<Token>,
    /// Whether all its letters are capital, as in some headlines.
    pub(super) shouting: bool,
    /// Whether nearly all its longer words have a capital, as in other headlines.
    pub(super) titled: bool,
}

impl<'t> Tokens<'t> {
    pub(super) fn of(original: &'t str) -> Self {
        let folded = Folded::new(original);
        let place = |at: usize| folded.span_of(Span::new(at, at + 1)).start;
        let list: Vec<Token> = cut(folded.as_str(), original, place).collect();
        let cased = |c: char| c.is_uppercase() || c.is_lowercase();
        let shouting = list.len() > 2 && list[0].upper && original.chars().filter(|&c| cased(c)).all(char::is_uppercase);
        let long = || list.iter().filter(|token| token.span.len() > 4 && !token.first);
        let (capitals, all) = (long().filter(|token| token.capital).count(), long().count());
        let titled = shouting || (all > 3 && capitals * 10 >= all * 7);
        Tokens { original, folded, list, shouting, titled }
    }

    /// A word, folded.
    pub(super) fn word(&self, at: usize) -> &str {
        let span = self.list[at].span;
        &self.folded.as_str()[span.start..span.end]
    }

    /// The place in the text from some bytes into one word to the end of another.
    pub(super) fn place(&self, first: usize, cut: usize, last: usize) -> Span {
        self.folded.span_of(Span::new(self.list[first].span.start + cut, self.list[last].span.end))
    }

    /// What follows a word, folded.
    pub(super) fn after(&self, at: usize) -> &str {
        &self.folded.as_str()[self.list[at].span.end..]
    }
}

/// The words of a name with nothing kept but what tells them apart.
pub(super) fn of_name(name: &str, mut take: impl FnMut(&str, Token)) {
    let folded = fold(name);
    if folded.len() == name.len() {
        cut(&folded, name, |at| at).for_each(|token| take(&folded[token.span.start..token.span.end], token));
    } else {
        let aligned = Folded::new(name);
        let place = |at: usize| aligned.span_of(Span::new(at, at + 1)).start;
        cut(&folded, name, place).for_each(|token| take(&folded[token.span.start..token.span.end], token));
    }
}

/// Cut a folded text. `place` leads from a byte of it to the original.
fn cut<'t>(folded: &'t str, original: &'t str, place: impl Fn(usize) -> usize + 't) -> impl Iterator<Item = Token> + 't {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + folded[at..].find(is_word_char)?;
        let length = folded[start..].find(|c| !is_word_char(c)).unwrap_or(folded.len() - start);
        let between = &folded[at..start];
        let first = at == 0 || between.contains(['.', '!', '?', ':', '\u{61F}', '\n', '"']);
        let gap = gap(between);
        at = start + length;
        let mut letters = original.get(place(start)..).unwrap_or("").chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let upper = capital && letters.next().is_some_and(char::is_uppercase);
        Some(Token { span: Span::new(start, at), gap, capital, upper, first })
    })
}

/// What the text between two words amounts to. Quotation marks beside a space do not count: движение «Талибан».
fn gap(between: &str) -> Gap {
    match between {
        " " | "-" => return SPACE,
        _ if between.len() > 8 => return BREAK,
        _ => {}
    }
    let spaced = between.contains(char::is_whitespace);
    let left = |c: &char| !(c.is_whitespace() || (spaced && matches!(c, '"' | '\'')));
    let mut rest = between.chars().filter(left);
    match (rest.next(), rest.next()) {
        (None, _) if between.matches('\n').count() < 2 => SPACE,
        (Some('-'), None) if spaced => BREAK,
        (Some(one), None) if one.is_ascii() => one as u8,
        _ => BREAK,
    }
}
