//! Words that say nothing but "the government of": with a state's name beside them they stand for the state.

use mizan_text::fold::fold;

/// Folded stems by how a word begins; Arabic ones without the article.
const GOVERNMENT: [&str; 23] = [
    "government",
    "authorit",
    "leadership",
    "administration",
    "حكوم",
    "سلطات",
    "قياده",
    "السلطات",
    "القياده",
    "الحكومه",
    "اداره",
    "الاداره",
    "правительств",
    "власт",
    "руководств",
    "администраци",
    "үкімет",
    "билі",
    "билиг",
    "басшылығ",
    "басшылық",
    "өкімет",
    "regime",
];

/// What a speaker is called when only his part in the talk is meant: "the speaker", "المتحدث". Each in the singular.
const SPEAKER: [&str; 5] = ["speaker", "المتحدث", "собеседник", "автор", "спикер"];

/// What a speaker is called who speaks as one who knows: "the analyst", "الخبير". Each in the singular.
const ANALYST: [&str; 17] = [
    "analyst",
    "expert",
    "researcher",
    "scholar",
    "الباحث",
    "الخبير",
    "المحلل",
    "المختص",
    "الكاتب",
    "الاكاديمي",
    "эксперт",
    "аналитик",
    "политолог",
    "исследовател",
    "сарапшы",
    "саясаттанушы",
    "зерттеуші",
];

/// What may follow such a word in the singular: an ending of case, or the feminine.
const SINGULAR: [&str; 16] = ["", "'s", "ه", "а", "у", "ом", "е", "ь", "я", "ю", "ем", "ның", "нің", "ға", "ге", "ны"];

/// Whether a phrase is a word for a government with at most two others (the state's name, an article).
pub(crate) fn is_government(phrase: &str) -> bool {
    let folded = fold(phrase);
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.len() <= 3 && words.iter().any(|w| is_government_word(w))
}

/// Whether one folded word is a word for a government.
pub(crate) fn is_government_word(word: &str) -> bool {
    begins(word, &GOVERNMENT)
}

/// Whether a phrase is one bare word for one speaker, with or without an article.
pub(crate) fn is_speaker(phrase: &str) -> bool {
    is_analyst(phrase) || is_one_of(phrase, &SPEAKER)
}

/// Whether a phrase is one bare word for one analyst, with or without an article.
pub(crate) fn is_analyst(phrase: &str) -> bool {
    is_one_of(phrase, &ANALYST)
}

fn is_one_of(phrase: &str, stems: &[&str]) -> bool {
    let folded = fold(phrase);
    let words: Vec<&str> = folded.split_whitespace().filter(|w| *w != "the").collect();
    let [word] = words[..] else { return false };
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    stems.iter().any(|s| bare.strip_prefix(s).is_some_and(|ending| SINGULAR.contains(&ending)))
}

fn begins(word: &str, stems: &[&str]) -> bool {
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    stems.iter().any(|s| word.starts_with(s) || bare.starts_with(s))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_government_is_known_in_four_languages() {
        for phrase in [
            "Kazakh authorities",
            "the Russian government",
            "القيادة الكازاخستانية",
            "حكومة أستانا",
            "власти Казахстана",
            "Қазақстан үкіметі",
        ] {
            assert!(is_government(phrase), "{phrase}");
        }
        for phrase in [
            "Kazakh oil companies",
            "وزارة الدفاع الروسية",
            "МИД Казахстана",
            "the government's former chief spokesman in Berlin",
            "مسؤول أميركي",
            "مسؤولون إسرائيليون كبار",
            "Israeli officials",
        ] {
            assert!(!is_government(phrase), "{phrase}");
        }
    }

    #[test]
    fn a_bare_speaker_is_one_word() {
        assert!(is_speaker("المتحدث") && is_speaker("The analyst") && is_speaker("эксперт"));
        assert!(!is_speaker("военный эксперт Иванов") && !is_speaker("المتحدث باسم الكرملين"));
        assert!(is_analyst("Сарапшының") && is_analyst("والباحثة") && !is_analyst("المتحدث"));
    }

    #[test]
    fn several_speakers_are_no_one_speaker() {
        for plural in
            ["Сарапшылар", "Саясаттанушылар", "эксперты", "аналитиков", "analysts", "the experts", "الباحثون", "المحللين", "авторы"]
        {
            assert!(!is_speaker(plural), "{plural}");
        }
    }
}
