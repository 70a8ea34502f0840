//! "He added that …": a claim whose sentence names no speaker belongs to the one who spoke last, while the same paragraph-to-paragraph
//! run of attributions goes on.
//!
//! What goes on: a verb that only adds to what was said; a pronoun beside the cue, after a person; in Arabic, a cue that opens the sentence
//! and leaves no room for a subject ("وقال: «…"); the paper of an organisation that spoke ("the report"); and a bare word for the one who
//! speaks ("the analyst", "المتحدث").
//!
//! The run is broken by a heading, by sentences without any attribution that are no part of a quotation, or by a new named speaker. The carried
//! speaker is kept apart from a named one, and the record says so.

use mizan_record::{Claim, Document, Kind, Mention, Resolution};
use mizan_text::fold::fold;
use mizan_text::{Language, Span};

use crate::generic::{is_analyst, is_speaker};
use crate::rule::long_quotation::{self, Told};
use crate::rule::outer_speaker;
use crate::sentence::{Sentence, words};

/// The rule's name in a record's origin.
pub const NAME: &str = "carried-speaker";

/// How many sentences without an attribution a run may pass over.
const GAP: usize = 1;

/// Cues that only go on with what somebody said before, by how they begin (folded, without proclitics).
const GOES_ON: [&str; 37] = [
    "اضاف",
    "يضيف",
    "مضيفا",
    "تابع",
    "يتابع",
    "اوضح",
    "يوضح",
    "موضحا",
    "اشار",
    "يشير",
    "مشيرا",
    "اردف",
    "استطرد",
    "خلص",
    "يخلص",
    "بين",
    "يبين",
    "يذهب",
    "اكد",
    "يوكد",
    "يؤكد",
    "موكدا",
    "مؤكدا",
    "لفت",
    "ختم",
    "زاد",
    "added",
    "adding",
    "continued",
    "went on",
    "добавил",
    "продолжил",
    "по его",
    "по ее",
    "қосты",
    "оның",
    "сөзінше",
];

/// Pronouns for one person who speaks (folded), each with the gender it shows.
const PRONOUNS: [(&str, Option<Gender>); 5] =
    [("he", None), ("she", None), ("он", Some(Gender::Masculine)), ("она", Some(Gender::Feminine)), ("ол", None)];

/// Words for the paper in which an organisation speaks (folded): the known one, not "a report".
const PAPER: [&str; 16] = [
    "التقرير",
    "البيان",
    "الدراسه",
    "report",
    "statement",
    "document",
    "докладе",
    "отчете",
    "заявлении",
    "документе",
    "сообщении",
    "баяндамада",
    "есепте",
    "мәлімдемеде",
    "құжатта",
    "хабарламада",
];

/// What stands before them in English and Russian.
const IN_THE: [&str; 2] = ["the", "в"];

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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Masculine,
    Feminine,
}

/// Who spoke last.
#[derive(Clone, Copy)]
struct Last {
    mention: usize,
    sentence: usize,
    /// What the cue shows of the speaker.
    gender: Option<Gender>,
}

/// Give each claim without a named speaker the speaker of the run it stands in, where its cue is one that goes on. What stands in another's
/// words does not change the run: whoever speaks there, the other one goes on. What stands in one of some quotations is its speaker's.
/// `claims` are in the order of the text.
pub(crate) fn apply(document: &Document, mentions: &mut [Mention], claims: &mut [Claim], quoted: &[Told]) {
    let mut last: Option<Last> = None;
    let told = told_by_another(claims);
    let quotes: Vec<bool> = (0..claims.len()).map(|at| long_quotation::holding(quoted, claims, at).is_some()).collect();
    for ((claim, told), _) in claims.iter_mut().zip(told).zip(quotes).filter(|(_, quotes)| !quotes) {
        let number = claim.content.sentence;
        let gender = claim.cue.as_ref().and_then(|cue| gender(&cue.quote));
        let spoke = |mention| Some(Last { mention, sentence: number, gender });
        last = last.filter(|l| !broken(document, quoted, l.sentence, number));
        match (claim.speaker, last) {
            (Some(_), _) if told => {}
            (Some(speaker), Some(before)) if is_bare(&mentions[speaker], &mentions[before.mention]) => {
                mentions[speaker].actor = mentions[before.mention].actor;
                mentions[speaker].resolution = Resolution::EarlierRole;
                mentions[speaker].origin.rules.push(NAME);
                last = spoke(speaker);
            }
            (Some(speaker), _) => last = spoke(speaker),
            (None, Some(before)) if goes_on(&Sentence { document, number, mentions, first: 0 }, claim, before) => {
                claim.carried_speaker = Some(before.mention);
                claim.origin.rules.push(NAME);
                last = if told { last } else { Some(Last { sentence: number, gender: gender.or(before.gender), ..before }) };
            }
            (None, _) => {}
        }
    }
}

