//! An office with its state in one phrase ("the US Secretary of State", "глава МИД России") is the one who holds it and whom the report
//! names; where it names nobody, one actor whatever the words are.

use mizan_record::{ActorFound, Aspect, Document, Identity, Kind, NameFound, Resolution};
use mizan_text::fold::fold;

use super::words::{is_plural_of, name_words, same_stem, tidy};
use super::{Holder, Resolved, Resolver, title};

/// The rule, in a record's origin.
const NAME: &str = "holder-of-office";

/// An office of the knowledge base and its folded words in a phrase without those of the state; where only one state calls it so, that one.
/// A word with a star takes the endings of a singular noun.
type Office = (&'static str, &'static str, &'static str);

/// The offices that a state has one of.
const OFFICES: [Office; 34] = [
    ("foreign-minister", "foreign minister", ""),
    ("foreign-minister", "minister of foreign affairs", ""),
    ("foreign-minister", "secretary of state", "USA"),
    ("foreign-minister", "foreign secretary", "GBR"),
    ("foreign-minister", "وزير خارجيه", ""),
    ("foreign-minister", "وزير الخارجيه", ""),
    ("foreign-minister", "وزيره خارجيه", ""),
    ("foreign-minister", "وزيره الخارجيه", ""),
    ("foreign-minister", "министр* иностранных дел", ""),
    ("foreign-minister", "глава* мид", ""),
    ("foreign-minister", "госсекретарь*", "USA"),
    ("foreign-minister", "сыртқы істер министрі*", ""),
    ("foreign-minister", "сім басшысы*", ""),
    ("defence-minister", "defence minister", ""),
    ("defence-minister", "defense minister", ""),
    ("defence-minister", "secretary of defense", "USA"),
    ("defence-minister", "defense secretary", "USA"),
    ("defence-minister", "وزير دفاع", ""),
    ("defence-minister", "وزير الدفاع", ""),
    ("defence-minister", "министр* обороны", ""),
    ("defence-minister", "глава* минобороны", ""),
    ("defence-minister", "қорғаныс министрі*", ""),
    ("head-of-state", "president", ""),
    ("head-of-state", "رييس", ""),
    ("head-of-state", "الرييس", ""),
    ("head-of-state", "президент*", ""),
    ("head-of-state", "президенті*", ""),
    ("head-of-government", "prime minister", ""),
    ("head-of-government", "رييس وزراء", ""),
    ("head-of-government", "رييس الوزراء", ""),
    ("head-of-government", "رييس الحكومه", ""),
    ("head-of-government", "премьер-министр*", ""),
    ("head-of-government", "премьер-министрі*", ""),
    ("head-of-government", "премьер*", ""),
];

/// Folded words beside a phrase that make it another's office, by how a word begins: of another time, or a deputy's.
const NOT_HIS: [&str; 37] = [
    "former",
    "next",
    "future",
    "deputy",
    "vice",
    "acting",
    "assistant",
    "incoming",
    "outgoing",
    "previous",
    "another",
    "elect",
    "سابق",
    "السابق",
    "اسبق",
    "الاسبق",
    "الراحل",
    "المقبل",
    "القادم",
    "المنتخب",
    "انذاك",
    "نايب",
    "مساعد",
    "وكيل",
    "бывш",
    "экс-",
    "тогдашн",
    "будущ",
    "покойн",
    "следующ",
    "избранн",
    "заместител",
    "вице",
    "бұрынғы",
    "болашақ",
    "орынбасар",
    "марқұм",
];
/// The same as whole words, and words that take any one or one out of many.
const NO_ONE: [&str; 28] = [
    "ex",
    "then",
    "late",
    "a",
    "an",
    "any",
    "every",
    "each",
    "no",
    "first",
    "last",
    "second",
    "past",
    "اول",
    "اي",
    "كل",
    "احد",
    "ثاني",
    "اخر",
    "зам",
    "экс",
    "первый",
    "первого",
    "любой",
    "каждый",
    "кез",
    "алғашқы",
    "бірінші",
];

impl Resolver {
    /// Who is meant by an office and its state in one phrase: the one in it whom the report names.
    pub(super) fn holder(&mut self, document: &Document, found: &ActorFound, names: &[&NameFound]) -> Option<Resolved> {
        let (class, country) = office(document, found, names)?;
        let mut holders = self.holders_of(class, &country);
        let holder = holders.next()?.identity.clone();
        if holders.next().is_some() {
            return None;
        }
        drop(holders);
        let actor = self.actor(holder);
        Some(Resolved { rule: Some(NAME), ..self.known(actor, found.kind, Resolution::EarlierRole) })
    }

    /// An office and its state in one phrase, where the report names nobody in it: one actor, whatever the words are.
    pub(super) fn vacant(&mut self, document: &Document, found: &ActorFound, quote: &str, names: &[&NameFound]) -> Option<Resolved> {
        let (class, country) = office(document, found, names)?;
        if self.holders_of(class, &country).next().is_some() {
            return None;
        }
        let (key, name, sector) = (format!("{country}/{class}"), tidy(quote, found.kind), found.sector.code());
        let actor = self.actor(Identity { key, name, country: country.clone(), sector, kind: found.kind, office: None });
        if found.kind == Kind::Person {
            self.remember_unknown(found, quote, names, actor);
        }
        let resolution = Resolution::StateBeside;
        Some(Resolved { actor, resolution, kind: found.kind, country, sector: found.sector, rule: Some(NAME) })
    }

    /// Those in an office of a state whom the report names.
    fn holders_of<'r>(&'r self, class: &'r str, country: &'r str) -> impl Iterator<Item = &'r Holder> {
        let holds = move |i: &Identity| i.country == country && i.office.as_deref().is_some_and(|o| is_called(o, class));
        self.holders.values().filter(move |h| holds(&h.identity))
    }
}

