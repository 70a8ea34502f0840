//! A file in parts, so that each core can read one.

use memchr::memchr;

/// Cut bytes at line ends into at most `parts` pieces of about one size, in order; together they are the whole. None is empty.
///
/// For the tab-separated event files, whose lines stand alone: read each part with the same layout
/// ([`gdelt::Layout`](crate::gdelt::Layout)) and join the tallies with [`Tally::append`](crate::Tally::append). Not for CSV, where a line
/// break may stand inside quotes.
///
/// # Examples
/// ```
/// let parts = mizan_public::cut(b"one\ntwo\nthree\n", 2);
/// assert_eq!(parts, [&b"one\ntwo\n"[..], b"three\n"]);
/// ```
pub fn cut(bytes: &[u8], parts: usize) -> Vec<&[u8]> {
    let mut pieces = Vec::new();
    let mut rest = bytes;
    for left in (1..=parts.max(1)).rev() {
        let share = rest.len() / left;
        let end = if left == 1 { rest.len() } else { memchr(b'\n', &rest[share..]).map_or(rest.len(), |at| share + at + 1) };
        if end > 0 {
            pieces.push(&rest[..end]);
        }
        rest = &rest[end..];
    }
    pieces
}
