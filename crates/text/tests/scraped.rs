//! Sentences of text that lost its spaces, line breaks and bullets when a page was scraped, cause by cause, in four languages.
//!
//! A case is a text with `|` where it must be cut, and nowhere else; the `|` itself is no part of it.

use mizan_text::Language::{self, Arabic, English, Kazakh, Russian};
use mizan_text::sentences;
use proptest::prelude::*;

fn found(text: &str, language: Option<Language>) -> Vec<&str> {
    sentences(text, language).iter().map(|sentence| &text[sentence.span.start..sentence.span.end]).collect()
}

/// Check cases in their language and with the language unknown, and show all that are cut elsewhere.
fn check(language: Language, cases: &[&str]) {
    let mut wrong = Vec::new();
    for marked in cases {
        let text = marked.replace('|', "");
        let expect: Vec<&str> = marked.split('|').map(str::trim).collect();
        for language in [Some(language), None] {
            let found = found(&text, language);
            if found != expect {
                wrong.push(format!("{language:?}: {}", found.join(" | ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_stop_may_have_lost_its_space() {
    check(
        Russian,
        &[
            "Дамба устояла.|Воду откачали.|Жители вернулись.",
            "Суд перенесли на 10:00.|Адвокат возражал.",
            "Мост закрыт до 2030 года.|В области ждут решения.",
            "Его отвезли в СИЗО.|Родные ждали.",
            "Ответила ЕАЭС.|МИД промолчал.",
            "Рост составил 7%.|Цены упали.",
            "Приходите!|Вход свободный.|Когда?|Завтра.",
            "Он прав.|Я согласен.|И, как видно, не я один.",
            "Новый чип М2.|Неважно, сколько он стоит.",
            "Истец молчал.|Г-н посол возразил.",
            "Осуждённому 20 лет .|В городе его помнят.",
        ],
    );
    check(
        English,
        &[
            "The dam held.|Water was pumped out.|People came home.",
            "The hearing moved to 10:00.|Lawyers objected.",
            "The pact ended in 2030.|Nobody mourned it.",
            "They joined NATO.|The talks went on.",
            "Come!|Entry is free.|When?|Tomorrow.",
            "Nobody asked for it.|It came all the same.",
        ],
    );
    check(
        Kazakh,
        &["Бөгет шыдады деді.|Оның сөзін тұрғындар растады.", "Сот отырысы 10:00.|Қорғаушы қарсы.", "Келіңіз!|Кіру тегін.|Қашан?|Ертең."],
    );
    check(
        Arabic,
        &[
            "صمد السد أمام المياه.|وعاد السكان إلى بيوتهم.",
            "انتهت الجلسة.|ثم غادر الوفد.",
            "متى يعود الوفد؟|لا أحد يعرف!|لكن الجسر مفتوح.",
            "وقع الاتفاق عام 2015.|وبدأ تنفيذه بعد شهر.",
            "كان القرار صائبًا.|تراجعت الأسعار.",
            "سلمها الملف كله به.|لم يعلق أحد.",
        ],
    );
}

#[test]
fn a_stop_between_two_scripts_may_have_lost_its_space() {
    check(
        Russian,
        &[
            "Об этом пишет Zakon.kz.|По данным акимата, мост закрыт.",
            "Мост закрыли навсегда.|Zakon.kz пишет о причинах.",
            "Сделку закрыл Siemens.|Сумма неизвестна.",
        ],
    );
    check(Kazakh, &["Бұл туралы Zakon.kz.|Көпір жабық.", "Келісімді Siemens.|Сома белгісіз."]);
    check(Arabic, &["نشرت ذلك وكالة Reuters.|وأضافت أن الجسر مغلق.", "انتهى الاجتماع.|The talks ended."]);
    check(English, &["The report is on Zakon.kz.|The bridge is closed.", "The minister is Сергей Лавров.|The bridge is closed."]);
}

#[test]
fn a_quotation_mark_opens_behind_a_lost_space() {
    check(
        Russian,
        &[
            "Дамба устояла.|\"Мы ждём дождя.|Людей вывезли\", - сказал аким.|Школы закрыты.",
            "Акимат ответил.|\"Завод \"Луч\" работает\", - сказано в письме.",
            "Об этом пишет Zakon.kz.|\"Мы готовы\", - сказал он.|\"Совсем\".",
            "Поправки внесли в кодекс (КоАП).|\"Срок вырос\", - пояснил депутат.",
            "Он ушёл.|\"3 апреля я выехал в город\", - сказал он.",
            "Спор окончен.|«Мы готовы», — сказал он.",
        ],
    );
    check(
        English,
        &[
            "The dam held.|\"We expect rain.|People have left,\" the mayor said.|Schools are closed.",
            "The talks ended.|“We are ready,” he said.",
            "It's over for them.|'We knew it,' he said.",
        ],
    );
    check(
        Kazakh,
        &[
            "Бөгет шыдады.|\"Жаңбыр күтеміз\", - деді әкім.|Мектептер жабық.",
            "Келіссөз аяқталды.|«Дайынбыз», – деді ол.",
            "Ол келді.|”Дайынбыз”, – деді ол.",
        ],
    );
    check(Arabic, &["صمد السد.|\"ننتظر المطر\"، قال المحافظ.|وأغلقت المدارس.", "انتهت المحادثات.|«نحن مستعدون».|وغادر الوفد."]);
}

#[test]
fn a_quotation_mark_closes_before_a_lost_space() {
    check(
        Russian,
        &[
            "Он ответил: «Это конец».|Президент промолчал.",
            "Он ответил: \"Это конец\".|Президент промолчал.",
            "\"Это конец.\"|Президент промолчал.",
            "Он ответил: «Это конец…».|Президент промолчал.",
            "Двор признан лучшим (улица Мира, 7).|Звание дали и школе.",
            "Он ответил: „Это конец.“|Все промолчали.",
        ],
    );
    check(
        English,
        &[
            "He replied: “This is the end.”|The president was silent.",
            "\"This is the end.\"|The president was silent.",
            "It fell (at last).|Nobody cheered.",
        ],
    );
    check(English, &["\"We won!\"Trump said.|Nobody else did.", "\"We won!\"Mr. Trump said. |Nobody else did."]);
    check(Kazakh, &["Ол: «Бұл соңы».|Президент үндемеді.", "\"Бұл соңы\".|Президент үндемеді."]);
    check(
        Arabic,
        &["قال إن «الأمر انتهى».|ولم يعلق الرئيس.", "وأكد أنه \"لا شيء رسمي\".|ولم يكن الوفد يعلم.", "\"هل تأتي؟\"قال الوزير.|ثم سكت."],
    );
}

#[test]
fn a_dot_inside_a_name_is_no_stop() {
    check(
        Russian,
        &[
            "Сайт Tengrinews.kz и портал Zakon.Kz пишут об А.С. Пушкине и Ж.Тоқаеве.",
            "Сайты mail.Ru, MOS.RU и Город.РФ не работали.",
            "В Яндекс.Новостях и на Lenta.ru пусто.",
            "Новый глава им.Г.Тукая встретил Дж.Коми и Ж.-К.Трише.",
            "Дом на ул.Абая, г.Астана, стоит 5,5 млн.тенге, т.е. дорого.",
            "Пункт 1.2.А и раздел п.3.Общие читать не стали.",
            "Откройте файл отчёт.docx или план.txt сегодня.",
            "Он ждал...Потом ушёл.",
            "Рост на +25…+27 градусов.",
        ],
    );
    check(
        English,
        &[
            "See example.com, News.example.com and J.D.Vance of the U.S.A. in section 1.2.A of it.",
            "Mr.Smith and St.Petersburg are in vol.2 of main.rs and Node.Js.",
            "He waited...Then he left.",
            "It rose 3.5 percent.",
        ],
    );
    check(Kazakh, &["Zakon.kz сайты Қ.Тоқаев пен А.Құнанбаев туралы жазды.", "Ол т.ғ.к.Сәтбаев пен г.Астана туралы айтты."]);
    check(
        Arabic,
        &[
            "نشر موقع example.com وقناة بي.بي.سي ومؤسسة أ.ف.ب الخبر.",
            "أعلنت قناة «آر. بي. كا» الخبر.",
            "بلغت النسبة 3.5 في المئة.",
            "وصل د.سمير إلى فيينا.",
        ],
    );
}

#[test]
fn a_figure_may_begin_a_sentence_behind_a_lost_space() {
    check(
        Russian,
        &[
            "Лавина сошла у города.|16 апреля её взорвали.",
            "Ущерб велик.|20 000 домов затоплено.",
            "Он сдался.|42-летний водитель молчал.",
            "Тонн ушло много.|12 и 13 апреля вывезли людей.",
        ],
    );
    check(English, &["The bridge was closed.|16 people were hurt.", "He gave up quickly.|42-year-old drivers do."]);
    check(Kazakh, &["Көшкін түсті.|16 сәуірде жарылды."]);
    check(Arabic, &["انتهى الهجوم.|15 شخصا أصيبوا."]);
    check(Russian, &["Это стр.15 закона и ст.5 кодекса."]);
}

#[test]
fn a_list_is_cut_before_its_numbers() {
    check(
        Russian,
        &[
            "Закон состоит из двух частей:1. Отбор, который ведёт суд.|2. Надзор за ним.",
            "Закон состоит из двух частей: 1. Отбор.|2. Надзор.",
            "Работа ведётся с каждым.|2. Надзор усилят.",
            "Счёт стал 2:1. |Публика ушла.",
        ],
    );
    check(English, &["The law has two parts: 1. Choice by a court.|2. Control of it."]);
    check(Kazakh, &["Заң екі бөлімнен тұрады: 1. Іріктеу.|2. Бақылау."]);
    check(Arabic, &["للقانون قسمان: 1. الاختيار.|2. الرقابة."]);
}

#[test]
fn a_bullet_or_the_time_of_a_teaser_begins_a_piece() {
    check(
        Russian,
        &[
            "Суд начался.|Продолжение|■Свидетель дал показания16 апреля 2024 14:44|■Защита возражает15 апреля 2024 09:05|По данным суда, спор не окончен.",
            "Вчера 10:38|Заседание началось.",
            "Читайте позже 17:33|\"Мы ответим\", - сказал он.",
            "Поручено: |• вывезти людей; |• закрыть школы.",
            "Встреча в 14:30 МСК, рейс в 10:00UTC.",
        ],
    );
    check(
        English,
        &[
            "Talks ended.|More|■Witness heard 14:44|■Defence objects 09:05|The court rose.",
            "The plan: |• move people; |• close schools.",
            "The song (▶) is old.",
        ],
    );
    check(Kazakh, &["Сот басталды.|Жалғасы|■Куәгер сөйледі 14:44|Кеше сот аяқталды."]);
    check(Arabic, &["بدأت الجلسة.|المزيد|■الشاهد يتكلم 14:44|وقال القاضي إن الجلسة انتهت."]);
}

#[test]
fn a_caption_ends_where_a_sentence_begins() {
    check(
        Russian,
        &[
            "Фото: пресс-служба министерства|В ведомстве ждут дождя.",
            "Фото: Zakon.kz|На месте работают врачи.",
            "Публикация от акимата (@akimat.kz)|Кроме того, школы закрыты.",
            "Это не единственное изменение|Как и раньше, школы закрыты.",
            "Фото пресс-службы акимата|Премьер приехал в посёлок.",
            "Фото акимата|\"Дома целы\", - сказал премьер.",
            "Кадр из видео|Адвокат возразил судьеВерховного суда.",
            "Фото пресс-службы акимата|16 апреля премьер приехал в посёлок.",
            "Суреті әкімдік|5 сәуірде бөгет шыдады.",
            "Фото дома12 этажей высотой.",
            "Об этом сказал судья16 апреля.",
            "Фото КазМунайГаз и РусГидро.",
            "Фото: Zakon.kz|Ранее суд ответил.",
            "Фото: Zakon.kz|Премьер приехал.",
            "Работы ведут КазМунайГаз, РусГидро и НацБанк.",
            "Об этом сказал судьяВерховного суда.",
            "Не хватает витаминаА и железа.",
        ],
    );
    check(
        English,
        &[
            "Photo: press office|The ministry expects rain.",
            "The report is on LinkedIn and YouTube for now.",
            "They post as #WeAreWithHer in May.",
        ],
    );
    check(Kazakh, &["Сурет: әкімдік|Бұл жерде дәрігерлер жүр.", "Сурет: ҚазМұнайГаз мұрағаты.", "Сурет әкімдіктен|Премьер ауылға келді."]);
}

#[test]
fn a_name_in_quotation_marks_is_not_cut() {
    check(
        Russian,
        &[
            "Вышел альбом «Город. Люди» со снимками.|Его хвалят.",
            "Прошла акция \"Чистый город. Дворы и парки\" по уборке.",
            "Он сказал: «Город пуст.|Люди ушли».|Мы ждём.",
            "Фильм «Где мы?» вышел в мае.",
        ],
    );
    check(English, &["The film “City. People” came out.|Critics liked it.", "She said, \"The city is empty.|People left.\""]);
    check(Kazakh, &["«Қала. Адамдар» атты көрме ашылды.", "Көрмеде «Қала. Адамдар» альбомы бар."]);
    check(Arabic, &["صدر كتاب «المدينة. الناس» أمس.|وأثنى عليه النقاد."]);
}

#[test]
fn abbreviations_of_newspapers() {
    check(
        Russian,
        &[
            "Ущерб составил 5 млн. тг. с учётом НДС и 300 тг. без него.",
            "Это стоит 300 тг. |Это дорого.",
            "В 1990-2000 гг. Казахстан рос, и по ст. 15 и в им. Абая всё тихо.",
            "Продали хлеб, соль и т.д. |Рынок закрылся.",
            "Продали хлеб, соль и т. п. |Рынок закрылся.",
            "Говорили о нем. |Режиссёр молчал.",
            "Мы помогли им. |Они вернулись.",
            "Рост 53 см. |Вес нормальный.",
            "Ураган идёт со скоростью 90 км/ч. |Ветер усилится.",
            "Правил Николай I. |Его сменил сын.",
            "Школа (прим. редакции) закрыта, тов. Сталин и гр. Ленин ушли.",
        ],
    );
    check(
        Kazakh,
        &[
            "2022 ж. Қазақстан және 2023 жж. Өзбекстан өсті.",
            "Нан, тұз және т.б. |Базар жабылды.",
            "Мақаланы т.ғ.к. Сәтбаев пен т.ғ.д. Әуезов жазды.",
            "Бағасы 5 млн. тг. болды.",
        ],
    );
    check(
        English,
        &[
            "He said no. |Rasmussen agreed.",
            "It was No. 5 of ten.",
            "They sold bread, salt etc. |Markets closed.",
            "SYRACUSE, N.Y. - The last time was April.",
            "Like modern art. |Nobody bought it.",
        ],
    );
    check(Arabic, &["وصل د. سمير وأ. خالد وم. حسن إلى فيينا.", "باعوا الخبز والملح إلخ. |وأغلقت السوق بعد ذلك."]);
}

#[test]
fn two_dots_end_an_arabic_sentence_only_after_much_was_said() {
    let long = "وصفها عضو الوفد بعد يومين من المحادثات في العاصمة بأنها خطوة مهمة نحو الحل";
    check(
        Arabic,
        &[
            &format!("{long}.. |وقال إن الوفد سيعود بعد شهر."),
            &format!("{long}..|وقال إن الوفد سيعود بعد شهر."),
            &format!("{long}.. وغيرهم."),
            &format!("{long}.. داعيا إلى المزيد من الصبر."),
            &format!("قال «{long}.. وقال الوفد إنه سيعود»."),
            "بوتين.. وقال الكرملين كلمته أمس.",
        ],
    );
    check(Russian, &["Потом он ушёл.. |Все молчали."]);
}

#[test]
fn a_sentence_of_a_page_is_cut_at_its_semicolons() {
    let clause = "رأى الباحث أن توسيع الطريق يحتاج إلى وقت طويل ومال كثير وصبر من سكان المدينة جميعا";
    let half = [clause; 5].join("، ");
    check(Arabic, &[&format!("{half}؛ |{half}."), &format!("{half} ({clause}؛ {clause})، {clause}.")]);
    check(Arabic, &[&format!("{clause}؛ {clause}.")]);
    let clause = "исследователь считает, что расширение дороги потребует времени, денег и терпения всех жителей города";
    let half = [clause; 4].join(", ");
    check(Russian, &[&format!("{half}; |{half}."), &format!("{clause}; {clause}."), &format!("{half}, «{clause}; {clause}», {half}.")]);
}

#[test]
fn dialogues_and_asides() {
    check(
        Russian,
        &[
            "— Вы готовы? |— Да, — сказал он. |— Идём.",
            "«Мы ушли!» — сказал он. |— Куда?",
            "Он прав.|— Идём.",
            "Школа (брат свидетеля. - прим.) закрыта.",
        ],
    );
    check(English, &["He was (as they said. - ed.) late.", "\".@mayor is right,\" he wrote.", "See the video.|@mayor agreed."]);
    check(Kazakh, &["– Келеміз бе? |– Иә, – деді ол. |– Кеттік."]);
    check(Arabic, &["عاد الوفد (...) إلى العاصمة.", "- هل نعود؟ |- نعم، قال الوزير. |- متى؟"]);
}

const WORDS: [(Language, [&str; 6]); 4] = [
    (Arabic, ["عاد", "الوفد", "إلى", "العاصمة", "بعد", "المحادثات"]),
    (English, ["people", "left", "their", "homes", "after", "floods"]),
    (Kazakh, ["тұрғындар", "қаладан", "кеше", "көшіп", "кетті", "бөгет"]),
    (Russian, ["жители", "вчера", "покинули", "город", "после", "паводка"]),
];

proptest! {
    /// Plain sentences are found again whether or not there is a space between them.
    #[test]
    fn a_lost_space_changes_nothing(language in 0..4_usize, numbers in prop::collection::vec(prop::collection::vec(0..6_usize, 2..6), 1..5)) {
        let (language, words) = WORDS[language];
        let sentence = |numbers: &Vec<usize>| {
            let text = numbers.iter().map(|&number| words[number]).collect::<Vec<_>>().join(" ");
            let first = text.chars().next().map_or(String::new(), |c| c.to_uppercase().collect());
            format!("{first}{}.", text.chars().skip(1).collect::<String>())
        };
        let expect: Vec<String> = numbers.iter().map(sentence).collect();
        for text in [expect.concat(), expect.join(" ")] {
            prop_assert_eq!(found(&text, Some(language)), expect.clone());
        }
    }

    /// Glued and broken pieces of all sorts are covered in order, and nothing panics.
    #[test]
    fn nothing_is_lost_at_a_seam(text in "(Суд|В|kz|\\.|\\.\\.|…|؟|\"|«|»|”|“|'|■|14:30|15| |\n|وقال|The|А|@|\\(|\\)|—|-|;|؛){0,60}") {
        for language in [None, Some(Arabic), Some(English), Some(Kazakh), Some(Russian)] {
            let mut end = 0;
            for sentence in sentences(&text, language) {
                prop_assert!(text[end..sentence.span.start].trim().is_empty());
                prop_assert!(!sentence.span.is_empty());
                end = sentence.span.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
