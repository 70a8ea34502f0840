//! Squeezed streams made whole again: gzip, of one member or many, and zstd.

use std::io::{self, BufReader};

use flate2::bufread::MultiGzDecoder;

use crate::stream::{Ahead, Source};

/// The largest window that a zstd stream may ask for: 2^27 bytes, the most that the format's own tool grants unasked.
const WINDOW_LOG: u32 = 27;
/// Output of a decoder that is kept at hand, in bytes.
const BUFFER: usize = 1 << 16;

/// How a stream is squeezed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Squeeze {
    Gzip,
    Zstd,
}

impl Squeeze {
    fn of(head: &[u8]) -> Option<Squeeze> {
        match head {
            [0x1F, 0x8B, 8, ..] => Some(Squeeze::Gzip),
            [0x28, 0xB5, 0x2F, 0xFD, ..] | [0x50..=0x5F, 0x2A, 0x4D, 0x18, ..] => Some(Squeeze::Zstd),
            _ => None,
        }
    }
}

/// The stream as it was before it was squeezed, at most twice. What is squeezed more often stays as it is.
///
/// # Errors
/// When a decoder cannot be set up.
pub(crate) fn unwrapped<'a>(source: Source<'a>, ahead: u64) -> io::Result<Ahead<'a>> {
    let mut stream = Ahead::new(source, ahead);
    for _ in 0..2 {
        stream = match Squeeze::of(stream.head()) {
            Some(Squeeze::Gzip) => Ahead::new(buffered(MultiGzDecoder::new(stream)), ahead),
            Some(Squeeze::Zstd) => {
                let mut decoder = zstd::stream::read::Decoder::with_buffer(stream)?;
                decoder.window_log_max(WINDOW_LOG)?;
                Ahead::new(buffered(decoder), ahead)
            }
            None => return Ok(stream),
        };
    }
    Ok(stream)
}

fn buffered<'a>(decoder: impl io::Read + Send + 'a) -> Source<'a> {
    Box::new(BufReader::with_capacity(BUFFER, decoder))
}

/// Archives that are not unpacked here, by their first bytes.
pub(crate) fn other_archive(head: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 5] = [
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"BZh", "a bzip2 archive"),
        (b"\xFD7zXZ\0", "an xz archive"),
        (b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
        (b"Rar!\x1A\x07", "a RAR archive"),
    ];
    let tar = head.get(257..262) == Some(b"ustar".as_slice());
    KINDS.iter().find(|(start, _)| head.starts_with(start)).map(|&(_, kind)| kind).or(tar.then_some("a tar archive"))
}
