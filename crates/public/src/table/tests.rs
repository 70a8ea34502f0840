use super::*;
use proptest::prelude::*;

/// The records of a table with the columns `a`, `b`, `c`, and its tally.
fn records(text: &[u8]) -> (Vec<[String; 3]>, Tally) {
    let mut out = Vec::new();
    let columns = |header: &mut Header| ["a", "b", "c"].map(|name| header.need(&[name]));
    let tally = read(text, "a test", columns, |_, _, cells, columns| {
        out.push(columns.map(|at| cells.get(at).to_owned()));
        Outcome::Given(1)
    });
    (out, tally.unwrap())
}

#[test]
fn cells_may_hold_commas_quotes_and_line_breaks() {
    let (out, tally) = records(b"a,b,c\r\n\"x, y\",\"say \"\"no\"\"\",\"one\r\n\r\ntwo\"\r\n\r\n1,5\" pipe,3\r\n");
    assert_eq!(out, [["x, y", "say \"no\"", "one\n\ntwo"], ["1", "5\" pipe", "3"]]);
    assert_eq!((tally.rows, tally.taken, tally.lines), (2, 2, 6));
}

#[test]
fn columns_are_found_by_name_and_the_delimiter_by_the_header() {
    let (out, _) = records("\u{FEFF}C;x;A;B\n3;-;1;\"2;2\"\n".as_bytes());
    assert_eq!(out, [["1", "2;2", "3"]]);
    let (out, _) = records(b"a\tb\tc\n1\t2,2\t3\n");
    assert_eq!(out, [["1", "2,2", "3"]]);
}

#[test]
fn a_record_has_as_many_cells_as_the_header_but_for_empty_ones_behind() {
    let (out, tally) = records(b"a,b,c\n1,2\n1,2,3,,\n1,2,3,4\n");
    assert_eq!(out, [["1", "2", "3"]]);
    assert_eq!((tally.skipped[TOO_FEW].line, tally.skipped[TOO_MANY].line), (2, 4));
}

#[test]
fn a_quote_left_open_costs_its_own_line_and_no_other() {
    let mut text = String::from("a,b,c\n1,\"2,3\n");
    text.push_str(&"4,5,6\n".repeat(40));
    let (out, tally) = records(text.as_bytes());
    assert_eq!(out.len(), 40);
    assert_eq!((tally.rows, tally.skipped[NOT_CLOSED].count, tally.skipped[NOT_CLOSED].line), (41, 1, 2));
    let (out, tally) = records(b"a,b,c\n1,2,\"3\n4,5,6");
    assert_eq!((out.len(), tally.skipped[NOT_CLOSED].example.as_str()), (1, "1,2,\"3"));
}

#[test]
fn an_empty_table_is_told_as_such() {
    for text in ["", "\n", "\u{FEFF}", "\r\n \n"] {
        let result = read(text.as_bytes(), "a test", |_| (), |_, _, _, _: &()| Outcome::Given(1));
        assert!(matches!(result, Err(Error::Empty { format: "a test" })), "{text:?}");
    }
    let open = read(&b"\"a,b\n1,2\n"[..], "a test", |header| header.need(&["a"]), |_, _, _, _| Outcome::Given(1));
    assert!(matches!(open, Err(Error::MissingColumns { .. })));
}

proptest! {
    #[test]
    fn well_formed_records_are_read_as_the_csv_crate_reads_them(rows in prop::collection::vec(prop::array::uniform3("[a-cя,\"\n ;]{0,6}"), 0..20)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["a", "b", "c"]).unwrap();
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        let text = writer.into_inner().unwrap();
        // A record of three blank cells is written as a line with commas, so that it is no empty line.
        let (out, tally) = records(&text);
        let expected: Vec<[String; 3]> = rows.iter().map(|row| row.clone().map(|cell| cell.trim().to_owned())).collect();
        prop_assert_eq!(out, expected);
        prop_assert_eq!(tally.rows, rows.len() as u64);
    }

    #[test]
    fn lines_are_accounted_for_whatever_they_hold(text in "[a-c,\"\n]{0,300}") {
        let (out, tally) = records(format!("a,b,c\n{text}").as_bytes());
        prop_assert_eq!(out.len() as u64, tally.taken);
        prop_assert_eq!(tally.taken + tally.left_out(), tally.rows);
    }
}
