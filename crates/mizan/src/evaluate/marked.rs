//! The marked form of the annotation guide, with tags in the sentence, into the standoff form.
//!
//! The checks and their words are those of the guide's `check.py`, in the same order, so that a file is right or wrong in both.

use std::collections::BTreeSet;

use mizan_record::{ClaimKind, Class, Kind, Modality, Sector};
use serde_json::{Map, Value};

use super::record::{Actor, Characters, Claim, Date, Event, Record};

const LANGUAGES: [&str; 4] = ["ar", "ru", "en", "kk"];

/// What a tag is known by: its letter and its number as written.
type Key<'a> = (char, &'a str);

/// A tag's stretch.
type Found<'a> = (Key<'a>, Characters);

/// A record without its name.
pub(super) fn record(object: &Map<String, Value>) -> Result<Record, String> {
    let (text, found) = spans(string(object, "t")?)?;
    let language = string(object, "l")?;
    if !LANGUAGES.contains(&language) {
        return Err("language".to_owned());
    }
    let [a, e, c, tone] = [table(object, "a")?, table(object, "e")?, table(object, "c")?, table(object, "tone")?];
    for (letter, table) in [('a', &a), ('e', &e), ('c', &c)] {
        check_entries(letter, table, &found)?;
    }
    let mut actors = a.iter().map(|(n, v)| actor(n, v, &found)).collect::<Result<Vec<_>, _>>()?;
    let events = e.iter().map(|(n, v)| event(n, v, &a, &found)).collect::<Result<Vec<_>, _>>()?;
    let claims = c.iter().map(|(n, v)| claim(n, v, &a, &found)).collect::<Result<Vec<_>, _>>()?;
    for (n, v) in &tone {
        let sign = v.as_f64().filter(|sign| [1.0, -1.0].contains(sign));
        let (Some(sign), Some(at)) = (sign, a.iter().position(|(known, _)| known == n)) else {
            return Err(format!("tone {n}: {}", written(v)));
        };
        actors[at].tone = if sign > 0.0 { 1 } else { -1 };
    }
    let dates = dates(object, &text)?;
    let register = object.get("g").and_then(Value::as_str).map(str::to_owned);
    Ok(Record { id: String::new(), language: Some(language.to_owned()), register, text: Some(text), actors, events, claims, dates })
}

/// The sentence without tags, and where each of them stood, in the order of their closing.
fn spans(marked: &str) -> Result<(String, Vec<Found<'_>>), String> {
    let (mut text, mut position) = (String::new(), 0);
    let mut open: Vec<(Key, usize)> = Vec::new();
    let mut found: Vec<Found> = Vec::new();
    let mut rest = marked;
    while let Some(next) = rest.chars().next() {
        let Some((closing, key, length)) = tag(rest) else {
            text.push(next);
            position += 1;
            rest = &rest[next.len_utf8()..];
            continue;
        };
        let (letter, number) = key;
        rest = &rest[length..];
        if !closing {
            if found.iter().any(|(known, _)| *known == key) || open.iter().any(|(known, _)| *known == key) {
                return Err(format!("tag {letter}{number} opened twice"));
            }
            open.push((key, position));
            continue;
        }
        match open.pop() {
            Some((last, start)) if last == key => found.push((key, Characters { start, end: position })),
            _ => return Err(format!("</{letter}{number}> closes out of order")),
        }
    }
    if let Some(((letter, number), _)) = open.last() {
        return Err(format!("tag ('{letter}', '{number}') never closed"));
    }
    if text.char_indices().any(|(at, _)| is_stray(&text[at..])) {
        return Err("stray tag left in text".to_owned());
    }
    check_edges(&text, &found)?;
    Ok((text, found))
}

