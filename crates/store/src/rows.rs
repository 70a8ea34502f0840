//! Rows on their way into a table.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, BinaryBuilder, BooleanBuilder, Date32Builder, Float64Builder, Int64Builder, ListBuilder, RecordBatch, StringBuilder,
    TimestampMicrosecondBuilder,
};
use datafusion::arrow::datatypes::{DataType, Field as ArrowField};
use jiff::civil::Date;

use crate::table::{Column, Kind, Table};

/// One value.
#[derive(Debug, Clone, Copy)]
pub enum Cell<'a> {
    /// Missing.
    None,
    /// Words.
    Text(&'a str),
    /// A whole number.
    Whole(i64),
    /// A number.
    Real(f64),
    /// True or false.
    Truth(bool),
    /// A day.
    Day(Date),
    /// Microseconds since 1970, UTC.
    Moment(i64),
    /// A list of words.
    Texts(&'a [String]),
    /// Bytes.
    Bytes(&'a [u8]),
}

/// A type that a column can be declared with.
pub trait Field<'a> {
    /// What the column holds.
    const KIND: Kind;
    /// Whether every row has it.
    const REQUIRED: bool;
    /// The value.
    fn cell(&self) -> Cell<'a>;
}

macro_rules! fields {
    ($($type:ty, $kind:ident, $cell:expr;)+) => {$(
        impl<'a> Field<'a> for $type {
            const KIND: Kind = Kind::$kind;
            const REQUIRED: bool = true;
            fn cell(&self) -> Cell<'a> {
                $cell(*self)
            }
        }
        impl<'a> Field<'a> for Option<$type> {
            const KIND: Kind = Kind::$kind;
            const REQUIRED: bool = false;
            fn cell(&self) -> Cell<'a> {
                self.map_or(Cell::None, $cell)
            }
        }
    )+};
}

fields! {
    &'a str, Text, Cell::Text;
    i64, Whole, Cell::Whole;
    f64, Real, Cell::Real;
    bool, Truth, Cell::Truth;
    Date, Day, Cell::Day;
    Moment, Moment, |m: Moment| Cell::Moment(m.0);
    &'a [String], Texts, Cell::Texts;
    &'a [u8], Bytes, Cell::Bytes;
}

/// Microseconds since 1970, UTC.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moment(pub i64);

/// A row of a certain table; declared in [`crate::row`].
pub trait Row {
    /// The table.
    const TABLE: Table;
    /// What it holds.
    const ABOUT: &'static str;
    /// Its columns.
    const COLUMNS: &'static [Column];
    /// Append its values in the order of the columns.
    fn push(&self, rows: &mut Rows);
}

/// Rows of one table, column by column.
pub struct Rows {
    table: Table,
    builders: Vec<Builder>,
    count: usize,
    next: usize,
}

enum Builder {
    Text(StringBuilder),
    Whole(Int64Builder),
    Real(Float64Builder),
    Truth(BooleanBuilder),
    Day(Date32Builder),
    Moment(TimestampMicrosecondBuilder),
    Texts(ListBuilder<StringBuilder>),
    Bytes(BinaryBuilder),
}

impl Rows {
    /// None yet.
    pub fn new(table: Table) -> Rows {
        Rows { table, builders: table.columns().iter().map(|c| Builder::new(c.kind)).collect(), count: 0, next: 0 }
    }

    /// Add one.
    pub fn add<R: Row>(&mut self, row: &R) {
        debug_assert_eq!(R::TABLE, self.table, "a row goes into its own table");
        row.push(self);
        debug_assert_eq!(self.next, self.builders.len());
        self.next = 0;
        self.count += 1;
    }

    /// Append the value of the next column.
    #[inline]
    pub fn cell(&mut self, cell: Cell<'_>) {
        self.builders[self.next].push(cell);
        self.next += 1;
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Which table they go into.
    pub fn table(&self) -> Table {
        self.table
    }

    /// All of them as one batch; none are left.
    pub fn take(&mut self) -> RecordBatch {
        self.count = 0;
        let columns = self.builders.iter_mut().map(Builder::finish).collect();
        RecordBatch::try_new(Arc::new(self.table.schema()), columns).expect("the builders are made of the schema's columns")
    }
}

fn item() -> ArrowField {
    ArrowField::new("element", DataType::Utf8, true)
}

impl Builder {
    fn new(kind: Kind) -> Builder {
        match kind {
            Kind::Text => Builder::Text(StringBuilder::new()),
            Kind::Whole => Builder::Whole(Int64Builder::new()),
            Kind::Real => Builder::Real(Float64Builder::new()),
            Kind::Truth => Builder::Truth(BooleanBuilder::new()),
            Kind::Day => Builder::Day(Date32Builder::new()),
            Kind::Moment => Builder::Moment(TimestampMicrosecondBuilder::new().with_timezone("UTC")),
            Kind::Texts => Builder::Texts(ListBuilder::new(StringBuilder::new()).with_field(item())),
            Kind::Bytes => Builder::Bytes(BinaryBuilder::new()),
        }
    }

    #[inline]
    fn push(&mut self, cell: Cell<'_>) {
        match (self, cell) {
            (Builder::Text(b), Cell::Text(v)) => b.append_value(v),
            (Builder::Whole(b), Cell::Whole(v)) => b.append_value(v),
            (Builder::Real(b), Cell::Real(v)) => b.append_value(v),
            (Builder::Truth(b), Cell::Truth(v)) => b.append_value(v),
            (Builder::Day(b), Cell::Day(v)) => b.append_value(days(v)),
            (Builder::Moment(b), Cell::Moment(v)) => b.append_value(v),
            (Builder::Texts(b), Cell::Texts(v)) => {
                v.iter().for_each(|text| b.values().append_value(text));
                b.append(true);
            }
            (Builder::Bytes(b), Cell::Bytes(v)) => b.append_value(v),
            (builder, _) => builder.push_none(),
        }
    }

    fn push_none(&mut self) {
        match self {
            Builder::Text(b) => b.append_null(),
            Builder::Whole(b) => b.append_null(),
            Builder::Real(b) => b.append_null(),
            Builder::Truth(b) => b.append_null(),
            Builder::Day(b) => b.append_null(),
            Builder::Moment(b) => b.append_null(),
            Builder::Texts(b) => b.append_null(),
            Builder::Bytes(b) => b.append_null(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Builder::Text(b) => Arc::new(b.finish()),
            Builder::Whole(b) => Arc::new(b.finish()),
            Builder::Real(b) => Arc::new(b.finish()),
            Builder::Truth(b) => Arc::new(b.finish()),
            Builder::Day(b) => Arc::new(b.finish()),
            Builder::Moment(b) => Arc::new(b.finish()),
            Builder::Texts(b) => Arc::new(b.finish()),
            Builder::Bytes(b) => Arc::new(b.finish()),
        }
    }
}

/// Days since 1970-01-01.
fn days(date: Date) -> i32 {
    (date - jiff::civil::date(1970, 1, 1)).get_days()
}
