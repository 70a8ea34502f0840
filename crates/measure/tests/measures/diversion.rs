use super::*;
use mizan_measure::diversion::baseline::{Baseline, Trend};
use mizan_measure::diversion::{Mirror, excess, gateway, mirror_gap};
use mizan_measure::{Figure, Method};

fn gap(exports: Option<f64>, imports: Option<f64>, freight: f64) -> Estimate {
    mirror_gap(&[Mirror { period: month(1), exports, imports }], freight).remove(0).1
}

/// Figures of 2022, by month from January.
fn figures(values: &[f64]) -> Vec<Figure> {
    values.iter().zip(1..).map(|(v, m)| Figure { period: month(m), value: Some(*v).filter(|v| !v.is_nan()) }).collect()
}

fn baseline(trend: Trend, last: i8) -> Baseline {
    Baseline { trend, window: window(date(2022, 1, 1), month(last).last()) }
}

fn from(first: i8) -> Window {
    window(month(first).first(), date(2022, 12, 31))
}

#[test]
fn a_mirror_gap_by_hand() {
    let estimate = gap(Some(100.0), Some(80.0), 0.0);
    value(&estimate, 0.2);
    assert_eq!(estimate.notes, [Note::FullCount]);
    let estimate = gap(Some(100.0), Some(80.0), 0.1);
    // 1 − 80/1.1/100
    ends(&estimate, 0.2, 1.0 - 0.8 / 1.1);
    assert_eq!((estimate.method, estimate.denominator), (Method::Freight, Some(100.0)));
    // Kazakhstan and China 2022: 24.1 billion by the one, 31.2 by the other.
    value(&gap(Some(31.2), Some(24.1), 0.0), 7.1 / 31.2);
    missing(&gap(Some(100.0), None, 0.0), Note::Missing);
    missing(&gap(Some(0.0), Some(5.0), 0.0), Note::NoDenominator);
}

#[test]
fn excess_over_a_mean_by_hand() {
    // Mean 12, s = 2, t(0.975; 2) = 4.302653: 4.302653 · 2 · √(1 + 1/3) = 9.936552.
    let found = excess(&figures(&[10.0, 12.0, 14.0, 30.0]), &baseline(Trend::Mean, 3), from(4), "EUR", &settings());
    let april = &found.by_period[0].1;
    value(april, 18.0);
    let reach = 4.302652729749462 * 2.0 * (4.0_f64 / 3.0).sqrt();
    ends(april, 18.0 - reach, 18.0 + reach);
    assert_eq!((april.denominator, april.count, april.rests_on.as_slice()), (Some(12.0), 3, &[0, 1, 2, 3][..]));
    assert_eq!((april.unit, april.method), ("EUR", Method::Prediction(Level::P95)));
}

#[test]
fn the_sum_of_excesses_is_near_its_exact_interval() {
    let many = Settings { draws: 20_000, ..settings() };
    let found = excess(&figures(&[10.0, 12.0, 14.0, 30.0, 20.0]), &baseline(Trend::Mean, 3), from(4), "EUR", &many);
    value(&found.total, 26.0);
    // Two months: t · s · √(2 + 4/3); the drawn ends wander by about 0.4.
    let reach = 4.302652729749462 * 2.0 * (2.0_f64 + 4.0 / 3.0).sqrt();
    assert!((found.total.low.unwrap() - (26.0 - reach)).abs() < 1.5, "{:?}", found.total.low);
    assert!((found.total.high.unwrap() - (26.0 + reach)).abs() < 1.5, "{:?}", found.total.high);
    assert_eq!(found.total.rests_on, [0, 1, 2, 3, 4]);
}

#[test]
fn excess_over_a_trend_by_hand() {
    // ln y = 0, 1, 3 at t = 0, 1, 2: slope 1.5, at t = 3: 4/3 + 1.5 · 2; residuals 1/6, −1/3, 1/6: s = √(1/6);
    // reach t(0.975; 1) · s · √(1 + 1/3 + 4/2) = 12.706205 · 0.745356.
    let values = [1.0, 1.0_f64.exp(), 3.0_f64.exp(), 100.0];
    let found = excess(&figures(&values), &baseline(Trend::LogLinear, 3), from(4), "EUR", &settings());
    let (middle, reach) = (4.0 / 3.0 + 3.0_f64, 12.706204736174694 * (5.0_f64 / 9.0).sqrt());
    value(&found.by_period[0].1, 100.0 - middle.exp());
    ends(&found.by_period[0].1, 100.0 - (middle + reach).exp(), 100.0 - (middle - reach).exp());
}

#[test]
fn a_gap_in_the_baseline_stays_a_gap() {
    let found = excess(&figures(&[1.0, 2.0, f64::NAN, 8.0, 20.0]), &baseline(Trend::LogLinear, 4), from(5), "EUR", &settings());
    // 1, 2, –, 8 double each month: 16 in May.
    value(&found.by_period[0].1, 4.0);
    assert!(found.by_period[0].1.notes.contains(&Note::SetAside { rows: 1 }));
    assert_eq!(found.by_period[0].1.rests_on, [0, 1, 3, 4]);
}

#[test]
fn a_short_baseline_and_missing_figures_are_told() {
    let found = excess(&figures(&[1.0, 5.0, f64::NAN]), &baseline(Trend::Mean, 1), from(2), "EUR", &settings());
    missing(&found.by_period[0].1, Note::ShortBaseline { periods: 1, wanted: 2 });
    missing(&found.by_period[1].1, Note::Missing);
    missing(&found.total, Note::ShortBaseline { periods: 1, wanted: 2 });
    let found = excess(&figures(&[1.0, 3.0, f64::NAN]), &baseline(Trend::Mean, 2), from(3), "EUR", &settings());
    missing(&found.total, Note::Missing);
    assert!(found.total.notes.contains(&Note::SetAside { rows: 1 }));
}

#[test]
fn a_gateway_by_hand() {
    // Expected 10 and 5 without any scatter; 20 came in and 10 went out beyond that.
    let (came, went) = (figures(&[10.0, 10.0, 10.0, 30.0]), figures(&[5.0, 5.0, 5.0, 15.0]));
    let found = gateway(&came, &went, &baseline(Trend::Mean, 3), from(4), "EUR", &settings());
    value(&found.inflow.total, 20.0);
    value(&found.outflow.total, 10.0);
    value(&found.index, 0.5);
    ends(&found.index, 0.5, 0.5);
    let back = gateway(&went, &figures(&[5.0, 5.0, 5.0, 1.0]), &baseline(Trend::Mean, 3), from(4), "EUR", &settings());
    value(&back.index, -0.4);
    missing(&gateway(&figures(&[5.0, 5.0, 5.0, 1.0]), &went, &baseline(Trend::Mean, 3), from(4), "EUR", &settings()).index, Note::NoExcess);
}

#[test]
fn an_uncertain_baseline_makes_an_uncertain_gateway() {
    let came = figures(&[9.0, 11.0, 10.0, 9.0, 11.0, 10.0, 30.0, 32.0]);
    let went = figures(&[5.0, 4.0, 6.0, 5.0, 4.0, 6.0, 15.0, 14.0]);
    let found = gateway(&came, &went, &baseline(Trend::Mean, 6), from(7), "EUR", &settings());
    let index = &found.index;
    // (29 − 10) / (62 − 20)
    value(index, 19.0 / 42.0);
    assert!(index.low.unwrap() < 0.42 && index.low.unwrap() > 0.2 && index.high.unwrap() > 0.48 && index.high.unwrap() < 0.8);
}
