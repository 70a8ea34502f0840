//! JSON lines: one short text a line, for the coder.

use std::collections::BTreeSet;

use jiff::civil::Date;
use mizan_record::{Document, Doubt, Section};
use mizan_text::{Language, Span, Text};
use serde::Deserialize;

use crate::{calendar, document, language};

/// One text of a JSON-lines input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its name, unique in the input.
    pub id: String,
    /// The text, as it stands in the line.
    pub text: String,
    /// Its language, when the line says so.
    pub language: Option<Language>,
    /// Day of publication, when the line says so.
    pub published: Option<Date>,
    /// Number of the line in the input, counted from 1.
    pub number: usize,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {number}: {problem}\nhint: {hint}")]
pub struct LineError {
    /// Number of the line in the input, counted from 1.
    pub number: usize,
    /// What was found.
    pub problem: String,
    /// What to do.
    pub hint: &'static str,
}

/// The texts of a JSON-lines input, one after another: see [`lines`].
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    rest: &'a [u8],
    number: usize,
    seen: BTreeSet<String>,
}

/// Read JSON lines: objects with `id` and `text`, and if wished `lang` (`ar`, `en`, `kk`, `ru`) and `published` (`2025-10-04` or
/// RFC 3339). Other fields are left alone, empty lines are passed over, and a bad line does not stop those after it.
///
/// ```
/// let input = "{\"id\": \"a\", \"text\": \"Протесты продолжились.\", \"lang\": \"ru\"}\n{\"id\": \"b\"}";
/// let read: Vec<_> = mizan_read::lines(input.as_bytes()).collect();
/// assert_eq!(read[0].as_ref().map(|line| line.text.as_str()), Ok("Протесты продолжились."));
/// assert_eq!(read[1].as_ref().map_err(|error| error.number), Err(2));
/// ```
pub fn lines(bytes: &[u8]) -> Lines<'_> {
    Lines { rest: bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes), number: 0, seen: BTreeSet::new() }
}

impl Iterator for Lines<'_> {
    type Item = Result<Line, LineError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            let end = self.rest.iter().position(|&byte| byte == b'\n').unwrap_or(self.rest.len());
            let line = &self.rest[..end];
            self.rest = self.rest.get(end + 1..).unwrap_or(&[]);
            self.number += 1;
            if !line.trim_ascii().is_empty() {
                return Some(self.line(line));
            }
        }
        None
    }
}

/// A line as JSON has it.
#[derive(Deserialize)]
struct Raw {
    id: Option<Id>,
    text: Option<String>,
    lang: Option<String>,
    published: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(i64),
}

impl Lines<'_> {
    fn line(&mut self, bytes: &[u8]) -> Result<Line, LineError> {
        let number = self.number;
        let fail = |problem: String, hint| LineError { number, problem, hint };
        let text = std::str::from_utf8(bytes)
            .map_err(|error| fail(format!("byte {} is not UTF-8", error.valid_up_to() + 1), "save the file as UTF-8"))?;
        let raw: Raw = serde_json::from_str(text).map_err(|error| not_json(number, &error))?;
        let id = match raw.id {
            Some(Id::Text(id)) if !id.is_empty() => id,
            Some(Id::Number(id)) => id.to_string(),
            _ => return Err(fail("`id` is missing".into(), "give every line an `id` of its own")),
        };
        let text = raw.text.filter(|text| !text.trim().is_empty());
        let text =
            text.ok_or_else(|| fail(format!("`text` of `{id}` is missing or empty"), "give every line a `text`, or leave the line out"))?;
        let language = raw.lang.map(|code| {
            let unknown = || fail(format!("`lang` of `{id}` is `{code}`"), "use `ar`, `en`, `kk` or `ru`, or leave `lang` out");
            Language::from_code(&code).ok_or_else(unknown)
        });
        let language = language.transpose()?;
        let published = raw.published.map(|value| {
            let unknown =
                || fail(format!("`published` of `{id}` is `{value}`"), "write the day as `2025-10-04` or in RFC 3339, or leave it out");
            calendar::stamp(&value).ok_or_else(unknown)
        });
        let published = published.transpose()?;
        if !self.seen.insert(id.clone()) {
            return Err(fail(format!("`id` `{id}` was given before"), "give every line an `id` of its own"));
        }
        Ok(Line { id, text, language, published, number })
    }
}

fn not_json(number: usize, error: &serde_json::Error) -> LineError {
    let said = error.to_string();
    let surrogate = said.contains("surrogate") || said.contains("hex escape");
    let (problem, hint) = if surrogate {
        (
            format!("half a character (a lone surrogate escape) at column {}", error.column()),
            "write the text as UTF-8, or escape characters beyond U+FFFF as two `\\u` escapes",
        )
    } else if error.is_data() {
        (format!("the fields are not as expected: {said}"), "write one object a line, with `id` and `text` as strings")
    } else {
        (format!("not JSON: {said}"), "write one JSON object a line, with `id` and `text`")
    };
    LineError { number, problem, hint }
}

