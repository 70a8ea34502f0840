//! Where a record rests: the words, their place, and what made the record out of them.

use mizan_text::{CharSpan, Span};

/// The words that a record rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Place in the document's text, in UTF-8 bytes.
    pub span: Span,
    /// The same place in Unicode scalar values.
    pub chars: CharSpan,
    /// The words there, as printed.
    pub quote: String,
    /// Number of the sentence they stand in, counted from 1.
    pub sentence: usize,
}

/// What made a record, and how sure it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The model's version, or the name of the rule that made or last changed the record.
    pub by: String,
    /// Probability that the record is right, 0 to 1, as calibrated on the development set; 1 for what was read from data.
    pub confidence: f32,
    /// Rules that changed the record after the model made it, in order.
    pub rules: Vec<&'static str>,
}
