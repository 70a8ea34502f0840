//! A sheet on its way out: to the terminal, as JSON or CSV, and into a chart.

use std::path::Path;

use mizan_measure::Settings;
use mizan_store::Snapshot;

use super::beside::both;
use super::scope::{Scope, word};
use super::sheet::Sheet;
use super::told::{Told, told};
use super::who::Known;
use super::{chart, page, table, words};
use crate::args::measured::{Common, Output};
use crate::command::snapshot;
use crate::world;

/// The store and the names, side by side: both take their time to load.
///
/// # Errors
/// When there is no store, or the file of poles is wrong.
pub(crate) fn open(common: &Common) -> anyhow::Result<(Snapshot, Known)> {
    let (known, snapshot) = both(|| Known::load(common.poles_file.as_deref(), common.lang), || snapshot(&common.place, &common.when))?;
    Ok((snapshot, known))
}

/// The lines below the title: days and periods, what was measured, settings, version.
pub(crate) fn about(scope: Option<&Scope>, what: Told, settings: &Settings, snapshot: &Snapshot) -> Vec<Told> {
    let days = scope.map_or_else(
        || told!("no report or event with a day; tables stand over their own years"),
        |s| told!("{} to {}, by {}", s.window.first(), s.window.last(), Told::word(word(s.step))),
    );
    vec![days, what, words::settings(settings), version(snapshot)]
}

/// Which program and which version of the store.
pub(crate) fn version(snapshot: &Snapshot) -> Told {
    told!("Mizan {}, store version {}", env!("CARGO_PKG_VERSION"), snapshot.version().number)
}

/// How `mizan query` is called to see the same store.
pub(crate) fn command(common: &Common, snapshot: &Snapshot) -> String {
    let mut out = String::from("mizan query");
    if let Some(folder) = &common.place.store {
        let folder = folder.to_string_lossy();
        let plain = folder.chars().all(|c| c.is_alphanumeric() || "/._-".contains(c));
        out += &if plain { format!(" --store {folder}") } else { format!(" --store '{}'", folder.replace('\'', "'\\''")) };
    }
    if common.when.as_of.is_some() {
        out += &format!(" --as-of {}", snapshot.version().number);
    }
    out
}

/// Print a sheet in the form asked for, and draw it if a file is named.
///
/// # Errors
/// When the output cannot be written.
pub(crate) fn print(sheet: &Sheet, common: &Common, drawn: Option<&Path>) -> anyhow::Result<()> {
    if let Some(path) = drawn {
        chart::write(sheet, path)?;
    }
    let text = match common.format {
        Output::Text => page::render(sheet, world::width()),
        Output::Json => serde_json::to_string_pretty(sheet)? + "\n",
        Output::Csv => table::render(sheet)?,
    };
    world::print(&text)
}