impl Line {
    /// The line as a document of a single section: nothing is taken from its head, and it is coded as one unit.
    ///
    /// Its source is `source#id`. The language is detected when the line does not give it.
    pub fn document(self, source: &str) -> Document {
        let mut doubts = Vec::new();
        let start = self.text.len() - self.text.trim_start().len();
        let span = Span::new(start, self.text.trim_end().len());
        let language = self.language.or_else(|| {
            let verdict = language::detect([&self.text[span.start..span.end]]);
            doubts.extend(verdict.doubts);
            verdict.language
        });
        if self.published.is_none() {
            doubts.push(Doubt { name: "no-publication-date", detail: "the line does not say when the text was published".into() });
        }
        let source = format!("{source}#{}", self.id);
        Document {
            id: document::id(&source, &self.text),
            source,
            outlet: None,
            language,
            title: None,
            published: self.published.map(|date| (date, "metadata")),
            dateline: None,
            text: Text::new(self.text),
            sections: vec![Section { span, heading: false, paragraph: 0 }],
            doubts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_lines() {
        let input = "\u{FEFF}{\"id\":\"a\",\"text\":\"قال الوزير\",\"lang\":\"ar\",\"published\":\"2025-10-04\"}\r\n\n{\"text\":\"Сөйледі \\ud83c\\uddf0\",\"id\":7,\"published\":\"2025-10-04T23:10:00+05:00\",\"more\":[1]}";
        let read: Vec<Line> = lines(input.as_bytes()).map(Result::unwrap).collect();
        assert_eq!(read.len(), 2);
        assert_eq!((read[0].id.as_str(), read[0].language, read[0].number), ("a", Some(Language::Arabic), 1));
        assert_eq!((read[1].id.as_str(), read[1].language, read[1].number), ("7", None, 3));
        assert_eq!(read[1].text, "Сөйледі 🇰");
        assert!(read.iter().all(|line| line.published == Some(jiff::civil::date(2025, 10, 4))));
    }

    #[test]
    fn bad_lines_say_where_and_what_to_do() {
        for (line, says) in [
            ("not json", "not JSON"),
            ("{\"id\":\"b\",\"text\":\"x\"", "not JSON"),
            ("[1,2]", "invalid type"),
            ("{\"id\":\"b\",\"text\":\"\\ud800 x\"}", "half a character"),
            ("{\"id\":\"b\",\"text\":\"x \\udc00\"}", "half a character"),
            ("{\"id\":\"b\",\"text\":\"\\ud800\\ud800\"}", "half a character"),
            ("{\"text\":\"x\"}", "`id` is missing"),
            ("{\"id\":\"\",\"text\":\"x\"}", "`id` is missing"),
            ("{\"id\":\"b\"}", "`text` of `b` is missing"),
            ("{\"id\":\"b\",\"text\":\"  \"}", "`text` of `b` is missing"),
            ("{\"id\":\"b\",\"text\":5}", "the fields are not as expected"),
            ("{\"id\":\"b\",\"text\":\"x\",\"lang\":\"fr\"}", "`lang` of `b` is `fr`"),
            ("{\"id\":\"b\",\"text\":\"x\",\"published\":\"2025-13-04\"}", "`published` of `b`"),
            ("{\"id\":\"b\",\"text\":\"x\",\"published\":\"yesterday\"}", "`published` of `b`"),
            ("{\"id\":\"a\",\"text\":\"x\"}", "`a` was given before"),
        ] {
            let input = format!("{{\"id\":\"a\",\"text\":\"first\"}}\n{line}\n{{\"id\":\"c\",\"text\":\"last\"}}");
            let read: Vec<_> = lines(input.as_bytes()).collect();
            assert_eq!(read.len(), 3, "{line}");
            assert!(read[0].is_ok() && read[2].is_ok(), "{line}");
            let error = read[1].as_ref().unwrap_err();
            let message = error.to_string();
            assert!(message.starts_with("line 2: ") && message.contains(says) && message.contains("\nhint: "), "{line}: {message}");
        }
        let read: Vec<_> = lines(b"{\"id\":\"a\",\"text\":\"\xFF\"}").collect();
        assert!(read[0].as_ref().unwrap_err().to_string().contains("not UTF-8"));
    }

    #[test]
    fn a_line_becomes_a_document_of_one_unit() {
        let input = "{\"id\":\"a\",\"text\":\" ASTANA (Reuters) - The president spoke. He left the country. \"}";
        let line = lines(input.as_bytes()).next().unwrap().unwrap();
        let document = line.document("in.jsonl");
        assert_eq!(document.source, "in.jsonl#a");
        assert_eq!(document.language, Some(Language::English));
        assert_eq!(document.sections.len(), 1);
        assert_eq!(document.text.quote(document.sections[0].span), "ASTANA (Reuters) - The president spoke. He left the country.");
    }
}
