//! "По запросу адвокатов", "at the request of Ukraine", "بطلب من …", "Украинаның өтінішімен": who asks stands beside the word, and is the
//! source of the request, not its target. So is he behind a request that is granted or refused: "отклонил просьбу Армении", "the request of
//! Armenia", "رفض طلب أرمينيا", "Арменияның өтінішін қабылдамады".
//!
//! Only where the words around leave no doubt: "запрос президенту", "requested of Iran" and the verb in "طلب من إيران" name the one asked.

use mizan_record::{Class, Document, Event, Mention};
use mizan_text::fold::fold;
use mizan_text::language::kazakh::is_genitive;

use crate::clause::{fits, sentence};

/// The rule's name in a record's origin.
pub const NAME: &str = "by-request";

/// What ends just before the one who asks (folded).
const LEADS: [&str; 21] = [
    "по запросу",
    "по просьбе",
    "по ходатайству",
    "в ответ на запрос",
    "в ответ на просьбу",
    "at the request of",
    "upon the request of",
    "on the request of",
    "upon request of",
    "at request of",
    "following a request from",
    "بطلب من",
    "بناء علي طلب",
    "بناء علي طلب من",
    "تلبيه لطلب",
    "تلبيه لطلب من",
    "استجابه لطلب",
    "استجابه لطلب من",
    "بناء لطلب",
    "بناء لطلب من",
    "ردا علي طلب",
];

/// What may stand between these words and a mention.
const ARTICLE: &str = " the";

/// What follows the one who asks, in Kazakh behind a genitive.
const FOLLOWS: [&str; 6] = ["сұрауымен", "сұрауы бойынша", "өтінішімен", "өтініші бойынша", "сұранысымен", "сұранысы бойынша"];

/// Forms of "просьба" whose genitive is the asker ("к" leads to the one asked); a dative ends otherwise.
const PLEA: [&str; 4] = ["просьба", "просьбу", "просьбы", "просьбой"];
const DATIVES: [&str; 4] = ["у", "ю", "ам", "ям"];
/// English articles before "request" and words between it and the asker: one makes "a request of" the one asked.
const OF: [(&str, &[&str]); 4] =
    [("of", &["the"]), ("of the", &["the"]), ("from", &["the", "a", "any"]), ("from the", &["the", "a", "any"])];
/// Arabic verbs and nouns of answering a request (folded), a few words before the noun "طلب".
const ANSWER: [&str; 16] =
    ["رفض", "رفضت", "يرفض", "ترفض", "رفضه", "رفضها", "قبل", "قبلت", "لبي", "لبت", "وافق", "قبول", "تلبيه", "رفضوا", "تجاهل", "تجاهلت"];
const NEAR: usize = 3;
/// Kazakh requests that belong to somebody.
const PLEA_KAZAKH: [&str; 4] = ["өтінішін", "өтінішіне", "сұрауын", "сұрауына"];

/// Words of asking that a trigger is known by.
const ASKING: [&str; 14] = [
    "запрос*",
    "просьб*",
    "ходатайств*",
    "request",
    "requests",
    "طلب",
    "بطلب",
    "لطلب",
    "сұрау*",
    "өтініш*",
    "сұраныс*",
    "requested",
    "الطلب",
    "وبطلب",
];

/// Make the one at whose request something is done the source of a REQUEST. `mentions` are those of the event's sentence, the first of them
/// number `first` of the report.
pub fn apply(event: &mut Event, document: &Document, mentions: &[Mention], first: usize) {
    let asks = fold(&event.evidence.quote).split_whitespace().any(|w| ASKING.iter().any(|p| fits(w, p)));
    if event.class != Class::Request || !asks {
        return;
    }
    let Some(asker) = mentions.iter().position(|m| asks_here(event, document, m) || owns_request(event, document, m)).map(|m| first + m)
    else {
        return;
    };
    let Some(place) = event.targets.iter().position(|&t| t == asker) else { return };
    event.targets.remove(place);
    event.targets.append(&mut event.sources);
    event.targets.retain(|&t| t != asker);
    event.sources = vec![asker];
    event.origin.rules.push(NAME);
}

/// Whether a mention stands where the trigger has its asker.
fn asks_here(event: &Event, document: &Document, mention: &Mention) -> bool {
    let (who, trigger) = (mention.evidence.span, event.evidence.span);
    let text = document.text.as_str();
    if who.start >= trigger.end {
        let head = fold(text.get(sentence(document, event).0..who.start).unwrap_or(""));
        let head = head.trim_end();
        let near = text.get(trigger.end..who.start).is_some_and(|gap| gap.split_whitespace().count() <= 2);
        return near && LEADS.iter().any(|lead| ends_with_words(head.strip_suffix(ARTICLE).unwrap_or(head), lead));
    }
    let tail = fold(text.get(who.end..sentence(document, event).1).unwrap_or(""));
    let possessed = is_genitive(&fold(&mention.evidence.quote));
    let near = text.get(who.end..trigger.start).is_some_and(|gap| gap.trim().is_empty());
    near && possessed && FOLLOWS.iter().any(|phrase| tail.trim_start().starts_with(phrase))
}

