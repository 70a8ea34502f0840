//! Who writes about actors, by the country of the outlet, and in what tone.

use mizan_measure::coverage::Print;
use mizan_measure::{Settings, Window, coverage, tone};

use super::corpus::Corpus;
use super::selection::Unit;
use super::sheet::{Number, Part};
use super::told::{Told, told};
use super::who::Known;
use super::words::Frame;
use crate::command::query::quoted;

/// So many countries are shown; the others are in the count that is told.
const SHOWN: usize = 10;

/// What is needed to look at a corpus by the countries of its outlets.
pub(crate) struct Writers<'w> {
    /// The documents.
    pub(crate) corpus: &'w Corpus,
    /// The days.
    pub(crate) window: Window,
    /// Level, draws, seed.
    pub(crate) settings: &'w Settings,
    /// How many ids go with a number.
    pub(crate) most: usize,
    /// Names of countries.
    pub(crate) known: &'w Known,
    /// The question that lists the documents about the actors.
    pub(crate) query: String,
}

impl Writers<'_> {
    /// For each country: its outlets' share of the stories about the actors, and their tone towards each, by the names of the actors.
    pub(crate) fn part(&self, title: Told, names: &[&str]) -> Part {
        let mut part = Part::new("writers", title);
        let (countries, about) = (self.corpus.printing(), self.corpus.rows(|at| self.corpus.prints[at].about));
        let ids: Vec<String> = about.iter().map(|at| self.corpus.ids[*at].clone()).collect();
        for country in countries.iter().take(SHOWN) {
            let of = country.as_ref().map_or_else(|| told!("outlets of unknown country"), |c| told!("{} ({})", self.known.name(c), c));
            let theirs: Vec<usize> = about.iter().copied().filter(|at| self.corpus.countries[*at] == *country).collect();
            part.numbers.push(self.share(country, &of, (&about, &ids)));
            part.numbers.extend(names.iter().enumerate().map(|actor| self.tone(country, &of, &theirs, actor)));
        }
        if countries.len() > SHOWN {
            part.words.push(told!("{} more countries of outlets, each with fewer stories, are not shown", countries.len() - SHOWN));
        }
        part
    }

    /// Of the stories about the actors, those that the country's outlets printed. `about`: the documents about them, by row and by id.
    fn share(&self, country: &Option<String>, of: &Told, about: (&[usize], &[String])) -> Number {
        let print = |at: &usize| Print { about: self.corpus.countries[*at] == *country, ..self.corpus.prints[*at] };
        let prints: Vec<Print> = about.0.iter().map(print).collect();
        let estimate = coverage::share_over(&prints, self.window, self.settings);
        Number { measure: "share_of_writing", label: of.clone(), shown: self.frame(about.1).show(&estimate, Some(self.listing(country))) }
    }

    fn tone(&self, country: &Option<String>, of: &Told, theirs: &[usize], (actor, name): (usize, &&str)) -> Number {
        let (readings, ids) = self.corpus.readings(actor, theirs);
        let estimate = tone::over(&readings, self.window, self.settings);
        let label = told!("{}, tone towards {}", of, *name);
        Number { measure: "tone", label, shown: self.frame(&ids).show(&estimate, Some(self.listing(country))) }
    }

    /// The question that lists the documents of a country's outlets.
    fn listing(&self, country: &Option<String>) -> String {
        let of = country.as_ref().map_or_else(|| "IS NULL".into(), |c| format!("= {}", quoted(c)));
        format!("{} AND outlet_country {of}", self.query)
    }

    fn frame<'f>(&'f self, ids: &'f [String]) -> Frame<'f> {
        Frame { ids, outlets: &self.corpus.outlets, unit: Unit::Stories, most: self.most }
    }
}
