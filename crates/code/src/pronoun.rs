//! The pronoun by which a cue shows that somebody else is meant than the one who writes or speaks: "he said", "по его словам", «وقال إن».

use mizan_record::Claim;
use mizan_text::{Language, Span};

use crate::sentence::{Sentence, words};

/// What a pronoun or a verb shows of the one who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
}

/// Pronouns for one person who speaks (folded), each with the gender it shows.
const PRONOUNS: [(&str, Option<Gender>); 5] =
    [("he", None), ("she", None), ("он", Some(Gender::Masculine)), ("она", Some(Gender::Feminine)), ("ол", None)];

/// How cues begin that say "in his words" (folded).
const IN_HIS: [(&str, Option<Gender>); 4] =
    [("по его", Some(Gender::Masculine)), ("по ее", Some(Gender::Feminine)), ("according to him", None), ("according to her", None)];
/// "His" in Kazakh, and how the words begin that follow it in "in his words".
const ITS: &str = "оның";
const WORDS_OF: [&str; 5] = ["сөз", "айту", "пікір", "ойы", "дерег"];

/// What makes of the Kazakh ол a "that": "ол кезде", "ол туралы".
const NOT_A_PERSON: [&str; 10] = ["кезде", "кезден", "жерде", "жерден", "жолы", "күні", "жылы", "туралы", "үшін", "жақта"];

/// How many words before a cue may hold its pronoun: "he had also told".
const NEAR: usize = 3;

/// Arabic words for "that", with the pronouns that may hang on them (folded).
const THAT: [&str; 2] = ["ان", "بان"];
const HANGING: [&str; 7] = ["", "ه", "ها", "هم", "ني", "نا", "هما"];

/// Arabic verbs that have no subject at all: "it is believed that" (folded, without proclitics).
const NOBODYS: [&str; 17] = [
    "قيل",
    "يقال",
    "يذكر",
    "يشار",
    "يعتقد",
    "يتوقع",
    "يبدو",
    "تردد",
    "يتردد",
    "يعرف",
    "يعلم",
    "علم",
    "يرجح",
    "ينتظر",
    "يخشي",
    "يزعم",
    "تبين",
];

/// Arabic verbs of the present that agree with a woman or a body: "تقول" (folded, without proclitics).
const SHE_SAYS: [&str; 8] = ["تقول", "توكد", "توضح", "تضيف", "تشير", "تري", "تعتقد", "تعتبر"];

/// The commonest Arabic verbs of saying in the past, of a man (folded, without proclitics).
const HE_SAID: [&str; 16] =
    ["قال", "اضاف", "اكد", "اوضح", "اشار", "ذكر", "شدد", "لفت", "راي", "اعتبر", "اعلن", "صرح", "تابع", "كشف", "بين", "كتب"];

/// The gender that a claim's cue shows by a pronoun, if it has one: just before it, in it, or (where what is said stands before it) just
/// behind it; in Kazakh also at the head of the sentence. A comma ends the search, and so does what is said.
pub(crate) fn beside(sentence: &Sentence, claim: &Claim) -> Option<Option<Gender>> {
    let (cue, content) = (claim.cue.as_ref()?.span, claim.content.span);
    let is_stop = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '\'' | '’' | '-');
    let is_said = content.end <= cue.start;
    let from = if is_said { content.end } else { sentence.span().start };
    let before = sentence.between(from, cue.start).rsplit(is_stop).next().unwrap_or("");
    let behind = sentence.behind(cue.end).split(is_stop).next().filter(|_| is_said).unwrap_or("");
    let mut near = words(before);
    near.drain(..near.len().saturating_sub(NEAR));
    let whole: Vec<String> = near.into_iter().chain(words(sentence.between(cue.start, cue.end))).chain(words(behind)).collect();
    let shown = whole.len() - words(behind).len().saturating_sub(1);
    let found = whole[..shown].iter().enumerate().find_map(|(at, word)| {
        let found = PRONOUNS.iter().find(|(p, _)| p == word)?;
        let next = whole.get(at + 1).map_or("", String::as_str);
        (word != "ол" || !NOT_A_PERSON.contains(&next)).then_some(found.1)
    });
    found.or_else(|| opens(sentence, content, cue).then_some(None))
}

/// Whether a Kazakh sentence opens with "Ол" outside of what is said: its cue stands at the end.
fn opens(sentence: &Sentence, content: Span, cue: Span) -> bool {
    let head = sentence.before(content.start.min(cue.start));
    let next = words(head).get(1).or(words(sentence.behind(content.start)).first()).cloned().unwrap_or_default();
    let is_it = words(head).first().is_some_and(|w| w == "ол") && head.trim_start().starts_with(char::is_alphabetic);
    sentence.document.language == Some(Language::Kazakh) && is_it && !NOT_A_PERSON.contains(&next.as_str())
}

/// The gender that a cue such as "по его словам", "оның айтуынша" shows, if it is one.
pub(crate) fn in_his_words(sentence: &Sentence, claim: &Claim) -> Option<Option<Gender>> {
    let cue = claim.cue.as_ref()?;
    let own = words(&cue.quote);
    let before = words(sentence.before(cue.span.start)).pop().filter(|w| w == ITS);
    let whole: Vec<String> = before.into_iter().chain(own).collect();
    let is_kazakh = matches!(&whole[..], [its, said, ..] if its == ITS && WORDS_OF.iter().any(|w| said.starts_with(w)));
    let printed = whole.join(" ");
    let found = IN_HIS.iter().find(|(phrase, _)| printed.starts_with(phrase)).map(|(_, gender)| *gender);
    found.or_else(|| is_kazakh.then_some(None))
}

