//! Arabic words of time.
//!
//! And, so (و، ف) before a word stay outside what is found; in, for (ب، ل) stay inside.

use std::sync::LazyLock;

use mizan_text::Language;

use super::grammar::{self, DURATION, FREQUENCY, Found, HOUR, LATER, NOT_TIME, OTHER, SO_FAR, VAGUE};
use super::scan::{Case, Cursor, Few, Lexicon, Prep, Tag};
use super::time::{Edge, Time, Turn, Unit, Year};

/// The words.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(words);

/// The international names, those of the Maghreb, those of the Levant.
const MONTHS: [&str; 12] = [
    "يناير جانفي",
    "فبراير فيفري شباط",
    "مارس آذار",
    "أبريل ابريل أفريل نيسان",
    "مايو ماي أيار",
    "يونيو يونية جوان حزيران",
    "يوليو يوليوز جويلية يولية تموز",
    "أغسطس أوت غشت آب",
    "سبتمبر شتنبر أيلول",
    "أكتوبر",
    "نوفمبر نونبر",
    "ديسمبر دجنبر",
];

const WEEKDAYS: [&str; 7] = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];

const CARDINALS: [(&str, u32); 21] = [
    ("واحد واحدة أحد إحدى", 1),
    ("اثنين اثنان اثنتين اثنا اثني", 2),
    ("ثلاثة ثلاث", 3),
    ("أربعة أربع", 4),
    ("خمسة خمس", 5),
    ("ستة ست", 6),
    ("سبعة سبع", 7),
    ("ثمانية ثماني ثمان", 8),
    ("تسعة تسع", 9),
    ("عشرة عشر", 10),
    ("عشرين عشرون", 20),
    ("ثلاثين ثلاثون", 30),
    ("أربعين أربعون", 40),
    ("خمسين خمسون", 50),
    ("ستين ستون", 60),
    ("سبعين سبعون", 70),
    ("ثمانين ثمانون", 80),
    ("تسعين تسعون", 90),
    ("مئة مائة", 100),
    ("مئتين مئتي مائتي", 200),
    ("ألف", 1000),
];

const ORDINALS: [(&str, u8); 13] = [
    ("أول أولى حادي حادية", 1),
    ("ثاني ثانية ثان", 2),
    ("ثالث ثالثة", 3),
    ("رابع رابعة", 4),
    ("خامس خامسة", 5),
    ("سادس سادسة", 6),
    ("سابع سابعة", 7),
    ("ثامن ثامنة", 8),
    ("تاسع تاسعة", 9),
    ("عاشر عاشرة", 10),
    ("عشرين عشرون", 20),
    ("ثلاثين ثلاثون", 30),
    ("ثمانين ثمانون", 80),
];

fn with_article(l: &mut Lexicon, words: &str, tag: Tag) {
    for word in words.split_whitespace() {
        l.add(word, tag);
        l.add(&format!("ال{word}"), tag);
    }
}

fn definite(l: &mut Lexicon, words: &str, tag: Tag) {
    for word in words.split_whitespace() {
        l.add(&format!("ال{word}"), tag);
    }
}

