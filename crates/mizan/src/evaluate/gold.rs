//! Labelled sentences out of lines of JSON: the marked form of the annotation guide, or the standoff form, told apart line by line.
//!
//! A gold file is checked as the guide's `check.py` checks it, and every wrong line is reported. Predictions are taken as they are.

use std::fmt;

use mizan_record::Class;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::marked;
use super::record::{Characters, Record};

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Number of the line, counted from 1.
    pub line: usize,
    /// What is wrong, in the words of `check.py` where that finds it too.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.message)
    }
}

/// Read a labelled file, or say what is wrong with each line that is.
pub fn read(file: &str) -> Result<Vec<Record>, Vec<Problem>> {
    lines(file, |object| {
        let record = parse(object, &["actors", "events", "claims"])?;
        check(&record)?;
        Ok(record)
    })
}

/// Read predictions: lists that are missing count as empty, and labels are taken as they are.
pub fn read_predicted(file: &str) -> Result<Vec<Record>, Vec<Problem>> {
    lines(file, |object| parse(object, &[]))
}

fn lines(file: &str, record_of: impl Fn(&Map<String, Value>) -> Result<Record, String>) -> Result<Vec<Record>, Vec<Problem>> {
    let (mut records, mut problems) = (Vec::new(), Vec::new());
    let file = file.strip_prefix('\u{FEFF}').unwrap_or(file);
    for (index, line) in file.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let ordinal = records.len() + problems.len() + 1;
        match object_of(line).and_then(|object| Ok((id_of(&object, ordinal), record_of(&object)?))) {
            Ok((id, record)) => records.push(Record { id, ..record }),
            Err(message) => problems.push(Problem { line: index + 1, message }),
        }
    }
    if problems.is_empty() { Ok(records) } else { Err(problems) }
}

fn object_of(line: &str) -> Result<Map<String, Value>, String> {
    match serde_json::from_str(line) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(other) => Err(format!("expected a JSON object but found {}", marked::written(&other))),
        Err(error) => Err(format!("not JSON: {error}")),
    }
}

fn id_of(object: &Map<String, Value>, ordinal: usize) -> String {
    match object.get("id") {
        None | Some(Value::Null) => format!("#{ordinal}"),
        Some(Value::String(id)) => id.clone(),
        Some(other) => other.to_string(),
    }
}

/// A record of either form; `needed` are the lists a standoff record must have.
fn parse(object: &Map<String, Value>, needed: &[&str]) -> Result<Record, String> {
    if object.contains_key("t") {
        return marked::record(object);
    }
    if !needed.is_empty() && !object.contains_key("text") && !object.contains_key("actors") {
        return Err("neither `t`, the sentence with tags, nor `text`, the sentence with offsets beside it".to_owned());
    }
    if let Some(missing) = needed.iter().find(|key| !object.contains_key(**key)) {
        return Err(format!("`{missing}` is missing"));
    }
    Ok(Record {
        id: String::new(),
        language: word(object, "lang")?,
        register: word(object, "register")?,
        text: word(object, "text")?,
        actors: list(object, "actors")?,
        events: list(object, "events")?,
        claims: list(object, "claims")?,
        // No figure rests on them.
        dates: list(object, "dates").unwrap_or_default(),
    })
}

fn word(object: &Map<String, Value>, key: &str) -> Result<Option<String>, String> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(word)) => Ok(Some(word.clone())),
        Some(other) => Err(format!("`{key}` is no text: {}", marked::written(other))),
    }
}

fn list<T: DeserializeOwned>(object: &Map<String, Value>, key: &str) -> Result<Vec<T>, String> {
    let items = match object.get(key) {
        None => return Ok(Vec::new()),
        Some(Value::Array(items)) => items,
        Some(other) => return Err(format!("`{key}` is no list: {}", marked::written(other))),
    };
    let item = |(index, item): (usize, &Value)| T::deserialize(item).map_err(|error| format!("{key}, entry {}: {error}", index + 1));
    items.iter().enumerate().map(item).collect()
}

/// What must hold of a gold record for its figures to mean anything.
fn check(record: &Record) -> Result<(), String> {
    if let Some(event) = record.events.iter().find(|event| Class::from_name(&event.class).is_none()) {
        return Err(format!("e{}: `{}` is no event class", event.n, event.class));
    }
    let Some(text) = &record.text else { return Ok(()) };
    let length = text.chars().count();
    let actors = record.actors.iter().map(|actor| ('a', actor.n, Some(actor.span)));
    let events = record.events.iter().map(|event| ('e', event.n, event.span));
    let claims = record.claims.iter().map(|claim| ('c', claim.n, claim.span));
    for (tag, n, span) in actors.chain(events).chain(claims) {
        let Some(Characters { start, end }) = span else { continue };
        if start >= end || end > length {
            return Err(format!("{tag}{n}: [{start}, {end}) is no stretch of a sentence of {length} characters"));
        }
    }
    Ok(())
}
