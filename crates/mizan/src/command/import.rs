//! `mizan import`: public event files and tables of indicators into the store.

mod chunks;
mod events;
mod figures;
mod known;
mod lines;
mod mentions;

use mizan_public::Tally;
use mizan_store::{Moment, Store, Table, Writer, row};

use super::{input, place};
use crate::args::{Import, Source};
use crate::unpack::{self, Entry};
use crate::world;
use chunks::Chunks;
use events::{Events, Layout};
use known::{Copies, Known};
use lines::{Count, Loaders, Origin, unreadable};
use mentions::Mentions;

/// What a run has brought in so far.
#[derive(Default)]
struct Account {
    taken: u64,
    known: u64,
    tally: Vec<(String, Tally)>,
}

/// Import the files and say what came in and what did not. A file that is no such file stops the run; what came before it stays out too.
///
/// # Errors
/// When a file cannot be read or is something else, or the store cannot be written.
pub fn run(args: &Import) -> anyhow::Result<()> {
    let store = Store::open_or_make(&place(&args.place)?).map_err(input)?;
    let verb = format!("import {}", clap::ValueEnum::to_possible_value(&args.kind).map_or_else(String::new, |v| v.get_name().to_string()));
    let writer = store.writer(&verb).map_err(input)?;
    let began = world::now();
    let run = writer.next() as i64;
    let mut importing =
        Importing { writer, kind: args.kind, run, events: None, mentions: None, figures: None, account: Account::default() };
    for path in &args.files {
        for entry in unpack::open(path).map_err(input)? {
            importing.file(entry)?;
        }
    }
    let (mut writer, account) = importing.end()?;
    notes(&mut writer, &account, run)?;
    let aside: u64 = account.tally.iter().map(|(_, t)| t.left_out()).sum();
    if account.taken > 0 {
        let done = row::Run {
            run,
            verb: &verb,
            inputs: &args.files,
            began: Moment(began),
            ended: Moment(world::now()),
            mizan: env!("CARGO_PKG_VERSION"),
            model: None,
            taken: account.taken as i64,
            known: account.known as i64,
            aside: aside as i64,
        };
        writer.add(&done).map_err(input)?;
        writer.commit().map_err(input)?;
    }
    world::print(&summary(&account, aside))
}

/// A run under way. What the store has, and the files being written, are looked up once and serve all files of the run.
struct Importing {
    writer: Writer,
    kind: Source,
    run: i64,
    events: Option<(Known, Loaders)>,
    mentions: Option<(Copies, Loaders)>,
    figures: Option<Known>,
    account: Account,
}

impl Importing {
    fn file(&mut self, entry: Entry) -> anyhow::Result<()> {
        let file = entry.name.clone();
        let (tally, count) = match self.kind {
            Source::Gdelt | Source::Icews | Source::Polecat => self.lines(entry)?,
            _ => self.figures(entry)?,
        };
        self.account.taken += count.taken;
        self.account.known += count.known;
        self.account.tally.push((file, tally));
        Ok(())
    }

    fn lines(&mut self, entry: Entry) -> anyhow::Result<(Tally, Count)> {
        let file = entry.name;
        let mut parts = Chunks::of(entry.bytes);
        let first = parts.next().transpose().map_err(|e| unreadable(&file, &e))?.unwrap_or_default();
        let origin = Origin { file: &file, run: self.run };
        if self.kind == Source::Gdelt && mentions::are(&file, &first) {
            let (known, loaders) = match &mut self.mentions {
                Some(there) => there,
                none => none.insert((mentions::known(&self.writer)?, Loaders::of(&self.writer, Table::PublicMentions)?)),
            };
            known.next_file();
            return loaders.read(&Mentions { known }, first, parts, origin);
        }
        let (known, loaders) = match &mut self.events {
            Some(there) => there,
            none => none.insert((events::known(&self.writer, self.kind)?, Loaders::of(&self.writer, Table::PublicEvents)?)),
        };
        let layout = Layout::find(self.kind, &first).map_err(|e| unreadable(&file, &e))?;
        loaders.read(&Events { layout, known }, first, parts, origin)
    }

    fn figures(&mut self, entry: Entry) -> anyhow::Result<(Tally, Count)> {
        let known = match &mut self.figures {
            Some(there) => there,
            none => none.insert(figures::known(&self.writer)?),
        };
        figures::import(&mut self.writer, known, self.kind, entry, self.run)
    }

    /// The files under way are ended and given to the writer.
    fn end(mut self) -> anyhow::Result<(Writer, Account)> {
        let loaders = self.events.into_iter().map(|(_, l)| l).chain(self.mentions.into_iter().map(|(_, l)| l));
        loaders.into_iter().try_for_each(|l| l.end(&mut self.writer))?;
        Ok((self.writer, self.account))
    }
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|t| !t.is_empty())
}

/// Nothing is silent: what was left out, was flawed or has no meaning here becomes a doubt in the store.
fn notes(writer: &mut Writer, account: &Account, run: i64) -> anyhow::Result<()> {
    if account.taken == 0 {
        return Ok(());
    }
    for (file, tally) in &account.tally {
        let seen = tally.skipped.iter().map(|s| ("set-aside", s)).chain(tally.flawed.iter().map(|s| ("flawed-field", s)));
        for (name, (reason, seen)) in seen {
            let detail = format!("{reason}; first on line {}: {}", seen.line, seen.example);
            writer
                .add(&row::Doubt { document: None, source: file, name, detail: &detail, count: seen.count as i64, run })
                .map_err(input)?;
        }
        for ((scheme, code), count) in &tally.unmapped {
            let detail = format!("`{code}` of {scheme} is in none of the tables in data/codes");
            writer
                .add(&row::Doubt { document: None, source: file, name: "unmapped-code", detail: &detail, count: *count as i64, run })
                .map_err(input)?;
        }
    }
    Ok(())
}

fn summary(account: &Account, aside: u64) -> String {
    let mut out = format!("{} rows came in, {} were there already, {aside} lines were set aside\n", account.taken, account.known);
    for (file, tally) in &account.tally {
        for (reason, seen) in &tally.skipped {
            out += &format!("  `{file}`: {} lines set aside: {reason}; first on line {}: {}\n", seen.count, seen.line, seen.example);
        }
        for (reason, seen) in &tally.flawed {
            out += &format!("  `{file}`: {} lines taken without a field: {reason}; first on line {}\n", seen.count, seen.line);
        }
        let unmapped: u64 = tally.unmapped.values().sum();
        if unmapped > 0 {
            let mut most: Vec<_> = tally.unmapped.iter().collect();
            most.sort_by_key(|(code, count)| (std::cmp::Reverse(**count), *code));
            let shown: Vec<String> = most.iter().take(8).map(|((scheme, code), count)| format!("{code} ({scheme}) {count}")).collect();
            let more = if most.len() > 8 { format!(" and {} more, all in the table `doubts`", most.len() - 8) } else { String::new() };
            out += &format!("  `{file}`: {unmapped} codes without a meaning here: {}{more}\n", shown.join(", "));
        }
        if !tally.absent.is_empty() {
            out += &format!("  `{file}`: columns that it lacks: {}\n", tally.absent.iter().copied().collect::<Vec<_>>().join(", "));
        }
    }
    out
}
