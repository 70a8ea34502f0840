//! From values to places, with round numbers at the ticks.

/// An axis of values.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    /// The value at the bottom.
    pub(super) from: f64,
    /// The value at the top.
    pub(super) to: f64,
    /// Where ticks stand.
    pub(super) ticks: Vec<f64>,
}

impl Scale {
    /// Exactly from one value to another, four steps.
    pub(super) fn fixed(from: f64, to: f64) -> Scale {
        Scale { from, to, ticks: (0..=4).map(|n| from + (to - from) * f64::from(n) / 4.0).collect() }
    }

    /// Round ends around values, and about five round ticks.
    pub(super) fn around(least: f64, most: f64) -> Scale {
        let most = if most > least { most } else { least + 1.0 };
        let step = round_step((most - least) / 4.0);
        let (first, last) = ((least / step).floor(), (most / step).ceil());
        let count = (last - first).clamp(1.0, 20.0) as u32;
        let ticks: Vec<f64> = (0..=count).map(|n| (first + f64::from(n)) * step).collect();
        Scale { from: ticks[0], to: ticks[ticks.len() - 1], ticks }
    }

    /// The share of the way from bottom to top.
    pub(super) fn place(&self, value: f64) -> f64 {
        ((value - self.from) / (self.to - self.from)).clamp(0.0, 1.0)
    }
}

/// 1, 2 or 5 times a power of ten, at least as large as asked.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|s| *s >= least * (1.0 - 1e-9)).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round() {
        assert_eq!(Scale::around(0.0, 17.0).ticks, [0.0, 5.0, 10.0, 15.0, 20.0]);
        assert_eq!(Scale::around(-3.0, 7.0).ticks, [-5.0, 0.0, 5.0, 10.0]);
        assert_eq!(Scale::around(0.0, 0.0).to, 1.0);
        assert_eq!(Scale::fixed(-1.0, 1.0).ticks, [-1.0, -0.5, 0.0, 0.5, 1.0]);
        assert_eq!(Scale::fixed(0.0, 2.0).place(0.5), 0.25);
    }
}
