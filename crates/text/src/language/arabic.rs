//! Arabic: letters written together with the word after them, the article, and nisba adjectives.

use crate::sentence::Abbreviation;

/// One way to read a printed word as proclitics and the word they stand before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading<'w> {
    /// Bytes of the word that are و ف ب ل ك and lie outside a name.
    pub cut: usize,
    /// Whether the article stands before `rest` (written ال, or only ل after the preposition ل).
    pub article: bool,
    /// What is left after proclitics and article.
    pub rest: &'w str,
}

impl<'w> Reading<'w> {
    fn new(word: &'w str, cut: usize, article: usize) -> Self {
        Reading { cut, article: article > 0, rest: &word[cut + article..] }
    }
}

/// The shortest word that may be left.
const LEAST: usize = 2 * "ا".len();

/// The ways to read a folded word, fewest letters cut first: as it stands, without و or ف, without ب ل ك, without both;
/// each with the article told apart. At most eight.
///
/// ```
/// use mizan_text::language::arabic::readings;
/// let rest: Vec<_> = readings("للروس").map(|r| (r.cut / 2, r.article, r.rest)).collect();
/// assert!(rest.contains(&(1, true, "روس")));
/// ```
pub fn readings(word: &str) -> impl Iterator<Item = Reading<'_>> {
    let after_and = if word.starts_with(['و', 'ف']) { Some('و'.len_utf8()) } else { None };
    let starts = [Some(0), after_and];
    starts.into_iter().flatten().flat_map(move |start| at(word, start)).filter(|reading| reading.rest.len() >= LEAST)
}

/// The readings that begin at `start`: with and without a preposition, with and without the article.
fn at(word: &str, start: usize) -> impl Iterator<Item = Reading<'_>> {
    let rest = &word[start..];
    let letter = 'ل'.len_utf8();
    let plain = Some(Reading::new(word, start, 0));
    let article = rest.starts_with("ال").then(|| Reading::new(word, start, 2 * letter));
    let (mut prefixed, mut defined) = (None, None);
    if rest.starts_with(['ب', 'ل', 'ك']) {
        let cut = start + letter;
        prefixed = Some(Reading::new(word, cut, 0));
        // بال and كال keep the article whole; after ل it loses its alef.
        let article = if rest.starts_with("لل") { letter } else { 2 * letter };
        let has_article = rest.starts_with("لل") || rest[letter..].starts_with("ال");
        defined = has_article.then(|| Reading::new(word, cut, article));
    }
    [plain, article, prefixed, defined].into_iter().flatten()
}

/// The words that may stand behind the proclitics of a folded word, the article written out as ال.
pub fn strip_clitics(word: &str) -> Vec<String> {
    readings(word).map(|r| if r.article { format!("ال{}", r.rest) } else { r.rest.to_string() }).collect()
}

/// What may follow a nisba adjective (روسي): feminine, accusative, duals and plurals, folded.
pub const NISBA_ENDINGS: [&str; 9] = ["", "ه", "ا", "ين", "ون", "ات", "ان", "تين", "تان"];

/// The masculine singular of a nisba adjective in any form, without article and clitics: الروسية, روسيين give روسي.
pub fn nisba(word: &str) -> Option<&str> {
    let word = word.strip_prefix("ال").unwrap_or(word);
    let mut endings = NISBA_ENDINGS;
    endings.sort_by_key(|ending| std::cmp::Reverse(ending.len()));
    endings.iter().filter_map(|ending| word.strip_suffix(ending)).find(|stem| stem.ends_with('ي') && stem.len() > LEAST)
}

/// Folded words that are too common to be a name alone, though a name folds to the same letters or is the same word.
pub fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "علي"
            | "الي"
            | "في"
            | "من"
            | "عن"
            | "ان"
            | "او"
            | "ما"
            | "لا"
            | "لم"
            | "لن"
            | "كان"
            | "قد"
            | "هذا"
            | "هذه"
            | "ذلك"
            | "التي"
            | "الذي"
            | "بن"
    )
}

/// Folded words, besides those of [`is_function_word`], that name nobody by themselves: pronouns, particles, joining words.
#[rustfmt::skip]
const NOBODY: [&str; 71] = [
    "هو", "هي", "هم", "هما", "نحن", "انه", "انها", "انهم", "له", "لها", "لهم", "به", "بها", "بهم", "منه", "منها", "منهم", "فيه",
    "فيها", "عليه", "عليها", "عليهم", "اليه", "اليها", "اليهم", "عنه", "عنها", "معه", "معها", "بين", "بعد", "قبل", "حتي", "حين",
    "حيث", "عندما", "بينما", "فيما", "مما", "كما", "اذا", "اذ", "ثم", "بل", "لكن", "غير", "كل", "جميع", "ايضا", "هناك", "تلك",
    "هولاء", "اولئك", "الذين", "اللذين", "ليس", "ليست", "لقد", "سوف", "منذ", "خلال", "ضد", "نحو", "حول", "لدي", "عند", "مع",
    "امام", "تحت", "فوق", "دون",
];

