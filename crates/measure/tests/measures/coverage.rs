use super::*;
use mizan_measure::coverage::{Exposure, Print, bursts, rate_ratio, share, share_over, stories};
use mizan_measure::{Method, interval};

fn print(story: u32, outlet: u32, month: i8, day: i8, about: bool) -> Print {
    Print { stamp: stamp(story, outlet, month, day), about }
}

/// January: story 0 about it, with a copy in February, and story 1; February: story 2; March: nothing.
fn corpus() -> Vec<Print> {
    vec![print(0, 2, 2, 1, true), print(1, 1, 1, 7, false), print(2, 1, 2, 3, false), print(0, 1, 1, 31, true)]
}

/// `about` stories about it and `others` in a month, numbered from `first`.
fn fill(month: i8, first: u32, about: u32, others: u32) -> impl Iterator<Item = Print> {
    (0..about + others).map(move |i| print(first + i, i % 7, month, 1 + (i % 28) as i8, i < about))
}

#[test]
fn a_story_counts_once_in_the_month_it_was_first_printed() {
    let series = stories(&corpus(), &months(1, 3), &settings());
    value(&series[0].1, 1.0);
    // Garwood for 1: χ²(0.025; 2)/2 = −ln 0.975, and 5.5716 by table.
    ends(&series[0].1, -(0.975_f64.ln()), 5.571643390938898);
    assert_eq!(series[0].1.rests_on, [0, 3]);
    assert_eq!((series[0].1.count, series[0].1.unit, series[0].1.method), (1, "stories", Method::Garwood(Level::P95)));
    assert_eq!(series[0].1.window, window(date(2022, 1, 1), date(2022, 1, 31)));
}

#[test]
fn silence_about_it_is_nought_and_silence_of_all_is_missing() {
    let series = stories(&corpus(), &months(1, 3), &settings());
    value(&series[1].1, 0.0);
    missing(&series[2].1, Note::Silent);
    let shares = share(&corpus(), &months(1, 3), &settings());
    value(&shares[0].1, 0.5);
    value(&shares[1].1, 0.0);
    missing(&shares[2].1, Note::Silent);
    assert_eq!((shares[0].1.denominator, shares[0].1.count), (Some(2.0), 2));
}

#[test]
fn a_share_has_wilsons_interval() {
    let prints: Vec<Print> = fill(1, 0, 8, 2).collect();
    let estimate = share_over(&prints, year(), &settings());
    value(&estimate, 0.8);
    ends(&estimate, 0.4901624715366418, 0.9433178485456248);
    assert_eq!(estimate.rests_on, [0, 1, 2, 3, 4, 5, 6, 7]);
}

#[test]
fn too_few_says_so() {
    let strict = Settings { minimum: 3, ..settings() };
    let estimate = share_over(&corpus()[..2], year(), &strict);
    assert!(estimate.notes.contains(&Note::TooFew { count: 2, minimum: 3 }));
    assert!(!share_over(&corpus(), year(), &strict).notes.iter().any(|n| matches!(n, Note::TooFew { .. })));
}

#[test]
fn one_outlet_that_printed_most_is_named() {
    let prints = [print(0, 5, 1, 1, true), print(1, 5, 1, 2, true), print(2, 6, 1, 3, true), print(2, 6, 1, 4, true)];
    let estimate = stories(&prints, &months(1, 1), &settings()).remove(0).1;
    assert!(estimate.notes.contains(&Note::OneOutlet { outlet: 5, share: 2.0 / 3.0 }));
    let even = stories(&prints[1..], &months(1, 1), &settings()).remove(0).1;
    assert_eq!(even.notes, []);
}

#[test]
fn the_ratio_of_two_windows() {
    let prints: Vec<Print> = fill(1, 0, 2, 18).chain(fill(2, 100, 3, 7)).collect();
    let (january, february) = (month(1).window(), month(2).window());
    let estimate = rate_ratio(&prints, february, january, Exposure::Stories, &settings());
    // (3/10) / (2/20)
    value(&estimate, 3.0);
    let (low, high) = interval::rate_ratio((3.0, 10.0), (2.0, 20.0), Level::P95).unwrap();
    ends(&estimate, low, high);
    assert_eq!((estimate.count, estimate.window), (5, window(date(2022, 1, 1), date(2022, 2, 28))));
    assert_eq!(estimate.rests_on, [0, 1, 20, 21, 22]);
    // (3/28) / (2/31)
    value(&rate_ratio(&prints, february, january, Exposure::Days, &settings()), 3.0 / 28.0 * 31.0 / 2.0);
}

#[test]
fn a_ratio_to_nought_has_only_a_lower_end_and_to_silence_none() {
    let prints: Vec<Print> = fill(1, 0, 0, 10).chain(fill(2, 100, 5, 5)).collect();
    let estimate = rate_ratio(&prints, month(2).window(), month(1).window(), Exposure::Stories, &settings());
    assert_eq!((estimate.value, estimate.high), (None, None));
    near(estimate.low.unwrap(), 0.9163558573154601);
    assert!(estimate.notes.contains(&Note::NoDenominator));
    missing(&rate_ratio(&prints, month(2).window(), month(3).window(), Exposure::Days, &settings()), Note::Silent);
}

#[test]
fn a_burst_of_days_that_is_none_of_stories() {
    let corpus = [(1, 20), (2, 20), (3, 20), (4, 80)].map(|(m, n): (i8, u32)| fill(m, m as u32 * 1000, n / 10, n - n / 10));
    let prints: Vec<Print> = corpus.into_iter().flatten().collect();
    let days = bursts(&prints, &months(1, 5), 3, Exposure::Days, &settings());
    // (8/30) / (6/90) = 4; the lower end of 8 against 6 is above 1.
    value(&days[3].1, 4.0);
    assert!(days[3].1.low.unwrap() > 1.0);
    missing(&days[2].1, Note::ShortBaseline { periods: 2, wanted: 3 });
    missing(&days[4].1, Note::Silent);
    let shares = bursts(&prints, &months(1, 4), 3, Exposure::Stories, &settings());
    value(&shares[3].1, 1.0);
    assert!(shares[3].1.low.unwrap() < 1.0);
    assert_eq!(shares[3].1.rests_on.len(), 14);
}
