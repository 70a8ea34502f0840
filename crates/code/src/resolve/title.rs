//! Words that stand around a person's name and are not part of it: titles, the offices they name, and words for those who belong to him.

use mizan_record::Kind;
use mizan_text::fold::fold;
use mizan_text::language::kazakh::is_genitive;

use super::words::{is_plural_of, key_words, name_words, same_stem};
use crate::generic::is_government_word;

/// Folded titles by how a word begins; Arabic ones without article or particle. With them the small words that join them.
const TITLE: [&str; 61] = [
    "president",
    "premier",
    "prime",
    "minister",
    "foreign",
    "defence",
    "defense",
    "secretary",
    "chancellor",
    "senator",
    "governor",
    "king",
    "queen",
    "prince",
    "leader",
    "spokes",
    "general",
    "counterpart",
    "former",
    "then",
    "رييس",
    "وزير",
    "خارجي",
    "دفاع",
    "وزراء",
    "ملك",
    "امير",
    "زعيم",
    "نظير",
    "سيناتور",
    "مستشار",
    "قايد",
    "مرشد",
    "سابق",
    "سفير",
    "نايب",
    "متحدث",
    "جنرال",
    "президент",
    "премьер",
    "министр",
    "глава",
    "главы",
    "главе",
    "главой",
    "канцлер",
    "корол",
    "лидер",
    "генерал",
    "секретар",
    "спикер",
    "советник",
    "коллег",
    "экс-",
    "президенті",
    "министрі",
    "басшысы",
    "әріптесі",
    "көшбасшысы",
    "хатшысы",
    "төрағасы",
];
/// Small words between titles and states.
const SMALL: [&str; 9] = ["of", "the", "a", "mr", "mrs", "ms", "state", "государства", "дел"];
/// What a person is called beside the name by anyone, folded, as whole words. "سيد" without the article is a name too, "نايب" a deputy.
const HONORIFIC: [&str; 28] = [
    "mr",
    "mrs",
    "ms",
    "dr",
    "sen",
    "rep",
    "gov",
    "congressman",
    "congresswoman",
    "السيد",
    "السيده",
    "للسيد",
    "للسيده",
    "النايب",
    "النايبه",
    "عضو",
    "مواطنه",
    "мырза",
    "мырзаның",
    "мырзаға",
    "мырзаны",
    "мырзадан",
    "мырзамен",
    "ханым",
    "ханымның",
    "ханымға",
    "ханымды",
    "ханыммен",
];
/// The same in Arabic, with the article or without.
const HONORIFIC_ARABIC: [&str; 10] = ["د", "دكتور", "دكتوره", "طفل", "طفله", "رضيع", "رضيعه", "شاب", "شابه", "مواطن"];
/// The same in Russian and of members of parliament, by how a word begins.
const HONORIFICS: [&str; 6] = ["г-н", "г-ж", "господин", "госпож", "депутат", "сенатор"];
/// Circles of a politician that are no government, by how a word begins.
const CIRCLE: [&str; 11] = ["team", "campaign", "camp", "cabinet", "معسكر", "حمله", "فريق", "кабинет", "штаб", "кампани", "әкімшіл"];
/// The same as whole words, for others begin like them (командующий).
const TEAM: [&str; 6] = ["команда", "команды", "команде", "команду", "командой", "командасы"];
/// Those who belong to a person, and his case: by how a word begins, always followed by whose they are.
const KIN: [&str; 24] = [
    "мать",
    "матер",
    "отец",
    "отца",
    "отцу",
    "отцом",
    "жена",
    "жены",
    "жену",
    "женой",
    "супруг",
    "сын",
    "дочь",
    "дочер",
    "брат",
    "сестр",
    "вдов",
    "родственник",
    "дело",
    "дела",
    "делу",
    "делом",
    "сторонник",
    "соратник",
];
/// Those who work for a person, by how a word begins: a name behind may be his or their own.
const HELPER: [&str; 5] = ["адвокат", "защитник", "помощник", "пресс-секретар", "представител"];
/// A spokesman, by how a word begins; Arabic ones without article or particle.
const SPOKESMAN: [&str; 6] = ["spokes", "пресс-секретар", "متحدث", "ناطق", "المتحدث", "الناطق"];
/// What leads from a spokesman to the one he speaks for.
const FOR: [&str; 3] = ["for", "of", "باسم"];
/// Offices that one person holds, by how a word begins; Arabic ones without article.
const OFFICE: [&str; 35] = [
    "president",
    "premier",
    "prime",
    "minister",
    "chancellor",
    "secretary",
    "chief",
    "leader",
    "king",
    "queen",
    "senator",
    "governor",
    "representative",
    "commissioner",
    "envoy",
    "رييس",
    "وزير",
    "ممثل",
    "امين",
    "مبعوث",
    "مستشار",
    "ملك",
    "امير",
    "قايد",
    "زعيم",
    "مفوض",
    "президент",
    "премьер",
    "министр",
    "глав",
    "канцлер",
    "представител",
    "лидер",
    "спикер",
    "генсек",
];
/// Bodies about an office, which have spokesmen of their own.
const BUREAU: [&str; 5] = ["office", "مكتب", "канцелярии", "администрации", "аппарата"];
/// Those who belong to a person or work for one, in Arabic, as whole words.
const KIN_ARABIC: [&str; 10] = ["والد", "والده", "زوج", "زوجه", "شقيق", "شقيقه", "ابنه", "محامي", "محامو", "نجل"];

