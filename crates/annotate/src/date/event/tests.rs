//! Sentences, their events and claims, and the time that belongs to one of them; all published on Wednesday 13 March 2024.

use Language::{Arabic, English, Kazakh, Russian};
use Modality::{Actual, Future, Hypothetical};
use jiff::civil::date;
use mizan_record::{ClaimKind, Class};

use super::*;
use crate::date::find;

fn place(text: &str, words: &str) -> Span {
    let at = text.find(words).unwrap();
    Span::new(at, at + words.len())
}

/// The time of the last of these events, given the claims by cue and content.
fn dated<'t>(text: &'t str, language: Language, events: &[(&str, Modality)], claims: &[(&str, &str)]) -> Option<&'t str> {
    let published = Some(date(2024, 3, 13));
    let mut dates = find(text, Some(language), published);
    let event = |(words, modality): &(&str, Modality)| EventFound {
        span: place(text, words),
        class: Class::Consult,
        modality: *modality,
        sources: Vec::new(),
        targets: Vec::new(),
        date: None,
        class_confidence: 1.0,
        confidence: 1.0,
    };
    let events: Vec<EventFound> = events.iter().map(event).collect();
    let claim = |(cue, content): &(&str, &str)| ClaimFound {
        cue: place(text, cue),
        content: place(text, content),
        speaker: None,
        kind: ClaimKind::Statement,
        confidence: 1.0,
    };
    let claims: Vec<ClaimFound> = claims.iter().map(claim).collect();
    let triggers: Vec<Span> = events.iter().map(|e| e.span).collect();
    settle(text, (Some(language), published), &mut dates, &triggers);
    let scene = Scene::new(text, (Some(language), published), &dates, &events, &claims);
    let found = scene.date_of(events.last()?)?;
    dates[found].interval.map(|_| &text[dates[found].span.start..dates[found].span.end])
}

#[test]
fn what_did_not_happen_takes_no_date_from_beyond_a_verb_or_a_speaker() {
    let stop = "они перестанут стрелять";
    assert_eq!(dated("23 февраля он сказал, что они перестанут стрелять.", Russian, &[("перестанут", Future)], &[("сказал", stop)]), None);
    let text = "On Tuesday Mr Kerry said Congress could reject the deal.";
    assert_eq!(dated(text, English, &[("reject", Hypothetical)], &[("said", "Congress could reject the deal")]), None);
    let text = "وفي 5 فبراير اتهم الجيش بأنه قد يلغم الميناء.";
    assert_eq!(dated(text, Arabic, &[("اتهم", Actual), ("يلغم", Hypothetical)], &[]), None);
    let text = "5 ақпанда министр айтты, олар келіссөзді тоқтатады.";
    assert_eq!(dated(text, Kazakh, &[("тоқтатады", Future)], &[("айтты", "олар келіссөзді тоқтатады")]), None);
}

#[test]
fn what_did_not_happen_keeps_its_own_date() {
    assert_eq!(
        dated("He said they will meet on Friday.", English, &[("meet", Future)], &[("said", "they will meet on Friday")]),
        Some("on Friday")
    );
    let text = "On Friday the leaders will meet in Astana and visit a school.";
    assert_eq!(dated(text, English, &[("meet", Future), ("visit", Future)], &[]), Some("On Friday"));
    let text = "In May 2025, the minister said, they will leave.";
    assert_eq!(dated(text, English, &[("leave", Future)], &[("said", "they will leave")]), Some("In May 2025"));
    assert_eq!(dated("В пятницу они встретятся.", Russian, &[("встретятся", Future)], &[]), Some("В пятницу"));
}

#[test]
fn coordinated_verbs_share_the_time_of_what_happened() {
    let text = "5 марта Турция отозвала посла и закрыла границу.";
    assert_eq!(dated(text, Russian, &[("отозвала", Actual), ("закрыла", Actual)], &[]), Some("5 марта"));
    let text = "On Sunday rebels attacked the town, the army said.";
    assert_eq!(dated(text, English, &[("attacked", Actual)], &[("said", "rebels attacked the town")]), Some("On Sunday"));
}

