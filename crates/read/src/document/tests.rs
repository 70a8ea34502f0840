use super::*;

const PLAIN: Options = Options { date: None, language: None, limit: LIMIT };

fn document(text: &str) -> Document {
    read(text.as_bytes(), "report", &PLAIN).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn published(document: &Document) -> Option<(String, &'static str)> {
    document.published.map(|(date, rule)| (date.to_string(), rule))
}

fn headings(document: &Document) -> Vec<&str> {
    document.sections.iter().filter(|section| section.heading).map(|section| document.text.quote(section.span)).collect()
}

fn spoken(document: &Document) -> Vec<&str> {
    document.sections.iter().filter(|section| !section.heading).map(|section| document.text.quote(section.span)).collect()
}

fn doubts(document: &Document) -> Vec<&str> {
    document.doubts.iter().map(|doubt| doubt.name).collect()
}

/// A report after the seed's fashion: a date, a dateline and the first paragraph on one line; headings between paragraphs.
const ARABIC: &str = " date 2025-10-04 موسكو- عادت العلاقات بين البلدين إلى واجهة النقاش في العاصمة الروسية، حيث نشرت صحف عدة مقالات عن التجارة والحدود بين الجانبين.

ويرى مراقبون أن الاتفاق الجديد يفتح الباب أمام تعاون أوسع في مجال الطاقة. ولم يصدر تعليق رسمي من الجانبين حتى الآن.

حسابات خاطئة

وكانت الحكومة قد أعلنت في يناير/كانون الثاني 2022 حالة الطوارئ في البلاد بعد احتجاجات على أسعار الوقود امتدت إلى مدن كثيرة.

لعبة مزدوجة

ويقول الباحث إن بلاده \"لا تريد انتصارا سريعا\" لأي طرف في هذه الحرب، وإنها تسعى إلى التوازن بين جيرانها.
";

#[test]
fn the_head_of_an_arabic_report() {
    let document = document(ARABIC);
    assert_eq!(document.text.as_str(), ARABIC);
    assert_eq!(document.language, Some(Language::Arabic));
    assert_eq!(published(&document), Some(("2025-10-04".into(), "text-head")));
    assert_eq!(document.dateline.map(|place| document.text.quote(place)), Some("موسكو"));
    assert_eq!(document.title, None);
    assert_eq!(headings(&document), ["حسابات خاطئة", "لعبة مزدوجة"]);
    let spoken = spoken(&document);
    assert_eq!(spoken.len(), 5);
    assert!(spoken[0].starts_with("عادت العلاقات"));
    assert_eq!(doubts(&document), [""; 0]);
    let paragraphs: Vec<usize> = document.sections.iter().map(|section| section.paragraph).collect();
    assert_eq!(paragraphs, [0, 1, 1, 2, 3, 4, 5]);
}

#[test]
fn heads_in_four_languages() {
    for (text, title, day, place, outlet, first) in [
        (
            "Tokayev asks allies for help\n\nALMATY, January 5, 2022 (Reuters) - Kazakhstan's president asked allies for help on Wednesday. Troops were on their way.",
            Some("Tokayev asks allies for help"),
            Some(("2022-01-05", "dateline")),
            Some("ALMATY"),
            Some("Reuters"),
            "Kazakhstan's president asked",
        ),
        (
            "Токаев попросил о помощи\n\n5 января 2022 г.\n\nАЛМА-АТА, 5 янв – Sputnik. Президент Казахстана попросил союзников о помощи. Войска были в пути.",
            Some("Токаев попросил о помощи"),
            Some(("2022-01-05", "text-head")),
            Some("АЛМА-АТА"),
            Some("Sputnik"),
            "Президент Казахстана",
        ),
        (
            "Тоқаев көмек сұрады\n\nАстана, 2022 жылғы 5 қаңтар – Қазақстан Президенті одақтастардан көмек сұрады. Әскерлер жолға шықты.",
            Some("Тоқаев көмек сұрады"),
            Some(("2022-01-05", "dateline")),
            Some("Астана"),
            None,
            "Қазақстан Президенті",
        ),
        (
            "توكاييف يطلب المساعدة\n\nألماتي 5 يناير/كانون الثاني 2022 (رويترز) - طلب رئيس كازاخستان المساعدة من الحلفاء. وكانت القوات في الطريق.",
            Some("توكاييف يطلب المساعدة"),
            Some(("2022-01-05", "dateline")),
            Some("ألماتي"),
            Some("رويترز"),
            "طلب رئيس كازاخستان",
        ),
        (
            "Date: 5 January 2022\n\nThe president of Kazakhstan asked allies for help. Troops were on their way to the country.",
            None,
            Some(("2022-01-05", "text-head")),
            None,
            None,
            "The president of Kazakhstan",
        ),
        (
            "АСТАНА, 5 янв – Президент Казахстана попросил союзников о помощи. Войска были в пути.",
            None,
            None,
            Some("АСТАНА"),
            None,
            "Президент Казахстана",
        ),
    ] {
        let document = document(text);
        assert_eq!(document.title.as_deref(), title, "{text}");
        assert_eq!(published(&document), day.map(|(day, rule)| (day.to_string(), rule)), "{text}");
        assert_eq!(document.dateline.map(|span| document.text.quote(span)), place, "{text}");
        assert_eq!(document.outlet.as_deref(), outlet, "{text}");
        let spoken = spoken(&document);
        assert_eq!(spoken.len(), 2, "{spoken:?}");
        assert!(spoken[0].starts_with(first), "{spoken:?}");
        assert_eq!(doubts(&document).contains(&"no-publication-date"), day.is_none(), "{text}");
    }
}

#[test]
fn a_dateline_without_a_year_takes_it_from_the_one_date_before_it() {
    let text = "БИШКЕК, 14 мар – Президенты вчера подписали договор о границе. Гость прибыл с визитом 12 марта 2025 года.";
    let found = document(text);
    assert_eq!(published(&found), Some(("2025-03-14".into(), "dateline")));
    assert_eq!(doubts(&found), ["year-from-text"]);
    let found = document(&text.replace("12 марта", "12 мая"));
    assert_eq!((published(&found), doubts(&found)), (None, vec!["no-publication-date"]));
}

#[test]
fn the_flag_beats_metadata_beats_the_text() {
    let text = "2022-01-05\n\nASTANA, 4 January 2022 – The president spoke on Tuesday. He did not take questions.";
    assert_eq!(published(&document(text)), Some(("2022-01-05".into(), "text-head")));
    let page = format!("<html><meta name=date content=2022-01-06><body><p>2022-01-05<p>{}", text.split_once("\n\n").unwrap().1);
    assert_eq!(published(&document(&page)), Some(("2022-01-06".into(), "metadata")));
    let options = Options { date: Some(jiff::civil::date(2022, 1, 7)), language: Some(Language::Russian), ..PLAIN };
    let document = read(page.as_bytes(), "report", &options).unwrap();
    assert_eq!(published(&document), Some(("2022-01-07".into(), "flag")));
    assert_eq!(document.language, Some(Language::Russian));
    assert!(spoken(&document)[0].starts_with("The president"), "{:?}", spoken(&document));
}

#[test]
fn a_page_becomes_title_blank_line_paragraphs() {
    let html = "<html lang=ru><head><title>Сайт</title><meta property=og:title content='Переговоры в Женеве'></head><body><nav><a href=/>Главная</a></nav><article><h1>Переговоры в Женеве</h1>
        <p>ЖЕНЕВА, 10 янв — РИА Новости. Министр иностранных дел прибыл в Женеву на переговоры, которые начнутся в понедельник.</p>
        <p><b>Позиция сторон</b></p><p>Стороны обсудят гарантии безопасности, сообщил представитель министерства. Результатов пока не ждут, добавил он.</p></article>";
    let document = document(html);
    let text = document.text.as_str();
    assert!(text.starts_with("Переговоры в Женеве\n\nЖЕНЕВА, 10 янв"), "{text}");
    assert_eq!(headings(&document), ["Переговоры в Женеве", "Позиция сторон"]);
    assert_eq!(spoken(&document).len(), 3);
    assert!(spoken(&document)[0].starts_with("Министр"));
    assert_eq!(document.outlet.as_deref(), Some("РИА Новости"));
}

/// A report as scraping leaves it: no line breaks, no spaces behind stops, teasers in the middle. `|` stands where it is cut, `~` before
/// what is set aside.
const GLUED: [(Language, &str); 4] = [
    (
        Language::Russian,
        "Дамба у посёлка выдержала паводок, передаетZakon.kz.|\"Мы вывезли всех жителей.|Дома целы\", - сказал аким.|~Продолжение|~■Вода ушла из трёх \
         районов14:30|По данным акимата, дороги открыты.|~Фото: пресс-служба акимата|В области ждут дождя.|~Читайте также:Синоптики ждут снега.",
    ),
    (
        Language::English,
        "The dam near the village held, the office said on Monday.|\"We moved everyone.|The houses stand,\" the mayor said.|The roads are open again.",
    ),
    (
        Language::Kazakh,
        "Ауыл маңындағы бөгет тасқынға шыдады деп хабарлайды Zakon.kz.|\"Барлық тұрғынды көшірдік.|Үйлер аман\", - деді әкім.|Оның айтуынша, жол ашық.",
    ),
    (
        Language::Arabic,
        "صمد السد القريب من القرية أمام الفيضان كما ذكرت السلطات أمس.|\"نقلنا جميع السكان\"، قال المحافظ.|وأضاف أن الطرق مفتوحة.",
    ),
];

#[test]
fn a_scraped_report_is_cut_where_its_spaces_were_lost() {
    for (language, marked) in GLUED {
        let text = marked.replace(['|', '~'], "");
        let document = document(&text);
        assert_eq!(document.language, Some(language));
        assert_eq!(document.text.as_str(), text);
        assert_eq!(spoken(&document), marked.split('|').filter(|piece| !piece.starts_with('~')).collect::<Vec<_>>());
        assert_eq!(doubts(&document).contains(&"not-news"), marked.contains('~'));
    }
}

#[test]
fn what_is_set_aside_is_counted() {
    let text = "Вода ушла\n\nДороги у посёлка открыты, жители вернулись домой в понедельник.Продолжение■Дамба выдержала14:30■Дамба у городаВчера 10:38По данным акимата, \
                школы работают.Фото пресс-службы акимата16 апреля аким прибыл в посёлок.\n\nЧитайте также:\n\nСиноптики ждут снега\n\nВ области ждут дождя.";
    let found = document(text);
    let expected = [
        "Дороги у посёлка открыты, жители вернулись домой в понедельник.",
        "По данным акимата, школы работают.",
        "16 апреля аким прибыл в посёлок.",
        "В области ждут дождя.",
    ];
    assert_eq!(spoken(&found), expected);
    let told = found.doubts.iter().find(|doubt| doubt.name == "not-news").map(|doubt| doubt.detail.as_str());
    let expected = "not read as news: 3 teasers of other reports, 1 caption, 1 link to other reports (“Продолжение”; “■Дамба выдержала14:30”; “■Дамба у \
                    городаВчера 10:38”; …)";
    assert_eq!(told, Some(expected));
}

#[test]
fn a_link_ends_with_its_paragraph_and_a_long_one_goes_on() {
    for (text, kept) in [
        ("The dam held. The roads are open again. Read more: Snow comes. Roads close.\n\nThe mayor spoke.", 3),
        ("صمد السد القريب من القرية. فتحت الطرق. اقرأ أيضا: الثلج قادم إلى المدينة.\n\nوتحدث المحافظ.", 3),
        ("Бөгет шыдады. Жол ашық. Тағы оқыңыз: Қар жауады.\n\nӘкім сөйледі.", 3),
        ("Дамба выдержала. Читайте также: Снег. Дороги открыты. Школы работают. Жители вернулись.", 4),
        ("Read also: what Article 5 says.", 1),
    ] {
        let found = document(text);
        assert_eq!(found.sections.len(), kept, "{:?}", spoken(&found));
    }
}

#[test]
fn sections_cover_the_text_in_order() {
    for (_, marked) in GLUED {
        let pieces: Vec<&str> = marked.split('|').filter(|piece| !piece.starts_with('~')).collect();
        let text = format!("{}\n\n{}", pieces.concat(), pieces.join("|"));
        let document = document(&text);
        let mut last = 0;
        for section in &document.sections {
            assert!(text[last..section.span.start].trim().is_empty(), "{:?}", &text[last..section.span.start]);
            last = section.span.end;
        }
        assert!(text[last..].trim().is_empty());
    }
}

#[test]
fn the_title_of_a_short_report_is_a_heading() {
    for (title, text) in [
        ("Жители посёлка у реки вернулись домой после паводка", "Воду откачали, дороги открыты, школы снова работают."),
        ("Residents of a village by the river go home", "Water was pumped out, and the roads are open."),
        ("Өзен бойындағы ауыл тұрғындары үйлеріне оралды", "Су сорылды, жолдар ашық, мектептер жұмыс істеп тұр."),
        ("عاد سكان القرية القريبة من النهر إلى بيوتهم", "ضخت المياه وفتحت الطرق وعادت المدارس."),
    ] {
        let document = document(&format!("{title}\n\n{text}\n"));
        assert_eq!((headings(&document), spoken(&document)), (vec![title], vec![text]));
        assert_eq!(document.title.as_deref(), Some(title));
    }
}

#[test]
fn inputs_that_are_no_report() {
    let deep = format!("<html>{}", "<div>".repeat(100));
    for (bytes, starts) in [
        (b"".as_slice(), "`report` is empty"),
        (b" \n\t", "`report` is empty"),
        (b"\xEF\xBB\xBF\n", "`report` is empty"),
        (b"abc\0def", "`report` is not text but binary data"),
        (b"\x01\x02\x03\x04abc", "`report` is not text but binary data"),
        (b"%PDF-1.7 text", "`report` is not text but a PDF file"),
        (b"PK\x03\x04abc", "`report` is not text but a ZIP"),
        (b"12 345, 67 - 8.9", "`report` has no letters"),
        (b"<html><script>var x = 1</script><body></body></html>", "`report` has no text left"),
        (deep.as_bytes(), "`report` has no text left"),
    ] {
        let message = read(bytes, "report", &PLAIN).unwrap_err().to_string();
        assert!(message.starts_with(starts) && message.contains("\nhint: "), "{message}");
    }
    let message = read(b"a long report", "report", &Options { limit: 5, ..PLAIN }).unwrap_err().to_string();
    assert!(message.starts_with("`report` has 13 bytes; the limit for one report is 5\nhint: split"), "{message}");
}

#[test]
fn odd_texts_are_read_with_doubts() {
    for (text, expected) in [
        ("The president said \u{202E}on Monday\u{202C} that talks with the neighbour would go on.", "bidi-controls"),
        ("12 Zx 34", "unknown-language"),
        ("Le président a demandé au gouvernement de préparer une réponse à la déclaration.", "not-one-of-four"),
        ("no date", "no-publication-date"),
    ] {
        let document = document(text);
        assert!(doubts(&document).contains(&expected), "{text}: {:?}", document.doubts);
        assert_eq!(document.text.as_str(), text);
    }
    let document = read(b"The president said \xFF\xFE that \xE2\x82 talks \xE2\x80\x94 with the neighbour \xD0\xB0\xD0\xB1\xD0\xB2\xD0\xB0\xD0\xB1\xD0\xB2 go on.", "x", &PLAIN).unwrap();
    assert!(doubts(&document).contains(&"undecodable-bytes"), "{:?}", document.doubts);
}

#[test]
fn every_prefix_of_a_report_can_be_read_and_spans_fit() {
    let page = format!("<html><head><title>T</title></head><body><article><p>{ARABIC}</p><p class='x'>&amp;&#1234; Текст қазақша</p>");
    for whole in [ARABIC, &page] {
        for end in (1..whole.len()).step_by(whole.len() / 60) {
            let Ok(document) = read(&whole.as_bytes()[..end], "x", &PLAIN) else { continue };
            let mut last = 0;
            for section in &document.sections {
                assert!(section.span.start >= last && !document.text.quote(section.span).trim().is_empty());
                last = section.span.end;
            }
        }
    }
}

#[test]
fn the_same_input_gives_the_same_id_and_another_source_another() {
    assert_eq!(document("Some text.").id, document("Some text.").id);
    assert_eq!(document("Some text.").id.len(), 16);
    assert_ne!(document("Some text.").id, document("Some other text.").id);
    assert_ne!(document("Some text.").id, read(b"Some text.", "other", &PLAIN).unwrap().id);
}
