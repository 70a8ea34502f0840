//! The country of a mention that no name explains: the encoder's guess where the report bears it out, or the state named right behind.

use std::collections::BTreeMap;

use mizan_record::{ActorFound, Annotation, Aspect, Identity, Kind, NameFound};
use mizan_text::Language;
use mizan_text::fold::fold;

/// How sure the encoder must be of a country that the report names somewhere; below it the country is left open.
const LEAST: f32 = 0.5;
/// How sure it must be in a report that names no country at all.
const UNNAMED: f32 = 0.9;
/// A text of fewer sentences says too little for what it does not name to mean anything.
const REPORT: usize = 5;

/// How many times as often as any other state a report names the one that it is about.
const OUTSTANDING: usize = 3;

/// How often a report names each country; for a text that is no whole report, nothing is held against a guess.
pub(super) struct Countries {
    named: BTreeMap<String, usize>,
    /// The sentence that names each first.
    first: BTreeMap<String, usize>,
    /// The states among them that are named as such.
    states: BTreeMap<String, Identity>,
    is_report: bool,
}

impl Countries {
    pub(super) fn new(annotations: &[Annotation]) -> Self {
        let (mut named, mut first) = (BTreeMap::new(), BTreeMap::new());
        let all = annotations.iter().enumerate().flat_map(|(at, a)| a.names.iter().map(move |n| (at, &n.identity.country)));
        for (at, country) in all.filter(|(_, country)| !country.is_empty()) {
            *named.entry(country.clone()).or_insert(0) += 1;
            first.entry(country.clone()).or_insert(at);
        }
        let is_itself = |n: &&NameFound| super::is_of_state(n.aspect) && n.identity.key == n.identity.country && is_state(&n.identity.key);
        let names = annotations.iter().flat_map(|a| &a.names).filter(is_itself);
        let states = names.map(|n| (n.identity.key.clone(), n.identity.clone())).collect();
        Countries { named, first, states, is_report: annotations.len() >= REPORT }
    }

    /// Whether this is a whole report.
    pub(super) fn is_report(&self) -> bool {
        self.is_report
    }

    /// Whether the report names a state as such.
    pub(super) fn has_state(&self, country: &str) -> bool {
        self.states.contains_key(country)
    }

    /// The encoder's country of a mention in sentence number `at` (counted from 0); empty when it is not sure enough, when the report has
    /// named only others so far, and for analysts, who are of many.
    pub(super) fn guess(&self, found: &ActorFound, quote: &str, at: usize) -> String {
        if found.kind == Kind::Group && are_analysts(quote) {
            return String::new();
        }
        let is_named = !self.is_report || self.first.get(&found.country).is_some_and(|&first| first <= at);
        let least = match is_named {
            true => LEAST,
            false if self.named.keys().any(|c| is_state(c)) => f32::INFINITY,
            false => UNNAMED,
        };
        if found.country_confidence < least { String::new() } else { found.country.clone() }
    }

    /// Whether no country is named more often.
    pub(super) fn is_foremost(&self, country: &str) -> bool {
        let times = |c: &str| self.named.get(c).copied().unwrap_or(0);
        times(country) > 0 && self.named.iter().all(|(_, &n)| n <= times(country))
    }

    /// The state that a whole report names at least so many times as often as any other.
    pub(super) fn outstanding(&self) -> Option<&Identity> {
        let state = self.states.values().max_by_key(|s| self.named[&s.country]).filter(|_| self.is_report)?;
        let others = self.named.iter().filter(|(c, _)| is_state(c) && **c != state.country);
        let second = others.map(|(_, &n)| n).max().unwrap_or(0).max(1);
        (self.named[&state.country] >= OUTSTANDING * second).then_some(state)
    }

    /// The state of a country, when it is one of the two that a whole report names about equally often and more than all others.
    pub(super) fn one_of_two(&self, country: &str) -> Option<&Identity> {
        let mut times: Vec<(usize, &String)> = self.named.iter().filter(|(c, _)| is_state(c)).map(|(c, &n)| (n, c)).collect();
        times.sort_unstable_by(|a, b| b.cmp(a));
        let [(first, one), (second, other), rest @ ..] = &times[..] else { return None };
        let is_close = 2 * first <= 3 * second && rest.first().is_none_or(|(third, _)| 3 * third <= 2 * second);
        let is_one = *one == country || *other == country;
        self.states.get(country).filter(|_| self.is_report && is_close && is_one)
    }

