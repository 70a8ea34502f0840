//! `mizan coverage A`: how much is written about an actor, by whom and in what tone.

use std::collections::{BTreeMap, BTreeSet};

use mizan_measure::changepoint::Cost;
use mizan_measure::coverage::{self, Exposure, Print};
use mizan_measure::{Period, Series, Settings, Step, Window, tone};
use mizan_store::Snapshot;

use super::input;
use crate::args::measured::Coverage;
use crate::measured::corpus::{self, Corpus};
use crate::measured::deeds::Dates;
use crate::measured::relation::{Labelled, curve};
use crate::measured::scope::{Scope, settings, word};
use crate::measured::selection::Unit;
use crate::measured::sheet::{Days, Drawn, Number, Part, Record, Sheet};
use crate::measured::side::Side;
use crate::measured::sources::{self, Measured};
use crate::measured::told::{Told, told};
use crate::measured::turning::{Sought, fill, ids, turning};
use crate::measured::who::{Known, Who};
use crate::measured::words::Frame;
use crate::measured::writers::Writers;
use crate::measured::{chart, missing, show};

/// So many documents are shown at a turning point.
const SHOWN: usize = 3;

/// Measure the coverage and print it.
///
/// # Errors
/// When an actor is unknown, there is no store, or what was asked for makes no sense.
pub fn run(args: &Coverage) -> anyhow::Result<()> {
    args.chart.as_deref().map(chart::form).transpose()?;
    let (snapshot, known) = show::open(&args.common)?;
    show::print(&sheet(args, &snapshot, &known)?, &args.common, args.chart.as_deref())
}

/// All that is found of the coverage.
///
/// # Errors
/// When an actor is unknown, the store cannot be read, or what was asked for makes no sense.
pub(crate) fn sheet(args: &Coverage, snapshot: &Snapshot, known: &Known) -> anyhow::Result<Sheet> {
    let a = known.who(&args.a, snapshot)?;
    let within = args.within.as_deref().map(|asked| outlets(asked, known, snapshot)).transpose()?;
    of(args, snapshot, known, (&a, within.as_ref()))
}

/// Whose outlets: of a country or a pole.
fn outlets(asked: &str, known: &Known, snapshot: &Snapshot) -> anyhow::Result<Who> {
    let who = known.who(asked, snapshot)?;
    match who.side {
        Side::Key(_) => {
            Err(input(format!("`{asked}` is neither a country nor a pole\nhint: outlets are known by their country; --in RUS")))
        }
        _ => Ok(who),
    }
}

fn of(args: &Coverage, snapshot: &Snapshot, known: &Known, (a, within): (&Who, Option<&Who>)) -> anyhow::Result<Sheet> {
    let common = &args.common;
    let side = within.map(|w| &w.side);
    let corpus = corpus::load(snapshot, &[&a.side], side, Dates::of(common))?;
    let settings = settings(common, corpus.prints.len());
    let scope = corpus.whole_span().or(common.since.zip(common.until)).map(|(first, last)| Scope::new(common, first, last)).transpose()?;
    let of = within.map_or_else(|| told!("all outlets"), |w| told!("outlets of {} ({})", &w.name, &w.code));
    let what = told!("documents that name {} (news media named as sources do not count), in {}", &a.name, &of);
    let mut sheet = Sheet {
        verb: "coverage",
        title: told!("Coverage of {} ({}) in {}", &a.name, &a.code, of),
        window: scope.as_ref().map(|s| Days::from(s.window)),
        by: scope.as_ref().map(|s| s.step),
        about: show::about(scope.as_ref(), what, &settings, snapshot),
        parts: Vec::new(),
        missing: missing::of_documents(&corpus),
        command: show::command(common, snapshot),
    };
    let Some(scope) = scope else { return Ok(sheet) };
    let query = corpus::listing(&[&a.side], side, scope.window);
    let written = Written { args, a, side, corpus: &corpus, scope: &scope, settings: &settings, query: &query };
    sheet.parts.push(written.coverage(snapshot)?);
    sheet.parts.push(written.bursts());
    sheet.parts.push(written.tone());
    let writers = Writers { corpus: &corpus, window: scope.window, settings: &settings, most: common.ids, known, query: query.clone() };
    sheet.parts.push(writers.part(told!("Who writes about {}, by country of the outlet", &a.name), &[&a.name]));
    sheet.parts.push(written.sources());
    let heard: BTreeSet<Period> = corpus.prints.iter().map(|p| Period::containing(p.stamp.date, scope.step)).collect();
    let silent = scope.axis.periods().iter().filter(|p| !heard.contains(p)).copied().collect();
    sheet.missing.extend(missing::silent(silent, told!("documents")));
    Ok(sheet)
}

/// What is written about an actor.
struct Written<'w> {
    args: &'w Coverage,
    a: &'w Who,
    side: Option<&'w Side>,
    corpus: &'w Corpus,
    scope: &'w Scope,
    settings: &'w Settings,
    query: &'w str,
}

