//! "…, передает Tengrinews.kz", "деп хабарлайды Kazinform": the outlet's own line makes no claim. What it tells is the report itself.
//!
//! Another outlet that is quoted is a true speaker, so the teller must be the document's outlet. Where that is unknown it must be a medium in
//! one of the first three sentences, beside a verb of passing on, and either its correspondent, a site by its address, or (behind "передает",
//! "деп хабарлайды") no agency that everybody quotes. "Со ссылкой на Акорду", "citing …", "نقلا عن …", "… сілтеме жасап" names the true
//! speaker, and the claim stays.

use mizan_record::Claim;
use mizan_text::Span;
use mizan_text::fold::fold;

use crate::sentence::{Sentence, words};

/// The rule's name in a record's origin.
pub const NAME: &str = "byline";

/// Verbs by which an outlet tells its own news (folded). The cue may have the outlet's name glued to it, so they are how it begins.
const TELLS: [&str; 13] = [
    "передает",
    "сообщает",
    "хабарлайды",
    "деп хабарлайды",
    "жеткізді",
    "reports",
    "reported",
    "افاد",
    "وافاد",
    "افادت",
    "ذكر",
    "ذكرت",
    "تفيد",
];
/// Those of them that pass on what one has oneself.
const PASSES_ON: [&str; 3] = ["передает", "хабарлайды", "деп хабарлайды"];

/// A correspondent, by how the word begins (folded).
const CORRESPONDENT: [&str; 4] = ["корреспондент", "тілші", "correspondent", "مراسل"];
/// What may stand between the verb and the outlet, by how a word begins (folded).
const BETWEEN: [&str; 10] = ["корреспондент", "агентств", "информагентств", "мия", "миа", "агенттіг", "тілші", "وكاله", "the", "портал"];
/// How many words stand between them at the most.
const NEAR: usize = 3;

/// What names the true speaker behind it (folded); the Kazakh one stands behind the name.
const CITING: [&str; 6] = ["ссылкой на", "ссылаясь на", "citing", "with reference to", "نقلا عن", "сілтеме жаса"];
/// How many bytes may stand between these words and that speaker ("the press service of").
const TO_SPEAKER: usize = 40;

/// Agencies and papers that others quote, by a part of their names (folded, letters and digits only).
const QUOTED: [&str; 36] = [
    "reuters",
    "рейтер",
    "رويترز",
    "afp",
    "franceprese",
    "франспресс",
    "فرانسبرس",
    "associatedpress",
    "bloomberg",
    "блумберг",
    "بلومبرغ",
    "cnn",
    "سيانان",
    "bbc",
    "бибиси",
    "بيبيسي",
    "wallstreet",
    "newyorktimes",
    "washingtonpost",
    "guardian",
    "financialtimes",
    "politico",
    "axios",
    "jazeera",
    "الجزيره",
    "tass",
    "тасс",
    "تاس",
    "риа",
    "интерфакс",
    "interfax",
    "xinhua",
    "синьхуа",
    "شينخوا",
    "anadolu",
    "sputnik",
];

/// How many sentences of a report may hold its byline.
const HEAD: usize = 3;

/// Whether a claim stays. A byline's claim goes; where the byline names a source, that one becomes the claim's speaker.
pub(crate) fn keep(sentence: &Sentence, claim: &mut Claim) -> bool {
    if !is_byline(sentence, claim) {
        return true;
    }
    let Some(speaker) = cited(sentence, claim.content.span) else { return false };
    claim.speaker = Some(speaker);
    claim.origin.rules.push(NAME);
    true
}

fn is_byline(sentence: &Sentence, claim: &Claim) -> bool {
    let (Some(speaker), Some(cue)) = (claim.speaker, &claim.cue) else { return false };
    let medium = sentence.mention(speaker);
    let tells = fold(&cue.quote);
    medium.sector.code() == "MED"
        && TELLS.iter().any(|t| tells.starts_with(t))
        && stands_beside(sentence, medium.evidence.span, cue.span)
        && match sentence.document.outlet.as_deref() {
            Some(outlet) => is_same(outlet, &medium.evidence.quote),
            None => is_in_head(sentence) && is_own(sentence, medium.evidence.span, cue.span),
        }
}

/// Whether nothing but a word for the outlet's kind stands between verb and name.
fn stands_beside(sentence: &Sentence, name: Span, cue: Span) -> bool {
    let between = words(sentence.between(name.end.min(cue.end), name.start.max(cue.start)));
    name.overlaps(cue) || between.len() <= NEAR && between.iter().all(|w| BETWEEN.iter().any(|b| w.starts_with(b)))
}

fn is_same(outlet: &str, name: &str) -> bool {
    let (outlet, name) = (letters(outlet), letters(name));
    outlet == name || outlet.chars().count() > 4 && name.contains(&outlet)
}

/// Folded letters and digits only.
fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn is_in_head(sentence: &Sentence) -> bool {
    let sections = sentence.document.sections.get(..sentence.number).unwrap_or(&[]);
    sections.last().is_some_and(|s| !s.heading) && sections.iter().filter(|s| !s.heading).count() <= HEAD
}

