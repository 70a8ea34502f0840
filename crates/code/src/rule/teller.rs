//! "Tokayev said that Kazakhstan does not recognise the annexation": who tells of his own state's act is not its target.
//!
//! Nor is he the target of another's act, where nothing in what he tells can mean himself: "Blinken doubted that Kazakhstan needed help".
//! Only where the teller stands outside of what he tells.

use mizan_record::{Claim, Class, Document, Event, Mention};
use mizan_text::Language;
use mizan_text::fold::fold;

/// The rule's name in a record's origin.
pub const NAME: &str = "teller";

/// Words by which a teller speaks of himself or his like, or is spoken of (folded).
const HIMSELF_ENGLISH: [&str; 20] = [
    "he", "him", "his", "she", "her", "it", "its", "they", "them", "their", "we", "us", "our", "i", "me", "my", "himself", "herself",
    "both", "each",
];
const HIMSELF_RUSSIAN: [&str; 38] = [
    "он",
    "она",
    "они",
    "мы",
    "я",
    "его",
    "ему",
    "им",
    "ним",
    "нем",
    "него",
    "нему",
    "ее",
    "ей",
    "ней",
    "нее",
    "их",
    "них",
    "ими",
    "ними",
    "нас",
    "нам",
    "нами",
    "меня",
    "мне",
    "мной",
    "наш",
    "наша",
    "наши",
    "нашу",
    "нашей",
    "наших",
    "нашим",
    "мой",
    "моя",
    "моей",
    "мою",
    "обе",
];
/// Endings by which an Arabic word, as printed, or a Kazakh one can hold him.
const HIMSELF_ARABIC: [&str; 7] = ["ه", "ها", "هم", "هما", "نا", "ني", "ي"];
const HIMSELF_KAZAKH: [&str; 16] =
    ["ын", "ін", "ына", "іне", "ының", "інің", "ымен", "імен", "ды", "ді", "ты", "ті", "оған", "маған", "бізге", "оларға"];

/// Take the speakers of the claims around an event out of its targets.
pub fn apply(event: &mut Event, document: &Document, claims: &[Claim], mentions: &[Mention]) {
    let own = |teller: usize| {
        let country = &mentions[teller].country;
        !country.is_empty() && event.sources.iter().any(|&s| mentions[s].country == *country)
    };
    let tells = |target: usize, claim: &Claim| {
        claim.speaker == Some(target)
            && claim.content.span.contains(event.evidence.span)
            && !claim.content.span.contains(mentions[target].evidence.span)
    };
    let is_teller = |target: usize| {
        let mut told = event.claims.iter().map(|&c| &claims[c]).filter(|claim| tells(target, claim));
        told.any(|claim| own(target) || is_anothers(event, claim, mentions, document.language))
    };
    let kept: Vec<usize> = event.targets.iter().copied().filter(|&t| !is_teller(t)).collect();
    if kept.len() < event.targets.len() {
        event.targets = kept;
        event.origin.rules.push(NAME);
    }
}

/// Whether an event inside what is told has a source there, and nothing there can mean the teller. Of talks he may be the other party.
fn is_anothers(event: &Event, claim: &Claim, mentions: &[Mention], language: Option<Language>) -> bool {
    let mutual = matches!(event.class, Class::Agree | Class::Consult | Class::Cooperate);
    let inside = event.sources.iter().any(|&s| claim.content.span.contains(mentions[s].evidence.span));
    !mutual && inside && language.is_some_and(|language| !means_teller(&claim.content.quote, language))
}

