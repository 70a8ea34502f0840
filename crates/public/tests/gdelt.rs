//! GDELT events and mentions.

mod common;

use common::{gdelt, tabbed};
use jiff::civil::date;
use mizan_public::{Error, Seen, Tally, cut, gdelt as events, gdelt_mentions};
use mizan_record::{Class, Quad};

/// What the tests look at in a row.
type Short = (String, Option<Class>, String, String, Option<f64>);

fn read(text: &[u8]) -> (Vec<Short>, Tally) {
    let mut rows = Vec::new();
    let tally = events::read(text, |row| {
        rows.push((row.id.to_owned(), row.class, row.source.country.to_owned(), row.target.country.to_owned(), row.tone));
    });
    (rows, tally.unwrap())
}

fn seen(count: u64, line: u64, example: &str) -> Seen {
    Seen { count, line, example: example.to_owned() }
}

/// The same event as GDELT 1.0 prints it: three columns fewer, one of each place.
fn gdelt_one(changes: &[(usize, &str)]) -> String {
    let cells = gdelt(changes);
    let cells: Vec<&str> = cells.split('\t').collect();
    let kept = (0..61).filter(|at| ![39, 47, 55].contains(at)).map(|at| cells[at]);
    kept.collect::<Vec<_>>().join("\t")
}

#[test]
fn every_cell_finds_its_place() {
    let text = format!("{}\r\n", gdelt(&[]));
    let tally = events::read(text.as_bytes(), |row| {
        assert_eq!((row.set, row.line, row.id), ("gdelt-2.0", 1, "1100000001"));
        assert_eq!((row.date, row.reported), (date(2022, 1, 5), Some(date(2022, 1, 6))));
        assert_eq!((row.class, row.cameo, row.quad), (Some(Class::Consult), "046", Some(Quad::VerbalCooperation)));
        assert_eq!((row.intensity, row.tone), (Some(7.0), Some(-1.25)));
        assert_eq!((row.lead, row.mentions, row.sources, row.articles), (Some(true), Some(10), Some(2), Some(9)));
        assert_eq!((row.source.name, row.source.country, row.source.sector.code()), ("KAZAKHSTAN", "KAZ", "GOV"));
        assert_eq!((row.source.code, row.source.sectors), ("KAZGOV", "GOV"));
        // The main role, criminals, has no sector of ours: the second one counts.
        assert_eq!((row.target.name, row.target.country, row.target.sector.code()), ("RUSSIAN", "RUS", "GOV"));
        assert_eq!((row.place.name, row.place.country), ("Astana, Aqmola, Kazakhstan", "KAZ"));
        assert_eq!((row.place.latitude, row.place.longitude), (Some(51.1801), Some(71.446)));
        assert_eq!((row.url, row.outlet, row.headline, row.story), ("https://example.org/a", "", "", ""));
    });
    assert_eq!(tally.unwrap(), Tally { lines: 1, rows: 1, taken: 1, given: 1, ..Tally::default() });
}

#[test]
fn both_versions_are_known_by_their_number_of_columns() {
    let one = gdelt_one(&[]);
    let old = one.rsplit_once('\t').unwrap().0;
    assert_eq!((one.split('\t').count(), old.split('\t').count()), (58, 57));
    let text = format!("{one}\n{}\n{old}\n", gdelt(&[]));
    let mut rows = Vec::new();
    let tally = events::read(text.as_bytes(), |row| {
        rows.push((row.set, row.place.country, row.place.longitude, row.reported, row.url.to_owned()));
    });
    assert_eq!(tally.unwrap().taken, 3);
    let (place, added) = (Some(71.446), Some(date(2022, 1, 6)));
    assert_eq!(rows[0], ("gdelt-1.0", "KAZ", place, added, "https://example.org/a".to_owned()));
    assert_eq!(rows[1], ("gdelt-2.0", "KAZ", place, added, "https://example.org/a".to_owned()));
    assert_eq!(rows[2], ("gdelt-1.0", "KAZ", place, added, String::new()));
}

