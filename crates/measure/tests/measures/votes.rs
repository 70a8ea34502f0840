use super::*;
use mizan_measure::Method;
use mizan_measure::votes::{Ballot, Cast, Counting, agreement, agreement_over};

fn ballots() -> Vec<Ballot> {
    use Cast::{Abstain, No, None, Yes};
    let votes = [(Yes, Yes), (Yes, Abstain), (No, Yes), (Abstain, Abstain), (None, Yes), (Yes, None), (None, None)];
    votes.iter().map(|(a, b)| Ballot { date: date(2022, 3, 2), a: *a, b: *b }).collect()
}

#[test]
fn only_votes_cast_by_both_count() {
    // Four roll calls: two equal; with halves 2.5.
    let equal = agreement_over(&ballots(), Counting::Equal, year(), &settings());
    value(&equal, 0.5);
    value(&agreement_over(&ballots(), Counting::AbstentionHalf, year(), &settings()), 0.625);
    assert_eq!((equal.count, equal.rests_on.as_slice(), equal.denominator), (4, &[0, 1, 2, 3][..], Some(4.0)));
    assert_eq!((equal.counted, equal.method), ("roll calls", Method::Wilson(Level::P95)));
}

#[test]
fn wilsons_interval_by_table() {
    let of = |equal: usize| {
        let other = |i: usize| if i < equal { Cast::Yes } else { Cast::No };
        let ballots: Vec<Ballot> = (0..10).map(|i| Ballot { date: date(2022, 5, 1), a: Cast::Yes, b: other(i) }).collect();
        agreement_over(&ballots, Counting::Equal, year(), &settings())
    };
    ends(&of(8), 0.4901624715366418, 0.9433178485456248);
    ends(&of(0), 0.0, 0.27753279986288926);
}

#[test]
fn a_period_without_roll_calls_is_silent_and_one_without_common_votes_has_no_denominator() {
    let series = agreement(&ballots()[4..], Counting::Equal, &months(2, 4), &settings());
    missing(&series[0].1, Note::Silent);
    missing(&series[1].1, Note::NoDenominator);
    missing(&series[2].1, Note::Silent);
    value(&agreement(&ballots(), Counting::Equal, &months(2, 4), &settings())[1].1, 0.5);
}

#[test]
fn agreement_does_not_depend_on_who_is_named_first() {
    let turned: Vec<Ballot> = ballots().iter().map(|b| Ballot { a: b.b, b: b.a, ..*b }).collect();
    for counting in [Counting::Equal, Counting::AbstentionHalf] {
        assert_eq!(agreement_over(&turned, counting, year(), &settings()), agreement_over(&ballots(), counting, year(), &settings()));
    }
}
