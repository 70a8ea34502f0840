//! Answers for `bench/against_scipy.py`: one question a line on standard input, one answer a line with the nanoseconds it took in front.
//!
//! `wilson K N LEVEL` · `poisson K LEVEL` · `ratio K1 E1 K2 E2 LEVEL` · `mean DRAWS LEVEL VALUE…` · `pelt PENALTY SHORTEST VALUE…`
#![expect(clippy::print_stdout, reason = "an example program talks to its user")]

use std::io::BufRead;
use std::time::Instant;

use mizan_measure::bootstrap::{Sums, Weights, resample};
use mizan_measure::changepoint::{Cost, Segments, pelt::pelt};
use mizan_measure::{Level, Settings, interval};

fn main() {
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let mut words = line.split(' ');
        let what = words.next().unwrap_or_default();
        let numbers: Vec<f64> = words.filter_map(|w| w.parse().ok()).collect();
        let began = Instant::now();
        let answer = answer(what, &numbers);
        let took = began.elapsed().as_nanos();
        let answer: Vec<String> = answer.iter().map(f64::to_string).collect();
        println!("{took} {}", answer.join(" "));
    }
}

fn answer(what: &str, numbers: &[f64]) -> Vec<f64> {
    let level = |at: usize| Level::new(numbers[at]).unwrap_or(Level::P95);
    let ends = |(low, high)| vec![low, high];
    match what {
        "wilson" => ends(interval::wilson(numbers[0], numbers[1], level(2))),
        "poisson" => ends(interval::poisson(numbers[0], level(1))),
        "ratio" => interval::rate_ratio((numbers[0], numbers[1]), (numbers[2], numbers[3]), level(4)).map_or_else(Vec::new, ends),
        "mean" => mean(&numbers[2..], numbers[0] as u32, level(1)),
        "pelt" => {
            let segments = Segments::new(Cost::MeanShift, &numbers[2..], &[]);
            pelt(&segments, numbers[0], numbers[1] as usize).into_iter().map(|at| at as f64).collect()
        }
        _ => Vec::new(),
    }
}

/// The bootstrap interval of a mean.
fn mean(values: &[f64], draws: u32, level: Level) -> Vec<f64> {
    let mut sums = Sums::new(2);
    values.iter().for_each(|v| sums.push(&[*v, 1.0]));
    let settings = Settings { level, minimum: 0, draws, seed: 1, threads: 1 };
    let drawn = resample(&sums, Weights::Multinomial, &settings).values(|t| (t[1] > 0.0).then(|| t[0] / t[1]));
    drawn.interval(level).map_or_else(Vec::new, |(low, high)| vec![low, high])
}
