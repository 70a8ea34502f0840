//! Any bytes as a public file: rows taken and lines left out make up the lines.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mizan_public::{Error, Tally, comtrade, dyads, eurostat, gdelt, gdelt_mentions, icews, indicator, kazakh_trade, polecat, votes};

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let read: Result<Tally, Error> = match first % 10 {
        0 => gdelt::read(rest, |_| {}),
        1 => gdelt_mentions::read(rest, |_| {}),
        2 => icews::read(rest, |_| {}),
        3 => polecat::read(rest, |_| {}),
        4 => comtrade::read(rest, |_| {}),
        5 => eurostat::read(rest, |_| {}),
        6 => kazakh_trade::read(rest, |_| {}),
        7 => votes::read(rest, |_| {}),
        8 => dyads::read(rest, |_| {}),
        _ => indicator::read(rest, |_| {}),
    };
    if let Ok(tally) = read {
        assert_eq!(tally.taken + tally.left_out(), tally.rows);
    }
});
