//! How long the bootstrap and the search for turning points take, on synthetic data of stated size.
//!
//! `cargo run --release -p mizan-measure --example bench -- [THREADS]`
#![expect(clippy::print_stdout, reason = "an example program talks to its user")]

use std::time::Instant;

use jiff::civil::date;
use mizan_measure::bootstrap::{Sums, Weights, resample};
use mizan_measure::changepoint::{Cost, Segments, pelt::pelt};
use mizan_measure::cooperation::{Deed, Quad, Way, over, relations};
use mizan_measure::tone::{self, Reading};
use mizan_measure::{Axis, Level, Settings, Stamp, Step, Window};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const STORIES: u32 = 100_000;
const COPIES: u32 = 3;
const DRAWS: u32 = 1_000;

fn main() {
    let threads = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(2);
    let settings = Settings { level: Level::P95, minimum: 20, draws: DRAWS, seed: 1, threads };
    println!("{STORIES} stories, {DRAWS} draws, {threads} threads");
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    bootstrap(&mut rng, &settings);
    measures(&mut rng, &settings);
    turning_points(&mut rng);
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let out = work();
    println!("{what:<60} {:>9.1} ms", start.elapsed().as_secs_f64() * 1e3);
    out
}

fn bootstrap(rng: &mut ChaCha8Rng, settings: &Settings) {
    for width in [1, 2, 8] {
        let mut sums = Sums::new(width);
        for _ in 0..STORIES {
            let story: Vec<f64> = (0..width).map(|_| rng.random()).collect();
            sums.push(&story);
        }
        for weights in [Weights::Multinomial, Weights::Poisson] {
            let draws = timed(&format!("bootstrap, {width} sums a story, {weights:?}"), || resample(&sums, weights, settings));
            assert_eq!(draws.totals().count(), DRAWS as usize);
        }
    }
}

fn measures(rng: &mut ChaCha8Rng, settings: &Settings) {
    let mut stamp = |story: u32| Stamp {
        story,
        outlet: Some(rng.random_range(0..300)),
        date: date(rng.random_range(2018..2026), rng.random_range(1..13), rng.random_range(1..29)),
    };
    let stamps: Vec<Stamp> = (0..STORIES * COPIES).map(|i| stamp(i / COPIES)).collect();
    let readings: Vec<Reading> = stamps.iter().map(|&stamp| Reading { stamp, tone: rng.random_range(-1.0..1.0) }).collect();
    let mut deed = |stamp| Deed {
        stamp,
        way: if rng.random() { Way::Forth } else { Way::Back },
        quad: Quad::ALL[rng.random_range(0..4)],
        intensity: Some(rng.random_range(-10.0..10.0)),
    };
    let deeds: Vec<Deed> = stamps.iter().map(|&stamp| deed(stamp)).collect();
    let (first, last) = (date(2018, 1, 1), date(2025, 12, 31));
    let axis = Axis::between(first, last, Step::Month).expect("the first day comes first");
    let window = Window::new(first, last).expect("the first day comes first");
    println!("{} rows, {} months", stamps.len(), axis.periods().len());
    timed("tone over the window", || tone::over(&readings, window, settings));
    timed("tone by month", || tone::series(&readings, &axis, settings));
    timed("cooperation over the window, both ways", || over(&deeds, Way::BOTH, window, settings));
    timed("cooperation by month, one way", || relations(&deeds, &[Way::Forth], &axis, settings));
}

fn turning_points(rng: &mut ChaCha8Rng) {
    for (days, steps) in [(2_557, 8), (100_000, 300), (20_000, 0)] {
        let level = |day: usize| if steps == 0 { 0.0 } else { ((day * steps / days) % 5) as f64 };
        let values: Vec<f64> = (0..days).map(|day| level(day) + rng.random_range(-2.0..2.0)).collect();
        let segments = Segments::new(Cost::MeanShift, &values, &[]);
        // Even noise of width 4: its variance is 16/12.
        let penalty = 2.0 * 16.0 / 12.0 * (days as f64).ln();
        let found = timed(&format!("PELT, {days} periods, {steps} levels"), || pelt(&segments, penalty, 7));
        println!("  {} changes", found.len());
    }
}
