//! The date of an event: its own time expression, or the day of publication, and then it says so. What is only planned is not dated by a
//! day gone by: that is when the plan was told. Nor is a deed told in a quotation dated by the days on which it was said. What happened this
//! week happened by the day of publication.

use jiff::{ToSpan, civil::Date};
use mizan_record::{Annotation, ClaimFound, Document, EventDate, EventFound, Granularity, Interval, Modality};
use mizan_text::Span;

use crate::assemble::evidence;

/// When an event was, and by which rule.
pub(crate) fn of_event(document: &Document, sentence: usize, annotation: &Annotation, event: &EventFound) -> Option<EventDate> {
    let own = event.date.and_then(|d| annotation.dates.get(d)).and_then(|d| {
        let interval = d.interval.filter(|at| !is_of_the_telling(document, annotation, event, d.span, *at))?;
        let interval = so_far(document, event, interval);
        Some(EventDate { interval, evidence: Some(evidence(document, sentence, d.span)), rule: d.rule })
    });
    own.or_else(|| fallback(document, event))
}

/// Whether a planned or possible event would be dated by a time that ended before publication. Only what somebody says may have happened
/// ("he is said to have fled on 5 May") keeps such a time, where that stands within what is said; so does what was promised for a year that
/// is long gone. A deed that a quotation tells is not dated by the days, this last week, of its telling.
fn is_of_the_telling(document: &Document, annotation: &Annotation, event: &EventFound, time: Span, at: Interval) -> bool {
    let Some((published, _)) = document.published else { return false };
    let gone = at.last.is_some_and(|last| last < published);
    let long_gone = || at.last.zip(published.checked_sub(1.year()).ok()).is_some_and(|(last, limit)| last < limit);
    let said = || annotation.claims.iter().any(|claim| claim.content.contains(event.span) && claim.content.contains(time));
    match event.modality {
        Modality::Future => gone && !(long_gone() && said()),
        Modality::Hypothetical => gone && !said(),
        Modality::Actual => is_of_last_week(at, published) && annotation.claims.iter().any(|c| is_when_said(document, c, event, time)),
        _ => false,
    }
}

fn is_of_last_week(at: Interval, published: Date) -> bool {
    let limit = published.checked_sub(7.days()).ok();
    at.granularity == Granularity::Day && at.last.zip(limit).is_some_and(|(last, limit)| limit <= last && last <= published)
}

/// Whether a time stands beside the cue of words that are quoted and tell the event: 'Peskov said yesterday: "Ukraine shelled …"'.
fn is_when_said(document: &Document, claim: &ClaimFound, event: &EventFound, time: Span) -> bool {
    let (content, cue) = (claim.content, claim.cue);
    let text = document.text.as_str();
    let between = |a: Span, b: Span| text.get(a.end.min(b.end)..a.start.max(b.start)).unwrap_or("");
    let ahead = time.end <= content.start && cue.end <= content.start && !cue.overlaps(event.span);
    let beside = || {
        let gap = between(cue, time);
        gap.split_whitespace().count() <= BESIDE && !gap.contains(['.', '!', '?', '"', '«', '“', ':'])
    };
    let quoted = || {
        let lead = text.get(cue.end.max(time.end)..content.start).unwrap_or("").trim_end();
        lead.ends_with([':', '"', '«', '“', '\'', '‘']) || document.text.quote(content).starts_with(['"', '«', '“', '‘'])
    };
    content.contains(event.span) && ahead && beside() && quoted()
}

/// How many words may part a cue from the time of its telling.
const BESIDE: usize = 6;

/// This week, told of what happened, up to the day of publication.
fn so_far(document: &Document, event: &EventFound, at: Interval) -> Interval {
    let past = event.modality == Modality::Actual && at.granularity == Granularity::Week;
    let today = document.published.map(|(day, _)| day).filter(|&day| at.first.is_some_and(|first| first <= day));
    match (today, at.last) {
        (Some(today), Some(last)) if past && last > today => Interval { last: Some(today), ..at },
        _ => at,
    }
}

