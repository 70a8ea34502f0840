//! One panel: axes with their unit, lines with bands, turning points, what is missing.

use super::Panel;
use super::drawing::{Anchor, Drawing, Fill, Pen};
use super::scale::Scale;
use crate::measured::page::labelled;
use crate::measured::sheet::{Curve, Drawn, Point};
use crate::measured::words::figure;

/// Height of the plot.
const HEIGHT: f64 = 200.0;
/// Room on the left for the ticks.
const LEFT: f64 = 90.0;
/// Room on the right.
const RIGHT: f64 = 30.0;
/// The width of a turning point's label.
const LABEL: f64 = 46.0;
/// Rows of labels at turning points.
const ROWS: usize = 6;
/// So many labels stand below at most.
const LABELS: usize = 12;

/// Colours that people with any kind of sight tell apart (after Okabe and Ito), each with its own dashes.
const PENS: [(&str, &[f32]); 7] = [
    ("#0072b2", &[]),
    ("#d55e00", &[7.0, 3.0]),
    ("#009e73", &[2.0, 3.0]),
    ("#cc79a7", &[9.0, 3.0, 2.0, 3.0]),
    ("#e69f00", &[4.0, 2.0]),
    ("#56b4e9", &[1.0, 2.0]),
    ("#000000", &[12.0, 4.0]),
];
/// The axes.
const AXIS: Pen = Pen::plain("#555555", 1.0);
/// The lines across at the ticks.
const GRID: Pen = Pen::plain("#dddddd", 0.8);

/// The plot of a panel in the drawing.
struct Plot {
    top: f64,
    left: f64,
    width: f64,
    scale: Scale,
    count: usize,
}

impl Plot {
    /// The middle of a period.
    fn x(&self, at: usize) -> f64 {
        self.left + self.width * (at as f64 + 0.5) / self.count as f64
    }

    fn y(&self, value: f64) -> f64 {
        self.top + HEIGHT * (1.0 - self.scale.place(value))
    }

    fn bottom(&self) -> f64 {
        self.top + HEIGHT
    }
}

pub(super) fn draw(out: &mut Drawing, panel: &Panel<'_>) {
    let Some(first) = panel.curves.first() else { return };
    out.move_down(34.0);
    out.text(20.0, Anchor::Start, 14.0, &panel.title.to_string());
    legend(out, panel);
    out.move_down(30.0);
    let plot = Plot { top: out.y(), left: LEFT, width: out.width() - LEFT - RIGHT, scale: scale(&panel.curves), count: first.points.len() };
    missing(out, panel, &plot);
    axes(out, first, &plot);
    for (at, curve) in panel.curves.iter().enumerate() {
        band(out, curve, &plot, PENS[at % PENS.len()].0);
    }
    for (at, curve) in panel.curves.iter().enumerate() {
        line(out, curve, &plot, PENS[at % PENS.len()]);
    }
    turning(out, panel, &plot);
    out.move_down(HEIGHT + 26.0);
}

fn legend(out: &mut Drawing, panel: &Panel<'_>) {
    for (at, curve) in panel.curves.iter().enumerate() {
        out.move_down(17.0);
        let (colour, dashes) = PENS[at % PENS.len()];
        let y = out.y() - 4.0;
        out.line((LEFT, y), (LEFT + 34.0, y), Pen { dashes, ..Pen::plain(colour, 2.2) });
        out.text(LEFT + 42.0, Anchor::Start, 12.0, &labelled(&curve.label, curve.measure).to_string());
    }
}

fn scale(curves: &[&Curve]) -> Scale {
    if let Some(Drawn::Within(from, to)) = curves.first().map(|c| c.drawn) {
        return Scale::fixed(from, to);
    }
    let ends = |p: &Point| [p.shown.value, p.shown.low, p.shown.high].into_iter().flatten().collect::<Vec<_>>();
    let all: Vec<f64> = curves.iter().flat_map(|c| &c.points).flat_map(ends).collect();
    let (least, most) = all.iter().fold((0.0_f64, 0.0_f64), |(low, high), v| (low.min(*v), high.max(*v)));
    Scale::around(least, most)
}

/// Periods in which no line has a value.
fn missing(out: &mut Drawing, panel: &Panel<'_>, plot: &Plot) {
    let width = plot.width / plot.count as f64;
    for at in 0..plot.count {
        if panel.curves.iter().all(|c| c.points[at].shown.value.is_none()) {
            out.rectangle((plot.left + width * at as f64, plot.top), (width, HEIGHT), Fill::Hatched);
        }
    }
}

