//! Bytes into text, whatever the encoding, and saying which it was.
//!
//! In order: byte order mark; valid UTF-8; UTF-16 without a mark; what the page declares; nearly valid UTF-8; what the bytes look like.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use mizan_record::Doubt;

/// Text, and what is doubtful about how it came to be.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) doubts: Vec<Doubt>,
}

/// How an encoding was found.
#[derive(Clone, Copy)]
enum Found {
    Mark,
    Valid,
    Pattern,
    Declared,
    Guessed,
}

pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, found, skip) = encoding_of(bytes);
    let body = &bytes[skip..];
    let (mut text, lost) = if encoding == UTF_8 { utf_8(body) } else { with(encoding, body) };
    let mut name = encoding.name();
    if encoding == encoding_rs::WINDOWS_1251 && kazakh::is(body) {
        text = kazakh::decode(body);
        name = "KZ-1048";
    }
    let mut doubts = Vec::new();
    if encoding != UTF_8 {
        let how = match found {
            Found::Mark => "as its byte order mark says",
            Found::Declared => "as the page declares",
            Found::Pattern | Found::Valid => "as the pattern of its bytes shows",
            Found::Guessed => "guessed from its bytes",
        };
        doubts.push(Doubt { name: "decoded-from", detail: format!("the bytes were read as {name}, {how}, not as UTF-8") });
    }
    if lost > 0 {
        let detail = format!("{lost} of {} bytes could not be read as {name} and stand as \u{FFFD} in the text", bytes.len());
        doubts.push(Doubt { name: "undecodable-bytes", detail });
    }
    Decoded { text, doubts }
}

fn encoding_of(bytes: &[u8]) -> (&'static Encoding, Found, usize) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return (encoding, Found::Mark, length);
    }
    if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0) {
        return (UTF_8, Found::Valid, 0);
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return (encoding, Found::Pattern, 0);
    }
    let guess = || {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        // A quarter of a megabyte tells as much as the whole.
        let sample = &bytes[..bytes.len().min(1 << 18)];
        detector.feed(sample, sample.len() == bytes.len());
        detector.guess(None, Utf8Detection::Deny)
    };
    if mostly_utf_8(bytes) {
        return (UTF_8, Found::Pattern, 0);
    }
    match declared(bytes) {
        // Pages in other alphabets often declare Western letters by mistake.
        Some(encoding) if encoding == encoding_rs::WINDOWS_1252 => (guess(), Found::Guessed, 0),
        Some(encoding) if encoding != UTF_8 => (encoding, Found::Declared, 0),
        _ => (guess(), Found::Guessed, 0),
    }
}

/// Whether what is broken in it, read as UTF-8, is little beside what is whole.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good > 0 && bad * 2 <= good
}

/// UTF-16 shows in that every other byte is one of very few: the high bytes of our letters and of spaces.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if sample.len() < 8 || !sample.contains(&0) {
        return None;
    }
    let high = |offset: usize| {
        let of_ours = sample.iter().skip(offset).step_by(2).filter(|byte| matches!(byte, 0x00 | 0x04 | 0x06 | 0x20)).count();
        let nul = sample.iter().skip(1 - offset).step_by(2).filter(|&&byte| byte == 0).count();
        of_ours * 2 * 20 >= sample.len() * 19 && nul * 50 <= sample.len()
    };
    match (high(0), high(1)) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// What `<meta charset>`, `<meta … content="…charset=…">` or `<?xml encoding=…?>` says in the first bytes.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(4096)].to_ascii_lowercase();
    if !head.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    [b"charset=".as_slice(), b"encoding="].iter().find_map(|key| {
        let at = head.windows(key.len()).position(|window| window == *key)? + key.len();
        let rest = head[at..].strip_prefix(b"\"").or_else(|| head[at..].strip_prefix(b"'")).unwrap_or(&head[at..]);
        let end = rest.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"-_:".contains(byte))).unwrap_or(rest.len());
        match &rest[..end] {
            b"kz-1048" | b"kz1048" | b"strk1048-2002" | b"rk1048" => Some(encoding_rs::WINDOWS_1251),
            label => Encoding::for_label(label),
        }
    })
}

fn utf_8(bytes: &[u8]) -> (String, usize) {
    let lost = bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
    (String::from_utf8_lossy(bytes).into_owned(), lost)
}

/// The text, and how many bytes could not be read.
fn with(encoding: &'static Encoding, bytes: &[u8]) -> (String, usize) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() * 2);
    let (mut at, mut lost) = (0, 0);
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(&bytes[at..], &mut text, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => return (text, lost),
            DecoderResult::OutputFull => text.reserve(bytes.len() - at + 64),
            DecoderResult::Malformed(length, _) => {
                lost += usize::from(length);
                text.push('\u{FFFD}');
            }
        }
    }
}

/// Kazakh's own single-byte encoding, KZ-1048 (STRK 1048-2002): windows-1251 with eighteen letters put in the place of others.
mod kazakh {
    use encoding_rs::WINDOWS_1251;

    const LETTERS: [(u8, char); 18] = [
        (0x8D, 'Қ'),
        (0x8E, 'Һ'),
        (0x9D, 'қ'),
        (0x9E, 'һ'),
        (0xA1, 'Ұ'),
        (0xA2, 'ұ'),
        (0xA3, 'Ә'),
        (0xA5, 'Ө'),
        (0xAA, 'Ғ'),
        (0xAF, 'Ү'),
        (0xB2, 'І'),
        (0xB3, 'і'),
        (0xB4, 'ө'),
        (0xBA, 'ғ'),
        (0xBC, 'ә'),
        (0xBD, 'Ң'),
        (0xBE, 'ң'),
        (0xBF, 'ү'),
    ];