/// Only what is told as having happened may take the day of publication: background, plans and possibilities without a date have none.
fn fallback(document: &Document, event: &EventFound) -> Option<EventDate> {
    let (day, _) = document.published?;
    (event.modality == Modality::Actual).then(|| EventDate { interval: one_day(day), evidence: None, rule: "publication-date" })
}

fn one_day(day: Date) -> Interval {
    Interval { first: Some(day), last: Some(day), granularity: Granularity::Day }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use jiff::civil::date;
    use mizan_record::{ClaimKind, Class, DateMention};

    /// The rule that dates the event of a sentence published on 13 March 2024, with a time of these days, said or not.
    fn dated(text: &str, [trigger, time]: [&str; 2], modality: Modality, days: [Date; 2], content: Option<&str>) -> Option<&'static str> {
        let span = |words: &str| {
            let at = text.find(words).unwrap();
            Span::new(at, at + words.len())
        };
        let document = Document { published: Some((date(2024, 3, 13), "flag")), sections: Vec::new(), ..sample::document(text) };
        let event = EventFound {
            span: span(trigger),
            class: Class::Consult,
            modality,
            sources: Vec::new(),
            targets: Vec::new(),
            date: Some(0),
            class_confidence: 1.0,
            confidence: 1.0,
        };
        let interval = Interval { first: Some(days[0]), last: Some(days[1]), granularity: Granularity::Day };
        let claim = |content| ClaimFound {
            cue: Span::new(0, 0),
            content: span(content),
            speaker: None,
            kind: ClaimKind::Statement,
            confidence: 1.0,
        };
        let annotation = Annotation {
            dates: vec![DateMention { span: span(time), interval: Some(interval), rule: "found" }],
            claims: content.map(claim).into_iter().collect(),
            ..Annotation::default()
        };
        of_event(&document, 1, &annotation, &event).map(|d| d.rule)
    }

    /// The rule that dates a deed told in a quotation, with a time of these days outside it.
    fn quoted(text: &str, [trigger, time, cue, content]: [&str; 4], day: Date) -> Option<&'static str> {
        let span = |words: &str| {
            let at = text.find(words).unwrap();
            Span::new(at, at + words.len())
        };
        let document = Document { published: Some((date(2024, 3, 13), "flag")), sections: Vec::new(), ..sample::document(text) };
        let event = EventFound {
            span: span(trigger),
            class: Class::Assault,
            modality: Modality::Actual,
            sources: Vec::new(),
            targets: Vec::new(),
            date: Some(0),
            class_confidence: 1.0,
            confidence: 1.0,
        };
        let interval = Interval { first: Some(day), last: Some(day), granularity: Granularity::Day };
        let (cue, content) = (span(cue), span(content));
        let annotation = Annotation {
            dates: vec![DateMention { span: span(time), interval: Some(interval), rule: "found" }],
            claims: vec![ClaimFound { cue, content, speaker: None, kind: ClaimKind::Statement, confidence: 1.0 }],
            ..Annotation::default()
        };
        of_event(&document, 1, &annotation, &event).map(|d| d.rule)
    }

    #[test]
    fn a_deed_in_a_quotation_is_not_dated_by_its_telling() {
        let told = Some("publication-date");
        for (text, words) in [
            ("Peskov said yesterday: \"Ukraine shelled Belgorod\"", ["shelled", "yesterday", "said", "Ukraine shelled Belgorod"]),
            ("وقال بيسكوف أمس: «أوكرانيا قصفت بيلغورود»", ["قصفت", "أمس", "قال", "أوكرانيا قصفت بيلغورود"]),
            ("Песков вчера сказал: «Украина обстреляла Белгород»", ["обстреляла", "вчера", "сказал", "Украина обстреляла Белгород"]),
            ("Кеше Песков айтты: «Украина Белгородты атқылады»", ["атқылады", "Кеше", "айтты", "Украина Белгородты атқылады"]),
        ] {
            assert_eq!(quoted(text, words, date(2024, 3, 12)), told, "{text}");
            assert_eq!(quoted(text, words, date(2022, 3, 12)), Some("found"), "{text}");
        }
    }

    #[test]
    fn a_time_of_the_deed_stays() {
        for (text, words) in [
            ("Peskov said Ukraine shelled Belgorod yesterday", ["shelled", "yesterday", "said", "Ukraine shelled Belgorod yesterday"]),
            ("Yesterday Ukraine shelled Belgorod, Peskov said", ["shelled", "Yesterday", "said", "Yesterday Ukraine shelled Belgorod"]),
            ("Peskov said that yesterday Ukraine shelled Belgorod", ["shelled", "yesterday", "said", "Ukraine shelled Belgorod"]),
        ] {
            assert_eq!(quoted(text, words, date(2024, 3, 12)), Some("found"), "{text}");
        }
    }

    #[test]
    fn what_was_promised_for_a_year_long_gone_keeps_it() {
        let text = "It pledged that in the year 2000 it would lift the ban";
        let told = |content, day| dated(text, ["lift", "in the year 2000"], Modality::Future, [day; 2], content);
        assert_eq!(told(Some("in the year 2000 it would lift the ban"), date(2000, 12, 31)), Some("found"));
        assert_eq!(told(Some("in the year 2000 it would lift the ban"), date(2024, 1, 1)), None);
        assert_eq!(told(Some("it would lift the ban"), date(2000, 12, 31)), None);
    }

    #[test]
    fn this_week_ends_with_publication_for_what_happened() {
        let document =
            Document { published: Some((date(2024, 3, 13), "flag")), ..sample::document("осы аптада кездесті") };
        let last = |modality, granularity, end| {
            let event = EventFound {
                span: Span::new(20, 36),
                class: Class::Consult,
                modality,
                sources: Vec::new(),
                targets: Vec::new(),
                date: None,
                class_confidence: 1.0,
                confidence: 1.0,
            };
            so_far(&document, &event, Interval { first: Some(date(2024, 3, 11)), last: Some(end), granularity }).last
        };
        let sunday = date(2024, 3, 17);
        assert_eq!(last(Modality::Actual, Granularity::Week, sunday), Some(date(2024, 3, 13)));
        assert_eq!(last(Modality::Future, Granularity::Week, sunday), Some(sunday));
        assert_eq!(last(Modality::Actual, Granularity::Year, date(2024, 12, 31)), Some(date(2024, 12, 31)));
        assert_eq!(last(Modality::Actual, Granularity::Week, date(2024, 3, 12)), Some(date(2024, 3, 12)));
    }

    #[test]
    fn a_plan_is_not_dated_by_a_day_gone_by() {
        let gone = [date(2024, 2, 23); 2];
        for (text, words) in [
            ("On 23 February he promised to stop the war.", ["stop", "On 23 February"]),
            ("23 февраля он обещал прекратить войну.", ["прекратить", "23 февраля"]),
            ("في 23 فبراير وعد بوقف الحرب.", ["بوقف", "في 23 فبراير"]),
            ("23 ақпанда ол соғысты тоқтатпақ болды.", ["тоқтатпақ", "23 ақпанда"]),
        ] {
            assert_eq!(dated(text, words, Modality::Future, gone, None), None, "{text}");
            assert_eq!(dated(text, words, Modality::Hypothetical, gone, None), None, "{text}");
            assert_eq!(dated(text, words, Modality::Actual, gone, None), Some("found"), "{text}");
            assert_eq!(dated(text, words, Modality::Negated, gone, None), Some("found"), "{text}");
        }
    }

    #[test]
    fn a_plan_keeps_what_is_not_over() {
        let words = ["meet", "this week"];
        let week = [date(2024, 3, 11), date(2024, 3, 17)];
        assert_eq!(dated("They will meet this week.", words, Modality::Future, week, None), Some("found"));
    }

    #[test]
    fn what_is_said_to_have_happened_keeps_its_day() {
        let text = "He is said to have fled on 5 May.";
        let told = |content| dated(text, ["fled", "on 5 May"], Modality::Hypothetical, [date(2023, 5, 5); 2], content);
        assert_eq!(told(Some("have fled on 5 May")), Some("found"));
        assert_eq!(told(Some("have fled")), None);
    }
}
