//! Any bytes as a container: items and asides, never more memory than a few items need.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mizan_gather::{Options, gather};
use mizan_likeness::Signature;

const NAMES: [&str; 5] = ["a.txt", "a.jsonl", "a.csv", "a.xml", "a.warc.gz"];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let name = NAMES[*first as usize % NAMES.len()];
    for item in gather(rest, Options { limit: 1 << 16, ..Options::new(name) }).flatten() {
        if let Ok(document) = item.document(1 << 20) {
            let signature = Signature::of(document.text.as_str(), document.language);
            assert_eq!(Signature::from_bytes(signature.bytes()), Some(signature));
        }
    }
});
