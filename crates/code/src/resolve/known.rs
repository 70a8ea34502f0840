//! Mentions that a name of the knowledge base explains: who is it, or whose is it.

use mizan_record::{ActorFound, Aspect, Identity, Kind, NameFound, Resolution, Sector};
use mizan_text::fold::fold;

use super::title::{self, Relation, is_circle, is_title};
use super::words::{name_words, tidy};
use super::{Resolved, Resolver, is_of_state};
use crate::generic::is_government;

/// Folded words that take some out of many: "some Republicans" are not the party.
const SOME: [&str; 24] = [
    "some",
    "several",
    "many",
    "most",
    "few",
    "بعض",
    "عدد",
    "معظم",
    "اغلب",
    "غالبيه",
    "كثير",
    "احد",
    "часть",
    "части",
    "некоторые",
    "ряд",
    "многие",
    "большинство",
    "несколько",
    "кейбір",
    "бірқатар",
    "біраз",
    "бірнеше",
    "көптеген",
];
/// Folded words for waters that bear a state's name and are not its own, by how a word begins; the short ones as whole words.
const WATERS: [&str; 6] = ["залив", "пролив", "теңіз", "бұғаз", "шығана", "gulf"];
const WATER: [&str; 11] = ["sea", "strait", "straits", "ocean", "بحر", "خليج", "مضيق", "море", "моря", "морю", "морем"];
/// Endings of patronymics: words behind a name that still are the name.
const PATRONYMIC: [&str; 8] = ["ович", "евич", "овна", "евна", "улы", "ұлы", "кызы", "қызы"];
/// What joins the parts of an Arab name, folded.
const JOINT: [&str; 10] = ["بن", "ابن", "ال", "bin", "ibn", "al", "бин", "бен", "ибн", "аль"];

impl Resolver {
    fn named(&mut self, found: &ActorFound, name: &NameFound) -> Resolved {
        let identity = name.identity.clone();
        let sector = Sector::from_code(identity.sector);
        let country = if identity.country.is_empty() { found.country.clone() } else { identity.country.clone() };
        let resolution = if name.by_date { Resolution::NamedOnDate } else { Resolution::Named };
        let actor = self.actor(identity);
        let sector = if sector == Sector::default() { found.sector } else { sector };
        Resolved { actor, resolution, kind: found.kind, country, sector, rule: None }
    }

    /// A state, organisation or group whose name is all of the mention, whichever of these the encoder took it for.
    pub(super) fn whole(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        let wanted = |a| matches!(a, Aspect::Name | Aspect::Organisation | Aspect::Group | Aspect::Body | Aspect::Media);
        let name = longest(names, wanted)?;
        covers(name, found, quote).then(|| self.named(found, name))
    }

    /// A person named in full before, whose surname alone an official bears too: "Қарабаев" behind "Марат Қарабаев" is no minister of
    /// another country who is named nowhere. An official who is named in full, or was met before the other, stays.
    pub(super) fn namesake(&self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        let name = longest(names, |a| a == Aspect::Official)?;
        let words = name_words(printed(name, found, quote));
        let [surname] = &words[..] else { return None };
        let is_met = self.by_key.contains_key(&name.identity.key) && !self.is_stranger(&name.identity);
        if is_met || self.in_full.contains(&name.identity.key) {
            return None;
        }
        let before = self.earlier_person(found, quote)?;
        self.is_named_in_full(before.actor, surname).then_some(before)
    }

    /// Whether an official is out of office, never named in full, and of a state that the report does not name.
    pub(super) fn is_stranger(&self, official: &Identity) -> bool {
        official.office.is_none() && !self.in_full.contains(&official.key) && !self.countries.has_state(&official.country)
    }

    pub(super) fn official(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        let name = longest(names, |a| a == Aspect::Official)?;
        if is_spokesman_of(name, found, quote) && !name.identity.country.is_empty() {
            let spokesman = ActorFound { kind: Kind::Role, ..found.clone() };
            return Some(self.part_of(&spokesman, quote, names, &name.identity));
        }
        if name.ambiguous || is_another(name, found, names) || is_someone_else(name, found, quote, names) {
            return None;
        }
        if is_of_circle(name, found, quote, names) && !name.identity.country.is_empty() {
            let circle = ActorFound { kind: if found.kind == Kind::Person { Kind::Organisation } else { found.kind }, ..found.clone() };
            return Some(self.part_of(&circle, quote, names, &name.identity));
        }
        let resolved = self.named(found, name);
        self.remember(name_words(quote), name_words(printed(name, found, quote)), resolved.actor);
        Some(Resolved { kind: Kind::Person, ..resolved })
    }

