use super::*;
use mizan_measure::Method;
use mizan_measure::dependence::{Dyad, Output, Report, Which, over_gdp, series};

fn dyad(a: (Option<f64>, Option<f64>), b: (Option<f64>, Option<f64>)) -> Dyad {
    Dyad { period: month(1), a: Report { with: a.0, total: a.1 }, b: Report { with: b.0, total: b.1 } }
}

fn measure(dyad: Dyad, which: Which) -> Estimate {
    series(&[dyad], which).remove(0).1
}

/// The first counts 20 of 100, the second 24 of 300.
fn usual() -> Dyad {
    dyad((Some(20.0), Some(100.0)), (Some(24.0), Some(300.0)))
}

#[test]
fn all_measures_by_hand() {
    // s_ab = 0.2, s_ba = 0.08.
    let salience = (0.2_f64 * 0.08).sqrt();
    for (which, wanted) in [
        (Which::ShareOfA, 0.2),
        (Which::ShareOfB, 0.08),
        (Which::Asymmetry, 0.12),
        (Which::Salience, salience),
        (Which::Symmetry, 0.88),
        (Which::Interdependence, salience * 0.88),
    ] {
        let estimate = measure(usual(), which);
        value(&estimate, wanted);
        assert_eq!((estimate.count, estimate.rests_on.as_slice(), estimate.method), (4, &[0][..], Method::Accounts));
    }
}

#[test]
fn the_range_is_that_of_the_two_accounts() {
    // By the first's count (20): 20/100 and 20/296. By the second's (24): 24/104 and 24/300.
    ends(&measure(usual(), Which::ShareOfA), 0.2, 24.0 / 104.0);
    ends(&measure(usual(), Which::ShareOfB), 20.0 / 296.0, 0.08);
    ends(&measure(usual(), Which::Asymmetry), 0.12, 24.0 / 104.0 - 0.08);
    assert_eq!(measure(usual(), Which::ShareOfA).denominator, Some(100.0));
}

#[test]
fn asymmetry_changes_its_sign_with_the_sides() {
    let turned = Dyad { a: usual().b, b: usual().a, ..usual() };
    value(&measure(turned, Which::Asymmetry), -0.12);
    for which in [Which::Salience, Which::Symmetry, Which::Interdependence] {
        near(measure(turned, which).value.unwrap(), measure(usual(), which).value.unwrap());
    }
}

#[test]
fn a_missing_figure_is_replaced_by_the_partners_and_said() {
    let estimate = measure(dyad((None, Some(100.0)), (Some(24.0), Some(300.0))), Which::ShareOfA);
    value(&estimate, 0.24);
    assert_eq!(estimate.notes, [Note::PartnerFigure, Note::FullCount]);
    assert_eq!((estimate.low, estimate.count), (None, 3));
}

#[test]
fn what_is_missing_stays_missing() {
    let none = (None, None);
    missing(&measure(dyad(none, none), Which::Salience), Note::Missing);
    missing(&measure(dyad((None, Some(100.0)), (None, Some(300.0))), Which::Salience), Note::Missing);
    missing(&measure(dyad((Some(20.0), None), (Some(24.0), Some(300.0))), Which::Asymmetry), Note::NoDenominator);
    missing(&measure(dyad((Some(0.0), Some(0.0)), (Some(24.0), Some(300.0))), Which::ShareOfA), Note::NoDenominator);
    missing(&measure(dyad((Some(f64::NAN), Some(-3.0)), none), Which::ShareOfA), Note::Missing);
    value(&measure(dyad((Some(20.0), Some(100.0)), none), Which::ShareOfA), 0.2);
}

#[test]
fn a_part_larger_than_its_whole_is_a_contradiction() {
    let wrong = dyad((Some(120.0), Some(100.0)), (Some(24.0), Some(300.0)));
    missing(&measure(wrong, Which::ShareOfA), Note::Contradiction);
    missing(&measure(wrong, Which::Interdependence), Note::Contradiction);
    value(&measure(wrong, Which::ShareOfB), 0.08);
}

#[test]
fn trade_over_product() {
    let rows = [(Some(26.0), Some(225.0)), (Some(26.0), None), (None, Some(225.0)), (Some(26.0), Some(0.0))];
    let rows = rows.map(|(trade, gdp)| Output { period: month(1), trade, gdp });
    let found = over_gdp(&rows);
    value(&found[0].1, 26.0 / 225.0);
    assert_eq!((found[0].1.denominator, found[0].1.notes.as_slice()), (Some(225.0), &[Note::FullCount][..]));
    missing(&found[1].1, Note::NoDenominator);
    missing(&found[2].1, Note::Missing);
    missing(&found[3].1, Note::NoDenominator);
    assert_eq!(found[3].1.rests_on, [3]);
}
