//! Small pieces of XML: the children of an element with their contents.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;

/// Children and attributes of an element that are looked at; no feed has as many.
const MOST: usize = 1_000;

/// Names and values, decoded.
pub(super) type Attributes = Vec<(String, String)>;

/// A child element.
pub(super) struct Child<'x> {
    /// Its name with its prefix.
    pub(super) name: String,
    /// Its attributes.
    pub(super) attributes: Attributes,
    /// What stands inside, as written.
    pub(super) inner: Cow<'x, str>,
}

impl Child<'_> {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// An element's own attributes and its children, in order. The text between the children is passed over.
///
/// # Errors
/// When it is not well-formed.
pub(super) fn children(xml: &str) -> Result<(Attributes, Vec<Child<'_>>), quick_xml::Error> {
    let mut reader = reader(xml);
    let (mut own, mut children, mut depth) = (Vec::new(), Vec::new(), 0);
    loop {
        match reader.read_event()? {
            _ if children.len() > MOST => return Ok((own, children)),
            Event::Start(start) if depth == 0 => {
                own = attributes(&start);
                depth = 1;
            }
            Event::Start(start) => {
                let inner = reader.read_text(QName(start.name().as_ref()))?;
                children.push(Child { name: name(&start), attributes: attributes(&start), inner });
            }
            Event::Empty(start) => children.push(Child { name: name(&start), attributes: attributes(&start), inner: "".into() }),
            Event::Eof => return Ok((own, children)),
            _ => {}
        }
    }
}

fn reader(xml: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(xml);
    // "AT&T" is no reason to lose a report.
    reader.config_mut().allow_dangling_amp = true;
    reader
}

fn name(start: &BytesStart<'_>) -> String {
    String::from_utf8_lossy(start.name().as_ref()).into_owned()
}

fn attributes(start: &BytesStart<'_>) -> Attributes {
    let mut attributes = start.html_attributes();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    attributes
        .with_checks(false)
        .map_while(Result::ok)
        .take(MOST)
        .map(|one| (text(one.key.as_ref()), html_escape::decode_html_entities(&text(&one.value)).into_owned()))
        .collect()
}

/// What an element says: its text with references and CDATA resolved. Where markup stands inside it unescaped, that is what it says.
pub(super) fn value(inner: &str) -> String {
    let mut reader = reader(inner);
    reader.config_mut().check_end_names = false;
    let mut text = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Text(part)) => text.push_str(&String::from_utf8_lossy(&part)),
            Ok(Event::CData(part)) => text.push_str(&String::from_utf8_lossy(&part)),
            Ok(Event::GeneralRef(reference)) => text.push_str(&resolved(&reference)),
            Ok(Event::Eof) => return text,
            Ok(Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::DocType(_)) => {}
            Ok(Event::Start(_) | Event::End(_) | Event::Empty(_)) | Err(_) => return inner.to_owned(),
        }
    }
}

/// A reference as its character. Those of a document type of one's own stay as written.
fn resolved(reference: &BytesRef<'_>) -> String {
    let written = format!("&{};", String::from_utf8_lossy(reference));
    match reference.resolve_char_ref() {
        Ok(Some(c)) => c.to_string(),
        _ => html_escape::decode_html_entities(&written).into_owned(),
    }
}

/// A title or name on one line, its HTML references resolved once more: they are often escaped twice.
pub(super) fn one_line(inner: &str) -> Option<String> {
    let value = value(inner);
    let line = html_escape::decode_html_entities(&value).split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}
