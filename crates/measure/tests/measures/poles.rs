use super::*;
use mizan_measure::poles::{Tie, drift, leaning, over, spreads};

fn tie(story: u32, month: i8, pole: u16) -> Tie {
    Tie { stamp: stamp(story, story, month, 9), pole }
}

/// January: stories 1 and 2 with pole 0 (a copy too), story 3 with poles 1 and 2.
fn ties() -> Vec<Tie> {
    vec![tie(1, 1, 0), tie(1, 1, 0), tie(2, 1, 0), tie(3, 1, 1), tie(3, 1, 2)]
}

#[test]
fn shares_and_entropy_by_hand() {
    let spread = over(&ties(), 3, year(), &settings());
    for (estimate, wanted) in spread.shares.iter().zip([0.5, 0.25, 0.25]) {
        value(estimate, wanted);
        assert_eq!((estimate.denominator, estimate.count), (Some(4.0), 3));
    }
    // −(½ ln ½ + 2 · ¼ ln ¼) = 1.5 ln 2, over ln 3.
    value(&spread.entropy, 1.5 * 2.0_f64.ln() / 3.0_f64.ln());
}

#[test]
fn entropy_reaches_its_ends() {
    let even: Vec<Tie> = (0..4).map(|s| tie(s, 1, s as u16)).collect();
    value(&over(&even, 4, year(), &settings()).entropy, 1.0);
    let one: Vec<Tie> = (0..4).map(|s| tie(s, 1, 2)).collect();
    value(&over(&one, 4, year(), &settings()).entropy, 0.0);
    missing(&over(&one[..0], 4, year(), &settings()).entropy, Note::Silent);
    let alone: Vec<Tie> = (0..4).map(|s| tie(s, 1, 0)).collect();
    missing(&over(&alone, 1, year(), &settings()).entropy, Note::NoDenominator);
}

#[test]
fn a_pole_that_was_not_named_is_set_aside() {
    let spread = over(&ties(), 2, year(), &settings());
    // n = 2 and 1.
    value(&spread.shares[0], 2.0 / 3.0);
    assert!(spread.shares[0].notes.contains(&Note::SetAside { rows: 1 }));
    missing(&spreads(&ties(), 3, &months(1, 2), &settings())[1].1.entropy, Note::Silent);
}

#[test]
fn leaning_by_hand() {
    let series = leaning(&ties(), (0, 1), &months(1, 2), &settings());
    // (2 − 1)/(2 + 1)
    value(&series[0].1, 1.0 / 3.0);
    assert_eq!((series[0].1.denominator, series[0].1.count), (Some(3.0), 3));
    let other = leaning(&ties(), (2, 0), &months(1, 1), &settings());
    value(&other[0].1, -1.0 / 3.0);
    let none = [tie(9, 1, 4)];
    missing(&leaning(&none, (0, 1), &months(1, 1), &settings())[0].1, Note::NoDenominator);
}

#[test]
fn drift_by_hand() {
    let mut rows = ties();
    rows.extend((10..14).map(|s| tie(s, 3, 2)));
    let found = drift(&rows, 3, month(1).window(), month(3).window(), &settings());
    // ½ (0.5 + 0.25 + 0.75)
    value(&found.distance, 0.75);
    assert_eq!(found.distance.count, 7);
    assert_eq!(found.distance.rests_on.len(), rows.len());
    assert_eq!(found.distance.window, window(date(2022, 1, 1), date(2022, 3, 31)));
    missing(&drift(&rows, 3, month(2).window(), month(3).window(), &settings()).distance, Note::NoDenominator);
}

#[test]
fn a_distance_is_held_against_chance() {
    let fill = |month: i8, first: u32, of: [u32; 2]| {
        (0..of[0] + of[1]).map(move |i| tie(first + i, month, u16::from(i >= of[0]))).collect::<Vec<_>>()
    };
    let chance = |after: [u32; 2]| {
        let rows = [fill(1, 0, [60, 40]), fill(2, 500, after)].concat();
        let found = drift(&rows, 2, month(1).window(), month(2).window(), &settings());
        (found.distance.value.unwrap(), found.chance.unwrap())
    };
    let (same, limit) = chance([57, 43]);
    assert!(same < limit, "{same} {limit}");
    let (moved, limit) = chance([20, 80]);
    assert!(moved > limit, "{moved} {limit}");
    near(moved, 0.4);
}
