//! "إزاء الاتفاق حول برنامج إيران النووي", "over the nuclear deal", «переговоры по соглашению»: a deal that others speak about is background, no
//! agreement of the day of publication.
//!
//! Only a noun with its article, or in Russian and Kazakh with the word that shows that something is about it, is corrected, and only while
//! the encoder gives it neither a date nor two parties: what was agreed today names who agreed.

use mizan_record::{Class, Document, Event, Modality};

use crate::clause::{from_trigger, up_to_trigger};

/// The rule's name in a record's origin.
pub const NAME: &str = "background-deal";

/// The deal (folded, without و and ف).
const DEAL: [&str; 12] = [
    "الاتفاق",
    "الاتفاقيه",
    "deal",
    "agreement",
    "accord",
    "соглашению",
    "соглашения",
    "сделке",
    "сделки",
    "договоренности",
    "келісім",
    "келісімге",
];
/// What is about it, directly before it.
const ABOUT: [&str; 15] = [
    "ازاء",
    "حول",
    "بشان",
    "حيال",
    "تجاه",
    "بخصوص",
    "over",
    "about",
    "regarding",
    "concerning",
    "по",
    "насчет",
    "относительно",
    "касательно",
    "вокруг",
];
/// The same in Kazakh, behind it.
const ABOUT_BEHIND: [&str; 3] = ["бойынша", "қатысты", "төңірегінде"];
/// What makes an English deal a known one, and what may stand between it and the deal.
const THE: [&str; 4] = ["the", "this", "nuclear", "peace"];

/// Make a deal that is only spoken about background, without the day of publication.
pub fn apply(event: &mut Event, document: &Document) {
    let undated = event.date.as_ref().is_none_or(|date| date.evidence.is_none());
    let parties = event.sources.len() + event.targets.len();
    if event.class == Class::Agree && event.modality == Modality::Actual && undated && parties < 2 && is_spoken_about(event, document) {
        event.modality = Modality::Historical;
        event.date = None;
        event.origin.rules.push(NAME);
    }
}

fn is_spoken_about(event: &Event, document: &Document) -> bool {
    let span = event.evidence.span;
    let (before, trigger): (Vec<_>, Vec<_>) = up_to_trigger(document, event).into_iter().partition(|w| w.at < span.start);
    let mut nouns = trigger.iter().filter(|w| !w.is(&THE));
    let Some(noun) = nouns.next().filter(|w| nouns.next().is_none() && w.is(&DEAL)) else { return false };
    let lead = before.iter().rev().find(|w| !w.is(&THE));
    let known = || before.iter().rev().take(2).chain(&trigger).any(|w| w.is(&["the", "this"]));
    let latin = noun.word.starts_with(|letter: char| letter.is_ascii_alphabetic());
    if noun.word.starts_with("келісім") {
        return from_trigger(document, event).iter().find(|w| w.at >= span.end).is_some_and(|w| w.is(&ABOUT_BEHIND));
    }
    lead.is_some_and(|w| w.is(&ABOUT)) && (!latin || known())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use jiff::civil::date;
    use mizan_record::{EventDate, Granularity, Interval};

    fn modality(text: &str, trigger: &str, parties: &[&str]) -> Modality {
        let mut s = Sample::new(text, trigger, Class::Agree, parties, &[]);
        let day = Some(date(2015, 7, 20));
        let interval = Interval { first: day, last: day, granularity: Granularity::Day };
        s.event.date = Some(EventDate { interval, evidence: None, rule: "publication-date" });
        apply(&mut s.event, &s.document);
        assert_eq!(s.event.date.is_none(), s.event.modality == Modality::Historical);
        s.event.modality
    }

    #[test]
    fn a_deal_that_is_spoken_about_is_background() {
        for (text, trigger) in [
            ("عبرت الرياض عن قلقها إزاء الاتفاق حول برنامج إيران النووي", "الاتفاق"),
            ("انقسام بشأن الاتفاق في الكونغرس", "الاتفاق"),
            ("Senators quarrel over the nuclear deal", "deal"),
            ("Doubts about the agreement grow", "the agreement"),
            ("Споры вокруг соглашения не утихают", "соглашения"),
            ("Переговоры по соглашению идут", "соглашению"),
            ("Келісім бойынша даулар бар", "Келісім"),
        ] {
            assert_eq!(modality(text, trigger, &[]), Modality::Historical, "{text}");
        }
    }

    #[test]
    fn a_deal_of_the_day_stays() {
        for (text, trigger) in [
            ("توصلت طهران إلى الاتفاق", "الاتفاق"),
            ("بعد الاتفاق انخفض النفط", "الاتفاق"),
            ("The deal was reached", "deal"),
            ("They agreed over a deal", "deal"),
            ("Он заявил о соглашении", "соглашении"),
            ("Стороны достигли соглашения", "соглашения"),
            ("Тараптар келісім жасады", "келісім"),
        ] {
            assert_eq!(modality(text, trigger, &[]), Modality::Actual, "{text}");
        }
        let text = "Doubts about the agreement of Iran with Russia";
        assert_eq!(modality(text, "agreement", &["Iran", "Russia"]), Modality::Actual);
    }
}
