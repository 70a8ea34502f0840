//! Quotation marks with their direction: which of them open, which close, and which belong together.
//!
//! Most show it. A straight mark that touches words on both sides (`сказал."Мы`) does not: there the marks before it and after it tell,
//! of which no more may close than open.

use std::collections::BTreeMap;

use crate::mark::{is_dash, is_stop};
use crate::word::is_invisible;

/// Marks that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Angle,
    Curly,
    Single,
    Straight,
}

/// A quotation mark.
struct Mark {
    at: usize,
    opens: bool,
    /// Where the mark is that closes what this one opens.
    closed_at: Option<usize>,
}

/// The quotation marks of a text.
pub(super) struct Quotes(Vec<Mark>);

/// How many marks are looked at to find the quotation that a place lies in.
const REACH: usize = 8;

impl Quotes {
    pub(super) fn of(text: &str) -> Quotes {
        let found: Vec<Seen> = text.char_indices().filter_map(|(at, c)| Seen::at(text, at, c)).collect();
        let mut pairing = Pairing::default();
        for (number, seen) in found.iter().enumerate() {
            pairing.take(seen, &found[number + 1..]);
        }
        Quotes(pairing.marks)
    }

    /// Whether the mark at a place opens a quotation.
    pub(super) fn opens(&self, at: usize) -> bool {
        self.0.binary_search_by_key(&at, |mark| mark.at).is_ok_and(|number| self.0[number].opens)
    }

    /// Where the marks of the innermost quotation around a place are.
    pub(super) fn around(&self, at: usize) -> Option<(usize, usize)> {
        let before = self.0.partition_point(|mark| mark.at < at);
        let near = self.0[..before].iter().rev().take(REACH);
        near.filter_map(|mark| Some((mark.at, mark.closed_at?))).find(|&(_, close)| close > at)
    }
}

/// A mark (or the blank line that closes all of them) with what can be told from its neighbours.
struct Seen {
    at: usize,
    c: char,
    /// Whether it opens, when one side is a word and the other is not.
    shape: Option<bool>,
}

impl Seen {
    fn at(text: &str, at: usize, c: char) -> Option<Seen> {
        if !(kind(c).is_some() || c == '\n' && text[..at].ends_with('\n')) {
            return None;
        }
        let shows = |c: &char| !is_invisible(*c);
        let before = text[..at].chars().rev().take(4).find(shows);
        let after = text[at + c.len_utf8()..].chars().take(4).find(shows);
        let left = before.is_none_or(|c| c.is_whitespace() || is_dash(c) || "([{:«„‹".contains(c));
        let right = after.is_none_or(|c| c.is_whitespace() || is_dash(c) || ".,;:!?…)]}»›،؛؟".contains(c));
        let shape = (left != right).then_some(left);
        // A single mark between two others is an apostrophe or half of a double one, unless it parts a stop and a word.
        let parts = before.is_some_and(is_stop) && after.is_some_and(char::is_alphabetic);
        (c != '\'' || shape.is_some() || parts).then_some(Seen { at, c, shape })
    }

    /// Whether a mark between two words opens, where `open` of its kind are open: no more may close from here on than are then open.
    /// `None` when the marks that follow do not tell.
    fn opens_between(&self, open: usize, following: &[Seen]) -> Option<bool> {
        let (mut depth, mut marks) = (0_isize, false);
        for mark in following.iter().take_while(|mark| mark.c != '\n').filter(|mark| kind(mark.c) == kind(self.c)) {
            depth += if mark.shape? { 1 } else { -1 };
            marks = true;
            if depth < 0 && depth.unsigned_abs() >= open {
                return Some(true);
            }
        }
        (marks || open > 0).then_some(false)
    }
}

fn kind(c: char) -> Option<Kind> {
    match c {
        '«' | '»' | '‹' | '›' => Some(Kind::Angle),
        '“' | '”' | '„' => Some(Kind::Curly),
        '\'' => Some(Kind::Single),
        '"' => Some(Kind::Straight),
        _ => None,
    }
}

/// The marks so far, and those of them that are open.
#[derive(Default)]
struct Pairing {
    marks: Vec<Mark>,
    /// Numbers of the open ones, the innermost last.
    open: Vec<(Kind, usize)>,
    /// How many of each kind are open.
    count: BTreeMap<Kind, usize>,
    /// Whether the innermost curly mark that is open is a low one.
    low: bool,
}

