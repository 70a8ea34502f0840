//! Checkpoints: all that a table is made of at a version in one Parquet file, so that nobody has to read its log from the beginning.
//!
//! Source: Delta Transaction Log Protocol, section *Checkpoints* (the classic form, one file). A row is an action; Arrow's own reader and writer
//! of JSON turn the lines of the log into rows and back.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::{DataType, Field, Fields, Schema};
use datafusion::arrow::error::ArrowError;
use datafusion::arrow::json::{LineDelimitedWriter, ReaderBuilder};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use crate::{Error, files};

/// After so many entries of a log there is another checkpoint.
pub(crate) const EVERY: u64 = 100;

const ENDING: &str = ".checkpoint.parquet";

fn place(entries: &Path, version: u64) -> PathBuf {
    entries.join(format!("{version:020}{ENDING}"))
}

/// Write a checkpoint, and which one is the last.
pub(crate) fn write(entries: &Path, version: u64, lines: &[String]) -> Result<(), Error> {
    let path = place(entries, version);
    let failed = |what: String| Error::Damaged { file: path.clone(), what };
    let bytes = pack(lines).map_err(|e| failed(e.to_string()))?;
    files::write_whole(&path, &bytes)?;
    let last = format!("{{\"version\":{version},\"size\":{}}}", lines.len());
    files::write_whole(&entries.join("_last_checkpoint"), last.as_bytes())
}

/// The checkpoints of a log, at `most` or before, the newest first.
pub(crate) fn before(entries: &Path, most: Option<u64>) -> Vec<u64> {
    let names = fs::read_dir(entries).into_iter().flatten().filter_map(Result::ok).map(|e| e.file_name().to_string_lossy().into_owned());
    let mut out: Vec<u64> = names.filter_map(|n| n.strip_suffix(ENDING)?.parse().ok()).filter(|v| most.is_none_or(|m| *v <= m)).collect();
    out.sort_unstable_by(|a, b| b.cmp(a));
    out
}

/// The lines of a checkpoint; `None` when it cannot be read: the log itself says the same.
pub(crate) fn read(entries: &Path, version: u64) -> Option<String> {
    let file = fs::File::open(place(entries, version)).ok()?;
    let mut out = Vec::new();
    let mut writer = LineDelimitedWriter::new(&mut out);
    for batch in ParquetRecordBatchReaderBuilder::try_new(file).ok()?.build().ok()? {
        writer.write(&batch.ok()?).ok()?;
    }
    writer.finish().ok()?;
    drop(writer);
    String::from_utf8(out).ok()
}

fn pack(lines: &[String]) -> Result<Vec<u8>, ArrowError> {
    let schema = Arc::new(schema());
    let reader = ReaderBuilder::new(Arc::clone(&schema)).build(Cursor::new(lines.join("\n")))?;
    let batches = reader.collect::<Result<Vec<RecordBatch>, _>>()?;
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut out = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut out, schema, Some(properties))?;
    batches.iter().try_for_each(|batch| writer.write(batch))?;
    writer.close()?;
    Ok(out)
}

fn schema() -> Schema {
    let text = |name: &str| Field::new(name, DataType::Utf8, true);
    let whole = |name: &str| Field::new(name, DataType::Int64, true);
    let small = |name: &str| Field::new(name, DataType::Int32, true);
    let truth = |name: &str| Field::new(name, DataType::Boolean, true);
    let action = |name: &str, fields: Vec<Field>| Field::new(name, DataType::Struct(Fields::from(fields)), true);
    let format = action("format", vec![text("provider"), map("options")]);
    let partitions = Field::new("partitionColumns", DataType::List(Arc::new(Field::new("element", DataType::Utf8, true))), true);
    Schema::new(vec![
        action("txn", vec![text("appId"), whole("version"), whole("lastUpdated")]),
        action(
            "add",
            vec![text("path"), map("partitionValues"), whole("size"), whole("modificationTime"), truth("dataChange"), text("stats")],
        ),
        action("remove", vec![text("path"), whole("deletionTimestamp"), truth("dataChange")]),
        action(
            "metaData",
            vec![
                text("id"),
                text("name"),
                text("description"),
                format,
                text("schemaString"),
                partitions,
                map("configuration"),
                whole("createdTime"),
            ],
        ),
        action("protocol", vec![small("minReaderVersion"), small("minWriterVersion")]),
    ])
}

/// Texts by texts.
fn map(name: &str) -> Field {
    let pair = Fields::from(vec![Field::new("key", DataType::Utf8, false), Field::new("value", DataType::Utf8, true)]);
    Field::new(name, DataType::Map(Arc::new(Field::new("key_value", DataType::Struct(pair), false)), false), true)
}
