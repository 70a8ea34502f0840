//! Whether the words around a time speak of what is to come.

use super::scan::{Cursor, Tag};

/// How many tokens on either side are looked at.
const REACH: usize = 14;

/// Whether the clause of the tokens from `from` to `to` looks ahead: "will meet on Tuesday", but not "said on Tuesday it would".
pub(crate) fn ahead(c: &Cursor, from: usize, to: usize) -> bool {
    let mut words = 0;
    for i in (from.saturating_sub(REACH)..from).rev() {
        match c.tag(i) {
            Tag::Future => return true,
            // "It is planned that they meet on Friday."
            Tag::Clause if c.before(i) == Tag::Future => return true,
            Tag::Speech => return false,
            Tag::Clause | Tag::Punct(';' | ':' | '.' | '?' | '!' | '؟') => return words == 0 && after(c, to),
            Tag::Punct(',') if words > 0 => return false,
            Tag::Punct(',') if after(c, to) => return true,
            Tag::Punct(_) | Tag::Dash | Tag::And => {}
            _ => words += 1,
        }
    }
    // Kazakh puts its verb last; elsewhere only a time at the head of its clause waits for the verb behind it.
    (words == 0 || c.lexicon.language == mizan_text::Language::Kazakh) && after(c, to)
}

fn after(c: &Cursor, to: usize) -> bool {
    for i in to..(to + REACH).min(c.tokens.len()) {
        match c.tag(i) {
            Tag::Future => return true,
            Tag::Speech => return false,
            Tag::Clause | Tag::Punct(';' | ':' | '?' | '!' | '؟') => return false,
            _ => {}
        }
    }
    false
}
