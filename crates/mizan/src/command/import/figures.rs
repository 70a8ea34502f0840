//! Tables of indicators, and GDELT's mentions: read on one thread.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::io::{BufRead, BufReader};

use mizan_public::{Error, IndicatorRow, Tally, comtrade, dyads, eurostat, indicator, kazakh_trade, votes};
use mizan_store::{AsOf, Writer, row};

use super::super::input;
use super::super::query::each;
use super::Account;
use crate::args::Source;
use crate::unpack::Entry;

/// Figures that are there, each as a 64-bit hash of all that tells it from others.
struct Known {
    hashes: HashSet<u64>,
    hasher: RandomState,
}

impl Known {
    fn is_new(&mut self, parts: &[&str]) -> bool {
        self.hashes.insert(self.hasher.hash_one(parts))
    }

    fn of(writer: &Writer) -> anyhow::Result<Known> {
        let mut known = Known { hashes: HashSet::new(), hasher: RandomState::new() };
        let snapshot = writer.store().snapshot(AsOf::Newest).map_err(input)?;
        each(
            &snapshot,
            "SELECT dataset, version, indicator, reporter, partner, key, CAST(date_first AS VARCHAR) FROM indicators",
            |row| {
                known.is_new(&row.iter().map(String::as_str).collect::<Vec<_>>());
                Ok(())
            },
        )?;
        Ok(known)
    }
}

pub(super) fn import(writer: &mut Writer, kind: Source, entry: Entry, run: i64, account: &mut Account) -> anyhow::Result<()> {
    let file = entry.name;
    let mut known = Known::of(writer)?;
    let mut failed = None;
    let (mut taken, mut there) = (0, 0);
    let sink = |figure: &IndicatorRow<'_>| {
        let day = figure.start.to_string();
        let parts = [figure.dataset, figure.version, figure.indicator, figure.reporter, figure.partner.unwrap_or(""), figure.key, &day];
        if known.is_new(&parts) {
            taken += 1;
            failed = failed.take().or(writer.add(&stored(figure, &file, run)).err());
        } else {
            there += 1;
        }
    };
    let tally = read(kind, BufReader::new(entry.bytes), sink).map_err(|e| input(format!("`{file}`: {e}")))?;
    if let Some(error) = failed {
        return Err(input(error));
    }
    account.taken += taken;
    account.known += there;
    account.tally.push((file, tally));
    Ok(())
}

fn read(kind: Source, bytes: impl BufRead, sink: impl FnMut(&IndicatorRow<'_>)) -> Result<Tally, Error> {
    match kind {
        Source::Eurostat => eurostat::read(bytes, sink),
        Source::Comtrade => comtrade::read(bytes, sink),
        Source::KazakhTrade => kazakh_trade::read(bytes, sink),
        Source::Unvotes => votes::read(bytes, sink),
        Source::Dyads => dyads::read(bytes, sink),
        _ => indicator::read(bytes, sink),
    }
}

fn stored<'r>(figure: &IndicatorRow<'r>, file: &'r str, run: i64) -> row::Indicator<'r> {
    let some = |text: &'r str| Some(text).filter(|t| !t.is_empty());
    row::Indicator {
        dataset: figure.dataset,
        version: some(figure.version),
        indicator: figure.indicator,
        reporter: figure.reporter,
        partner: figure.partner,
        key: some(figure.key),
        date_first: figure.start,
        date_last: figure.end,
        value: figure.value,
        words: some(figure.text),
        unit: some(figure.unit),
        flag: some(figure.flag),
        file,
        run,
    }
}
