//! Kazakh words of time, and the order in which Kazakh puts them: everything that rules stands behind what it rules.

use std::sync::LazyLock;

use mizan_text::Language;

use super::grammar::{self, DURATION, EVENT, FREQUENCY, Found, HOUR, LATER, OTHER, SO_FAR, VAGUE, amount, counted, ordinal, turn_of};
use super::scan::{Case, Cursor, Few, Kind, Lexicon, Prep, Tag};
use super::time::{Edge, Time, Turn, Unit, Year};

/// The words.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(words);

const MONTHS: [&str; 12] =
    ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек қыркүйег", "қазан", "қараша", "желтоқсан"];

const WEEKDAYS: [&str; 7] = ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"];

/// The case endings, in all their vowel harmonies, after a bare stem and after a possessive.
const ENDINGS: [(Case, &str); 7] = [
    (Case::In, "да де та те нда нде ында інде сында сінде"),
    (Case::To, "ға ге қа ке на не ына іне сына сіне"),
    (Case::From, "дан ден тан тен нан нен ынан інен сынан сінен"),
    (Case::Of, "ның нің дың дің тың тің ының інің сының сінің"),
    (Case::That, "ғы гі қы кі дағы дегі тағы тегі ындағы індегі сындағы сіндегі лық лік дық дік тық тік"),
    (Case::Its, "ы і сы сі ын ін сын сін"),
    (Case::Its, "мен бен пен ымен імен сымен сімен ды ді ты ті ны ні дай дей"),
];

const PLURALS: &str = "лар лер дар дер тар тер";

const CARDINALS: [(&str, u32); 20] = [
    ("бір", 1),
    ("екі", 2),
    ("үш", 3),
    ("төрт", 4),
    ("бес", 5),
    ("алты", 6),
    ("жеті", 7),
    ("сегіз", 8),
    ("тоғыз", 9),
    ("он", 10),
    ("жиырма", 20),
    ("отыз", 30),
    ("қырық", 40),
    ("елу", 50),
    ("алпыс", 60),
    ("жетпіс", 70),
    ("сексен", 80),
    ("тоқсан", 90),
    ("жүз", 100),
    ("мың", 1000),
];

const ORDINALS: [(&str, u8); 12] = [
    ("бірінші", 1),
    ("екінші", 2),
    ("үшінші", 3),
    ("төртінші", 4),
    ("бесінші", 5),
    ("алтыншы", 6),
    ("жетінші", 7),
    ("сегізінші", 8),
    ("тоғызыншы", 9),
    ("оныншы", 10),
    ("жиырмасыншы", 20),
    ("отызыншы", 30),
];

fn inflect(l: &mut Lexicon, stems: &str, tag: Tag) {
    for stem in stems.split_whitespace() {
        l.add(stem, tag);
        for (case, endings) in ENDINGS {
            for ending in endings.split_whitespace() {
                l.add_case(&format!("{stem}{ending}"), tag, case);
            }
        }
    }
}

fn inflect_plural(l: &mut Lexicon, stems: &str, tag: Tag) {
    for stem in stems.split_whitespace() {
        for plural in PLURALS.split_whitespace() {
            inflect(l, &format!("{stem}{plural}"), tag);
        }
    }
}