impl Pairing {
    fn take(&mut self, seen: &Seen, following: &[Seen]) {
        let Some(kind) = kind(seen.c) else {
            self.open.clear();
            self.count.clear();
            return;
        };
        let opens = self.opens(seen, kind, following);
        let number = self.marks.len();
        self.marks.push(Mark { at: seen.at, opens, closed_at: None });
        if opens {
            self.low = seen.c == '„' || (self.low && kind != Kind::Curly);
            self.open.push((kind, number));
            *self.count.entry(kind).or_default() += 1;
        } else if self.open_of(kind) > 0 {
            self.close(kind, seen.at);
        }
    }

    fn open_of(&self, kind: Kind) -> usize {
        self.count.get(&kind).copied().unwrap_or(0)
    }

    fn opens(&self, seen: &Seen, kind: Kind, following: &[Seen]) -> bool {
        let open = self.open_of(kind);
        seen.shape.unwrap_or_else(|| match seen.c {
            '„' | '«' | '‹' => true,
            '»' | '›' => false,
            '“' => !(self.low && open > 0),
            '”' => open == 0 && seen.opens_between(open, following) == Some(true),
            _ => seen.opens_between(open, following).unwrap_or(open == 0),
        })
    }

    /// Close the innermost open mark of a kind, and with it those inside it that nobody closed.
    fn close(&mut self, kind: Kind, at: usize) {
        while let Some((other, number)) = self.open.pop() {
            if let Some(count) = self.count.get_mut(&other) {
                *count -= 1;
            }
            if other == kind {
                self.marks[number].closed_at = Some(at);
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every quotation mark as `<` or `>`.
    fn check(text: &str, expect: &str) {
        let quotes = Quotes::of(text);
        let directed = |(at, c): (usize, char)| match quotes.0.iter().find(|mark| mark.at == at) {
            Some(mark) if mark.opens => '<',
            Some(_) => '>',
            None => c,
        };
        assert_eq!(text.char_indices().map(directed).collect::<String>(), expect);
    }

    #[test]
    fn marks_have_a_direction() {
        check("He said \"yes\", then \"no.\"", "He said <yes>, then <no.>");
        check("Цены растут.\"Мы знаем\", - сказал он.\"Ждите\".", "Цены растут.<Мы знаем>, - сказал он.<Ждите>.");
        check("\"Мы знаем.\"Цены растут.", "<Мы знаем.>Цены растут.");
        check("\"Завод \"Луч\" закрыт\", - сказал он.", "<Завод <Луч> закрыт>, - сказал он.");
        check("Он сказал:\"Да\".Все ушли.", "Он сказал:<Да>.Все ушли.");
        check("„Да.“Все ушли. “Yes.”He left.“No”", "<Да.>Все ушли. <Yes.>He left.<No>");
        check("قال:\"انتهى\".ثم \"عاد\"", "قال:<انتهى>.ثم <عاد>");
        check("\"A\n\nB.\"C", "<A\n\nB.<C");
        check("of old.\"He was \"sad\" now.", "of old.>He was <sad> now.");
        check("\"Он ответил: \"Да.\"Все ушли\", - сказал он.", "<Он ответил: <Да.>Все ушли>, - сказал он.");
        check("Цены растут.\"Завод \"Луч\" закрыт\", - сказал он.", "Цены растут.<Завод <Луч> закрыт>, - сказал он.");
        check("”Жоқ”, – деді ол.”Біз келеміз”, – деді.", "<Жоқ>, – деді ол.<Біз келеміз>, – деді.");
        check("It's over.'We know,' he said.'Go.'He left.", "It's over.<We know,> he said.<Go.>He left.");
        check("He wrote ''a plan.'' It failed.", "He wrote <'a plan.'> It failed.");
    }

    #[test]
    fn a_place_lies_in_the_innermost_quotation() {
        let text = "a «b \"c\" d» e";
        let around = |inside: &str| Quotes::of(text).around(text.find(inside).unwrap()).map(|(open, close)| &text[open..close]);
        assert_eq!((around("c"), around("b"), around("d")), (Some("\"c"), Some("«b \"c\" d"), Some("«b \"c\" d")));
        assert_eq!((around("a"), around("e")), (None, None));
    }
}
