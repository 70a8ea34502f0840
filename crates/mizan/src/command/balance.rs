//! `mizan balance A --poles …`: how an actor's cooperation is spread over poles, and how that drifts.

use std::collections::BTreeMap;

use mizan_measure::cooperation::Way;
use mizan_measure::{Settings, Window};
use mizan_store::Snapshot;

use super::input;
use crate::args::measured::{self, Balance};
use crate::measured::beside::side_by_side;
use crate::measured::deeds::{self, Dates, Deeds, Names};
use crate::measured::poles::{self, Half};
use crate::measured::scope::{Scope, settings};
use crate::measured::selection::Selection;
use crate::measured::sheet::{Days, Sheet};
use crate::measured::told::{Told, listed, told};
use crate::measured::who::{Known, Who};
use crate::measured::{chart, corpus, missing, show, ties};

/// Measure the balance and print it.
///
/// # Errors
/// When an actor or pole is unknown, there is no store, or what was asked for makes no sense.
pub fn run(args: &Balance) -> anyhow::Result<()> {
    args.chart.as_deref().map(chart::form).transpose()?;
    let (snapshot, known) = show::open(&args.common)?;
    show::print(&sheet(args, &snapshot, &known)?, &args.common, args.chart.as_deref())
}

/// All that is found of the balance.
///
/// # Errors
/// When an actor or pole is unknown, the store cannot be read, or what was asked for makes no sense.
pub(crate) fn sheet(args: &Balance, snapshot: &Snapshot, known: &Known) -> anyhow::Result<Sheet> {
    let mut selection = Selection::new(&args.which)?;
    Asked::new(args, known, snapshot)?.sheet(snapshot, &mut selection)
}

/// An actor and poles that it does not belong to.
struct Asked<'a> {
    args: &'a Balance,
    a: Who,
    poles: Vec<Who>,
    words: Vec<Told>,
}

impl<'a> Asked<'a> {
    fn new(args: &'a Balance, known: &Known, snapshot: &Snapshot) -> anyhow::Result<Asked<'a>> {
        let a = known.who(&args.a, snapshot)?;
        if args.poles.len() < 2 {
            return Err(input("a balance needs two poles or more\nhint: --poles RUS,WST,CHN"));
        }
        let (mut poles, mut words) = (Vec::new(), Vec::new());
        for asked in &args.poles {
            let pole = known.who(asked, snapshot)?;
            let (side, out) = pole
                .side
                .without(&a.side)
                .ok_or_else(|| input(format!("`{asked}` is {} itself\nhint: name poles that it can lean to", a.name)))?;
            if !out.is_empty() {
                words.push(told!("{} is measured without {}, which is {}", &pole.name, out.join(", "), &a.name));
            }
            if poles.iter().any(|p: &Who| p.code == pole.code) {
                return Err(input(format!("the pole `{asked}` is named twice\nhint: name each once")));
            }
            poles.push(Who { side, ..pole });
        }
        words.extend(shared(&poles));
        Ok(Asked { args, a, poles, words })
    }

    fn sheet(&self, snapshot: &Snapshot, selection: &mut Selection) -> anyhow::Result<Sheet> {
        let common = &self.args.common;
        let fetch = |pole: &Who| deeds::fetch(snapshot, selection, (&self.a.side, &pole.side), Dates::of(common));
        let (fetched, mut names) = (side_by_side(&self.poles, fetch)?, Names::default());
        let mut all: Vec<Deeds> = fetched.into_iter().map(|f| f.numbered(selection, &mut names)).collect();
        let settings = settings(common, all.iter().map(|d| d.rows.len()).sum());
        let spans = all.iter().filter_map(Deeds::span);
        let span = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).or(common.since.zip(common.until));
        let scope = span.map(|(first, last)| Scope::new(common, first, last)).transpose()?;
        let names = listed("{}, {}", self.poles.iter().map(|p| Told::from(&p.name)));
        let mut sheet = Sheet {
            verb: "balance",
            title: told!("{} ({}) between {}", &self.a.name, &self.a.code, names),
            window: scope.as_ref().map(|s| Days::from(s.window)),
            by: scope.as_ref().map(|s| s.step),
            about: show::about(scope.as_ref(), told!("{}; {}", selection.words(), self.acts()), &settings, snapshot),
            parts: Vec::new(),
            missing: Vec::new(),
            command: show::command(common, snapshot),
        };
        sheet.about.extend(self.words.iter().cloned());
        match scope {
            Some(scope) => {
                all.iter_mut().for_each(|d| d.keep(scope.window));
                self.measured(&mut sheet, (snapshot, selection), (&all, &scope), &settings)?;
            }
            None => sheet.missing.extend(self.poles.iter().map(|p| missing::no_events(selection, &self.a, p))),
        }
        sheet.parts.push(ties::part(snapshot, &self.a, &self.poles, common, &settings)?);
        Ok(sheet)
    }

