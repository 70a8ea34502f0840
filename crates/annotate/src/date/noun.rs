//! Times that belong to a noun and never to an event: "maps dating back to the 1940s", «заключение от 2 апреля», "تعود إلى الأربعينات".

use mizan_text::{Language, Span};

use super::scan::{Case, Cursor, Tag};

/// Whether the time at a span tells the age of a thing.
pub(crate) fn owns(c: &Cursor, mention: Span) -> bool {
    let first = c.tokens.partition_point(|token| token.start < mention.start);
    match c.lexicon.language {
        Language::English => english(c, first),
        Language::Russian => russian(c, first),
        Language::Arabic => arabic(c, first),
        Language::Kazakh => c.is(c.tokens.partition_point(|token| token.start < mention.end), &["жататын"]),
    }
}

/// "Dated 2 April", "dating from 1940", "which date back to the 1940s".
fn english(c: &Cursor, first: usize) -> bool {
    let mut at = first;
    while at > 0 && c.is(at - 1, &["back", "to", "from", "as", "far"]) {
        at -= 1;
    }
    let points = at < first || c.is(first, &["to", "from"]);
    let before = at.wrapping_sub(1);
    c.is(before, &["dated"]) || (points && c.is(before, &["dating", "date", "dates"]))
}

/// «Заключение от 2 апреля», «относящийся к 1940-м», «датируемый концом века».
fn russian(c: &Cursor, first: usize) -> bool {
    let of = c.is(first.wrapping_sub(1), &["от"]) && first > 1 && c.tag(first - 2) == Tag::Other;
    let dated = |at: usize| c.starts(at, &["относящ", "относит", "датирован", "датируем", "датирует", "восходящ"]);
    of || (1..=2).any(|back| dated(first.wrapping_sub(back)))
}

/// "تعود إلى الأربعينات", "يعود تاريخها إلى عام 1940", "المؤرخ في 2 أبريل".
fn arabic(c: &Cursor, first: usize) -> bool {
    let to = c.is(first, &["الي"]) || c.case(first) == Case::To || c.is(first.wrapping_sub(1), &["الي"]);
    let said = |at: usize| {
        let goes_back = ["تعود", "يعود", "ترجع", "يرجع", "العائد", "العائدة", "وتعود", "ويعود"];
        c.is(at, &["المؤرخ", "المؤرخة", "مؤرخ", "مؤرخة"]) || (to && c.is(at, &goes_back))
    };
    (1..=3).any(|back| said(first.wrapping_sub(back)))
}
