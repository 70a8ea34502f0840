//! A content that stops in the middle of a clause, behind a word that ends none ("على أنها", "although", "который"), goes on to its end.
//!
//! A conjunction that only leads to the next attribution ("…, and said that") is left out instead.

use mizan_text::Span;
use mizan_text::fold::fold;

use crate::clause::fits;
use crate::sentence::Sentence;

/// The rule's name in a record's origin.
pub const NAME: &str = "cut-short";

/// Words behind which something must follow in their clause (folded; in Arabic without و and ف).
const OPEN: [&str; 62] = [
    "رغم",
    "ان",
    "انه",
    "انها",
    "انهم",
    "بان",
    "بانه",
    "بانها",
    "لان",
    "لانه",
    "لانها",
    "كي",
    "لكي",
    "التي",
    "الذي",
    "الذين",
    "هم",
    "هو",
    "هي",
    "سبيل",
    "من",
    "في",
    "علي",
    "الي",
    "عن",
    "حيث",
    "بينما",
    "اذا",
    "لم",
    "لن",
    "قد",
    "the",
    "a",
    "an",
    "of",
    "which",
    "who",
    "because",
    "although",
    "than",
    "their",
    "its",
    "что",
    "чтобы",
    "котор*",
    "в",
    "на",
    "с",
    "о",
    "по",
    "из",
    "от",
    "для",
    "к",
    "при",
    "хотя",
    "если",
    "не",
    "без",
    "со",
    "во",
    "об",
];
/// Words that join what follows to it.
const AND: [&str; 10] = ["and", "but", "or", "и", "а", "но", "لكن", "ولكن", "және", "бірақ"];

/// A content without its cut end. `cue` stays outside of it.
pub(crate) fn mend(sentence: &Sentence, content: Span, cue: Span) -> Span {
    let (said, behind) = (sentence.between(content.start, content.end), sentence.behind(content.end));
    let goes_on = behind.starts_with(' ') && behind.trim_start().starts_with(|c: char| c.is_alphanumeric());
    let Some((rest, last)) = said.rsplit_once(char::is_whitespace).filter(|_| goes_on) else { return content };
    let last = fold(last.trim_start_matches(|c: char| !c.is_alphanumeric()));
    if AND.contains(&last.as_str()) {
        let bare = rest.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '،'));
        return Span::new(content.start, content.start + bare.len());
    }
    let bare = last.strip_prefix(['و', 'ف']).unwrap_or(&last);
    let is_open = OPEN.iter().any(|open| fits(&last, open) || fits(bare, open));
    let end = behind.find(['.', ',', ';', ':', '!', '?', '،', '؛', '؟', '"', '»', '”', '–', '—']).unwrap_or(behind.len());
    let wide = Span::new(content.start, content.end + behind[..end].trim_end().len());
    if is_open && !wide.overlaps(cue) { wide } else { content }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{document, place};
    use mizan_text::Language;

    fn mended(text: &str, cue: &str, said: &str) -> String {
        let document = document(text, Language::English);
        let sentence = Sentence { document: &document, number: 1, mentions: &[], first: 0 };
        let span = mend(&sentence, place(&document, said).1, place(&document, cue).1);
        text[span.start..span.end].to_owned()
    }

    #[test]
    fn a_clause_is_said_to_its_end() {
        for (text, cue, said, whole) in [
            (
                "قال إنه ينظر إلى البريكس على أنها كيان معاد له.",
                "قال",
                "ينظر إلى البريكس على أنها",
                "ينظر إلى البريكس على أنها كيان معاد له",
            ),
            ("أكد أن القنصلية تفاجأت، رغم أنها تلقت بلاغا، بيد أن", "أكد", "القنصلية تفاجأت، رغم", "القنصلية تفاجأت، رغم أنها تلقت بلاغا"),
            ("Он сказал, что это договор, который важен.", "сказал", "это договор, который", "это договор, который важен"),
            ("He said the deal is the only way.", "said", "the deal is the", "the deal is the only way"),
        ] {
            assert_eq!(mended(text, cue, said), whole);
        }
    }

    #[test]
    fn a_joining_word_at_the_end_is_left_out() {
        assert_eq!(mended("He said war is near, and called for aid.", "said", "war is near, and"), "war is near");
        assert_eq!(mended("Сказал, что война близко и призвал к миру.", "Сказал", "война близко и"), "война близко");
        assert_eq!(mended("Ол соғыс жақын және бейбітшілік керек деді", "деді", "соғыс жақын және"), "соғыс жақын");
    }

    #[test]
    fn whole_clauses_and_cues_are_left_alone() {
        for (text, cue, said) in [
            ("They said war is near and called for aid.", "said", "war is near"),
            ("قال إن الحرب قريبة ودعا إلى السلام.", "قال", "الحرب قريبة"),
            ("Война, о которой он говорит, близко, сказал он.", "сказал", "Война, о которой он говорит"),
            ("Соғыс жақын деп мәлімдеді.", "мәлімдеді", "Соғыс жақын"),
            ("War is what he spoke of said Tokayev.", "said", "War is what he spoke of"),
            ("He asked why, and for whom.", "asked", "why"),
        ] {
            assert_eq!(mended(text, cue, said), said, "{text}");
        }
    }
}
