//! Intervals by formula: shares, counts, ratios of rates, differences.
//!
//! Quantiles of the beta, gamma and Student distributions are found by bisection of their distribution functions, to about twelve digits. Where
//! both counts of a ratio, or a count, exceed [`LARGE`], normal approximations take over; their ends are then right to four digits.

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};
use statrs::function::beta::beta_reg;
use statrs::function::gamma::gamma_lr;

use crate::settings::Level;

/// Above this count the approximations are used.
pub const LARGE: f64 = 1e4;

/// Halvings of a bracket: enough to use up the digits of a double.
const HALVINGS: u32 = 100;

/// Wilson's score interval for a share, `successes` of `trials`; (0, 1) when there were no trials.
///
/// With z the normal quantile, p the share and n the trials: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
/// Source: Wilson 1927, Journal of the American Statistical Association 22, 209–212. It never leaves 0…1 and is sound for small n. `successes`
/// may be fractional (half agreements); the interval is then wider than need be.
pub fn wilson(successes: f64, trials: f64, level: Level) -> (f64, f64) {
    if trials <= 0.0 {
        return (0.0, 1.0);
    }
    let (z, share) = (normal(1.0 - level.tail()), successes / trials);
    let middle = share + z * z / (2.0 * trials);
    let reach = z * (share * (1.0 - share) / trials + z * z / (4.0 * trials * trials)).max(0.0).sqrt();
    let scale = 1.0 + z * z / trials;
    // At the ends the formula gives 0 and 1 but for rounding.
    let low = if successes <= 0.0 { 0.0 } else { (middle - reach) / scale };
    let high = if successes >= trials { 1.0 } else { (middle + reach) / scale };
    (low.max(0.0), high.min(1.0))
}

/// Garwood's exact interval for the mean behind a Poisson count: χ²(tail; 2x)/2 to χ²(1−tail; 2x+2)/2.
///
/// Source: Garwood 1936, Biometrika 28, 437–442. Above [`LARGE`] by the cube-root approximation of Wilson and Hilferty (1931).
pub fn poisson(count: f64, level: Level) -> (f64, f64) {
    let low = if count > 0.0 { gamma(count, level.tail()) } else { 0.0 };
    (low, gamma(count + 1.0, 1.0 - level.tail()))
}

/// The exact interval of the ratio of two Poisson rates, (x₁/e₁) / (x₂/e₂), from counts x and exposures e.
///
/// Given x₁ + x₂, x₁ is binomial with p = r·e₁ / (r·e₁ + e₂); Clopper and Pearson's interval of p is turned back into r.
/// Sources: Przyborowski & Wilenski 1940, Biometrika 31, 313–323; Clopper & Pearson 1934, Biometrika 26, 404–413. It holds its level or more.
/// The upper end is infinite when `x2` is 0; `None` when both counts or an exposure are 0.
pub fn rate_ratio((x1, e1): (f64, f64), (x2, e2): (f64, f64), level: Level) -> Option<(f64, f64)> {
    if x1 + x2 <= 0.0 || e1 <= 0.0 || e2 <= 0.0 {
        return None;
    }
    let low = if x1 > 0.0 { odds(x1, x2 + 1.0, level.tail()) } else { 0.0 };
    let high = if x2 > 0.0 { odds(x1 + 1.0, x2, 1.0 - level.tail()) } else { f64::INFINITY };
    Some((low * e2 / e1, high * e2 / e1))
}

/// The interval of a difference `b − a` of two independent estimates, each a value with its interval.
///
/// Low: d − √((b−l_b)² + (u_a−a)²); high: d + √((u_b−b)² + (a−l_a)²). Source: Newcombe 1998; Zou & Donner 2008, Statistics in Medicine 27.
pub fn difference((a, a_low, a_high): (f64, f64, f64), (b, b_low, b_high): (f64, f64, f64)) -> (f64, f64) {
    let d = b - a;
    (d - (b - b_low).hypot(a_high - a), d + (b_high - b).hypot(a - a_low))
}

/// The quantile of the standard normal distribution.
pub(crate) fn normal(p: f64) -> f64 {
    Normal::standard().inverse_cdf(p)
}

/// The quantile of Student's distribution, `p` above one half, at least one degree of freedom.
pub(crate) fn student(p: f64, freedom: f64) -> f64 {
    StudentsT::new(0.0, 1.0, freedom).map_or(f64::NAN, |t| solve(|x| t.cdf(x), p))
}

/// The quantile of a gamma distribution with unit rate.
fn gamma(shape: f64, p: f64) -> f64 {
    if shape > LARGE {
        let k = 1.0 / (9.0 * shape);
        return shape * (1.0 - k + normal(p) * k.sqrt()).powi(3);
    }
    solve(|x| if x > 0.0 { gamma_lr(shape, x) } else { 0.0 }, p)
}

