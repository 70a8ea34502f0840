//! A large store out of a small one, to try pages and verbs on: `multiplied FROM TO COPIES`.
//!
//! Every report comes so many times, with its records, each time under other ids, on another day (2015 to 2024) and with a word of its own at the
//! end of its text; nothing in it is news.

use std::path::Path;
use std::sync::Arc;

use mizan_store::arrow::array::RecordBatch;
use mizan_store::arrow::compute::cast;
use mizan_store::{AsOf, Column, Kind, Snapshot, Store, Table};

/// Columns that begin with the id of a document.
const IDS: [&str; 8] = ["document", "story", "event", "claim", "position", "mention", "carried", "report"];
/// Copies made by one question.
const AT_ONCE: u64 = 100;

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [from, to, copies] = &args[..] else { anyhow::bail!("multiplied FROM TO COPIES") };
    let copies: u64 = copies.parse()?;
    let snapshot = Store::open(Path::new(from))?.snapshot(AsOf::default())?;
    let store = Store::open_or_make(Path::new(to))?;
    let mut writer = store.writer("multiplied")?;
    for table in Table::ALL {
        let many = !matches!(table, Table::Runs | Table::Indicators | Table::PublicEvents | Table::PublicMentions);
        let mut loader = writer.loader(table)?;
        for first in (0..if many { copies } else { 1 }).step_by(AT_ONCE as usize) {
            let last = (first + AT_ONCE).min(copies);
            for batch in copied(&snapshot, table, if many { first..last } else { 0..1 })? {
                loader.batch(&batch)?;
            }
        }
        writer.accept(loader.end()?);
    }
    writer.commit()?;
    Ok(())
}

fn copied(snapshot: &Snapshot, table: Table, numbers: std::ops::Range<u64>) -> anyhow::Result<Vec<RecordBatch>> {
    let columns: Vec<String> = table.columns().iter().map(|c| format!("{} AS {}", column(table, c, numbers.end > 1), c.name)).collect();
    let sql = format!(
        "SELECT {} FROM {} AS t CROSS JOIN (SELECT value AS n FROM generate_series({}, {})) AS copies",
        columns.join(", "),
        table.plain(),
        numbers.start,
        numbers.end - 1
    );
    let schema = Arc::new(table.schema());
    let own = |batch: RecordBatch| {
        let columns = batch.columns().iter().zip(schema.fields()).map(|(c, f)| cast(c, f.data_type())).collect::<Result<_, _>>()?;
        Ok(RecordBatch::try_new(Arc::clone(&schema), columns)?)
    };
    snapshot.collect(&sql)?.into_iter().map(own).collect()
}

fn column(table: Table, column: &Column, many: bool) -> String {
    let name = column.name;
    let is_id = IDS.contains(&name) && column.kind == Kind::Text;
    match column.kind {
        _ if !many => format!("t.{name}"),
        _ if is_id => format!("lpad(to_hex(n), 6, '0') || substr(t.{name}, 7)"),
        Kind::Day => format!("t.{name} + CAST(((n * 37) % 3650 - 3285) || ' days' AS INTERVAL)"),
        Kind::Text if table == Table::Documents && name == "text" => "t.text || ' word' || n".into(),
        Kind::Text if table == Table::Documents && name == "title" => "t.title || ' ' || n".into(),
        _ => format!("t.{name}"),
    }
}
