//! The JSON Schema of the JSON form, generated from its types.

use schemars::generate::SchemaSettings;

use super::SCHEMA;
use super::shape::Report;

/// The JSON Schema (draft 2020-12) of what [`json`](super::json()) prints, indented, with a newline at its end. It is kept in
/// `docs/reference/report.schema.json`; a test compares the two, and writes the file anew when `MIZAN_REGENERATE=1` is set.
pub fn schema() -> String {
    let mut schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Report<'static>>();
    schema.insert("$id".to_owned(), format!("urn:mizan:{SCHEMA}").into());
    let mut out = serde_json::to_string_pretty(&schema).expect("a schema has only string keys");
    out.push('\n');
    out
}
