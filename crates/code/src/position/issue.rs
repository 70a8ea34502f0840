//! The issue of a position, in the text's own words: the trigger with its clause.
//!
//! Arabic, Russian and English go on from the trigger to the end of its clause; Kazakh is verb-final and comes from the clause's beginning,
//! or from behind the holder's name, to the trigger.

use std::collections::BTreeSet;

use mizan_record::{Event, Report};
use mizan_text::Language;
use mizan_text::fold::fold;

use crate::clause::sentence;

/// The longest issue shown, in characters.
const LONGEST: usize = 110;

/// Conjunctions that lead to a second verb of the same subject, and what may stand between them and it.
const AND: [&str; 12] = ["and", "but", "or", "и", "а", "но", "или", "و", "ثم", "لكن", "және", "бірақ"];
const THEN: [&str; 10] = ["has", "have", "had", "also", "then", "later", "также", "затем", "потом", "قد"];

/// "В том, что": the comma belongs to the conjunction.
const THAT: [&str; 5] = ["том", "тем", "того", "тому", "то"];

/// Kazakh particles that hang on the name before them ("Мирзиёев те").
const PARTICLES: [&str; 7] = ["да", "де", "та", "те", "ғана", "–", "-"];

/// The issue of an event, held by the mention `holder`.
pub(super) fn issue(report: &Report, event: &Event, holder: usize) -> String {
    if report.document.language == Some(Language::Kazakh) {
        return up_to_trigger(report, event, holder);
    }
    let text = report.document.text.as_str();
    let (from, behind) = (event.evidence.span.start, event.evidence.span.end);
    let (_, end) = sentence(&report.document, event);
    let stop = clause_end(text.get(from..end).unwrap_or(""), behind - from) + from;
    let stop = stop.min(next_verb(report, event).unwrap_or(stop));
    let mut words: Vec<&str> = text.get(from..stop).unwrap_or("").split_whitespace().collect();
    let own = event.evidence.quote.split_whitespace().count();
    while words.len() > own && words.last().is_some_and(|w| AND.contains(w) || THEN.contains(w)) {
        words.pop();
    }
    without_stray_end(&first_words(&words)).to_owned()
}

/// A text without a mark at its end that opens a quotation or bracket, or that is one of an odd number of plain quotation marks.
fn without_stray_end(text: &str) -> &str {
    let text = text.trim_end_matches(|c: char| matches!(c, '«' | '“' | '„' | '(') || c.is_whitespace());
    match text.strip_suffix('"') {
        Some(rest) if rest.matches('"').count() % 2 == 0 => rest.trim_end(),
        _ => text,
    }
}

/// Where the clause that begins at the trigger ends; `trigger` is the trigger's length.
fn clause_end(text: &str, trigger: usize) -> usize {
    let ends = |&(at, c): &(usize, char)| at >= trigger && stops(text, at, c);
    text.char_indices().find(ends).map_or(text.len(), |(at, _)| at)
}

/// Whether a mark ends the clause. The end of a quotation or bracket does only where it did not begin in the clause; marks inside numbers do not.
fn stops(text: &str, at: usize, mark: char) -> bool {
    let opened = |open: &[char]| text[..at].matches(open).count() > text[..at].matches(mark).count();
    match mark {
        ';' | '،' | '؛' | '؟' | '?' | '!' | '\n' => true,
        '.' => !in_number(text, at) && !in_name(text, at),
        ':' => !in_number(text, at),
        ',' => !in_number(text, at) && !before_that(text, at),
        '»' => !opened(&['«']),
        '”' => !opened(&['“', '„']),
        ')' => !opened(&['(']),
        _ => false,
    }
}

/// Whether a mark of one byte stands between digits: "10:30", "1.5".
fn in_number(text: &str, at: usize) -> bool {
    text[..at].ends_with(|c: char| c.is_numeric()) && text[at + 1..].starts_with(|c: char| c.is_numeric())
}

/// Whether a full stop ends no sentence: behind the single capital of a name ("George W. Bush"), or with no space behind it ("U.S.").
fn in_name(text: &str, at: usize) -> bool {
    let word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let mut letters = word.chars();
    let initial = word == "Дж" || letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    initial || text[at + 1..].starts_with(char::is_alphanumeric)
}

fn before_that(text: &str, comma: usize) -> bool {
    let before = text[..comma].split_whitespace().next_back().unwrap_or("");
    let after = text[comma + 1..].split_whitespace().next().unwrap_or("");
    THAT.contains(&before.to_lowercase().as_str()) && ["что", "чтобы"].contains(&after)
}

