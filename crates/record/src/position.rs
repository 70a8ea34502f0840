//! Who stands where.

use crate::actor::ActorId;
use crate::date::Interval;

/// For or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// For it, or moves towards it.
    For,
    /// Against it, or keeps away from it.
    Against,
}

impl Stance {
    /// The word for it in the output.
    pub fn name(self) -> &'static str {
        match self {
            Stance::For => "for",
            Stance::Against => "against",
        }
    }
}

/// One line of the ledger: an actor's stance on an issue, and what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// Whose.
    pub holder: ActorId,
    /// On what, in the text's own words.
    pub issue: String,
    /// The actor the issue concerns, when it is one.
    pub towards: Option<ActorId>,
    /// For or against.
    pub stance: Stance,
    /// Earliest date of what it rests on.
    pub first: Option<Interval>,
    /// Latest date of what it rests on.
    pub last: Option<Interval>,
    /// Numbers of the events it rests on.
    pub events: Vec<usize>,
    /// Numbers of the claims it rests on.
    pub claims: Vec<usize>,
    /// Numbers of the sentences it rests on, counted from 1.
    pub sentences: Vec<usize>,
}
