//! `mizan relate A B`: the relation of two actors over time.

use std::collections::BTreeSet;

use mizan_measure::cooperation::{self, Deed, Way};
use mizan_measure::{Period, Settings};
use mizan_store::Snapshot;

use super::input;
use crate::args::measured::Relate;
use crate::measured::beside::both;
use crate::measured::corpus::{self, Corpus};
use crate::measured::deeds::{self, Dates, Deeds};
use crate::measured::relation::{Course, Pair};
use crate::measured::scope::{Scope, settings};
use crate::measured::selection::Selection;
use crate::measured::sheet::{Days, Part, Sheet, Turning};
use crate::measured::show;
use crate::measured::sources::{self, Measured};
use crate::measured::stands::{self, Stand};
use crate::measured::told::{Told, told};
use crate::measured::who::{Known, Who};
use crate::measured::words::{Frame, counted};
use crate::measured::writers::Writers;
use crate::measured::{dyads, missing, share, trade, votes};

/// Measure the relation and print it.
///
/// # Errors
/// When an actor is unknown, there is no store, or what was asked for makes no sense.
pub fn run(args: &Relate) -> anyhow::Result<()> {
    args.chart.as_deref().map(crate::measured::chart::form).transpose()?;
    let (snapshot, known) = show::open(&args.common)?;
    show::print(&sheet(args, &snapshot, &known)?, &args.common, args.chart.as_deref())
}

/// All that is found of the relation.
///
/// # Errors
/// When an actor is unknown, the store cannot be read, or what was asked for makes no sense.
pub(crate) fn sheet(args: &Relate, snapshot: &Snapshot, known: &Known) -> anyhow::Result<Sheet> {
    let mut selection = Selection::new(&args.which)?;
    Asked::new(args, known, snapshot)?.sheet(snapshot, known, &mut selection)
}

/// What is measured of one direction.
struct Measures {
    numbers: Part,
    course: Course,
    turning: Vec<Turning>,
}

impl Measures {
    fn of(pair: &Pair<'_>, way: Way) -> Measures {
        let course = pair.course(way);
        Measures { numbers: pair.numbers(way), turning: pair.turning(way, &course), course }
    }
}

/// Two actors who have nobody in common.
struct Asked<'a> {
    args: &'a Relate,
    a: Who,
    b: Who,
    /// What was done to the second actor to have nobody in common.
    taken: Option<Told>,
}

impl<'a> Asked<'a> {
    fn new(args: &'a Relate, known: &Known, snapshot: &Snapshot) -> anyhow::Result<Asked<'a>> {
        let (mut a, mut b) = (known.who(&args.a, snapshot)?, known.who(&args.b, snapshot)?);
        let same = || input(format!("`{}` and `{}` are the same actor\nhint: name two different ones", args.a, args.b));
        let mut taken = None;
        if let Some((rest, out)) = b.side.without(&a.side) {
            taken = (!out.is_empty()).then(|| told!("{} is measured without {}, which belongs to {}", &b.name, out.join(", "), &a.name));
            b.side = rest;
        } else {
            let (rest, out) = a.side.without(&b.side).ok_or_else(same)?;
            taken = (!out.is_empty()).then(|| told!("{} is measured without {}, which is {}", &a.name, out.join(", "), &b.name)).or(taken);
            a.side = rest;
        }
        Ok(Asked { args, a, b, taken })
    }

    fn sheet(&self, snapshot: &Snapshot, known: &Known, selection: &mut Selection) -> anyhow::Result<Sheet> {
        let common = &self.args.common;
        let (a, b) = (&self.a.side, &self.b.side);
        let documents = || corpus::load(snapshot, &[a, b], None, Dates::of(common));
        let (held, (documents, mut deeds)) =
            both(|| self.stands(snapshot), || both(documents, || deeds::load(snapshot, selection, (a, b), Dates::of(common))))?;
        let settings = settings(common, deeds.rows.len());
        let spans = [deeds.span(), documents.span()].into_iter().flatten();
        let span = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).or(common.since.zip(common.until));
        let scope = span.map(|(first, last)| Scope::new(common, first, last)).transpose()?;
        let mut sheet = Sheet {
            verb: "relate",
            title: told!("{} ({}) and {} ({})", &self.a.name, &self.a.code, &self.b.name, &self.b.code),
            window: scope.as_ref().map(|s| Days::from(s.window)),
            by: scope.as_ref().map(|s| s.step),
            about: Vec::new(),
            parts: Vec::new(),
            missing: Vec::new(),
            command: show::command(common, snapshot),
        };
        if let Some(scope) = &scope {
            deeds.keep(scope.window);
            self.events(&mut sheet, (snapshot, known), selection, (&deeds, &documents, scope, held), &settings)?;
        } else {
            sheet.missing.push(told!("{}, and documents that name both", missing::no_events(selection, &self.a, &self.b)));
            sheet.missing.extend(missing::unmeasured(&deeds.left));
        }
        let words = selection.words();
        let what = if scope.is_some() { words } else { told!("no {}; tables alone", words) };
        sheet.about = show::about(scope.as_ref(), what, &settings, snapshot);
        sheet.about.extend(self.taken.clone());
        self.tables(&mut sheet, snapshot, &settings)?;
        Ok(sheet)
    }