/// Whether a mention stands beside the trigger as the one whose request is spoken of.
fn owns_request(event: &Event, document: &Document, mention: &Mention) -> bool {
    let (who, trigger) = (mention.evidence.span, event.evidence.span);
    let quote = fold(&event.evidence.quote);
    let mut words = quote.split_whitespace().rev();
    let (Some(last), before) = (words.next(), words.next()) else { return false };
    let text = document.text.as_str();
    if who.end <= trigger.start {
        let touches = text.get(who.end..trigger.start).is_some_and(|gap| gap.trim().is_empty());
        let plea = quote.split_whitespace().next().is_some_and(|first| PLEA_KAZAKH.contains(&first));
        return touches && plea && is_genitive(&fold(&mention.evidence.quote));
    }
    let Some(gap) = text.get(trigger.end..who.start).map(|gap| fold(gap.trim())) else { return false };
    let head = fold(text.get(sentence(document, event).0..trigger.start).unwrap_or(""));
    match last {
        "request" => {
            let article = before.or(head.split_whitespace().next_back());
            OF.iter().any(|(of, articles)| *of == gap && article.is_some_and(|a| articles.contains(&a)))
        }
        "طلب" => gap.is_empty() && before.into_iter().chain(head.split_whitespace().rev().take(NEAR)).any(answers),
        _ => PLEA.contains(&last) && gap.is_empty() && !is_dative(&fold(&mention.evidence.quote)),
    }
}

fn answers(word: &str) -> bool {
    ANSWER.contains(&word.strip_prefix(['و', 'ف']).filter(|w| ANSWER.contains(w)).unwrap_or(word))
}

/// Whether the first word of a Russian name ends like a dative that is no genitive: "просьбу президенту".
fn is_dative(name: &str) -> bool {
    name.split_whitespace().next().is_some_and(|first| DATIVES.iter().any(|ending| first.ends_with(ending)) && first.chars().count() > 3)
}

/// Whether a text ends with some words, the first of them whole (an Arabic و may be written onto it).
fn ends_with_words(text: &str, words: &str) -> bool {
    text.strip_suffix(words).is_some_and(|before| before.is_empty() || before.ends_with([' ', '\n', '(', '"', 'و', ',']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    fn sides(text: &str, trigger: &str, sources: &[&str], targets: &[&str]) -> (Vec<usize>, Vec<usize>, bool) {
        let mut s = Sample::new(text, trigger, Class::Request, sources, targets);
        apply(&mut s.event, &s.document, &s.mentions, 0);
        let changed = s.event.origin.rules == [NAME];
        (s.event.sources, s.event.targets, changed)
    }

    #[test]
    fn who_asks_is_the_source() {
        for (text, trigger, asker) in [
            ("исследование провели по запросу адвокатов Бишимбаева", "запросу", "адвокатов Бишимбаева"),
            ("По просьбе Украины созвано заседание", "По просьбе", "Украины"),
            ("The session was called at the request of the Ukraine mission", "request", "Ukraine mission"),
            ("عقدت الجلسة بطلب من أوكرانيا", "طلب", "أوكرانيا"),
            ("وبناء على طلب أوكرانيا عقدت الجلسة", "طلب", "أوكرانيا"),
            ("Отырыс Украинаның өтінішімен өтті", "өтінішімен", "Украинаның"),
        ] {
            assert_eq!(sides(text, trigger, &[], &[asker]), (vec![0], vec![], true), "{text}");
        }
        let text = "Россия по просьбе Армении прислала войска";
        assert_eq!(sides(text, "просьбе", &["Россия"], &["Армении"]), (vec![1], vec![0], true));
    }

    #[test]
    fn whose_request_is_answered_is_the_source() {
        for (text, trigger, asked, asker) in [
            ("организация не удовлетворила просьбу Армении о помощи", "не удовлетворила просьбу", "организация", "Армении"),
            ("Iran refused the request of Armenia", "request", "Iran", "Armenia"),
            ("رفضت إيران طلب أرمينيا", "طلب", "إيران", "أرمينيا"),
            ("Иран Арменияның өтінішін қабылдамады", "өтінішін", "Иран", "Арменияның"),
        ] {
            assert_eq!(sides(text, trigger, &[asked], &[asker]), (vec![1], vec![0], true), "{text}");
        }
        let nobody = "а в 2021 году организация не удовлетворила просьбу Армении";
        assert_eq!(sides(nobody, "не удовлетворила просьбу", &[], &["организация", "Армении"]), (vec![1], vec![0], true));
    }

    #[test]
    fn who_is_asked_stays_the_target() {
        for (text, trigger, asker, asked) in [
            ("Адвокат направил запрос президенту", "направил запрос", "Адвокат", "президенту"),
            ("Адвокат направил просьбу президенту", "направил просьбу", "Адвокат", "президенту"),
            ("Адвокат направил просьбу к Армении", "направил просьбу", "Адвокат", "Армении"),
            ("Kyiv made a request of Iran", "request", "Kyiv", "Iran"),
            ("Kyiv sent a request to Iran", "request", "Kyiv", "Iran"),
            ("Украина Иранның көмегін, өтінішін айтты", "өтінішін", "Украина", "Иранның"),
            ("Kyiv requested of Iran that it help", "requested", "Kyiv", "Iran"),
            ("طلب الوزير من إيران المساعدة", "طلب", "الوزير", "إيران"),
            ("Украина Иранға өтініш жіберді", "өтініш жіберді", "Украина", "Иранға"),
        ] {
            assert_eq!(sides(text, trigger, &[asker], &[asked]), (vec![0], vec![1], false), "{text}");
        }
    }
}
