//! The code tables of public data sets (`data/codes`), built in.
//!
//! They hold what the readers know of other people's codes. What is not in them is not guessed.

mod country;
mod event;
mod sector;

pub use country::{Country, CountryKind, Scheme, country};
pub use event::{cameo_class, event_type};
pub use sector::{Role, Vocabulary, role};

/// The lines of a table without comments and without the line of column names.
fn lines(table: &'static str) -> impl Iterator<Item = std::str::Split<'static, char>> {
    table.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| line.split('\t'))
}

/// A place for each word of three capital letters.
const THREE: usize = 26 * 26 * 26;

/// The place of a word of capital letters among all of its length.
fn slot(code: &str) -> Option<usize> {
    code.bytes().try_fold(0, |at, b| b.is_ascii_uppercase().then(|| at * 26 + usize::from(b - b'A')))
}

fn slot3(code: &str) -> Option<usize> {
    if code.len() == 3 { slot(code) } else { None }
}
