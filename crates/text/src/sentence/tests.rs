//! What a sentence is, in four languages.

use proptest::prelude::*;

use super::*;
use crate::blocks;

/// Sentences are written with `|` between them.
fn check(language: Language, marked: &str) {
    let text = marked.replace('|', " ");
    let expect: Vec<&str> = marked.split('|').collect();
    for language in [Some(language), None] {
        let found: Vec<&str> = sentences(&text, language).iter().map(|s| &text[s.span.start..s.span.end]).collect();
        assert_eq!(found, expect, "{language:?}");
    }
}

#[test]
fn english() {
    for marked in [
        "Mr. Smith met Gen. Powell at 5.30 p.m. on Monday.|They talked.",
        "The U.S. Senate voted.|The troops left the U.S.|The next day was quiet.",
        "J. D. Vance and J.D. Vance are one.|So is George W. Bush.",
        "It cost $3.5 billion, up 2.1 percent.|Inflation fell.",
        "“We will win!” he said.|“Really?”|Nobody answered.",
        "\"We will win!\" Trump said on Tuesday.|Others did not.",
        "\"It is over.\"|The minister left.",
        "He said: \"It is over.|We go home.\"",
        "Apple Inc. and Gazprom PJSC signed on Jan. 5, 2022.|In Feb. 2022 it ended.",
        "Visit example.com or www.gov.kz. for more.",
        "Yes...|No… maybe.|Then?!|Done.",
        "It ended in 2022.|Russia left.|See No. 5 and Art. 6 of the U.N. Charter.",
        "1. The first point stands.|2. The second falls.",
        "The war ended.[1][2]|Peace came (at last).|(It held.)",
        "Kazakhstan et al. v. Smith was heard.|He agreed.",
        "Yahoo! is a company. eBay too.",
    ] {
        check(Language::English, marked);
    }
}

#[test]
fn russian() {
    for marked in [
        "В 2022 г. Россия и Казахстан подписали договор.|Это было важно.",
        "Президент К. К. Токаев и В.В. Путин встретились в г. Астане.|Они говорили о газе.",
        "Объём вырос до 5 млрд. долл. США, т.е. на 3,5 %.|В январе он упал.",
        "«Мы победим!» — заявил он.|Все молчали.",
        "«Мы победим!» – Песков повторил это.",
        "— Да, — сказал он.|— Мы идём.",
        "Он жил на ул. Ленина, д. 5, кв. 3.|Потом уехал.",
        "Цены, тарифы и т. д. растут.|Правительство молчит…|Почему?",
        "По данным им. Сатпаева и др. Учёных не слушали.",
        "Это случилось 12 янв. 2022 года.|Войска вошли.",
    ] {
        check(Language::Russian, marked);
    }
}

#[test]
fn kazakh() {
    for marked in [
        "2022 ж. Қазақстанда тәртіпсіздік болды.|Ол тез аяқталды.",
        "«Біз бейбітшілікті қалаймыз», – деді Қ. Тоқаев.|Ресей үндемеді.",
        "«Жоқ!» – деді Қасым-Жомарт Тоқаев.|Бұл шешім соңғы.",
        "– Біз келеміз, – деді ол.|– Қашан?|– Ертең.",
        "Көлемі 5 млрд. теңге, т.б. шығындар бар.|Олар өсті.",
        "АҚШ-тың ұсынысы қабылданды ма?|Әлі белгісіз…|Күтеміз.",
    ] {
        check(Language::Kazakh, marked);
    }
}

#[test]
fn arabic() {
    for marked in [
        "قال الرئيس توكاييف إن بلاده لن تعترف بذلك؛ وأضاف أنها محايدة.|وردت موسكو.",
        "هل تنسحب روسيا؟|لا أحد يعرف!|لكن الحرب مستمرة.",
        "وصل د. محمد البرادعي وأ. خالد إلى فيينا.|وغادر بعدها.",
        "\"هل تأتي؟\"، قال الوزير.|\"متى تأتي؟\" سأل الصحفي.|وسكت.",
        "بلغت النسبة 3.5 في المئة عام 2022م.|وارتفعت لاحقا.",
        "بوتين.. رجل الكرملين.|انتهى...|وبدأ من جديد.",
        "قال إنه \"لن يعود\".|ثم عاد.",
        "وقعت الحرب سنة 330 ق.م. بين الدولتين.|وانتهت.",
    ] {
        check(Language::Arabic, marked);
    }
}

#[test]
fn a_missing_space_does_not_hide_a_stop() {
    for (text, count) in [("Войска вошли.Потом вышли.", 2), ("وصل الوزير.وغادر الوفد.", 2), ("See gazeta.ru and U.S.A.today.", 1)]
    {
        assert_eq!(sentences(text, None).len(), count, "{text}");
    }
}

#[test]
fn hostile_text_takes_linear_time() {
    let size = 400_000;
    for piece in ["a", " ", ".", ". ", "\n", "! ", "(", "\"", "\u{200F}", "a.b", "A. ", "«", "- . ", "\0", "؟\" ", "[1]", "\r", "[1 . "] {
        for text in [piece.repeat(size / piece.len()), format!("{}{}", " ".repeat(size / 2), piece.repeat(size / 2 / piece.len()))] {
            let started = std::time::Instant::now();
            sentences(&text, None);
            blocks(&text);
            crate::words(&text);
            assert!(started.elapsed().as_secs() < 5, "{piece:?} took {:?}", started.elapsed());
        }
    }
}

proptest! {
    #[test]
    fn pieces_and_gaps_make_the_text(text in "([\\PC\u{0}-\u{20}]|[.!?؟…»\"') \nАаAa1ولج-]){0,80}") {
        for language in [None, Some(Language::Arabic), Some(Language::English), Some(Language::Kazakh), Some(Language::Russian)] {
            let spans = sentences(&text, language).into_iter().map(|sentence| sentence.span);
            covers(&text, spans)?;
        }
        covers(&text, blocks(&text).into_iter().map(|block| block.span))?;
    }
}

fn covers(text: &str, spans: impl Iterator<Item = Span>) -> Result<(), TestCaseError> {
    let mut end = 0;
    for span in spans {
        prop_assert!(text[end..span.start].trim().is_empty());
        prop_assert!(!text[span.start..span.end].trim().is_empty());
        end = span.end;
    }
    prop_assert!(text[end..].trim().is_empty());
    Ok(())
}
