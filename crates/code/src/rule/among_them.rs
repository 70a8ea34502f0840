//! "تجسست على حلفاء آخرين، بينهم ألمانيا وفرنسا", "spied on allies, including Germany and France": who is told of as being among others is on
//! their side.
//!
//! Only where a party stands a few words before "among them", with the trigger not between; and only those of the list that are parties
//! already.

use mizan_record::{Document, Event, Mention};
use mizan_text::fold::fold;

use crate::clause::sentence;

/// The rule's name in a record's origin.
pub const NAME: &str = "among-them";

/// "Among them" (folded), as it stands right before the first of the list.
const AMONG: [&str; 19] = [
    "including",
    "including the",
    "among them",
    "among them the",
    "в том числе",
    "включая",
    "среди которых",
    "среди них",
    "оның ішінде",
    "соның ішінде",
    "олардың ішінде",
    "بينهم",
    "بينها",
    "من بينهم",
    "من بينها",
    "ومنهم",
    "منهم",
    "منها",
    "بما في ذلك",
];

/// What joins the members of such a list (folded; an Arabic و is written onto the next word).
const JOINTS: [&str; 13] = [",", "،", "and", "and the", ", and", "и", "а также", ", а также", "және", "мен", "пен", "бен", "و"];

/// How many words may stand between the party and "among them".
const NEAR: usize = 4;

/// Put those told of as being among others on the others' side.
pub fn apply(event: &mut Event, document: &Document, mentions: &[Mention]) {
    let first = mentions.partition_point(|m| m.evidence.sentence < event.evidence.sentence);
    for head in first..mentions.len() {
        let Some(whole) = whole(event, document, mentions, head) else { continue };
        let members = list(event, document, mentions, head);
        let is_source = event.sources.contains(&whole);
        let (own, other) = if is_source { (&mut event.sources, &mut event.targets) } else { (&mut event.targets, &mut event.sources) };
        let moved: Vec<usize> = other.iter().copied().filter(|m| members.contains(m)).collect();
        if moved.is_empty() {
            continue;
        }
        other.retain(|m| !moved.contains(m));
        own.extend(moved);
        own.sort_unstable();
        event.origin.rules.push(NAME);
    }
}

/// The party that a mention behind "among them" is one of; `None` where the mention does not stand behind such words.
fn whole(event: &Event, document: &Document, mentions: &[Mention], member: usize) -> Option<usize> {
    let (start, _) = sentence(document, event);
    let at = mentions[member].evidence.span.start;
    let of = |m: &usize| mentions[*m].evidence.span;
    let whole = event
        .sources
        .iter()
        .chain(&event.targets)
        .copied()
        .filter(|m| of(m).start >= start && of(m).end <= at)
        .max_by_key(|m| of(m).end)?;
    let between = fold(document.text.as_str().get(of(&whole).end..at)?);
    let head = before_words(between.trim_end())?.trim_end().trim_end_matches([',', '،', '(']);
    let parted = head.contains([',', '،', '.', ';', ':', '!', '?', '؟', '؛', '(', '«', '»']);
    let trigger = event.evidence.span;
    let acts_between = of(&whole).end <= trigger.start && trigger.end <= at;
    (!parted && !acts_between && head.split_whitespace().count() <= NEAR).then_some(whole)
}

/// What stands before "among them" in a text that ends with it.
fn before_words(text: &str) -> Option<&str> {
    let ends = |words: &&&str| text.strip_suffix(**words).is_some_and(|head| !head.ends_with(char::is_alphanumeric));
    let words = AMONG.iter().filter(ends).max_by_key(|words| words.len())?;
    text.strip_suffix(words)
}

/// The mentions of the list that begins with one, as far as it goes on one side of the trigger.
fn list(event: &Event, document: &Document, mentions: &[Mention], first: usize) -> Vec<usize> {
    let goes_on = |m: &usize| {
        let Some(next) = mentions.get(m + 1) else { return false };
        let (from, to) = (mentions[*m].evidence.span.end, next.evidence.span.start);
        let between = document.text.as_str().get(from..to).map(|b| fold(b.trim()));
        let joined = between.is_some_and(|b| JOINTS.contains(&b.as_str()) || b.is_empty() && next.evidence.quote.starts_with('و'));
        joined && next.evidence.sentence == event.evidence.sentence
    };
    let links = (first..).take_while(goes_on).count();
    (first..=first + links).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use mizan_record::Class;

    /// The sources and targets after the rule, by their words; the mentions are given in the order of the text, those at `sources` as sources.
    fn sides(text: &str, trigger: &str, parties: &[&str], sources: &[usize]) -> (Vec<usize>, bool) {
        let mut s = Sample::new(text, trigger, Class::Coerce, parties, &[]);
        (s.event.sources, s.event.targets) = (0..parties.len()).partition(|n| sources.contains(n));
        apply(&mut s.event, &s.document, &s.mentions);
        (s.event.sources, s.event.origin.rules == [NAME])
    }

    #[test]
    fn who_is_among_others_is_on_their_side() {
        let arabic = "وكالة الأمن تجسست على حلفاء آخرين للولايات المتحدة، بينهم ألمانيا وفرنسا";
        for (text, trigger, parties) in [
            (arabic, "تجسست", ["وكالة الأمن", "حلفاء آخرين", "ألمانيا", "فرنسا"]),
            ("The NSA spied on allies, including Germany and France", "spied", ["NSA", "allies", "Germany", "France"]),
            ("АНБ шпионило за союзниками, среди которых Германия и Франция", "шпионило", ["АНБ", "союзниками", "Германия", "Франция"]),
            (
                "АҚШ одақтастарға, оның ішінде Германия мен Францияға тыңшылық жасады",
                "тыңшылық",
                ["АҚШ", "одақтастарға", "Германия", "Францияға"],
            ),
        ] {
            assert_eq!(sides(text, trigger, &parties, &[0, 2, 3]), (vec![0], true), "{text}");
            assert_eq!(sides(text, trigger, &parties, &[0, 3]), (vec![0], true), "{text}");
        }
        let acting = "Several states, including Iran and Iraq, accused Israel";
        assert_eq!(sides(acting, "accused", &["Several states", "Iran", "Iraq", "Israel"], &[0, 1]), (vec![0, 1, 2], true));
    }

    #[test]
    fn other_lists_and_right_sides_are_left_alone() {
        for (text, trigger, parties, sources) in [
            ("The NSA spied on allies, including Germany", "spied", &["NSA", "allies", "Germany"][..], &[0][..]),
            ("Iran spied on many, Germany and France said", "spied", &["Iran", "many", "Germany"], &[0, 2]),
            ("Iran (a member, including by treaty) accused Iraq", "accused", &["Iran", "Iraq"], &[0]),
            ("Iran attacked cities of the far north, and fired, including Kyiv", "attacked", &["Iran", "Kyiv"], &[0]),
            ("Соглашение между Ираном и Ираком", "Соглашение", &["Ираном", "Ираком"], &[0]),
            ("اتفاق بينهم وبين إسرائيل", "اتفاق", &["بينهم", "إسرائيل"], &[0]),
        ] {
            assert_eq!(sides(text, trigger, parties, sources), (sources.to_vec(), false), "{text}");
        }
    }
}
