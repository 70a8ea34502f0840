//! Russian: the endings of nouns, names and adjectives, by the dictionary form.
//!
//! A word has one stem or two (`американец`, `американц-`) and, for each, the set of endings it may take. This finds a
//! name in any case and number; it does not tell which case it was.

use crate::sentence::Abbreviation;

/// Folded words that name nobody by themselves: pronouns, particles, joining words. Those that are also names (Ли, По) are left out.
#[rustfmt::skip]
pub(super) const NOBODY: [&str; 81] = [
    "тех", "те", "теми", "тот", "та", "то", "эти", "этот", "эта", "это", "его", "ее", "их", "он", "она", "они", "оно", "мы",
    "вы", "я", "ты", "нас", "вас", "вам", "нам", "им", "ими", "ему", "ей", "нему", "ним", "ними", "них", "себя", "себе", "свой",
    "своих", "которые", "который", "которая", "кто", "что", "во", "в", "на", "с", "со", "к", "о", "об", "от", "до", "из", "у",
    "за", "под", "при", "про", "без", "для", "через", "между", "и", "а", "но", "или", "как", "так", "также", "где", "когда",
    "если", "не", "ни", "же", "бы", "был", "была", "были", "будет", "есть",
];

/// Prepositions and joining words, printed small, which no mention begins or ends with.
#[rustfmt::skip]
pub(super) const JOINING: [&str; 35] = [
    "в", "во", "на", "с", "со", "к", "ко", "о", "об", "от", "до", "из", "у", "за", "под", "при", "про", "без", "для", "через",
    "между", "над", "по", "перед", "против", "и", "а", "но", "или", "как", "что", "также", "который", "которая", "которые",
];

/// Words, in small letters, that name nobody when they stand alone: «оба», «большинство».
#[rustfmt::skip]
pub(super) const ALONE: [&str; 29] = [
    "оба", "обе", "обоих", "обеих", "каждый", "каждая", "каждого", "никто", "некоторые", "некоторых", "некоторым", "многие", "многих",
    "многим", "несколько", "нескольких", "большинство", "большинства", "большинству", "один", "одна", "одно", "одни", "одного", "одной",
    "одному", "два", "две", "двух",
];

/// A set of endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endings(u64);

/// All the endings there are. A set is 64 bits wide.
const ENDINGS: [&str; 59] = [
    "", "а", "у", "ом", "ем", "е", "ы", "и", "ов", "ев", "ей", "ам", "ами", "ах", "й", "я", "ю", "ям", "ями", "ях", "ь", "ью", "ой", "ою",
    "ею", "ий", "ия", "ию", "ией", "ием", "ии", "иям", "иями", "иях", "ие", "ый", "ого", "ому", "ым", "ая", "ую", "ое", "ые", "ых", "ыми",
    "им", "их", "ими", "его", "ему", "ее", "яя", "юю", "о", "ин", "ина", "ину", "ином", "ине",
];

const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    one.len() == other.len() && at == one.len()
}

/// The set of some endings, each of which must be listed.
const fn set(endings: &[&str]) -> Endings {
    let (mut bits, mut at) = (0, 0);
    while at < endings.len() {
        let mut number = 0;
        while !same(ENDINGS[number], endings[at]) {
            number += 1;
        }
        bits |= 1 << number;
        at += 1;
    }
    Endings(bits)
}

const fn union(one: Endings, other: Endings) -> Endings {
    Endings(one.0 | other.0)
}

const NONE: Endings = set(&[""]);
const OBLIQUE: Endings = set(&["а", "у", "ом", "ем", "е", "ы", "и", "ов", "ев", "ей", "ам", "ами", "ах"]);
const HARD: Endings = union(NONE, OBLIQUE);
const SURNAME: Endings = union(HARD, set(&["ым", "ых", "ыми"]));
const FEMININE: Endings = set(&["а", "ы", "и", "е", "у", "ой", "ою", "ей", "ею", "", "ам", "ами", "ах"]);
const SURNAME_OF_WOMAN: Endings = union(FEMININE, set(&["ых", "ым", "ыми"]));
const SOFT_FEMININE: Endings = set(&["я", "и", "е", "ю", "ей", "ею", "ь", "й", "ям", "ями", "ях"]);
const IYA: Endings = set(&["ия", "ии", "ию", "ией", "ий", "иям", "иями", "иях"]);
const IY: Endings = set(&["ий", "ия", "ию", "ием", "ии", "иям", "иями", "иях"]);
const SHORT_I: Endings = set(&["й", "я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях"]);
const SOFT: Endings = set(&["ь", "я", "ю", "ем", "е", "и", "ью", "ей", "ям", "ями", "ях"]);
const ADJECTIVE: Endings = set(&[
    "ый", "ий", "ой", "ого", "ому", "его", "ему", "ым", "им", "ом", "ем", "ая", "яя", "ую", "юю", "ою", "ею", "ей", "ое", "ее", "ые", "ие",
    "ых", "их", "ыми", "ими", "о",
]);
const NEUTER: Endings = set(&["о", "а", "у", "ом", "е", "", "ам", "ами", "ах"]);
const IE: Endings = set(&["ие", "ия", "ию", "ием", "ии", "ий", "иям", "иями", "иях"]);
const SOFT_E: Endings = set(&["е", "я", "ю", "ем"]);
const PLURAL: Endings = set(&["ы", "и", "", "ов", "ев", "ей", "ам", "ами", "ах", "ям", "ями", "ях"]);
const PEOPLE: Endings = set(&["е", "", "ам", "ами", "ах", "ин", "ина", "ину", "ином", "ине"]);

