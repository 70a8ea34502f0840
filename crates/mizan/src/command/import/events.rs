//! Event files: parts of them are read and written on one thread each.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::io::Cursor;
use std::sync::Mutex;

use mizan_public::{EventRow, Party, Tally, gdelt, icews, polecat};
use mizan_store::{AsOf, Loaded, Loader, Rows, Table, Writer, row};

use super::super::query::{each, quoted};
use super::super::{input, threads};
use super::Account;
use super::chunks::Chunks;
use crate::args::Source;
use crate::unpack::Entry;

/// How a file's lines are laid out.
enum Layout {
    Gdelt(gdelt::Layout),
    Icews(icews::Layout),
    Polecat(polecat::Layout),
}

impl Layout {
    fn find(kind: Source, head: &[u8]) -> Result<Layout, mizan_public::Error> {
        Ok(match kind {
            Source::Icews => Layout::Icews(icews::Layout::find(head)?),
            Source::Polecat => Layout::Polecat(polecat::Layout::find(head)?),
            _ => Layout::Gdelt(gdelt::Layout::find(head)?),
        })
    }

    fn read(&self, part: &[u8], sink: impl FnMut(&EventRow<'_>)) -> Result<Tally, mizan_public::Error> {
        match self {
            Layout::Gdelt(l) => l.read(part, sink),
            Layout::Icews(l) => l.read(part, sink),
            Layout::Polecat(l) => l.read(part, sink),
        }
    }
}

/// Ids of events that are there, in shards so that threads seldom wait for each other. An id is kept as a 64-bit hash of set and id.
pub(super) struct Known {
    shards: Vec<Mutex<HashSet<u64>>>,
    hasher: RandomState,
}

const SHARDS: usize = 64;

impl Known {
    fn new() -> Known {
        Known { shards: (0..SHARDS).map(|_| Mutex::new(HashSet::new())).collect(), hasher: RandomState::new() }
    }

    /// Whether it is new; it is not any more.
    fn is_new(&self, set: &str, id: &str) -> bool {
        let hash = self.hasher.hash_one((set, id));
        self.shards[hash as usize % SHARDS].lock().is_ok_and(|mut shard| shard.insert(hash))
    }

