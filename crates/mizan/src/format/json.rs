//! One JSON object for one report.

use super::shape::Report;

/// The report as one JSON object, indented, with a newline at its end. Its shape is `docs/reference/report.schema.json`.
pub fn json(report: &mizan_record::Report) -> String {
    let mut out = serde_json::to_string_pretty(&Report::of(report)).expect("the shape has only string keys and finite numbers");
    out.push('\n');
    out
}