/// The tag a text begins with: whether it closes, its key, and its length in bytes.
fn tag(text: &str) -> Option<(bool, Key<'_>, usize)> {
    let inside = text.strip_prefix('<')?;
    let (closing, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
    let letter = inside.chars().next().filter(|letter| "aecx".contains(*letter))?;
    let inside = &inside[1..];
    let number = &inside[..inside.find(|c: char| !c.is_ascii_digit())?];
    let after = inside[number.len()..].strip_prefix('>')?;
    (!number.is_empty()).then_some((closing, (letter, number), text.len() - after.len()))
}

/// Whether a text begins with what looks like a tag: a small Latin letter, with or without a number.
fn is_stray(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('<') else { return false };
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    inside.starts_with(|c: char| c.is_ascii_lowercase()) && inside[1..].trim_start_matches(char::is_numeric).starts_with('>')
}

fn check_edges(text: &str, found: &[Found]) -> Result<(), String> {
    let characters: Vec<char> = text.chars().collect();
    // Python's notion of white space, which has four separators more.
    let is_space = |at: usize| characters[at].is_whitespace() || ('\u{1C}'..='\u{1F}').contains(&characters[at]);
    for ((letter, number), span) in found {
        if span.start >= span.end {
            return Err(format!("empty span {letter}{number}"));
        }
        if is_space(span.start) || is_space(span.end - 1) {
            return Err(format!("span {letter}{number} begins or ends in white space"));
        }
    }
    Ok(())
}

fn check_entries(letter: char, entries: &[(String, Value)], found: &[Found]) -> Result<(), String> {
    let tags: BTreeSet<&str> = found.iter().filter(|((kind, _), _)| *kind == letter).map(|((_, number), _)| *number).collect();
    let known: BTreeSet<&str> = entries.iter().map(|(number, _)| number.as_str()).collect();
    if tags == known {
        return Ok(());
    }
    let [tags, known] = [tags, known].map(|set| written(&set.into_iter().collect()));
    Err(format!("{letter}: tags {tags} but entries {known}"))
}

fn actor(n: &str, v: &Value, found: &[Found]) -> Result<Actor, String> {
    let wrong = || format!("a{n}: {}", written(v));
    let [kind, country, sector] = v.as_array().map(Vec::as_slice).ok_or_else(wrong)? else { return Err(wrong()) };
    let [kind, country, sector] = [kind, country, sector].map(Value::as_str);
    let kind = kind.filter(|code| Kind::ALL.iter().any(|kind| kind.code() == *code)).ok_or_else(wrong)?;
    let sector = sector.filter(|code| Sector::ALL.iter().any(|sector| sector.code() == *code)).ok_or_else(wrong)?;
    let is_country = |code: &&str| code.is_empty() || code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    let country = country.filter(is_country).ok_or_else(wrong)?;
    let unless_empty = |code: &str| (!code.is_empty()).then(|| code.to_owned());
    Ok(Actor {
        n: number(n)?,
        span: span('a', n, found).ok_or_else(wrong)?,
        kind: Some(kind.to_owned()),
        country: unless_empty(country),
        sector: unless_empty(sector),
        tone: 0,
    })
}

fn event(n: &str, v: &Value, actors: &[(String, Value)], found: &[Found]) -> Result<Event, String> {
    let wrong = || format!("e{n}: {}", written(v));
    let [class, sources, targets, modality] = v.as_array().map(Vec::as_slice).ok_or_else(wrong)? else { return Err(wrong()) };
    let class = class.as_str().and_then(Class::from_name).ok_or_else(wrong)?;
    let modality = modality.as_str().filter(|word| Modality::ALL.iter().any(|modality| modality.name() == *word)).ok_or_else(wrong)?;
    let side = |side: &Value| side.as_array().ok_or_else(wrong)?.iter().map(|i| side_actor(n, i, actors)).collect::<Result<Vec<i64>, _>>();
    let (sources, targets) = (side(sources)?, side(targets)?);
    if sources.is_empty() && targets.is_empty() {
        return Err(format!("e{n} has neither source nor target"));
    }
    if sources.iter().any(|source| targets.contains(source)) {
        return Err(format!("e{n} has an actor on both sides"));
    }
    let (class, modality) = (class.name().to_owned(), Some(modality.to_owned()));
    Ok(Event { n: number(n)?, span: span('e', n, found), class, sources, targets, modality })
}

fn side_actor(n: &str, i: &Value, actors: &[(String, Value)]) -> Result<i64, String> {
    let known = |i: &i64| is_actor(*i, actors);
    i.as_i64().filter(known).ok_or_else(|| format!("e{n} names actor {}, which is not marked", i.as_str().unwrap_or(&written(i))))
}

fn claim(n: &str, v: &Value, actors: &[(String, Value)], found: &[Found]) -> Result<Claim, String> {
    let wrong = || format!("c{n}: {}", written(v));
    let [speaker, kind] = v.as_array().map(Vec::as_slice).ok_or_else(wrong)? else { return Err(wrong()) };
    let kind = kind.as_str().filter(|word| ClaimKind::ALL.iter().any(|kind| kind.name() == *word)).ok_or_else(wrong)?;
    let speaker = speaker.as_i64().filter(|i| *i == 0 || is_actor(*i, actors)).ok_or_else(wrong)?;
    let speaker = (speaker != 0).then_some(speaker);
    Ok(Claim { n: number(n)?, span: span('c', n, found), cue: span('x', n, found), speaker, kind: Some(kind.to_owned()) })
}

fn dates(object: &Map<String, Value>, text: &str) -> Result<Vec<Date>, String> {
    let Some(listed) = object.get("d") else { return Ok(Vec::new()) };
    let date = |value: &Value| {
        let printed = value.as_str().ok_or_else(|| format!("`d` lists what is no text: {}", written(value)))?;
        let at = text.find(printed).ok_or_else(|| format!("time expression not in text: {printed}"))?;
        let start = text[..at].chars().count();
        Ok(Date { text: printed.to_owned(), span: Some(Characters { start, end: start + printed.chars().count() }) })
    };
    listed.as_array().ok_or_else(|| format!("`d` is no list: {}", written(listed)))?.iter().map(date).collect()
}

fn string<'a>(object: &'a Map<String, Value>, key: &str) -> Result<&'a str, String> {
    let value = object.get(key).ok_or_else(|| format!("`{key}` is missing"))?;
    value.as_str().ok_or_else(|| format!("`{key}` is no text: {}", written(value)))
}

