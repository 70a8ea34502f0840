//! Estimates as they are shown: methods and notes in words, rows as ids.

use mizan_measure::{Estimate, Method, Note, Settings};

use super::numbers::Numbers;
use super::selection::Unit;
use super::sheet::{Days, Shown};
use super::told::{Told, told};
use crate::brief::clean;

/// What is needed to show estimates of one measure: the ids of its rows, the names of its outlets, its word for stories.
pub(crate) struct Frame<'f> {
    /// The id of each row.
    pub(crate) ids: &'f [String],
    /// The outlets by number.
    pub(crate) outlets: &'f Numbers,
    /// What is counted once.
    pub(crate) unit: Unit,
    /// How many ids go with a number.
    pub(crate) most: usize,
}

impl Frame<'_> {
    /// An estimate with the question that lists what it rests on.
    pub(crate) fn show(&self, estimate: &Estimate, query: Option<String>) -> Shown {
        let (ids, ids_in_all) = self.ids_of(&estimate.rests_on);
        Shown {
            // Minus nought is nought.
            value: estimate.value.map(|v| v + 0.0),
            low: estimate.low,
            high: estimate.high,
            method: method(estimate.method),
            count: estimate.count,
            counted: self.word(estimate.counted),
            denominator: estimate.denominator,
            window: Days::from(estimate.window),
            unit: self.word(estimate.unit),
            notes: estimate.notes.iter().map(|n| self.note(n)).collect(),
            ids,
            ids_in_all,
            query,
        }
    }

    /// The ids of rows, each once in the order of the rows, and how many there are.
    fn ids_of(&self, rows: &[u32]) -> (Vec<String>, u64) {
        let mut all: Vec<&str> = rows.iter().filter_map(|r| self.ids.get(*r as usize)).map(String::as_str).collect();
        all.sort_unstable();
        all.dedup();
        let count = all.len() as u64;
        (all.into_iter().take(self.most).map(str::to_string).collect(), count)
    }

    /// A word of the measures, in the unit of the set.
    fn word(&self, word: &'static str) -> &'static str {
        match (self.unit, word) {
            (Unit::Events, "stories") => "events",
            (Unit::Events, "share of stories") => "share of events",
            (Unit::Events, "intensity points a story") => "intensity points an event",
            _ => word,
        }
    }

    /// A note in words.
    pub(crate) fn note(&self, note: &Note) -> Told {
        match *note {
            Note::Silent => told!("nothing was recorded; that is not a zero"),
            Note::TooFew { count, minimum } => told!("too few: rests on {}, fewer than {}", count, minimum),
            Note::OneOutlet { outlet, share } => self.one_outlet(outlet, share),
            Note::SetAside { rows } => told!("{} without a usable number, set aside", rows),
            Note::Missing => told!("the figure is missing from the table"),
            Note::NoDenominator => told!("nothing to divide by"),
            Note::NoSpread => match self.unit {
                Unit::Stories => told!("all stories say the same, so no interval can be drawn from them"),
                Unit::Events => told!("all events say the same, so no interval can be drawn from them"),
            },
            Note::NotDrawn => told!("no interval: nothing was drawn"),
            Note::Undefined { share } if share < 0.01 => told!("without a value in under 1% of the draws"),
            Note::Undefined { share } => told!("without a value in {} of the draws", percent(share)),
            Note::ShortBaseline { periods, wanted } => told!("too few periods before it: {}, {} are needed", periods, wanted),
            Note::FullCount => told!("a full count, no sample: no sampling interval"),
            Note::PartnerFigure => told!("its own figure is missing; the partner's stands in"),
            Note::Contradiction => told!("the figures contradict each other: a part is larger than its whole"),
            Note::NoExcess => told!("no excess to divide by"),
            Note::NoChange => told!("no turning point was found"),
            Note::Skipped { periods } => told!("{} without a value skipped", counted(periods, "periods")),
            Note::Autocorrelated { lag1 } => {
                told!("neighbouring periods resemble each other (correlation {}): a change may be drift", format!("{lag1:.2}"))
            }
            Note::Overdispersed { ratio } => {
                told!("counts scatter {} times more than chance allows: a change may be noise", format!("{ratio:.1}"))
            }
        }
    }

    fn one_outlet(&self, outlet: u32, share: f64) -> Told {
        let name = clean(self.outlets.name(outlet));
        let name = if name.is_empty() { told!("unnamed") } else { name.into() };
        match self.unit {
            Unit::Stories => told!("one outlet, {}, printed {} of the stories", name, percent(share)),
            Unit::Events => told!("one outlet, {}, printed {} of the events", name, percent(share)),
        }
    }
}

