//! The readers against real files, where the folder of shared data is there: counts and cells, compared with what the files themselves say
//! when they are taken apart in another way.

mod pickle;

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::PathBuf;

use jiff::civil::date;
use mizan_public::{Tally, dyads, eurostat, gdelt, gdelt_mentions, icews, kazakh_trade, votes};

/// The bytes of a file of the folder, unpacked when it is packed; `None`, with a line that says so, where there is no such folder.
fn shared(path: &str) -> Option<Vec<u8>> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(path);
    let Ok(bytes) = std::fs::read(&file) else {
        // Straight to the stream, past the test harness, which would keep the words of a test that passes to itself.
        let _ = writeln!(std::io::stderr(), "skipped: {} is not there, so nothing was compared with it", file.display());
        return None;
    };
    if !path.ends_with(".gz") {
        return Some(bytes);
    }
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut unpacked).unwrap();
    Some(unpacked)
}

fn sound(tally: &Tally) {
    assert_eq!(tally.taken + tally.left_out(), tally.rows);
}

/// A sample of GDELT as a tab-separated file without header, and its columns.
fn sample(name: &str, leave: &[&str]) -> Option<(String, BTreeMap<String, Vec<String>>, usize)> {
    let bytes = shared(&format!("gdelt-sample/{name}.gz"))?;
    let (mut order, columns) = pickle::columns(&bytes);
    order.retain(|name| !leave.contains(&name.as_str()));
    let count = columns["GLOBALEVENTID"].len();
    let line = |row: usize| order.iter().map(|name| columns[name][row].as_str()).collect::<Vec<_>>().join("\t");
    let text = (0..count).map(line).collect::<Vec<_>>().join("\n");
    Some((text, columns, count))
}

fn number(cell: &str) -> Option<f64> {
    cell.parse().ok()
}

#[test]
fn gdelt_samples_agree_cell_by_cell() {
    for (name, set) in [("events1samp", "gdelt-1.0"), ("events2samp", "gdelt-2.0"), ("events2Transsamp", "gdelt-2.0")] {
        // The samples have a column more than GDELT, the description of the code.
        let Some((text, columns, count)) = sample(name, &["CAMEOCodeDescription"]) else { return };
        let mut at = 0;
        let tally = gdelt::read(text.as_bytes(), |row| {
            let cell = |column: &str| columns[column][at].as_str();
            assert_eq!((row.set, row.id), (set, cell("GLOBALEVENTID")));
            assert_eq!(format!("{}", row.date).replace('-', ""), cell("SQLDATE"));
            assert_eq!(row.cameo, cell("EventCode"));
            assert_eq!(row.intensity, number(cell("GoldsteinScale")));
            assert_eq!(row.tone, number(cell("AvgTone")));
            assert_eq!(row.mentions.map(f64::from), number(cell("NumMentions")));
            assert_eq!(row.sources.map(f64::from), number(cell("NumSources")));
            assert_eq!(row.articles.map(f64::from), number(cell("NumArticles")));
            assert_eq!((row.source.name, row.source.code), (cell("Actor1Name"), cell("Actor1Code")));
            assert_eq!((row.target.name, row.target.code), (cell("Actor2Name"), cell("Actor2Code")));
            assert_eq!((row.source.country, row.target.country), (cell("Actor1CountryCode"), cell("Actor2CountryCode")));
            assert_eq!((row.source.sectors, row.target.sectors), (cell("Actor1Type1Code"), cell("Actor2Type1Code")));
            assert_eq!((row.place.name, row.url), (cell("ActionGeo_FullName"), cell("SOURCEURL")));
            assert_eq!(row.place.country.is_empty(), cell("ActionGeo_CountryCode").is_empty());
            assert_eq!((row.place.latitude, row.place.longitude), (number(cell("ActionGeo_Lat")), number(cell("ActionGeo_Long"))));
            at += 1;
        });
        let tally = tally.unwrap();
        sound(&tally);
        assert_eq!((tally.rows, tally.taken, at), (count as u64, count as u64, count), "{name}");
        assert!(tally.flawed.is_empty(), "{:?}", tally.flawed);
        // All that has no class are statements and appeals, as the table says.
        assert!(
            tally.unmapped.keys().all(|(scheme, code)| *scheme == "event (CAMEO)" && (code.starts_with("01") || code.starts_with("02")))
        );
    }
}

#[test]
fn gdelt_mentions_agree_cell_by_cell() {
    let Some((text, columns, count)) = sample("mentionssamp", &[]) else { return };
    let mut at = 0;
    let tally = gdelt_mentions::read(text.as_bytes(), |row| {
        let cell = |column: &str| columns[column][at].as_str();
        assert_eq!((row.event, row.outlet, row.url), (cell("GLOBALEVENTID"), cell("MentionSourceName"), cell("MentionIdentifier")));
        assert_eq!((row.confidence.map(f64::from), row.tone), (number(cell("Confidence")), number(cell("MentionDocTone"))));
        assert_eq!(row.first.strftime("%Y%m%d%H%M%S").to_string(), cell("EventTimeDate"));
        at += 1;
    });
    assert_eq!((tally.unwrap().taken, at), (count as u64, count));
}

