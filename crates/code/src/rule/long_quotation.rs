//! «Мы верим, что … . Это важно», – сказал Токаев: what a quotation of several sentences says is said by the one who is named beside it.
//!
//! Its claims that have no speaker ("we believe") are carried to him; those of a third person ("he believes") are carried to the last one whom
//! the quotation names, and to nobody where it names none or two in one sentence. An act told in it that stands in no claim of its own gets his claim,
//! so that it is not taken for a fact. He is named before the quotation, behind it, or between dashes in it («Мы верим, – сказал он. – Это
//! важно»). A quotation that goes on at once behind another one ("We believe it," he said. "It matters.") is his as well.

use mizan_record::{Claim, Document, Event, Kind, Mention};
use mizan_text::Span;

use crate::pronoun;
use crate::quoted::{Quotation, quotations};
use crate::rule::{double_claim, nested_speaker};
use crate::sentence::{Sentence, words};

/// The rule's name in a record's origin.
pub const NAME: &str = "long-quotation";

/// Words that may stand between a dash and the verb of saying.
const SAYING: [&str; 1] = ["деп"];

/// A quotation and the claim whose speaker says it.
pub(crate) struct Told {
    quotation: Quotation,
    claim: usize,
}

/// The quotations whose speaker a claim shows, in the order of the text. `claims` are in that order as well.
pub(crate) fn find(document: &Document, claims: &[Claim]) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    for quotation in quotations(document) {
        let own = own_claim(document, claims, &quotation);
        let claim = own.or_else(|| told.last().filter(|t| goes_on(document, claims, t, &quotation)).map(|t| t.claim));
        told.extend(claim.map(|claim| Told { quotation, claim }));
    }
    told
}

/// Give the speakers of quotations to the claims inside that have none; what "he" says there, to the one whom the quotation names.
pub(crate) fn carry(document: &Document, mentions: &[Mention], told: &[Told], claims: &mut [Claim]) {
    for at in 0..claims.len() {
        let Some((by, quotation)) = place(told, claims, at) else { continue };
        let (quoter, given) = (speaker(&claims[by]), speaker(&claims[at]));
        let claim = &mut claims[at];
        let sentence = Sentence { document, number: claim.content.sentence, mentions, first: 0 };
        let is_anothers = claim.speaker.is_none() && pronoun::is_third_person(&sentence, claim);
        let is_open = given.is_none() || is_anothers && given == quoter;
        let carried = if is_anothers { named_before(mentions, quotation, claim) } else { quoter };
        if is_open && carried != given {
            claim.carried_speaker = carried;
            claim.origin.rules.retain(|&rule| rule != nested_speaker::NAME);
            claim.origin.rules.push(NAME);
        }
    }
}

/// The claims of a third person in quotations that nobody's name could be found for, where the quotation's own claim says the same.
pub(crate) fn repeated(document: &Document, mentions: &[Mention], told: &[Told], claims: &[Claim]) -> Vec<usize> {
    let said_again = |&at: &usize| {
        let claim = &claims[at];
        let sentence = Sentence { document, number: claim.content.sentence, mentions, first: 0 };
        let outer = |o: usize| o != at && double_claim::adds_nothing(&sentence, &claims[o], claim);
        speaker(claim).is_none()
            && place(told, claims, at).is_some()
            && pronoun::is_third_person(&sentence, claim)
            && of_section(claims, claim.content.sentence - 1).any(outer)
    };
    (0..claims.len()).filter(said_again).collect()
}

/// The one person, by name or by a role that is known to be his, in the last sentence of a quotation that names any before a claim's cue.
fn named_before(mentions: &[Mention], quotation: Span, claim: &Claim) -> Option<usize> {
    let before = Span::new(quotation.start, claim.cue.as_ref()?.span.start);
    let is_one = |m: &Mention| matches!(m.kind, Kind::Person | Kind::Role) && !claim.content.span.contains(m.evidence.span);
    let mut named = (0..mentions.len()).rev().filter(|&n| before.contains(mentions[n].evidence.span) && is_one(&mentions[n]));
    let is_person = |n: usize| mentions.iter().any(|m| m.kind == Kind::Person && m.actor == mentions[n].actor);
    let last = named.next().filter(|&n| is_person(n))?;
    let beside = |n: &usize| mentions[*n].evidence.sentence == mentions[last].evidence.sentence;
    named.take_while(beside).all(|n| mentions[n].actor == mentions[last].actor).then_some(last)
}

