//! What HTTP wraps around a page: header, chunks, compression.

use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use super::HEADER;
use super::header::Header;
use crate::{Form, Reason};

/// The head of a response.
pub(super) struct Head {
    pub(super) status: u16,
    pub(super) header: Header,
}

/// The bytes of a page.
pub(super) struct Body {
    pub(super) bytes: Vec<u8>,
    /// Whether its end is there.
    pub(super) whole: bool,
}

/// How a body of this content type is written, and in which encoding. Without a type, a body that begins like a page is one.
///
/// # Errors
/// With the type, when it is neither page nor text.
pub(super) fn kind_of(content_type: &str, body: &[u8]) -> Result<(Form, Option<String>), String> {
    let mut parts = content_type.split(';').map(str::trim);
    let charset = |part: &str| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']).to_ascii_lowercase())
    };
    let kind = parts.next().unwrap_or("").to_ascii_lowercase();
    let form = match kind.as_str() {
        "text/html" | "application/xhtml+xml" => Form::Html,
        "text/plain" => Form::Plain,
        "" if body.trim_ascii_start().starts_with(b"<") && Form::of(body) == Form::Html => Form::Html,
        "" => return Err("no content type".into()),
        _ => return Err(kind),
    };
    Ok((form, parts.find_map(charset).filter(|charset| !charset.is_empty())))
}

impl Head {
    /// The head of a response, and what follows it.
    pub(super) fn split(block: &[u8]) -> (Head, &[u8]) {
        let mut at = 0;
        let most = block.len().min(HEADER);
        while let Some(length) = memchr::memchr(b'\n', &block[at..most]) {
            let line = &block[at..at + length];
            at += length + 1;
            if line.trim_ascii().is_empty() {
                break;
            }
        }
        let (head, body) = block.split_at(at);
        let line = head.split(|&byte| byte == b'\n').next().unwrap_or(b"");
        let status = String::from_utf8_lossy(line).split_whitespace().nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        (Head { status, header: Header::of(&head[line.len().min(head.len())..]) }, body)
    }

    /// The page, out of chunks and compression. An archive may have undone these already and kept the header as it was.
    ///
    /// # Errors
    /// When it is larger than the limit, or in a compression that is not known here.
    pub(super) fn body(&self, raw: &[u8], limit: usize) -> Result<Body, Reason> {
        let chunked = self.header.get("transfer-encoding").is_some_and(|coding| coding.to_ascii_lowercase().contains("chunked"));
        let mut body = chunked.then(|| joined(raw)).flatten().unwrap_or_else(|| Body { bytes: raw.to_vec(), whole: true });
        let codings = self.header.get("content-encoding").unwrap_or("").to_ascii_lowercase();
        for coding in codings.rsplit(',').map(str::trim).take(3) {
            body = decoded(body, coding, limit)?;
        }
        Ok(body)
    }
}

/// Chunks joined; `None` when these are no chunks.
fn joined(raw: &[u8]) -> Option<Body> {
    let (mut bytes, mut rest) = (Vec::with_capacity(raw.len()), raw);
    loop {
        let end = memchr::memchr(b'\n', &rest[..rest.len().min(1024)]);
        let size = end.and_then(|end| size_of(&rest[..end]));
        let (Some(end), Some(size)) = (end, size) else {
            // Bad chunks behind good ones are a cut page.
            return (rest.len() < raw.len()).then_some(Body { bytes, whole: false });
        };
        rest = &rest[end + 1..];
        if size == 0 {
            return Some(Body { bytes, whole: true });
        }
        let there = size.min(rest.len());
        bytes.extend_from_slice(&rest[..there]);
        rest = &rest[there..];
        if there < size {
            return Some(Body { bytes, whole: false });
        }
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
    }
}

/// The size that a chunk's first line gives.
fn size_of(line: &[u8]) -> Option<usize> {
    let digits = std::str::from_utf8(line).ok()?.split(';').next()?.trim();
    let hexadecimal = !digits.is_empty() && digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    hexadecimal.then(|| usize::from_str_radix(digits, 16).ok()).flatten()
}

fn decoded(body: Body, coding: &str, limit: usize) -> Result<Body, Reason> {
    let bytes = body.bytes.as_slice();
    let unwrapped = match coding {
        "" | "identity" => None,
        "gzip" | "x-gzip" if bytes.starts_with(b"\x1F\x8B") => Some(unpacked(MultiGzDecoder::new(bytes), limit)?),
        "zstd" if bytes.starts_with(b"\x28\xB5\x2F\xFD") => {
            let decoder = zstd::stream::read::Decoder::with_buffer(bytes).map_err(|error| Reason::Transfer(error.to_string()))?;
            Some(unpacked(decoder, limit)?)
        }
        "deflate" => {
            // The standard means zlib; some servers send bare deflate, and some archives neither.
            let first = unpacked(ZlibDecoder::new(bytes), limit)?;
            let second = if first.whole { first } else { longer(first, unpacked(DeflateDecoder::new(bytes), limit)?) };
            (!second.bytes.is_empty()).then_some(second)
        }
        // Already undone.
        "gzip" | "x-gzip" | "zstd" => None,
        other => {
            return Err(Reason::Transfer(format!("its compression `{}` is not known here", other.chars().take(40).collect::<String>())));
        }
    };
    Ok(match unwrapped {
        Some(inner) => Body { whole: inner.whole && body.whole, ..inner },
        None => body,
    })
}

fn longer(a: Body, b: Body) -> Body {
    if b.bytes.len() > a.bytes.len() { b } else { a }
}

/// What a decoder gives, up to the limit. An error at the end of it is a cut page.
fn unpacked(decoder: impl Read, limit: usize) -> Result<Body, Reason> {
    let mut bytes = Vec::new();
    let whole = decoder.take(limit as u64 + 1).read_to_end(&mut bytes).is_ok();
    if bytes.len() > limit { Err(Reason::TooLarge { limit }) } else { Ok(Body { bytes, whole }) }
}
