//! Which events are measured, and the conditions in SQL that pick them: the same ones that a page tells its reader to ask with.

use mizan_measure::Window;

use super::side::{Columns, Side, day};
use super::told::{Told, listed, told};
use crate::args::measured::{Events, Mode, Set};
use crate::command::input;

/// One set of events; sets are never mixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Selection {
    set: Set,
    modality: Vec<Mode>,
    claims: bool,
    /// The edition of a public set, where the store has two and one was taken.
    pub(crate) edition: Option<String>,
}

/// What is counted once: a story where the set knows stories, else an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Copies of one report count once.
    Stories,
    /// The set does not tell which events come from one report.
    Events,
}

impl Selection {
    /// As asked for.
    ///
    /// # Errors
    /// When a public set is asked for what it does not tell.
    pub(crate) fn new(events: &Events) -> anyhow::Result<Selection> {
        let mut modality = events.modality.clone();
        modality.sort_unstable();
        modality.dedup();
        if events.events != Set::Mizan && (events.claims || modality != [Mode::Actual]) {
            return Err(input(
                "public sets do not tell modality or claims\nhint: leave out --modality and --claims, or measure --events mizan",
            ));
        }
        Ok(Selection { set: events.events, modality, claims: events.claims, edition: None })
    }

    /// What Mizan read, actual and in the report's own voice: what is measured unless something else is asked for.
    pub(crate) fn own() -> Selection {
        Selection { set: Set::Mizan, modality: vec![Mode::Actual], claims: false, edition: None }
    }

    /// Whether it is Mizan's own reading.
    pub(crate) fn is_own(&self) -> bool {
        self.set == Set::Mizan
    }

    /// What is counted once.
    pub(crate) fn unit(&self) -> Unit {
        match self.set {
            Set::Mizan | Set::Icews => Unit::Stories,
            Set::Gdelt | Set::Polecat => Unit::Events,
        }
    }

    /// The table.
    pub(crate) fn table(&self) -> &'static str {
        if self.is_own() { "events" } else { "public_events" }
    }

    /// The column of the event's first day.
    pub(crate) fn first(&self) -> &'static str {
        if self.is_own() { "date_first" } else { "day" }
    }

    /// The column of its last day.
    pub(crate) fn last(&self) -> &'static str {
        if self.is_own() { "date_last" } else { "day" }
    }

    /// The column of what is counted once.
    pub(crate) fn story(&self) -> &'static str {
        match self.set {
            Set::Mizan => "story",
            Set::Icews => "coalesce(report, event)",
            Set::Gdelt | Set::Polecat => "event",
        }
    }

    /// Columns that tell who acts.
    pub(crate) fn source(&self) -> Columns<'static> {
        Columns { country: "source_country", key: self.is_own().then_some("source_key"), day: self.first() }
    }

    /// Columns that tell on whom.
    pub(crate) fn target(&self) -> Columns<'static> {
        Columns { country: "target_country", key: self.is_own().then_some("target_key"), day: self.first() }
    }

    /// Events of one side on the other.
    pub(crate) fn between(&self, from: &Side, to: &Side) -> String {
        format!("{} AND {}", from.on(&self.source()), to.on(&self.target()))
    }

    /// Events of one side on the other, those too of which an actor's country is the model's guess.
    pub(crate) fn perhaps(&self, from: &Side, to: &Side) -> String {
        format!("{} AND {}", from.perhaps(&self.source()), to.perhaps(&self.target()))
    }

    /// Events of the set that are measured, whoever acts.
    pub(crate) fn standing(&self) -> String {
        let several = |all: &[&str]| match all {
            [one] => format!("= '{one}'"),
            all => format!("IN ({})", all.iter().map(|p| format!("'{p}'")).collect::<Vec<_>>().join(", ")),
        };
        if self.is_own() {
            let names: Vec<&str> = self.modality.iter().map(|m| m.name()).collect();
            let voice = if self.claims { "" } else { " AND claim IS NULL" };
            return format!("modality {}{voice}", several(&names));
        }
        let providers: Vec<&str> = match &self.edition {
            Some(edition) => vec![edition],
            None => self.providers().to_vec(),
        };
        format!("provider {}", several(&providers))
    }

    fn providers(&self) -> &'static [&'static str] {
        match self.set {
            Set::Mizan => &[],
            Set::Gdelt => &["gdelt-1.0", "gdelt-2.0"],
            Set::Icews => &["icews"],
            Set::Polecat => &["polecat"],
        }
    }

    /// Events that lie within a window.
    pub(crate) fn within(&self, window: Window) -> String {
        let (first, last) = (day(window.first()), day(window.last()));
        if self.first() == self.last() {
            return format!("{} BETWEEN {first} AND {last}", self.first());
        }
        format!("{} >= {first} AND {} <= {last}", self.first(), self.last())
    }

    /// The question that lists events.
    pub(crate) fn listing(&self, conditions: &[&str]) -> String {
        let shown = if self.is_own() { "DISTINCT event, date_first, class, quote" } else { "event, day, class, headline, url" };
        let all: Vec<&str> = conditions.iter().copied().filter(|c| !c.is_empty()).collect();
        format!("SELECT {shown} FROM {} WHERE {} AND {}", self.table(), all.join(" AND "), self.standing())
    }

    /// What is measured, in words.
    pub(crate) fn words(&self) -> Told {
        let name = match self.set {
            Set::Mizan => {
                let modality = listed("{}, {}", self.modality.iter().map(|m| Told::word(m.name())));
                return match self.claims {
                    true => told!("events that Mizan read, {}, in the reports' own voice or in somebody's claim", modality),
                    false => told!("events that Mizan read, {}, in the reports' own voice", modality),
                };
            }
            Set::Gdelt => "GDELT",
            Set::Icews => "ICEWS",
            Set::Polecat => "POLECAT",
        };
        let edition = self.edition.as_deref().unwrap_or(name);
        told!("events of {}, as coded there", edition)
    }
}