/// Small words before a name that join it to what stands before, or are of the name.
const JOINTS: [&str; 27] = [
    "for", "of", "to", "by", "from", "on", "under", "against", "de", "von", "van", "bin", "al", "el", "аль", "бин", "ибн", "фон", "де",
    "от", "для", "о", "об", "у", "к", "за", "при",
];

/// Whether a folded word is a title, or a small word between titles.
pub(super) fn is_title(word: &str) -> bool {
    let behind_particle = word.strip_prefix("لل").or_else(|| word.strip_prefix(['و', 'ل', 'ب']));
    let begins = |w: &str| TITLE.iter().any(|t| w.starts_with(t));
    SMALL.contains(&word)
        || is_honorific(word)
        || [Some(word), behind_particle].into_iter().flatten().any(|w| begins(w) || begins(w.strip_prefix("ال").unwrap_or(w)))
}

/// Whether a folded word says no more of a person than Mr., Mrs. or a seat in some parliament.
pub(super) fn is_honorific(word: &str) -> bool {
    let behind_and = word.strip_prefix('و').unwrap_or(word);
    let bare = word.strip_prefix("لل").or_else(|| without_article(word)).unwrap_or(behind_and);
    let is_listed = HONORIFIC.contains(&word) || HONORIFIC.contains(&behind_and) || HONORIFIC_ARABIC.contains(&bare);
    is_listed || HONORIFICS.iter().any(|h| word.starts_with(h))
}

/// An Arabic word behind its article, with a particle before it or none.
fn without_article(word: &str) -> Option<&str> {
    ["ال", "وال", "بال", "فال"].into_iter().find_map(|article| word.strip_prefix(article))
}

/// Whether a phrase is a title and then a whole name and no more: "Wells Fargo CEO John Stumpf". In Arabic, where names have no capitals,
/// the title begins with a word that is one and ends with one or with an article.
pub(super) fn is_before(phrase: &str, name: &[String]) -> bool {
    let printed: Vec<&str> = phrase.split_whitespace().collect();
    let count = (1..printed.len()).rev().find(|&n| name_words(&printed[printed.len() - n..].join(" ")) == *name);
    let Some(count) = count else { return false };
    let titles = &printed[..printed.len() - count];
    let folded: Vec<String> = titles.iter().flat_map(|w| name_words(w)).collect();
    let (Some(first), Some(last), Some(end)) = (folded.first(), folded.last(), titles.last()) else { return false };
    let has_comma = titles.iter().any(|w| w.ends_with([',', '،', '؛', ';', ':']));
    if has_comma || folded.iter().any(|w| is_of_another(w) || w == "عبد") {
        return false;
    }
    let is_arabic = end.chars().any(|c| ('\u{620}'..='\u{64A}').contains(&c));
    let is_short = end.chars().all(char::is_uppercase) && end.chars().count() >= 2;
    match is_arabic {
        true => is_title(first) && (is_title(last) || without_article(last).is_some()),
        false => is_title(last) || is_short || (end.chars().all(|c| c.is_lowercase() || c == '-') && !JOINTS.contains(&last.as_str())),
    }
}

/// Whether a folded word says that the name behind is only whose someone is, or that two stand in a row.
fn is_of_another(word: &str) -> bool {
    let begins = |stems: &[&str]| stems.iter().any(|s| word.starts_with(s));
    let is_owned = begins(&KIN) || begins(&HELPER) || begins(&SPOKESMAN) || KIN_ARABIC.contains(&word) || is_circle(word);
    is_owned || matches!(word, "and" | "и" | "және" | "мен" | "with" | "с" | "باسم" | "مع")
}

