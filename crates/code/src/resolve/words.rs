//! The words of names: how they are compared, and how a phrase becomes a key and a name to show.

use mizan_record::Kind;
use mizan_text::fold::fold;

/// How printed words begin that have ب and ال of their own and hold no particle.
const OWN_BAL: [&str; 3] = ["بالتي", "بالستي", "باليستي"];
/// Folded plural endings, Russian and Kazakh.
const PLURAL: [&str; 13] = ["ы", "и", "ов", "ам", "ами", "ах", "лар", "лер", "дар", "дер", "тар", "тер", "ей"];

/// The folded words of a name, without possessive endings.
pub(super) fn name_words(quote: &str) -> Vec<String> {
    let folded = fold(quote);
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-');
    words.map(|w| w.trim_end_matches("'s").trim_matches(['\'', '-']).to_owned()).filter(|w| !w.is_empty()).collect()
}

/// Whether every word of `short` is a word of `full`, endings aside, and `short` is not the longer one.
pub(super) fn within(short: &[String], full: &[String]) -> bool {
    !short.is_empty() && short.len() <= full.len() && short.iter().all(|s| full.iter().any(|f| same_stem(s, f)))
}

/// The same word, or the same stem of at least four letters with endings of at most three.
pub(super) fn same_stem(a: &str, b: &str) -> bool {
    if a == b {
        return a.chars().count() > 2;
    }
    let (common, left, right) = lengths(a, b);
    is_cyrillic(a) && common >= 4 && left <= 3 && right <= 3
}

/// The fewest letters of the stem that the words of [`same_phrase`] share.
const STEM: usize = 5;

/// Whether two phrases are one in other cases: word by word, with stems of at least five letters. Stricter than `same_stem`, since nothing
/// but the words says that they are one.
pub(super) fn same_phrase(a: &[String], b: &[String]) -> bool {
    let same = |(a, b): (&String, &String)| {
        let (common, left, right) = lengths(a, b);
        a == b || (is_cyrillic(&a.replace('-', "")) && common >= STEM && left <= 3 && right <= 3)
    };
    a.len() == b.len() && a.iter().zip(b).all(same)
}

/// Whether an Arabic phrase is one that was told before in another case ("مستوطنون إسرائيليون", "مستوطنين إسرائيليين"), or with the article
/// where it had none: the indefinite comes first.
pub(super) fn same_arabic(told: &[String], words: &[String]) -> bool {
    let is_definite = |words: &[String]| words.first().is_some_and(|w| w.starts_with("ال"));
    let is_later = is_definite(words) || !is_definite(told);
    is_later && told.len() == words.len() && told.iter().zip(words).all(|(a, b)| *arabic(a) == *arabic(b))
}

/// A folded Arabic word without its article, and a plural in the oblique case.
fn arabic(word: &str) -> std::borrow::Cow<'_, str> {
    let bare = word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 3).unwrap_or(word);
    bare.strip_suffix("ون").filter(|stem| stem.chars().count() >= 3).map_or(bare.into(), |stem| format!("{stem}ين").into())
}

/// What phrases that are one (see [`same_phrase`], [`same_arabic`]) have in common: how many words they are, and how the first begins.
pub(super) fn shape(words: &[String]) -> (usize, String) {
    (words.len(), words.first().map_or_else(String::new, |first| arabic(first).chars().take(STEM).collect()))
}

/// Whether one word is the plural of the other: "министры" of "министр".
pub(super) fn is_plural_of(word: &str, single: &str) -> bool {
    word.strip_prefix(single).is_some_and(|ending| is_cyrillic(word) && PLURAL.iter().any(|p| ending.starts_with(p)))
}

/// How many first letters two words share, and how many each has behind them.
fn lengths(a: &str, b: &str) -> (usize, usize, usize) {
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    (common, a.chars().count() - common, b.chars().count() - common)
}

fn is_cyrillic(word: &str) -> bool {
    word.chars().all(|c| ('\u{400}'..'\u{530}').contains(&c))
}

/// The words that an actor known only from the text is told by: a body's without the article, a role's without "the".
pub(super) fn key_words(quote: &str, kind: Kind) -> Vec<String> {
    let mut words = name_words(&without_article(quote, kind));
    if kind == Kind::Role && words.len() >= 2 && words[0] == "the" {
        words.remove(0);
    }
    words
}

