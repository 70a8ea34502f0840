//! Cooperation and conflict between two actors, each direction apart.
//!
//! | measure | formula | unit | denominator | interval |
//! |---|---|---|---|---|
//! | [`Relation::quads`] | n_q: stories with at least one event of the quad class | stories | none | Garwood 1936 |
//! | [`Relation::net`] | (c − k) / (c + k) | −1 all conflict … 1 all cooperation | c + k | bootstrap over stories |
//! | [`Relation::intensity_sum`] | Σ over stories of their mean intensity | intensity points | none | bootstrap, Poisson weights |
//! | [`Relation::intensity_mean`] | the same / stories with an intensity | intensity points a story | those stories | bootstrap over stories |
//!
//! c is the number of stories with a cooperative event (verbal or material), k of those with a conflictual one; a story that tells of both is in
//! both. Window: the period, by the date of the event. A story counts once in each period and quad class, whatever the number of its copies and
//! however often it repeats an event. The caller selects by modality; usual is what actually happened.
//!
//! Sources: the quad classes and their direction follow event-data practice (Schrodt; PLOVER); the intensity scale is the data's own
//! (for CAMEO sets Goldstein 1992, Journal of Conflict Resolution 36, 369–385).
//! Limits: since a story counts once a period, the counts of months do not add up to that of their year. Intensity is an expert's scale and not a
//! measurement; a sum over it mixes how much with how often. Net is blind to volume: one cooperative story alone gives 1.

use crate::bootstrap::{Draws, Weights};
use crate::estimate::{Estimate, Series};
use crate::period::{Axis, Period, Window};
use crate::row::{Row, Stamp};
use crate::settings::Settings;
use crate::stories::{Cell, Dated, Fit, Plan, cells, mean};

/// The four quarters of cooperation and conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quad {
    /// Words of cooperation.
    VerbalCooperation,
    /// Deeds of cooperation.
    MaterialCooperation,
    /// Words of conflict.
    VerbalConflict,
    /// Deeds of conflict.
    MaterialConflict,
}

impl Quad {
    /// In the order of [`Relation::quads`].
    pub const ALL: [Quad; 4] = [Quad::VerbalCooperation, Quad::MaterialCooperation, Quad::VerbalConflict, Quad::MaterialConflict];

    /// Whether it is one of the two of cooperation.
    pub fn is_cooperation(self) -> bool {
        matches!(self, Quad::VerbalCooperation | Quad::MaterialCooperation)
    }
}

/// Who acts on whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// The first actor on the second.
    Forth,
    /// The second on the first.
    Back,
}

impl Way {
    /// Either direction.
    pub const BOTH: &'static [Way] = &[Way::Forth, Way::Back];
}

/// One event between the two actors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Deed {
    /// Its story, outlet and the day of the event.
    pub stamp: Stamp,
    /// Who acts on whom.
    pub way: Way,
    /// Its quad class.
    pub quad: Quad,
    /// How much it helps or harms, on the scale of the data (PLOVER, Goldstein: −10 to 10).
    pub intensity: Option<f64>,
}

impl Row for Deed {
    fn stamp(&self) -> Stamp {
        self.stamp
    }
}

/// What a window shows of two actors in the directions asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Stories of each quad class, in the order of [`Quad::ALL`]. 0 where the pair is in the news in other ways; no value where it is not.
    pub quads: [Estimate; 4],
    /// Cooperation against conflict.
    pub net: Estimate,
    /// Intensity added up over stories.
    pub intensity_sum: Estimate,
    /// Intensity of the average story.
    pub intensity_mean: Estimate,
}

/// The relation in each period, in these directions.
pub fn relations(deeds: &[Deed], ways: &[Way], axis: &Axis, settings: &Settings) -> Vec<(Period, Relation)> {
    let relations = in_windows(deeds, ways, &axis.windows(), settings);
    axis.periods().iter().copied().zip(relations).collect()
}

/// The relation in one window, in these directions.
pub fn over(deeds: &[Deed], ways: &[Way], window: Window, settings: &Settings) -> Relation {
    in_windows(deeds, ways, &[window], settings).remove(0)
}

/// One measure out of each period's relation.
pub fn series(relations: &[(Period, Relation)], pick: impl Fn(&Relation) -> &Estimate) -> Series {
    relations.iter().map(|(period, relation)| (*period, pick(relation).clone())).collect()
}

fn in_windows(deeds: &[Deed], ways: &[Way], windows: &[Window], settings: &Settings) -> Vec<Relation> {
    let counts = Quad::ALL.map(|quad| counts(deeds, ways, windows, quad));
    let stories = stories(deeds, windows, |d| if ways.contains(&d.way) { Fit::Used } else { Fit::Seen });
    let strengths = stories_with_intensity(deeds, ways, windows);
    let one = |i: usize| {
        let even = stories[i].draws(Weights::Multinomial, settings);
        Relation {
            quads: std::array::from_fn(|q| counts[q][i].number(settings)),
            net: net(&stories[i], &even, settings),
            intensity_sum: sum(&strengths[i], &stories[i].draws(Weights::Poisson, settings), settings),
            intensity_mean: strengths[i].estimate("intensity points a story", &even, settings, |t| (t[3] > 0.0).then(|| t[2] / t[3])),
        }
    };
    (0..windows.len()).map(one).collect()
}

fn counts(deeds: &[Deed], ways: &[Way], windows: &[Window], quad: Quad) -> Vec<Cell> {
    let fit = |d: &Deed| if ways.contains(&d.way) && d.quad == quad { Fit::Used } else { Fit::Seen };
    cells(deeds, &Plan { windows, dated: Dated::ByRow, width: 1 }, fit, |_, sums| sums[0] = 1.0)
}

/// Sums: whether the story tells of cooperation, of conflict; its mean intensity, and 1 for having one.
fn stories(deeds: &[Deed], windows: &[Window], fit: impl Fn(&Deed) -> Fit) -> Vec<Cell> {
    cells(deeds, &Plan { windows, dated: Dated::ByRow, width: 4 }, fit, |story, sums| {
        sums[0] = f64::from(u8::from(story.iter().any(|d| d.quad.is_cooperation())));
        sums[1] = f64::from(u8::from(story.iter().any(|d| !d.quad.is_cooperation())));
        if let Some(mean) = mean(story.iter().filter_map(known)) {
            (sums[2], sums[3]) = (mean, 1.0);
        }
    })
}

fn stories_with_intensity(deeds: &[Deed], ways: &[Way], windows: &[Window]) -> Vec<Cell> {
    stories(deeds, windows, |d| match (ways.contains(&d.way), known(d)) {
        (true, Some(_)) => Fit::Used,
        (true, None) => Fit::SetAside,
        (false, _) => Fit::Seen,
    })
}

fn known(deed: &Deed) -> Option<f64> {
    deed.intensity.filter(|v| v.is_finite())
}

fn net(cell: &Cell, draws: &Draws, settings: &Settings) -> Estimate {
    let net = |t: &[f64]| (t[0] + t[1] > 0.0).then(|| (t[0] - t[1]) / (t[0] + t[1]));
    let mut estimate = cell.estimate("net", draws, settings, net);
    let total = cell.sums.total();
    estimate.denominator = Some(total[0] + total[1]).filter(|n| *n > 0.0);
    estimate
}

/// A direction without any story adds up to a true 0; one whose stories have no intensity does not.
fn sum(cell: &Cell, draws: &Draws, settings: &Settings) -> Estimate {
    let complete = cell.set_aside() == 0;
    cell.estimate("intensity points", draws, settings, |t| (complete || t[3] > 0.0).then(|| t[2]))
}
