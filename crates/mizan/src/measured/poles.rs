//! How an actor's cooperation, or its conflict, is spread over poles.

use std::collections::BTreeSet;

use mizan_measure::changepoint::Cost;
use mizan_measure::cooperation::{self, Deed, Quad, Way};
use mizan_measure::poles::{self, Spread, Tie};
use mizan_measure::{Estimate, Period, Series, Settings, Window};

use super::deeds::{Deeds, quad_name};
use super::numbers::Numbers;
use super::relation::{Labelled, curve};
use super::scope::Scope;
use super::selection::Selection;
use super::sheet::{Curve, Drawn, Number, Part};
use super::sources::{self, Measured};
use super::told::{Told, told};
use super::turning::{Sought, turning};
use super::who::Who;
use super::words::{Frame, trimmed};

/// Which half of what passes between actors is spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    /// Cooperation, in words and deeds.
    Cooperation,
    /// Conflict.
    Conflict,
}

impl Half {
    /// The word, for programs.
    fn word(self) -> &'static str {
        match self {
            Half::Cooperation => "cooperation",
            Half::Conflict => "conflict",
        }
    }

    /// The heading of the shares of an actor.
    pub(crate) fn shares_of(self, name: &str) -> Told {
        match self {
            Half::Cooperation => told!("Shares of {}'s cooperation", name),
            Half::Conflict => told!("Shares of {}'s conflict", name),
        }
    }

    fn quads(self) -> [Quad; 2] {
        match self {
            Half::Cooperation => [Quad::VerbalCooperation, Quad::MaterialCooperation],
            Half::Conflict => [Quad::VerbalConflict, Quad::MaterialConflict],
        }
    }
}

/// An actor and its poles.
pub(crate) struct Balance<'b> {
    /// The poles.
    pub(crate) poles: &'b [Who],
    /// Events with each of them, in the same order; stories and outlets are numbered alike.
    pub(crate) deeds: &'b [Deeds],
    /// The condition of events with each pole, in the directions that count.
    pub(crate) conditions: &'b [String],
    /// Directions that count.
    pub(crate) ways: &'b [Way],
    /// Which events.
    pub(crate) selection: &'b Selection,
    /// Days and periods.
    pub(crate) scope: &'b Scope,
    /// Periods in which the set has anything.
    pub(crate) heard: &'b BTreeSet<Period>,
    /// The two windows of the drift.
    pub(crate) windows: Option<(Window, Window)>,
    /// Level, draws, seed.
    pub(crate) settings: &'b Settings,
    /// How many ids go with a number.
    pub(crate) most: usize,
    /// Whether each of the largest outlets is measured alone.
    pub(crate) alone: bool,
}

/// Ties of one half with the events they are.
struct Ties {
    all: Vec<Tie>,
    /// Those of the series: what lies in more than one period has a day that no axis holds.
    placed: Vec<Tie>,
    ids: Vec<String>,
    outlets: Numbers,
}

