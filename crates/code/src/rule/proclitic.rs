//! Arabic particles written onto a word (و ف ب ل ك) stay outside a mention: where the knowledge base knows the word behind them, و before
//! an article, and و or ل before words that parties are often called by («ورئيس», «لنادي الاتحاد»).
//!
//! The encoder's pieces often swallow the particle: it marks "وكازاخستان", "والملياردير". The lexicon's match begins behind it. Words and
//! names that begin with وال of their own (والدته, والتر) are left; فال is cut only where the next word has the article too, for it begins
//! many names (فالنتينا).

use mizan_record::NameFound;
use mizan_text::fold::fold;
use mizan_text::{Language, Span};

/// The rule's name in a record's origin.
pub const NAME: &str = "proclitic";

/// The mention without a leading particle, when a name or an article begins just behind it; otherwise the span as it was.
pub fn trim(text: &str, language: Option<Language>, span: Span, names: &[NameFound]) -> Span {
    if language != Some(Language::Arabic) {
        return span;
    }
    let behind = |n: &&NameFound| n.span.start > span.start && n.span.start < span.end && particles(&text[span.start..n.span.start]);
    let known = names.iter().find(behind).map(|n| n.span.start);
    let is_name = names.iter().any(|n| n.span.start <= span.start && span.start < n.span.end);
    let article = || (!is_name && before_article(text.get(span.start..span.end)?)).then(|| span.start + 'و'.len_utf8());
    let head = || (!is_name).then(|| before_head(text.get(span.start..span.end)?)).flatten().map(|length| span.start + length);
    known.or_else(article).or_else(head).map_or(span, |start| Span::new(start, span.end))
}

/// Folded words that many parties are called by; behind a particle they never make another word.
#[rustfmt::skip]
const HEADS: [&str; 36] = [
    "نادي", "كيان", "رييس", "رييسه", "روساء", "شركات", "شركه", "شقيق", "شقيقه", "شقيقته", "شقيقها", "وزير", "وزيره", "وزراء", "وزاره",
    "حكومه", "حكومات", "قوات", "جيش", "حزب", "حركه", "مجلس", "منظمه", "منظمات", "مسوول", "مسوولون", "مسوولين", "سفير", "سلطات", "مندوب",
    "متحدث", "متحدثه", "زعيم", "زعماء", "قايد", "مدير",
];

/// The length of و, ل or ول before one of these words at the beginning of a mention.
fn before_head(quote: &str) -> Option<usize> {
    let first = quote.split_whitespace().next()?;
    let behind = |particle: &&str| first.strip_prefix(*particle).is_some_and(|rest| HEADS.contains(&fold(rest).as_str()));
    ["و", "ل", "ول"].into_iter().find(behind).map(|particle| particle.len())
}

/// Folded words that begin with وال and are what they are, whatever follows.
const OWN: [&str; 29] = [
    "والده",
    "والدها",
    "والدهم",
    "والدهما",
    "والدهن",
    "والدته",
    "والدتها",
    "والدتهم",
    "والدتهما",
    "والدتي",
    "والديه",
    "والديها",
    "والدين",
    "والدان",
    "والداه",
    "والداها",
    "والداهم",
    "والدنا",
    "والدتك",
    "والتون",
    "والترز",
    "واليسا",
    "والكوت",
    "والنسيا",
    "والدهايم",
    "والدورف",
    "والونيا",
    "والشتاين",
    "والمارت",
];

/// Whether a mention begins with و, or with ف before two articles, and the article.
fn before_article(quote: &str) -> bool {
    let folded = fold(quote);
    let mut words = folded.split(' ');
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let is_long = first.chars().count() >= 6 && !OWN.contains(&first);
    is_long && (first.starts_with("وال") || (first.starts_with("فال") && second.starts_with("ال")))
}

fn particles(head: &str) -> bool {
    head.chars().count() <= 2 && head.chars().all(|c| matches!(c, 'و' | 'ف' | 'ب' | 'ل' | 'ك'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use mizan_record::{Aspect, Identity, Kind};

    fn name(start: usize, end: usize) -> NameFound {
        let identity = Identity {
            key: "KAZ".into(),
            name: "Kazakhstan".into(),
            country: "KAZ".into(),
            sector: "GOV",
            kind: Kind::Polity,
            office: None,
        };
        NameFound { span: Span::new(start, end), aspect: Aspect::Name, identity, by_date: false, ambiguous: false }
    }

    #[test]
    fn only_particles_are_cut_and_only_before_a_known_name() {
        let text = "وكازاخستان";
        let whole = Span::new(0, text.len());
        assert_eq!(trim(text, Some(Language::Arabic), whole, &[name(2, text.len())]), Span::new(2, text.len()));
        assert_eq!(trim(text, Some(Language::Arabic), whole, &[]), whole);
        assert_eq!(trim(text, Some(Language::Russian), whole, &[name(2, text.len())]), whole);
        let longer = "رئيس كازاخستان";
        assert_eq!(trim(longer, Some(Language::Arabic), Span::new(0, longer.len()), &[name(9, longer.len())]), Span::new(0, longer.len()));
    }

    #[test]
    fn a_particle_before_the_head_of_a_party_is_cut() {
        for (text, kept) in [
            ("لنادي الاتحاد", "نادي الاتحاد"),
            ("لكيان كردي", "كيان كردي"),
            ("ورئيس الوزراء", "رئيس الوزراء"),
            ("وشركات", "شركات"),
            ("وشقيقه", "شقيقه"),
            ("ووزير الدفاع", "وزير الدفاع"),
            ("ولحكومة الوحدة", "حكومة الوحدة"),
            ("وزير الدفاع", "وزير الدفاع"),
            ("والداه", "والداه"),
            ("والداها", "والداها"),
            ("لجنة التحقيق", "لجنة التحقيق"),
            ("لواء الجيش", "لواء الجيش"),
            ("وكالة الأنباء", "وكالة الأنباء"),
            ("وفد الحكومة", "وفد الحكومة"),
        ] {
            let span = trim(text, Some(Language::Arabic), Span::new(0, text.len()), &[]);
            assert_eq!(&text[span.start..span.end], kept);
        }
        let text = "ورئيس";
        assert_eq!(trim(text, Some(Language::Russian), Span::new(0, text.len()), &[]), Span::new(0, text.len()));
    }

    #[test]
    fn a_particle_before_an_article_is_cut_from_long_words() {
        for (text, kept) in [
            ("والملياردير", "الملياردير"),
            ("والدول العظمى", "الدول العظمى"),
            ("فالإدارة الأميركية", "الإدارة الأميركية"),
            ("والدته", "والدته"),
            ("والتر شتاينماير", "والتر شتاينماير"),
            ("والد القتيل", "والد القتيل"),
            ("فالنتينا ماتفيينكو", "فالنتينا ماتفيينكو"),
            ("ومحللون سياسيون", "ومحللون سياسيون"),
        ] {
            let span = trim(text, Some(Language::Arabic), Span::new(0, text.len()), &[]);
            assert_eq!(&text[span.start..span.end], kept);
        }
        let text = "والنسيان";
        assert_eq!(trim(text, Some(Language::Arabic), Span::new(0, text.len()), &[name(0, text.len())]), Span::new(0, text.len()));
    }
}
