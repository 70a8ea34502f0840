//! "He added that …": a claim whose sentence names no speaker belongs to the one who spoke last, while the same paragraph-to-paragraph
//! run of attributions goes on.
//!
//! What goes on: a verb that only adds to what was said; a pronoun beside the cue, after a person; "in his words", after a person or role; in
//! Arabic, a cue that opens the sentence and leaves no room for a subject ("وقال: «…"); the paper of an organisation that spoke ("the
//! report"); and a bare word for the one who speaks ("the analyst", "المتحدث").
//!
//! Where nobody spoke in the sentence before, and that one opens with a person, a pronoun means him ([`opening_subject`]).
//!
//! The run is broken by a heading, by sentences without any attribution that are no part of a quotation, or by a new named speaker. The carried
//! speaker is kept apart from a named one, and the record says so.

use mizan_record::{Claim, Document, Kind, Mention, Resolution};
use mizan_text::fold::fold;
use mizan_text::{Language, Span};

use crate::generic::{is_analyst, is_speaker};
use crate::pronoun::{self, Gender};
use crate::rule::long_quotation::{self, Told};
use crate::rule::{opening_subject, outer_speaker};
use crate::sentence::{Sentence, words};

/// The rule's name in a record's origin.
pub const NAME: &str = "carried-speaker";

/// How many sentences without an attribution a run may pass over.
const GAP: usize = 1;

/// Cues that only go on with what somebody said before, by how they begin (folded, without proclitics).
const GOES_ON: [&str; 33] = [
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
    "қосты",
];

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
        let gender = claim.cue.as_ref().and_then(|cue| pronoun::of_verb(&cue.quote));
        let spoke = |mention| Some(Last { mention, sentence: number, gender });
        last = last.filter(|l| !broken(document, quoted, l.sentence, number));
        let is_open = claim.speaker.is_none() && !told;
        let opener = is_open.then(|| opening(document, mentions, quoted, claim, last)).flatten();
        match (claim.speaker, last) {
            (Some(_), _) if told => {}
            (Some(speaker), Some(before)) if is_bare(&mentions[speaker], &mentions[before.mention]) => {
                mentions[speaker].actor = mentions[before.mention].actor;
                mentions[speaker].resolution = Resolution::EarlierRole;
                mentions[speaker].origin.rules.push(NAME);
                last = spoke(speaker);
            }
            (Some(speaker), _) => last = spoke(speaker),
            (None, _) if opener.is_some() => {
                claim.carried_speaker = opener;
                claim.origin.rules.push(opening_subject::NAME);
                last = opener.and_then(spoke);
            }
            (None, Some(before)) if goes_on(&Sentence { document, number, mentions, first: 0 }, claim, before) => {
                claim.carried_speaker = Some(before.mention);
                claim.origin.rules.push(NAME);
                last = if told { last } else { Some(Last { sentence: number, gender: gender.or(before.gender), ..before }) };
            }
            (None, _) => {}
        }
    }
}

/// The subject of the sentence before a claim, where nobody spoke in it or behind it.
fn opening(document: &Document, mentions: &[Mention], quoted: &[Told], claim: &Claim, last: Option<Last>) -> Option<usize> {
    let number = claim.content.sentence;
    let is_unsaid = last.is_none_or(|l| l.sentence + 1 < number) && number > 1 && !long_quotation::covers(quoted, number - 2);
    let sentence = Sentence { document, number, mentions, first: 0 };
    let mention = is_unsaid.then(|| opening_subject::find(&sentence, claim)).flatten()?;
    (!another_person(&sentence, claim, Last { mention, sentence: number, gender: None })).then_some(mention)
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
        || is_his_verb(sentence, claim, last)
}

/// "وتوقع التقرير أن", "the report added", "говорится в заявлении", where an organisation spoke in this sentence or the one before.
fn is_its_paper(sentence: &Sentence, claim: &Claim, last: Last) -> bool {
    let Some(cue) = claim.cue.as_ref().map(|cue| cue.span) else { return false };
    let is_body = sentence.mention(last.mention).kind == Kind::Organisation && sentence.number - last.sentence <= 1;
    let (before, behind) = (words(sentence.before(cue.start)), words(sentence.behind(cue.end)));
    let paper = |w: &String| PAPER.contains(&w.as_str());
    let names_it = match (&before[..], &behind[..]) {
        (_, [noun, that, ..]) if sentence.document.language == Some(Language::Arabic) => paper(noun) && pronoun::is_that(that),
        ([noun, ..], _) if sentence.document.language == Some(Language::Kazakh) => paper(noun),
        ([.., the, noun], _) if paper(noun) => IN_THE.contains(&the.as_str()),
        (_, [the, noun, ..]) => paper(noun) && IN_THE.contains(&the.as_str()),
        _ => false,
    };
    is_body && names_it
}

