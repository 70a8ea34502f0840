//! A bare noun that is short for a body named before ("المنظمة", "the alliance"), or for the government of the state a report is about,
//! or of the one whose cities the sentence names.

use mizan_record::{ActorFound, ActorId, Aspect, Document, Identity, Kind, NameFound, Resolution};
use mizan_text::fold::fold;

use super::words::name_words;
use super::{Resolved, Resolver};
use crate::clause::fits;

/// A body that was named: in which sentence, and by which words.
pub(super) struct Body {
    actor: ActorId,
    sentence: usize,
    words: Vec<String>,
}

/// The rule that says which of two states' governments is meant, in a record's origin.
const LOCAL_GOVERNMENT: &str = "local-government";
/// It takes so many places of a state.
const LOCAL: usize = 2;

/// A body is meant by its bare noun in this many sentences behind the one that names it.
const NEAR: usize = 3;

/// Definite forms of a noun in the singular, and how it stands in a name (folded; a star is any ending). English ones need an article.
const HEADS: [(&[&str], &[&str]); 17] = [
    (&["المنظمه", "للمنظمه", "بالمنظمه", "والمنظمه"], &["منظمه", "المنظمه", "لمنظمه", "بمنظمه", "ومنظمه"]),
    (&["الحلف", "للحلف", "بالحلف", "والحلف"], &["حلف", "الحلف", "لحلف", "بحلف", "وحلف"]),
    (&["الاتحاد", "للاتحاد", "بالاتحاد", "والاتحاد"], &["اتحاد", "الاتحاد", "لاتحاد", "باتحاد", "واتحاد", "للاتحاد", "والاتحاد"]),
    (&["the organisation", "the organization"], &["organisation", "organization", "csto", "sco", "osce"]),
    (&["the alliance"], &["alliance"]),
    (&["организация", "организации", "организацию", "организацией"], &["организаци*", "одкб", "шос", "обсе", "оон"]),
    (&["альянс", "альянса", "альянсу", "альянсом", "альянсе"], &["альянс*"]),
    (&["союз", "союза", "союзу", "союзом", "союзе"], &["союз", "союза", "союзу", "союзом", "союзе"]),
    (&["ұйым", "ұйымның", "ұйымға", "ұйымды", "ұйымда", "ұйымнан", "ұйыммен"], &["ұйым*", "ұқшұ", "шыұ", "еқыұ", "бұұ"]),
    (&["одақ", "одақтың", "одаққа", "одақты", "одақта", "одақтан", "одақпен"], &["одақ*", "одағы*"]),
    (
        &["الوزاره", "للوزاره", "بالوزاره", "والوزاره"],
        &["وزاره", "الوزاره", "لوزاره", "بوزاره", "ووزاره", "الخارجيه", "الداخليه", "البنتاغون"],
    ),
    (&["the ministry"], &["ministry"]),
    (&["министерство", "министерства", "министерству", "министерством", "министерстве"], &MINISTRY),
    (&["ведомство", "ведомства", "ведомству", "ведомством", "ведомстве"], &AGENCY),
    (&["управление", "управления", "управлению", "управлением", "управлении"], &["управлени*"]),
    (
        &["министрлік", "министрліктің", "министрлікке", "министрлікті", "министрлікте", "министрліктен", "министрлікпен"],
        &["министрлі*", "сім", "іім", "сим"],
    ),
    (&["ведомство", "ведомствоның", "ведомствоға", "ведомствоны", "ведомствода", "ведомстводан", "ведомствомен"], &AGENCY),
];

/// How a Russian ministry is called in its name.
const MINISTRY: [&str; 16] = [
    "министерств*",
    "мид",
    "мвд",
    "мчс",
    "миноборон*",
    "минздрав*",
    "минфин*",
    "минэнерго",
    "минцифры",
    "минтруд*",
    "минюст*",
    "минтранс*",
    "минобр*",
    "минпросвещ*",
    "минсельхоз*",
    "минэк*",
];
/// How a body of a state that may be called an agency is called in its name, Russian and Kazakh.
const AGENCY: [&str; 27] = [
    "министерств*",
    "министрлі*",
    "мид",
    "сім",
    "іім",
    "мвд",
    "мчс",
    "миноборон*",
    "минздрав*",
    "минфин*",
    "минэнерго",
    "минцифры",
    "минтруд*",
    "минюст*",
    "минтранс*",
    "минобр*",
    "минпросвещ*",
    "минсельхоз*",
    "минэк*",
    "ведомств*",
    "департамент*",
    "агентств*",
    "служб*",
    "прокуратур*",
    "генпрокуратур*",
    "комитет*",
    "полици*",
];

