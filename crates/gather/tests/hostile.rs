//! Whatever the bytes: no panic, an end, nothing above the limit, and good records behind bad ones.

use std::io::{BufReader, Read, Write};

use mizan_gather::{Item, Map, Options, Place, Reason, gather};
use proptest::prelude::*;

/// One file of each kind, with two reports in it at least.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let page = "<html><body><p>Министры встретились в столице.</p></body></html>";
    let http =
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{page}\r\n0\r\n\r\n", page.len());
    let record = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: u\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
        http.len()
    );
    vec![
        ("a.jsonl", "{\"text\": \"قال \\u0627 الوزير\", \"n\": [1, {\"a\": null}]}\n{\"text\": \"b\"}\n".into()),
        ("a.json", "[{\"text\": \"a\", \"title\": {\"rendered\": \"t\"}},\n {\"text\": [\"b\", \"c\"]}]".into()),
        ("a.csv", "id,text,date\r\n1,\"a \"\"x\"\",\r\nb\",2025-10-04\r\n2,c,\r\n".into()),
        ("a.xml", "<?xml version=\"1.0\"?><rss><channel><title>T</title><item a='x>y'><description><![CDATA[<p>a</p>]]></description></item><!-- <item> --><item><title>&lt;</title><description>b &#1178; &nbsp;</description></item></channel></rss>".into()),
        ("a.warc", record.repeat(2).into_bytes()),
        ("a.txt", "Президент сөйледі.".into()),
    ]
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Reads all, through a small buffer; what is above the limit fails the test, and so does an endless answer.
fn drained(bytes: &[u8], name: &str, limit: usize) -> Vec<Result<Item, Reason>> {
    let source = BufReader::with_capacity(7, bytes);
    let options = Options { limit, ..Options::new(name) };
    let read: Vec<_> = gather(source, options).take(bytes.len() + 10).map(|one| one.map_err(|aside| aside.reason)).collect();
    assert!(read.len() < bytes.len() + 10, "endless");
    assert!(read.iter().flatten().all(|item| item.bytes.len() <= limit));
    for item in read.iter().flatten() {
        let _ = item.document(1 << 16);
    }
    read
}

#[test]
fn every_file_is_read_squeezed_or_not() {
    for (name, bytes) in files() {
        let plain = drained(&bytes, name, 1 << 20);
        assert!(plain.iter().all(Result::is_ok), "{name}: {plain:?}");
        assert_eq!(plain.len(), if name == "a.txt" { 1 } else { 2 }, "{name}: {plain:?}");
        let halves = bytes.split_at(bytes.len() / 2);
        for squeezed in [
            gzip(&bytes),
            [gzip(halves.0), gzip(halves.1)].concat(),
            zstd::encode_all(bytes.as_slice(), 1).unwrap(),
            gzip(&zstd::encode_all(bytes.as_slice(), 1).unwrap()),
        ] {
            assert_eq!(drained(&squeezed, name, 1 << 20), plain, "{name}");
        }
    }
}

#[test]
fn cut_anywhere_it_gives_what_came_before_and_says_so() {
    for (name, bytes) in files() {
        let whole = drained(&bytes, name, 1 << 20);
        let squeezed = gzip(&bytes);
        // With less than three bytes nothing says that it is gzip.
        for end in 3..squeezed.len() {
            let read = drained(&squeezed[..end], name, 1 << 20);
            assert!(read.last().is_some_and(Result::is_err), "{name} cut at {end}: {read:?}");
        }
        for end in 0..bytes.len() {
            let read = drained(&bytes[..end], name, 1 << 20);
            let good = read.iter().filter(|one| one.is_ok()).count();
            assert!(good <= whole.len(), "{name} cut at {end}: {read:?}");
        }
    }
}

