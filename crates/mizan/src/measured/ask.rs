//! Answers of the store, read as numbers, days and words.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use mizan_store::Snapshot;
use mizan_store::arrow::array::{
    Array, ArrayRef, AsArray, BooleanArray, Date32Array, Float64Array, Int64Array, ListArray, RecordBatch, StringArray,
};
use mizan_store::arrow::compute::cast;
use mizan_store::arrow::datatypes::{DataType, Date32Type, Float64Type, Int64Type};

use crate::command::input;

/// A column in the one type that its values are read as.
enum Column {
    Text(StringArray),
    Whole(Int64Array),
    Real(Float64Array),
    Truth(BooleanArray),
    Day(Date32Array),
    Texts(ListArray),
}

/// One row of an answer. Asking a column for another type than it has gives nothing.
pub(crate) struct Line<'b> {
    columns: &'b [Column],
    row: usize,
}

/// Do something with each row of an answer.
///
/// # Errors
/// When the question fails.
pub(crate) fn each(snapshot: &Snapshot, sql: &str, mut act: impl FnMut(&Line<'_>)) -> anyhow::Result<()> {
    for batch in snapshot.query(sql).map_err(input)? {
        let batch: RecordBatch = batch.map_err(input)?;
        let columns = batch.columns().iter().map(column).collect::<anyhow::Result<Vec<_>>>()?;
        for row in 0..batch.num_rows() {
            act(&Line { columns: &columns, row });
        }
    }
    Ok(())
}

fn column(array: &ArrayRef) -> anyhow::Result<Column> {
    let (kind, wanted): (fn(ArrayRef) -> Column, DataType) = match array.data_type() {
        DataType::List(_) => return Ok(Column::Texts(array.as_list::<i32>().clone())),
        DataType::Boolean => return Ok(Column::Truth(array.as_boolean().clone())),
        DataType::Date32 => return Ok(Column::Day(array.as_primitive::<Date32Type>().clone())),
        t if t.is_integer() => (|a| Column::Whole(a.as_primitive::<Int64Type>().clone()), DataType::Int64),
        t if t.is_numeric() => (|a| Column::Real(a.as_primitive::<Float64Type>().clone()), DataType::Float64),
        _ => (|a| Column::Text(a.as_string::<i32>().clone()), DataType::Utf8),
    };
    Ok(kind(cast(array, &wanted)?))
}

impl Line<'_> {
    /// Words.
    pub(crate) fn text(&self, at: usize) -> Option<&str> {
        match &self.columns[at] {
            Column::Text(a) => a.is_valid(self.row).then(|| a.value(self.row)),
            _ => None,
        }
    }

    /// Words as a value of their own; empty where there are none.
    pub(crate) fn word(&self, at: usize) -> String {
        self.text(at).unwrap_or_default().to_string()
    }

    /// A whole number.
    pub(crate) fn whole(&self, at: usize) -> Option<i64> {
        match &self.columns[at] {
            Column::Whole(a) => a.is_valid(self.row).then(|| a.value(self.row)),
            _ => None,
        }
    }

    /// A number.
    pub(crate) fn real(&self, at: usize) -> Option<f64> {
        match &self.columns[at] {
            Column::Real(a) => a.is_valid(self.row).then(|| a.value(self.row)),
            Column::Whole(_) => self.whole(at).map(|n| n as f64),
            _ => None,
        }
    }

    /// Whether it is true; missing is not.
    pub(crate) fn truth(&self, at: usize) -> bool {
        matches!(&self.columns[at], Column::Truth(a) if a.is_valid(self.row) && a.value(self.row))
    }

    /// A day.
    pub(crate) fn day(&self, at: usize) -> Option<Date> {
        match &self.columns[at] {
            Column::Day(a) => a.is_valid(self.row).then(|| a.value(self.row)).and_then(since_1970),
            _ => None,
        }
    }

    /// A list of words; empty where there is none.
    pub(crate) fn texts(&self, at: usize) -> Vec<String> {
        let Column::Texts(list) = &self.columns[at] else { return Vec::new() };
        if list.is_null(self.row) {
            return Vec::new();
        }
        let values = cast(&list.value(self.row), &DataType::Utf8);
        values.map_or_else(|_| Vec::new(), |v| v.as_string::<i32>().iter().flatten().map(str::to_string).collect())
    }
}

fn since_1970(days: i32) -> Option<Date> {
    date(1970, 1, 1).checked_add(i64::from(days).days()).ok()
}
