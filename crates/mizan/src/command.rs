//! One verb, one file: each turns what was typed into work and prints the result.

pub mod add;
pub mod balance;
pub mod compact;
pub mod coverage;
pub mod diversion;
pub mod evaluate;
pub mod explain;
pub mod export;
pub mod forecasts;
pub mod given;
pub mod import;
pub mod query;
pub mod read;
pub mod relate;
pub mod status;

use std::path::PathBuf;

use mizan_annotate::encoder;
use mizan_store::{Snapshot, Store, Words};
use mizan_text::{Sought, forms};

use crate::args::{Place, When};
use crate::world;

/// Something wrong with the input, as against something wrong with Mizan: exit code 1, not 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct InputError(pub String);

/// An error of the input out of anything that can be shown.
pub fn input(error: impl std::fmt::Display) -> anyhow::Error {
    InputError(error.to_string()).into()
}

/// Threads asked for, or one a core.
pub fn threads(asked: Option<usize>) -> usize {
    asked.unwrap_or_else(encoder::cores).max(1)
}

/// Where the store is: as given, as MIZAN_STORE says, or in the user's data folder.
///
/// # Errors
/// When none of these is known.
pub fn place(place: &Place) -> anyhow::Result<PathBuf> {
    let asked = place.store.clone().or_else(world::store_folder);
    asked.ok_or_else(|| input("no folder for the store is known\nhint: name one with --store DIR or the variable MIZAN_STORE"))
}

/// The store as it was at the version asked for.
///
/// # Errors
/// When there is no store, no such version, or it cannot be read.
pub fn snapshot(at: &Place, when: &When) -> anyhow::Result<Snapshot> {
    let store = Store::open(&place(at)?).map_err(input)?;
    store.snapshot(when.as_of.unwrap_or_default()).map(able).map_err(input)
}

/// The same, with what our questions can ask: `has_words(text, words)`, whether each of the words begins a word of the text, in any spelling.
pub fn able(snapshot: Snapshot) -> Snapshot {
    snapshot.teach("has_words", |words| {
        let sought = Sought::new(words);
        Box::new(move |text| sought.is_in(text))
    });
    snapshot
}

/// Bring the index of words up to the newest version.
///
/// # Errors
/// When it cannot be written; the store is whole without it.
pub fn index(store: &Store) -> anyhow::Result<()> {
    Words::update(store, forms).map_err(input)
}
