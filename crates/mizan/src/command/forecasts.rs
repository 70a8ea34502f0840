//! `mizan forecasts [A]`: what was expected, and where the analyst names a measure, what became of it.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use mizan_store::Snapshot;

use super::input;
use crate::args::measured::{Forecasts, Measure};
use crate::measured::deeds::Dates;
use crate::measured::expected::{self, Asked, Expected};
use crate::measured::judged::Against;
use crate::measured::scope::settings;
use crate::measured::selection::Selection;
use crate::measured::sheet::{Part, Record, Sheet};
use crate::measured::show;
use crate::measured::who::{Known, Who};
use crate::measured::words::counted;
use crate::world;

/// List the forecasts, judge those that can be, and print them.
///
/// # Errors
/// When an actor is unknown, there is no store, or a measure lacks an actor.
pub fn run(args: &Forecasts) -> anyhow::Result<()> {
    let (snapshot, known) = show::open(&args.common)?;
    show::print(&sheet(args, &snapshot, &known)?, &args.common, None)
}

/// All that is found of the forecasts.
///
/// # Errors
/// When an actor is unknown, the store cannot be read, or a measure lacks an actor.
pub(crate) fn sheet(args: &Forecasts, snapshot: &Snapshot, known: &Known) -> anyhow::Result<Sheet> {
    let mut selection = Selection::new(&args.which)?;
    let a = args.a.as_deref().map(|asked| known.who(asked, snapshot)).transpose()?;
    let b = args.towards.as_deref().map(|asked| known.who(asked, snapshot)).transpose()?;
    of(args, (snapshot, known), &mut selection, (a.as_ref(), b.as_ref()))
}

fn of(
    args: &Forecasts,
    (snapshot, known): (&Snapshot, &Known),
    selection: &mut Selection,
    (a, b): (Option<&Who>, Option<&Who>),
) -> anyhow::Result<Sheet> {
    let common = &args.common;
    let found =
        expected::load(snapshot, &Asked { side: a.map(|a| &a.side), ids: &args.id, dates: Dates::of(common), horizon: args.horizon })?;
    all_found(&args.id, &found)?;
    let settings = settings(common, 0);
    let words = selection.words();
    let against = against(args, snapshot, selection, (a, b), settings)?;
    let today = args.today.map_or_else(today, Ok)?;
    let of = a.map_or_else(String::new, |a| format!(" about or by {} ({})", a.name, a.code));
    let version = format!("Mizan {}, store version {}", env!("CARGO_PKG_VERSION"), snapshot.version().number);
    let mut about = vec![format!("judged as of {today}"), held(args, (a, b), &words), version];
    if against.is_some() {
        about.push(crate::measured::words::settings(&settings));
    }
    let mut sheet = Sheet {
        verb: "forecasts",
        title: format!("Forecasts{of}"),
        window: None,
        by: None,
        about,
        parts: Vec::new(),
        missing: Vec::new(),
        command: show::command(common, snapshot),
    };
    let mut part = Part::new("forecasts", counted(found.len() as u64, "forecasts"));
    part.records = found.iter().map(|f| record(f, args, known, against.as_ref(), today)).collect();
    if found.is_empty() {
        sheet.missing.push(format!("claims that are forecasts{of}, within the days asked for"));
    }
    sheet.parts.push(part);
    Ok(sheet)
}

/// Refuse ids that are no forecasts.
fn all_found(ids: &[String], found: &[Expected]) -> anyhow::Result<()> {
    let Some(id) = ids.iter().find(|id| !found.iter().any(|f| f.ids.contains(id))) else { return Ok(()) };
    let hint = "hint: `mizan query \"SELECT claim, content FROM claims WHERE kind = 'forecast'\"` lists them";
    Err(input(format!("`{id}` is no forecast among those asked for\n{hint}")))
}

