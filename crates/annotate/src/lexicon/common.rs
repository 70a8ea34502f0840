//! Words that decide whether a surname standing alone is a name at all.

use mizan_text::fold::fold;
use mizan_text::language::arabic;

/// Titles before a name, folded: in English whole words, elsewhere beginnings.
const ENGLISH: [&str; 43] = [
    "lord",
    "sir",
    "justice",
    "president",
    "minister",
    "premier",
    "chancellor",
    "secretary",
    "general",
    "king",
    "queen",
    "prince",
    "princess",
    "sheikh",
    "sultan",
    "emir",
    "mr",
    "mrs",
    "ms",
    "dr",
    "senator",
    "ambassador",
    "leader",
    "envoy",
    "mullah",
    "ayatollah",
    "pm",
    "spokesman",
    "spokeswoman",
    "speaker",
    "chief",
    "commander",
    "marshal",
    "colonel",
    "governor",
    "mayor",
    "representative",
    "congressman",
    "congresswoman",
    "director",
    "chairman",
    "commissioner",
    "judge",
];
const CYRILLIC: [&str; 38] = [
    "лорд",
    "мистер",
    "миссис",
    "ханым",
    "президент",
    "министр",
    "премьер",
    "канцлер",
    "генерал",
    "глав",
    "король",
    "корол",
    "султан",
    "шейх",
    "эмир",
    "принц",
    "сенатор",
    "госсекретар",
    "посол",
    "посл",
    "спикер",
    "лидер",
    "господин",
    "госпож",
    "секретар",
    "губернатор",
    "мэр",
    "маршал",
    "полковник",
    "аятолл",
    "представител",
    "председател",
    "төраға",
    "басшы",
    "көшбасшы",
    "патша",
    "хатшы",
    "мырза",
];
const ARABIC: [&str; 38] = [
    "الرييس",
    "رييس",
    "رييسه",
    "الرييسه",
    "الوزير",
    "وزير",
    "الوزيره",
    "وزيره",
    "الوزراء",
    "الملك",
    "الامير",
    "الشيخ",
    "الجنرال",
    "الفريق",
    "اللواء",
    "المشير",
    "السيد",
    "السيده",
    "السلطان",
    "المستشار",
    "المستشاره",
    "الخارجيه",
    "الدفاع",
    "السفير",
    "سفير",
    "الزعيم",
    "زعيم",
    "المرشد",
    "المبعوث",
    "مبعوث",
    "المتحدث",
    "العقيد",
    "العميد",
    "ايه",
    "الله",
    "الدكتور",
    "الحكومه",
    "الدوله",
];

/// Whether a folded word is a title that stands before a person's name.
pub(super) fn is_title(word: &str) -> bool {
    ENGLISH.contains(&word)
        || CYRILLIC.iter().any(|title| word.starts_with(title))
        || arabic::readings(word)
            .any(|reading| ARABIC.contains(&reading.rest) || (reading.article && ARABIC.contains(&&word[reading.cut..])))
}

/// Surnames that are more often another word, folded. They count as names only behind a title or a full name.
const WORDS: [&str; 82] = [
    "رييسي",
    "اسلامي",
    "اقبال",
    "امامي",
    "اليمان",
    "الاحمر",
    "الحكيم",
    "الذهبي",
    "الشامي",
    "الصدر",
    "العربي",
    "الكافي",
    "المومن",
    "المنفي",
    "الناصر",
    "البار",
    "الجابر",
    "الخطيب",
    "السراج",
    "الصباغ",
    "المهندس",
    "المعلم",
    "الجميل",
    "الصادق",
    "الشاهد",
    "الصديق",
    "النفطي",
    "المصري",
    "جوده",
    "جمالي",
    "جبريل",
    "حبيب",
    "حبيبي",
    "حجاب",
    "حماد",
    "حمود",
    "خدام",
    "راجحه",
    "رسول",
    "سلام",
    "سلال",
    "شاهين",
    "شهاب",
    "شريف",
    "صباغ",
    "ضياء",
    "ضيوف",
    "طلعات",
    "ظريف",
    "عثماني",
    "عزيزي",
    "عقار",
    "عناد",
    "غالي",
    "غريب",
    "فوري",
    "كامل",
    "كانون",
    "كاست",
    "كوسا",
    "مالي",
    "ماهر",
    "مجاهد",
    "محفوظ",
    "مخبر",
    "مساهل",
    "مشار",
    "مشرف",
    "مشعل",
    "مصري",
    "مقبل",
    "ميداني",
    "نجار",
    "نظيف",
    "هادي",
    "هيكل",
    "واجد",
    "والي",
    "وحيد",
    "وردك",
    "يتيم",
    "متوكل",
];

/// English surnames that are words too: at the head of a sentence their capital says nothing.
const ENGLISH_WORDS: [&str; 44] = [
    "brown", "rice", "power", "powers", "price", "moon", "gates", "straw", "short", "major", "field", "hunt", "cook", "bishop", "bush",
    "carter", "chase", "cross", "day", "grant", "green", "gray", "hill", "king", "lake", "law", "may", "mills", "noble", "page", "park",
    "pike", "pope", "rich", "rose", "sharp", "stone", "street", "strong", "wall", "white", "wise", "wood", "young",
];

/// English names of months and days, folded: capitals that are no part of a name.
#[rustfmt::skip]
const DAYS_AND_MONTHS: [&str; 19] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
];

/// Folded words that name nobody, though a name folds to the same letters.
const NEVER: [&str; 9] = ["حتي", "سوي", "كان", "واحد", "افاد", "اشرف", "تشن", "سال", "это"];

/// Whether a folded surname is more often another word.
pub(super) fn is_also_a_word(surname: &str) -> bool {
    WORDS.contains(&surname)
}

/// Whether a folded word is also an English one that may begin a sentence.
pub(super) fn is_also_an_english_word(surname: &str) -> bool {
    ENGLISH_WORDS.contains(&surname)
}

/// Whether a folded word is the English name of a month or a day of the week.
pub(super) fn is_day_or_month(word: &str) -> bool {
    DAYS_AND_MONTHS.contains(&word)
}

/// Whether a folded word, printed like this, can be no name by itself. علي is one, على is not.
pub(super) fn is_never_a_name(word: &str, printed: &str) -> bool {
    NEVER.contains(&word) || (arabic::is_function_word(word) && (word != "علي" || printed.ends_with('ى')))
}

/// Arabic particles that fold to somebody's given name: إن and آن, على and علي, هو (Hu), ما (Ma), غير (Geir), لو (Lou).
const PARTICLES: [&str; 5] = ["ان", "هو", "ما", "غير", "لو"];

/// Whether a word, as printed, is an Arabic particle, with و ف ب ل ك before it or without. آن and علي, printed so, are given names.
pub(super) fn is_particle(printed: &str) -> bool {
    let listed = |rest: &str| (PARTICLES.contains(&fold(rest).as_str()) && !rest.starts_with('آ')) || rest == "على";
    let cut = |word: &str| word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).map(str::to_owned);
    let once = cut(printed);
    let twice = once.as_deref().and_then(cut);
    [Some(printed.to_owned()), once, twice].into_iter().flatten().any(|word| listed(&word))
}
