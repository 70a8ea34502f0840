//! "Lavrov told Reuters", "журналисты сообщили заместителю главы", "وقال لرويترز", "журналистерге мәлімдеді": who is spoken to does not speak.
//!
//! What the language shows of it: in English the word behind "told"; in Russian a dative behind the verb, where a nominative stands before
//! it; in Arabic a name with ل at once behind a verb of saying, or one that من, إلى, ضد or مع governs; in Kazakh a dative. The one who stands
//! where a subject stands takes the addressee's place, otherwise nobody does.

use mizan_record::Claim;
use mizan_text::fold::fold;
use mizan_text::{Language, Span};

use crate::sentence::{Sentence, only, words};

/// The rule's name in a record's origin.
pub const NAME: &str = "addressee";

/// English verbs that need the one who is spoken to.
const TOLD: [&str; 5] = ["told", "tells", "telling", "informed", "reminded"];
/// What may stand between an English subject and its verb, or between the verb and the addressee.
const AUXILIARY: [&str; 8] = ["has", "had", "have", "also", "later", "earlier", "then", "the"];
/// What may stand between a Russian subject and its verb.
const ADVERB: [&str; 4] = ["также", "ранее", "позже", "уже"];

/// Russian endings of the dative.
const RU_DATIVE: [&str; 7] = ["у", "ю", "ому", "ему", "ам", "ям", "ым"];
/// Names that only look like a Russian dative.
const RU_NAMES: [&str; 3] = ["шойгу", "нетаньяху", "баку"];
/// Kazakh endings of the dative that no nominative in the news has.
const KK_DATIVE: [&str; 8] = ["ға", "ге", "қа", "ке", "ына", "іне", "ларына", "леріне"];
/// Kazakh cues that govern the dative of the one whose word it is: "Ақордаға сілтеме жасап", by how a word begins.
const KK_SOURCE: [&str; 6] = ["сілтеме", "сүйен", "сәйкес", "қарағанда", "негіз", "жүгін"];

/// Arabic verbs of saying that ل may follow (folded, without proclitics).
const AR_SAID: [&str; 18] = [
    "قال",
    "قالت",
    "يقول",
    "تقول",
    "صرح",
    "صرحت",
    "اكد",
    "اكدت",
    "اوضح",
    "اوضحت",
    "ذكر",
    "ذكرت",
    "كشف",
    "كشفت",
    "اضاف",
    "اضافت",
    "روي",
    "شرح",
];
/// Arabic prepositions whose noun is no subject (folded).
const AR_GOVERNS: [&str; 4] = ["من", "الي", "ضد", "مع"];
/// What makes a source of what a preposition governs: "استنادا إلى", "مقابلة مع", by how a word begins without the article (folded).
const AR_SOURCE: [&str; 11] = ["استناد", "اسناد", "نسب", "عزا", "استند", "مقابل", "حوار", "لقا", "حديث", "مكالم", "اتصال"];

/// Arabic verbs of hearing: what من governs behind them is the source, "علمت من مصادر" (folded).
const AR_HEARD: [&str; 6] = ["علم", "سمع", "فهم", "جا", "صدر", "اتضح"];

/// Take the part of the speaker from one who is spoken to.
pub(crate) fn apply(sentence: &Sentence, claim: &mut Claim) {
    let (Some(speaker), Some(cue)) = (claim.speaker, &claim.cue) else { return };
    let (place, cue) = (sentence.place(speaker), cue.span);
    let subject = match sentence.document.language {
        Some(Language::English) => english(sentence, place, cue),
        Some(Language::Russian) => russian(sentence, place, cue),
        Some(Language::Arabic) => arabic(sentence, place, cue),
        Some(Language::Kazakh) => kazakh(sentence, place, cue),
        None => None,
    };
    if let Some(subject) = subject {
        claim.speaker = subject;
        claim.origin.rules.push(NAME);
    }
}

/// Each of these gives nothing where the speaker may speak, otherwise the subject if one is found.
fn english(sentence: &Sentence, speaker: Span, cue: Span) -> Option<Option<usize>> {
    let told = words(sentence.between(cue.start, cue.end)).last().is_some_and(|w| TOLD.contains(&w.as_str()));
    let is_addressee = told && speaker.start >= cue.end && only(sentence.between(cue.end, speaker.start), &["the", "a"]);
    is_addressee.then(|| sentence.just_before(cue.start, &AUXILIARY))
}

