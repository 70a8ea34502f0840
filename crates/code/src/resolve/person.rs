//! The people met in a report, and who is meant when less than the full name is printed.

use std::collections::BTreeMap;

use mizan_record::{Actor, ActorFound, ActorId, Aspect, Kind, NameFound, Resolution, Sector};
use mizan_text::Span;

use super::title::{self, Relation};
use super::words::{is_plural_of, name_words, same_stem, tidy, within};
use super::{Resolved, Resolver};

/// A person met earlier in the report, by the folded words of the mention.
pub(super) struct Person {
    words: Vec<String>,
    /// The words that are the person's name; empty where the words are only those of a role beside it.
    name: Vec<String>,
    actor: ActorId,
}

impl Person {
    /// Whether one word is the surname: the last of a name, or the first of a name of two words (Wang Yi).
    fn is_surnamed(&self, word: &str) -> bool {
        let first = self.name.first().filter(|_| self.name.len() == 2);
        self.name.last().into_iter().chain(first).any(|name| same_stem(word, name))
    }

    /// Whether one word is the surname of this full name; a first word counts only as printed, for "Карин" is not "Карина Иванова".
    fn is_fuller(&self, word: &str) -> bool {
        let first = self.name.first().filter(|_| self.name.len() == 2);
        self.name.len() >= 2 && (self.name.last().is_some_and(|last| same_stem(word, last)) || first.is_some_and(|f| f == word))
    }
}

/// The rule that gives someone the country of the person whose compatriot he is, in a record's origin.
const COMPATRIOT: &str = "compatriot";

/// Words that join two roles into a row.
const AND: [&str; 4] = ["and", "и", "және", "мен"];

impl Resolver {
    /// Remember a person by the words of a mention.
    pub(super) fn remember(&mut self, words: Vec<String>, name: Vec<String>, actor: ActorId) {
        self.people.push(Person { words, name, actor });
    }

    /// Remember a person who stands beside a role, by the words of the role.
    pub(super) fn remember_role(&mut self, quote: &str, actor: ActorId) {
        self.remember(name_words(quote), Vec::new(), actor);
    }

