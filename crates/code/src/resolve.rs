//! Who a mention is: by name, by what stands beside it, by what stood before it, or by the encoder alone.

use std::collections::{BTreeMap, BTreeSet};

use mizan_record::{Actor, ActorFound, ActorId, Annotation, Aspect, Document, Identity, Kind, Mention, NameFound, Resolution, Sector};
use mizan_text::fold::fold;

use crate::generic::is_government;

/// How sure the encoder must be of a country that the report names somewhere; below it the country is left open.
const LEAST_COUNTRY: f32 = 0.5;
/// How sure it must be of one that the report never names: residents of a Kazakh town are not of Madagascar.
const UNNAMED_COUNTRY: f32 = 0.9;
/// A text of fewer sentences says too little for what it does not name to mean anything.
const REPORT: usize = 5;

/// What is known of a mention once it is resolved.
pub(crate) struct Resolved {
    pub(crate) actor: ActorId,
    pub(crate) resolution: Resolution,
    pub(crate) kind: Kind,
    pub(crate) country: String,
    pub(crate) sector: Sector,
}

/// A person met earlier in the report, by the folded words of the mention.
struct Person {
    words: Vec<String>,
    actor: ActorId,
}

/// Remembers the actors of the report so far.
pub(crate) struct Resolver {
    /// Countries that the report names anywhere; `None` for a text that is no whole report.
    countries: Option<BTreeSet<String>>,
    actors: Vec<Actor>,
    by_key: BTreeMap<String, ActorId>,
    people: Vec<Person>,
}

impl Resolver {
    /// A resolver for the report that these are the annotations of.
    pub(crate) fn new(annotations: &[Annotation]) -> Self {
        let named = || annotations.iter().flat_map(|a| &a.names).map(|n| n.identity.country.clone()).collect();
        let countries = (annotations.len() >= REPORT).then(named);
        Resolver { countries, actors: Vec::new(), by_key: BTreeMap::new(), people: Vec::new() }
    }

    /// Resolve all mentions of a sentence, in order.
    pub(crate) fn sentence(&mut self, document: &Document, annotation: &Annotation) -> Vec<Resolved> {
        let mut out: Vec<Resolved> = Vec::new();
        for found in &annotation.actors {
            let quote = document.text.quote(found.span);
            let names: Vec<&NameFound> = annotation.names.iter().filter(|n| n.span.overlaps(found.span)).collect();
            let resolved = self.mention(found, quote, &names);
            out.push(resolved);
        }
        self.join_appositions(document, annotation, &mut out);
        out
    }

