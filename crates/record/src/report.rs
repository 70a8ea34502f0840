//! A report, read: everything that was found in one document.

use crate::actor::{Actor, Mention};
use crate::claim::Claim;
use crate::date::DateMention;
use crate::document::{Document, Doubt};
use crate::event::Event;
use crate::position::Position;

/// What was found in a document. Records refer to each other by their numbers in these lists.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The document itself.
    pub document: Document,
    /// Actor mentions in the order of the text.
    pub mentions: Vec<Mention>,
    /// The actors they stand for, in order of first mention.
    pub actors: Vec<Actor>,
    /// Events in the order of the text.
    pub events: Vec<Event>,
    /// Claims in the order of the text.
    pub claims: Vec<Claim>,
    /// The ledger of positions.
    pub positions: Vec<Position>,
    /// Time expressions in the order of the text.
    pub dates: Vec<DateMention>,
    /// What is doubtful about the coding; the document has its own doubts about the reading.
    pub doubts: Vec<Doubt>,
}