fn words() -> Lexicon {
    let mut l = Lexicon::new(Language::Arabic);
    l.add("اليوم", Tag::Near(0));
    for (n, names) in (1..).zip(MONTHS) {
        l.add(names, Tag::Month(n));
    }
    l.add("تشرين", Tag::Paired(10));
    l.add("كانون", Tag::Paired(12));
    for (n, name) in (1..).zip(WEEKDAYS) {
        l.add(name, Tag::Weekday(n));
    }
    for (names, n) in CARDINALS {
        l.add(names, Tag::Cardinal(n));
    }
    for (names, n) in &CARDINALS[2..10] {
        definite(&mut l, names, Tag::Cardinal(*n));
    }
    for (names, n) in ORDINALS {
        with_article(&mut l, names, Tag::Ordinal(n));
    }
    l.add("الآخر الآخرة", Tag::Ordinal(2));
    units(&mut l);
    definite(
        &mut l,
        "ماضي ماضية ماضيين ماضيتين ماضيان منصرم منصرمة منصرمين فائت فائتة سابق سابقة أخير أخيرة أخيرين أخيرتين منقضي منقضية",
        Tag::Rel(-1),
    );
    definite(&mut l, "مقبل مقبلة مقبلين مقبلتين قادم قادمة قادمين قادمتين آتي آتية", Tag::Rel(1));
    definite(&mut l, "جاري جارية حالي حالية راهن راهنة", Tag::Rel(0));
    l.add("هذا هذه", Tag::This);
    l.add("التالي التالية نفسه نفسها ذاته ذاتها اللاحق اللاحقة", Tag::Same);
    l.add("ذلك تلك ذاك نفس", Tag::Same);
    l.add("أمس الأمس البارحة", Tag::Near(-1));
    l.add("غدا غد الغد", Tag::Near(1));
    with_article(&mut l, "صباح مساء فجر ليل ليلة ظهر عصر عشية ضحى", Tag::DayPart);
    l.add("مطلع أوائل بداية مستهل بدايات غرة أول", Tag::Edge(Edge::Early));
    l.add("منتصف أواسط وسط", Tag::Edge(Edge::Mid));
    l.add("أواخر نهاية ختام موفى أخر آخر نهايات", Tag::Edge(Edge::Late));
    for (n, name) in [(0, "شتاء"), (1, "ربيع"), (2, "صيف"), (3, "خريف")] {
        with_article(&mut l, name, Tag::Season(n));
    }
    with_article(&mut l, "ربع فصل", Tag::Quarter);
    with_article(&mut l, "نصف شطر", Tag::Half);
    l.add("كل", Tag::Every);
    l.add("بضعة بضع عدة عشرات مئات القليلة القلائل", Tag::Some);
    l.add("نحو حوالي قرابة زهاء أكثر أقل غياب مرور مضي انتظار تقريبا", Tag::About);
    for (n, stem) in
        [(20, "عشرين"), (30, "ثلاثين"), (40, "أربعين"), (50, "خمسين"), (60, "ستين"), (70, "سبعين"), (80, "ثمانين"), (90, "تسعين")]
    {
        with_article(&mut l, &format!("{stem}يات {stem}ات"), Tag::Decade(n));
    }
    prepositions(&mut l);
    l.add("هـ هجري هجرية ه", Tag::HijriMark);
    l.add("م ميلادي ميلادية", Tag::Other);
    for (n, names) in [(1, "محرم المحرم"), (2, "صفر"), (7, "رجب"), (8, "شعبان"), (9, "رمضان"), (10, "شوال")] {
        l.add(names, Tag::Hijri(n));
    }
    l.add("استقلال استقلالها الاستقلال استقلاله", Tag::Independence);
    with_article(
        &mut l,
        "حرب انتخابات اقتراع استفتاء هدنة انقلاب غزو ثورة احتلال زلزال هجوم اندلاع اتفاق انهيار سقوط اجتياح أزمة جائحة قمة مفاوضات محادثات \
         امتحانات عيد موسم عطلة إعلان وصول انتهاء انسحاب توقيع تولي مقتل هجمات اغتيال",
        Tag::Event,
    );
    l.add(
        "شخص شخصا أشخاص جندي جنديا جنود مقاتل مقاتلا دولار دولارا يورو روبل كيلومتر كيلومترا كلم متر مترا طن طنا منزل منزلا حالة لاجئ لاجئا \
         قتيل قتيلا جريح جريحا صاروخ صاروخا دبابة طائرة ناخب صوت مقعد مقعدا عضوا شركة أسرة عائلة ضحية مسلح مسلحا سجين أسير أسيرا معتقل \
         مهاجر مهاجرا نازح نازحا مدنيا مدني برميل ميل كيلو مليون مليار ألف",
        Tag::Counted,
    );
    l.add(
        "سوف سيعقد ستعقد سيزور ستزور سيلتقي ستلتقي سيتم ستتم سيكون ستكون سيبدأ ستبدأ ستجري سيجري ستشهد سيشهد ستنظم ستستضيف سيستضيف المقرر المزمع \
         يعتزم تعتزم يعتزمون المتوقع المنتظر ستقام سيقام سيجتمع ستجتمع سيصل ستصل سيشارك ستشارك سيوقع ستوقع سيصوت ستصوت ستنطلق سينطلق",
        Tag::Future,
    );
    l.add("قال قالت أعلن أعلنت صرح صرحت أكد أكدت أضاف أضافت أفاد أفادت ذكر ذكرت أوضح أوضحت", Tag::Speech);
    l.add("الذي التي الذين اللذين اللتين اللواتي حيث عندما حين حينما بينما لكن أن بعدما قبلما لأن إذ إذا", Tag::Clause);
    phrases(&mut l);
    l
}