/// Whether an office is one of a class. The head of a government may be called a president too: Iran's.
fn is_called(held: &str, class: &str) -> bool {
    title::is_of_class(held, class) || (class == "head-of-state" && held == "President")
}

/// The office that a phrase names, and the one state that it names with it.
fn office(document: &Document, found: &ActorFound, names: &[&NameFound]) -> Option<(&'static str, String)> {
    if !matches!(found.kind, Kind::Person | Kind::Role) || is_not_his(document.text.as_str(), found) {
        return None;
    }
    let country = &names.first()?.identity.country;
    let is_its = |n: &&NameFound| matches!(n.aspect, Aspect::Name | Aspect::Adjective | Aspect::Body) && n.identity.country == *country;
    if country.is_empty() || !names.iter().all(is_its) || names.iter().any(|n| is_indefinite(document, n)) {
        return None;
    }
    let words = words_without_state(document, found, names);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let is_named = |o: &&Office| (o.2.is_empty() || o.2 == country) && is_in(&words, o.1);
    OFFICES.iter().find(is_named).map(|o| (o.0, country.clone()))
}

/// Whether a name is an Arabic adjective without its article, so that any holder is meant: "رئيس أميركي".
fn is_indefinite(document: &Document, name: &NameFound) -> bool {
    let word = fold(document.text.quote(name.span));
    let is_arabic = word.chars().any(|c| ('\u{620}'..='\u{64A}').contains(&c));
    name.aspect == Aspect::Adjective && is_arabic && !word.contains("ال")
}

/// The folded words of a phrase without an article and those of the state's name; of a body's name only those that stand in an office's.
fn words_without_state(document: &Document, found: &ActorFound, names: &[&NameFound]) -> Vec<String> {
    let text = document.text.as_str();
    let mut out = Vec::new();
    let mut at = found.span.start;
    let own = |from: usize, to: usize| name_words(text.get(from..to.max(from)).unwrap_or(""));
    for name in names {
        out.extend(own(at, name.span.start));
        if name.aspect == Aspect::Body {
            let is_of_office = |w: &String| OFFICES.iter().any(|o| o.1.split(' ').any(|part| part == w));
            out.extend(own(name.span.start, name.span.end.min(found.span.end)).into_iter().filter(is_of_office));
        }
        at = at.max(name.span.end);
    }
    out.extend(own(at, found.span.end));
    out.retain(|w| w != "the");
    if out.last().is_some_and(|w| w == "of" || w == "s") {
        out.pop();
    }
    out
}

/// Whether words are those of an office.
fn is_in(words: &[&str], office: &str) -> bool {
    words.len() == office.split(' ').count() && words.iter().zip(office.split(' ')).all(|(word, part)| is_part(word, part))
}

/// Whether a word is one of an office; where the office's takes endings, in the singular ("главы" is one head's or several heads).
fn is_part(word: &str, part: &str) -> bool {
    let Some(single) = part.strip_suffix('*') else { return word == part };
    let (word, single) = (word.replace('-', ""), single.replace('-', ""));
    let stem = single.trim_end_matches(['а', 'ь']);
    let is_plural = word != "главы" && (word == stem || is_plural_of(&word, stem)) && stem != single || is_plural_of(&word, &single);
    word == single || (same_stem(&word, &single) && !is_plural)
}

/// Whether the words right before or behind a phrase, or in it, say that it is no holder of the office today.
fn is_not_his(text: &str, found: &ActorFound) -> bool {
    let before = text.get(..found.span.start).unwrap_or("").rsplit(char::is_whitespace).find(|w| !w.is_empty());
    let behind = text.get(found.span.end..).unwrap_or("").split_whitespace().next();
    let around = [before, behind].into_iter().flatten().flat_map(|w| name_words(&fold(w)));
    let within = name_words(text.get(found.span.start..found.span.end).unwrap_or(""));
    around.chain(within).any(|w| is_other(&w))
}

/// Whether a folded word is of another time, or a deputy's, or takes one out of many.
fn is_other(word: &str) -> bool {
    NO_ONE.contains(&word) || NOT_HIS.iter().any(|n| word.starts_with(n))
}
