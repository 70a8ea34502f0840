//! The account of a file: what was taken, what was left out and why.

use std::collections::{BTreeMap, BTreeSet};

/// How often something was met, and where first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// How often.
    pub count: u64,
    /// The first line it was met on, counted from 1.
    pub line: u64,
    /// What stood there: the line or the cell, cut to 160 characters.
    pub example: String,
}

/// The account of one file. `taken` and the counts in `skipped` add up to `rows`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Lines of the file, with header and empty ones.
    pub lines: u64,
    /// Data lines: neither header nor empty. A record with line breaks inside quotes is one.
    pub rows: u64,
    /// Data lines that were understood.
    pub taken: u64,
    /// Rows handed to the caller: more than `taken` where one line holds several values (a roll call, a trade table).
    pub given: u64,
    /// Cells that print nothing where a value could stand (a state that was no member yet): no row is given for them.
    pub blank: u64,
    /// Data lines left out, by reason.
    pub skipped: BTreeMap<&'static str, Seen>,
    /// Flaws in lines that were taken all the same, by kind: the field in question is missing in the row.
    pub flawed: BTreeMap<&'static str, Seen>,
    /// Codes that are in none of our tables, by scheme and code as printed, with how often each stood.
    pub unmapped: BTreeMap<(&'static str, String), u64>,
    /// Columns the format has and this file lacks, none of them needed.
    pub absent: BTreeSet<&'static str>,
}

impl Tally {
    /// Data lines left out, for all reasons together.
    pub fn left_out(&self) -> u64 {
        self.skipped.values().map(|seen| seen.count).sum()
    }

    /// Add the account of the part of the file that follows this one: line numbers in `later` count from its own start and are moved on.
    ///
    /// # Examples
    /// ```
    /// use mizan_public::{cut, gdelt, Tally};
    /// let bytes = b"not a row\nnor this\nor this\n";
    /// let mut whole = Tally::default();
    /// for part in cut(bytes, 2) {
    ///     whole.append(gdelt::read(part, |_| {})?);
    /// }
    /// assert_eq!(whole, gdelt::read(&bytes[..], |_| {})?);
    /// # Ok::<(), mizan_public::Error>(())
    /// ```
    pub fn append(&mut self, later: Tally) {
        append_seen(&mut self.skipped, later.skipped, self.lines);
        append_seen(&mut self.flawed, later.flawed, self.lines);
        self.lines += later.lines;
        self.rows += later.rows;
        self.taken += later.taken;
        self.given += later.given;
        self.blank += later.blank;
        self.absent.extend(later.absent);
        for (code, count) in later.unmapped {
            *self.unmapped.entry(code).or_default() += count;
        }
    }
}

fn append_seen(all: &mut BTreeMap<&'static str, Seen>, later: BTreeMap<&'static str, Seen>, lines: u64) {
    for (reason, seen) in later {
        match all.get_mut(reason) {
            Some(first) => first.count += seen.count,
            None => {
                all.insert(reason, Seen { line: seen.line + lines, ..seen });
            }
        }
    }
}