/// Prepositions and joining words, as printed, which no mention begins or ends with. Left out are those that are the last word of a known
/// name: بين, أو, دون.
#[rustfmt::skip]
pub(super) const JOINING: [&str; 22] = [
    "و", "في", "من", "على", "إلى", "الى", "عن", "مع", "ضد", "نحو", "حول", "منذ", "خلال", "لدى", "عند", "تحت", "التي", "الذي",
    "وفي", "ومن", "وعلى", "أن",
];

/// Words, as printed, that name nobody when they stand alone: «كلاهما», «معظم».
#[rustfmt::skip]
pub(super) const ALONE: [&str; 18] = [
    "كلاهما", "كلا", "كلتا", "بعض", "البعض", "بعضهم", "بعضها", "معظم", "معظمهم", "معظمها", "أحد", "أحدهم", "أحدهما", "واحد", "واحدة",
    "اثنان", "اثنين", "عدة",
];

/// Whether a folded word names nobody by itself, with و or ف before it or without. علي is a name, على, of the same folded letters, is not:
/// `printed` tells.
pub(super) fn names_nobody(word: &str, printed: &str) -> bool {
    let joins = |rest: &str| NOBODY.contains(&rest) || (is_function_word(rest) && (!rest.ends_with("لي") || printed.ends_with('ى')));
    joins(word) || word.strip_prefix(['و', 'ف']).is_some_and(joins)
}

pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    match word.strip_prefix('و').filter(|rest| !rest.is_empty()).unwrap_or(word) {
        "إلخ" | "الخ" | "م" | "هـ" | "ه" | "ق.م" => Some(Abbreviation::Either),
        "أ.د" | "م.م" | "أ.م.د" | "ص" | "ج" | "ط" | "د" | "أ" | "ت" | "هاتف" => Some(Abbreviation::Inside),
        _ => None,
    }
}

/// Words that begin a sentence after an abbreviation: nearly all Arabic sentences then begin with و or a verb of the list.
pub(crate) fn starts_sentence(word: &str) -> bool {
    let with_and = word.starts_with('و') && word.chars().nth(3).is_some();
    with_and
        || matches!(word, "قال" | "أكد" | "كما" | "لكن" | "هذا" | "هذه" | "في" | "من" | "إن" | "كان" | "كانت" | "ثم" | "فيما" | "بينما")
}

/// Whether a word is the name of a Latin letter, as agencies and broadcasters are spelt with: `بي بي سي`.
pub(crate) fn is_letter_name(word: &str) -> bool {
    matches!(
        word,
        "اي" | "إي"
            | "آي"
            | "أي"
            | "بي"
            | "سي"
            | "دي"
            | "إف"
            | "اف"
            | "أف"
            | "جي"
            | "إتش"
            | "اتش"
            | "جيه"
            | "كي"
            | "كا"
            | "إل"
            | "ال"
            | "إم"
            | "ام"
            | "إن"
            | "ان"
            | "أو"
            | "او"
            | "كيو"
            | "آر"
            | "ار"
            | "إس"
            | "اس"
            | "تي"
            | "يو"
            | "في"
            | "دبليو"
            | "إكس"
            | "واي"
            | "زد"
    )
}

pub(crate) fn is_saying(word: &str) -> bool {
    matches!(word, "قال" | "قالت" | "يقول" | "تقول" | "تساءل" | "تساءلت" | "سأل" | "سألت" | "صرح" | "أضاف" | "هتف" | "صرخ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proclitics_come_off() {
        for (word, behind) in [
            ("وكازاخستان", "كازاخستان"),
            ("للروس", "الروس"),
            ("بالكرملين", "الكرملين"),
            ("وللامم", "الامم"),
            ("لليبيا", "ليبيا"),
            ("لليمن", "اليمن"),
            ("فبكين", "بكين"),
            ("كالصين", "الصين"),
            ("والهند", "الهند"),
            ("وواشنطن", "واشنطن"),
            ("بولندا", "بولندا"),
            ("لتوكاييف", "توكاييف"),
        ] {
            assert!(strip_clitics(word).iter().any(|found| found == behind), "{word}: {:?}", strip_clitics(word));
        }
        assert!(readings("ولل").count() < 9);
    }

    #[test]
    fn nisba_is_found_in_its_forms() {
        for form in ["روسي", "الروسيه", "روسيين", "الروسيتان", "روسيا", "روسيات"] {
            assert_eq!(nisba(form), Some("روسي"), "{form}");
        }
        assert_eq!(nisba("الحرب"), None);
    }
}
