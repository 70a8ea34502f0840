//! One direction of a relation: how often, how friendly, how strongly; in all and by period.

use std::collections::BTreeSet;

use mizan_measure::changepoint::Cost;
use mizan_measure::cooperation::{self, Deed, Quad, Relation, Way};
use mizan_measure::{Estimate, Period, Series, Settings};

use super::deeds::{Deeds, quad_name};
use super::happened::{Happened, strongest};
use super::scope::Scope;
use super::selection::{Selection, Unit};
use super::sheet::{Curve, Drawn, Number, Part, Point, Turning};
use super::told::{Told, told};
use super::turning::{Sought, turning};
use super::who::Who;
use super::words::Frame;

/// Two actors and what passed between them.
pub(crate) struct Pair<'p> {
    /// The first.
    pub(crate) a: &'p Who,
    /// The second.
    pub(crate) b: &'p Who,
    /// Their events.
    pub(crate) deeds: &'p Deeds,
    /// Which events these are.
    pub(crate) selection: &'p Selection,
    /// Days and periods.
    pub(crate) scope: &'p Scope,
    /// Level, draws, seed.
    pub(crate) settings: &'p Settings,
    /// Periods in which the set has anything.
    pub(crate) heard: &'p BTreeSet<Period>,
    /// How many ids go with a number.
    pub(crate) most: usize,
}

/// A direction by period.
pub(crate) struct Course {
    /// Cooperation against conflict.
    pub(crate) net: Series,
    /// Stories that tell of conflict.
    pub(crate) conflict: Series,
    /// These and the other measures as they are shown.
    pub(crate) curves: Vec<Curve>,
    /// Events that lie in more than one period, left out of the series.
    pub(crate) wide: u64,
}

impl Pair<'_> {
    /// "Kazakhstan → Russia".
    pub(crate) fn label(&self, way: Way) -> Told {
        let (from, to) = self.ends(way);
        told!("{} → {}", &from.name, &to.name)
    }

    fn ends(&self, way: Way) -> (&Who, &Who) {
        if way == Way::Forth { (self.a, self.b) } else { (self.b, self.a) }
    }

    /// How estimates of these events are shown.
    pub(crate) fn frame(&self) -> Frame<'_> {
        Frame { ids: &self.deeds.ids, outlets: &self.deeds.outlets, unit: self.selection.unit(), most: self.most }
    }

    /// Events of a direction, as a condition.
    fn between(&self, way: Way) -> String {
        let (from, to) = self.ends(way);
        self.selection.between(&from.side, &to.side)
    }

    /// The question that lists the events of a direction, of one quad class or all.
    fn listing(&self, way: Way, quads: &[Quad]) -> String {
        let names: Vec<String> = quads.iter().map(|q| format!("'{}'", quad_name(*q))).collect();
        let quad = if quads.len() == 4 { String::new() } else { format!("quad IN ({})", names.join(", ")) };
        self.selection.listing(&[&self.between(way), &self.selection.within(self.scope.window), &quad])
    }

    /// The question that lists all events of a direction.
    pub(crate) fn all(&self, way: Way) -> String {
        self.listing(way, &Quad::ALL)
    }

    /// The question that lists the events of both directions.
    pub(crate) fn both(&self) -> String {
        let either = format!("({} OR {})", self.between(Way::Forth), self.between(Way::Back));
        self.selection.listing(&[&either, &self.selection.within(self.scope.window)])
    }

    /// Where the words of these events are found.
    pub(crate) fn happened<'h>(&'h self, snapshot: &'h mizan_store::Snapshot) -> Happened<'h> {
        Happened { snapshot, selection: self.selection, pairs: format!("{} OR {}", self.between(Way::Forth), self.between(Way::Back)) }
    }

    /// The rows with those that show in which periods the set has anything.
    fn with_fillers(&self, rows: &[Deed], way: Way) -> Vec<Deed> {
        let mut all = rows.to_vec();
        all.extend(self.deeds.fillers(self.heard, way));
        all
    }

    /// The numbers of the whole window.
    pub(crate) fn numbers(&self, way: Way) -> Part {
        let rows = self.with_fillers(&self.deeds.rows, way);
        let found = cooperation::over(&rows, &[way], self.scope.axis.window(), self.settings);
        let frame = self.frame();
        let number = |measure, label: Told, estimate: &Estimate, quads: &[Quad]| {
            let mut shown = frame.show(estimate, Some(self.listing(way, quads)));
            shown.window = self.scope.window.into();
            Number { measure, label, shown }
        };
        let part = if way == Way::Forth { "forth" } else { "back" };
        let (from, to) = self.ends(way);
        let events = self.deeds.events(&[way]);
        let mut out = Part::new(part, told!("{} → {}: {}", &from.name, &to.name, super::words::counted(events, "events")));
        for (at, quad) in Quad::ALL.into_iter().enumerate() {
            let (measure, label) = quad_words(quad);
            out.numbers.push(number(measure, label, &found.quads[at], &[quad]));
        }
        out.numbers.push(number("net", told!("net, −1 to +1"), &found.net, &Quad::ALL));
        let intensity = match self.selection.unit() {
            Unit::Stories => told!("intensity a story"),
            Unit::Events => told!("intensity an event"),
        };
        out.numbers.push(number("intensity_mean", intensity, &found.intensity_mean, &Quad::ALL));
        out.numbers.push(number("intensity_sum", told!("intensity added up"), &found.intensity_sum, &Quad::ALL));
        out
    }

    /// The direction by period.
    pub(crate) fn course(&self, way: Way) -> Course {
        let (placed, wide) = self.deeds.placed(self.scope.step);
        let rows = self.with_fillers(&placed, way);
        let by_period = cooperation::relations(&rows, &[way], &self.scope.axis, self.settings);
        let merged: Vec<Deed> = rows.iter().map(merged).collect();
        // Counts have their interval by formula: nothing need be drawn.
        let counts = cooperation::relations(&merged, &[way], &self.scope.axis, &Settings { draws: 0, ..*self.settings });
        let net = cooperation::series(&by_period, |r| &r.net);
        let conflict = cooperation::series(&counts, |r| &r.quads[2]);
        let friendly = cooperation::series(&counts, |r| &r.quads[0]);
        let mut curves = vec![
            self.curve("net", way, &net, Drawn::Within(-1.0, 1.0)),
            self.curve("conflict", way, &conflict, Drawn::Charted),
            self.curve("cooperation", way, &friendly, Drawn::Hidden),
        ];
        let one = |measure, pick: &dyn Fn(&Relation) -> &Estimate| {
            self.curve(measure, way, &cooperation::series(&by_period, pick), Drawn::Hidden)
        };
        for (at, quad) in Quad::ALL.into_iter().enumerate() {
            curves.push(one(quad_words(quad).0, &move |r| &r.quads[at]));
        }
        curves.push(one("intensity_mean", &|r| &r.intensity_mean));
        curves.push(one("intensity_sum", &|r| &r.intensity_sum));
        Course { net, conflict, curves, wide }
    }

    fn curve(&self, measure: &'static str, way: Way, series: &Series, drawn: Drawn) -> Curve {
        let (frame, query) = (self.frame(), Some(self.listing(way, &Quad::ALL)));
        curve(Labelled { measure, label: self.label(way), drawn, query }, series, &frame, self.scope)
    }

    /// The turning points of a direction, with the ids of the events that fall on them.
    pub(crate) fn turning(&self, way: Way, course: &Course) -> Vec<Turning> {
        let sought = [("net", &course.net, Cost::MeanShift, 1.0), ("conflict", &course.conflict, Cost::Poisson, -1.0)];
        let one = |(measure, series, cost, sign): (&'static str, _, Cost, f64)| {
            let sought = Sought { measure, label: self.label(way), series, cost, query: Some(self.all(way)) };
            // More conflict pulls down: its events are the hostile ones.
            turning(&sought, &self.frame(), self.settings, |window, moved| strongest(self.deeds, way, window, sign * moved))
        };
        sought.into_iter().map(one).collect()
    }
}