fn axes(out: &mut Drawing, first: &Curve, plot: &Plot) {
    for tick in &plot.scale.ticks {
        let y = plot.y(*tick);
        out.line((plot.left, y), (plot.left + plot.width, y), if *tick == 0.0 { AXIS } else { GRID });
        out.text_at((plot.left - 8.0, y + 4.0), Anchor::End, 11.0, &figure(*tick, first.unit).to_string());
    }
    out.line((plot.left, plot.top), (plot.left, plot.bottom()), AXIS);
    out.line((plot.left, plot.bottom()), (plot.left + plot.width, plot.bottom()), AXIS);
    out.text_at((20.0, plot.top - 12.0), Anchor::Start, 11.0, first.unit);
    let every = plot.count.div_ceil(LABELS).max(1);
    for (at, point) in first.points.iter().enumerate().step_by(every) {
        out.line((plot.x(at), plot.bottom()), (plot.x(at), plot.bottom() + 4.0), AXIS);
        out.text_at((plot.x(at), plot.bottom() + 17.0), Anchor::Middle, 11.0, &point.period.label());
    }
}

/// Stretches of periods in which something is known.
fn stretches<T>(curve: &Curve, known: impl Fn(&Point) -> Option<T>) -> Vec<Vec<(usize, T)>> {
    let mut out: Vec<Vec<(usize, T)>> = vec![Vec::new()];
    for (at, point) in curve.points.iter().enumerate() {
        match known(point) {
            Some(value) => out[0].push((at, value)),
            None => out.insert(0, Vec::new()),
        }
    }
    out.retain(|stretch| !stretch.is_empty());
    out
}

fn band(out: &mut Drawing, curve: &Curve, plot: &Plot, colour: &'static str) {
    for stretch in stretches(curve, |p| p.shown.low.zip(p.shown.high)) {
        if let [(at, (low, high))] = stretch.as_slice() {
            out.line((plot.x(*at), plot.y(*low)), (plot.x(*at), plot.y(*high)), Pen { opacity: 0.25, ..Pen::plain(colour, 5.0) });
            continue;
        }
        let up = stretch.iter().map(|(at, (_, high))| (plot.x(*at), plot.y(*high)));
        let down = stretch.iter().rev().map(|(at, (low, _))| (plot.x(*at), plot.y(*low)));
        out.area(&up.chain(down).collect::<Vec<_>>(), Fill::Colour(colour, 0.16));
    }
}

fn line(out: &mut Drawing, curve: &Curve, plot: &Plot, (colour, dashes): (&'static str, &'static [f32])) {
    for stretch in stretches(curve, |p| p.shown.value) {
        let points: Vec<(f64, f64)> = stretch.iter().map(|(at, v)| (plot.x(*at), plot.y(*v))).collect();
        if points.len() > 1 {
            out.path(&points, Pen { dashes, ..Pen::plain(colour, 2.0) });
        }
        if plot.count <= 80 || points.len() == 1 {
            for (x, y) in points {
                out.rectangle((x - 2.0, y - 2.0), (4.0, 4.0), Fill::Colour(colour, 1.0));
            }
        }
    }
}

fn turning(out: &mut Drawing, panel: &Panel<'_>, plot: &Plot) {
    let mut placed: Vec<(usize, f64)> = Vec::new();
    for turning in &panel.turning {
        let curve = panel.curves.iter().position(|c| c.label == turning.label && c.measure == turning.measure).unwrap_or(0);
        let colour = PENS[curve % PENS.len()].0;
        for change in &turning.changes {
            let Some(at) = panel.curves[curve].points.iter().position(|p| p.period == change.period) else { continue };
            let x = plot.x(at) - plot.width / plot.count as f64 / 2.0;
            out.line((x, plot.top), (x, plot.bottom()), Pen { dashes: &[5.0, 4.0], ..Pen::plain(colour, 1.4) });
            let free = |row: &usize| placed.iter().all(|(other, at)| other != row || (x - at).abs() > LABEL);
            let row = (0..ROWS).find(free).unwrap_or(0);
            placed.push((row, x));
            out.text_at((x + 3.0, plot.top + 11.0 + 12.0 * row as f64), Anchor::Start, 10.0, &change.period.label());
        }
    }
}
