//! A document: what was read, from where, and what is doubtful about it.

use jiff::civil::Date;
use mizan_text::{Language, Span, Text};

/// A report as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Hash of source and text, hexadecimal: the same input has the same id everywhere.
    pub id: String,
    /// The file name or address it came from.
    pub source: String,
    /// The outlet, when it is known (from metadata, or named in the dateline).
    pub outlet: Option<String>,
    /// Its language; `None` when it is none of the four or cannot be told.
    pub language: Option<Language>,
    /// Title, when there is one.
    pub title: Option<String>,
    /// Day of publication, and the rule that found it (`flag`, `metadata`, `text-head`, `dateline`).
    pub published: Option<(Date, &'static str)>,
    /// The place named in the dateline, as printed.
    pub dateline: Option<Span>,
    /// The text, never altered: what evidence points into. The title, when there is one, is its first block.
    pub text: Text,
    /// Sentences and headings in order.
    pub sections: Vec<Section>,
    /// What is doubtful about the reading.
    pub doubts: Vec<Doubt>,
}

/// A sentence or a heading of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its place, in bytes of the document's text.
    pub span: Span,
    /// Whether it is a heading (the title is one).
    pub heading: bool,
    /// Number of the paragraph it stands in, counted from 0.
    pub paragraph: usize,
}

/// Something a reader should know before trusting the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// A short name (`mixed-language`, `no-publication-date`, `undecodable-bytes`).
    pub name: &'static str,
    /// What it means here, in a sentence.
    pub detail: String,
}
