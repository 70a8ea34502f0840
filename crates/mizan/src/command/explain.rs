//! `mizan explain ID`: all that is behind one record.

use mizan_annotate::encoder::Thresholds;
use mizan_store::{Snapshot, Table};

use super::query::{quoted, rows};
use super::{input, snapshot};
use crate::args::Explain;
use crate::world;

/// Find the record and print its story.
///
/// # Errors
/// When there is no such record, or the store cannot be read.
pub fn run(args: &Explain) -> anyhow::Result<()> {
    let snapshot = snapshot(&args.place, &args.when)?;
    world::print(&explained(&snapshot, &args.id)?)
}

/// A record's table and the column of its id.
fn home(id: &str) -> (Table, &'static str) {
    match id.rsplit_once('-').and_then(|(_, record)| record.chars().next()) {
        Some('e') => (Table::Events, "event"),
        Some('c') => (Table::Claims, "claim"),
        Some('m') => (Table::Mentions, "mention"),
        Some('p') => (Table::Positions, "position"),
        _ => (Table::Documents, "document"),
    }
}

/// The record's story as text.
///
/// # Errors
/// When there is no such record, or the store cannot be read.
pub fn explained(snapshot: &Snapshot, id: &str) -> anyhow::Result<String> {
    let (table, key) = home(id);
    let found = Record::find(snapshot, table, key, id)?;
    let found = match found {
        Some(found) => found,
        None if table == Table::Documents => Record::find(snapshot, Table::PublicEvents, "event", id)?.ok_or_else(|| missing(id))?,
        None => return Err(missing(id)),
    };
    let mut out = found.printed();
    if let Some(document) = found.value("document") {
        let document = Record::find(snapshot, Table::Documents, "document", &document)?.ok_or_else(|| missing(id))?;
        out += &context(&found, &document);
        out += &origin(snapshot, &found, &document)?;
    }
    out += &changes(&found);
    Ok(out)
}

fn missing(id: &str) -> anyhow::Error {
    input(format!(
        "the store has no record `{id}`\nhint: ids stand in every table; `mizan query \"SELECT event FROM events LIMIT 5\"` shows some"
    ))
}

/// One row of a table, with its column names. Of an event with several pairs, the first.
struct Record {
    table: Table,
    cells: Vec<(&'static str, String)>,
    pairs: usize,
}

/// Columns that are shown elsewhere or to nobody.
const UNSHOWN: [&str; 6] = ["likeness", "text", "quote", "content", "document", "run"];

impl Record {
    fn find(snapshot: &Snapshot, table: Table, key: &str, id: &str) -> anyhow::Result<Option<Record>> {
        let columns: Vec<&'static str> = table.columns().iter().map(|c| c.name).filter(|c| *c != "likeness").collect();
        let found = rows(snapshot, &format!("SELECT {} FROM {} WHERE {key} = {}", columns.join(", "), table.plain(), quoted(id)))?;
        let pairs = found.len();
        Ok(found.into_iter().next().map(|row| Record { table, cells: columns.into_iter().zip(row).collect(), pairs }))
    }

    fn value(&self, name: &str) -> Option<String> {
        self.cells.iter().find(|(n, v)| *n == name && !v.is_empty()).map(|(_, v)| v.clone())
    }

    fn number(&self, name: &str) -> Option<usize> {
        self.value(name)?.parse().ok()
    }

    fn printed(&self) -> String {
        let shown = self.cells.iter().filter(|(name, value)| !value.is_empty() && !UNSHOWN.contains(name));
        let lines: String = shown.map(|(name, value)| format!("  {name:<18} {value}\n")).collect();
        let more = if self.pairs > 1 { format!("  (one of {} pairs of source and target)\n", self.pairs) } else { String::new() };
        format!("{}\n{lines}{more}", self.table.plain().to_uppercase())
    }
}

/// The quote between the sentences around it.
fn context(record: &Record, document: &Record) -> String {
    let (Some(start), Some(end), Some(text)) = (record.number("byte_start"), record.number("byte_end"), document.value("text")) else {
        return String::new();
    };
    let Some(quote) = text.get(start..end) else { return "\nTHE QUOTE DOES NOT FIT ITS DOCUMENT; run `mizan status --verify`\n".into() };
    let from = text[..start].char_indices().rev().nth(240).map_or(0, |(at, _)| at);
    let to = text[end..].char_indices().nth(240).map_or(text.len(), |(at, _)| end + at);
    let before = if from > 0 { "…" } else { "" };
    let after = if to < text.len() { "…" } else { "" };
    let around = format!("{before}{}⟦{quote}⟧{}{after}", &text[from..start], &text[end..to]);
    format!("\nIN ITS CONTEXT, between ⟦ and ⟧\n  {}\n", around.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn origin(snapshot: &Snapshot, record: &Record, document: &Record) -> anyhow::Result<String> {
    let value = |name| document.value(name).unwrap_or_else(|| "unknown".into());
    let story = value("story");
    let copies = rows(
        snapshot,
        &format!("SELECT document, coalesce(outlet, source) FROM documents WHERE story = {} ORDER BY document", quoted(&story)),
    )?;
    let mut out = format!("\nDOCUMENT {}\n", value("document"));
    for name in ["title", "source", "url", "outlet", "outlet_country", "published", "published_rule", "language", "model"] {
        if let Some(value) = document.value(name).filter(|_| record.table != Table::Documents) {
            out += &format!("  {name:<18} {value}\n");
        }
    }
    out += &format!(
        "\nSTORY {story}: {} of {}\n",
        copies.len(),
        if copies.len() == 1 { "document, no copies of it" } else { "documents, counted once" }
    );
    copies.iter().filter(|c| c[0] != value("document")).for_each(|c| out += &format!("  {} {}\n", c[0], c[1]));
    let run = record.value("run").unwrap_or_default();
    for r in rows(snapshot, &format!("SELECT run, verb, began, mizan, coalesce(model, '') FROM runs WHERE run = {run}"))? {
        out += &format!("\nRUN {}: {} at {}, Mizan {}, model {}\n", r[0], r[1], r[2], r[3], r[4]);
    }
    Ok(out)
}

/// What would have made it another record.
fn changes(record: &Record) -> String {
    let mut lines = Vec::new();
    let confidence: Option<f32> = record.value("confidence").and_then(|c| c.parse().ok());
    if let (Table::Events, Some(confidence)) = (record.table, confidence) {
        lines.push(format!("It is kept because its confidence, {confidence:.2}, is not under {:.2}; with `mizan add --confidence` above {confidence:.2} it would not be there.", Thresholds::SHIPPED.event));
    }
    if record.value("date_rule").as_deref() == Some("publication-date") {
        lines.push(
            "Its date is the day of publication, because its sentence names none; a report dated otherwise would date it otherwise.".into(),
        );
    }
    if let Some(rules) = record.value("made_by").filter(|m| m.contains(" + ")) {
        lines.push(format!(
            "The model alone would have read it otherwise; these rules changed it: {}.",
            rules.split(" + ").skip(1).collect::<Vec<_>>().join(", ")
        ));
    }
    if let Some(claim) = record.value("claim").filter(|_| record.table == Table::Events) {
        lines.push(format!("It is somebody's word, not the report's: see `mizan explain {claim}`."));
    }
    if lines.is_empty() {
        String::new()
    } else {
        format!("\nWHAT WOULD HAVE CHANGED IT\n{}", lines.iter().map(|l| format!("  {l}\n")).collect::<String>())
    }
}
