//! Punctuation marks by what they do.

/// Marks that may end a sentence.
pub(crate) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '‼' | '⁇' | '⁈' | '⁉' | '。')
}

/// Quotes and brackets that may close after the stop.
pub(crate) fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '»' | '”' | '’' | '“' | ')' | ']' | '}' | '›')
}

/// Quotes, brackets and the like before the first letter of a sentence.
pub(crate) fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '«' | '“' | '”' | '„' | '‘' | '(' | '[' | '{' | '‹' | '*' | '¿' | '¡' | '_') || is_bullet(c)
}

/// Dashes and the hyphen used as one.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

/// Marks before the items of a list.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '■' | '▪' | '▶' | '►' | '▸' | '●' | '◆' | '◼' | '◾')
}
