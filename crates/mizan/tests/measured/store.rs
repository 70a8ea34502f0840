//! Hand-made rows.
//!
//! Kazakhstan and Russia from January to April 2022; nothing at all is printed in March.
//!
//! | document | story | outlet | day | events |
//! |---|---|---|---|---|
//! | d1 | s1 | Kazinform, KAZ | 01-10 | e1 KAZ → RUS words of cooperation, 2.0, 01-09 |
//! | d2 | s1 (a copy of d1) | Tengrinews, KAZ | 01-10 | e1 the same |
//! | d3 | s3 | TASS, RUS | 01-20 | e1 KAZ → RUS words of conflict, −2.0, 01-20 |
//! | d4 | s4 | TASS, RUS | 02-05 | e1 KAZ → RUS deeds of cooperation, 6.0, 02-04; e2 planned; e3 of the whole year |
//! | d5 | s5 | Kazinform, KAZ | 02-20 | e1 KAZ → RUS words of conflict, −4.0, 02-20; e2 RUS → KAZ deeds of conflict, −4.0, 02-19; e3 in a claim |
//! | d6 | s6 | Kazinform, KAZ | 04-03 | e1 KAZ → CHN words of cooperation, 2.0, 04-03 |
//! | d7 | s7 | TASS, RUS | 04-10 | e1 KAZ → RUS words of cooperation, 1.0, 04-09 |
//! | d8 | s8 | Kazinform, KAZ | 04-20 | none; names nobody |

use jiff::civil::{Date, date};
use mizan_store::{Store, Writer, row};
use tempfile::TempDir;

/// A store, and the folder that goes with it.
pub(crate) struct Made {
    /// Where it is.
    pub(crate) folder: TempDir,
}

impl Made {
    /// A store without anything in it.
    pub(crate) fn empty() -> Made {
        Made::with(|_| {})
    }

    /// A store with the rows that are added.
    pub(crate) fn with(fill: impl FnOnce(&mut Writer)) -> Made {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open_or_make(folder.path()).unwrap();
        let mut writer = store.writer("test").unwrap();
        fill(&mut writer);
        writer.commit().unwrap();
        drop(writer);
        Made { folder }
    }

    /// The store of the table above.
    pub(crate) fn usual() -> Made {
        Made::with(|writer| {
            texts(writer, true);
            tables(writer);
        })
    }

    /// The same without the copy d2.
    pub(crate) fn without_copies() -> Made {
        Made::with(|writer| {
            texts(writer, false);
            tables(writer);
        })
    }

    pub(crate) fn path(&self) -> &std::path::Path {
        self.folder.path()
    }
}

fn day(month: i8, day: i8) -> Date {
    date(2022, month, day)
}

/// A document's id, story, outlet and day.
type Printed = (&'static str, &'static str, &'static str, Date);

const COUNTRIES: [(&str, &str); 3] = [("Kazinform", "KAZ"), ("Tengrinews", "KAZ"), ("TASS", "RUS")];

fn country(outlet: &str) -> Option<&'static str> {
    COUNTRIES.iter().find(|(name, _)| *name == outlet).map(|(_, country)| *country)
}

fn document(writer: &mut Writer, (id, story, outlet, published): Printed) {
    let row = row::Document {
        document: id,
        story,
        source: "hand.jsonl",
        url: None,
        outlet: Some(outlet),
        outlet_country: country(outlet),
        language: Some("en"),
        title: Some("A title"),
        published: Some(published),
        published_rule: Some("metadata"),
        text: "A text.",
        sentences: 1,
        likeness: &[],
        model: "m",
        run: 1,
    };
    writer.add(&row).unwrap();
}

/// An actor named in a document, with the tones of its mentions.
fn named(writer: &mut Writer, (id, story, _, _): Printed, key: &str, tones: &[i64]) {
    let (actor, code) = (key, key.split('/').next().unwrap());
    let row = row::Actor {
        actor,
        document: id,
        story,
        name: key,
        kind: "GPE",
        country: Some(code),
        sector: Some("GOV"),
        known: true,
        mentions: tones.len() as i64,
        tone: Some(tones.iter().sum::<i64>() as f64 / tones.len() as f64),
        run: 1,
    };
    writer.add(&row).unwrap();
    for (at, tone) in tones.iter().enumerate() {
        let mention = row::Mention {
            mention: &format!("{id}-m{key}{at}"),
            document: id,
            story,
            actor,
            resolution: "named",
            kind: "GPE",
            country: Some(code),
            sector: Some("GOV"),
            tone: *tone,
            tone_confidence: 0.9,
            confidence: 0.9,
            sentence: 1,
            byte_start: 0,
            byte_end: 1,
            char_start: 0,
            char_end: 1,
            quote: "A",
            made_by: "m",
            run: 1,
        };
        writer.add(&mention).unwrap();
    }
}

