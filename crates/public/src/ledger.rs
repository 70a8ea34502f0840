//! The account while it is being kept.

use std::collections::BTreeMap;

use mizan_record::Class;

use crate::codes::{self, Country, Scheme};
use crate::number;
use crate::tally::{Seen, Tally};

/// What became of a line.
pub(crate) enum Outcome {
    /// Taken, and so many rows given to the caller.
    Given(u64),
    /// Left out, for this reason.
    Skip(&'static str),
    /// The line of column names: no data.
    Header,
}

/// Bytes that were not text: the row is taken with U+FFFD in their place.
pub(crate) const NOT_UTF8: &str = "bytes that are not UTF-8, shown as U+FFFD";
/// The name under which codes are counted once a scheme has too many different ones.
pub(crate) const OTHERS: &str = "(others)";

const EXAMPLE: usize = 160;
const CODE: usize = 80;
const MOST_CODES: usize = 10_000;

/// A tally in the making. Memory stays bounded whatever the file holds.
#[derive(Default)]
pub(crate) struct Ledger {
    pub(crate) tally: Tally,
    unmapped: BTreeMap<&'static str, BTreeMap<String, u64>>,
}

impl Ledger {
    /// Enter what became of a data line.
    pub(crate) fn enter(&mut self, outcome: Outcome, line: u64, text: &str) {
        match outcome {
            Outcome::Given(rows) => {
                self.tally.rows += 1;
                self.tally.taken += 1;
                self.tally.given += rows;
            }
            Outcome::Skip(reason) => {
                self.tally.rows += 1;
                note(&mut self.tally.skipped, reason, line, text);
            }
            Outcome::Header => {}
        }
    }

    /// A flaw in a line that is taken all the same.
    pub(crate) fn flaw(&mut self, kind: &'static str, line: u64, text: &str) {
        note(&mut self.tally.flawed, kind, line, text);
    }

    /// A code that our tables lack.
    pub(crate) fn unmapped(&mut self, scheme: &'static str, code: &str) {
        let codes = self.unmapped.entry(scheme).or_default();
        if let Some(count) = codes.get_mut(code) {
            *count += 1;
            return;
        }
        let key = if codes.len() < MOST_CODES { shorten(code, CODE) } else { OTHERS };
        *codes.entry(key.to_owned()).or_default() += 1;
    }

    /// A country out of the tables; an unknown one is counted, an empty one is none.
    pub(crate) fn country(&mut self, scheme: Scheme, text: &str) -> Option<&'static Country> {
        if text.is_empty() {
            return None;
        }
        let country = codes::country(scheme, text);
        if country.is_none() {
            self.unmapped(scheme.name(), text);
        }
        country
    }

    /// Its code, empty when it has none.
    pub(crate) fn country_code(&mut self, scheme: Scheme, text: &str) -> &'static str {
        self.country(scheme, text).map_or("", |country| country.code)
    }

    /// The class of a CAMEO code; one without a class is counted.
    pub(crate) fn cameo(&mut self, code: &str) -> Option<Class> {
        let class = codes::cameo_class(code);
        if class.is_none() && !code.is_empty() {
            self.unmapped("event (CAMEO)", code);
        }
        class
    }

    /// Degrees north and east, each missing when it is empty or none.
    pub(crate) fn coordinates(&mut self, latitude: &str, longitude: &str, line: u64) -> (Option<f64>, Option<f64>) {
        let latitude = self.optional(latitude, |text| number::degrees(text, 90.0), "latitude is none", line);
        (latitude, self.optional(longitude, |text| number::degrees(text, 180.0), "longitude is none", line))
    }

    /// A number that may be missing; one that cannot be read is missing, and a flaw.
    pub(crate) fn number(&mut self, text: &str, flaw: &'static str, line: u64) -> Option<f64> {
        self.optional(text, number::float, flaw, line)
    }

    /// A count that may be missing; one that cannot be read is missing, and a flaw.
    pub(crate) fn count(&mut self, text: &str, flaw: &'static str, line: u64) -> Option<u32> {
        self.optional(text, number::count, flaw, line)
    }

    /// Whatever `parse` makes of a cell that may be empty; `None` of a full one is a flaw.
    pub(crate) fn optional<T>(&mut self, text: &str, parse: impl Fn(&str) -> Option<T>, flaw: &'static str, line: u64) -> Option<T> {
        if text.is_empty() {
            return None;
        }
        let value = parse(text);
        if value.is_none() {
            self.flaw(flaw, line, text);
        }
        value
    }

    /// Close the account of a file of so many lines.
    pub(crate) fn close(mut self, lines: u64) -> Tally {
        self.tally.lines = lines;
        for (scheme, codes) in self.unmapped {
            for (code, count) in codes {
                self.tally.unmapped.insert((scheme, code), count);
            }
        }
        self.tally
    }
}

fn note(seen: &mut BTreeMap<&'static str, Seen>, reason: &'static str, line: u64, text: &str) {
    match seen.get_mut(reason) {
        Some(first) => first.count += 1,
        None => {
            seen.insert(reason, Seen { count: 1, line, example: shorten(text, EXAMPLE).to_owned() });
        }
    }
}

fn shorten(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_codes_without_end_are_counted_together_at_last() {
        let mut ledger = Ledger::default();
        for n in 0..MOST_CODES as u64 + 7 {
            ledger.unmapped("fips", &n.to_string());
        }
        ledger.unmapped("fips", "3");
        let tally = ledger.close(0);
        assert_eq!(tally.unmapped[&("fips", OTHERS.to_owned())], 7);
        assert_eq!(tally.unmapped[&("fips", "3".to_owned())], 2);
    }

    #[test]
    fn an_example_is_cut_between_characters() {
        let mut ledger = Ledger::default();
        ledger.enter(Outcome::Skip("why"), 4, &"ё".repeat(500));
        assert_eq!(ledger.tally.skipped["why"].example.chars().count(), EXAMPLE);
    }
}