/// Whether a note says that too few are counted.
pub(crate) fn is_few(note: &Told) -> bool {
    note.is("too few: rests on {}, fewer than {}")
}

/// Whether a note says that one outlet printed most of them.
pub(crate) fn is_one_outlet(note: &Told) -> bool {
    note.is("one outlet, {}, printed {} of the stories") || note.is("one outlet, {}, printed {} of the events")
}

/// Whether a note says why there is no interval.
pub(crate) fn is_no_interval(note: &Told) -> bool {
    note.is("no interval: nothing was drawn")
        || note.is("all stories say the same, so no interval can be drawn from them")
        || note.is("all events say the same, so no interval can be drawn from them")
}

/// The value of an estimate, a dot where there is none.
pub(crate) fn value(shown: &Shown) -> Told {
    shown.value.map_or_else(|| "·".into(), |v| figure(v, shown.unit))
}

/// The interval of an estimate, its ends open where they are not bounded.
pub(crate) fn interval(shown: &Shown) -> Option<Told> {
    let end = |end: Option<f64>, open: &str| end.map_or_else(|| open.into(), |v| figure(v, shown.unit));
    let bounded = shown.low.is_some() || shown.high.is_some();
    bounded.then(|| told!("[{}, {}]", end(shown.low, "−∞"), end(shown.high, "∞")))
}

/// How an interval was made, in words.
pub(crate) fn method(method: Method) -> Told {
    let level = |l: mizan_measure::Level| format!("{}%", trimmed(l.value() * 100.0));
    match method {
        Method::None => told!("none"),
        Method::Wilson(l) => told!("Wilson, {}", level(l)),
        Method::Garwood(l) => told!("Garwood (exact Poisson), {}", level(l)),
        Method::Conditional(l) => told!("exact conditional binomial, {}", level(l)),
        Method::Bootstrap { level: l, draws, seed } => told!("bootstrap over stories, {}, {} draws, seed {}", level(l), draws, seed),
        Method::Prediction(l) => told!("prediction by least squares, {}", level(l)),
        Method::Predictive { level: l, draws, seed } => told!("predictive draws, {}, {} draws, seed {}", level(l), draws, seed),
        Method::SquareAndAdd(l) => told!("distances squared and added, {}", level(l)),
        Method::Accounts => told!("range between the accounts of the two states"),
        Method::Freight => told!("range of freight in the import figure"),
    }
}

/// The settings that hold for a whole page, in words.
pub(crate) fn settings(s: &Settings) -> Told {
    let level = trimmed(s.level.value() * 100.0);
    told!("intervals at {}%, bootstrap of {} draws, seed {}; fewer than {} is said to be too few", level, s.draws, s.seed, s.minimum)
}