#[test]
fn a_row_that_cannot_be_told_is_left_out_with_its_reason() {
    let lines = [
        gdelt(&[]),
        "too\tshort".into(),
        gdelt(&[(0, "x1")]),
        String::new(),
        gdelt(&[(1, "20220230")]),
        gdelt(&[(1, "2022")]),
        gdelt(&[(0, "7")]),
    ];
    let (rows, tally) = read(lines.join("\n").as_bytes());
    assert_eq!(rows.iter().map(|row| row.0.as_str()).collect::<Vec<_>>(), ["1100000001", "7"]);
    assert_eq!((tally.lines, tally.rows, tally.taken, tally.left_out()), (7, 6, 2, 4));
    let short = "not as many columns as a GDELT event has (57, 58 or 61, or as the header names)";
    assert_eq!(tally.skipped[short], seen(1, 2, "too\tshort"));
    assert_eq!(tally.skipped["event id is no number"].line, 3);
    assert_eq!((tally.skipped["event date is no day (YYYYMMDD)"].count, tally.skipped["event date is no day (YYYYMMDD)"].line), (2, 5));
}

#[test]
fn a_bad_side_field_is_missing_and_counted_but_never_zero() {
    let bad = gdelt(&[(29, "5"), (30, "inf"), (31, "-3"), (34, "n/a"), (56, "91"), (57, "7e9"), (59, "soon")]);
    let empty = gdelt(&[(29, ""), (30, ""), (31, ""), (34, ""), (56, ""), (57, ""), (59, ""), (25, "")]);
    let tally = events::read(format!("{bad}\n{empty}\n").as_bytes(), |row| {
        assert_eq!((row.quad, row.intensity, row.mentions, row.tone), (None, None, None, None));
        assert_eq!((row.place.latitude, row.place.longitude, row.reported), (None, None, None));
    });
    let tally = tally.unwrap();
    assert_eq!((tally.taken, tally.flawed.len()), (2, 7));
    assert_eq!(tally.flawed["tone is no number"], seen(1, 1, "n/a"));
    assert_eq!(tally.flawed["latitude is none"], seen(1, 1, "91"));
}

#[test]
fn codes_in_no_table_are_counted_and_not_guessed() {
    let lines = [
        gdelt(&[(26, "010"), (28, "01")]),
        gdelt(&[(26, "010"), (28, "01"), (7, "QQQ"), (12, "ZZZ"), (53, "ZQ")]),
        gdelt(&[(26, "1955"), (28, "19"), (7, "EUR"), (17, "ROM")]),
    ];
    let (rows, tally) = read(lines.join("\n").as_bytes());
    assert_eq!((rows[0].1, rows[1].2.as_str(), rows[2].1), (None, "", Some(Class::Assault)));
    assert_eq!((rows[2].2.as_str(), rows[2].3.as_str()), ("EUR", "ROU"));
    let unmapped: Vec<(&str, &str, u64)> = tally.unmapped.iter().map(|((scheme, code), count)| (*scheme, code.as_str(), *count)).collect();
    let expected =
        [("country (CAMEO)", "QQQ", 1), ("country (FIPS 10-4)", "ZQ", 1), ("event (CAMEO)", "010", 2), ("role (CAMEO)", "ZZZ", 1)];
    assert_eq!(unmapped, expected);
}

#[test]
fn a_code_that_lost_its_leading_zero_is_not_taken_for_another() {
    // 010 (a statement) printed as 10 would be a demand.
    let (rows, tally) = read(gdelt(&[(26, "10"), (27, "10"), (28, "1")]).as_bytes());
    assert_eq!(rows[0].1, None);
    assert_eq!(tally.flawed["event code does not begin with its two-digit root (leading zeros lost?)"], seen(1, 1, "10"));
}