#[test]
fn an_icews_file_agrees_cell_by_cell() {
    let Some(bytes) = shared("icews-sample/inst/extdata/events.2018.sample.tab") else { return };
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let said = |cell: &str| if cell == "NA" { String::new() } else { cell.to_owned() };
    let mut at = 0;
    let tally = icews::read(text.as_bytes(), |row| {
        let cells = &lines[at];
        assert_eq!((row.id, row.date.to_string().as_str(), row.cameo), (cells[0], cells[1], cells[6]));
        assert_eq!((row.source.name, row.target.name), (cells[2], cells[8]));
        assert_eq!((row.source.code.to_owned(), row.target.code.to_owned()), (said(cells[4]), said(cells[10])));
        assert_eq!((row.source.country.is_empty(), row.target.country.is_empty()), (cells[4] == "NA", cells[10] == "NA"));
        assert_eq!((row.intensity, row.story, row.outlet), (number(cells[7]), cells[11], said(cells[13]).as_str()));
        assert_eq!((row.place.latitude, row.place.longitude), (number(cells[18]), number(cells[19])));
        at += 1;
    });
    let tally = tally.unwrap();
    assert_eq!((tally.rows, tally.taken, at), (3_705, 3_705, 3_705));
    // Every country of the file is known; of the sector words only peoples are not.
    let schemes: Vec<&str> = tally.unmapped.keys().map(|(scheme, _)| *scheme).collect();
    assert!(schemes.iter().all(|scheme| ["event (CAMEO)", "sector (ICEWS)"].contains(scheme)), "{:?}", tally.unmapped);
    assert_eq!(schemes.iter().filter(|scheme| **scheme == "sector (ICEWS)").count(), 8);
}

#[test]
fn exports_of_the_union_are_those_published() {
    let Some(bytes) = shared("trade/derived_eurostat_monthly_long.csv") else { return };
    let mut sums: BTreeMap<(String, String, i16), f64> = BTreeMap::new();
    let mut given = 0;
    let tally = eurostat::read(&bytes[..], |row| {
        given += 1;
        if row.reporter == "EU27_2020" && row.indicator == "exports" {
            let key = (row.version.to_owned(), row.partner.unwrap_or("").to_owned(), row.start.year());
            *sums.entry(key).or_default() += row.value.unwrap_or(0.0);
        }
    });
    let tally = tally.unwrap();
    assert_eq!((tally.rows, tally.taken, given), (16_152, 16_152, 16_152));
    assert!(tally.unmapped.is_empty() && tally.flawed.is_empty(), "{tally:?}");
    let billion = |version: &str, partner: &str, year| {
        let sum = sums[&(version.to_owned(), partner.to_owned(), year)];
        (sum / 1e7).round() / 100.0
    };
    // The folder of Kazakhstan stands in the file twice, under two spellings.
    for folder in ["kazahstan_export_eurostat", "kazakhstan_export_eurostat"] {
        assert_eq!([2021, 2022, 2023].map(|year| billion(folder, "KAZ", year)), [5.49, 10.35, 12.11]);
    }
    assert_eq!([2021, 2022, 2023].map(|year| billion("russia_export_eurostat", "RUS", year).round()), [89.0, 55.0, 38.0]);
    assert_eq!([2021, 2022, 2023].map(|year| billion("kyrgyz_export_eurostat", "KGZ", year)), [0.26, 1.17, 2.73]);
}

#[test]
fn kazakhstan_s_trade_has_its_partners_and_no_subtotals() {
    let Some(bytes) = shared("trade/derived_kz_stat_trade_by_partner.csv") else { return };
    let mut rows = BTreeMap::new();
    let tally = kazakh_trade::read(&bytes[..], |row| {
        rows.insert(
            (row.version.to_owned(), row.start.year(), row.partner.unwrap_or("").to_owned(), row.indicator.to_owned()),
            row.value.unwrap(),
        );
    });
    let tally = tally.unwrap();
    sound(&tally);
    assert!(tally.unmapped.is_empty(), "{:?}", tally.unmapped);
    let reasons: BTreeMap<&str, u64> = tally.skipped.iter().map(|(reason, seen)| (*reason, seen.count)).collect();
    let expected = [("row with “в том числе” (of which), no partner", 1), ("subtotal of a group of partners", 119), ("title row", 20)];
    assert_eq!(reasons, expected.into());
    assert_eq!(tally.rows, 2_061);
    // Sheet of 2022, thousand dollars: exports to Russia 9.09 billion, imports 17.88; the partners add up to the line "Всего".
    let sheet = "Основные показатели внешней торговли по странам_2022.xls";
    let figure = |partner: &str, indicator: &str| rows[&(sheet.to_owned(), 2022, partner.to_owned(), indicator.to_owned())];
    assert_eq!((figure("RUS", "exports"), figure("RUS", "imports")), (9091390.9169, 17880630.52827));
    let total: f64 = rows
        .iter()
        .filter(|((file, year, _, indicator), _)| file == sheet && *year == 2022 && indicator == "turnover")
        .map(|(_, v)| v)
        .sum();
    assert!((total - 135527430.8051).abs() < 1.0, "{total}");
}

