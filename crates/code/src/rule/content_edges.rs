//! Where what is said begins and ends: not inside its own speaker's name, not with "that" or a Kazakh particle that hangs on the word before,
//! not in the middle of another name or of another cue («как заявил Президент, …»), and not a word behind the mark that closes its quotation.

use mizan_text::fold::fold;
use mizan_text::{Language, Span};

use crate::sentence::{Sentence, words};

/// The rule's name in a record's origin.
pub const NAME: &str = "content-edges";

/// Words for "that" which only join what is said to the cue (folded).
const THAT: [&str; 4] = ["that", "что", "ان", "بان"];
/// Behind "что" there must be this many words: "рассказал, что произошло" asks what, and says nothing more.
const CLAUSE: usize = 4;

/// Last words of times that stand between a cue and its "that" (folded): "said last month that …", «заявил на прошлой неделе, что …».
const TIMES: [&str; 33] = [
    "day",
    "week",
    "month",
    "year",
    "morning",
    "afternoon",
    "evening",
    "night",
    "weekend",
    "yesterday",
    "today",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "дня",
    "неделе",
    "месяце",
    "году",
    "года",
    "вчера",
    "сегодня",
    "накануне",
    "امس",
    "اليوم",
    "الماضي",
    "الماضيه",
    "الجاري",
    "الحالي",
    "عام",
];

/// Kazakh particles that belong to the word before them.
const PARTICLES: [&str; 4] = ["де", "да", "та", "те"];
/// The word before a Russian cue that belongs to it.
const AS: &str = "как";
/// How many words may have been taken in behind the mark that closes a quotation.
const STRAY: usize = 1;

/// A content with its edges mended. `cue` stays outside of it.
pub(crate) fn mend(sentence: &Sentence, content: Span, cue: Span, speaker: Option<usize>) -> Span {
    let closed = without_stray(sentence, content);
    let start = without_that(sentence, without_time(sentence, without_particle(sentence, behind_speaker(sentence, closed, speaker))));
    let split = sentence.numbers().filter(|&n| Some(n) != speaker).map(|n| sentence.place(n));
    let is_cut = |m: &Span| {
        start.start <= m.start && m.start < start.end && start.end < m.end
            || m.start < start.start && start.start < m.end && m.end < start.end
    };
    let wide = split.filter(is_cut).fold(start, Span::join);
    if wide.overlaps(cue) { start } else { wide }
}