    /// A phrase that the encoder took for something else but that ends in an official's name is that official.
    pub(super) fn official_anyway(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        let ends = |n: &&NameFound| n.aspect == Aspect::Official && n.span.end >= found.span.end && !n.ambiguous;
        let begins = |n: &&NameFound| n.aspect == Aspect::Official && !n.ambiguous && is_of_circle(n, found, quote, names);
        let name = names.iter().copied().find(ends).or_else(|| names.iter().copied().find(begins))?;
        let with_states: Vec<&NameFound> = names.iter().copied().filter(|n| n.aspect != Aspect::Official || n.span == name.span).collect();
        self.official(found, quote, &with_states)
    }

    pub(super) fn state(&mut self, found: &ActorFound, names: &[&NameFound]) -> Option<Resolved> {
        let name = longest(names, is_of_state)?;
        Some(self.named(found, name))
    }

    /// A place by its name. A capital as a place is not its government: it is shown by its own name, the shortest in print.
    pub(super) fn place(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        let name = longest(names, |a| matches!(a, Aspect::City | Aspect::Region | Aspect::Capital | Aspect::Name | Aspect::Metonym))?;
        let mut identity = name.identity.clone();
        let is_brussels = name.aspect == Aspect::Metonym && is_brussels(printed(name, found, quote));
        if is_brussels {
            identity.country = "BEL".to_owned();
        }
        let is_capital = is_brussels || name.aspect == Aspect::Capital;
        if is_capital {
            let city = tidy(printed(name, found, quote), Kind::Place);
            identity = Identity { key: format!("{}/capital", identity.country), name: city, kind: Kind::Place, sector: "", ..identity };
        }
        let (city, country) = (identity.name.clone(), identity.country.clone());
        let actor = self.actor(identity);
        let shown = &mut self.actors[actor].identity.name;
        if is_capital && city.chars().count() < shown.chars().count() {
            *shown = city;
        }
        Some(Resolved { actor, resolution: Resolution::Named, kind: Kind::Place, country, sector: found.sector, rule: None })
    }

    /// A mention that is all of a place's name though the encoder took it for a state or a person: a city or region is that place, a
    /// capital or seat taken for a person is the state that it stands for.
    pub(super) fn place_anyway(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        let name = longest(names, |_| true).filter(|n| covers(n, found, quote))?;
        match name.aspect {
            Aspect::City | Aspect::Region => self.place(found, quote, names),
            Aspect::Capital | Aspect::Metonym => Some(Resolved { kind: Kind::Polity, ..self.named(found, name) }),
            _ => None,
        }
    }

    pub(super) fn body(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        let whole = |a: Aspect| matches!(a, Aspect::Organisation | Aspect::Group | Aspect::Body | Aspect::Media | Aspect::Metonym);
        let name = longest(names, whole)?;
        // "The CSTO's peacekeepers" are not the CSTO: the name must be most of the phrase, or the phrase becomes an actor of its own.
        if 3 * name.span.len() >= 2 * found.span.len() && !is_some(quote) {
            return Some(self.named(found, name));
        }
        Some(self.part_of(found, quote, names, &name.identity))
    }

    /// "The Kazakh government", "Russian troops": an actor of the state whose name stands in the phrase; a person or role may be told by one
    /// of the state's bodies ("وزير الخارجية الأمريكية").
    pub(super) fn state_beside(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        let with_country: Vec<&NameFound> = names.iter().copied().filter(|n| !n.identity.country.is_empty()).collect();
        let of_state = |a| is_of_state(a) || matches!(a, Aspect::People | Aspect::City | Aspect::Region);
        let of_body = |a| matches!(a, Aspect::Body | Aspect::Organisation) && matches!(found.kind, Kind::Person | Kind::Role);
        let name = longest(&with_country, of_state).or_else(|| longest(&with_country, of_body)).or_else(|| longest(names, of_state))?;
        let owner = name.identity.clone();
        let only_name = name.span.len() >= found.span.len();
        if only_name && found.kind == Kind::Group && !owner.country.is_empty() && name.aspect == Aspect::People {
            let identity =
                Identity { key: format!("{}/people", owner.country), name: quote.to_owned(), kind: Kind::Group, sector: "CVL", ..owner };
            let country = identity.country.clone();
            let actor = self.actor(identity);
            return Some(Resolved {
                actor,
                resolution: Resolution::StateBeside,
                kind: Kind::Group,
                country,
                sector: found.sector,
                rule: None,
            });
        }
        if found.sector.code() == "GOV" && is_of_state(name.aspect) && is_government(quote) {
            return Some(Resolved { resolution: Resolution::StateBeside, ..self.named(found, name) });
        }
        Some(self.part_of(found, quote, names, &owner))
    }

