use super::*;

fn check(text: &str, expected: Option<Language>, doubt: Option<&str>) {
    let verdict = detect(text.split('\n'));
    let doubts: Vec<&str> = verdict.doubts.iter().map(|doubt| doubt.name).collect();
    let details: Vec<&str> = verdict.doubts.iter().map(|doubt| doubt.detail.as_str()).collect();
    assert_eq!(verdict.language, expected, "{text}\n{details:?}");
    assert_eq!(doubts, doubt.into_iter().collect::<Vec<_>>(), "{text}\n{details:?}");
}

#[test]
fn the_four_languages() {
    for (language, texts) in [
        (
            Language::Arabic,
            [
                "أعلنت الحكومة اليوم أنها لن تعترف بنتائج الاستفتاء، وقال الوزير إن بلاده تدعم الحل السلمي.",
                "توكاييف يصل موسكو",
                "ارتفاع أسعار النفط",
                "قال الرئيس الإيراني في طهران إن محادثات چابهار مع گوتيريش مستمرة.",
                "مُحادثات السَّلام تُستأنف غداً",
            ],
        ),
        (
            Language::Russian,
            [
                "Президент поручил правительству подготовить ответ на заявление соседней страны.",
                "Токаев прибыл в Москву",
                "Совет Безопасности ООН осудил нападение",
                "Қазақстан атауы появилось на карте, сообщили в министерстве иностранных дел России в понедельник.",
                "Рост цен",
            ],
        ),
        (
            Language::Kazakh,
            [
                "Президент Үкіметке көрші елдің мәлімдемесіне жауап дайындауды тапсырды.",
                "Тоқаев Мәскеуге барды",
                "Президент барлау туралы айтты",
                "Мемлекет басшысы халыкаралык уйымдар мен елдер туралы баяндама жасады",
                "Олар осы жылы Астанадан Алматы мен Таразда болды деген хабар тарады",
            ],
        ),
        (
            Language::English,
            [
                "The president told the government to prepare an answer to the neighbouring country's statement.",
                "Tokayev arrives in Moscow",
                "UN Security Council condemns attack",
                "Putin visits Astana amid protests",
                "Oil prices rise",
            ],
        ),
    ] {
        for text in texts {
            check(text, Some(language), None);
        }
    }
}

#[test]
fn neighbours_are_not_taken_for_them() {
    for text in [
        "Президент доручив уряду підготувати відповідь на заяву сусідньої країни, повідомила пресслужба.",
        "Прэзідэнт даручыў ураду падрыхтаваць адказ на заяву суседняй краіны, паведаміла прэс-служба.",
        "Президентът възложи на правителството да подготви отговор на изявлението на съседната страна.",
        "Председник је наложио влади да припреми одговор на изјаву суседне земље, саопштила је служба.",
        "Президент өкмөткө коңшу өлкөнүн билдирүүсүнө жооп даярдоону тапшырды, деп билдирди басма сөз кызматы.",
        "Президент хөкүмәткә күрше илнең белдерүенә җавап әзерләргә кушты һәм бу турыда матбугат хезмәте хәбәр итте.",
        "Ерөнхийлөгч хөрш орны мэдэгдэлд хариу бэлтгэхийг Засгийн газарт даалгасан байна гэж мэдээлэв.",
        "Президент ба ҳукумат супориш дод, ки ба изҳороти кишвари ҳамсоя ҷавоб омода кунад.",
        "Президент ҳукуматга қўшни давлат баёнотига жавоб тайёрлашни топширди ва бу ҳақда хабар берди.",
        "رئیس جمهور به دولت دستور داد که پاسخی برای بیانیه کشور همسایه آماده کند و این را به مجلس بفرستد.",
        "صدر نے حکومت کو ہدایت کی کہ وہ ہمسایہ ملک کے بیان کا جواب تیار کرے اور پارلیمان کو بھیجے۔",
        "ولسمشر حکومت ته لارښوونه وکړه چې د ګاونډي هېواد د اعلامیې ځواب چمتو کړي.",
        "Le président a demandé au gouvernement de préparer une réponse à la déclaration du pays voisin.",
        "Der Präsident beauftragte die Regierung, eine Antwort auf die Erklärung des Nachbarlandes vorzubereiten.",
        "Cumhurbaşkanı hükümete komşu ülkenin açıklamasına yanıt hazırlaması talimatını verdi.",
        "El presidente pidió al gobierno que prepare una respuesta a la declaración del país vecino.",
        "总统指示政府准备对邻国声明的回应。",
    ] {
        check(text, None, Some("not-one-of-four"));
    }
}

#[test]
fn mixtures_and_silence() {
    let russian = "Президент поручил правительству подготовить ответ на заявление соседней страны, сообщила пресс-служба.";
    let kazakh = "Президент Үкіметке көрші елдің мәлімдемесіне жауап дайындауды тапсырды, деп хабарлады баспасөз қызметі.";
    let english = "The president told the government to prepare an answer to the neighbouring country's statement, he said.";
    check(&format!("{russian}\n{kazakh}\n{russian}"), Some(Language::Russian), Some("mixed-language"));
    check(&format!("{kazakh}\n{english}\n{kazakh}"), Some(Language::Kazakh), Some("mixed-language"));
    let detail = &detect([russian, english, english]).doubts[0].detail;
    assert!(detail.contains("English 6") && detail.contains("Russian 3"), "{detail}");
    check("Агентство Reuters и канал BBC сообщили о переговорах в Женеве между США и Китаем.", Some(Language::Russian), None);
    check("", None, Some("unknown-language"));
    check("12 345 — 67", None, Some("unknown-language"));
    check("Zx", None, Some("unknown-language"));
}
