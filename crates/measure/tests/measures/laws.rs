//! What must hold for every measure, on random records.

use super::*;
use mizan_measure::cooperation::{self, Deed, Quad, Way};
use mizan_measure::coverage::{self, Exposure, Print};
use mizan_measure::poles::{self, Tie};
use mizan_measure::tone::{self, Reading};
use mizan_measure::votes::{self, Ballot, Cast, Counting};
use mizan_measure::{Figure, Series, diversion};
use proptest::prelude::*;

/// A record of everything at once; each measure takes what it needs.
#[derive(Debug, Clone, Copy)]
struct Record {
    stamp: Stamp,
    about: bool,
    number: f64,
    quad: Quad,
    way: Way,
    pole: u16,
}

fn record() -> impl Strategy<Value = Record> {
    let stamp = (0_u32..25, prop::option::of(0_u32..4), 3_i8..7, 1_i8..29).prop_map(|(story, outlet, month, day)| Stamp {
        story,
        outlet,
        date: date(2022, month, day),
    });
    let quad = (0_usize..4).prop_map(|q| Quad::ALL[q]);
    let number = prop_oneof![9 => -10.0..10.0_f64, 1 => Just(f64::NAN)];
    (stamp, any::<bool>(), number, quad, any::<bool>(), 0_u16..4).prop_map(|(stamp, about, number, quad, forth, pole)| Record {
        stamp,
        about,
        number,
        quad,
        way: if forth { Way::Forth } else { Way::Back },
        pole,
    })
}

fn records() -> impl Strategy<Value = Vec<Record>> {
    prop::collection::vec(record(), 0..60)
}

fn prints(records: &[Record]) -> Vec<Print> {
    records.iter().map(|r| Print { stamp: r.stamp, about: r.about }).collect()
}

fn readings(records: &[Record]) -> Vec<Reading> {
    records.iter().map(|r| Reading { stamp: r.stamp, tone: r.number }).collect()
}

fn deeds(records: &[Record]) -> Vec<Deed> {
    let intensity = |r: &Record| Some(r.number).filter(|n| !n.is_nan());
    records.iter().map(|r| Deed { stamp: r.stamp, way: r.way, quad: r.quad, intensity: intensity(r) }).collect()
}

fn ties(records: &[Record]) -> Vec<Tie> {
    records.iter().map(|r| Tie { stamp: r.stamp, pole: r.pole }).collect()
}

fn quick() -> Settings {
    Settings { draws: 20, minimum: 4, ..settings() }
}

/// Every series that the measures make of records.
fn every(records: &[Record], axis: &Axis) -> Vec<Series> {
    let settings = quick();
    let relations = cooperation::relations(&deeds(records), &[Way::Forth], axis, &settings);
    let both = cooperation::relations(&deeds(records), Way::BOTH, axis, &settings);
    let spreads = poles::spreads(&ties(records), 3, axis, &settings);
    let mut all = vec![
        coverage::stories(&prints(records), axis, &settings),
        coverage::share(&prints(records), axis, &settings),
        coverage::bursts(&prints(records), axis, 2, Exposure::Stories, &settings),
        coverage::bursts(&prints(records), axis, 1, Exposure::Days, &settings),
        tone::series(&readings(records), axis, &settings),
        cooperation::series(&relations, |r| &r.net),
        cooperation::series(&relations, |r| &r.intensity_sum),
        cooperation::series(&relations, |r| &r.intensity_mean),
        cooperation::series(&both, |r| &r.net),
        spreads.iter().map(|(p, s)| (*p, s.entropy.clone())).collect(),
        spreads.iter().map(|(p, s)| (*p, s.shares[1].clone())).collect(),
        poles::leaning(&ties(records), (0, 2), axis, &settings),
    ];
    all.extend((0..4).map(|q| cooperation::series(&relations, |r| &r.quads[q])));
    all
}

/// Every estimate over one window.
fn over(records: &[Record], window: Window) -> Vec<Estimate> {
    let settings = quick();
    let relation = cooperation::over(&deeds(records), Way::BOTH, window, &settings);
    let half = Window::new(window.first(), date(2022, 4, 30)).unwrap();
    let rest = Window::new(date(2022, 5, 1), window.last()).unwrap();
    vec![
        coverage::share_over(&prints(records), window, &settings),
        coverage::rate_ratio(&prints(records), rest, half, Exposure::Stories, &settings),
        tone::over(&readings(records), window, &settings),
        relation.net,
        relation.intensity_mean,
        relation.intensity_sum,
        poles::over(&ties(records), 3, window, &settings).entropy,
        poles::drift(&ties(records), 3, half, rest, &settings).distance,
    ]
}