fn words() -> Lexicon {
    let mut l = Lexicon::new(Language::Kazakh);
    l.add("сонда онда оның жаз жазды жазы жазын жазбен жазымен түсті айды күнді айдай күндей айдын қысқа жылқы", Tag::Name);
    for (n, stems) in (1..).zip(MONTHS) {
        inflect(&mut l, stems, Tag::Month(n));
    }
    for (n, stem) in (1..).zip(WEEKDAYS) {
        inflect(&mut l, stem, Tag::Weekday(n));
    }
    for (name, n) in ORDINALS {
        l.add(name, Tag::Ordinal(n));
    }
    inflect(&mut l, "тоқсаны", Tag::Quarter);
    l.add_case("тоқсанында", Tag::Quarter, Case::In);
    l.add_case("тоқсанда", Tag::Quarter, Case::In);
    l.add_case("тоқсанына", Tag::Quarter, Case::To);
    for (name, n) in CARDINALS {
        l.add(name, Tag::Cardinal(n));
    }
    for (n, stem) in [(60, "алпысыншы"), (70, "жетпісінші"), (80, "сексенінші"), (90, "тоқсаныншы"), (50, "елуінші"), (40, "қырқыншы")]
    {
        l.add(stem, Tag::Decade(n));
    }
    l.add("жартысы жартысында жартысынан жартысына жартыжылдығы жартыжылдығында жартыжылдықта", Tag::Half);
    for (stems, unit) in [
        ("минут секунд сәт", Unit::Moment),
        ("сағат", Unit::Hour),
        ("күн тәулік тәуліг", Unit::Day),
        ("апта", Unit::Week),
        ("ай", Unit::Month),
        ("жыл", Unit::Year),
        ("онжылдық онжылдығ", Unit::Decade),
        ("ғасыр", Unit::Century),
    ] {
        inflect(&mut l, stems, Tag::Unit(unit, Few::One));
        inflect_plural(&mut l, stems, Tag::Unit(unit, Few::Many));
    }
    l.add("өткен былтырғы соңғы алдыңғы", Tag::Rel(-1));
    l.add("келесі келер алдағы таяу келе", Tag::Rel(1));
    l.add("осы бұл ағымдағы", Tag::This);
    l.add("сол дәл", Tag::Same);
    l.add("бүгін бүгінгі бүгінде бүгінге бүгіннен бүгіннің", Tag::Near(0));
    l.add("кеше кешегі", Tag::Near(-1));
    l.add("ертең ертеңгі ертеңге", Tag::Near(1));
    l.add("бүрсігүні", Tag::Near(2));
    l.add(
        "таңертең кешке түнде кеште таңда түні кеші таңы таңында түнгі таңғы кешкі түскі кешінде түнінде кешінен түн түнге түннен",
        Tag::DayPart,
    );
    for (edge, stems) in [(Edge::Early, "бас"), (Edge::Mid, "орта"), (Edge::Late, "соң аяғ")] {
        for stem in stems.split_whitespace() {
            let link = if stem == "орта" {
                ["сы", "сында", "сынан", "сына", "сындағы"]
            } else {
                ["ы", "ында", "ынан", "ына", "ындағы"]
            };
            for (ending, case) in link.into_iter().zip([Case::Its, Case::In, Case::From, Case::To, Case::That]) {
                l.add_case(&format!("{stem}{ending}"), Tag::Edge(edge), case);
            }
        }
    }
    for (n, stem) in [(0, "қыс"), (1, "көктем"), (2, "жаз"), (3, "күз")] {
        inflect(&mut l, stem, Tag::Season(n));
    }
    l.add("бұрын", Tag::Ago);
    l.add("кейін соң", Tag::Prep(Prep::After));
    l.add("бері бастап бергі", Tag::Prep(Prep::Since));
    l.add("дейін шейін дейінгі", Tag::Prep(Prep::Until));
    l.add("қарай", Tag::Prep(Prep::By));
    l.add("бойы ішінде аралығында барысында қатарынан аралығындағы", Tag::Prep(Prep::Within));
    l.add("сайын", Tag::Every);
    l.add("бірнеше бірер талай көп алғашқы", Tag::Some);
    l.add("шамамен жуық астам араға әр тек небәрі жарты толық", Tag::About);
    l.add("жарым", Tag::Half);
    l.add("және мен пен бен", Tag::And);
    l.add("г ж жж", Tag::YearMark);
    inflect(&mut l, "рамазан ораза", Tag::Hijri(9));
    l.add("тәуелсіздік тәуелсіздігін тәуелсіздіктен тәуелсіздікке", Tag::Independence);
    inflect(&mut l, "соғыс сайлау референдум", Tag::Event);
    l.add(
        "адам сарбаз әскер доллар теңге рубль еуро шақырым километр метр тонна үй отбасы жауынгер тұтқын полицей дауыс орын мүше компания маман \
         бала әйел оқушы студент азамат мигрант босқын дрон ұшақ танк зымыран гектар литр баррель миллион миллиард",
        Tag::Counted,
    );
    l.add("болады өтеді жоспарлап жоспарлануда жоспарланған жоспарлаған көздеп келмек бармақ бармақшы өтпек кездеспек өткізбек болмақ аттанады келеді басталады өткізеді", Tag::Future);
    l.add("деді айтты мәлімдеді хабарлады жазды атап", Tag::Speech);
    l.add("бірақ алайда сондықтан себебі өйткені", Tag::Clause);
    phrases(&mut l);
    l
}

