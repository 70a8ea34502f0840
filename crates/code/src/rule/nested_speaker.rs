//! "Lavrov said it was feared that …": a claim without a speaker, which stands in what a named speaker says, is his.

use mizan_record::Claim;

/// The rule's name in a record's origin.
pub const NAME: &str = "nested-speaker";

/// Give a claim without a speaker, which stands with its cue in what a named speaker says, that speaker.
pub(crate) fn apply(claims: &mut [Claim]) {
    for at in 0..claims.len() {
        if claims[at].speaker.is_some() {
            continue;
        }
        let outer = (0..claims.len()).filter(|&o| claims[o].speaker.is_some() && holds(&claims[o], &claims[at]));
        let Some(outer) = outer.min_by_key(|&o| claims[o].content.span.len()) else { continue };
        claims[at].carried_speaker = claims[outer].speaker;
        claims[at].origin.rules.push(NAME);
    }
}

/// Whether an inner claim stands with its cue in the content of an outer one.
pub(crate) fn holds(outer: &Claim, inner: &Claim) -> bool {
    let said = outer.content.span;
    said.contains(inner.content.span) && inner.cue.as_ref().is_some_and(|cue| said.contains(cue.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{claim, document};
    use mizan_text::Language;

    #[test]
    fn what_stands_in_ones_words_is_ones_own() {
        for (text, outer, inner) in [
            ("Lavrov said it was feared that war was near", ("said", "it was feared that war was near"), ("feared", "war was near")),
            ("Прокурор отметил, что закон, по его мнению, плох", ("отметил", "закон, по его мнению, плох"), ("по его мнению", "плох")),
            ("قال لافروف إن من المتوقع أن تنتهي الحرب", ("قال", "من المتوقع أن تنتهي الحرب"), ("المتوقع", "تنتهي الحرب")),
            ("Лавров соғыс бітеді деп күтілуде деді", ("деді", "соғыс бітеді деп күтілуде"), ("күтілуде", "соғыс бітеді")),
        ] {
            let document = document(text, Language::English);
            let mut claims = [claim(&document, outer.0, outer.1, Some(0)), claim(&document, inner.0, inner.1, None)];
            apply(&mut claims);
            assert_eq!(claims.map(|c| c.carried_speaker), [None, Some(0)], "{text}");
        }
    }

    #[test]
    fn what_stands_outside_is_left_alone() {
        let document = document("Lavrov said war was near. It was hoped it was not", Language::English);
        let mut claims = [claim(&document, "said", "war was near", Some(0)), claim(&document, "hoped", "it was not", None)];
        apply(&mut claims);
        assert_eq!(claims[1].carried_speaker, None);
    }
}