impl Endings {
    /// Whether an ending is among them.
    pub fn contains(self, ending: &str) -> bool {
        ENDINGS.iter().position(|&listed| listed == ending).is_some_and(|number| self.0 >> number & 1 == 1)
    }

    fn iter(self) -> impl Iterator<Item = &'static str> {
        ENDINGS.iter().enumerate().filter(move |(number, _)| self.0 >> number & 1 == 1).map(|(_, ending)| *ending)
    }
}

/// The stems of a word, each with the endings it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paradigm<'w> {
    /// The stem that is part of the dictionary form.
    pub stem: &'w str,
    /// Its endings.
    pub endings: Endings,
    /// The other stem, of words that lose a vowel: `американц-` of `американец`.
    pub other: Option<(String, Endings)>,
}

impl<'w> Paradigm<'w> {
    /// The paradigm of a word whose last `letters` Cyrillic letters are its ending.
    fn of(word: &'w str, letters: usize, endings: Endings) -> Self {
        Paradigm { stem: &word[..word.len() - letters * "а".len()], endings, other: None }
    }
}

/// The paradigm of a folded word in its dictionary form (nominative): a noun, a name, a surname or an adjective.
pub fn paradigm(word: &str) -> Paradigm<'_> {
    let letters = word.chars().count();
    if letters < 3 || !word.chars().all(|c| matches!(c, 'а'..='я')) {
        return Paradigm::of(word, 0, NONE);
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    match word.chars().next_back().unwrap_or(' ') {
        'а' if letters > 4 && ends(&["ова", "ева", "ина", "ына"]) => Paradigm::of(word, 1, SURNAME_OF_WOMAN),
        'а' => Paradigm::of(word, 1, FEMININE),
        'я' if ends(&["ия"]) => Paradigm::of(word, 2, IYA),
        'я' if ends(&["ая", "яя"]) && letters > 4 => Paradigm::of(word, 2, ADJECTIVE),
        'я' => Paradigm::of(word, 1, SOFT_FEMININE),
        'ь' => Paradigm::of(word, 1, SOFT),
        'й' => ending_in_short_i(word, letters),
        'о' if ends(&["тво", "ово", "ево"]) => Paradigm::of(word, 1, NEUTER),
        'е' => ending_in_e(word),
        'ы' if letters > 3 => Paradigm::of(word, 1, PLURAL),
        'и' if letters > 5 || (letters > 4 && ends(&["ки", "ги", "хи"])) => Paradigm::of(word, 1, PLURAL),
        'о' | 'и' | 'ы' | 'у' | 'ю' | 'э' => Paradigm::of(word, 0, NONE),
        _ => ending_in_consonant(word, letters),
    }
}

/// Forms of a man's surname that is an adjective: Зеленский is not Зеленская.
const MASCULINE: Endings = set(&["ый", "ий", "ой", "ого", "ому", "его", "ему", "ым", "им", "ом", "ем", "ие", "их", "ыми", "ими"]);

/// The paradigm of a word in a person's name: as [`paradigm`], but a man's surname takes no feminine form.
pub fn paradigm_of_person(word: &str) -> Paradigm<'_> {
    let letters = word.chars().count();
    let adjective = letters > 4 && ["ый", "ий", "ой"].iter().any(|ending| word.ends_with(ending));
    match paradigm(word) {
        found if adjective && word.ends_with("ий") => Paradigm { endings: union(MASCULINE, IY), ..found },
        found if adjective => Paradigm { endings: MASCULINE, ..found },
        found => found,
    }
}

