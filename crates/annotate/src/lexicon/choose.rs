//! Which of several bearers of a name is meant.

use super::actor::{Actor, Entry, Office, Term};
use jiff::civil::Date;
use mizan_record::Aspect;
use std::cmp::Reverse;

/// How the entries of a match were chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// Nothing else has this name.
    Only,
    /// Chosen among namesakes: the one in office on the day.
    InOffice,
    /// Chosen among namesakes, none of them in office on the day: the one whose term is nearest, called by title or full name or beside
    /// the name of the country.
    NearestTerm,
    /// Several remain, or only a surname speaks for the one whose term is nearest; the likeliest is first.
    Ambiguous,
}

/// Entries for the actors that a name may mean, the likeliest first.
pub(super) fn entries<'l>(named: Vec<(&'l Actor, Aspect)>, on: Option<Date>) -> (Vec<Entry<'l>>, Choice) {
    let mut entries: Vec<Entry> = named.into_iter().map(|(actor, aspect)| entry(actor, aspect, on)).collect();
    entries.sort_by_key(|entry| (entry.aspect, rank(entry, on), Reverse(entry.term.and_then(|term| term.from))));
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        // A capital city-state, an adjective that is also the people, the EU as a polity and as an organisation: the first.
        let same = |other: &Entry| {
            let thing = entry.aspect != Aspect::Official && other.aspect != Aspect::Official;
            other.key() == entry.key() || (thing && other.country() == entry.country())
        };
        if !kept.iter().any(same) {
            kept.push(entry);
        }
    }
    let persons = kept.iter().filter(|entry| entry.aspect == Aspect::Official).count();
    if kept.len() < 2 {
        (kept, Choice::Only)
    } else if persons == kept.len() {
        among_persons(kept, on)
    } else {
        (kept, Choice::Ambiguous)
    }
}

fn among_persons(mut persons: Vec<Entry>, on: Option<Date>) -> (Vec<Entry>, Choice) {
    let holding = persons.iter().filter(|entry| entry.in_office).count();
    match (on, holding) {
        (None, _) => (persons, Choice::Ambiguous),
        (Some(_), 0) => {
            persons.truncate(1);
            (persons, Choice::NearestTerm)
        }
        (Some(_), _) => {
            persons.retain(|entry| entry.in_office);
            let choice = if holding == 1 { Choice::InOffice } else { Choice::Ambiguous };
            (persons, choice)
        }
    }
}

/// Lower is likelier: days from the term, then the height of the office.
fn rank(entry: &Entry, on: Option<Date>) -> (i32, Option<Office>) {
    let days = match (entry.term, on) {
        (Some(term), Some(on)) => term.distance(on),
        (Some(_), None) => i32::from(!entry.in_office),
        _ => 0,
    };
    (days, entry.term.map(|term| term.office))
}

/// The actor with the term that holds on the day, or else the nearest; without a day, the latest.
fn entry<'l>(actor: &'l Actor, aspect: Aspect, on: Option<Date>) -> Entry<'l> {
    let term = match on {
        Some(on) => actor.terms.iter().min_by_key(|term| (term.distance(on), term.office, Reverse(term.from))),
        None => actor.terms.iter().max_by_key(|term| (term.until.unwrap_or(Date::MAX), Reverse(term.office), term.from)),
    };
    let in_office = term.is_some_and(|term| on.map_or(term.until.is_none(), |on| term.holds(on)));
    Entry { actor, aspect, term, in_office }
}

/// Who held an office on a day, when exactly one did.
pub(super) fn holder<'l>(actors: &'l [Actor], country: &str, office: Office, on: Date) -> Option<Entry<'l>> {
    let holds = |term: &&Term| term.office == office && term.country == country && term.holds(on);
    let mut holders =
        actors.iter().filter_map(|actor| actor.terms.iter().filter(holds).max_by_key(|term| term.from).map(|term| (actor, term)));
    let (mut actor, mut term) = holders.next()?;
    for (other, later) in holders {
        // On the day of a handover two terms hold: the newer one counts. Otherwise the office was shared, or the data is in doubt.
        let (old, new) = if term.from < later.from { (term, later) } else { (later, term) };
        if old.until != Some(on) && old.until != new.from {
            return None;
        }
        if std::ptr::eq(new, later) {
            (actor, term) = (other, later);
        }
    }
    Some(Entry { actor, aspect: Aspect::Official, term: Some(term), in_office: true })
}