fn units(l: &mut Lexicon) {
    for (one, two, many, unit) in [
        ("دقيقة", "دقيقتين دقيقتان", "دقائق ثوان ثواني", Unit::Moment),
        ("ساعة", "ساعتين ساعتان", "ساعات", Unit::Hour),
        ("يوم يوما", "يومين يومان", "أيام ليال ليالي أياما", Unit::Day),
        ("أسبوع أسبوعا", "أسبوعين أسبوعان", "أسابيع", Unit::Week),
        ("شهر شهرا", "شهرين شهران", "أشهر شهور", Unit::Month),
        ("موسم", "موسمين", "مواسم", Unit::Season),
        ("عام عاما سنة حول عامي", "عامين عامان سنتين سنتان", "أعوام سنوات سنين أعواما", Unit::Year),
        ("عقد عقدا", "عقدين عقدان", "عقود عقودا", Unit::Decade),
        ("قرن قرنا", "قرنين قرنان", "قرون قرونا", Unit::Century),
    ] {
        with_article(l, one, Tag::Unit(unit, Few::One));
        with_article(l, two, Tag::Unit(unit, Few::Two));
        with_article(l, many, Tag::Unit(unit, Few::Many));
    }
    for (word, unit) in [("عامها عامه", Unit::Year), ("يومها يومه", Unit::Day), ("شهرها شهره", Unit::Month), ("أسبوعها أسبوعه", Unit::Week)]
    {
        l.add(word, Tag::Unit(unit, Few::One));
    }
}

fn prepositions(l: &mut Lexicon) {
    l.add("في", Tag::Prep(Prep::In));
    l.add("منذ مذ", Tag::Prep(Prep::Since));
    l.add("اعتبارا ابتداء بدءا انطلاقا", Tag::Prep(Prep::Since));
    l.add("إلى", Tag::Prep(Prep::To));
    l.add("حتى لغاية", Tag::Prep(Prep::Until));
    l.add("بحلول", Tag::Prep(Prep::By));
    l.add("مع", Tag::Prep(Prep::In));
    l.add("قبل قبيل", Tag::Prep(Prep::Before));
    l.add("بعد عقب إثر", Tag::Prep(Prep::After));
    l.add("خلال أثناء إبان", Tag::Prep(Prep::During));
    l.add("غضون ظرف", Tag::Prep(Prep::Within));
    l.add("طوال طيلة مدى مدار مدة لمدة", Tag::Prep(Prep::For));
    l.add("بين", Tag::Prep(Prep::Between));
    l.add("من", Tag::Of);
    l.add("و", Tag::And);
    l.add("على", Tag::Name);
    l.add("حلول", Tag::Article);
    // الـ18
    l.add("ال", Tag::Article);
}

fn phrases(l: &mut Lexicon) {
    l.phrase("أمس الأول|أول أمس|أول من أمس|أمس الاول", &Time::Near(-2));
    l.phrase("بعد غد|بعد الغد", &Time::Near(2));
    l.phrase("الآن|حاليا|في الوقت الراهن|في الوقت الحالي|في الوقت الحاضر", &Time::Now);
    l.phrase("حتى الآن|إلى الآن|لحد الآن|حتى اللحظة|حتى هذه اللحظة|حتى اليوم|إلى اليوم|إلى يومنا هذا|حتى يومنا هذا", &SO_FAR);
    l.phrase("ليلا|فجرا|صباحا|مساء|ظهرا|نهارا|عند الفجر|حتى الليل|حتى المساء|عند الظهر|بعد منتصف الليل|منتصف الليل|بعد صلاة الجمعة", &HOUR);
    l.phrase(
        "مؤخرا|حديثا|قريبا|لاحقا|في المستقبل|في الماضي|في أقرب الآجال|في المدى المنظور|حتى إشعار آخر|ذات يوم|يوما ما|يوما|في القريب العاجل|خلال الفترة الأخيرة|في الفترة الأخيرة|في الآونة الأخيرة|حتى وقت قريب|عما قريب|في أقرب وقت|خلال الفترة المقبلة|في المستقبل القريب|على المدى الطويل|بعد الآن|قبل فوات الأوان",
        &VAGUE,
    );
    l.phrase("آنذاك|حينذاك|يومئذ|حينها|وقتها|يومها|عندئذ|في ذلك الوقت|في ذلك الحين|وقتذاك|في وقت لاحق|في وقت سابق|في حينه", &OTHER);
    l.phrase("منذ ذلك الحين|منذ ذلك الوقت|في اليوم التالي|اليوم التالي|بعد ذلك|فيما بعد", &LATER);
    l.phrase("في اليوم ذاته|في اليوم نفسه|اليوم نفسه|اليوم ذاته|في نفس اليوم|نفس اليوم|في ذلك اليوم|ذلك اليوم", &Time::SameDay);
    l.phrase("يوميا|سنويا|شهريا|أسبوعيا|يوما بعد يوم|عاما بعد عام|كل حين", &FREQUENCY);
    l.phrase(
        "عاما آخر|يوما آخر|شهرا آخر|أسبوعا آخر|أياما|أعواما|عقودا|سنوات|ساعات|أسابيع|أشهرا|ساعة كاملة|نصف قرن|ربع قرن|نصف عام",
        &DURATION,
    );
    l.phrase("نهاية الأسبوع|في نهاية الأسبوع|عطلة نهاية الأسبوع|في عطلة نهاية الأسبوع", &Time::Weekend);
    l.phrase("نهاية الأسبوع الماضي", &Time::Whole(Unit::Weekend, -1));
    l.phrase("نهاية الأسبوع المقبل", &Time::Whole(Unit::Weekend, 1));
    let month = |month: u8| Time::Hijri { day: None, month: Some(month), year: None, turn: Turn::Unsaid };
    l.phrase("جمادى الأولى|جمادى الاول|جمادي الأولى", &month(5));
    l.phrase("جمادى الآخرة|جمادى الثانية", &month(6));
    l.phrase("ذو القعدة|ذي القعدة", &month(11));
    l.phrase("ذو الحجة|ذي الحجة", &month(12));
    l.phrase("صيفا", &Time::Season(2, Year::Unsaid, Turn::Unsaid));
    l.phrase("أمس الحاجة|في أمس الحاجة|الاثنين معا", &Time::Unplaced(NOT_TIME));
    let day = |day: u8, month: u8| Time::Day { day, month, year: Year::Unsaid, turn: Turn::Unsaid, rule: "day-month-year" };
    l.phrase("عشية رأس السنة", &day(31, 12));
    l.phrase("رأس السنة", &day(1, 1));
}

