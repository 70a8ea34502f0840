//! Which container a file is: by its first bytes; its extension only where these leave it open.

use crate::{Map, csv, jsonl};

/// What a file holds its reports in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    /// One text or page.
    Single,
    /// JSON, one object a line.
    JsonLines,
    /// A JSON array, or objects over several lines each.
    Json,
    /// A table with a header, its columns set apart by this byte.
    Table(u8),
    /// RSS or Atom.
    Feed,
    /// A web archive.
    Warc,
    /// Nothing that can be read.
    Unknown,
}

impl Container {
    /// The container of a file whose text begins with `head`. A map says that it is a table or JSON.
    pub(crate) fn of(head: &[u8], name: &str, map: &Map) -> Container {
        let extension = extension(name);
        let start = head.trim_ascii_start();
        if head.starts_with(b"WARC/") {
            return Container::Warc;
        }
        if start.starts_with(b"<") {
            return if is_feed(start) { Container::Feed } else { Container::Single };
        }
        if let Some(json) = jsonl::container(start, &extension) {
            return json;
        }
        let named = matches!(extension.as_str(), "csv" | "tsv" | "tab") || !map.is_empty();
        match csv::separator(head, map, named) {
            Some(separator) => Container::Table(separator),
            None if named => Container::Table(if extension == "csv" { b',' } else { b'\t' }),
            None => Container::Single,
        }
    }
}

/// The extension in lower case, without those of gzip and zstd behind it.
fn extension(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    let bare = [".gz", ".gzip", ".zst", ".zstd"].iter().find_map(|squeezed| name.strip_suffix(squeezed)).unwrap_or(&name);
    bare.rsplit_once('.').map_or("", |(_, extension)| extension).to_owned()
}

/// Whether the first element is that of a feed.
fn is_feed(start: &[u8]) -> bool {
    let mut rest = start;
    // A declaration, comments, processing instructions and a document type may stand before it.
    for _ in 0..200 {
        rest = rest.trim_ascii_start();
        let end: &[u8] = match rest {
            [b'<', b'!', b'-', b'-', ..] => b"-->",
            // The end of a document type's own declarations is one as well.
            [b'<', b'?' | b'!', ..] | [b']', ..] => b">",
            [b'<', name @ ..] => return is_feed_name(name),
            _ => return false,
        };
        let Some(at) = memchr::memmem::find(rest, end) else { return false };
        rest = &rest[at + end.len()..];
    }
    false
}

fn is_feed_name(rest: &[u8]) -> bool {
    let end = rest.iter().position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/')).unwrap_or(rest.len());
    let local = rest[..end].rsplit(|&byte| byte == b':').next().unwrap_or(b"");
    [b"rss".as_slice(), b"feed", b"RDF"].iter().any(|name| local.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(head: &str, name: &str, expected: Container) {
        assert_eq!(Container::of(head.as_bytes(), name, &Map::default()), expected, "{name}: {head}");
    }

    #[test]
    fn content_decides() {
        check("WARC/1.0\r\nWARC-Type: warcinfo\r\n", "a.txt", Container::Warc);
        check("<?xml version=\"1.0\"?>\n<!-- x --><rss version=\"2.0\">", "a", Container::Feed);
        check("<feed xmlns=\"http://www.w3.org/2005/Atom\">", "a", Container::Feed);
        check("<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\">", "a", Container::Feed);
        check("<!DOCTYPE html><html><body><p>feed rss</p>", "a.xml", Container::Single);
        check("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", "a.txt", Container::JsonLines);
        check("{\"text\": \"a\"}", "a", Container::JsonLines);
        check("{\n  \"text\": \"a\"\n}\n", "a", Container::Json);
        check(" [ {\"text\": \"a\"}]", "a", Container::Json);
        check("[]", "a", Container::Json);
        check("[Reuters] The talks began.", "a.txt", Container::Single);
        check("{Note} The talks began.", "a.txt", Container::Single);
        check("id,title,text\n1,a,b\n", "a.txt", Container::Table(b','));
        check("id;заголовок;текст\n1;a;b\n", "a", Container::Table(b';'));
        check("\"id\"\t\"мәтін\"\n", "a", Container::Table(b'\t'));
        check("ASTANA, 5 January, text follows\nThe president spoke.", "a.txt", Container::Single);
        check("Text", "a.txt", Container::Single);
        check("", "a", Container::Single);
    }

    #[test]
    fn the_extension_decides_what_content_leaves_open() {
        check("when,what\n1,a\n", "a.csv.gz", Container::Table(b','));
        check("when what\n1 a\n", "a.TSV", Container::Table(b'\t'));
        check("text\nThey met.\n", "a.csv", Container::Table(b','));
        check("not json\n{\"text\": \"b\"}\n", "a.jsonl.zst", Container::JsonLines);
        check("when,what\n1,a\n", "a.txt", Container::Single);
    }

    #[test]
    fn a_map_says_that_it_is_a_table() {
        let map = Map::parse("text=what").unwrap();
        assert_eq!(Container::of(b"when|what\n1|a\n", "-", &map), Container::Table(b'|'));
    }
}
