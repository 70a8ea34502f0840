//! Years that only name a thing: "the 2015 deal", «договор 1972 года», «2015 жылғы келісім», "حدود عام 1967". They say when the thing was
//! made, not when somebody speaks of it or breaks it.
//!
//! The year stands directly at a noun of a short list. It stays a time of what the noun itself tells ("the 2016 election"), of the verb that
//! makes the thing ("signed the 2015 deal"), and of what was done in it ("in the 1967 war").

use mizan_record::date::DateMention;
use mizan_text::fold::fold;
use mizan_text::{Language, Span};

use super::scan::{Cursor, Tag};

/// How many words may stand between the year and its noun.
const BETWEEN: usize = 2;

/// Treaties, borders, elections and wars (folded): whole words in English and Arabic, beginnings of words in Russian and Kazakh.
const ENGLISH: &str = "treaty treaties agreement agreements deal accord accords convention memorandum declaration resolution constitution \
                       border borders lines election elections war pact protocol charter";
const RUSSIAN: &str = "соглашени договор конвенци меморандум деклараци резолюци конституци границ выбор войн пакт протокол устав сделк";
const KAZAKH: &str = "келісім шарт конвенция меморандум декларация қарар конституция шекара сайлау соғыс пакт хаттама";
const ARABIC: &str = "اتفاق اتفاقيه معاهده حدود مذكره اعلان قرار دستور انتخابات حرب ميثاق بروتوكول صفقه";
/// Of these the ones that nothing is done in.
const BORDERS: [&str; 5] = ["border", "lines", "границ", "шекара", "حدود"];
/// How verbs and nouns begin that make or begin such a thing, or decide an election.
const MADE: &str = "sign ratif adopt conclud reach approv seal negotiat held hold win won lost lose losing start began begin \
                    подпис ратифи приня заключ одобр утверд победи выигр проигр нача қабылда бекіт жаса қою қойд ратификац жең баста \
                    وقع توقيع ابرم ابرام صادق مصادقه اعتمد اعتماد اقر عقد توصل فاز فوز خسر خساره بدا";
/// What places a deed in or by the time of the thing.
const WITHIN: &str = "in at during amid after before since under ahead eve wake aftermath \
                      в во на после до перед ходе время преддверии накануне согласно по \
                      في خلال اثناء بعد قبل منذ عشيه بموجب وفق";
/// The same in Kazakh, behind the thing.
const WITHIN_BEHIND: &str = "соң кейін кейінгі дейін дейінгі кезінде кезіндегі барысында қарсаңында бойынша сәйкес";
/// What makes a convention a gathering.
const GATHERED: &str = "democratic republican dnc rnc gop party national";

/// Whether a time only names what the event at `trigger` is about.
pub(crate) fn names(c: &Cursor, date: &DateMention, trigger: Span) -> bool {
    if date.rule != "year" || makes(c, trigger) {
        return false;
    }
    let from = c.tokens.partition_point(|token| token.start < date.span.start);
    let to = c.tokens.partition_point(|token| token.start < date.span.end);
    let noun = match c.lexicon.language {
        Language::English => behind(c, from, to, |at| is(c, at, ENGLISH)).filter(|&at| !(to..at).any(|word| is(c, word, GATHERED))),
        // «1953 жылы» says when, «1953 жылғы» which one.
        Language::Kazakh => behind(c, from, to, |at| begins(c, at, KAZAKH)).filter(|_| c.is(to.wrapping_sub(1), &["жылғы"])),
        Language::Russian => before(c, from, BETWEEN, |at| begins(c, at, RUSSIAN)),
        Language::Arabic => arabic(c, from),
    };
    noun.is_some_and(|at| !trigger.overlaps(Span::new(c.tokens[at].start, c.tokens[at].end)) && !is_within(c, from, at))
}

/// Whether a trigger is of making: "signed", «подписан».
fn makes(c: &Cursor, trigger: Span) -> bool {
    let inside = |at: &usize| c.tokens[*at].start >= trigger.start && c.tokens[*at].end <= trigger.end;
    (0..c.tokens.len()).filter(inside).any(|at| begins(c, at, MADE))
}

/// The noun that follows a bare year: "2015 nuclear deal"; "in 2015 deals were" has a preposition before it.
fn behind(c: &Cursor, from: usize, to: usize, noun: impl Fn(usize) -> bool) -> Option<usize> {
    let plain = |at: usize| matches!(c.tag(at), Tag::Other | Tag::Event | Tag::Dash | Tag::Counted);
    let near = (to..=to + BETWEEN).take_while(|&at| plain(at)).find(|&at| noun(at));
    near.filter(|_| matches!(c.tag(from), Tag::Number(_)))
}

/// The noun that a year follows: «соглашение о мире 2024 года».
fn before(c: &Cursor, from: usize, between: usize, noun: impl Fn(usize) -> bool) -> Option<usize> {
    let words = |at: &usize| !matches!(c.tag(*at), Tag::Punct(_) | Tag::Dash | Tag::End | Tag::Clause | Tag::Speech);
    let near = (from.saturating_sub(between + 1)..from).rev().take_while(words).find(|&at| noun(at));
    near.filter(|_| matches!(c.tag(from), Tag::Number(_) | Tag::Unit(..)))
}

/// "الاتفاق النووي لعام 2015", "معاهدة 1972", "حدود عام 1967"; "ألغى الاتفاق عام 2018" says when.
fn arabic(c: &Cursor, from: usize) -> Option<usize> {
    let of = c.text[c.tokens[from].start..].starts_with('ل');
    let between = if of { BETWEEN } else { 0 };
    before(c, from, between, |at| {
        let word = fold(c.word(at));
        let bare = |lead: &'static [&str]| {
            let known = |word: &str| ARABIC.split_whitespace().any(|noun| noun == word);
            lead.iter().any(|lead| word.strip_prefix(lead).is_some_and(known))
        };
        bare(&["", "و", "ف", "ب", "ل", "ك", "وب", "ول"]) || (of && bare(&["ال", "وال", "بال", "لل", "كال"]))
    })
}

/// Whether the thing is named as the time of what was done.
fn is_within(c: &Cursor, from: usize, noun: usize) -> bool {
    let word = fold(c.word(noun));
    let borders = BORDERS.iter().any(|border| word.contains(border));
    let kazakh = c.lexicon.language == Language::Kazakh;
    let placed = || is(c, noun + 1, WITHIN_BEHIND) || ["да", "де", "та", "те"].iter().any(|ending| word.ends_with(ending));
    !borders && if kazakh { placed() } else { led(c, from.min(noun)) }
}

/// Whether a preposition of time leads to the thing, with an article and an adjective between at most: «на президентских выборах», "on the
/// eve of the 2012 election".
fn led(c: &Cursor, first: usize) -> bool {
    let passed = |at: &usize| c.tag(*at) == Tag::Article || c.is(*at, &["its", "his", "their", "her", "of"]);
    let mut lead = (0..first).rev().filter(|at| !passed(at)).take(2).take_while(|&at| !matches!(c.tag(at), Tag::Punct(_)));
    lead.find(|&at| c.tag(at) != Tag::Other || is(c, at, WITHIN)).is_some_and(|at| is(c, at, WITHIN))
}

fn is(c: &Cursor, at: usize, list: &str) -> bool {
    let word = fold(c.word(at));
    list.split_whitespace().any(|known| known == word)
}

fn begins(c: &Cursor, at: usize, list: &str) -> bool {
    let word = fold(c.word(at));
    list.split_whitespace().any(|stem| word.starts_with(stem))
}
