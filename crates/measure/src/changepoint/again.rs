//! Each change, located again and again in series drawn from the segments found: their levels, and the scatter around them.
//!
//! The scatter of counts is taken in units of the root of their rate, so that it can be carried from one level to another.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::cost::{Cost, Segments};
use super::{Points, Search};
use crate::bootstrap::{Values, each_draw, random};
use crate::settings::Settings;

/// Places and sizes of each change in each draw.
pub(crate) struct Again {
    changes: usize,
    /// For each draw, place and size of each change.
    drawn: Vec<f64>,
}

/// Draw the series anew and locate its changes again. `starts` are the first values of all segments, 0 among them.
pub(crate) fn draws(points: &Points, starts: &[usize], search: &Search, settings: &Settings) -> Again {
    let changes = starts.len() - 1;
    if changes == 0 {
        return Again { changes, drawn: Vec::new() };
    }
    let n = points.values.len();
    let shapes = shapes(points, starts, search.cost);
    let shortest = search.shortest.max(1);
    let drawn = each_draw(
        settings,
        2 * changes,
        4 * n,
        || vec![0.0; n],
        |draw, values, out| {
            let mut rng = random(settings.seed, 0, draw);
            shapes.iter().for_each(|shape| shape.redraw(&mut rng, points, search.cost, values));
            let segments = Segments::new(search.cost, values, &points.exposures);
            for (pair, out) in shapes.windows(2).zip(out.chunks_exact_mut(2)) {
                let (from, to) = (pair[0].from, pair[1].to);
                let place = best_cut(&segments, from, to, shortest);
                out[0] = place as f64;
                out[1] = segments.level(place, to) - segments.level(from, place);
            }
        },
    );
    Again { changes, drawn }
}

/// Segments with fewer values than this do not show their own scatter.
const ENOUGH: usize = 8;

/// What a segment's values are drawn from.
struct Shape {
    from: usize,
    to: usize,
    level: f64,
    /// Distances from the level, in units of the scatter that the cost supposes.
    scatter: Vec<f64>,
}

fn shapes(points: &Points, starts: &[usize], cost: Cost) -> Vec<Shape> {
    let segments = Segments::new(cost, &points.values, &points.exposures);
    let ends = starts.iter().copied().skip(1).chain([points.values.len()]);
    let shape = |(from, to): (usize, usize)| {
        let level = segments.level(from, to);
        Shape { from, to, level, scatter: scatter(points, from, to, level, cost) }
    };
    let mut shapes: Vec<Shape> = starts.iter().copied().zip(ends).map(shape).collect();
    let all: Vec<f64> = shapes.iter().flat_map(|s| s.scatter.iter().copied()).collect();
    for shape in &mut shapes {
        if shape.to - shape.from < ENOUGH {
            shape.scatter.clone_from(&all);
        }
    }
    shapes
}

/// The scatter of a segment; none of one value. Around their own level values scatter too little, the less the fewer they are; that is made good.
fn scatter(points: &Points, from: usize, to: usize, level: f64, cost: Cost) -> Vec<f64> {
    let n = (to - from) as f64;
    if n < 2.0 {
        return Vec::new();
    }
    let distance = |i: usize| (points.values[i] - level) / unit(cost, level, points.exposures[i]);
    let finite = |d: f64| if d.is_finite() { d } else { 0.0 };
    (from..to).map(|i| finite(distance(i)) * (n / (n - 1.0)).sqrt()).collect()
}

/// The standard deviation that a cost supposes, but for a factor common to all.
fn unit(cost: Cost, level: f64, exposure: f64) -> f64 {
    match cost {
        Cost::MeanShift => 1.0,
        Cost::Poisson | Cost::PoissonRate => (level / exposure).sqrt(),
    }
}

impl Shape {
    fn redraw(&self, rng: &mut ChaCha8Rng, points: &Points, cost: Cost, values: &mut [f64]) {
        for (i, value) in values.iter_mut().enumerate().take(self.to).skip(self.from) {
            let drawn = match self.scatter.len() as u32 {
                0 => 0.0,
                n => self.scatter[rng.random_range(0..n) as usize],
            };
            let moved = self.level + drawn * unit(cost, self.level, points.exposures[i]);
            *value = if cost == Cost::MeanShift { moved } else { moved.max(0.0) };
        }
    }
}

/// Where to cut one stretch in two, both parts at least `shortest` long; there is room, for the search found such a cut.
fn best_cut(segments: &Segments, from: usize, to: usize, shortest: usize) -> usize {
    let cost = |place: usize| segments.cost(from, place) + segments.cost(place, to);
    let places = from + shortest..=to - shortest;
    places.min_by(|a, b| cost(*a).total_cmp(&cost(*b))).unwrap_or(from + shortest)
}

impl Again {
    fn column(&self, column: usize) -> impl Iterator<Item = f64> {
        self.drawn.chunks_exact((2 * self.changes).max(1)).map(move |draw| draw[column])
    }

    /// Sizes of a change, one a draw.
    pub(crate) fn sizes(&self, change: usize) -> Values {
        Values::new(self.column(2 * change + 1).map(Some))
    }

    /// Between which values a change lies, the value found included; `None` without draws.
    pub(crate) fn between(&self, change: usize, found: usize, settings: &Settings) -> Option<(usize, usize)> {
        let places = Values::new(self.column(2 * change).map(Some));
        let (low, high) = places.interval(settings.level)?;
        Some((found.min(low.floor() as usize), found.max(high.ceil() as usize)))
    }
}
