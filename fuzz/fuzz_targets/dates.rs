//! Any text for the date rules and the knowledge base: places lie in the text, intervals run forward.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use mizan_annotate::lexicon::Lexicon;
use mizan_text::Language;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::shipped);

fuzz_target!(|text: &str| {
    let day = Some(jiff::civil::date(2025, 10, 4));
    for language in Language::ALL.map(Some).into_iter().chain([None]) {
        for found in mizan_annotate::date::find(text, language, day) {
            assert!(text.get(found.span.start..found.span.end).is_some_and(|t| !t.is_empty()));
            if let Some((first, last)) = found.interval.and_then(|i| i.first.zip(i.last)) {
                assert!(first <= last);
            }
        }
        for name in LEXICON.find(text, language, day) {
            assert!(!name.quote(text).is_empty());
        }
    }
});