/// Whether a phrase begins with "his compatriot": as printed, for folded "مواطنه" is a woman too.
pub(super) fn is_compatriot(quote: &str) -> bool {
    let printed: Vec<&str> = quote.split_whitespace().take(2).collect();
    let Some(first) = printed.first() else { return false };
    let arabic = first.strip_prefix(['و', 'ل', 'ب']).unwrap_or(first);
    let second = printed.get(1).map_or_else(String::new, |w| fold(w));
    let first = fold(first);
    let is_english = matches!(first.as_str(), "his" | "her" | "fellow") && second.starts_with("compatriot") || first == "compatriot";
    matches!(arabic, "مواطنه" | "مواطنها" | "مواطنته" | "مواطنتها")
        || is_english
        || ["соотечествен", "отандас"].iter().any(|s| first.starts_with(s))
}

/// Whether an office is a spokesman's.
pub(super) fn is_spokesman(office: &str) -> bool {
    let office = fold(office);
    office.contains("spokes") || office.contains("press secretary")
}

/// Whether the words before a name say that its bearer has a spokesman and name that one's part: "the spokeswoman for French President".
/// A body that is spoken for leaves the name to the spokesman ("المتحدث باسم الحكومة محمد المومني"), and so does a comma.
pub(super) fn speaks_for(before: &str) -> bool {
    let words = name_words(before.rsplit([',', '،', '(', ':']).next().unwrap_or(before));
    let Some(at) = words.iter().position(|w| is_speaker(w)) else { return false };
    let rest = &words[at + 1..];
    let rest = match rest.iter().position(|w| FOR.contains(&w.as_str())) {
        Some(link) if link <= 1 => &rest[link + 1..],
        _ if words[at].starts_with("пресс-секретар") && !rest.is_empty() => rest,
        _ => return false,
    };
    let is_office = |w: &String| {
        let bare = w.strip_prefix("لل").or_else(|| without_article(w)).unwrap_or(w);
        OFFICE.iter().any(|o| bare.starts_with(o))
    };
    !rest.iter().any(|w| BUREAU.contains(&w.as_str())) && (rest.is_empty() || rest.iter().any(is_office))
}

/// Whether a folded word is one for a spokesman.
fn is_speaker(word: &str) -> bool {
    let bare = word.strip_prefix("لل").or_else(|| without_article(word)).or_else(|| word.strip_prefix(['و', 'ل', 'ب'])).unwrap_or(word);
    SPOKESMAN.iter().any(|s| bare.starts_with(s))
}

/// Whether a folded word is one for a government or for a politician's circle. With the article "الفريق" is a rank.
pub(super) fn is_circle(word: &str) -> bool {
    is_government_word(word) || TEAM.contains(&word) || CIRCLE.iter().any(|c| word.starts_with(c))
}

/// Whether a name in a phrase is only whose someone is: "Obama's spokesman", "Тоқаевтың баспасөз хатшысы".
pub(super) fn is_owner(name: &str, behind: &str) -> bool {
    let (name, behind) = (fold(name), fold(behind));
    let (possessive, rest) = behind.strip_prefix("'s").map_or((name.ends_with("'s"), behind.as_str()), |rest| (true, rest));
    let goes_on = rest.starts_with(' ') && rest.chars().any(char::is_alphabetic);
    goes_on && (possessive || is_genitive(&name))
}

/// The offices that are named without their state, by the class of the knowledge base.
pub(super) fn office(quote: &str) -> Option<&'static str> {
    let words = key_words(quote, Kind::Role);
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|w| *w != "the").collect();
    let is = |word: &str, stem: &str| word == stem || (same_stem(word, stem) && !is_plural_of(word, stem));
    Some(match words[..] {
        ["president" | "الرييس"] | ["head", "of", "state"] | ["رييس", "الدوله"] => "head-of-state",
        ["premier"] | ["prime", "minister"] | ["رييس", "الوزراء" | "الحكومه"] => "head-of-government",
        ["speaker"] | ["رييس", "البرلمان"] => "speaker",
        [head, "государства"] if is(head, "глава") => "head-of-state",
        ["мемлекет", head] if head.starts_with("басшысы") => "head-of-state",
        [word] if is(word, "президент") => "head-of-state",
        [word] if is(word, "премьер") || is(word, "премьер-министр") => "head-of-government",
        [word] if is(word, "спикер") => "speaker",
        _ => return None,
    })
}

/// Whether an office of the knowledge base is of a class: its name, or a speaker's title.
pub(super) fn is_of_class(held: &str, class: &str) -> bool {
    let title = fold(held);
    held == class
        || (class == "speaker" && ["speaker", "chairman of the senate", "chairman of the mazhilis"].iter().any(|t| title.starts_with(t)))
}