/// Whether a medium of an unknown report tells what is its own.
fn is_own(sentence: &Sentence, name: Span, cue: Span) -> bool {
    let whole = name.join(cue);
    let printed = fold(sentence.between(whole.start, whole.end));
    let correspondent = words(&printed).iter().any(|w| CORRESPONDENT.iter().any(|c| w.starts_with(c)));
    let bare = letters(&printed);
    let quoted = QUOTED.iter().any(|q| bare.contains(q));
    let passes = PASSES_ON.iter().any(|p| fold(sentence.between(cue.start, cue.end)).starts_with(p));
    correspondent || !quoted && (passes || is_address(&printed))
}

/// Whether a site is named by its address: "tengrinews.kz".
fn is_address(printed: &str) -> bool {
    [".kz", ".ru", ".com", ".net", ".org"].iter().any(|domain| printed.contains(domain))
}

/// The mention beside "со ссылкой на", outside what is said.
fn cited(sentence: &Sentence, content: Span) -> Option<usize> {
    let whole = sentence.span();
    let folded = mizan_text::Folded::new(sentence.between(whole.start, whole.end));
    CITING.iter().find_map(|phrase| {
        let at = folded.as_str().find(phrase)?;
        let words = folded.span_of(Span::new(at, at + phrase.len())).shifted(whole.start);
        let is_kazakh = phrase.starts_with("сілтеме");
        let gap = |n: &usize| {
            let place = sentence.place(*n);
            if is_kazakh { words.start.checked_sub(place.end) } else { place.start.checked_sub(words.end) }
        };
        let near = |n: &usize| gap(n).is_some_and(|g| g <= TO_SPEAKER) && !content.contains(sentence.place(*n));
        (!content.contains(words)).then(|| sentence.numbers().filter(near).min_by_key(gap))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::fixture::{claim, document, mention};
    use mizan_record::Kind;
    use mizan_text::Language;

    /// The speaker that is left; `None` when the claim goes. The last mention is the medium.
    fn left(outlet: Option<&str>, text: &str, who: &[&str], cue: &str, said: &str) -> Option<Option<usize>> {
        let mut document = document(text, Language::Russian);
        document.outlet = outlet.map(str::to_owned);
        let mentions: Vec<_> = who.iter().map(|w| mention(&document, w, Kind::Organisation, "MED", 0)).collect();
        let mut claim = claim(&document, cue, said, Some(who.len() - 1));
        let number = claim.content.sentence;
        let sentence = Sentence { document: &document, number, mentions: &mentions, first: 0 };
        keep(&sentence, &mut claim).then_some(claim.speaker)
    }

    #[test]
    fn the_outlets_own_line_makes_no_claim() {
        for (outlet, text, medium, cue, said) in [
            (None, "Вода ушла, передает Tengrinews.kz.", "Tengrinews.kz", "передает", "Вода ушла"),
            (None, "Вода ушла, передает корреспондентTengrinews.kz.", "корреспондентTengrinews.kz", "передает", "Вода ушла"),
            (Some("Курьер"), "Вода ушла, сообщает «Курьер».", "Курьер", "сообщает", "Вода ушла"),
            (Some("The Astana Times"), "Floods are over, The Astana Times reports.", "The Astana Times", "reports", "Floods are over"),
            (None, "Су кетті, деп хабарлайды ҚазАқпарат.", "ҚазАқпарат", "деп хабарлайды", "Су кетті"),
            (None, "أفاد مراسل المدى بأن المياه انحسرت", "مراسل المدى", "أفاد", "المياه انحسرت"),
        ] {
            assert_eq!(left(outlet, text, &[medium], cue, said), None, "{text}");
        }
    }

    #[test]
    fn whom_the_byline_cites_is_the_speaker() {
        for (text, who, cue, said) in [
            (
                "Вода ушла, передаетTengrinews.kzсо ссылкой на сообщение Акорды.",
                ["Акорды", "передаетTengrinews.kzсо"],
                "передаетTengrinews",
                "Вода ушла",
            ),
            ("Floods are over, Tengrinews.kz reports citing the ministry.", ["ministry", "Tengrinews.kz"], "reports", "Floods are over"),
            ("Су кетті, деп хабарлайды Tengrinews.kz Ақордаға сілтеме жасап.", ["Ақордаға", "Tengrinews.kz"], "деп хабарлайды", "Су кетті"),
            ("ذكرت tengrinews.kz نقلا عن الوزارة أن المياه انحسرت", ["الوزارة", "tengrinews.kz"], "ذكرت", "المياه انحسرت"),
        ] {
            assert_eq!(left(None, text, &who, cue, said), Some(Some(0)), "{text}");
        }
    }

    #[test]
    fn another_outlet_that_is_quoted_speaks() {
        assert!(left(Some("Курьер"), "Вода ушла, сообщает ТАСС.", &["ТАСС"], "сообщает", "Вода ушла").is_some());
        assert!(left(None, "Вода ушла, передает Reuters.", &["Reuters"], "передает", "Вода ушла").is_some());
        assert!(left(None, "Вода ушла, сообщает «Известия».", &["Известия"], "сообщает", "Вода ушла").is_some());
        let late = "Раз.\nДва.\nТри.\nВода ушла, передает Tengrinews.kz.";
        assert!(left(None, late, &["Tengrinews.kz"], "передает", "Вода ушла").is_some());
        assert!(left(None, "Как писал Tengrinews.kz, вода ушла.", &["Tengrinews.kz"], "писал", "вода ушла").is_some());
    }
}
