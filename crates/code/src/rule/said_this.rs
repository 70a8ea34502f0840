//! «… . Об этом сообщила пресс-служба правительства», "The ministry said this in a statement", «جاء ذلك في بيان …», «Бұл туралы … хабарлады»:
//! a sentence that only names who tells makes the sentence before it that one's claim.
//!
//! Only where the sentence before has no claim of its own, and stands in the same paragraph or is a paragraph by itself. The outlet's own
//! line is none ([`byline`]).

use mizan_record::{Claim, ClaimKind, Event, Kind, Origin};
use mizan_text::word::{WordKind, words};
use mizan_text::{Language, Span, fold::fold};

use crate::assemble::evidence;
use crate::clause::fits;
use crate::rule::byline;
use crate::sentence::Sentence;

/// The rule's name in a record's origin.
pub const NAME: &str = "said-this";

/// How such sentences open (folded).
const OPENINGS: [&[&str]; 7] =
    [&["об", "этом"], &["бұл", "туралы"], &["бұл", "жөнінде"], &["جاء", "ذلك"], &["وجاء", "ذلك"], &["جاء", "هذا"], &["this", "was"]];

/// Verbs of telling (folded), by pattern; the Arabic opening has its own.
const TELLS: [&str; 27] = [
    "сообщ*",
    "заяв*",
    "рассказ*",
    "говорится",
    "говорит",
    "объяв*",
    "проинформ*",
    "информир*",
    "пишет",
    "передает",
    "хабарла*",
    "мәлімде*",
    "мәлім",
    "айтты",
    "жариялады",
    "жеткізді",
    "жазды",
    "جاء",
    "وجاء",
    "said",
    "announced",
    "reported",
    "stated",
    "confirmed",
    "disclosed",
    "published",
    "told",
];

/// What may stand between the opening, the verb and the one who tells (folded), by pattern.
const BETWEEN: [&str; 51] = [
    "в",
    "во",
    "на",
    "своем",
    "официальн*",
    "заявлени*",
    "сообщени*",
    "пресс-релиз*",
    "релиз*",
    "сайт*",
    "страниц*",
    "журналистам",
    "сегодня",
    "вчера",
    "сам",
    "понедельник",
    "вторник",
    "среду",
    "четверг",
    "пятницу",
    "субботу",
    "воскресенье",
    "by",
    "the",
    "in",
    "a",
    "statement",
    "في",
    "بيان",
    "البيان",
    "صادر",
    "صدر",
    "عن",
    "اصدرته",
    "اصدره",
    "نشرته",
    "نشره",
    "خلال",
    "تصريح",
    "تصريحات",
    "ادلي",
    "بها",
    "به",
    "لها",
    "له",
    "مؤتمر",
    "موتمر",
    "صحفي",
    "صحافي",
    "عقده",
    "كلمه",
];
/// What may stand between the one who tells and the verb in Kazakh.
const BETWEEN_KAZAKH: [&str; 9] = ["бүгін", "кеше", "өз", "ресми", "сайтында", "деп", "журналистерге", "мәлім", "брифингте"];

/// Who tells, and the word that says so.
struct Told {
    speaker: usize,
    cue: Span,
}

/// A word as it is printed and folded.
struct Word {
    folded: String,
    span: Span,
}

/// The claim that a sentence makes of the one before. `sentence` has the mentions of the report, `claims` are its claims so far.
pub(crate) fn claim(sentence: &Sentence, claims: &[Claim], model: &str) -> Option<Claim> {
    let (number, content) = before(sentence).filter(|(number, _)| claims.last().is_none_or(|c| c.content.sentence < *number))?;
    let words = words_of(sentence);
    let told = by_opening(sentence, &words).or_else(|| by_subject(sentence, &words))?;
    let confidence = sentence.mention(told.speaker).origin.confidence;
    let is_in = |m: &usize| content.contains(sentence.place(*m));
    let mut claim = Claim {
        speaker: Some(told.speaker),
        carried_speaker: None,
        kind: ClaimKind::Statement,
        cue: Some(evidence(sentence.document, sentence.number, told.cue)),
        content: evidence(sentence.document, number, content),
        about: Sentence { number, ..*sentence }.numbers().filter(is_in).collect(),
        origin: Origin { by: model.to_owned(), confidence, rules: vec![NAME] },
    };
    byline::keep(sentence, &mut claim).then_some(claim)
}

