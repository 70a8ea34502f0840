//! Who did what to whom, by PLOVER.

use crate::date::Interval;
use crate::evidence::{Evidence, Origin};

/// The sixteen event classes of PLOVER.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are PLOVER's own; the annotation guide defines each")]
pub enum Class {
    Agree,
    Consult,
    Support,
    Cooperate,
    Aid,
    Concede,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

/// The four quarters of cooperation and conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quad {
    /// Words of cooperation.
    VerbalCooperation,
    /// Deeds of cooperation.
    MaterialCooperation,
    /// Words of conflict.
    VerbalConflict,
    /// Deeds of conflict.
    MaterialConflict,
}

impl Quad {
    /// The words for it in the output, as in the annotation guide.
    pub fn name(self) -> &'static str {
        match self {
            Quad::VerbalCooperation => "verbal cooperation",
            Quad::MaterialCooperation => "material cooperation",
            Quad::VerbalConflict => "verbal conflict",
            Quad::MaterialConflict => "material conflict",
        }
    }
}

impl Class {
    /// In the order of the model's outputs.
    pub const ALL: [Class; 16] = [
        Class::Agree,
        Class::Consult,
        Class::Support,
        Class::Cooperate,
        Class::Aid,
        Class::Concede,
        Class::Retreat,
        Class::Request,
        Class::Accuse,
        Class::Reject,
        Class::Threaten,
        Class::Protest,
        Class::Sanction,
        Class::Mobilize,
        Class::Coerce,
        Class::Assault,
    ];

    /// PLOVER's name for it.
    pub fn name(self) -> &'static str {
        match self {
            Class::Agree => "AGREE",
            Class::Consult => "CONSULT",
            Class::Support => "SUPPORT",
            Class::Cooperate => "COOPERATE",
            Class::Aid => "AID",
            Class::Concede => "CONCEDE",
            Class::Retreat => "RETREAT",
            Class::Request => "REQUEST",
            Class::Accuse => "ACCUSE",
            Class::Reject => "REJECT",
            Class::Threaten => "THREATEN",
            Class::Protest => "PROTEST",
            Class::Sanction => "SANCTION",
            Class::Mobilize => "MOBILIZE",
            Class::Coerce => "COERCE",
            Class::Assault => "ASSAULT",
        }
    }

    /// The class of a name.
    pub fn from_name(name: &str) -> Option<Class> {
        Class::ALL.into_iter().find(|c| c.name() == name)
    }

    /// The quarter it lies in.
    pub fn quad(self) -> Quad {
        match self {
            Class::Agree | Class::Consult | Class::Support => Quad::VerbalCooperation,
            Class::Cooperate | Class::Aid | Class::Concede | Class::Retreat => Quad::MaterialCooperation,
            Class::Request | Class::Accuse | Class::Reject | Class::Threaten => Quad::VerbalConflict,
            Class::Protest | Class::Sanction | Class::Mobilize | Class::Coerce | Class::Assault => Quad::MaterialConflict,
        }
    }
}

/// Whether it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// Has happened or is under way.
    Actual,
    /// Background from well before the report.
    Historical,
    /// Planned, promised, expected.
    Future,
    /// Conditional, alleged, possible, feared.
    Hypothetical,
    /// Reported not to have happened.
    Negated,
}

impl Modality {
    /// In the order of the model's outputs.
    pub const ALL: [Modality; 5] = [Modality::Actual, Modality::Historical, Modality::Future, Modality::Hypothetical, Modality::Negated];

    /// The guide's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Modality::Actual => "actual",
            Modality::Historical => "historical",
            Modality::Future => "future",
            Modality::Hypothetical => "hypothetical",
            Modality::Negated => "negated",
        }
    }
}

/// The date an event was given, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct EventDate {
    /// When.
    pub interval: Interval,
    /// The time expression it rests on; `None` when it fell back to the publication date.
    pub evidence: Option<Evidence>,
    /// The rule that chose and resolved it (`weekday-before-publication`, `publication-date`).
    pub rule: &'static str,
}

/// One event.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// What was done.
    pub class: Class,
    /// Who did it: numbers of mentions. May be empty when the text names none.
    pub sources: Vec<usize>,
    /// To whom: numbers of mentions. May be empty.
    pub targets: Vec<usize>,
    /// Whether it happened.
    pub modality: Modality,
    /// How much it helps or harms the relation, on PLOVER's published scale, -10 to 10.
    pub intensity: f32,
    /// CAMEO root code, two digits, for those who keep series in CAMEO.
    pub cameo: &'static str,
    /// When; `None` when neither the text nor the document gives a date.
    pub date: Option<EventDate>,
    /// Numbers of the claims whose content it stands in, innermost first: it is then somebody's word, not the report's.
    pub claims: Vec<usize>,
    /// The words that state it.
    pub evidence: Evidence,
    /// What made it.
    pub origin: Origin,
}
