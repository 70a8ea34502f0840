//! Tables of indicators: read on one thread.

use std::io::{BufRead, BufReader};

use mizan_public::{Error, IndicatorRow, Tally, comtrade, dyads, eurostat, indicator, kazakh_trade, votes};
use mizan_store::{Writer, row};

use super::super::input;
use super::known::Known;
use super::lines::{Count, Origin, unreadable};
use super::some;
use crate::args::Source;
use crate::unpack::Entry;

/// The figures that the store has: each by all that tells it from others.
///
/// # Errors
/// When it cannot be read.
pub(super) fn known(writer: &Writer) -> anyhow::Result<Known> {
    let sql = "SELECT dataset, version, indicator, reporter, partner, key, CAST(date_first AS VARCHAR) FROM indicators";
    Known::of(writer, sql, 7)
}

pub(super) fn import(writer: &mut Writer, known: &Known, kind: Source, entry: Entry, run: i64) -> anyhow::Result<(Tally, Count)> {
    let origin = Origin { file: &entry.name, run };
    let mut count = Count::default();
    let sink = |figure: &IndicatorRow<'_>| {
        let day = figure.start.to_string();
        let parts = [figure.dataset, figure.version, figure.indicator, figure.reporter, figure.partner.unwrap_or(""), figure.key, &day];
        if known.is_new(&parts) {
            count.took(writer.add(&stored(figure, origin)));
        } else {
            count.known += 1;
        }
    };
    let tally = read(kind, BufReader::new(entry.bytes), sink).map_err(|e| unreadable(origin.file, &e))?;
    count.done().map_err(input)?;
    Ok((tally, count))
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

fn stored<'r>(figure: &IndicatorRow<'r>, origin: Origin<'r>) -> row::Indicator<'r> {
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
        file: origin.file,
        run: origin.run,
    }
}
