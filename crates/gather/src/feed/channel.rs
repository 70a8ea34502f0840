//! What a feed says of itself, before its entries.

use super::xml::one_line;

/// The feed's title and language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Channel {
    pub(super) title: Option<String>,
    pub(super) language: Option<String>,
}

impl Channel {
    /// Read what stands before the first entry; its outer elements are still open there.
    pub(super) fn of(before: &str) -> Channel {
        // The title of the picture that a feed may have is another.
        let picture = before.find("<image").unwrap_or(before.len());
        let behind = before.find("</image>").map_or("", |at| &before[at..]);
        let element = |name| element(&before[..picture], name).or_else(|| element(behind, name));
        Channel { title: element("title"), language: element("language").or_else(|| element("dc:language")).or_else(|| tag(before)) }
    }
}

/// What the first element of this name says.
fn element(xml: &str, name: &str) -> Option<String> {
    let mut rest = xml;
    loop {
        let at = rest.find(&format!("<{name}"))? + 1 + name.len();
        rest = &rest[at..];
        if rest.starts_with(|c: char| c == '>' || c.is_whitespace()) {
            let inner = &rest[rest.find('>')? + 1..];
            return one_line(&inner[..inner.find(&format!("</{name}"))?]);
        }
    }
}

/// The value of the first `xml:lang`.
fn tag(xml: &str) -> Option<String> {
    let rest = &xml[xml.find("xml:lang=")? + "xml:lang=".len()..];
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest[1..].split(quote).next().map(str::trim).filter(|tag| !tag.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_feed_and_not_its_picture() {
        let before = "<rss xmlns:x=\"y\" xml:lang=\"kk\"><channel><image><title>Logo</title></image><title><![CDATA[Газет &amp; Co]]></title><titles>";
        assert_eq!(Channel::of(before), Channel { title: Some("Газет & Co".into()), language: Some("kk".into()) });
        let before = "<channel><title type='text'>A</title><language>ru</language><item>";
        assert_eq!(Channel::of(before), Channel { title: Some("A".into()), language: Some("ru".into()) });
        assert_eq!(Channel::of("<channel><title>A"), Channel::default());
    }
}