/// Of each claim, whether its cue stands in the content of another claim of its sentence.
fn told_by_another(claims: &[Claim]) -> Vec<bool> {
    let holds = |other: &Claim, cue: Span| other.content.span.contains(cue);
    let of_sentence = |own: &[Claim]| -> Vec<bool> {
        let cue = |at: usize| own[at].cue.as_ref().map(|cue| cue.span);
        let is_told = |at: usize| cue(at).is_some_and(|cue| (0..own.len()).any(|o| o != at && holds(&own[o], cue)));
        (0..own.len()).map(is_told).collect()
    };
    claims.chunk_by(|a, b| a.content.sentence == b.content.sentence).flat_map(of_sentence).collect()
}

/// "The analyst", and nothing else is known of him; he may be the one who spoke last. Officials are not called analysts.
fn is_bare(mention: &Mention, last: &Mention) -> bool {
    let one = |m: &Mention| matches!(m.kind, Kind::Person | Kind::Role);
    let quote = &mention.evidence.quote;
    mention.resolution == Resolution::Encoder
        && one(mention)
        && one(last)
        && is_speaker(quote)
        && !(is_analyst(quote) && matches!(last.sector.code(), "GOV" | "IGO" | "MIL"))
}

fn broken(document: &Document, quoted: &[Told], before: usize, now: usize) -> bool {
    let between = document.sections.get(before..now.saturating_sub(1)).unwrap_or(&[]);
    let unsaid = (before..now.saturating_sub(1)).filter(|&section| !long_quotation::covers(quoted, section));
    unsaid.take(GAP + 1).count() > GAP || between.iter().any(|s| s.heading)
}

fn goes_on(sentence: &Sentence, claim: &Claim, last: Last) -> bool {
    let Some(cue) = &claim.cue else { return false };
    let folded = fold(&cue.quote);
    let bare = folded.strip_prefix(['و', 'ف']).unwrap_or(&folded);
    GOES_ON.iter().any(|start| bare.starts_with(start) || folded.starts_with(start))
        || claim.origin.rules.contains(&outer_speaker::NAME) && last.sentence == sentence.number
        || is_his(sentence, claim, last)
        || is_its_paper(sentence, claim, last)
        || has_no_room(sentence, claim, last)
}

/// "وتوقع التقرير أن", "the report added", "говорится в заявлении", where an organisation spoke in this sentence or the one before.
fn is_its_paper(sentence: &Sentence, claim: &Claim, last: Last) -> bool {
    let Some(cue) = claim.cue.as_ref().map(|cue| cue.span) else { return false };
    let is_body = sentence.mention(last.mention).kind == Kind::Organisation && sentence.number - last.sentence <= 1;
    let (before, behind) = (words(sentence.before(cue.start)), words(sentence.behind(cue.end)));
    let paper = |w: &String| PAPER.contains(&w.as_str());
    let names_it = match (&before[..], &behind[..]) {
        (_, [noun, that, ..]) if sentence.document.language == Some(Language::Arabic) => paper(noun) && is_that(that),
        ([noun, ..], _) if sentence.document.language == Some(Language::Kazakh) => paper(noun),
        ([.., the, noun], _) if paper(noun) => IN_THE.contains(&the.as_str()),
        (_, [the, noun, ..]) => paper(noun) && IN_THE.contains(&the.as_str()),
        _ => false,
    };
    is_body && names_it
}

