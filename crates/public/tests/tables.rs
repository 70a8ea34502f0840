//! Tables of indicators.

use jiff::civil::date;
use mizan_public::votes::Calls;
use mizan_public::{Error, IndicatorRow, Tally, comtrade, dyads, eurostat, indicator, kazakh_trade, votes};

/// A row as text, shorter to write down: `indicator reporter>partner key start..end value text unit [version] flag`.
fn short(row: &IndicatorRow<'_>) -> String {
    let partner = row.partner.map_or(String::new(), |partner| format!(">{partner}"));
    let value = row.value.map_or("-".to_owned(), |value| value.to_string());
    let IndicatorRow { indicator, reporter, key, start, end, text, unit, version, flag, .. } = row;
    format!("{indicator} {reporter}{partner} {key} {start}..{end} {value} {text} {unit} [{version}] {flag}")
}

/// The rows and the account of a reader.
macro_rules! rows {
    ($read:path, $text:expr) => {{
        let mut rows = Vec::new();
        let text: &str = $text;
        let tally: Result<Tally, Error> = $read(text.as_bytes(), |row: &IndicatorRow<'_>| rows.push(short(row)));
        tally.map(|tally| (rows, tally))
    }};
}

#[test]
fn eurostat_s_long_table_has_labels() {
    let text = "folder,REPORTER,PARTNER,PRODUCT,FLOW,month,v\n\
        a,\"Spain (incl. Canary Islands 'XB' from 1997)\",Kazakhstan,Total,EXPORT,2022-03,12.5\n\
        a,\"European Union - 27 countries (AT, BE, BG)\",Russian Federation (Russia),TOTAL-Total,2-EXPORT,202203-Mar. 2022,7\n\
        b,\"Euro area (AT-01/1999, BE-01/1999)\",Kyrgyzstan,27-MINERAL FUELS,1-IMPORT,2022-03,:\n\
        b,Spain,Ruritania,Total,EXPORT,2022-03,1\n\
        b,Spain,Armenia,Total,TRANSIT,2022-03,1\n\
        b,Spain,Armenia,Total,EXPORT,spring,1\n\
        b,Spain,Armenia,Total,EXPORT,2022-03,many\n";
    let (rows, tally) = rows!(eurostat::read, text).unwrap();
    assert_eq!(
        rows,
        [
            "exports ESP>KAZ TOTAL 2022-03-01..2022-03-31 12.5  EUR [a] ",
            "exports EU27_2020>RUS TOTAL 2022-03-01..2022-03-31 7  EUR [a] ",
            "imports EA>KGZ 27 2022-03-01..2022-03-31 -  EUR [b] ",
        ]
    );
    assert_eq!((tally.rows, tally.taken, tally.left_out()), (7, 3, 4));
    assert_eq!(tally.skipped["partner has no code in our tables"].line, 5);
    assert_eq!(tally.unmapped[&("country (English name)", "Ruritania".to_owned())], 1);
    assert_eq!(tally.skipped["flow is neither export nor import"].line, 6);
    assert_eq!(tally.skipped["period is no day, week, month, quarter or year"].line, 7);
    assert_eq!(tally.skipped["value is no number"].line, 8);
}

#[test]
fn eurostat_s_own_csv_has_codes() {
    let text = "\u{FEFF}DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\r\n\
        ESTAT:DS-045409(1.0),15/05/24,M,EL,KZ,27,2,VALUE_IN_EUROS,2022-03,100,e\r\n\
        ESTAT:DS-045409(1.0),15/05/24,M,EU27_2020,UK,TOTAL,1,QUANTITY_IN_100KG,2022-03,,c\r\n\
        ESTAT:DS-045409(1.0),15/05/24,A,DE,WORLD,TOTAL,1,VALUE_IN_EUROS,2022,5,\r\n\
        ESTAT:DS-045409(1.0),15/05/24,M,DE,QQ,TOTAL,1,VALUE_IN_EUROS,2022-03,5,\r\n\
        ESTAT:DS-045409(1.0),15/05/24,M,DE,KZ,TOTAL,1,PRICE,2022-03,5,\r\n";
    let (rows, tally) = rows!(eurostat::read, text).unwrap();
    assert_eq!(
        rows,
        [
            "exports GRC>KAZ 27 2022-03-01..2022-03-31 100  EUR [ESTAT:DS-045409(1.0)] e",
            "imports-quantity EU27_2020>GBR TOTAL 2022-03-01..2022-03-31 -  100 kg [ESTAT:DS-045409(1.0)] c",
            "imports DEU>WLD TOTAL 2022-01-01..2022-12-31 5  EUR [ESTAT:DS-045409(1.0)] ",
        ]
    );
    assert_eq!(tally.unmapped[&("country (Eurostat)", "QQ".to_owned())], 1);
    assert_eq!(tally.skipped["measure is neither a value nor a quantity that we know"].line, 6);
}

#[test]
fn comtrade_has_old_and_new_names() {
    let old = "Classification,Year,Period,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Trade Value (US$),Flag\n\
        H5,2022,2022,2,Export,398,Kazakhstan,KAZ,643,Russian Federation,RUS,TOTAL,8780000000,0\n\
        H5,2022,202203,1,Import,842,USA,,0,World,WLD,27,5,4\n\
        H5,2022,2022,9,Transit,398,Kazakhstan,KAZ,643,Russian Federation,RUS,TOTAL,1,0\n";
    let (rows, tally) = rows!(comtrade::read, old).unwrap();
    assert_eq!(
        rows,
        ["exports KAZ>RUS TOTAL 2022-01-01..2022-12-31 8780000000  USD [H5] 0", "imports USA>WLD 27 2022-03-01..2022-03-31 5  USD [H5] 4"]
    );
    assert_eq!(tally.skipped["flow is none of export, import, re-export, re-import"].line, 4);

    let new = "refYear,reporterISO,flowCode,partnerISO,partner2Code,classificationCode,cmdCode,customsCode,motCode,primaryValue\n\
        2022,KAZ,X,W00,0,H6,TOTAL,C00,0,84.5,\n\
        2022,KAZ,RX,S19,0,H6,TOTAL,C00,0,1,\n\
        2022,KAZ,X,RUS,0,H6,TOTAL,C00,2100,3\n\
        2022,KAZ,M,Q99,0,H6,TOTAL,C00,0,3\n\
        2022,KAZ,M,RUS,0,H6,TOTAL,C00,0,\n\
        20x2,KAZ,M,RUS,0,H6,TOTAL,C00,0,1\n";
    let (rows, tally) = rows!(comtrade::read, new).unwrap();
    assert_eq!(
        rows,
        ["exports KAZ>WLD TOTAL 2022-01-01..2022-12-31 84.5  USD [H6] ", "re-exports KAZ>S19 TOTAL 2022-01-01..2022-12-31 1  USD [H6] "]
    );
    assert_eq!((tally.rows, tally.taken), (6, 2));
    assert_eq!(tally.skipped["part of a total by customs procedure, means of transport or second partner"].line, 4);
    assert_eq!(tally.skipped["partner has no code in our tables"].line, 5);
    assert_eq!(tally.skipped["value is no number"].line, 6);
    let error = rows!(comtrade::read, "Year,Reporter ISO\n").unwrap_err().to_string();
    assert!(error.contains("`partnerISO` or `Partner ISO`, `flowCode`"), "{error}");
}

#[test]
fn kazakhstan_s_table_has_partners_between_titles_and_subtotals() {
    let text = "file,year,partner_ru,turnover_kusd,export_kusd,import_kusd\n\
        s.xls,2022,Основные показатели внешней торговли Республики Казахстан,,,\n\
        s.xls,2022,за  2022 год,,,\n\
        s.xls,2022,Всего,135.5,84.6,50.9\n\
        s.xls,2022,\"Всего\nв том числе\",135.5,84.6,50.9\n\
        s.xls,2022,Страны СНГ,37.1,15.6,21.5\n\
        s.xls,2022,\"Молдова, Республика\",3,1,2\n\
        s.xls,2022,антигуа И БАРБУДА,5,,5\n\
        s.xls,2022,Россия,27,9,около 18\n\
        s.xls,2022,Руритания,1,1,0\n\
        s.xls,22,Россия,1,1,0\n\
        s.xls,2022,Кипр,,-,\n";
    let (rows, tally) = rows!(kazakh_trade::read, text).unwrap();
    let year = "2022-01-01..2022-12-31";
    let expected = [
        ("turnover", "MDA", "3"),
        ("exports", "MDA", "1"),
        ("imports", "MDA", "2"),
        ("turnover", "ATG", "5"),
        ("imports", "ATG", "5"),
        ("turnover", "RUS", "27"),
        ("exports", "RUS", "9"),
    ];
    assert_eq!(
        rows,
        expected.map(|(indicator, partner, value)| format!("{indicator} KAZ>{partner}  {year} {value}  thousand USD [s.xls] "))
    );
    assert_eq!((tally.rows, tally.taken, tally.given, tally.blank), (11, 3, 7, 1));
    let skipped: Vec<(&str, u64, u64)> = tally.skipped.iter().map(|(reason, seen)| (*reason, seen.count, seen.line)).collect();
    let expected = [
        ("no figure that is a number", 1, 13),
        ("partner has no code in our tables", 1, 11),
        ("row with “в том числе” (of which), no partner", 1, 5),
        ("subtotal of a group of partners", 2, 4),
        ("title row", 2, 2),
        ("year is none", 1, 12),
    ];
    assert_eq!(skipped, expected);
    assert_eq!(tally.flawed["figure is no number"].example, "около 18");
}

#[test]
fn wide_roll_calls_have_a_column_for_each_state() {
    let text = "Date,Resolution,Title,KAZAKHSTAN,ZAIRE,DEMOCRATIC REPUBLIC OF THE CONGO, UNITED STATES,UNITED STATES,TKAZAKHSTAN,y\n\
        2021-12-06,A/RES/76/27,\"Nuclear danger, reduced\",Y,,A,,N,,2021\n\
        2011,A/RES/66/1,t,X,,,Y,N,Y,2011\n\
        1990-01-02,A/RES/44/1,t,,Q,,,,,1990\n\
        someday,A/RES/44/2,t,Y,,,,,,1990\n\
        1990-01-02,,t,Y,,,,,,1990\n";
    let (rows, tally) = rows!(votes::read, text).unwrap();
    assert_eq!(
        rows,
        [
            "vote COD A/RES/76/27 2021-12-06..2021-12-06 - abstain  [] ",
            "vote KAZ A/RES/76/27 2021-12-06..2021-12-06 - yes  [] ",
            "vote USA A/RES/76/27 2021-12-06..2021-12-06 - no  [] ",
            "vote KAZ A/RES/66/1 2011-01-01..2011-12-31 - absent  [] ",
        ]
    );
    assert_eq!((tally.rows, tally.taken, tally.given, tally.blank), (5, 3, 4, 3));
    assert_eq!(tally.flawed["two columns of one state hold different votes"].line, 3);
    assert_eq!(tally.flawed["vote is none of Y, N, A, X"].example, "Q");
    assert_eq!(tally.unmapped[&("country (English name)", "TKAZAKHSTAN".to_owned())], 1);
    assert_eq!(tally.skipped["date is no day or year"].line, 5);
    assert_eq!(tally.skipped["resolution is empty"].line, 6);
}

#[test]
fn long_roll_calls_take_their_dates_from_a_column_or_a_table() {
    let dated = "rcid,ccode,vote,year\n7,705,1,2014\n7,365,3,2014\n7,2,8,2014\n7,345,9,2014\n7,999,1,2014\n7,705,4,2014\n,705,1,2014\n";
    let (rows, tally) = rows!(votes::read, dated).unwrap();
    let period = "2014-01-01..2014-12-31";
    assert_eq!(
        rows,
        [("KAZ", "yes"), ("RUS", "no"), ("USA", "absent")].map(|(state, vote)| format!("vote {state} 7 {period} - {vote}  [7] "))
    );
    assert_eq!((tally.rows, tally.taken, tally.left_out()), (7, 3, 4));
    assert_eq!(tally.skipped["no member at the time"].line, 5);
    assert_eq!(tally.unmapped[&("country (COW)", "999".to_owned())], 1);

    let plain = "rcid,country,country_code,vote\n7,Kazakhstan,KZ,abstain\n8,Namibia,NA,yes\n9,Kazakhstan,KZ,yes\n";
    let error = rows!(votes::read, plain).unwrap_err().to_string();
    assert!(error.starts_with("line 1 names no column `date` or `year`"), "{error}");
    let (calls, told) = Calls::read(&b"rcid,session,date,unres\n7,68,2014-03-27,R/68/262\n8,68,2014-03-28,\n9,68,never,R/1\n"[..]).unwrap();
    assert_eq!((told.taken, told.skipped["date is no day or year"].line), (2, 4));
    let mut rows = Vec::new();
    let tally = votes::read_with(plain.as_bytes(), &calls, |row| {
        rows.push((row.reporter.to_owned(), row.key.to_owned(), row.start, row.text.to_owned()))
    });
    assert_eq!(rows[0], ("KAZ".to_owned(), "R/68/262".to_owned(), date(2014, 3, 27), "abstain".to_owned()));
    assert_eq!(rows[1], ("NAM".to_owned(), "8".to_owned(), date(2014, 3, 28), "yes".to_owned()));
    assert_eq!(tally.unwrap().skipped["roll call is in no table of roll calls"].line, 4);
}

#[test]
fn dyads_are_kept_as_printed() {
    let (rows, tally) =
        rows!(dyads::read, "date,a,b,net_edge\n20180101,KAZ,RUS,-7.9589\n20180101,KAZ,XQX,1\n20181301,KAZ,RUS,1\n20180101,KAZ,RUS,\n")
            .unwrap();
    assert_eq!(rows, ["net-tone KAZ>RUS  2018-01-01..2018-01-01 -7.9589   [] "]);
    assert_eq!((tally.rows, tally.taken, tally.left_out()), (4, 1, 3));
    assert_eq!(tally.unmapped[&("country (CAMEO)", "XQX".to_owned())], 1);
}

#[test]
fn a_plain_table_of_indicators_may_have_any_order_and_delimiter() {
    let text = "Value;Start;Reporter;Indicator;Partner;Unit;Key;Text;End\n\
        84.6;2022-Q1;KAZ;exports;RU;USD;\"27; fuels\";;\n\
        ;2022;Казахстан;member;CSTO;;;yes;2023-06\n\
        1,5;2022;KAZ;exports;;;;;\n\
        1;2022;KAZ;;;;;;\n\
        1;2022;;exports;;;;;\n\
        1;2022;KAZ;exports;;;;;2021\n";
    let (rows, tally) = rows!(indicator::read, text).unwrap();
    assert_eq!(
        rows,
        ["exports KAZ>RUS 27; fuels 2022-01-01..2022-03-31 84.6  USD [] ", "member KAZ>CSTO  2022-01-01..2023-06-30 - yes  [] "]
    );
    assert_eq!((tally.rows, tally.taken), (6, 2));
    let reasons: Vec<&str> = tally.skipped.keys().copied().collect();
    assert_eq!(reasons, ["end lies before start", "indicator is empty", "reporter is empty", "value is no number"]);
    assert_eq!(tally.unmapped[&("actor (any code or name)", "CSTO".to_owned())], 1);
    assert_eq!(tally.absent.into_iter().collect::<Vec<_>>(), ["dataset"]);
}

#[test]
fn bytes_that_are_no_text_are_counted_in_tables_too() {
    let mut rows = 0;
    let tally = indicator::read(&b"indicator,reporter,start,value,unit\nexports,KAZ,2022,1,\xFF\n"[..], |row| {
        assert_eq!(row.unit, "\u{FFFD}");
        rows += 1;
    });
    assert_eq!((rows, tally.unwrap().flawed["bytes that are not UTF-8, shown as U+FFFD"].line), (1, 2));
}

type Reader = fn(&str) -> Result<Tally, Error>;

#[test]
fn an_empty_table_and_a_foreign_one_are_errors() {
    let readers: [(&str, Reader); 6] = [
        ("a Eurostat trade table", |text| eurostat::read(text.as_bytes(), |_| {})),
        ("a UN Comtrade table", |text| comtrade::read(text.as_bytes(), |_| {})),
        ("Kazakhstan's trade by partner", |text| kazakh_trade::read(text.as_bytes(), |_| {})),
        ("a table of roll calls", |text| votes::read(text.as_bytes(), |_| {})),
        ("a table of GDELT dyads", |text| dyads::read(text.as_bytes(), |_| {})),
        ("a table of indicators", |text| indicator::read(text.as_bytes(), |_| {})),
    ];
    for (name, read) in readers {
        assert!(matches!(read("\r\n"), Err(Error::Empty { format }) if format == name), "{name}");
        assert!(matches!(read("<html>,oops\n"), Err(Error::MissingColumns { format, .. }) if format == name), "{name}");
    }
}
