//! Who a mention is: by name, by what stands beside it, by what stood before it, or by the encoder alone.

mod bare;
mod country;
mod known;
mod person;
mod title;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use mizan_record::{Actor, ActorFound, ActorId, Annotation, Aspect, Document, Identity, Kind, Mention, NameFound, Resolution, Sector};

use bare::Body;
use country::Countries;
use person::Person;
use words::{key_words, name_words, same_phrase, shape, tidy};

/// What is known of a mention once it is resolved.
pub(crate) struct Resolved {
    pub(crate) actor: ActorId,
    pub(crate) resolution: Resolution,
    pub(crate) kind: Kind,
    pub(crate) country: String,
    pub(crate) sector: Sector,
    /// The rule that told who it is, where one is named in the record's origin.
    pub(crate) rule: Option<&'static str>,
}

/// Someone in office whom the report names, and the sentences that do.
struct Holder {
    identity: Identity,
    sentences: BTreeSet<usize>,
}

/// What phrases that are one have in common: how many words they are, and how the first begins.
type Shape = (usize, String);
/// An actor whose key is words, with these words.
type Told = (ActorId, Vec<String>);

/// What stands between a person and his role.
const APPOSITION: [&str; 10] = [",", "،", "–", "—", "-", "(", "(وهو", "(وهي", "، وهو", "، وهي"];

/// Remembers the actors of the report so far.
pub(crate) struct Resolver {
    countries: Countries,
    /// All of the report, by key.
    holders: BTreeMap<String, Holder>,
    actors: Vec<Actor>,
    by_key: BTreeMap<String, ActorId>,
    /// The actors whose keys are words in some space (`text/…`, `KAZ/…`), with these words, by their shape and in the order met.
    by_shape: BTreeMap<Shape, Vec<Told>>,
    people: Vec<Person>,
    bodies: Vec<Body>,
    /// How many sentences were resolved.
    sentences: usize,
}

impl Resolver {
    /// A resolver for the report that these are the annotations of.
    pub(crate) fn new(annotations: &[Annotation]) -> Self {
        let mut holders: BTreeMap<String, Holder> = BTreeMap::new();
        for (at, annotation) in annotations.iter().enumerate() {
            for name in annotation.names.iter().filter(|n| n.identity.office.is_some() && !n.ambiguous) {
                let new = || Holder { identity: name.identity.clone(), sentences: BTreeSet::new() };
                holders.entry(name.identity.key.clone()).or_insert_with(new).sentences.insert(at);
            }
        }
        let countries = Countries::new(annotations);
        let (actors, people, bodies) = (Vec::new(), Vec::new(), Vec::new());
        Resolver { countries, holders, actors, by_key: BTreeMap::new(), by_shape: BTreeMap::new(), people, bodies, sentences: 0 }
    }

    /// Resolve all mentions of the next sentence, in order.
    pub(crate) fn sentence(&mut self, document: &Document, actors: &[ActorFound], all: &[NameFound]) -> Vec<Resolved> {
        let mut out: Vec<Resolved> = Vec::new();
        for found in actors {
            let quote = document.text.quote(found.span);
            let names: Vec<&NameFound> = all.iter().filter(|n| n.span.overlaps(found.span)).collect();
            let resolved = self.mention(found, quote, &names).or_else(|| self.bare(document, found, all)).unwrap_or_else(|| {
                let behind = self.countries.behind(found, document.text.as_str(), all, document.language);
                self.unknown(found, quote, &names, behind)
            });
            self.remember_body(&resolved, quote);
            out.push(resolved);
        }
        self.join_appositions(document, actors, &mut out);
        self.sentences += 1;
        out
    }

    fn mention(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        if found.kind == Kind::Place && known::is_water(quote, names) {
            return None;
        }
        let by_name = match found.kind {
            Kind::Person | Kind::Role => self.official(found, quote, names).or_else(|| self.person(found, quote)),
            Kind::Polity => self.whole(found, quote, names).or_else(|| self.state(found, names)),
            Kind::Place => self.place(found, quote, names),
            Kind::Organisation | Kind::Group => self.whole(found, quote, names).or_else(|| self.body(found, quote, names)),
        };
        by_name
            .or_else(|| self.official_anyway(found, quote, names))
            .or_else(|| self.state_beside(found, quote, names))
            .or_else(|| self.surname_anyway(found, quote))
    }

    /// One of the people of the report: by an office named without its state, or by words that stood beside the name.
    fn person(&mut self, found: &ActorFound, quote: &str) -> Option<Resolved> {
        let class = title::office(quote);
        let held = |h: &&Holder| class.is_some_and(|class| h.identity.office.as_deref().is_some_and(|o| title::is_of_class(o, class)));
        let holders: Vec<&Holder> = self.holders.values().filter(held).collect();
        match holders[..] {
            [holder] if self.is_at_hand(holder) => {
                let identity = holder.identity.clone();
                let actor = self.actor(identity);
                Some(self.known(actor, found.kind, Resolution::EarlierRole))
            }
            [_, _, ..] => None,
            _ => self.earlier_person(found, quote),
        }
    }

    /// Whether a report's only holder of an office may be meant by the bare office: named before, not in the same sentence ("the president
    /// met Putin"), and of the country that the report is most about.
    fn is_at_hand(&self, holder: &Holder) -> bool {
        let at = self.sentences;
        let is_before = holder.sentences.first().is_some_and(|&first| first < at) && !holder.sentences.contains(&at);
        is_before && self.countries.is_report() && self.countries.is_foremost(&holder.identity.country)
    }

