//! Trade between two actors by year: what each reports, and how much each depends on the other.

use mizan_measure::changepoint::Cost;
use mizan_measure::dependence::{self, Dyad, Report, Which};
use mizan_measure::diversion::{Mirror, mirror_gap};
use mizan_measure::{Estimate, Method, Note, Period, Series, Settings};
use mizan_store::Snapshot;

use super::figures::{Account, Rates, Trader, trade};
use super::numbers::Numbers;
use super::relation::Labelled;
use super::selection::Unit;
use super::sheet::{Curve, Drawn, Part, Point};
use super::told::{Told, told};
use super::turning::{Sought, enough, turning};
use super::who::Who;
use super::words::Frame;
use crate::args::measured::Common;
use crate::command::query::quoted;

/// The most insurance and freight that is assumed in an import figure, as a share of the goods' own value.
const FREIGHT: f64 = 0.1;

/// The trade of two actors, and what is missing of it.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn part(snapshot: &Snapshot, a: &Who, b: &Who, common: &Common, settings: &Settings) -> anyhow::Result<(Part, Vec<Told>)> {
    let mut part = Part::new("trade", told!("Trade of {} and {} by year", &a.name, &b.name));
    let traders = (Trader::of(a), Trader::of(b));
    let (Some(one), Some(other)) = traders else {
        let who = if traders.0.is_none() { a } else { b };
        return Ok((part, vec![told!("trade and votes: {} is neither a state nor a group that tables of trade know", &who.name)]));
    };
    let reporters: Vec<&str> = one.reporters.iter().chain(&other.reporters).map(String::as_str).collect();
    let figures = if reporters.is_empty() { Vec::new() } else { trade(snapshot, &reporters)? };
    let rates = Rates::load(snapshot)?;
    let dyad =
        Sides { a: (a, &one, Account::of(&one, &figures)), b: (b, &other, Account::of(&other, &figures)), common, settings, rates: &rates };
    let mut missing = Vec::new();
    for (who, partner, accounts) in [(a, b, &dyad.a.2), (b, a, &dyad.b.2)] {
        if accounts.is_empty() {
            missing.push(told!("trade that {} reports with {}", &who.name, &partner.name));
        }
    }
    part.series.extend(dyad.flows());
    dyad.dependence(&mut part);
    part.series.retain(|c| c.points.iter().any(|p| p.shown.value.is_some()));
    if part.series.is_empty() && missing.is_empty() {
        missing.push(told!("whole years of trade between {} and {}", &a.name, &b.name));
    }
    Ok((part, missing))
}

/// Two traders and their accounts.
struct Sides<'s> {
    a: (&'s Who, &'s Trader, Vec<Account>),
    b: (&'s Who, &'s Trader, Vec<Account>),
    common: &'s Common,
    settings: &'s Settings,
    rates: &'s Rates,
}

