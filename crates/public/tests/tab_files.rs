//! ICEWS and POLECAT.

use jiff::civil::date;
use mizan_public::{Error, Tally, cut, icews, polecat};
use mizan_record::{Class, Quad};

const ICEWS: &str = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude";
const VISIT: &str = "501\t2022-01-06\tForeign Affairs (Kazakhstan)\tGovernment,Executive,Foreign Ministry\tKazakhstan\tMake a visit\t042\t1.9\tMilitary (Russia)\tGovernment,Military\tRussian Federation\t900\t2\tThe Example Gazette\tNA\tNA\tMoskva\tRussian Federation\t55.75\t37.61";

#[test]
fn icews_countries_sectors_and_places_are_mapped() {
    let tally = icews::read(format!("{ICEWS}\r\n{VISIT}\r\n").as_bytes(), |row| {
        assert_eq!((row.set, row.line, row.id, row.date), ("icews", 2, "501", date(2022, 1, 6)));
        assert_eq!((row.class, row.cameo, row.kind), (Some(Class::Consult), "042", "Make a visit"));
        assert_eq!((row.quad, row.intensity), (Some(Quad::VerbalCooperation), Some(1.9)));
        assert_eq!((row.source.name, row.source.country, row.source.sector.code()), ("Foreign Affairs (Kazakhstan)", "KAZ", "GOV"));
        assert_eq!((row.target.country, row.target.code, row.target.sector.code()), ("RUS", "Russian Federation", "MIL"));
        assert_eq!(row.target.sectors, "Government,Military");
        assert_eq!((row.story, row.sentence, row.outlet), ("900", Some(2), "The Example Gazette"));
        assert_eq!((row.place.name, row.place.country, row.place.latitude), ("Moskva", "RUS", Some(55.75)));
        assert_eq!((row.reported, row.tone, row.mentions, row.url), (None, None, None, ""));
    });
    assert_eq!(tally.unwrap(), Tally { lines: 2, rows: 1, taken: 1, given: 1, ..Tally::default() });
}

#[test]
fn a_list_of_sectors_has_no_order() {
    let sector = |list: &str| {
        let mut found = None;
        let line = VISIT.replace("Government,Executive,Foreign Ministry", list);
        let tally = icews::read(format!("{ICEWS}\n{line}\n").as_bytes(), |row| found = Some(row.source.sector.code())).unwrap();
        (found.unwrap(), tally.unmapped.len())
    };
    assert_eq!(sector("Parties,Elite,Executive Office,Legislative / Parliamentary,Government"), ("GOV", 0));
    assert_eq!(sector("Government,Legislative / Parliamentary"), ("LEG", 0));
    assert_eq!(sector("Dissident,Criminals / Gangs"), ("", 0));
    assert_eq!(sector("Dissident, Insurgents"), ("REB", 0));
    assert_eq!(sector("Astrologers,Social"), ("CVL", 1));
    assert_eq!(sector("NA"), ("", 0));
}

#[test]
fn icews_rows_that_cannot_be_told_are_left_out() {
    let lines = [
        ICEWS,
        VISIT,
        "502\tshort",
        &VISIT.replace("2022-01-06", "06.01.2022"),
        &VISIT.replace("501", "NA"),
        "",
        &VISIT.replace("042", "010").replace("\tKazakhstan\t", "\tRuritania\t").replace("1.9", "high"),
    ];
    let mut classes = Vec::new();
    let tally = icews::read(lines.join("\n").as_bytes(), |row| classes.push((row.class, row.source.country, row.intensity))).unwrap();
    assert_eq!(classes, [(Some(Class::Consult), "KAZ", Some(1.9)), (None, "", None)]);
    assert_eq!((tally.rows, tally.taken, tally.left_out()), (5, 2, 3));
    assert_eq!(tally.skipped["not as many columns as line 1 names"].line, 3);
    assert_eq!(tally.skipped["event date is no day (YYYY-MM-DD)"].line, 4);
    assert_eq!(tally.skipped["event id is empty"].line, 5);
    assert_eq!(tally.unmapped[&("country (English name)", "Ruritania".to_owned())], 1);
    assert_eq!(tally.unmapped[&("event (CAMEO)", "010".to_owned())], 1);
    assert_eq!(tally.flawed["intensity is no number"].example, "high");
}

#[test]
fn an_icews_code_that_lost_its_leading_zero_is_not_taken_for_another() {
    // 010 (a statement) printed as 10 would be a demand.
    let text = format!("{ICEWS}\n{}\n", VISIT.replace("\t042\t", "\t10\t"));
    let tally = icews::read(text.as_bytes(), |row| assert_eq!((row.class, row.quad, row.cameo), (None, None, "10"))).unwrap();
    assert_eq!(tally.flawed["CAMEO code of fewer than three digits (leading zeros lost?)"].example, "10");
}

/// A header and a row with their columns in the order given.
fn in_order(header: &str, row: &str, order: &[usize]) -> String {
    let pick = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        order.iter().map(|at| cells[*at]).collect::<Vec<_>>().join("\t")
    };
    format!("{}\n{}\n", pick(header), pick(row))
}

