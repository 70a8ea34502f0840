//! What is told to be a copy, and what is not, in the four languages.

mod edit;

use edit::{Dice, EDITS, TEXTS};
use jiff::civil::{Date, date};
use mizan_likeness::{Index, Signature};
use mizan_text::{Language, word::WordKind, words};
use proptest::prelude::*;

/// Every text with its language, in a fixed order; the reports on one event stand side by side.
fn texts() -> Vec<(Language, &'static str)> {
    TEXTS.iter().flat_map(|(language, events)| events.as_flattened().iter().map(|&text| (*language, text))).collect()
}

/// The text of the same language that lends to the text at a place: a report on the other event.
fn lender(at: usize) -> &'static str {
    texts()[at ^ 2].1
}

/// The stories of texts that come one after another, their ids being their places.
fn stories(texts: &[(Language, &str)]) -> Vec<String> {
    let mut index = Index::new();
    let told = texts.iter().enumerate().map(|(at, (language, text))| (at.to_string(), Signature::of(text, Some(*language))));
    told.map(|(id, signature)| index.story_of(&id, &signature, None)).collect()
}

fn english(text: &str) -> Signature {
    Signature::of(text, Some(Language::English))
}

#[test]
fn the_texts_are_as_long_as_reports() {
    for (_, text) in texts() {
        let count = words(text).iter().filter(|word| word.kind != WordKind::Mark).count();
        assert!((120..=250).contains(&count), "{count} words: {text}");
    }
}

#[test]
fn every_edited_copy_is_found_and_joins_no_other_story() {
    let (_, lighter) = EDITS.split_last().expect("there are edits");
    let mut all = Index::new();
    for (at, (language, text)) in texts().into_iter().enumerate() {
        assert_eq!(all.story_of(&at.to_string(), &Signature::of(text, Some(language)), None), at.to_string());
    }
    let mut dice = Dice(1);
    for (at, (language, text)) in texts().into_iter().enumerate() {
        for (name, edit) in lighter.iter().cycle().take(6 * lighter.len()) {
            let copy = edit(text, lender(at), &mut dice);
            let story = all.clone().story_of("copy", &Signature::of(&copy, Some(language)), None);
            assert_eq!(story, at.to_string(), "{name} of {text}\n{copy}");
        }
    }
}

#[test]
fn nearly_all_copies_are_found_that_are_edited_in_every_way_and_cut() {
    let (_, edit) = EDITS[EDITS.len() - 1];
    let mut dice = Dice(2);
    let mut found = 0;
    for (at, (language, text)) in texts().into_iter().enumerate() {
        for _ in 0..10 {
            let copy = edit(text, lender(at), &mut dice);
            found += usize::from(stories(&[(language, text), (language, &copy)])[1] == "0");
        }
    }
    assert!(found >= 152, "{found} of 160");
}

#[test]
fn reports_on_one_event_are_two_stories_though_they_print_one_quotation() {
    for (language, events) in TEXTS {
        for [one, other] in events {
            assert_eq!(stories(&[(language, one), (language, other)]), ["0", "1"], "{one}");
            let (one, other) = (Signature::of(one, Some(language)), Signature::of(other, Some(language)));
            assert!((0.0..0.2).contains(&one.resemblance(&other)), "{}", one.resemblance(&other));
        }
    }
}

#[test]
fn the_language_need_not_be_known() {
    for (language, text) in texts() {
        assert_eq!(Signature::of(text, None), Signature::of(text, Some(language)), "{text}");
    }
}

#[test]
fn the_first_copy_names_the_story_and_a_stored_story_keeps_its_name() {
    let (_, text) = texts()[4];
    let signature = english(text);
    let mut index = Index::new();
    index.load("b", "a", &signature, None);
    assert_eq!(index.story_of("c", &signature, None), "a");
    // The second of that signature, with another story: the first one counts.
    index.load("d", "elsewhere", &signature, None);
    assert_eq!(index.story_of("e", &signature, None), "a");
}

#[test]
fn a_document_that_is_there_keeps_its_story() {
    let (one, other) = (english(texts()[4].1), english(texts()[6].1));
    let mut index = Index::new();
    assert_eq!(index.story_of("a", &one, None), "a");
    assert_eq!(index.story_of("b", &one, None), "a");
    assert_eq!(index.story_of("b", &other, None), "a");
    index.load("b", "z", &other, None);
    assert_eq!(index.story_of("b", &other, None), "a");
    assert_eq!(index.story_of("c", &other, None), "c", "the second b was not taken in");
}