#[test]
fn an_endless_line_takes_no_more_than_the_limit() {
    let options = || Options { limit: 1 << 16, ..Options::new("a.jsonl") };
    let line = std::io::repeat(b'x').take(4 << 20).chain(&b"\n{\"text\": \"b\"}"[..]);
    let read: Vec<_> = gather(BufReader::new(line), options()).collect();
    assert_eq!(read.len(), 2);
    assert_eq!(read[0].as_ref().unwrap_err().reason, Reason::TooLarge { limit: 1 << 16 });
    assert_eq!(read[1].as_ref().unwrap().bytes, b"b");
    for start in
        ["[{\"text\": \"", "id,text\n1,\"", "<rss><item><description>", "<rss><item a=\"", "plain ", "WARC/1.0\r\nContent-Length: "]
    {
        let endless = start.as_bytes().chain(std::io::repeat(b'1').take(4 << 20));
        let read: Vec<_> = gather(BufReader::new(endless), Options { name: "-".into(), ..options() }).collect();
        assert!(read.len() == 1 && read[0].is_err(), "{start}: {read:?}");
    }
}

#[test]
fn a_bomb_of_many_megabytes_is_one_aside() {
    let bomb = gzip(&vec![b'x'; 20 << 20]);
    assert!(bomb.len() < 1 << 18);
    let read = drained(&bomb, "a.txt", 1 << 20);
    assert_eq!(read, [Err(Reason::TooLarge { limit: 1 << 20 })]);
}

#[test]
fn deep_nesting_is_set_aside() {
    for deep in ["[".repeat(100_000), "{\"text\": ".repeat(100_000), format!("{{\"text\": {}", "[".repeat(100_000))] {
        let input = format!("{{\"text\": \"a\"}}\n{deep}\n{{\"text\": \"b\"}}\n");
        let read = drained(input.as_bytes(), "a.jsonl", 1 << 22);
        assert!(read.len() == 3 && read[0].is_ok() && read[1].is_err() && read[2].is_ok());
    }
    let feed = format!("<rss><item><description>{}</description></item></rss>", "<b>".repeat(10_000));
    assert_eq!(drained(feed.as_bytes(), "a", 1 << 22).len(), 1);
}

#[test]
fn what_cannot_be_read_says_why() {
    let refused = |bytes: &[u8]| gather(bytes, Options::new("a")).next().unwrap().unwrap_err();
    assert_eq!(refused(b"").reason, Reason::Empty);
    assert_eq!(
        refused(b"PK\x03\x04 and so on").to_string(),
        "`a`: the file is a ZIP archive or an office document\nhint: unpack it first and give the files in it; only gzip and zstd are unpacked here"
    );
    let broken = refused(&gzip(b"They met in the capital.")[..15]);
    assert!(matches!(broken.reason, Reason::Broken(_)) && broken.place == Place::Whole && broken.reason.ends());
}

#[test]
fn a_map_for_another_table_is_refused_with_its_columns() {
    let options = Options { map: Map::parse("text=Body").unwrap(), ..Options::new("a.csv") };
    let aside = gather(&b"body,when\nx,y\n"[..], options).next().unwrap().unwrap_err();
    assert_eq!(
        aside.to_string(),
        "`a.csv`, line 1: there is no column `Body`; the columns are `body`, `when`\nhint: write the name as the table has it"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_have_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..300), kind in 0usize..8) {
        let starts: [&[u8]; 8] = [b"", b"WARC/1.0\r\n", b"<rss><item>", b"[{", b"text,id\n", b"\x1F\x8B\x08", b"\x28\xB5\x2F\xFD", b"\xFF\xFE"];
        drained(&[starts[kind], &bytes].concat(), "a.jsonl", 100);
        drained(&[starts[kind], &bytes].concat(), "a.csv", 100);
        drained(&[starts[kind], &bytes].concat(), "a", 100);
    }

    #[test]
    fn damaged_files_have_an_end(kind in 0usize..6, at in 0usize..400, with in any::<u8>(), squeezed in any::<bool>()) {
        let (name, mut bytes) = files().swap_remove(kind);
        if squeezed {
            bytes = gzip(&bytes);
        }
        let at = at % bytes.len();
        bytes[at] = with;
        drained(&bytes, name, 1 << 20);
    }
}