impl Sides<'_> {
    /// The years of some accounts from the first to the last that was asked for.
    fn years(&self, accounts: &[&Account]) -> Vec<Period> {
        let mut all: Vec<Period> = accounts.iter().flat_map(|a| a.years()).collect();
        all.sort_unstable();
        let asked = |p: &Period| self.common.since.is_none_or(|d| p.last() >= d) && self.common.until.is_none_or(|d| p.first() <= d);
        let Some((first, last)) = all.first().zip(all.last()) else { return Vec::new() };
        std::iter::successors(Some(*first), |p| p.next()).take_while(|p| p <= last).filter(asked).collect()
    }

    /// Exports and imports as each reports them.
    fn flows(&self) -> Vec<Curve> {
        let mut curves = Vec::new();
        for ((who, _, accounts), (partner, trader, _)) in [(&self.a, &self.b), (&self.b, &self.a)] {
            for account in accounts {
                for flow in ["exports", "imports"] {
                    let years = self.years(&[account]);
                    let series: Series =
                        years.iter().map(|y| (*y, counted(*y, account.flow_with(trader, flow, *y), &account.money))).collect();
                    let (from, to) = (&who.name, &partner.name);
                    let label = match flow {
                        "exports" => told!("exports of {} to {}, {} ({})", from, to, &account.money, &account.dataset),
                        _ => told!("imports of {} from {}, {} ({})", from, to, &account.money, &account.dataset),
                    };
                    let query = Some(listing(&account.dataset, &account.reporter, trader));
                    curves.push(shown(Labelled { measure: flow, label, drawn: Drawn::FromZero, query }, &series));
                }
            }
        }
        curves
    }

    /// Shares of trade and what follows from them: of both where their accounts can be put into one money, else of each alone.
    fn dependence(&self, part: &mut Part) {
        let pair = self.pair();
        if let Some((one, other)) = pair {
            let years = self.years(&[one, other]);
            let dyad = |y: &Period| Dyad { period: *y, a: report(one, self.b.1, *y), b: self.exchanged(one, other, *y) };
            let dyads: Vec<Dyad> = years.iter().map(dyad).collect();
            self.measures(part, &dyads, &ALL, &tables(one, other));
            part.series.extend(self.gaps(one, other, &years));
            note_totals(part, &[(self.a.0, one), (self.b.0, other)]);
            if one.money != other.money {
                part.words.push(told!(
                    "what {} reports in {} is held against {} at the rates of exchange in the store",
                    &self.b.0.name,
                    &other.money,
                    &one.money
                ));
            }
            return;
        }
        for account in &self.a.2 {
            let dyads: Vec<Dyad> =
                self.years(&[account]).into_iter().map(|y| Dyad { period: y, a: report(account, self.b.1, y), b: NOTHING }).collect();
            self.measures(part, &dyads, &[Which::ShareOfA], &account.dataset);
            note_totals(part, &[(self.a.0, account)]);
        }
        for account in &self.b.2 {
            let dyads: Vec<Dyad> =
                self.years(&[account]).into_iter().map(|y| Dyad { period: y, a: NOTHING, b: report(account, self.a.1, y) }).collect();
            self.measures(part, &dyads, &[Which::ShareOfB], &account.dataset);
            note_totals(part, &[(self.b.0, account)]);
        }
        if !self.a.2.is_empty() && !self.b.2.is_empty() {
            part.words.push(told!(
                "the two report in different money, so their figures are not held against each other: import rates of exchange (indicator exchange-rate, unit such as “USD per EUR”)"
            ));
        }
    }

    /// An account of each in one money, or in two of which the store has the rate; out of one table if there is one.
    fn pair(&self) -> Option<(&Account, &Account)> {
        let all = self.a.2.iter().flat_map(|a| self.b.2.iter().map(move |b| (a, b)));
        let able = all.filter(|(a, b)| self.rates.know(&b.money, &a.money));
        able.min_by_key(|(a, b)| (a.money != b.money, a.dataset != b.dataset))
    }

    /// What the second reports, in the money of the first.
    fn exchanged(&self, one: &Account, other: &Account, year: Period) -> Report {
        let rate = self.rates.between(&other.money, &one.money, year);
        let Report { with, total } = report(other, self.a.1, year);
        let times = |amount: Option<f64>| amount.zip(rate).map(|(amount, rate)| amount * rate);
        Report { with: times(with), total: times(total) }
    }

    /// Measures of dependence and, where there are years enough, their turning points.
    fn measures(&self, part: &mut Part, dyads: &[Dyad], which: &[Which], tables: &str) {
        let (a, b) = (&self.a.0.name, &self.b.0.name);
        for which in which {
            let (measure, label, drawn) = match which {
                Which::ShareOfA => ("share_of_a", told!("share of {}'s trade that is with {} ({})", a, b, tables), Drawn::FromZero),
                Which::ShareOfB => ("share_of_b", told!("share of {}'s trade that is with {} ({})", b, a, tables), Drawn::FromZero),
                Which::Asymmetry => ("asymmetry", told!("asymmetry, above 0 {} depends more ({})", a, tables), Drawn::Free),
                Which::Salience => ("salience", told!("salience ({})", tables), Drawn::Hidden),
                Which::Symmetry => ("symmetry", told!("symmetry ({})", tables), Drawn::Hidden),
                Which::Interdependence => ("interdependence", told!("interdependence ({})", tables), Drawn::FromZero),
            };
            let series = dependence::series(dyads, *which);
            if matches!(which, Which::ShareOfA | Which::ShareOfB | Which::Asymmetry) && enough(&series) {
                let sought = Sought { measure, label: label.clone(), series: &series, cost: Cost::MeanShift, query: None };
                part.turning.push(turning(&sought, &plain(), self.settings, |_, _| Vec::new()));
            }
            part.series.push(shown(Labelled { measure, label, drawn, query: None }, &series));
        }
    }

    /// What each reports as sent to the other and the other does not report as received, in the money of the first.
    fn gaps(&self, one: &Account, other: &Account, years: &[Period]) -> [Curve; 2] {
        let rated = |amount: Option<f64>, year: &Period| {
            amount.zip(self.rates.between(&other.money, &one.money, *year)).map(|(amount, rate)| amount * rate)
        };
        let forth = |y: &Period| Mirror {
            period: *y,
            exports: one.flow_with(self.b.1, "exports", *y),
            imports: rated(other.flow_with(self.a.1, "imports", *y), y),
        };
        let back = |y: &Period| Mirror {
            period: *y,
            exports: rated(other.flow_with(self.a.1, "exports", *y), y),
            imports: one.flow_with(self.b.1, "imports", *y),
        };
        let gap = |from: &Who, to: &Who, mirrors: Vec<Mirror>| {
            let label = told!("mirror gap of {}'s exports to {} ({})", &from.name, &to.name, tables(one, other));
            shown(Labelled { measure: "mirror_gap", label, drawn: Drawn::Free, query: None }, &mirror_gap(&mirrors, FREIGHT))
        };
        [gap(self.a.0, self.b.0, years.iter().map(forth).collect()), gap(self.b.0, self.a.0, years.iter().map(back).collect())]
    }
}