fn phrases(l: &mut Lexicon) {
    l.phrase("биыл|биылдың|биылдан|биылға|биылғы|биылғы жылы|биылғы жыл", &Time::Whole(Unit::Year, 0));
    l.phrase("былтыр|былтырдың|былтырдан|былтырмен|былтырғы|былтырғы жылы", &Time::Whole(Unit::Year, -1));
    l.phrase("алдыңғы күні|алдыңгүні", &Time::Near(-2));
    l.phrase("қазір|қазіргі уақытта|бүгінгі таңда|қазіргі таңда", &Time::Now);
    l.phrase(
        "осы күнге дейін|әлі күнге дейін|әлі күнге|осы уақытқа дейін|осы кезге дейін|қазірге дейін|бүгінге дейін|бүгінгі күнге дейін|күні бүгінге дейін",
        &SO_FAR,
    );
    l.phrase("түнде|таңертең|кешке|таң ата|кешке қарай|таңмен|түн ортасында|түсте|күндіз|таңғы|түнгі сағат", &HOUR);
    l.phrase("жақында|таяуда|бұдан былай|алдағы уақытта|енді ғана|соңғы уақытта|болашақта|келешекте|таяу уақытта|таяу арада|жуырда|кейінірек|жақын арада|ерте ме кеш пе", &VAGUE);
    l.phrase("сол кезде|сол кездері|сол жылы|сол уақытта|бұл уақытта|сол кездегі", &OTHER);
    l.phrase("содан бері|ертесіне|ертеңіне|содан кейін|кейінгі күндері", &LATER);
    l.phrase("сол күні|осы күні|дәл сол күні", &Time::SameDay);
    l.phrase("жылына|күніне|айына|аптасына|тәулігіне|күнделікті|жыл сайынғы|апта сайынғы|ай сайынғы|жыл өткен сайын|жылма жыл", &FREQUENCY);
    l.phrase("ұзақ уақыт|жылдар бойы|ғасырлар бойы|айлап|жылдап|апталап|күні бойы|түні бойы|жарты жыл", &DURATION);
    l.phrase("демалыс күндері|демалыста", &Time::Weekend);
    l.phrase("мереке қарсаңында|сайлау қарсаңында", &EVENT);
    let day = |day: u8, month: u8| Time::Day { day, month, year: Year::Unsaid, turn: Turn::Unsaid, rule: "day-month-year" };
    l.phrase("жеңіс күні", &day(9, 5));
    l.phrase("жаңа жыл қарсаңында", &day(31, 12));
}

/// Whether an ending behind a number makes it an ordinal: 2017-нші, 5-і, 20-да.
pub(crate) fn is_ordinal_ending(key: &str, dash: bool) -> bool {
    let long = ["нші", "ншы", "інші", "ыншы", "сінші", "сыншы"].iter().any(|ending| key.starts_with(ending));
    long || (dash
        && (["ші", "шы"].contains(&key)
            || ENDINGS.iter().any(|(case, endings)| *case != Case::That && endings.split_whitespace().any(|ending| ending == key))))
}

/// The case in such an ending.
pub(crate) fn ordinal_case(ending: &str) -> Case {
    let ending = ending.trim_start_matches(|letter: char| !letter.is_alphabetic()).to_lowercase();
    let rest = ["сінші", "сыншы", "інші", "ыншы", "нші", "ншы"].iter().find_map(|long| ending.strip_prefix(long)).unwrap_or(&ending);
    ENDINGS.iter().find(|(_, endings)| endings.split_whitespace().any(|known| known == rest)).map_or(Case::Plain, |(case, _)| *case)
}

