//! What tells neighbouring languages of one script apart: their alphabets, their own letters, their commonest words and endings.

use std::collections::BTreeMap;

use mizan_text::Language;

/// A language by its letters and words.
pub(super) struct Profile {
    pub(super) name: &'static str,
    pub(super) language: Option<Language>,
    /// Lower-case letters of its alphabet beside those that all the profiles share; any other letter speaks against it.
    letters: &'static str,
    /// Letters that speak for it, and the share of a text that they usually have.
    own: (&'static str, f64),
    words: &'static [&'static str],
    endings: &'static [&'static str],
}

impl Profile {
    /// How well words fit; above 0 speaks for it.
    pub(super) fn score(&self, words: &Counted<'_>) -> f64 {
        let (mut letters, mut foreign, mut own) = (0usize, 0usize, 0usize);
        for (&c, &count) in &words.letters {
            letters += count;
            own += if self.own.0.contains(c) { count } else { 0 };
            foreign += if SHARED.contains(c) || self.letters.contains(c) { 0 } else { count };
        }
        let (mut all, mut known, mut ended) = (0usize, 0usize, 0usize);
        for (&word, &count) in &words.words {
            all += count;
            known += if self.words.contains(&word) { count } else { 0 };
            ended += if self.endings.iter().any(|ending| word.len() > ending.len() + 3 && word.ends_with(ending)) { count } else { 0 };
        }
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let bonus = (share(own, letters) / self.own.1).min(1.0);
        4.0 * share(known, all) + 0.5 * share(ended, all) + bonus - 10.0 * share(foreign, letters)
    }
}

/// How often each letter and each word stands in a text.
pub(super) struct Counted<'a> {
    letters: BTreeMap<char, usize>,
    words: BTreeMap<&'a str, usize>,
}

impl<'a> Counted<'a> {
    /// Count words in lower case, each followed by a space.
    pub(super) fn new(text: &'a str) -> Self {
        let mut counted = Counted { letters: BTreeMap::new(), words: BTreeMap::new() };
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            *counted.letters.entry(c).or_default() += 1;
        }
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            *counted.words.entry(word).or_default() += 1;
        }
        counted
    }
}

/// Letters that every profile of their script has.
const SHARED: &str = "абвгдежзклмнопрстуфхцчшابتثجحخدذرزسشصضطظعغفقلمنهوئءآ";

macro_rules! profile {
    ($name:literal, $language:expr, $letters:literal, ($own:literal, $share:literal), $words:expr, $endings:expr) => {
        Profile { name: $name, language: $language, letters: $letters, own: ($own, $share), words: $words, endings: $endings }
    };
}

