//! Actions: the lines of a log entry.

use std::sync::Arc;

use datafusion::arrow::datatypes::{DataType, Schema};
use serde_json::{Value, json};

use crate::Table;

/// A file that became part of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Added {
    /// Its name in the table's folder.
    pub(crate) path: String,
    /// Its bytes.
    pub(crate) size: u64,
    /// Its rows.
    pub(crate) rows: u64,
    /// When it was written, milliseconds since 1970.
    pub(crate) moment: i64,
}

/// What a line of a log entry says; those that the store does not need are kept as `Other`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Action {
    /// What holds for the whole table, by the name of the action and as it stands in the log: `protocol` (what a reader and a writer must know),
    /// `metaData` (the columns).
    Said(&'static str, Value),
    /// A file is part of it. The flag says whether its rows are new to the table.
    Add(Added, bool),
    /// A file is part of it no more; its rows are in other files.
    Remove(String, i64),
    /// What an application has done to the table: here, the store's version.
    Transaction(String, i64),
    /// Who made the entry, and when.
    Info(String, i64),
    /// Anything else.
    Other,
}

/// Versions of the protocol that a reader and a writer need.
pub(crate) const READER: u64 = 1;
const WRITER: u64 = 2;

impl Action {
    /// Which protocol a reader and a writer of our tables must know.
    pub(crate) fn protocol() -> Action {
        Action::Said("protocol", json!({ "minReaderVersion": READER, "minWriterVersion": WRITER }))
    }

    /// What a table is: its columns.
    pub(crate) fn metadata(table: Table, id: &str, moment: i64) -> Action {
        let said = json!({
            "id": id,
            "name": table.plain(),
            "description": table.about().trim(),
            "format": { "provider": "parquet", "options": {} },
            "schemaString": schema(&Arc::new(table.schema())).to_string(),
            "partitionColumns": [],
            "configuration": {},
            "createdTime": moment,
        });
        Action::Said("metaData", said)
    }

    /// The line.
    pub(crate) fn line(&self) -> String {
        let value = match self {
            Action::Said(name, body) => json!({ *name: body }),
            Action::Add(file, new) => json!({ "add": added(file, *new) }),
            Action::Remove(path, moment) => json!({ "remove": { "path": path, "deletionTimestamp": moment, "dataChange": false } }),
            Action::Transaction(app, version) => json!({ "txn": { "appId": app, "version": version } }),
            Action::Info(by, moment) => {
                json!({ "commitInfo": { "timestamp": moment, "operation": by, "engineInfo": concat!("mizan ", env!("CARGO_PKG_VERSION")) } })
            }
            Action::Other => json!({}),
        };
        value.to_string()
    }

    /// What a line says; `None` when it is no action at all.
    pub(crate) fn parse(line: &str) -> Option<Action> {
        let value: Value = serde_json::from_str(line).ok()?;
        let (name, body) = value.as_object()?.iter().next()?;
        Some(match name.as_str() {
            "add" => Action::Add(Added::parse(body)?, body["dataChange"].as_bool()?),
            "remove" => Action::Remove(body["path"].as_str()?.to_string(), body["deletionTimestamp"].as_i64().unwrap_or(0)),
            "txn" => Action::Transaction(body["appId"].as_str()?.to_string(), body["version"].as_i64()?),
            "protocol" => Action::Said("protocol", body.clone()),
            "metaData" => Action::Said("metaData", body.clone()),
            _ => Action::Other,
        })
    }

    /// The reader version that a protocol asks for.
    pub(crate) fn asks(&self) -> Option<u64> {
        match self {
            Action::Said("protocol", body) => body["minReaderVersion"].as_u64(),
            _ => None,
        }
    }
}

fn added(file: &Added, new: bool) -> Value {
    let stats = json!({ "numRecords": file.rows }).to_string();
    json!({ "path": file.path, "partitionValues": {}, "size": file.size, "modificationTime": file.moment, "dataChange": new, "stats": stats })
}

impl Added {
    fn parse(body: &Value) -> Option<Added> {
        let stats: Value = body["stats"].as_str().and_then(|s| serde_json::from_str(s).ok()).unwrap_or_default();
        Some(Added {
            path: body["path"].as_str()?.to_string(),
            size: body["size"].as_u64()?,
            rows: stats["numRecords"].as_u64().unwrap_or(0),
            moment: body["modificationTime"].as_i64()?,
        })
    }
}

/// A schema as Delta writes it.
fn schema(schema: &Schema) -> Value {
    let field = |f: &Arc<datafusion::arrow::datatypes::Field>| json!({ "name": f.name(), "type": kind(f.data_type()), "nullable": f.is_nullable(), "metadata": {} });
    json!({ "type": "struct", "fields": schema.fields().iter().map(field).collect::<Vec<_>>() })
}

fn kind(kind: &DataType) -> Value {
    match kind {
        DataType::Utf8 => json!("string"),
        DataType::Int64 => json!("long"),
        DataType::Float64 => json!("double"),
        DataType::Boolean => json!("boolean"),
        DataType::Date32 => json!("date"),
        DataType::Timestamp(..) => json!("timestamp"),
        DataType::Binary => json!("binary"),
        DataType::List(of) => json!({ "type": "array", "elementType": self::kind(of.data_type()), "containsNull": of.is_nullable() }),
        other => unreachable!("no column of the store is of type {other}"),
    }
}