/// The measures of two full accounts.
const ALL: [Which; 6] = [Which::ShareOfA, Which::ShareOfB, Which::Asymmetry, Which::Salience, Which::Symmetry, Which::Interdependence];

/// The tables of two accounts.
fn tables(one: &Account, other: &Account) -> String {
    if one.dataset == other.dataset { one.dataset.clone() } else { format!("{}, {}", one.dataset, other.dataset) }
}

pub(crate) const NOTHING: Report = Report { with: None, total: None };

pub(crate) fn report(account: &Account, partner: &Trader, year: Period) -> Report {
    Report { with: account.with(partner, year), total: account.total(year) }
}

pub(crate) fn note_totals(part: &mut Part, accounts: &[(&Who, &Account)]) {
    let added_up = |account: &Account| account.added_up && account.years().any(|year| account.total(year).is_some());
    for (who, account) in accounts.iter().filter(|(_, a)| added_up(a)) {
        part.words.push(told!(
            "all trade of {} in {} is added up over its partners: the table has no line for all of them",
            &who.name,
            &account.dataset
        ));
    }
}

/// A money as a unit.
pub(crate) fn unit(money: &str) -> &'static str {
    ["EUR", "USD", "RUB", "KZT", "CNY"].into_iter().find(|known| *known == money).unwrap_or("money")
}

/// A figure as an estimate: a full count.
pub(crate) fn counted(period: Period, value: Option<f64>, money: &str) -> Estimate {
    Estimate {
        value,
        low: None,
        high: None,
        method: Method::None,
        count: u64::from(value.is_some()),
        counted: "figures",
        denominator: None,
        window: period.window(),
        unit: unit(money),
        notes: vec![if value.is_some() { Note::FullCount } else { Note::Missing }],
        rests_on: Vec::new(),
    }
}

/// How figures of tables are shown: they have no ids.
pub(crate) fn plain() -> Frame<'static> {
    static NOBODY: std::sync::LazyLock<Numbers> = std::sync::LazyLock::new(Numbers::default);
    Frame { ids: &[], outlets: &NOBODY, unit: Unit::Stories, most: 0 }
}

/// A series of figures as it is shown.
pub(crate) fn shown(labelled: Labelled, series: &Series) -> Curve {
    let frame = plain();
    let points: Vec<Point> = series.iter().map(|(period, estimate)| Point { period: *period, shown: frame.show(estimate, None) }).collect();
    let unit = points.first().map_or("", |p| p.shown.unit);
    let Labelled { measure, label, drawn, query } = labelled;
    Curve { measure, label, unit, points, drawn, query }
}

/// The question that lists the figures of a reporter with a partner.
pub(crate) fn listing(dataset: &str, reporter: &str, partner: &Trader) -> String {
    let partners: Vec<String> = partner.codes().into_iter().map(quoted).collect();
    format!(
        "SELECT * FROM indicators WHERE dataset = {} AND indicator IN ('exports', 'imports', 'turnover') AND reporter = {} AND partner IN ({})",
        quoted(dataset),
        quoted(reporter),
        partners.join(", ")
    )
}