    fn of(writer: &Writer, sets: &[&str]) -> anyhow::Result<Known> {
        let known = Known::new();
        let snapshot = writer.store().snapshot(AsOf::Newest).map_err(input)?;
        let sets = sets.iter().map(|s| quoted(s)).collect::<Vec<_>>().join(", ");
        each(&snapshot, &format!("SELECT provider, event FROM public_events WHERE provider IN ({sets})"), |row| {
            known.is_new(&row[0], &row[1]);
            Ok(())
        })?;
        Ok(known)
    }
}

/// What a thread has to show in the end.
#[derive(Default)]
struct Done {
    tallies: Vec<(usize, Tally)>,
    loaded: Vec<Loaded>,
    taken: u64,
    known: u64,
}

pub(super) fn import(writer: &mut Writer, kind: Source, entry: Entry, run: i64, account: &mut Account) -> anyhow::Result<()> {
    let file = entry.name;
    let known = Known::of(
        writer,
        match kind {
            Source::Icews => &["icews"],
            Source::Polecat => &["polecat"],
            _ => &["gdelt-1.0", "gdelt-2.0"],
        },
    )?;
    let mut parts = Chunks::of(entry.bytes);
    let first = parts.next().transpose().map_err(|e| unreadable(&file, &e))?.unwrap_or_default();
    let layout = Layout::find(kind, &first).map_err(|e| unreadable(&file, &e))?;
    let queue = Mutex::new(std::iter::once(Ok(first)).chain(parts).enumerate());
    let work = |loader: Loader| worker(&queue, &layout, &known, loader, &file, run);
    let loaders = (0..threads(None)).map(|_| writer.loader(Table::PublicEvents)).collect::<Result<Vec<_>, _>>().map_err(input)?;
    let done = std::thread::scope(|scope| {
        let running: Vec<_> = loaders.into_iter().map(|l| scope.spawn(|| work(l))).collect();
        running.into_iter().map(|t| t.join().expect("a reader of events does not panic")).collect::<anyhow::Result<Vec<Done>>>()
    })?;
    let mut tallies = Vec::new();
    for one in done {
        one.loaded.into_iter().for_each(|l| writer.accept(l));
        tallies.extend(one.tallies);
        account.taken += one.taken;
        account.known += one.known;
    }
    tallies.sort_by_key(|(part, _)| *part);
    let mut whole = Tally::default();
    tallies.into_iter().for_each(|(_, t)| whole.append(t));
    account.tally.push((file, whole));
    Ok(())
}

fn unreadable(file: &str, error: &dyn std::fmt::Display) -> anyhow::Error {
    let error = error.to_string();
    let hint = if error.contains("hint: ") { "" } else { "\nhint: check that the file is what you say it is, and whole" };
    input(format!("`{file}`: {error}{hint}"))
}

type Queue<'q> = Mutex<dyn Iterator<Item = (usize, std::io::Result<Vec<u8>>)> + Send + 'q>;

fn worker(queue: &Queue<'_>, layout: &Layout, known: &Known, mut loader: Loader, file: &str, run: i64) -> anyhow::Result<Done> {
    let mut done = Done::default();
    let mut rows = Rows::new(Table::PublicEvents);
    loop {
        let next = queue.lock().map_err(|_| input("another thread failed"))?.next();
        let Some((number, part)) = next else { break };
        let part = part.map_err(|e| unreadable(file, &e))?;
        let mut failed = None;
        let tally = layout.read(Cursor::new(&part).into_inner(), |event| {
            if !known.is_new(event.set, event.id) {
                done.known += 1;
                return;
            }
            done.taken += 1;
            rows.add(&stored(event, file, run));
            if rows.len() >= 32 * 1024 {
                failed = loader.add_all(&mut rows).err().or(failed.take());
            }
        });
        if let Some(error) = failed {
            return Err(input(error));
        }
        done.tallies.push((number, tally.map_err(|e| unreadable(file, &e))?));
    }
    loader.add_all(&mut rows).map_err(input)?;
    done.loaded.push(loader.end().map_err(input)?);
    Ok(done)
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|t| !t.is_empty())
}

fn stored<'r>(event: &EventRow<'r>, file: &'r str, run: i64) -> row::PublicEvent<'r> {
    let whole = |n: Option<u32>| n.map(i64::from);
    let sector = |p: &Party<'r>| some(p.sector.code());
    row::PublicEvent {
        event: event.id,
        provider: event.set,
        day: event.date,
        reported: event.reported,
        source: some(event.source.name),
        source_code: some(event.source.code),
        source_country: some(event.source.country),
        source_sector: sector(&event.source),
        source_sectors: some(event.source.sectors),
        target: some(event.target.name),
        target_code: some(event.target.code),
        target_country: some(event.target.country),
        target_sector: sector(&event.target),
        target_sectors: some(event.target.sectors),
        class: event.class.map(|c| c.name()),
        code: some(event.cameo),
        words: some(event.kind),
        mode: some(event.mode),
        contexts: some(event.contexts),
        quad: event.quad.map(|q| q.name()),
        intensity: event.intensity,
        lead: event.lead,
        mentions: whole(event.mentions),
        sources: whole(event.sources),
        articles: whole(event.articles),
        tone: event.tone,
        report: some(event.story),
        sentence: whole(event.sentence),
        url: some(event.url),
        outlet: some(event.outlet),
        headline: some(event.headline),
        language: some(event.language),
        place: some(event.place.name),
        place_country: some(event.place.country),
        latitude: event.place.latitude,
        longitude: event.place.longitude,
        file,
        run,
    }
}
