//! `mizan export`: records in the forms other tools read.

mod network;
mod shapes;

use jiff::civil::Date;
use mizan_store::{Form, Snapshot, Table, VIEWS};

use super::{input, snapshot};
use crate::args::{Export, Written};
use crate::world;

/// Write what is asked for.
///
/// # Errors
/// When there is no store or no such table, a form does not fit, or the output cannot be written.
pub fn run(args: &Export) -> anyhow::Result<()> {
    let told = |e: anyhow::Error| e.downcast_ref().map(world::unwritten).unwrap_or(e);
    export(args).map_err(told)
}

fn export(args: &Export) -> anyhow::Result<()> {
    let snapshot = snapshot(&args.place, &args.when)?;
    let form = match (args.format, args.what.as_str()) {
        (Written::Graphml, "network") => return network::graphml(&snapshot, args),
        (Written::Gexf, "network") => return network::gexf(&snapshot, args),
        (Written::Gdelt, "events") => return shapes::gdelt(&snapshot, args),
        (Written::Polecat, "events") => return shapes::polecat(&snapshot, args),
        (Written::Graphml | Written::Gexf, what) => return Err(unfit(what, "network")),
        (Written::Gdelt | Written::Polecat, what) => return Err(unfit(what, "events")),
        (Written::Csv, _) => Form::Csv,
        (Written::Jsonl, _) => Form::Json,
        (Written::Parquet, _) => Form::Parquet,
        (Written::Arrow, _) => Form::Arrow,
    };
    let sql = if args.what == "network" { network::edges(args) } else { table(args)? };
    write(&snapshot, &sql, form, args)
}

fn write(snapshot: &Snapshot, sql: &str, form: Form, args: &Export) -> anyhow::Result<()> {
    let answer = snapshot.query(sql).map_err(input)?;
    answer.write(form, world::output(args.out.as_deref())?).map_err(input)?;
    Ok(())
}

fn unfit(what: &str, fit: &str) -> anyhow::Error {
    input(format!(
        "`{what}` has no such form; `{fit}` has\nhint: `mizan export {fit} --format …`, or csv, jsonl, parquet, arrow for `{what}`"
    ))
}

/// The columns by which a table's rows have a day.
fn day(what: &str) -> Option<&'static str> {
    Some(match what {
        "events" => "coalesce(date_first, published)",
        "documents" | "claims" => "published",
        "positions" | "indicators" => "date_first",
        "public_events" | "all_events" => "day",
        "stories" => "first",
        _ => return None,
    })
}

fn table(args: &Export) -> anyhow::Result<String> {
    let what = args.what.as_str();
    if !Table::ALL.iter().any(|t| t.plain() == what) && !VIEWS.iter().any(|v| v.name == what) {
        let names: Vec<&str> = Table::ALL.iter().map(|t| t.plain()).chain(VIEWS.iter().map(|v| v.name)).chain(["network"]).collect();
        return Err(input(format!("there is no `{what}` to export\nhint: one of {}", names.join(", "))));
    }
    let when = match day(what) {
        Some(day) => between(day, args),
        None if args.since.is_some() || args.until.is_some() => {
            return Err(input(format!(
                "rows of `{what}` have no day\nhint: leave --since and --until out, or export the documents or events of that time"
            )));
        }
        None => String::new(),
    };
    Ok(format!("SELECT * FROM {what}{}", if when.is_empty() { when } else { format!(" WHERE {when}") }))
}

/// A condition that a day lies within what was asked for; empty when nothing was.
fn between(day: &str, args: &Export) -> String {
    let bound = |sign: &str, date: Option<Date>| date.map(|d| format!("{day} {sign} DATE '{d}'"));
    [bound(">=", args.since), bound("<=", args.until)].into_iter().flatten().collect::<Vec<_>>().join(" AND ")
}
