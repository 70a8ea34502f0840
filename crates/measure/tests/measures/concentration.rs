use super::*;
use mizan_measure::concentration::{effective_partners, herfindahl};

#[test]
fn by_hand() {
    let amounts = [Some(50.0), Some(30.0), Some(20.0)];
    // 0.25 + 0.09 + 0.04
    value(&herfindahl(&amounts, year()), 0.38);
    value(&effective_partners(&amounts, year()), 1.0 / 0.38);
    let estimate = herfindahl(&amounts, year());
    assert_eq!((estimate.count, estimate.denominator, estimate.notes.as_slice()), (3, Some(100.0), &[Note::FullCount][..]));
}

#[test]
fn the_ends_are_one_partner_and_all_alike() {
    value(&herfindahl(&[Some(7.0), Some(0.0)], year()), 1.0);
    value(&effective_partners(&[Some(2.5); 8], year()), 8.0);
}

#[test]
fn gaps_are_set_aside_and_nothing_is_made_of_nothing() {
    let estimate = herfindahl(&[Some(1.0), None, Some(-4.0), Some(1.0), Some(f64::NAN)], year());
    value(&estimate, 0.5);
    assert!(estimate.notes.contains(&Note::SetAside { rows: 3 }));
    assert_eq!(estimate.rests_on, [0, 3]);
    missing(&herfindahl(&[None], year()), Note::Missing);
    missing(&herfindahl(&[], year()), Note::Missing);
    missing(&effective_partners(&[Some(0.0)], year()), Note::NoDenominator);
}
