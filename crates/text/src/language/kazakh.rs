//! Kazakh in Cyrillic letters: chains of suffixes, which follow the vowels and the last consonant of the stem.

use crate::sentence::Abbreviation;

/// Folded words that name nobody by themselves: pronouns, particles, joining words.
#[rustfmt::skip]
pub(super) const NOBODY: [&str; 34] = [
    "ол", "олар", "оның", "олардың", "оған", "оны", "біз", "біздің", "сіз", "мен", "бұл", "осы", "сол", "және", "бен", "пен",
    "үшін", "туралы", "деп", "деді", "бар", "жоқ", "емес", "да", "де", "та", "те", "ал", "бірақ", "немесе", "кейін", "дейін",
    "арқылы", "бойынша",
];

/// Postpositions and joining words, printed small, which no mention begins or ends with.
#[rustfmt::skip]
pub(super) const JOINING: [&str; 12] = [
    "және", "мен", "бен", "пен", "үшін", "туралы", "бойынша", "арқылы", "кейін", "дейін", "немесе", "бірақ",
];

/// Words, in small letters, that name nobody when they stand alone: «екеуі».
#[rustfmt::skip]
pub(super) const ALONE: [&str; 15] = [
    "екеуі", "әркім", "ешкім", "ешқайсысы", "ешбірі", "кейбір", "кейбірі", "бірқатар", "бірнеше", "көбі", "көпшілігі", "бір", "бірі",
    "біреу", "екі",
];

/// The place of a suffix in the chain: each comes after those of a lower place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Stem,
    /// -лық: from, of.
    Origin,
    Plural,
    Possessive,
    Case,
}

/// The suffixes, by place.
#[rustfmt::skip]
const SUFFIXES: [(Place, &[&str]); 4] = [
    (Place::Origin, &["лық", "лік", "дық", "дік", "тық", "тік"]),
    (Place::Plural, &["лар", "лер", "дар", "дер", "тар", "тер"]),
    (Place::Possessive, &["ы", "і", "сы", "сі", "ым", "ім", "м", "ың", "ің", "ымыз", "іміз", "мыз", "міз"]),
    (Place::Case, &[
        "ның", "нің", "дың", "дің", "тың", "тің", "нікі", "дікі", "тікі",
        "ға", "ге", "қа", "ке", "на", "не", "а", "е",
        "ны", "ні", "ды", "ді", "ты", "ті", "н",
        "да", "де", "та", "те", "нда", "нде", "дағы", "дегі", "тағы", "тегі", "ндағы", "ндегі",
        "дан", "ден", "тан", "тен", "нан", "нен",
        "мен", "бен", "пен",
        "сыз", "сіз", "дай", "дей", "тай", "тей",
    ]),
];

/// The two families of vowels. Stems in и, у, ю, я and names in -ев take either (Тоқаевтың, Киевтің).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vowels {
    Back,
    Front,
    Either,
}

/// Which family the last vowel of a folded word belongs to.
fn vowels(word: &str) -> Vowels {
    let of = |c| match c {
        'а' | 'о' | 'ұ' | 'ы' => Some(Vowels::Back),
        'ә' | 'е' | 'ө' | 'ү' | 'і' | 'э' => Some(Vowels::Front),
        'и' | 'у' | 'ю' | 'я' => Some(Vowels::Either),
        _ => None,
    };
    if word.ends_with("ев") {
        return Vowels::Either;
    }
    word.chars().rev().find_map(of).unwrap_or(Vowels::Either)
}

/// Whether a folded stem may be followed by this chain of suffixes, with nothing left over.
///
/// ```
/// use mizan_text::language::kazakh::takes;
/// assert!(takes("қазақстан", "дықтардың") && takes("ресей", "мен") && !takes("қазақстан", "нің"));
/// ```
pub fn takes(stem: &str, suffix: &str) -> bool {
    suffix.is_empty() || chain(stem, suffix, Place::Stem, vowels(stem))
}

fn chain(before: &str, suffix: &str, place: Place, family: Vowels) -> bool {
    let later = SUFFIXES.iter().filter(|(next, _)| *next > place);
    let mut steps = later.flat_map(|(next, listed)| listed.iter().map(move |&one| (*next, one)));
    steps.any(|(next, one)| {
        let Some(rest) = suffix.strip_prefix(one) else { return false };
        let fits = follows(before, one, place) && agrees(one, family);
        fits && (rest.is_empty() || chain(one, rest, next, vowels_after(one, family)))
    })
}

/// Whether a suffix has vowels of the family. -мен has none of its own choosing.
fn agrees(suffix: &str, family: Vowels) -> bool {
    let own = vowels(suffix);
    matches!(suffix, "мен" | "бен" | "пен" | "нікі" | "дікі" | "тікі") || family == Vowels::Either || own == Vowels::Either || own == family
}

/// The family for the next suffix.
fn vowels_after(suffix: &str, family: Vowels) -> Vowels {
    match vowels(suffix) {
        Vowels::Either => family,
        own => own,
    }
}