/// Whether a month without day or year is one.
pub(crate) fn month_alone(c: &Cursor, i: usize) -> bool {
    let named = matches!(c.tag(i + 1), Tag::Unit(Unit::Month, _));
    let lower = !c.upper(i) || i == 0;
    match c.tag(i) {
        // маусым is also any season, Қазан a city.
        Tag::Month(6) if c.is(i, &["маусымдық"]) => false,
        Tag::Month(6) => {
            named || (c.case(i) != Case::Plain && c.case(i) != Case::Its && !c.is(i, &["маусымы", "маусымында", "маусымына", "маусымынан"]))
        }
        Tag::Month(10) => named || lower,
        _ => lower || named,
    }
}

/// Any time expression.
pub(crate) fn expression(c: &Cursor, i: usize) -> Found {
    let core = core(c, i).map(|(j, time)| behind(c, j, time));
    let units = count(c, i);
    let phrase = c.phrase(i).map(|(j, time)| behind(c, j, time));
    [phrase, core, units, told_by(c, i)].into_iter().flatten().reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// A year in front: "2022 жылғы", "өткен жылдың", "биыл".
fn lead(c: &Cursor, i: usize) -> Option<(usize, Year)> {
    if let Some((j, time)) = c.phrase(i)
        && let Time::Whole(Unit::Year, off) = time
    {
        return Some((j, Year::Off(off)));
    }
    if let (Tag::Rel(off), Tag::Unit(Unit::Year, Few::One)) = (c.tag(i), c.tag(i + 1)) {
        return Some((i + 2, Year::Off(off.into())));
    }
    if let (Tag::This, Tag::Unit(Unit::Year, Few::One)) = (c.tag(i), c.tag(i + 1)) {
        return Some((i + 2, Year::Off(0)));
    }
    if c.is(i, &["сол"]) && matches!(c.tag(i + 1), Tag::Unit(Unit::Year, Few::One)) {
        return Some((i + 2, Year::Told));
    }
    let (j, year) = grammar::year(c, i).or_else(|| spelled(c, i))?;
    match c.tag(j) {
        Tag::Unit(Unit::Year, Few::One) => Some((j + 1, Year::Is(year))),
        Tag::YearMark if c.glued(j) || c.mark(j + 1, '.') => Some((c.skip_mark(j + 1, '.'), Year::Is(year))),
        _ => None,
    }
}

/// A year in words: "мың тоғыз жүз он төртінші".
fn spelled(c: &Cursor, i: usize) -> Option<(usize, i16)> {
    if !matches!(c.tag(i), Tag::Cardinal(_)) {
        return None;
    }
    let (mut total, mut part, mut j) = (0u32, 0u32, i);
    loop {
        match c.tag(j) {
            Tag::Cardinal(n @ (100 | 1000)) => {
                total = total.saturating_add(part.max(1).saturating_mul(n));
                part = 0;
            }
            Tag::Cardinal(n) => part = part.saturating_add(n),
            Tag::Ordinal(n) => {
                let year = i16::try_from(total.saturating_add(part).saturating_add(n.into())).ok()?;
                return (1000..=2100).contains(&year).then_some((j + 1, year));
            }
            _ => return None,
        }
        j += 1;
        if j > i + 8 {
            return None;
        }
    }
}

fn core(c: &Cursor, i: usize) -> Found {
    if let Some(found) = range(c, i).or_else(|| decade(c, i)) {
        return Some(found);
    }
    if let Some((j, year)) = lead(c, i) {
        return Some(in_year(c, j, year).unwrap_or_else(|| {
            let time = match year {
                Year::Is(year) => Time::Year(year),
                Year::Off(off) => Time::Whole(Unit::Year, off),
                Year::Unsaid | Year::Told => OTHER,
            };
            (j, time)
        }));
    }
    weekday(c, i)
        .or_else(|| date(c, i, Year::Unsaid))
        .or_else(|| season(c, i, Year::Unsaid))
        .or_else(|| part(c, i))
        .or_else(|| grammar::point(c, i))
}

fn in_year(c: &Cursor, i: usize, year: Year) -> Found {
    if let (Tag::Hijri(month), Year::Is(hijri @ 1300..=1500)) = (c.tag(i), year) {
        return Some((i + 1, Time::Hijri { day: None, month: Some(month), year: Some(hijri.into()), turn: Turn::Unsaid }));
    }
    date(c, i, year).or_else(|| season(c, i, year)).or_else(|| {
        let (j, part) = ordinal(c, i)?;
        match c.tag(j) {
            Tag::Quarter if (1..=4).contains(&part) => Some((j + 1, Time::Portion(part, 4, year))),
            Tag::Half if (1..=2).contains(&part) => Some((j + 1, Time::Portion(part, 2, year))),
            _ => None,
        }
    })
}

/// A day or month, with айы behind its name.
fn date(c: &Cursor, i: usize, year: Year) -> Found {
    let rule = "day-month-year";
    let (i, turn) = match c.tag(i) {
        Tag::Rel(off) if matches!(c.tag(i + 1), Tag::Month(_)) => (i + 1, turn_of(off)),
        Tag::This if matches!(c.tag(i + 1), Tag::Month(_)) => (i + 1, Turn::This),
        _ => (i, Turn::Unsaid),
    };
    if let Some((mut j, day)) = day(c, i) {
        let mut first = None;
        if c.tag(j) == Tag::Dash
            && let Some((k, last)) = self::day(c, j + 1)
        {
            (j, first) = (k, Some((day, last)));
        }
        // "20-қазанда"
        if c.tag(j) == Tag::Dash && c.glued(j) && matches!(c.tag(j + 1), Tag::Month(_)) {
            j += 1;
        }
        let Tag::Month(month) = c.tag(j) else { return None };
        let at = |day: u8| Time::Day { day, month, year, turn, rule };
        let mut end = j + 1;
        if matches!(c.tag(end), Tag::Unit(Unit::Month, Few::One) | Tag::Unit(Unit::Day, Few::One)) && c.case(end) != Case::Plain {
            end += 1;
        }
        if year == Year::Unsaid
            && let Some((k, said)) = grammar::year(c, end)
            && !matches!(c.tag(k), Tag::Other)
        {
            let time = Time::Day { day, month, year: Year::Is(said), turn, rule };
            return Some((if let Tag::Unit(Unit::Year, _) = c.tag(k) { k + 1 } else { k }, time));
        }
        let time = match first {
            Some((first, last)) => Time::Range(Box::new(at(first)), Box::new(at(last))),
            None => at(day),
        };
        return Some((end, time));
    }
    let Tag::Month(month) = c.tag(i) else { return None };
    let mut j = i + 1;
    if let Tag::Unit(Unit::Month, Few::One) = c.tag(j) {
        j += 1;
    }
    if (c.case(i) == Case::Of || c.case(j - 1) == Case::Of)
        && let Some((end, day)) = day(c, j)
    {
        return Some((end, Time::Day { day, month, year, turn, rule }));
    }
    let said = year != Year::Unsaid || turn != Turn::Unsaid;
    if !said && !month_alone(c, i) {
        return None;
    }
    Some((j, Time::Month { month, year, turn, dual: false }))
}

fn day(c: &Cursor, i: usize) -> Option<(usize, u8)> {
    let (j, day) = match c.tag(i) {
        Tag::Number(number) if number.digits <= 2 && matches!(number.kind, Kind::Plain | Kind::Ordinal) => {
            (i + 1, u8::try_from(number.value).ok()?)
        }
        Tag::Ordinal(_) | Tag::Cardinal(10 | 20 | 30) => ordinal(c, i)?,
        _ => return None,
    };
    (1..=31).contains(&day).then_some((j, day))
}

fn weekday(c: &Cursor, i: usize) -> Found {
    let (j, turn) = match c.tag(i) {
        Tag::Rel(off) => (i + 1, turn_of(off)),
        Tag::This => (i + 1, Turn::This),
        _ => (i, Turn::Unsaid),
    };
    let (j, week) = match (c.tag(i), c.tag(i + 1), c.tag(i + 2)) {
        (Tag::Rel(off), Tag::Unit(Unit::Week, Few::One), Tag::Weekday(_)) => (i + 2, Some(off)),
        (Tag::This, Tag::Unit(Unit::Week, Few::One), Tag::Weekday(_)) => (i + 2, Some(0)),
        _ => (j, None),
    };
    let Tag::Weekday(day) = c.tag(j) else { return None };
    let mut end = j + 1;
    if let Tag::Unit(Unit::Day, Few::One) = c.tag(end) {
        end += 1;
    }
    if c.is(end, &["қараған"]) && c.tag(end + 1) == Tag::DayPart {
        end += 2;
    }
    while c.tag(end) == Tag::DayPart {
        end += 1;
    }
    let k = if matches!(c.tag(end), Tag::Punct(',' | '(') | Tag::Dash) { end + 1 } else { end };
    let apposed = match lead(c, k) {
        Some((k, year)) => date(c, k, year),
        None => date(c, k, Year::Unsaid),
    };
    if let Some((last, time @ Time::Day { .. })) = apposed {
        return Some((if c.mark(end, '(') { c.skip_mark(last, ')') } else { last }, time));
    }
    Some((end, Time::Weekday { day, turn, week: if week.is_some() { week } else { None } }))
}

fn season(c: &Cursor, i: usize, year: Year) -> Found {
    let (j, turn) = match c.tag(i) {
        Tag::Rel(off) => (i + 1, turn_of(off)),
        Tag::This => (i + 1, Turn::This),
        _ => (i, Turn::Unsaid),
    };
    // жаз is also "write"; its bare form is kept apart as a name.
    let season = match c.tag(j) {
        Tag::Season(season) => season,
        Tag::Name if c.is(j, &["жаз", "жазы"]) && turn != Turn::Unsaid => 2,
        _ => return None,
    };
    let said = year != Year::Unsaid || turn != Turn::Unsaid || !matches!(c.case(j), Case::Plain | Case::Its | Case::Of);
    said.then_some((j + 1, Time::Season(season, year, turn)))
}

/// "Жыл басында", "ай соңына дейін".
fn part(c: &Cursor, i: usize) -> Found {
    match (c.tag(i), c.tag(i + 1)) {
        (Tag::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century), Few::One), Tag::Edge(_)) => {
            Some((i + 1, Time::Whole(unit, 0)))
        }
        _ => None,
    }
}

