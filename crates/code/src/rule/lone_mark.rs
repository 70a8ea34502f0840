//! A mention does not part a pair of quotation marks or brackets: «موقع «يوغوف» takes in the mark that closes it, «(آسيان» leaves the
//! one that opens outside.
//!
//! Where the partner is not the very next character the span stays, for nothing says how far the quotation goes.

use mizan_text::Span;

/// The rule's name in a record's origin.
pub const NAME: &str = "lone-mark";

const PAIRS: [(char, char); 4] = [('«', '»'), ('“', '”'), ('(', ')'), ('"', '"')];

/// The mention with its marks in pairs, where one character more or less does it; otherwise the span as it was.
pub fn mend(text: &str, span: Span) -> Span {
    PAIRS.into_iter().fold(span, |span, pair| mend_pair(text, span, pair))
}

fn mend_pair(text: &str, span: Span, (open, close): (char, char)) -> Span {
    let Some(quote) = text.get(span.start..span.end) else { return span };
    let (opened, closed) = (quote.matches(open).count(), quote.matches(close).count());
    let (lacks_close, lacks_open) = if open == close { (opened % 2 == 1, opened % 2 == 1) } else { (opened > closed, closed > opened) };
    let before = text[..span.start].chars().next_back();
    if lacks_close && quote.starts_with(open) && quote.len() > open.len_utf8() {
        Span::new(span.start + open.len_utf8(), span.end)
    } else if lacks_open && quote.ends_with(close) && quote.len() > close.len_utf8() {
        Span::new(span.start, span.end - close.len_utf8())
    } else if lacks_close && text[span.end..].starts_with(close) {
        Span::new(span.start, span.end + close.len_utf8())
    } else if lacks_open && before == Some(open) {
        Span::new(span.start - open.len_utf8(), span.end)
    } else {
        span
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_taken_in_or_left_out_whole() {
        for (text, marked, mended) in [
            ("قال موقع «يوغوف» إن", "موقع «يوغوف", "موقع «يوغوف»"),
            ("دول (آسيان) في", "(آسيان", "آسيان"),
            ("бүгін \"C5+1\" көшбасшыларының кездесуі", "C5+1\" көшбасшыларының", "\"C5+1\" көшбасшыларының"),
            ("суд \"Астана\" решил", "Астана\"", "Астана"),
            ("компания \"Казатом\" (КАП) заявила", "компания \"Казатом\" (КАП)", "компания \"Казатом\" (КАП)"),
            ("клуб «Астана из столицы»", "клуб «Астана", "клуб «Астана"),
        ] {
            let start = text.find(marked).unwrap();
            let span = mend(text, Span::new(start, start + marked.len()));
            assert_eq!(&text[span.start..span.end], mended);
        }
    }
}
