//! Header lines, as WARC and HTTP have them: `Name: value`.

use std::collections::BTreeMap;

/// Values by name in lower case; the first of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Header {
    values: BTreeMap<String, String>,
}

impl Header {
    /// Read the lines of a header. A line that begins with white space goes on with the one before.
    pub(super) fn of(text: &[u8]) -> Header {
        let text = String::from_utf8_lossy(text);
        let mut values: BTreeMap<String, String> = BTreeMap::new();
        let mut last: Option<String> = None;
        for line in text.lines() {
            if line.starts_with([' ', '\t']) {
                if let Some(value) = last.as_ref().and_then(|name| values.get_mut(name)) {
                    value.push(' ');
                    value.push_str(line.trim());
                }
                continue;
            }
            let Some((name, value)) = line.split_once(':') else { continue };
            let name = name.trim().to_ascii_lowercase();
            last = (!values.contains_key(&name)).then(|| name.clone());
            values.entry(name).or_insert_with(|| value.trim().to_owned());
        }
        Header { values }
    }

    /// The value of a name, which is given in lower case.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_go_on_and_lines_that_are_none() {
        let header = Header::of(b"WARC-Type: response\r\nX:  a\r\n  b\nX: c\n  d\nnone\nEmpty:\n");
        assert_eq!((header.get("warc-type"), header.get("x"), header.get("empty")), (Some("response"), Some("a b"), Some("")));
        assert_eq!(header.get("none"), None);
    }
}
