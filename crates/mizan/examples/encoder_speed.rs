//! Sentences a second of the encoder alone, on all cores: what `bench/speed.sh` holds the whole path against.
//!
//! Takes a file of JSON lines with `text`; loading is included, as it is for the whole path.

use std::time::Instant;

use mizan::world::{self, MODEL};
use mizan_annotate::encoder::{Encoder, Thresholds, cores};

fn main() -> anyhow::Result<()> {
    let path = std::env::args().nth(1).ok_or_else(|| anyhow::anyhow!("give a file of JSON lines with `text`"))?;
    let begun = Instant::now();
    let bytes = world::bytes(&path)?;
    let lines: Vec<_> = mizan_read::lines(&bytes).collect::<Result<_, _>>()?;
    let texts: Vec<&str> = lines.iter().map(|l| l.text.as_str()).collect();
    Encoder::load(&MODEL)?.read_all(&texts, &Thresholds::SHIPPED, cores())?;
    world::print(&format!("{:.1}\n", texts.len() as f64 / begun.elapsed().as_secs_f64()))
}
