//! Who a mention is: by name, by what stands beside it, by what stood before it, or by the encoder alone.

mod bare;
mod country;
mod holder;
mod known;
mod person;
mod title;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use mizan_record::{Actor, ActorFound, ActorId, Annotation, Aspect, Document, Identity, Kind, Mention, NameFound, Resolution, Sector};
use mizan_text::fold::fold;

use bare::Body;
use country::Countries;
use person::Person;
use words::{key_words, name_words, same_arabic, same_phrase, shape, tidy};

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
    /// The keys of the officials whom the report names by more than one word somewhere, and of those in office whom it names by their title.
    in_full: BTreeSet<String>,
    actors: Vec<Actor>,
    by_key: BTreeMap<String, ActorId>,
    /// The actors whose keys are words in some space (`text/…`, `KAZ/…`), with these words, by their shape and in the order met.
    by_shape: BTreeMap<Shape, Vec<Told>>,
    people: Vec<Person>,
    bodies: Vec<Body>,
    /// The countries that the sentence names.
    here: BTreeSet<String>,
    /// The country of the last person of the sentences before; empty when not known.
    last_person: String,
    /// How many sentences were resolved.
    sentences: usize,
}

impl Resolver {
    /// A resolver for the report that these are the annotations of.
    pub(crate) fn new(document: &Document, annotations: &[Annotation]) -> Self {
        let mut holders: BTreeMap<String, Holder> = BTreeMap::new();
        for (at, annotation) in annotations.iter().enumerate() {
            for name in annotation.names.iter().filter(|n| n.identity.office.is_some() && !n.ambiguous) {
                let new = || Holder { identity: name.identity.clone(), sentences: BTreeSet::new() };
                holders.entry(name.identity.key.clone()).or_insert_with(new).sentences.insert(at);
            }
        }
        let countries = Countries::new(annotations);
        let officials = annotations.iter().flat_map(|a| &a.names).filter(|n| n.aspect == Aspect::Official);
        let is_full = |n: &&NameFound| {
            let words = document.text.as_str().get(..n.span.start).unwrap_or("").rsplit(char::is_whitespace).filter(|w| !w.is_empty());
            let has_title = || words.take(2).any(|w| title::is_title(&fold(w)) && !title::is_honorific(&fold(w)));
            name_words(document.text.quote(n.span)).len() >= 2 || (n.identity.office.is_some() && has_title())
        };
        let in_full = officials.filter(is_full).map(|n| n.identity.key.clone()).collect();
        let (actors, people, bodies) = (Vec::new(), Vec::new(), Vec::new());
        Resolver {
            countries,
            holders,
            in_full,
            actors,
            by_key: BTreeMap::new(),
            by_shape: BTreeMap::new(),
            people,
            bodies,
            here: BTreeSet::new(),
            last_person: String::new(),
            sentences: 0,
        }
    }

    /// Resolve all mentions of the next sentence, in order.
    pub(crate) fn sentence(&mut self, document: &Document, actors: &[ActorFound], all: &[NameFound]) -> Vec<Resolved> {
        let mut out: Vec<Resolved> = Vec::new();
        self.here = all.iter().map(|n| n.identity.country.clone()).filter(|c| !c.is_empty()).collect();
        for found in actors {
            let quote = document.text.quote(found.span);
            let names: Vec<&NameFound> = all.iter().filter(|n| n.span.overlaps(found.span)).collect();
            let by_name = self.holder(document, found, &names).or_else(|| self.mention(document, found, quote, &names));
            let by_others = by_name.or_else(|| self.bare(document, found, all)).or_else(|| self.compatriot(found, quote, &names, &out));
            let resolved = by_others.unwrap_or_else(|| {
                let behind = self.countries.behind((found, self.sentences), document.text.as_str(), all, document.language);
                self.unknown(found, quote, &names, behind)
            });
            self.remember_body(&resolved, quote);
            out.push(resolved);
        }
        self.join_appositions(document, actors, &mut out);
        if let Some(person) = out.iter().rfind(|r| r.kind == Kind::Person) {
            self.last_person.clone_from(&person.country);
        }
        self.sentences += 1;
        out
    }

    fn mention(&mut self, document: &Document, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        if found.kind == Kind::Place && known::is_water(quote, names) {
            return None;
        }
        let by_name = match found.kind {
            Kind::Person | Kind::Role => {
                let namesake = self.namesake(found, quote, names);
                let person = namesake.or_else(|| self.official(found, quote, names)).or_else(|| self.person(found, quote, names));
                person.or_else(|| self.vacant(document, found, quote, names)).or_else(|| self.place_anyway(found, quote, names))
            }
            Kind::Polity => {
                self.whole(found, quote, names).or_else(|| self.state(found, names)).or_else(|| self.place_anyway(found, quote, names))
            }
            Kind::Place => self.place(found, quote, names),
            Kind::Organisation | Kind::Group => self.whole(found, quote, names).or_else(|| self.body(found, quote, names)),
        };
        by_name
            .or_else(|| self.official_anyway(found, quote, names))
            .or_else(|| self.state_beside(found, quote, names))
            .or_else(|| self.surname_anyway(found, quote))
    }

