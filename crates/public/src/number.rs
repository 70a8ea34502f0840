//! Numbers as tables print them.

/// A finite number with a decimal point; `None` for anything else, also for `inf`, `nan` and a decimal comma.
pub(crate) fn float(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|n: &f64| n.is_finite())
}

/// A count, also when a program has printed it as `12.0`.
pub(crate) fn count(text: &str) -> Option<u32> {
    let text = text.trim();
    text.strip_suffix(".0").unwrap_or(text).parse().ok()
}

/// A coordinate within `limit` degrees either way.
pub(crate) fn degrees(text: &str, limit: f64) -> Option<f64> {
    float(text).filter(|n| n.abs() <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_finite_numbers_are_numbers() {
        assert_eq!(float(" -7.25 "), Some(-7.25));
        assert_eq!(float("1e3"), Some(1000.0));
        for bad in ["", "inf", "NaN", "1,5", "1 000", "١٢", "1e999", "x"] {
            assert_eq!(float(bad), None, "{bad}");
        }
        assert_eq!((count("12"), count("12.0"), count("-1"), count("1.5")), (Some(12), Some(12), None, None));
        assert_eq!((degrees("90", 90.0), degrees("90.1", 90.0)), (Some(90.0), None));
    }
}
