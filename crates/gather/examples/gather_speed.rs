//! How fast files of each kind are read, good ones and hostile ones, and in how much memory: `cargo run --release -p mizan-gather --example gather_speed -- 500`
//! (megabytes a file; the files are made on the way and never stored).

use std::io::{self, BufReader, Read, Write};
use std::time::Instant;

use mizan_gather::{Options, gather};

const TEXT: &str =
    "ASTANA – Министры иностранных дел обсудили поставки зерна и нефти. Стороны договорились продолжить переговоры в октябре. ";

/// A file to be made: name, head, the record that is repeated, tail.
type File = (&'static str, &'static str, String, &'static [u8]);

/// A head, records one after another until there are enough bytes, a tail.
struct Made {
    record: Vec<u8>,
    at: usize,
    left: u64,
    tail: &'static [u8],
}

impl Read for Made {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at == self.record.len() {
            self.at = 0;
            self.left = self.left.saturating_sub(self.record.len() as u64);
        }
        if self.left == 0 {
            return self.tail.read(out);
        }
        let count = (&self.record[self.at..]).read(out)?;
        self.at += count;
        Ok(count)
    }
}

fn records() -> [File; 5] {
    let text = TEXT.repeat(12);
    let page = format!("<html><body><p>{text}</p></body></html>");
    let http = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}");
    let length = http.len();
    [
        ("a.jsonl", "", format!("{{\"id\": 1, \"title\": \"Встреча\", \"text\": \"{text}\", \"date\": \"2025-10-04\"}}\n"), b""),
        (
            "a.json",
            "[",
            format!("{{\"id\": 1, \"title\": \"Встреча\", \"text\": \"{text}\", \"date\": \"2025-10-04\"}},\n"),
            b"{\"text\": \"z\"}]",
        ),
        ("a.csv", "id,title,text,date\n", format!("1,Встреча,\"{text}\",2025-10-04\n"), b""),
        (
            "a.xml",
            "<rss><channel>",
            format!("<item><title>Встреча</title><guid>1</guid><description>{text}</description></item>\n"),
            b"</channel></rss>",
        ),
        (
            "a.warc",
            "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
            format!(
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: u\r\nContent-Type: application/http\r\nContent-Length: {length}\r\n\r\n{http}\r\n\r\n"
            ),
            b"",
        ),
    ]
}

/// Records that would fill the memory of a reader without limits: above 67 MB a record they are set aside unread, below it they are read.
fn hostile() -> [File; 8] {
    let of = |name, head, part: &str, tail| -> File { (name, head, part.repeat(1000), tail) };
    [
        of("line.jsonl", "{\"text\": \"", "x", b"\"}\n"),
        of("numbers.jsonl", "{\"text\": [", "0,", b"0]}\n"),
        of("keys.json", "[{", "\"k\":0,", b"\"text\":\"z\"}]"),
        of("quote.csv", "id,text\n1,\"", "x,\n", b"\"\n"),
        of("elements.xml", "<rss><item>", "<a/>", b"</item></rss>"),
        of("nested.xml", "<rss><item><description>", "<b>", b"</description></item></rss>"),
        of("header.warc", "WARC/1.0\r\nContent-Length: 50000000\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n", "a: b\r\n", b""),
        of("one.txt", "", "x", b""),
    ]
}

/// The largest memory the process ever had, in MiB.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

fn main() -> io::Result<()> {
    let megabytes: u64 = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(200);
    let mut out = io::stdout().lock();
    for (name, head, record, tail) in records().into_iter().chain(hostile()) {
        let made = Made { record: record.into_bytes(), at: 0, left: megabytes * 1_000_000, tail };
        let source = BufReader::with_capacity(1 << 16, head.as_bytes().chain(made));
        let start = Instant::now();
        let (mut good, mut bad) = (0u64, 0u64);
        for item in gather(source, Options::new(name)) {
            *(if item.is_ok() { &mut good } else { &mut bad }) += 1;
        }
        let seconds = start.elapsed().as_secs_f64();
        let rate = megabytes as f64 / seconds;
        writeln!(
            out,
            "{name}: {good} reports, {bad} set aside, {rate:.0} MB/s, {:.0} reports/s, peak {:?} MiB",
            good as f64 / seconds,
            peak()
        )?;
    }
    Ok(())
}
