//! A normalised text beside the original, with the way back to it.
//!
//! The original is never replaced: [`Folded`] is what names are looked up in, [`Folded::span_of`] gives the place
//! in the text as printed.
//!
//! What is folded: letter case; Arabic hamza and alef forms (أ إ آ ٱ to ا, ؤ to و, ئ to ي), ى to ي, ة to ه, Persian
//! and Urdu ک ی ہ, presentation forms; tatweel, vowel marks and other combining marks and bidi controls are
//! dropped; Eastern digits become ASCII; ё becomes е; Latin letters lose their diacritics; curly quotes, guillemets
//! and dashes become plain, and every kind of space a space.

use crate::span::Span;

/// A folded text with its alignment to the original.
///
/// ```
/// use mizan_text::{Folded, Span};
/// let folded = Folded::new("وأُعلن في «Астана́»");
/// assert_eq!(folded.as_str(), "واعلن في \"астана\"");
/// let at = folded.as_str().find("астана").unwrap();
/// let place = folded.span_of(Span::new(at, at + "астана".len()));
/// assert_eq!(&"وأُعلن في «Астана́»"[place.start..place.end], "Астана́");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    runs: Vec<Run>,
}

/// A stretch of the folded text that goes back to one stretch of the original, up to the next run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    folded: usize,
    original: Span,
    /// Whether byte `i` of the one is byte `i` of the other; otherwise the run is one character of another length.
    straight: bool,
}

impl Folded {
    /// Fold a text.
    pub fn new(original: &str) -> Self {
        let mut folded = Folded { text: String::with_capacity(original.len()), runs: Vec::new() };
        let mut before = '\0';
        for (at, c) in original.char_indices() {
            let place = Span::new(at, at + c.len_utf8());
            match fold_char(c) {
                Fold::Mark => folded.mark(c, before, place),
                Fold::Nothing => {}
                Fold::One(one) => {
                    folded.push(one.len_utf8() == c.len_utf8(), place);
                    folded.text.push(one);
                }
                Fold::Two(one, two) => {
                    folded.push(false, place);
                    folded.text.push(one);
                    folded.text.push(two);
                }
            }
            before = c;
        }
        folded
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The place in the original of a place in the folded text. Marks that were dropped belong to the letter before them.
    pub fn span_of(&self, folded: Span) -> Span {
        let start = self.run_at(folded.start).map_or(0, |(run, _)| match run.straight {
            true => (run.original.start + folded.start - run.folded).min(run.original.end),
            false => run.original.start,
        });
        if folded.is_empty() {
            return Span::new(start, start);
        }
        let end = self.run_at(folded.end - 1).map_or(0, |(run, next)| match run.straight && folded.end < next {
            true => run.original.start + folded.end - run.folded,
            false => run.original.end,
        });
        Span::new(start, end.max(start))
    }

    /// The run that holds a byte of the folded text, and where it ends there.
    fn run_at(&self, byte: usize) -> Option<(Run, usize)> {
        let after = self.runs.partition_point(|run| run.folded <= byte);
        let next = self.runs.get(after).map_or(self.text.len(), |run| run.folded);
        self.runs.get(after.checked_sub(1)?).map(|run| (*run, next))
    }

    /// Note that what is pushed next comes from `place`.
    fn push(&mut self, straight: bool, place: Span) {
        let folded = self.text.len();
        if let Some(last) = self.runs.last_mut()
            && straight
            && last.straight
            && last.original.end == place.start
            && last.original.len() == folded - last.folded
        {
            last.original.end = place.end;
            return;
        }
        self.runs.push(Run { folded, original: place, straight });
    }

    /// A combining mark: it goes with the letter before it, and makes й of и.
    fn mark(&mut self, mark: char, before: char, place: Span) {
        if mark == '\u{0306}' && matches!(before, 'и' | 'И') {
            self.text.pop();
            self.text.push('й');
        }
        if let Some(last) = self.runs.last_mut()
            && last.original.end == place.start
        {
            last.original.end = place.end;
        }
    }
}

/// A text folded as by [`Folded`], where no way back is needed.
pub fn fold(original: &str) -> String {
    if original.is_ascii() {
        return original.to_ascii_lowercase();
    }
    let mut text = String::with_capacity(original.len());
    let mut before = '\0';
    for c in original.chars() {
        match fold_char(c) {
            Fold::Mark if c == '\u{0306}' && matches!(before, 'и' | 'И') => {
                text.pop();
                text.push('й');
            }
            Fold::Mark | Fold::Nothing => {}
            Fold::One(one) => text.push(one),
            Fold::Two(one, two) => text.extend([one, two]),
        }
        before = c;
    }
    text
}

/// What becomes of one character.
enum Fold {
    One(char),
    Two(char, char),
    /// Dropped; its place goes with the letter before.
    Mark,
    /// Dropped without a trace.
    Nothing,
}

fn fold_char(c: char) -> Fold {
    match c {
        '\0'..='\u{7F}' => Fold::One(c.to_ascii_lowercase()),
        'а'..='я' => Fold::One(c),
        'А'..='Я' => Fold::One(char::from_u32(c as u32 + 32).unwrap_or(c)),
        '\u{0600}'..='\u{06FF}' => fold_arabic(c),
        '\u{80}'..='\u{02FF}' => fold_latin(c),
        '\u{0300}'..='\u{036F}' => Fold::Mark,
        'ё' | 'Ё' | 'ѐ' | 'Ѐ' => Fold::One('е'),
        '\u{1E00}'..='\u{1EFF}' => fold_vietnamese(c),
        '\u{2000}'..='\u{206F}' => fold_punctuation(c),
        '\u{2212}' => Fold::One('-'),
        '\u{3000}' => Fold::One(' '),
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => fold_presentation(c),
        '\u{FEFF}' | '\u{FE0E}' | '\u{FE0F}' => Fold::Nothing,
        _ => Fold::One(c.to_lowercase().next().unwrap_or(c)),
    }
}

/// The Arabic block: one form for each letter, no marks, ASCII digits.
fn fold_arabic(c: char) -> Fold {
    Fold::One(match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' | 'ی' | 'ې' => 'ي',
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۀ' | 'ۃ' => 'ه',
        'ک' | 'ڪ' => 'ك',
        'پ' => 'ب',
        'ڤ' => 'ف',
        '\u{0660}'..='\u{0669}' => digit(c as u32 - 0x0660),
        '\u{06F0}'..='\u{06F9}' => digit(c as u32 - 0x06F0),
        '\u{0640}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' => return Fold::Mark,
        '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' => return Fold::Mark,
        '\u{061C}' => return Fold::Nothing,
        _ => c,
    })
}

fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

/// Latin letters without their diacritics, and the signs of Latin-1.
fn fold_latin(c: char) -> Fold {
    let lower = c.to_lowercase().next().unwrap_or(c);
    Fold::One(match lower {
        '\u{A0}' => ' ',
        '\u{AD}' => return Fold::Nothing,
        '«' | '»' => '"',
        '´' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' | 'ˈ' => '\'',
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ð' | 'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ß' => return Fold::Two('s', 's'),
        'æ' => return Fold::Two('a', 'e'),
        'œ' => return Fold::Two('o', 'e'),
        'þ' => return Fold::Two('t', 'h'),
        other => other,
    })
}

/// Latin Extended Additional: the Vietnamese vowels, and lower case for the rest.
fn fold_vietnamese(c: char) -> Fold {
    Fold::One(match c {
        '\u{1EA0}'..='\u{1EB7}' => 'a',
        '\u{1EB8}'..='\u{1EC7}' => 'e',
        '\u{1EC8}'..='\u{1ECB}' => 'i',
        '\u{1ECC}'..='\u{1EE3}' => 'o',
        '\u{1EE4}'..='\u{1EF1}' => 'u',
        '\u{1EF2}'..='\u{1EF9}' => 'y',
        _ => c.to_lowercase().next().unwrap_or(c),
    })
}

/// General punctuation: spaces, quotes and dashes made plain, controls dropped.
fn fold_punctuation(c: char) -> Fold {
    Fold::One(match c {
        '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => ' ',
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => return Fold::Nothing,
        '\u{2010}'..='\u{2015}' => '-',
        '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{2039}' | '\u{203A}' => '\'',
        '\u{201C}'..='\u{201F}' | '\u{2033}' => '"',
        _ => c,
    })
}

