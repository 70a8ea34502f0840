//! Whether a page is safe to give to a library that builds a tree, recurses over it and walks parts of it many times.

use std::fmt;

use super::tags::{Token, each_attribute, tokens};

/// Elements open at once. Real pages stay below 60.
const DEPTH: usize = 250;
/// Formatting elements open at once: a parser opens all of them again in every new block.
const FORMATTING: usize = 30;
/// All elements, with those that a parser would add by itself. A long report with a thousand comments has some 30,000.
const ELEMENTS: usize = 60_000;
/// Attributes of one element; a parser compares each with each.
const ATTRIBUTES: usize = 500;
/// Bytes of one `<meta>`, and of the title: the library decodes them in a way that is quadratic in the number of `&`.
const META: usize = 20_000;
/// Bytes of text times the depth they stand at: the library measures the text of every level again.
const WORK: usize = 60_000_000;
/// All `&`: the parser is quadratic in the number of entities without their semicolon.
const ENTITIES: usize = 100_000;
/// Headings times the bytes of the longest title: the library compares each heading with it.
const COMPARED: usize = 10_000_000;

/// Why a page was not given to the readability library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    Depth,
    Size,
}

impl Reason {
    pub(super) fn name(self) -> &'static str {
        match self {
            Reason::Depth => "html-too-deep",
            Reason::Size => "html-too-large",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Depth => write!(f, "the page nests elements more than {DEPTH} deep or leaves too many open"),
            Reason::Size => write!(f, "the page has more than {ELEMENTS} elements, or too much text or markup in one of them"),
        }
    }
}

/// Elements that have no content.
const VOID: [&str; 14] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements that the next of their kind closes, so that leaving them open nests nothing.
const CLOSED_BY_NEXT: [&str; 12] = ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup"];
const FORMATS: [&str; 14] = ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

pub(super) fn check(html: &str) -> Result<(), Reason> {
    if html.bytes().filter(|&byte| byte == b'&').nth(ENTITIES).is_some() {
        return Err(Reason::Size);
    }
    let mut tally = Tally::default();
    tokens(html).try_for_each(|token| tally.add(token))
}

/// What has been counted so far.
#[derive(Default)]
struct Tally<'a> {
    open: Vec<&'a str>,
    formatting: usize,
    elements: usize,
    work: usize,
    headings: usize,
    title: usize,
}

impl<'a> Tally<'a> {
    fn add(&mut self, token: Token<'a>) -> Result<(), Reason> {
        match token {
            Token::Open { name, attributes } => self.open(name, attributes)?,
            Token::Close { name } => self.close(name),
            Token::Text(text) => self.work += text.len() * (self.open.len() + 1),
            Token::Raw { name, content, .. } => {
                self.elements += 1;
                if name.eq_ignore_ascii_case("title") {
                    self.title = self.title.max(content.len());
                }
            }
        }
        let large = self.work > WORK || self.elements > ELEMENTS || self.title > META || self.headings * self.title > COMPARED;
        if large { Err(Reason::Size) } else { Ok(()) }
    }

    fn open(&mut self, name: &'a str, attributes: &str) -> Result<(), Reason> {
        self.elements += 1;
        if attributes.len() > ATTRIBUTES && each_attribute(attributes).nth(ATTRIBUTES).is_some() {
            return Err(Reason::Size);
        }
        if name.eq_ignore_ascii_case("meta") {
            self.title = self.title.max(attributes.len());
        }
        if is(name, &VOID) {
            return Ok(());
        }
        let formats = is(name, &FORMATS);
        if !formats {
            // Whatever formatting is open may be opened once more inside.
            self.elements += self.formatting;
        }
        if is(name, &CLOSED_BY_NEXT) {
            return Ok(());
        }
        self.headings += usize::from(matches!(name.as_bytes(), [b'h' | b'H', b'1'..=b'6']));
        self.formatting += usize::from(formats);
        self.open.push(name);
        let deep = self.open.len() > DEPTH || self.formatting > FORMATTING;
        if deep { Err(Reason::Depth) } else { Ok(()) }
    }

    fn close(&mut self, name: &str) {
        if is(name, &FORMATS) {
            self.formatting = self.formatting.saturating_sub(1);
        }
        if let Some(at) = self.open.iter().rposition(|other| other.eq_ignore_ascii_case(name)) {
            self.open.truncate(at);
        }
    }
}

fn is(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_pages_pass() {
        let old = "<p>One<br>two <b>three</b><li>four<td>five".repeat(2_000);
        assert_eq!(check(&old), Ok(()));
        assert_eq!(check(&"<div>".repeat(100)), Ok(()));
        assert_eq!(check(&"<div><span>x</div>".repeat(5_000)), Ok(()));
    }

    #[test]
    fn hostile_pages_do_not() {
        assert_eq!(check(&"<div>".repeat(100_000)), Err(Reason::Depth));
        assert_eq!(check(&"<p><b><i>".repeat(1_000)), Err(Reason::Depth));
        assert_eq!(check(&"<b></i>".repeat(1_000)), Err(Reason::Depth));
        assert_eq!(check(&"<p>x</p>".repeat(100_000)), Err(Reason::Size));
        assert_eq!(check(&"&amp&".repeat(100_000)), Err(Reason::Size));
        assert_eq!(check(&format!("<title>{}</title>{}", "a ".repeat(5_000), "<h2>x</h2>".repeat(5_000))), Err(Reason::Size));
        assert_eq!(check(&format!("{}{}", "<font size=1>".repeat(20), "<p>x</p>".repeat(5_000))), Err(Reason::Size));
        assert_eq!(check(&format!("<p {}>x", "a=1 ".repeat(100_000))), Err(Reason::Size));
    }
}
