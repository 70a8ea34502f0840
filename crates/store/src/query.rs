//! Questions in SQL, and their answers in the forms people work with.

use std::io::Write;
use std::sync::Arc;

use datafusion::arrow::array::{RecordBatch, RecordBatchOptions};
use datafusion::arrow::compute::cast;
use datafusion::arrow::csv;
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::arrow::ipc::writer::FileWriter;
use datafusion::arrow::json::LineDelimitedWriter;
use datafusion::execution::SendableRecordBatchStream;
use datafusion::execution::context::SQLOptions;
use futures::StreamExt;
use parquet::arrow::ArrowWriter;
use parquet::errors::ParquetError;

use crate::snapshot::{Snapshot, retyped};
use crate::{Error, arrow};

/// In which form an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated, with a header.
    Csv,
    /// One JSON object a line.
    Json,
    /// Parquet.
    Parquet,
    /// Arrow's file form.
    Arrow,
}

/// The answer to a query, batch by batch: it need not fit in memory.
pub struct Answer<'s> {
    snapshot: &'s Snapshot,
    stream: SendableRecordBatchStream,
    schema: SchemaRef,
}

/// Whether a statement only reads.
///
/// # Errors
/// When it would change something, with the reason.
pub fn read_only(sql: &str) -> Result<(), Error> {
    let first = sql
        .trim_start_matches(|c: char| c.is_whitespace() || c == '(')
        .split(|c: char| !c.is_ascii_alphabetic())
        .next()
        .unwrap_or_default()
        .to_ascii_uppercase();
    match first.as_str() {
        "INSERT" | "UPDATE" | "DELETE" | "CREATE" | "DROP" | "ALTER" | "COPY" | "SET" | "TRUNCATE" | "MERGE" | "VACUUM" => {
            Err(Error::ReadOnly(first))
        }
        _ => Ok(()),
    }
}

impl Snapshot {
    /// Ask in SQL. Nothing can be changed by it.
    ///
    /// # Errors
    /// When the query is wrong, or would change something.
    pub fn query(&self, sql: &str) -> Result<Answer<'_>, Error> {
        read_only(sql)?;
        let options = SQLOptions::new().with_allow_ddl(false).with_allow_dml(false).with_allow_statements(false);
        let stream = self.runtime.block_on(async {
            let frame = self.context.sql_with_options(sql, options).await?;
            frame.execute_stream().await
        })?;
        let schema = Arc::new(retyped(&stream.schema(), &DataType::Utf8View, &DataType::Utf8));
        Ok(Answer { snapshot: self, stream, schema })
    }

    /// The whole answer to a query that is known to be small.
    ///
    /// # Errors
    /// When the query fails.
    pub fn collect(&self, sql: &str) -> Result<Vec<RecordBatch>, Error> {
        self.query(sql)?.collect()
    }
}

impl Iterator for Answer<'_> {
    type Item = Result<RecordBatch, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let batch = self.snapshot.runtime.block_on(self.stream.next())?;
        Some(batch.map_err(Error::from).and_then(|batch| self.plain(&batch)))
    }
}

impl Answer<'_> {
    /// Its columns.
    pub fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }

    /// A batch with plain texts, which every program reads, in place of views.
    fn plain(&self, batch: &RecordBatch) -> Result<RecordBatch, Error> {
        let columns = batch.columns().iter().zip(self.schema.fields()).map(|(column, field)| cast(column, field.data_type()));
        let columns = columns.collect::<Result<Vec<_>, _>>().map_err(written)?;
        let rows = RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
        RecordBatch::try_new_with_options(self.schema(), columns, &rows).map_err(written)
    }

    /// Write it, and tell how many rows it had.
    ///
    /// # Errors
    /// When the query fails, or the output cannot be written.
    pub fn write(self, form: Form, mut out: impl Write + Send) -> Result<u64, Error> {
        let rows = match form {
            Form::Csv => self.write_csv(&mut out),
            Form::Json => self.write_json(&mut out),
            Form::Parquet => self.write_parquet(&mut out),
            Form::Arrow => self.write_arrow(&mut out),
        }?;
        out.flush().map_err(|e| written(e.into()))?;
        Ok(rows)
    }

    fn write_csv(self, out: impl Write) -> Result<u64, Error> {
        let schema = self.schema();
        let mut writer = csv::WriterBuilder::new().with_header(true).build(out);
        let rows = self.each(|batch| writer.write(&flat(batch)?).map_err(written))?;
        if rows == 0 {
            writer.write(&flat(&RecordBatch::new_empty(schema))?).map_err(written)?;
        }
        Ok(rows)
    }

    fn write_json(self, out: impl Write) -> Result<u64, Error> {
        let mut writer = LineDelimitedWriter::new(out);
        let rows = self.each(|batch| writer.write(batch).map_err(written))?;
        writer.finish().map_err(written)?;
        Ok(rows)
    }

    fn write_parquet(self, out: impl Write + Send) -> Result<u64, Error> {
        let failed = |e: ParquetError| written(e.into());
        let mut writer = ArrowWriter::try_new(out, self.schema(), None).map_err(failed)?;
        let rows = self.each(|batch| writer.write(batch).map_err(failed))?;
        writer.close().map_err(failed)?;
        Ok(rows)
    }

    fn write_arrow(self, out: impl Write) -> Result<u64, Error> {
        let mut writer = FileWriter::try_new(out, &self.schema()).map_err(written)?;
        let rows = self.each(|batch| writer.write(batch).map_err(written))?;
        writer.finish().map_err(written)?;
        Ok(rows)
    }

    /// Do something with each batch, and count the rows.
    fn each(self, mut act: impl FnMut(&RecordBatch) -> Result<(), Error>) -> Result<u64, Error> {
        let mut rows = 0;
        for batch in self {
            let batch = batch?;
            act(&batch)?;
            rows += batch.num_rows() as u64;
        }
        Ok(rows)
    }
}

fn written(error: arrow::error::ArrowError) -> Error {
    Error::Query(format!(
        "the output could not be written: {error}\nhint: check that the disk is not full; lists and bytes have no form in CSV, ask for JSON"
    ))
}

/// CSV has no lists: they become texts, parts separated by a space and a semicolon.
fn flat(batch: &RecordBatch) -> Result<RecordBatch, Error> {
    use datafusion::arrow::array::{Array, ArrayRef, AsArray, StringArray};
    use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};

    let mut fields = Vec::new();
    let mut columns: Vec<ArrayRef> = Vec::new();
    for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
        let DataType::List(_) = field.data_type() else {
            fields.push(field.as_ref().clone());
            columns.push(Arc::clone(column));
            continue;
        };
        let list = column.as_list::<i32>();
        let joined = (0..list.len()).map(|row| {
            if list.is_null(row) {
                return Ok(None);
            }
            let values = list.value(row);
            let formatter = ArrayFormatter::try_new(values.as_ref(), &FormatOptions::default())?;
            Ok(Some((0..values.len()).map(|i| formatter.value(i).to_string()).collect::<Vec<_>>().join("; ")))
        });
        columns.push(Arc::new(joined.collect::<Result<StringArray, arrow::error::ArrowError>>().map_err(written)?));
        fields.push(Field::new(field.name(), DataType::Utf8, true));
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).map_err(written)
}
