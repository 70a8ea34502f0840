//! The actors Mizan knows by name, and where a text names them.
//!
//! The names lie in `data/actors/*.tsv` (its `README.md` is the format) and are built into the program. A text is cut
//! into words; each word is looked up under every stem that it may have in its language (clitics in Arabic, cases in
//! Russian, chains of suffixes in Kazakh); the longest row of words that is a name wins, from left to right.
//!
//! What it leaves to others: actors that no file names, and whether a capital is meant as a place or as a government.
//!
//! ```
//! use mizan_annotate::lexicon::Lexicon;
//! use mizan_text::Language;
//! let lexicon = Lexicon::shipped();
//! let text = "وأعلنت كازاخستان للروس";
//! let found = lexicon.find(text, Some(Language::Arabic), None);
//! let keys: Vec<_> = found.iter().map(|one| (one.quote(text), one.entries[0].key())).collect();
//! assert_eq!(keys, [("كازاخستان", "KAZ"), ("لروس", "RUS")]);
//! ```

mod actor;
mod choose;
mod common;
mod couple;
mod describe;
mod glued;
mod index;
mod search;
mod stands;
mod street;
mod table;
mod tokens;

pub use actor::{Actor, Entry, Office, Term};
pub use choose::Choice;
pub use mizan_record::Aspect;
pub use search::{Form, Match};
pub use table::Error;

use index::Index;
use jiff::civil::Date;
use mizan_record::{Identity, Kind};
use mizan_text::Language;
use std::collections::BTreeMap;

/// The files that are built in, by name.
const FILES: [(&str, &str); 7] = [
    ("states.tsv", include_str!("../../../data/actors/states.tsv")),
    ("officials-europe-eurasia.tsv", include_str!("../../../data/actors/officials-europe-eurasia.tsv")),
    ("officials-world.tsv", include_str!("../../../data/actors/officials-world.tsv")),
    ("organisations.tsv", include_str!("../../../data/actors/organisations.tsv")),
    ("groups.tsv", include_str!("../../../data/actors/groups.tsv")),
    ("bodies.tsv", include_str!("../../../data/actors/bodies.tsv")),
    ("media.tsv", include_str!("../../../data/actors/media.tsv")),
];

/// The knowledge base: actors and the index of their names.
#[derive(Debug)]
pub struct Lexicon {
    actors: Vec<Actor>,
    keys: BTreeMap<String, u32>,
    domains: BTreeMap<String, u32>,
    index: Index,
}

impl Lexicon {
    /// The knowledge base that is built into the program.
    pub fn shipped() -> Lexicon {
        Lexicon::parse(&FILES).expect("the shipped files are parsed by a test")
    }

    /// A knowledge base out of other files, each given by name and content. The name tells what a line is: `states`,
    /// `officials…`, `organisations`, `groups`, `bodies` or `media`.
    pub fn parse(files: &[(&str, &str)]) -> Result<Lexicon, Error> {
        let mut builder = table::Builder::default();
        for (name, content) in files {
            builder.read(name, content)?;
        }
        Ok(builder.finish())
    }

    /// The actor of a key.
    pub fn actor(&self, key: &str) -> Option<&Actor> {
        self.keys.get(key).map(|&number| &self.actors[number as usize])
    }

    /// The state (or other polity) of a country code.
    pub fn state(&self, code: &str) -> Option<&Actor> {
        self.actor(code)
    }

    /// All actors, in the order of the files.
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// The outlet that publishes on a host (`ru.inform.kz`: the one with the longest domain that it ends with).
    pub fn outlet(&self, host: &str) -> Option<&Actor> {
        let host = host.to_lowercase();
        let parents = host.match_indices('.').map(|(at, _)| &host[at + 1..]);
        let number = std::iter::once(host.as_str()).chain(parents).find_map(|domain| self.domains.get(domain))?;
        Some(&self.actors[*number as usize])
    }

    /// Where a text names actors: longest names first from left to right, no two overlapping.
    ///
    /// `on` is the day by which namesakes are told apart. Without a language every reading is tried.
    pub fn find(&self, text: &str, language: Option<Language>, on: Option<Date>) -> Vec<Match<'_>> {
        search::find(self, text, language, on)
    }

    /// The actor a longer phrase is about: the office holder or body it names, or else the first state
    /// ("Kazakhstan's foreign ministry", "وزارة الدفاع الروسية", "главы МИД России").
    pub fn describe(&self, phrase: &str, language: Option<Language>, on: Option<Date>) -> Option<Match<'_>> {
        describe::describe(self, phrase, language, on)
    }

    /// Who held an office of a state on a day, when exactly one did.
    pub fn holder(&self, country: &str, office: Office, on: Date) -> Option<Entry<'_>> {
        choose::holder(&self.actors, country, office, on)
    }

    /// Who an entry is, when its mention is of this kind: a capital that stands for its government is the state.
    pub fn identity(&self, entry: &Entry<'_>, kind: Kind, language: Language) -> Identity {
        let polity = kind == Kind::Polity && matches!(entry.aspect, Aspect::Capital | Aspect::City | Aspect::Region);
        let actor = if polity { self.state(entry.country()).unwrap_or(entry.actor) } else { entry.actor };
        Identity {
            key: actor.key.clone(),
            name: actor.name(language).to_string(),
            country: entry.country().to_string(),
            sector: if polity { "GOV" } else { entry.sector().code() },
            kind,
            office: entry.office().map(str::to_string),
        }
    }
}

#[cfg(test)]
mod tests;