    /// An actor of another one's country; where that one has none, an actor known only by the text.
    fn part_of(&mut self, found: &ActorFound, quote: &str, names: &[&NameFound], owner: &Identity) -> Resolved {
        if owner.country.is_empty() {
            return self.unknown(found, quote, names, None);
        }
        self.told(found, quote, names, (&owner.country, owner.country.clone()), Resolution::StateBeside)
    }
}

/// The longest of the names under a wanted aspect, the first of equals.
fn longest<'n>(names: &[&'n NameFound], wanted: impl Fn(Aspect) -> bool) -> Option<&'n NameFound> {
    names.iter().copied().filter(|n| wanted(n.aspect)).reduce(|a, b| if b.span.len() > a.span.len() { b } else { a })
}

/// The words of a mention before a name, the name, and the words behind it.
fn parts<'q>(name: &NameFound, found: &ActorFound, quote: &'q str) -> Option<(&'q str, &'q str, &'q str)> {
    let start = name.span.start.max(found.span.start) - found.span.start;
    let end = name.span.end.min(found.span.end).checked_sub(found.span.start)?;
    Some((quote.get(..start)?, quote.get(start..end)?, quote.get(end..)?))
}

/// A name as it stands in the mention.
fn printed<'q>(name: &NameFound, found: &ActorFound, quote: &'q str) -> &'q str {
    parts(name, found, quote).map_or(quote, |(_, name, _)| name)
}

/// Whether a mention has nothing but the name: an article, a particle, marks and a possessive ending aside.
fn covers(name: &NameFound, found: &ActorFound, quote: &str) -> bool {
    let Some((before, _, behind)) = parts(name, found, quote) else { return false };
    let (before, behind) = (fold(before), fold(behind));
    let marks = |c: char| !c.is_alphanumeric();
    let is_article = matches!(before.trim_matches(marks), "" | "the" | "و" | "ف" | "ب" | "ل" | "ك" | "ال" | "وال" | "بال");
    is_article && matches!(behind.trim_matches(marks), "" | "s")
}

/// Whether the official's name goes on into another one, and the phrase names states, none of them the official's: "President Juan Carlos
/// Varela of Panama" is not the King of Spain.
fn is_another(official: &NameFound, found: &ActorFound, names: &[&NameFound]) -> bool {
    let mut states = names.iter().filter(|n| matches!(n.aspect, Aspect::Name | Aspect::Adjective)).map(|n| &n.identity.country).peekable();
    official.span.end < found.span.end && states.peek().is_some() && states.all(|country| *country != official.identity.country)
}

/// Whether an official who is no spokesman is the one that a spokesman speaks for: "المتحدثة باسم الرئيس الفرنسي إيمانويل ماكرون".
fn is_spokesman_of(official: &NameFound, found: &ActorFound, quote: &str) -> bool {
    let Some((before, _, behind)) = parts(official, found, quote) else { return false };
    let is_one = official.identity.office.as_deref().is_some_and(title::is_spokesman);
    !is_one && !behind.chars().any(char::is_alphanumeric) && title::speaks_for(before)
}