#[test]
fn now_is_not_fetched_from_another_clause() {
    let text = "يدرس المجلس حالياً القرار الذي صدر بعدما قصف الجيش المدينة.";
    assert_eq!(dated(text, Arabic, &[("يدرس", Actual), ("قصف", Actual)], &[]), None);
    assert_eq!(dated("يدرس المجلس حالياً القرار.", Arabic, &[("يدرس", Actual)], &[]), Some("حالياً"));
}

#[test]
fn up_to_now_is_no_day_and_lets_no_other_in() {
    assert_eq!(dated("So far nobody has resigned.", English, &[("resigned", Actual)], &[]), None);
    assert_eq!(dated("Он до сих пор воюет.", Russian, &[("воюет", Actual)], &[]), None);
    assert_eq!(dated("لم ينسحب حتى الآن أحد.", Arabic, &[("ينسحب", Actual)], &[]), None);
    assert_eq!(dated("Олар осы күнге дейін соғысып жатыр.", Kazakh, &[("соғысып", Actual)], &[]), None);
    assert_eq!(dated("Олар әлі күнге дейін соғысып жатыр.", Kazakh, &[("соғысып", Actual)], &[]), None);
}

#[test]
fn a_time_told_by_another_rules_over_the_date_it_is_told_by() {
    let text = "Three months after Russia invaded in February 2022, Finland applied to join.";
    assert_eq!(dated(text, English, &[("invaded", Actual)], &[]), Some("in February 2022"));
    assert_eq!(dated(text, English, &[("invaded", Actual), ("applied", Actual)], &[]), None);
    let text = "5 марта её арестовали, а через несколько дней она вернулась.";
    assert_eq!(dated(text, Russian, &[("арестовали", Actual), ("вернулась", Actual)], &[]), None);
    assert_eq!(dated(text, Russian, &[("вернулась", Actual), ("арестовали", Actual)], &[]), Some("5 марта"));
    let text = "5 марта город обстреляли, в последующие дни захватили порт.";
    assert_eq!(dated(text, Russian, &[("обстреляли", Actual), ("захватили", Actual)], &[]), None);
    let text = "بعد ثلاثة أشهر من الانقلاب في 5 مايو 2023 انسحب الجيش.";
    assert_eq!(dated(text, Arabic, &[("انسحب", Actual)], &[]), None);
}

#[test]
fn a_date_beside_such_a_time_stays() {
    let text = "On Tuesday, two months after the coup, the army withdrew.";
    assert_eq!(dated(text, English, &[("withdrew", Actual)], &[]), Some("On Tuesday"));
    let text = "Two months after the coup, the army withdrew on Tuesday.";
    assert_eq!(dated(text, English, &[("withdrew", Actual)], &[]), Some("on Tuesday"));
    let text = "Во вторник, через год после переворота, армия отступила.";
    assert_eq!(dated(text, Russian, &[("отступила", Actual)], &[]), Some("Во вторник"));
}

#[test]
fn the_time_of_a_noun_is_never_an_event_s() {
    let text = "China claims the sea on maps dating back to the 1940s.";
    assert_eq!(dated(text, English, &[("claims", Actual)], &[]), None);
    let text = "تطالب الصين بالبحر وفق خرائط تعود إلى الأربعينات.";
    assert_eq!(dated(text, Arabic, &[("تطالب", Actual)], &[]), None);
    let text = "Суд отменил заключение от 2 апреля 2023 года.";
    assert_eq!(dated(text, Russian, &[("отменил", Actual)], &[]), None);
    let text = "Он требует карту, датируемую 1940 годом.";
    assert_eq!(dated(text, Russian, &[("требует", Actual)], &[]), None);
    let text = "ألغت المحكمة القرار المؤرخ في 2 أبريل 2023.";
    assert_eq!(dated(text, Arabic, &[("ألغت", Actual)], &[]), None);
    let text = "She cited a letter dated 2 April 2023.";
    assert_eq!(dated(text, English, &[("cited", Actual)], &[]), None);
    assert_eq!(dated("Войска отступили от города 2 апреля 2023 года.", Russian, &[("отступили", Actual)], &[]), Some("2 апреля 2023 года"));
    assert_eq!(dated("سيعود إلى بلاده في 2 أبريل 2023.", Arabic, &[("سيعود", Actual)], &[]), Some("في 2 أبريل 2023"));
}