/// Give the claims of quotations to the acts told in these that stand in no claim.
pub(crate) fn tell(told: &[Told], claims: &[Claim], events: &mut [Event]) {
    for event in events.iter_mut().filter(|e| e.claims.is_empty()) {
        let Some(t) = around(told, event.evidence.span) else { continue };
        let claim = &claims[t.claim];
        // Beside a cue in the quotation the reporter speaks: «Да, – сказал он после встречи. – Нет».
        let aside = claim.cue.as_ref().is_some_and(|cue| t.quotation.span.contains(cue.span) && cue.sentence == event.evidence.sentence);
        if !aside {
            event.claims = vec![t.claim];
            event.origin.rules.push(NAME);
        }
    }
}

/// The claim of the quotation in which another claim stands, with its cue.
pub(crate) fn holding(told: &[Told], claims: &[Claim], inner: usize) -> Option<usize> {
    place(told, claims, inner).map(|(by, _)| by)
}

/// The same, and the quotation.
fn place(told: &[Told], claims: &[Claim], inner: usize) -> Option<(usize, Span)> {
    let claim = &claims[inner];
    let t = around(told, claim.cue.as_ref()?.span)?;
    (t.claim != inner && t.quotation.span.contains(claim.content.span)).then_some((t.claim, t.quotation.span))
}

/// Whether a section, counted from 0, belongs to a quotation whose speaker is known.
pub(crate) fn covers(told: &[Told], section: usize) -> bool {
    told.get(told.partition_point(|t| t.quotation.last < section)).is_some_and(|t| t.quotation.first <= section)
}

fn around(told: &[Told], span: Span) -> Option<&Told> {
    told.get(told.partition_point(|t| t.quotation.span.end < span.end)).filter(|t| t.quotation.span.contains(span))
}

fn speaker(claim: &Claim) -> Option<usize> {
    claim.speaker.or(claim.carried_speaker)
}

/// The claim with the nearest cue of those that give mostly words of a quotation.
fn own_claim(document: &Document, claims: &[Claim], quotation: &Quotation) -> Option<usize> {
    let (first, last) = (quotation.first + 1, quotation.last + 1);
    let from = claims.partition_point(|c| c.content.sentence < first);
    let near = (from..claims.len()).take_while(|&at| claims[at].content.sentence <= last);
    near.filter_map(|at| Some((distance(document, &claims[at], quotation.span)?, at))).min().map(|(_, at)| at)
}

/// How far a claim's cue stands from a quotation of which its content is a part.
fn distance(document: &Document, claim: &Claim, quotation: Span) -> Option<usize> {
    let (cue, content) = (claim.cue.as_ref()?.span, claim.content.span);
    let shared = quotation.end.min(content.end).saturating_sub(quotation.start.max(content.start));
    let inside = quotation.overlaps(cue);
    let is_own = 2 * shared > content.len() && (!inside || is_set_off(document, content, cue));
    is_own.then(|| if inside { 0 } else { cue.start.saturating_sub(quotation.end) + quotation.start.saturating_sub(cue.end) })
}

/// Whether a dash parts a cue from what is said before it: "…, – сказал он. – …".
fn is_set_off(document: &Document, content: Span, cue: Span) -> bool {
    let between = document.text.as_str().get(content.end..cue.start);
    between.is_some_and(|b| b.contains(['-', '–', '—']) && words(b).iter().all(|w| SAYING.contains(&w.as_str())))
}

/// Whether a quotation goes on with one before it: it ends its sentence, and it opens the next sentence of the paragraph, or stands in the
/// same one behind a comma. Where others speak beside the first it does not.
fn goes_on(document: &Document, claims: &[Claim], before: &Told, quotation: &Quotation) -> bool {
    let (sections, text) = (&document.sections, document.text.as_str());
    let (last, first) = (&sections[before.quotation.last], &sections[quotation.first]);
    let is_next = quotation.first == before.quotation.last + 1 && last.paragraph == first.paragraph;
    let is_same = quotation.first == before.quotation.last;
    let from = if is_same { before.quotation.span.end } else { first.span.start };
    let head = text.get(from..quotation.span.start).unwrap_or("").trim_end_matches(['«', '“', '„', '"', '\'']).trim();
    let tail = text.get(quotation.span.end..sections[quotation.last].span.end).unwrap_or("");
    let joins = is_next && head.is_empty() || is_same && head.ends_with([',', '-', '–', '—']) && has_cue(claims, before, quotation);
    let alone = tail.chars().all(|c| !c.is_alphanumeric());
    let others = |at: usize| speaker(&claims[at]) != speaker(&claims[before.claim]) && around_is_none(before, &claims[at]);
    joins && alone && !of_section(claims, before.quotation.last).any(others)
}

