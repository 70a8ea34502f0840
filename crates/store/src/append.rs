//! Files of new rows: written into a table's folder, where nobody sees them before they are committed.

use std::fs::File;
use std::path::Path;

use datafusion::arrow::array::RecordBatch;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};

use crate::delta::{Added, Log, unlike_any_other};
use crate::rows::{Row, Rows};
use crate::store::now;
use crate::{Error, Table, files};

/// A file of a table that is being written.
pub(crate) struct Part {
    name: String,
    log: Log,
    table: Table,
    writer: ArrowWriter<File>,
    rows: u64,
}

impl Part {
    /// Begin a file.
    pub(crate) fn begin(log: &Log, table: Table) -> Result<Part, Error> {
        let name = format!("part-{}.zstd.parquet", unlike_any_other()?);
        let path = log.folder().join(&name);
        let file = File::create_new(&path).map_err(Error::file(&path))?;
        let writer = ArrowWriter::try_new(file, table.schema().into(), Some(properties())).map_err(failed(table, &path))?;
        Ok(Part { name, log: log.clone(), table, writer, rows: 0 })
    }

    /// Add rows.
    pub(crate) fn write(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        self.rows += batch.num_rows() as u64;
        self.writer.write(batch).map_err(|e| failed(self.table, &self.log.folder().join(&self.name))(e))
    }

    /// Bytes so far, of what is written and what is held.
    pub(crate) fn size(&self) -> u64 {
        (self.writer.bytes_written() + self.writer.in_progress_size()) as u64
    }

    /// End the file and make it durable.
    pub(crate) fn end(self) -> Result<Added, Error> {
        let path = self.log.folder().join(&self.name);
        self.writer.close().map_err(failed(self.table, &path))?;
        files::sync(&path)?;
        files::sync(self.log.folder())?;
        let size = std::fs::metadata(&path).map_err(Error::file(&path))?.len();
        Ok(Added { path: self.name, size, rows: self.rows, moment: now() / 1000 })
    }
}

/// Writes files of one table beside the [`Writer`](crate::Writer), on a thread of its own; the writer accepts them in the end.
pub struct Loader {
    log: Log,
    table: Table,
    waiting: Rows,
    part: Option<Part>,
    done: Vec<Added>,
}

/// Files that wait to be accepted.
pub struct Loaded {
    pub(crate) table: Table,
    pub(crate) files: Vec<Added>,
}

impl Loader {
    pub(crate) fn new(log: Log, table: Table) -> Loader {
        Loader { log, table, waiting: Rows::new(table), part: None, done: Vec::new() }
    }

    /// Add a row.
    ///
    /// # Errors
    /// When rows had to be written to make room, and could not be.
    pub fn add<R: Row>(&mut self, row: &R) -> Result<(), Error> {
        self.waiting.add(row);
        if self.waiting.len() >= HELD { self.flush() } else { Ok(()) }
    }

    /// Add rows that are columns already: the table's own, in its order.
    ///
    /// # Errors
    /// When they are other columns, or cannot be written.
    pub fn batch(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        self.flush()?;
        self.write(batch)
    }

    fn flush(&mut self) -> Result<(), Error> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let batch = self.waiting.take();
        self.write(&batch)
    }

    fn write(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        let mut part = self.part.take().map_or_else(|| Part::begin(&self.log, self.table), Ok)?;
        part.write(batch)?;
        if part.size() > LARGE {
            self.done.push(part.end()?);
        } else {
            self.part = Some(part);
        }
        Ok(())
    }

    /// End the file under way.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn end(mut self) -> Result<Loaded, Error> {
        self.flush()?;
        if let Some(part) = self.part.take() {
            self.done.push(part.end()?);
        }
        Ok(Loaded { table: self.table, files: self.done })
    }
}

/// So many rows of a table are held in memory before they go into a file.
pub(crate) const HELD: usize = 16 * 1024;

/// Bytes of a file after which another one is begun.
pub(crate) const LARGE: u64 = 256 << 20;

/// Rows of a group: the unit in which a reader skips what it does not need.
const GROUP: usize = 128 * 1024;

/// Columns whose values seldom come twice: a dictionary of them costs time and saves nothing.
const UNLIKE: [&str; 8] = ["event", "url", "tone", "text", "quote", "content", "likeness", "detail"];

/// Columns that nobody looks for a range in: the least and the greatest value of each page help no reader.
const UNORDERED: [&str; 7] = ["url", "tone", "text", "quote", "content", "likeness", "detail"];

fn properties() -> WriterProperties {
    let level = ZstdLevel::try_new(1).expect("1 is a level");
    let mut builder = WriterProperties::builder().set_compression(Compression::ZSTD(level)).set_max_row_group_row_count(Some(GROUP));
    for name in UNLIKE {
        builder = builder.set_column_dictionary_enabled(name.into(), false);
    }
    for name in UNORDERED {
        builder = builder.set_column_statistics_enabled(name.into(), EnabledStatistics::None);
    }
    builder.build()
}

/// What the system says of a file is told as such.
fn failed(table: Table, path: &Path) -> impl FnOnce(ParquetError) -> Error {
    move |error| match error {
        ParquetError::External(inside) => match inside.downcast::<std::io::Error>() {
            Ok(error) => Error::file(path)(*error),
            Err(other) => Error::Table { table: table.name(), what: other.to_string() },
        },
        other => Error::Table { table: table.name(), what: other.to_string() },
    }
}