/// "He argued", "подчеркнул он", "ол айтты", where one person spoke in this sentence or the one before and no other is named meanwhile.
fn is_his(sentence: &Sentence, claim: &Claim, last: Last) -> bool {
    let Some(cue) = &claim.cue else { return false };
    let is_person = sentence.mention(last.mention).kind == Kind::Person && sentence.number - last.sentence <= 1;
    let Some(gender) = pronoun(sentence, claim.content.span, cue.span).filter(|_| is_person) else { return false };
    let agrees = gender.is_none() || last.gender.is_none() || gender == last.gender;
    agrees && !another_person(sentence, claim, last)
}

/// The gender of the pronoun in a cue, just before it or (where what is said stands before it) just behind it, if there is one. A comma
/// ends the search, and so does what is said.
fn pronoun(sentence: &Sentence, content: Span, cue: Span) -> Option<Option<Gender>> {
    let is_stop = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '\'' | '’' | '-');
    let is_said = content.end <= cue.start;
    let from = if is_said { content.end } else { sentence.span().start };
    let before = sentence.between(from, cue.start).rsplit(is_stop).next().unwrap_or("");
    let behind = sentence.behind(cue.end).split(is_stop).next().filter(|_| is_said).unwrap_or("");
    let mut near = words(before);
    near.drain(..near.len().saturating_sub(NEAR));
    let whole: Vec<String> = near.into_iter().chain(words(sentence.between(cue.start, cue.end))).chain(words(behind)).collect();
    let shown = whole.len() - words(behind).len().saturating_sub(1);
    whole[..shown].iter().enumerate().find_map(|(at, word)| {
        let found = PRONOUNS.iter().find(|(p, _)| p == word)?;
        let next = whole.get(at + 1).map_or("", String::as_str);
        (word != "ол" || !NOT_A_PERSON.contains(&next)).then_some(found.1)
    })
}

/// Whether the sentence names, before the cue and outside what is said, a person who is not the one who spoke last.
fn another_person(sentence: &Sentence, claim: &Claim, last: Last) -> bool {
    let actor = sentence.mention(last.mention).actor;
    let cue = claim.cue.as_ref().map_or(claim.content.span.start, |c| c.span.start);
    sentence.numbers().map(|n| sentence.mention(n)).any(|m| {
        let place = m.evidence.span;
        matches!(m.kind, Kind::Person | Kind::Role) && m.actor != actor && place.end <= cue && !claim.content.span.overlaps(place)
    })
}

/// "وقال: «…", "وشدد بأن …": an Arabic verb that opens the sentence with what is said at once behind it has no subject of its own.
fn has_no_room(sentence: &Sentence, claim: &Claim, last: Last) -> bool {
    let Some(cue) = claim.cue.as_ref().filter(|_| sentence.document.language == Some(Language::Arabic)) else { return false };
    let opens = matches!(fold(sentence.before(cue.span.start)).trim(), "" | "و" | "ف");
    let cue_words = words(&cue.quote);
    let Some((verb, rest)) = cue_words.split_first().filter(|_| opens) else { return false };
    let bare = verb.strip_prefix(['و', 'ف']).unwrap_or(verb);
    let is_verb = !bare.starts_with("ال") && !bare.ends_with("وا") && !bare.ends_with("ون") && !NOBODYS.contains(&bare);
    let agrees = last.gender.is_none() || gender(&cue.quote) == last.gender;
    let at_once = match rest {
        [] => begins_what_is_said(sentence.behind(cue.span.end)),
        [that] => is_that(that),
        _ => false,
    };
    is_verb && agrees && at_once
}

fn begins_what_is_said(behind: &str) -> bool {
    let behind = behind.trim_start();
    behind.starts_with([':', '«', '"', '“', '„']) || words(behind).first().is_some_and(|w| is_that(w))
}

fn is_that(word: &str) -> bool {
    THAT.iter().any(|that| word.strip_prefix(that).is_some_and(|hanging| HANGING.contains(&hanging)))
}

