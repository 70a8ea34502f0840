//! The ledger of positions: who is for or against what, from deeds and words of governments and organisations.
//!
//! Every line rests on coded events. The issue is named by the text's own words: the trigger and what follows it up to the end of the clause.
//! Events of one holder towards one target, on the same side and with mostly the same words, are one line.

use std::collections::BTreeSet;

use mizan_record::{Class, Event, Interval, Kind, Modality, Position, Report, Stance};
use mizan_text::fold::fold;

/// The longest issue shown, in characters.
const LONGEST: usize = 110;

/// Fill in the report's positions.
pub(crate) fn ledger(report: &mut Report) {
    let mut lines: Vec<Position> = Vec::new();
    for number in 0..report.events.len() {
        for position in of_event(report, number) {
            match lines.iter_mut().find(|p| same(p, &position)) {
                Some(line) => join(line, position),
                None => lines.push(position),
            }
        }
    }
    report.positions = lines;
}

/// The side an event class shows its source to be on, if it shows one.
fn stance(class: Class) -> Option<Stance> {
    match class {
        Class::Agree | Class::Support | Class::Cooperate | Class::Aid | Class::Concede => Some(Stance::For),
        Class::Accuse | Class::Reject | Class::Threaten | Class::Sanction => Some(Stance::Against),
        Class::Consult | Class::Retreat | Class::Request | Class::Protest | Class::Mobilize | Class::Coerce | Class::Assault => None,
    }
}

fn of_event(report: &Report, number: usize) -> Vec<Position> {
    let event = &report.events[number];
    let happened = matches!(event.modality, Modality::Actual | Modality::Historical);
    let Some(stance) = stance(event.class).filter(|_| happened) else { return Vec::new() };
    let interval = event.date.as_ref().map(|d| d.interval);
    let towards = event.targets.first().map(|&t| report.mentions[t].actor);
    let issue = issue(report, event);
    let mut holders: Vec<usize> =
        event.sources.iter().filter(|&&s| takes_positions(report, s)).map(|&s| report.mentions[s].actor).collect();
    holders.dedup();
    let line = |holder| Position {
        holder,
        issue: issue.clone(),
        towards,
        stance,
        first: interval,
        last: interval,
        events: vec![number],
        claims: event.claims.clone(),
        sentences: vec![event.evidence.sentence],
    };
    holders.into_iter().map(line).collect()
}

/// Governments, their leaders, organisations and armed groups hold positions; places, crowds and private persons do not.
fn takes_positions(report: &Report, mention: usize) -> bool {
    let m = &report.mentions[mention];
    let official = ["GOV", "IGO", "MIL", "LEG", "REB", "OPP", "PTY"].contains(&m.sector.code());
    match m.kind {
        Kind::Polity | Kind::Organisation => true,
        Kind::Person | Kind::Role | Kind::Group => official,
        Kind::Place => false,
    }
}

/// From the trigger to the end of its clause.
fn issue(report: &Report, event: &Event) -> String {
    let text = report.document.text.as_str();
    let end = report.document.sections.get(event.evidence.sentence - 1).map_or(event.evidence.span.end, |s| s.span.end);
    let rest = text.get(event.evidence.span.end..end).unwrap_or("");
    let stop = rest
        .char_indices()
        .find(|(_, c)| matches!(c, '.' | ',' | ';' | ':' | '،' | '؛' | '؟' | '?' | '!' | '»' | '”' | '\n'))
        .map_or(rest.len(), |(at, _)| at);
    let words: Vec<&str> = text[event.evidence.span.start..event.evidence.span.end + stop].split_whitespace().collect();
    let mut out = String::new();
    for word in words {
        if out.chars().count() + word.chars().count() > LONGEST {
            return out + " …";
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Two lines say the same when holder, side and target are the same and at least half of the words are shared.
fn same(a: &Position, b: &Position) -> bool {
    a.holder == b.holder && a.stance == b.stance && a.towards == b.towards && {
        let (x, y) = (word_set(&a.issue), word_set(&b.issue));
        2 * x.intersection(&y).count() >= x.len().min(y.len()).max(1)
    }
}

fn word_set(issue: &str) -> BTreeSet<String> {
    fold(issue).split_whitespace().filter(|w| w.chars().count() > 3).map(str::to_owned).collect()
}

fn join(line: &mut Position, other: Position) {
    line.first = earliest(line.first, other.first);
    line.last = latest(line.last, other.last);
    line.events.extend(other.events);
    // A line that rests on one own deed is no longer only somebody's word.
    line.claims =
        if line.claims.is_empty() || other.claims.is_empty() { Vec::new() } else { [&line.claims[..], &other.claims[..]].concat() };
    line.sentences.extend(other.sentences);
    line.sentences.sort_unstable();
    line.sentences.dedup();
}

fn earliest(a: Option<Interval>, b: Option<Interval>) -> Option<Interval> {
    [a, b].into_iter().flatten().min_by_key(|i| i.first)
}

fn latest(a: Option<Interval>, b: Option<Interval>) -> Option<Interval> {
    [a, b].into_iter().flatten().max_by_key(|i| i.last)
}
