//! Rows into stories, stories into windows: the first step of every measure that counts stories.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::bootstrap::{Draws, Sums, Weights, resample};
use crate::estimate::{Estimate, Method, Note};
use crate::interval;
use crate::period::Window;
use crate::row::Row;
use crate::settings::Settings;

/// What a row does in a measure.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Fit {
    /// It is measured.
    Used,
    /// It is not about what is measured, but it shows that something was recorded in its window.
    Seen,
    /// It should be measured and has no usable number; its window is not silent.
    SetAside,
}

/// In which window a story stands.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Dated {
    /// In that of its earliest row alone: when it was first printed.
    ByStory,
    /// In that of each row: when the events happened that it tells of.
    ByRow,
}

/// How rows become stories.
pub(crate) struct Plan<'a> {
    /// Ascending, and no two overlap.
    pub(crate) windows: &'a [Window],
    pub(crate) dated: Dated,
    /// How many sums are kept for a story.
    pub(crate) width: usize,
}

/// The stories of one window.
pub(crate) struct Cell {
    pub(crate) window: Window,
    /// One row of sums for each story measured, in the order of the story numbers.
    pub(crate) sums: Sums,
    /// How many stories have any row in the window.
    pub(crate) heard: u64,
    pub(crate) rests_on: Vec<u32>,
    set_aside: u64,
    loudest: Option<(u32, f64)>,
}

/// A row in its window.
#[derive(Clone, Copy)]
struct Placed {
    story: u32,
    row: u32,
    fit: Fit,
}

/// Make the stories of each window. `sums` turns the used rows of one story in one window into its sums; it must not depend on their order.
pub(crate) fn cells<R: Row>(rows: &[R], plan: &Plan, fit: impl Fn(&R) -> Fit, sums: impl Fn(&[R], &mut [f64])) -> Vec<Cell> {
    let mut cells: Vec<Cell> = plan.windows.iter().map(|&window| Cell::empty(window, plan.width)).collect();
    let (mut used, mut out) = (Vec::new(), vec![0.0; plan.width]);
    for (cell, group) in cells.iter_mut().zip(place(rows, plan, fit)) {
        let mut outlets: BTreeMap<u32, u64> = BTreeMap::new();
        for story in group.chunk_by(|a, b| a.story == b.story) {
            cell.set_aside += story.iter().filter(|p| p.fit == Fit::SetAside).count() as u64;
            cell.heard += 1;
            used.clear();
            used.extend(story.iter().filter(|p| p.fit == Fit::Used).map(|p| rows[p.row as usize]));
            if used.is_empty() {
                continue;
            }
            cell.rests_on.extend(story.iter().filter(|p| p.fit == Fit::Used).map(|p| p.row));
            out.fill(0.0);
            sums(&used, &mut out);
            cell.sums.push(&out);
            count_outlets(&used, &mut outlets);
        }
        cell.loudest = loudest(&outlets, cell.sums.len());
        cell.rests_on.sort_unstable();
    }
    cells
}

/// The rows of each window, by story and then in their own order.
fn place<R: Row>(rows: &[R], plan: &Plan, fit: impl Fn(&R) -> Fit) -> Vec<Vec<Placed>> {
    let stamp = |row: u32| rows[row as usize].stamp();
    let mut order: Vec<u32> = (0..rows.len() as u32).collect();
    order.sort_by_key(|&row| stamp(row).story);
    let mut placed = vec![Vec::new(); plan.windows.len()];
    for story in order.chunk_by(|&a, &b| stamp(a).story == stamp(b).story) {
        let first = story.iter().map(|&row| stamp(row).date).min().filter(|_| plan.dated == Dated::ByStory);
        for &row in story {
            let day = first.unwrap_or(stamp(row).date);
            if let Some(window) = window_of(plan.windows, day) {
                placed[window].push(Placed { story: stamp(row).story, row, fit: fit(&rows[row as usize]) });
            }
        }
    }
    placed
}

fn window_of(windows: &[Window], day: Date) -> Option<usize> {
    let behind = windows.partition_point(|w| w.first() <= day);
    behind.checked_sub(1).filter(|&at| windows[at].contains(day))
}

/// Count the story once for each outlet that printed it.
pub(crate) fn count_outlets<R: Row>(story: &[R], outlets: &mut BTreeMap<u32, u64>) {
    let mut names: Vec<u32> = story.iter().filter_map(|r| r.stamp().outlet).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        *outlets.entry(name).or_default() += 1;
    }
}

