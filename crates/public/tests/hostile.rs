//! Whatever the bytes are, no reader panics, and every data line is accounted for.

mod common;

use mizan_public::votes::Calls;
use mizan_public::{Error, Tally, comtrade, cut, dyads, eurostat, gdelt, gdelt_mentions, icews, indicator, kazakh_trade, polecat, votes};
use proptest::prelude::*;

type Reader = fn(&[u8]) -> (u64, Result<Tally, Error>);

/// A reader that counts the rows it was given.
macro_rules! counting {
    ($read:path) => {
        |bytes| {
            let mut rows = 0;
            let tally = $read(bytes, |_: &_| rows += 1);
            (rows, tally)
        }
    };
}

/// Every reader, with a header that its format begins with.
const READERS: [(&str, Reader); 12] = [
    ("", counting!(gdelt::read)),
    ("", counting!(gdelt_mentions::read)),
    (
        "Event ID\tEvent Date\tSource Name\tSource Country\tCAMEO Code\tTarget Name\tTarget Country\tSource Sectors\tLatitude\n",
        counting!(icews::read),
    ),
    (
        "Event ID\tEvent Date\tEvent Type\tActor Name\tActor Country\tRecipient Name\tRecipient Country\tQuad Code\tRecipient COW\n",
        counting!(polecat::read),
    ),
    ("folder,REPORTER,PARTNER,PRODUCT,FLOW,month,v\n", counting!(eurostat::read)),
    ("DATAFLOW,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n", counting!(eurostat::read)),
    ("refYear,reporterISO,flowCode,partnerISO,cmdCode,primaryValue\n", counting!(comtrade::read)),
    ("file,year,partner_ru,turnover_kusd,export_kusd,import_kusd\n", counting!(kazakh_trade::read)),
    ("Date,Resolution,KAZAKHSTAN,RUSSIAN FEDERATION,nobody\n", counting!(votes::read)),
    ("rcid,ccode,vote,date\n", counting!(votes::read)),
    ("date,a,b,net_edge\n", counting!(dyads::read)),
    ("indicator,reporter,start,value,end,partner\n", counting!(indicator::read)),
];

fn check(rows: u64, tally: &Tally) -> Result<(), TestCaseError> {
    prop_assert_eq!(tally.taken + tally.left_out(), tally.rows);
    prop_assert_eq!(tally.given, rows);
    prop_assert!(tally.rows <= tally.lines);
    Ok(())
}

/// Cells that some format knows.
const KNOWN: [&str; 30] = [
    "KAZ",
    "Kazakhstan",
    "Россия",
    "705",
    "KZ",
    "EU27_2020",
    "20220105",
    "2022-01-05",
    "2022-01",
    "2022",
    "20220106101500",
    "046",
    "CONSULT",
    "EXPORT",
    "2",
    "Y",
    "A",
    "-1.5",
    "1e400",
    "NA",
    "None",
    "",
    "\"",
    "\"a,b\"",
    "NaN",
    "Всего",
    "в том числе",
    "RUS;BLR",
    "\u{FEFF}",
    "TOTAL",
];

/// Cells that some format knows, and some that none does.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![4 => prop::sample::select(&KNOWN[..]).prop_map(str::to_owned), 1 => ".{0,6}", 1 => "[0-9]{0,15}"]
}

fn lines(delimiter: &'static str, width: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let line = prop::collection::vec(cell(), width).prop_map(move |cells| cells.join(delimiter));
    prop::collection::vec(line, 0..12).prop_map(|lines| lines.join("\n"))
}

/// A GDELT event with some cells replaced.
fn gdelt_line() -> impl Strategy<Value = String> {
    prop::collection::vec((0..61_usize, cell()), 0..5).prop_map(|changes| {
        let changes: Vec<(usize, &str)> = changes.iter().map(|(at, cell)| (*at, cell.as_str())).collect();
        common::gdelt(&changes)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), with_header in any::<bool>()) {
        for (header, read) in READERS {
            let mut input = if with_header { header.as_bytes().to_vec() } else { Vec::new() };
            input.extend_from_slice(&bytes);
            let (rows, tally) = read(&input);
            if let Ok(tally) = tally {
                check(rows, &tally)?;
            }
        }
        let _ = Calls::read(&bytes[..]);
    }

    #[test]
    fn lines_of_likely_cells_are_all_accounted_for(tabs in lines("\t", 0..18), commas in lines(",", 0..9), crlf in any::<bool>()) {
        for (at, (header, read)) in READERS.into_iter().enumerate() {
            let body = if at < 4 { &tabs } else { &commas };
            let text = if crlf { format!("{header}{body}").replace('\n', "\r\n") } else { format!("{header}{body}") };
            let (rows, tally) = read(text.as_bytes());
            match tally {
                Ok(tally) => {
                    check(rows, &tally)?;
                    if at < 4 {
                        // A byte order mark counts as one only at the very start.
                        let lines = text.strip_prefix('\u{FEFF}').unwrap_or(&text).lines();
                        let data = lines.filter(|line| !line.trim_ascii().is_empty() && *line != header.trim_end()).count();
                        prop_assert_eq!(tally.rows, data as u64, "{}", text);
                    }
                }
                Err(error) => prop_assert!(header.is_empty(), "{error}"),
            }
        }
    }

    #[test]
    fn events_cut_in_parts_are_the_events_of_the_whole(lines in prop::collection::vec(gdelt_line(), 0..12), parts in 1..6_usize) {
        let text = lines.join("\n");
        let mut whole = Vec::new();
        let tally = gdelt::read(text.as_bytes(), |row| whole.push(row.id.to_owned())).unwrap();
        check(whole.len() as u64, &tally)?;
        let (mut joined, mut ids) = (Tally::default(), Vec::new());
        for part in cut(text.as_bytes(), parts) {
            joined.append(gdelt::read(part, |row| ids.push(row.id.to_owned())).unwrap());
        }
        prop_assert_eq!(ids, whole);
        // A byte order mark counts as one only at the very start.
        prop_assert_eq!((joined.rows, joined.lines), (tally.rows, tally.lines));
    }
}
