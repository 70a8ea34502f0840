//! `mizan status`: what the store holds, from when and where, and what is missing.

use std::path::Path;

use jiff::civil::Date;
use mizan_store::{Snapshot, Store, Table};

use super::query::{each, rows};
use super::{input, place};
use crate::args::Status;
use crate::world;

/// Print the state of the store, and with `--verify` what is wrong in it.
///
/// # Errors
/// When there is no store, it cannot be read, or a quote does not fit its document.
pub fn run(args: &Status) -> anyhow::Result<()> {
    let store = Store::open(&place(&args.place)?).map_err(input)?;
    let snapshot = store.snapshot(args.when.as_of.unwrap_or_default()).map_err(input)?;
    world::print(&format!("{}{}{}{}", head(&store, &snapshot)?, counts(&snapshot)?, coverage(&snapshot)?, doubts(&snapshot)?))?;
    if args.verify { verify(&snapshot) } else { Ok(()) }
}

fn head(store: &Store, snapshot: &Snapshot) -> anyhow::Result<String> {
    let versions = store.versions().map_err(input)?;
    let version = snapshot.version();
    let moment =
        |m: i64| jiff::Timestamp::from_microsecond(m).map_or_else(|_| m.to_string(), |t| t.strftime("%Y-%m-%d %H:%M:%S UTC").to_string());
    let kept = versions.first().map_or(0, |v| v.number);
    Ok(format!(
        "STORE {}\n  version {} of {} by `{}`; versions from {kept} on can be read with --as-of\n  {:.1} MB on disk\n",
        store.folder().display(),
        version.number,
        moment(version.moment),
        version.by,
        size(store.folder()) as f64 / 1e6
    ))
}

fn size(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    entries.map(|e| if e.path().is_dir() { size(&e.path()) } else { e.metadata().map_or(0, |m| m.len()) }).sum()
}

fn counts(snapshot: &Snapshot) -> anyhow::Result<String> {
    let mut out = String::from("\nTABLES\n");
    for table in Table::ALL {
        let count = rows(snapshot, &format!("SELECT count(*) FROM {}", table.plain()))?;
        out += &format!("  {:<14} {:>12} rows\n", table.plain(), count[0][0]);
    }
    let stories = rows(snapshot, "SELECT count(DISTINCT story), count(*), count(*) - count(published) FROM documents")?;
    out +=
        &format!("  {} stories in {} documents; {} documents without a day of publication\n", stories[0][0], stories[0][1], stories[0][2]);
    for provider in rows(snapshot, "SELECT provider, count(*), min(day), max(day) FROM public_events GROUP BY provider ORDER BY provider")?
    {
        out += &format!("  public events of {}: {}, {} to {}\n", provider[0], provider[1], provider[2], provider[3]);
    }
    for set in rows(
        snapshot,
        "SELECT dataset, indicator, count(*), min(date_first), max(date_last) FROM indicators GROUP BY dataset, indicator ORDER BY dataset, indicator",
    )? {
        out += &format!("  {} of {}: {} figures, {} to {}\n", set[1], set[0], set[2], set[3], set[4]);
    }
    Ok(out)
}

/// Stories a month and language, and the months between the first and the last that have none.
fn coverage(snapshot: &Snapshot) -> anyhow::Result<String> {
    let found = rows(
        snapshot,
        "SELECT substr(CAST(published AS VARCHAR), 1, 7) AS month, coalesce(language, '?'), count(DISTINCT story) FROM documents \
         WHERE published IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
    )?;
    let Some((first, last)) = found.first().zip(found.last()).map(|(a, b)| (a[0].clone(), b[0].clone())) else {
        return Ok("\nCOVERAGE\n  no document has a day of publication\n".into());
    };
    let mut out = String::from("\nCOVERAGE, stories a month\n");
    let mut silent: Vec<String> = Vec::new();
    for month in months(&first, &last) {
        let here: Vec<String> = found.iter().filter(|r| r[0] == month).map(|r| format!("{} {}", r[1], r[2])).collect();
        if here.is_empty() {
            silent.push(month);
            continue;
        }
        if let Some(gap) = gap(&mut silent) {
            out += &gap;
        }
        out += &format!("  {month}  {}\n", here.join("  "));
    }
    Ok(out)
}

fn gap(silent: &mut Vec<String>) -> Option<String> {
    let silent = std::mem::take(silent);
    match (silent.first(), silent.last()) {
        (Some(first), Some(last)) if first != last => Some(format!("  {first} to {last}  nothing: a gap of {} months\n", silent.len())),
        (Some(only), _) => Some(format!("  {only}  nothing: a gap of 1 month\n")),
        _ => None,
    }
}

/// All months from the first to the last, as `2022-01`.
pub(crate) fn months(first: &str, last: &str) -> Vec<String> {
    let day = |month: &str| format!("{month}-01").parse::<Date>().ok();
    let mut out = Vec::new();
    let (mut at, end) = (day(first), day(last));
    while let Some(month) = at.filter(|m| end.is_some_and(|e| *m <= e)) {
        out.push(month.strftime("%Y-%m").to_string());
        at = month.checked_add(jiff::Span::new().months(1)).ok();
    }
    out
}

fn doubts(snapshot: &Snapshot) -> anyhow::Result<String> {
    let found = rows(snapshot, "SELECT name, sum(count), min(detail) FROM doubts GROUP BY name ORDER BY 2 DESC, name")?;
    let lines: String =
        found.iter().map(|r| format!("  {:<24} {:>8}  for instance: {}\n", r[0], r[1], r[2].lines().next().unwrap_or_default())).collect();
    Ok(if lines.is_empty() { String::new() } else { format!("\nDOUBTS\n{lines}") })
}

/// The tables whose rows quote a document, with the column of their id and of their words.
const QUOTES: [(&str, &str, &str); 3] = [("events", "event", "quote"), ("claims", "claim", "content"), ("mentions", "mention", "quote")];

fn verify(snapshot: &Snapshot) -> anyhow::Result<()> {
    let mut wrong = 0;
    for (table, id, words) in QUOTES {
        let asked = format!(
            "SELECT r.{id}, r.{words}, r.byte_start, r.byte_end, d.text FROM {table} r LEFT JOIN documents d ON r.document = d.document"
        );
        let (mut read, mut bad) = (0, Vec::new());
        each(snapshot, &asked, |row| {
            read += 1;
            let place = row[2].parse::<usize>().ok().zip(row[3].parse::<usize>().ok());
            if place.and_then(|(start, end)| row[4].get(start..end)) != Some(row[1].as_str()) {
                bad.push(row[0].clone());
            }
            Ok(())
        })?;
        world::print(&format!("verified {read} quotes of {table}: {} do not fit their documents\n", bad.len()))?;
        bad.iter().take(10).try_for_each(|id| world::print(&format!("  {id}\n")))?;
        wrong += bad.len();
    }
    let orphans = rows(snapshot, "SELECT count(*) FROM events e LEFT ANTI JOIN documents d ON e.document = d.document")?;
    let twice = rows(snapshot, "SELECT count(*) FROM (SELECT document FROM documents GROUP BY document HAVING count(*) > 1) AS twice")?;
    world::print(&format!("{} events without their document, {} documents more than once\n", orphans[0][0], twice[0][0]))?;
    let sound = wrong == 0 && orphans[0][0] == "0" && twice[0][0] == "0";
    if sound { Ok(()) } else { Err(input("the store is damaged\nhint: restore it from a copy, or read an earlier version with --as-of")) }
}