/// The outlet that printed most stories, the first by number among equals, and the share it printed.
fn loudest(outlets: &BTreeMap<u32, u64>, stories: usize) -> Option<(u32, f64)> {
    let (outlet, count) = outlets.iter().rev().max_by_key(|(_, count)| **count)?;
    Some((*outlet, *count as f64 / stories as f64))
}

/// The mean of some numbers, the same to the last bit in whatever order they come; `None` of none.
pub(crate) fn mean(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_unstable_by(f64::total_cmp);
    (!numbers.is_empty()).then(|| numbers.iter().sum::<f64>() / numbers.len() as f64)
}

impl Cell {
    fn empty(window: Window, width: usize) -> Cell {
        Cell { window, sums: Sums::new(width), heard: 0, rests_on: Vec::new(), set_aside: 0, loudest: None }
    }

    /// How many stories are measured.
    pub(crate) fn stories(&self) -> u64 {
        self.sums.len() as u64
    }

    /// How many rows had no usable number.
    pub(crate) fn set_aside(&self) -> u64 {
        self.set_aside
    }

    /// Whether nothing was recorded.
    pub(crate) fn silent(&self) -> bool {
        self.heard == 0
    }

    /// The estimate before its value, with what is known of its stories.
    pub(crate) fn blank(&self, unit: &'static str) -> Estimate {
        let mut estimate = Estimate::blank(self.window, unit, "stories");
        estimate.count = self.stories();
        estimate.rests_on.clone_from(&self.rests_on);
        if self.set_aside > 0 {
            estimate.notes.push(Note::SetAside { rows: self.set_aside });
        }
        if self.silent() {
            return estimate.noting(Note::Silent);
        }
        if let Some((outlet, share)) = self.loudest.filter(|(_, share)| *share > 0.5) {
            estimate.notes.push(Note::OneOutlet { outlet, share });
        }
        estimate
    }

    /// How many stories there are, as an estimate.
    pub(crate) fn number(&self, settings: &Settings) -> Estimate {
        let mut estimate = self.blank("stories");
        if self.silent() {
            return estimate;
        }
        let count = self.stories() as f64;
        estimate.value = Some(count);
        estimate.between(interval::poisson(count, settings.level), Method::Garwood(settings.level)).checked(settings.minimum)
    }

    /// Let an estimate rest on these stories too: its window, rows and notes.
    pub(crate) fn join(&self, estimate: &mut Estimate) {
        let (own, other) = (self.window, estimate.window);
        estimate.window = Window::around(own.first().min(other.first()), own.last().max(other.last()));
        estimate.rests_on.extend(&self.rests_on);
        estimate.rests_on.sort_unstable();
        estimate.rests_on.dedup();
        estimate.count += self.stories();
        for note in self.blank("").notes {
            let known = estimate.notes.iter().any(|n| same_kind(n, &note));
            if !known {
                estimate.notes.push(note);
            }
        }
    }

    /// Draws of the totals of its stories.
    pub(crate) fn draws(&self, weights: Weights, settings: &Settings) -> Draws {
        resample(&self.sums, weights, settings)
    }

    /// The value of `measure` at the totals, with the percentiles of `draws`.
    pub(crate) fn estimate(
        &self,
        unit: &'static str,
        draws: &Draws,
        settings: &Settings,
        measure: impl Fn(&[f64]) -> Option<f64>,
    ) -> Estimate {
        let mut estimate = self.blank(unit);
        if self.silent() {
            return estimate;
        }
        estimate = estimate.checked(settings.minimum);
        estimate.value = measure(&self.sums.total());
        if estimate.value.is_none() {
            return estimate.noting(Note::NoDenominator);
        }
        spread(estimate, &draws.values(measure), settings)
    }
}

/// Whether two notes say the same, be it in other numbers; set-aside rows of several windows are each told.
fn same_kind(a: &Note, b: &Note) -> bool {
    match (a, b) {
        (Note::OneOutlet { outlet: a, .. }, Note::OneOutlet { outlet: b, .. }) => a == b,
        (Note::SetAside { .. }, _) => false,
        _ => a == b,
    }
}

/// Give an estimate the percentiles of its draws, or say why not.
pub(crate) fn spread(estimate: Estimate, values: &crate::bootstrap::Values, settings: &Settings) -> Estimate {
    let method = Method::Bootstrap { level: settings.level, draws: settings.draws, seed: settings.seed };
    let estimate = values.note().into_iter().fold(estimate, Estimate::noting);
    let Some((low, high)) = values.interval(settings.level) else { return estimate };
    // What differs only by rounding does not differ.
    if high - low <= 1e-12 * low.abs().max(high.abs()) { estimate.noting(Note::NoSpread) } else { estimate.between((low, high), method) }
}
