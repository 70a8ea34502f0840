//! `mizan diversion A --from S --to T`: does trade of S with T take its way through A?

use mizan_measure::diversion::baseline::{Baseline, Trend};
use mizan_measure::{Settings, Window};
use mizan_store::Snapshot;

use super::input;
use crate::args::measured::{Diversion, Run};
use crate::measured::diverted::Route;
use crate::measured::scope::settings;
use crate::measured::sheet::{Days, Sheet};
use crate::measured::told::told;
use crate::measured::who::Who;
use crate::measured::{chart, show, words};

/// Measure the diversion and print it.
///
/// # Errors
/// When an actor is unknown or does not trade, there is no store, or what was asked for makes no sense.
pub fn run(args: &Diversion) -> anyhow::Result<()> {
    args.chart.as_deref().map(chart::form).transpose()?;
    if args.before.last() >= args.after.first() {
        return Err(input(
            "the baseline must end before the window that is held against it begins\nhint: --before 2019-01-01..2021-12-31 --after 2022-01-01..2023-12-31",
        ));
    }
    let (snapshot, known) = show::open(&args.common)?;
    let [a, from, to] = [&args.a, &args.from, &args.to].map(|asked| known.who(asked, &snapshot));
    let (a, from, to) = (a?, from?, to?);
    if a.code == from.code || a.code == to.code || from.code == to.code {
        return Err(input("sender, gateway and the state behind it must be three\nhint: mizan diversion KAZ --from EUR --to RUS"));
    }
    let sheet = sheet(args, &snapshot, (&a, &from, &to), &settings(&args.common, 0))?;
    show::print(&sheet, &args.common, args.chart.as_deref())
}

fn sheet(args: &Diversion, snapshot: &Snapshot, (a, from, to): (&Who, &Who, &Who), settings: &Settings) -> anyhow::Result<Sheet> {
    let (trend, expected) = match args.trend {
        Run::Level => (Trend::Mean, told!("its level, the mean")),
        Run::Growth => (Trend::LogLinear, told!("its growth, a straight line in logarithms")),
    };
    let route = Route {
        sender: from,
        gateway: a,
        behind: to,
        baseline: Baseline { trend, window: args.before },
        after: args.after,
        step: args.common.by.map(|by| by.step()),
        settings,
    };
    let (parts, missing) = route.parts(snapshot)?;
    let span = |w: Window| told!("{} to {}", w.first(), w.last());
    let about = vec![
        told!("{}, against what {} leads one to expect by {}", span(args.after), span(args.before), expected),
        words::settings(settings),
        show::version(snapshot),
    ];
    Ok(Sheet {
        verb: "diversion",
        title: told!("Trade of {} ({}) with {} ({}) through {} ({})", &from.name, &from.code, &to.name, &to.code, &a.name, &a.code),
        window: Some(Days::from(args.after)),
        by: None,
        about,
        parts,
        missing,
        command: show::command(&args.common, snapshot),
    })
}