#[test]
fn kazakhstan_votes_with_others_as_often_as_published() {
    let Some(bytes) = shared("unvotes/derived_unga_votes_wide.csv.gz") else { return };
    let mut cast: BTreeMap<(i16, String), BTreeMap<String, &'static str>> = BTreeMap::new();
    let mut given = 0;
    let tally = votes::read(&bytes[..], |row| {
        given += 1;
        let text = ["yes", "no", "abstain", "absent"].into_iter().find(|word| *word == row.text).unwrap();
        let year = cast.entry((row.start.year(), row.version.to_owned())).or_default();
        assert!(year.insert(row.reporter.to_owned(), text).is_none(), "{} votes twice", row.reporter);
    });
    let tally = tally.unwrap();
    sound(&tally);
    assert_eq!((tally.rows, tally.taken, tally.given), (5_238, 5_238, given));
    assert!(tally.flawed.is_empty(), "{:?}", tally.flawed);
    // Slips of the file's maker, and two states that the tables leave out.
    assert_eq!(tally.unmapped.values().sum::<u64>(), 65);
    assert_eq!(tally.unmapped[&("country (English name)", "TANGANYIKA".to_owned())], 53);
    let equal = |other: &str, year: i16| {
        let both = cast.iter().filter(|((y, _), _)| *y == year).filter_map(|(_, votes)| Some((votes.get("KAZ")?, votes.get(other)?)));
        share(both.map(|(a, b)| (*a, *b)), "absent")
    };
    assert_eq!([2014, 2015, 2021].map(|year| equal("RUS", year)), [0.671, 0.615, 0.64]);
    assert_eq!([2014, 2015, 2021].map(|year| equal("CHN", year)), [0.855, 0.792, 0.779]);
    assert_eq!([2014, 2015, 2021].map(|year| equal("USA", year)), [0.221, 0.192, 0.212]);
    for (code, name) in [("RUS", "RUSSIAN FEDERATION"), ("CHN", "CHINA"), ("USA", "UNITED STATES")] {
        let pairs = votes_by_year(&bytes, name);
        for (year, votes) in &pairs {
            assert_eq!(equal(code, *year), share(votes.iter().map(|(a, b)| (a.as_str(), b.as_str())), "X"), "{name} {year}");
        }
        assert_eq!(pairs.len(), 30);
    }
}

/// Share of equal votes among roll calls on which both voted, to three digits.
fn share<'a>(votes: impl Iterator<Item = (&'a str, &'a str)>, absent: &str) -> f64 {
    let both: Vec<_> = votes.filter(|(a, b)| *a != absent && *b != absent).collect();
    let same = both.iter().filter(|(a, b)| a == b).count();
    (1_000.0 * same as f64 / both.len() as f64).round() / 1_000.0
}

/// The cells of Kazakhstan and of another column, by year, taken out by the csv crate.
fn votes_by_year(bytes: &[u8], name: &str) -> BTreeMap<i16, Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader.headers().unwrap().clone();
    let [day, one, other] = ["Date", "KAZAKHSTAN", name].map(|name| header.iter().position(|cell| cell == name).unwrap());
    let mut years: BTreeMap<i16, Vec<(String, String)>> = BTreeMap::new();
    for record in reader.records() {
        let record = record.unwrap();
        if !record[one].is_empty() && !record[other].is_empty() {
            years.entry(record[day][..4].parse().unwrap()).or_default().push((record[one].to_owned(), record[other].to_owned()));
        }
    }
    years
}

#[test]
fn dyads_of_gdelt_are_all_taken() {
    let Some(bytes) = shared("gdelt-dyads/derived_dyads_24.csv") else { return };
    let mut first = None;
    let mut pairs = BTreeMap::new();
    let tally = dyads::read(&bytes[..], |row| {
        first.get_or_insert((row.start, row.reporter.to_owned(), row.partner.map(str::to_owned), row.value));
        *pairs.entry((row.reporter.to_owned(), row.partner.map(str::to_owned))).or_insert(0) += 1;
    });
    assert_eq!(first, Some((date(2018, 1, 1), "KAZ".to_owned(), Some("RUS".to_owned()), Some(-7.9589))));
    assert_eq!((tally.unwrap().taken, pairs.len()), (273_169, 276));
}