#[test]
fn a_participle_clause_has_a_time_of_its_own() {
    let text = "В среду полиция задержала мужчину, ударившего супругу.";
    assert_eq!(dated(text, Russian, &[("задержала", Actual), ("ударившего", Actual)], &[]), None);
    assert_eq!(dated(text, Russian, &[("ударившего", Actual), ("задержала", Actual)], &[]), Some("В среду"));
    let text = "Полиция задержала мужчину, ударившего супругу в среду.";
    assert_eq!(dated(text, Russian, &[("задержала", Actual), ("ударившего", Actual)], &[]), Some("в среду"));
    assert_eq!(dated(text, Russian, &[("задержала", Actual)], &[]), None);
    let text = "В среду министр, прибывший в Астану, подписал договор.";
    assert_eq!(dated(text, Russian, &[("подписал", Actual)], &[]), Some("В среду"));
    let text = "В среду президент, бывший министр, подписал договор.";
    assert_eq!(dated(text, Russian, &[("подписал", Actual)], &[]), Some("В среду"));
}

#[test]
fn a_date_behind_since_is_that_of_the_noun_when_it_is_an_event() {
    let text = "لا تزال العلاقات مقطوعة منذ إبعاد السفير في يوليو/تموز 2023.";
    assert_eq!(dated(text, Arabic, &[("مقطوعة", Actual), ("إبعاد", Actual)], &[]), Some("في يوليو/تموز 2023"));
    assert_eq!(dated(text, Arabic, &[("إبعاد", Actual), ("مقطوعة", Actual)], &[]), None);
    let mut dates = find(text, Some(Arabic), Some(date(2024, 3, 13)));
    assert_eq!(dates[0].rule, "since");
    settle(text, (Some(Arabic), None), &mut dates, &[place(text, "إبعاد")]);
    assert_eq!((dates[0].interval.unwrap().last, dates[0].rule), (Some(date(2023, 7, 31)), "dual-month"));
    let text = "Since the start of the campaign on 16 February, Trump has attacked migrants.";
    assert_eq!(dated(text, English, &[("attacked", Actual)], &[]), Some("on 16 February"));
}

#[test]
fn brackets_do_not_part_a_verb_from_its_date() {
    let text = "وتوصلت طهران والدول الكبرى (بريطانيا، والصين، وفرنسا، وألمانيا، وروسيا، والولايات المتحدة) إلى الاتفاق في فيينا الثلاثاء الماضي، بهدف ضمان عدم امتلاك إيران أسلحة نووية مقابل رفع العقوبات.";
    assert_eq!(dated(text, Arabic, &[("رفع", Actual), ("توصلت", Actual)], &[]), Some("الثلاثاء الماضي"));
}

#[test]
fn a_date_at_the_head_goes_for_the_clause_behind_it_too() {
    let text = "وكانت كازاخستان قد شهدت في يناير/كانون الثاني 2022 احتجاجات واسعة، وطلب الرئيس المساعدة.";
    let date = Some("في يناير/كانون الثاني 2022");
    assert_eq!(dated(text, Arabic, &[("طلب", Actual), ("احتجاجات", Actual)], &[]), date);
    assert_eq!(dated(text, Arabic, &[("احتجاجات", Actual), ("طلب", Actual)], &[]), date);
}

