//! Addresses of pages, with what they ask for.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What does not stand in a value as it is.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/').remove(b',');

/// An address that is put together part by part.
#[derive(Debug, Clone)]
pub(super) struct Address {
    text: String,
    asks: bool,
}

impl Address {
    /// Of a page.
    pub(super) fn of(path: &str) -> Address {
        Address { text: path.to_string(), asks: path.contains('?') }
    }

    /// With a value; an empty one is left out.
    pub(super) fn with(mut self, name: &str, value: &str) -> Address {
        if !value.is_empty() {
            self.text.push(if self.asks { '&' } else { '?' });
            self.asks = true;
            self.text += name;
            self.text.push('=');
            self.text.extend(utf8_percent_encode(value, ESCAPED));
        }
        self
    }

    /// With a value, if there is one.
    pub(super) fn perhaps(self, name: &str, value: Option<&str>) -> Address {
        self.with(name, value.unwrap_or_default())
    }

    /// As text.
    pub(super) fn text(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cannot_break_out() {
        let address = Address::of("/events").with("source", "KAZ").with("q", "a&b=c #\"<").perhaps("x", None);
        assert_eq!(address.text(), "/events?source=KAZ&q=a%26b%3Dc%20%23%22%3C");
    }
}