impl Written<'_> {
    fn frame(&self) -> Frame<'_> {
        Frame { ids: &self.corpus.ids, outlets: &self.corpus.outlets, unit: Unit::Stories, most: self.args.common.ids }
    }

    fn query(&self) -> Option<String> {
        Some(self.query.to_string())
    }

    fn labelled(&self, measure: &'static str, label: Told, drawn: Drawn) -> Labelled {
        Labelled { measure, label, drawn, query: self.query() }
    }

    /// How much is written.
    fn coverage(&self, snapshot: &Snapshot) -> anyhow::Result<Part> {
        let (prints, axis, frame) = (&self.corpus.prints, &self.scope.axis, self.frame());
        let mut part = Part::new("coverage", told!("Stories about {}: {}", &self.a.name, self.corpus.about()));
        let whole = coverage::share_over(prints, self.scope.window, self.settings);
        part.numbers.push(Number {
            measure: "coverage_share",
            label: told!("share of all stories"),
            shown: frame.show(&whole, self.query()),
        });
        if let Some((before, after)) = self.scope.halves() {
            let ratio = coverage::rate_ratio(prints, after, before, Exposure::Stories, self.settings);
            let label = told!("from {} on, against before", after.first());
            part.numbers.push(Number { measure: "rate_ratio", label, shown: frame.show(&ratio, self.query()) });
        }
        let share = coverage::share(prints, axis, self.settings);
        let stories = coverage::stories(prints, axis, self.settings);
        let label = Told::from(&self.a.name);
        let sought =
            Sought { measure: "coverage_share", label: label.clone(), series: &share, cost: Cost::PoissonRate, query: self.query() };
        part.turning.push(turning(&sought, &frame, self.settings, |window, _| self.printed(window)));
        let told = corpus::records(snapshot, &ids(&part.turning))?;
        fill(&mut part.turning, &told);
        part.series.push(curve(self.labelled("coverage_share", label.clone(), Drawn::FromZero), &share, &frame, self.scope));
        part.series.push(curve(self.labelled("stories", label, Drawn::FromZero), &stories, &frame, self.scope));
        Ok(part)
    }

    /// Some documents about the actor of these days, one a story: their ids alone.
    fn printed(&self, window: Window) -> Vec<Record> {
        let mut first: BTreeMap<u32, &String> = BTreeMap::new();
        for (print, id) in self.corpus.prints.iter().zip(&self.corpus.ids).filter(|(p, _)| p.about && window.contains(p.stamp.date)) {
            first.entry(print.stamp.story).or_insert(id);
        }
        first.into_values().take(SHOWN).map(|id| Record { kind: "document", ids: vec![id.clone()], ..Record::default() }).collect()
    }

    /// Periods in which more is written than in those before, the growth of the corpus set aside.
    fn bursts(&self) -> Part {
        let frame = self.frame();
        let trailing = self.args.trailing.max(1);
        let (step, steps) = (Told::word(word(self.scope.step)), several(trailing, self.scope.step));
        let mut part = Part::new("bursts", told!("Bursts: a {} against the {} before it", &step, &steps));
        let series: Series = coverage::bursts(&self.corpus.prints, &self.scope.axis, trailing, Exposure::Stories, self.settings);
        for (period, estimate) in series.iter().filter(|(_, e)| e.low.is_some_and(|low| low > 1.0)) {
            let window = corpus::listing(&[&self.a.side], self.side, period.window());
            part.numbers.push(Number { measure: "burst", label: period.label().into(), shown: frame.show(estimate, Some(window)) });
        }
        let measured = series.iter().filter(|(_, e)| e.low.is_some()).count();
        part.words.push(match (measured, part.numbers.len()) {
            (0, _) => told!("no {} has {} before it with documents: bursts cannot be told", step, steps),
            (n, 0) => told!("none among {} that could be measured", n),
            (n, _) => told!(
                "of {} that could be measured; at this level about one in {} looks like a burst by chance",
                n,
                format!("{:.0}", 1.0 / self.settings.level.tail())
            ),
        });
        part.series.push(curve(self.labelled("burst", Told::from(&self.a.name), Drawn::Hidden), &series, &frame, self.scope));
        part
    }

    /// The tone towards the actor, in all and by period.
    fn tone(&self) -> Part {
        let (readings, ids) = self.corpus.readings(0, &self.corpus.rows(|at| self.corpus.prints[at].about));
        let frame = Frame { ids: &ids, ..self.frame() };
        let mut part = Part::new("tone", told!("Tone towards {}, −1 against to +1 for", &self.a.name));
        let whole = tone::over(&readings, self.scope.window, self.settings);
        part.numbers.push(Number { measure: "tone", label: told!("mean of all stories"), shown: frame.show(&whole, self.query()) });
        let series = tone::series(&readings, &self.scope.axis, self.settings);
        part.series.push(curve(self.labelled("tone", Told::from(&self.a.name), Drawn::Within(-1.0, 1.0)), &series, &frame, self.scope));
        part
    }

    fn sources(&self) -> Part {
        let mut part = Part::new("sources", told!("How much hangs on one source"));
        let make = |rows: &[Print]| coverage::share_over(rows, self.scope.window, self.settings);
        let what = Measured {
            measure: "coverage_share",
            label: told!("share of all stories"),
            rows: self.corpus.prints.as_slice(),
            make,
            query: self.query.to_string(),
        };
        sources::add(&mut part, &what, &self.frame(), self.args.per_source);
        part
    }
}

/// So many periods; a single one goes without its number.
fn several(count: usize, step: Step) -> Told {
    match step {
        _ if count == 1 => Told::word(word(step)),
        Step::Day => told!("{} days", count),
        Step::Week => told!("{} weeks", count),
        Step::Month => told!("{} months", count),
        Step::Quarter => told!("{} quarters", count),
        Step::Year => told!("{} years", count),
    }
}
