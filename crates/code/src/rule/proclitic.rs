//! Arabic particles written onto a word (و ف ب ل ك) stay outside a mention: where the knowledge base knows the word behind them, and و
//! before an article.
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
    known.or_else(article).map_or(span, |start| Span::new(start, span.end))
}

/// Folded words that begin with وال and are what they are, whatever follows.
const OWN: [&str; 26] = [
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
