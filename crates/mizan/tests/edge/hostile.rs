//! Texts that try to disturb the terminal, and laws that hold for every brief.

use mizan::brief::{Look, render};
use mizan_record::Report;
use mizan_text::{Language, Span, Text};
use proptest::prelude::*;
use unicode_width::UnicodeWidthChar;

use crate::sample;

const WIDTHS: [usize; 3] = [40, 80, 200];

/// The story with every printed text replaced.
fn poisoned(language: Language, poison: &str) -> Report {
    let mut report = sample::story(language);
    let document = &mut report.document;
    (document.source, document.outlet, document.title) = (poison.into(), Some(poison.into()), Some(poison.into()));
    document.doubts[0].detail = poison.into();
    for claim in &mut report.claims {
        claim.content.quote = poison.into();
    }
    for position in &mut report.positions {
        position.issue = poison.into();
    }
    for actor in &mut report.actors {
        actor.identity.name = poison.into();
        actor.identity.country = poison.into();
        actor.identity.office = Some(poison.into());
    }
    for mention in &mut report.mentions {
        mention.evidence.quote = poison.into();
        mention.origin.by = poison.into();
    }
    let section = poison.to_owned();
    document.text = Text::new(section.repeat(document.sections.len()));
    for (at, place) in document.sections.iter_mut().enumerate() {
        place.span = Span::new(at * section.len(), (at + 1) * section.len());
    }
    report
}

/// What must hold of every brief.
fn check(report: &Report, look: &Look) {
    let brief = render(report, look);
    assert_eq!(brief, render(report, look));
    assert!(brief.ends_with('\n'));
    for line in brief.lines() {
        let mut open = false;
        let (mut width, mut before) = (0, ' ');
        for (at, c) in line.chars().enumerate() {
            match c {
                '\u{2068}' => assert!(!std::mem::replace(&mut open, true), "isolate in isolate: {line:?}"),
                '\u{2069}' => assert!(std::mem::replace(&mut open, false), "nothing to close: {line:?}"),
                '\u{200F}' | '\u{200E}' => assert!(at == 0 || before == '\u{2068}', "stray mark: {line:?}"),
                _ => assert!(
                    !c.is_control()
                        && !matches!(c, '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2028}' | '\u{2029}' | '\u{2066}' | '\u{2067}'),
                    "{line:?}"
                ),
            }
            width += c.width().unwrap_or(0);
            before = c;
        }
        assert!(!open, "isolate left open: {line:?}");
        assert!(width <= look.width.max(20), "{width} columns: {line:?}");
        assert_eq!(line.starts_with('\u{200F}'), look.language.is_right_to_left() && !line.is_empty(), "{line:?}");
    }
}

/// The numbers in the citations that close lines.
fn cited(brief: &str) -> Vec<usize> {
    let bare = brief.replace(['\u{2068}', '\u{2069}', '\u{200F}', '\u{200E}'], "");
    let closing = bare.lines().filter_map(|line| line.strip_suffix(']')?.rsplit_once('[')).map(|(_, numbers)| numbers.to_owned());
    closing.flat_map(|numbers| numbers.split(", ").filter_map(|n| n.parse().ok()).collect::<Vec<usize>>()).collect()
}

#[test]
fn hostile_texts_come_out_harmless() {
    let poisons = [
        "a\u{202E}evil\u{202C} \u{2067}b\u{2069}\u{200F}\u{061C}",
        "\u{1b}[31mred\u{1b}[0m \u{1b}]0;title\u{7} \u{9b}2J",
        "line\r\nbreak\tand\u{2028}more\u{2029}\u{85}\u{b}\u{c}\0",
        "\u{2069}\u{2069}\u{2068} قال",
        "قال NATO \u{202E}قال",
        "漢字がたくさん並んでいる文章です",
        "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
        "\u{feff}\u{200b}\u{ad}",
        "",
    ];
    for poison in poisons {
        for width in WIDTHS {
            for language in Language::ALL {
                check(&poisoned(language, poison), &Look { language, width, colour: false, quotes: true });
            }
        }
    }
}

#[test]
fn sentences_of_ten_thousand_characters_are_wrapped_or_shortened() {
    for (poison, language, width) in [("слово و word ".repeat(800), Language::English, 40), ("ш".repeat(10_000), Language::Arabic, 200)]
    {
        check(&poisoned(language, &poison), &Look { language, width, colour: false, quotes: true });
    }
}

#[test]
fn every_width_is_kept_in_every_language() {
    for labels in Language::ALL {
        for text in Language::ALL {
            for width in [0, 40, 80, 200] {
                check(&sample::story(text), &Look { language: labels, width, colour: false, quotes: true });
            }
        }
    }
}

#[test]
fn every_entry_closes_with_a_citation() {
    let look = Look { language: Language::English, width: 1000, colour: false, quotes: false };
    let brief = render(&sample::story(Language::English), &look);
    let sections: Vec<&str> = brief.split("\n\n").collect();
    for section in &sections[1..sections.len() - 1] {
        for line in section.lines().skip(1) {
            let group = line.starts_with("  ") && !line.starts_with("    ") && section.starts_with("Timeline");
            assert!(group || line.ends_with(']'), "{line}");
        }
    }
}

#[test]
fn numbers_that_point_nowhere_are_not_printed() {
    let mut report = sample::story(Language::English);
    report.mentions[0].evidence.sentence = 99;
    report.mentions[1].actor = 50;
    report.events[0].sources = vec![400];
    report.events[1].claims = vec![70];
    report.claims[0].speaker = Some(300);
    report.positions[0].holder = 44;
    report.positions[1].events = vec![90];
    report.positions[0].sentences = vec![0, 77];
    report.actors[2].mentions.push(1000);
    let look = Look { language: Language::English, width: 80, colour: false, quotes: true };
    check(&report, &look);
    assert!(cited(&render(&report, &look)).iter().all(|n| (1..=6).contains(n)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_out_harmless(poison in "(\\PC|[\u{0}-\u{20}\u{7f}-\u{9f}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}قالب]){0,80}", width in 0usize..120, language in 0usize..4) {
        let language = Language::ALL[language];
        let report = poisoned(language, &poison);
        let look = Look { language, width, colour: false, quotes: true };
        check(&report, &look);
    }

    #[test]
    fn every_citation_has_its_sentence(sentences in proptest::collection::vec(0usize..12, 13), width in 40usize..200) {
        let mut report = sample::story(Language::Kazakh);
        for (mention, sentence) in report.mentions.iter_mut().zip(&sentences) {
            mention.evidence.sentence = *sentence;
        }
        report.positions[0].sentences = sentences;
        let look = Look { language: Language::Kazakh, width, colour: false, quotes: true };
        let brief = render(&report, &look);
        let (lines, evidence) = brief.split_once("Дәйек келтірілген сөйлемдер").expect("sentences are cited");
        for number in cited(lines) {
            prop_assert!((1..=report.document.sections.len()).contains(&number));
            prop_assert!(evidence.contains(&format!("[{number}] ")), "{number}");
        }
    }
}
