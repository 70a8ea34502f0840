//! The scripts of the four languages.

/// A script that one of the four languages is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    Arabic,
    Cyrillic,
    Latin,
}

/// The script of a letter; `None` for digits, marks and the letters of all others.
pub(crate) fn of(c: char) -> Option<Script> {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' => Some(Script::Latin),
        '\u{0400}'..='\u{0481}' | '\u{048A}'..='\u{052F}' => Some(Script::Cyrillic),
        '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' | '\u{066E}'..='\u{06D3}' => Some(Script::Arabic),
        _ => None,
    }
}

/// Letters that look alike in Latin and Cyrillic and are typed for one another: `Бiз` with a Latin `i`.
pub(crate) fn is_lookalike(c: char) -> bool {
    "AaBCceEHIiKMOoPpTXxyАаВСсеЕНІіКМОоРрТХху".contains(c)
}