/// A name to show: on one line; of a person with a title before a comma, the name behind it; without a quotation mark or bracket that has
/// no partner; of a body, without an article before it.
pub(super) fn tidy(quote: &str, kind: Kind) -> String {
    // The comma of a number ("5,300 employees") parts nothing.
    let parts = |&(at, comma): &(usize, &str)| quote[at + comma.len()..].starts_with(char::is_whitespace) || comma == "،";
    let comma = quote.match_indices(['،', ',']).rfind(parts);
    let name = comma.map(|(at, comma)| quote[at + comma.len()..].trim()).filter(|n| !n.is_empty()).unwrap_or(quote);
    let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    without_article(&without_lone_marks(&line), kind)
}

/// A body's name without "the" or "a"; an Arabic one with its article written out where a particle was joined to it (للرئيس, بالإدارة).
fn without_article(quote: &str, kind: Kind) -> String {
    let quote = quote.trim();
    let is_body = matches!(kind, Kind::Organisation | Kind::Group | Kind::Polity);
    let (first, rest) = quote.split_once(char::is_whitespace).unwrap_or((quote, ""));
    if is_body && !rest.is_empty() && matches!(fold(first).as_str(), "the" | "a" | "an") {
        return rest.trim_start().to_owned();
    }
    let long = first.chars().count() >= 6;
    if let Some(word) = first.strip_prefix("لل").filter(|_| long && kind != Kind::Person) {
        return format!("ال{word}{}", &quote[first.len()..]);
    }
    let may_join = (is_body || kind == Kind::Role) && long && !OWN_BAL.iter().any(|own| first.starts_with(own));
    if let Some(word) = first.strip_prefix("بال").filter(|_| may_join) {
        return format!("ال{word}{}", &quote[first.len()..]);
    }
    quote.to_owned()
}

/// A phrase without the quotation marks and brackets of which it has only one.
fn without_lone_marks(quote: &str) -> String {
    let mut out = quote.to_owned();
    for (open, close) in [('«', '»'), ('“', '”'), ('(', ')')] {
        if out.matches(open).count() != out.matches(close).count() {
            out = out.replace([open, close], "");
        }
    }
    if out.matches('"').count() % 2 == 1 {
        out = out.replace('"', "");
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_is_found_in_the_fuller_name_through_its_ending() {
        let full = name_words("Алексей Наумов");
        assert!(within(&name_words("Наумова"), &full));
        assert!(within(&name_words("Наумовым"), &full));
        assert!(!within(&name_words("Петров"), &full));
        assert!(within(&name_words("نوموف"), &name_words("ألكسي نوموف")));
        assert!(within(&name_words("Naumov's"), &name_words("Aleksei Naumov")));
        assert!(!within(&name_words("Ли"), &name_words("Ли Кэцян")));
    }

    #[test]
    fn phrases_are_one_through_cases_but_not_through_like_beginnings() {
        let same = |a, b| same_phrase(&name_words(a), &name_words(b));
        assert!(same("пресс-служба Акорды", "пресс-службы Акорды"));
        assert!(same("қала тұрғындары", "қала тұрғындарының"));
        assert!(!same("партии", "партнёр"));
        assert!(!same("суд Астаны", "суд Алматы"));
        assert!(!same("militia", "militias"));
        assert!(is_plural_of("министры", "министр") && is_plural_of("министрлер", "министр"));
        assert!(!is_plural_of("министра", "министр"));
    }

    #[test]
    fn a_body_is_shown_without_article_or_lone_mark() {
        for (quote, kind, shown) in [
            ("the alliance", Kind::Organisation, "alliance"),
            ("The Hague", Kind::Place, "The Hague"),
            ("the", Kind::Group, "the"),
            ("بالإدارة في واشنطن", Kind::Organisation, "الإدارة في واشنطن"),
            ("للرئيس السابق", Kind::Role, "الرئيس السابق"),
            ("بالتيمور", Kind::Place, "بالتيمور"),
            ("بالتيمور صن", Kind::Organisation, "بالتيمور صن"),
            ("بالمر", Kind::Person, "بالمر"),
            ("موقع «يوغوف", Kind::Organisation, "موقع يوغوف"),
            ("قناة «سي إن إن»", Kind::Organisation, "قناة «سي إن إن»"),
            ("the club \"Astana", Kind::Organisation, "club Astana"),
            ("the analyst, Aleksei Naumov", Kind::Person, "Aleksei Naumov"),
            ("5,300 employees", Kind::Group, "5,300 employees"),
            ("المحلل،أليكسي نوموف", Kind::Person, "أليكسي نوموف"),
        ] {
            assert_eq!(tidy(quote, kind), shown, "{quote}");
        }
        assert_eq!(key_words("the alliance", Kind::Organisation), key_words("alliance", Kind::Organisation));
    }
}