impl Balance<'_> {
    fn ties(&self, half: Half) -> Ties {
        let mut ties = Ties { all: Vec::new(), placed: Vec::new(), ids: Vec::new(), outlets: Numbers::default() };
        for (pole, deeds) in (0_u16..).zip(self.deeds) {
            let placed = deeds.placed(self.scope.step).0;
            let counts = |d: &Deed| half.quads().contains(&d.quad) && self.ways.contains(&d.way);
            for ((deed, placed), id) in deeds.rows.iter().zip(&placed).zip(&deeds.ids).filter(|((d, _), _)| counts(d)) {
                ties.all.push(Tie { stamp: deed.stamp, pole });
                ties.placed.push(Tie { stamp: placed.stamp, pole });
                ties.ids.push(id.clone());
            }
            if deeds.outlets.next() > ties.outlets.next() {
                ties.outlets = deeds.outlets.clone();
            }
        }
        ties
    }

    /// The spread of one half, in all and by period.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn part(&self, half: Half, title: Told) -> anyhow::Result<Part> {
        let ties = self.ties(half);
        let frame = Frame { ids: &ties.ids, outlets: &ties.outlets, unit: self.selection.unit(), most: self.most };
        let mut part = Part::new(half.word(), title);
        let count = self.poles.len() as u16;
        let whole = poles::over(&ties.all, count, self.scope.window, self.settings);
        for (at, pole) in self.poles.iter().enumerate() {
            let shown = frame.show(&of_half(&whole.shares[at], half), Some(self.every(half)));
            part.numbers.push(Number { measure: "share", label: told!("{} ({})", &pole.name, &pole.code), shown });
        }
        part.numbers.push(self.number(
            "entropy",
            told!("evenness (entropy), 0 one pole to 1 all alike"),
            &whole.entropy,
            &frame,
            self.every(half),
        ));
        part.numbers.push(self.number(
            "leaning",
            self.leaning_label(),
            &leaning(&ties.all, self.scope.window, self.settings),
            &frame,
            self.listing(&[0, 1], half),
        ));
        self.drift(&mut part, &ties, half, &frame);
        self.series(&mut part, &ties, half, &frame)?;
        let still = Settings { draws: if self.alone { self.settings.draws } else { 0 }, ..*self.settings };
        let make = |rows: &[Tie]| leaning(rows, self.scope.window, &still);
        let what = Measured { measure: "leaning", label: told!("leaning"), rows: &ties.all, make, query: self.listing(&[0, 1], half) };
        sources::add(&mut part, &what, &frame, self.alone);
        Ok(part)
    }

    fn number(&self, measure: &'static str, label: Told, estimate: &Estimate, frame: &Frame<'_>, query: String) -> Number {
        Number { measure, label, shown: frame.show(estimate, Some(query)) }
    }

    fn leaning_label(&self) -> Told {
        told!("leaning, −1 {} to +1 {}", &self.poles[1].name, &self.poles[0].name)
    }

    fn drift(&self, part: &mut Part, ties: &Ties, half: Half, frame: &Frame<'_>) {
        let Some((before, after)) = self.windows else { return };
        let drift = poles::drift(&ties.all, self.poles.len() as u16, before, after, self.settings);
        let label = told!("drift from {} – {} to {} – {}", before.first(), before.last(), after.first(), after.last());
        let mut number = self.number("drift", label, &drift.distance, frame, self.every(half));
        if let Some(chance) = drift.chance {
            let above = drift.distance.value.is_some_and(|d| d > chance);
            number.shown.notes.push(match above {
                true => told!("chance alone makes up to {}: a drift", trimmed(chance)),
                false => told!("chance alone makes up to {}: no drift can be told", trimmed(chance)),
            });
        }
        part.numbers.push(number);
    }

    fn series(&self, part: &mut Part, ties: &Ties, half: Half, frame: &Frame<'_>) -> anyhow::Result<()> {
        let count = self.poles.len() as u16;
        let spreads = poles::spreads(&ties.placed, count, &self.scope.axis, self.settings);
        let picked = |pick: &dyn Fn(&Spread) -> Estimate| spreads.iter().map(|(p, s)| (*p, pick(s))).collect::<Series>();
        for (at, pole) in self.poles.iter().enumerate() {
            let series = picked(&|s| of_half(&s.shares[at], half));
            part.series.push(self.curve(("share", Told::from(&pole.name), Drawn::Within(0.0, 1.0)), &series, frame, self.every(half)));
        }
        let entropy = picked(&|s| s.entropy.clone());
        part.series.push(self.curve(("entropy", told!("all poles"), Drawn::Hidden), &entropy, frame, self.every(half)));
        let leaning = poles::leaning(&ties.placed, (0, 1), &self.scope.axis, self.settings);
        let label = self.leaning_label();
        let sought = Sought {
            measure: "leaning",
            label: label.clone(),
            series: &leaning,
            cost: Cost::MeanShift,
            query: Some(self.listing(&[0, 1], half)),
        };
        part.turning.push(turning(&sought, frame, self.settings, |_, _| Vec::new()));
        part.series.push(self.curve(("leaning", label, Drawn::Within(-1.0, 1.0)), &leaning, frame, self.listing(&[0, 1], half)));
        Ok(())
    }

    fn curve(
        &self,
        (measure, label, drawn): (&'static str, Told, Drawn),
        series: &[(Period, Estimate)],
        frame: &Frame<'_>,
        query: String,
    ) -> Curve {
        let mut out = curve(Labelled { measure, label, drawn, query: Some(query) }, &series.to_vec(), frame, self.scope);
        // The set has something in the period, only none of it is told of these poles: that is no gap in the data.
        let heard = out.points.iter_mut().filter(|p| p.shown.value.is_none() && self.heard.contains(&p.period));
        heard.for_each(|p| p.shown.notes = vec![told!("nothing to divide by: none is told of in this period")]);
        out
    }

    /// The question that lists the events of one half with all poles.
    fn every(&self, half: Half) -> String {
        self.listing(&(0..self.poles.len()).collect::<Vec<_>>(), half)
    }

    /// The question that lists the events of one half with some poles.
    fn listing(&self, which: &[usize], half: Half) -> String {
        let any: Vec<&str> = which.iter().map(|at| self.conditions[*at].as_str()).collect();
        let quads: Vec<String> = half.quads().iter().map(|q| format!("'{}'", quad_name(*q))).collect();
        self.selection.listing(&[
            &format!("({})", any.join(" OR ")),
            &self.selection.within(self.scope.window),
            &format!("quad IN ({})", quads.join(", ")),
        ])
    }
}

/// The measure says what it was made for; here it may be the other half.
fn of_half(estimate: &Estimate, half: Half) -> Estimate {
    let unit = if half == Half::Conflict && estimate.unit == "share of cooperation" { "share of conflict" } else { estimate.unit };
    Estimate { unit, ..estimate.clone() }
}

/// (n_a − n_b) / (n_a + n_b) of a window: the formula of the net, with the stories of the first pole as one side and of the second as the other.
fn leaning(ties: &[Tie], window: Window, settings: &Settings) -> Estimate {
    let other = |pole: u16| match pole {
        0 => (Way::Forth, Quad::VerbalCooperation),
        1 => (Way::Forth, Quad::VerbalConflict),
        _ => (Way::Back, Quad::VerbalCooperation),
    };
    let deed = |tie: &Tie| {
        let (way, quad) = other(tie.pole);
        Deed { stamp: tie.stamp, way, quad, intensity: None }
    };
    let deeds: Vec<Deed> = ties.iter().map(deed).collect();
    Estimate { unit: "leaning", ..cooperation::over(&deeds, &[Way::Forth], window, settings).net }
}
