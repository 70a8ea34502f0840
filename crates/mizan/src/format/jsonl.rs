//! One record a line, for streams and for tables.

use serde::Serialize;

use super::SCHEMA;
use super::shape::{Document, Report};

/// The report as lines of JSON: its document, then its actors, mentions, dates, events, claims, positions and doubts.
///
/// Each line says what it is in `type`; all but the first name their document's id in `document`, so that the lines of many reports may be
/// mixed. The rest of a line is the record as in [`json`](super::json()).
pub fn jsonl(report: &mizan_record::Report) -> String {
    let shape = Report::of(report);
    let mut lines = Lines { document: &report.document.id, out: String::new() };
    lines.push(&Head { r#type: "document", schema: SCHEMA, document: &shape.document });
    lines.all("actor", &shape.actors);
    lines.all("mention", &shape.mentions);
    lines.all("date", &shape.dates);
    lines.all("event", &shape.events);
    lines.all("claim", &shape.claims);
    lines.all("position", &shape.positions);
    lines.all("doubt", &shape.doubts);
    lines.out
}

#[derive(Serialize)]
struct Head<'s, 'r> {
    r#type: &'static str,
    schema: &'static str,
    #[serde(flatten)]
    document: &'s Document<'r>,
}

#[derive(Serialize)]
struct Line<'s, T> {
    r#type: &'static str,
    document: &'s str,
    #[serde(flatten)]
    record: &'s T,
}

struct Lines<'r> {
    document: &'r str,
    out: String,
}

impl Lines<'_> {
    fn all<T: Serialize>(&mut self, r#type: &'static str, records: &[T]) {
        for record in records {
            self.push(&Line { r#type, document: self.document, record });
        }
    }

    fn push(&mut self, line: &impl Serialize) {
        self.out.push_str(&serde_json::to_string(line).expect("the shape has only string keys and finite numbers"));
        self.out.push('\n');
    }
}