/// Whether the first letter of a suffix may follow the last letter of what stands before it. Foreign names that end in
/// a written б в г д ж з take either kind.
fn follows(before: &str, suffix: &str, place: Place) -> bool {
    let last = before.chars().next_back().unwrap_or(' ');
    let first = suffix.chars().next().unwrap_or(' ');
    let voiceless = matches!(last, 'п' | 'т' | 'к' | 'қ' | 'ф' | 'с' | 'ш' | 'щ' | 'ч' | 'ц' | 'х' | 'һ');
    let vowel = matches!(last, 'а' | 'ә' | 'е' | 'о' | 'ө' | 'ы' | 'і' | 'э' | 'я' | 'и' | 'у' | 'ү' | 'ұ' | 'ю');
    let sonorant = vowel || matches!(last, 'л' | 'м' | 'н' | 'ң' | 'р' | 'й');
    match suffix {
        // The bare dative and accusative follow possessives, or words that end like one.
        "а" | "е" => place == Place::Possessive,
        "н" | "на" | "не" | "нда" | "нде" | "ндағы" | "ндегі" => vowel || place == Place::Possessive,
        "нан" | "нен" => vowel || matches!(last, 'м' | 'н' | 'ң'),
        "м" | "мыз" | "міз" | "сы" | "сі" => vowel,
        _ => match first {
            'ы' | 'і' => !vowel || matches!(last, 'и' | 'у'),
            'т' | 'қ' | 'к' | 'п' => !sonorant,
            'д' | 'ғ' | 'г' | 'л' | 'б' => !voiceless,
            _ => true,
        },
    }
}

/// The endings of the genitive.
const GENITIVE: [&str; 6] = ["ның", "нің", "дың", "дің", "тың", "тің"];

/// Whether a folded word ends like a genitive: Астананың, Ресейдің.
pub fn is_genitive(word: &str) -> bool {
    GENITIVE.iter().any(|ending| word.ends_with(ending))
}

/// A stem whose last consonant softens before a possessive: `одақ` gives `одағ` (`одағы`), `топ` gives `тоб`.
pub fn softened(word: &str) -> Option<String> {
    [("қ", "ғ"), ("к", "г"), ("п", "б")].into_iter().find_map(|(hard, soft)| Some(format!("{}{soft}", word.strip_suffix(hard)?)))
}

/// The stems that a folded word may have, longest first, the word itself among them. None is shorter than three letters.
pub fn stems(word: &str) -> Vec<&str> {
    let cuts = word.char_indices().skip(3).map(|(at, _)| at).chain([word.len()]);
    let mut stems: Vec<&str> = cuts.filter(|&at| takes(&word[..at], &word[at..])).map(|at| &word[..at]).collect();
    stems.dedup();
    stems.reverse();
    stems
}

pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    match word {
        "ж" | "жж" | "ғ" | "ғғ" | "млн" | "млрд" | "трлн" | "мың" | "қ" | "обл" | "ауд" | "сағ" | "мин" | "б.з.д" | "б.з" | "тг"
        | "дол" | "мыс" | "қар" => Some(Abbreviation::Either),
        "көш" | "даң" | "проф" | "акад" | "ген" | "т.ғ.д" | "т.ғ.к" | "э.ғ.д" | "э.ғ.к" | "ф.ғ.д" | "ф.ғ.к" | "б" | "шағ" => {
            Some(Abbreviation::Inside)
        }
        "т.б" | "т.с.с" | "т.т" => Some(Abbreviation::Last),
        _ => None,
    }
}

/// Words that have a capital only where a sentence begins.
const STARTERS: &str = "Бұл Ол Олар Осы Сол Сондай Сондай-ақ Ал Бірақ Алайда Дегенмен Сонымен Біз Мен Оның Олардың Осылайша Сондықтан Бүгін \
    Кеше Қазір Енді Мұндай Мұнда Әрі Және Егер Жалпы Содан Кейін Айта Еске Бұған Бұдан Осыған Барлық Бір Яғни Бұлар Соның \
    Осының Соңғы Сонда Осында Онда Оған Одан Онымен Маған Менің Біздің Сіз Сен Сіздің Неге Қайда Кім Қалай Қашан Мына \
    Мұны Оны Соны Тіпті Әйтсе Өйткені Себебі Демек Мысалы Бұрын Ертең Жақында Көп Кейбір Барша Бәрі Ешкім Әр Тек Тағы \
    Сонан Соған Осылай Солай Иә Жоқ Айтпақшы";

pub(crate) fn starts_sentence(word: &str) -> bool {
    STARTERS.split(' ').any(|starter| starter == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_follow_their_stems() {
        for (stem, suffixes) in [
            ("қазақстан", "ның ға ды да дан мен дық дықтар дықтардың дағы ымыз"),
            ("ресей", "дің ге ді де ден мен лік ліктер ліктерге дегі сіз"),
            ("бейжің", "нен де"),
            ("лондон", "нан ға"),
            ("армения", "нікі ның"),
            ("пхеньян", "нің нан"),
            ("украина", "ның ға ны да дан мен дағы ның лық"),
            ("тоқаев", "тың қа ты та тан пен"),
            ("токаев", "тың қа"),
            ("байден", "нің ге ді"),
            ("трамп", "тың қа пен ты"),
            ("мадрид", "тің те ке"),
            ("министрлігі", "нің не н нде нен мен"),
            ("кеңесі", "не нің"),
            ("израиль", "дің ге мен"),
            ("путин", "нің ге мен"),
            ("түркия", "ның ға дан"),
            ("баку", "де ге"),
            ("орыс", "тар тардың ты"),
            ("қазақ", "тар тың тарға"),
        ] {
            for suffix in suffixes.split(' ') {
                assert!(takes(stem, suffix), "{stem}+{suffix}");
            }
        }
        for (stem, suffix) in
            [("қазақстан", "нің"), ("ресей", "тің"), ("иран", "а"), ("орыс", "дар"), ("украина", "тың"), ("ресей", "к"), ("ресей", "ғажап")]
        {
            assert!(!takes(stem, suffix), "{stem}+{suffix}");
        }
    }

    #[test]
    fn a_word_has_its_stem_among_others() {
        assert!(stems("қазақстандықтардың").contains(&"қазақстан"));
        assert_eq!(stems("ресеймен")[0], "ресеймен");
        assert_eq!(softened("одақ").as_deref(), Some("одағ"));
        assert_eq!(softened("ел"), None);
    }
}