/// Where the next deed of the same actor begins that a conjunction joins to this one: "refused to extend the deal and withdrew …".
///
/// A trigger that no conjunction leads to is mostly the object ("condemned the attack") and belongs to the issue.
fn next_verb(report: &Report, event: &Event) -> Option<usize> {
    let text = report.document.text.as_str();
    let actor = |m: &usize| report.mentions[*m].actor;
    let own: Vec<usize> = event.sources.iter().map(actor).collect();
    let follows = |e: &&Event| {
        let between = text.get(event.evidence.span.end..e.evidence.span.start);
        e.sources.iter().any(|s| own.contains(&actor(s))) && between.is_some_and(|between| joined(between, &e.evidence.quote))
    };
    let number = event.evidence.sentence;
    let first = report.events.partition_point(|e| e.evidence.sentence < number);
    let same_sentence = report.events[first..].iter().take_while(|e| e.evidence.sentence == number);
    same_sentence.filter(follows).map(|e| e.evidence.span.start).min()
}

/// Whether the words between two triggers end with a conjunction, or an Arabic one is written onto the second, an imperfect verb.
fn joined(between: &str, second: &str) -> bool {
    let mut back = between.split_whitespace().rev().skip_while(|w| THEN.contains(w));
    let imperfect = second.starts_with("وي") || second.starts_with("وت");
    back.next().is_some_and(|w| AND.contains(&w)) || imperfect && second.split_whitespace().next().is_some_and(|w| w.chars().count() > 4)
}

/// From the beginning of the clause, or from behind the holder's name, to the trigger's end.
fn up_to_trigger(report: &Report, event: &Event, holder: usize) -> String {
    let text = report.document.text.as_str();
    let (start, _) = sentence(&report.document, event);
    let here = event.evidence.span.start;
    let clause = start + clause_start(text.get(start..here).unwrap_or(""));
    let name = report.mentions[holder].evidence.span.end;
    let from = if name <= here { clause.max(name) } else { clause };
    let words = text.get(from..here).unwrap_or("").split_whitespace().skip_while(|w| PARTICLES.contains(w));
    last_words(&words.chain(event.evidence.quote.split_whitespace()).collect::<Vec<_>>())
}

/// Where the last clause of a text begins. Marks inside a quotation that is closed again do not count.
fn clause_start(head: &str) -> usize {
    let (mut start, mut outside) = (0, Vec::new());
    for (at, c) in head.char_indices() {
        let behind = at + c.len_utf8();
        match c {
            '«' | '“' => {
                outside.push(start);
                start = behind;
            }
            '»' | '”' => start = outside.pop().unwrap_or(behind),
            ';' | '?' | '!' | '\n' => start = behind,
            '.' if in_number(head, at) || in_name(head, at) => {}
            '.' | ',' | ':' if !in_number(head, at) => start = behind,
            _ => {}
        }
    }
    start
}

/// As many of the first words as may be shown.
fn first_words(words: &[&str]) -> String {
    let fit = fitting(words.iter());
    words[..fit].join(" ") + if fit < words.len() { " …" } else { "" }
}

/// As many of the last words as may be shown.
fn last_words(words: &[&str]) -> String {
    let fit = fitting(words.iter().rev());
    (if fit < words.len() { "… " } else { "" }).to_owned() + &words[words.len() - fit..].join(" ")
}

/// How many words fit into the longest issue.
fn fitting<'w>(words: impl Iterator<Item = &'w &'w str>) -> usize {
    let mut length = 0;
    words
        .take_while(|w| {
            let fits = length + w.chars().count() <= LONGEST;
            length += w.chars().count() + 1;
            fits
        })
        .count()
}

/// Whether two issues share at least half of the words of the shorter one.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let (x, y) = (word_set(a), word_set(b));
    2 * x.intersection(&y).count() >= x.len().min(y.len()).max(1)
}

