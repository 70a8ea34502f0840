//! Whom an official speaks to is no part of who he is: «مسؤول أميركي للصحافيين», «مصدر مطلع ل"الرياض"».
//!
//! Arabic puts the audience right behind the speaker, and the encoder sometimes marks both as one mention. Behind ل and a quotation mark
//! there may also be what someone is the head of («المدير التنفيذي لـ"فيفا"»): only outlets are cut, known ones and papers of common names.

use mizan_record::{Aspect, NameFound};
use mizan_text::fold::fold;
use mizan_text::{Language, Span};

/// The rule's name in a record's origin.
pub const NAME: &str = "audience";

/// Folded words for the press as listeners.
const PRESS: [&str; 4] = ["للصحافيين", "للصحفيين", "للاعلاميين", "لوسايل"];
/// Folded names of papers that are also ordinary words or places.
const PAPERS: [&str; 14] = [
    "الرياض",
    "الحياه",
    "الشرق الاوسط",
    "الوطن",
    "عكاظ",
    "الجزيره",
    "العربيه",
    "الخليج",
    "البيان",
    "القدس",
    "النهار",
    "السفير",
    "الاخبار",
    "اليوم السابع",
];

/// The mention without the audience behind it; otherwise the span as it was.
pub fn cut(text: &str, language: Option<Language>, span: Span, names: &[NameFound]) -> Span {
    let Some(quote) = text.get(span.start..span.end).filter(|_| language == Some(Language::Arabic)) else { return span };
    let spaces = quote.match_indices(' ').map(|(at, _)| at);
    let is_audience = |at: &usize| is_press(&quote[at + 1..]) || is_outlet(&quote[at + 1..], span.start + at + 1, names);
    let Some(at) = spaces.filter(|&at| at > 0).find(is_audience) else { return span };
    Span::new(span.start, span.start + quote[..at].trim_end().len())
}

fn is_press(rest: &str) -> bool {
    fold(rest).split(' ').next().is_some_and(|word| PRESS.contains(&word))
}

/// Whether words that begin at `start` are ل with an outlet in quotation marks.
fn is_outlet(rest: &str, start: usize, names: &[NameFound]) -> bool {
    let behind = rest.strip_prefix("لـ").or_else(|| rest.strip_prefix('ل')).map(str::trim_start);
    let Some(name) = behind.and_then(|b| b.strip_prefix(['"', '«', '“', '”'])) else { return false };
    let is_known = names.iter().any(|n| n.aspect == Aspect::Media && n.span.start >= start && n.span.start < start + rest.len());
    is_known || PAPERS.contains(&fold(name).trim_end_matches(['"', '»']).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_press_and_its_papers_are_cut() {
        for (text, kept) in [
            ("مسؤول أميركي للصحافيين", "مسؤول أميركي"),
            ("مصدر مطلع ل\"الرياض\"", "مصدر مطلع"),
            ("مصدر مطلع لـ«الشرق الأوسط", "مصدر مطلع"),
            ("المدير التنفيذي لـ\"فيفا\"", "المدير التنفيذي لـ\"فيفا\""),
            ("للصحافيين", "للصحافيين"),
            ("اتحاد الصحافيين", "اتحاد الصحافيين"),
        ] {
            let span = cut(text, Some(Language::Arabic), Span::new(0, text.len()), &[]);
            assert_eq!(&text[span.start..span.end], kept);
        }
    }
}
