//! An index of words: which reports, actors, events and claims hold them.
//!
//! It is made out of the tables and lies beside them, in `words_v1.sqlite`; it holds nothing that they do not, and can be removed at any time. Who
//! looks words up without it reads every text.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use datafusion::arrow::array::{Array, AsArray, RecordBatch};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Int64Type};
use rusqlite::{Connection, OpenFlags, params};

use crate::{AsOf, Error, Snapshot, Store};

/// Its file.
const FILE: &str = "words_v1.sqlite";
/// What an entry's day is shifted by, in bits: newer entries have greater numbers, and entries of a day keep the order in which they came.
const SHIFT: u32 = 36;
/// So long who looks words up waits for who writes.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(2);

/// What words are looked up in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// Titles and texts of reports.
    Documents,
    /// Names of actors.
    Actors,
    /// The words that state events.
    Events,
    /// What claims say.
    Claims,
}

impl Shelf {
    const ALL: [Shelf; 4] = [Shelf::Documents, Shelf::Actors, Shelf::Events, Shelf::Claims];

    fn name(self) -> &'static str {
        match self {
            Shelf::Documents => "documents",
            Shelf::Actors => "actors",
            Shelf::Events => "events",
            Shelf::Claims => "claims",
        }
    }

    /// Ids, days and words of the rows that came after a run.
    fn question(self, run: i64) -> String {
        let (id, day, words, only) = match self {
            Shelf::Documents => ("document", "published", "concat(coalesce(title, ''), ' ', text)", ""),
            Shelf::Actors => return format!("SELECT DISTINCT actor, 0 AS day, name FROM actors WHERE run > {run}"),
            Shelf::Events => ("event", "coalesce(date_first, published)", "quote", " AND pair = 0"),
            Shelf::Claims => ("claim", "published", "content", ""),
        };
        format!("SELECT {id}, CAST(CAST({day} AS INT) AS BIGINT) AS day, {words} FROM {} WHERE run > {run}{only}", self.name())
    }
}

/// The index, open for looking words up.
pub struct Words {
    connection: Mutex<Connection>,
    path: PathBuf,
    run: i64,
}

impl Words {
    /// The index of a store, when it has one.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn open(store: &Store) -> Result<Option<Words>, Error> {
        let path = store.folder().join(FILE);
        if !path.exists() {
            return Ok(None);
        }
        let connection = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX);
        let read = |connection: &Connection| {
            connection.busy_timeout(PATIENCE)?;
            connection.query_row("SELECT run FROM about", [], |row| row.get(0))
        };
        let opened = connection.and_then(|connection| read(&connection).map(|run| (connection, run)));
        let (connection, run) = opened.map_err(failed(&path))?;
        Ok(Some(Words { connection: Mutex::new(connection), path, run }))
    }

    /// Whether it holds all that came by this run.
    pub fn reach(&self, run: i64) -> bool {
        self.run >= run
    }

    /// Ids of the rows that hold words beginning with each of `words`, the newest first, so many at most; actors come as often as they have names.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn find(&self, shelf: Shelf, words: &[String], most: Option<usize>) -> Result<Vec<String>, Error> {
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let name = shelf.name();
        let asked: Vec<String> = words.iter().map(|w| format!("\"{}\"*", w.replace('"', ""))).collect();
        let sql = format!(
            "SELECT id FROM {name} JOIN (SELECT rowid AS found FROM {name}_words WHERE {name}_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2) \
             ON place = found ORDER BY place DESC"
        );
        let most = most.map_or(-1, |n| i64::try_from(n).unwrap_or(i64::MAX));
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || {
            let mut question = connection.prepare(&sql)?;
            let found = question.query_map(params![asked.join(" AND "), most], |row| row.get(0))?;
            found.collect::<Result<Vec<String>, _>>()
        };
        read().map_err(failed(&self.path))
    }

    /// Bring the index of a store up to its newest version; `forms` says under which forms the words of a text are found.
    ///
    /// Stopped halfway, the index is as it was. One that cannot be read is made anew.
    ///
    /// # Errors
    /// When the store cannot be read or the index cannot be written; the store is untouched.
    pub fn update(store: &Store, forms: impl Fn(&str) -> String) -> Result<(), Error> {
        let path = store.folder().join(FILE);
        let snapshot = store.snapshot(AsOf::Newest)?;
        let mut connection = match made(&path) {
            Ok(connection) => connection,
            Err(_) => {
                crate::files::remove(&path)?;
                made(&path).map_err(failed(&path))?
            }
        };
        let run = connection.query_row("SELECT run FROM about", [], |row| row.get(0)).map_err(failed(&path))?;
        let newest = newest(&snapshot)?;
        if newest <= run {
            return Ok(());
        }
        let change = connection.transaction().map_err(failed(&path))?;
        for shelf in Shelf::ALL {
            fill(&change, &path, &snapshot, shelf, run, &forms)?;
        }
        change.execute("UPDATE about SET run = ?1", [newest]).and_then(|_| change.commit()).map_err(failed(&path))
    }
}

