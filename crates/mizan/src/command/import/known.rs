//! What is there already, in the store or in a file of the same run, so that nothing comes in twice.
//!
//! A row is known by a 64-bit hash of what tells it from others. Hashes lie in shards, so that threads seldom wait for each other.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::sync::Mutex;

use mizan_store::{AsOf, Writer};

use super::super::input;
use crate::measured::ask::{Line, each};

const SHARDS: u64 = 64;

/// Rows of which there is one each: events, figures.
pub(super) struct Known {
    shards: Vec<Mutex<HashSet<u64, Itself>>>,
    hasher: RandomState,
}

impl Known {
    /// Known is what a question brings.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) fn of(writer: &Writer, sql: &str, columns: usize) -> anyhow::Result<Known> {
        let known = Known { shards: (0..SHARDS).map(|_| Mutex::default()).collect(), hasher: RandomState::new() };
        asked(writer, sql, columns, |parts| {
            known.is_new(parts);
        })?;
        Ok(known)
    }

    /// Whether a row is new; it is not any more.
    pub(super) fn is_new(&self, parts: &[&str]) -> bool {
        let hash = self.hasher.hash_one(parts);
        self.shards[(hash % SHARDS) as usize].lock().is_ok_and(|mut shard| shard.insert(hash))
    }
}

/// Rows of which a file may rightly hold several that look the same: of those, as many are there as the fullest file so far has had.
pub(super) struct Copies {
    shards: Vec<Mutex<HashMap<u64, Count, Itself>>>,
    hasher: RandomState,
}

#[derive(Default)]
struct Count {
    there: u32,
    met: u32,
}

impl Copies {
    /// Known is what a question brings, as out of one file.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) fn of(writer: &Writer, sql: &str, columns: usize) -> anyhow::Result<Copies> {
        let known = Copies { shards: (0..SHARDS).map(|_| Mutex::default()).collect(), hasher: RandomState::new() };
        asked(writer, sql, columns, |parts| {
            known.is_new(parts);
        })?;
        Ok(known)
    }

    /// Another file begins.
    pub(super) fn next_file(&self) {
        for mut shard in self.shards.iter().filter_map(|s| s.lock().ok()) {
            shard.values_mut().for_each(|count| count.met = 0);
        }
    }

    /// Whether a row of the file is one more than are there; then it is there.
    pub(super) fn is_new(&self, parts: &[&str]) -> bool {
        let hash = self.hasher.hash_one(parts);
        self.shards[(hash % SHARDS) as usize].lock().is_ok_and(|mut shard| shard.entry(hash).or_default().one_more())
    }
}

impl Count {
    fn one_more(&mut self) -> bool {
        self.met += 1;
        let new = self.met > self.there;
        self.there = self.there.max(self.met);
        new
    }
}

fn asked(writer: &Writer, sql: &str, columns: usize, mut act: impl FnMut(&[&str])) -> anyhow::Result<()> {
    let snapshot = writer.store().snapshot(AsOf::Newest).map_err(input)?;
    each(&snapshot, sql, |line: &Line<'_>| {
        let parts: Vec<&str> = (0..columns).map(|at| line.text(at).unwrap_or_default()).collect();
        act(&parts);
    })
}

/// What is a hash needs no hashing again.
#[derive(Default)]
struct Same(u64);

type Itself = BuildHasherDefault<Same>;

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("only hashes are kept, and they are whole numbers");
    }

    fn write_u64(&mut self, hash: u64) {
        // The low bits have chosen the shard and the high ones mark places in a table: each shard's hashes are turned so that both differ.
        self.0 = hash.rotate_left(29);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_copies_come_in_as_one_file_holds() {
        let mut count = Count::default();
        let mut file = |rows: u32| {
            count.met = 0;
            (0..rows).filter(|_| count.one_more()).count()
        };
        assert_eq!([file(1), file(1), file(3), file(2), file(3)], [1, 0, 2, 0, 0]);
    }
}
