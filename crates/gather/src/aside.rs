//! What was set aside, where it stood, and why.

use std::fmt;

/// A record, or the rest of a file, that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}`{place}: {reason}")]
pub struct Aside {
    /// The name of the file, or the address of the record where it has one.
    pub name: String,
    /// Where in the file.
    pub place: Place,
    /// What is wrong, and what to do.
    pub reason: Reason,
}

/// A place in a file as it is after unpacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    Whole,
    /// A line, counted from 1.
    Line(u64),
    /// A record, counted from 1.
    Record(u64),
    /// A byte, counted from 0.
    Byte(u64),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Whole => Ok(()),
            Place::Line(line) => write!(f, ", line {line}"),
            Place::Record(record) => write!(f, ", record {record}"),
            Place::Byte(byte) => write!(f, ", byte {byte}"),
        }
    }
}

/// Why something was set aside. The second line of each message says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// No bytes at all.
    #[error("the file is empty\nhint: check how it was saved or downloaded")]
    Empty,
    /// An archive that is not unpacked here.
    #[error("the file is {0}\nhint: unpack it first and give the files in it; only gzip and zstd are unpacked here")]
    Packed(&'static str),
    /// In an encoding that a table or feed cannot be read in.
    #[error("the file seems to be in {0}, in which only single texts are read\nhint: save it as UTF-8")]
    Letters(&'static str),
    /// Reading stopped: a cut archive, a damaged one, a failing disk.
    #[error(
        "nothing can be read from here on: {0}\nhint: what came before was taken; get the file again, or unpack it with a tool that repairs"
    )]
    Broken(String),
    /// The file ends where a record is not complete.
    #[error("the file ends inside a record: {0}\nhint: get the file again, it was cut")]
    Cut(String),
    /// More bytes than one item may have.
    #[error("the record has more than {limit} bytes\nhint: split it, or raise the limit")]
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
    },
    /// Bytes that are not UTF-8 in a format that must be.
    #[error("byte {0} of the record is not UTF-8\nhint: save the file as UTF-8")]
    NotUtf8(usize),
    /// Not JSON.
    #[error("the record is not JSON: {0}\nhint: write one JSON object a line, or one array of objects")]
    NotJson(String),
    /// JSON, but no object.
    #[error("the record is no JSON object\nhint: give every report an object of its own, with `text` in it")]
    NotAnObject,
    /// A record without a text.
    #[error("the record has no text; it has {found}\nhint: name the one that holds the text (`text=NAME`), or leave the record out")]
    NoText {
        /// The names it has, in quotes.
        found: String,
    },
    /// The field is there but empty.
    #[error("the text is empty\nhint: leave the record out, or look where the text went when the file was made")]
    EmptyText,
    /// The table's columns do not tell which holds the text.
    #[error("no column is known to hold the text; the columns are {found}\nhint: name it: `text=COLUMN`")]
    NoTextColumn {
        /// The names of the columns, in quotes.
        found: String,
    },
    /// A column was named that the table lacks.
    #[error("there is no column `{column}`; the columns are {found}\nhint: write the name as the table has it")]
    NoSuchColumn {
        /// The column asked for.
        column: String,
        /// The names of the columns, in quotes.
        found: String,
    },
    /// A row that is longer than the header.
    #[error("the row has {found} columns, the header {expected}\nhint: put texts that hold the separator in double quotes")]
    Columns {
        /// Columns in the row.
        found: usize,
        /// Columns in the header.
        expected: usize,
    },
    /// Too many columns.
    #[error("the row has more than {limit} columns\nhint: check the separator; a table of reports has a few columns")]
    TooManyColumns {
        /// The limit.
        limit: usize,
    },
    /// A quote that is opened and never closed.
    #[error("a double quote is opened in this row and not closed before the end of the file\nhint: close it, or double those inside texts")]
    OpenQuote,
    /// An entry of a feed that is not well-formed.
    #[error("the entry is not well-formed XML: {0}\nhint: ask the publisher for a valid feed, or save the entry's page")]
    Xml(String),
    /// A record of a web archive that does not follow its standard.
    #[error("this is no WARC record: {0}\nhint: the next record is looked for; get the archive again if there are many of these")]
    Archive(String),
    /// A page whose transfer cannot be undone.
    #[error("the page cannot be taken out of its transfer: {0}\nhint: save the page anew")]
    Transfer(String),
}

impl Reason {
    /// Whether nothing more comes out of the file after it.
    pub fn ends(&self) -> bool {
        matches!(
            self,
            Reason::Empty
                | Reason::Packed(_)
                | Reason::Letters(_)
                | Reason::Broken(_)
                | Reason::Cut(_)
                | Reason::NoTextColumn { .. }
                | Reason::NoSuchColumn { .. }
                | Reason::OpenQuote
        )
    }
}

/// Names in quotes, as many as fit a message.
pub(crate) fn listed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    const MOST: usize = 40;
    let mut names = names.into_iter();
    let mut shown: Vec<String> = names.by_ref().take(MOST).map(|name| format!("`{}`", name.chars().take(60).collect::<String>())).collect();
    match names.count() {
        0 if shown.is_empty() => return "nothing".into(),
        0 => {}
        more => shown.push(format!("and {more} more")),
    }
    shown.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_names_are_cut() {
        let names: Vec<String> = (0..1000).map(|n| format!("c{n}")).collect();
        let said = listed(names.iter().map(String::as_str));
        assert!(said.starts_with("`c0`, `c1`") && said.ends_with("`c39`, and 960 more"), "{said}");
        assert_eq!(listed([]), "nothing");
    }

    #[test]
    fn a_message_says_what_where_and_what_to_do() {
        let aside = Aside { name: "a.csv".into(), place: Place::Line(7), reason: Reason::Columns { found: 4, expected: 3 } };
        assert_eq!(
            aside.to_string(),
            "`a.csv`, line 7: the row has 4 columns, the header 3\nhint: put texts that hold the separator in double quotes"
        );
    }
}