/// The entries of a table by number; none where there is no table.
fn table(object: &Map<String, Value>, key: &str) -> Result<Vec<(String, Value)>, String> {
    let Some(value) = object.get(key) else { return Ok(Vec::new()) };
    let entries = value.as_object().ok_or_else(|| format!("`{key}` is no table: {}", written(value)))?;
    let mut entries: Vec<(String, Value)> = entries.iter().map(|(n, v)| (n.clone(), v.clone())).collect();
    entries.sort_by_key(|(n, _)| n.parse::<i64>().unwrap_or(i64::MAX));
    Ok(entries)
}

fn is_actor(i: i64, actors: &[(String, Value)]) -> bool {
    let i = i.to_string();
    actors.iter().any(|(n, _)| *n == i)
}

fn number(n: &str) -> Result<i64, String> {
    n.parse().map_err(|_| format!("`{n}` is too large a number for a tag"))
}

fn span(letter: char, number: &str, found: &[Found]) -> Option<Characters> {
    found.iter().find(|(key, _)| *key == (letter, number)).map(|(_, span)| *span)
}

/// A value as `check.py`, being Python, writes it.
pub(super) fn written(value: &Value) -> String {
    let joined = |parts: Vec<String>| parts.join(", ");
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => quoted(text),
        Value::Array(items) => format!("[{}]", joined(items.iter().map(written).collect())),
        Value::Object(entries) => {
            format!("{{{}}}", joined(entries.iter().map(|(k, v)| format!("{}: {}", quoted(k), written(v))).collect()))
        }
    }
}

fn quoted(text: &str) -> String {
    let mark = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::from(mark);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\\' => out.push_str("\\\\"),
            c if c == mark => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out.push(mark);
    out
}
