//! Which language a text is in: by its letters and its commonest words, for the four languages and those near them.

use std::collections::BTreeMap;

use mizan_record::Doubt;
use mizan_text::Language;

mod profile;

use profile::{ARABIC, CYRILLIC, Counted, Profile};

/// A language for a text, and what is doubtful about it.
pub(crate) struct Verdict {
    pub(crate) language: Option<Language>,
    pub(crate) doubts: Vec<Doubt>,
}

/// A block with fewer letters is judged together with the other short ones.
const SHORT: usize = 60;
/// Letters of one block that are looked at.
const SAMPLE: usize = 4_000;
/// A second language is said to be there from this share of the letters on…
const SHARE: f64 = 0.1;
/// …and this many letters.
const LETTERS: usize = 60;

/// What a stretch of text was taken for: a name in English (`Kazakh`, `Persian`, `unknown`) and whether it is one of the four.
type Label = (&'static str, Option<Language>);

const UNKNOWN: Label = ("an unknown language", None);

/// Of a text with more blocks than this, evenly spaced ones are looked at.
const BLOCKS: usize = 400;

/// Which of the four languages a text is in; `None` when it is in another one or too short to tell.
pub fn language_of(text: &str) -> Option<Language> {
    detect([text]).language
}

/// The language of a text given in blocks.
pub(crate) fn detect<'a>(blocks: impl IntoIterator<Item = &'a str>) -> Verdict {
    let mut letters: BTreeMap<Label, usize> = BTreeMap::new();
    let mut short: [String; 4] = Default::default();
    let blocks: Vec<&str> = blocks.into_iter().collect();
    for block in blocks.iter().step_by(blocks.len().div_ceil(BLOCKS).max(1)) {
        let mut parts = by_script(block);
        let most = (0..4).max_by_key(|&script| (parts[script].letters, 4 - script)).unwrap_or(0);
        for (script, part) in parts.iter_mut().enumerate() {
            if script == most && part.letters >= SHORT {
                *letters.entry(label(script, &part.words)).or_default() += part.letters;
            } else if part.letters > 0 && short[script].len() < SAMPLE * 8 {
                short[script].push_str(&part.words);
            }
        }
    }
    for (script, words) in short.iter().enumerate() {
        let count = words.chars().filter(|c| c.is_alphabetic()).count();
        if count > 0 {
            let found = label(script, words);
            // Names and abbreviations in another script are no second language of which more could be said.
            *letters.entry(found).or_default() += count;
        }
    }
    verdict(letters)
}

fn verdict(letters: BTreeMap<Label, usize>) -> Verdict {
    let all: usize = letters.values().sum();
    let mut ranked: Vec<(Label, usize)> = letters.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let Some(&((name, language), _)) = ranked.first() else {
        return Verdict { language: None, doubts: vec![unknown()] };
    };
    let share = |count: usize| count as f64 / all as f64;
    let mut doubts = Vec::new();
    if language.is_none() && name == UNKNOWN.0 {
        doubts.push(unknown());
    } else if language.is_none() {
        let detail = format!("the text seems to be {name}, which is none of Arabic, English, Kazakh and Russian");
        doubts.push(Doubt { name: "not-one-of-four", detail });
    }
    if ranked.get(1).is_some_and(|&(_, count)| share(count) >= SHARE && count >= LETTERS) {
        let shares: Vec<String> = ranked
            .iter()
            .filter(|(_, count)| share(*count) >= 0.01)
            .map(|((name, _), count)| format!("{name} {:.0} %", share(*count) * 100.0))
            .collect();
        doubts.push(Doubt { name: "mixed-language", detail: format!("more than one language, by letters: {}", shares.join(", ")) });
    }
    Verdict { language, doubts }
}

fn unknown() -> Doubt {
    Doubt { name: "unknown-language", detail: "there is too little to tell the language by".into() }
}

/// The words of one script in a block.
#[derive(Default)]
struct Part {
    words: String,
    letters: usize,
}

/// Words sorted into Arabic, Cyrillic, Latin and other letters, each in lower case and followed by a space.
fn by_script(block: &str) -> [Part; 4] {
    let mut parts: [Part; 4] = Default::default();
    let mut seen = 0;
    for word in block.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | 'ʼ' | '\u{064B}'..='\u{0652}' | '\u{200C}' | 'ـ'))
    {
        let Some(script) = word.chars().find(|c| c.is_alphabetic()).map(script) else { continue };
        let count = word.chars().filter(|c| c.is_alphabetic()).count();
        let part = &mut parts[script];
        part.words.extend(word.chars().filter(|c| !matches!(c, '\u{064B}'..='\u{0652}' | 'ـ')).flat_map(char::to_lowercase));
        part.words.push(' ');
        part.letters += count;
        seen += count;
        if seen > SAMPLE {
            break;
        }
    }
    parts
}

fn script(c: char) -> usize {
    match c {
        '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => 0,
        '\u{0400}'..='\u{052F}' => 1,
        'A'..='Z' | 'a'..='z' | '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => 2,
        _ => 3,
    }
}

fn label(script: usize, words: &str) -> Label {
    match script {
        0 => best(ARABIC, words),
        1 => best(CYRILLIC, words),
        2 => latin(words),
        _ => ("a language in other letters", None),
    }
}

/// The profile that fits best; the first of equals.
fn best(profiles: &[Profile], words: &str) -> Label {
    let counted = Counted::new(words);
    let mut found: Option<(&Profile, f64)> = None;
    for profile in profiles {
        let score = profile.score(&counted);
        if found.is_none_or(|(_, before)| score > before) {
            found = Some((profile, score));
        }
    }
    // Below this no word and hardly a letter spoke for it.
    found.filter(|&(_, score)| score > 0.05).map_or(UNKNOWN, |(profile, _)| (profile.name, profile.language))
}

fn latin(words: &str) -> Label {
    let all = words.split(' ').filter(|word| !word.is_empty()).count().max(1);
    let english = words.split(' ').filter(|word| profile::ENGLISH.contains(word)).count() as f64 / all as f64;
    let guess = whatlang::detect(words);
    match guess {
        Some(info) if info.lang() == whatlang::Lang::Eng && (english > 0.0 || info.is_reliable()) => ("English", Some(Language::English)),
        _ if english >= 0.2 => ("English", Some(Language::English)),
        Some(info) if info.is_reliable() && info.lang() != whatlang::Lang::Eng && english < 0.12 => (info.lang().eng_name(), None),
        // Headlines have few small words; names alone say little.
        _ if words.is_ascii() && (english > 0.0 || (3..=12).contains(&all)) => ("English", Some(Language::English)),
        Some(info) if all > 12 => (info.lang().eng_name(), None),
        _ => UNKNOWN,
    }
}

#[cfg(test)]
mod tests;
