//! English words of time.

use std::sync::LazyLock;

use mizan_text::Language;

use super::grammar::{DURATION, EVENT, FREQUENCY, Found, HOUR, LATER, OTHER, SO_FAR, VAGUE};
use super::scan::{Cursor, Few, Lexicon, Prep, Tag};
use super::time::{Edge, Time, Turn, Unit, Year};

/// The words.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(words);

const MONTHS: [&str; 12] = [
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
];

const WEEKDAYS: [&str; 7] = [
    "monday mondays",
    "tuesday tuesdays",
    "wednesday wednesdays",
    "thursday thursdays",
    "friday fridays",
    "saturday saturdays",
    "sunday sundays",
];

const CARDINALS: [(&str, u32); 30] = [
    ("one a an another", 1),
    ("two couple", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve dozen", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
    ("thousand", 1000),
    ("zero", 0),
];

const ORDINALS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

fn words() -> Lexicon {
    let mut l = Lexicon::new(Language::English);
    for (n, names) in (1..).zip(MONTHS) {
        l.add(names, Tag::Month(n));
    }
    for (n, names) in (1..).zip(WEEKDAYS) {
        l.add(names, Tag::Weekday(n));
    }
    for (names, n) in CARDINALS {
        l.add(names, Tag::Cardinal(n));
    }
    for (n, name) in (1..).zip(ORDINALS) {
        l.add(name, Tag::Ordinal(n));
    }
    l.add("thirtieth", Tag::Ordinal(30));
    units(&mut l);
    l.add("the", Tag::Article);
    l.add("of", Tag::Of);
    l.add("and", Tag::And);
    l.add("last past previous prior recent bygone outgoing", Tag::Rel(-1));
    l.add("next coming upcoming forthcoming", Tag::Rel(1));
    l.add("current present", Tag::Rel(0));
    l.add("this", Tag::This);
    l.add("same following preceding ensuing", Tag::Same);
    l.add("these", Tag::This);
    l.add("today tonight", Tag::Near(0));
    l.add("yesterday", Tag::Near(-1));
    l.add("tomorrow", Tag::Near(1));
    l.add("morning afternoon evening night dawn dusk midnight noon midday", Tag::DayPart);
    l.add("early beginning start begin earlier onset", Tag::Edge(Edge::Early));
    l.add("mid middle midway", Tag::Edge(Edge::Mid));
    l.add("late end ending close later", Tag::Edge(Edge::Late));
    l.add("winter wintertime", Tag::Season(0));
    l.add("spring springtime", Tag::Season(1));
    l.add("summer summertime", Tag::Season(2));
    l.add("autumn fall", Tag::Season(3));
    l.add("quarter", Tag::Quarter);
    l.add("half", Tag::Half);
    l.add("ago", Tag::Ago);
    l.add("afterwards afterward hence on", Tag::Other);
    l.add("every each", Tag::Every);
    l.add("several few many some numerous various", Tag::Some);
    l.add(
        "about around nearly almost roughly approximately over barely least most than more less fewer only just full whole entire",
        Tag::About,
    );
    for (n, names) in [
        (20, "twenties"),
        (30, "thirties"),
        (40, "forties"),
        (50, "fifties"),
        (60, "sixties"),
        (70, "seventies"),
        (80, "eighties"),
        (90, "nineties"),
    ] {
        l.add(names, Tag::Decade(n));
    }
    prepositions(&mut l);
    l.add("bc bce ad ce", Tag::Other);
    l.add("ah", Tag::HijriMark);
    l.add("muharram", Tag::Hijri(1));
    l.add("safar", Tag::Hijri(2));
    l.add("rajab", Tag::Hijri(7));
    l.add("shaaban shaban", Tag::Hijri(8));
    l.add("ramadan ramazan ramadhan", Tag::Hijri(9));
    l.add("shawwal", Tag::Hijri(10));
    l.add("independence", Tag::Independence);
    l.add(
        "war wars election elections vote votes poll polls referendum christmas easter eid ceasefire truce coup invasion revolution occupation summit \
         armistice unrest uprising crisis earthquake attack attacks talks meeting pandemic halloween thanksgiving ballot collapse breakup outbreak \
         presidency term era conflict fighting siege recess inauguration midterms genocide massacre strikes offensive",
        Tag::Event,
    );
    l.add(
        "troops soldiers people men women children civilians refugees dollars euros pounds roubles rubles tenge km kilometres kilometers miles metres \
         meters feet tonnes tons homes houses cases jobs fighters militants prisoners workers police officers students protesters demonstrators \
         voters seats votes members companies families victims deaths dead wounded injured tanks drones missiles rockets shells planes aircraft \
         kilograms kg litres barrels acres hectares gmt utc hours pages copies candidates delegates employees personnel migrants passengers \
         hostages detainees residents inhabitants villagers others points per percent times villages schools hospitals",
        Tag::Counted,
    );
    l.add("will shall ll would scheduled due expected planning plans planned intends upcoming set", Tag::Future);
    l.add("said says told announced added reported wrote stated declared confirmed", Tag::Speech);
    l.add("which that who whom whose where when because while although though whereas but", Tag::Clause);
    phrases(&mut l);
    l
}

fn units(l: &mut Lexicon) {
    for (one, many, unit) in [
        ("minute", "minutes seconds moments", Unit::Moment),
        ("hour", "hours", Unit::Hour),
        ("day", "days nights", Unit::Day),
        ("week fortnight", "weeks fortnights", Unit::Week),
        ("weekend", "weekends", Unit::Weekend),
        ("month", "months", Unit::Month),
        ("season", "seasons", Unit::Season),
        ("", "quarters", Unit::Quarter),
        ("year", "years yrs", Unit::Year),
        ("decade", "decades", Unit::Decade),
        ("century", "centuries", Unit::Century),
    ] {
        l.add(one, Tag::Unit(unit, Few::One));
        l.add(many, Tag::Unit(unit, Few::Many));
    }
}

fn prepositions(l: &mut Lexicon) {
    l.add("in on at upon", Tag::Prep(Prep::In));
    l.add("for", Tag::Prep(Prep::For));
    l.add("since", Tag::Prep(Prep::Since));
    l.add("from", Tag::Prep(Prep::From));
    l.add("to into", Tag::Prep(Prep::To));
    l.add("until till through thru", Tag::Prep(Prep::Until));
    l.add("by", Tag::Prep(Prep::By));
    l.add("before", Tag::Prep(Prep::Before));
    l.add("after beyond following", Tag::Prep(Prep::After));
    l.add("within inside", Tag::Prep(Prep::Within));
    l.add("during throughout amid", Tag::Prep(Prep::During));
    l.add("between", Tag::Prep(Prep::Between));
}

fn phrases(l: &mut Lexicon) {
    l.phrase("the day before yesterday|day before yesterday", &Time::Near(-2));
    l.phrase("the day after tomorrow|day after tomorrow", &Time::Near(2));
    l.phrase("now|right now|at present|currently|at the moment|nowadays|presently|these days|for now", &Time::Now);
    l.phrase("to date|so far|thus far|to this day|until now|till now|up to now|up until now|as yet", &SO_FAR);
    l.phrase("overnight|at dawn|at noon|at midnight|at midday|at dusk|in the morning|in the afternoon|in the evening|at night|before dawn|by nightfall|at nightfall|until nightfall|before sunrise", &HOUR);
    l.phrase(
        "recently|in the past|in the future|very soon|in due course|sooner or later|until further notice|in the near future|of late|in recent times|in antiquity|some time ago|for a long time",
        &VAGUE,
    );
    l.phrase("at the time|at that time|by then|until then|in the meantime|on the eve", &OTHER);
    l.phrase(
        "a day later|the next day|the following day|the day after|the day before|the previous day|since then|from then on|in the days that followed",
        &LATER,
    );
    l.phrase(
        "on the same day|the same day|that same day|on that same day|on that day|that day|same day|on the very day|the very day|later that day|later that same day|later the same day",
        &Time::SameDay,
    );
    l.phrase("daily|weekly|monthly|yearly|annually|annual|nightly|hourly|a day|per day|per year|per month", &FREQUENCY);
    l.phrase("for generations|all day|all night|all year|year round|round the clock|week long|weeklong|decades old|decades long|monthslong|yearslong|midweek|overnight long", &DURATION);
    let day = |day: u8, month: u8| Time::Day { day, month, year: Year::Unsaid, turn: Turn::Unsaid, rule: "day-month-year" };
    l.phrase("christmas day|on christmas", &day(25, 12));
    l.phrase("christmas eve|on christmas eve", &day(24, 12));
    l.phrase("new year's day|new year ' s day", &day(1, 1));
    l.phrase("new year's eve|new year ' s eve", &day(31, 12));
    l.phrase("year end|by year end|year - end|by year - end", &Time::Part(Edge::Late, Box::new(Time::Whole(Unit::Year, 0))));
    l.phrase("year to date", &Time::Whole(Unit::Year, 0));
    for (text, part) in [("q1", 1), ("q2", 2), ("q3", 3), ("q4", 4)] {
        l.phrase(text, &Time::Portion(part, 4, Year::Unsaid));
    }
}

/// Whether the month at `i`, ending before `j`, is one without day or year beside it.
pub(crate) fn month_alone(c: &Cursor, i: usize, j: usize) -> bool {
    let cue = match c.before(i) {
        Tag::Prep(prep) => prep != Prep::Between || c.tag(j) == Tag::And,
        Tag::Edge(_) | Tag::Rel(_) | Tag::This | Tag::And | Tag::Every => true,
        Tag::Dash => matches!(c.before(i - 1), Tag::Edge(_)),
        Tag::Of => i >= 2 && !c.is(i - 2, &["march", "states"]),
        _ => false,
    };
    let short = c.word(i).len() < 4 && !c.is(i, &["may"]);
    let verb = c.is(
        j,
        &[
            "took",
            "became",
            "said",
            "was",
            "is",
            "has",
            "had",
            "came",
            "resigned",
            "left",
            "called",
            "lost",
            "won",
            "announced",
            "told",
            "will",
            "would",
            "and",
            "met",
            "be",
            "have",
            "not",
            "also",
            "on",
            "to",
            "s",
        ],
    );
    match (c.tag(i), cue) {
        // The verb, the prime minister, the demonstration.
        (Tag::Month(3), _) if !cue => false,
        (Tag::Month(5), _) if c.before(i) == Tag::Article => matches!(c.tag(j), Tag::Other | Tag::Event) && !c.upper(j) && !verb,
        (Tag::Month(5), _) => cue && (!verb || c.is(j, &["and", "to", "on"])) && !c.mark(j, '\'') && c.before(i) != Tag::And,
        (_, false) if short => false,
        (Tag::Month(_), true) => true,
        // "June's meeting", "the November vote": a name of a person stands beside another capital.
        _ => {
            let name = |n: usize| c.upper(n) && c.tag(n) == Tag::Other;
            !name(i.wrapping_sub(1)) && !name(j)
        }
    }
}

/// "On Armistice Day", "Independence Day": a named day, which only a calendar of the country could place.
pub(crate) fn named_day(c: &Cursor, i: usize) -> Found {
    let j = if let Tag::Prep(_) = c.tag(i) { i + 1 } else { i };
    let first = c.skip(j, Tag::Article);
    if !c.upper(first) {
        return None;
    }
    let named = |end: usize| {
        (first..end).all(|n| c.upper(n) && !matches!(c.tag(n), Tag::Punct(_) | Tag::Dash)) && c.upper(end) && c.is(end, &["day"])
    };
    (first + 1..=first + 2).find(|&end| named(end)).map(|end| (end + 1, EVENT))
}

/// Whether the weekday is a day, not a newspaper or the name of a day gone by.
pub(crate) fn is_weekday(c: &Cursor, i: usize) -> bool {
    c.upper(i)
        && !(i > 0
            && c.is(
                i - 1,
                &["black", "good", "bloody", "super", "ash", "palm", "holy", "cyber", "girl", "man", "freaky", "casual", "blue"],
            )
            && c.upper(i - 1))
        && !(c.is(i + 1, &["times", "telegraph", "mirror", "express", "herald", "post", "mail", "agreement"]) && c.upper(i + 1))
}
