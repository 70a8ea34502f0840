//! How long `mizan relate` takes on many public events: `relate_speed FOLDER [MILLIONS]`.
//!
//! Makes a store of made-up events between 150 countries from 2018 to 2024 in the folder, unless there is one, and measures KAZ and RUS in it three
//! times; every two-hundredth event is between the two. The page goes to standard output, the times to standard error.

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use clap::Parser;
use jiff::ToSpan;
use jiff::civil::date;
use mizan::args::{Cli, Verb};
use mizan::command::relate;
use mizan_store::{Store, row};

const QUADS: [(&str, f64); 4] =
    [("verbal cooperation", 1.0), ("material cooperation", 5.0), ("verbal conflict", -3.0), ("material conflict", -7.0)];

fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().unwrap_or_else(|| "relate-speed-store".into());
    let millions: u64 = args.next().and_then(|n| n.parse().ok()).unwrap_or(10);
    if Store::open(Path::new(&folder)).is_err() {
        fill(Path::new(&folder), millions * 1_000_000)?;
    }
    let asked = ["mizan", "relate", "KAZ", "RUS", "--events", "gdelt", "--by", "month", "--store", &folder];
    for run in 1..=3 {
        let Verb::Relate(args) = Cli::parse_from(asked).verb else { continue };
        let began = Instant::now();
        relate::run(&args)?;
        writeln!(std::io::stderr(), "run {run}: {:.2} s", began.elapsed().as_secs_f64())?;
    }
    Ok(())
}

fn fill(folder: &Path, rows: u64) -> anyhow::Result<()> {
    let codes: Vec<String> = (0..150).map(|n: u8| format!("{}{}X", char::from(b'A' + n / 26), char::from(b'A' + n % 26))).collect();
    let store = Store::open_or_make(folder)?;
    let mut writer = store.writer("speed")?;
    let mut state = 1_u64;
    let mut random = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for number in 0..rows {
        let (a, b) = (&codes[random(150) as usize], &codes[random(150) as usize]);
        let (source, target) = match number % 400 {
            0 => ("KAZ", "RUS"),
            200 => ("RUS", "KAZ"),
            _ => (a.as_str(), b.as_str()),
        };
        let day = date(2018, 1, 1).saturating_add((random(7 * 365) as i64).days());
        let (quad, intensity) = QUADS[random(4) as usize];
        writer.add(&event(&number.to_string(), (source, target), day, (quad, intensity + random(10) as f64 / 10.0)))?;
    }
    writer.commit()?;
    Ok(())
}

fn event<'r>(
    id: &'r str,
    (source, target): (&'r str, &'r str),
    day: jiff::civil::Date,
    (quad, intensity): (&'r str, f64),
) -> row::PublicEvent<'r> {
    row::PublicEvent {
        event: id,
        provider: "gdelt-2.0",
        day,
        reported: Some(day),
        source: Some(source),
        source_code: Some(source),
        source_country: Some(source),
        source_sector: None,
        source_sectors: None,
        target: Some(target),
        target_code: Some(target),
        target_country: Some(target),
        target_sector: None,
        target_sectors: None,
        class: Some("CONSULT"),
        code: Some("040"),
        words: None,
        mode: None,
        contexts: None,
        quad: Some(quad),
        intensity: Some(intensity),
        lead: Some(true),
        mentions: Some(4),
        sources: Some(1),
        articles: Some(4),
        tone: Some(-1.0),
        report: None,
        sentence: None,
        url: Some("https://example.org/a"),
        outlet: None,
        headline: None,
        language: None,
        place: None,
        place_country: None,
        latitude: None,
        longitude: None,
        file: "made-up",
        run: 1,
    }
}
