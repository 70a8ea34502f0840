//! Estimates as they are shown: methods and notes in words, rows as ids.

use mizan_measure::{Estimate, Method, Note, Settings};

use super::numbers::Numbers;
use super::selection::Unit;
use super::sheet::{Days, Shown};
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
    pub(crate) fn note(&self, note: &Note) -> String {
        let many = self.unit.word();
        match *note {
            Note::Silent => "nothing was recorded; that is not a zero".into(),
            Note::TooFew { count, minimum } => format!("too few: rests on {count}, fewer than {minimum}"),
            Note::OneOutlet { outlet, share } => {
                format!("one outlet, {}, printed {} of the {many}", name(self.outlets, outlet), percent(share))
            }
            Note::SetAside { rows } => format!("{rows} without a usable number, set aside"),
            Note::Missing => "the figure is missing from the table".into(),
            Note::NoDenominator => "nothing to divide by".into(),
            Note::NoSpread => format!("all {many} say the same, so no interval can be drawn from them"),
            Note::NotDrawn => "no interval: nothing was drawn".into(),
            Note::Undefined { share } if share < 0.01 => "without a value in under 1% of the draws".into(),
            Note::Undefined { share } => format!("without a value in {} of the draws", percent(share)),
            Note::ShortBaseline { periods, wanted } => format!("too few periods before it: {periods}, {wanted} are needed"),
            Note::FullCount => "a full count, no sample: no sampling interval".into(),
            Note::PartnerFigure => "its own figure is missing; the partner's stands in".into(),
            Note::Contradiction => "the figures contradict each other: a part is larger than its whole".into(),
            Note::NoExcess => "no excess to divide by".into(),
            Note::NoChange => "no turning point was found".into(),
            Note::Skipped { periods } => format!("{} without a value skipped", plural(periods, "period")),
            Note::Autocorrelated { lag1 } => {
                format!("neighbouring periods resemble each other (correlation {lag1:.2}): a change may be drift")
            }
            Note::Overdispersed { ratio } => format!("counts scatter {ratio:.1} times more than chance allows: a change may be noise"),
        }
    }
}

fn name(outlets: &Numbers, outlet: u32) -> String {
    let name = clean(outlets.name(outlet));
    if name.is_empty() { "unnamed".into() } else { name }
}

/// The value of an estimate, a dot where there is none.
pub(crate) fn value(shown: &Shown) -> String {
    shown.value.map_or_else(|| "·".into(), |v| figure(v, shown.unit))
}

/// The interval of an estimate, its ends open where they are not bounded.
pub(crate) fn interval(shown: &Shown) -> Option<String> {
    let end = |end: Option<f64>, open: &str| end.map_or_else(|| open.to_string(), |v| figure(v, shown.unit));
    let bounded = shown.low.is_some() || shown.high.is_some();
    bounded.then(|| format!("[{}, {}]", end(shown.low, "−∞"), end(shown.high, "∞")))
}

/// How an interval was made, in words.
pub(crate) fn method(method: Method) -> String {
    let level = |l: mizan_measure::Level| format!("{}%", trimmed(l.value() * 100.0));
    match method {
        Method::None => "none".into(),
        Method::Wilson(l) => format!("Wilson, {}", level(l)),
        Method::Garwood(l) => format!("Garwood (exact Poisson), {}", level(l)),
        Method::Conditional(l) => format!("exact conditional binomial, {}", level(l)),
        Method::Bootstrap { level: l, draws, seed } => format!("bootstrap over stories, {}, {draws} draws, seed {seed}", level(l)),
        Method::Prediction(l) => format!("prediction by least squares, {}", level(l)),
        Method::Predictive { level: l, draws, seed } => format!("predictive draws, {}, {draws} draws, seed {seed}", level(l)),
        Method::SquareAndAdd(l) => format!("distances squared and added, {}", level(l)),
        Method::Accounts => "range between the accounts of the two states".into(),
        Method::Freight => "range of freight in the import figure".into(),
    }
}

/// The settings that hold for a whole page, in words.
pub(crate) fn settings(s: &Settings) -> String {
    let level = trimmed(s.level.value() * 100.0);
    format!("intervals at {level}%, bootstrap of {} draws, seed {}; fewer than {} is said to be too few", s.draws, s.seed, s.minimum)
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

/// "1 story", "2 stories"; `one` is the word for one.
pub(crate) fn plural(count: u64, one: &str) -> String {
    let many = match one.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => format!("{stem}ies"),
        None => format!("{one}s"),
    };
    if count == 1 { format!("1 {one}") } else { format!("{} {many}", thousands(count)) }
}

/// A count and its word, which stands for several: "1 story" out of "stories".
pub(crate) fn counted(count: u64, many: &str) -> String {
    let one = many.strip_suffix("ies").map(|s| format!("{s}y")).or_else(|| many.strip_suffix('s').map(str::to_string));
    plural(count, &one.unwrap_or_else(|| many.to_string()))
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
pub(crate) fn figure(value: f64, unit: &str) -> String {
    // Minus nought is nought.
    let value = value + 0.0;
    let whole = |v: f64| if v < 0.0 { format!("−{}", thousands(v.abs().round() as u64)) } else { thousands(v.round() as u64) };
    let signed = |v: f64| {
        let digits = format!("{:.2}", v.abs());
        if digits == "0.00" { digits } else { format!("{}{digits}", if v < 0.0 { '−' } else { '+' }) }
    };
    match unit {
        "stories" | "events" if value.fract() == 0.0 => whole(value),
        "stories" | "events" => format!("{value:.1}"),
        _ if unit.starts_with("share of") => format!("{:.1}%", value * 100.0).replace('-', "−"),
        "net" | "tone" | "leaning" | "asymmetry of shares" => signed(value),
        "intensity points" | "intensity points a story" | "intensity points an event" => signed(value),
        "times the earlier rate" | "times the baseline rate" => format!("{value:.2}×"),
        "entropy" | "distance" | "salience" | "symmetry" | "interdependence" | "index" => format!("{value:.3}"),
        "EUR" | "USD" | "RUB" | "KZT" | "CNY" | "money" => money(value),
        _ if value.abs() >= 1000.0 => whole(value),
        _ => trimmed(value).replace('-', "−"),
    }
}

/// An amount of money in billions or millions.
fn money(value: f64) -> String {
    match value.abs() {
        v if v >= 1e9 => format!("{:.2} bn", value / 1e9),
        v if v >= 1e6 => format!("{:.2} m", value / 1e6),
        _ => format!("{value:.0}"),
    }
    .replace('-', "−")
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
            assert_eq!(figure(value, unit), wanted);
        }
    }

    #[test]
    fn numbers_of_any_size() {
        assert_eq!([sized(0.0), sized(0.00042), sized(12.5), sized(4.2641e16)], ["0", "4.20e-4", "12.5", "4.26e16"]);
    }

    #[test]
    fn words_agree_with_their_numbers() {
        assert_eq!([plural(1, "story"), plural(2, "story"), plural(1000, "day")], ["1 story", "2 stories", "1,000 days"]);
        assert_eq!([counted(1, "stories"), counted(3, "roll calls"), counted(1, "figures")], ["1 story", "3 roll calls", "1 figure"]);
    }

    #[test]
    fn events_are_not_called_stories() {
        let outlets = Numbers::default();
        let frame = Frame { ids: &[], outlets: &outlets, unit: Unit::Events, most: 3 };
        assert_eq!((frame.word("stories"), frame.word("net")), ("events", "net"));
        assert_eq!(frame.note(&Note::NoSpread), "all events say the same, so no interval can be drawn from them");
    }
}
