use super::*;
use mizan_measure::changepoint::pelt::pelt;
use mizan_measure::changepoint::{Cost, Penalty, Search, Segments, Turning, turning};
use mizan_measure::{Method, Series};
use proptest::prelude::*;

/// A series of days from 1 January 2022; NaN is a silent day.
fn series(values: &[f64]) -> Series {
    let mut period = Period::containing(date(2022, 1, 1), Step::Day);
    let mut out = Vec::new();
    for (row, value) in values.iter().enumerate() {
        out.push((period, estimate(period, Some(*value).filter(|v| !v.is_nan()), None, row as u32)));
        period = period.next().unwrap();
    }
    out
}

fn estimate(period: Period, value: Option<f64>, denominator: Option<f64>, row: u32) -> Estimate {
    Estimate {
        value,
        low: None,
        high: None,
        method: Method::None,
        count: 1,
        counted: "stories",
        denominator,
        window: period.window(),
        unit: "tone",
        notes: Vec::new(),
        rests_on: vec![row],
    }
}

fn search(cost: Cost) -> Search {
    Search { cost, penalty: Penalty::Usual, shortest: 2 }
}

fn days(turning: &Turning) -> Vec<String> {
    turning.changes.iter().map(|c| c.period.label()).collect()
}

const STEP: [f64; 12] = [1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 9.0, 10.0, 9.0, 10.0, 9.0, 10.0];

#[test]
fn a_step_is_found_dated_and_measured() {
    let found = turning(&series(&STEP), &search(Cost::MeanShift), &settings());
    assert_eq!(days(&found), ["2022-01-07"]);
    let change = &found.changes[0];
    near(change.before, 1.5);
    near(change.after, 9.5);
    value(&change.size, 8.0);
    assert_eq!((change.size.count, change.size.counted, change.size.rests_on.len()), (12, "periods", 12));
    let (low, high) = (change.size.low.unwrap(), change.size.high.unwrap());
    assert!(7.0 < low && low < 8.0 && 8.0 < high && high < 9.0, "{low} {high}");
    assert_eq!(change.between, Some((change.period, change.period)));
    // The median of the differences is 1 and most equal it, so σ comes from their squares: √((10 · 1 + 49)/11/2).
    let sigma = (59.0_f64 / 22.0).sqrt();
    near(found.noise.unwrap(), sigma);
    near(found.penalty, 2.0 * sigma * sigma * 12.0_f64.ln());
}

#[test]
fn a_series_without_a_turn_says_so() {
    for flat in [&[3.0; 20][..], &[1.0, 2.0, 1.0, 2.0, 2.0, 1.0, 1.0, 2.0][..], &[]] {
        let found = turning(&series(flat), &search(Cost::MeanShift), &settings());
        assert!(found.changes.is_empty() && found.notes.contains(&Note::NoChange), "{found:?}");
    }
    let few = turning(&series(&[1.0, 9.0, 9.0]), &search(Cost::MeanShift), &settings());
    assert!(few.notes.contains(&Note::TooFew { count: 3, minimum: 4 }) && few.notes.contains(&Note::NoChange));
}

#[test]
fn silent_days_are_skipped_and_are_not_nought() {
    let mut values = STEP.to_vec();
    values.splice(6..6, [f64::NAN; 3]);
    values.insert(2, f64::NAN);
    let found = turning(&series(&values), &search(Cost::MeanShift), &settings());
    assert_eq!(days(&found), ["2022-01-11"]);
    value(&found.changes[0].size, 8.0);
    assert!(found.notes.contains(&Note::Skipped { periods: 4 }));
    assert_eq!(found.count, 12);
}

#[test]
fn counts_turn_at_a_change_of_rate() {
    let counts = [2.0, 3.0, 2.0, 3.0, 2.0, 3.0, 2.0, 3.0, 20.0, 22.0, 19.0, 21.0, 20.0, 22.0, 20.0];
    let found = turning(&series(&counts), &search(Cost::Poisson), &settings());
    assert_eq!(days(&found), ["2022-01-09"]);
    near(found.penalty, 2.0 * 15.0_f64.ln());
    assert_eq!(found.noise, None);
    // 144/7 − 20/8
    value(&found.changes[0].size, 144.0 / 7.0 - 2.5);
    let wrong = turning(&series(&[1.0, -1.0, 2.0]), &search(Cost::Poisson), &settings());
    assert!(wrong.notes.contains(&Note::SetAside { rows: 1 }));
}