fn ending_in_short_i(word: &str, letters: usize) -> Paradigm<'_> {
    match word {
        _ if word.ends_with("ый") => Paradigm::of(word, 2, ADJECTIVE),
        _ if word.ends_with("ий") => Paradigm::of(word, 2, union(ADJECTIVE, IY)),
        _ if word.ends_with("ой") && letters > 4 => {
            let noun = word[..word.len() - "й".len()].to_string();
            Paradigm { other: Some((noun, SHORT_I)), ..Paradigm::of(word, 2, ADJECTIVE) }
        }
        _ => Paradigm::of(word, 1, SHORT_I),
    }
}

fn ending_in_e(word: &str) -> Paradigm<'_> {
    match word {
        _ if word.ends_with("ие") => Paradigm::of(word, 2, union(ADJECTIVE, IE)),
        _ if word.ends_with("ые") || word.ends_with("ое") || word.ends_with("ее") => Paradigm::of(word, 2, ADJECTIVE),
        _ if word.ends_with("ане") || word.ends_with("яне") => Paradigm::of(word, 1, PEOPLE),
        _ if word.ends_with("ье") => Paradigm::of(word, 1, SOFT_E),
        _ => Paradigm::of(word, 0, NONE),
    }
}

fn ending_in_consonant(word: &str, letters: usize) -> Paradigm<'_> {
    let without = |letters: usize| &word[..word.len() - letters * "а".len()];
    let moving = |stem: String, endings| Paradigm { other: Some((stem, OBLIQUE)), ..Paradigm::of(word, 0, endings) };
    match word {
        "павел" | "лев" => moving(word.replace("ел", "л").replace("лев", "льв"), NONE),
        _ if letters > 5 && (word.ends_with("анин") || word.ends_with("янин")) => Paradigm::of(word, 2, PEOPLE),
        _ if letters > 4 && word.ends_with("ец") => {
            let stem = without(2);
            let joint = match stem.chars().next_back() {
                Some('л') => "ь",
                Some('а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'я') => "й",
                _ => "",
            };
            moving(format!("{stem}{joint}ц"), HARD)
        }
        _ if letters > 4 && word.ends_with("ок") => moving(format!("{}к", without(2)), HARD),
        _ if letters > 3 && ["ов", "ев", "ин", "ын"].iter().any(|ending| word.ends_with(ending)) => Paradigm::of(word, 0, SURNAME),
        _ => Paradigm::of(word, 0, HARD),
    }
}

/// Whether a folded word may be a form of another, given in its dictionary form.
///
/// ```
/// use mizan_text::language::russian::is_form;
/// assert!(is_form("казахстаном", "казахстан") && is_form("путиным", "путин") && !is_form("иранец", "иран"));
/// ```
pub fn is_form(form: &str, word: &str) -> bool {
    let paradigm = paradigm(word);
    let fits = |stem: &str, endings: Endings| form.strip_prefix(stem).is_some_and(|ending| endings.contains(ending));
    form == word || fits(paradigm.stem, paradigm.endings) || paradigm.other.is_some_and(|(stem, endings)| fits(&stem, endings))
}

/// All forms that [`is_form`] takes for those of a word, among them some that do not exist.
pub fn forms(word: &str) -> Vec<String> {
    let paradigm = paradigm(word);
    let with = |stem: &str, endings: Endings| endings.iter().map(|ending| format!("{stem}{ending}")).collect::<Vec<_>>();
    let mut forms = with(paradigm.stem, paradigm.endings);
    if let Some((stem, endings)) = paradigm.other {
        forms.extend(with(&stem, endings));
    }
    forms
}

pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    match word {
        "ул" | "пр" | "просп" | "пр-т" | "пер" | "пл" | "кв" | "стр" | "табл" | "см" | "ср" | "напр" | "т.н" | "т.е" | "т.к" | "проф"
        | "акад" | "доц" | "ген" | "кап" | "лейт" | "св" | "оз" | "п" | "пп" | "ст" | "ч" | "гл" | "изд" | "моб" | "корр" | "зам"
        | "пос" | "пгт" | "дер" | "бул" | "наб" | "мкр" | "мкрн" | "д-р" | "г-н" | "г-жа" | "гр" | "тов" | "проц" | "кн" | "сев" | "юж"
        | "зап" | "вост" | "прим" | "нем" | "англ" | "араб" | "каз" | "лат" => Some(Abbreviation::Inside),
        "г" | "гг" | "в" | "вв" | "тыс" | "млн" | "млрд" | "трлн" | "руб" | "долл" | "коп" | "тг" | "тнг" | "чел" | "ед" | "экз" | "др"
        | "проч" | "н.э" | "мин" | "сек" | "обл" | "р-н" | "янв" | "фев" | "февр" | "апр" | "авг" | "сен" | "сент" | "окт" | "ноя"
        | "нояб" | "дек" | "мар" | "и.о" | "к" | "им" | "рис" | "тел" | "полк" | "пом" | "нач" => {
            Some(Abbreviation::Either)
        }
        "т.д" | "т.п" => Some(Abbreviation::Last),
        _ => None,
    }
}