    /// Read as windows-1251 these bytes are і, ќ and ј: Ukrainian, Macedonian and Serbian letters, which no other language has together.
    pub(super) fn is(bytes: &[u8]) -> bool {
        [0xB3, 0x9D, 0xBC].iter().all(|byte| bytes.contains(byte))
    }

    pub(super) fn decode(bytes: &[u8]) -> String {
        let mut text = String::with_capacity(bytes.len() * 2);
        for run in bytes.chunk_by(|a, b| letter(*a).is_none() && letter(*b).is_none()) {
            match letter(run[0]) {
                Some(letter) => text.push(letter),
                None => text.push_str(&WINDOWS_1251.decode_without_bom_handling(run).0),
            }
        }
        text
    }

    fn letter(byte: u8) -> Option<char> {
        LETTERS.iter().find(|(code, _)| *code == byte).map(|&(_, letter)| letter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(label: &str, bytes: &[u8], expected: &str) {
        let decoded = decode(bytes);
        assert_eq!(decoded.text, expected, "{label}");
        let said = decoded.doubts.iter().any(|doubt| doubt.name == "decoded-from" && doubt.detail.contains(label));
        assert!(said, "{label}: {:?}", decoded.doubts);
    }

    const RUSSIAN: &str = "Президент поручил правительству подготовить ответ на заявление соседней страны, сообщила пресс-служба.";
    const ARABIC: &str = "أعلنت الحكومة اليوم أنها لن تعترف بنتائج الاستفتاء، وقال الوزير إن بلاده تدعم الحل السلمي.";

    #[test]
    fn single_byte_encodings_come_out_right_when_nothing_declares_them() {
        check("windows-1251", &encoding_rs::WINDOWS_1251.encode(RUSSIAN).0, RUSSIAN);
        check("KOI8-U", &encoding_rs::KOI8_R.encode(RUSSIAN).0, RUSSIAN);
        check("windows-1256", &encoding_rs::WINDOWS_1256.encode(ARABIC).0, ARABIC);
        check("ISO-8859-6", &encoding_rs::ISO_8859_6.encode(ARABIC).0, ARABIC);
        check("IBM866", &encoding_rs::IBM866.encode(RUSSIAN).0, RUSSIAN);
    }

    #[test]
    fn bytes_written_by_hand() {
        // "Привет, мир" in windows-1251 and KOI8-R, "سلام عليكم" in windows-1256 and ISO-8859-6.
        let page = |charset: &str, bytes: &[u8]| [format!("<meta charset={charset}>").as_bytes(), bytes].concat();
        let hello = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x2C, 0x20, 0xEC, 0xE8, 0xF0];
        check("windows-1251", &page("windows-1251", &hello), "<meta charset=windows-1251>Привет, мир");
        let hello = [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x2C, 0x20, 0xCD, 0xC9, 0xD2];
        check("KOI8-R", &page("koi8-r", &hello), "<meta charset=koi8-r>Привет, мир");
        let peace = [0xD3, 0xE1, 0xC7, 0xE3, 0x20, 0xDA, 0xE1, 0xED, 0xDF, 0xE3];
        check("windows-1256", &page("windows-1256", &peace), "<meta charset=windows-1256>سلام عليكم");
        let peace = [0xD3, 0xE4, 0xC7, 0xE5, 0x20, 0xD9, 0xE4, 0xEA, 0xE3, 0xE5];
        check("ISO-8859-6", &page("iso-8859-6", &peace), "<meta charset=iso-8859-6>سلام عليكم");
    }

    #[test]
    fn kazakh_in_its_own_single_byte_encoding() {
        // "Қазақстан мен Ресей келісімге қол қойды, әрі ұзақ" in KZ-1048.
        let bytes = b"\x8D\xE0\xE7\xE0\x9D\xF1\xF2\xE0\xED \xEC\xE5\xED \xD0\xE5\xF1\xE5\xE9 \xEA\xE5\xEB\xB3\xF1\xB3\xEC\xE3\xE5 \x9D\xEE\xEB \x9D\xEE\xE9\xE4\xFB, \xBC\xF0\xB3 \xA2\xE7\xE0\x9D";
        check("KZ-1048", bytes, "Қазақстан мен Ресей келісімге қол қойды, әрі ұзақ");
    }

    #[test]
    fn utf_16_with_and_without_a_mark() {
        for text in [RUSSIAN, ARABIC, "The president said on Monday that talks would go on."] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            check("UTF-16LE", &little, text);
            check("UTF-16BE", &big, text);
            check("UTF-16LE", &[b"\xFF\xFE".as_slice(), &little].concat(), text);
            check("UTF-16BE", &[b"\xFE\xFF".as_slice(), &big].concat(), text);
        }
    }

    #[test]
    fn broken_utf_8_stays_utf_8_and_the_bytes_are_counted() {
        let mut bytes = RUSSIAN.as_bytes().to_vec();
        bytes.splice(19..19, [0xFF, 0xFE]);
        let decoded = decode(&bytes);
        assert!(decoded.text.contains("правительству"));
        assert_eq!(decoded.doubts.len(), 1);
        assert_eq!(decoded.doubts[0].name, "undecodable-bytes");
        assert!(decoded.doubts[0].detail.starts_with("2 of "), "{}", decoded.doubts[0].detail);
    }

    #[test]
    fn a_wrong_declaration_does_not_beat_valid_utf_8() {
        let page = format!("<meta charset=windows-1251><p>{RUSSIAN}");
        assert_eq!(decode(page.as_bytes()).text, page);
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(RUSSIAN);
        let page = [b"<meta charset=iso-8859-1><p>".as_slice(), &bytes].concat();
        assert!(decode(&page).text.contains(RUSSIAN));
    }
}
