//! The series of a measured sheet as a chart draws them, each with the address of what it rests on, with the words in the language asked for.

use mizan_text::Language;
use serde::Serialize;

use super::{Room, measured};
use crate::command::input;
use crate::measured::sheet::{Curve, Drawn, Part, Point, Sheet, Turning};
use crate::measured::told::{Told, listed, said, told};
use crate::serve::address::Address;
use crate::serve::asked::Asked;

/// A chart.
#[derive(Debug, Clone, Serialize)]
pub(in crate::serve) struct Chart {
    title: String,
    series: Vec<Line>,
    turning: Vec<Turning>,
    source: String,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    measure: &'static str,
    label: String,
    unit: &'static str,
    drawn: &'static str,
    range: Option<[f64; 2]>,
    /// The address that lists what it rests on; a period's days are put behind it.
    evidence: Option<String>,
    points: Vec<Point>,
}

/// The chart of `of`: relation, balance or coverage.
///
/// # Errors
/// When there is no such chart, or what it measures fails.
pub(in crate::serve) fn of(room: &Room<'_>) -> anyhow::Result<Chart> {
    let kind = room.asked.need("chart")?;
    let asked = room.asked.without("chart");
    let room = room.asking(&asked);
    let sheet = match kind {
        "relation" => measured::relation(&room)?,
        "balance" => measured::balance(&room)?,
        "coverage" => measured::coverage(&room)?,
        _ => return Err(input("`chart` names no chart\nhint: chart=relation, balance or coverage")),
    };
    let sheet = sheet.ok_or_else(|| input("no actor is named\nhint: a=KAZ, and b=RUS for a relation"))?;
    let second = room.who("b")?.map(|w| w.name).unwrap_or_default();
    Ok(drawn(&sheet, &asked, &second))
}

fn drawn(sheet: &Sheet, asked: &Asked, second: &str) -> Chart {
    let language = asked.language();
    let mut chart =
        Chart { title: sheet.title.said(language), series: Vec::new(), turning: Vec::new(), source: source(sheet).said(language) };
    for part in &sheet.parts {
        for curve in part.series.iter().filter(|c| c.drawn != Drawn::Hidden) {
            chart.series.push(line(part, curve, evidence(curve, sheet.verb, asked, second), language));
        }
        chart.turning.extend(part.turning.iter().map(|found| turning(part, found, language)));
    }
    chart
}

/// Where the numbers of a sheet are from and how they were made.
pub(in crate::serve) fn source(sheet: &Sheet) -> Told {
    told!("Source: {}", listed("{}; {}", sheet.about.iter().cloned()))
}

fn turning(part: &Part, found: &Turning, language: Language) -> Turning {
    let mut turning = Turning { label: part.labelled(&found.label), ..found.clone() };
    turning.say(language);
    turning
}

fn line(part: &Part, curve: &Curve, evidence: Option<String>, language: Language) -> Line {
    let (drawn, range) = match curve.drawn {
        Drawn::Within(low, high) => ("within", Some([low, high])),
        Drawn::FromZero | Drawn::Charted => ("zero", None),
        Drawn::Free | Drawn::Hidden => ("free", None),
    };
    let mut points = curve.points.clone();
    points.iter_mut().for_each(|point| point.shown.say(language));
    let (label, unit) = (part.labelled(&curve.label).said(language), said(curve.unit, language));
    Line { measure: curve.measure, label, unit, drawn, range, evidence, points }
}

/// Where what a curve rests on is listed. A series of public data that Mizan holds as figures has no list.
fn evidence(curve: &Curve, verb: &str, asked: &Asked, second: &str) -> Option<String> {
    let (a, b) = (asked.get("a").unwrap_or_default(), asked.get("b").unwrap_or_default());
    let events = || Address::of("/events").perhaps("events", asked.get("events")).with("counted", "yes");
    match (verb, curve.measure) {
        ("coverage", _) => Some(Address::of("/reports").with("about", a).perhaps("country", asked.get("in")).text()),
        ("relate", "coverage_share") => Some(Address::of("/reports").with("about", a).with("and", b).text()),
        ("relate", "dyad_tone") => None,
        ("relate", _) if curve.label.is("{} → {}") && curve.label.parts().first() == Some(&Told::from(second)) => {
            Some(events().with("source", b).with("target", a).text())
        }
        ("relate", _) => Some(events().with("source", a).with("target", b).text()),
        _ => Some(events().with("actor", a).text()),
    }
}
