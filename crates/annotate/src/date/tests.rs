//! Tables of sentences and the times in them, one file a language; all published on Wednesday 13 March 2024.

use std::fmt::Write;

use jiff::civil::date;
use mizan_record::date::Interval;
use proptest::prelude::*;

use super::*;

/// `sentence => quote | interval | granularity | rule; …`, or `=> nothing`.
fn row(sentence: &str, language: Language) -> String {
    let found = find(sentence, Some(language), Some(date(2024, 3, 13)));
    let mentions: Vec<String> = found
        .iter()
        .map(|mention| {
            let quote = &sentence[mention.span.start..mention.span.end];
            let (interval, granularity) = match mention.interval {
                Some(at) => (days(at), at.granularity.name()),
                None => ("-".to_owned(), "-"),
            };
            format!("{quote} | {interval} | {granularity} | {}", mention.rule)
        })
        .collect();
    format!("{sentence} => {}", if mentions.is_empty() { "nothing".to_owned() } else { mentions.join("; ") })
}

fn days(at: Interval) -> String {
    let side = |day: Option<Date>| day.map_or(String::new(), |day| day.to_string());
    if at.first == at.last { side(at.first) } else { format!("{}..{}", side(at.first), side(at.last)) }
}

fn check(table: &str, language: Language) {
    let lines: Vec<&str> = table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).collect();
    let mut wrong = String::new();
    for line in &lines {
        let sentence = line.split(" => ").next().unwrap_or(line);
        let found = row(sentence, language);
        if found != *line {
            let _ = write!(wrong, "\n- {line}\n+ {found}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(lines.len() >= 60, "{} cases", lines.len());
}

#[test]
fn arabic() {
    check(include_str!("tests/arabic.txt"), Language::Arabic);
}

#[test]
fn english() {
    check(include_str!("tests/english.txt"), Language::English);
}

#[test]
fn kazakh() {
    check(include_str!("tests/kazakh.txt"), Language::Kazakh);
}

#[test]
fn russian() {
    check(include_str!("tests/russian.txt"), Language::Russian);
}

#[test]
fn without_publication_only_what_stands_by_itself_is_resolved() {
    let found = find("He came on Tuesday, in March and in May 2022.", Some(Language::English), None);
    let intervals: Vec<bool> = found.iter().map(|mention| mention.interval.is_some()).collect();
    assert_eq!(intervals, [false, false, true]);
}

#[test]
fn the_script_names_the_language() {
    for text in ["в мае 2022 года", "في مايو 2022", "in May 2022", "2022 жылғы мамырда өтті, үкімет"] {
        assert_eq!(find(text, None, None).len(), 1, "{text}");
    }
}

/// The mention that belongs to an event where nothing but its own clause is looked at.
fn for_event(mentions: &[DateMention], trigger: Span, others: &[Span], text: &str, language: Option<Language>) -> Option<usize> {
    let cursor = Cursor::new(text, lexicon(language.unwrap_or_else(|| by_script(text))));
    let asides = participle::clauses(&cursor, mentions);
    attach::nearest(&cursor, mentions, trigger, others, &asides, |n| !noun::owns(&cursor, mentions[n].span))
}

/// The mention of an event, by words of the sentence.
fn belongs<'t>(text: &'t str, trigger: &str, others: &[&str], language: Language) -> Option<&'t str> {
    let span = |word: &str| text.find(word).map(|at| Span::new(at, at + word.len())).unwrap();
    let mentions = find(text, Some(language), Some(date(2024, 3, 13)));
    let others: Vec<Span> = others.iter().map(|word| span(word)).collect();
    let found = for_event(&mentions, span(trigger), &others, text, Some(language))?;
    Some(&text[mentions[found].span.start..mentions[found].span.end])
}

/// A sentence, the event's trigger, other triggers, the time that belongs to it.
type Case<'t> = (&'t str, &'t str, &'t [&'t str], Option<&'t str>, Language);

