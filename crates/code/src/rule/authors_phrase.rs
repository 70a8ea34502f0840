//! "It is worth noting that …", "ومن الجدير بالذكر أن", "следует отметить", "айта кету керек": the author's own phrase attributes nothing.
//!
//! Nor does, where nobody speaks, an Arabic "يذكر أن" at the head of a sentence, a "يعتبر" that only says what something is, or a law by which
//! something is done ("under the law", "согласно закону").

use mizan_record::Claim;
use mizan_text::fold::fold;
use mizan_text::{Language, Span};

use crate::clause::fits;
use crate::pronoun;
use crate::sentence::{Sentence, words};

/// The phrases (folded), by what may stand around a cue.
const PHRASES: [&str; 29] = [
    "الجدير ذكره",
    "الجدير بالذكر",
    "جدير بالذكر",
    "جدير ذكره",
    "تجدر الاشاره",
    "يجدر الاشاره",
    "تجدر بالاشاره",
    "الجدير بالاشاره",
    "следует отметить",
    "стоит отметить",
    "нужно отметить",
    "надо отметить",
    "необходимо отметить",
    "следует напомнить",
    "стоит напомнить",
    "важно отметить",
    "worth noting",
    "worth mentioning",
    "worth recalling",
    "should be noted",
    "айта кету керек",
    "айта кетсек",
    "айта кетейік",
    "айта кеткен жөн",
    "атап өту керек",
    "атап өткен жөн",
    "еске салайық",
    "еске сала кетейік",
    "айта кетерлігі",
];

/// Russian verbs of the author's "we" that stand alone.
const WE: [&str; 3] = ["отметим", "напомним", "заметим"];

/// Arabic verbs that only lead in what the author recalls, where "that" follows them at the head of a sentence (folded, without و).
const RECALLS: [&str; 4] = ["يذكر", "يشار الي", "تجدر الاشاره الي", "الجدير بالذكر"];

/// Arabic verbs that are no more than "is" where nobody is named who thinks so (folded, without و).
const IS: [&str; 4] = ["يعتبر", "تعتبر", "يعد", "تعد"];

/// Words of accordance that may be a cue (folded), by pattern; the Kazakh one stands behind its law.
const BY: [&str; 15] = [
    "согласно",
    "соответствии",
    "under",
    "according",
    "accordance",
    "وفقا",
    "ووفقا",
    "وفق",
    "ووفق",
    "بموجب",
    "وبموجب",
    "طبقا",
    "وطبقا",
    "بحسب",
    "حسب",
];
const BY_KAZAKH: [&str; 2] = ["сәйкес", "сай"];

/// Laws, agreements and measures (folded), by pattern: by them things are done, they say nothing.
const LAW: [&str; 56] = [
    "закон",
    "закону",
    "законом",
    "законодательств*",
    "соглашению",
    "соглашением",
    "договору",
    "договором",
    "указу",
    "указом",
    "постановлению",
    "постановлением",
    "конституци*",
    "кодексу",
    "кодексом",
    "law",
    "laws",
    "agreement",
    "deal",
    "treaty",
    "constitution",
    "decree",
    "accord",
    "للقانون",
    "القانون",
    "قانون",
    "لقانون",
    "لاتفاق",
    "لاتفاقيه",
    "للاتفاق",
    "الاتفاق",
    "اتفاق",
    "للاتفاقيه",
    "الاتفاقيه",
    "اتفاقيه",
    "للمعاهده",
    "المعاهده",
    "معاهده",
    "للدستور",
    "الدستور",
    "المرسوم",
    "مرسوم",
    "للمرسوم",
    "заңға",
    "заңына",
    "заңнамаға",
    "келісімге",
    "келісіміне",
    "шартқа",
    "шартына",
    "шараларға",
    "қаулыға",
    "қаулысына",
    "жарлыққа",
    "жарлығына",
    "конституцияға",
];

/// What may stand between such a word and its law (folded).
const BETWEEN: [&str; 15] =
    ["in", "в", "с", "with", "to", "the", "a", "this", "new", "international", "новому", "новым", "этому", "данному", "международному"];
/// What may follow a law in English: "law professors" do say something.
const BEHIND: [&str; 9] = ["of", "on", "between", "with", "in", "signed", "reached", "adopted", "which"];

/// How many words beside a cue may belong to such a phrase.
const NEAR: usize = 3;

/// Whether a claim's cue belongs to a phrase of the author's.
pub(crate) fn is(sentence: &Sentence, claim: &Claim) -> bool {
    let Some(cue) = &claim.cue else { return false };
    let mut before = words(sentence.before(cue.span.start));
    before.drain(..before.len().saturating_sub(NEAR));
    let mut behind = words(sentence.behind(cue.span.end));
    behind.truncate(NEAR);
    let spaced = |w: Vec<String>| w.join(" ");
    let (before, own, behind) = (spaced(before), spaced(words(&cue.quote)), spaced(behind));
    let whole = format!("{before} {own} {behind}");
    let (start, end) = (before.len() + 1, before.len() + 1 + own.len());
    let covers = |phrase: &str| whole.find(phrase).is_some_and(|at| at < end && start < at + phrase.len());
    let is_nobodys = || WE.contains(&fold(&cue.quote).as_str()) || recalls(sentence, cue.span) || is_copula(sentence, cue.span);
    PHRASES.iter().any(|phrase| covers(phrase)) || claim.speaker.is_none() && (is_nobodys() || is_by_law(sentence, claim, cue.span))
}