#[test]
fn a_growing_corpus_is_no_turning_point() {
    let rows = |i: usize| {
        let all = if i < 10 { 20.0 } else { 200.0 };
        (Period::containing(date(2022, 1, 1 + i as i8), Step::Day), all)
    };
    let counts: Series = (0..20).map(rows).map(|(p, all)| (p, estimate(p, Some(all / 10.0), None, 0))).collect();
    assert_eq!(turning(&counts, &search(Cost::Poisson), &settings()).changes.len(), 1);
    let shares: Series = (0..20).map(rows).map(|(p, all)| (p, estimate(p, Some(0.1), Some(all), 0))).collect();
    assert_eq!(turning(&shares, &search(Cost::PoissonRate), &settings()).changes, []);
    let without = turning(&counts, &search(Cost::PoissonRate), &settings());
    assert!(without.notes.contains(&Note::SetAside { rows: 20 }), "a rate needs its denominator");
    let turn = |i: usize| if i < 10 { 0.1 } else { 0.3 };
    let shares: Series = (0..20).map(|i| (rows(i), turn(i))).map(|((p, all), s)| (p, estimate(p, Some(s), Some(all), 0))).collect();
    let found = turning(&shares, &search(Cost::PoissonRate), &settings());
    assert_eq!(days(&found), ["2022-01-11"]);
    near(found.changes[0].before, 0.1);
}

#[test]
fn drift_and_scatter_raise_doubts() {
    let drift: Vec<f64> = (0..40).map(|i| f64::from(i) / 10.0 + f64::from(i % 2) / 50.0).collect();
    let search = |cost| Search { penalty: Penalty::Fixed(8.0), ..search(cost) };
    let found = turning(&series(&drift), &search(Cost::MeanShift), &settings());
    assert!(found.notes.iter().any(|n| matches!(n, Note::Autocorrelated { lag1 } if *lag1 > 0.3)), "{:?}", found.notes);
    let bursty: Vec<f64> = (0..40).map(|i| if i % 5 == 3 { 9.0 } else { 1.0 }).collect();
    let found = turning(&series(&bursty), &Search { penalty: Penalty::Fixed(1e3), ..search(Cost::Poisson) }, &settings());
    assert!(found.notes.iter().any(|n| matches!(n, Note::Overdispersed { ratio } if *ratio > 3.0)), "{:?}", found.notes);
}

/// A step under noise, and its best cuts as the `ruptures` 1.1.10 library finds them (Pelt, l2, jump 1).
#[test]
fn cuts_agree_with_a_published_implementation() {
    let values = [
        0.621, -0.781, 0.7, -1.573, 0.066, -0.041, 0.41, -0.52, -0.973, -0.503, 1.302, -1.309, -0.809, 0.574, 1.159, 1.951, 1.202, 2.857,
        3.156, 3.502, 2.0, 3.816, 3.865, 4.918, 2.316, 2.782, 3.834, 3.96, 1.691, 1.063, 4.13, 1.965, 4.19, 2.783, 4.026, 3.861, 3.39,
        2.53, 4.384, 4.666, 3.02, 5.686, 5.138, 3.36, 4.619, -2.498, -0.569, -0.804, -0.2, 0.616, -1.413, 0.329, -0.526, -2.935, -1.5,
        -2.562, -0.759, -1.519, -2.401, 0.215,
    ];
    let segments = Segments::new(Cost::MeanShift, &values, &[]);
    for (shortest, penalty, wanted) in [
        (1, 2.0, &[13, 17, 28, 30, 38, 45, 46, 53, 59][..]),
        (1, 6.0, &[13, 17, 38, 45]),
        (2, 2.0, &[13, 17, 28, 30, 38, 45, 47, 53, 56]),
        (2, 15.0, &[17, 45]),
        (5, 6.0, &[15, 38, 45]),
        (5, 40.0, &[17, 45]),
    ] {
        assert_eq!(pelt(&segments, penalty, shortest), wanted, "{shortest} {penalty}");
    }
    let found = turning(&series(&values), &search(Cost::MeanShift), &settings());
    for change in &found.changes {
        let (low, high) = change.between.unwrap();
        assert!(low <= change.period && change.period <= high);
    }
}

#[test]
fn an_uncertain_date_has_a_wide_interval() {
    let noise = (0..60).scan(7_u64, |state, _| {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some((*state >> 40) as f64 / 2.0_f64.powi(24) * 6.0)
    });
    let noisy: Vec<f64> = noise.enumerate().map(|(i, x)| x + if i < 30 { 0.0 } else { 3.5 }).collect();
    let found = turning(&series(&noisy), &Search { shortest: 5, ..search(Cost::MeanShift) }, &settings());
    assert_eq!(found.changes.len(), 1, "{:?}", days(&found));
    let change = &found.changes[0];
    let (low, high) = change.between.unwrap();
    assert!(low < high && low <= change.period && change.period <= high);
    assert!(change.size.low.unwrap() < change.size.value.unwrap() && change.size.value.unwrap() < change.size.high.unwrap());
}