    /// One of the people of the report: by an office named without its state, or by words that stood beside the name.
    fn person(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
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
            _ => {
                let earlier = self.earlier_person(found, quote).or_else(|| self.person_by_title(found, quote, names))?;
                self.show_without_title(&earlier, quote);
                Some(earlier)
            }
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
        let country =
            if is_water && known::is_water(quote, names) { String::new() } else { self.countries.guess(found, quote, self.sentences) };
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
        let key = if is_definite_role(quote, found.kind) { self.indefinite(&key).unwrap_or(key) } else { key };
        let key = if self.is_of_another_state(&key, found.kind, &country) { format!("{key} ({country})") } else { key };
        let (name, sector) = (tidy(quote, found.kind), found.sector.code());
        let actor = self.actor(Identity { key, name, country: country.clone(), sector, kind: found.kind, office: None });
        let own = &mut self.actors[actor].identity.country;
        if own.is_empty() {
            own.clone_from(&country);
        }
        if found.kind == Kind::Person {
            self.remember_unknown(found, quote, names, actor);
        }
        Resolved { actor, resolution, kind: found.kind, country, sector: found.sector, rule: None }
    }

    /// The key of a role told before with "a" that is told now with "the".
    fn indefinite(&self, key: &str) -> Option<String> {
        let (space, words) = key.split_once('/').filter(|_| !self.by_key.contains_key(key))?;
        let keys = ["a", "an"].map(|article| format!("{space}/{article} {words}"));
        keys.into_iter().find(|key| self.by_key.get(key).is_some_and(|&actor| self.actors[actor].identity.kind == Kind::Role))
    }

    /// Whether an actor of these words is of one state, and a mention that is no person of another, which its sentence names: "the
    /// government" of Sudan and that of Syria.
    fn is_of_another_state(&self, key: &str, kind: Kind, country: &str) -> bool {
        let known = self.by_key.get(key).filter(|_| key.starts_with("text/") && kind != Kind::Person);
        let own = known.map_or("", |&actor| self.actors[actor].identity.country.as_str());
        !own.is_empty() && !country.is_empty() && own != country && self.here.contains(country)
    }

    /// The key of a body, group or role of the same words in another case, of the same kind and country or of none.
    fn told_before(&self, space: &str, words: &[String], kind: Kind, country: &str) -> Option<String> {
        if kind == Kind::Person {
            return None;
        }
        let is_in_space = |i: &Identity| i.key.split_once('/').is_some_and(|(own, _)| own == space);
        let is_of = |own: &str| own == country || (space == "text" && (own.is_empty() || country.is_empty()));
        let is_alike = |i: &Identity| i.kind == kind && is_of(&i.country) && i.office.is_none() && is_in_space(i);
        let met = self.by_shape.get(&shape(words))?.iter().map(|(actor, told)| (&self.actors[*actor].identity, told));
        let is_same = |told: &[String]| match kind {
            Kind::Role => same_arabic(told, words),
            Kind::Group => same_phrase(told, words) || same_arabic(told, words),
            _ => same_phrase(told, words),
        };
        met.filter(|(i, _)| is_alike(i)).find(|(_, told)| is_same(told)).map(|(i, _)| i.key.clone())
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
                let is_official = actors[mention.actor].identity.kind == Kind::Person && !person::is_unknown(&actors[mention.actor]);
                fold_in(mention, full, &actors[full].identity, is_official);
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

/// Give a mention by surname alone the actor of the full name; a strange official's own country goes with him.
fn fold_in(mention: &mut Mention, actor: ActorId, full: &Identity, is_official: bool) {
    mention.actor = actor;
    mention.resolution = Resolution::EarlierMention;
    if is_official || !full.country.is_empty() {
        mention.country.clone_from(&full.country);
    }
}

/// Whether a mention is a role with "the".
fn is_definite_role(quote: &str, kind: Kind) -> bool {
    kind == Kind::Role && name_words(quote).first().is_some_and(|w| w == "the")
}

/// Whether a name under this aspect stands for its state.
fn is_of_state(aspect: Aspect) -> bool {
    matches!(aspect, Aspect::Name | Aspect::Adjective | Aspect::Capital | Aspect::Metonym)
}

#[cfg(test)]
mod tests;
