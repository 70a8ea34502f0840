//! Columns found by name.

use std::collections::BTreeSet;

use crate::error::Error;

/// The line of column names, being asked for what a format needs.
pub(crate) struct Header {
    format: &'static str,
    printed: Vec<String>,
    folded: Vec<String>,
    missing: Vec<String>,
    absent: BTreeSet<&'static str>,
    twice: Option<String>,
}

/// Where a column stands that the file does not have: cells asked for there are empty.
pub(crate) const NOWHERE: usize = usize::MAX;

impl Header {
    pub(crate) fn new<'a>(format: &'static str, cells: impl Iterator<Item = &'a str>) -> Header {
        let printed: Vec<String> = cells.map(str::to_owned).collect();
        let folded = printed.iter().map(|name| fold(name)).collect();
        Header { format, printed, folded, missing: Vec::new(), absent: BTreeSet::new(), twice: None }
    }

    /// The names as printed.
    pub(crate) fn names(&self) -> &[String] {
        &self.printed
    }

    /// The place of a column under any of its names; letter case, blanks and punctuation do not matter.
    pub(crate) fn find(&mut self, names: &[&str]) -> Option<usize> {
        for name in names {
            let name = fold(name);
            let mut found = (0..self.folded.len()).filter(|&at| self.folded[at] == name);
            if let Some(at) = found.next() {
                if found.next().is_some() {
                    self.twice = Some(self.printed[at].clone());
                }
                return Some(at);
            }
        }
        None
    }

    /// A column the format cannot do without. All that are missing are told together by [`Header::done`].
    pub(crate) fn need(&mut self, names: &[&str]) -> usize {
        self.find(names).unwrap_or_else(|| {
            self.miss(names);
            NOWHERE
        })
    }

    /// Say that one of these columns should be there.
    pub(crate) fn miss(&mut self, names: &[&str]) {
        self.missing.push(names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or "));
    }

    /// A column the format has and can do without; its lack goes into the tally.
    pub(crate) fn want(&mut self, name: &'static str) -> usize {
        self.find(&[name]).unwrap_or_else(|| {
            self.absent.insert(name);
            NOWHERE
        })
    }

    /// A column that few files have; its lack is no news.
    pub(crate) fn maybe(&mut self, names: &[&str]) -> usize {
        self.find(names).unwrap_or(NOWHERE)
    }

    /// The wanted columns that were not there, unless a needed one was missing or stood twice.
    pub(crate) fn done(self) -> Result<BTreeSet<&'static str>, Error> {
        let format = self.format;
        if !self.missing.is_empty() {
            let found = self.printed.iter().take(60).map(|name| format!("`{name:.60}`")).collect::<Vec<_>>().join(", ");
            return Err(Error::MissingColumns { format, missing: self.missing.join(", "), found });
        }
        match self.twice {
            Some(column) => Err(Error::ColumnTwice { format, column }),
            None => Ok(self.absent),
        }
    }
}

/// A name by its letters and digits alone: `Event ID`, `event_id` and `EventID` are one.
fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_told_together_and_what_stands_twice() {
        let mut header = Header::new("a list", "Event ID,date,Date".split(','));
        assert_eq!(header.need(&["event_id"]), 0);
        assert_eq!((header.need(&["who"]), header.need(&["year", "period"])), (NOWHERE, NOWHERE));
        let error = header.done().unwrap_err().to_string();
        assert_eq!(
            error,
            "line 1 names no column `who`, `year` or `period`, which a list has\nhint: the columns found are `Event ID`, `date`, `Date`; \
             give the file under its own format, with its first line"
        );
        let mut header = Header::new("a list", "Event ID,date,Date".split(','));
        header.want("date");
        assert!(matches!(header.done(), Err(Error::ColumnTwice { column, .. }) if column == "date"));
    }
}
