use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{Form, Item, Options, Reason, gather};

const PAGE: &str = "<html><head><title>Кездесу</title></head><body><p>Министрлер кездесті.</p></body></html>";

fn record(kind: &str, fields: &str, block: &[u8]) -> Vec<u8> {
    let mut out = format!("WARC/1.1\r\nWARC-Type: {kind}\r\nContent-Length: {}\r\n{fields}\r\n", block.len()).into_bytes();
    out.extend(block);
    out.extend(b"\r\n\r\n");
    out
}

fn response(uri: &str, head: &str, body: &[u8]) -> Vec<u8> {
    let fields =
        format!("WARC-Target-URI: <{uri}>\r\nWARC-Record-ID: <urn:uuid:{uri}>\r\nContent-Type: application/http; msgtype=response\r\n");
    record("response", &fields, &[head.as_bytes(), b"\r\n", body].concat())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn read(input: &[u8]) -> Vec<Result<Item, Reason>> {
    gather(input, Options::new("a.warc")).map(|one| one.map_err(|aside| aside.reason)).collect()
}

fn chunked(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for chunk in bytes.chunks(37) {
        out.extend(format!("{:x};x=y\r\n", chunk.len()).bytes());
        out.extend(chunk);
        out.extend(b"\r\n");
    }
    out.extend(b"0\r\n\r\n");
    out
}

#[test]
fn pages_and_texts_are_taken_and_the_rest_is_counted() {
    let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"UTF-8\"\r\nContent-Language: kk\r\n";
    let archive = [
        record("warcinfo", "", b"software: x\r\n"),
        record("request", "", b"GET / HTTP/1.1\r\n\r\n"),
        response("https://a.example/1", html, PAGE.as_bytes()),
        response("https://a.example/2", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n", b"<html>no</html>"),
        response("https://a.example/3", "HTTP/1.1 200\r\nContent-Type: image/png\r\n", b"\x89PNG"),
        record("resource", "WARC-Target-URI: https://a.example/4\r\nContent-Type: text/plain\r\n", b"They met."),
        record("conversion", "WARC-Target-URI: https://a.example/5\r\nContent-Type: text/plain\r\n", b"They left."),
        response("https://a.example/6", "HTTP/1.0 200 OK\r\n", PAGE.as_bytes()),
    ];
    let mut items = gather(&*archive.concat().leak(), Options::new("a.warc"));
    let read: Vec<Item> = items.by_ref().map(Result::unwrap).collect();
    assert_eq!(read.iter().map(|item| item.name.rsplit('/').next().unwrap()).collect::<Vec<_>>(), ["1", "4", "5", "6"]);
    let first = &read[0];
    assert_eq!((first.form, first.charset.as_deref(), first.language.as_deref()), (Form::Html, Some("utf-8"), Some("kk")));
    assert_eq!((first.bytes.as_slice(), first.id.as_deref()), (PAGE.as_bytes(), Some("urn:uuid:https://a.example/1")));
    let counted: Vec<_> = items.passed_over().into_iter().collect();
    let expected = [("request", 1), ("response: HTTP 404", 1), ("response: image/png", 1), ("warcinfo", 1)];
    assert_eq!(counted, expected.map(|(kind, count)| (kind.to_owned(), count)));
}

#[test]
fn transfer_is_undone() {
    let page = PAGE.as_bytes();
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), Compression::fast());
    zlib.write_all(page).unwrap();
    let mut bare = flate2::write::DeflateEncoder::new(Vec::new(), Compression::fast());
    bare.write_all(page).unwrap();
    for (head, body) in [
        ("Transfer-Encoding: chunked\r\n", chunked(page)),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked(&gzip(page))),
        ("Content-Encoding: gzip\r\n", gzip(page)),
        ("Content-Encoding: gzip\r\n", page.to_vec()),
        ("Transfer-Encoding: chunked\r\n", page.to_vec()),
        ("Content-Encoding: deflate\r\n", zlib.finish().unwrap()),
        ("Content-Encoding: deflate\r\n", bare.finish().unwrap()),
        ("Content-Encoding: zstd\r\n", zstd::encode_all(page, 1).unwrap()),
    ] {
        let head = format!("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n{head}");
        let read = read(&response("u", &head, &body));
        let item = read[0].as_ref().unwrap();
        assert_eq!((String::from_utf8_lossy(&item.bytes).as_ref(), item.doubts.len()), (PAGE, 0), "{head}");
    }
    let read = read(&response("u", "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-encoding: br\r\n", b"xyz"));
    assert!(matches!(read[0], Err(Reason::Transfer(_))));
}

#[test]
fn a_cut_page_is_doubtful() {
    let body = chunked(PAGE.as_bytes());
    let read = read(&response("u", "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n", &body[..60]));
    assert_eq!(read[0].as_ref().unwrap().doubts[0].name, "cut-page");
}

#[test]
fn after_a_bad_record_the_next_one_is_found() {
    let good = record("resource", "WARC-Target-URI: u\r\nContent-Type: text/plain\r\n", b"They met.");
    let bad = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: many\r\n\r\nlost\r\n\r\n".to_vec();
    let read = read(&[good.clone(), bad, b"garbage\r\nmore\r\n".to_vec(), good].concat());
    assert_eq!(read.len(), 3);
    assert!(read[0].is_ok() && matches!(read[1], Err(Reason::Archive(_))) && read[2].is_ok());
}

#[test]
fn a_cut_archive_gives_what_came_before() {
    let good = record("resource", "WARC-Target-URI: u\r\nContent-Type: text/plain\r\n", b"They met in the capital.");
    let whole = [good.clone(), good].concat();
    let plain = read(&whole[..whole.len() - 12]);
    assert!(plain.len() == 2 && plain[0].is_ok() && matches!(plain[1], Err(Reason::Cut(_))), "{plain:?}");
    let members = [gzip(&whole), gzip(&whole)].concat();
    assert_eq!(read(&members).iter().filter(|one| one.is_ok()).count(), 4);
    let cut = read(&members[..members.len() - 20]);
    assert!(cut[..2].iter().all(Result::is_ok) && matches!(cut.last(), Some(Err(Reason::Broken(_)))), "{cut:?}");
}

#[test]
fn a_bomb_is_set_aside() {
    let bomb = gzip(&vec![b'x'; 3_000_000]);
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-encoding: gzip\r\n";
    let archive = [response("u", head, &bomb), response("v", head, &gzip(b"They met."))].concat();
    let read: Vec<_> = gather(&*archive, Options { limit: 1_000_000, ..Options::new("a.warc") }).collect();
    assert_eq!(read[0].as_ref().unwrap_err().reason, Reason::TooLarge { limit: 1_000_000 });
    assert_eq!(read[1].as_ref().unwrap().bytes, b"They met.");
}
