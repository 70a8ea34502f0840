//! Where what is said begins and ends: not inside its own speaker's name, not with "that", and not in the middle of another name.

use mizan_text::Span;
use mizan_text::fold::fold;

use crate::sentence::Sentence;

/// The rule's name in a record's origin.
pub const NAME: &str = "content-edges";

/// Words for "that" which only join what is said to the cue (folded).
const THAT: [&str; 4] = ["that", "что", "ان", "بان"];
/// Behind "что" there must be this many words: "рассказал, что произошло" asks what, and says nothing more.
const CLAUSE: usize = 4;

/// A content with its edges mended. `cue` stays outside of it.
pub(crate) fn mend(sentence: &Sentence, content: Span, cue: Span, speaker: Option<usize>) -> Span {
    let start = without_that(sentence, behind_speaker(sentence, content, speaker));
    let split = sentence.numbers().filter(|&n| Some(n) != speaker).map(|n| sentence.place(n));
    let wide = split.filter(|m| start.start <= m.start && m.start < content.end && content.end < m.end).fold(start, Span::join);
    if wide.overlaps(cue) { start } else { wide }
}

/// Whether a content is nothing but a name.
pub(crate) fn is_a_name(sentence: &Sentence, content: Span) -> bool {
    let words = sentence.between(content.start, content.end);
    let is_mark = |c: char| !c.is_alphanumeric();
    let bare = words.trim_start_matches(is_mark);
    let start = content.start + words.len() - bare.len();
    let span = Span::new(start, start + bare.trim_end_matches(is_mark).len());
    sentence.numbers().any(|n| sentence.place(n).contains(span))
}

fn behind_speaker(sentence: &Sentence, content: Span, speaker: Option<usize>) -> Span {
    let place = speaker.map(|s| sentence.place(s)).filter(|s| s.start < content.start && content.start < s.end && s.end < content.end);
    let Some(place) = place else { return content };
    let rest = sentence.between(place.end, content.end);
    let bare = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '،' | ':' | '-' | '–' | '—'));
    if bare.is_empty() { content } else { Span::new(content.end - bare.len(), content.end) }
}

/// A quotation may begin with such a word of its own: it is left alone.
fn without_that(sentence: &Sentence, content: Span) -> Span {
    let is_quoted = sentence.before(content.start).trim_end().ends_with(['«', '"', '“', '„', ':']);
    let text = sentence.between(content.start, content.end);
    let Some((first, rest)) = text.split_once(char::is_whitespace) else { return content };
    let joins = !is_quoted && !first.starts_with(char::is_uppercase) && THAT.contains(&fold(first).as_str());
    let is_clause = first != "что" || rest.split_whitespace().count() >= CLAUSE;
    let rest = rest.trim_start();
    if joins && is_clause && !rest.is_empty() { Span::new(content.end - rest.len(), content.end) } else { content }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{document, mention, place};
    use mizan_record::Kind;
    use mizan_text::Language;

    fn mended<'t>(text: &'t str, who: &[&str], cue: &str, said: &str, speaker: Option<usize>) -> &'t str {
        let document = document(text, Language::English);
        let mentions: Vec<_> = who.iter().map(|w| mention(&document, w, Kind::Person, "", 0)).collect();
        let sentence = Sentence { document: &document, number: 1, mentions: &mentions, first: 0 };
        let span = mend(&sentence, place(&document, said).1, place(&document, cue).1, speaker);
        &text[span.start..span.end]
    }

    #[test]
    fn what_is_said_begins_behind_its_speaker_and_behind_that() {
        assert_eq!(mended("said Sergei Lavrov: talks go on", &["Sergei Lavrov"], "said", "Lavrov: talks go on", Some(0)), "talks go on");
        assert_eq!(mended("He said that talks go on", &[], "said", "that talks go on", None), "talks go on");
        assert_eq!(mended("Сказал, что диалог с США идет", &[], "Сказал", "что диалог с США идет", None), "диалог с США идет");
        assert_eq!(mended("وقال إن الحوار مستمر", &[], "وقال", "إن الحوار مستمر", None), "الحوار مستمر");
    }

    #[test]
    fn what_is_said_ends_with_a_whole_name() {
        let who = ["Қазақстан Республикасы"];
        assert_eq!(mended("Айтты: дос – Қазақстан Республикасы", &who, "Айтты", "дос – Қазақстан", None), "дос – Қазақстан Республикасы");
        assert_eq!(mended("talks go on said Sergei Lavrov", &["on said Sergei"], "said", "talks go on", None), "talks go on");
    }

    #[test]
    fn quotations_and_questions_keep_their_words() {
        assert_eq!(mended("He said: \"that day is gone\"", &[], "said", "that day is gone", None), "that day is gone");
        assert_eq!(mended("Рассказал, что произошло вчера", &[], "Рассказал", "что произошло вчера", None), "что произошло вчера");
        assert_eq!(mended("Бұл маңызды қадам, деді ол", &[], "деді", "Бұл маңызды қадам", None), "Бұл маңызды қадам");
    }

    #[test]
    fn a_name_alone_is_nothing_said() {
        let document = document("Путин назвал Армению, друга", Language::Russian);
        let mentions = [mention(&document, "Армению", Kind::Polity, "", 0)];
        let sentence = Sentence { document: &document, number: 1, mentions: &mentions, first: 0 };
        assert!(is_a_name(&sentence, place(&document, "Армению,").1));
        assert!(!is_a_name(&sentence, place(&document, "Армению, друга").1));
    }
}