/// The quantile of x/(1−x) where x has a beta distribution.
fn odds(a: f64, b: f64, p: f64) -> f64 {
    if a > LARGE && b > LARGE {
        let (a, b) = (a - 0.5, b - 0.5);
        return a / b * (normal(p) * (1.0 / a + 1.0 / b).sqrt()).exp();
    }
    solve(|odds| beta_reg(a, b, odds / (1.0 + odds)), p)
}

/// Where a rising function of x ≥ 0 reaches `p`.
fn solve(function: impl Fn(f64) -> f64, p: f64) -> f64 {
    let mut high = 1.0;
    while function(high) < p && high < 1e15 {
        high *= 2.0;
    }
    let mut low = 0.0;
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        if function(middle) < p {
            low = middle
        } else {
            high = middle
        }
        if high - low <= 1e-14 * high {
            break;
        }
    }
    (low + high) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: (f64, f64), wanted: (f64, f64), tolerance: f64) {
        for (f, w) in [(found.0, wanted.0), (found.1, wanted.1)] {
            assert!(f == w || (f - w).abs() <= tolerance * w.abs(), "{found:?} is not {wanted:?}");
        }
    }

    // The wanted figures of this module were computed with scipy 1.17 (binomtest, chi2, beta, t).

    #[test]
    fn wilson_by_hand_and_by_table() {
        near(wilson(8.0, 10.0, Level::P95), (0.4901624715366418, 0.9433178485456248), 1e-9);
        near(wilson(0.0, 10.0, Level::P95), (0.0, 0.27753279986288926), 1e-9);
        near(wilson(10.0, 10.0, Level::P95), (1.0 - 0.27753279986288926, 1.0), 1e-9);
        assert_eq!(wilson(0.0, 0.0, Level::P95), (0.0, 1.0));
    }

    #[test]
    fn poisson_by_table() {
        // No event: the upper end is −ln 0.025.
        near(poisson(0.0, Level::P95), (0.0, -(0.025_f64.ln())), 1e-10);
        near(poisson(5.0, Level::P95), (1.6234863901184207, 11.66833207932267), 1e-10);
        near(poisson(100.0, Level::P95), (81.36399125092314, 121.62679379242638), 1e-10);
        near(poisson(5000.0, Level::P95), (4862.359188694899, 5140.5489485350045), 1e-9);
        near(poisson(200_000.0, Level::P95), (199_124.424_996_541, 200_878.471_499_963), 1e-7);
    }

    #[test]
    fn rate_ratio_by_table() {
        for (now, before, wanted, tolerance) in [
            ((10.0, 31.0), (40.0, 365.0), (1.3126385398811442, 5.989677133410982), 1e-9),
            ((8.0, 100.0), (2.0, 100.0), (0.7982524004966307, 38.66565607971537), 1e-9),
            ((0.0, 10.0), (5.0, 10.0), (0.0, 1.0912791051825457), 1e-9),
            ((5.0, 10.0), (0.0, 10.0), (0.9163558573154601, f64::INFINITY), 1e-9),
            ((3.0, 10.0), (1e6, 1e6), (0.06186710769309404, 0.876729835138118), 1e-6),
            ((20_000.0, 1.0), (30_000.0, 1.0), (0.6548122606509464, 0.678724863585628), 5e-5),
            ((300_000.0, 1.0), (200_000.0, 1.0), (1.4915320357599506, 1.5085184283612607), 5e-5),
        ] {
            near(rate_ratio(now, before, Level::P95).unwrap(), wanted, tolerance);
        }
        assert_eq!(rate_ratio((0.0, 1.0), (0.0, 1.0), Level::P95), None);
        assert_eq!(rate_ratio((1.0, 0.0), (1.0, 1.0), Level::P95), None);
    }

    #[test]
    fn student_by_table() {
        for (freedom, wanted) in
            [(1.0, 12.706204736174694), (2.0, 4.302652729749462), (10.0, 2.228138851986274), (1000.0, 1.9623390808264083)]
        {
            let found = student(0.975, freedom);
            assert!((found - wanted).abs() < 1e-8, "{freedom}: {found}");
        }
    }

    #[test]
    fn a_difference_of_two_intervals() {
        // 5 [4, 7] less 2 [1, 3]: 3 − √(1² + 1²) and 3 + √(2² + 1²).
        near(difference((2.0, 1.0, 3.0), (5.0, 4.0, 7.0)), (3.0 - 2.0_f64.sqrt(), 3.0 + 5.0_f64.sqrt()), 1e-12);
    }

    #[test]
    fn enormous_counts_end() {
        for count in [1e5, 1e9, 1e15] {
            let (low, high) = poisson(count, Level::P95);
            assert!(low < count && count < high);
            let (low, high) = rate_ratio((count, 1.0), (7.0, 1.0), Level::P95).unwrap();
            assert!(low < count / 7.0 && count / 7.0 < high, "{count}: {low} {high}");
        }
    }
}
