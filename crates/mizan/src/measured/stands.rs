//! What two actors hold of each other: the ledger of positions, and what each says of the other.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use mizan_store::Snapshot;

use super::ask::{Line, each};
use super::corpus::keys_of;
use super::sheet::{Part, Record};
use super::side::{Columns, Side, day};
use super::told::{Told, told};
use super::who::Who;
use crate::args::measured::Common;
use crate::brief::clean;
use crate::command::query::list;

/// So many positions and claims of a direction are shown.
const SHOWN: usize = 8;

/// An actor with the keys of all who stand on its side.
pub(crate) struct Stand<'w> {
    who: &'w Who,
    keys: BTreeSet<String>,
}

impl<'w> Stand<'w> {
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn both(snapshot: &Snapshot, [a, b]: [&'w Who; 2]) -> anyhow::Result<[Stand<'w>; 2]> {
        let [of_a, of_b] = keys(snapshot, [&a.side, &b.side])?;
        Ok([Stand { who: a, keys: of_a }, Stand { who: b, keys: of_b }])
    }
}

/// What one actor holds of another: its positions towards it, and what it says of it; the newest first, copies of a story once.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn of(snapshot: &Snapshot, holder: &Stand<'_>, other: &Stand<'_>, common: &Common) -> anyhow::Result<Part> {
    let mut part = Part::new("stands", told!("{} on {}", &holder.who.name, &other.who.name));
    let (positions, more) = cut(positions(snapshot, holder, other, common)?);
    part.records.extend(positions);
    if more.0 > 0 {
        part.words.push(told!("{} more positions: `{}`", more.0, more.1));
    }
    let (claims, more) = cut(claims(snapshot, holder.who, other, common)?);
    part.records.extend(claims);
    if more.0 > 0 {
        part.words.push(told!("{} more claims: `{}`", more.0, more.1));
    }
    Ok(part)
}

/// The records that are shown, and how many more there are with the question that lists all.
fn cut((mut records, sql): (Vec<Record>, String)) -> (Vec<Record>, (usize, String)) {
    let more = records.len().saturating_sub(SHOWN);
    records.truncate(SHOWN);
    (records, (more, sql))
}

fn when(common: &Common, column: &str) -> String {
    let since = common.since.map(|d| format!(" AND {column} >= {}", day(d))).unwrap_or_default();
    let until = common.until.map(|d| format!(" AND {column} <= {}", day(d))).unwrap_or_default();
    since + &until
}

/// For each side, the keys of all actors on it that the store knows, and the side's own.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn keys<const N: usize>(snapshot: &Snapshot, sides: [&Side; N]) -> anyhow::Result<[BTreeSet<String>; N]> {
    let mut keys = sides.map(|s| s.codes().into_iter().map(str::to_string).collect::<BTreeSet<String>>());
    each(snapshot, &keys_of(&sides), |line| {
        for (_, keys) in keys.iter_mut().enumerate().filter(|(n, _)| line.truth(1 + n)) {
            keys.insert(line.word(0));
        }
    })?;
    Ok(keys)
}

fn positions(snapshot: &Snapshot, holder: &Stand<'_>, other: &Stand<'_>, common: &Common) -> anyhow::Result<(Vec<Record>, String)> {
    let sql = format!(
        "SELECT position, story, actor, issue, stance, date_first, date_last, events, claims, published FROM positions WHERE actor_key IN ({}) AND towards IN ({}){} ORDER BY published DESC NULLS LAST, position",
        list(&holder.keys),
        list(&other.keys),
        when(common, "published")
    );
    let mut once = Once::default();
    each(snapshot, &sql, |line| {
        let (actor, issue, stance) = (clean(line.text(2).unwrap_or_default()), clean(line.text(3).unwrap_or_default()), line.word(4));
        let record = Record {
            kind: "position",
            ids: vec![line.word(0)],
            date: span(line.day(5), line.day(6)).or_else(|| line.day(9).map(Told::from)),
            text: told!("{}: {}", &actor, Told::known(&stance)),
            quote: Some(issue.clone()),
            notes: vec![told!("rests on {}", rests_on(line))],
            ..Record::default()
        };
        once.add(vec![line.word(1), actor, issue.to_lowercase(), stance], record);
    })?;
    Ok((once.records, sql))
}

fn rests_on(line: &Line<'_>) -> Told {
    let all: Vec<String> = line.texts(7).into_iter().chain(line.texts(8)).collect();
    if all.is_empty() { told!("nothing that is kept") } else { all.join(", ").into() }
}

fn span(first: Option<Date>, last: Option<Date>) -> Option<Told> {
    match (first, last) {
        (Some(a), Some(b)) if a != b => Some(told!("{} to {}", a, b)),
        (Some(a), _) | (None, Some(a)) => Some(a.into()),
        (None, None) => None,
    }
}

fn claims(snapshot: &Snapshot, holder: &Who, other: &Stand<'_>, common: &Common) -> anyhow::Result<(Vec<Record>, String)> {
    let columns = Columns { country: "speaker_country", key: Some("speaker_key"), day: "published" };
    let sql = format!(
        "SELECT claim, story, kind, speaker, content, published, outlet, carried FROM claims WHERE {} AND array_has_any(about, make_array({})){} ORDER BY published DESC NULLS LAST, claim",
        holder.side.on(&columns),
        list(&other.keys),
        when(common, "published")
    );
    let mut once = Once::default();
    each(snapshot, &sql, |line| {
        let content = clean(line.text(4).unwrap_or_default());
        once.add(vec![line.word(1), line.word(2), content.to_lowercase()], claim(line, &content));
    })?;
    Ok((once.records, sql))
}

fn claim(line: &Line<'_>, content: &str) -> Record {
    let carried = if line.truth(7) { vec![told!("the speaker is carried over from an earlier sentence")] } else { Vec::new() };
    let speaker = line.text(3).map_or_else(|| told!("someone unnamed"), |name| clean(name).into());
    Record {
        kind: "claim",
        ids: vec![line.word(0)],
        date: line.day(5).map(Told::from),
        text: told!("{}, {}", speaker, Told::known(&line.word(2))),
        quote: Some(content.to_string()),
        outlet: line.text(6).map(clean),
        notes: carried,
        ..Record::default()
    }
}

/// Records of which the copies in other documents of the same story stand with the first.
#[derive(Default)]
pub(crate) struct Once {
    /// The records, in the order in which they came.
    pub(crate) records: Vec<Record>,
    seen: BTreeMap<Vec<String>, usize>,
}

impl Once {
    /// Add a record, or its ids to the one it is a copy of.
    pub(crate) fn add(&mut self, same: Vec<String>, record: Record) {
        match self.seen.get(&same) {
            Some(at) => self.records[*at].ids.extend(record.ids),
            None => {
                self.seen.insert(same, self.records.len());
                self.records.push(record);
            }
        }
    }
}
