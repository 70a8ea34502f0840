//! A page as a run of tags and text, in one pass: no tree, no recursion, no way back.

use std::borrow::Cow;

/// A piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text, entities and all.
    Text(&'a str),
    /// A start tag; `attributes` as printed.
    Open { name: &'a str, attributes: &'a str },
    /// An end tag.
    Close { name: &'a str },
    /// An element whose content is not markup (`script`, `style`, `title` …).
    Raw { name: &'a str, attributes: &'a str, content: &'a str },
}

pub(super) fn tokens(html: &str) -> Tokens<'_> {
    Tokens { html, at: 0 }
}

pub(super) struct Tokens<'a> {
    html: &'a str,
    at: usize,
}

const RAW: [&str; 8] = ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"];

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = &self.html[self.at..];
            let bytes = rest.as_bytes();
            match (bytes.first()?, bytes.get(1)) {
                (b'<', Some(b'!')) => self.skip_to(if rest.starts_with("<!--") { "-->" } else { ">" }),
                (b'<', Some(b'?')) => self.skip_to(">"),
                (b'<', Some(b'/')) if bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => {
                    let name = name(&rest[2..]);
                    self.skip_to(">");
                    return Some(Token::Close { name });
                }
                (b'<', Some(first)) if first.is_ascii_alphabetic() => return self.open(),
                _ => {
                    // Text goes up to the next `<`; one that begins no tag is text itself.
                    let start = usize::from(rest.starts_with('<'));
                    let end = rest[start..].find('<').map_or(rest.len(), |at| at + start);
                    self.at += end;
                    return Some(Token::Text(&rest[..end]));
                }
            }
        }
    }
}

impl<'a> Tokens<'a> {
    fn skip_to(&mut self, mark: &str) {
        self.at = self.html[self.at..].find(mark).map_or(self.html.len(), |at| self.at + at + mark.len());
    }

    fn open(&mut self) -> Option<Token<'a>> {
        let rest = &self.html[self.at..];
        let name = name(&rest[1..]);
        let start = 1 + name.len();
        let Some(end) = tag_end(&rest[start..]) else {
            // A tag that never ends swallows the rest, as in a browser.
            self.at = self.html.len();
            return None;
        };
        let attributes = rest[start..start + end].trim_end_matches('/');
        self.at += start + end + 1;
        if !RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
            return Some(Token::Open { name, attributes });
        }
        let content = &self.html[self.at..];
        let close = content.match_indices("</").find(|&(at, _)| self::name(&content[at + 2..]).eq_ignore_ascii_case(name));
        let content = &content[..close.map_or(content.len(), |(at, _)| at)];
        self.at += content.len();
        if close.is_some() {
            self.skip_to(">");
        }
        Some(Token::Raw { name, attributes, content })
    }
}

fn name(rest: &str) -> &str {
    &rest[..rest.find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/').unwrap_or(rest.len())]
}

/// Where the `>` of a tag stands; one inside a quoted value is not it.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    let mut after_equals = false;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') if after_equals => quote = Some(byte),
            _ => {}
        }
        after_equals = byte == b'=' || after_equals && byte.is_ascii_whitespace();
    }
    None
}

/// The value of an attribute, entities decoded; `""` for one without a value.
pub(super) fn attribute<'a>(attributes: &'a str, wanted: &str) -> Option<Cow<'a, str>> {
    each_attribute(attributes).find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| decode(value))
}

/// Names and values as printed.
pub(super) fn each_attribute(attributes: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = attributes;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let ends = |c: char| c.is_ascii_whitespace() || c == '=' || c == '/';
        let end = rest.char_indices().skip(1).find(|&(_, c)| ends(c)).map_or(rest.len(), |(at, _)| at);
        let (name, after) = rest.split_at(end);
        let Some(value) = after.trim_start().strip_prefix('=') else {
            rest = after;
            return Some((name, ""));
        };
        let value = value.trim_start();
        let (value, after) = match value.as_bytes().first() {
            Some(&quote @ (b'"' | b'\'')) => {
                let value = &value[1..];
                value.split_once(char::from(quote)).unwrap_or((value, ""))
            }
            _ => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        rest = after;
        Some((name, value))
    })
}

/// Text with its entities decoded.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        // One entity at a time: given all of the text, the decoder would look for the end of each `&` through to the last byte.
        let end = rest.bytes().take(ENTITY).skip(1).position(|byte| byte == b';' || byte == b'&').map_or(1, |at| at + 1);
        let end = if rest.as_bytes().get(end) == Some(&b';') { end + 1 } else { 1 };
        decoded.push_str(&html_escape::decode_html_entities(&rest[..end]));
        rest = &rest[end..];
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

/// The longest name of an entity has 33 bytes with its marks.
const ENTITY: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        let shown: Vec<String> = tokens(html)
            .map(|token| match token {
                Token::Text(text) => format!("'{text}'"),
                Token::Open { name, attributes } => format!("<{name}{attributes}>"),
                Token::Close { name } => format!("</{name}>"),
                Token::Raw { name, content, .. } => format!("[{name}:{content}]"),
            })
            .collect();
        assert_eq!(shown.join(" "), expected, "{html}");
    }

    #[test]
    fn tags_and_text() {
        check("<p class='a>b'>x</p>", "<p class='a>b'> 'x' </p>");
        check("a < b <c", "'a ' '< b '");
        check("<<p>", "'<' <p>");
        check("<!-- <p> --><!DOCTYPE html><br/>x", "<br> 'x'");
        check("<!-- never ends <p>x", "");
        check("<script>if (a<b) '</p>'</SCRIPT >x", "[script:if (a<b) '</p>'] 'x'");
        check("<script>never ends", "[script:never ends]");
        check("<title>A &amp; B</title>", "[title:A &amp; B]");
        check("<p title=it's>x", "<p title=it's> 'x'");
        check("<é><1></ x>", "'<é>' '<1>' '</ x>'");
        check("<p é", "");
        check("", "");
    }

    #[test]
    fn attributes() {
        let printed = " a=1 B = \"x &amp; y\" c d='é' e=/f é=ü =g \"";
        for (name, value) in [("a", "1"), ("b", "x & y"), ("c", ""), ("d", "é"), ("e", "/f"), ("é", "ü")] {
            assert_eq!(attribute(printed, name).as_deref(), Some(value), "{name}");
        }
        assert_eq!(attribute(printed, "zz"), None);
        assert_eq!(attribute("a=\"never ends", "a").as_deref(), Some("never ends"));
    }
}
