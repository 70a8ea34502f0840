//! One record with all that is behind it.

use serde::Serialize;

use super::Room;
use crate::command::explain;
use crate::serve::address::Address;

/// A record and what is behind it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Record {
    /// Its id.
    pub(in crate::serve) id: String,
    /// All that is behind it: its values, its words in their context, document, story, run, what would have changed it.
    pub(in crate::serve) text: String,
    /// Where it stands in its report, when it is of one.
    pub(in crate::serve) report: Option<String>,
}

/// # Errors
/// When the store has no such record.
pub(in crate::serve) fn of(room: &Room<'_>) -> anyhow::Result<Record> {
    let id = room.asked.need("id")?;
    let text = explain::explained(&room.snapshot, id)?;
    Ok(Record { id: id.to_string(), text, report: report(id) })
}

/// The address of a record in its report.
pub(in crate::serve) fn report(id: &str) -> Option<String> {
    let (document, record) = id.rsplit_once('-')?;
    let letter = record.chars().next().filter(|c| matches!(c, 'e' | 'c' | 'm' | 'p'))?;
    let place = if letter == 'm' { String::new() } else { format!("#{record}") };
    Some(Address::of("/report").with("id", document).text() + &place)
}
