//! `mizan compact`

use mizan_store::Store;

use super::{input, place};
use crate::args::Compact;
use crate::world;

/// Microseconds of a day.
const DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// Join small files, forget old versions, and say what was done.
///
/// # Errors
/// When there is no store, somebody else writes to it, or it cannot be written.
pub fn run(args: &Compact) -> anyhow::Result<()> {
    let store = Store::open(&place(&args.place)?).map_err(input)?;
    let done = store.writer("compact").and_then(|mut w| w.compact(i64::from(args.keep) * DAY)).map_err(input)?;
    world::print(&format!(
        "{} files joined into {}, {} files removed, {} versions forgotten\n",
        done.joined, done.into, done.removed, done.forgotten
    ))?;
    super::index(&store)
}