/// A content that begins in one of the cues of others, before its "that", with the whole of that cue. `cue` stays outside of it.
pub(crate) fn with_cue(sentence: &Sentence, content: Span, cue: Span, others: impl IntoIterator<Item = Span>) -> Span {
    let holds = |o: &Span| o.start <= content.start && content.start < o.end && o.end < content.end;
    let more = |o: &Span| words(sentence.between(content.start, o.end)).iter().any(|w| !THAT.contains(&w.as_str()));
    let cut = others.into_iter().find(|o| *o != cue && holds(o) && more(o));
    let Some(other) = cut else { return content };
    let before = sentence.before(other.start);
    let head = before.trim_end();
    let word = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let start = if fold(word) == AS { other.start - before.len() + head.len() - word.len() } else { other.start };
    let wide = Span::new(start, content.end);
    if wide.overlaps(cue) { content } else { wide }
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

/// «… да, бейбітшілік»: the particle ends what stands before.
fn without_particle(sentence: &Sentence, content: Span) -> Span {
    let text = sentence.between(content.start, content.end);
    let particle = text.split_once(char::is_whitespace).filter(|_| sentence.document.language == Some(Language::Kazakh));
    let Some((first, rest)) = particle else { return content };
    let is_one = PARTICLES.contains(&first.trim_end_matches(','));
    let hangs = sentence.before(content.start).trim_end().ends_with(char::is_alphanumeric);
    let rest = rest.trim_start();
    if is_one && hangs && !rest.is_empty() { Span::new(content.end - rest.len(), content.end) } else { content }
}

/// "… jail time” for": what is taken in behind a mark that closes more than the content opens.
fn without_stray(sentence: &Sentence, content: Span) -> Span {
    let text = sentence.between(content.start, content.end);
    let Some((rest, stray)) = text.rsplit_once(['”', '»']) else { return content };
    let opened = text.matches(['“', '«', '„']).count();
    let is_stray = text.matches(['”', '»']).count() == opened + 1 && stray.split_whitespace().count() <= STRAY;
    let is_word = rest.ends_with(|c: char| !c.is_whitespace());
    let rest = rest.trim_end();
    if is_stray && is_word && !rest.is_empty() { Span::new(content.start, content.start + rest.len()) } else { content }
}

/// "… said last | month that his country": the end of a time before "that" is no part of what is said.
fn without_time(sentence: &Sentence, content: Span) -> Span {
    let text = sentence.between(content.start, content.end);
    let Some((first, rest)) = text.split_once(char::is_whitespace) else { return content };
    let rest = rest.trim_start();
    let is_that = rest.split(char::is_whitespace).next().is_some_and(|word| THAT.contains(&fold(word).as_str()));
    let is_time = TIMES.contains(&fold(first.trim_end_matches([',', '،'])).as_str());
    if is_time && is_that { Span::new(content.end - rest.len(), content.end) } else { content }
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
    fn the_end_of_a_time_before_that_is_no_part_of_it() {
        assert_eq!(
            mended("He said last month that his country left", &[], "said", "month that his country left", None),
            "his country left"
        );
        let ru = mended("Заявил на прошлой неделе, что диалог с США идет", &[], "Заявил", "неделе, что диалог с США идет", None);
        assert_eq!(ru, "диалог с США идет");
        assert_eq!(mended("قال الشهر الماضي إن الحوار مستمر", &[], "قال", "الماضي إن الحوار مستمر", None), "الحوار مستمر");
        assert_eq!(mended("He said day and night we work", &[], "said", "day and night we work", None), "day and night we work");
    }

    #[test]
    fn what_is_said_ends_with_a_whole_name() {
        let who = ["Қазақстан Республикасы"];
        assert_eq!(mended("Айтты: дос – Қазақстан Республикасы", &who, "Айтты", "дос – Қазақстан", None), "дос – Қазақстан Республикасы");
        assert_eq!(mended("talks go on said Sergei Lavrov", &["on said Sergei"], "said", "talks go on", None), "talks go on");
    }

    #[test]
    fn what_is_said_begins_with_a_whole_name() {
        assert_eq!(mended("قال إن كيري \"سيحاول\" ذلك", &["كيري"], "قال", "يري \"سيحاول\" ذلك", None), "كيري \"سيحاول\" ذلك");
        assert_eq!(mended("said Sergei Lavrov left", &["said Sergei"], "said", "Sergei Lavrov left", None), "Sergei Lavrov left");
    }

    #[test]
    fn a_word_behind_the_closing_mark_is_left_out() {
        assert_eq!(mended("Said “he faces jail time” for it", &[], "Said", "he faces jail time” for", None), "he faces jail time");
        assert_eq!(mended("Said “jail time” for all", &[], "Said", "“jail time” for", None), "“jail time” for");
        assert_eq!(mended("Сказал «о суде» над ним тогда", &[], "Сказал", "о суде» над ним тогда", None), "о суде» над ним тогда");
    }

    #[test]
    fn a_kazakh_particle_belongs_to_the_word_before() {
        let mended = |text: &'static str, said: &str| {
            let document = document(text, Language::Kazakh);
            let sentence = Sentence { document: &document, number: 1, mentions: &[], first: 0 };
            let span = mend(&sentence, place(&document, said).1, place(&document, "айтты").1, None);
            &text[span.start..span.end]
        };
        assert_eq!(mended("Қытай да бейбітшілік жақын екенін айтты", "да бейбітшілік жақын"), "бейбітшілік жақын");
        assert_eq!(mended("«Да, бейбітшілік жақын» деп айтты", "Да, бейбітшілік жақын"), "Да, бейбітшілік жақын");
    }

    #[test]
    fn a_cue_in_what_is_said_is_whole() {
        let with = |text: &'static str, other: &str, cue: &str, said: &str| {
            let document = document(text, Language::Russian);
            let sentence = Sentence { document: &document, number: 1, mentions: &[], first: 0 };
            let place = |words| place(&document, words).1;
            let span = with_cue(&sentence, place(said), place(cue), [place(other)]);
            &text[span.start..span.end]
        };
        let ru = "\"Как заявил Президент, мир близок\", - говорится в сообщении";
        assert_eq!(with(ru, "заявил", "говорится", "заявил Президент, мир близок"), "Как заявил Президент, мир близок");
        assert_eq!(with(ru, "заявил", "заявил", "мир близок"), "мир близок");
        let ar = "قال وأكد أن الحرب قريبة";
        assert_eq!(with(ar, "وأكد أن", "قال", "أن الحرب قريبة"), "أن الحرب قريبة");
        let en = "Lavrov said he had made clear war was near";
        assert_eq!(with(en, "made clear", "said", "clear war was near"), "made clear war was near");
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
