//! Files whose lines stand alone: parts of them are read and written on one thread each.

use std::sync::Mutex;

use mizan_public::Tally;
use mizan_store::{Error, Loader, Table, Writer};

use super::super::{input, threads};
use super::chunks::Chunks;

/// How the lines of a file become rows.
pub(super) trait Lines: Sync {
    /// The table of the rows.
    const TABLE: Table;

    /// Read a part of a file; what is new goes to the loader.
    fn read(&self, part: &[u8], origin: Origin<'_>, loader: &mut Loader, count: &mut Count) -> Result<Tally, mizan_public::Error>;
}

/// Where rows come from.
#[derive(Clone, Copy)]
pub(super) struct Origin<'a> {
    /// The file.
    pub(super) file: &'a str,
    /// The run.
    pub(super) run: i64,
}

/// What became of rows.
#[derive(Default)]
pub(super) struct Count {
    pub(super) taken: u64,
    pub(super) known: u64,
    failed: Option<Error>,
}

impl Count {
    /// A row was given to the loader.
    pub(super) fn took(&mut self, added: Result<(), Error>) {
        self.taken += 1;
        self.failed = self.failed.take().or(added.err());
    }

    /// Whether all went well; if not, what went wrong first.
    pub(super) fn done(&mut self) -> Result<(), Error> {
        self.failed.take().map_or(Ok(()), Err)
    }
}

/// Threads' loaders of one table: they stay from file to file, so that many small files become few large ones.
pub(super) struct Loaders {
    table: Table,
    loaders: Vec<Loader>,
}

impl Loaders {
    /// One a thread.
    ///
    /// # Errors
    /// When the table cannot be made.
    pub(super) fn of(writer: &Writer, table: Table) -> anyhow::Result<Loaders> {
        let loaders = (0..threads(None)).map(|_| writer.loader(table)).collect::<Result<Vec<_>, _>>().map_err(input)?;
        Ok(Loaders { table, loaders })
    }

    /// Read a file that begins with `first`.
    ///
    /// # Errors
    /// When the file cannot be read on or the rows cannot be written.
    pub(super) fn read<L: Lines>(&mut self, lines: &L, first: Vec<u8>, rest: Chunks, origin: Origin<'_>) -> anyhow::Result<(Tally, Count)> {
        debug_assert_eq!(self.table, L::TABLE, "rows go into their own table");
        let queue = Mutex::new(std::iter::once(Ok(first)).chain(rest).enumerate());
        let done = std::thread::scope(|scope| {
            let running: Vec<_> = self.loaders.iter_mut().map(|l| scope.spawn(|| worker(&queue, lines, origin, l))).collect();
            running.into_iter().map(|t| t.join().expect("a reader of lines does not panic")).collect::<anyhow::Result<Vec<_>>>()
        })?;
        let (mut tallies, mut count) = (Vec::new(), Count::default());
        for (parts, one) in done {
            tallies.extend(parts);
            count.taken += one.taken;
            count.known += one.known;
        }
        tallies.sort_by_key(|(part, _)| *part);
        let mut whole = Tally::default();
        tallies.into_iter().for_each(|(_, t)| whole.append(t));
        Ok((whole, count))
    }

    /// End the files under way and give them to the writer.
    ///
    /// # Errors
    /// When they cannot be written.
    pub(super) fn end(self, writer: &mut Writer) -> anyhow::Result<()> {
        for loader in self.loaders {
            writer.accept(loader.end().map_err(input)?);
        }
        Ok(())
    }
}

type Queue<'q> = Mutex<dyn Iterator<Item = (usize, std::io::Result<Vec<u8>>)> + Send + 'q>;

fn worker<L: Lines>(queue: &Queue<'_>, lines: &L, origin: Origin<'_>, loader: &mut Loader) -> anyhow::Result<(Vec<(usize, Tally)>, Count)> {
    let (mut tallies, mut count) = (Vec::new(), Count::default());
    loop {
        let next = queue.lock().map_err(|_| input("another thread failed"))?.next();
        let Some((number, part)) = next else { break };
        let part = part.map_err(|e| unreadable(origin.file, &e))?;
        let tally = lines.read(&part, origin, loader, &mut count).map_err(|e| unreadable(origin.file, &e))?;
        count.done().map_err(input)?;
        tallies.push((number, tally));
    }
    Ok((tallies, count))
}

/// A file that is not what it was said to be, or not whole.
pub(super) fn unreadable(file: &str, error: &dyn std::fmt::Display) -> anyhow::Error {
    let error = error.to_string();
    let hint = if error.contains("hint: ") { "" } else { "\nhint: check that the file is what you say it is, and whole" };
    input(format!("`{file}`: {error}{hint}"))
}
