//! "He said in a statement that …": one speaker's one saying with two cues is one claim.

use mizan_record::Claim;
use mizan_text::Span;

use crate::pronoun;
use crate::rule::nested_speaker::holds;
use crate::sentence::{Sentence, words};

/// The rule's name in a record's origin.
pub const NAME: &str = "double-claim";

/// How many words an outer content may have beside the inner one, its cue and its speaker.
const BESIDE: usize = 2;

/// Words that only join a cue to what is said (folded).
const JOINING: [&str; 8] = ["деп", "ол", "что", "that", "he", "she", "он", "она"];

/// Drop the claims of a sentence that only say again what another one says: of two with the same content the less sure one, of two within
/// each other the outer one.
pub(crate) fn drop_doubles(sentence: &Sentence, mut claims: Vec<Claim>) -> Vec<Claim> {
    let kept = |at: usize| (0..claims.len()).find(|&other| other != at && is_doubled(sentence, (at, &claims[at]), (other, &claims[other])));
    let doubled: Vec<Option<usize>> = (0..claims.len()).map(kept).collect();
    for &kept in doubled.iter().flatten() {
        claims[kept].origin.rules.push(NAME);
    }
    claims.into_iter().zip(doubled).filter(|(_, kept)| kept.is_none()).map(|(claim, _)| claim).collect()
}

fn is_doubled(sentence: &Sentence, (at, claim): (usize, &Claim), (other, kept): (usize, &Claim)) -> bool {
    if claim.speaker != kept.speaker || claim.kind != kept.kind {
        return false;
    }
    if claim.content.span == kept.content.span {
        let (mine, its) = (claim.origin.confidence, kept.origin.confidence);
        return mine < its || mine == its && other < at;
    }
    holds(claim, kept) && beside(sentence, claim, kept).len() <= BESIDE
}

/// Whether an outer content is nothing but the inner one with its cue.
pub(crate) fn adds_nothing(sentence: &Sentence, outer: &Claim, inner: &Claim) -> bool {
    holds(outer, inner) && beside(sentence, outer, inner).iter().all(|w| JOINING.contains(&w.as_str()) || pronoun::is_that(w))
}

/// The words of an outer content that belong neither to the inner one nor to its cue nor to its speaker.
fn beside(sentence: &Sentence, outer: &Claim, inner: &Claim) -> Vec<String> {
    let cue = inner.cue.as_ref().map(|c| c.span);
    let mut parts: Vec<Span> = [Some(inner.content.span), cue, inner.speaker.map(|s| sentence.place(s))].into_iter().flatten().collect();
    parts.sort_by_key(|p| p.start);
    let mut from = outer.content.span.start;
    let mut all = Vec::new();
    for part in parts {
        all.extend(words(sentence.between(from, part.start)));
        from = from.max(part.end);
    }
    all.extend(words(sentence.between(from, outer.content.span.end)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{claim, document, mention};
    use mizan_record::Kind;
    use mizan_text::Language;

    /// The contents that stay of two claims, the first of them surer.
    fn left(text: &str, claims: [(&str, &str, Option<usize>); 2]) -> Vec<String> {
        let document = document(text, Language::English);
        let who = ["Lavrov", "Лавров", "لافروف"].into_iter().find(|w| text.contains(w)).unwrap();
        let mentions = [mention(&document, who, Kind::Person, "GOV", 0)];
        let mut claims = claims.map(|(cue, said, speaker)| claim(&document, cue, said, speaker)).to_vec();
        claims[1].origin.confidence = 0.5;
        let sentence = Sentence { document: &document, number: 1, mentions: &mentions, first: 0 };
        drop_doubles(&sentence, claims).into_iter().map(|c| format!("{} | {}", c.cue.unwrap().quote, c.content.quote)).collect()
    }

    #[test]
    fn one_saying_with_two_cues_is_one_claim() {
        let ar = "وقال لافروف في تصريحات: الحوار مستمر";
        assert_eq!(left(ar, [("وقال", "الحوار مستمر", Some(0)), ("تصريحات", "الحوار مستمر", Some(0))]), ["وقال | الحوار مستمر"]);
        let ru = "Отметил: как подчеркнул Лавров, диалог идет";
        let claims = [("Отметил", "как подчеркнул Лавров, диалог идет", Some(0)), ("подчеркнул", "диалог идет", Some(0))];
        assert_eq!(left(ru, claims), ["подчеркнул | диалог идет"]);
    }

    #[test]
    fn two_sayings_stay_two() {
        let two = "Lavrov said talks go on and added time is short";
        assert_eq!(left(two, [("said", "talks go on", Some(0)), ("added", "time is short", Some(0))]).len(), 2);
        let nested = "Lavrov said talks go on in Paris next week, hoping time is short";
        let claims = [("said", "talks go on in Paris next week, hoping time is short", Some(0)), ("hoping", "time is short", Some(0))];
        assert_eq!(left(nested, claims).len(), 2);
        let others = "Lavrov said, as it was reported, talks go on";
        assert_eq!(left(others, [("said", "talks go on", Some(0)), ("reported", "talks go on", None)]).len(), 2);
    }
}
