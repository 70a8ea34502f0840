//! A mention that begins or ends inside a number takes all of it: "300 employees" of "5,300 employees" would tell a false figure.

use mizan_text::{Language, Span};

use crate::encoder::Reading;

/// Signs of currencies that stand before a number.
const CURRENCIES: [char; 4] = ['$', '€', '£', '¥'];
/// What parts the groups of a number, or its whole from its fraction.
const MARKS: [char; 4] = [',', '.', '٬', '٫'];
/// Spaces that part the groups of a number and do not break the line.
const NARROW: [char; 3] = ['\u{A0}', '\u{202F}', '\u{2009}'];
/// Letters in a group of thousands.
const GROUP: usize = 3;

/// Let the mentions of a sentence begin and end with whole numbers, where no other mention has the rest.
pub(super) fn fit(text: &str, language: Option<Language>, reading: &mut Reading) {
    for at in 0..reading.actors.len() {
        let own = reading.actors[at].span;
        let whole = Span::new(start(text, language, own), end(text, own));
        let taken = reading.actors.iter().enumerate().any(|(other, actor)| other != at && actor.span.overlaps(whole));
        if !taken {
            reading.actors[at].span = whole;
        }
    }
}

/// Where the number begins that a mention begins in, with the sign of its currency.
fn start(text: &str, language: Option<Language>, mention: Span) -> usize {
    let mut start = mention.start;
    if !text[start..mention.end].starts_with(char::is_numeric) {
        return start;
    }
    while let Some(earlier) = group_before(text, language, start) {
        start = earlier;
    }
    let sign = text[..start].chars().next_back().filter(|c| CURRENCIES.contains(c));
    start - sign.map_or(0, char::len_utf8)
}

/// Where the group of figures begins that stands before another of the same number.
fn group_before(text: &str, language: Option<Language>, start: usize) -> Option<usize> {
    let mark = text[..start].chars().next_back()?;
    let before = &text[..start - mark.len_utf8()];
    let figures = before.chars().rev().take_while(|c| c.is_numeric());
    let (count, bytes) = figures.fold((0, 0), |(count, bytes), c| (count + 1, bytes + c.len_utf8()));
    let parts = MARKS.contains(&mark) || (parts_by_space(mark, language) && is_group(&text[start..]) && count <= GROUP);
    (parts && count > 0).then(|| before.len() - bytes)
}

/// Where the number ends that a mention ends in.
fn end(text: &str, mention: Span) -> usize {
    let mut end = mention.end;
    while text[mention.start..end].ends_with(char::is_numeric) {
        let mut rest = text[end..].chars();
        let Some(mark) = rest.next().filter(|mark| MARKS.contains(mark) || NARROW.contains(mark)) else { break };
        if !is_group(rest.as_str()) {
            break;
        }
        end += mark.len_utf8() + rest.take(GROUP).map(char::len_utf8).sum::<usize>();
    }
    end
}

/// Whether a space may part the groups of a number; a plain one does in Russian and Kazakh.
fn parts_by_space(mark: char, language: Option<Language>) -> bool {
    NARROW.contains(&mark) || (mark == ' ' && matches!(language, Some(Language::Russian | Language::Kazakh)))
}

/// Whether a text begins with a group of thousands and no further figure.
fn is_group(text: &str) -> bool {
    text.chars().take_while(|c| c.is_numeric()).take(GROUP + 1).count() == GROUP
}

#[cfg(test)]
mod tests {
    use super::*;
    use mizan_record::{ActorFound, Kind, Sector, Tone};

    /// The mentions of a text, made whole.
    fn fitted<'t>(language: Language, text: &'t str, mentions: &[&str]) -> Vec<&'t str> {
        let found = |words: &&str| {
            let start = text.find(words).expect(words);
            ActorFound {
                span: Span::new(start, start + words.len()),
                kind: Kind::Group,
                country: String::new(),
                country_confidence: 1.0,
                sector: Sector::default(),
                tone: Tone::Neutral,
                tone_confidence: 1.0,
                confidence: 1.0,
            }
        };
        let mut reading = Reading { actors: mentions.iter().map(found).collect(), ..Reading::default() };
        fit(text, Some(language), &mut reading);
        reading.actors.iter().map(|actor| &text[actor.span.start..actor.span.end]).collect()
    }

    #[test]
    fn a_cut_number_is_made_whole() {
        for (language, text, mention, whole) in [
            (Language::English, "laid off 5,300 employees", "300 employees", "5,300 employees"),
            (Language::English, "some 1,234,500 people", "500 people", "1,234,500 people"),
            (Language::English, "the $12-an-hour workers", "12-an-hour workers", "$12-an-hour workers"),
            (Language::English, "a staff of 5,300 now", "staff of 5", "staff of 5,300"),
            (Language::English, "about 1.5 million voters", "5 million voters", "1.5 million voters"),
            (Language::Russian, "уволили 5 300 сотрудников", "300 сотрудников", "5 300 сотрудников"),
            (Language::Russian, "уволили 5\u{A0}300 сотрудников", "300 сотрудников", "5\u{A0}300 сотрудников"),
            (Language::Kazakh, "12 500 адам келді", "500 адам", "12 500 адам"),
            (Language::Arabic, "قتل 1,200 مسلح", "200 مسلح", "1,200 مسلح"),
        ] {
            assert_eq!(fitted(language, text, &[mention]), [whole], "{text}");
        }
    }

    #[test]
    fn whole_numbers_and_other_mentions_stay() {
        for (language, text, mentions) in [
            (Language::English, "300 employees", &["300 employees"][..]),
            (Language::English, "On May 5 300 employees", &["300 employees"]),
            (Language::English, "In 2020, 300 employees", &["300 employees"]),
            (Language::Russian, "в 2020 300 сотрудников", &["300 сотрудников"]),
            (Language::Russian, "из 15 30 сотрудников", &["30 сотрудников"]),
            (Language::English, "the G7, 300 of them", &["G7"]),
            (Language::English, "the G20.", &["G20"]),
            (Language::English, "5,300 employees", &["5", "300 employees"]),
        ] {
            assert_eq!(fitted(language, text, mentions), mentions, "{text}");
        }
    }
}
