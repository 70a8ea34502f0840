//! The random numbers of a draw, and the draws spread over threads.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::Weights;
use crate::settings::Settings;

/// What one thread is given at least: fewer additions than this are not worth a thread.
const WORTH_A_THREAD: usize = 200_000;

/// Do each draw, `width` numbers out of each, on as many threads as allowed and worth it; `work` is about how many additions a draw costs.
/// The result is in the order of the draws.
pub(crate) fn each_draw<S>(
    settings: &Settings,
    width: usize,
    work: usize,
    scratch: impl Fn() -> S + Sync,
    draw: impl Fn(u32, &mut S, &mut [f64]) + Sync,
) -> Vec<f64> {
    let draws = settings.draws as usize;
    let mut out = vec![0.0; draws * width];
    let worth = (draws.saturating_mul(work) / WORTH_A_THREAD).max(1);
    let share = draws.div_ceil(settings.threads.clamp(1, worth)).max(1);
    let run = |first: usize, part: &mut [f64]| {
        let mut scratch = scratch();
        for (number, out) in part.chunks_exact_mut(width).enumerate() {
            draw((first + number) as u32, &mut scratch, out);
        }
    };
    let mut parts = out.chunks_mut(share * width).enumerate().map(|(part, out)| (part * share, out));
    let own = parts.next();
    std::thread::scope(|scope| {
        let run = &run;
        for (first, part) in parts {
            scope.spawn(move || run(first, part));
        }
        if let Some((first, part)) = own {
            run(first, part);
        }
    });
    out
}

/// The random numbers of one draw of one sample.
pub(crate) fn random(seed: u64, sample: u32, draw: u32) -> ChaCha8Rng {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(u64::from(sample) << 32 | u64::from(draw));
    rng
}

/// Give each story its weight in one draw.
pub(crate) fn weigh(rng: &mut ChaCha8Rng, weights: Weights, counts: &mut [u32]) {
    let stories = counts.len();
    let size = match weights {
        Weights::Multinomial => stories,
        Weights::Sample { size, .. } => size as usize,
        Weights::Poisson => {
            let mut at = 0;
            return in_chunks(rng, stories, |random| {
                counts[at] = poisson_of_one(random);
                at += 1;
            });
        }
    };
    counts.fill(0);
    // A story's chance is 1/stories but for less than one part in 2³²/stories.
    in_chunks(rng, size, |random| counts[((u64::from(random) * stories as u64) >> 32) as usize] += 1);
}

/// Use this many random numbers, made many at a time.
fn in_chunks(rng: &mut ChaCha8Rng, mut count: usize, mut each: impl FnMut(u32)) {
    let mut chunk = [0_u32; 256];
    while count > 0 {
        let part = count.min(chunk.len());
        rng.fill(&mut chunk[..part]);
        chunk[..part].iter().for_each(|random| each(*random));
        count -= part;
    }
}

/// A Poisson number with mean 1: how many steps of its distribution function lie at or below a random number.
fn poisson_of_one(random: u32) -> u32 {
    POISSON_STEPS.iter().map(|step| u32::from(random >= *step)).sum()
}

/// The distribution function of Poisson(1), P(X ≤ k) · 2³² for k from 0; what is left beyond is less than one in 2³².
const POISSON_STEPS: [u32; 12] = [
    1_580_030_169,
    3_160_060_337,
    3_950_075_422,
    4_213_413_783,
    4_279_248_374,
    4_292_415_292,
    4_294_609_778,
    4_294_923_276,
    4_294_962_463,
    4_294_966_817,
    4_294_967_253,
    4_294_967_292,
];