    /// The number of the actor of an identity, new if it was not met before.
    fn actor(&mut self, identity: Identity) -> ActorId {
        if let Some(&known) = self.by_key.get(&identity.key) {
            return known;
        }
        let number = self.actors.len();
        if let Some((_, words)) = identity.key.split_once('/') {
            let words = name_words(words);
            self.by_shape.entry(shape(&words)).or_default().push((number, words));
        }
        self.by_key.insert(identity.key.clone(), number);
        self.actors.push(Actor { identity, mentions: Vec::new() });
        number
    }

    fn unknown(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound], behind: Option<String>) -> Resolved {
        let is_water = found.kind == Kind::Place && known::has_water(quote);
        if let Some(country) = behind.filter(|_| !is_water) {
            return self.told(found, quote, names, (&country, country.clone()), Resolution::StateBeside);
        }
        let country = if is_water && known::is_water(quote, names) { String::new() } else { self.countries.guess(found) };
        self.told(found, quote, names, ("text", country), Resolution::Encoder)
    }

    /// An actor known only by the words of the text, under a key of `space` and of a country.
    fn told(
        &mut self,
        found: &ActorFound,
        quote: &str,
        names: &[&NameFound],
        (space, country): (&str, String),
        resolution: Resolution,
    ) -> Resolved {
        let words = key_words(quote, found.kind);
        let key = self.told_before(space, &words, found.kind, &country).unwrap_or_else(|| format!("{space}/{}", words.join(" ")));
        let (name, sector) = (tidy(quote, found.kind), found.sector.code());
        let actor = self.actor(Identity { key, name, country: country.clone(), sector, kind: found.kind, office: None });
        if found.kind == Kind::Person {
            self.remember_unknown(found, quote, names, actor);
        }
        Resolved { actor, resolution, kind: found.kind, country, sector: found.sector, rule: None }
    }

    /// The key of a body of the same words in another case, of the same kind and country.
    fn told_before(&self, space: &str, words: &[String], kind: Kind, country: &str) -> Option<String> {
        if matches!(kind, Kind::Person | Kind::Role) {
            return None;
        }
        let is_in_space = |i: &Identity| i.key.split_once('/').is_some_and(|(own, _)| own == space);
        let is_alike = |i: &Identity| i.kind == kind && i.country == country && i.office.is_none() && is_in_space(i);
        let met = self.by_shape.get(&shape(words))?.iter().map(|(actor, told)| (&self.actors[*actor].identity, told));
        met.filter(|(i, _)| is_alike(i)).find(|(_, told)| same_phrase(told, words)).map(|(i, _)| i.key.clone())
    }

    /// "The analyst in Central Asian affairs, Aleksei Naumov": a role and a person with nothing but a comma, a bracket or "who is" between
    /// them are one actor.
    fn join_appositions(&mut self, document: &Document, actors: &[ActorFound], out: &mut [Resolved]) {
        for at in 1..actors.len() {
            let (before, after) = (&actors[at - 1], &actors[at]);
            let between = document.text.as_str().get(before.span.end..after.span.start).unwrap_or("x").trim();
            let (role, person) = match (before.kind, after.kind) {
                (Kind::Role, Kind::Person) => (at - 1, at),
                (Kind::Person, Kind::Role) => (at, at - 1),
                _ => continue,
            };
            if APPOSITION.contains(&between) {
                out[role].actor = out[person].actor;
                out[role].resolution = Resolution::Apposition;
                let identity = &mut self.actors[out[person].actor].identity;
                if identity.sector.is_empty() {
                    identity.sector = out[role].sector.code();
                }
                if identity.country.is_empty() {
                    identity.country.clone_from(&out[role].country);
                }
                self.remember_role(document.text.quote(actors[role].span), out[person].actor);
            }
        }
    }

    /// The actors that have mentions, each with the numbers of its own. A surname alone goes to the one full name that has it. Actors are
    /// numbered anew, and the mentions with them.
    pub(crate) fn into_actors(self, mentions: &mut [Mention]) -> Vec<Actor> {
        let fuller = self.fuller_names();
        let mut actors = self.actors;
        for (number, mention) in mentions.iter_mut().enumerate() {
            if let Some(&full) = fuller.get(&mention.actor) {
                fold_in(mention, full, &actors[full].identity);
            }
            actors[mention.actor].mentions.push(number);
        }
        actors.retain(|actor| !actor.mentions.is_empty());
        for (id, actor) in actors.iter().enumerate() {
            actor.mentions.iter().for_each(|&m| mentions[m].actor = id);
        }
        actors
    }
}

/// Give a mention by surname alone the actor of the full name.
fn fold_in(mention: &mut Mention, actor: ActorId, full: &Identity) {
    mention.actor = actor;
    mention.resolution = Resolution::EarlierMention;
    if !full.country.is_empty() {
        mention.country.clone_from(&full.country);
    }
}

/// Whether a name under this aspect stands for its state.
fn is_of_state(aspect: Aspect) -> bool {
    matches!(aspect, Aspect::Name | Aspect::Adjective | Aspect::Capital | Aspect::Metonym)
}

#[cfg(test)]
mod tests;
