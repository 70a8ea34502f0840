use ::csv::ReaderBuilder;
use proptest::prelude::*;

use super::rows::Rows;
use crate::{Container, Item, Map, Options, Reason, gather};

fn read(input: &[u8], name: &str) -> Vec<Result<Item, (String, Reason)>> {
    gather(input, Options::new(name)).map(|one| one.map_err(|aside| (aside.place.to_string(), aside.reason))).collect()
}

fn text(item: &Result<Item, (String, Reason)>) -> &str {
    std::str::from_utf8(&item.as_ref().unwrap().bytes).unwrap()
}

#[test]
fn columns_in_four_languages() {
    for (input, title) in [
        ("id,title,text,date,source,lang\n1,T,They met.,2025-10-04,Paper,en\n", "T"),
        ("\u{FEFF}id;заголовок;текст;дата;источник;язык\n1;Встреча;Они встретились.;04.10.2025;Газета;ru\n", "Встреча"),
        ("المصدر\tالعنوان\tالنص\tالتاريخ\tid\tاللغة\nصحيفة\tلقاء\tالتقى الوزيران.\t2025-10-04\t1\tar\n", "لقاء"),
        ("id|тақырып|мәтін|күні|дереккөз|тілі\n1|Кездесу|Олар кездесті.|2025-10-04|Газет|kk\n", "Кездесу"),
    ] {
        let read = read(input.as_bytes(), "a");
        let item = read[0].as_ref().unwrap();
        assert_eq!((read.len(), item.name.as_str(), item.title.as_deref()), (1, "a:2", Some(title)));
        assert_eq!(item.published.as_ref().and_then(|p| p.day), Some(jiff::civil::date(2025, 10, 4)));
        assert!(item.outlet.is_some() && item.language.is_some() && item.id.as_deref() == Some("1"));
    }
}

#[test]
fn quotes_hold_separators_and_line_ends() {
    let input = "text,title\r\n\"He said \"\"no\"\", and\r\nleft.\",A\r\n\r\nPlain 5\" gun,B\r\n";
    let read = read(input.as_bytes(), "a.csv");
    assert_eq!(read.iter().map(text).collect::<Vec<_>>(), ["He said \"no\", and\r\nleft.", "Plain 5\" gun"]);
    assert_eq!(read[1].as_ref().unwrap().name, "a.csv:5");
}

#[test]
fn bad_rows_are_set_aside_and_the_rest_goes_on() {
    let input = "title,text,date\nA,one\nB\nC,two,2025-10-04,more,cells\nD,three,,,\nE,  ,\nF,four,\n";
    let read = read(input.as_bytes(), "a.csv");
    assert_eq!(read.len(), 6);
    assert_eq!([text(&read[0]), text(&read[3]), text(&read[5])], ["one", "three", "four"]);
    assert_eq!(read[1], Err((", line 3".into(), Reason::EmptyText)));
    assert_eq!(read[2], Err((", line 4".into(), Reason::Columns { found: 5, expected: 3 })));
    assert_eq!(read[4], Err((", line 6".into(), Reason::EmptyText)));
}

#[test]
fn without_a_text_column_the_columns_are_listed() {
    let read = read(b"when,what\n1,a\n", "a.csv");
    assert_eq!(read, [Err((", line 1".into(), Reason::NoTextColumn { found: "`when`, `what`".into() }))]);
    let options = Options { map: Map::parse("text=which").unwrap(), ..Options::new("a.csv") };
    let read: Vec<_> = gather(&b"when,what\n1,a\n"[..], options).collect();
    let reason = &read[0].as_ref().unwrap_err().reason;
    assert_eq!((read.len(), reason), (1, &Reason::NoSuchColumn { column: "which".into(), found: "`when`, `what`".into() }));
}

