//! The actor a longer phrase is about.

use super::{Lexicon, search::Match};
use jiff::civil::Date;
use mizan_record::Aspect;
use mizan_text::Language;

/// The first person, organisation or body the phrase names; or else the first state; or else whatever it names first.
pub(super) fn describe<'l>(lexicon: &'l Lexicon, phrase: &str, language: Option<Language>, on: Option<Date>) -> Option<Match<'l>> {
    let found = lexicon.find(phrase, language, on);
    let rank = |one: &Match| match one.entries[0].aspect {
        Aspect::Official => 0,
        Aspect::Organisation | Aspect::Body | Aspect::Group | Aspect::Media => 1,
        _ if !one.entries[0].country().is_empty() => 2,
        _ => 3,
    };
    found.into_iter().min_by_key(rank)
}