/// Two numbers that are the same but for rounding.
fn same(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
        _ => a == b,
    }
}

fn alike(a: &Estimate, b: &Estimate) -> bool {
    same(a.value, b.value) && same(a.low, b.low) && same(a.high, b.high) && a.count == b.count && a.denominator == b.denominator
}

/// The notes but for how many rows were set aside.
fn kinds(estimate: &Estimate) -> Vec<Note> {
    estimate.notes.iter().map(|n| if matches!(n, Note::SetAside { .. }) { Note::SetAside { rows: 0 } } else { *n }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_records_changes_nothing(records in records(), seed in any::<u64>()) {
        let mut order: Vec<usize> = (0..records.len()).collect();
        order.sort_by_key(|i| (*i as u64 + 1).wrapping_mul(seed | 1).rotate_left(17));
        let shuffled: Vec<Record> = order.iter().map(|i| records[*i]).collect();
        let back = |mut e: Estimate| {
            e.rests_on = e.rests_on.iter().map(|row| order[*row as usize] as u32).collect();
            e.rests_on.sort_unstable();
            e
        };
        for (a, b) in every(&records, &months(1, 8)).into_iter().zip(every(&shuffled, &months(1, 8))) {
            let b: Series = b.into_iter().map(|(p, e)| (p, back(e))).collect();
            prop_assert_eq!(a, b);
        }
        for (a, b) in over(&records, year()).into_iter().zip(over(&shuffled, year())) {
            prop_assert_eq!(a, back(b));
        }
    }

    #[test]
    fn copies_of_every_record_change_no_value(records in records(), times in 2_usize..4) {
        let copies: Vec<Record> = (0..times).flat_map(|_| records.iter().copied()).collect();
        for (a, b) in every(&records, &months(1, 8)).iter().flatten().zip(every(&copies, &months(1, 8)).iter().flatten()) {
            prop_assert!(alike(&a.1, &b.1), "{:?} became {:?}", a.1, b.1);
            prop_assert_eq!(kinds(&a.1), kinds(&b.1));
        }
        for (a, b) in over(&records, year()).iter().zip(&over(&copies, year())) {
            prop_assert!(alike(a, b), "{:?} became {:?}", a, b);
        }
    }

    #[test]
    fn silent_months_at_the_ends_change_no_other_month(records in records()) {
        let (short, long) = (months(3, 6), months(1, 9));
        for (a, b) in every(&records, &short).iter().zip(every(&records, &long)) {
            prop_assert_eq!(&a[..], &b[2..6]);
            prop_assert!(b[..2].iter().chain(&b[6..]).all(|(_, e)| e.value.is_none() && e.notes == [Note::Silent]));
        }
    }

    #[test]
    fn two_halves_of_a_corpus_make_the_whole(records in records()) {
        let (even, odd): (Vec<Record>, Vec<Record>) = records.iter().partition(|r| r.stamp.story % 2 == 0);
        let joined = [even.clone(), odd.clone()].concat();
        let axis = months(3, 6);
        for (a, b) in every(&records, &axis).iter().flatten().zip(every(&joined, &axis).iter().flatten()) {
            prop_assert!(a.1.value == b.1.value && a.1.low == b.1.low && a.1.high == b.1.high && a.1.count == b.1.count);
        }
        let parts = [every(&even, &axis), every(&odd, &axis)];
        let whole = every(&records, &axis);
        for (which, series) in whole.iter().enumerate() {
            for (at, (_, e)) in series.iter().enumerate() {
                let [a, b] = [0, 1].map(|half: usize| &parts[half][which][at].1);
                match e.unit {
                    "stories" => {
                        prop_assert_eq!(e.value.unwrap_or(0.0), a.value.unwrap_or(0.0) + b.value.unwrap_or(0.0));
                        prop_assert_eq!(e.count, a.count + b.count);
                    }
                    "share of stories" | "tone" | "intensity points a story" => {
                        let sum = |e: &Estimate| e.value.map_or(0.0, |v| v * e.count as f64);
                        prop_assert!((sum(e) - sum(a) - sum(b)).abs() < 1e-9, "{:?} {:?} {:?}", e, a, b);
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn intervals_hold_their_values_where_they_are_exact(records in records()) {
        for (_, e) in every(&records, &months(3, 6)).iter().flatten() {
            if matches!(e.method, mizan_measure::Method::Wilson(_) | mizan_measure::Method::Garwood(_) | mizan_measure::Method::Conditional(_))
                && let Some(value) = e.value
            {
                prop_assert!(e.low.is_none_or(|low| low <= value + 1e-12) && e.high.is_none_or(|high| value <= high + 1e-12), "{:?}", e);
            }
            prop_assert!(e.rests_on.windows(2).all(|w| w[0] < w[1]));
            prop_assert!(e.value.is_some() || !e.notes.is_empty(), "a missing value says why: {:?}", e);
        }
    }

    #[test]
    fn roll_calls_may_come_in_any_order_and_twice_makes_no_other_share(
        calls in prop::collection::vec((0_usize..4, 0_usize..4, 1_i8..13), 0..40),
        cut in 0_usize..40,
    ) {
        let cast = [Cast::Yes, Cast::Abstain, Cast::No, Cast::None];
        let ballots: Vec<Ballot> = calls.iter().map(|(a, b, m)| Ballot { date: date(2022, *m, 3), a: cast[*a], b: cast[*b] }).collect();
        let mut turned = ballots.clone();
        turned.rotate_left(cut.min(ballots.len()));
        let twice = [ballots.clone(), turned.clone()].concat();
        for counting in [Counting::Equal, Counting::AbstentionHalf] {
            let of = |ballots: &[Ballot]| votes::agreement_over(ballots, counting, year(), &settings());
            prop_assert_eq!((of(&ballots).value, of(&ballots).low), (of(&turned).value, of(&turned).low));
            prop_assert_eq!(of(&ballots).value, of(&twice).value);
            let months = votes::agreement(&ballots, counting, &months(1, 12), &settings());
            prop_assert_eq!(months.iter().map(|(_, e)| e.count).sum::<u64>(), of(&ballots).count);
        }
    }

    #[test]
    fn the_order_of_figures_changes_no_excess(values in prop::collection::vec(prop::option::of(0.5..90.0_f64), 12), cut in 0_usize..12) {
        let figures: Vec<Figure> = values.iter().zip(1..).map(|(value, m)| Figure { period: month(m), value: *value }).collect();
        let mut turned = figures.clone();
        turned.rotate_left(cut);
        let before = Window::new(date(2022, 1, 1), date(2022, 8, 31)).unwrap();
        let after = Window::new(date(2022, 9, 1), date(2022, 12, 31)).unwrap();
        for trend in [diversion::baseline::Trend::Mean, diversion::baseline::Trend::LogLinear] {
            let baseline = diversion::baseline::Baseline { trend, window: before };
            let of = |figures: &[Figure]| diversion::excess(figures, &baseline, after, "EUR", &quick());
            let (a, b) = (of(&figures), of(&turned));
            prop_assert_eq!((a.total.value, a.total.low, a.total.high), (b.total.value, b.total.low, b.total.high));
            let numbers = |s: &Series| s.iter().map(|(p, e)| (*p, e.value, e.low, e.high)).collect::<Vec<_>>();
            prop_assert_eq!(numbers(&a.by_period), numbers(&b.by_period));
        }
    }

    #[test]
    fn any_figures_end_without_a_panic(
        values in prop::collection::vec(prop::option::of(any::<f64>()), 12),
        dyad in prop::array::uniform4(prop::option::of(any::<f64>())),
        freight in any::<f64>(),
    ) {
        use mizan_measure::dependence::{Dyad, Report, Which, series};
        let figures: Vec<Figure> = values.iter().zip(1..).map(|(value, m)| Figure { period: month(m), value: *value }).collect();
        let before = Window::new(date(2022, 1, 1), date(2022, 8, 31)).unwrap();
        for trend in [diversion::baseline::Trend::Mean, diversion::baseline::Trend::LogLinear] {
            let baseline = diversion::baseline::Baseline { trend, window: before };
            let found = diversion::gateway(&figures, &figures, &baseline, year(), "EUR", &quick());
            prop_assert!(found.index.low.is_some() || !found.index.notes.is_empty());
        }
        let dyad = Dyad { period: month(1), a: Report { with: dyad[0], total: dyad[1] }, b: Report { with: dyad[2], total: dyad[3] } };
        for which in [Which::ShareOfA, Which::ShareOfB, Which::Asymmetry, Which::Salience, Which::Symmetry, Which::Interdependence] {
            let estimate = series(&[dyad], which).remove(0).1;
            prop_assert!(estimate.value.is_none_or(|v| (-1.0..=1.0).contains(&v)) && !estimate.notes.is_empty() | estimate.low.is_some());
        }
        let mirror = diversion::Mirror { period: month(1), exports: values[0], imports: values[1] };
        prop_assert!(!diversion::mirror_gap(&[mirror], freight)[0].1.value.is_some_and(f64::is_nan));
        prop_assert!(mizan_measure::concentration::herfindahl(&values, year()).value.is_none_or(|v| (0.0..=1.0 + 1e-9).contains(&v)));
    }
}