#[test]
fn copies_are_at_most_three_days_apart_where_both_days_are_known() {
    let signature = english(texts()[4].1);
    let story = |first: Option<Date>, second: Option<Date>| {
        let mut index = Index::new();
        index.load("first", "first", &signature, first);
        index.story_of("second", &signature, second)
    };
    let day = date(2024, 2, 28);
    // 2024 is a leap year: 29 February, 1 March, 2 March are one, two and three days later.
    for (other, expected) in
        [(date(2024, 3, 2), "first"), (date(2024, 3, 3), "second"), (date(2024, 2, 25), "first"), (date(2024, 2, 24), "second")]
    {
        assert_eq!(story(Some(day), Some(other)), expected, "{other}");
    }
    assert_eq!(story(None, Some(day)), "first");
    assert_eq!(story(Some(day), None), "first");
    assert_eq!(story(Some(Date::MIN), Some(Date::MAX)), "second");
}

#[test]
fn a_bulletin_printed_every_day_does_not_become_one_endless_story() {
    let signature = english(texts()[4].1);
    let mut index = Index::new();
    let stories = [1, 9, 3, 5, 10].map(|day| index.story_of(&day.to_string(), &signature, Some(date(2025, 10, day))));
    // The 9th is too far from the 1st; the 3rd joins the 1st; the 5th is four days from the 1st,
    // where that story began, and four from the 9th; the 10th joins the 9th.
    assert_eq!(stories, ["1", "9", "1", "5", "9"]);
}

#[test]
fn a_short_text_resembles_only_its_own_words() {
    let cases = [
        "Парламент принял бюджет на 2026 год.",
        "أقر البرلمان ميزانية عام 2026.",
        "Парламент 2026 жылғы бюджетті қабылдады.",
        "The central bank set the rate of the dollar at 519.40 tenge for 6 October, it said in a note on Sunday.",
    ];
    for text in cases {
        let signature = Signature::of(text, None);
        let shouted = format!("«{}»!", text.to_uppercase());
        assert_eq!(signature, Signature::of(&shouted, None), "case and marks do not count: {text}");
        for other in [text.replace('6', "7"), text.replacen(' ', " ai ", 1), text.repeat(30)] {
            assert!(signature.resemblance(&Signature::of(&other, None)) < 0.05, "{other}");
        }
    }
}

#[test]
fn texts_without_words_equal_only_themselves() {
    let signatures = ["", " ", "…", "!!!", "\u{200F}"].map(|text| Signature::of(text, None));
    for (at, one) in signatures.iter().enumerate() {
        for (place, other) in signatures.iter().enumerate() {
            assert_eq!(one.resemblance(other) > 0.1, at == place);
        }
    }
}

/// Signatures are stored: these bytes may never change. They were reckoned a second time, by another program in another language.
#[test]
fn signatures_are_the_same_on_every_machine() {
    let heads: Vec<Vec<u8>> = [0, 4, 8, 12].map(|at| Signature::of(texts()[at].1, None).bytes()[..6].to_vec()).into();
    let expected =
        [[228, 77, 213, 145, 64, 192], [223, 150, 85, 169, 176, 190], [245, 156, 233, 236, 141, 109], [242, 158, 150, 108, 151, 41]];
    assert_eq!(heads, expected);
    assert_eq!(Signature::of("short", None).bytes()[..6], [167, 67, 190, 177, 148, 33]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_unrelated_documents_changes_nothing(order in Just((0..16).collect::<Vec<usize>>()).prop_shuffle()) {
        let texts = texts();
        let mut index = Index::new();
        for at in order {
            let (language, text) = texts[at];
            prop_assert_eq!(index.story_of(&at.to_string(), &Signature::of(text, Some(language)), None), at.to_string());
        }
        for (at, (language, text)) in texts.iter().enumerate() {
            let (_, edit) = EDITS[0];
            let copy = edit(text, lender(at), &mut Dice(3));
            prop_assert_eq!(index.story_of(&format!("copy of {at}"), &Signature::of(&copy, Some(*language)), None), at.to_string());
        }
    }

    #[test]
    fn a_loaded_index_answers_as_the_one_that_was_kept(picks in prop::collection::vec((0..16_usize, 0..EDITS.len(), 1..20_i8), 1..40), cut in 0..40_usize) {
        let texts = texts();
        let (mut kept, mut loaded) = (Index::new(), Index::new());
        for (at, (text, kind, day)) in picks.into_iter().enumerate() {
            let copy = EDITS[kind].1(texts[text].1, lender(text), &mut Dice(at as u64));
            let (id, day) = (at.to_string(), Some(date(2025, 10, day)));
            let signature = Signature::of(&copy, Some(texts[text].0));
            let stored = Signature::from_bytes(signature.bytes()).expect("128 bytes");
            let story = kept.story_of(&id, &signature, day);
            if at < cut {
                loaded.load(&id, &story, &stored, day);
            } else {
                prop_assert_eq!(loaded.story_of(&id, &stored, day), story);
            }
        }
    }
}