    fn mention(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Resolved {
        let by_name = match found.kind {
            Kind::Person | Kind::Role => self.official(found, quote, names).or_else(|| self.earlier_person(found, quote)),
            Kind::Polity => self.state(found, names),
            Kind::Place => self.place(found, names),
            Kind::Organisation | Kind::Group => self.body(found, quote, names),
        };
        by_name
            .or_else(|| self.official_anyway(found, quote, names))
            .or_else(|| self.state_beside(found, quote, names))
            .unwrap_or_else(|| self.unknown(found, quote))
    }

    /// The number of the actor of an identity, new if it was not met before.
    fn actor(&mut self, identity: Identity) -> ActorId {
        if let Some(&known) = self.by_key.get(&identity.key) {
            return known;
        }
        self.by_key.insert(identity.key.clone(), self.actors.len());
        self.actors.push(Actor { identity, mentions: Vec::new() });
        self.actors.len() - 1
    }

    fn named(&mut self, found: &ActorFound, name: &NameFound) -> Resolved {
        let identity = name.identity.clone();
        let sector = Sector::from_code(identity.sector);
        let country = if identity.country.is_empty() { found.country.clone() } else { identity.country.clone() };
        let resolution = if name.by_date { Resolution::NamedOnDate } else { Resolution::Named };
        let actor = self.actor(identity);
        Resolved { actor, resolution, kind: found.kind, country, sector: if sector == Sector::default() { found.sector } else { sector } }
    }

    fn official(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        let name = longest(names, |a| a == Aspect::Official)?;
        if name.ambiguous || is_another(name, found, names) {
            return None;
        }
        let resolved = self.named(found, name);
        self.remember(quote, resolved.actor);
        Some(Resolved { kind: Kind::Person, ..resolved })
    }

    /// A phrase that the encoder took for something else but that ends in an official's name is that official.
    fn official_anyway(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        let ends = |n: &&&NameFound| n.aspect == Aspect::Official && n.span.end >= found.span.end && !n.ambiguous;
        let name = *names.iter().find(ends)?;
        self.official(found, quote, &[name])
    }

    fn remember(&mut self, quote: &str, actor: ActorId) {
        self.people.push(Person { words: name_words(quote), actor });
    }

    /// A person whose words all stand in one earlier person's fuller name, and in no other's.
    fn earlier_person(&mut self, found: &ActorFound, quote: &str) -> Option<Resolved> {
        let words = name_words(quote);
        let mut matches: Vec<ActorId> = self.people.iter().filter(|p| within(&words, &p.words)).map(|p| p.actor).collect();
        matches.sort_unstable();
        matches.dedup();
        let [actor] = matches[..] else { return None };
        let identity = &self.actors[actor].identity;
        let (country, sector) = (identity.country.clone(), Sector::from_code(identity.sector));
        let resolution = if found.kind == Kind::Role { Resolution::EarlierRole } else { Resolution::EarlierMention };
        Some(Resolved { actor, resolution, kind: found.kind, country, sector })
    }

    fn state(&mut self, found: &ActorFound, names: &[&NameFound]) -> Option<Resolved> {
        let name = longest(names, stands_for_state)?;
        Some(self.named(found, name))
    }

    fn place(&mut self, found: &ActorFound, names: &[&NameFound]) -> Option<Resolved> {
        let name = longest(names, |a| matches!(a, Aspect::City | Aspect::Region | Aspect::Capital | Aspect::Name | Aspect::Metonym))?;
        let mut identity = name.identity.clone();
        if name.aspect == Aspect::Capital {
            // A capital as a place is not its government.
            identity =
                Identity { key: format!("{}/place/{}", identity.country, fold(&identity.name)), kind: Kind::Place, sector: "", ..identity };
        }
        let actor = self.actor(identity.clone());
        Some(Resolved { actor, resolution: Resolution::Named, kind: Kind::Place, country: identity.country, sector: found.sector })
    }

    fn body(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        let whole = |a: Aspect| matches!(a, Aspect::Organisation | Aspect::Group | Aspect::Body | Aspect::Media | Aspect::Metonym);
        let name = longest(names, whole)?;
        // "The CSTO's peacekeepers" are not the CSTO: the name must be most of the phrase, or the phrase becomes an actor of its own.
        if 3 * name.span.len() >= 2 * found.span.len() {
            return Some(self.named(found, name));
        }
        let owner = name.identity.clone();
        Some(self.part_of(found, quote, &owner))
    }

    /// "The Kazakh government", "Russian troops": an actor of the state whose name stands in the phrase.
    fn state_beside(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        let name = longest(names, |a| stands_for_state(a) || matches!(a, Aspect::People | Aspect::City | Aspect::Region))?;
        let owner = name.identity.clone();
        let only_name = name.span.len() >= found.span.len();
        if only_name && found.kind == Kind::Group && name.aspect == Aspect::People {
            let identity =
                Identity { key: format!("{}/people", owner.country), name: quote.to_owned(), kind: Kind::Group, sector: "CVL", ..owner };
            let country = identity.country.clone();
            let actor = self.actor(identity);
            return Some(Resolved { actor, resolution: Resolution::StateBeside, kind: Kind::Group, country, sector: found.sector });
        }
        if found.sector.code() == "GOV" && stands_for_state(name.aspect) && is_government(quote) {
            return Some(Resolved { resolution: Resolution::StateBeside, ..self.named(found, name) });
        }
        Some(self.part_of(found, quote, &owner))
    }

    fn part_of(&mut self, found: &ActorFound, quote: &str, owner: &Identity) -> Resolved {
        let country = owner.country.clone();
        let key = format!("{}/{}", country, name_words(quote).join(" "));
        let identity =
            Identity { key, name: tidy(quote), country: country.clone(), sector: found.sector.code(), kind: found.kind, office: None };
        let actor = self.actor(identity);
        if found.kind == Kind::Person {
            self.remember(quote, actor);
        }
        Resolved { actor, resolution: Resolution::StateBeside, kind: found.kind, country, sector: found.sector }
    }

    fn unknown(&mut self, found: &ActorFound, quote: &str) -> Resolved {
        let key = format!("text/{}", name_words(quote).join(" "));
        let is_named = self.countries.as_ref().is_none_or(|countries| countries.contains(&found.country));
        let least = if is_named { LEAST_COUNTRY } else { UNNAMED_COUNTRY };
        let country = if found.country_confidence < least { String::new() } else { found.country.clone() };
        let identity =
            Identity { key, name: tidy(quote), country: country.clone(), sector: found.sector.code(), kind: found.kind, office: None };
        let actor = self.actor(identity);
        if found.kind == Kind::Person {
            self.remember(quote, actor);
        }
        Resolved { actor, resolution: Resolution::Encoder, kind: found.kind, country, sector: found.sector }
    }

    /// "The analyst in Central Asian affairs, Aleksei Naumov": a role and a person with nothing but a comma between them are one actor.
    fn join_appositions(&mut self, document: &Document, annotation: &Annotation, out: &mut [Resolved]) {
        for at in 1..annotation.actors.len() {
            let (before, after) = (&annotation.actors[at - 1], &annotation.actors[at]);
            let between = document.text.as_str().get(before.span.end..after.span.start).unwrap_or("x").trim();
            let (role, person) = match (before.kind, after.kind) {
                (Kind::Role, Kind::Person) => (at - 1, at),
                (Kind::Person, Kind::Role) => (at, at - 1),
                _ => continue,
            };
            if matches!(between, "," | "،" | "–" | "—" | "-") {
                let role_words = name_words(document.text.quote(annotation.actors[role].span));
                out[role].actor = out[person].actor;
                out[role].resolution = Resolution::Apposition;
                let identity = &mut self.actors[out[person].actor].identity;
                if identity.sector.is_empty() {
                    identity.sector = out[role].sector.code();
                }
                if identity.country.is_empty() {
                    identity.country.clone_from(&out[role].country);
                }
                self.people.push(Person { words: role_words, actor: out[person].actor });
            }
        }
    }

    /// The actors that have mentions, each with the numbers of its own. Actors are numbered anew, and the mentions with them.
    pub(crate) fn into_actors(self, mentions: &mut [Mention]) -> Vec<Actor> {
        let mut actors = self.actors;
        for (number, mention) in mentions.iter().enumerate() {
            actors[mention.actor].mentions.push(number);
        }
        actors.retain(|actor| !actor.mentions.is_empty());
        for (id, actor) in actors.iter().enumerate() {
            actor.mentions.iter().for_each(|&m| mentions[m].actor = id);
        }
        actors
    }
}

fn stands_for_state(aspect: Aspect) -> bool {
    matches!(aspect, Aspect::Name | Aspect::Adjective | Aspect::Capital | Aspect::Metonym)
}

/// Whether the official's name goes on into another one, and the phrase names states, none of them the official's: "President Juan Carlos
/// Varela of Panama" is not the King of Spain.
fn is_another(official: &NameFound, found: &ActorFound, names: &[&NameFound]) -> bool {
    let mut states = names.iter().filter(|n| matches!(n.aspect, Aspect::Name | Aspect::Adjective)).map(|n| &n.identity.country).peekable();
    official.span.end < found.span.end && states.peek().is_some() && states.all(|country| *country != official.identity.country)
}

/// The longest of the names under a wanted aspect, the first of equals.
fn longest<'n>(names: &[&'n NameFound], wanted: impl Fn(Aspect) -> bool) -> Option<&'n NameFound> {
    names.iter().copied().filter(|n| wanted(n.aspect)).reduce(|a, b| if b.span.len() > a.span.len() { b } else { a })
}