fn russian(sentence: &Sentence, speaker: Span, cue: Span) -> Option<Option<usize>> {
    let first = |place: Span| words(sentence.between(place.start, place.end)).into_iter().next().unwrap_or_default();
    let is_dative = |place: Span| {
        let word = first(place);
        ends(&word, &RU_DATIVE) && !RU_NAMES.contains(&word.as_str())
    };
    let is_behind = speaker.start >= cue.end && sentence.between(cue.end, speaker.start).trim().is_empty();
    let subject = sentence.just_before(cue.start, &ADVERB).filter(|&m| !is_dative(sentence.place(m)))?;
    (is_behind && is_dative(speaker) && has_cyrillic(&first(sentence.place(subject)))).then_some(Some(subject))
}

fn arabic(sentence: &Sentence, speaker: Span, cue: Span) -> Option<Option<usize>> {
    if told_in_arabic(sentence, speaker, cue) {
        return Some(subject_between(sentence, cue, speaker).or_else(|| sentence.just_before(cue.start, &["قد"])));
    }
    is_governed(sentence, speaker, cue).then_some(None)
}

/// Whether an Arabic preposition directly before the speaker makes it something other than a subject or a source. من, which also stands in
/// "كل من" and "بيان من", counts only at once behind the verb.
fn is_governed(sentence: &Sentence, speaker: Span, cue: Span) -> bool {
    let before = sentence.before(speaker.start);
    let words_before = words(before);
    let [.., earlier, governor] = &words_before[..] else { return false };
    let at_once = cue.end <= speaker.start && words(sentence.between(cue.end, speaker.start)).len() == 1;
    let from = at_once && !begins(earlier, &AR_HEARD);
    let governs = AR_GOVERNS.contains(&governor.as_str()) && (governor != "من" || from);
    governs && before.ends_with(char::is_whitespace) && !begins(earlier, &AR_SOURCE)
}

/// Whether an Arabic word begins with one of some others, its particles and article aside.
fn begins(word: &str, stems: &[&str]) -> bool {
    let bare = word.trim_start_matches(['و', 'ف', 'ب']);
    let bare = bare.strip_prefix("ال").unwrap_or(bare);
    stems.iter().any(|s| bare.starts_with(s))
}

/// "قال لرويترز", "قال لافروف لرويترز": ل on the speaker, with nothing or one mention between it and a verb of saying.
fn told_in_arabic(sentence: &Sentence, speaker: Span, cue: Span) -> bool {
    let said = words(sentence.between(cue.start, cue.end));
    let is_said = matches!(&said[..], [verb] if AR_SAID.contains(&verb.trim_start_matches(['و', 'ف'])));
    let Some(gap) = sentence.document.text.as_str().get(cue.end..speaker.start) else { return false };
    let lam = gap.ends_with(" ل") || gap.ends_with(" لـ") || gap.trim().is_empty() && sentence.behind(speaker.start).starts_with("لل");
    let from = subject_between(sentence, cue, speaker).map_or(cue.end, |m| sentence.place(m).end);
    is_said && lam && matches!(fold(sentence.between(from, speaker.start)).trim(), "" | "ل")
}

/// The one mention between an Arabic verb and its addressee.
fn subject_between(sentence: &Sentence, cue: Span, speaker: Span) -> Option<usize> {
    sentence.numbers().find(|&n| {
        let place = sentence.place(n);
        place.end <= speaker.start && place.start >= cue.end && sentence.between(cue.end, place.start).trim().is_empty()
    })
}

fn kazakh(sentence: &Sentence, speaker: Span, cue: Span) -> Option<Option<usize>> {
    let is_dative = |place: Span| words(sentence.between(place.start, place.end)).last().is_some_and(|w| ends(w, &KK_DATIVE));
    let near = words(sentence.between(speaker.end.min(cue.start), cue.end.max(speaker.end)));
    let behind = words(sentence.behind(cue.end)).into_iter().take(1);
    let is_source = near.into_iter().chain(behind).any(|w| KK_SOURCE.iter().any(|s| w.starts_with(s)));
    let is_addressee = is_dative(speaker) && speaker.end <= cue.start && !is_source;
    is_addressee.then(|| sentence.just_before(speaker.start, &[]).filter(|&m| !is_dative(sentence.place(m))))
}

fn ends(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|e| word.len() > e.len() + 2 && word.ends_with(e))
}