/// How a phrase says that someone is another's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// Whatever the case: "мать Бишимбаева", "адвокатов Бишимбаева", "Бишімбаевтың анасы", "Obama's wife", "زوجة أوباما".
    Sure,
    /// Only when the name is a genitive: "адвокат Бишимбаева" may be his lawyer, or a lawyer of that name.
    Genitive,
}

/// Whether a phrase names someone by whose he is, with nothing but the other's name.
pub(super) fn relation(quote: &str) -> Option<Relation> {
    let printed: Vec<&str> = quote.split_whitespace().collect();
    let [first, between @ .., last] = &printed[..] else { return None };
    let is_low = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
    let owner = fold(first);
    if !is_low(first) && is_low(last) && between.iter().all(is_low) {
        let is_genitive = owner.ends_with("'s") || is_genitive(&owner);
        let has_title = printed[1..].iter().any(|w| is_title(&fold(w)));
        return (is_genitive && !has_title).then_some(Relation::Sure);
    }
    if KIN_ARABIC.contains(&owner.as_str()) {
        return (between.len() <= 1).then_some(Relation::Sure);
    }
    if is_low(last) || !between.iter().all(is_low) { None } else { whose(&owner, &fold(last)) }
}

/// Whether a phrase begins with a word for those who belong to a person, and goes on with his name and then their own.
pub(super) fn has_owner(words: &[String]) -> bool {
    words.len() >= 4 && whose(&words[0], &words[1]).is_some()
}

/// How a word for those who belong to a person stands before a name.
fn whose(head: &str, name: &str) -> Option<Relation> {
    if KIN.iter().any(|k| head.starts_with(k)) {
        return Some(Relation::Sure);
    }
    let helper = HELPER.iter().find(|h| head.starts_with(*h))?;
    let genitive = ["а", "я", "ы", "ого", "ой", "ых", "их"].iter().any(|ending| name.ends_with(ending));
    let several = is_plural_of(head, helper);
    genitive.then_some(if several { Relation::Sure } else { Relation::Genitive })
}

#[cfg(test)]
mod tests {
    use super::super::words::name_words;
    use super::*;

    #[test]
    fn an_office_without_its_state_is_known_in_four_languages() {
        for quote in [
            "Глава государства",
            "Главы государства",
            "Президентом",
            "the president",
            "head of state",
            "رئيس الدولة",
            "للرئيس",
            "الرئيس",
            "Мемлекет басшысы",
        ] {
            assert_eq!(office(quote), Some("head-of-state"), "{quote}");
        }
        assert_eq!(office("премьером"), Some("head-of-government"));
        assert_eq!(office("спикеру"), Some("speaker"));
        for quote in ["главы государств", "президенты", "президент компании", "вице-президент", "رئيس", "the presidents", "президентство"]
        {
            assert_eq!(office(quote), None, "{quote}");
        }
        assert!(is_of_class("Speaker of Parliament", "speaker") && !is_of_class("deputy speaker of the National Assembly", "speaker"));
    }

    #[test]
    fn an_honorific_is_no_name_that_begins_like_it() {
        for word in ["mr", "السيد", "والسيدة", "النائب", "الطفل", "د", "мырза", "Г-ну", "депутаты", "ханым"]
        {
            assert!(is_honorific(&fold(word)), "{word}");
        }
        for word in ["سيد", "نائب", "Мырзахметов", "Ханымгүл", "شابيرو", "republic", "Д", "سيدني"] {
            assert!(!is_honorific(&fold(word)), "{word}");
        }
    }

    #[test]
    fn a_relation_is_told_from_a_title_before_a_name() {
        for quote in ["Дело Бишимбаева", "мать Бишимбаева", "адвокатов Бишимбаева", "Бишімбаевтың анасы", "Obama's wife", "زوجة أوباما"]
        {
            assert_eq!(relation(quote), Some(Relation::Sure), "{quote}");
        }
        assert_eq!(relation("адвокат Бишимбаева"), Some(Relation::Genitive));
        for quote in [
            "Қазақстанның президенті",
            "Russia's president",
            "адвокат Иванов",
            "прокурор Аймаганова",
            "Салтанат Нукенова",
            "Бишимбаев",
            "Адвокат Бишимбаева Назкен Кусаинова",
            "президент Токаев",
        ] {
            assert_eq!(relation(quote), None, "{quote}");
        }
        assert!(is_owner("Obama", "'s spokesman") && is_owner("Тоқаевтың", " баспасөз хатшысы"));
        assert!(!is_owner("Obama", "'s") && !is_owner("Тоқаевтың", "") && !is_owner("Obama", " spokesman"));
        assert!(has_owner(&name_words("Адвокат Бишимбаева Назкен Кусаинова")));
        assert!(!has_owner(&name_words("адвокат Иванов Пётр Ильич")));
    }
}