#[test]
fn columns_may_stand_in_another_order_and_some_may_lack() {
    let order: Vec<usize> = (0..18).rev().collect();
    let tally = icews::read(in_order(ICEWS, VISIT, &order).as_bytes(), |row| {
        assert_eq!((row.id, row.source.country, row.target.country, row.place.latitude), ("501", "KAZ", "RUS", None));
    });
    let tally = tally.unwrap();
    assert_eq!((tally.taken, tally.absent.into_iter().collect::<Vec<_>>()), (1, vec!["Latitude", "Longitude"]));
    let error = icews::read(in_order(ICEWS, VISIT, &[0, 1, 2]).as_bytes(), |_| {}).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 1 names no column `CAMEO Code`, `Source Country`, `Target Name`, `Target Country`, which an ICEWS event file has\n\
         hint: the columns found are `Event ID`, `Event Date`, `Source Name`; give the file under its own format, with its first line"
    );
    assert!(matches!(icews::read(&b""[..], |_| {}), Err(Error::Empty { .. })));
    assert!(matches!(polecat::read(&b"\n\n"[..], |_| {}), Err(Error::Empty { .. })));
}

#[test]
fn parts_need_the_layout_of_the_whole() {
    let text = format!("{ICEWS}\n{}", format!("{VISIT}\n").repeat(20));
    let layout = icews::Layout::find(text.as_bytes()).unwrap();
    let mut joined = Tally::default();
    for part in cut(text.as_bytes(), 4) {
        joined.append(layout.read(part, |_| {}).unwrap());
    }
    assert_eq!((joined.lines, joined.rows, joined.taken), (21, 20, 20));
}

const POLECAT: &str = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\tRecipient Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tPlacename\tCity\tCountry\tLatitude\tLongitude\tFeature Type\tHeadline\tSource\tPublication Date\tLanguage\tVersion";
const SANCTION: &str = "X-77\t2023-05-11\tSANCTION\twithdraw\t-4.0\tMATERIAL CONFLICT\tdiplomatic;economic\tEuropean Council\tNone\tNone\tIGO\tIGO\tMinistry of Defence\tRUS\t365.0\tMIL\tMIL;GOV\tBrussels\tBrussels\tBelgium\t50.85\t4.35\tPPLC\tCouncil \"weighs\" measures\tThe Example Gazette\t2023-05-12\teng\t2.1";

#[test]
fn polecat_is_read_by_name() {
    let tally = polecat::read(format!("{POLECAT}\n{SANCTION}\n").as_bytes(), |row| {
        assert_eq!((row.set, row.id, row.date, row.reported), ("polecat", "X-77", date(2023, 5, 11), Some(date(2023, 5, 12))));
        assert_eq!((row.class, row.kind, row.mode, row.contexts), (Some(Class::Sanction), "SANCTION", "withdraw", "diplomatic;economic"));
        assert_eq!((row.quad, row.intensity, row.cameo), (Some(Quad::MaterialConflict), Some(-4.0), ""));
        assert_eq!((row.source.name, row.source.country, row.source.sector.code()), ("European Council", "", "IGO"));
        assert_eq!((row.target.country, row.target.sector.code(), row.target.sectors), ("RUS", "MIL", "MIL;GOV"));
        assert_eq!((row.place.name, row.place.country, row.place.longitude), ("Brussels", "BEL", Some(4.35)));
        assert_eq!(
            (row.headline, row.outlet, row.language, row.version),
            ("Council \"weighs\" measures", "The Example Gazette", "eng", "2.1")
        );
    });
    assert_eq!(tally.unwrap(), Tally { lines: 2, rows: 1, taken: 1, given: 1, ..Tally::default() });
}

#[test]
fn polecat_codes_are_not_guessed() {
    let lines = [
        POLECAT,
        &SANCTION.replace("SANCTION", "YIELD"),
        &SANCTION.replace("\tRUS\t", "\tRUS;BLR\t"),
        &SANCTION.replace("\tRUS\t", "\tNone\t").replace("MATERIAL CONFLICT", "m-coop"),
        &SANCTION.replace("\tRUS\t365.0\tMIL\t", "\tZZZ\t365.0\tWIZ\t"),
        &SANCTION.replace("2023-05-11", "May 2023"),
    ];
    let mut rows = Vec::new();
    let tally = polecat::read(lines.join("\n").as_bytes(), |row| rows.push((row.class.is_some(), row.quad, row.target.country))).unwrap();
    let conflict = Some(Quad::MaterialConflict);
    assert_eq!(
        rows,
        [(false, conflict, "RUS"), (true, conflict, ""), (true, Some(Quad::MaterialCooperation), "RUS"), (true, conflict, "")]
    );
    assert_eq!((tally.rows, tally.taken, tally.skipped["event date is no day (YYYY-MM-DD)"].line), (5, 4, 6));
    assert_eq!(tally.flawed["several countries in one actor"].example, "RUS;BLR");
    let codes: Vec<&str> = tally.unmapped.keys().map(|(_, code)| code.as_str()).collect();
    assert_eq!(codes, ["ZZZ", "YIELD", "WIZ"]);
}

#[test]
fn polecat_says_which_columns_a_file_lacks() {
    let order: Vec<usize> = (0..28).filter(|at| ![3, 23].contains(at)).collect();
    let tally =
        polecat::read(in_order(POLECAT, SANCTION, &order).as_bytes(), |row| assert_eq!((row.mode, row.headline), ("", ""))).unwrap();
    assert_eq!(tally.absent.into_iter().collect::<Vec<_>>(), ["Event Mode", "Headline"]);
    let error = polecat::read(in_order(POLECAT, SANCTION, &[1, 2, 7, 8, 12]).as_bytes(), |_| {}).unwrap_err();
    assert!(matches!(error, Error::MissingColumns { missing, .. } if missing == "`Event ID`, `Recipient Country`"));
}