/// "2008–2012 жылдары", "2014 және 2022 жылдар аралығында".
fn range(c: &Cursor, i: usize) -> Found {
    let (j, from) = grammar::year(c, i)?;
    if !matches!(c.tag(j), Tag::Dash | Tag::And) {
        return None;
    }
    let (k, to) = grammar::year(c, j + 1)?;
    let marked = matches!(c.tag(k), Tag::Unit(Unit::Year, _));
    if to <= from || !(marked || c.tag(j) == Tag::Dash) || c.tag(k) == Tag::Counted {
        return None;
    }
    Some((if marked { k + 1 } else { k }, Time::Range(Box::new(Time::Year(from)), Box::new(Time::Year(to)))))
}

/// "1990 жылдардағы", "90-жылдары", "тоқсаныншы жылдары".
fn decade(c: &Cursor, i: usize) -> Found {
    if let (Tag::Decade(tens), Tag::Unit(Unit::Year, Few::Many)) = (c.tag(i), c.tag(i + 1)) {
        return Some((i + 2, Time::Decade(1900 + i16::from(tens))));
    }
    let Tag::Number(number) = c.tag(i) else { return None };
    let j = if c.tag(i + 1) == Tag::Dash { i + 2 } else { i + 1 };
    let Tag::Unit(Unit::Year, Few::Many) = c.tag(j) else { return None };
    let first = match (number.digits, number.value) {
        (4, value @ 1000..=2100) if value % 10 == 0 => i16::try_from(value).ok()?,
        (2, value) if value % 10 == 0 && value > 10 => i16::try_from(1900 + value).ok()?,
        _ => return None,
    };
    Some((j + 1, Time::Decade(first)))
}