#[test]
fn a_map_names_the_columns() {
    let options = Options { map: Map::parse("text=what,date=when").unwrap(), ..Options::new("a.csv") };
    let read: Vec<_> = gather(&b"when,what\n2025-10-04,They met.\n"[..], options).collect();
    let item = read[0].as_ref().unwrap();
    assert_eq!((item.bytes.as_slice(), item.published.as_ref().map(|p| p.printed.as_str())), (&b"They met."[..], Some("2025-10-04")));
}

#[test]
fn an_old_encoding_is_read_and_said() {
    let table = "заголовок;текст\nВстреча;Министры иностранных дел обсудили поставки зерна и нефти.\n";
    let bytes = encoding_rs::WINDOWS_1251.encode(table).0;
    let read = read(&bytes, "a.csv");
    assert_eq!(text(&read[0]), "Министры иностранных дел обсудили поставки зерна и нефти.");
    assert_eq!(read[0].as_ref().unwrap().doubts[0].name, "decoded-from");
}

#[test]
fn a_spreadsheets_unicode_text_is_read() {
    let table = "тақырып\tмәтін\r\nКездесу\tМинистрлер астық туралы келісті.\r\n";
    let bytes: Vec<u8> = [0xFF, 0xFE].into_iter().chain(table.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let read = read(&bytes, "a.txt");
    assert_eq!((read.len(), text(&read[0])), (1, "Министрлер астық туралы келісті."));
    assert_eq!(read[0].as_ref().unwrap().doubts[0].detail, "the file was read as UTF-16LE, not as UTF-8");
}

#[test]
fn an_open_quote_is_told_with_its_line() {
    let read = read(b"title,text\nA,one\nB,\"two\nC,three\n", "a.csv");
    assert_eq!((read.len(), text(&read[0])), (2, "one"));
    assert_eq!(read[1], Err((", line 3".into(), Reason::OpenQuote)));
}

#[test]
fn a_row_above_the_limit_is_read_over_with_its_quotes() {
    let long = "x,\n\"\"".repeat(50);
    let input = format!("title,text\nA,\"{long}\"\nB,two\n");
    let options = Options { limit: 64, ..Options::new("a.csv") };
    let read: Vec<_> = gather(input.as_bytes(), options).collect();
    assert_eq!(read.len(), 2);
    assert_eq!(read[0].as_ref().unwrap_err().reason, Reason::TooLarge { limit: 64 });
    // The long cell holds fifty line ends: the row after it begins at line 2 + 51.
    assert_eq!(read[1].as_ref().map(|item| (item.name.as_str(), item.bytes.as_slice())), Ok(("a.csv:53", &b"two"[..])));
}

#[test]
fn a_million_columns_are_too_many() {
    let header = format!("text{}\nx\n", ",c".repeat(1_000_000));
    let mut items = gather(header.as_bytes(), Options::new("a.csv"));
    assert_eq!(items.container(), Container::Table(b','));
    assert_eq!(items.next().unwrap().unwrap_err().reason, Reason::TooManyColumns { limit: 16_384 });
    assert!(items.next().is_none());
}

proptest! {
    /// Cutting into rows changes nothing that the library would read.
    #[test]
    fn rows_are_those_of_the_library(input in "[ab,\"\n\r;]{0,40}") {
        let all = |reader: &mut dyn std::io::Read| {
            let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(reader);
            reader.byte_records().map(Result::unwrap).collect::<Vec<_>>()
        };
        let plain = all(&mut input.as_bytes());
        let mut rows = Rows::new(Box::new(std::io::BufReader::with_capacity(2, input.as_bytes())), b',', 1000);
        let cut = all(&mut rows);
        // At an open quote the library gives what it has; a stand-in is given here.
        let open = rows.take_fault().is_some();
        let same = if open { plain.len().saturating_sub(1) } else { plain.len().max(cut.len()) };
        prop_assert_eq!(&plain[..same.min(plain.len())], &cut[..same.min(cut.len())], "{:?}", input);
    }
}
