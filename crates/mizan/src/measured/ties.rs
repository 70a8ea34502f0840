//! How an actor's trade is spread over poles and partners by year, out of tables: what is paid, next to what is told.

use mizan_measure::changepoint::Cost;
use mizan_measure::concentration::{effective_partners, herfindahl};
use mizan_measure::dependence::{self, Dyad, Which};
use mizan_measure::{Period, Series, Settings};
use mizan_store::Snapshot;

use super::figures::{Account, Trader, trade};
use super::relation::Labelled;
use super::sheet::{Drawn, Part};
use super::told::told;
use super::trade::{NOTHING, listing, note_totals, plain, report, shown};
use super::turning::{Sought, enough, turning};
use super::who::Who;
use crate::args::measured::Common;

/// The shares of the poles in the actor's trade, and how few partners it rests on; empty where the store has no table of its trade.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn part(snapshot: &Snapshot, a: &Who, poles: &[Who], common: &Common, settings: &Settings) -> anyhow::Result<Part> {
    let mut part = Part::new("trade", told!("Shares of {}'s trade by year", &a.name));
    let Some(trader) = Trader::of(a) else { return Ok(part) };
    let reporters: Vec<&str> = trader.reporters.iter().map(String::as_str).collect();
    for account in Account::of(&trader, &trade(snapshot, &reporters)?) {
        let years = years(&account, common);
        if !years.iter().any(|year| account.total(*year).is_some()) {
            continue;
        }
        for pole in poles {
            let Some(partner) = Trader::of(pole) else { continue };
            let dyads: Vec<Dyad> = years.iter().map(|y| Dyad { period: *y, a: report(&account, &partner, *y), b: NOTHING }).collect();
            let series = dependence::series(&dyads, Which::ShareOfA);
            let label = told!("share of {}'s trade that is with {} ({})", &a.name, &pole.name, &account.dataset);
            let query = Some(listing(&account.dataset, &account.reporter, &partner));
            if enough(&series) {
                let sought =
                    Sought { measure: "trade_share", label: label.clone(), series: &series, cost: Cost::MeanShift, query: query.clone() };
                part.turning.push(turning(&sought, &plain(), settings, |_, _| Vec::new()));
            }
            part.series.push(shown(Labelled { measure: "trade_share", label, drawn: Drawn::FromZero, query }, &series));
        }
        let concentration = told!("concentration over partner states, 0 spread to 1 a single one ({})", &account.dataset);
        let partners = told!("as many partner states of equal weight ({})", &account.dataset);
        for (measure, label, make) in
            [("concentration", concentration, herfindahl as fn(&[_], _) -> _), ("partners", partners, effective_partners)]
        {
            let series: Series = years.iter().map(|y| (*y, make(&account.partners(*y), y.window()))).collect();
            part.series.push(shown(Labelled { measure, label, drawn: Drawn::FromZero, query: None }, &series));
        }
        note_totals(&mut part, &[(a, &account)]);
    }
    Ok(part)
}

/// The years of an account among those asked for.
fn years(account: &Account, common: &Common) -> Vec<Period> {
    let asked = |p: &Period| common.since.is_none_or(|d| p.last() >= d) && common.until.is_none_or(|d| p.first() <= d);
    let mut years: Vec<Period> = account.years().filter(asked).collect();
    years.sort_unstable();
    years.dedup();
    years
}