/// What stands behind a time: beginning or end of it, since, until, after.
fn behind(c: &Cursor, mut j: usize, mut time: Time) -> (usize, Time) {
    while let Tag::Edge(edge) = c.tag(j) {
        if matches!(time, Time::Part(..) | Time::Unplaced(_) | Time::Now) {
            break;
        }
        time = Time::Part(edge, Box::new(time));
        j += 1;
    }
    while c.tag(j) == Tag::DayPart && !matches!(time, Time::Unplaced(_)) {
        j += 1;
    }
    let case = c.case(j - 1);
    match c.tag(j) {
        Tag::Prep(prep @ (Prep::Since | Prep::After)) if case == Case::From || matches!(time, Time::Whole(..)) => {
            (j + 1, grammar::wrap(prep, time))
        }
        Tag::Prep(prep @ (Prep::Until | Prep::By)) if case == Case::To || matches!(time, Time::Near(_)) => {
            (j + 1, grammar::wrap(prep, time))
        }
        Tag::Ago if case == Case::From => (j + 1, grammar::wrap(Prep::Before, time)),
        Tag::Prep(Prep::Within) => (j + 1, time),
        _ => (j, time),
    }
}

/// A count of units, or a unit said of each: "екі күн бойы", "жеті жыл бұрын", "күн сайын".
fn count(c: &Cursor, i: usize) -> Found {
    if let (Tag::Unit(..) | Tag::Weekday(_) | Tag::Month(_) | Tag::DayPart, Tag::Every) = (c.tag(i), c.tag(i + 1)) {
        return Some((i + 2, FREQUENCY));
    }
    if let (Tag::Unit(..) | Tag::Season(_), Tag::Prep(Prep::Within)) = (c.tag(i), c.tag(i + 1)) {
        return Some((i + 2, DURATION));
    }
    if let Some((j, time @ Time::Stretch(..))) = grammar::point(c, i) {
        return Some((if c.tag(j) == Tag::Prep(Prep::Within) { j + 1 } else { j }, time));
    }
    // "үшінші жыл", "үшінші түн қатарынан"
    if let Some((j, _)) = ordinal(c, i)
        && (matches!(c.tag(j), Tag::Unit(..)) || c.is(j, &["түн", "түні", "түнде"]))
        && !matches!(c.tag(j), Tag::Unit(Unit::Century, _))
    {
        let j = j + 1;
        return Some((if c.tag(j) == Tag::Prep(Prep::Within) { j + 1 } else { j }, DURATION));
    }
    let half = || match (c.is(i, &["жарты"]), c.tag(i + 1)) {
        (true, Tag::Unit(unit, Few::One)) => Some((i + 2, unit, None)),
        _ => None,
    };
    let (mut j, unit, number) = counted(c, i).or_else(|| night(c, i)).or_else(half)?;
    if c.is(j, &["өткен"]) && matches!(c.tag(j + 1), Tag::Prep(Prep::After)) {
        return Some((j + 2, LATER));
    }
    if c.is(j, &["салып"]) {
        return Some((j + 1, LATER));
    }
    let time = match c.tag(j) {
        Tag::Ago => Time::Shift(unit, -1, number),
        Tag::Prep(Prep::After) => LATER,
        Tag::Prep(Prep::Since) => Time::Since(Box::new(Time::Shift(unit, -1, number))),
        Tag::Prep(Prep::Within) => DURATION,
        _ => {
            j -= 1;
            DURATION
        }
    };
    Some((j + 1, time))
}