/// Whether the cue of a quotation's claim stands between it and another one.
fn has_cue(claims: &[Claim], before: &Told, quotation: &Quotation) -> bool {
    let between = Span::new(before.quotation.span.end, quotation.span.start);
    claims[before.claim].cue.as_ref().is_some_and(|cue| between.contains(cue.span))
}

fn around_is_none(told: &Told, claim: &Claim) -> bool {
    !claim.cue.as_ref().is_some_and(|cue| told.quotation.span.contains(cue.span))
}

fn of_section(claims: &[Claim], section: usize) -> impl Iterator<Item = usize> {
    let from = claims.partition_point(|c| c.content.sentence < section + 1);
    (from..claims.len()).take_while(move |&at| claims[at].content.sentence == section + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use crate::sentence::fixture::{self, claim, document, mention};
    use mizan_record::Class;
    use mizan_text::Language;

    fn carried(text: &str, inner: (&str, &str), outer: (&str, &str)) -> Option<usize> {
        let document = document(text, Language::Russian);
        let mut claims = [claim(&document, inner.0, inner.1, None), claim(&document, outer.0, outer.1, Some(7))];
        let told = find(&document, &claims);
        carry(&document, &[], &told, &mut claims);
        claims[0].carried_speaker
    }

    #[test]
    fn the_one_behind_a_long_quotation_says_all_of_it() {
        let ru = "«Мы верим, что мир близок.\nЭто важно.\nВойны нет», – сказал Токаев.";
        assert_eq!(carried(ru, ("верим", "мир близок"), ("сказал", "Войны нет")), Some(7));
        let kk = "\"Біз бейбітшілікке сенеміз.\nСоғыс жоқ\", – деді Тоқаев.";
        assert_eq!(carried(kk, ("сенеміз", "бейбітшілікке"), ("деді", "Соғыс жоқ")), Some(7));
        let en = "“We believe that peace is near.\nWar is over,” – said Tokayev.";
        assert_eq!(carried(en, ("believe", "peace is near"), ("said", "War is over")), Some(7));
        let ar = "«نعتقد أن السلام قريب.\nانتهت الحرب»، قال توكاييف.";
        assert_eq!(carried(ar, ("نعتقد", "السلام قريب"), ("قال", "انتهت الحرب")), Some(7));
    }

    #[test]
    fn closed_quotations_and_words_outside_are_left_alone() {
        let closed = "«Мы верим, что мир близок».\n«Войны нет», – сказал Токаев.";
        assert_eq!(carried(closed, ("верим", "мир близок"), ("сказал", "Войны нет")), None);
        let outside = "Как полагают, мир близок.\n«Это важно.\nВойны нет», – сказал Токаев.";
        assert_eq!(carried(outside, ("полагают", "мир близок"), ("сказал", "Войны нет")), None);
        let open = "Мы верим, что мир близок.\nВойны нет», – сказал Токаев.";
        assert_eq!(carried(open, ("верим", "мир близок"), ("сказал", "Войны нет")), None);
    }

    /// Whose a claim in a quotation of mention 0 is, where the encoder or the sentence gave it to him; the others are named in the quotation.
    fn carried_to(language: Language, text: &str, who: &[&str], inner: (&str, &str), outer: (&str, &str)) -> Option<usize> {
        let document = document(text, language);
        let mut mentions: Vec<_> = who.iter().enumerate().map(|(n, w)| mention(&document, w, Kind::Person, "", n)).collect();
        mentions.sort_by_key(|m| m.evidence.span.start);
        let quoter = mentions.iter().position(|m| m.actor == 0);
        let mut claims = [claim(&document, inner.0, inner.1, None), claim(&document, outer.0, outer.1, quoter)];
        if outer.1.contains(inner.1) {
            claims[0].carried_speaker = quoter;
        }
        let told = find(&document, &claims);
        carry(&document, &mentions, &told, &mut claims);
        claims[0].carried_speaker.map(|m| mentions[m].actor)
    }

    #[test]
    fn what_he_says_in_a_quotation_is_not_the_quoters() {
        let en = "“Blinken condemned it.\nHe said that war was near,” Peskov said.";
        let outer = ("Peskov said", "He said that war was near");
        assert_eq!(carried_to(Language::English, en, &["Peskov", "Blinken"], ("He said", "war was near"), outer), Some(1));
        let ru = "«Папуашвили выступил.\nПо его словам, мир близок.\nВойны нет», – сказал Песков.";
        let inner = ("По его словам", "мир близок");
        assert_eq!(carried_to(Language::Russian, ru, &["Песков", "Папуашвили"], inner, ("сказал", "Войны нет")), Some(1));
        let ar = "«تحدث بلينكن.\nوقال إن الحرب قريبة.\nانتهى ذلك»، قال بيسكوف.";
        assert_eq!(carried_to(Language::Arabic, ar, &["بيسكوف", "بلينكن"], ("وقال", "الحرب قريبة"), ("، قال", "انتهى ذلك")), Some(1));
        let kk = "«Лавров сөйледі.\nОл соғыс жақын екенін айтты.\nБейбітшілік жоқ», – деді Тоқаев.";
        let inner = ("айтты", "соғыс жақын екенін");
        assert_eq!(carried_to(Language::Kazakh, kk, &["Тоқаев", "Лавров"], inner, ("деді", "Бейбітшілік жоқ")), Some(1));
    }

    #[test]
    fn he_is_nobody_where_a_quotation_names_none_or_two() {
        let none = "“It is late.\nHe said that war was near,” Peskov said.";
        let (inner, outer) = (("He said", "war was near"), ("Peskov said", "He said that war was near"));
        assert_eq!(carried_to(Language::English, none, &["Peskov"], inner, outer), None);
        let two = "“Blinken saw Kerry.\nHe said that war was near,” Peskov said.";
        assert_eq!(carried_to(Language::English, two, &["Peskov", "Blinken", "Kerry"], inner, outer), None);
        let own = "“Blinken came.\nWe said that war was near,” Peskov said.";
        let (inner, outer) = (("We said", "war was near"), ("Peskov said", "We said that war was near"));
        assert_eq!(carried_to(Language::English, own, &["Peskov", "Blinken"], inner, outer), Some(0));
    }

    /// Whether an act in a quotation gets the claim of the one who is quoted.
    fn told(text: &str, trigger: &str, cue: &str, content: &str) -> bool {
        let document = document(text, Language::Russian);
        let claims = [claim(&document, cue, content, Some(7))];
        let mut event = Sample::new(text, trigger, Class::Assault, &[], &[]).event;
        event.evidence.sentence = fixture::place(&document, trigger).0;
        let mut events = [event];
        tell(&find(&document, &claims), &claims, &mut events);
        events[0].claims == [0] && events[0].origin.rules == [NAME]
    }

    #[test]
    fn an_act_told_in_a_long_quotation_is_no_fact() {
        for (text, trigger, cue, content) in [
            ("وقال جابر: «الجواز مرتبط بالهوية.\nلدينا إشكالية.\nالاحتلال رفض ذلك».", "رفض", "قال", "الجواز مرتبط بالهوية"),
            ("«Они напали.\nМира нет», – сказал Токаев.", "напали", "сказал", "Мира нет"),
            ("«Мира нет, – сказал Токаев. –\nОни напали».", "напали", "сказал", "Мира нет"),
            ("\"Бейбітшілік жоқ, – деп мәлімдеді Тоқаев. –\nОлар шабуылдады\".", "шабуылдады", "мәлімдеді", "Бейбітшілік жоқ"),
            ("Тоқаев: \"Бейбітшілік жоқ.\nОлар \"Бейбарысқа\" шабуылдады\", деді.", "шабуылдады", "деді", "Олар"),
            ("“Peace is far,” said Tokayev.\n“They attacked us.”", "attacked", "said", "Peace is far"),
            ("“Peace is far,” said Tokayev, “for war is here.\nThey attacked us.”", "attacked", "said", "Peace is far"),
            ("He said: ''Peace is far.\nThey attacked us.''", "attacked", "said", "Peace is far"),
        ] {
            assert!(told(text, trigger, cue, content), "{text}");
        }
    }

    #[test]
    fn an_act_that_the_reporter_tells_stays_a_fact() {
        for (text, trigger, cue, content) in [
            ("وقال جابر: «الجواز مرتبط بالهوية».\nوالاحتلال رفض ذلك.", "رفض", "قال", "الجواز مرتبط بالهوية"),
            ("«Мира нет, – сказал Токаев после удара. –\nНо будет».", "удара", "сказал", "Мира нет"),
            ("«Мира нет», – сказал Токаев.\nОни напали на «Газпром».", "напали", "сказал", "Мира нет"),
            ("“Peace is far,” said Tokayev.\n“Wagner” attacked them.", "Wagner", "said", "Peace is far"),
            ("“Peace is far,” said Tokayev.\nThey met.\n“They attacked us.”", "attacked", "said", "Peace is far"),
            ("“Peace is far,” said Tokayev after “the attack.”", "attack", "said", "Peace is far"),
            ("The \"peace is far, Tokayev said.\nThey attacked us.", "attacked", "said", "peace is far"),
        ] {
            assert!(!told(text, trigger, cue, content), "{text}");
        }
    }
}
