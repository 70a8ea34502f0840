//! Nothing that is given panics or breaks what the signature promises.

use mizan_likeness::{Index, Signature};
use mizan_text::Language;
use proptest::prelude::*;

fn language() -> impl Strategy<Value = Option<Language>> {
    prop::option::of(prop::sample::select(Language::ALL.to_vec()))
}

#[test]
fn odd_texts_are_read() {
    let odd = [
        "\0".repeat(1000),
        "\u{301}".repeat(1000),
        "\u{202E}\u{200F}\u{FEFF}".repeat(500),
        "а".repeat(200_000),
        "a ".repeat(100_000),
        "١ ".repeat(10_000),
        "新闻报道".repeat(5_000),
        "👩‍👩‍👧 ".repeat(1_000),
        ". ".repeat(10_000),
        format!("{}\u{10FFFF}", "ق ".repeat(24)),
    ];
    let mut index = Index::new();
    for language in Language::ALL.map(Some).into_iter().chain([None]) {
        for (at, text) in odd.iter().enumerate() {
            let signature = Signature::of(text, language);
            assert_eq!(signature.resemblance(&signature), 1.0);
            let story = index.story_of(&format!("{at} {language:?}"), &signature, None);
            assert!(story.starts_with(&format!("{at} ")), "{at} is taken for {story}");
        }
    }
}

#[test]
fn a_long_text_of_one_word_resembles_no_other() {
    let one = Signature::of(&"да ".repeat(5_000), None);
    assert!(one.resemblance(&Signature::of(&"нет ".repeat(5_000), None)) < 0.05);
    assert_eq!(one, Signature::of(&"да ".repeat(50), None), "it has but one shingle");
}

#[test]
fn only_128_bytes_are_a_signature() {
    for length in [0, 1, 2, 127, 129, 256] {
        assert_eq!(Signature::from_bytes(&vec![7; length]), None, "{length}");
    }
}

proptest! {
    #[test]
    fn any_text_has_a_signature_that_comes_back_from_its_bytes(text in any::<String>(), times in 1..30_usize, language in language()) {
        let text = format!("{text} ").repeat(times);
        let signature = Signature::of(&text, language);
        prop_assert_eq!(signature.bytes().len(), 128);
        prop_assert_eq!(Signature::from_bytes(signature.bytes()), Some(signature.clone()));
        prop_assert_eq!(signature, Signature::of(&text, language));
    }

    #[test]
    fn any_bytes_can_be_compared_and_indexed(one in prop::array::uniform32(any::<u32>()), other in prop::array::uniform32(any::<u32>()), alike in 0..33_usize) {
        let read = |numbers: [u32; 32]| Signature::from_bytes(&numbers.map(u32::to_le_bytes).concat()).expect("128 bytes");
        let mut near = other;
        near[..alike].copy_from_slice(&one[..alike]);
        let (one, near) = (read(one), read(near));
        let resemblance = one.resemblance(&near);
        prop_assert!((0.0..=1.0).contains(&resemblance));
        prop_assert_eq!(resemblance, near.resemblance(&one));
        // Each number holds two neighbouring hashes, so the index finds whatever is alike enough: 17 of 64 hashes.
        let mut index = Index::new();
        prop_assert_eq!(index.story_of("", &one, None), "");
        prop_assert_eq!(index.story_of("b", &near, None).is_empty(), resemblance >= 17.0 / 64.0);
    }
}