/// Words that have a capital only where a sentence begins.
const STARTERS: &str = "В Во На По Это Этот Эта Эти Он Она Они Оно Мы Вы Я Как Но И А При Также Однако Кроме После До Для Из За С Со К От Об \
    О У Если Когда Что Так Все Всего Тогда Теперь Затем Ранее Его Её Ее Их Не Напомним По-прежнему Между Среди Тем Под \
    Сейчас Сегодня Вчера Поэтому Согласно Обо Без Через Перед Более Около Свыше Почти Примерно Причем Причём Хотя Чтобы \
    Где Кто Почему Зачем Здесь Там Тут Только Даже Ведь Уже Еще Ещё Или Именно Нам Вам Ему Ей Меня Мне Нас Вас Каждый \
    Такой Такая Такие Таким Стало Было Были Была Был Будет Есть Нет Да Ну Вот Пока Вместе Отметим Кстати Завтра Накануне \
    Впрочем Наконец Например Итак Значит Поскольку Благодаря Несмотря Вскоре Позже Туда Оттуда Своих Многие Другие Никто \
    Ничего Больше Меньше Подробнее Читайте Смотрите Позднее";

pub(crate) fn starts_sentence(word: &str) -> bool {
    STARTERS.split(' ').any(|starter| starter == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_their_cases() {
        for (word, found) in [
            ("казахстан", "казахстаном казахстана казахстану казахстане"),
            ("россия", "россии россию россией"),
            ("токаев", "токаева токаеву токаевым токаеве токаевых"),
            ("путин", "путиным путина путину путине"),
            ("зеленский", "зеленского зеленскому зеленским зеленском"),
            ("лавров", "лавровым лаврова"),
            ("захарова", "захаровой захарову"),
            ("тихановская", "тихановской тихановскую"),
            ("толстой", "толстого толстым"),
            ("сергей", "сергея сергею сергеем"),
            ("юрий", "юрия юрием юрию"),
            ("мария", "марии марию марией"),
            ("илья", "ильи ильей илью"),
            ("павел", "павла павлу павлом"),
            ("лев", "льва льву"),
            ("трамп", "трампа трампу трампом трампе"),
            ("буш", "бушем буша"),
            ("кремль", "кремля кремлем кремлю кремле"),
            ("казань", "казани казанью"),
            ("шанхай", "шанхая шанхае шанхаем"),
            ("российский", "российская российского российскую российских российско"),
            ("белый", "белого белым белом"),
            ("американец", "американца американцев американцами"),
            ("европеец", "европейца европейцы"),
            ("португалец", "португальца"),
            ("турок", "турка турки туркам турок"),
            ("россиянин", "россиянина россияне россиян россиянам"),
            ("россияне", "россиян россиянами"),
            ("русские", "русских русским русскими"),
            ("штаты", "штатов штатам штатах"),
            ("филиппины", "филиппин филиппинах"),
            ("министерство", "министерства министерству министерством"),
            ("движение", "движения движением"),
            ("приднестровье", "приднестровья приднестровью"),
            ("косово", "косова косове косово"),
        ] {
            for form in found.split(' ') {
                assert!(is_form(form, word), "{form} of {word}");
                assert!(forms(word).iter().any(|listed| listed == form), "{form} of {word}");
            }
        }
    }

    #[test]
    fn a_man_is_no_woman() {
        assert!(paradigm_of_person("зеленский").endings.contains("ого"));
        assert!(!paradigm_of_person("зеленский").endings.contains("ая"));
        assert!(paradigm_of_person("тихановская").endings.contains("ую"));
        assert!(!paradigm_of_person("путин").endings.contains("ой"));
    }

    #[test]
    fn other_words_are_not() {
        for (word, others) in [
            ("иран", "иранец иранский ир"),
            ("порошенко", "порошенкой порошенк"),
            ("ли", "лия лиа"),
            ("чили", "чил чилах"),
            ("раиси", "раис"),
        ] {
            for form in others.split(' ') {
                assert!(!is_form(form, word), "{form} of {word}");
            }
        }
    }
}
