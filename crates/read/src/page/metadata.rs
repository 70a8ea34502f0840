//! What a page says about itself: title, outlet, day of publication, language.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value;

use super::tags::{Token, attribute, decode, tokens};
use crate::calendar;

/// The publisher's own statements.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Metadata {
    pub(crate) title: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) published: Option<Date>,
    /// Value of the `lang` attribute.
    pub(crate) language: Option<String>,
}

/// Everything found on the way through, before it is weighed.
#[derive(Default)]
struct Found {
    /// `<meta>` names and properties in lower case; the first of each.
    meta: BTreeMap<String, String>,
    /// JSON-LD: headline, publisher's name, `datePublished`.
    headline: Option<String>,
    publisher: Option<String>,
    published: Option<Date>,
    /// `<time datetime>` marked as the day of publication, else the first after the heading, else the first.
    marked_time: Option<Date>,
    heading_time: Option<Date>,
    first_time: Option<Date>,
    heading: Option<String>,
    title: Option<String>,
    language: Option<String>,
}

/// Names of `<meta>` that give the day of publication, best first.
const PUBLISHED: [&str; 22] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "published_time",
    "mediator_published_time",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "article:post_date",
    "date",
];

pub(super) fn collect(html: &str) -> Metadata {
    let found = find(html);
    let meta = |names: &[&str]| names.iter().find_map(|name| found.meta.get(*name)).cloned();
    let outlet = meta(&["og:site_name"]).or(found.publisher).or_else(|| meta(&["application-name", "dc.publisher"]));
    let published = PUBLISHED.iter().find_map(|name| found.meta.get(*name).and_then(|value| day(value)));
    Metadata {
        title: title(meta(&["og:title", "twitter:title"]).or(found.headline), found.heading, found.title, outlet.as_deref()),
        published: published.or(found.published).or(found.marked_time).or(found.heading_time).or(found.first_time),
        outlet,
        language: found.language,
    }
}

/// A day from a value meant for machines, or for people.
fn day(value: &str) -> Option<Date> {
    calendar::stamp(value).or_else(|| calendar::words(value)?.date())
}

fn find(html: &str) -> Found {
    let mut found = Found::default();
    // Text of the first non-empty `<h1>` while it is open.
    let mut heading: Option<String> = None;
    for token in tokens(html) {
        match token {
            Token::Open { name, attributes } if name.eq_ignore_ascii_case("meta") => found.meta(attributes),
            Token::Open { name, attributes } if name.eq_ignore_ascii_case("html") => {
                let language = attribute(attributes, "lang").or_else(|| attribute(attributes, "xml:lang"));
                found.language = found.language.take().or(language.map(|tag| tag.trim().to_string()).filter(|tag| !tag.is_empty()));
            }
            Token::Open { name, attributes } if name.eq_ignore_ascii_case("time") => found.time(attributes),
            Token::Open { name, .. } if name.eq_ignore_ascii_case("h1") && found.heading.is_none() => heading = Some(String::new()),
            Token::Close { name } if name.eq_ignore_ascii_case("h1") => {
                found.heading = found.heading.take().or(heading.take().and_then(|text| one_line(&text)));
            }
            Token::Text(text) => {
                if let Some(heading) = heading.as_mut().filter(|heading| heading.len() < 1_000) {
                    heading.push_str(text);
                }
            }
            Token::Raw { name, content, .. } if name.eq_ignore_ascii_case("title") => {
                found.title = found.title.take().or_else(|| one_line(content));
            }
            Token::Raw { name, attributes, content } if name.eq_ignore_ascii_case("script") && is_linked_data(attributes) => {
                found.linked_data(content);
            }
            _ => {}
        }
    }
    found
}

impl Found {
    fn meta(&mut self, attributes: &str) {
        let Some(content) = attribute(attributes, "content").and_then(|content| one_line_decoded(&content)) else { return };
        for key in ["property", "name", "itemprop"] {
            if let Some(name) = attribute(attributes, key) {
                self.meta.entry(name.trim().to_ascii_lowercase()).or_insert_with(|| content.clone());
            }
        }
    }

    fn time(&mut self, attributes: &str) {
        let Some(date) = attribute(attributes, "datetime").and_then(|value| day(&value)) else { return };
        let marked = attribute(attributes, "itemprop").is_some_and(|name| name.eq_ignore_ascii_case("datePublished"))
            || attribute(attributes, "pubdate").is_some();
        let places = [(marked, &mut self.marked_time), (self.heading.is_some(), &mut self.heading_time), (true, &mut self.first_time)];
        for (applies, place) in places {
            if applies && place.is_none() {
                *place = Some(date);
            }
        }
    }

    /// JSON-LD in any of its shapes: one object, a list, a `@graph`. The first that looks like an article counts.
    fn linked_data(&mut self, content: &str) {
        let content = content.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        let Ok(value) = serde_json::from_str::<Value>(content) else { return };
        let mut waiting = vec![&value];
        while let Some(value) = waiting.pop() {
            match value {
                Value::Array(values) => waiting.extend(values.iter().rev()),
                Value::Object(object) => {
                    if is_article(&value["@type"]) && self.published.is_none() && self.headline.is_none() {
                        let text = |value: &Value| value.as_str().and_then(one_line);
                        self.published = value["datePublished"].as_str().and_then(day);
                        self.headline = text(&value["headline"]);
                        self.publisher = text(&value["publisher"]["name"]);
                    }
                    waiting.extend(["mainEntity", "@graph"].iter().filter_map(|key| object.get(*key)));
                }
                _ => {}
            }
        }
    }
}

