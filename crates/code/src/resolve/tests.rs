use mizan_record::{Evidence, Origin, Tone};
use mizan_text::{Language, Span, Text};

use super::*;

/// A mention as the encoder gives it: words, kind, sector, country and how sure of that.
type Said<'t> = (&'t str, Kind, &'t str, &'t str, f32);
/// A name of the knowledge base: words, aspect, key, name, country, office.
type Known<'t> = (&'t str, Aspect, &'t str, &'t str, &'t str, &'t str);

/// Sentences with their mentions and names, as a report. What comes out: actor's key, name, country and the mention's resolution.
fn resolve(language: Language, sentences: &[(&str, &[Said<'_>], &[Known<'_>])]) -> Vec<(String, String, String, Resolution)> {
    let text: Vec<&str> = sentences.iter().map(|s| s.0).collect();
    let document = Document { language: Some(language), sections: Vec::new(), ..crate::sample::document(&text.join("\n")) };
    let mut start = 0;
    let mut annotations = Vec::new();
    for (sentence, said, known) in sentences {
        let place = |words: &str| {
            let at = start + sentence.find(words).expect(words);
            Span::new(at, at + words.len())
        };
        let actors = said.iter().map(|s| found(place(s.0), s)).collect();
        let names = known.iter().map(|k| name(place(k.0), k)).collect();
        annotations.push(Annotation { actors, names, ..Annotation::default() });
        start += sentence.len() + 1;
    }
    let mut resolver = Resolver::new(&document, &annotations);
    let resolved: Vec<Resolved> = annotations.iter().flat_map(|a| resolver.sentence(&document, &a.actors, &a.names)).collect();
    let mut mentions: Vec<Mention> = resolved.into_iter().map(mention).collect();
    let actors = resolver.into_actors(&mut mentions);
    let row = |m: &Mention| {
        let identity = &actors[m.actor].identity;
        (identity.key.clone(), identity.name.clone(), m.country.clone(), m.resolution)
    };
    mentions.iter().map(row).collect()
}

fn found(span: Span, (_, kind, sector, country, sure): &Said<'_>) -> ActorFound {
    ActorFound {
        span,
        kind: *kind,
        country: (*country).to_owned(),
        country_confidence: *sure,
        sector: Sector::from_code(sector),
        tone: Tone::Neutral,
        tone_confidence: 1.0,
        confidence: 1.0,
    }
}

fn name(span: Span, (_, aspect, key, name, country, office): &Known<'_>) -> NameFound {
    let office = (!office.is_empty()).then(|| (*office).to_owned());
    let (key, name, country) = ((*key).to_owned(), (*name).to_owned(), (*country).to_owned());
    let identity = Identity { key, name, country, sector: "GOV", kind: aspect.kind(), office };
    NameFound { span, aspect: *aspect, identity, by_date: false, ambiguous: false }
}

fn mention(who: Resolved) -> Mention {
    let text = Text::new("");
    let span = Span::new(0, 0);
    let evidence = Evidence { span, chars: text.chars(span), quote: String::new(), sentence: 1 };
    Mention {
        evidence,
        kind: who.kind,
        country: who.country,
        sector: who.sector,
        tone: Tone::Neutral,
        tone_confidence: 1.0,
        actor: who.actor,
        resolution: who.resolution,
        origin: Origin { by: String::new(), confidence: 1.0, rules: Vec::new() },
    }
}

fn keys(language: Language, sentences: &[(&str, &[Said<'_>], &[Known<'_>])]) -> Vec<String> {
    resolve(language, sentences).into_iter().map(|r| r.0).collect()
}