#[test]
fn bytes_that_are_no_text_are_shown_and_counted() {
    let mut bytes = gdelt(&[(52, "Santiago, Regi?n")]).into_bytes();
    let at = bytes.iter().position(|b| *b == b'?').unwrap();
    bytes[at] = 0xF3;
    let mut name = String::new();
    let tally = events::read(&bytes[..], |row| name = row.place.name.to_owned()).unwrap();
    assert_eq!(name, "Santiago, Regi\u{FFFD}n");
    assert_eq!((tally.taken, tally.flawed["bytes that are not UTF-8, shown as U+FFFD"].line), (1, 1));
}

#[test]
fn quotes_are_ordinary_characters() {
    let mut name = String::new();
    events::read(gdelt(&[(6, "\"THE \"PRESIDENT")]).as_bytes(), |row| name = row.source.name.to_owned()).unwrap();
    assert_eq!(name, "\"THE \"PRESIDENT");
}

/// GDELT's column names, by place.
fn names() -> Vec<String> {
    let mut names: Vec<String> = (0..61).map(|at| format!("unused{at}")).collect();
    let actor = |n: usize| {
        [(5, "Code"), (6, "Name"), (7, "CountryCode"), (12, "Type1Code"), (13, "Type2Code"), (14, "Type3Code")]
            .map(move |(at, name)| (at + 10 * (n - 1), format!("Actor{n}{name}")))
    };
    let rest = [
        (0, "GLOBALEVENTID"),
        (1, "SQLDATE"),
        (25, "IsRootEvent"),
        (26, "EventCode"),
        (28, "EventRootCode"),
        (29, "QuadClass"),
        (30, "GoldsteinScale"),
        (31, "NumMentions"),
        (32, "NumSources"),
        (33, "NumArticles"),
        (34, "AvgTone"),
        (52, "ActionGeo_FullName"),
        (53, "ActionGeo_CountryCode"),
        (55, "ActionGeo_ADM2Code"),
        (56, "ActionGeo_Lat"),
        (57, "ActionGeo_Long"),
        (59, "DATEADDED"),
        (60, "SOURCEURL"),
    ];
    let rest = rest.map(|(at, name)| (at, name.to_owned()));
    actor(1).into_iter().chain(actor(2)).chain(rest).for_each(|(at, name)| names[at] = name);
    names
}

#[test]
fn a_header_in_another_order_is_read_by_name() {
    let line = gdelt(&[]);
    let cells: Vec<&str> = line.split('\t').collect();
    let names = names();
    let mut order: Vec<usize> = (0..61).collect();
    order.reverse();
    order.rotate_left(11);
    let head = order.iter().map(|at| names[*at].as_str()).chain(["CAMEOCodeDescription"]).collect::<Vec<_>>().join("\t");
    let row = order.iter().map(|at| cells[*at]).chain(["Negotiate"]).collect::<Vec<_>>().join("\t");
    let mut plain = Vec::new();
    events::read(line.as_bytes(), |row| plain.push(format!("{row:?}"))).unwrap();
    let mut named = Vec::new();
    let text = format!("\u{FEFF}{head}\r\n{row}\r\n");
    let tally = events::read(text.as_bytes(), |row| named.push(format!("{row:?}").replace("line: 2", "line: 1"))).unwrap();
    assert_eq!(named, plain);
    assert_eq!((tally.rows, tally.taken, tally.lines), (1, 1, 2));
}

#[test]
fn a_header_without_what_is_needed_is_an_error() {
    let head = names().join("\t").replace("QuadClass", "Quad").replace("AvgTone", "Tone");
    let error = events::read(head.as_bytes(), |_| {}).unwrap_err();
    assert!(matches!(&error, Error::MissingColumns { missing, .. } if missing == "`QuadClass`, `AvgTone`"), "{error}");
    let twice = names().join("\t").replace("unused2\t", "EventCode\t");
    assert!(matches!(events::read(twice.as_bytes(), |_| {}), Err(Error::ColumnTwice { column, .. }) if column == "EventCode"));
}

