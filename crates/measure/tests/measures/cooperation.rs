use super::*;
use mizan_measure::cooperation::{Deed, Quad, Way, over, relations, series};

fn deed(story: u32, month: i8, way: Way, quad: Quad, intensity: f64) -> Deed {
    Deed { stamp: stamp(story, story, month, 9), way, quad, intensity: Some(intensity) }
}

/// Forth in January: story 1 praises (a copy too), story 2 attacks and praises. Back: story 3 accuses, and in February story 4 helps.
fn deeds() -> Vec<Deed> {
    vec![
        deed(1, 1, Way::Forth, Quad::VerbalCooperation, 3.0),
        deed(1, 1, Way::Forth, Quad::VerbalCooperation, 3.0),
        deed(2, 1, Way::Forth, Quad::MaterialConflict, -8.0),
        deed(2, 1, Way::Forth, Quad::VerbalCooperation, 1.0),
        deed(3, 1, Way::Back, Quad::VerbalConflict, -2.0),
        deed(4, 2, Way::Back, Quad::MaterialCooperation, 7.0),
    ]
}

fn counts(relation: &mizan_measure::cooperation::Relation) -> [Option<f64>; 4] {
    relation.quads.each_ref().map(|e| e.value)
}

#[test]
fn one_direction_by_hand() {
    let relation = over(&deeds(), &[Way::Forth], month(1).window(), &settings());
    assert_eq!(counts(&relation), [Some(2.0), Some(0.0), Some(0.0), Some(1.0)]);
    // c = 2 stories, k = 1: (2 − 1)/3.
    value(&relation.net, 1.0 / 3.0);
    assert_eq!((relation.net.denominator, relation.net.count), (Some(3.0), 2));
    // Story 1: 3; story 2: (−8 + 1)/2 = −3.5.
    value(&relation.intensity_sum, -0.5);
    value(&relation.intensity_mean, -0.25);
    ends(&relation.intensity_mean, -3.5, 3.0);
    assert_eq!(relation.quads[0].rests_on, [0, 1, 3]);
    assert_eq!(relation.net.rests_on, [0, 1, 2, 3]);
}

#[test]
fn the_directions_are_apart_and_can_be_joined() {
    let back = over(&deeds(), &[Way::Back], month(1).window(), &settings());
    assert_eq!(counts(&back), [Some(0.0), Some(0.0), Some(1.0), Some(0.0)]);
    value(&back.net, -1.0);
    let both = over(&deeds(), Way::BOTH, month(1).window(), &settings());
    // c = 2, k = 2 (stories 2 and 3).
    value(&both.net, 0.0);
    value(&both.intensity_sum, -2.5);
}

#[test]
fn nought_where_the_pair_is_heard_of_and_missing_where_not() {
    let found = relations(&deeds(), &[Way::Forth], &months(1, 3), &settings());
    let (february, march) = (&found[1].1, &found[2].1);
    assert_eq!(counts(february), [Some(0.0); 4]);
    missing(&february.net, Note::NoDenominator);
    value(&february.intensity_sum, 0.0);
    missing(&february.intensity_mean, Note::NoDenominator);
    assert_eq!(counts(march), [None; 4]);
    for estimate in [&march.quads[0], &march.net, &march.intensity_sum, &march.intensity_mean] {
        missing(estimate, Note::Silent);
    }
    let nets = series(&found, |r| &r.net);
    assert_eq!(nets.iter().map(|(p, _)| *p).collect::<Vec<_>>(), months(1, 3).periods());
}

#[test]
fn intensity_that_is_missing_is_never_nought() {
    let rows = [Deed { intensity: None, ..deed(1, 1, Way::Forth, Quad::VerbalConflict, 0.0) }];
    let relation = over(&rows, &[Way::Forth], year(), &settings());
    missing(&relation.intensity_sum, Note::SetAside { rows: 1 });
    missing(&relation.intensity_mean, Note::SetAside { rows: 1 });
    value(&relation.net, -1.0);
}

#[test]
fn a_story_counts_in_each_month_its_events_fall_in() {
    let rows = [deed(1, 1, Way::Forth, Quad::VerbalConflict, -2.0), deed(1, 2, Way::Forth, Quad::VerbalConflict, -2.0)];
    let found = relations(&rows, &[Way::Forth], &months(1, 2), &settings());
    assert_eq!([counts(&found[0].1)[2], counts(&found[1].1)[2]], [Some(1.0), Some(1.0)]);
    assert_eq!(counts(&over(&rows, &[Way::Forth], year(), &settings()))[2], Some(1.0));
}
