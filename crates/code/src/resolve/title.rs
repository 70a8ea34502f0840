//! Words that stand around a person's name and are not part of it: titles, the offices they name, and words for those who belong to him.

use mizan_record::Kind;
use mizan_text::fold::fold;
use mizan_text::language::kazakh::is_genitive;

use super::words::{is_plural_of, key_words, same_stem};
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
/// Those who belong to a person or work for one, in Arabic, as whole words.
const KIN_ARABIC: [&str; 10] = ["والد", "والده", "زوج", "زوجه", "شقيق", "شقيقه", "ابنه", "محامي", "محامو", "نجل"];

/// Whether a folded word is a title, or a small word between titles.
pub(super) fn is_title(word: &str) -> bool {
    let behind_particle = word.strip_prefix("لل").or_else(|| word.strip_prefix(['و', 'ل', 'ب']));
    let begins = |w: &str| TITLE.iter().any(|t| w.starts_with(t));
    SMALL.contains(&word)
        || [Some(word), behind_particle].into_iter().flatten().any(|w| begins(w) || begins(w.strip_prefix("ال").unwrap_or(w)))
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