#[test]
fn a_year_that_only_names_a_thing_dates_no_deed() {
    for (text, language, trigger) in [
        ("Israel rejects a withdrawal to the 1967 borders.", English, "rejects"),
        ("Iran condemned the 2015 nuclear deal.", English, "condemned"),
        ("Trump won the 2016 election and imposed sanctions.", English, "imposed"),
        ("The 1951 Refugee Convention obligates Turkey.", English, "obligates"),
        ("Россия отвергла соглашение 2024 года.", Russian, "отвергла"),
        ("Россия отказывается менять договор 1972 года.", Russian, "отказывается"),
        ("Израиль отказался отойти к границам 1967 года.", Russian, "отказался"),
        ("2015 жылғы келісімді бұзғаны үшін айыптады.", Kazakh, "айыптады"),
        ("وانتقد ترامب الاتفاق النووي لعام 2015.", Arabic, "انتقد"),
        ("رفضت إسرائيل الانسحاب إلى حدود عام 1967.", Arabic, "رفضت"),
        ("روسيا ترفض تعديل معاهدة 1972.", Arabic, "ترفض"),
    ] {
        assert_eq!(dated(text, language, &[(trigger, Actual)], &[]), None, "{text}");
    }
}

#[test]
fn a_year_of_what_makes_a_thing_or_befell_in_it_stays() {
    for (text, language, trigger, year) in [
        ("Iran signed the 2015 deal.", English, "signed", "2015"),
        ("The 2015 deal between Iran and the powers.", English, "deal", "2015"),
        ("During the 1967 war Israel seized the Golan.", English, "seized", "1967"),
        ("Clinton lost the 2016 election.", English, "lost", "2016"),
        ("Ahead of the 2012 election he raised taxes.", English, "raised", "2012"),
        ("The 1968 Democratic convention rejected peace.", English, "rejected", "1968"),
        ("Under the 1994 Budapest memorandum Ukraine gave up its arms.", English, "gave up", "1994"),
        ("1953 жылы Корея соғысынан кейін солтүстіктен қашты.", Kazakh, "қашты", "1953 жылы"),
        ("2008 жылғы соғыстан соң Ресей тәуелсіздігін таныды.", Kazakh, "таныды", "2008 жылғы"),
        ("In 2015 deals were signed and Iran protested.", English, "protested", "In 2015"),
        ("В 2018 году США отвергли соглашение.", Russian, "отвергли", "В 2018 году"),
        ("США отвергли соглашение в 2018 году.", Russian, "отвергли", "в 2018 году"),
        ("На президентских выборах 2016 года Россия вмешалась.", Russian, "вмешалась", "2016 года"),
        ("На выборах 2016 года Россия атаковала сети.", Russian, "атаковала", "2016 года"),
        ("Меморандум 1994 года подписан Россией.", Russian, "подписан", "1994 года"),
        ("2015 жылғы келісімге қол қойды.", Kazakh, "қол қойды", "2015 жылғы"),
        ("ألغى ترامب الاتفاق عام 2018.", Arabic, "ألغى", "عام 2018"),
        ("ألغى ترامب الاتفاق النووي عام 2018.", Arabic, "ألغى", "عام 2018"),
        ("في حرب عام 1967 احتلت إسرائيل الجولان.", Arabic, "احتلت", "عام 1967"),
        ("وقعت إيران اتفاق عام 2015.", Arabic, "وقعت", "عام 2015"),
    ] {
        assert_eq!(dated(text, language, &[(trigger, Actual)], &[]), Some(year), "{text}");
    }
}

#[test]
fn passive_participles_have_a_time_of_their_own() {
    let text = "Министры подписали план по дорогам, закрытым с весны 2021 года, и уехали.";
    assert_eq!(dated(text, Russian, &[("подписали", Actual)], &[]), None);
    let text = "Страны признали границы, проведённые в 2021 году.";
    assert_eq!(dated(text, Russian, &[("признали", Actual)], &[]), None);
    let text = "Они обсудили вопрос, занятие прошло во вторник.";
    assert_eq!(dated(text, Russian, &[("прошло", Actual)], &[]), Some("во вторник"));
}