/// The folded words of a name, without possessive endings.
fn name_words(quote: &str) -> Vec<String> {
    let folded = fold(quote);
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-');
    words.map(|w| w.trim_end_matches("'s").trim_matches(['\'', '-']).to_owned()).filter(|w| !w.is_empty()).collect()
}

/// Whether every word of `short` is a word of `full`, endings aside, and `short` is not the longer one.
fn within(short: &[String], full: &[String]) -> bool {
    !short.is_empty() && short.len() <= full.len() && short.iter().all(|s| full.iter().any(|f| same_stem(s, f)))
}

/// The same word, or the same stem of at least four letters with endings of at most three.
fn same_stem(a: &str, b: &str) -> bool {
    if a == b {
        return a.chars().count() > 2;
    }
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let (left, right) = (a.chars().count() - common, b.chars().count() - common);
    let inflects = a.chars().all(|c| ('\u{400}'..'\u{530}').contains(&c));
    inflects && common >= 4 && left <= 3 && right <= 3
}

/// A quote on one line; of a person with a title before a comma, the name behind it.
fn tidy(quote: &str) -> String {
    let name = quote.rsplit(['،', ',']).next().map(str::trim).filter(|n| !n.is_empty()).unwrap_or(quote);
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_is_found_in_the_fuller_name_through_its_ending() {
        let full = name_words("Алексей Наумов");
        assert!(within(&name_words("Наумова"), &full));
        assert!(within(&name_words("Наумовым"), &full));
        assert!(!within(&name_words("Петров"), &full));
        assert!(within(&name_words("نوموف"), &name_words("ألكسي نوموف")));
        assert!(within(&name_words("Naumov's"), &name_words("Aleksei Naumov")));
        assert!(!within(&name_words("Ли"), &name_words("Ли Кэцян")));
    }
}