fn night(c: &Cursor, i: usize) -> Option<(usize, Unit, Option<u32>)> {
    let (j, count) = amount(c, i)?;
    (c.tag(j) == Tag::DayPart && c.is(j, &["түнде", "түні", "кеште"])).then_some((j + 1, Unit::Day, count))
}

/// "Тәуелсіздік алғалы бері", "соғыс кезінде", "сайлауға дейін".
fn told_by(c: &Cursor, i: usize) -> Found {
    match c.tag(i) {
        Tag::Independence => {
            let j = if c.is(i + 1, &["алғалы", "алған", "алғаннан"]) { i + 2 } else { i + 1 };
            match c.tag(j) {
                Tag::Prep(Prep::Since) => Some((j + 1, Time::Since(Box::new(Time::Independence)))),
                Tag::Prep(Prep::After) => Some((j + 1, Time::After(Box::new(Time::Independence)))),
                Tag::Prep(Prep::Until) => Some((j + 1, Time::Before(Box::new(Time::Independence)))),
                _ => None,
            }
        }
        Tag::Event => match c.tag(i + 1) {
            Tag::Prep(Prep::Since | Prep::Until | Prep::After) | Tag::Ago if c.case(i) != Case::Plain => Some((i + 2, EVENT)),
            _ if c.is(i + 1, &["кезінде", "қарсаңында", "кезеңінде", "кезіндегі"]) => {
                Some((i + 2, EVENT))
            }
            _ => None,
        },
        _ => None,
    }
}