/// What an event is: source, target, quad class, intensity.
type Did = (&'static str, &'static str, &'static str, f64);

pub(crate) const WORDS: &str = "verbal cooperation";
pub(crate) const DEEDS: &str = "material cooperation";
pub(crate) const QUARREL: &str = "verbal conflict";
pub(crate) const HARM: &str = "material conflict";

/// An event of a document, with the fields that most tests leave alone.
fn event<'r>(
    id: &'r str,
    (document, story, outlet, published): Printed,
    (source, target, quad, intensity): Did,
    when: Date,
) -> row::Event<'r> {
    row::Event {
        event: id,
        pair: 0,
        document,
        story,
        date_first: Some(when),
        date_last: Some(when),
        date_granularity: Some("day"),
        date_rule: Some("calendar"),
        source_key: Some(source),
        source: Some(source),
        source_country: Some(source),
        source_sector: Some("GOV"),
        target_key: Some(target),
        target: Some(target),
        target_country: Some(target),
        target_sector: Some("GOV"),
        class: "CONSULT",
        cameo: "04",
        quad,
        modality: "actual",
        intensity,
        claim: None,
        confidence: 0.9,
        sentence: 1,
        byte_start: 0,
        byte_end: 1,
        char_start: 0,
        char_end: 1,
        quote: "قال «كازاخستان» said so",
        published: Some(published),
        outlet: Some(outlet),
        outlet_country: country(outlet),
        language: Some("en"),
        made_by: "m",
        run: 1,
    }
}

fn texts(writer: &mut Writer, copies: bool) {
    let d: [Printed; 8] = [
        ("d1", "s1", "Kazinform", day(1, 10)),
        ("d2", "s1", "Tengrinews", day(1, 10)),
        ("d3", "s3", "TASS", day(1, 20)),
        ("d4", "s4", "TASS", day(2, 5)),
        ("d5", "s5", "Kazinform", day(2, 20)),
        ("d6", "s6", "Kazinform", day(4, 3)),
        ("d7", "s7", "TASS", day(4, 10)),
        ("d8", "s8", "Kazinform", day(4, 20)),
    ];
    let kept = |at: &usize| copies || *at != 1;
    (0..8).filter(kept).for_each(|at| document(writer, d[at]));
    // Tone towards Kazakhstan: s1 +1, s3 −1, s4 (0 − 1)/2 = −0.5, s5 0, s6 0, s7 +1; the mean of the six is 0.5/6.
    let tones: [&[i64]; 7] = [&[1, 1], &[1, 1], &[-1], &[0, -1], &[0], &[0], &[1]];
    (0..7).filter(kept).for_each(|at| named(writer, d[at], "KAZ", tones[at]));
    [0, 1, 2, 3, 4, 6].iter().filter(|at| kept(at)).for_each(|at| named(writer, d[*at], "RUS", &[0]));
    let mut add = |row: row::Event<'_>| writer.add(&row).unwrap();
    add(event("d1-e1", d[0], ("KAZ", "RUS", WORDS, 2.0), day(1, 9)));
    if copies {
        add(event("d2-e1", d[1], ("KAZ", "RUS", WORDS, 2.0), day(1, 9)));
    }
    add(event("d3-e1", d[2], ("KAZ", "RUS", QUARREL, -2.0), day(1, 20)));
    add(event("d4-e1", d[3], ("KAZ", "RUS", DEEDS, 6.0), day(2, 4)));
    add(row::Event { modality: "future", ..event("d4-e2", d[3], ("KAZ", "RUS", HARM, -9.0), day(2, 6)) });
    let year = (Some(day(1, 1)), Some(day(12, 31)));
    add(row::Event { date_first: year.0, date_last: year.1, ..event("d4-e3", d[3], ("KAZ", "RUS", WORDS, 1.0), day(1, 1)) });
    add(event("d5-e1", d[4], ("KAZ", "RUS", QUARREL, -4.0), day(2, 20)));
    add(event("d5-e2", d[4], ("RUS", "KAZ", HARM, -4.0), day(2, 19)));
    add(row::Event { claim: Some("d5-c1"), ..event("d5-e3", d[4], ("KAZ", "RUS", HARM, -9.0), day(2, 20)) });
    add(event("d6-e1", d[5], ("KAZ", "CHN", WORDS, 2.0), day(4, 3)));
    add(event("d7-e1", d[6], ("KAZ", "RUS", WORDS, 1.0), day(4, 9)));
    claim(writer, "d4-c1", d[3], ("forecast", "trade with Kazakhstan will fall by the end of March 2022"));
    claim(writer, "d5-c2", d[4], ("forecast", "relations will get worse"));
    claim(writer, "d5-c3", d[4], ("opinion", "Kazakhstan is right"));
    let position = row::Position {
        position: "d5-p1",
        document: "d5",
        story: "s5",
        actor_key: "KAZ",
        actor: "Kazakhstan",
        issue: "ضم الأراضي الأوكرانية",
        towards: Some("RUS"),
        stance: "against",
        date_first: Some(day(2, 20)),
        date_last: Some(day(2, 20)),
        events: &["d5-e1".to_string()],
        claims: &[],
        published: Some(day(2, 20)),
        run: 1,
    };
    writer.add(&position).unwrap();
}

