//! The four languages, one file each for what is peculiar to it.

pub mod arabic;
pub mod english;
pub mod kazakh;
pub mod russian;

use crate::fold::fold;

/// A language that Mizan reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Modern Standard Arabic.
    Arabic,
    /// English.
    English,
    /// Kazakh in Cyrillic letters.
    Kazakh,
    /// Russian.
    Russian,
}

impl Language {
    /// All four, in the order of their codes.
    pub const ALL: [Language; 4] = [Language::Arabic, Language::English, Language::Kazakh, Language::Russian];

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Language::Arabic => "ar",
            Language::English => "en",
            Language::Kazakh => "kk",
            Language::Russian => "ru",
        }
    }

    /// The language of an ISO 639-1 or 639-3 code, or of a tag that begins with one (`ar-EG`).
    pub fn from_code(code: &str) -> Option<Language> {
        let head = code.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase();
        match head.as_str() {
            "ar" | "ara" | "arb" => Some(Language::Arabic),
            "en" | "eng" => Some(Language::English),
            "kk" | "kaz" => Some(Language::Kazakh),
            "ru" | "rus" => Some(Language::Russian),
            _ => None,
        }
    }

    /// Whether it is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        self == Language::Arabic
    }
}

/// Whether a word, as printed, can name nobody by itself in any of the four languages: a pronoun, a particle, a joining word. A word in
/// capitals (WHO, US) can.
///
/// ```
/// use mizan_text::language::names_nobody;
/// assert!(["The", "who", "тех", "олар", "وفيما", "على"].iter().all(|word| names_nobody(word)));
/// assert!(["WHO", "US", "Will", "Ли", "علي", "فيتنام"].iter().all(|word| !names_nobody(word)));
/// ```
pub fn names_nobody(printed: &str) -> bool {
    let in_capitals = printed.chars().nth(1).is_some() && printed.chars().all(char::is_uppercase);
    let word = fold(printed);
    let listed = [&english::NOBODY[..], &russian::NOBODY, &kazakh::NOBODY].iter().any(|words| words.contains(&word.as_str()));
    !in_capitals && (listed || arabic::names_nobody(&word, printed))
}

/// Whether a word, as printed, is a preposition or joining word of one of the four languages, which no mention begins or ends with.
///
/// ```
/// use mizan_text::language::joins;
/// assert!(["of", "из", "мен", "إلى"].iter().all(|word| joins(word)));
/// assert!(["To", "Из", "بين", "دون", "the"].iter().all(|word| !joins(word)));
/// ```
pub fn joins(printed: &str) -> bool {
    [&english::JOINING[..], &russian::JOINING, &kazakh::JOINING, &arabic::JOINING].iter().any(|words| words.contains(&printed))
}

/// Whether a word, as printed, is an article that stands apart: those of English, in small letters.
pub fn is_article(printed: &str) -> bool {
    english::ARTICLES.contains(&printed)
}

/// Whether a word names nobody when it stands alone, in small letters or not: "Both", «оба», «каждый».
pub fn is_nobody_alone(printed: &str) -> bool {
    let word = printed.to_lowercase();
    [&english::ALONE[..], &russian::ALONE, &kazakh::ALONE, &arabic::ALONE].iter().any(|words| words.contains(&word.as_str()))
}
