//! "Lavrov arrived. He said that …", «Токаев объявил о выборах. По его словам, …», «وصل لافروف. وقال إن …»: he who has not spoken yet is the
//! one whose act the sentence before tells.
//!
//! That sentence belongs to the same paragraph and opens with the person (in Arabic a verb may stand before him). Another person in it must
//! plainly be the one to whom he does something: the verb stands before that one and shows the same gender as the cue's, and it is no verb
//! for what two do together. Where two stand in it with equal right, neither is taken.

use mizan_record::{Claim, Kind};
use mizan_text::Language;
use mizan_text::fold::fold;

use crate::pronoun::{self, Gender};
use crate::sentence::{Sentence, words};

/// The rule's name in a record's origin.
pub const NAME: &str = "opening-subject";

/// Words that join somebody to the subject (folded); the Arabic one is written onto the next word.
const JOINTS: [&str; 9] = ["and", "with", "и", "с", "вместе", "және", "мен", "пен", "бен"];

/// How verbs and nouns begin for what two do together (folded; in Arabic without particles before them).
const TOGETHER: [&str; 14] =
    ["встре", "обсу", "бесед", "побесед", "перегов", "поговор", "созвон", "договор", "التق", "اجتمع", "بحث", "ناقش", "تباحث", "اتفق"];

/// How many words behind the subject may hold its verb: "Токаев вчера объявил".
const NEAR: usize = 2;

/// The person with whom the sentence before a claim opens, where the claim's cue speaks of a third person.
pub(crate) fn find(sentence: &Sentence, claim: &Claim) -> Option<usize> {
    let gender = shown(sentence, claim)?;
    let before = Sentence { number: sentence.number.checked_sub(1)?, ..*sentence };
    let (told, own) = (sentence.document.sections.get(before.number.checked_sub(1)?)?, sentence.document.sections.get(before.number)?);
    if told.heading || own.heading || told.paragraph != own.paragraph {
        return None;
    }
    let subject = before.numbers().next().filter(|&n| before.mention(n).kind == Kind::Person && opens(&before, n))?;
    let verb = verb(&before, subject);
    let agrees = gender.is_none() || verb.is_none() || gender == verb;
    let is_alone = others(&before, subject) == 0 || gender.is_some() && gender == verb && !do_together(&before);
    (agrees && is_alone && !is_joined(&before, subject)).then_some(subject)
}

/// The gender shown by a cue of a third person, if it is one.
fn shown(sentence: &Sentence, claim: &Claim) -> Option<Option<Gender>> {
    let by_pronoun = pronoun::beside(sentence, claim).or_else(|| pronoun::in_his_words(sentence, claim));
    let of_verb = || pronoun::of_verb(&claim.cue.as_ref()?.quote);
    by_pronoun.or_else(|| pronoun::has_no_room(sentence, claim).then(of_verb).flatten().map(Some))
}

/// Whether a mention is the first word of its sentence, or the first behind an Arabic verb.
fn opens(sentence: &Sentence, subject: usize) -> bool {
    let head = words(sentence.before(sentence.place(subject).start));
    head.is_empty() || is_arabic(sentence) && head.len() == 1
}

/// The gender that the verb beside a subject shows: in Arabic before it, elsewhere behind it.
fn verb(sentence: &Sentence, subject: usize) -> Option<Gender> {
    let place = sentence.place(subject);
    if is_arabic(sentence) {
        let verb = words(sentence.before(place.start)).pop()?;
        return Some(if verb.ends_with('ت') { Gender::Feminine } else { Gender::Masculine });
    }
    let russian = sentence.document.language == Some(Language::Russian);
    words(sentence.behind(place.end)).iter().take(NEAR).filter(|_| russian).find_map(|w| pronoun::of_verb(w))
}

/// How many other persons a sentence names.
fn others(sentence: &Sentence, subject: usize) -> usize {
    let actor = sentence.mention(subject).actor;
    let other = |n: &usize| matches!(sentence.mention(*n).kind, Kind::Person | Kind::Role) && sentence.mention(*n).actor != actor;
    sentence.numbers().filter(other).count()
}

fn do_together(sentence: &Sentence) -> bool {
    let whole = sentence.span();
    let bare = |w: &String| w.strip_prefix(['و', 'ف']).unwrap_or(w).to_owned();
    words(sentence.between(whole.start, whole.end)).iter().map(bare).any(|w| TOGETHER.iter().any(|t| w.starts_with(t)))
}

