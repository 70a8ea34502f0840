//! One JSON object into an item.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::aside::listed;
use crate::{Field, Form, Item, Map, Published, Reason};

/// Names of keys that are kept for a message.
const KEYS: usize = 60;

pub(super) fn item(bytes: &[u8], name: String, map: &Map) -> Result<Item, Reason> {
    let text = std::str::from_utf8(bytes).map_err(|error| Reason::NotUtf8(error.valid_up_to() + 1))?;
    if !text.trim_start().starts_with('{') {
        return Err(not_an_object(text));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let record = Wanted(map).deserialize(&mut reader).map_err(|error| Reason::NotJson(error.to_string()))?;
    reader.end().map_err(|error| Reason::NotJson(error.to_string()))?;
    record.item(name)
}

/// What to say of a line that begins otherwise: other JSON, or none.
fn not_an_object(text: &str) -> Reason {
    match serde_json::from_str::<IgnoredAny>(text) {
        Ok(_) => Reason::NotAnObject,
        Err(error) => Reason::NotJson(error.to_string()),
    }
}

/// The fields of an object, and the names of its keys.
#[derive(Default)]
struct Record {
    /// With how sure it is that the key means the field; the surest stays.
    fields: BTreeMap<Field, (usize, String)>,
    keys: Vec<String>,
}

impl Record {
    fn item(mut self, name: String) -> Result<Item, Reason> {
        let mut take = |field| self.fields.remove(&field).map(|(_, value)| value.trim().to_owned()).filter(|value| !value.is_empty());
        let (title, url, outlet) = (take(Field::Title), take(Field::Url), take(Field::Outlet));
        let (language, id, date) = (take(Field::Language), take(Field::Id), take(Field::Date));
        let Some((_, text)) = self.fields.remove(&Field::Text) else {
            return Err(Reason::NoText { found: listed(self.keys.iter().map(String::as_str)) });
        };
        if text.trim().is_empty() {
            return Err(Reason::EmptyText);
        }
        let item = Item::new(name, Form::of(text.as_bytes()), text.into_bytes());
        Ok(Item { title, url, outlet, language, id, published: date.map(Published::new), ..item })
    }

    fn put(&mut self, field: Field, rank: usize, value: String) {
        let empty = value.trim().is_empty();
        // An empty value gives way to any other.
        let rank = if empty { usize::MAX } else { rank };
        if self.fields.get(&field).is_none_or(|(before, _)| rank < *before) {
            self.fields.insert(field, (rank, value));
        }
    }
}

/// Reads an object, taking what the map names.
struct Wanted<'m>(&'m Map);

impl<'de> DeserializeSeed<'de> for Wanted<'_> {
    type Value = Record;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Record, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Wanted<'_> {
    type Value = Record;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
        let mut record = Record::default();
        while let Some(key) = map.next_key::<String>()? {
            match self.0.holds(&key) {
                Some((field, rank)) => {
                    if let Some(value) = map.next_value::<Value>()?.0 {
                        record.put(field, rank, value);
                    }
                }
                None => drop(map.next_value::<IgnoredAny>()?),
            }
            if record.keys.len() < KEYS {
                record.keys.push(key.chars().take(60).collect());
            }
        }
        Ok(record)
    }
}

/// A value as text: a string or number, the strings of a list as paragraphs, or what an object has under `name`, `rendered` or the like.
struct Value(Option<String>);

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value(Some(value.to_owned())))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value(Some(value.to_string())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value(Some(value.to_string())))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value(Some(value.to_string())))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value, E> {
        Ok(Value(None))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut text: Option<String> = None;
        while let Some(Value(part)) = list.next_element()? {
            if let Some(part) = part {
                let text = text.get_or_insert_default();
                if !text.is_empty() {
                    text.push_str("\n\n");
                }
                text.push_str(&part);
            }
        }
        Ok(Value(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        const INNER: [&str; 5] = ["rendered", "name", "value", "text", "title"];
        let mut best: Option<(usize, String)> = None;
        while let Some(key) = map.next_key::<String>()? {
            let Some(rank) = INNER.iter().position(|inner| *inner == key) else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            if let Value(Some(value)) = map.next_value()?
                && best.as_ref().is_none_or(|(before, _)| rank < *before)
            {
                best = Some((rank, value));
            }
        }
        Ok(Value(best.map(|(_, value)| value)))
    }
}