/// Whether the official is only named on the way to someone else: "Kerry spokeswoman Jane Psaki", "мать Токаева". Titles and states
/// behind a name, a patronymic and what stands behind a comma are his own.
fn is_someone_else(official: &NameFound, found: &ActorFound, quote: &str, names: &[&NameFound]) -> bool {
    let Some((before, name, behind)) = parts(official, found, quote) else { return false };
    if is_of_circle(official, found, quote, names) {
        return false;
    }
    let in_nominative = name_words(name).last() == name_words(&official.identity.name).last();
    let is_his = |relation| relation == Relation::Sure || (behind.trim().is_empty() && !before.is_empty() && !in_nominative);
    if title::relation(quote).is_some_and(is_his) || title::is_owner(name, behind) {
        return true;
    }
    if is_inside_arab_name(official, found, (before, name, behind), names) {
        return true;
    }
    let says_more = behind.starts_with([',', '،', '(', '-', '–', '—']) || behind.trim_start().starts_with(['(', '–', '—', '-']);
    if says_more || behind.trim_start().starts_with("ال") {
        return false;
    }
    let others = other_words(behind, official.span.end.min(found.span.end), names);
    let is_cased = |w: &&str| w.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    let counts = |w: &&str| !is_cased(w) || w.starts_with(char::is_uppercase);
    // Arabic has no capitals to tell a second name from the rest of the first: there it takes more, or a word for a spokesman before.
    let least = if others.iter().any(is_cased) || before.contains("باسم") { 2 } else { 3 };
    !others.iter().any(|w| is_of_name(w)) && others.iter().copied().filter(counts).count() >= least
}

/// Whether a part of an official's name stands within a longer Arab name: "وعباس عبد الحسين عبد الله محمد" is not Abdullah Abdullah.
fn is_inside_arab_name(official: &NameFound, found: &ActorFound, (before, name, behind): (&str, &str, &str), names: &[&NameFound]) -> bool {
    let is_arabic = name.chars().any(|c| ('\u{620}'..='\u{64A}').contains(&c));
    let is_part = name_words(name).len() < name_words(&official.identity.name).len();
    let is_name = |w: &&str| !fold(w).starts_with("ال") || fold(w) == "الله";
    let count = |piece, start| other_words(piece, start, names).into_iter().filter(is_name).count();
    is_arabic && is_part && count(before, found.span.start) >= 2 && count(behind, official.span.end.min(found.span.end)) >= 1
}

/// Whether a word goes on with the name before it: a patronymic, or what joins the parts of an Arab name.
fn is_of_name(word: &str) -> bool {
    PATRONYMIC.iter().any(|p| word.ends_with(p)) || JOINT.contains(&fold(word).as_str())
}

/// The printed words of a piece of text that begins at `start` and are neither titles nor within the name of a state.
fn other_words<'q>(piece: &'q str, start: usize, names: &[&NameFound]) -> Vec<&'q str> {
    let place = |w: &str| start + (w.as_ptr() as usize - piece.as_ptr() as usize);
    let in_state = |w: &str| {
        let at = place(w);
        names.iter().any(|n| (is_of_state(n.aspect) || n.aspect == Aspect::People) && n.span.start < at + w.len() && at < n.span.end)
    };
    let words = piece.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty());
    words.filter(|w| !is_title(&fold(w)) && !in_state(w)).collect()
}

/// Whether a mention is an official's government or circle: "إدارة أوباما", "Trump campaign", "администрация президента Обамы".
fn is_of_circle(official: &NameFound, found: &ActorFound, quote: &str, names: &[&NameFound]) -> bool {
    let Some((before, _, behind)) = parts(official, found, quote) else { return false };
    let end = official.span.end.min(found.span.end);
    let others = [other_words(before, found.span.start, names), other_words(behind, end, names)].concat();
    let others: Vec<String> = others.into_iter().map(fold).filter(|w| w != "s").collect();
    let words = name_words(quote);
    let at_edge = [words.first(), words.last()].into_iter().flatten().any(|w| is_circle(w));
    at_edge && !others.is_empty() && others.iter().all(|w| is_circle(w))
}

/// Whether a name that stands for the Union is the city's.
fn is_brussels(name: &str) -> bool {
    let name = fold(name);
    ["brussels", "بروكسل", "брюссел"].iter().any(|stem| name.contains(stem))
}

/// Whether a phrase takes some out of many.
fn is_some(quote: &str) -> bool {
    name_words(quote).first().is_some_and(|w| SOME.contains(&w.as_str()))
}

/// Whether a place is a sea, gulf or strait that bears a state's name.
pub(super) fn is_water(quote: &str, names: &[&NameFound]) -> bool {
    let by_state = longest(names, |_| true).is_some_and(|n| is_of_state(n.aspect) || n.aspect == Aspect::People);
    by_state && has_water(quote)
}

/// Whether a phrase has a word for a sea, gulf or strait.
pub(super) fn has_water(quote: &str) -> bool {
    let is_one = |w: &String| WATER.contains(&w.strip_prefix("ال").unwrap_or(w)) || WATERS.iter().any(|s| w.starts_with(s));
    name_words(quote).iter().any(is_one)
}
