//! «Мы верим, что … . Это важно», – сказал Токаев: what a quotation of several sentences says is said by the one who is named behind it.
//!
//! Its claims that have no speaker ("we believe") are carried to him. The quotation opens at a sentence's beginning and closes in the same
//! paragraph, with no mark of its kind inside; a longer or nested one is not followed.

use mizan_record::{Claim, Document};
use mizan_text::Span;

/// The rule's name in a record's origin.
pub const NAME: &str = "long-quotation";

const PAIRS: [(char, char); 4] = [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"')];
/// A quotation longer than this many bytes is not followed.
const LONGEST: usize = 1500;

/// Carry the speakers named behind long quotations to the claims inside these.
pub(crate) fn apply(document: &Document, claims: &mut [Claim]) {
    let quotations: Vec<(Span, usize)> = claims.iter().filter_map(|c| closed_by(document, c)).collect();
    for claim in claims.iter_mut().filter(|c| c.speaker.is_none() && c.carried_speaker.is_none()) {
        let Some(cue) = claim.cue.as_ref().map(|c| c.span) else { continue };
        let holds = |q: &&(Span, usize)| q.0.contains(cue) && q.0.contains(claim.content.span);
        if let Some((_, speaker)) = quotations.iter().find(holds) {
            claim.carried_speaker = Some(*speaker);
            claim.origin.rules.push(NAME);
        }
    }
}

/// The quotation that opens in an earlier sentence and closes before a claim's cue, with the claim's speaker.
fn closed_by(document: &Document, claim: &Claim) -> Option<(Span, usize)> {
    let (speaker, cue) = (claim.speaker?, claim.cue.as_ref()?.span);
    let text = document.text.as_str();
    let own = document.sections.get(claim.content.sentence - 1)?;
    let head = text.get(own.span.start..cue.start)?;
    let (open, close) = PAIRS.into_iter().find(|(_, close)| ends_quoted(head, *close))?;
    let end = own.span.start + head.rfind(close)?;
    let earlier = document.sections[..claim.content.sentence - 1].iter().rev().take_while(|s| s.paragraph == own.paragraph && !s.heading);
    let mut near = earlier.map(|s| s.span.start).take_while(|s| end - s <= LONGEST + open.len_utf8());
    let start = near.find(|&s| text.get(s..).is_some_and(|rest| rest.starts_with(open)))? + open.len_utf8();
    let inside = text.get(start..end)?;
    (inside.len() <= LONGEST && !inside.contains([open, close])).then_some((Span::new(start, end), speaker))
}

/// Whether nothing but a comma and a dash stands behind a closing mark.
fn ends_quoted(head: &str, close: char) -> bool {
    head.rsplit_once(close).is_some_and(|(_, rest)| {
        let is_joint = |c: char| c.is_whitespace() || matches!(c, ',' | '،' | '-' | '–' | '—');
        rest.contains([',', '،', '-', '–', '—']) && rest.chars().all(is_joint)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{claim, document};
    use mizan_text::Language;

    fn carried(text: &str, inner: (&str, &str), outer: (&str, &str)) -> Option<usize> {
        let document = document(text, Language::Russian);
        let mut claims = [claim(&document, inner.0, inner.1, None), claim(&document, outer.0, outer.1, Some(7))];
        apply(&document, &mut claims);
        claims[0].carried_speaker
    }

    #[test]
    fn the_one_behind_a_long_quotation_says_all_of_it() {
        let ru = "«Мы верим, что мир близок.\nЭто важно.\nВойны нет», – сказал Токаев.";
        assert_eq!(carried(ru, ("верим", "мир близок"), ("сказал", "Войны нет")), Some(7));
        let kk = "\"Біз бейбітшілікке сенеміз.\nСоғыс жоқ\", – деді Тоқаев.";
        assert_eq!(carried(kk, ("сенеміз", "бейбітшілікке"), ("деді", "Соғыс жоқ")), Some(7));
        let en = "“We believe that peace is near.\nWar is over,” – said Tokayev.";
        assert_eq!(carried(en, ("believe", "peace is near"), ("said", "War is over")), Some(7));
        let ar = "«نعتقد أن السلام قريب.\nانتهت الحرب»، قال توكاييف.";
        assert_eq!(carried(ar, ("نعتقد", "السلام قريب"), ("قال", "انتهت الحرب")), Some(7));
    }

    #[test]
    fn closed_quotations_and_words_outside_are_left_alone() {
        let closed = "«Мы верим, что мир близок».\n«Войны нет», – сказал Токаев.";
        assert_eq!(carried(closed, ("верим", "мир близок"), ("сказал", "Войны нет")), None);
        let outside = "Как полагают, мир близок.\n«Это важно.\nВойны нет», – сказал Токаев.";
        assert_eq!(carried(outside, ("полагают", "мир близок"), ("сказал", "Войны нет")), None);
        let open = "Мы верим, что мир близок.\nВойны нет», – сказал Токаев.";
        assert_eq!(carried(open, ("верим", "мир близок"), ("сказал", "Войны нет")), None);
    }
}
