//! `mizan forecasts [A]`: what was expected, and where the analyst names a measure, what became of it.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use mizan_store::Snapshot;

use super::input;
use crate::args::measured::{Forecasts, Heading, Measure};
use crate::measured::deeds::Dates;
use crate::measured::expected::{self, Asked, Expected};
use crate::measured::judged::Against;
use crate::measured::scope::settings;
use crate::measured::selection::Selection;
use crate::measured::sheet::{Part, Record, Sheet};
use crate::measured::show;
use crate::measured::told::{Told, listed, told};
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
    let mut about = vec![told!("judged as of {}", today), held(args, (a, b), words), show::version(snapshot)];
    if against.is_some() {
        about.push(crate::measured::words::settings(&settings));
    }
    let mut sheet = Sheet {
        verb: "forecasts",
        title: a.map_or_else(|| told!("Forecasts"), |a| told!("Forecasts about or by {} ({})", &a.name, &a.code)),
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
        sheet.missing.push(a.map_or_else(
            || told!("claims that are forecasts, within the days asked for"),
            |a| told!("claims that are forecasts about or by {} ({}), within the days asked for", &a.name, &a.code),
        ));
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
fn held(args: &Forecasts, (a, b): (Option<&Who>, Option<&Who>), words: Told) -> Told {
    let (Some(measure), Some(heading), Some(a)) = (args.measure, args.direction, a) else {
        return told!("no measure was named: what a forecast means for one is for you to say ({}, {})", "--measure", "--direction");
    };
    let both = b.map_or_else(|| Told::from(&a.name), |b| told!("{} and {}", &a.name, &b.name));
    let what = match measure {
        Measure::Net => told!("net of cooperation and conflict between {}", both),
        Measure::Conflict => told!("share of all that tells of conflict between {}", both),
        Measure::Cooperation => told!("share of all that tells of cooperation between {}", both),
        Measure::Coverage => told!("share of all stories that are about {}", &a.name),
    };
    let way = match heading {
        Heading::Up => told!("up"),
        Heading::Down => told!("down"),
        Heading::Same => told!("same"),
    };
    let held = told!("held against: {}, expected to go {} by more than {}", what, way, args.margin.to_string());
    if measure == Measure::Coverage { held } else { told!("{}; {}", held, words) }
}

fn record(forecast: &Expected, args: &Forecasts, known: &Known, against: Option<&Against<'_>>, today: Date) -> Record {
    let speaker = forecast.speaker.as_ref().map_or_else(|| told!("someone unnamed"), Told::from);
    let about = listed("{}, {}", forecast.about.iter().map(|key| Told::from(known.name(key))));
    let mut notes = Vec::new();
    if forecast.carried {
        notes.push(told!("the speaker is carried over from an earlier sentence"));
    }
    notes.push(match &forecast.due {
        Some((due, how)) if today > *due => told!("due since {} {}", *due, how),
        Some((due, how)) => told!("not yet due, until {} {}", *due, how),
        None => told!("no horizon in its words"),
    });
    let mut measured = Vec::new();
    match (against, forecast.made.zip(forecast.due.as_ref().map(|d| d.0)), args.direction) {
        (Some(against), Some(days), Some(heading)) => {
            let (verdict, numbers) = against.judge(days, heading, args.margin, today);
            notes.push(verdict);
            measured = numbers;
        }
        (None, _, _) | (_, _, None) => notes.push(told!("cannot be told by a measure: none was named")),
        (Some(_), None, _) => {
            notes.push(told!("cannot be told by a measure: it has no day or no horizon; give one with {}", "--horizon"));
        }
    }
    Record {
        kind: "forecast",
        ids: forecast.ids.clone(),
        date: forecast.made.map(Told::from),
        text: if forecast.about.is_empty() { speaker } else { told!("{}, about {}", speaker, about) },
        quote: Some(forecast.content.clone()),
        outlet: forecast.outlet.clone(),
        notes,
        measured,
    }
}
