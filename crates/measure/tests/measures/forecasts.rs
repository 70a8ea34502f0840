use super::*;
use mizan_measure::Method;
use mizan_measure::concentration::herfindahl;
use mizan_measure::forecasts::{Direction, Forecast, Verdict, Why, judge};

fn forecast(direction: Direction, margin: f64) -> Forecast {
    Forecast { made: date(2022, 3, 31), due: date(2022, 6, 30), direction, unit: "tone", margin }
}

fn measured(first: Date, last: Date, value: f64, reach: f64) -> Estimate {
    Estimate {
        value: Some(value),
        low: Some(value - reach),
        high: Some(value + reach),
        method: Method::Wilson(Level::P95),
        count: 40,
        counted: "stories",
        denominator: None,
        window: window(first, last),
        unit: "tone",
        notes: Vec::new(),
        rests_on: vec![0],
    }
}

fn before() -> Estimate {
    measured(date(2022, 1, 1), date(2022, 3, 31), 0.1, 0.03)
}

fn after(value: f64) -> Estimate {
    measured(date(2022, 4, 1), date(2022, 6, 30), value, 0.04)
}

fn verdict(direction: Direction, margin: f64, now: f64) -> Verdict {
    judge(&forecast(direction, margin), &before(), &after(now), date(2022, 7, 1), &settings()).verdict
}

#[test]
fn the_change_has_the_interval_of_a_difference() {
    let judged = judge(&forecast(Direction::Rise, 0.0), &before(), &after(0.3), date(2022, 7, 1), &settings());
    let change = judged.change.unwrap();
    value(&change, 0.2);
    // √(0.03² + 0.04²) = 0.05
    ends(&change, 0.15, 0.25);
    assert_eq!((change.count, change.method, change.denominator), (80, Method::SquareAndAdd(Level::P95), Some(0.1)));
    assert_eq!(change.window, window(date(2022, 1, 1), date(2022, 6, 30)));
}

#[test]
fn verdicts_by_direction() {
    use Direction::{Fall, Rise, Same};
    use Verdict::{CameTrue, CannotBeTold, DidNot};
    let uncertain = CannotBeTold(Why::TooUncertain);
    for (direction, margin, now, wanted) in [
        (Rise, 0.0, 0.3, CameTrue),
        (Rise, 0.0, -0.1, DidNot),
        (Rise, 0.0, 0.12, uncertain),
        (Rise, 0.3, 0.3, DidNot),
        (Fall, 0.0, -0.1, CameTrue),
        (Fall, 0.0, 0.3, DidNot),
        (Same, 0.1, 0.12, CameTrue),
        (Same, 0.1, 0.3, DidNot),
        (Same, 0.1, 0.19, uncertain),
        (Same, 0.0, 0.1, uncertain),
    ] {
        assert_eq!(verdict(direction, margin, now), wanted, "{direction:?} {margin} {now}");
    }
}

#[test]
fn nothing_is_judged_before_its_time() {
    let on = |today| judge(&forecast(Direction::Rise, 0.0), &before(), &after(0.3), today, &settings()).verdict;
    assert_eq!([on(date(2022, 6, 30)), on(date(2022, 7, 1))], [Verdict::NotYetDue, Verdict::CameTrue]);
    let late = measured(date(2022, 4, 1), date(2022, 12, 31), 0.3, 0.04);
    let judged = judge(&forecast(Direction::Rise, 0.0), &before(), &late, date(2022, 7, 1), &settings());
    assert_eq!(judged.verdict, Verdict::NotYetDue);
}

#[test]
fn what_does_not_fit_cannot_be_told() {
    let judge =
        |before: &Estimate, after: &Estimate| judge(&forecast(Direction::Rise, 0.0), before, after, date(2023, 1, 1), &settings()).verdict;
    let told = Verdict::CannotBeTold;
    assert_eq!(judge(&before(), &Estimate { value: None, ..after(0.3) }), told(Why::NoValue));
    assert_eq!(judge(&before(), &Estimate { unit: "share", ..after(0.3) }), told(Why::OtherMeasure));
    assert_eq!(judge(&before(), &Estimate { low: None, high: None, method: Method::None, ..after(0.3) }), told(Why::NoInterval));
    assert_eq!(judge(&measured(date(2022, 1, 1), date(2022, 4, 1), 0.1, 0.03), &after(0.3)), told(Why::OtherWindow));
    assert_eq!(judge(&before(), &measured(date(2022, 4, 1), date(2022, 5, 31), 0.3, 0.04)), told(Why::OtherWindow));
}

#[test]
fn full_counts_are_exact() {
    let of = |amounts: &[Option<f64>], first, last| herfindahl(amounts, window(first, last));
    let before = of(&[Some(1.0), Some(1.0)], date(2022, 1, 1), date(2022, 3, 31));
    let after = of(&[Some(3.0), Some(1.0)], date(2022, 4, 1), date(2022, 6, 30));
    let forecast = Forecast { unit: "index", ..forecast(Direction::Rise, 0.1) };
    let judged = judge(&forecast, &before, &after, date(2022, 7, 1), &settings());
    assert_eq!(judged.verdict, Verdict::CameTrue);
    // (9 + 1)/16 − 1/2
    let change = judged.change.unwrap();
    value(&change, 0.125);
    assert_eq!((change.low, change.high, change.notes.as_slice()), (change.value, change.value, &[Note::FullCount][..]));
}

#[test]
fn the_windows_to_measure_are_as_long_before_as_after() {
    let (before, after) = forecast(Direction::Rise, 0.0).windows().unwrap();
    assert_eq!((before.days(), after.days()), (91, 91));
    assert_eq!((before.last(), after.first(), after.last()), (date(2022, 3, 31), date(2022, 4, 1), date(2022, 6, 30)));
    assert_eq!(Forecast { due: date(2022, 3, 31), ..forecast(Direction::Rise, 0.0) }.windows(), None);
}
