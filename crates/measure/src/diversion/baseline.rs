//! What the time before leads one to expect, with the uncertainty of the expectation.
//!
//! [`Trend::Mean`]: ŷ = ȳ. [`Trend::LogLinear`]: ln ŷ = α + β t by least squares, t the number of the period (a gap in the figures stays a gap).
//! The prediction interval of one further figure is ŷ ± t(n−p) · s · √(1 + 1/n + (t−t̄)²/Sₜₜ), for the trend in logarithms, then raised; p is 1 or
//! 2, and the mean has no last term. ŷ of the trend is therefore the median expected, not the mean. The sum of several figures is drawn: s² from
//! its scaled inverse χ², the coefficients and each figure's error from normal distributions, which is the predictive distribution under flat priors.
//!
//! The mean needs two figures, the trend three; with so few the intervals are honest and very wide. Errors of neighbouring periods are taken
//! as independent; where a series drifts, the interval of a sum is too narrow.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::bootstrap::{each_draw, random};
use crate::estimate::Note;
use crate::interval::student;
use crate::period::{Period, Window};
use crate::row::Figure;
use crate::settings::{Level, Settings};

/// How a baseline runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// Level.
    Mean,
    /// Growing or shrinking by the same factor each period; figures must be above 0.
    LogLinear,
}

/// A baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Baseline {
    /// How it runs.
    pub trend: Trend,
    /// The periods it is fitted on: those that lie wholly in this window.
    pub window: Window,
}

/// A fitted baseline.
pub(crate) struct Fitted {
    trend: Trend,
    level: f64,
    slope: f64,
    middle: f64,
    /// Sum of squared distances from the middle; 0 for a mean.
    width: f64,
    error: f64,
    /// The numbers of the figures it rests on.
    pub(crate) rows: Vec<u32>,
    /// Figures of its window that could not be used.
    pub(crate) set_aside: u64,
}

impl Fitted {
    pub(crate) fn new(figures: &[Figure], baseline: &Baseline) -> Fitted {
        let inside = || (0_u32..).zip(figures).filter(|(_, f)| baseline.window.holds(f.period));
        let scaled = |f: &Figure| match baseline.trend {
            Trend::Mean => f.known(),
            Trend::LogLinear => f.known().filter(|v| *v > 0.0).map(f64::ln),
        };
        let mut points: Vec<(i64, u32, f64)> = inside().filter_map(|(row, f)| Some((f.period.ordinal(), row, scaled(f)?))).collect();
        points.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.2.total_cmp(&b.2)));
        let set_aside = (inside().count() - points.len()) as u64;
        let mut rows: Vec<u32> = points.iter().map(|(_, row, _)| *row).collect();
        rows.sort_unstable();
        Fitted { set_aside, rows, ..least_squares(baseline.trend, &points) }
    }

    /// How many figures are needed at least.
    fn needed(&self) -> u64 {
        match self.trend {
            Trend::Mean => 2,
            Trend::LogLinear => 3,
        }
    }

    /// The note when there are not enough.
    pub(crate) fn short(&self) -> Note {
        Note::ShortBaseline { periods: self.rows.len() as u64, wanted: self.needed() }
    }

    fn enough(&self) -> bool {
        self.rows.len() as u64 >= self.needed() && (self.trend == Trend::Mean || self.width > 0.0)
    }

    fn freedom(&self) -> f64 {
        (self.rows.len() as u64 - self.needed() + 1) as f64
    }

    fn raise(&self, y: f64) -> f64 {
        match self.trend {
            Trend::Mean => y,
            Trend::LogLinear => y.exp(),
        }
    }

    /// What is expected of a period, and between what; `None` with too few figures.
    pub(crate) fn expect(&self, period: Period, level: Level) -> Option<(f64, f64, f64)> {
        if !self.enough() {
            return None;
        }
        let off = period.ordinal() as f64 - self.middle;
        let lever = if self.width > 0.0 { off * off / self.width } else { 0.0 };
        let reach = student(1.0 - level.tail(), self.freedom()) * self.error * (1.0 + 1.0 / self.rows.len() as f64 + lever).sqrt();
        let y = self.level + self.slope * off;
        Some((self.raise(y), self.raise(y - reach), self.raise(y + reach)))
    }

    /// Draws of the sum expected of these periods; there must be enough figures.
    pub(crate) fn sums(&self, periods: &[Period], sample: u32, settings: &Settings) -> Vec<f64> {
        let off: Vec<f64> = periods.iter().map(|p| p.ordinal() as f64 - self.middle).collect();
        each_draw(
            settings,
            1,
            off.len() + self.rows.len(),
            || (),
            |draw, (), out| {
                let mut rng = random(settings.seed, sample, draw);
                let chi: f64 = (0..self.freedom() as u64).map(|_| standard(&mut rng).powi(2)).sum();
                let error = self.error * (self.freedom() / chi).sqrt();
                let level = self.level + error * standard(&mut rng) / (self.rows.len() as f64).sqrt();
                let slope = self.slope + if self.width > 0.0 { error * standard(&mut rng) / self.width.sqrt() } else { 0.0 };
                out[0] = off.iter().map(|off| self.raise(level + slope * off + error * standard(&mut rng))).sum();
            },
        )
    }
}

/// A line through points in the order of time; level for a mean.
fn least_squares(trend: Trend, points: &[(i64, u32, f64)]) -> Fitted {
    let n = points.len().max(1) as f64;
    let middle = points.iter().map(|p| p.0 as f64).sum::<f64>() / n;
    let level = points.iter().map(|p| p.2).sum::<f64>() / n;
    let off = |p: &(i64, u32, f64)| p.0 as f64 - middle;
    let (width, slope) = match trend {
        Trend::Mean => (0.0, 0.0),
        Trend::LogLinear => {
            let width: f64 = points.iter().map(|p| off(p).powi(2)).sum();
            let along: f64 = points.iter().map(|p| off(p) * (p.2 - level)).sum();
            (width, if width > 0.0 { along / width } else { 0.0 })
        }
    };
    let squares: f64 = points.iter().map(|p| (p.2 - level - slope * off(p)).powi(2)).sum();
    let freedom = n - if trend == Trend::Mean { 1.0 } else { 2.0 };
    let error = (squares / freedom.max(1.0)).sqrt();
    Fitted { trend, level, slope, middle, width, error, rows: Vec::new(), set_aside: 0 }
}

/// A standard normal number, by the polar coordinates of two even ones.
fn standard(rng: &mut ChaCha8Rng) -> f64 {
    let (a, b): (f64, f64) = (1.0 - rng.random::<f64>(), rng.random());
    (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos()
}
