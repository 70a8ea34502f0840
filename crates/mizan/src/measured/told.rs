//! Words for people that can be said in another language: a pattern with gaps, and what stands in them.
//!
//! English is what is printed and what is written as JSON; `data/labels/measured.tsv` has each pattern in the other languages, for the pages of
//! `mizan serve`. Which words are said is asked of the pattern ([`Told::is`]) and never of the words as printed.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

use jiff::civil::Date;
use mizan_text::Language;
use serde::{Serialize, Serializer};

use crate::brief::clean;

/// Words for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Told {
    /// The same in every language: a name, a number, a day, words of others.
    Plain(String),
    /// Words of ours.
    Said {
        /// The English words; each gap in them is a `{}`.
        pattern: &'static str,
        /// What stands in the gaps, in their order.
        parts: Vec<Told>,
    },
}

/// Words of ours: a pattern, and what stands in its gaps.
macro_rules! told {
    ($pattern:literal $(, $part:expr)* $(,)?) => {
        $crate::measured::told::Told::Said { pattern: $pattern, parts: vec![$($crate::measured::told::Told::from($part)),*] }
    };
}
pub(crate) use told;

impl Told {
    /// A word of ours that has no gaps.
    pub(crate) fn word(word: &'static str) -> Told {
        Told::Said { pattern: word, parts: Vec::new() }
    }

    /// A word out of the store: one of ours where the table has it, such as the name of a class of events.
    pub(crate) fn known(word: &str) -> Told {
        table().get_key_value(word).map_or_else(|| word.into(), |(ours, _)| Told::word(ours))
    }

    /// Whether these are the words of a pattern.
    pub(crate) fn is(&self, words: &str) -> bool {
        matches!(self, Told::Said { pattern, .. } if *pattern == words)
    }

    /// What stands in the gaps.
    pub(crate) fn parts(&self) -> &[Told] {
        match self {
            Told::Plain(_) => &[],
            Told::Said { parts, .. } => parts,
        }
    }

    /// In a language, without what would disturb a page. What is the same in every language stands between FSI and PDI (U+2068, U+2069) among
    /// words that run from right to left, so that days and signs keep their order.
    pub(crate) fn said(&self, language: Language) -> String {
        match self {
            Told::Plain(text) => clean(text),
            Told::Said { pattern, parts } => filled(in_table(pattern, language).unwrap_or(pattern), parts, |part| match part {
                Told::Plain(text) if language.is_right_to_left() => format!("\u{2068}{}\u{2069}", clean(text)),
                part => part.said(language),
            }),
        }
    }

    /// Put the words of a language in the place of these.
    pub(crate) fn say(&mut self, language: Language) {
        *self = Told::Plain(self.said(language));
    }
}

/// A pattern with its gaps filled: `{}` by what comes next, `{1}` by the second.
fn filled(pattern: &str, parts: &[Told], say: impl Fn(&Told) -> String) -> String {
    let mut pieces = pattern.split('{');
    let mut out = pieces.next().unwrap_or_default().to_string();
    for (next, piece) in pieces.enumerate() {
        let (gap, rest) = piece.split_once('}').unwrap_or_default();
        out += &parts.get(gap.parse().unwrap_or(next)).map(&say).unwrap_or_default();
        out += rest;
    }
    out
}

/// Several, one behind the other; the pattern has two gaps and what stands between them.
pub(crate) fn listed(pattern: &'static str, all: impl IntoIterator<Item = Told>) -> Told {
    all.into_iter().reduce(|before, next| Told::Said { pattern, parts: vec![before, next] }).unwrap_or_default()
}

