//! What a segment of a series costs.

/// How a segment is modelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// One level and even noise: Σ (x − x̄)².
    MeanShift,
    /// Counts with one rate: 2 (S − S ln(S/n)), S the sum of the counts; minus twice the log-likelihood without its constant part. Values must
    /// not be negative.
    Poisson,
    /// Shares or rates with one rate: the same with S = Σ share · denominator and n = Σ denominator. Each estimate must carry its denominator.
    PoissonRate,
}

impl Cost {
    /// What a value is per; `None` if it cannot be used with this cost.
    pub(crate) fn exposure(self, value: f64, denominator: Option<f64>) -> Option<f64> {
        // Squares of larger numbers would leave the range of a double.
        let usable = value.abs() < 1e100;
        match self {
            Cost::MeanShift => usable.then_some(1.0),
            Cost::Poisson => (usable && value >= 0.0).then_some(1.0),
            Cost::PoissonRate => denominator.filter(|d| usable && value >= 0.0 && *d > 0.0 && *d < 1e100),
        }
    }
}

/// The cost of every segment of some values, each in constant time, by running sums.
#[derive(Debug, Clone)]
pub struct Segments {
    cost: Cost,
    middle: f64,
    /// Running sums of the values less `middle` (squared distances) or of value · exposure (Poisson).
    sums: Vec<f64>,
    /// Running sums of the squares of the former.
    squares: Vec<f64>,
    /// Running sums of the exposures.
    exposures: Vec<f64>,
}

impl Segments {
    /// Out of values and what each is per (1 for levels and plain counts; a missing exposure counts as 1).
    pub fn new(cost: Cost, values: &[f64], exposures: &[f64]) -> Segments {
        let n = values.len();
        let middle = if cost == Cost::MeanShift && n > 0 { values.iter().sum::<f64>() / n as f64 } else { 0.0 };
        let mut out = Segments { cost, middle, sums: vec![0.0], squares: vec![0.0], exposures: vec![0.0] };
        for (i, value) in values.iter().enumerate() {
            let exposure = exposures.get(i).copied().unwrap_or(1.0);
            let x = (value - middle) * exposure;
            out.sums.push(out.sums[i] + x);
            out.squares.push(out.squares[i] + x * x);
            out.exposures.push(out.exposures[i] + exposure);
        }
        out
    }

    /// How many values.
    pub fn len(&self) -> usize {
        self.sums.len() - 1
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the values are counts or rates of counts.
    pub(crate) fn counts(&self) -> bool {
        self.cost != Cost::MeanShift
    }

    /// The cost of the values from `from` up to and without `to`; `from < to <= len`.
    pub fn cost(&self, from: usize, to: usize) -> f64 {
        let sum = self.sums[to] - self.sums[from];
        let per = self.exposures[to] - self.exposures[from];
        match self.cost {
            Cost::MeanShift => (self.squares[to] - self.squares[from] - sum * sum / per).max(0.0),
            Cost::Poisson | Cost::PoissonRate if sum <= 0.0 => 0.0,
            Cost::Poisson | Cost::PoissonRate => 2.0 * (sum - sum * (sum / per).ln()),
        }
    }

    /// The level, or the rate, of the same values.
    pub fn level(&self, from: usize, to: usize) -> f64 {
        self.middle + (self.sums[to] - self.sums[from]) / (self.exposures[to] - self.exposures[from])
    }
}
