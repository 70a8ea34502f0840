//! Who says so.

use crate::evidence::{Evidence, Origin};

/// What kind of attribution it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimKind {
    /// Says, announces.
    Statement,
    /// Judges, assesses, considers.
    Opinion,
    /// Expects, predicts.
    Forecast,
    /// Thinks, fears, hopes, as reported of them.
    Belief,
    /// Claims what the reporter does not vouch for.
    Allegation,
}

impl ClaimKind {
    /// In the order of the model's outputs.
    pub const ALL: [ClaimKind; 5] =
        [ClaimKind::Statement, ClaimKind::Opinion, ClaimKind::Forecast, ClaimKind::Belief, ClaimKind::Allegation];

    /// The guide's word for it.
    pub fn name(self) -> &'static str {
        match self {
            ClaimKind::Statement => "statement",
            ClaimKind::Opinion => "opinion",
            ClaimKind::Forecast => "forecast",
            ClaimKind::Belief => "belief",
            ClaimKind::Allegation => "allegation",
        }
    }
}

/// One attribution: somebody's word.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Number of the mention that speaks; `None` when the text names none ("observers expect").
    pub speaker: Option<usize>,
    /// When the sentence names no speaker but the report does (a pronoun, a verb alone): that speaker's mention, and it is said so.
    pub carried_speaker: Option<usize>,
    /// What kind.
    pub kind: ClaimKind,
    /// The words that attribute: "said", "according to".
    pub cue: Option<Evidence>,
    /// What is said.
    pub content: Evidence,
    /// Numbers of the mentions inside the content.
    pub about: Vec<usize>,
    /// What made it.
    pub origin: Origin,
}