/// «ويذكر أن …», «ويشار إلى أن …» at the head of a sentence.
fn recalls(sentence: &Sentence, cue: Span) -> bool {
    let whole = words(sentence.behind(sentence.span().start)).join(" ");
    let bare = whole.strip_prefix('و').unwrap_or(&whole);
    let is_head = words(sentence.before(cue.start)).is_empty();
    let rest = RECALLS.iter().find_map(|verb| bare.strip_prefix(verb)?.strip_prefix(' ')).unwrap_or("");
    is_head && rest.split(' ').next().is_some_and(pronoun::is_that)
}

/// «يعتبر النفط ثروة», where no "that" follows.
fn is_copula(sentence: &Sentence, cue: Span) -> bool {
    let own = words(sentence.between(cue.start, cue.end));
    let [verb] = &own[..] else { return false };
    let behind = words(sentence.behind(cue.end));
    let is_thought = behind.iter().take(NEAR).any(|w| pronoun::is_that(w)) || behind.first().is_some_and(|w| w.starts_with('ب'));
    IS.contains(&verb.strip_prefix('و').unwrap_or(verb)) && !is_thought
}

/// "Under the law", «согласно закону», «заңға сәйкес».
fn is_by_law(sentence: &Sentence, claim: &Claim, cue: Span) -> bool {
    let is_law = |w: &String| LAW.iter().any(|law| fits(w, law));
    let own = words(sentence.between(cue.start, cue.end));
    if own.last().is_some_and(|last| BY_KAZAKH.contains(&last.as_str())) {
        let law = own.iter().rev().nth(1).cloned().or_else(|| words(sentence.before(cue.start)).pop());
        return law.is_some_and(|w| is_law(&w));
    }
    let until = if claim.content.span.start >= cue.end { claim.content.span.start } else { sentence.span().end };
    let behind = sentence.between(cue.end, until).split([',', '،', ':', '.', '"', '«']).next().unwrap_or("");
    let whole: Vec<String> = own.into_iter().chain(words(behind)).collect();
    let head = whole.iter().take_while(|w| BY.contains(&w.as_str()) || BETWEEN.contains(&w.as_str())).count();
    let is_english = sentence.document.language == Some(Language::English);
    let ends = whole.get(head + 1).is_none_or(|w| !is_english || BEHIND.contains(&w.as_str()));
    ends && whole[..head].iter().any(|w| BY.contains(&w.as_str())) && whole.get(head).is_some_and(is_law)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{claim, document};
    use mizan_text::Language;

    fn found(text: &str, cue: &str, said: &str) -> bool {
        let is_english = text.starts_with(|c: char| c.is_ascii());
        let document = document(text, if is_english { Language::English } else { Language::Russian });
        is(&Sentence { document: &document, number: 1, mentions: &[], first: 0 }, &claim(&document, cue, said, None))
    }

    #[test]
    fn the_authors_phrases_attribute_nothing() {
        for (text, cue, said) in [
            ("It is worth noting that talks go on", "noting", "talks go on"),
            ("ومن الجدير ذكره أن الحوار مستمر", "ذكره", "الحوار مستمر"),
            ("Следует отметить, что диалог идет", "отметить", "диалог идет"),
            ("Напомним, диалог идет", "Напомним", "диалог идет"),
            ("Айта кету керек, келіссөз жүруде", "Айта кету", "келіссөз жүруде"),
        ] {
            assert!(found(text, cue, said), "{text}");
        }
    }

    #[test]
    fn what_the_author_recalls_and_what_is_done_by_law_attribute_nothing() {
        for (text, cue, said) in [
            ("ويذكر أن روسيا قصفت أوديسا أمس", "ويذكر", "روسيا قصفت أوديسا أمس"),
            ("ويشار إلى أن روسيا قصفت أوديسا", "ويشار", "روسيا قصفت أوديسا"),
            ("ويعتبر النفط ثروة البلاد", "ويعتبر", "النفط ثروة البلاد"),
            ("Under the law, foreigners were expelled", "Under", "foreigners were expelled"),
            ("According to the agreement, troops left", "According to", "troops left"),
            ("Согласно новому закону, иностранцы высланы", "Согласно", "иностранцы высланы"),
            ("Қабылданған шараларға сәйкес, шекара жабылды", "сәйкес", "шекара жабылды"),
            ("ووفقا للاتفاق انسحبت القوات", "ووفقا", "انسحبت القوات"),
        ] {
            assert!(found(text, cue, said), "{text}");
        }
    }

    #[test]
    fn reports_of_others_and_lawyers_say_something() {
        for (text, cue, said) in [
            ("قال إنه يذكر أن روسيا قصفت أوديسا", "يذكر", "روسيا قصفت أوديسا"),
            ("ويذكر التقرير أن روسيا قصفت أوديسا", "ويذكر", "روسيا قصفت أوديسا"),
            ("وتعتبر أن النفط ثروة", "وتعتبر", "النفط ثروة"),
            ("ويعد بإنهاء الحرب", "ويعد", "بإنهاء الحرب"),
            ("According to law professors, troops left", "According to", "troops left"),
            ("Согласно докладу, иностранцы высланы", "Согласно", "иностранцы высланы"),
            ("Мәліметтерге сәйкес, шекара жабылды", "сәйкес", "шекара жабылды"),
            ("ووفقا لأستاذ القانون انسحبت القوات", "ووفقا", "انسحبت القوات"),
        ] {
            assert!(!found(text, cue, said), "{text}");
        }
    }

    #[test]
    fn verbs_of_others_do() {
        assert!(!found("Лавров отметил, что диалог идет", "отметил", "диалог идет"));
        assert!(!found("Следует отметить, сказал он, что диалог идет", "сказал", "диалог идет"));
        assert!(!found("Ол келіссөз жүруде деп айтты", "айтты", "келіссөз жүруде"));
    }
}