/// A series' names, form and question.
pub(crate) struct Labelled {
    /// The measure's name for programs.
    pub(crate) measure: &'static str,
    /// Whose it is, for people.
    pub(crate) label: Told,
    /// How it is drawn.
    pub(crate) drawn: Drawn,
    /// The question that lists what it rests on.
    pub(crate) query: Option<String>,
}

/// A series as it is shown.
pub(crate) fn curve(labelled: Labelled, series: &Series, frame: &Frame<'_>, scope: &Scope) -> Curve {
    let point = |(period, estimate): &(Period, Estimate)| {
        let mut shown = frame.show(estimate, None);
        if scope.cuts(*period) {
            shown.notes.push(told!("the period is cut short by the days asked for"));
        }
        Point { period: *period, shown }
    };
    let points: Vec<Point> = series.iter().map(point).collect();
    let unit = points.first().map_or("", |p| p.shown.unit);
    let Labelled { measure, label, drawn, query } = labelled;
    Curve { measure, label, unit, points, drawn, query }
}

/// All cooperation as one class and all conflict as another, so that a story with several counts once.
fn merged(deed: &Deed) -> Deed {
    let quad = if deed.quad.is_cooperation() { Quad::VerbalCooperation } else { Quad::VerbalConflict };
    Deed { quad, ..*deed }
}

fn quad_words(quad: Quad) -> (&'static str, Told) {
    match quad {
        Quad::VerbalCooperation => ("verbal_cooperation", told!("cooperation in words")),
        Quad::MaterialCooperation => ("material_cooperation", told!("cooperation in deeds")),
        Quad::VerbalConflict => ("verbal_conflict", told!("conflict in words")),
        Quad::MaterialConflict => ("material_conflict", told!("conflict in deeds")),
    }
}
