//! Figures of indicators: one edition of each, added up over years, for a state or a group.

use std::collections::BTreeMap;

use jiff::civil::Date;
use mizan_measure::{Period, Step};
use mizan_public::codes::{CountryKind, Scheme, country};
use mizan_store::Snapshot;

use super::ask::each;
use super::pole::Member;
use super::who::Who;
use crate::command::query::list;

/// A figure of trade as a table prints it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    /// The table it is from.
    pub(crate) dataset: String,
    /// `exports`, `imports` or `turnover`.
    pub(crate) flow: String,
    /// Who reports.
    pub(crate) reporter: String,
    /// With whom.
    pub(crate) partner: String,
    /// First and last day.
    pub(crate) days: (Date, Date),
    /// How much, in euro, dollars or what the unit says; thousands are made whole.
    pub(crate) value: f64,
    /// The money.
    pub(crate) money: String,
}

/// A figure in one of its editions.
struct Printed {
    edition: (u64, String),
    figure: Figure,
}

/// The code of all partners together.
const WORLD: &str = "WLD";
/// With fewer partners than this a table is no account of all trade.
const ENOUGH: usize = 30;

/// Whether a code is that of one state or territory and not of a group that contains others.
fn is_one(code: &str) -> bool {
    country(Scheme::Alpha3, code).is_some_and(|c| c.kind != CountryKind::Group)
}

/// All trade in goods of some reporters, one edition of each figure: the one whose name ends in the greatest number.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn trade(snapshot: &Snapshot, reporters: &[&str]) -> anyhow::Result<Vec<Figure>> {
    let sql = format!(
        "SELECT dataset, indicator, reporter, partner, date_first, date_last, value, unit, version FROM indicators WHERE indicator IN ('exports', 'imports', 'turnover') AND (key IS NULL OR upper(key) = 'TOTAL') AND partner IS NOT NULL AND reporter IN ({}) ORDER BY dataset, version, reporter, partner, date_first, value",
        list(reporters)
    );
    let mut found: BTreeMap<[String; 4], BTreeMap<(Date, Date), Printed>> = BTreeMap::new();
    each(snapshot, &sql, |line| {
        let (Some(first), Some(last), Some(value)) = (line.day(4), line.day(5), line.real(6)) else { return };
        let (money, times) = money(line.text(7).unwrap_or_default());
        let key = [0, 1, 2, 3].map(|at| line.word(at));
        let edition = edition(line.text(8).unwrap_or_default());
        let [dataset, flow, reporter, partner] = key.clone();
        let figure = Figure { dataset, flow, reporter, partner, days: (first, last), value: value * times, money };
        let of = found.entry(key).or_default();
        if of.get(&(first, last)).is_none_or(|known| known.edition <= edition) {
            of.insert((first, last), Printed { edition, figure });
        }
    })?;
    Ok(found.into_values().flat_map(BTreeMap::into_values).map(|printed| printed.figure).collect())
}

/// `thousand USD` is dollars, a thousand times as many.
fn money(unit: &str) -> (String, f64) {
    for (word, times) in [("thousand ", 1e3), ("million ", 1e6), ("billion ", 1e9)] {
        if let Some(money) = unit.strip_prefix(word) {
            return (money.to_string(), times);
        }
    }
    (unit.to_string(), 1.0)
}

/// The last number in an edition's name, and the name.
fn edition(name: &str) -> (u64, String) {
    let number = name.split(|c: char| !c.is_ascii_digit()).rfind(|n| !n.is_empty());
    (number.and_then(|n| n.parse().ok()).unwrap_or(0), name.to_string())
}

/// Who reports for an actor, and whom others name when they mean it.
pub(crate) struct Trader {
    /// The codes under which its own figures stand, the first that has any is taken.
    pub(crate) reporters: Vec<String>,
    members: Vec<Member>,
    aggregates: Vec<String>,
}

impl Trader {
    /// `None` for actors that do not trade: persons, bodies.
    pub(crate) fn of(who: &Who) -> Option<Trader> {
        let country = who.side.country().map(str::to_string);
        if country.is_none() && who.group.is_empty() {
            return None;
        }
        let reporters = who.aggregates.iter().cloned().chain(country.clone()).collect();
        let single = |code: String| vec![Member { code, since: None, until: None }];
        let members = if who.group.is_empty() { country.map(single).unwrap_or_default() } else { who.group.clone() };
        Some(Trader { reporters, members, aggregates: who.aggregates.clone() })
    }

