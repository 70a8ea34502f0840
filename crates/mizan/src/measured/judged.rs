//! Forecasts held against a measure that the analyst names: before they were made, and up to their horizon.

use std::collections::BTreeMap;

use jiff::civil::Date;
use mizan_measure::cooperation::{self, Quad, Way};
use mizan_measure::forecasts::{self, Direction, Forecast, Verdict, Why};
use mizan_measure::{Estimate, Settings, Window, coverage};
use mizan_store::Snapshot;

use super::corpus::{self, Corpus};
use super::deeds::{self, Dates, Deeds};
use super::selection::{Selection, Unit};
use super::share;
use super::sheet::Number;
use super::told::{Told, told};
use super::who::Who;
use super::words::Frame;
use crate::args::measured::{Heading, Measure};

/// What forecasts are held against.
pub(crate) struct Against<'a> {
    measure: Measure,
    selection: &'a Selection,
    deeds: Deeds,
    corpus: Corpus,
    /// How many events a public set has on each day.
    days: BTreeMap<Date, u64>,
    settings: Settings,
    most: usize,
    /// The last day of the data.
    pub(crate) end: Option<Date>,
}

impl<'a> Against<'a> {
    /// Load what the measure needs: events between two actors, or documents about one.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn load(
        snapshot: &Snapshot,
        selection: &'a mut Selection,
        measure: Measure,
        (a, b): (&Who, Option<&Who>),
        (settings, most): (Settings, usize),
    ) -> anyhow::Result<Against<'a>> {
        let deeds = match b {
            Some(b) => deeds::load(snapshot, selection, (&a.side, &b.side), Dates::default())?,
            None => Deeds::default(),
        };
        let sides = if measure == Measure::Coverage { vec![&a.side] } else { Vec::new() };
        let own = selection.is_own() || measure == Measure::Coverage;
        let corpus = if own { corpus::load(snapshot, &sides, None, Dates::default())? } else { Corpus::default() };
        let days = if own { BTreeMap::new() } else { corpus::days(snapshot, selection, Dates::default())? };
        let end = corpus.whole_span().map(|(_, last)| last).or_else(|| days.keys().next_back().copied());
        Ok(Against { measure, selection, deeds, corpus, days, settings, most, end })
    }

    /// The measure in a window, and how it is shown.
    fn over(&self, window: Window) -> (Estimate, Number) {
        let label = told!("{} to {}", window.first(), window.last());
        let (measure, estimate, frame) = match self.measure {
            Measure::Net => ("net", self.net(window), self.events()),
            Measure::Conflict => ("conflict_share", self.told(window, false), self.documents_or_events()),
            Measure::Cooperation => ("cooperation_share", self.told(window, true), self.documents_or_events()),
            Measure::Coverage => ("coverage_share", coverage::share_over(&self.corpus.prints, window, &self.settings), self.documents()),
        };
        let shown = frame.show(&estimate, None);
        (estimate, Number { measure, label, shown })
    }

    fn net(&self, window: Window) -> Estimate {
        cooperation::over(&self.deeds.inside(window), Way::BOTH, window, &self.settings).net
    }

    /// Of all stories (events, in public sets), those that tell of cooperation or of conflict between the two.
    fn told(&self, window: Window, friendly: bool) -> Estimate {
        let counts = |quad: Quad| quad.is_cooperation() == friendly;
        if !self.selection.is_own() {
            let rows = (0_u32..)
                .zip(&self.deeds.rows)
                .filter(|(_, d)| counts(d.quad) && window.contains(d.stamp.date))
                .map(|(row, _)| row)
                .collect();
            let all = self.days.range(window.first()..=window.last()).map(|(_, n)| n).sum();
            let estimate = share::counted(window, rows, all, &self.settings);
            return Estimate { unit: "share of stories", ..estimate };
        }
        let told = self.deeds.rows.iter().zip(&self.deeds.ids).filter(|(d, _)| counts(d.quad)).map(|(_, id)| id);
        coverage::share_over(&self.corpus.telling(told), window, &self.settings)
    }

    fn events(&self) -> Frame<'_> {
        Frame { ids: &self.deeds.ids, outlets: &self.deeds.outlets, unit: self.selection.unit(), most: self.most }
    }

    fn documents(&self) -> Frame<'_> {
        Frame { ids: &self.corpus.ids, outlets: &self.corpus.outlets, unit: Unit::Stories, most: self.most }
    }

    fn documents_or_events(&self) -> Frame<'_> {
        if self.selection.is_own() { self.documents() } else { self.events() }
    }

    /// Hold one forecast against the measure.
    pub(crate) fn judge(&self, (made, due): (Date, Date), heading: Heading, margin: f64, today: Date) -> (Told, Vec<Number>) {
        let direction = match heading {
            Heading::Up => Direction::Rise,
            Heading::Down => Direction::Fall,
            Heading::Same => Direction::Same,
        };
        let forecast = |unit| Forecast { made, due, direction, unit, margin };
        let Some((before, after)) = forecast("").windows() else {
            return (told!("cannot be told: its horizon is not after the day it was made"), Vec::new());
        };
        // What the data do not reach yet has not been measured.
        let known = self.end.map_or(today, |end| today.min(end.tomorrow().unwrap_or(end)));
        let ((first, before), (second, after)) = (self.over(before), self.over(after));
        let judged = forecasts::judge(&forecast(first.unit), &first, &second, known, &self.settings);
        let mut numbers = vec![before, after];
        if let Some(change) = judged.change.as_ref().filter(|_| judged.verdict != Verdict::NotYetDue) {
            let shown = self.events().show(change, None);
            numbers.push(Number { measure: "change", label: told!("change"), shown });
        }
        (self.words(judged.verdict, due, today), numbers)
    }

    fn words(&self, verdict: Verdict, due: Date, today: Date) -> Told {
        let end = self.end.filter(|end| *end < due && due < today);
        match (verdict, end) {
            (Verdict::CameTrue, _) => told!("came true"),
            (Verdict::DidNot, _) => told!("did not come true"),
            (Verdict::NotYetDue, Some(end)) => told!("cannot be told: the data end on {}, before its horizon", end),
            (Verdict::NotYetDue, None) => told!("not yet due"),
            (Verdict::CannotBeTold(why), _) => told!("cannot be told: {}", reason(why)),
        }
    }
}

fn reason(why: Why) -> Told {
    match why {
        Why::NoValue => told!("the measure has no value before or after"),
        Why::NoInterval => told!("a value has no interval on the side that matters"),
        Why::TooUncertain => told!("the interval of the change holds both outcomes"),
        Why::OtherMeasure => told!("the two windows were measured in different units"),
        Why::OtherWindow => told!("the windows do not fit the forecast"),
    }
}
