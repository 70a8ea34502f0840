//! The tables: what each holds, column by column. One file a table; the name carries the version of its columns.

mod actors;
mod claims;
mod documents;
mod doubts;
mod events;
mod indicators;
mod mentions;
mod positions;
mod public_events;
mod public_mentions;
mod runs;
mod sentences;

use std::sync::Arc;

use datafusion::arrow::datatypes::{DataType, Field, Schema, TimeUnit};

use crate::rows::Row;

/// A row of each table.
pub mod row {
    pub use super::actors::Actor;
    pub use super::claims::Claim;
    pub use super::documents::Document;
    pub use super::doubts::Doubt;
    pub use super::events::Event;
    pub use super::indicators::Indicator;
    pub use super::mentions::Mention;
    pub use super::positions::Position;
    pub use super::public_events::PublicEvent;
    pub use super::public_mentions::PublicMention;
    pub use super::runs::Run;
    pub use super::sentences::Sentence;
}

/// A table of the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "`about` says what each holds")]
pub enum Table {
    Actors,
    Claims,
    Doubts,
    Events,
    Indicators,
    Mentions,
    Positions,
    PublicEvents,
    PublicMentions,
    Runs,
    Sentences,
    Documents,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words, UTF-8.
    Text,
    /// A whole number, 64 bits.
    Whole,
    /// A number, 64 bits.
    Real,
    /// True or false.
    Truth,
    /// A day.
    Day,
    /// A moment, UTC.
    Moment,
    /// A list of words.
    Texts,
    /// Bytes.
    Bytes,
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether every row has it.
    pub required: bool,
    /// What it means.
    pub about: &'static str,
}

/// Declares a table: a row type with a field a column, and the description of both.
macro_rules! table {
    ($(#[doc = $about:literal])+ $table:ident, $row:ident<$life:lifetime> { $($(#[doc = $doc:literal])+ $field:ident: $type:ty,)+ }) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy)]
        #[expect(missing_docs, reason = "each field is documented as a column")]
        pub struct $row<$life> {
            $(pub $field: $type,)+
        }

        impl<$life> $crate::rows::Row for $row<$life> {
            const TABLE: $crate::table::Table = $crate::table::Table::$table;
            const ABOUT: &'static str = concat!($($about),+);
            const COLUMNS: &'static [$crate::table::Column] = &[$($crate::table::Column {
                name: stringify!($field),
                kind: <$type as $crate::rows::Field<$life>>::KIND,
                required: <$type as $crate::rows::Field<$life>>::REQUIRED,
                about: concat!($($doc),+),
            },)+];
            fn push(&self, rows: &mut $crate::rows::Rows) {
                use $crate::rows::Field as _;
                $(rows.cell(self.$field.cell());)+
            }
        }
    };
}
use table;

impl Table {
    /// All of them, in the order in which a version's commits are made: documents last, so that a document is there only with its records.
    pub const ALL: [Table; 12] = [
        Table::Actors,
        Table::Claims,
        Table::Doubts,
        Table::Events,
        Table::Indicators,
        Table::Mentions,
        Table::Positions,
        Table::PublicEvents,
        Table::PublicMentions,
        Table::Runs,
        Table::Sentences,
        Table::Documents,
    ];

    /// Its folder, with the version of its columns.
    pub fn name(self) -> &'static str {
        match self {
            Table::Actors => "actors_v1",
            Table::Claims => "claims_v1",
            Table::Doubts => "doubts_v1",
            Table::Events => "events_v1",
            Table::Indicators => "indicators_v1",
            Table::Mentions => "mentions_v1",
            Table::Positions => "positions_v1",
            Table::PublicEvents => "public_events_v1",
            Table::PublicMentions => "public_mentions_v1",
            Table::Runs => "runs_v1",
            Table::Sentences => "sentences_v1",
            Table::Documents => "documents_v1",
        }
    }

    /// The name it is queried by.
    pub fn plain(self) -> &'static str {
        self.name().rsplit_once("_v").map_or(self.name(), |(plain, _)| plain)
    }

    /// The table of a folder.
    pub fn named(name: &str) -> Option<Table> {
        Table::ALL.into_iter().find(|t| t.name() == name)
    }

    /// What it holds.
    pub fn about(self) -> &'static str {
        self.parts().0
    }

    /// Its columns, in order.
    pub fn columns(self) -> &'static [Column] {
        self.parts().1
    }

    fn parts(self) -> (&'static str, &'static [Column]) {
        match self {
            Table::Actors => of::<actors::Actor<'static>>(),
            Table::Claims => of::<claims::Claim<'static>>(),
            Table::Doubts => of::<doubts::Doubt<'static>>(),
            Table::Events => of::<events::Event<'static>>(),
            Table::Indicators => of::<indicators::Indicator<'static>>(),
            Table::Mentions => of::<mentions::Mention<'static>>(),
            Table::Positions => of::<positions::Position<'static>>(),
            Table::PublicEvents => of::<public_events::PublicEvent<'static>>(),
            Table::PublicMentions => of::<public_mentions::PublicMention<'static>>(),
            Table::Runs => of::<runs::Run<'static>>(),
            Table::Sentences => of::<sentences::Sentence<'static>>(),
            Table::Documents => of::<documents::Document<'static>>(),
        }
    }

    /// Its columns as Arrow sees them.
    pub fn schema(self) -> Schema {
        let field = |c: &Column| Field::new(c.name, c.kind.arrow(), !c.required);
        Schema::new(self.columns().iter().map(field).collect::<Vec<_>>())
    }
}

fn of<R: Row>() -> (&'static str, &'static [Column]) {
    (R::ABOUT, R::COLUMNS)
}

impl Kind {
    pub(crate) fn arrow(self) -> DataType {
        match self {
            Kind::Text => DataType::Utf8,
            Kind::Whole => DataType::Int64,
            Kind::Real => DataType::Float64,
            Kind::Truth => DataType::Boolean,
            Kind::Day => DataType::Date32,
            Kind::Moment => DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())),
            Kind::Texts => DataType::List(Arc::new(Field::new("element", DataType::Utf8, true))),
            Kind::Bytes => DataType::Binary,
        }
    }

    /// The word for it in the documentation.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Whole => "whole number",
            Kind::Real => "number",
            Kind::Truth => "true or false",
            Kind::Day => "day",
            Kind::Moment => "moment (UTC)",
            Kind::Texts => "list of texts",
            Kind::Bytes => "bytes",
        }
    }
}