    /// All codes under which others may name it.
    pub(crate) fn codes(&self) -> Vec<&str> {
        self.aggregates.iter().map(String::as_str).chain(self.members.iter().map(|m| m.code.as_str())).collect()
    }

    /// The amount with this trader in a period by one reporter: printed as one, or else added up over the members of that time.
    fn with(&self, figures: &[&Figure], period: Period) -> Option<f64> {
        let as_one = self.aggregates.iter().find_map(|code| filled(figures, |f| f.partner == *code, period));
        let member = |f: &Figure| {
            self.members
                .iter()
                .any(|m| m.code == f.partner && m.since.is_none_or(|d| d <= period.last()) && m.until.is_none_or(|d| d >= period.first()))
        };
        as_one.or_else(|| {
            let mut partners: Vec<&str> = figures.iter().filter(|f| member(f)).map(|f| f.partner.as_str()).collect();
            partners.sort_unstable();
            partners.dedup();
            let each: Vec<f64> = partners.into_iter().filter_map(|p| filled(figures, |f| f.partner == p, period)).collect();
            (!each.is_empty()).then(|| each.iter().sum())
        })
    }
}

/// The sum of figures that fill a period, day for day; `None` when a part of it is missing.
fn filled(figures: &[&Figure], keep: impl Fn(&Figure) -> bool, period: Period) -> Option<f64> {
    let inside: Vec<&&Figure> = figures.iter().filter(|f| keep(f) && period.first() <= f.days.0 && f.days.1 <= period.last()).collect();
    let whole = inside.iter().find(|f| f.days == (period.first(), period.last()));
    if let Some(whole) = whole {
        return Some(whole.value);
    }
    let length = |from: Date, to: Date| i64::from((to - from).get_days()) + 1;
    let days: i64 = inside.iter().map(|f| length(f.days.0, f.days.1)).sum();
    (days == length(period.first(), period.last())).then(|| inside.iter().map(|f| f.value).sum())
}

/// What one reporter prints in one table.
pub(crate) struct Account {
    /// The table.
    pub(crate) dataset: String,
    /// The code it reports under.
    pub(crate) reporter: String,
    /// The money.
    pub(crate) money: String,
    /// Whether its total is added up over partners, because the table has no line for all.
    pub(crate) added_up: bool,
    figures: Vec<Figure>,
}

impl Account {
    /// The accounts of a trader: one for each table that has figures of its own.
    pub(crate) fn of(trader: &Trader, figures: &[Figure]) -> Vec<Account> {
        let mut datasets: Vec<&str> = figures.iter().map(|f| f.dataset.as_str()).collect();
        datasets.dedup();
        let account = |dataset: &str| {
            let reporter = trader.reporters.iter().find(|r| figures.iter().any(|f| f.dataset == dataset && f.reporter == **r))?;
            let own: Vec<Figure> = figures.iter().filter(|f| f.dataset == dataset && f.reporter == *reporter).cloned().collect();
            let added_up = !own.iter().any(|f| f.partner == WORLD);
            Some(Account { dataset: dataset.into(), reporter: reporter.clone(), money: own[0].money.clone(), added_up, figures: own })
        };
        datasets.into_iter().filter_map(account).collect()
    }

