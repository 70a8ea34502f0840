//! Which share of all that a set tells is told of a pair: a growing corpus is not read as growing interest.

use std::collections::BTreeMap;

use jiff::civil::Date;
use mizan_measure::coverage;
use mizan_measure::{Estimate, Method, Note, Period, Series, Settings, Window, interval};

use super::corpus::Corpus;
use super::relation::{Labelled, Pair, curve};
use super::sheet::{Curve, Drawn};
use super::told::told;
use super::words::Frame;

/// The share by period: of stories by their day of print where Mizan read them, of events by their own day in public sets.
pub(crate) fn of_all(pair: &Pair<'_>, documents: &Corpus, days: &BTreeMap<Date, u64>) -> Curve {
    let label = told!("{} and {}: share that tells of an event between them", &pair.a.name, &pair.b.name);
    let labelled = Labelled { measure: "pair_share", label, drawn: Drawn::FromZero, query: Some(pair.both()) };
    if !pair.selection.is_own() {
        return curve(labelled, &of_events(pair, days), &pair.frame(), pair.scope);
    }
    let series = coverage::share(&documents.telling(pair.deeds.ids.iter()), &pair.scope.axis, pair.settings);
    let frame = Frame { ids: &documents.ids, outlets: &documents.outlets, ..pair.frame() };
    curve(labelled, &series, &frame, pair.scope)
}

/// Of a set too large to be handed over row by row, by its counts.
fn of_events(pair: &Pair<'_>, days: &BTreeMap<Date, u64>) -> Series {
    let step = pair.scope.step;
    let mut all: BTreeMap<Period, u64> = BTreeMap::new();
    days.iter().for_each(|(day, count)| *all.entry(Period::containing(*day, step)).or_default() += count);
    let mut rows: BTreeMap<Period, Vec<u32>> = BTreeMap::new();
    for (row, deed) in (0_u32..).zip(&pair.deeds.rows) {
        rows.entry(Period::containing(deed.stamp.date, step)).or_default().push(row);
    }
    let one = |period: &Period| {
        let rests_on = rows.get(period).cloned().unwrap_or_default();
        (*period, counted(period.window(), rests_on, all.get(period).copied().unwrap_or(0), pair.settings))
    };
    pair.scope.axis.periods().iter().map(one).collect()
}

/// Wilson's interval of a share of counts, as [`coverage::share`] makes it.
pub(crate) fn counted(window: Window, rests_on: Vec<u32>, all: u64, settings: &Settings) -> Estimate {
    let level = settings.level;
    let (told, of) = (rests_on.len() as f64, all as f64);
    let heard = all > 0;
    let (low, high) = interval::wilson(told, of, level);
    let few = (all < settings.minimum && heard).then_some(Note::TooFew { count: all, minimum: settings.minimum });
    Estimate {
        value: heard.then(|| told / of),
        low: heard.then_some(low),
        high: heard.then_some(high),
        method: if heard { Method::Wilson(level) } else { Method::None },
        count: all,
        counted: "stories",
        denominator: heard.then_some(of),
        window,
        unit: "share of stories",
        notes: if heard { few.into_iter().collect() } else { vec![Note::Silent] },
        rests_on,
    }
}
