//! Any bytes as a report: an error or a document whose sections lie in its text, in order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mizan_read::{Options, read};

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = read(bytes, "fuzz", &Options { date: None, language: None, limit: 1 << 20 }) else { return };
    let mut end = 0;
    for section in &document.sections {
        assert!(end <= section.span.start && section.span.start < section.span.end);
        assert!(!document.text.quote(section.span).is_empty());
        end = section.span.end;
    }
});