/// The last run that added reports.
pub(crate) fn newest(snapshot: &Snapshot) -> Result<i64, Error> {
    let batches = snapshot.collect("SELECT coalesce(max(run), 0) FROM documents")?;
    Ok(batches.iter().filter(|b| b.num_rows() > 0).map(|b| b.column(0).as_primitive::<Int64Type>().value(0)).max().unwrap_or(0))
}

fn made(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    connection.execute_batch(
        "CREATE TABLE IF NOT EXISTS about (run INTEGER NOT NULL); INSERT INTO about SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM about);",
    )?;
    for shelf in Shelf::ALL {
        let name = shelf.name();
        connection.execute_batch(&format!(
            "CREATE TABLE IF NOT EXISTS {name} (place INTEGER PRIMARY KEY, id TEXT NOT NULL); \
             CREATE VIRTUAL TABLE IF NOT EXISTS {name}_words USING fts5(words, content='', detail='none', columnsize=0, \
             tokenize=\"unicode61 remove_diacritics 0\");"
        ))?;
    }
    Ok(connection)
}

fn fill(
    change: &Connection,
    path: &Path,
    snapshot: &Snapshot,
    shelf: Shelf,
    run: i64,
    forms: &impl Fn(&str) -> String,
) -> Result<(), Error> {
    let name = shelf.name();
    let failed = || failed(path);
    let mut number: i64 = change.query_row(&format!("SELECT count(*) FROM {name}"), [], |row| row.get(0)).map_err(failed())?;
    let mut place = change.prepare(&format!("INSERT INTO {name} (place, id) VALUES (?1, ?2)")).map_err(failed())?;
    let mut words = change.prepare(&format!("INSERT INTO {name}_words (rowid, words) VALUES (?1, ?2)")).map_err(failed())?;
    for batch in snapshot.query(&shelf.question(run))? {
        let batch: RecordBatch = batch?;
        let text = |at: usize| cast(batch.column(at), &DataType::Utf8).map_err(|e| Error::Query(e.to_string()));
        let (ids, texts, days) = (text(0)?, text(2)?, batch.column(1).as_primitive::<Int64Type>());
        for row in 0..batch.num_rows() {
            let day = if days.is_valid(row) { days.value(row) + (1 << 20) } else { 0 };
            number += 1;
            let at = (day << SHIFT) | number;
            place.execute(params![at, ids.as_string::<i32>().value(row)]).map_err(failed())?;
            words.execute(params![at, forms(texts.as_string::<i32>().value(row))]).map_err(failed())?;
        }
    }
    Ok(())
}

fn failed(path: &Path) -> impl FnOnce(rusqlite::Error) -> Error {
    move |error| Error::Words { path: path.to_path_buf(), what: error.to_string() }
}