    fn measured(
        &self,
        sheet: &mut Sheet,
        (snapshot, selection): (&Snapshot, &Selection),
        (all, scope): (&[Deeds], &Scope),
        settings: &Settings,
    ) -> anyhow::Result<()> {
        let conditions: Vec<String> = self.poles.iter().map(|p| self.condition(selection, p)).collect();
        let heard = corpus::heard(&corpus::days(snapshot, selection, scope.whole())?, scope.step);
        let balance = poles::Balance {
            poles: &self.poles,
            deeds: all,
            conditions: &conditions,
            ways: self.ways(),
            selection,
            scope,
            heard: &heard,
            windows: self.windows(scope)?,
            settings,
            most: self.args.common.ids,
            alone: self.args.per_source,
        };
        for half in [Half::Cooperation, Half::Conflict] {
            sheet.parts.push(balance.part(half, half.shares_of(&self.a.name))?);
        }
        for (pole, deeds) in self.poles.iter().zip(all) {
            if deeds.rows.is_empty() {
                sheet.missing.push(missing::no_events(selection, &self.a, pole));
            }
            sheet.missing.extend(missing::unmeasured(&deeds.left).into_iter().map(|m| told!("{}: {}", &pole.name, m)));
        }
        let silent = scope.axis.periods().iter().filter(|p| !heard.contains(p)).copied().collect();
        sheet.missing.extend(missing::silent(silent, told!("documents or events")));
        Ok(())
    }

    /// The windows of the drift: those asked for, or the halves of the days that are measured.
    fn windows(&self, scope: &Scope) -> anyhow::Result<Option<(Window, Window)>> {
        let outside = |w: &Window| !(scope.window.contains(w.first()) && scope.window.contains(w.last()));
        if self.args.before.iter().chain(&self.args.after).any(outside) {
            let days = format!("{} to {}", scope.window.first(), scope.window.last());
            let hint = "hint: widen these with --since and --until";
            return Err(input(format!("the windows of the drift reach beyond the days that are measured ({days})\n{hint}")));
        }
        Ok(self.args.before.zip(self.args.after).or_else(|| scope.halves()))
    }

    fn ways(&self) -> &'static [Way] {
        match self.args.way {
            measured::Way::Both => Way::BOTH,
            measured::Way::Out => &[Way::Forth],
            measured::Way::In => &[Way::Back],
        }
    }

    fn acts(&self) -> Told {
        match self.args.way {
            measured::Way::Both => told!("acts of {} on the poles and theirs on it", &self.a.name),
            measured::Way::Out => told!("acts of {} on the poles", &self.a.name),
            measured::Way::In => told!("acts of the poles on {}", &self.a.name),
        }
    }

    fn condition(&self, selection: &Selection, pole: &Who) -> String {
        let (out, back) = (selection.between(&self.a.side, &pole.side), selection.between(&pole.side, &self.a.side));
        match self.args.way {
            measured::Way::Both => format!("{out} OR {back}"),
            measured::Way::Out => out,
            measured::Way::In => back,
        }
    }
}

/// Who stands in several of the poles.
fn shared(poles: &[Who]) -> Option<Told> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for pole in poles {
        let mut codes = pole.side.codes();
        codes.sort_unstable();
        codes.dedup();
        codes.into_iter().for_each(|c| *counts.entry(c).or_default() += 1);
    }
    let several: Vec<&str> = counts.into_iter().filter(|(_, n)| *n > 1).map(|(c, _)| c).collect();
    (!several.is_empty()).then(|| told!("in several of these poles, and counted in each: {}", several.join(", ")))
}
