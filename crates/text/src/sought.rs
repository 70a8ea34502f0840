//! Words that are looked for in texts: in any spelling, at the beginning of words, through the letters that Arabic writes together with them.

use crate::fold::fold;
use crate::language::arabic;

/// The forms under which the words of a text are found, with spaces between them: folded, cut at all that is neither letter nor digit; an Arabic
/// word also without the letters written before it.
///
/// ```
/// assert_eq!(mizan_text::forms("Al-Jazeera: Қазақстанның"), "al jazeera қазақстанның");
/// assert!(mizan_text::forms("وللإمارات").split(' ').any(|form| form == "الامارات"));
/// ```
pub fn forms(text: &str) -> String {
    let folded = fold(text);
    let mut all = String::with_capacity(folded.len());
    for word in cut(&folded) {
        put(&mut all, word);
        if word.starts_with(|c| matches!(c, '\u{0620}'..='\u{06D3}')) {
            for reading in arabic::readings(word).filter(|r| r.rest.len() < word.len()) {
                put(&mut all, reading.rest);
                if reading.article && reading.cut > 0 {
                    put(&mut all, &format!("ال{}", reading.rest));
                }
            }
        }
    }
    all
}

fn put(all: &mut String, form: &str) {
    if !all.is_empty() {
        all.push(' ');
    }
    all.push_str(form);
}

fn cut(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// What is looked for: words that must all be there, each as the beginning of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    words: Vec<String>,
}

impl Sought {
    /// The words of a question.
    pub fn new(words: &str) -> Sought {
        Sought { words: cut(&fold(words)).map(str::to_owned).collect() }
    }

    /// The words, folded; none when the question holds neither letter nor digit.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether a text holds all of them; nothing is found where nothing is asked for.
    pub fn is_in(&self, text: &str) -> bool {
        let forms = forms(text);
        !self.words.is_empty() && self.words.iter().all(|word| forms.split(' ').any(|form| form.starts_with(word.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_spelling() {
        for (words, text, found) in [
            ("казахстан", "О планах Казахстана", true),
            ("стан", "О планах Казахстана", false),
            ("ТОКАЕВ", "Тоқаев пен Токаевпен", true),
            ("الامارات", "زيارة للإمارات", true),
            ("امارات", "زيارة للإمارات", true),
            ("كازاخستان", "وكازاخستان ترفض", true),
            ("مصر", "قالت مِصْر", true),
            ("saudi arabia", "Arabia is far; the Saudi king", true),
            ("saudi egypt", "the Saudi king", false),
            ("елка", "Ёлка", true),
            ("", "anything", false),
            ("%_'\"", "anything % _", false),
        ] {
            assert_eq!(Sought::new(words).is_in(text), found, "{words} in {text}");
        }
    }
}