/// Words without gaps on which logic depends, such as units, as they are said in a language.
pub(crate) fn said(words: &'static str, language: Language) -> &'static str {
    in_table(words, language).unwrap_or(words)
}

/// What a number counts, as it can stand behind any number in a language.
pub(crate) fn behind(counted: &'static str, language: Language) -> &'static str {
    in_table(&format!("… {counted}"), language).unwrap_or(counted)
}

/// Nothing in English, which the table never changes, and where the table has nothing.
fn in_table(words: &str, language: Language) -> Option<&'static str> {
    let at = match language {
        Language::English => return None,
        Language::Arabic => 0,
        Language::Russian => 1,
        Language::Kazakh => 2,
    };
    table().get(words).map(|row| row[at])
}

const TABLE: &str = include_str!("../../../../data/labels/measured.tsv");

/// English patterns with those in Arabic, Russian and Kazakh.
fn table() -> &'static BTreeMap<&'static str, [&'static str; 3]> {
    static ROWS: OnceLock<BTreeMap<&'static str, [&'static str; 3]>> = OnceLock::new();
    ROWS.get_or_init(|| TABLE.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(row).collect())
}

fn row(line: &'static str) -> Option<(&'static str, [&'static str; 3])> {
    let mut cells = line.split('\t');
    Some((cells.next()?, [cells.next()?, cells.next()?, cells.next()?]))
}

impl Default for Told {
    fn default() -> Told {
        Told::Plain(String::new())
    }
}

impl fmt::Display for Told {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Told::Plain(text) => out.pad(text),
            Told::Said { pattern, parts } => out.pad(&filled(pattern, parts, Told::to_string)),
        }
    }
}

impl Serialize for Told {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl From<String> for Told {
    fn from(text: String) -> Told {
        Told::Plain(text)
    }
}

impl From<&Told> for Told {
    fn from(told: &Told) -> Told {
        told.clone()
    }
}

/// What is written as it is printed.
macro_rules! plain {
    ($($kind:ty),*) => {
        $(impl From<$kind> for Told {
            fn from(value: $kind) -> Told {
                Told::Plain(value.to_string())
            }
        })*
    };
}
plain!(&str, &String, u32, u64, usize, Date);

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use mizan_measure::Step;
    use mizan_record::{ClaimKind, Class, Modality};

    use super::super::scope::word;
    use super::super::words::COUNTED;
    use super::*;

    #[test]
    fn gaps_are_filled_in_order_and_reordered() {
        let told = told!("{} → {}", "Kazakhstan", told!("{}; {}", 1_u64, told!("net")));
        assert_eq!(told.to_string(), "Kazakhstan → 1; net");
        assert_eq!(format!("{:>6}|", told!("{} → {}", "a", "b")), " a → b|");
        assert_eq!(filled("{1} ({0}, {1})", told.parts(), Told::to_string), "1; net (Kazakhstan, 1; net)");
        assert_eq!(told.said(Language::Russian), "Kazakhstan → 1; сальдо");
        assert_eq!(told.said(Language::Arabic), "\u{2068}Kazakhstan\u{2069} ← \u{2068}1\u{2069}؛ الصافي");
        assert_eq!(listed("{}, {}", ["a", "b", "c"].map(Told::from)).to_string(), "a, b, c");
        assert_eq!(listed("{}, {}", []), Told::default());
    }

    #[test]
    fn what_the_table_lacks_is_said_in_english() {
        for language in Language::ALL {
            assert_eq!(Told::Said { pattern: "no such words", parts: Vec::new() }.said(language), "no such words");
            assert_eq!(said("no such unit", language), "no such unit");
            assert_eq!(Told::known("no such class"), Told::from("no such class"));
        }
        assert!(Told::known("ACCUSE").is("ACCUSE"));
    }

    #[test]
    fn english_is_never_changed_by_the_table() {
        for pattern in table().keys().copied() {
            let parts: Vec<Told> = (0..gaps(pattern).len()).map(Told::from).collect();
            let told = Told::Said { pattern, parts };
            assert_eq!(told.said(Language::English), told.to_string());
            assert_eq!(said(pattern, Language::English), pattern);
        }
        assert_eq!(behind("stories", Language::English), "stories");
        assert_eq!(serde_json::to_string(&told!("{} ({})", "\"a\"", 1_u32)).unwrap(), "\"\\\"a\\\" (1)\"");
    }

