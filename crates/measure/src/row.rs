//! What every row carries.

use jiff::civil::Date;

use crate::period::Period;

/// Where a row comes from. Copies of one wire story have one story number and each its own outlet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The story, by the caller's numbering.
    pub story: u32,
    /// Who printed it, by the caller's numbering; `None` where the data do not say (most event sets).
    pub outlet: Option<u32>,
    /// The day: of the print for coverage and tone, of the event for events.
    pub date: Date,
}

/// A row of any measure that counts stories.
pub trait Row: Copy {
    /// The story, outlet and date of the row.
    fn stamp(&self) -> Stamp;
}

impl Row for Stamp {
    fn stamp(&self) -> Stamp {
        *self
    }
}

/// A figure out of a table: one number a period, `None` where the table has a gap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// When.
    pub period: Period,
    /// How much, in the table's unit.
    pub value: Option<f64>,
}

impl Figure {
    /// The number, if there is one and it is finite.
    pub(crate) fn known(&self) -> Option<f64> {
        self.value.filter(|v| v.is_finite())
    }
}
