//! Words, numbers and punctuation with their places.

use crate::domain;
use crate::script::{self, Script, is_lookalike};
use crate::span::Span;

/// What a [`Word`] is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordKind {
    /// Holds at least one letter: `Al-Jazeera`, `О'Коннор`, `U.S.`, `F-16`, `5-ші`, `gov.kz`.
    Letters,
    /// Digits, with the separators inside: `1,000.5`, `12:30`, `٢٠٢٢`.
    Number,
    /// One punctuation mark or sign, or a run of the same dot or dash.
    Mark,
}

/// A word, a number or a punctuation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    /// Its place in the text, in bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: WordKind,
}

impl Word {
    /// The word as it stands in the text it was found in.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.span.start..self.span.end).unwrap_or("")
    }
}

/// The words, numbers and marks of a text, in order; what lies between them is space or invisible.
///
/// ```
/// let text = "Касым-Жомарт Токаев (U.S.), 1,5 млрд.";
/// let words: Vec<_> = mizan_text::words(text).iter().map(|word| word.of(text)).collect();
/// assert_eq!(words, ["Касым-Жомарт", "Токаев", "(", "U.S.", ")", ",", "1,5", "млрд", "."]);
/// ```
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = match c {
            _ if is_word_char(c) => domain::end(text, at).unwrap_or_else(|| word_end(text, at)),
            _ if is_blank(c) => {
                at += c.len_utf8();
                continue;
            }
            '.' | '-' | '–' | '—' => at + text[at..].len() - text[at..].trim_start_matches(c).len(),
            _ => at + c.len_utf8(),
        };
        let span = Span::new(at, end);
        words.push(Word { span, kind: kind_of(&text[at..end]) });
        at = end;
    }
    words
}

/// Whether a character can stand in a word: letters, digits, the marks written on them, tatweel, underscore.
pub fn is_word_char(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric() || c == '_',
        // The scripts we read, ahead of the slow tables for all others.
        '\u{0400}'..='\u{0481}' | '\u{048A}'..='\u{052F}' | '\u{0620}'..='\u{0669}' | '\u{066E}'..='\u{06D3}' => true,
        '\u{0300}'..='\u{036F}' | '\u{0610}'..='\u{061A}' => true,
        '\u{0600}'..='\u{061F}' | '\u{066A}'..='\u{066D}' | '\u{2000}'..='\u{206F}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// Space, controls and what shows nothing.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// Zero-width characters and bidi controls, which may stand inside a word.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

fn kind_of(word: &str) -> WordKind {
    let (mut letter, mut number) = (false, false);
    for c in word.chars() {
        letter |= c.is_alphabetic();
        number |= c.is_numeric();
    }
    match (letter, number) {
        (true, _) => WordKind::Letters,
        (_, true) => WordKind::Number,
        _ => WordKind::Mark,
    }
}

/// Where the word that begins at `start` ends.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = run_end(text, start);
    let mut dotted = is_one_letter(&text[start..end]);
    let mut dots = 0;
    loop {
        let mut rest = text[end..].chars();
        let Some(joint) = rest.next() else { return end };
        let after = end + joint.len_utf8();
        let next = rest.next();
        let segment = next.filter(|&c| is_word_char(c)).map(|_| run_end(text, after));
        let last = text[..end].chars().next_back().unwrap_or(' ');
        match segment {
            Some(segment) if joint == '.' && dotted && is_one_letter(&text[after..segment]) && text[segment..].starts_with('.') => {
                dots += 1;
                end = segment;
            }
            Some(segment) if joins(joint, last, next.unwrap_or(' ')) => {
                dotted = false;
                end = segment;
            }
            _ if joint == '.' && dotted && dots > 0 => {
                // The stop after the last letter of `U.S.` is part of it; a hyphen may still follow.
                dotted = false;
                end = after;
                match text[end..].strip_prefix('-').and_then(|rest| rest.chars().next()) {
                    Some(c) if c.is_alphabetic() => end = run_end(text, end + 1),
                    _ => return end,
                }
            }
            _ => return end,
        }
    }
}

/// Whether a character between two word characters keeps them together.
fn joins(joint: char, before: char, after: char) -> bool {
    match joint {
        '-' | '\u{2010}' | '\u{2011}' => true,
        '\'' | '\u{2019}' | '\u{02BC}' => before.is_alphabetic() && after.is_alphabetic(),
        '.' | ',' | ':' | '\u{066B}' | '\u{066C}' => before.is_numeric() && after.is_numeric(),
        _ => false,
    }
}

fn is_one_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// The end of the run of word characters at `start`: where they stop, or where the script changes because a space was lost
/// (`передаётTengrinews`). Invisible characters between two of them are part of it, and so is a letter typed for one that looks like it
/// (`Бiз` with a Latin `i`).
pub fn run_end(text: &str, start: usize) -> usize {
    let (mut end, mut letters) = (start, Letters::default());
    for (at, c) in text[start..].char_indices() {
        if is_word_char(c) {
            if letters.end_before(c, &text[start + at + c.len_utf8()..]) {
                break;
            }
            end = start + at + c.len_utf8();
        } else if !is_invisible(c) {
            break;
        }
    }
    end
}

