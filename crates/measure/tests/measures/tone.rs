use super::*;
use mizan_measure::Method;
use mizan_measure::tone::{Reading, over, series};

fn reading(story: u32, outlet: u32, month: i8, tone: f64) -> Reading {
    Reading { stamp: stamp(story, outlet, month, 5), tone }
}

#[test]
fn stories_weigh_alike_however_often_they_mention() {
    // Story 1: (−1 + 0)/2 = −½; story 2: 1; the mean of both ¼.
    let rows = [reading(1, 1, 1, -1.0), reading(2, 2, 1, 1.0), reading(1, 1, 1, 0.0)];
    let estimate = over(&rows, year(), &settings());
    value(&estimate, 0.25);
    // Two stories drawn twice: one draw in four is all of the first, one all of the second.
    ends(&estimate, -0.5, 1.0);
    assert_eq!((estimate.count, estimate.rests_on.as_slice()), (2, &[0, 1, 2][..]));
    assert_eq!(estimate.method, Method::Bootstrap { level: Level::P95, draws: 200, seed: 1 });
}

#[test]
fn stories_that_agree_have_no_interval_rather_than_one_without_width() {
    let rows: Vec<Reading> = (0..9).map(|s| reading(s, s, 1, -0.3)).collect();
    let estimate = over(&rows, year(), &settings());
    value(&estimate, -0.3);
    assert_eq!((estimate.low, estimate.high, estimate.notes.as_slice()), (None, None, &[Note::NoSpread][..]));
}

#[test]
fn tone_that_could_not_be_read_is_set_aside_and_is_not_silence() {
    let rows = [reading(1, 1, 1, f64::NAN), reading(2, 1, 2, 0.5), reading(3, 1, 2, f64::INFINITY)];
    let series = series(&rows, &months(1, 3), &settings());
    missing(&series[0].1, Note::SetAside { rows: 1 });
    assert!(series[0].1.notes.contains(&Note::NoDenominator) && !series[0].1.notes.contains(&Note::Silent));
    value(&series[1].1, 0.5);
    assert!(series[1].1.notes.contains(&Note::SetAside { rows: 1 }));
    assert_eq!(series[1].1.rests_on, [1]);
    missing(&series[2].1, Note::Silent);
}

#[test]
fn without_draws_there_is_a_value_and_no_interval() {
    let rows = [reading(1, 1, 1, -1.0), reading(2, 2, 1, 1.0)];
    let estimate = over(&rows, year(), &Settings { draws: 0, ..settings() });
    value(&estimate, 0.0);
    assert_eq!((estimate.low, estimate.method, estimate.notes.as_slice()), (None, Method::None, &[Note::NotDrawn][..]));
}
