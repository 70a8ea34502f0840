//! Events in the columns of GDELT 1.0 and of POLECAT, for scripts that read those. Only what the report says in its own voice and as having
//! happened goes out: neither form has a place for a claim or a modality.

use std::io::Write;

use mizan_store::Snapshot;

use super::super::query::each;
use super::between;
use crate::args::Export;
use crate::world;

/// The columns of GDELT 1.0, in order.
const GDELT: usize = 57;

const SELECTED: &str = "event, pair, coalesce(date_first, published), source, source_country, source_sector, target, target_country, target_sector, \
    class, cameo, quad, intensity, document, outlet, language, quote, published";

fn asked(args: &Export) -> String {
    let when = between("coalesce(date_first, published)", args);
    let when = if when.is_empty() { when } else { format!(" AND {when}") };
    format!(
        "SELECT {SELECTED} FROM events WHERE modality = 'actual' AND claim IS NULL AND coalesce(date_first, published) IS NOT NULL{when} ORDER BY 3, 1, 2"
    )
}

fn plain(cell: &str) -> String {
    cell.replace(['\t', '\n', '\r'], " ")
}

/// GDELT's number of a quad class.
fn quad(name: &str) -> &'static str {
    match name {
        "verbal cooperation" => "1",
        "material cooperation" => "2",
        "verbal conflict" => "3",
        _ => "4",
    }
}

/// Tab-separated, no header, as GDELT's own files; an event's id is a number made of Mizan's id.
pub(super) fn gdelt(snapshot: &Snapshot, args: &Export) -> anyhow::Result<()> {
    let mut out = world::output(args.out.as_deref())?;
    each(snapshot, &asked(args), |row| {
        let day: String = row[2].chars().filter(char::is_ascii_digit).collect();
        let mut cells = vec![String::new(); GDELT];
        cells[0] = number(&row[0], &row[1]);
        cells[1] = day.clone();
        cells[2] = day.chars().take(6).collect();
        cells[3] = day.chars().take(4).collect();
        for (at, from) in [(5, 4), (6, 3), (7, 4), (12, 5), (15, 7), (16, 6), (17, 7), (22, 8), (26, 10), (27, 10), (28, 10), (30, 12)] {
            cells[at] = plain(&row[from]);
        }
        cells[25] = "1".into();
        cells[29] = quad(&row[11]).into();
        (31..34).for_each(|at| cells[at] = "1".into());
        Ok(writeln!(out, "{}", cells.join("\t"))?)
    })?;
    Ok(out.flush()?)
}

/// The first fifteen hexadecimal digits of the id, the event's number and the pair as one decimal number: the same for the same event everywhere.
fn number(event: &str, pair: &str) -> String {
    let (document, record) = event.rsplit_once("-e").unwrap_or((event, "0"));
    let hash = u64::from_str_radix(document.get(..10).unwrap_or("0"), 16).unwrap_or(0);
    let (record, pair): (u64, u64) = (record.parse().unwrap_or(0), pair.parse().unwrap_or(0));
    (hash * 100_000 + (record % 1000) * 100 + pair % 100).to_string()
}

const POLECAT: [&str; 15] = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Quad Code",
    "Intensity",
    "Actor Name",
    "Actor Country",
    "Primary Actor Sector",
    "Recipient Name",
    "Recipient Country",
    "Primary Recipient Sector",
    "Source",
    "Publication Date",
    "Language",
    "Event Text",
];

/// Tab-separated with POLECAT's header names; columns that Mizan has nothing for are left out.
pub(super) fn polecat(snapshot: &Snapshot, args: &Export) -> anyhow::Result<()> {
    let mut out = world::output(args.out.as_deref())?;
    writeln!(out, "{}", POLECAT.join("\t"))?;
    each(snapshot, &asked(args), |row| {
        let id = format!("{}.{}", row[0], row[1]);
        let cells = [
            &id, &row[2], &row[9], &row[11], &row[12], &row[3], &row[4], &row[5], &row[6], &row[7], &row[8], &row[14], &row[17], &row[15],
            &row[16],
        ];
        Ok(writeln!(out, "{}", cells.map(|c| plain(c)).join("\t"))?)
    })?;
    Ok(out.flush()?)
}
