//! Tables and feeds in other encodings than UTF-8, made UTF-8 on the way.
//!
//! Single texts and archived pages are not touched here: [`mizan_read::read`] decodes them one by one.

use std::io::{self, BufRead, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, WINDOWS_1251};

use crate::Reason;
use crate::stream::{Source, chunk, copied};

/// The encoding of a stream by its first bytes: the byte order mark, valid UTF-8, what an XML declaration says, what the bytes look like.
///
/// # Errors
/// When it is KZ-1048, whose letters would be taken for those of windows-1251.
pub(crate) fn encoding_of(head: &[u8]) -> Result<&'static Encoding, Reason> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Ok(encoding);
    }
    if mostly_utf_8(head) {
        return Ok(UTF_8);
    }
    let encoding = declared(head).unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(head, false);
        detector.guess(None, Utf8Detection::Deny)
    });
    // As windows-1251 these are і, ќ and ј, of three languages that share no text.
    let kazakh = encoding == WINDOWS_1251 && [0xB3, 0x9D, 0xBC].iter().all(|byte| head.contains(byte));
    if kazakh { Err(Reason::Letters("KZ-1048")) } else { Ok(encoding) }
}

/// Whether what is broken in it, read as UTF-8, is little beside what is whole. A character cut at the end is not broken.
fn mostly_utf_8(head: &[u8]) -> bool {
    let (mut good, mut bad, mut at) = (0, 0, 0);
    for part in head.utf8_chunks() {
        good += part.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        at += part.valid().len() + part.invalid().len();
        bad += if at == head.len() && part.invalid().len() < 4 { 0 } else { part.invalid().len() };
    }
    bad == 0 || bad * 2 <= good
}

/// The encoding that an XML declaration names.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let start = head.strip_prefix(b"<?xml")?;
    let declaration = &start[..memchr::memchr(b'>', start)?];
    let at = memchr::memmem::find(declaration, b"encoding")?;
    let value = declaration[at..].split(|byte| matches!(byte, b'"' | b'\'')).nth(1)?;
    Encoding::for_label(value)
}

/// The first bytes as UTF-8.
pub(crate) fn head_text(encoding: &'static Encoding, head: &[u8]) -> Vec<u8> {
    match encoding == UTF_8 {
        true => head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).to_vec(),
        false => encoding.decode_with_bom_removal(head).0.into_owned().into_bytes(),
    }
}

/// The stream as UTF-8, without a byte order mark. What is UTF-8 already goes through as it is, broken bytes and all.
pub(crate) fn as_utf_8<'a>(mut source: Source<'a>, encoding: &'static Encoding, has_mark: bool) -> Source<'a> {
    if encoding != UTF_8 {
        return Box::new(Decoded { source, decoder: encoding.new_decoder_with_bom_removal(), ready: Vec::new(), at: 0, over: false });
    }
    if has_mark {
        source.consume(3);
    }
    source
}

/// A stream being decoded.
struct Decoded<'a> {
    source: Source<'a>,
    decoder: Decoder,
    ready: Vec<u8>,
    at: usize,
    over: bool,
}

impl Decoded<'_> {
    /// Decode the bytes at hand.
    fn advance(&mut self) -> io::Result<()> {
        let input = chunk(&mut self.source)?;
        let input = &input[..input.len().min(1 << 14)];
        // Three bytes of UTF-8 for each byte, and the replacement character for a cut one.
        self.ready.resize(input.len() * 3 + 16, 0);
        let last = input.is_empty();
        let (result, read, written, _) = self.decoder.decode_to_utf8(input, &mut self.ready, last);
        self.source.consume(read);
        self.ready.truncate(written);
        self.at = 0;
        self.over = last && result == CoderResult::InputEmpty;
        Ok(())
    }
}

impl BufRead for Decoded<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.at == self.ready.len() && !self.over {
            self.advance()?;
        }
        Ok(&self.ready[self.at..])
    }

    fn consume(&mut self, count: usize) {
        self.at += count;
    }
}

impl Read for Decoded<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        copied(self, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through(bytes: &[u8]) -> String {
        let encoding = encoding_of(bytes).unwrap();
        let mut text = String::new();
        let slow = io::BufReader::with_capacity(3, bytes);
        as_utf_8(Box::new(slow), encoding, false).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn encodings_of_tables() {
        let text = "текст;дата\nПравительство обсудило поставки зерна и нефти;2025-10-04\n";
        assert_eq!(through(&WINDOWS_1251.encode(text).0), text);
        let utf_16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(through(&utf_16), text);
        assert_eq!(through(text.as_bytes()), text);
        let arabic = "النص,العنوان\nأعلنت الحكومة عن خطة جديدة للطاقة,خطة\n";
        assert_eq!(through(&encoding_rs::WINDOWS_1256.encode(arabic).0), arabic);
    }

    #[test]
    fn a_declared_encoding_is_believed() {
        let feed = "<?xml version=\"1.0\" encoding=\"koi8-r\"?><rss>Новости</rss>";
        assert_eq!(through(&encoding_rs::KOI8_R.encode(feed).0), feed);
    }

    #[test]
    fn a_cut_character_is_not_another_encoding() {
        assert_eq!(encoding_of(&"text ә".as_bytes()[..6]).unwrap(), UTF_8);
    }

    #[test]
    fn kazakh_bytes_are_not_taken_for_russian() {
        // Қазақ, қ, ә and і at their places in KZ-1048; the other letters stand where windows-1251 has them.
        let byte = |c: char| match c {
            'қ' => vec![0x9D],
            'ә' => vec![0xBC],
            'і' => vec![0xB3],
            other => WINDOWS_1251.encode(&other.to_string()).0.into_owned(),
        };
        let bytes: Vec<u8> = "тақырып;мәтін\nКездесу;Министрлер астық пен мұнай туралы келісті.\n".chars().flat_map(byte).collect();
        assert_eq!(encoding_of(&bytes), Err(Reason::Letters("KZ-1048")));
    }
}