/// Cost of a cut, its penalties included.
fn price(segments: &Segments, starts: &[usize], penalty: f64) -> f64 {
    let ends = starts.iter().copied().chain([segments.len()]);
    let cost: f64 = [0].into_iter().chain(starts.iter().copied()).zip(ends).map(|(from, to)| segments.cost(from, to)).sum();
    cost + penalty * starts.len() as f64
}

/// The least price of all cuts, by a dynamic programme that leaves nothing out.
fn least(segments: &Segments, penalty: f64, shortest: usize) -> f64 {
    let mut least = vec![f64::INFINITY; segments.len() + 1];
    least[0] = -penalty;
    for t in 1..least.len() {
        for s in 0..t {
            if t - s >= shortest && least[s].is_finite() {
                least[t] = least[t].min(least[s] + segments.cost(s, t) + penalty);
            }
        }
    }
    least[segments.len()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn pelt_is_never_worse_than_all_cuts_tried(
        values in prop::collection::vec((0_u32..4, 0.0..1.0_f64, 1.0..9.0_f64), 1..60),
        penalty in 0.01..12.0_f64,
        shortest in 1_usize..7,
    ) {
        for cost in [Cost::MeanShift, Cost::Poisson, Cost::PoissonRate] {
            let levels: Vec<f64> = values.iter().map(|(level, noise, _)| f64::from(*level) * 3.0 + if cost == Cost::Poisson { 0.0 } else { *noise }).collect();
            let exposures: Vec<f64> = values.iter().map(|v| if cost == Cost::PoissonRate { v.2 } else { 1.0 }).collect();
            let segments = Segments::new(cost, &levels, &exposures);
            let starts = pelt(&segments, penalty, shortest);
            if values.len() < shortest {
                prop_assert_eq!(&starts, &Vec::<usize>::new());
                continue;
            }
            let bounds: Vec<usize> = [0].into_iter().chain(starts.iter().copied()).chain([values.len()]).collect();
            prop_assert!(bounds.windows(2).all(|w| w[1] - w[0] >= shortest), "{:?}", bounds);
            let (found, best) = (price(&segments, &starts, penalty), least(&segments, penalty, shortest));
            prop_assert!((found - best).abs() <= 1e-7 * best.abs().max(1.0), "{} is not {}", found, best);
        }
    }

    #[test]
    fn any_numbers_end_without_a_panic(
        values in prop::collection::vec(prop_oneof![any::<f64>(), Just(0.0), Just(f64::MAX), 0.0..1e12], 0..40),
        shortest in 0_usize..50,
        penalty in any::<f64>(),
    ) {
        let quick = Settings { draws: 5, ..settings() };
        for cost in [Cost::MeanShift, Cost::Poisson, Cost::PoissonRate] {
            for penalty in [Penalty::Usual, Penalty::Fixed(penalty)] {
                let found = turning(&series(&values), &Search { cost, penalty, shortest }, &quick);
                prop_assert_eq!(found.changes.is_empty(), found.notes.contains(&Note::NoChange));
            }
        }
    }

    #[test]
    fn silent_days_at_the_ends_change_nothing(values in prop::collection::vec(0_u32..9, 4..40), head in 0_usize..4, tail in 0_usize..4) {
        let values: Vec<f64> = values.iter().map(|v| f64::from(*v)).collect();
        let quick = Settings { draws: 20, ..settings() };
        let plain = turning(&series(&values)[..], &search(Cost::MeanShift), &quick);
        let longer: Vec<f64> = [vec![f64::NAN; head], values, vec![f64::NAN; tail]].concat();
        let wider = turning(&series(&longer), &search(Cost::MeanShift), &quick);
        let sizes = |t: &Turning| t.changes.iter().map(|c| (c.before, c.after, c.size.value, c.size.low, c.size.high)).collect::<Vec<_>>();
        prop_assert_eq!(sizes(&plain), sizes(&wider));
        let later = |p: Period| p.first().checked_add(jiff::Span::new().days(head as i64)).unwrap();
        let dates = |t: &Turning| t.changes.iter().map(|c| c.period.first()).collect::<Vec<_>>();
        prop_assert_eq!(plain.changes.iter().map(|c| later(c.period)).collect::<Vec<_>>(), dates(&wider));
    }
}

#[test]
fn a_level_of_one_period_is_as_uncertain_as_the_others() {
    let mut values = [STEP[..6].to_vec(), STEP[..6].to_vec(), STEP[..6].to_vec()].concat();
    values[9] = 40.0;
    let found = turning(&series(&values), &Search { shortest: 1, penalty: Penalty::Fixed(9.0), ..search(Cost::MeanShift) }, &settings());
    assert_eq!(days(&found), ["2022-01-10", "2022-01-11"]);
    let size = &found.changes[0].size;
    // 40 less 13/9; the neighbours lie half a point from their level, and so may the one.
    value(size, 40.0 - 13.0 / 9.0);
    assert!(size.high.unwrap() - size.low.unwrap() > 0.9, "{size:?}");
}