fn is_linked_data(attributes: &str) -> bool {
    attribute(attributes, "type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"))
}

fn is_article(kind: &Value) -> bool {
    let named =
        |kind: &Value| kind.as_str().is_some_and(|kind| kind.contains("Article") || kind.contains("BlogPosting") || kind == "Report");
    named(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(named))
}

/// The title that says most and least: the page's heading where the metadata only adds to it; without the outlet's name at its end.
fn title(meta: Option<String>, heading: Option<String>, printed: Option<String>, outlet: Option<&str>) -> Option<String> {
    match (meta, heading) {
        (Some(meta), Some(heading)) if meta.starts_with(&heading) && heading.chars().count() >= 10 => Some(heading),
        (Some(meta), _) => Some(without_outlet(meta, outlet)),
        (None, Some(heading)) => Some(heading),
        (None, None) => printed.map(|title| without_outlet(title, outlet)),
    }
}

const SEPARATORS: [&str; 8] = [" | ", " - ", " – ", " — ", " :: ", " • ", " / ", " » "];

/// `Title | Outlet` without the outlet: when it is the outlet's name, or a short name after a bar.
fn without_outlet(title: String, outlet: Option<&str>) -> String {
    for separator in SEPARATORS {
        let Some((front, back)) = title.rsplit_once(separator) else { continue };
        let is_outlet = outlet.is_some_and(|outlet| outlet.trim().to_lowercase() == back.trim().to_lowercase());
        let bar = matches!(separator, " | " | " :: " | " • ") && back.split_whitespace().count() <= 4;
        if (is_outlet || bar) && front.chars().count() >= 10 {
            return front.trim_end().to_string();
        }
    }
    title
}

/// Text with entities decoded and white space as single spaces; `None` when nothing is left.
fn one_line(text: &str) -> Option<String> {
    one_line_decoded(&decode(text))
}

fn one_line_decoded(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(html: &str) -> Option<String> {
        collect(html).published.map(|date| date.to_string())
    }

    #[test]
    fn days_of_publication() {
        for (html, expected) in [
            ("<meta property='article:published_time' content='2025-10-04T23:30:00+05:00'>", Some("2025-10-04")),
            ("<META CONTENT=2025-10-04 NAME=Date>", Some("2025-10-04")),
            ("<meta itemprop=datePublished content='2025-10-04'>", Some("2025-10-04")),
            ("<meta name=pubdate content='4 октября 2025, 10:30'>", Some("2025-10-04")),
            (
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-10-04T01:02:03Z\"}</script>",
                Some("2025-10-04"),
            ),
            (
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"datePublished\":\"2001-01-01\"},{\"@type\":[\"Article\"],\"datePublished\":\"2025-10-04\"}]}</script>",
                Some("2025-10-04"),
            ),
            (
                "<script type='application/ld+json'>[{\"@type\":\"ReportageNewsArticle\",\"datePublished\":\"2025-10-04\"}]</script>",
                Some("2025-10-04"),
            ),
            ("<time datetime='2025-12-31'>today</time><h1>Title</h1><time datetime='2025-10-04T10:00'>then</time>", Some("2025-10-04")),
            ("<time datetime='2025-12-31'></time><time itemprop=datePublished datetime=2025-10-04></time>", Some("2025-10-04")),
            ("<time datetime='2025-10-04'>", Some("2025-10-04")),
            ("<script>var a = {\"datePublished\":\"2025-10-04\"}</script>", None),
            ("<meta name=date content='soon'><time datetime='PT5M'>", None),
            ("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",</script>", None),
        ] {
            assert_eq!(published(html).as_deref(), expected, "{html}");
        }
    }

    #[test]
    fn titles_and_outlets() {
        for (html, title, outlet) in [
            (
                "<meta property=og:title content='A day of talks in Astana | News'><meta property=og:site_name content='The Post'>",
                "A day of talks in Astana",
                Some("The Post"),
            ),
            (
                "<meta property=og:title content='A day of talks - The Post'><meta property=og:site_name content='The Post'>",
                "A day of talks",
                Some("The Post"),
            ),
            ("<title>Russia - a view from Astana</title>", "Russia - a view from Astana", None),
            ("<title>x</title><h1> </h1><h1>Переговоры\n в&nbsp;Астане</h1>", "Переговоры в Астане", None),
            ("<meta property=og:title content='Talks in Astana: what we know so far'><h1>Talks in Astana</h1>", "Talks in Astana", None),
        ] {
            let found = collect(html);
            assert_eq!(found.title.as_deref(), Some(title), "{html}");
            assert_eq!(found.outlet.as_deref(), outlet, "{html}");
        }
        assert_eq!(collect("<html lang=\"kk-KZ\"><body>").language.as_deref(), Some("kk-KZ"));
    }
}
