//! Sanctions, restrictions and embargoes as what a verb does something to: "approved an eleventh package of sanctions", "күрт күшейтіп"
//! behind "шектеулерді".
//!
//! Between the verb and its object only the parties of the event and words that say how many or which may stand ([`BETWEEN`], Russian
//! adjectives, numbers): "approved a plan to ease sanctions" has another object.

use mizan_record::{Document, Event, Mention};

use crate::clause::{ClauseWord, from_trigger, to_the_end, up_to_trigger};

/// What a verb does something to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Restraint {
    /// Sanctions, an embargo, a blacklist: always of others.
    Sanctions,
    /// Restrictions, and lists of those who may not enter.
    Restrictions,
}

/// Sanctions and embargoes. "Санкционировал" (authorised) begins like a sanction and is none.
const SANCTIONS: [&str; 13] = [
    "sanctions",
    "embargo",
    "embargoes",
    "blacklist",
    "санкци*",
    "эмбарго*",
    "عقوبات",
    "العقوبات",
    "عقوباته",
    "عقوباتها",
    "بالعقوبات",
    "للعقوبات",
    "عقوباتهما",
];

/// Restrictions.
const RESTRICTIONS: [&str; 9] = ["restrictions", "restriction", "curbs", "ограничени*", "шектеу*", "قيود", "القيود", "قيودا", "قيودها"];

/// Lists.
pub(crate) const LISTS: [&str; 11] =
    ["list", "lists", "список", "списка", "перечень", "перечня", "списков", "قايمه", "لايحه", "القايمه", "اللايحه"];

/// Who is on a list of those who may not enter.
const BARRED: [&str; 6] = ["banned", "barred", "запрещен*", "невъездн*", "الممنوعين", "المحظورين"];

/// Behind the word "sanctions", these make it the opposite.
const RELIEF: [&str; 8] = ["relief", "waiver", "waivers", "exemption", "exemptions", "easing", "removal", "lifting"];

/// Words for how many and which; in Kazakh also adverbs before the verb.
const BETWEEN: [&str; 116] = [
    "most",
    "some",
    "key",
    "remaining",
    "international",
    "visa",
    "travel",
    "a",
    "an",
    "the",
    "its",
    "their",
    "new",
    "fresh",
    "further",
    "additional",
    "more",
    "tough",
    "tougher",
    "package",
    "packages",
    "round",
    "set",
    "series",
    "raft",
    "tranche",
    "wave",
    "list",
    "of",
    "economic",
    "trade",
    "financial",
    "personal",
    "individual",
    "targeted",
    "sweeping",
    "sectoral",
    "existing",
    "all",
    "eu",
    "us",
    "american",
    "european",
    "western",
    "arms",
    "oil",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "пакет*",
    "раунд",
    "ряд",
    "режим*",
    "срок",
    "действие",
    "список",
    "перечень",
    "все",
    "год",
    "полгода",
    "топтама*",
    "тізім*",
    "мерзім*",
    "жаңа",
    "қосымша",
    "тағы",
    "қайта",
    "күрт",
    "алып",
    "он",
    "жиырма",
    "бірінші",
    "екінші",
    "үшінші",
    "төртінші",
    "бесінші",
    "алтыншы",
    "жетінші",
    "сегізінші",
    "тоғызыншы",
    "оныншы",
    "ресми",
    "حزمه",
    "الحزمه",
    "جوله",
    "سلسله",
    "من",
    "قايمه",
    "لايحه",
    "العمل",
    "سريان",
    "نظام",
    "الاولي",
    "الثانيه",
    "الثالثه",
    "الرابعه",
    "الخامسه",
    "السادسه",
    "السابعه",
    "الثامنه",
    "التاسعه",
    "العاشره",
    "الحاديه",
    "عشره",
    "عشر",
    "جديده",
    "اضافيه",
];

/// What of this kind stands behind one of some verbs in the trigger, or before it where one of `kazakh` is the verb.
pub(crate) fn governed(document: &Document, event: &Event, mentions: &[Mention], verbs: &[&str], kazakh: &[&str]) -> Option<Restraint> {
    behind(document, event, mentions, verbs).or_else(|| before(document, event, mentions, kazakh))
}

fn behind(document: &Document, event: &Event, mentions: &[Mention], verbs: &[&str]) -> Option<Restraint> {
    let clause = from_trigger(document, event);
    let verb = clause.iter().position(|w| w.at < event.evidence.span.end && w.is(verbs))?;
    let rest = &clause[verb + 1..];
    let object = rest.iter().position(|w| !passes(w, event, mentions) || kind(w).is_some());
    let found = object.and_then(|at| kind(&rest[at]).filter(|_| !rest.get(at + 1).is_some_and(|w| w.is(&RELIEF))));
    found.or_else(|| entry_list(document, event, rest))
}

/// A list right behind the verb, of people who are barred.
fn entry_list(document: &Document, event: &Event, rest: &[ClauseWord]) -> Option<Restraint> {
    let list = rest.iter().take(3).any(|w| w.is(&LISTS));
    (list && to_the_end(document, event).iter().any(|w| w.is(&BARRED))).then_some(Restraint::Restrictions)
}

fn before(document: &Document, event: &Event, mentions: &[Mention], verbs: &[&str]) -> Option<Restraint> {
    let clause = up_to_trigger(document, event);
    let verb = clause.iter().rposition(|w| w.at >= event.evidence.span.start && is_kazakh_verb(w, verbs))?;
    let head = &clause[..verb];
    let object = head.iter().rposition(|w| !passes(w, event, mentions) || kind(w).is_some());
    let barred = || head.windows(2).any(|pair| pair[0].word == "тыйым" && pair[1].is(&["салынған", "салған"]));
    let list = || head.last().is_some_and(|w| w.is(&["тізім*"])) && barred();
    object.and_then(|at| kind(&head[at])).or_else(|| list().then_some(Restraint::Restrictions))
}

/// Whether a word is one of some Kazakh verbs and not its negative ("бекітпеді").
pub(crate) fn is_kazakh_verb(word: &ClauseWord, verbs: &[&str]) -> bool {
    let negative = |p: &str| {
        let ending = word.word.strip_prefix(p.trim_end_matches('*')).unwrap_or("");
        ["ма", "ме", "ба", "бе", "па", "пе"].iter().any(|n| ending.starts_with(n))
    };
    word.pattern(verbs).is_some_and(|p| !negative(p))
}

/// Whether a word names sanctions or restrictions of any kind.
pub(crate) fn kind(word: &ClauseWord) -> Option<Restraint> {
    if word.is(&SANCTIONS) && !word.is(&["санкциониров*"]) {
        return Some(Restraint::Sanctions);
    }
    word.is(&RESTRICTIONS).then_some(Restraint::Restrictions)
}

/// Whether a word may stand between the verb and its object.
fn passes(word: &ClauseWord, event: &Event, mentions: &[Mention]) -> bool {
    word.is(&BETWEEN)
        || word.word.starts_with(|c: char| c.is_ascii_digit())
        || is_russian_adjective(&word.word)
        || word.in_party(event, mentions)
}

/// Told by its ending; the nouns in -ние and -тие ("смягчение", "снятие") are none.
pub(crate) fn is_russian_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 12] = ["ый", "ий", "ой", "ая", "ое", "ые", "ие", "ых", "их", "ую", "ого", "его"];
    let noun = word.ends_with("ние") || word.ends_with("тие");
    word.chars().count() > 4 && !noun && ENDINGS.iter().any(|e| word.ends_with(e))
}