    /// The country of a group, place or body by the state or region right behind it: "the residents of Crimea", "специалистов из России".
    pub(super) fn behind(
        &self,
        (found, at): (&ActorFound, usize),
        text: &str,
        names: &[NameFound],
        language: Option<Language>,
    ) -> Option<String> {
        if !self.is_report || !matches!(found.kind, Kind::Group | Kind::Place | Kind::Organisation) {
            return None;
        }
        let is_place = |n: &&NameFound| matches!(n.aspect, Aspect::Name | Aspect::Capital | Aspect::City | Aspect::Region);
        let name = names.iter().filter(is_place).find(|n| n.span.start >= found.span.end)?;
        let between = fold(text.get(found.span.end..name.span.start)?);
        let quote = text.get(found.span.start..found.span.end)?;
        let printed = text.get(name.span.start..name.span.end)?;
        let belongs = match between.trim() {
            "" => !between.is_empty() && is_owned(quote, printed, language),
            "of" | "of the" | "из" | "from" | "from the" => true,
            "в" | "во" | "in" | "in the" | "في" => !is_abroad(found) && self.guess(found, quote, at).is_empty(),
            _ => false,
        };
        (belongs && !name.identity.country.is_empty()).then(|| name.identity.country.clone())
    }
}

/// How words for several analysts begin, folded; Arabic ones without the article.
const ANALYSTS: [&str; 17] = [
    "analysts",
    "experts",
    "researchers",
    "scholars",
    "observers",
    "خبرا",
    "محللو",
    "محللي",
    "باحثو",
    "باحثي",
    "مراقبو",
    "مراقبي",
    "эксперт",
    "аналитик",
    "политолог",
    "наблюдател",
    "сарапшылар",
];

/// Whether a group is one of analysts.
fn are_analysts(quote: &str) -> bool {
    let folded = fold(quote);
    let bare = |w: &'_ str| w.strip_prefix('و').filter(|w| w.starts_with("ال")).unwrap_or(w).trim_start_matches("ال").to_owned();
    folded.split_whitespace().map(bare).any(|w| ANALYSTS.iter().any(|a| w.starts_with(a)))
}

/// Whether a code is one state's, and no bloc's or body's.
fn is_state(code: &str) -> bool {
    !matches!(code, "" | "EUR" | "WST" | "CAS" | "IGO")
}

/// Those who are often where they do not belong: troops, newsmen, refugees, international bodies.
fn is_abroad(found: &ActorFound) -> bool {
    matches!(found.sector.code(), "MIL" | "MED" | "REF" | "IGO" | "REB")
}

/// Whether a name with nothing between is the owner: in Russian a genitive, in Arabic behind a noun without article (else it may be the
/// object of "the opposition accuses Russia"). Kazakh and English owners stand before.
fn is_owned(quote: &str, name: &str, language: Option<Language>) -> bool {
    let (quote, name) = (fold(quote), fold(name));
    match language {
        Some(Language::Russian) => {
            ["а", "и", "ы", "ая"].iter().any(|e| name.ends_with(e)) || matches!(name.as_str(), "рф" | "сша" | "рк" | "китая")
        }
        Some(Language::Arabic) => !quote.split_whitespace().any(|w| w.starts_with("ال") || w.starts_with("وال") || w.starts_with("لل")),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_of_analysts_is_told_in_four_languages() {
        assert!(["military analysts", "الخبراء", "والمحللين", "экспертов", "Сарапшылардың"].into_iter().all(are_analysts));
        assert!(!["workers", "المحتجين", "жители", "тұрғындар", "analysis"].into_iter().any(are_analysts));
    }

    #[test]
    fn a_name_with_nothing_between_is_the_owner_only_where_grammar_says_so() {
        let owned = |quote, name, language| is_owned(quote, name, Some(language));
        assert!(owned("специалистов", "России", Language::Russian) && owned("власти", "РФ", Language::Russian));
        assert!(!owned("оппозиция", "Россию", Language::Russian));
        assert!(owned("سكان", "غزة", Language::Arabic) && !owned("المعارضة", "روسيا", Language::Arabic));
        assert!(!owned("полиция", "Ресей", Language::Kazakh) && !owned("police", "Russia", Language::English));
    }
}
