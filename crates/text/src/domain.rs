//! Names of sites (`Zakon.kz`, `news.example.com`): one word, and no sentence ends in them.

use crate::word::run_end;

/// Last parts of names of sites, in small letters: those of the countries that the four languages are read in, and the general ones.
const TOP: &str = " com org net info gov edu mil int news ru su kz by ua uz kg tj tm az ge eu uk de fr it tr cn jp in ir iq ae sa eg qa kw bh om sy lb jo ps il dz ma tn tv io рф ру қаз бел ";

/// Those that are written with a capital as well, and the endings of programs' names; the others are words then (`In`, `By`).
const CAPITAL: &str = " com org net info ru kz ua uz kg js рф ру ";

/// How many parts a name may have.
const PARTS: usize = 6;

/// Whether a word is the last part of names of sites, as it is printed: `kz`, `Ru`, `RU`, not `By`.
pub(crate) fn is_top_level(word: &str) -> bool {
    if word.len() > 8 {
        return false;
    }
    let listed = |list: &str| list.contains(&format!(" {} ", word.to_lowercase()));
    let shouted = || word.chars().nth(1).is_some_and(char::is_uppercase);
    match word.chars().next() {
        Some(first) if first.is_uppercase() && !shouted() => listed(CAPITAL),
        Some(first) => first.is_alphabetic() && listed(TOP),
        None => false,
    }
}

/// Where the name of a site that begins at `start` ends; `None` where none begins.
pub(crate) fn end(text: &str, start: usize) -> Option<usize> {
    let (mut at, mut found) = (part_end(text, start), None);
    if !text[start..at].contains(char::is_alphabetic) {
        return None;
    }
    for _ in 1..PARTS {
        let next = at + text[at..].strip_prefix('.').map(|_| 1)?;
        at = part_end(text, next);
        if next == at {
            return found;
        }
        if is_top_level(&text[next..at]) {
            found = Some(at);
        }
        if !text[at..].starts_with('.') {
            return found;
        }
    }
    found
}

/// The end of letters, digits and hyphens between two dots.
fn part_end(text: &str, start: usize) -> usize {
    let mut end = run_end(text, start);
    while let Some(rest) = text[end..].strip_prefix('-') {
        let next = end + 1;
        if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            break;
        }
        end = run_end(text, next);
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sites_end_with_their_last_part() {
        for (text, name) in [
            ("zakon.kz.", Some("zakon.kz")),
            ("Zakon.Kz пишет", Some("Zakon.Kz")),
            ("www.gov.kz/news", Some("www.gov.kz")),
            ("my-site.example.com", Some("my-site.example.com")),
            ("zakon.kzпишет", Some("zakon.kz")),
            ("правительство.рф", Some("правительство.рф")),
            ("MOS.RU", Some("MOS.RU")),
            ("ended.By noon", None),
            ("end.Next", None),
            ("1.5", None),
            ("kz", None),
            ("kz.", None),
            ("", None),
        ] {
            assert_eq!(end(text, 0).map(|end| &text[..end]), name, "{text}");
        }
    }
}
