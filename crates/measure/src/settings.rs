//! What the analyst decides once for all measures of a page.

use crate::error::Error;

/// How often, in the long run, intervals made this way hold the true value: above 0, below 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Level(f64);

impl Level {
    /// Nineteen times out of twenty.
    pub const P95: Level = Level(0.95);

    /// Any other level; an error unless `0 < level < 1`.
    pub fn new(level: f64) -> Result<Level, Error> {
        if level > 0.0 && level < 1.0 { Ok(Level(level)) } else { Err(Error::Level(level)) }
    }

    /// The level itself, such as 0.95.
    pub fn value(self) -> f64 {
        self.0
    }

    /// The share left out on each side, such as 0.025.
    pub fn tail(self) -> f64 {
        (1.0 - self.0) / 2.0
    }
}

/// The settings of a measurement; the same settings and rows give the same numbers on every machine, whatever `threads` is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// The level of all intervals.
    pub level: Level,
    /// Estimates that rest on fewer stories (roll calls, figures) than this carry [`Note::TooFew`](crate::Note::TooFew).
    pub minimum: u64,
    /// How many times the bootstrap draws; 0 leaves its intervals out.
    pub draws: u32,
    /// The seed of every random draw.
    pub seed: u64,
    /// How many threads may work at once; 0 counts as 1.
    pub threads: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_lies_between_nought_and_one() {
        assert_eq!(Level::new(0.95), Ok(Level::P95));
        assert!((Level::P95.tail() - 0.025).abs() < 1e-15);
        for wrong in [0.0, 1.0, -0.1, 95.0, f64::INFINITY] {
            assert_eq!(Level::new(wrong), Err(Error::Level(wrong)));
        }
        assert!(Level::new(f64::NAN).is_err());
        assert!(Error::Level(95.0).to_string().contains("between 0 and 1, not 95\nhint: "));
    }
}
