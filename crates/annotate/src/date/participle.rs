//! Participle clauses of Russian: «задержала мужчину, ударившего супругу». They open with a comma and a full participle and end at the next
//! mark; what stands in them has a time of its own, while the main clause goes on around them.

use mizan_record::date::DateMention;
use mizan_text::{Language, Span};

use super::scan::{Cursor, Tag};

/// Their places in the text.
pub(crate) fn clauses(c: &Cursor, mentions: &[DateMention]) -> Vec<Span> {
    if c.lexicon.language != Language::Russian {
        return Vec::new();
    }
    let in_date =
        |at: usize| mentions.iter().any(|mention| mention.span.start <= c.tokens[at].start && c.tokens[at].end <= mention.span.end);
    let ends = |at: &usize| matches!(c.tag(*at), Tag::Punct(',' | ';' | ':' | '.' | '!' | '?' | ')') | Tag::Dash) && !in_date(*at);
    let opens = |at: &usize| c.mark(*at - 1, ',') && !in_date(*at - 1) && c.tag(*at) == Tag::Other && participle(c, *at);
    (1..c.tokens.len())
        .filter(opens)
        .map(|at| Span::new(c.tokens[at].start, (at..c.tokens.len()).find(ends).map_or(c.text.len(), |end| c.tokens[end].start)))
        .collect()
}

/// Whether a word is a full participle; the passive ones only where no adjective looks alike.
fn participle(c: &Cursor, at: usize) -> bool {
    let lower = c.word(at).to_lowercase().replace('ё', "е");
    let word = lower.strip_suffix("ся").unwrap_or(&lower);
    let active = ["ущ", "ющ", "ащ", "ящ", "вш", "едш", "гш", "бш"];
    let passive = ["анн", "янн", "принят"];
    let adjectives = ["бывш", "следующ", "будущ", "предыдущ", "настоящ", "иностранн", "постоянн", "странн", "данн", "гуманн"];
    let stem =
        ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).find(|stem| active.iter().chain(&passive).any(|s| stem.ends_with(s)));
    stem.is_some_and(|stem| stem.chars().count() > 4 && !adjectives.contains(&stem)) || other_passive(word)
}

/// «Закрытые», «достигнутый», «введенная»: with the endings and the stems that no noun or other adjective shares.
fn other_passive(word: &str) -> bool {
    let stems = ["открыт", "закрыт", "захвачен", "введен", "вынесен", "проведен", "объявлен", "построен", "запущен", "размещен"];
    let more = ["утвержден", "одобрен", "разрушен", "достигнут", "отвергнут", "упомянут", "снят", "занят", "поднят"];
    let endings = ["ый", "ого", "ому", "ым", "ая", "ой", "ую", "ое", "ые", "ых", "ыми"];
    let stem = endings.iter().filter_map(|ending| word.strip_suffix(ending)).find(|stem| !stem.is_empty());
    stem.is_some_and(|stem| stems.iter().chain(&more).any(|known| stem == *known || stem.strip_suffix('н') == Some(known)))
}

/// Endings of a full adjective, the long ones first.
const ENDINGS: [&str; 23] = [
    "ыми", "ими", "ого", "его", "ому", "ему", "ый", "ий", "ым", "им", "ом", "ем", "ая", "яя", "ой", "ей", "ую", "ое", "ее", "ые", "ие",
    "ых", "их",
];