/// The gender that the verb of a cue shows: "قالت", "сказала". Only verbs of saying have one here.
fn gender(cue: &str) -> Option<Gender> {
    let words = words(cue);
    let [verb] = &words[..] else { return None };
    let bare = verb.strip_prefix(['و', 'ف']).unwrap_or(verb);
    let is_arabic = bare.starts_with(|c: char| ('ء'..='ي').contains(&c));
    let (feminine, masculine) = if is_arabic {
        (bare.ends_with('ت') && bare != "لفت" || SHE_SAYS.contains(&bare), is_he_said(bare))
    } else {
        (bare.ends_with("ла") || bare.ends_with("лась"), bare.ends_with('л') || bare.ends_with("лся"))
    };
    if feminine { Some(Gender::Feminine) } else { masculine.then_some(Gender::Masculine) }
}

/// The commonest Arabic verbs of saying in the past, of a man.
fn is_he_said(bare: &str) -> bool {
    ["قال", "اضاف", "اكد", "اوضح", "اشار", "ذكر", "شدد", "لفت", "راي", "اعتبر", "اعلن", "صرح", "تابع", "كشف", "بين", "كتب"].contains(&bare)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{claim, document, mention};

    /// Whether a claim in the second line is carried from the one in the first, whose speaker is a person unless said otherwise.
    fn carried(language: Language, text: &str, first: (&str, &str, &str, Kind), second: (&str, &str)) -> bool {
        let document = document(text, language);
        let mut mentions = vec![mention(&document, first.0, first.3, "GOV", 0)];
        let mut claims = vec![claim(&document, first.1, first.2, Some(0)), claim(&document, second.0, second.1, None)];
        apply(&document, &mut mentions, &mut claims, &[]);
        claims[1].carried_speaker == Some(0)
    }

    const LAVROV: (&str, &str, &str, Kind) = ("Lavrov", "said", "talks go on", Kind::Person);
    const AR: (&str, &str, &str, Kind) = ("لافروف", "قال", "الحوار مستمر", Kind::Person);
    const RU: (&str, &str, &str, Kind) = ("Лавров", "сказал", "диалог идет", Kind::Person);
    const KK: (&str, &str, &str, Kind) = ("Тоқаев", "мәлімдеді", "келіссөз жүруде", Kind::Person);

    #[test]
    fn a_pronoun_goes_on_with_a_person() {
        let en = |second: &str, cue: &str, said: &str| {
            carried(Language::English, &format!("Lavrov said talks go on.\n{second}"), LAVROV, (cue, said))
        };
        assert!(en("He argued that time is short.", "argued", "time is short"));
        assert!(en("In May he had also told reporters time is short.", "told", "time is short"));
        assert!(!en("Observers argued he is late, time is short.", "argued", "he is late"));
        assert!(!en("Observers argued that time is short.", "argued", "time is short"));
        let ru = |second: &str, cue: &str, said: &str| {
            carried(Language::Russian, &format!("Лавров сказал: диалог идет.\n{second}"), RU, (cue, said))
        };
        assert!(ru("Он подчеркнул, что время есть.", "подчеркнул", "время есть"));
        assert!(ru("«Время есть», – подчеркнул он.", "подчеркнул", "Время есть"));
        assert!(!ru("Она подчеркнула, что время есть.", "подчеркнула", "время есть"));
        let kk = |second: &str, cue: &str| {
            carried(Language::Kazakh, &format!("Тоқаев мәлімдеді: келіссөз жүруде.\n{second}"), KK, (cue, "уақыт бар"))
        };
        assert!(kk("«Онда уақыт бар», – деп атап өтті ол.", "атап өтті"));
        assert!(kk("Сонда ол айтты: уақыт бар.", "айтты"));
        assert!(!kk("Ол кезде айтқан: уақыт бар.", "айтқан"));
    }

    #[test]
    fn a_pronoun_needs_a_person_near_by_and_no_other() {
        let state = ("Russia", "said", "talks go on", Kind::Polity);
        let said = ("argued", "time is short");
        assert!(!carried(Language::English, "Russia said talks go on.\nHe argued that time is short.", state, said));
        assert!(!carried(Language::English, "Lavrov said talks go on.\nIt rained.\nHe argued that time is short.", LAVROV, said));
        let document = document("Lavrov said talks go on.\nWhen Kerry came he argued that time is short.", Language::English);
        let mut mentions = vec![mention(&document, "Lavrov", Kind::Person, "", 0), mention(&document, "Kerry", Kind::Person, "", 1)];
        let mut claims = vec![claim(&document, "said", "talks go on", Some(0)), claim(&document, "argued", "time is short", None)];
        apply(&document, &mut mentions, &mut claims, &[]);
        assert_eq!(claims[1].carried_speaker, None);
    }

    #[test]
    fn an_arabic_verb_without_room_for_a_subject_goes_on() {
        let ar =
            |second: &str, cue: &str| carried(Language::Arabic, &format!("قال لافروف إن الحوار مستمر.\n{second}"), AR, (cue, "الوقت قصير"));
        for (second, cue) in [("وقال: «الوقت قصير»", "وقال"), ("وشدد بأن الوقت قصير", "وشدد"), ("واعتبر أن الوقت قصير", "واعتبر")]
        {
            assert!(ar(second, cue), "{second}");
        }
        for (second, cue) in [
            ("وقالوا إن الوقت قصير", "وقالوا"),
            ("وقالت إن الوقت قصير", "وقالت"),
            ("ويعتقد أن الوقت قصير", "ويعتقد"),
            ("وقال مصدر إن الوقت قصير", "وقال"),
        ] {
            assert!(!ar(second, cue), "{second}");
        }
    }

    #[test]
    fn the_report_goes_on_with_an_organisation() {
        let bank = |kind: Kind| ("البنك", "أكد", "النمو ضعيف", kind);
        let ar = |kind: Kind, second: &str| {
            carried(Language::Arabic, &format!("أكد البنك أن النمو ضعيف.\n{second}"), bank(kind), ("وتوقع", "النمو قادم"))
        };
        assert!(ar(Kind::Organisation, "وتوقع التقرير أن النمو قادم."));
        assert!(!ar(Kind::Person, "وتوقع التقرير أن النمو قادم."));
        assert!(!ar(Kind::Organisation, "وتوقع تقرير أن النمو قادم."));
        assert!(!ar(Kind::Organisation, "وتوقع التقرير الثاني أن النمو قادم."));
        let text = |second: &str| format!("OPEC said growth is weak.\n{second}");
        let opec = ("OPEC", "said", "growth is weak", Kind::Organisation);
        let en = |second: &str, cue: &str| carried(Language::English, &text(second), opec, (cue, "oil is dear"));
        assert!(en("The report warned oil is dear.", "warned"));
        assert!(!en("A report warned oil is dear.", "warned"));
        assert!(carried(Language::Russian, &text("«oil is dear», – говорится в заявлении."), opec, ("говорится", "oil is dear")));
        assert!(!carried(Language::Russian, &text("«oil is dear», – говорится в газете."), opec, ("говорится", "oil is dear")));
        assert!(carried(Language::Kazakh, &text("Баяндамада oil is dear деп күтілген."), opec, ("күтілген", "oil is dear")));
    }

    /// The one to whom the last of three claims is carried, the second of which stands in the content of the first.
    fn carried_past(language: Language, text: &str, who: [(&str, Kind); 2], said: [(&str, &str); 3]) -> Option<usize> {
        let document = document(text, language);
        let mut mentions: Vec<Mention> = who.iter().enumerate().map(|(n, w)| mention(&document, w.0, w.1, "", n)).collect();
        let speakers = [Some(0), Some(1), None];
        let mut claims: Vec<Claim> = said.iter().zip(speakers).map(|(s, who)| claim(&document, s.0, s.1, who)).collect();
        apply(&document, &mut mentions, &mut claims, &[]);
        claims[2].carried_speaker
    }

    #[test]
    fn whoever_is_quoted_in_anothers_words_does_not_go_on() {
        let ar = "يرى نوموف أن أستانا تعتبر بريكس كيانا معاديا.\nوأضاف أن الهزيمة مرفوضة";
        let who = [("نوموف", Kind::Person), ("أستانا", Kind::Polity)];
        let said = [("يرى", "أستانا تعتبر بريكس كيانا معاديا"), ("تعتبر", "بريكس كيانا معاديا"), ("وأضاف", "الهزيمة مرفوضة")];
        assert_eq!(carried_past(Language::Arabic, ar, who, said), Some(0));
        let ru = "Наумов сказал, что Лавров назвал БРИКС врагом.\nОн добавил, что мира нет";
        let who = [("Наумов", Kind::Person), ("Лавров", Kind::Person)];
        let said = [("сказал", "Лавров назвал БРИКС врагом"), ("назвал", "БРИКС врагом"), ("добавил", "мира нет")];
        assert_eq!(carried_past(Language::Russian, ru, who, said), Some(0));
        let en = "Naumov said Lavrov called it hostile, and Lavrov warned of war.\nHe added that peace is far";
        let who = [("Naumov", Kind::Person), ("Lavrov", Kind::Person)];
        let said = [("said", "Lavrov called it hostile"), ("warned", "war"), ("added", "peace is far")];
        assert_eq!(carried_past(Language::English, en, who, said), Some(1));
        let kk = "Наумов: «Лавров соғыс болады деді».\nОл уақыт жоқ деп қосты";
        let who = [("Наумов", Kind::Person), ("Лавров", Kind::Person)];
        let said = [("Наумов:", "Лавров соғыс болады деді"), ("деді", "соғыс болады"), ("қосты", "уақыт жоқ")];
        assert_eq!(carried_past(Language::Kazakh, kk, who, said), Some(0));
    }

    #[test]
    fn a_bare_word_for_a_speaker_is_no_state_that_spoke_last() {
        let document = document("Russia: so\nThe analyst; no", Language::English);
        let mut mentions = vec![mention(&document, "Russia", Kind::Polity, "", 0), mention(&document, "The analyst", Kind::Role, "ANL", 1)];
        let mut claims = vec![claim(&document, ":", "so", Some(0)), claim(&document, ";", "no", Some(1))];
        apply(&document, &mut mentions, &mut claims, &[]);
        assert_eq!(mentions[1].actor, 1);
    }

    fn joins(language: Language, text: &str, name: &str, sector: &str, bare: &str, kind: Kind) -> bool {
        let document = document(text, language);
        let mut mentions = vec![mention(&document, name, Kind::Person, sector, 0), mention(&document, bare, kind, "ANL", 1)];
        let mut claims = vec![claim(&document, ":", "so", Some(0)), claim(&document, ";", "no", Some(1))];
        apply(&document, &mut mentions, &mut claims, &[]);
        mentions[1].actor == 0
    }

    #[test]
    fn a_bare_word_for_one_speaker_joins_the_last() {
        assert!(joins(Language::English, "Ivanov: so\nThe analyst; no", "Ivanov", "ANL", "The analyst", Kind::Role));
        assert!(joins(Language::Arabic, "إيفانوف: so\nالخبير; no", "إيفانوف", "", "الخبير", Kind::Role));
        assert!(joins(Language::Russian, "Иванов: so\nэксперт; no", "Иванов", "EDU", "эксперт", Kind::Person));
        assert!(joins(Language::Kazakh, "Иванов: so\nСарапшы; no", "Иванов", "", "Сарапшы", Kind::Role));
    }

    #[test]
    fn several_analysts_or_a_ministers_successor_do_not() {
        assert!(!joins(Language::Kazakh, "Иванов: so\nСарапшылар; no", "Иванов", "", "Сарапшылар", Kind::Role));
        assert!(!joins(Language::Russian, "Иванов: so\nэксперты; no", "Иванов", "", "эксперты", Kind::Role));
        assert!(!joins(Language::Russian, "Лавров: so\nэксперт; no", "Лавров", "GOV", "эксперт", Kind::Role));
        assert!(!joins(Language::English, "Ivanov: so\nthe analyst; no", "Ivanov", "", "the analyst", Kind::Group));
    }
}