#[test]
fn parts_of_a_file_read_with_one_layout_make_the_whole() {
    let mut lines = vec![names().join("\t")];
    lines.extend((0..50).map(|n| {
        gdelt(&[(0, &n.to_string()), (34, if n % 7 == 0 { "?" } else { "1" }), (26, ["046", "--"][n % 2]), (28, ["04", "--"][n % 2])])
    }));
    lines.insert(31, "short".into());
    let text = lines.join("\n");
    let (rows, whole) = read(text.as_bytes());
    let layout = events::Layout::find(text.as_bytes()).unwrap();
    for parts in [1, 2, 3, 7, 200] {
        let (mut joined, mut ids) = (Tally::default(), Vec::new());
        let pieces = cut(text.as_bytes(), parts);
        assert_eq!(pieces.concat(), text.as_bytes());
        for piece in pieces {
            joined.append(layout.read(piece, |row| ids.push(row.id.to_owned())).unwrap());
        }
        assert_eq!(joined, whole, "{parts} parts");
        assert_eq!(ids, rows.iter().map(|row| row.0.clone()).collect::<Vec<_>>());
    }
}

#[test]
fn an_empty_file_has_no_rows() {
    for text in ["", "\n\r\n", "\u{FEFF}"] {
        assert_eq!(read(text.as_bytes()).1.rows, 0);
    }
    assert!(cut(b"", 4).is_empty());
}

#[test]
fn a_source_that_breaks_off_says_after_which_line() {
    struct Broken(usize);
    impl std::io::Read for Broken {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            self.0 += 1;
            if self.0 > 2 {
                return Err(std::io::Error::new(std::io::ErrorKind::UnexpectedEof, "corrupt deflate stream"));
            }
            let line = format!("{}\n", gdelt(&[]));
            buffer[..line.len()].copy_from_slice(line.as_bytes());
            Ok(line.len())
        }
    }
    let error = events::read(std::io::BufReader::new(Broken(0)), |_| {}).unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot read on after line 2: corrupt deflate stream\nhint: the file may be cut short or its compression damaged; fetch it again"
    );
}

#[test]
fn mentions_are_rows_of_their_own() {
    let cells = [
        (0, "1100000001"),
        (1, "20220106101500"),
        (2, "20220107000000"),
        (3, "1"),
        (4, "example.org"),
        (5, "https://example.org/b"),
        (6, "3"),
        (11, "40"),
        (12, "5402"),
        (13, "-0.5"),
        (14, "srclc:rus;eng:Moses 2.1.1"),
    ];
    let good = tabbed(16, &cells);
    let bad_time = tabbed(16, &[&cells[..], &[(2, "20220107")]].concat());
    let bad_tone = tabbed(14, &[&cells[..10], &[(13, "low")]].concat());
    let text = format!("GLOBALEVENTID\tEventTimeDate\n{good}\r\n{bad_time}\n1\t2\n{bad_tone}\n");
    let mut rows = Vec::new();
    let tally = gdelt_mentions::read(text.as_bytes(), |row| {
        rows.push((row.event.to_owned(), row.seen, row.confidence, row.tone, row.translation.to_owned()))
    });
    let tally = tally.unwrap();
    let seen = date(2022, 1, 7).at(0, 0, 0, 0);
    assert_eq!(rows[0], ("1100000001".to_owned(), seen, Some(40), Some(-0.5), "srclc:rus;eng:Moses 2.1.1".to_owned()));
    assert_eq!(rows[1], ("1100000001".to_owned(), seen, Some(40), None, String::new()));
    assert_eq!((tally.rows, tally.taken, tally.left_out()), (4, 2, 2));
    assert_eq!(tally.skipped["event time or mention time is none (YYYYMMDDHHMMSS)"].line, 3);
    assert_eq!(tally.flawed["tone is no number"].example, "low");
}
