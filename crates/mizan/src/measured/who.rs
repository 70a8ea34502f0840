//! Whom an analyst means: a country code, a key, a name in any of the four languages, a pole.

use std::sync::Arc;

use mizan_annotate::lexicon::{Choice, Entry, Lexicon, Match};
use mizan_record::Aspect;
use mizan_store::Snapshot;
use mizan_text::Language;

use super::pole::{Member, Pole, Poles};
use super::side::{Side, is_country};
use crate::brief::clean;
use crate::command::input;
use crate::command::query::{quoted, rows};
use crate::world;

/// An actor that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Who {
    /// Country code, key, or the pole's code.
    pub(crate) code: String,
    /// The name to show.
    pub(crate) name: String,
    /// Whom rows must name.
    pub(crate) side: Side,
    /// Codes under which tables print the group as one; empty for all that is no group.
    pub(crate) aggregates: Vec<String>,
    /// The members whose trade is that of the actor, where it is a group or acts in the name of one.
    pub(crate) group: Vec<Member>,
}

/// The names that are known.
pub(crate) struct Known {
    /// The knowledge base.
    pub(crate) lexicon: Arc<Lexicon>,
    /// The poles.
    pub(crate) poles: Poles,
    /// In which language names are shown.
    pub(crate) language: Language,
}

impl Known {
    /// The shipped knowledge base, with the shipped poles or those of a file.
    ///
    /// # Errors
    /// When the file of poles cannot be read or is wrong.
    pub(crate) fn load(poles: Option<&std::path::Path>, language: Language) -> anyhow::Result<Known> {
        let poles = match poles {
            None => Poles::shipped(),
            Some(path) => {
                let name = path.to_string_lossy();
                let text = String::from_utf8(world::bytes(&name).map_err(input)?)
                    .map_err(|_| input(format!("`{name}` is not UTF-8\nhint: write it as UTF-8")))?;
                Poles::parse(&name, &text).map_err(input)?
            }
        };
        Ok(Known { lexicon: Arc::new(Lexicon::shipped()), poles, language })
    }

    /// Who is meant.
    ///
    /// # Errors
    /// When nobody is known by that name, or several are.
    pub(crate) fn who(&self, asked: &str, snapshot: &Snapshot) -> anyhow::Result<Who> {
        let asked = clean(asked);
        let coded = self.poles.coded(&asked).map(|p| self.pole(p));
        let keyed = || self.lexicon.actor(&asked).map(|a| self.actor(&a.key));
        let upper = asked.to_uppercase();
        let lower_case = || self.lexicon.state(&upper).filter(|_| is_country(&upper)).map(|a| self.actor(&a.key));
        let pole = || self.poles.named(&asked).map(|p| self.pole(p));
        if let Some(who) = coded.or_else(keyed).or_else(lower_case).or_else(pole) {
            return Ok(who);
        }
        if let Some(who) = self.named(&asked)? {
            return Ok(who);
        }
        self.in_store(&asked, snapshot)?.ok_or_else(|| self.unknown(&asked))
    }

    fn pole(&self, pole: &Pole) -> Who {
        if let Some(code) = pole.alone() {
            return Who { name: pole.name(self.language).into(), ..self.actor(code) };
        }
        let body = |code: &String| Member { code: code.clone(), since: None, until: None };
        let members = pole.members.iter().cloned().chain(pole.bodies.iter().map(body)).collect();
        let name = pole.name(self.language).into();
        Who {
            code: pole.code.clone(),
            name,
            side: Side::Members(members),
            aggregates: pole.aggregates.clone(),
            group: pole.members.clone(),
        }
    }

    fn actor(&self, key: &str) -> Who {
        let name = self.name(key);
        let side = if is_country(key) { Side::Country(key.into()) } else { Side::Key(key.into()) };
        let group = self.poles.of_body(key);
        let aggregates = group.map_or_else(Vec::new, |g| g.aggregates.clone());
        Who { code: key.into(), name, side, aggregates, group: group.map_or_else(Vec::new, |g| g.members.clone()) }
    }

    /// The name of a country or key; where it is not known, the words that its key was made of.
    pub(crate) fn name(&self, key: &str) -> String {
        let words = || key.rsplit('/').next().unwrap_or(key).to_string();
        self.lexicon.actor(key).map_or_else(words, |a| a.name(self.language).to_string())
    }

    /// The one actor that all of the words name.
    fn named(&self, asked: &str) -> anyhow::Result<Option<Who>> {
        let found = self.lexicon.find(asked, None, None);
        let [one] = found.as_slice() else { return Ok(None) };
        if !is_whole(one, asked) {
            return Ok(None);
        }
        let first = one.best();
        let alone = first.aspect == Aspect::Name && one.entries.iter().filter(|e| e.aspect == Aspect::Name).count() == 1;
        if one.choice == Choice::Ambiguous && !alone {
            let all: Vec<String> = one.entries.iter().map(|e| format!("{} ({})", e.key(), e.name(Language::English))).collect();
            return Err(input(format!("several actors are called `{asked}`: {}\nhint: give the key of the one you mean", all.join(", "))));
        }
        Ok(Some(self.actor(key(first))))
    }

    /// An actor that the store knows from texts alone.
    fn in_store(&self, asked: &str, snapshot: &Snapshot) -> anyhow::Result<Option<Who>> {
        let name = quoted(asked);
        let found = rows(
            snapshot,
            &format!("SELECT actor, min(name) FROM actors WHERE actor = {name} OR name = {name} GROUP BY actor ORDER BY actor LIMIT 9"),
        )?;
        match found.as_slice() {
            [] => Ok(None),
            [one] => {
                let known = self.actor(&one[0]);
                let name = if self.lexicon.actor(&one[0]).is_none() { clean(&one[1]) } else { known.name.clone() };
                Ok(Some(Who { name, ..known }))
            }
            several => {
                let all: Vec<&str> = several.iter().map(|r| r[0].as_str()).collect();
                Err(input(format!(
                    "several actors of the store are called `{asked}`: {}\nhint: give the key of the one you mean",
                    all.join(", ")
                )))
            }
        }
    }

    fn unknown(&self, asked: &str) -> anyhow::Error {
        let nearest = self.lexicon.describe(asked, None, None);
        let hint = match nearest.as_ref().map(|m| key(m.best())) {
            Some(key) => format!("did you mean {key} ({})? It is the only part of it that is known", self.name(key)),
            None => "give a country code (KAZ), a key or name of the knowledge base (data/actors), or a pole".into(),
        };
        input(format!("nobody is known as `{asked}`\nhint: {hint}; poles: {}", self.poles.codes()))
    }
}

/// The key of who is meant: a capital or a people stands for its state.
fn key<'l>(entry: &Entry<'l>) -> &'l str {
    let stands = matches!(entry.aspect, Aspect::Capital | Aspect::Metonym | Aspect::Adjective | Aspect::People);
    let country = entry.country();
    if stands && is_country(country) { country } else { entry.key() }
}

/// Whether nothing but the match and an article stands there.
fn is_whole(one: &Match<'_>, text: &str) -> bool {
    let rest = |part: Option<&str>| part.is_some_and(|p| p.trim().is_empty() || p.trim().eq_ignore_ascii_case("the"));
    rest(text.get(..one.span.start)) && rest(text.get(one.span.end..))
}
