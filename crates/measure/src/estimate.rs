//! A number that can be defended: value, interval, count, window, unit, what is wrong with it, and the rows it rests on.

use crate::period::{Period, Window};
use crate::settings::Level;

/// How the interval of an estimate was made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// There is none; a note says why.
    None,
    /// Wilson's score interval of a share.
    Wilson(Level),
    /// Garwood's exact interval of a Poisson count.
    Garwood(Level),
    /// The exact conditional binomial interval of a ratio of two Poisson rates.
    Conditional(Level),
    /// Percentiles of a bootstrap over stories.
    Bootstrap {
        /// The level.
        level: Level,
        /// The number of draws.
        draws: u32,
        /// The seed.
        seed: u64,
    },
    /// Student's prediction interval around a baseline fitted by least squares.
    Prediction(Level),
    /// Percentiles of draws from the predictive distribution of a fitted baseline.
    Predictive {
        /// The level.
        level: Level,
        /// The number of draws.
        draws: u32,
        /// The seed.
        seed: u64,
    },
    /// Two independent intervals, their distances squared and added (the interval of a difference).
    SquareAndAdd(Level),
    /// Not a sampling interval: the range between the accounts of the two reporting states.
    Accounts,
    /// Not a sampling interval: the range from no insurance and freight in the import figure to the most assumed.
    Freight,
}

/// What an analyst must know before printing an estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Note {
    /// Nothing at all was recorded in the window: not a zero.
    Silent,
    /// It rests on fewer than the stated minimum.
    TooFew {
        /// What it rests on.
        count: u64,
        /// What was asked for.
        minimum: u64,
    },
    /// One outlet printed more than half of the stories.
    OneOutlet {
        /// The outlet, by the caller's numbering.
        outlet: u32,
        /// The share of stories it printed, above 0.5.
        share: f64,
    },
    /// Rows without a usable number, left out.
    SetAside {
        /// How many.
        rows: u64,
    },
    /// The figure itself is missing from the table.
    Missing,
    /// There is nothing to divide by.
    NoDenominator,
    /// All stories say the same, so that resampling them cannot show how uncertain the value is; no interval is given.
    NoSpread,
    /// There is no interval, for nothing was drawn: the settings ask for no draws, or there is no story to draw.
    NotDrawn,
    /// In some draws the measure had no value; the interval rests on the others. There is none when more than half had no value.
    Undefined {
        /// The share of such draws.
        share: f64,
    },
    /// Too few earlier periods to compare with.
    ShortBaseline {
        /// How many there are.
        periods: u64,
        /// How many are needed.
        wanted: u64,
    },
    /// A full count, not a sample: there is no sampling interval.
    FullCount,
    /// The state's own figure is missing; the partner's account of the same trade stands in.
    PartnerFigure,
    /// The figures contradict each other: a part is larger than its whole.
    Contradiction,
    /// There is no excess to divide by.
    NoExcess,
    /// The search found no turning point.
    NoChange,
    /// Silent periods of the series, skipped.
    Skipped {
        /// How many.
        periods: u64,
    },
    /// Neighbouring periods resemble each other beyond the levels found: changes found may be drift.
    Autocorrelated {
        /// Correlation of neighbouring residuals, above 0.3.
        lag1: f64,
    },
    /// Counts scatter more than a Poisson law allows: changes found may be noise.
    Overdispersed {
        /// Variance over mean within the segments, above 1.5.
        ratio: f64,
    },
}

/// One measured number.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The number; `None` when it cannot be known. Never zero for missing.
    pub value: Option<f64>,
    /// The lower end of the interval; `None` when it has none, or none on this side.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
    /// How the interval was made.
    pub method: Method,
    /// How many stories it rests on (or of what `counted` says).
    pub count: u64,
    /// What `count` counts: "stories", "roll calls", "figures", "baseline figures", "partners", "periods".
    pub counted: &'static str,
    /// The number the value is a share or rate of, or is held against (what was expected, what was before), where there is one.
    pub denominator: Option<f64>,
    /// The days it is about.
    pub window: Window,
    /// The unit of value, low and high.
    pub unit: &'static str,
    /// What must be said with it.
    pub notes: Vec<Note>,
    /// The numbers of the caller's rows it rests on, ascending.
    pub rests_on: Vec<u32>,
}

/// An estimate for each period of an axis.
pub type Series = Vec<(Period, Estimate)>;

impl Estimate {
    /// An estimate without a value yet.
    pub(crate) fn blank(window: Window, unit: &'static str, counted: &'static str) -> Estimate {
        Estimate {
            value: None,
            low: None,
            high: None,
            method: Method::None,
            count: 0,
            counted,
            denominator: None,
            window,
            unit,
            notes: Vec::new(),
            rests_on: Vec::new(),
        }
    }

    /// With an interval, open on a side that is not finite.
    pub(crate) fn between(mut self, (low, high): (f64, f64), method: Method) -> Estimate {
        self.low = Some(low).filter(|v| v.is_finite());
        self.high = Some(high).filter(|v| v.is_finite());
        self.method = method;
        self
    }

    /// With one more note.
    pub(crate) fn noting(mut self, note: Note) -> Estimate {
        self.notes.push(note);
        self
    }

    /// With a note if it rests on too few.
    pub(crate) fn checked(self, minimum: u64) -> Estimate {
        let count = self.count;
        if count < minimum { self.noting(Note::TooFew { count, minimum }) } else { self }
    }
}