    /// What rests on events and documents.
    fn events(
        &self,
        sheet: &mut Sheet,
        (snapshot, known): (&Snapshot, &Known),
        selection: &Selection,
        (deeds, documents, scope, held): (&Deeds, &Corpus, &Scope, [Part; 2]),
        settings: &Settings,
    ) -> anyhow::Result<()> {
        let days = corpus::days(snapshot, selection, scope.whole())?;
        let heard: BTreeSet<Period> = corpus::heard(&days, scope.step);
        let pair = Pair { a: &self.a, b: &self.b, deeds, selection, scope, settings, heard: &heard, most: self.args.common.ids };
        let mut series = Part::new("series", told!("By period"));
        let measures = |way| Ok(Measures::of(&pair, way));
        let (back, forth) = both(|| measures(Way::Back), || measures(Way::Forth))?;
        let wide = forth.course.wide + back.course.wide;
        for one in [forth, back] {
            sheet.parts.push(one.numbers);
            series.turning.extend(one.turning);
            series.series.extend(one.course.curves);
        }
        pair.happened(snapshot).tell(&mut series.turning)?;
        series.series.push(share::of_all(&pair, documents, &days));
        sheet.parts.push(series);
        self.writers(sheet, known, documents, scope, settings);
        sheet.parts.extend(held);
        sheet.parts.push(self.sources(&pair));
        sheet.missing.extend(missing::of_events(&pair, documents, wide));
        Ok(())
    }

    /// What each holds of the other.
    fn stands(&self, snapshot: &Snapshot) -> anyhow::Result<[Part; 2]> {
        let [a, b] = Stand::both(snapshot, [&self.a, &self.b])?;
        Ok([stands::of(snapshot, &a, &b, &self.args.common)?, stands::of(snapshot, &b, &a, &self.args.common)?])
    }

    /// Who writes about both, and in what tone towards each.
    fn writers(&self, sheet: &mut Sheet, known: &Known, corpus: &Corpus, scope: &Scope, settings: &Settings) {
        if corpus.about() == 0 {
            return;
        }
        let query = corpus::listing(&[&self.a.side, &self.b.side], None, scope.window);
        let writers = Writers { corpus, window: scope.window, settings, most: self.args.common.ids, known, query };
        let title = told!("Who writes about both, by country of the outlet: {}", counted(corpus.about(), "stories"));
        sheet.parts.push(writers.part(title, &[&self.a.name, &self.b.name]));
    }

    /// How much of the net hangs on one outlet.
    fn sources(&self, pair: &Pair<'_>) -> Part {
        let mut part = Part::new("sources", told!("How much hangs on one source"));
        for way in [Way::Forth, Way::Back] {
            let told = pair.deeds.rows.iter().zip(&pair.deeds.ids).filter(|(d, _)| d.way == way);
            let (rows, ids): (Vec<Deed>, Vec<String>) = told.map(|(d, id)| (*d, id.clone())).unzip();
            if rows.is_empty() {
                continue;
            }
            // Only the values are compared: nothing need be drawn, unless each is shown with its interval.
            let still = Settings { draws: if self.args.per_source { pair.settings.draws } else { 0 }, ..*pair.settings };
            let make = |rows: &[Deed]| cooperation::over(rows, &[way], pair.scope.axis.window(), &still).net;
            let what = Measured { measure: "net", label: told!("{}, net", pair.label(way)), rows: &rows, make, query: pair.all(way) };
            sources::add(&mut part, &what, &Frame { ids: &ids, ..pair.frame() }, self.args.per_source);
        }
        part
    }

    /// What rests on tables.
    fn tables(&self, sheet: &mut Sheet, snapshot: &Snapshot, settings: &Settings) -> anyhow::Result<()> {
        let common = &self.args.common;
        let (part, lacks) = trade::part(snapshot, &self.a, &self.b, common, settings)?;
        sheet.parts.push(part);
        sheet.missing.extend(lacks);
        let (part, lacks) = votes::part(snapshot, &self.a, &self.b, common, settings)?;
        sheet.parts.push(part);
        sheet.missing.extend(lacks);
        sheet.parts.push(dyads::part(snapshot, &self.a, &self.b, common, settings)?);
        Ok(())
    }
}