/// Something that Russia says about Kazakhstan.
fn claim(writer: &mut Writer, id: &str, (document, story, outlet, published): Printed, (kind, content): (&str, &str)) {
    let row = row::Claim {
        claim: id,
        document,
        story,
        kind,
        speaker_key: Some("RUS"),
        speaker: Some("Russia"),
        speaker_country: Some("RUS"),
        speaker_sector: Some("GOV"),
        carried: false,
        cue: Some("said"),
        content,
        about: &["KAZ".to_string()],
        confidence: 0.9,
        sentence: 1,
        byte_start: 0,
        byte_end: 1,
        char_start: 0,
        char_end: 1,
        published: Some(published),
        outlet: Some(outlet),
        outlet_country: country(outlet),
        language: Some("en"),
        made_by: "m",
        run: 1,
    };
    writer.add(&row).unwrap();
}

/// A figure of a table.
pub(crate) fn figure<'r>(
    (dataset, indicator): (&'r str, &'r str),
    (reporter, partner): (&'r str, Option<&'r str>),
    year: i16,
    value: f64,
) -> row::Indicator<'r> {
    row::Indicator {
        dataset,
        version: Some("H6"),
        indicator,
        reporter,
        partner,
        key: Some("TOTAL"),
        date_first: date(year, 1, 1),
        date_last: date(year, 12, 31),
        value: Some(value),
        words: None,
        unit: Some("USD"),
        flag: None,
        file: "hand.csv",
        run: 1,
    }
}

/// Kazakhstan reports 40 + 60 of trade with Russia and 300 + 200 in all; Russia 70 + 50 with Kazakhstan and 800 + 400 in all. Three roll calls.
fn tables(writer: &mut Writer) {
    for (reporter, partner, exports, imports) in
        [("KAZ", "RUS", 40.0, 60.0), ("KAZ", "WLD", 300.0, 200.0), ("RUS", "KAZ", 70.0, 50.0), ("RUS", "WLD", 800.0, 400.0)]
    {
        writer.add(&figure(("comtrade", "exports"), (reporter, Some(partner)), 2022, exports)).unwrap();
        writer.add(&figure(("comtrade", "imports"), (reporter, Some(partner)), 2022, imports)).unwrap();
    }
    for (key, kaz, rus) in [("R/1", "yes", "yes"), ("R/2", "abstain", "no"), ("R/3", "no", "no"), ("R/4", "absent", "no")] {
        for (reporter, words) in [("KAZ", kaz), ("RUS", rus)] {
            let vote = figure(("unga-votes", "vote"), (reporter, None), 2022, 0.0);
            writer
                .add(&row::Indicator { key: Some(key), value: None, words: Some(words), unit: None, date_last: vote.date_first, ..vote })
                .unwrap();
        }
    }
}

/// An event of a public set between Kazakhstan and Russia.
pub(crate) fn public<'r>(id: &'r str, provider: &'r str, day: Date, quad: Option<&'r str>) -> row::PublicEvent<'r> {
    row::PublicEvent {
        event: id,
        provider,
        day,
        reported: None,
        source: Some("KAZAKHSTAN"),
        source_code: Some("KAZ"),
        source_country: Some("KAZ"),
        source_sector: None,
        source_sectors: None,
        target: Some("RUSSIA"),
        target_code: Some("RUS"),
        target_country: Some("RUS"),
        target_sector: None,
        target_sectors: None,
        class: Some("CONSULT"),
        code: Some("040"),
        words: None,
        mode: None,
        contexts: None,
        quad,
        intensity: Some(1.0),
        lead: None,
        mentions: None,
        sources: None,
        articles: None,
        tone: None,
        report: None,
        sentence: None,
        url: None,
        outlet: None,
        headline: None,
        language: None,
        place: None,
        place_country: None,
        latitude: None,
        longitude: None,
        file: "hand.csv",
        run: 1,
    }
}