    /// Remember a person whose name no official bears, unless the phrase says only whose he is; without the names of others in it.
    pub(super) fn remember_unknown(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound], actor: ActorId) {
        if self.is_relation(quote) {
            return;
        }
        let text = |span: Span| quote.get(span.start.saturating_sub(found.span.start)..span.end.saturating_sub(found.span.start));
        let others: Vec<String> =
            names.iter().filter(|n| n.aspect == Aspect::Official).filter_map(|n| text(n.span)).flat_map(name_words).collect();
        let mut words = name_words(quote);
        words.retain(|w| !others.contains(w));
        if title::has_owner(&words) {
            words.remove(1);
        }
        let states: Vec<String> =
            names.iter().filter(|n| super::is_of_state(n.aspect)).filter_map(|n| text(n.span)).flat_map(name_words).collect();
        let low: Vec<String> = quote.split_whitespace().filter(|w| w.starts_with(char::is_lowercase)).flat_map(name_words).collect();
        let is_beside = |w: &String| states.contains(w) || low.contains(w) || title::is_title(w);
        let before = words.iter().rposition(is_beside).map_or(0, |at| at + 1);
        let name = if before < words.len() { words[before..].to_vec() } else { words.clone() };
        self.remember(words, name, actor);
    }

    /// Whether a phrase says only whose someone is. "Адвокат Бишимбаева" does when Бишимбаев is known already.
    fn is_relation(&self, quote: &str) -> bool {
        match title::relation(quote) {
            Some(Relation::Sure) => true,
            Some(Relation::Genitive) => name_words(quote).last().is_some_and(|name| self.people.iter().any(|p| p.is_surnamed(name))),
            None => false,
        }
    }

    /// A word of no known name that the encoder took for a state, place or body, and that is one earlier person's surname: "Kerry"; or
    /// that is the surname behind an Arabic particle: «لموراليز».
    pub(super) fn surname_anyway(&self, found: &ActorFound, quote: &str) -> Option<Resolved> {
        let words = name_words(quote);
        let [word] = &words[..] else { return None };
        let is_surname = |word: &&str| self.people.iter().any(|p| p.is_surnamed(word));
        let surname = [Some(word.as_str()), behind_particle(word)].into_iter().flatten().find(is_surname)?;
        Some(Resolved { kind: Kind::Person, ..self.earlier_person(found, surname)? })
    }

    /// A person whose words all stand in one earlier person's fuller name, and in no other's; if none do, those without "Mr." and the like.
    pub(super) fn earlier_person(&self, found: &ActorFound, quote: &str) -> Option<Resolved> {
        let words = name_words(quote);
        let is_role = found.kind == Kind::Role;
        if if is_role { is_row(&words) } else { self.is_relation(quote) } {
            return None;
        }
        let bare: Vec<String> = words.iter().filter(|w| !title::is_honorific(w)).cloned().collect();
        let is_told = |words: &[String]| self.people.iter().any(|p| within(words, &p.words));
        let words = if is_role || is_told(&words) { words } else { bare };
        self.one_with(&words, found.kind)
    }

    /// The one earlier person with these words. Words that lie within another's do not count.
    fn one_with(&self, words: &[String], kind: Kind) -> Option<Resolved> {
        let is_role = kind == Kind::Role;
        let meant = |p: &&Person| within(words, &p.words) && !(is_role && is_plural(words, &p.words));
        let matches: Vec<&Person> = self.people.iter().filter(meant).collect();
        let in_another = |p: &Person| matches.iter().any(|q| q.actor != p.actor && self.is_less(p, q));
        let mut actors: Vec<ActorId> = matches.iter().filter(|p| !in_another(p)).map(|p| p.actor).collect();
        actors.sort_unstable();
        actors.dedup();
        let [actor] = actors[..] else { return None };
        let resolution = if is_role { Resolution::EarlierRole } else { Resolution::EarlierMention };
        Some(self.known(actor, kind, resolution))
    }

    /// A person of the report with a title before the whole name that was printed before: "Massachusetts Sen. Elizabeth Warren". A state in
    /// the title is the person's; one of another state is somebody else.
    pub(super) fn person_by_title(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        if found.kind != Kind::Person || self.is_relation(quote) {
            return None;
        }
        let words = name_words(quote);
        let ends = |p: &Person| p.name.len() >= 2 && words.ends_with(&p.name);
        let is_same = |p: &&Person| ends(p) && is_unknown(&self.actors[p.actor]) && title::is_before(quote, &p.name);
        let mut actors = self.people.iter().filter(is_same).map(|p| p.actor);
        let actor = actors.next()?;
        if actors.any(|other| other != actor) {
            return None;
        }
        let country = &mut self.actors[actor].identity.country;
        let mut states = names.iter().filter(|n| super::is_of_state(n.aspect)).map(|n| &n.identity.country);
        let first = states.next().filter(|_| country.is_empty()).unwrap_or(country).clone();
        if names.iter().any(|n| super::is_of_state(n.aspect) && n.identity.country != first) {
            return None;
        }
        *country = first;
        Some(self.known(actor, found.kind, Resolution::EarlierMention))
    }

    /// Show a person whom only the text tells of by the whole name that a mention is, where a title stood before it.
    pub(super) fn show_without_title(&mut self, who: &Resolved, quote: &str) {
        let words = name_words(quote);
        let actor = &mut self.actors[who.actor];
        if who.kind == Kind::Person && words.len() >= 2 && is_unknown(actor) && title::is_before(&actor.identity.name, &words) {
            actor.identity.name = tidy(quote, Kind::Person);
        }
    }

    /// Someone told by being of one country with a person before: of that one's country, not of the encoder's. Of none where those before in
    /// the sentence are of several.
    pub(super) fn compatriot(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound], before: &[Resolved]) -> Option<Resolved> {
        if !matches!(found.kind, Kind::Person | Kind::Role) || !title::is_compatriot(quote) {
            return None;
        }
        let mut people = before.iter().filter(|r| r.kind == Kind::Person).map(|r| &r.country);
        let first = people.next().unwrap_or(&self.last_person);
        let country = if people.all(|other| other == first) { first.clone() } else { String::new() };
        Some(Resolved { rule: Some(COMPATRIOT), ..self.told(found, quote, names, ("text", country), Resolution::Encoder) })
    }

    /// Whether an actor was named in full, with this surname.
    pub(super) fn is_named_in_full(&self, actor: ActorId, surname: &str) -> bool {
        self.people.iter().any(|p| p.actor == actor && p.is_fuller(surname))
    }

    /// Whether one name is only a part of another's: of all its words, or of a name that the knowledge base does not have.
    fn is_less(&self, part: &Person, full: &Person) -> bool {
        let in_words = full.words.len() > part.words.len() && within(&part.words, &full.words);
        let in_name = full.name.len() > part.name.len() && within(&part.name, &full.name) && is_unknown(&self.actors[part.actor]);
        !part.name.is_empty() && (in_words || in_name)
    }

    /// A mention of an actor met before.
    pub(super) fn known(&self, actor: ActorId, kind: Kind, resolution: Resolution) -> Resolved {
        let identity = &self.actors[actor].identity;
        Resolved { actor, resolution, kind, country: identity.country.clone(), sector: Sector::from_code(identity.sector), rule: None }
    }

    /// The actors that only one surname told of before, or beside two who bear it, each with the one full name of the report that has it;
    /// with them strange officials of that surname.
    pub(super) fn fuller_names(&self) -> BTreeMap<ActorId, ActorId> {
        let is_open = |actor: ActorId| is_unknown(&self.actors[actor]) || self.is_stranger(&self.actors[actor].identity);
        let is_alone = |p: &&Person| p.words.len() == 1 && p.name == p.words && is_open(p.actor);
        let mut out = BTreeMap::new();
        for person in self.people.iter().filter(is_alone) {
            let mut full: Vec<ActorId> =
                self.people.iter().filter(|p| p.actor != person.actor && p.is_fuller(&person.words[0])).map(|p| p.actor).collect();
            full.sort_unstable();
            full.dedup();
            if let [actor] = full[..] {
                out.insert(person.actor, actor);
            }
        }
        out
    }
}

