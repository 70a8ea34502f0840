//! Whether trade takes another way round: what a sender ships to a state that may be a gateway and to the state behind it, against what the time
//! before leads one to expect; and what of it the gateway itself reports as come in and gone on.

use mizan_measure::changepoint::Cost;
use mizan_measure::diversion::baseline::Baseline;
use mizan_measure::diversion::{Excess, Gateway, excess, gateway};
use mizan_measure::{Figure, Series, Settings, Step, Window};
use mizan_store::Snapshot;

use super::figures::{Account, Trader, trade};
use super::relation::Labelled;
use super::scope::word;
use super::sheet::{Drawn, Number, Part, Shown};
use super::told::{Told, told};
use super::trade::{counted, listing, plain, shown, unit};
use super::turning::{Sought, enough, turning};
use super::who::Who;
use super::words::figure;
use crate::command::input;

/// Sender, gateway and the state behind it, and the two windows.
pub(crate) struct Route<'r> {
    /// Who ships.
    pub(crate) sender: &'r Who,
    /// Whom it may go through.
    pub(crate) gateway: &'r Who,
    /// Whom it may be meant for.
    pub(crate) behind: &'r Who,
    /// What is expected, and when that was learnt.
    pub(crate) baseline: Baseline,
    /// The window in which it is held against what came.
    pub(crate) after: Window,
    /// The period asked for; else the shortest that an account has.
    pub(crate) step: Option<Step>,
    /// Level, draws, seed.
    pub(crate) settings: &'r Settings,
}

/// One flow of an account.
struct Flow<'f> {
    account: &'f Account,
    partner: (&'f Who, &'f Trader),
    flow: &'static str,
    label: Told,
    figures: Vec<Figure>,
}

impl Route<'_> {
    /// The parts of the page, and what is missing.
    ///
    /// # Errors
    /// When the store cannot be read, or one of the three does not trade.
    pub(crate) fn parts(&self, snapshot: &Snapshot) -> anyhow::Result<(Vec<Part>, Vec<Told>)> {
        let [sender, middle, behind] = [self.sender, self.gateway, self.behind].map(trader);
        let (sender, middle, behind) = (sender?, middle?, behind?);
        let reporters: Vec<&str> = sender.reporters.iter().chain(&middle.reporters).map(String::as_str).collect();
        let figures = trade(snapshot, &reporters)?;
        let (sent, own) = (Account::of(&sender, &figures), Account::of(&middle, &figures));
        let mut missing = Vec::new();
        let mut parts = vec![
            self.shipped("inflow", &sent, (self.gateway, &middle), &mut missing),
            self.shipped("direct", &sent, (self.behind, &behind), &mut missing),
        ];
        parts.push(self.passed(&own, (self.sender, &sender), (self.behind, &behind), &mut missing));
        Ok((parts, missing))
    }

    /// What the sender reports as shipped to a state.
    fn shipped(&self, name: &'static str, accounts: &[Account], to: (&Who, &Trader), missing: &mut Vec<Told>) -> Part {
        let mut part = Part::new(name, told!("Exports of {} to {}", &self.sender.name, &to.0.name));
        for account in accounts {
            let flow = self.flow(account, to, "exports", self.sender, self.step.unwrap_or_else(|| account.finest()));
            if !flow.figures.is_empty() {
                let found = excess(&flow.figures, &self.baseline, self.after, unit(&account.money), self.settings);
                self.told(&mut part, &flow, &found);
            }
        }
        if part.series.is_empty() {
            missing.push(told!("exports that {} reports to {}", &self.sender.name, &to.0.name));
        }
        part
    }

    /// What the gateway reports as come in from the sender and gone on.
    fn passed(&self, accounts: &[Account], from: (&Who, &Trader), to: (&Who, &Trader), missing: &mut Vec<Told>) -> Part {
        let mut part = Part::new("gateway", told!("{} as a gateway, by its own account", &self.gateway.name));
        for account in accounts {
            let step = self.step.unwrap_or_else(|| account.finest());
            let came = self.flow(account, from, "imports", self.gateway, step);
            let went = self.flow(account, to, "exports", self.gateway, step);
            if came.figures.is_empty() || went.figures.is_empty() {
                continue;
            }
            let found: Gateway = gateway(&came.figures, &went.figures, &self.baseline, self.after, unit(&account.money), self.settings);
            self.told(&mut part, &came, &found.inflow);
            self.told(&mut part, &went, &found.outflow);
            let label = told!("gateway index: excess gone on for each unit of excess come in ({})", &account.dataset);
            // What it is a share of stands above as a number of its own.
            let shown = Shown { denominator: None, ..plain().show(&found.index, None) };
            part.numbers.push(Number { measure: "gateway_index", label, shown });
        }
        let [middle, from, to] = [self.gateway, from.0, to.0].map(|who| &who.name);
        match part.numbers.is_empty() {
            true => missing.push(told!("what {} reports as imported from {} and exported to {}", middle, from, to)),
            false => part.words.push(told!("that as much went on as came in does not show that it was the same goods")),
        }
        part
    }

    fn flow<'f>(&self, account: &'f Account, partner: (&'f Who, &'f Trader), flow: &'static str, reporter: &Who, step: Step) -> Flow<'f> {
        let (from, to, by) = (&reporter.name, &partner.0.name, Told::word(word(step)));
        let label = match flow {
            "exports" => told!("exports of {} to {} by {}, {} ({})", from, to, by, &account.money, &account.dataset),
            _ => told!("imports of {} from {} by {}, {} ({})", from, to, by, &account.money, &account.dataset),
        };
        Flow { account, partner, flow, label, figures: account.course(partner.1, flow, step) }
    }

    /// A flow on the page: all of it, its excess over what was expected, its turning points.
    fn told(&self, part: &mut Part, flow: &Flow<'_>, found: &Excess) {
        let money = unit(&flow.account.money);
        let query = Some(listing(&flow.account.dataset, &flow.account.reporter, flow.partner.1));
        let series: Series = flow.figures.iter().map(|f| (f.period, counted(f.period, f.value, &flow.account.money))).collect();
        let total = plain().show(&found.total, query.clone());
        part.words.extend(total.value.zip(total.denominator).filter(|(_, expected)| *expected > 0.0).map(|(more, expected)| {
            let share = format!("{:+.0}%", 100.0 * more / expected).replace('-', "\u{2212}");
            told!("{}: {} where {} was expected, {}", &flow.label, figure(expected + more, money), figure(expected, money), share)
        }));
        part.numbers.push(Number { measure: "excess", label: told!("excess, {}", &flow.label), shown: total });
        if enough(&series) {
            let sought =
                Sought { measure: flow.flow, label: flow.label.clone(), series: &series, cost: Cost::MeanShift, query: query.clone() };
            part.turning.push(turning(&sought, &plain(), self.settings, |_, _| Vec::new()));
        }
        let labelled = |measure, label: Told, drawn| Labelled { measure, label, drawn, query: query.clone() };
        part.series.push(shown(labelled(flow.flow, flow.label.clone(), Drawn::FromZero), &series));
        part.series.push(shown(labelled("excess", told!("excess, {}", &flow.label), Drawn::Charted), &found.by_period));
    }
}

fn trader(who: &Who) -> anyhow::Result<Trader> {
    let hint = "hint: name a country, or a group that tables of trade know";
    Trader::of(who).ok_or_else(|| input(format!("{} is neither a state nor a group that trades\n{hint}", who.name)))
}