/// Give the claim, number `at` of the report, to the acts of its sentence that stand in no claim.
pub(crate) fn tell(claim: &Claim, at: usize, events: &mut [Event]) {
    let own = events.iter_mut().rev().take_while(|e| e.evidence.sentence >= claim.content.sentence);
    for event in own.filter(|e| e.claims.is_empty() && claim.content.span.contains(e.evidence.span)) {
        event.claims = vec![at];
        event.origin.rules.push(NAME);
    }
}

/// The sentence before, where it belongs with this one, without its full stop.
fn before(sentence: &Sentence) -> Option<(usize, Span)> {
    let sections = &sentence.document.sections;
    let at = sentence.number.checked_sub(2)?;
    let (told, own) = (sections.get(at)?, sections.get(at + 1)?);
    let opens = at == 0 || sections[at - 1].paragraph != told.paragraph || sections[at - 1].heading;
    let belongs = told.paragraph == own.paragraph || told.paragraph + 1 == own.paragraph && opens;
    let printed = sentence.document.text.quote(told.span).trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    let is_told = belongs && !told.heading && !own.heading && !printed.is_empty();
    is_told.then(|| (at + 1, Span::new(told.span.start, told.span.start + printed.len())))
}

fn words_of(sentence: &Sentence) -> Vec<Word> {
    let whole = sentence.span();
    let text = sentence.between(whole.start, whole.end);
    let letters = words(text).into_iter().filter(|w| w.kind != WordKind::Mark);
    letters.map(|w| Word { folded: fold(w.of(text)), span: w.span.shifted(whole.start) }).collect()
}

/// "Об этом сообщила …", "This was announced by …", «Бұл туралы … хабарлады».
fn by_opening(sentence: &Sentence, words: &[Word]) -> Option<Told> {
    let opening = OPENINGS.iter().find(|o| o.len() < words.len() && o.iter().zip(words).all(|(o, w)| *o == w.folded))?;
    if sentence.document.language == Some(Language::Kazakh) {
        return by_last_verb(sentence, &words[opening.len()..]);
    }
    let speaker = sentence.numbers().find(|&n| sentence.mention(n).kind != Kind::Place)?;
    let place = sentence.place(speaker);
    let head: Vec<&Word> = words.iter().take_while(|w| w.span.end <= place.start).collect();
    let is_arabic = sentence.document.language == Some(Language::Arabic);
    let (between, from) = (head.get(opening.len()..)?, if is_arabic { 0 } else { opening.len() });
    let cue = head[from..].iter().find(|w| is_one_of(w, &TELLS))?.span;
    between.iter().all(|w| is_one_of(w, &TELLS) || is_one_of(w, &BETWEEN)).then_some(Told { speaker, cue })
}

/// The mention before the verb that ends a Kazakh sentence.
fn by_last_verb(sentence: &Sentence, words: &[Word]) -> Option<Told> {
    let cue = words[words.len().saturating_sub(2)..].iter().find(|w| is_one_of(w, &TELLS))?.span;
    let told = sentence.numbers().filter(|&n| sentence.mention(n).kind != Kind::Place && sentence.place(n).end <= cue.start);
    let speaker = told.last()?;
    let between = Span::new(sentence.place(speaker).end, cue.start);
    words.iter().filter(|w| between.contains(w.span)).all(|w| is_one_of(w, &BETWEEN_KAZAKH)).then_some(Told { speaker, cue })
}

/// "The ministry said this in a statement."
fn by_subject(sentence: &Sentence, words: &[Word]) -> Option<Told> {
    let is_english = sentence.document.language == Some(Language::English);
    let holds_this = words.iter().any(|w| matches!(w.folded.as_str(), "this" | "so"));
    let speaker = (is_english && holds_this).then(|| sentence.numbers().next())??;
    let place = sentence.place(speaker);
    let opens = words.iter().take_while(|w| w.span.start < place.start).all(|w| w.folded == "the");
    let rest: Vec<&Word> = words.iter().filter(|w| w.span.start >= place.end).collect();
    let (verb, object) = (rest.first()?, rest.get(1)?);
    let ends = rest.get(2).is_none_or(|w| matches!(w.folded.as_str(), "in" | "on" | "at" | "to"));
    let is_told = opens && is_one_of(verb, &TELLS) && matches!(object.folded.as_str(), "this" | "so") && ends;
    is_told.then_some(Told { speaker, cue: verb.span })
}