    /// The years it has figures of.
    pub(crate) fn years(&self) -> impl Iterator<Item = Period> + '_ {
        self.figures.iter().map(|f| Period::containing(f.days.0, Step::Year))
    }

    /// The shortest periods that it has figures for: months, quarters or years.
    pub(crate) fn finest(&self) -> Step {
        let length = self.figures.iter().map(|f| (f.days.1 - f.days.0).get_days()).min().unwrap_or(0);
        match length {
            0..=31 => Step::Month,
            32..=100 => Step::Quarter,
            _ => Step::Year,
        }
    }

    /// A flow with the partner from its first figure to its last; a period that is not filled day for day has no value.
    pub(crate) fn course(&self, partner: &Trader, flow: &str, step: Step) -> Vec<mizan_measure::Figure> {
        let days = || self.figures.iter().map(|f| f.days);
        let (Some(first), Some(last)) = (days().map(|d| d.0).min(), days().map(|d| d.1).max()) else { return Vec::new() };
        let end = Period::containing(last, step);
        let flows = self.flow(flow);
        let figure = |period| mizan_measure::Figure { period, value: partner.with(&flows, period) };
        let mut all: Vec<_> =
            std::iter::successors(Some(Period::containing(first, step)), |p| p.next()).take_while(|p| *p <= end).map(figure).collect();
        all.truncate(all.iter().rposition(|f| f.value.is_some()).map_or(0, |at| at + 1));
        all.drain(..all.iter().position(|f| f.value.is_some()).unwrap_or(0));
        all
    }

    /// Its trade with each single state in a year.
    pub(crate) fn partners(&self, year: Period) -> Vec<Option<f64>> {
        let mut partners: Vec<&str> = self.figures.iter().map(|f| f.partner.as_str()).filter(|p| is_one(p)).collect();
        partners.sort_unstable();
        partners.dedup();
        let of = |partner: &str, flow: &str| filled(&self.flow(flow), |f| f.partner == partner, year);
        let both = |p: &str| of(p, "exports").zip(of(p, "imports")).map(|(x, m)| x + m);
        let all = |p: &str| of(p, "turnover").or_else(|| both(p)).or_else(|| of(p, "exports")).or_else(|| of(p, "imports"));
        partners.into_iter().filter_map(all).map(Some).collect()
    }

    fn flow(&self, flow: &str) -> Vec<&Figure> {
        self.figures.iter().filter(|f| f.flow == flow).collect()
    }

    /// Exports to, or imports from, the partner in a year.
    pub(crate) fn flow_with(&self, partner: &Trader, flow: &str, year: Period) -> Option<f64> {
        partner.with(&self.flow(flow), year)
    }

    /// Trade with the partner in a year: exports and imports, or else the turnover.
    pub(crate) fn with(&self, partner: &Trader, year: Period) -> Option<f64> {
        let parts = self.flow_with(partner, "exports", year).zip(self.flow_with(partner, "imports", year));
        parts.map(|(x, m)| x + m).or_else(|| self.flow_with(partner, "turnover", year))
    }

    /// All its trade in a year, by the line for all partners, or else added up over those that are states.
    pub(crate) fn total(&self, year: Period) -> Option<f64> {
        let all = |flow: &str| {
            let figures = self.flow(flow);
            if !self.added_up {
                return filled(&figures, |f| f.partner == WORLD, year);
            }
            let mut partners: Vec<&str> = figures.iter().map(|f| f.partner.as_str()).filter(|p| is_one(p)).collect();
            partners.sort_unstable();
            partners.dedup();
            let each: Vec<f64> = partners.into_iter().filter_map(|p| filled(&figures, |f| f.partner == p, year)).collect();
            (each.len() >= ENOUGH).then(|| each.iter().sum())
        };
        all("exports").zip(all("imports")).map(|(x, m)| x + m).or_else(|| all("turnover"))
    }
}

/// Rates of exchange out of the store: indicators called `exchange-rate` whose unit says of what, such as `USD per EUR`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rates(BTreeMap<(String, Date, Date), f64>);

impl Rates {
    /// All rates of the store.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn load(snapshot: &Snapshot) -> anyhow::Result<Rates> {
        let mut rates = BTreeMap::new();
        let sql =
            "SELECT unit, date_first, date_last, value FROM indicators WHERE indicator = 'exchange-rate' AND value > 0 ORDER BY 1, 2, 3, 4";
        each(snapshot, sql, |line| {
            if let (Some(first), Some(last), Some(rate)) = (line.day(1), line.day(2), line.real(3)) {
                rates.insert((line.word(0), first, last), rate);
            }
        })?;
        Ok(Rates(rates))
    }

    /// By what an amount of one money is multiplied to be one of another, in a period that has a rate of its own.
    pub(crate) fn between(&self, from: &str, to: &str, period: Period) -> Option<f64> {
        if from == to {
            return Some(1.0);
        }
        let rate = |unit: String| self.0.get(&(unit, period.first(), period.last())).copied();
        rate(format!("{to} per {from}")).or_else(|| rate(format!("{from} per {to}")).map(|r| 1.0 / r))
    }

    /// Whether any rate between the two is known.
    pub(crate) fn know(&self, from: &str, to: &str) -> bool {
        let units = [format!("{to} per {from}"), format!("{from} per {to}")];
        from == to || self.0.keys().any(|(unit, _, _)| units.contains(unit))
    }
}
