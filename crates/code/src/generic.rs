//! Words that say nothing but "the government of": with a state's name beside them they stand for the state.

use mizan_text::fold::fold;

/// Folded stems by how a word begins; Arabic ones without the article.
const GOVERNMENT: [&str; 26] = [
    "government",
    "authorit",
    "leadership",
    "officials",
    "administration",
    "حكوم",
    "سلطات",
    "قياده",
    "السلطات",
    "القياده",
    "الحكومه",
    "اداره",
    "الاداره",
    "مسوول",
    "المسوول",
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

/// What a speaker is called when only his part in the talk is meant: "the analyst", "المتحدث".
const SPEAKER: [&str; 22] = [
    "speaker",
    "analyst",
    "expert",
    "researcher",
    "scholar",
    "المتحدث",
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
    "собеседник",
    "автор",
    "сарапшы",
    "саясаттанушы",
    "зерттеуші",
    "спикер",
];

/// Whether a phrase is a word for a government with at most two others (the state's name, an article).
pub(crate) fn is_government(phrase: &str) -> bool {
    let folded = fold(phrase);
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.len() <= 3 && words.iter().any(|w| begins(w, &GOVERNMENT))
}

/// Whether a phrase is one bare word for a speaker, with or without an article.
pub(crate) fn is_speaker(phrase: &str) -> bool {
    let folded = fold(phrase);
    let words: Vec<&str> = folded.split_whitespace().filter(|w| *w != "the").collect();
    matches!(words[..], [word] if begins(word, &SPEAKER))
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
        for phrase in
            ["Kazakh oil companies", "وزارة الدفاع الروسية", "МИД Казахстана", "the government's former chief spokesman in Berlin"]
        {
            assert!(!is_government(phrase), "{phrase}");
        }
    }

    #[test]
    fn a_bare_speaker_is_one_word() {
        assert!(is_speaker("المتحدث") && is_speaker("The analyst") && is_speaker("эксперт"));
        assert!(!is_speaker("военный эксперт Иванов") && !is_speaker("المتحدث باسم الكرملين"));
    }
}