fn word_set(issue: &str) -> BTreeSet<String> {
    fold(issue).split_whitespace().filter(|w| w.chars().count() > 3).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Sample, report};
    use mizan_record::Class;

    fn of(text: &str, language: Language, triggers: &[&str], holder: &str) -> String {
        let samples = triggers.iter().map(|t| Sample::new(text, t, Class::Reject, &[holder], &[])).collect();
        let mut report = report(samples);
        report.document.language = Some(language);
        issue(&report, &report.events[0], 0)
    }

    #[test]
    fn an_issue_ends_before_the_next_deed() {
        for (text, triggers, holder, issue) in [
            (
                "Россия отказалась продлить сделку и отозвала гарантии",
                &["отказалась", "отозвала"][..],
                "Россия",
                "отказалась продлить сделку",
            ),
            ("Iran condemned the talks and has rejected them", &["condemned", "rejected"], "Iran", "condemned the talks"),
            ("Iran condemned the attack on Gaza", &["condemned", "attack"], "Iran", "condemned the attack on Gaza"),
            ("Iran condemned killings and war", &["condemned"], "Iran", "condemned killings and war"),
        ] {
            assert_eq!(of(text, Language::Russian, triggers, holder), issue);
        }
        let arabic = "إسرائيل تلغي العطلات وتتفرغ للتحريض";
        assert_eq!(of(arabic, Language::Arabic, &["تلغي", "وتتفرغ"], "إسرائيل"), "تلغي العطلات");
    }

    #[test]
    fn marks_inside_a_clause_do_not_end_it() {
        for (text, trigger, issue) in [
            ("США осудили «план мира» Киева, и ушли", "осудили", "осудили «план мира» Киева"),
            ("США: «осудили план» вчера", "осудили", "осудили план"),
            ("В ответ (США осудили план) Киев ушёл", "осудили", "осудили план"),
            ("США осудили план (второй) Киева", "осудили", "осудили план (второй) Киева"),
            ("США: \"осудили план\", и ушли", "осудили", "осудили план"),
            ("США осудили \"план мира\"", "осудили", "осудили \"план мира\""),
            ("США осудили это «: удар", "осудили", "осудили это"),
            ("США обвинили Киев в том, что он медлит, и ушли", "обвинили", "обвинили Киев в том, что он медлит"),
            ("США осудили удар в 10:30, ушли", "осудили", "осудили удар в 10:30"),
            ("США осудили это: удар", "осудили", "осудили это"),
            ("США поддержали Дж. Ф. Кеннеди. Киев ушёл", "поддержали", "поддержали Дж. Ф. Кеннеди"),
            ("США поддержали план В. Путина, и ушли", "поддержали", "поддержали план В. Путина"),
            ("США осудили НАТО. Киев ушёл", "осудили", "осудили НАТО"),
            ("США: backed the John F. Kennedy center", "backed", "backed the John F. Kennedy center"),
            ("США: accepted the U.S. plan. Iran left", "accepted", "accepted the U.S. plan"),
            ("США: backed Booking.com today", "backed", "backed Booking.com today"),
        ] {
            assert_eq!(of(text, Language::Russian, &[trigger], "США"), issue);
        }
    }

    #[test]
    fn a_kazakh_issue_stands_before_its_verb() {
        for (text, trigger, holder, issue) in [
            ("Еуроодақ Ресейге қарсы санкцияларды бекітті.", "бекітті", "Еуроодақ", "Ресейге қарсы санкцияларды бекітті"),
            ("Кеше, жұма күні, Қытай жүк тасымалын шектеп, тоқтады", "шектеп", "Қытай", "жүк тасымалын шектеп"),
            ("Шавкат Мирзиёев те кездесуді жоғары бағалады", "жоғары бағалады", "Шавкат Мирзиёев", "кездесуді жоғары бағалады"),
            ("Қытай «бейбіт, адал» жоспарды қолдады", "қолдады", "Қытай", "«бейбіт, адал» жоспарды қолдады"),
            ("Кеше Қытай Дж. В. Буштың жоспарын қолдады", "қолдады", "Қытай", "Дж. В. Буштың жоспарын қолдады"),
            ("Кеше болды. Қытай А. Байденнің жоспарын қолдады", "қолдады", "Қытай", "А. Байденнің жоспарын қолдады"),
            ("Келісімге тараптар, бәрі, қол қойды", "қол қойды", "тараптар", "қол қойды"),
        ] {
            assert_eq!(of(text, Language::Kazakh, &[trigger], holder), issue);
        }
    }

    #[test]
    fn a_long_issue_is_cut_at_the_far_end() {
        let long = "сөз ".repeat(60);
        let kazakh = of(&format!("Қытай {long}қолдады"), Language::Kazakh, &["қолдады"], "Қытай");
        assert!(kazakh.starts_with("… сөз") && kazakh.ends_with("сөз қолдады") && kazakh.chars().count() < LONGEST + 4);
        let russian = of(&format!("США осудили {long}"), Language::Russian, &["осудили"], "США");
        assert!(russian.starts_with("осудили сөз") && russian.ends_with("сөз …"));
    }
}