/// The letters of a word so far.
#[derive(Default)]
struct Letters {
    /// The script of the word.
    script: Option<Script>,
    count: usize,
    last: char,
}

impl Letters {
    /// Whether the word ends before a letter, by its script and that of what follows. Counts the letter when it does not.
    fn end_before(&mut self, c: char, after: &str) -> bool {
        let Some(found) = script::of(c) else { return false };
        let other = self.script.filter(|&script| script != found);
        // A name with a capital begins after small letters: nothing was typed for anything there.
        let begins = self.last.is_lowercase() && c.is_uppercase();
        let next = after.chars().next().filter(|&next| is_word_char(next)).and_then(script::of);
        let typed_before = self.count == 1 && is_lookalike(self.last) && !begins;
        let typed_here = is_lookalike(c) && next != Some(found) && (next == other || !begins);
        if other.is_some() && !typed_before && !typed_here {
            return true;
        }
        if other.is_none() || typed_before {
            self.script = Some(found);
        }
        self.count += 1;
        self.last = c;
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expect: &[&str]) {
        assert_eq!(words(text).iter().map(|word| word.of(text)).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn words_stay_whole() {
        check("Al-Jazeera said: U.S.-led", &["Al-Jazeera", "said", ":", "U.S.-led"]);
        check("The U.S. and J.D.Vance.", &["The", "U.S.", "and", "J.D.", "Vance", "."]);
        check("Касым-Жомарт, т.е. О'Коннор", &["Касым-Жомарт", ",", "т.е.", "О'Коннор"]);
        check("Kazakhstan’s «Нур Отан»", &["Kazakhstan’s", "«", "Нур", "Отан", "»"]);
        check("قالت كـازاخستانُ، في ٢٠٢٢؟", &["قالت", "كـازاخستانُ", "،", "في", "٢٠٢٢", "؟"]);
        check("АҚШ-тың 5-ші, БҰҰ-ға", &["АҚШ-тың", "5-ші", ",", "БҰҰ-ға"]);
        check("1,000.5 at 12:30, 05.01.2022...", &["1,000.5", "at", "12:30", ",", "05.01.2022", "..."]);
        check("г.Астана end.Next", &["г", ".", "Астана", "end", ".", "Next"]);
        check("\u{200F}رو\u{200E}سيا\u{200F}", &["رو\u{200E}سيا"]);
        check("a--b 'x' dogs'", &["a", "--", "b", "'", "x", "'", "dogs", "'"]);
    }

    #[test]
    fn a_word_ends_where_its_script_does() {
        check("передаетTengrinews.kz", &["передает", "Tengrinews.kz"]);
        check("Tengrinews.kzсо ссылкой наPolisia.kz.", &["Tengrinews.kz", "со", "ссылкой", "на", "Polisia.kz", "."]);
        check("вInstagram, сNASA", &["в", "Instagram", ",", "с", "NASA"]);
        check("Massaget.kzтілшісі", &["Massaget.kz", "тілшісі"]);
        check("وكالةReutersقالت", &["وكالة", "Reuters", "قالت"]);
        check("The talksпрошли", &["The", "talks", "прошли"]);
    }

    #[test]
    fn mixed_words_stay_whole() {
        check("Covid-19 G7 МиГ-29 S-300", &["Covid-19", "G7", "МиГ-29", "S-300"]);
        check("COVID-19-ға BRICS-ке IT-компания", &["COVID-19-ға", "BRICS-ке", "IT-компания"]);
        check("БРИКС+ 2022م Ту-154М", &["БРИКС", "+", "2022م", "Ту-154М"]);
        // Latin letters typed for Cyrillic ones, and the other way round.
        check("Бiздiң Cтанции аlmaty.kz Қазақстанi", &["Бiздiң", "Cтанции", "аlmaty.kz", "Қазақстанi"]);
    }

    #[test]
    fn names_of_sites_are_words() {
        check("gov.kz, www.example.com: Город.РФ.", &["gov.kz", ",", "www.example.com", ":", "Город.РФ", "."]);
        check("me@example.com", &["me", "@", "example.com"]);
    }

    #[test]
    fn kinds_are_told_apart() {
        let kinds: Vec<_> = words("F-16 2022 !").iter().map(|word| word.kind).collect();
        assert_eq!(kinds, [WordKind::Letters, WordKind::Number, WordKind::Mark]);
    }

    proptest! {
        #[test]
        fn words_and_gaps_make_the_text(text in "[\\PC\u{0}-\u{20}.'\u{200F}-]{0,60}") {
            let mut end = 0;
            for word in words(&text) {
                prop_assert!(text[end..word.span.start].chars().all(is_blank));
                prop_assert!(!word.of(&text).is_empty());
                end = word.span.end;
            }
            prop_assert!(text[end..].chars().all(is_blank));
        }
    }
}