fn means_teller(content: &str, language: Language) -> bool {
    let ends = |endings: &[&str], word: &str| endings.iter().any(|ending| word.ends_with(ending));
    content.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).any(|word| match language {
        Language::English => HIMSELF_ENGLISH.contains(&fold(word).as_str()),
        Language::Russian => HIMSELF_RUSSIAN.contains(&fold(word).as_str()),
        Language::Arabic => ends(&HIMSELF_ARABIC, word) && !["في", "التي", "الذي", "على", "إلى"].contains(&word),
        Language::Kazakh => ends(&HIMSELF_KAZAKH, &fold(word)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assemble::evidence;
    use crate::sample::Sample;
    use mizan_record::{ClaimKind, Class, Origin};
    use mizan_text::Span;

    /// The targets that are left of `text`, whose words from `content` on are told by the first target.
    fn targets(text: &str, content: &str, source: &str, countries: [&str; 2]) -> usize {
        let mut s = Sample::new(text, "recognise", Class::Reject, &[source], &["Tokayev"]);
        for (mention, country) in s.mentions.iter_mut().zip(countries) {
            mention.country = country.into();
        }
        let speaker = s.event.targets.first().copied();
        let start = text.find(content).unwrap();
        let claim = Claim {
            speaker,
            carried_speaker: None,
            kind: ClaimKind::Statement,
            cue: None,
            content: evidence(&s.document, 1, Span::new(start, text.len())),
            about: Vec::new(),
            origin: Origin { by: "test".into(), confidence: 1.0, rules: Vec::new() },
        };
        s.event.claims = vec![0];
        apply(&mut s.event, &s.document, &[claim], &s.mentions);
        s.event.targets.len()
    }

    /// How many targets are left of an event of which `source` does something to the teller, who is named before `content`.
    fn left(language: Language, text: &str, content: &str, trigger: &str, parties: [&str; 2], class: Class) -> usize {
        let mut s = Sample::new(text, trigger, class, &parties[..1], &parties[1..]);
        s.document.language = Some(language);
        let start = text.find(content).unwrap();
        let claim = Claim {
            speaker: Some(1),
            carried_speaker: None,
            kind: ClaimKind::Statement,
            cue: None,
            content: evidence(&s.document, 1, Span::new(start, start + content.len())),
            about: Vec::new(),
            origin: Origin { by: "test".into(), confidence: 1.0, rules: Vec::new() },
        };
        s.event.claims = vec![0];
        apply(&mut s.event, &s.document, &[claim], &s.mentions);
        s.event.targets.len()
    }

    #[test]
    fn who_only_tells_is_no_target() {
        let (ar, ru, en, kk) = (Language::Arabic, Language::Russian, Language::English, Language::Kazakh);
        for (language, text, content, trigger, parties) in [
            (
                ru,
                "Блинкен сомневается, что Казахстану требовалась помощь",
                "Казахстану требовалась помощь",
                "требовалась помощь",
                ["Казахстану", "Блинкен"],
            ),
            (en, "Blinken said that Iran demanded aid", "Iran demanded aid", "demanded", ["Iran", "Blinken"]),
            (ar, "قال بلينكن إن موسكو طلبت المساعدات", "موسكو طلبت المساعدات", "طلبت", ["موسكو", "بلينكن"]),
            (kk, "Блинкен Иран көмек сұраған деп айтты", "Иран көмек сұраған", "сұраған", ["Иран", "Блинкен"]),
        ] {
            assert_eq!(left(language, text, content, trigger, parties, Class::Request), 0, "{text}");
            assert_eq!(left(language, text, content, trigger, parties, Class::Consult), 1, "{text}");
        }
    }

    #[test]
    fn who_tells_what_was_done_to_him_stays() {
        let (ar, ru, en, kk) = (Language::Arabic, Language::Russian, Language::English, Language::Kazakh);
        for (language, text, content, trigger, parties) in [
            (ru, "Лавров сказал, что США обманули его", "США обманули его", "обманули", ["США", "Лавров"]),
            (en, "Lavrov said that Iran had deceived him", "Iran had deceived him", "deceived", ["Iran", "Lavrov"]),
            (ar, "قال لافروف إن واشنطن خدعته", "واشنطن خدعته", "خدعته", ["واشنطن", "لافروف"]),
            (kk, "Лавров Иран елін алдаған деді", "Иран елін алдаған", "алдаған", ["Иран", "Лавров"]),
        ] {
            assert_eq!(left(language, text, content, trigger, parties, Class::Accuse), 1, "{text}");
        }
    }

    #[test]
    fn who_tells_of_his_own_states_act_is_not_its_target() {
        let told = "Tokayev said that Kazakhstan does not recognise it";
        assert_eq!(targets(told, "Kazakhstan", "Kazakhstan", ["KAZ", "KAZ"]), 0);
        assert_eq!(targets(told, "Kazakhstan", "Kazakhstan", ["RUS", "KAZ"]), 1);
        let within = "Kazakhstan does not recognise Tokayev";
        assert_eq!(targets(within, "Kazakhstan", "Kazakhstan", ["KAZ", "KAZ"]), 1);
    }
}
