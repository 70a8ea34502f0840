//! One entry of a feed into an item.

use std::borrow::Cow;

use mizan_record::Doubt;

use super::channel::Channel;
use super::xml::{Child, children, one_line, value};
use crate::aside::listed;
use crate::{Form, Item, Published, Reason};

/// An item of an entry's XML. Its name is that of the feed with the entry's identifier or address, else its number.
pub(super) fn item(xml: &str, feed: &str, number: u64, channel: &Channel) -> Result<Item, Reason> {
    let (own, children) = children(xml).map_err(|error| Reason::Xml(error.to_string()))?;
    let entry = Entry { children, prefix: prefix(xml) };
    let (form, text, rank) = entry.text().ok_or_else(|| entry.no_text())?;
    let id = entry.line(&["guid", "id", "dc:identifier"]).or_else(|| attribute(&own, "rdf:about"));
    let url = entry.link();
    let name = id.as_ref().or(url.as_ref()).map_or_else(|| format!("{feed}#{number}"), |id| format!("{feed}#{id}"));
    let mut item = Item::new(name, form, text.into_bytes());
    item.title = entry.line(&["title", "dc:title"]);
    item.published = entry.line(&["pubDate", "published", "dc:date", "dcterms:issued", "issued", "updated"]).map(Published::new);
    item.language = entry.line(&["dc:language", "language"]).or_else(|| attribute(&own, "xml:lang")).or_else(|| channel.language.clone());
    item.outlet = entry.outlet().or_else(|| channel.title.clone());
    item.id = id;
    item.url = url;
    if rank == SUMMARY {
        let detail = "the feed gives this as description or summary; the whole report may be longer".into();
        item.doubts.push(Doubt { name: "feed-summary", detail });
    }
    Ok(item)
}

fn attribute(attributes: &[(String, String)], name: &str) -> Option<String> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim().to_owned()).filter(|value| !value.is_empty())
}

/// The prefix of the entry's own name, which its children bear as well: `atom:` of `<atom:entry>`.
fn prefix(xml: &str) -> &str {
    let end = xml.find(|c: char| c == '>' || c.is_whitespace()).unwrap_or(xml.len());
    let name = xml.get(1..end).unwrap_or("");
    name.find(':').map_or("", |at| &name[..=at])
}

/// Place of the summaries in [`TEXTS`].
const SUMMARY: usize = 2;
/// The elements that hold a text, the fullest first.
const TEXTS: [&[&str]; 3] = [&["yandex:full-text"], &["content:encoded", "content"], &["description", "summary"]];

struct Entry<'x> {
    children: Vec<Child<'x>>,
    prefix: &'x str,
}

impl Entry<'_> {
    /// The children of a name, whether the feed gives all names its prefix or not.
    fn named(&self, name: &str) -> impl Iterator<Item = &Child<'_>> {
        self.children.iter().filter(move |child| child.name.strip_prefix(self.prefix).unwrap_or(&child.name) == name)
    }

    /// The first of the names that says something, on one line.
    fn line(&self, names: &[&str]) -> Option<String> {
        names.iter().flat_map(|name| self.named(name)).find_map(|child| one_line(&child.inner))
    }

    /// The fullest text, how it is written, and its place in [`TEXTS`].
    fn text(&self) -> Option<(Form, String, usize)> {
        TEXTS.iter().enumerate().find_map(|(rank, names)| {
            let texts = names.iter().flat_map(|name| self.named(name)).map(text_of);
            texts.filter(|(_, text)| !text.trim().is_empty()).map(|(form, text)| (form, text, rank)).next()
        })
    }

    fn no_text(&self) -> Reason {
        Reason::NoText { found: listed(self.children.iter().map(|child| child.name.as_str())) }
    }

    /// The address of the report itself.
    fn link(&self) -> Option<String> {
        let atom =
            self.named("link").find(|link| matches!(link.attribute("rel"), None | Some("alternate")) && link.attribute("href").is_some());
        let permanent =
            || self.named("guid").find(|guid| guid.attribute("isPermaLink") != Some("false")).and_then(|guid| one_line(&guid.inner));
        self.line(&["link"])
            .or_else(|| atom.and_then(|link| link.attribute("href")).map(|href| href.trim().to_owned()))
            .or_else(|| permanent().filter(|guid| guid.starts_with("http")))
    }

    /// Where the entry was taken from: RSS names it, Atom gives the other feed's head.
    fn outlet(&self) -> Option<String> {
        self.line(&["dc:publisher"]).or_else(|| {
            let source = self.named("source").next()?;
            let wrapped = format!("<source>{}</source>", source.inner);
            let inner = children(&wrapped).ok()?.1;
            if inner.is_empty() {
                one_line(&source.inner)
            } else {
                inner.iter().find(|c| c.name.ends_with("title")).and_then(|c| one_line(&c.inner))
            }
        })
    }
}

/// What a text element says, and how it is written.
fn text_of(child: &Child<'_>) -> (Form, String) {
    let kind = child.attribute("type").unwrap_or("");
    let text = if kind == "xhtml" { child.inner.clone() } else { Cow::Owned(value(&child.inner)) };
    let form = match kind {
        "html" | "xhtml" | "text/html" | "application/xhtml+xml" => Form::Html,
        // Without a word on its kind a text is what it looks like; references alone make a page of it.
        _ if Form::of(text.as_bytes()) == Form::Html || is_escaped(&text) => Form::Html,
        _ => Form::Plain,
    };
    (form, text.into_owned())
}

/// Whether HTML references stand in it.
fn is_escaped(text: &str) -> bool {
    text.split('&').skip(1).any(|rest| {
        rest.find(';').is_some_and(|end| (2..=8).contains(&end) && rest[..end].chars().all(|c| c.is_ascii_alphanumeric() || c == '#'))
    })
}