    /// The parts that a pattern puts in its gaps.
    fn gaps(pattern: &str) -> BTreeSet<usize> {
        let gap = |(next, piece): (usize, &str)| piece.split('}').next().and_then(|at| at.parse().ok()).unwrap_or(next);
        pattern.split('{').skip(1).enumerate().map(gap).collect()
    }

    #[test]
    fn rows_are_whole_and_keep_their_gaps() {
        let rows: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(rows[0], "en\tar\tru\tkk");
        assert_eq!(table().len() + 1, rows.len(), "a pattern stands twice, or a row is short");
        for line in &rows[1..] {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 4, "{line}");
            for cell in &cells {
                assert!(!cell.is_empty() && clean(cell) == *cell, "{line}");
                assert_eq!(gaps(cell), gaps(cells[0]), "{line}");
            }
        }
    }

    /// The patterns that the sources of a folder name.
    fn named(folder: &str) -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let mut found = Vec::new();
        for file in files.filter(|f| f.extension().is_some_and(|e| e == "rs") && !f.ends_with("told.rs")) {
            let source = std::fs::read_to_string(&file).unwrap();
            for call in ["told!(", "listed(", ".is("] {
                let literals = source.split(call).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next());
                found.extend(literals.map(str::to_string));
            }
        }
        found
    }

    /// What an estimate may count, and a chart may say.
    const CHARTED: [&str; 8] = ["stories", "events", "roll calls", "figures", "baseline figures", "partners", "periods", "days"];

    /// Words on which logic depends: units; and what the store says of a stance.
    const WORDS: [&str; 35] = [
        "stories",
        "events",
        "partners",
        "net",
        "tone",
        "leaning",
        "entropy",
        "distance",
        "index",
        "salience",
        "symmetry",
        "interdependence",
        "asymmetry of shares",
        "intensity points",
        "intensity points a story",
        "intensity points an event",
        "times the earlier rate",
        "times the baseline rate",
        "share of stories",
        "share of events",
        "share of cooperation",
        "share of conflict",
        "share of trade",
        "share of exports",
        "share of roll calls",
        "share of the excess inflow",
        "share of GDP",
        "EUR",
        "USD",
        "RUB",
        "KZT",
        "CNY",
        "money",
        "for",
        "against",
    ];

    /// Names of periods, modalities, kinds of claims and classes of events.
    fn names() -> impl Iterator<Item = &'static str> {
        let steps = [Step::Day, Step::Week, Step::Month, Step::Quarter, Step::Year].map(word);
        let claims = ClaimKind::ALL.iter().map(|k| k.name());
        steps.into_iter().chain(Modality::ALL.iter().map(|m| m.name())).chain(claims).chain(Class::ALL.iter().map(|c| c.name()))
    }

    #[test]
    fn every_pattern_of_the_sources_is_in_the_table() {
        let folders = ["measured", "measured/chart", "command", "serve/view", "serve/data"];
        let mut wanted: BTreeSet<String> = folders.into_iter().flat_map(named).collect();
        assert!(wanted.len() > 150, "{}", wanted.len());
        wanted.extend(WORDS.into_iter().chain(names()).map(str::to_string));
        wanted.extend(CHARTED.map(|counted| format!("… {counted}")));
        wanted.extend(COUNTED.into_iter().flat_map(|(one, several)| [one, several]).map(str::to_string));
        let lacking: Vec<&String> = wanted.iter().filter(|w| !table().contains_key(w.as_str())).collect();
        assert!(lacking.is_empty(), "data/labels/measured.tsv lacks {lacking:#?}");
        let spare: Vec<&&str> = table().keys().filter(|k| !wanted.contains(**k)).collect();
        assert!(spare.is_empty(), "nothing says {spare:#?}");
    }
}