/// "وقال: «…", "وشدد بأن …": an Arabic verb that opens the sentence with what is said at once behind it has no subject of its own.
pub(crate) fn has_no_room(sentence: &Sentence, claim: &Claim) -> bool {
    let Some(cue) = claim.cue.as_ref().filter(|_| sentence.document.language == Some(Language::Arabic)) else { return false };
    let opens = matches!(mizan_text::fold::fold(sentence.before(cue.span.start)).trim(), "" | "و" | "ف");
    let cue_words = words(&cue.quote);
    let Some((verb, rest)) = cue_words.split_first().filter(|_| opens) else { return false };
    let bare = without_and(verb);
    let is_verb = !bare.starts_with("ال") && !bare.ends_with("وا") && !bare.ends_with("ون") && !NOBODYS.contains(&bare);
    let at_once = match rest {
        [] => begins_what_is_said(sentence.behind(cue.span.end)),
        [that] => is_that(that),
        _ => false,
    };
    is_verb && at_once
}

fn begins_what_is_said(behind: &str) -> bool {
    let behind = behind.trim_start();
    behind.starts_with([':', '«', '"', '“', '„']) || words(behind).first().is_some_and(|w| is_that(w))
}

/// Whether a folded Arabic word is "that", with or without a pronoun on it.
pub(crate) fn is_that(word: &str) -> bool {
    THAT.iter().any(|that| word.strip_prefix(that).is_some_and(|hanging| HANGING.contains(&hanging)))
}

/// Whether a cue speaks of a third person: "he said", "по его словам", «وقال إن»; not "we believe", "it is feared".
pub(crate) fn is_third_person(sentence: &Sentence, claim: &Claim) -> bool {
    let he_said = || claim.cue.as_ref().is_some_and(|cue| words(&cue.quote).first().is_some_and(|w| HE_SAID.contains(&without_and(w))));
    beside(sentence, claim).or_else(|| in_his_words(sentence, claim)).is_some() || has_no_room(sentence, claim) && he_said()
}

/// The gender that the verb of a cue shows: "قالت", "сказала". Only verbs of saying have one here.
pub(crate) fn of_verb(cue: &str) -> Option<Gender> {
    let words = words(cue);
    let [verb] = &words[..] else { return None };
    let bare = without_and(verb);
    let is_arabic = bare.starts_with(|c: char| ('ء'..='ي').contains(&c));
    let (feminine, masculine) = if is_arabic {
        (bare.ends_with('ت') && bare != "لفت" || SHE_SAYS.contains(&bare), HE_SAID.contains(&bare))
    } else {
        (bare.ends_with("ла") || bare.ends_with("лась"), bare.ends_with('л') || bare.ends_with("лся"))
    };
    if feminine { Some(Gender::Feminine) } else { masculine.then_some(Gender::Masculine) }
}

fn without_and(word: &str) -> &str {
    word.strip_prefix(['و', 'ف']).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{claim, document};

    fn third(language: Language, text: &str, cue: &str, said: &str) -> bool {
        let document = document(text, language);
        is_third_person(&Sentence { document: &document, number: 1, mentions: &[], first: 0 }, &claim(&document, cue, said, None))
    }

    #[test]
    fn a_third_person_is_known_by_his_pronoun() {
        assert!(third(Language::Russian, "По его словам, мир близок", "По его словам", "мир близок"));
        assert!(third(Language::Russian, "Она сказала, что мир близок", "сказала", "мир близок"));
        assert!(third(Language::English, "He said peace is near", "said", "peace is near"));
        assert!(third(Language::Arabic, "وقال إنه بعيد", "وقال", "بعيد"));
        assert!(third(Language::Kazakh, "Ол Астанада өткен жиында бейбітшілік жақын екенін айтты", "айтты", "бейбітшілік жақын екенін"));
        assert!(third(Language::Kazakh, "Оның айтуынша, бейбітшілік жақын", "айтуынша", "бейбітшілік жақын"));
    }

    #[test]
    fn the_first_person_and_nobody_are_no_third() {
        assert!(!third(Language::Russian, "Мы верим, что он близок", "верим", "он близок"));
        assert!(!third(Language::English, "We said he is near", "said", "he is near"));
        assert!(!third(Language::Arabic, "نعتقد أن السلام قريب", "نعتقد", "السلام قريب"));
        assert!(!third(Language::Arabic, "ويذكر أن السلام قريب", "ويذكر", "السلام قريب"));
        assert!(!third(Language::Kazakh, "Ол кезде Астанада өткен жиында бейбітшілік жақын деп айтылды", "айтылды", "бейбітшілік жақын"));
        assert!(!third(Language::Kazakh, "Оның баспасөз хатшысының айтуынша, бейбітшілік жақын", "айтуынша", "бейбітшілік жақын"));
        assert!(!third(Language::Kazakh, "«Ол келді, – деп айтты Тоқаев", "айтты", "келді"));
    }
}
