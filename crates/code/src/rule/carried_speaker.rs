//! "He added that …": a claim whose sentence names no speaker belongs to the one who spoke last, while the same paragraph-to-paragraph
//! run of attributions goes on.
//!
//! A bare word for the one who speaks ("the analyst", "المتحدث") goes on with the run as well.
//!
//! The run is broken by a heading, by a sentence without any attribution that is not itself a continuation, or by a new named speaker. The carried
//! speaker is kept apart from a named one, and the record says so.

use mizan_record::{Claim, Document, Mention, Resolution};

use crate::generic::is_speaker;

/// The rule's name in a record's origin.
pub const NAME: &str = "carried-speaker";

/// How many sentences without an attribution a run may pass over.
const GAP: usize = 1;

/// Cues that only go on with what somebody said before, by how they begin (folded, without proclitics).
const GOES_ON: [&str; 44] = [
    "اضاف",
    "يضيف",
    "مضيفا",
    "تابع",
    "يتابع",
    "اوضح",
    "يوضح",
    "موضحا",
    "اشار",
    "يشير",
    "مشيرا",
    "اردف",
    "استطرد",
    "خلص",
    "يخلص",
    "بين",
    "يبين",
    "يذهب",
    "اكد",
    "يوكد",
    "يؤكد",
    "موكدا",
    "مؤكدا",
    "لفت",
    "ختم",
    "زاد",
    "added",
    "adding",
    "continued",
    "went on",
    "he ",
    "she ",
    "they ",
    "добавил",
    "продолжил",
    "по его",
    "по ее",
    "он ",
    "она ",
    "они ",
    "қосты",
    "ол ",
    "оның",
    "сөзінше",
];

/// Give each claim without a named speaker the speaker of the run it stands in, where its cue is one that goes on.
/// `claims` are in the order of the text.
pub fn apply(document: &Document, mentions: &mut [Mention], claims: &mut [Claim]) {
    let mut last: Option<(usize, usize)> = None; // mention, sentence
    for claim in claims {
        let sentence = claim.content.sentence;
        last = last.filter(|(_, before)| !broken(document, *before, sentence));
        match (claim.speaker, last) {
            (Some(speaker), Some((before, _))) if is_bare(&mentions[speaker]) => {
                mentions[speaker].actor = mentions[before].actor;
                mentions[speaker].resolution = Resolution::EarlierRole;
                mentions[speaker].origin.rules.push(NAME);
                last = Some((speaker, sentence));
            }
            (Some(speaker), _) => last = Some((speaker, sentence)),
            (None, Some((before, _))) if goes_on(claim) => {
                claim.carried_speaker = Some(before);
                claim.origin.rules.push(NAME);
                last = Some((before, sentence));
            }
            (None, _) => {}
        }
    }
}

/// "The analyst", and nothing else is known of him.
fn is_bare(mention: &Mention) -> bool {
    mention.resolution == Resolution::Encoder && is_speaker(&mention.evidence.quote)
}

fn broken(document: &Document, before: usize, now: usize) -> bool {
    let between = document.sections.get(before..now.saturating_sub(1)).unwrap_or(&[]);
    between.len() > GAP || between.iter().any(|s| s.heading)
}

fn goes_on(claim: &Claim) -> bool {
    let Some(cue) = &claim.cue else { return false };
    let folded = mizan_text::fold::fold(&cue.quote);
    let bare = folded.strip_prefix(['و', 'ف']).unwrap_or(&folded);
    GOES_ON.iter().any(|start| bare.starts_with(start) || folded.starts_with(start))
        || [" he ", " she ", " он ", " она ", " ол "].iter().any(|p| folded.contains(p))
}
