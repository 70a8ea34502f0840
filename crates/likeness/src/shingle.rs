//! What a text is cut into: overlapping runs of folded words or of letters, as numbers.

use mizan_text::fold::fold;
use mizan_text::word::WordKind;
use mizan_text::{Language, words};

/// A text of fewer words has too few runs for a share of them to mean anything: one form of words ("the rate for 6 October is …") would make
/// all that use it copies.
const SHORT: usize = 24;

/// What a run is made of.
///
/// English and Russian: three words. Two would find a little more, but "prime minister" and "said on" are in every text; of four an edit
/// spoils too many.
///
/// Arabic and Kazakh: eight letters, about a word and a half, across the spaces. There much of the grammar hangs on the word: an editor who
/// puts "and" apart from its Arabic word, or another case on a Kazakh one, spoils three runs of words of about seven letters each but only
/// some eight runs of letters. Fewer letters than eight are shared by texts on anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// So many words.
    Words(usize),
    /// So many letters and digits, across the spaces.
    Letters(usize),
}

impl Unit {
    /// The unit of a text: by its language, or where that is not known by its script.
    pub(crate) fn of(text: &str, language: Option<Language>) -> Unit {
        match language {
            Some(Language::Arabic | Language::Kazakh) => Unit::Letters(8),
            Some(Language::English | Language::Russian) => Unit::Words(3),
            None if is_arabic_or_kazakh(text) => Unit::Letters(8),
            None => Unit::Words(3),
        }
    }
}

/// Whether more than every twentieth letter is Arabic or peculiar to Kazakh (і is not: it is Ukrainian too). In Kazakh about every tenth is.
fn is_arabic_or_kazakh(text: &str) -> bool {
    let is_own = |c: &char| matches!(c.to_lowercase().next(), Some('\u{620}'..='\u{64A}' | 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ'));
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    20 * letters().filter(is_own).count() > letters().count()
}

/// A text in pieces.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Shingles {
    /// Its runs, in order, with repetitions.
    Runs(Vec<u32>),
    /// It is too short for runs: a number of all its words, or where it has none, of its characters.
    Whole(u64),
}

/// The pieces of a text. Letter case, punctuation, vowel marks and what else [`fold`] drops do not count.
pub(crate) fn shingles(text: &str, unit: Unit) -> Shingles {
    let folded = fold(text);
    let words: Vec<&str> = words(&folded).iter().filter(|word| word.kind != WordKind::Mark).map(|word| word.of(&folded)).collect();
    match words.len() {
        0 => Shingles::Whole(hash(text.chars().map(u64::from))),
        1..SHORT => Shingles::Whole(hash(words.iter().map(|word| hash(word.chars().map(u64::from))))),
        _ => Shingles::Runs(match unit {
            Unit::Words(count) => runs(words.iter().map(|word| hash(word.chars().map(u64::from))), count),
            Unit::Letters(count) => runs(words.iter().flat_map(|word| word.chars()).map(u64::from), count),
        }),
    }
}

/// Every run of so many units.
fn runs(units: impl Iterator<Item = u64>, count: usize) -> Vec<u32> {
    let units: Vec<u64> = units.collect();
    units.windows(count).map(|run| (hash(run.iter().copied()) >> 32) as u32).collect()
}

/// One number of many, the same on every machine.
fn hash(units: impl Iterator<Item = u64>) -> u64 {
    mix(units.fold(0x6A09_E667_F3BC_C908, |sum, unit| (sum ^ unit).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)))
}

/// Another number, one for each: every bit that goes in moves every bit that comes out (the finalizer of SplitMix64).
pub(crate) const fn mix(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_overlap() {
        let text = "ab cd ef gh ij kl mn op qr st uv wx ".repeat(2);
        let runs = |unit| match shingles(&text, unit) {
            Shingles::Runs(runs) => runs,
            Shingles::Whole(_) => Vec::new(),
        };
        // 24 words make 24 − 3 + 1 runs of three, 12 of them different; 48 letters make 48 − 8 + 1 runs of eight.
        let words = runs(Unit::Words(3));
        assert_eq!((words.len(), &words[..10]), (22, &words[12..]));
        assert_ne!(words[0], words[1]);
        assert_eq!(runs(Unit::Letters(8)).len(), 41);
        assert_eq!(runs(Unit::Letters(49)), []);
    }

    #[test]
    fn the_script_tells_the_unit_where_the_language_is_not_known() {
        let cases = [("القمح", 8), ("қарашадан бастап", 8), ("с ноября", 3), ("from November", 3), ("дві тисячі її", 3), ("", 3)];
        for (text, count) in cases {
            let unit = if count == 8 { Unit::Letters(8) } else { Unit::Words(3) };
            assert_eq!(Unit::of(text, None), unit, "{text}");
        }
    }
}