/// A number without needless zeros behind its point.
pub(crate) fn trimmed(number: f64) -> String {
    let text = format!("{number:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// A number that may be very large or very small, in three digits that count where it is.
pub(crate) fn sized(number: f64) -> String {
    match number.abs() {
        0.0 => "0".into(),
        size if (0.01..1e6).contains(&size) => trimmed(number),
        _ => format!("{number:.2e}"),
    }
}

/// A share in per cent.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// What is counted: a single one, and several.
pub(super) const COUNTED: [(&str, &str); 14] = [
    ("{} story", "{} stories"),
    ("{} event", "{} events"),
    ("{} event row", "{} event rows"),
    ("{} document", "{} documents"),
    ("{} roll call", "{} roll calls"),
    ("{} figure", "{} figures"),
    ("{} baseline figure", "{} baseline figures"),
    ("{} partner", "{} partners"),
    ("{} period", "{} periods"),
    ("{} day", "{} days"),
    ("{} forecast", "{} forecasts"),
    ("{} turning point", "{} turning points"),
    ("{} copy", "{} copies"),
    ("{} largest outlet", "{} largest outlets"),
];

/// A count and what it counts, by the word for several: "1 story" out of "stories".
pub(crate) fn counted(count: u64, many: &str) -> Told {
    let known = COUNTED.into_iter().find(|(_, several)| several.strip_prefix("{} ") == Some(many));
    match known {
        Some((one, _)) if count == 1 => Told::Said { pattern: one, parts: vec![count.into()] },
        Some((_, several)) => Told::Said { pattern: several, parts: vec![thousands(count).into()] },
        None => format!("{} {many}", thousands(count)).into(),
    }
}

/// A whole number with a thin gap every three digits: 12,345.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A value as its unit is read: shares in per cent, counts whole, what has two sides with its sign.
pub(crate) fn figure(value: f64, unit: &str) -> Told {
    // Minus nought is nought.
    let value = value + 0.0;
    let whole = |v: f64| if v < 0.0 { format!("−{}", thousands(v.abs().round() as u64)) } else { thousands(v.round() as u64) };
    let signed = |v: f64| {
        let digits = format!("{:.2}", v.abs());
        if digits == "0.00" { digits } else { format!("{}{digits}", if v < 0.0 { '−' } else { '+' }) }
    };
    let written = match unit {
        "EUR" | "USD" | "RUB" | "KZT" | "CNY" | "money" => return money(value),
        "stories" | "events" if value.fract() == 0.0 => whole(value),
        "stories" | "events" => format!("{value:.1}"),
        _ if unit.starts_with("share of") => format!("{:.1}%", value * 100.0).replace('-', "−"),
        "net" | "tone" | "leaning" | "asymmetry of shares" => signed(value),
        "intensity points" | "intensity points a story" | "intensity points an event" => signed(value),
        "times the earlier rate" | "times the baseline rate" => format!("{value:.2}×"),
        "entropy" | "distance" | "salience" | "symmetry" | "interdependence" | "index" => format!("{value:.3}"),
        _ if value.abs() >= 1000.0 => whole(value),
        _ => trimmed(value).replace('-', "−"),
    };
    written.into()
}

/// An amount of money in billions or millions.
fn money(value: f64) -> Told {
    let minus = |number: String| number.replace('-', "−");
    match value.abs() {
        v if v >= 1e9 => told!("{} bn", minus(format!("{:.2}", value / 1e9))),
        v if v >= 1e6 => told!("{} m", minus(format!("{:.2}", value / 1e6))),
        _ => minus(format!("{value:.0}")).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_by_unit() {
        for (value, unit, wanted) in [
            (12.0, "stories", "12"),
            (1.6235, "stories", "1.6"),
            (0.3333, "share of stories", "33.3%"),
            (-0.5, "net", "−0.50"),
            (0.001, "net", "0.00"),
            (0.25, "net", "+0.25"),
            (17_880_000_000.0, "USD", "17.88 bn"),
            (260_000_000.0, "EUR", "260.00 m"),
            (-1234.5, "points", "−1,235"),
            (2.5, "times the earlier rate", "2.50×"),
        ] {
            assert_eq!(figure(value, unit).to_string(), wanted);
        }
    }

    #[test]
    fn numbers_of_any_size() {
        assert_eq!([sized(0.0), sized(0.00042), sized(12.5), sized(4.2641e16)], ["0", "4.20e-4", "12.5", "4.26e16"]);
    }

    #[test]
    fn words_agree_with_their_numbers() {
        for (count, many, wanted) in [
            (1, "stories", "1 story"),
            (2, "stories", "2 stories"),
            (1000, "days", "1,000 days"),
            (3, "roll calls", "3 roll calls"),
            (1, "figures", "1 figure"),
            (2, "oddities", "2 oddities"),
        ] {
            assert_eq!(counted(count, many).to_string(), wanted);
        }
    }

    #[test]
    fn events_are_not_called_stories() {
        let outlets = Numbers::default();
        let frame = Frame { ids: &[], outlets: &outlets, unit: Unit::Events, most: 3 };
        assert_eq!((frame.word("stories"), frame.word("net")), ("events", "net"));
        assert_eq!(frame.note(&Note::NoSpread).to_string(), "all events say the same, so no interval can be drawn from them");
    }
}