#[test]
fn an_event_gets_its_own_date() {
    use Language::{Arabic, English, Kazakh, Russian};
    let cases: &[Case] = &[
        ("Tokayev met Putin on Tuesday.", "met", &[], Some("on Tuesday"), English),
        ("On Tuesday, Tokayev met Putin.", "met", &[], Some("On Tuesday"), English),
        ("He signed the law on Monday and vetoed another on Tuesday.", "vetoed", &["signed"], Some("on Tuesday"), English),
        ("He signed the law on Monday and vetoed another on Tuesday.", "signed", &["vetoed"], Some("on Monday"), English),
        ("He condemned the treaty, which was signed in 2014.", "condemned", &["signed"], None, English),
        ("He condemned the treaty, which was signed in 2014.", "signed", &["condemned"], Some("in 2014"), English),
        ("The army, which invaded in 2014, withdrew on Friday.", "withdrew", &["invaded"], Some("on Friday"), English),
        ("Police held him for three weeks and freed him on Friday.", "freed", &["held"], Some("on Friday"), English),
        ("They talked for three hours on Friday.", "talked", &[], Some("on Friday"), English),
        ("Russia vetoed it: the text had passed in 2023.", "vetoed", &["passed"], None, English),
        ("He said that troops attacked on Sunday.", "said", &["attacked"], None, English),
        ("Войска, которые вошли в 2014 году, отступили в пятницу.", "отступили", &["вошли"], Some("в пятницу"), Russian),
        ("Он осудил договор, который подписали в 2014 году.", "осудил", &["подписали"], None, Russian),
        ("В среду президент подписал указ.", "подписал", &[], Some("В среду"), Russian),
        ("وقع الرئيس الاتفاق يوم الثلاثاء.", "وقع", &[], Some("يوم الثلاثاء"), Arabic),
        ("رفض الاتفاق الذي وقع عام 2014.", "رفض", &["وقع"], None, Arabic),
        ("Президент сәрсенбіде заңға қол қойды.", "қол қойды", &[], Some("сәрсенбіде"), Kazakh),
        ("He resigned.", "resigned", &[], None, English),
    ];
    for (text, trigger, others, expected, language) in cases {
        assert_eq!(belongs(text, trigger, others, *language), *expected, "{trigger} in: {text}");
    }
}

/// Words that mean something here, so that random text meets every rule.
const WORDS: &[&str] = &[
    "on",
    "the",
    "5",
    "May",
    "March",
    "2022",
    "1446",
    "هـ",
    "-",
    "/",
    ".",
    ",",
    "(",
    ")",
    "90s",
    "1990",
    "since",
    "last",
    "week",
    "three",
    "of",
    "end",
    "first",
    "quarter",
    "half",
    "Tuesday",
    "next",
    "31",
    "30",
    "february",
    "9999",
    "4294967295",
    "99999999999999999999",
    "years",
    "centuries",
    "ago",
    "hundred",
    "thousand",
    "в",
    "мае",
    "года",
    "с",
    "по",
    "13",
    "через",
    "назад",
    "прошлом",
    "году",
    "XIX",
    "века",
    "90-е",
    "лет",
    "в ночь на",
    "среду",
    "قبل",
    "يومين",
    "يناير",
    "كانون",
    "الثاني",
    "ربيع",
    "الأول",
    "رمضان",
    "27",
    "القرن",
    "التاسع",
    "عشر",
    "منذ",
    "عقود",
    "الماضي",
    "ولل",
    "لليوم",
    "و2022",
    "жылы",
    "жылдың",
    "соңына",
    "дейін",
    "мың",
    "тоғыз",
    "он",
    "екінші",
    "маусымында",
    "бұрын",
    "апта",
    "90-жылдары",
    "\u{200F}",
    "’",
    "2,000",
    "3.5",
    "independence",
    "independence",
    "тәуелсіздік",
    "бері",
    "now",
    "end of",
    "from",
    "to",
    "between",
    "and",
    "و",
    "٢٠٢٢",
    "۵",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_harm(text in "\\PC{0,60}", language in 0usize..5, year in 1i16..9999) {
        lawful(&text, language, year)?;
    }

    #[test]
    fn any_words_are_read_without_harm(
        words in prop::collection::vec((0..WORDS.len(), prop::bool::weighted(0.8)), 0..24),
        language in 0usize..5,
        year in 1i16..9999,
    ) {
        let text: String = words.iter().flat_map(|&(n, spaced)| [WORDS[n], if spaced { " " } else { "" }]).collect();
        lawful(&text, language, year)?;
    }
}

/// Spans stand on character boundaries, in order, without overlap; intervals do not run backwards.
fn lawful(text: &str, language: usize, year: i16) -> Result<(), TestCaseError> {
    let language = Language::ALL.get(language).copied();
    let found = find(text, language, Date::new(year, 3, 13).ok());
    let mut end = 0;
    for mention in &found {
        prop_assert!(mention.span.start >= end && mention.span.start < mention.span.end, "{text:?}");
        prop_assert!(text.get(mention.span.start..mention.span.end).is_some(), "{text:?}");
        prop_assert!(!mention.rule.is_empty());
        if let Some(at) = mention.interval {
            prop_assert!(at.first.is_some() || at.last.is_some());
            prop_assert!(at.first.zip(at.last).is_none_or(|(first, last)| first <= last), "{text:?} {at:?}");
        }
        end = mention.span.end;
    }
    if let Some(first) = found.first() {
        for_event(&found, first.span, &[], text, language);
    }
    Ok(())
}