/// What only Arabic has.
pub(crate) fn expression(c: &Cursor, i: usize) -> Found {
    // "في وقت مبكر من هذا الشهر"
    if c.is(i, &["في"])
        && c.is(i + 1, &["وقت"])
        && c.is(i + 2, &["مبكر", "سابق", "لاحق", "متاخر"])
        && c.tag(i + 3) == Tag::Of
        && let Some(found) = grammar::point(c, i + 4)
    {
        return Some(found);
    }
    // "من 5 إلى 13 يناير"
    if c.tag(i) == Tag::Of
        && let Some(found) = grammar::from_to(c, i + 1)
    {
        return Some(found);
    }
    // "على مدى أسبوع"
    if c.is(i, &["علي"]) && c.tag(i + 1) == Tag::Prep(Prep::For) {
        return grammar::expression(c, i + 1);
    }
    // "لليوم الرابع", "في اليوم الثالث"
    let j = if c.tag(i) == Tag::Prep(Prep::In) { i + 1 } else { i };
    if c.tag(j) == Tag::Near(0)
        && let Some((k, _)) = grammar::ordinal(c, j + 1)
    {
        return Some((row(c, k), DURATION));
    }
    // "لليلة العاشرة على التوالي"
    if c.tag(j) == Tag::DayPart
        && c.case(j) == Case::To
        && let Some((k, _)) = grammar::ordinal(c, j + 1)
    {
        return Some((row(c, k), DURATION));
    }
    // "اليوم الذي", "مرة في اليوم", "لليوم التالي"
    if c.tag(j) == Tag::Near(0) && c.is(j, &["اليوم", "لليوم", "باليوم"]) {
        return match c.tag(j + 1) {
            Tag::Same => Some((j + 2, day_told_of(c, j + 1))),
            Tag::Rel(-1) => Some((j + 2, OTHER)),
            Tag::Weekday(_) | Tag::Clause => None,
            _ if j > i => Some((j + 1, FREQUENCY)),
            _ => None,
        };
    }
    None
}

/// The day of "اليوم نفسه" is the one told of; that of "اليوم التالي" comes after it.
pub(crate) fn day_told_of(c: &Cursor, i: usize) -> Time {
    if c.is(i, &["نفسه", "ذاته"]) { Time::SameDay } else { LATER }
}

fn row(c: &Cursor, i: usize) -> usize {
    if c.is(i, &["علي"]) && c.is(i + 1, &["التوالي"]) { i + 2 } else { i }
}

/// Whether a month without day or year is one: some names are also verbs, fathers, carmakers, prime ministers.
pub(crate) fn month_alone(c: &Cursor, i: usize) -> bool {
    let prep =
        matches!(c.before(i), Tag::Prep(_) | Tag::Of | Tag::Edge(_) | Tag::Unit(Unit::Month, _) | Tag::Dash) || c.case(i) != Case::Plain;
    match c.tag(i) {
        _ if c.is(i, &["اب", "لاب", "باب"]) => prep && c.word(i).contains('آ'),
        _ if c.is(i, &["ماي", "مايو"]) && c.is(i.wrapping_sub(1), &["تيريزا", "تريزا", "السيدة", "الوزراء"]) => {
            false
        }
        _ if c.is(i, &["مارس", "ماي", "جوان", "نيسان", "اوت"]) => prep,
        _ => true,
    }
}
