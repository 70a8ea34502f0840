//! An index of words: which reports, actors, events and claims hold them.
//!
//! It is made out of the tables and lies beside them, in `words_v1.sqlite`; it holds nothing that they do not, and can be removed at any time. Who
//! looks words up without it reads every text.

use std::path::{Path, PathBuf};

use datafusion::arrow::array::{Array, AsArray, RecordBatch};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Int64Type};
use rusqlite::{Connection, ErrorCode, OpenFlags, params};

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

    /// The table that holds the rows.
    pub fn table(self) -> &'static str {
        match self {
            Shelf::Documents => "documents",
            Shelf::Actors => "actors",
            Shelf::Events => "events",
            Shelf::Claims => "claims",
        }
    }

    /// The column of their ids.
    pub fn id(self) -> &'static str {
        match self {
            Shelf::Documents => "document",
            Shelf::Actors => "actor",
            Shelf::Events => "event",
            Shelf::Claims => "claim",
        }
    }

    /// Their words, as SQL.
    pub fn words(self) -> &'static str {
        match self {
            Shelf::Documents => "concat(coalesce(title, ''), ' ', text)",
            Shelf::Actors => "name",
            Shelf::Events => "quote",
            Shelf::Claims => "content",
        }
    }

    /// Ids, days and words of the rows that came after a run, each id once; an actor as often as it has names, without a day.
    fn question(self, run: i64) -> String {
        let (rows, day, only) = match self {
            Shelf::Documents | Shelf::Claims => ("SELECT", "published", ""),
            Shelf::Actors => ("SELECT DISTINCT", "NULL", ""),
            Shelf::Events => ("SELECT", "coalesce(date_first, published)", " AND pair = 0"),
        };
        let (id, words, table) = (self.id(), self.words(), self.table());
        format!("{rows} {id}, CAST(CAST({day} AS INT) AS BIGINT) AS day, {words} FROM {table} WHERE run > {run}{only}")
    }
}

/// The index, open for looking words up.
pub struct Words {
    connection: Connection,
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
        Ok(Some(Words { connection, path, run }))
    }

    /// Whether it holds all that a version of the store does.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn cover(&self, snapshot: &Snapshot) -> Result<bool, Error> {
        Ok(self.run >= newest(snapshot)?)
    }

    /// Ids of the rows that hold words beginning with each of `words`, the newest first, so many at most; actors come as often as they have names.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn find(&self, shelf: Shelf, words: &[String], most: Option<usize>) -> Result<Vec<String>, Error> {
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let name = shelf.table();
        let asked: Vec<String> = words.iter().map(|w| format!("\"{}\"*", w.replace('"', ""))).collect();
        let sql = format!(
            "SELECT id FROM {name} JOIN (SELECT rowid AS found FROM {name}_words WHERE {name}_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2) \
             ON place = found ORDER BY place DESC"
        );
        let most = most.map_or(-1, |n| i64::try_from(n).unwrap_or(i64::MAX));
        let read = || {
            let mut question = self.connection.prepare(&sql)?;
            let found = question.query_map(params![asked.join(" AND "), most], |row| row.get(0))?;
            found.collect::<Result<Vec<String>, _>>()
        };
        read().map_err(failed(&self.path))
    }

    /// Bring the index of a store up to its newest version; `forms` says under which forms the words of a text are found.
    ///
    /// Stopped halfway, the index is as it was. One that is damaged is made anew.
    ///
    /// # Errors
    /// When the store cannot be read or the index cannot be written; the store is untouched.
    pub fn update(store: &Store, forms: impl Fn(&str) -> String) -> Result<(), Error> {
        let path = store.folder().join(FILE);
        let snapshot = store.snapshot(AsOf::Newest)?;
        let mut connection = match made(&path) {
            Err(error) if matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)) => {
                crate::files::remove(&path)?;
                made(&path)
            }
            made => made,
        }
        .map_err(failed(&path))?;
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
fn newest(snapshot: &Snapshot) -> Result<i64, Error> {
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
        let name = shelf.table();
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
    let name = shelf.table();
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