/// What the forecasts are held against, if a measure was named and the actors it needs.
fn against<'a>(
    args: &Forecasts,
    snapshot: &Snapshot,
    selection: &'a mut Selection,
    (a, b): (Option<&Who>, Option<&Who>),
    settings: mizan_measure::Settings,
) -> anyhow::Result<Option<Against<'a>>> {
    let Some(measure) = args.measure else { return Ok(None) };
    let a = a.ok_or_else(|| input("a measure needs an actor\nhint: mizan forecasts KAZ --measure …"))?;
    match (measure, b) {
        (Measure::Coverage, _) | (_, Some(_)) => {}
        (_, None) => return Err(input("this measure is between two actors\nhint: name the other with --towards")),
    }
    let b = b.and_then(|b| Some(Who { side: b.side.without(&a.side)?.0, ..b.clone() }));
    if b.is_none() && measure != Measure::Coverage {
        return Err(input("the two actors of the measure are the same\nhint: name another with --towards"));
    }
    Against::load(snapshot, selection, measure, (a, b.as_ref()), (settings, args.common.ids)).map(Some)
}

fn today() -> anyhow::Result<Date> {
    let now = jiff::Timestamp::from_microsecond(world::now())?;
    Ok(now.to_zoned(TimeZone::UTC).date())
}

/// The measure in words.
fn held(args: &Forecasts, (a, b): (Option<&Who>, Option<&Who>), words: &str) -> String {
    let (Some(measure), Some(heading), Some(a)) = (args.measure, args.direction, a) else {
        return "no measure was named: what a forecast means for one is for you to say (--measure, --direction)".into();
    };
    let way = format!("{heading:?}").to_lowercase();
    let other = b.map_or_else(String::new, |b| format!(" and {}", b.name));
    let what = match measure {
        Measure::Net => format!("net of cooperation and conflict between {}{other}", a.name),
        Measure::Conflict => format!("share of all that tells of conflict between {}{other}", a.name),
        Measure::Cooperation => format!("share of all that tells of cooperation between {}{other}", a.name),
        Measure::Coverage => {
            return format!(
                "held against: share of all stories that are about {}, expected to go {way} by more than {}",
                a.name, args.margin
            );
        }
    };
    format!("held against: {what}, expected to go {way} by more than {}; {words}", args.margin)
}

fn record(forecast: &Expected, args: &Forecasts, known: &Known, against: Option<&Against<'_>>, today: Date) -> Record {
    let speaker = forecast.speaker.clone().unwrap_or_else(|| "someone unnamed".into());
    let about: Vec<String> = forecast.about.iter().map(|key| known.name(key)).collect();
    let about = if about.is_empty() { String::new() } else { format!(", about {}", about.join(", ")) };
    let mut notes = Vec::new();
    if forecast.carried {
        notes.push("the speaker is carried over from an earlier sentence".to_string());
    }
    notes.push(match &forecast.due {
        Some((due, how)) if today > *due => format!("due since {due} {how}"),
        Some((due, how)) => format!("not yet due, until {due} {how}"),
        None => "no horizon in its words".into(),
    });
    let mut measured = Vec::new();
    match (against, forecast.made.zip(forecast.due.as_ref().map(|d| d.0)), args.direction) {
        (Some(against), Some(days), Some(heading)) => {
            let (verdict, numbers) = against.judge(days, heading, args.margin, today);
            notes.push(verdict);
            measured = numbers;
        }
        (None, _, _) | (_, _, None) => notes.push("cannot be told by a measure: none was named".into()),
        (Some(_), None, _) => notes.push("cannot be told by a measure: it has no day or no horizon; give one with --horizon".into()),
    }
    Record {
        kind: "forecast",
        ids: forecast.ids.clone(),
        date: forecast.made.map(|d| d.to_string()),
        text: format!("{speaker}{about}"),
        quote: Some(forecast.content.clone()),
        outlet: forecast.outlet.clone(),
        notes,
        measured,
    }
}
