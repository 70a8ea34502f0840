use super::*;
use mizan_measure::robust::{Outlet, dominance, leave_one_out, outlets, per_outlet};
use mizan_measure::tone::{Reading, over};

fn reading(story: u32, outlet: Option<u32>, tone: f64) -> Reading {
    Reading { stamp: Stamp { outlet, ..stamp(story, 0, 1, 5) }, tone }
}

/// Outlet 7 prints stories 1, 2, 3 (−1 each), outlet 8 stories 3 and 4 (story 3 a copy, story 4: 1), nobody known story 5 (1).
fn readings() -> Vec<Reading> {
    vec![
        reading(1, Some(7), -1.0),
        reading(2, Some(7), -1.0),
        reading(3, Some(8), -1.0),
        reading(4, Some(8), 1.0),
        reading(3, Some(7), -1.0),
        reading(5, None, 1.0),
    ]
}

fn mean(rows: &[Reading]) -> Estimate {
    over(rows, year(), &settings())
}

#[test]
fn outlets_by_the_stories_they_printed() {
    let wanted = [Outlet { outlet: 7, stories: 3, share: 0.6 }, Outlet { outlet: 8, stories: 2, share: 0.4 }];
    assert_eq!(outlets(&readings()), wanted);
    assert_eq!(dominance(&readings()), Some(wanted[0]));
    assert_eq!(dominance(&readings()[3..]), None);
    assert_eq!(outlets::<Reading>(&[]), []);
}

#[test]
fn leaving_out_the_largest_shows_what_hangs_on_it() {
    let found = leave_one_out(&readings(), 5, mean);
    // (−3 + 2)/5; without 7: stories 3, 4, 5: 1/3; without 8: stories 1, 2, 3, 5: −½.
    value(&found.whole, -0.2);
    value(&found.without[0].1, 1.0 / 3.0);
    value(&found.without[1].1, -0.5);
    let (low, high) = found.range.unwrap();
    near(low, -0.5);
    near(high, 1.0 / 3.0);
    assert_eq!(found.without[0].1.rests_on, [2, 3, 5]);
    assert_eq!(found.without[1].1.rests_on, [0, 1, 4, 5]);
}

#[test]
fn each_outlet_alone() {
    let found = per_outlet(&readings(), 2, mean);
    value(&found[0].1, -1.0);
    value(&found[1].1, 0.0);
    assert_eq!((found[0].0.outlet, found[0].1.rests_on.as_slice()), (7, &[0, 1, 4][..]));
    assert_eq!(per_outlet(&readings(), 1, mean).len(), 1);
}

#[test]
fn nothing_hangs_on_nothing() {
    let found = leave_one_out(&[], 3, mean);
    assert_eq!((found.range, found.without.len()), (None, 0));
    missing(&found.whole, Note::Silent);
}