/// The key of one mention that is all of a sentence.
fn key(language: Language, words: &str, kind: Kind, known: &[Known<'_>]) -> String {
    keys(language, &[(words, &[(words, kind, "", "", 0.0)], known)]).remove(0)
}

const EMPTY: (&str, &[Said<'static>], &[Known<'static>]) = (".", &[], &[]);
const OBAMA: Known<'static> = ("أوباما", Aspect::Official, "USA/obama", "باراك أوباما", "USA", "head-of-state");
const EU: Known<'static> = ("European Union", Aspect::Name, "EUR", "European Union", "EUR", "");

#[test]
fn a_name_that_is_all_of_a_mention_is_its_actor_whatever_the_encoder_took_it_for() {
    for kind in [Kind::Polity, Kind::Organisation, Kind::Group] {
        assert_eq!(key(Language::English, "the European Union", kind, &[EU]), "EUR");
        let asean = ("آسيان", Aspect::Organisation, "asean", "آسيان", "IGO", "");
        assert_eq!(key(Language::Arabic, "آسيان", kind, &[asean]), "asean");
    }
    assert_eq!(key(Language::English, "the European Union's peacekeepers", Kind::Group, &[EU]), "EUR/european union peacekeepers");
    let republicans = ("الجمهوريين", Aspect::Group, "republican-party", "الحزب الجمهوري", "USA", "");
    assert_eq!(key(Language::Arabic, "بعض الجمهوريين", Kind::Group, &[republicans]), "USA/بعض الجمهوريين");
    assert_eq!(key(Language::Arabic, "الجمهوريين", Kind::Group, &[republicans]), "republican-party");
}

#[test]
fn an_official_is_meant_only_by_his_own_name() {
    let (arabic, russian, english) = (Language::Arabic, Language::Russian, Language::English);
    let trump = ("ترامب", Aspect::Official, "USA/trump", "دونالد ترامب", "USA", "");
    let salman = ("محمد بن سلمان", Aspect::Official, "SAU/salman", "محمد بن سلمان", "SAU", "");
    let morsi = ("محمد مرسي", Aspect::Official, "EGY/morsi", "محمد مرسي", "EGY", "");
    let kerry = ("Kerry", Aspect::Official, "USA/kerry", "John Kerry", "USA", "");
    let tokayev = ("Токаева", Aspect::Official, "KAZ/tokayev", "Касым-Жомарт Токаев", "KAZ", "");
    let zakharova = ("Захарова", Aspect::Official, "RUS/zakharova", "Мария Захарова", "RUS", "");
    let american = ("الأميركي", Aspect::Adjective, "USA", "الولايات المتحدة", "USA", "");
    for (language, words, kind, known, expected) in [
        (arabic, "ترامب نجم كرة السلة السابق دنيس رودمان", Kind::Person, &[trump][..], "text/ترامب نجم كره السله السابق دنيس رودمان"),
        (arabic, "محمد بن سلمان بن عبد العزيز آل سعود", Kind::Person, &[salman], "SAU/salman"),
        (arabic, "محمد مرسي عيسى العياط", Kind::Person, &[morsi], "EGY/morsi"),
        (arabic, "المتحدثة باسم ترامب جين ساكي", Kind::Person, &[trump], "text/المتحدثه باسم ترامب جين ساكي"),
        (arabic, "ترامب المرشح الجمهوري للرئاسة", Kind::Person, &[trump], "USA/trump"),
        (arabic, "أوباما الرئيس الأميركي", Kind::Person, &[OBAMA, american], "USA/obama"),
        (arabic, "الرئيس الأميركي أوباما", Kind::Person, &[OBAMA, american], "USA/obama"),
        (arabic, "إدارة أوباما", Kind::Organisation, &[OBAMA], "USA/اداره اوباما"),
        (arabic, "إدارة الرئيس الأميركي أوباما", Kind::Person, &[OBAMA, american], "USA/اداره الرييس الاميركي اوباما"),
        (arabic, "الفريق أوباما", Kind::Person, &[OBAMA], "USA/obama"),
        (english, "Kerry spokeswoman Jane Psaki", Kind::Person, &[kerry], "text/kerry spokeswoman jane psaki"),
        (english, "Kerry campaign", Kind::Organisation, &[kerry], "USA/kerry campaign"),
        (english, "Secretary of State Kerry", Kind::Person, &[kerry], "USA/kerry"),
        (english, "Kerry, the American Secretary of State", Kind::Person, &[kerry], "USA/kerry"),
        (english, "Kerry's spokesman", Kind::Role, &[kerry], "text/kerry spokesman"),
        (russian, "Администрация Токаева", Kind::Organisation, &[tokayev], "KAZ/администрация токаева"),
        (russian, "командующий Захарова", Kind::Person, &[zakharova], "RUS/zakharova"),
        (russian, "мать Токаева", Kind::Person, &[tokayev], "text/мать токаева"),
        (russian, "помощник Токаева", Kind::Person, &[tokayev], "text/помощник токаева"),
        (russian, "помощник Захарова", Kind::Person, &[zakharova], "RUS/zakharova"),
        (russian, "президента Токаева", Kind::Person, &[tokayev], "KAZ/tokayev"),
    ] {
        assert_eq!(key(language, words, kind, known), expected, "{words}");
    }
}

#[test]
fn a_capital_as_a_place_is_shown_by_its_own_name_and_a_sea_is_no_state() {
    let astana = |words: &'static str| (words, Aspect::Capital, "KAZ", "Қазақстан", "KAZ", "");
    let place = |words: &'static str| (words, Kind::Place, "", "", 0.0);
    let out = resolve(
        Language::Kazakh,
        &[("Астанада өтті.", &[place("Астанада")], &[astana("Астанада")]), ("Астана күтеді.", &[place("Астана")], &[astana("Астана")])],
    );
    assert!(out.iter().all(|row| row.0 == "KAZ/capital" && row.1 == "Астана" && row.2 == "KAZ"), "{out:?}");
    let mexico = ("Mexico", Aspect::Name, "MEX", "Mexico", "MEX", "");
    assert_eq!(key(Language::English, "the Gulf of Mexico", Kind::Place, &[mexico]), "text/the gulf of mexico");
    assert_eq!(key(Language::English, "Mexico", Kind::Place, &[mexico]), "MEX");
}

#[test]
fn a_surname_in_the_headline_is_the_one_full_name_of_the_report() {
    let person = |words: &'static str| (words, Kind::Person, "", "", 0.0);
    let karin = ("Ерлан Карин", Aspect::Official, "KAZ/karin", "Ерлан Карин", "KAZ", "State Counsellor");
    let report = [
        ("Карин о законе", &[person("Карин")][..], &[][..]),
        ("Советник Ерлан Карин сказал.", &[person("Советник Ерлан Карин")], &[karin]),
        ("Карин добавил.", &[person("Карин")], &[]),
    ];
    let out = resolve(Language::Russian, &report);
    assert!(out.iter().all(|row| row.0 == "KAZ/karin" && row.2 == "KAZ"), "{out:?}");
    assert_eq!(out[0].3, Resolution::EarlierMention);
    let titled = ("прокурор Карин ушёл.", &[person("прокурор Карин")][..], &[][..]);
    assert_eq!(keys(Language::Russian, &[titled, report[1], report[2]])[1..], ["KAZ/karin", "KAZ/karin"]);
    let two = [report[0], report[1], ("Пришла Айгуль Карин.", &[person("Айгуль Карин")], &[]), report[2]];
    assert_eq!(keys(Language::Russian, &two), ["text/карин", "KAZ/karin", "text/айгуль карин", "text/карин"]);
}

#[test]
fn a_bare_title_is_the_only_holder_of_the_office() {
    let tokayev = ("Токаев", Aspect::Official, "KAZ/tokayev", "Касым-Жомарт Токаев", "KAZ", "head-of-state");
    let putin = ("Путин", Aspect::Official, "RUS/putin", "Владимир Путин", "RUS", "head-of-state");
    let person = |words: &'static str| (words, Kind::Person, "", "", 0.0);
    let title = [("Глава государства", Kind::Role, "GOV", "ARM", 0.99)];
    let first = ("Токаев прибыл.", &[person("Токаев")][..], &[tokayev][..]);
    let head = ("Глава государства отметил.", &title[..], &[][..]);
    let one = [first, head, EMPTY, EMPTY, EMPTY];
    assert_eq!(keys(Language::Russian, &one), ["KAZ/tokayev", "KAZ/tokayev"]);
    let two = [first, head, ("Путин прибыл.", &[], &[putin]), EMPTY, EMPTY];
    assert_eq!(keys(Language::Russian, &two), ["KAZ/tokayev", "text/глава государства"]);
    let met = [("Глава государства принял: Путин прибыл.", &title[..], &[putin][..]), EMPTY, EMPTY, EMPTY, EMPTY];
    assert_eq!(keys(Language::Russian, &met), ["text/глава государства"]);
    let abroad = [
        (
            "Путин прибыл в Астана, Казахстан.",
            &[][..],
            &[
                putin,
                ("Астана", Aspect::Capital, "KAZ", "Казахстан", "KAZ", ""),
                ("Казахстан", Aspect::Name, "KAZ", "Казахстан", "KAZ", ""),
            ][..],
        ),
        head,
        EMPTY,
        EMPTY,
        EMPTY,
    ];
    assert_eq!(keys(Language::Russian, &abroad), ["text/глава государства"]);
    assert_eq!(keys(Language::Russian, &[first, head]), ["KAZ/tokayev", "text/глава государства"]);
}

#[test]
fn those_who_belong_to_a_person_are_not_that_person() {
    let person = |words: &'static str| (words, Kind::Person, "", "", 0.0);
    let report = [
        ("Дело Бишимбаева", &[person("Дело Бишимбаева")][..], &[][..]),
        ("Судят Куандыка Бишимбаева.", &[person("Куандыка Бишимбаева")], &[]),
        ("Вышли адвокатов Бишимбаева, мать Бишимбаева.", &[person("адвокатов Бишимбаева"), person("мать Бишимбаева")], &[]),
        ("Адвокат Бишимбаева Назкен Кусаинова.", &[person("Адвокат Бишимбаева Назкен Кусаинова")], &[]),
        ("Бишимбаев молчит, Кусаинова нет.", &[person("Бишимбаев"), person("Кусаинова")], &[]),
    ];
    let out = keys(Language::Russian, &report);
    assert_eq!(out[5], "text/куандыка бишимбаева");
    assert_eq!(out[6], "text/адвокат бишимбаева назкен кусаинова");
    assert_eq!([&out[2], &out[3]], ["text/адвокатов бишимбаева", "text/мать бишимбаева"]);
    let roles = [
        ("Прокурор Иванов.", &[person("Прокурор Иванов")][..], &[][..]),
        ("Прокурор и адвокаты.", &[("Прокурор и адвокаты", Kind::Role, "", "", 0.0)], &[]),
        ("Прокурор встал.", &[("Прокурор", Kind::Role, "", "", 0.0)], &[]),
    ];
    assert_eq!(keys(Language::Russian, &roles), ["text/прокурор иванов", "text/прокурор и адвокаты", "text/прокурор иванов"]);
}

#[test]
fn the_first_of_a_name_of_two_words_is_known_behind_its_titles() {
    let chinese = ("الصيني", Aspect::Adjective, "CHN", "الصين", "CHN", "");
    let report = [
        ("التقى نظيره الصيني وانغ يي", &[("نظيره الصيني وانغ يي", Kind::Person, "GOV", "", 0.0)][..], &[chinese][..]),
        ("وقال وانغ", &[("وانغ", Kind::Polity, "", "", 0.0)], &[]),
    ];
    let out = keys(Language::Arabic, &report);
    assert_eq!(out[0], out[1]);
}

#[test]
fn a_report_that_names_states_gives_no_other_country_away() {
    let russia = ("России", Aspect::Name, "RUS", "Россия", "RUS", "");
    let group = |words: &'static str, country: &'static str| (words, Kind::Group, "CVL", country, 0.99);
    let countries = |sentences: &[_]| resolve(Language::Russian, sentences).into_iter().map(|r| r.2).collect::<Vec<_>>();
    let residents = ("Жители вышли.", &[group("Жители", "MDG")][..], &[][..]);
    let experts = ("Мнение специалистов из России.", &[group("специалистов", "KAZ")][..], &[russia][..]);
    assert_eq!(countries(&[residents, experts, EMPTY, EMPTY, EMPTY]), ["", "RUS"]);
    assert_eq!(countries(&[residents, EMPTY, EMPTY, EMPTY, EMPTY]), ["MDG"]);
    assert_eq!(countries(&[residents, experts]), ["MDG", "KAZ"]);
    let troops = ("Стоят войска в России.", &[("войска", Kind::Group, "MIL", "", 0.0)][..], &[russia][..]);
    assert_eq!(countries(&[troops, EMPTY, EMPTY, EMPTY, EMPTY]), [""]);
}

#[test]
fn a_body_in_another_case_or_without_its_article_is_the_same() {
    let body = |words: &'static str| (words, Kind::Organisation, "GOV", "", 0.0);
    let akorda = |words: &'static str| (words, Aspect::Metonym, "KAZ", "Казахстан", "KAZ", "");
    let report = [
        ("Сообщила пресс-служба Акорды.", &[body("пресс-служба Акорды")][..], &[akorda("Акорды")][..]),
        ("Фото пресс-службы Акорды.", &[body("пресс-службы Акорды")], &[akorda("Акорды")]),
    ];
    let out = keys(Language::Russian, &report);
    assert_eq!(out, ["KAZ/пресс-служба акорды"; 2]);
    let english = [("The alliance met.", &[body("The alliance")][..], &[][..]), ("An alliance.", &[body("alliance")], &[])];
    let out = resolve(Language::English, &english);
    assert!(out.iter().all(|row| row.0 == "text/alliance" && row.1 == "alliance"), "{out:?}");
}

#[test]
fn officials_of_a_state_are_not_the_state() {
    let israeli = ("إسرائيليون", Aspect::Adjective, "ISR", "إسرائيل", "ISR", "");
    let said = |words: &'static str| [(words, Kind::Group, "GOV", "", 0.0)];
    let out = keys(Language::Arabic, &[("مسؤولون إسرائيليون كبار", &said("مسؤولون إسرائيليون كبار"), &[israeli])]);
    assert_eq!(out, ["ISR/مسوولون اسراييليون كبار"]);
    let out = keys(Language::Arabic, &[("سلطات إسرائيليون", &said("سلطات إسرائيليون"), &[israeli])]);
    assert_eq!(out, ["ISR"]);
}

const RUSSIA: Known<'static> = ("Россия", Aspect::Name, "RUS", "Россия", "RUS", "");

/// Keys of a body and of a bare noun in the sentence behind it.
fn bare(language: Language, first: (&str, Known<'_>), second: (&str, &str)) -> Vec<String> {
    let org = |words| [(words, Kind::Organisation, "IGO", "", 0.0)];
    keys(language, &[(first.0, &org(first.1.0), &[first.1]), (second.0, &org(second.1), &[])])
}

#[test]
fn a_bare_noun_is_the_one_body_near_by_that_bears_it() {
    let csto = |words: &'static str| (words, Aspect::Organisation, "csto", words, "IGO", "");
    let ar = bare(Language::Arabic, ("من منظمة معاهدة الأمن", csto("منظمة معاهدة الأمن")), ("وافقت المنظمة", "المنظمة"));
    assert_eq!(ar, ["csto", "csto"]);
    let en = bare(Language::English, ("Treaty Organization met", csto("Treaty Organization")), ("the organisation met", "organisation"));
    assert_eq!(en, ["csto", "csto"]);
    let ru = bare(Language::Russian, ("Организация Договора", csto("Организация Договора")), ("организация ждёт", "организация"));
    assert_eq!(ru, ["csto", "csto"]);
    let kk = bare(Language::Kazakh, ("Шарт ұйымы жиналды", csto("Шарт ұйымы")), ("ұйым күтеді", "ұйым"));
    assert_eq!(kk, ["csto", "csto"]);
    let other = bare(Language::Arabic, ("من منظمة معاهدة الأمن", csto("منظمة معاهدة الأمن")), ("وافق الحلف", "الحلف"));
    assert_eq!(other[1], "text/الحلف");
    let indefinite =
        bare(Language::English, ("Treaty Organization met", csto("Treaty Organization")), ("an organisation met", "organisation"));
    assert_eq!(indefinite[1], "text/organisation");
}

#[test]
fn a_bare_noun_of_two_bodies_or_far_from_its_own_is_left_alone() {
    let org = |words: &'static str| (words, Kind::Organisation, "IGO", "", 0.0);
    let csto = ("منظمة الأمن", Aspect::Organisation, "csto", "منظمة الأمن", "IGO", "");
    let who = ("منظمة الصحة", Aspect::Organisation, "who", "منظمة الصحة", "IGO", "");
    let two = ("منظمة الأمن و منظمة الصحة", &[org("منظمة الأمن"), org("منظمة الصحة")][..], &[csto, who][..]);
    let bare = ("وافقت المنظمة", &[org("المنظمة")][..], &[][..]);
    assert_eq!(keys(Language::Arabic, &[two, bare])[2], "text/المنظمه");
    let one = ("من منظمة الأمن", &[org("منظمة الأمن")][..], &[csto][..]);
    assert_eq!(keys(Language::Arabic, &[one, EMPTY, EMPTY, bare])[1], "csto");
    assert_eq!(keys(Language::Arabic, &[one, EMPTY, EMPTY, EMPTY, bare])[1], "text/المنظمه");
}

#[test]
fn the_government_is_that_of_the_state_a_report_is_about() {
    let china = ("Китай", Aspect::Name, "CHN", "Китай", "CHN", "");
    let russia = ("Россия.", &[][..], &[RUSSIA][..]);
    for (language, words, said) in [
        (Language::Russian, "правительство решило", "правительство"),
        (Language::Arabic, "قررت الحكومة", "الحكومة"),
        (Language::English, "the government decided", "the government"),
        (Language::Kazakh, "үкімет шешті", "үкімет"),
    ] {
        let mention = [(said, Kind::Organisation, "GOV", "", 0.0)];
        let bare = (words, &mention[..], &[][..]);
        assert_eq!(keys(language, &[russia, russia, russia, EMPTY, bare]), ["RUS"], "{words}");
        assert_ne!(keys(language, &[russia, russia, EMPTY, EMPTY, bare]), ["RUS"], "{words}");
        assert_ne!(keys(language, &[russia, russia, russia, bare]), ["RUS"], "{words}");
    }
    let other = ("Китай: правительство решило", &[("правительство", Kind::Organisation, "GOV", "", 0.0)][..], &[china][..]);
    assert_ne!(keys(Language::Russian, &[russia, russia, russia, EMPTY, other]), ["RUS"]);
}

#[test]
fn the_government_of_one_of_two_states_is_told_by_cities_of_its_own() {
    let kazakhstan = ("Казахстан", Aspect::Name, "KAZ", "Казахстан", "KAZ", "");
    let both = ("Россия и Казахстан", &[][..], &[RUSSIA, kazakhstan][..]);
    let city = |words: &'static str, aspect, country: &'static str| (words, aspect, words, words, country, "");
    for (language, words, said, cities) in [
        (Language::Arabic, "سمحت الحكومة باحتجاجات في ألماتي وأستانا", "الحكومة", ["ألماتي", "أستانا"]),
        (Language::English, "the government allowed rallies in Almaty and Astana", "the government", ["Almaty", "Astana"]),
        (Language::Russian, "правительство разрешило митинги в Алматы и Астане", "правительство", ["Алматы", "Астане"]),
        (Language::Kazakh, "үкімет Алматы мен Астанада митингіге рұқсат берді", "үкімет", ["Алматы", "Астана"]),
    ] {
        let mention = [(said, Kind::Organisation, "GOV", "", 0.0)];
        let told = |first: (Aspect, &'static str), second: (Aspect, &'static str), report: &[_]| {
            let names = [city(cities[0], first.0, first.1), city(cities[1], second.0, second.1)];
            let bare = (words, &mention[..], &names[..]);
            keys(language, &[report, &[bare]].concat()).remove(0)
        };
        let (almaty, astana) = ((Aspect::City, "KAZ"), (Aspect::Capital, "KAZ"));
        let two = [both, both, both, both, both];
        assert_eq!(told(almaty, astana, &two), "KAZ", "{words}");
        assert_ne!(told(almaty, (Aspect::City, "RUS"), &two), "KAZ", "cities of both: {words}");
        assert_ne!(told((Aspect::Capital, "KAZ"), astana, &two), "KAZ", "only capitals: {words}");
        assert_ne!(told((Aspect::City, "UZB"), (Aspect::City, "UZB"), &two), "UZB", "of a third state: {words}");
        assert_ne!(told(almaty, astana, &two[..3]), "KAZ", "no whole report: {words}");
        let third = ("Китай", &[][..], &[("Китай", Aspect::Name, "CHN", "Китай", "CHN", "")][..]);
        assert_ne!(told(almaty, astana, &[both, both, both, third, third, third]), "KAZ", "three states: {words}");
    }
    let one = (
        "правительство и Алматы",
        &[("правительство", Kind::Organisation, "GOV", "", 0.0)][..],
        &[city("Алматы", Aspect::City, "KAZ")][..],
    );
    assert_ne!(keys(Language::Russian, &[both, both, both, both, one]), ["KAZ"]);
}

#[test]
fn a_part_of_an_official_s_name_within_a_longer_arab_name_is_somebody_else_s() {
    let abdullah = |words: &'static str| (words, Aspect::Official, "AFG/abdullah-abdullah", "عبد الله عبد الله", "AFG", "");
    let key = |words| key(Language::Arabic, words, Kind::Person, &[abdullah("عبد الله")]);
    assert_eq!(key("وعباس عبد الحسين عبد الله محمد"), "text/وعباس عبد الحسين عبد الله محمد");
    for his in ["الرئيس التنفيذي عبد الله", "المرشح الرئاسي الأفغاني عبد الله أمس", "عبد الله"]
    {
        assert_eq!(key(his), "AFG/abdullah-abdullah", "{his}");
    }
}

#[test]
fn a_surname_behind_an_arabic_particle_is_the_person_named_before() {
    let person = [("ماكسيميليانو موراليز", Kind::Person, "", "", 0.0)];
    for (words, kind, same) in
        [("لموراليز", Kind::Organisation, true), ("وموراليز", Kind::Person, true), ("تموراليز", Kind::Organisation, false)]
    {
        let out = keys(Language::Arabic, &[("ماكسيميليانو موراليز", &person, &[]), (words, &[(words, kind, "", "", 0.0)], &[])]);
        assert_eq!(out[0] == out[1], same, "{words}");
    }
    let short = [("محمد علي", Kind::Person, "", "", 0.0)];
    let out = keys(Language::Arabic, &[("محمد علي", &short, &[]), ("بعلي", &[("بعلي", Kind::Person, "", "", 0.0)], &[])]);
    assert_ne!(out[0], out[1]);
}

#[test]
fn a_person_may_be_told_by_a_body_of_his_state_and_no_key_is_without_a_country() {
    let body = ("الخارجية الأمريكية", Aspect::Body, "USA/state", "وزارة الخارجية", "USA", "");
    let minister = "وزير الخارجية الأمريكية كيسنجر";
    assert_eq!(key(Language::Arabic, minister, Kind::Person, &[body]), "USA/وزير الخارجيه الامريكيه كيسنجر");
    let south = ("Global South", Aspect::Name, "global-south", "Global South", "", "");
    assert_eq!(key(Language::English, "leaders of the Global South", Kind::Group, &[south]), "text/leaders of the global south");
    let party = ("Партия мира", Aspect::Group, "party", "Партия мира", "", "");
    assert_eq!(key(Language::Russian, "молодые сторонники: Партия мира", Kind::Group, &[party]), "text/молодые сторонники партия мира");
}

#[test]
fn a_role_in_brackets_is_the_person_before_it() {
    for (language, text, person, role) in [
        (Language::Arabic, "قال نوموف (وهو محلل)", "نوموف", "محلل"),
        (Language::Arabic, "قال نوموف، وهو محلل", "نوموف", "محلل"),
        (Language::English, "Naumov (analyst) said", "Naumov", "analyst"),
        (Language::Russian, "Наумов (эксперт) сказал", "Наумов", "эксперт"),
        (Language::Kazakh, "Наумов (сарапшы) айтты", "Наумов", "сарапшы"),
    ] {
        let out = keys(language, &[(text, &[(person, Kind::Person, "", "", 0.0), (role, Kind::Role, "", "", 0.0)], &[])]);
        assert_eq!(out[0], out[1], "{text}");
    }
    let met = ("Naumov met analyst", &[("Naumov", Kind::Person, "", "", 0.0), ("analyst", Kind::Role, "", "", 0.0)][..], &[][..]);
    let out = keys(Language::English, &[met]);
    assert_ne!(out[0], out[1]);
}

#[test]
fn a_surname_goes_to_the_one_introduced_before_and_not_to_a_stranger_in_the_lists() {
    let person = |words: &'static str| (words, Kind::Person, "", "", 0.0);
    let karabaev = |words: &'static str, office| (words, Aspect::Official, "KGZ/karabaev", "Эднан Карабаев", "KGZ", office);
    let full = ("Министр транспорта Марат Карабаев.", &[person("Министр транспорта Марат Карабаев")][..], &[][..]);
    let (name, stranger) = ([person("Карабаев")], [karabaev("Карабаев", "")]);
    let short = ("Карабаев добавил.", &name[..], &stranger[..]);
    let marat = "text/министр транспорта марат карабаев";
    assert_eq!(keys(Language::Russian, &[full, short]), [marat; 2]);
    let out = resolve(Language::Russian, &[short, full, short]);
    assert!(out.iter().all(|row| row.0 == marat && row.2.is_empty()), "{out:?}");
    let both = ("Эднан Карабаев.", &[person("Эднан Карабаев")][..], &[karabaev("Эднан Карабаев", "")][..]);
    assert_eq!(keys(Language::Russian, &[both, full, short])[2], "KGZ/karabaev");
    assert_eq!(keys(Language::Russian, &[full, short, both])[1], "KGZ/karabaev");
    assert_eq!(keys(Language::Russian, &[short]), ["KGZ/karabaev"]);
    let holder = [karabaev("Карабаев", "head-of-state")];
    let known = ("Карабаев добавил.", &name[..], &holder[..]);
    assert_eq!(keys(Language::Russian, &[known, full, known])[2], "KGZ/karabaev");
    let bektenov = [("Бектенов", Aspect::Official, "KAZ/bektenov", "Олжас Бектенов", "KAZ", "head-of-government")];
    let kazakh = [
        ("Серік Бектенов келді.", &[person("Серік Бектенов")][..], &[][..]),
        ("Бектенов мырза айтты.", &[person("Бектенов мырза")], &bektenov),
    ];
    assert_eq!(keys(Language::Kazakh, &kazakh), ["text/серік бектенов"; 2]);
    let premier = ("Премьер-министр Бектенов айтты.", &[person("Премьер-министр Бектенов")][..], &bektenov[..]);
    assert_eq!(keys(Language::Kazakh, &[kazakh[0], kazakh[1], premier])[1..], ["KAZ/bektenov"; 2]);
}

#[test]
fn a_spokesman_is_not_the_one_he_speaks_for() {
    let macron = |words: &'static str| (words, Aspect::Official, "FRA/macron", "Emmanuel Macron", "FRA", "head-of-state");
    for (language, words, name) in [
        (Language::English, "The spokeswoman for French President Emmanuel Macron", "Emmanuel Macron"),
        (Language::Russian, "Пресс-секретарь президента Франции Эммануэля Макрона", "Эммануэля Макрона"),
        (Language::Arabic, "المتحدثة باسم الرئيس الفرنسي إيمانويل ماكرون", "إيمانويل ماكرون"),
        (Language::Arabic, "والناطق باسم ماكرون", "ماكرون"),
    ] {
        let out = key(language, words, Kind::Person, &[macron(name)]);
        assert!(out.starts_with("FRA/") && out != "FRA/macron", "{words}: {out}");
    }
    let of = |words: &'static str, office| (words, Aspect::Official, "XXX/him", words, "XXX", office);
    for (language, words, name, office) in [
        (Language::Russian, "Пресс-секретарь президента РФ Дмитрий Песков", "Дмитрий Песков", "press secretary of the President"),
        (Language::Arabic, "الناطق باسم الرئيس الفلسطيني نبيل أبو ردينة", "نبيل أبو ردينة", "presidential spokesman"),
        (Language::Arabic, "الناطق باسم الحكومة محمد المومني", "محمد المومني", "minister of information"),
        (Language::English, "White House spokesman John Kirby", "John Kirby", ""),
        (Language::English, "a spokesman for the prime minister's office Ofir Gendelman", "Ofir Gendelman", ""),
    ] {
        assert_eq!(key(language, words, Kind::Person, &[of(name, office)]), "XXX/him", "{words}");
    }
}

#[test]
fn a_title_does_not_split_a_person_in_two() {
    let person = |words: &'static str| (words, Kind::Person, "", "", 0.0);
    let same = |language, first: &'static str, second: &'static str| {
        let out = keys(language, &[(first, &[person(first)], &[]), (second, &[person(second)], &[])]);
        out[0] == out[1]
    };
    for (language, first, second) in [
        (Language::English, "Bryan Pagliano", "Mr. Pagliano"),
        (Language::English, "Elizabeth Warren", "Massachusetts Sen. Elizabeth Warren"),
        (Language::English, "Adam Schiff", "Rep. Adam Schiff"),
        (Language::English, "John Stumpf", "Wells Fargo CEO John Stumpf"),
        (Language::Russian, "Пётр Сидоров", "Г-н Сидоров"),
        (Language::Arabic, "سامي الحداد", "السيد الحداد"),
        (Language::Arabic, "سامي الحداد", "عضو البرلمان سامي الحداد"),
        (Language::Arabic, "الطفل علي سعد دوابشة", "الرضيع دوابشة"),
        (Language::Kazakh, "Серік Бектенов", "Мәжіліс депутаты Серік Бектенов"),
    ] {
        assert!(same(language, first, second), "{first} / {second}");
    }
    let stumpf = [
        ("Wells Fargo CEO John Stumpf", &[person("Wells Fargo CEO John Stumpf")][..], &[][..]),
        ("John Stumpf", &[person("John Stumpf")], &[]),
    ];
    assert!(resolve(Language::English, &stumpf).iter().all(|row| row.1 == "John Stumpf"));
    for (language, first, second) in [
        (Language::English, "Adam Schiff", "Mary Adam Schiff"),
        (Language::English, "Adam Schiff", "a spokesman for Adam Schiff"),
        (Language::English, "Adam Schiff", "John Smith and Adam Schiff"),
        (Language::Russian, "Назкен Кусаиновой", "адвокат Назкен Кусаиновой"),
        (Language::Arabic, "محمد علي", "أحمد محمد علي"),
        (Language::Arabic, "محمد علي", "عبد الرحمن محمد علي"),
        (Language::Arabic, "سامي الحداد", "المتحدث باسم الرئيس سامي الحداد"),
    ] {
        assert!(!same(language, first, second), "{first} / {second}");
    }
}

#[test]
fn an_office_with_its_state_is_the_one_whom_the_report_names_in_it() {
    let kerry = |words: &'static str| (words, Aspect::Official, "USA/kerry", "John Kerry", "USA", "foreign-minister");
    let usa = |words: &'static str, aspect| (words, aspect, "USA", "USA", "USA", "");
    let body = ("الخارجية الأمريكية", Aspect::Body, "USA/state", "وزارة الخارجية", "USA", "");
    let mid = ("МИД США", Aspect::Body, "USA/state", "Госдеп", "USA", "");
    let person = |words: &'static str| [(words, Kind::Person, "", "", 0.0)];
    let role = |words: &'static str| [(words, Kind::Role, "GOV", "", 0.0)];
    let named = ("Kerry spoke", &person("Kerry"), &[kerry("Kerry")]);
    let who = |language, text: &'static str, words: &'static str, known: &[Known<'_>]| {
        keys(language, &[(text, &role(words), known), (named.0, named.1, named.2)]).remove(0)
    };
    let (arabic, english, russian, kazakh) = (Language::Arabic, Language::English, Language::Russian, Language::Kazakh);
    for (language, words, known) in [
        (english, "The US Secretary of State", usa("US", Aspect::Name)),
        (arabic, "وزير خارجية أمريكا", usa("أمريكا", Aspect::Name)),
        (arabic, "وزير خارجية الولايات المتحدة", usa("الولايات المتحدة", Aspect::Name)),
        (arabic, "وزير الخارجية الأمريكي", usa("الأمريكي", Aspect::Adjective)),
        (arabic, "وزير الخارجية الأمريكية", body),
        (russian, "Главы МИД США", mid),
        (russian, "госсекретарём США", usa("США", Aspect::Name)),
        (kazakh, "АҚШ сыртқы істер министріне", usa("АҚШ", Aspect::Name)),
    ] {
        assert_eq!(who(language, words, words, &[known]), "USA/kerry", "{words}");
    }
    for (language, text, words, known) in [
        (english, "former US Secretary of State", "US Secretary of State", usa("US", Aspect::Name)),
        (english, "deputy US foreign minister", "US foreign minister", usa("US", Aspect::Name)),
        (english, "a US Secretary of State", "US Secretary of State", usa("US", Aspect::Name)),
        (arabic, "وزير خارجية أميركي", "وزير خارجية أميركي", usa("أميركي", Aspect::Adjective)),
        (english, "US foreign ministers", "US foreign ministers", usa("US", Aspect::Name)),
        (english, "US president", "US president", usa("US", Aspect::Name)),
        (arabic, "وزير الخارجية الأمريكي السابق", "وزير الخارجية الأمريكي", usa("الأمريكي", Aspect::Adjective)),
        (arabic, "نائب وزير الخارجية الأمريكي", "وزير الخارجية الأمريكي", usa("الأمريكي", Aspect::Adjective)),
        (russian, "бывший госсекретарь США", "госсекретарь США", usa("США", Aspect::Name)),
        (russian, "министры иностранных дел США", "министры иностранных дел США", usa("США", Aspect::Name)),
        (kazakh, "АҚШ сыртқы істер министрінің орынбасары", "АҚШ сыртқы істер министрінің", usa("АҚШ", Aspect::Name)),
        (english, "the French foreign minister", "the French foreign minister", ("French", Aspect::Adjective, "FRA", "France", "FRA", "")),
    ] {
        assert_ne!(who(language, text, words, &[known]), "USA/kerry", "{text}");
    }
    let alone = [("وزير خارجية أمريكا", usa("أمريكا", Aspect::Name)), ("وزير الخارجية الأمريكية", body)]
        .map(|(words, known)| key(arabic, words, Kind::Role, &[known]));
    assert_eq!(alone, ["USA/foreign-minister"; 2]);
    let rouhani = [("Rouhani", Aspect::Official, "IRN/rouhani", "Rouhani", "IRN", "President")];
    let khamenei = [("Khamenei", Aspect::Official, "IRN/khamenei", "Khamenei", "IRN", "Supreme Leader")];
    let iranian = [("Iranian", Aspect::Adjective, "IRN", "Iran", "IRN", "")];
    let report = [
        ("the Iranian president", &role("the Iranian president")[..], &iranian[..]),
        ("Rouhani", &[], &rouhani[..]),
        ("Khamenei", &[], &khamenei[..]),
    ];
    assert_eq!(keys(english, &report), ["IRN/rouhani"]);
    let ministers = [kerry("Kerry"), ("Rice", Aspect::Official, "USA/rice", "Rice", "USA", "foreign-minister")];
    let report = [
        ("US foreign minister", &role("US foreign minister")[..], &[usa("US", Aspect::Name)][..]),
        ("Kerry and Rice", &[], &ministers[..]),
    ];
    assert_eq!(keys(english, &report), ["USA/us foreign minister"]);
    let out = keys(english, &[("the analyst and analyst", &[role("the analyst")[0], role("analyst")[0]], &[])]);
    assert_eq!(out, ["text/analyst"; 2]);
}

#[test]
fn the_governments_of_two_states_are_two() {
    let sudan = ("Sudan", Aspect::Name, "SDN", "Sudan", "SDN", "");
    let syria = ("Syria", Aspect::Name, "SYR", "Syria", "SYR", "");
    let of = |country: &'static str| [("the government", Kind::Organisation, "GOV", country, 0.99)];
    let (first, second, third) = (of("SDN"), of("SYR"), of(""));
    let report = [
        ("In Sudan the government fell", &first[..], &[sudan][..]),
        ("In Syria the government stood", &second, &[syria]),
        ("There the government waits", &third, &[]),
    ];
    let out = keys(Language::English, &report);
    assert_eq!(out, ["text/government", "text/government (SYR)", "text/government"]);
    let one = [report[0], ("In Sudan the government stood", &second[..], &[sudan][..])];
    assert_eq!(keys(Language::English, &one), ["text/government"; 2]);
}

#[test]
fn a_ministry_or_an_agency_is_the_one_of_its_kind_near_by() {
    let body = |words: &'static str| (words, Aspect::Body, "XXX/body", words, "XXX", "");
    for (language, first, second, word) in [
        (Language::Russian, "Минобороны РФ", "ведомство ждёт", "ведомство"),
        (Language::Russian, "Министерство обороны", "в министерстве ждут", "министерстве"),
        (Language::Russian, "Организация договора", "члены организации", "организации"),
        (Language::Russian, "Саммит ОДКБ", "страны организации", "организации"),
        (Language::Kazakh, "ҚР СІМ", "Министрліктің өкілі", "Министрліктің"),
        (Language::Arabic, "وزارة الدفاع", "قالت الوزارة", "الوزارة"),
        (Language::English, "Ministry of Defence", "the ministry said", "ministry"),
    ] {
        assert_eq!(bare(language, (first, body(first)), (second, word)), ["XXX/body"; 2], "{second}");
    }
    let org = |words: &'static str| (words, Kind::Organisation, "GOV", "", 0.0);
    let two = (
        "Минобороны и Минфин",
        &[org("Минобороны"), org("Минфин")][..],
        &[body("Минобороны"), ("Минфин", Aspect::Body, "XXX/minfin", "Минфин", "XXX", "")][..],
    );
    assert_eq!(keys(Language::Russian, &[two, ("ведомство ждёт", &[org("ведомство")], &[])])[2], "text/ведомство");
    let other = bare(Language::Russian, ("Совет Европы", body("Совет Европы")), ("ведомство ждёт", "ведомство"));
    assert_eq!(other[1], "text/ведомство");
}

#[test]
fn brussels_as_a_place_is_a_city_and_a_place_is_one_actor_whatever_its_kind() {
    let brussels = |words: &'static str| (words, Aspect::Metonym, "EUR", "European Union", "EUR", "");
    for (language, words) in [(Language::Arabic, "بروكسل"), (Language::Russian, "Брюсселе"), (Language::English, "Brussels")]
    {
        assert_eq!(key(language, words, Kind::Place, &[brussels(words)]), "BEL/capital", "{words}");
        assert_eq!(key(language, words, Kind::Polity, &[brussels(words)]), "EUR", "{words}");
    }
    let almaty = ("Алматы", Aspect::City, "KAZ/almaty", "Алматы", "KAZ", "");
    for kind in [Kind::Place, Kind::Polity, Kind::Person] {
        assert_eq!(key(Language::Russian, "Алматы", kind, &[almaty]), "KAZ/almaty");
    }
    let akorda = ("Акорды", Aspect::Metonym, "KAZ", "Казахстан", "KAZ", "");
    for kind in [Kind::Organisation, Kind::Person] {
        assert_eq!(key(Language::Russian, "Акорды", kind, &[akorda]), "KAZ");
    }
    assert_eq!(key(Language::Russian, "жители Алматы", Kind::Polity, &[almaty]), "KAZ/жители алматы");
    let washington = ("Washington", Aspect::Capital, "USA", "USA", "USA", "");
    let person = |words: &'static str| [(words, Kind::Person, "", "", 0.0)];
    let report = [("Denzel Washington", &person("Denzel Washington")[..], &[][..]), ("Washington", &person("Washington"), &[washington])];
    assert_eq!(keys(Language::English, &report), ["text/denzel washington"; 2]);
}

#[test]
fn a_group_or_role_is_one_in_both_cases_and_with_its_article() {
    let same = |language, kind, first: (&'static str, Known<'static>), second: (&'static str, Known<'static>)| {
        let said = |words| [(words, kind, "", "", 0.0)];
        let out = keys(language, &[(first.0, &said(first.0), &[first.1]), (second.0, &said(second.0), &[second.1])]);
        out[0] == out[1]
    };
    let israel = |words: &'static str| (words, Aspect::Adjective, "ISR", "إسرائيل", "ISR", "");
    let usa = |words: &'static str| (words, Aspect::Adjective, "USA", "USA", "USA", "");
    let (arabic, english) = (Language::Arabic, Language::English);
    let (subject, object) = (("مستوطنون إسرائيليون", israel("إسرائيليون")), ("مستوطنين إسرائيليين", israel("إسرائيليين")));
    assert!(same(arabic, Kind::Group, subject, object) && same(arabic, Kind::Group, object, subject));
    let (one, he) = (("دبلوماسي أميركي", usa("أميركي")), ("الدبلوماسي الأميركي", usa("الأميركي")));
    assert!(same(arabic, Kind::Role, one, he) && !same(arabic, Kind::Role, he, one));
    assert!(!same(arabic, Kind::Role, one, ("الدبلوماسي الإسرائيلي", israel("الإسرائيلي"))));
    let (one, he) = (("A US diplomat", usa("US")), ("The US diplomat", usa("US")));
    assert!(same(english, Kind::Role, one, he) && !same(english, Kind::Role, he, one));
}

#[test]
fn a_compatriot_is_of_the_country_of_the_person_before() {
    let official = |words: &'static str, country: &'static str| (words, Aspect::Official, words, words, country, "");
    for (language, text, first, second) in [
        (Language::Arabic, "فاز نوفاك على مواطنه تيبساريفيتش", "نوفاك", "مواطنه تيبساريفيتش"),
        (Language::English, "Novak beat his compatriot Tipsarevic", "Novak", "his compatriot Tipsarevic"),
        (Language::Russian, "Новак и соотечественник Типсаревич", "Новак", "соотечественник Типсаревич"),
        (Language::Kazakh, "Новак пен отандасы Типсаревич", "Новак", "отандасы Типсаревич"),
    ] {
        let said = [(first, Kind::Person, "", "", 0.0), (second, Kind::Person, "", "FRA", 0.99)];
        let out = resolve(language, &[(text, &said, &[official(first, "SRB")])]);
        assert_eq!(out[1].2, "SRB", "{text}");
    }
    let woman = [("نوفاك", Kind::Person, "", "", 0.0), ("مواطنة", Kind::Role, "", "FRA", 0.99)];
    let out = resolve(Language::Arabic, &[("نوفاك ثم مواطنة", &woman, &[official("نوفاك", "SRB")])]);
    assert_eq!(out[1].2, "FRA");
    let said =
        [("Novak", Kind::Person, "", "", 0.0), ("Rafa", Kind::Person, "", "", 0.0), ("his compatriot Feli", Kind::Person, "", "FRA", 0.99)];
    let out = resolve(
        Language::English,
        &[("Novak and Rafa and his compatriot Feli", &said, &[official("Novak", "SRB"), official("Rafa", "ESP")])],
    );
    assert_eq!(out[2].2, "");
}

#[test]
fn a_guessed_country_is_one_that_the_report_has_named_by_then() {
    let group = |words: &'static str| [(words, Kind::Group, "CVL", "RUS", 0.99)];
    let (early, late, experts) = (group("Жители"), group("жителей"), group("эксперты"));
    let report = [
        ("Жители вышли.", &early[..], &[][..]),
        ("Россия.", &[][..], &[RUSSIA][..]),
        ("Нет жителей.", &late, &[]),
        ("Говорят эксперты.", &experts, &[]),
        EMPTY,
    ];
    let out = resolve(Language::Russian, &report);
    assert_eq!(out.iter().map(|r| r.2.as_str()).collect::<Vec<_>>(), ["", "RUS", ""]);
    assert_eq!(out[0].0, out[1].0);
}