/// Russian first: what could be any of them is taken for it.
pub(super) const CYRILLIC: &[Profile] = &[
    profile!(
        "Russian",
        Some(Language::Russian),
        "ёийщъыьэюя",
        ("ови", 0.20),
        &[
            "и",
            "в",
            "не",
            "на",
            "что",
            "с",
            "по",
            "как",
            "из",
            "за",
            "от",
            "для",
            "это",
            "но",
            "был",
            "его",
            "о",
            "к",
            "у",
            "же",
            "при",
            "об",
            "до",
            "бы",
            "или",
            "также",
            "были",
            "этом",
            "уже",
            "того",
            "их",
            "она",
            "они",
            "он",
            "ранее",
            "заявил",
            "со",
            "во",
            "была",
            "было",
            "между"
        ],
        &[
            "ого", "его", "ему", "ами", "ями", "ый", "ий", "ой", "ая", "ые", "ать", "ить", "ает", "ует", "лся", "лась", "ения", "ение",
            "ией", "ости", "ов"
        ]
    ),
    profile!(
        "Kazakh",
        Some(Language::Kazakh),
        "ёийщъыьэюяәғқңөұүһі",
        ("әғқұі", 0.08),
        &[
            "және",
            "мен",
            "үшін",
            "бұл",
            "деп",
            "бір",
            "бойынша",
            "болды",
            "болып",
            "туралы",
            "емес",
            "осы",
            "сол",
            "ол",
            "арқылы",
            "кейін",
            "пен",
            "бен",
            "дейін",
            "ретінде",
            "керек",
            "бар",
            "жоқ",
            "тек",
            "оның",
            "олар",
            "еді",
            "екен",
            "деген",
            "ғана",
            "әрі",
            "бірақ",
            "болған",
            "дейді",
            "деді",
            "жылы",
            "жаңа",
            "ең",
            "екі",
            "үш",
            "барлық",
            "арасында",
            "бола",
            "болса",
            "кезде",
            "онда",
            "мемлекет",
            "жер",
            "халық",
            "айтты"
        ],
        &[
            "лар", "лер", "дар", "дер", "тар", "тер", "нан", "нен", "дан", "ден", "тан", "тен", "ның", "нің", "дың", "дің", "ған", "ген",
            "қан", "кен", "лық", "лік", "ады", "еді", "йды", "йді", "ына", "іне", "ында", "інде", "мыз", "міз", "сы", "лары", "лері",
            "дағы", "дегі", "ушы", "уші", "рды", "тты", "ды", "ді", "ты", "ті", "іп", "ып", "да", "де", "те", "лік", "дың", "ға", "ге",
            "ке"
        ]
    ),
    profile!(
        "Ukrainian",
        None,
        "ґєиіїйщьюя",
        ("іїєґ", 0.07),
        &[
            "і", "та", "що", "не", "на", "з", "до", "як", "у", "в", "за", "від", "це", "але", "був", "його", "або", "про", "при", "є",
            "які", "між", "щодо"
        ],
        &["ого", "ому", "ами", "ться", "ння", "ський", "ької", "ій"]
    ),
    profile!(
        "Belarusian",
        None,
        "ёійўыьэюя",
        ("іў", 0.08),
        &["і", "ў", "не", "на", "што", "з", "да", "як", "у", "гэта", "але", "быў", "яго", "пра", "для", "за", "па", "ад", "якія"],
        &["ага", "ому", "амі", "цца", "ння", "ць", "скай"]
    ),
    profile!(
        "Bulgarian",
        None,
        "ийщъьюя",
        ("ъ", 0.015),
        &[
            "на", "и", "в", "за", "се", "от", "да", "са", "не", "е", "с", "по", "като", "че", "през", "при", "това", "ще", "към", "със",
            "до"
        ],
        &["ите", "ата", "ият", "ъта"]
    ),
    profile!(
        "Serbian",
        None,
        "ђијљњћџ",
        ("јљњћђџ", 0.05),
        &["и", "у", "је", "на", "да", "се", "за", "су", "од", "не", "са", "из", "као", "који", "је", "о", "ће", "али"],
        &["ања", "ости", "ских", "ија"]
    ),
    profile!(
        "Macedonian",
        None,
        "ѓиѕјљњќџ",
        ("ѓќѕј", 0.03),
        &["на", "и", "во", "за", "се", "од", "да", "не", "е", "со", "што", "како", "го", "ја", "ќе", "по", "ги", "дека"],
        &["ите", "ата", "иот", "ија"]
    ),
    profile!(
        "Kyrgyz",
        None,
        "ёийщъыьэюяңөү",
        ("ңөү", 0.06),
        &[
            "жана",
            "менен",
            "үчүн",
            "бул",
            "деп",
            "бир",
            "боюнча",
            "болгон",
            "эмес",
            "жөнүндө",
            "кийин",
            "үчүн",
            "да",
            "болуп",
            "анын",
            "алар",
            "эле"
        ],
        &[
            "лар", "лер", "дар", "дер", "нын", "нин", "дын", "ган", "ген", "ууда", "уу", "түү", "дөн", "төн", "ды", "ты", "ду", "дү", "да",
            "де", "га", "ге", "нун", "нүн", "оо", "дө"
        ]
    ),
    profile!(
        "Tatar",
        None,
        "ёийщъыьэюяәҗңөүһ",
        ("әҗңөүһ", 0.11),
        &[
            "һәм",
            "белән",
            "өчен",
            "бу",
            "дип",
            "бер",
            "буенча",
            "булган",
            "түгел",
            "соң",
            "да",
            "дә",
            "аның",
            "ул",
            "алар",
            "иде",
            "турында"
        ],
        &["лар", "ләр", "нар", "ның", "нең", "ган", "гән", "лык", "лек"]
    ),
    profile!(
        "Bashkir",
        None,
        "ёийщъыьэюяғҙҡңөҫүһә",
        ("ҙҡҫәөүһ", 0.12),
        &["һәм", "менән", "өсөн", "был", "тип", "бер", "буйынса", "булған", "түгел", "һуң", "да", "лә", "уның", "ул", "улар", "ине"],
        &["лар", "ләр", "дар", "ҙар", "ның", "ған"]
    ),
    profile!(
        "Mongolian",
        None,
        "ёийщъыьэюяөү",
        ("өүй", 0.08),
        &[
            "нь",
            "байна",
            "болон",
            "гэж",
            "юм",
            "энэ",
            "нэг",
            "байсан",
            "болно",
            "бөгөөд",
            "байгаа",
            "монгол",
            "улсын",
            "хийх",
            "ба",
            "тухай"
        ],
        &["ийн", "ын", "ууд", "үүд", "сан", "сэн", "аар", "ээр"]
    ),
    profile!(
        "Tajik",
        None,
        "ёийъэюяғӣқӯҳҷ",
        ("ӣӯҳҷқғ", 0.06),
        &["ва", "дар", "аз", "ба", "ки", "бо", "барои", "ин", "аст", "он", "ҳам", "то", "буд", "шуд", "кард"],
        &["ҳои", "ҳо", "ии"]
    ),
    profile!(
        "Uzbek",
        None,
        "ёийъьэюяўқғҳ",
        ("ўқғҳ", 0.06),
        &["ва", "билан", "учун", "бу", "деб", "бир", "бўйича", "эмас", "ҳам", "кейин", "унинг", "улар", "эди", "бўлган"],
        &["лар", "нинг", "ган", "даги", "лари"]
    ),
];

