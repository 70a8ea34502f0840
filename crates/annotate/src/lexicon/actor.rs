//! An actor of the knowledge base and what is known of it.

use jiff::civil::Date;
use mizan_record::Aspect;
use mizan_record::{Kind, Sector};
use mizan_text::Language;

/// One actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// A stable key: `KAZ`, `KAZ/almaty`, `KAZ/kassym-jomart-tokayev`, `csto`.
    pub key: String,
    /// ISO 3166 alpha-3 code or one of the guide's extras; empty when none. Of a person, that of the first term listed.
    pub country: String,
    /// Its part of society; unclear for places.
    pub sector: Sector,
    /// Of a person, the offices held; empty for all else.
    pub terms: Vec<Term>,
    pub(super) names: [String; 4],
}

impl Actor {
    /// Its usual name in a language, or else in English, or else in any.
    pub fn name(&self, language: Language) -> &str {
        let english = &self.names[column(Language::English)];
        let wanted = [&self.names[column(language)], english].into_iter().chain(&self.names);
        wanted.into_iter().find(|name| !name.is_empty()).map_or("", String::as_str)
    }

    /// Whether it is a person.
    pub fn is_person(&self) -> bool {
        !self.terms.is_empty()
    }
}

/// The number of a language's name column.
pub(super) fn column(language: Language) -> usize {
    match language {
        Language::English => 0,
        Language::Arabic => 1,
        Language::Russian => 2,
        Language::Kazakh => 3,
    }
}

/// A person's time in an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The office.
    pub office: Office,
    /// The office in words, where the file says more than its class ("Speaker of Parliament"), or a remark on the term ("acting"); may
    /// be empty.
    pub note: String,
    /// Code of the state or body it is an office of.
    pub country: String,
    /// First day: of the month or year, when only that is known.
    pub from: Option<Date>,
    /// Last day: of the month or year, when only that is known; `None` while in office.
    pub until: Option<Date>,
}

impl Term {
    /// Whether a day lies in it.
    pub fn holds(&self, on: Date) -> bool {
        self.distance(on) == 0
    }

    /// Days from it to a day, 0 within.
    pub(super) fn distance(&self, on: Date) -> i32 {
        let days = |from: Date, to: Date| (to - from).get_days();
        let before = self.from.map_or(0, |from| days(on, from));
        let after = self.until.map_or(0, |until| days(until, on));
        before.max(after).max(0)
    }

    /// The office in words. A remark on the term never replaces the name of an office that has one.
    pub fn title(&self) -> &str {
        let remark = self.office != Office::Other && is_remark(&self.note);
        if self.note.is_empty() || remark { self.office.name() } else { &self.note }
    }
}

/// How notes begin that say something of a term and not what the office is called.
const REMARKS: [&str; 15] = [
    "(",
    "acting",
    "caretaker",
    "de facto",
    "disputed",
    "from ",
    "incapacitated",
    "interim",
    "junta",
    "lost ",
    "not ",
    "power dispute",
    "rival ",
    "suspended",
    "transitional",
];

/// Whether a note is a remark on the term ("acting until 2016-12-14", "lost Tripoli 2011-08-23") and no title; titles have no figures.
fn is_remark(note: &str) -> bool {
    REMARKS.iter().any(|begin| note.starts_with(begin)) || note.contains(|c: char| c.is_ascii_digit())
}

/// The classes of offices, highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Office {
    /// President, monarch.
    HeadOfState,
    /// Prime minister, chancellor.
    HeadOfGovernment,
    /// Head of an international body.
    Head,
    /// Foreign minister.
    ForeignMinister,
    /// Defence minister.
    DefenceMinister,
    /// Any other, written out in the term's note.
    Other,
}

impl Office {
    /// All, highest first.
    pub const ALL: [Office; 6] =
        [Office::HeadOfState, Office::HeadOfGovernment, Office::Head, Office::ForeignMinister, Office::DefenceMinister, Office::Other];

    /// Its name in the files.
    pub fn name(self) -> &'static str {
        match self {
            Office::HeadOfState => "head-of-state",
            Office::HeadOfGovernment => "head-of-government",
            Office::Head => "head",
            Office::ForeignMinister => "foreign-minister",
            Office::DefenceMinister => "defence-minister",
            Office::Other => "other",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Office> {
        Office::ALL.into_iter().find(|office| office.name() == name)
    }
}

/// The aspect that `states.tsv` calls by this name.
pub(super) fn aspect_of_state(name: &str) -> Option<Aspect> {
    Some(match name {
        "name" => Aspect::Name,
        "adjective" => Aspect::Adjective,
        "people" => Aspect::People,
        "capital" => Aspect::Capital,
        "metonym" => Aspect::Metonym,
        "city" => Aspect::City,
        "region" => Aspect::Region,
        _ => return None,
    })
}

/// An actor as named at one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry<'l> {
    /// Who.
    pub actor: &'l Actor,
    /// Under what aspect.
    pub aspect: Aspect,
    /// Of a person: the term that holds on the day asked for, or else the nearest; without a day, the latest.
    pub term: Option<&'l Term>,
    /// Whether that term holds on the day; without a day, whether it is still open.
    pub in_office: bool,
}

impl<'l> Entry<'l> {
    /// The actor's key.
    pub fn key(&self) -> &'l str {
        &self.actor.key
    }

    /// The actor's usual name in a language.
    pub fn name(&self, language: Language) -> &'l str {
        self.actor.name(language)
    }

    /// Country code, of a person that of the term; empty when none.
    pub fn country(&self) -> &'l str {
        self.term.map_or(&self.actor.country, |term| &term.country)
    }

    /// Its part of society under this aspect.
    pub fn sector(&self) -> Sector {
        match (self.aspect, self.country()) {
            (Aspect::People, _) => Sector::from_code("CVL"),
            (Aspect::City | Aspect::Region, _) => Sector::from_code(""),
            (Aspect::Official, "IGO" | "EUR") => Sector::from_code("IGO"),
            _ => self.actor.sector,
        }
    }

    /// The kind of mention it usually is.
    pub fn kind(&self) -> Kind {
        self.aspect.kind()
    }

    /// The office held on the day asked for, in words.
    pub fn office(&self) -> Option<&'l str> {
        self.term.filter(|_| self.in_office).map(Term::title)
    }
}