fn is_one_of(word: &Word, patterns: &[&str]) -> bool {
    patterns.iter().any(|p| fits(&word.folded, p))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use crate::sentence::fixture::{self, document, mention};
    use Language::{Arabic, English, Kazakh, Russian};
    use mizan_record::Class;

    /// The cue and the content of the claim that the last sentence makes, whose speaker is the first of the named.
    fn found(language: Language, text: &str, who: &[&str]) -> Option<(String, String)> {
        let document = document(text, language);
        let mentions: Vec<_> = who.iter().map(|w| mention(&document, w, Kind::Organisation, "GOV", 0)).collect();
        let number = document.sections.len();
        let claim = claim(&Sentence { document: &document, number, mentions: &mentions, first: 0 }, &[], "test")?;
        (claim.speaker == Some(0)).then(|| (claim.cue.unwrap().quote, claim.content.quote))
    }

    #[test]
    fn a_sentence_that_only_names_who_tells_makes_a_claim_of_the_one_before() {
        for (language, text, who, cue, said) in [
            (
                Russian,
                "Уголь запретили.\nОб этом сообщила пресс-служба правительства.",
                "пресс-служба правительства",
                "сообщила",
                "Уголь запретили",
            ),
            (Russian, "Уголь запретили.\nОб этом говорится в сообщении МИД.", "МИД", "говорится", "Уголь запретили"),
            (Arabic, "حظرت الفحم.\nجاء ذلك في بيان صادر عن الوزارة.", "الوزارة", "جاء", "حظرت الفحم"),
            (English, "Coal was banned.\nThe ministry said this in a statement.", "ministry", "said", "Coal was banned"),
            (English, "Coal was banned.\nThis was announced by the ministry.", "ministry", "announced", "Coal was banned"),
            (
                Kazakh,
                "Көмірге тыйым салынды.\nБұл туралы баспасөз қызметі хабарлады.",
                "баспасөз қызметі",
                "хабарлады",
                "Көмірге тыйым салынды",
            ),
        ] {
            assert_eq!(found(language, text, &[who]), Some((cue.to_owned(), said.to_owned())), "{text}");
        }
    }

    #[test]
    fn other_sentences_make_none() {
        for (language, text, who) in [
            (Russian, "Уголь запретили.\nОб этом знает только МИД.", "МИД"),
            (Russian, "Уголь запретили.\nЖурналистам об этом сообщил МИД.", "МИД"),
            (Russian, "Об этом сообщил МИД.", "МИД"),
            (Arabic, "حظرت الفحم.\nجاء ذلك بعد لقاء مع الوزارة.", "الوزارة"),
            (English, "Coal was banned.\nThe ministry said this is bad.", "ministry"),
            (English, "Coal was banned.\nThis was bad, said the ministry.", "ministry"),
            (Kazakh, "Көмірге тыйым салынды.\nБұл туралы министрлік шешім қабылдады.", "министрлік"),
        ] {
            assert_eq!(found(language, text, &[who]), None, "{text}");
        }
    }

    #[test]
    fn a_sentence_with_a_claim_and_another_paragraph_are_left_alone() {
        let mut document = document("Раз.\nУголь запретили.\nОб этом сообщил МИД.", Russian);
        let mentions = [mention(&document, "МИД", Kind::Organisation, "GOV", 0)];
        let earlier = [fixture::claim(&document, "запретили", "Уголь", None)];
        let sentence = Sentence { document: &document, number: 3, mentions: &mentions, first: 0 };
        assert!(claim(&sentence, &[], "test").is_some() && claim(&sentence, &earlier, "test").is_none());
        document.sections[2].paragraph = 1;
        let sentence = Sentence { document: &document, number: 3, mentions: &mentions, first: 0 };
        assert!(claim(&sentence, &[], "test").is_none());
    }

    #[test]
    fn the_acts_of_the_sentence_before_are_told() {
        let document = document("Уголь запретили.\nОб этом сообщил МИД.", Russian);
        let mentions = [mention(&document, "МИД", Kind::Organisation, "GOV", 0)];
        let claim = claim(&Sentence { document: &document, number: 2, mentions: &mentions, first: 0 }, &[], "test").unwrap();
        let mut events = [Sample::new("Уголь запретили.", "запретили", Class::Coerce, &[], &[]).event];
        tell(&claim, 4, &mut events);
        assert_eq!((&events[0].claims[..], &events[0].origin.rules[..]), (&[4][..], &[NAME][..]));
    }
}
