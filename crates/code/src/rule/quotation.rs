//! A claim's content that begins or ends inside a quotation takes in the whole of it.

use mizan_text::Span;

/// The rule's name in a record's origin.
pub const NAME: &str = "quotation";

const PAIRS: [(char, char); 4] = [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"')];
/// A quotation longer than this many bytes is not followed: the marks are probably not a pair.
const LONGEST: usize = 1500;

/// Widen `content` to the quotation that it overlaps by more than half of the quotation, if there is one in `sentence`.
/// Offsets are bytes of `sentence`.
pub fn widen(sentence: &str, content: Span) -> Span {
    quotations(sentence)
        .into_iter()
        .filter(|q| q.overlaps(content) && !content.contains(*q))
        .filter(|q| 2 * (q.end.min(content.end) - q.start.max(content.start)) > q.len())
        .fold(content, Span::join)
}

/// The insides of all quotations, without the marks.
fn quotations(sentence: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in sentence.char_indices() {
        match open {
            Some((start, close)) if c == close => {
                if at - start < LONGEST && at > start {
                    out.push(Span::new(start, at));
                }
                open = None;
            }
            None => open = PAIRS.iter().find(|(o, _)| *o == c).map(|(_, close)| (at + c.len_utf8(), *close)),
            Some(_) => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widened<'t>(sentence: &'t str, part: &str) -> &'t str {
        let start = sentence.find(part).unwrap();
        let span = widen(sentence, Span::new(start, start + part.len()));
        &sentence[span.start..span.end]
    }

    #[test]
    fn a_cut_quotation_is_made_whole() {
        assert_eq!(widened("He said: \"We will not go there today.\"", "will not go there today"), "We will not go there today.");
        assert_eq!(widened("«Біз бармаймыз бүгін», – деді ол.", "Біз бармаймыз"), "Біз бармаймыз бүгін");
    }

    #[test]
    fn a_word_in_marks_inside_a_longer_claim_changes_nothing() {
        assert_eq!(widened("قال إن روسيا \"لا\" تريد ذلك", "إن روسيا \"لا\" تريد ذلك"), "إن روسيا \"لا\" تريد ذلك");
        assert_eq!(widened("a \"never closed", "never"), "never");
    }
}
