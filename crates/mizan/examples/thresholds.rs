//! The sweep that chose `Thresholds::SHIPPED`: F1 of events, classes, claims and of sentences that hold an event on labelled sentences for each value of each threshold, the others held.
//!
//!     cargo run --release --example thresholds -- GOLD.jsonl

use mizan::engine::Engine;
use mizan::evaluate::{self, Settings};
use mizan::{format, world};
use mizan_annotate::encoder::{Thresholds, cores};

/// A threshold: its name, how to set it, and the values that are tried.
type Knob = (&'static str, fn(&mut Thresholds, f32), [f32; 5]);

const KNOBS: [Knob; 4] = [
    ("event", |t, v| t.event = v, [0.45, 0.5, 0.54, 0.58, 0.62]),
    ("trigger", |t, v| t.trigger = v, [0.1, 0.2, 0.35, 0.5, 0.65]),
    ("role", |t, v| t.role = v, [0.1, 0.2, 0.3, 0.4, 0.5]),
    ("cue", |t, v| t.cue = v, [0.2, 0.35, 0.5, 0.6, 0.7]),
];

fn main() -> anyhow::Result<()> {
    let path = std::env::args().nth(1).ok_or_else(|| anyhow::anyhow!("give a file of labelled sentences"))?;
    let gold = String::from_utf8(world::bytes(&path)?)?;
    let mut best = Thresholds::SHIPPED;
    for (name, set, values) in KNOBS {
        let mut top = (f64::MIN, 0.0);
        for value in values {
            let mut tried = best;
            set(&mut tried, value);
            let (event, class, claim, presence) = figures(&gold, tried)?;
            world::print(&format!("{name:8} {value:.2}  event {event:.4}  class {class:.4}  claim {claim:.4}  presence {presence:.4}\n"))?;
            let sum = event + claim;
            if sum > top.0 {
                top = (sum, value);
            }
        }
        set(&mut best, top.1);
    }
    world::print(&format!("best: {best:?}\n"))
}

fn figures(gold: &str, thresholds: Thresholds) -> anyhow::Result<(f64, f64, f64, f64)> {
    let engine = Engine::with(thresholds, cores())?;
    let records = evaluate::gold::read(gold).map_err(|p| anyhow::anyhow!("{} lines of the labelled file are wrong", p.len()))?;
    let (ids, documents) = mizan::command::evaluate::units(&records, "thresholds");
    let reports = engine.read(documents)?;
    let lines: String = ids.iter().zip(&reports).map(|(id, r)| format::standoff(r, id) + "\n").collect();
    let evaluation =
        evaluate::run(gold, Some(&lines), None, Settings { draws: 0, seed: 1, worst: 0 }).map_err(|e| anyhow::anyhow!("{e}"))?;
    let s = &evaluation.groups[0].scores;
    Ok((s.event.f1, s.class_micro.f1, s.claim.f1, s.presence.f1))
}
