//! What came in, by language and outlet, and what did not, with the reasons.

use std::collections::BTreeMap;

use mizan_record::Report;
use mizan_store::{Writer, row};

use super::super::input;
use super::LANGUAGES;

/// The account of a run.
#[derive(Default)]
pub(super) struct Account {
    /// Documents that were there already.
    pub(super) known: u64,
    languages: BTreeMap<Option<&'static str>, u64>,
    outlets: BTreeMap<String, u64>,
    stories: u64,
    events: u64,
    claims: u64,
    undated: u64,
    aside: Vec<(String, String)>,
    asides: u64,
    passed_over: BTreeMap<String, u64>,
}

/// So many reasons are shown; all of them are in the table `doubts`.
const SHOWN: usize = 20;

impl Account {
    pub(super) fn add(&mut self, report: &Report, own_story: bool) {
        let document = &report.document;
        *self.languages.entry(document.language.map(|l| l.code())).or_default() += 1;
        *self.outlets.entry(document.outlet.clone().unwrap_or_else(|| "outlet unknown".into())).or_default() += 1;
        self.stories += u64::from(own_story);
        self.events += report.events.len() as u64;
        self.claims += report.claims.len() as u64;
        self.undated += u64::from(document.published.is_none());
    }

    /// Something that could not be read: into the store's doubts, and shown at the end.
    pub(super) fn aside(&mut self, writer: &mut Writer, source: &str, name: &str, reason: &str, run: i64) -> anyhow::Result<()> {
        self.asides += 1;
        if self.aside.len() < SHOWN {
            self.aside.push((source.to_string(), reason.to_string()));
        }
        writer.add(&row::Doubt { document: None, source, name, detail: reason, count: 1, run }).map_err(input)
    }

    pub(super) fn passed_over(&mut self, kind: String, count: u64) {
        *self.passed_over.entry(kind).or_default() += count;
    }

    pub(super) fn added(&self) -> u64 {
        self.languages.values().sum()
    }

    pub(super) fn set_aside(&self) -> u64 {
        self.asides
    }

    pub(super) fn summary(&self) -> String {
        let mut out = format!(
            "{} reports came in ({} stories of their own), {} were there already, {} were set aside\n",
            self.added(),
            self.stories,
            self.known,
            self.asides
        );
        if self.added() > 0 {
            let counted = |l: &Option<mizan_text::Language>| {
                self.languages.get(&l.map(|l| l.code())).map(|n| format!("{} {n}", l.map_or("unknown", |l| l.code())))
            };
            out += &format!("  languages: {}\n", LANGUAGES.iter().filter_map(counted).collect::<Vec<_>>().join(", "));
            out += &format!("  outlets: {}\n", self.most_outlets());
            out += &format!("  {} events, {} claims; {} reports without a day of publication\n", self.events, self.claims, self.undated);
        }
        for (kind, count) in &self.passed_over {
            out += &format!("  passed over: {count} {kind}\n");
        }
        for (source, reason) in &self.aside {
            let reason = reason.replace('\n', "; ");
            out += &if reason.contains(source.as_str()) {
                format!("  set aside: {reason}\n")
            } else {
                format!("  set aside: `{source}`: {reason}\n")
            };
        }
        if self.asides > self.aside.len() as u64 {
            out += &format!("  and {} more, all in the table `doubts`\n", self.asides - self.aside.len() as u64);
        }
        out
    }

    fn most_outlets(&self) -> String {
        let mut most: Vec<(&String, &u64)> = self.outlets.iter().collect();
        most.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), *name));
        let shown: Vec<String> = most.iter().take(10).map(|(name, count)| format!("{name} {count}")).collect();
        let more = if most.len() > 10 { format!(" and {} more", most.len() - 10) } else { String::new() };
        shown.join(", ") + &more
    }
}