/// "He argued", "подчеркнул он", "ол айтты", where one person spoke in this sentence or the one before and no other is named meanwhile.
/// "In his words" may stand further off, and be those of one who is named by his role.
fn is_his(sentence: &Sentence, claim: &Claim, last: Last) -> bool {
    let kind = sentence.mention(last.mention).kind;
    let near = pronoun::beside(sentence, claim).filter(|_| kind == Kind::Person && sentence.number - last.sentence <= 1);
    let words = || pronoun::in_his_words(sentence, claim).filter(|_| matches!(kind, Kind::Person | Kind::Role));
    let Some(gender) = near.or_else(words) else { return false };
    let agrees = gender.is_none() || last.gender.is_none() || gender == last.gender;
    agrees && !another_person(sentence, claim, last)
}

/// Whether a person who is not the one who spoke last is named since then: before the cue, and outside what is said.
fn another_person(sentence: &Sentence, claim: &Claim, last: Last) -> bool {
    let actor = sentence.mention(last.mention).actor;
    let cue = claim.cue.as_ref().map_or(claim.content.span.start, |c| c.span.start);
    let since = (last.sentence + 1).min(sentence.number);
    sentence.mentions.iter().filter(|m| (since..=sentence.number).contains(&m.evidence.sentence)).any(|m| {
        let place = m.evidence.span;
        matches!(m.kind, Kind::Person | Kind::Role) && m.actor != actor && place.end <= cue && !claim.content.span.overlaps(place)
    })
}

/// "وقال: «…", "وشدد بأن …", where the verb agrees with the one who spoke last.
fn is_his_verb(sentence: &Sentence, claim: &Claim, last: Last) -> bool {
    let shown = claim.cue.as_ref().and_then(|cue| pronoun::of_verb(&cue.quote));
    pronoun::has_no_room(sentence, claim) && (last.gender.is_none() || shown == last.gender)
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
    fn in_his_words_is_said_of_the_person_who_spoke_last() {
        let ru = |who: (&str, &str, &str, Kind), between: &str| {
            carried(
                Language::Russian,
                &format!("{} сказал: диалог идет.\n{between}По его словам, время есть.", who.0),
                who,
                ("По его словам", "время есть"),
            )
        };
        assert!(ru(RU, ""));
        assert!(ru(RU, "Шел дождь.\n"));
        assert!(ru(("Министр", "сказал", "диалог идет", Kind::Role), ""));
        assert!(!ru(("МИД", "сказал", "диалог идет", Kind::Organisation), ""));
        let kk = ("Тоқаев", "мәлімдеді", "келіссөз жүруде", Kind::Person);
        let text = "Тоқаев мәлімдеді: келіссөз жүруде.\nОның айтуынша, уақыт бар.";
        assert!(carried(Language::Kazakh, text, kk, ("Оның айтуынша", "уақыт бар")));
        let text = "Тоқаев мәлімдеді: келіссөз жүруде.\nОл Астанада өткен жиында уақыт бар екенін айтты.";
        assert!(carried(Language::Kazakh, text, kk, ("айтты", "уақыт бар екенін")));
    }

    /// The one to whom a claim in the third line is carried; the first of two persons speaks in the first line.
    fn carried_over(language: Language, text: &str, who: [(&str, Kind); 2], first: (&str, &str), second: (&str, &str)) -> Option<usize> {
        let document = document(text, language);
        let mut mentions: Vec<Mention> = who.iter().enumerate().map(|(n, w)| mention(&document, w.0, w.1, "", n)).collect();
        let mut claims = vec![claim(&document, first.0, first.1, Some(0)), claim(&document, second.0, second.1, None)];
        apply(&document, &mut mentions, &mut claims, &[]);
        claims[1].carried_speaker
    }

    #[test]
    fn a_person_who_acts_meanwhile_speaks_next() {
        let who = [("МИД", Kind::Organisation), ("Блинкен", Kind::Person)];
        let ru = "МИД сообщил: диалог идет.\nБлинкен прибыл.\nПо его словам, время есть.";
        assert_eq!(carried_over(Language::Russian, ru, who, ("сообщил", "диалог идет"), ("По его словам", "время есть")), Some(1));
        let en = "Lavrov said talks go on.\nKerry arrived.\nHe added that time is short.";
        let who = [("Lavrov", Kind::Person), ("Kerry", Kind::Person)];
        assert_eq!(carried_over(Language::English, en, who, ("said", "talks go on"), ("added", "time is short")), Some(1));
        let kk = "Тоқаев мәлімдеді: келіссөз жүруде.\nОны Лавров күтіп алды.\nОның айтуынша, уақыт бар.";
        let who = [("Тоқаев", Kind::Person), ("Лавров", Kind::Person)];
        assert_eq!(carried_over(Language::Kazakh, kk, who, ("мәлімдеді", "келіссөз жүруде"), ("Оның айтуынша", "уақыт бар")), None);
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
