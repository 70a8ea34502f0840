//! What makes no sense is refused with advice; what holds nothing says so.

use crate::store::Made;
use crate::{json, mizan, part, shown};

#[test]
fn nonsense_is_refused_with_advice() {
    let made = Made::usual();
    for (args, says) in [
        (vec!["relate", "KAZ", "Ruritania"], "nobody is known as `Ruritania`"),
        (vec!["relate", "KAZ", "x' OR 1=1 --"], "nobody is known as"),
        (vec!["relate", "", "KAZ"], "nobody is known as ``"),
        (vec!["relate", "the trade of Kazakhstan", "RUS"], "did you mean KAZ (Kazakhstan)?"),
        (vec!["relate", "KAZ", "Kazakhstan"], "are the same actor"),
        (vec!["relate", "KAZ", "RUS", "--chart", "a.pdf"], "`a.pdf` is no chart"),
        (vec!["relate", "KAZ", "RUS", "--since", "2022-02-01", "--until", "2022-01-01"], "ends (2022-01-01) before it begins"),
        (vec!["relate", "KAZ", "RUS", "--since", "1900-01-01", "--by", "day"], "makes more than 4000 periods"),
        (vec!["relate", "KAZ", "RUS", "--events", "gdelt", "--claims"], "do not tell modality or claims"),
        (vec!["relate", "KAZ", "RUS", "--poles-file", "no/such.tsv"], "no/such.tsv"),
        (vec!["balance", "KAZ", "--poles", "RUS"], "two poles or more"),
        (vec!["balance", "KAZ", "--poles", "RUS,KAZ"], "is Kazakhstan itself"),
        (vec!["balance", "KAZ", "--poles", "RUS,rus"], "named twice"),
        (vec!["coverage", "KAZ", "--in", "csto"], "neither a country nor a pole"),
    ] {
        let output = mizan(made.path(), &args);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{args:?}: {message}");
        assert!(message.starts_with("error: ") && message.contains(says) && message.contains("hint: "), "{args:?}: {message}");
    }
}

#[test]
fn an_empty_store_says_what_is_missing() {
    let made = Made::empty();
    for args in [vec!["relate", "KAZ", "RUS"], vec!["balance", "KAZ", "--poles", "RUS,WST"], vec!["coverage", "KAZ"], vec!["forecasts"]] {
        let sheet = json(made.path(), &args);
        assert!(sheet["window"].is_null() && !sheet["missing"].as_array().unwrap().is_empty(), "{sheet}");
        assert!(shown(made.path(), &args).contains("WHAT IS MISSING"));
    }
    let asked = json(made.path(), &["relate", "KAZ", "RUS", "--since", "2022-01-01", "--until", "2022-03-31"]);
    let net = &part(&asked, "forth")["numbers"][4];
    assert!(net["value"].is_null() && net["notes"][0] == "nothing was recorded; that is not a zero", "{net}");
}

#[test]
fn poles_can_be_handed_over() {
    let made = Made::usual();
    let file = made.path().join("own.tsv");
    std::fs::write(&file, "NORTH\tname\tthe North\nNORTH\tmember\tRUS\t2022-02-01\nSOUTH\tname\tthe South\nSOUTH\tmember\tCHN\n").unwrap();
    let sheet = json(made.path(), &["balance", "KAZ", "--poles", "NORTH,SOUTH", "--poles-file", file.to_str().unwrap()]);
    let share = &part(&sheet, "cooperation")["numbers"][0];
    // Russia belongs to it from February: s4 and s7 count, s1 does not; China has s6.
    assert_eq!((share["label"].as_str(), share["value"].as_f64()), (Some("the North (NORTH)"), Some(2.0 / 3.0)));
}