/// The fewest letters behind a particle that are taken for a surname.
const SURNAME: usize = 5;

/// A folded word without an Arabic particle before it, where enough is left to be a surname.
fn behind_particle(word: &str) -> Option<&str> {
    word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).filter(|rest| rest.chars().count() >= SURNAME)
}

/// Whether nothing but the text tells of an actor.
pub(super) fn is_unknown(actor: &Actor) -> bool {
    actor.identity.key.starts_with("text/")
}

/// Two roles joined: "прокурор и адвокаты", "المدعي والمحامون".
fn is_row(words: &[String]) -> bool {
    words.iter().skip(1).any(|w| AND.contains(&w.as_str()) || w.starts_with("وال"))
}

/// Whether a role is the plural of a word of an earlier one.
fn is_plural(words: &[String], earlier: &[String]) -> bool {
    words.iter().any(|w| !earlier.contains(w) && earlier.iter().any(|e| is_plural_of(w, e)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_ends_a_name_or_begins_one_of_two_words() {
        let person = |name: &str| Person { words: Vec::new(), name: name_words(name), actor: 0 };
        assert!(person("جون كيري").is_surnamed("كيري"));
        assert!(!person("وزير الخارجية الأميركي جون كيري").is_surnamed("الخارجيه"));
        assert!(person("Wang Yi").is_surnamed("wang"));
        assert!(!person("").is_surnamed("البرلمان"));
        assert!(person("Ерлан Карин").is_fuller("карин") && person("Цинь Ган").is_fuller("цинь"));
        assert!(!person("Карина Иванова").is_fuller("карин") && !person("Карин").is_fuller("карин"));
    }

    #[test]
    fn a_row_of_roles_is_no_one_person() {
        assert!(is_row(&name_words("Прокурор и адвокаты")) && is_row(&name_words("المدعي العام والمحامون")));
        assert!(!is_row(&name_words("прокурор")) && !is_row(&name_words("والمحامون")));
        assert!(is_plural(&name_words("адвокаты"), &name_words("адвокат Иванов")));
        assert!(!is_plural(&name_words("адвоката"), &name_words("адвокат Иванов")));
    }
}