/// Arabic presentation forms B, in code order: the first code of each letter's forms.
const FORMS: [(u32, char); 38] = [
    (0xFE80, 'ء'),
    (0xFE81, 'ا'),
    (0xFE85, 'و'),
    (0xFE87, 'ا'),
    (0xFE89, 'ي'),
    (0xFE8D, 'ا'),
    (0xFE8F, 'ب'),
    (0xFE93, 'ه'),
    (0xFE95, 'ت'),
    (0xFE99, 'ث'),
    (0xFE9D, 'ج'),
    (0xFEA1, 'ح'),
    (0xFEA5, 'خ'),
    (0xFEA9, 'د'),
    (0xFEAB, 'ذ'),
    (0xFEAD, 'ر'),
    (0xFEAF, 'ز'),
    (0xFEB1, 'س'),
    (0xFEB5, 'ش'),
    (0xFEB9, 'ص'),
    (0xFEBD, 'ض'),
    (0xFEC1, 'ط'),
    (0xFEC5, 'ظ'),
    (0xFEC9, 'ع'),
    (0xFECD, 'غ'),
    (0xFED1, 'ف'),
    (0xFED5, 'ق'),
    (0xFED9, 'ك'),
    (0xFEDD, 'ل'),
    (0xFEE1, 'م'),
    (0xFEE5, 'ن'),
    (0xFEE9, 'ه'),
    (0xFEED, 'و'),
    (0xFEEF, 'ي'),
    (0xFEF1, 'ي'),
    (0xFEF5, 'ل'),
    (0xFEF9, 'ل'),
    (0xFEFB, 'ل'),
];

fn fold_presentation(c: char) -> Fold {
    let code = c as u32;
    match code {
        0xFE70..=0xFE7F => Fold::Mark,
        0xFEF5..=0xFEFC => Fold::Two('ل', 'ا'),
        0xFE80..=0xFEF4 => Fold::One(FORMS[FORMS.partition_point(|&(first, _)| first <= code) - 1].1),
        _ => Fold::One(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_word_fold_to_one() {
        for (printed, folded) in [
            ("أُسْتَانَا", "استانا"),
            ("إسرائيل", "اسراييل"),
            ("آسيا", "اسيا"),
            ("مصطفى", "مصطفي"),
            ("غزة", "غزه"),
            ("كـــازاخستان", "كازاخستان"),
            ("ایران", "ايران"),
            ("پوتین", "بوتين"),
            ("ﻻﻓﺮﻭﻑ", "لافروف"),
            ("٢٠٢٢ و۲۰۲۳", "2022 و2023"),
            ("\u{200F}روسيا\u{200E}", "روسيا"),
            ("Алёна", "алена"),
            ("Йошкар\u{2011}Ола", "йошкар-ола"),
            ("И\u{0306}од", "йод"),
            ("ҚАЗАҚСТАН ҢӨҮҰІҺ", "қазақстан ңөүұіһ"),
            ("Türkiye’s Erdoğan", "turkiye's erdogan"),
            ("Błaszczak Kęstutis İzmir", "blaszczak kestutis izmir"),
            ("Nguyễn Phú Trọng", "nguyen phu trong"),
            ("«А» “b” „c‟", "\"а\" \"b\" \"c\""),
            ("10\u{A0}000\u{202F}км", "10 000 км"),
        ] {
            assert_eq!(Folded::new(printed).as_str(), folded, "{printed}");
            assert_eq!(fold(printed), folded, "{printed}");
        }
    }

    #[test]
    fn a_place_leads_back_to_the_printed_word() {
        for (printed, word, back) in [
            ("قال مُصْطَفَى أمس", "مصطفي", "مُصْطَفَى"),
            ("a ß b", "ss", "ß"),
            ("a ß b", "b", "b"),
            ("لا\u{200F}روسيا", "روسيا", "روسيا"),
            ("Қазақстан – Ресей", "ресей", "Ресей"),
            ("İzmir’de", "izmir", "İzmir"),
        ] {
            let folded = Folded::new(printed);
            let at = folded.as_str().find(word).unwrap();
            let span = folded.span_of(Span::new(at, at + word.len()));
            assert_eq!(&printed[span.start..span.end], back);
        }
    }

    proptest! {
        #[test]
        fn every_folded_character_has_a_place(text in "[\\PC\u{200F}\u{064E}\u{0306}иأßA-Za-z ]{0,40}") {
            let folded = Folded::new(&text);
            prop_assert_eq!(&fold(&text), folded.as_str());
            let mut end = 0;
            for (at, c) in folded.as_str().char_indices() {
                let span = folded.span_of(Span::new(at, at + c.len_utf8()));
                prop_assert!(text.get(span.start..span.end).is_some_and(|quote| !quote.is_empty()));
                prop_assert!(span.end >= end);
                end = span.end;
            }
            let all = folded.span_of(Span::new(0, folded.as_str().len()));
            prop_assert!(all.end <= text.len());
        }
    }
}
