//! A content that stops in the middle of a clause, behind a word that ends none ("على أنها", "although", "который"), goes on to its end.
//!
//! A conjunction that only leads to the next attribution ("…, and said that") is left out instead, and so are the one Arabic word behind the
//! last comma with which something else begins («…، وقدم») and what follows an Arabic "although he said …" («، فإن …»).

use mizan_text::fold::fold;
use mizan_text::{Language, Span};

use crate::clause::fits;
use crate::sentence::{Sentence, words};

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

/// Arabic words for "although", as they stand before a cue or are a part of it (folded, without و).
const ALTHOUGH: [&str; 3] = ["رغم", "الرغم", "برغم"];
/// How many words before a cue may hold them: "على الرغم من أنه قال".
const NEAR: usize = 3;
/// Words with which the main clause begins behind "although" (folded).
const YET: [&str; 9] = ["فان", "فانه", "فانها", "فانهم", "الا", "لكن", "لكنه", "لكنها", "بيد"];

/// A content without its cut end. `cue` stays outside of it.
pub(crate) fn mend(sentence: &Sentence, content: Span, cue: Span) -> Span {
    let content = conceded(sentence, content, cue);
    let (said, behind) = (sentence.between(content.start, content.end), sentence.behind(content.end));
    let goes_on = behind.starts_with(' ') && behind.trim_start().starts_with(|c: char| c.is_alphanumeric());
    let Some((rest, last)) = said.rsplit_once(char::is_whitespace).filter(|_| goes_on) else { return content };
    let last = fold(last.trim_start_matches(|c: char| !c.is_alphanumeric()));
    let is_name = sentence.numbers().map(|n| sentence.place(n)).any(|m| m.start < content.end && content.end <= m.end);
    if is_name {
        return content;
    }
    let is_begun = sentence.document.language == Some(Language::Arabic) && last.starts_with('و') && rest.ends_with([',', '،']);
    if AND.contains(&last.as_str()) || is_begun {
        let bare = rest.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '،'));
        return Span::new(content.start, content.start + bare.len());
    }
    let bare = last.strip_prefix(['و', 'ف']).unwrap_or(&last);
    let is_open = OPEN.iter().any(|open| fits(&last, open) || fits(bare, open));
    let end = clause_end(behind);
    let wide = Span::new(content.start, content.end + behind[..end].trim_end().len());
    if is_open && !wide.overlaps(cue) { wide } else { content }
}

/// Where a clause ends: not in a number ("1.5", "5,300"), and not behind a single capital ("U.S.", "Donald J.").
fn clause_end(text: &str) -> usize {
    let ends = |(at, mark): (usize, &str)| {
        let before: Vec<char> = text[..at].chars().rev().take(2).collect();
        let next = text[at + mark.len()..].chars().next();
        let in_number =
            matches!(mark, "." | ",") && before.first().is_some_and(char::is_ascii_digit) && next.is_some_and(|c| c.is_ascii_digit());
        let is_initial =
            mark == "." && before.first().is_some_and(|c| c.is_uppercase()) && before.get(1).is_none_or(|c| !c.is_alphanumeric());
        !in_number && !is_initial
    };
    let mut marks = text.match_indices(['.', ',', ';', ':', '!', '?', '،', '؛', '؟', '"', '»', '”', '–', '—']);
    marks.find(|&mark| ends(mark)).map_or(text.len(), |(at, _)| at)
}

/// «على الرغم من قوله إن الحرب قريبة، فإن …»: what is said ends with the concession.
fn conceded(sentence: &Sentence, content: Span, cue: Span) -> Span {
    let is_arabic = sentence.document.language == Some(Language::Arabic) && cue.end <= content.start;
    let mut head = if is_arabic { words(sentence.before(cue.end)) } else { Vec::new() };
    let own = words(sentence.between(cue.start, cue.end)).len();
    head.drain(..head.len().saturating_sub(own + NEAR));
    let is_although = head.iter().any(|w| ALTHOUGH.contains(&w.strip_prefix('و').unwrap_or(w)));
    let said = sentence.between(content.start, content.end);
    let begins = |at: &usize| words(&said[*at..]).first().is_some_and(|w| YET.contains(&w.as_str()));
    let comma = said.match_indices(['،', ',']).map(|(at, _)| at).find(begins).filter(|&at| is_although && at > 0);
    comma.map_or(content, |at| Span::new(content.start, content.start + said[..at].trim_end().len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{document, mention, place};
    use mizan_record::Kind;

    fn mended(text: &str, cue: &str, said: &str) -> String {
        mended_beside(text, cue, said, &[])
    }

    fn mended_beside(text: &str, cue: &str, said: &str, who: &[&str]) -> String {
        let is_arabic = text.starts_with(|c: char| ('ء'..='ي').contains(&c));
        let document = document(text, if is_arabic { Language::Arabic } else { Language::English });
        let mentions: Vec<_> = who.iter().map(|w| mention(&document, w, Kind::Person, "", 0)).collect();
        let sentence = Sentence { document: &document, number: 1, mentions: &mentions, first: 0 };
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
    fn numbers_and_initials_end_no_clause() {
        for (text, cue, said, whole) in [
            ("He said it is the 1.5 million deal, not more.", "said", "it is the", "it is the 1.5 million deal"),
            ("He said they sent the 5,300 men. So", "said", "they sent the", "they sent the 5,300 men"),
            ("He said it is the U.S. plan of Donald J. Trump, no other.", "said", "it is the", "it is the U.S. plan of Donald J. Trump"),
            ("Он сказал, что это путь в 1,5 км, не более.", "сказал", "это путь в", "это путь в 1,5 км"),
        ] {
            assert_eq!(mended(text, cue, said), whole);
        }
        assert_eq!(mended_beside("قال إنه التقى علي وذهب.", "قال", "التقى علي", &["علي"]), "التقى علي");
    }

    #[test]
    fn what_begins_behind_the_last_comma_is_left_out() {
        assert_eq!(mended("قال إنه سيدرس الموقف, وقدم وعدا.", "قال", "سيدرس الموقف, وقدم"), "سيدرس الموقف");
        assert_eq!(
            mended_beside("قال إن الحرب تهم روسيا، واشنطن والصين.", "قال", "الحرب تهم روسيا، واشنطن", &["واشنطن"]),
            "الحرب تهم روسيا، واشنطن"
        );
        assert_eq!(mended("قال إنه سيدرس الموقف، ولكن بعد حين.", "قال", "سيدرس الموقف، ولكن بعد حين"), "سيدرس الموقف، ولكن بعد حين");
    }

    #[test]
    fn what_follows_a_concession_is_not_said() {
        let text = "على الرغم من قوله إن الحرب قريبة، فإن السلام ممكن.";
        assert_eq!(mended(text, "قوله", "الحرب قريبة، فإن السلام ممكن"), "الحرب قريبة");
        let text = "قال إن الحرب قريبة، فإن السلام ممكن.";
        assert_eq!(mended(text, "قال", "الحرب قريبة، فإن السلام ممكن"), "الحرب قريبة، فإن السلام ممكن");
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