fn has_cyrillic(word: &str) -> bool {
    word.starts_with(|c: char| ('а'..='я').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{claim, document, mention};
    use mizan_record::Kind;

    /// The speaker that is left when the encoder took the last of the mentions for it.
    fn speaker(language: Language, text: &str, who: &[&str], cue: &str, said: &str) -> Option<usize> {
        let document = document(text, language);
        let mentions: Vec<_> = who.iter().map(|w| mention(&document, w, Kind::Person, "", 0)).collect();
        let mut claim = claim(&document, cue, said, Some(who.len() - 1));
        apply(&Sentence { document: &document, number: 1, mentions: &mentions, first: 0 }, &mut claim);
        claim.speaker
    }

    #[test]
    fn who_is_told_does_not_speak() {
        let en = |text: &str, who: &[&str]| speaker(Language::English, text, who, "told", "war was near");
        assert_eq!(en("Lavrov has told the Reuters agency war was near", &["Lavrov", "Reuters agency"]), Some(0));
        assert_eq!(en("He told Reuters war was near", &["Reuters"]), None);
        let ru = "О видео журналисты сообщили заместителю главы МВД: ролик снят";
        assert_eq!(speaker(Language::Russian, ru, &["журналисты", "заместителю главы МВД"], "сообщили", "ролик снят"), Some(0));
        let ar = |text: &str, who: &[&str]| speaker(Language::Arabic, text, who, "قال", "الحرب قريبة");
        assert_eq!(ar("قال لافروف لرويترز إن الحرب قريبة", &["لافروف", "رويترز"]), Some(0));
        assert_eq!(ar("قال للوكالة إن الحرب قريبة", &["للوكالة"]), None);
        let kk = |text: &str, who: &[&str]| speaker(Language::Kazakh, text, who, "мәлімдеді", "соғыс жақын");
        assert_eq!(kk("Лавров журналистерге мәлімдеді: соғыс жақын", &["Лавров", "журналистерге"]), Some(0));
    }

    #[test]
    fn what_an_arabic_preposition_governs_does_not_speak() {
        let ar = |text: &str, who: &[&str], cue: &str| speaker(Language::Arabic, text, who, cue, "الحرب قريبة");
        assert_eq!(ar("طلب من روسيا أن الحرب قريبة", &["روسيا"], "طلب"), None);
        assert_eq!(ar("بعد محادثات مع روسيا أعلن أن الحرب قريبة", &["روسيا"], "أعلن"), None);
        assert_eq!(ar("أكد كل من روسيا أن الحرب قريبة", &["روسيا"], "أكد"), Some(0));
        assert_eq!(ar("استناداً إلى روسيا الحرب قريبة", &["روسيا"], "استناداً"), Some(0));
        assert_eq!(ar("وعلمت من مصادر أن الحرب قريبة", &["مصادر"], "وعلمت"), Some(0));
        assert_eq!(ar("أعلن من جانب روسيا أن الحرب قريبة", &["روسيا"], "أعلن"), Some(0));
        assert_eq!(ar("في مقابلة مع الرئيس قال إن الحرب قريبة", &["الرئيس"], "قال"), Some(0));
    }

    #[test]
    fn speakers_behind_the_verb_are_left_alone() {
        assert_eq!(
            speaker(Language::English, "War was near, Reuters was told by Lavrov", &["Reuters", "Lavrov"], "told", "War was near"),
            Some(1)
        );
        let ru = |text: &str, who: &[&str]| speaker(Language::Russian, text, who, "сообщил", "война близка");
        assert_eq!(ru("Журналистам сообщил Шойгу: война близка", &["Журналистам", "Шойгу"]), Some(1));
        assert_eq!(ru("Агентству сообщил глава МВД: война близка", &["Агентству", "глава МВД"]), Some(1));
        let kk = |text: &str, who: &[&str], cue: &str| speaker(Language::Kazakh, text, who, cue, "соғыс жақын");
        assert_eq!(kk("Ақордаға сілтеме жасап жазды: соғыс жақын", &["Ақордаға"], "жазды"), Some(0));
        assert_eq!(kk("Украина мәлімдеді: соғыс жақын", &["Украина"], "мәлімдеді"), Some(0));
        assert_eq!(speaker(Language::Arabic, "وفقا لروسيا الحرب قريبة", &["روسيا"], "وفقا", "الحرب قريبة"), Some(0));
    }
}