/// The bare word for a government (folded).
const GOVERNMENT: [&str; 16] = [
    "الحكومه",
    "للحكومه",
    "بالحكومه",
    "والحكومه",
    "the government",
    "правительство",
    "правительства",
    "правительству",
    "правительством",
    "правительстве",
    "үкімет",
    "үкіметтің",
    "үкіметке",
    "үкіметті",
    "үкіметте",
    "үкіметтен",
];

impl Resolver {
    /// Who is meant by a bare noun in a sentence with these names, if there is no doubt.
    pub(super) fn bare(&mut self, document: &Document, found: &ActorFound, all: &[NameFound]) -> Option<Resolved> {
        if found.kind != Kind::Organisation || all.iter().any(|n| n.span.overlaps(found.span)) {
            return None;
        }
        let phrase = with_article(document.text.as_str(), found);
        if GOVERNMENT.contains(&phrase.as_str()) {
            let of_report = self.government(all).map(|state| (state, None));
            let (state, rule) = of_report.or_else(|| self.local_government(all).map(|state| (state, Some(LOCAL_GOVERNMENT))))?;
            let actor = self.actor(state);
            return Some(Resolved { rule, ..self.known(actor, found.kind, Resolution::EarlierRole) });
        }
        let (_, stems) = HEADS.iter().find(|(forms, _)| forms.contains(&phrase.as_str()))?;
        let actor = self.only_body(stems)?;
        Some(self.known(actor, found.kind, Resolution::EarlierMention))
    }

    /// Remember a body that was named by more than a bare noun.
    pub(super) fn remember_body(&mut self, who: &Resolved, quote: &str) {
        let is_named = matches!(who.resolution, Resolution::Named | Resolution::NamedOnDate);
        let mut words = name_words(quote);
        let is_full = is_named || words.iter().filter(|w| *w != "the").count() >= 2;
        if is_full && (who.kind == Kind::Organisation || who.sector.code() == "IGO") {
            words.extend(name_words(&self.actors[who.actor].identity.name));
            self.bodies.push(Body { actor: who.actor, sentence: self.sentences, words });
        }
    }

    /// The only body near by whose words hold a noun.
    fn only_body(&self, stems: &[&str]) -> Option<ActorId> {
        let is_near = |b: &&Body| self.sentences - b.sentence <= NEAR;
        let holds = |b: &&Body| b.words.iter().any(|w| stems.iter().any(|s| fits(w, s)));
        let mut bodies = self.bodies.iter().rev().take_while(is_near).filter(holds).map(|b| b.actor);
        let first = bodies.next()?;
        bodies.all(|other| other == first).then_some(first)
    }

    /// The state whose government is "the government": the one the report is about, where the sentence names no other.
    fn government(&self, all: &[NameFound]) -> Option<Identity> {
        let state = self.countries.outstanding()?;
        let names_another = all.iter().any(|n| !n.identity.country.is_empty() && n.identity.country != state.country);
        (!names_another).then(|| state.clone())
    }

    /// The state whose government is "the government" in a report on two states: the one of them that all cities and regions of the
    /// sentence lie in, at least two, one of them no capital (which may be only where others meet).
    fn local_government(&self, all: &[NameFound]) -> Option<Identity> {
        let is_place = |n: &&NameFound| matches!(n.aspect, Aspect::City | Aspect::Region | Aspect::Capital);
        let places: Vec<&NameFound> = all.iter().filter(is_place).collect();
        let country = places.first().map(|n| &n.identity.country)?;
        let is_settled = places.len() >= LOCAL && places.iter().any(|n| n.aspect != Aspect::Capital);
        let state = self.countries.one_of_two(country).filter(|_| is_settled)?;
        places.iter().all(|n| n.identity.country == *country).then(|| state.clone())
    }
}

/// The folded words of a mention, with the English article before it.
fn with_article(text: &str, found: &ActorFound) -> String {
    let quote = fold(text.get(found.span.start..found.span.end).unwrap_or("")).trim().to_owned();
    let before = text.get(..found.span.start).unwrap_or("").trim_end();
    let is_article = before.rsplit(char::is_whitespace).next().is_some_and(|w| fold(w) == "the");
    if is_article { format!("the {quote}") } else { quote }
}