/// Whether somebody else is joined to a subject: "Lavrov and his guest".
fn is_joined(sentence: &Sentence, subject: usize) -> bool {
    let behind = fold(sentence.behind(sentence.place(subject).end));
    let next = words(&behind).first().cloned().unwrap_or_default();
    JOINTS.contains(&next.as_str()) || is_arabic(sentence) && next.starts_with('و')
}

fn is_arabic(sentence: &Sentence) -> bool {
    sentence.document.language == Some(Language::Arabic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{claim, document, mention};
    use Language::{Arabic, English, Kazakh, Russian};

    /// The person found among those that are named, for the claim in the last sentence.
    fn found(language: Language, text: &str, who: &[&str], cue: &str, said: &str) -> Option<usize> {
        let document = document(text, language);
        let mentions: Vec<_> = who.iter().enumerate().map(|(n, w)| mention(&document, w, Kind::Person, "", n)).collect();
        let claim = claim(&document, cue, said, None);
        find(&Sentence { document: &document, number: claim.content.sentence, mentions: &mentions, first: 0 }, &claim)
    }

    #[test]
    fn who_acts_in_the_sentence_before_speaks() {
        for (language, text, who, cue, said) in [
            (English, "Lavrov arrived.\nHe said war was near.", &["Lavrov"][..], "said", "war was near"),
            (Russian, "Токаев объявил о выборах.\nПо его словам, мир близок.", &["Токаев"], "По его словам", "мир близок"),
            (Russian, "Трамп раскритиковал Клинтон.\nОн сказал, что мир близок.", &["Трамп", "Клинтон"], "сказал", "мир близок"),
            (
                Russian,
                "Папуашвили выразил благодарность главе.\nОн отметил: визит важен.",
                &["Папуашвили", "главе"],
                "отметил",
                "визит важен",
            ),
            (Arabic, "وصل لافروف إلى أستانا.\nوقال إن الحرب قريبة.", &["لافروف"], "وقال", "الحرب قريبة"),
            (Arabic, "انتقد ترامب كلينتون.\nوقال إن الحرب قريبة.", &["ترامب", "كلينتون"], "وقال", "الحرب قريبة"),
            (Kazakh, "Лавров Астанаға келді.\nОл соғыс жақын екенін айтты.", &["Лавров"], "айтты", "соғыс жақын екенін"),
            (Kazakh, "Лавров Астанаға келді.\nОның айтуынша, соғыс жақын.", &["Лавров"], "Оның айтуынша", "соғыс жақын"),
        ] {
            assert_eq!(found(language, text, who, cue, said), Some(0), "{text}");
        }
    }

    #[test]
    fn two_with_equal_right_and_others_are_left_alone() {
        for (language, text, who, cue, said) in [
            (English, "Trump criticised Clinton.\nHe said war was near.", &["Trump", "Clinton"][..], "said", "war was near"),
            (English, "Lavrov and Kerry arrived.\nHe said war was near.", &["Lavrov"], "said", "war was near"),
            (English, "Lavrov arrived.\nIt was said war was near.", &["Lavrov"], "said", "war was near"),
            (English, "They saw Lavrov.\nHe said war was near.", &["Lavrov"], "said", "war was near"),
            (Russian, "Токаев встретил Лаврова.\nОн сказал, что мир близок.", &["Токаев", "Лаврова"], "сказал", "мир близок"),
            (Russian, "Токаев прибыл вчера.\nОна сказала, что мир близок.", &["Токаев"], "сказала", "мир близок"),
            (Arabic, "وصل لافروف ونظيره.\nوقال إن الحرب قريبة.", &["لافروف"], "وقال", "الحرب قريبة"),
            (Arabic, "وصل لافروف.\nوقالت إن الحرب قريبة.", &["لافروف"], "وقالت", "الحرب قريبة"),
            (Arabic, "وصل لافروف.\nنعتقد أن الحرب قريبة.", &["لافروف"], "نعتقد", "الحرب قريبة"),
            (Kazakh, "Лавров пен Керри келді.\nОл соғыс жақын екенін айтты.", &["Лавров"], "айтты", "соғыс жақын екенін"),
        ] {
            assert_eq!(found(language, text, who, cue, said), None, "{text}");
        }
    }
}
