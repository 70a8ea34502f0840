//! "ومن جانبه، دعا الاتحاد الأوروبي إلى …": behind "for his part" a name that touches the verb is its subject.

use mizan_record::{Document, Event, Mention};
use mizan_text::Language;
use mizan_text::fold::fold;

use crate::clause::sentence;

/// The rule's name in a record's origin.
pub const NAME: &str = "for-his-part";

/// "For his part", "in his turn" (folded), before a clause.
const FOR_HIS_PART: [&str; 15] = [
    "من جانبه",
    "من جانبها",
    "من جانبهم",
    "من جانبهما",
    "من جهته",
    "من جهتها",
    "من جهتهم",
    "من ناحيته",
    "من ناحيتها",
    "من طرفه",
    "من طرفها",
    "بدوره",
    "بدورها",
    "بدورهم",
    "بدورهما",
];

/// Make the name right behind the verb its source, where the encoder has it for the target and no other source but one behind it.
pub fn apply(event: &mut Event, document: &Document, mentions: &[Mention]) {
    let trigger = event.evidence.span;
    let text = document.text.as_str();
    let touches = |t: &usize| {
        let start = mentions[*t].evidence.span.start;
        text.get(trigger.end..start).is_some_and(|gap| !gap.is_empty() && gap.trim().is_empty())
    };
    let Some(subject) = event.targets.iter().copied().find(touches) else { return };
    let others_behind = event.sources.iter().all(|&s| mentions[s].evidence.span.start > mentions[subject].evidence.span.start);
    if document.language == Some(Language::Arabic) && others_behind && opens(event, document) {
        event.targets.retain(|&t| t != subject);
        event.targets.append(&mut event.sources);
        event.targets.sort_unstable();
        event.sources = vec![subject];
        event.origin.rules.push(NAME);
    }
}

/// Whether nothing but "for his part" stands right before the trigger.
fn opens(event: &Event, document: &Document) -> bool {
    let head = document.text.as_str().get(sentence(document, event).0..event.evidence.span.start).unwrap_or("");
    let head = fold(head);
    let head = head.trim_end().trim_end_matches(['،', ',']).trim_end();
    let ends = |words: &str| head.strip_suffix(words).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', 'و', '\n', '.']));
    FOR_HIS_PART.iter().any(|words| ends(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use mizan_record::Class;

    fn sides(text: &str, trigger: &str, sources: &[&str], targets: &[&str]) -> (Vec<usize>, Vec<usize>) {
        let mut s = Sample::new(text, trigger, Class::Request, sources, targets);
        s.document.language = Some(Language::Arabic);
        apply(&mut s.event, &s.document, &s.mentions);
        (s.event.sources, s.event.targets)
    }

    #[test]
    fn a_name_that_touches_the_verb_is_the_subject() {
        let union = "ومن جانبه، دعا الاتحاد الأوروبي إلى التعامل بحزم";
        assert_eq!(sides(union, "دعا", &[], &["الاتحاد الأوروبي"]), (vec![0], vec![]));
        let turn = "بدورها طالبت موسكو واشنطن بالرد";
        assert_eq!(sides(turn, "طالبت", &["واشنطن"], &["موسكو"]), (vec![1], vec![0]));
    }

    #[test]
    fn others_are_left_alone() {
        for (text, trigger, sources, targets) in [
            ("ومن جانبه، دعا إلى الاتحاد الأوروبي", "دعا", &[][..], &["الاتحاد الأوروبي"][..]),
            ("ومن جانبه، دعا الاتحاد الأوروبي موسكو", "دعا", &["الاتحاد الأوروبي"], &["موسكو"]),
            ("قال الوزير من جانبه إن الرئيس دعا موسكو", "دعا", &["الرئيس"], &["موسكو"]),
            ("الوزير من جانبه دعا موسكو", "دعا", &["الوزير"], &["موسكو"]),
            ("ثم دعا الاتحاد الأوروبي إلى الحزم", "دعا", &[], &["الاتحاد الأوروبي"]),
        ] {
            let before = ((0..sources.len()).collect(), (sources.len()..sources.len() + targets.len()).collect());
            assert_eq!(sides(text, trigger, sources, targets), before, "{text}");
        }
    }
}