pub(super) const ARABIC: &[Profile] = &[
    profile!(
        "Arabic",
        Some(Language::Arabic),
        "أإؤةىيكﻻﻷﻹٱ",
        ("ةأإىيك", 0.12),
        &[
            "في", "من", "على", "إلى", "أن", "إن", "التي", "الذي", "عن", "مع", "هذا", "هذه", "ما", "لا", "قد", "كان", "كانت", "بعد", "قبل",
            "بين", "وقال", "قال", "كما", "لم", "أو", "و", "حيث", "خلال", "ذلك", "تلك", "وقد", "هو", "هي", "أنه", "أنها", "لن", "بأن", "الى",
            "ان", "منذ", "كل", "حول", "ضد"
        ],
        &["ات", "ون", "ين", "ية", "ها", "هم"]
    ),
    profile!(
        "Persian",
        None,
        "پچژگکیأۀئ",
        ("پچژگکی", 0.12),
        &[
            "در", "که", "به", "از", "این", "با", "است", "را", "برای", "آن", "یک", "شد", "کرد", "های", "می", "خود", "تا", "بر", "و", "شده",
            "اما", "هم", "نیز"
        ],
        &["های", "ان", "ند"]
    ),
    profile!(
        "Urdu",
        None,
        "پچژگکیٹڈڑےںہھۂۓؤ",
        ("ٹڈڑےںہھ", 0.10),
        &["کے", "میں", "ہے", "کی", "اور", "سے", "کا", "کو", "نے", "پر", "یہ", "کہ", "ہیں", "اس", "تھا", "ایک", "بھی", "نہیں", "لیے"],
        &["وں", "یں"]
    ),
    profile!(
        "Pashto",
        None,
        "پچژگکیټډړږښګڼېۍځڅيةأؤى",
        ("ټډړږښګڼېۍځڅ", 0.06),
        &["د", "په", "چې", "او", "ته", "له", "کې", "دي", "سره", "يې", "ده", "نه", "هم", "کړي", "شوي", "دی"],
        &["ونه", "ونو"]
    ),
    profile!(
        "Central Kurdish",
        None,
        "پچژگکیێۆڵڕەڤھۊ",
        ("ێۆڵڕە", 0.15),
        &["لە", "و", "بە", "بۆ", "کە", "ئەم", "ئەو", "لەگەڵ", "هەر", "دوای", "نێوان"],
        &["ەکان", "کان"]
    ),
    profile!("Uyghur", None, "پچژگكيىڭۇۆۈېەھۋ", ("ەۇۆۈېڭۋ", 0.15), &["ۋە", "بىلەن", "بۇ", "ئۈچۈن", "دەپ", "بىر"], &["لار", "لەر", "نىڭ"]),
];

/// The commonest English words that other languages in Latin letters do not share.
pub(super) const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "that", "is", "was", "for", "with", "it", "by", "from", "as", "are", "be", "has", "had", "have", "its",
    "this", "which", "said", "were", "their", "not", "been", "would", "will", "who", "after", "they", "but", "over", "says", "between",
    "he", "his", "into", "than", "about", "when", "new", "up", "out", "against", "could", "before", "under", "there", "other", "at",
    "amid",
];
