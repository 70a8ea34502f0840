//! Decades, centuries, and the day on which a state became independent.

use jiff::civil::{Date, date};
use mizan_record::date::{Granularity, Interval};
use mizan_text::Span;

use super::time::closed;

/// So many years from the first day of one.
pub(crate) fn years(first: i16, count: i16) -> Option<Interval> {
    let last = first.checked_add(count)?.checked_sub(1)?;
    Some(closed(Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?, Granularity::Era))
}

/// The independence day of the state named nearest to a place in a text.
pub(crate) fn independence(text: &str, near: Span) -> Option<Date> {
    let lower = text.to_lowercase();
    // Lower-casing may move bytes; the distance only has to be roughly right.
    STATES
        .iter()
        .flat_map(|(stems, day)| stems.iter().map(move |stem| (stem, day)))
        .flat_map(|(stem, day)| lower.match_indices(stem).map(move |(at, _)| (at, day)))
        .min_by_key(|(at, _)| at.abs_diff(near.start))
        .map(|(_, day)| *day)
}

/// Stems of state names in lower case, and the day that the state itself counts from.
const STATES: &[(&[&str], Date)] = &[
    (&["kazakh", "казахстан", "қазақстан", "كازاخستان", "قازاقستان", "کازاخستان"], date(1991, 12, 16)),
    (&["uzbek", "узбекистан", "өзбекстан", "أوزبكستان", "اوزبكستان"], date(1991, 9, 1)),
    (&["kyrgyz", "киргизи", "кыргызстан", "қырғызстан", "قرغيزستان", "قيرغيزستان"], date(1991, 8, 31)),
    (&["tajik", "таджикистан", "тәжікстан", "طاجيكستان"], date(1991, 9, 9)),
    (&["turkmen", "туркменистан", "туркмени", "түрікменстан", "تركمانستان"], date(1991, 10, 27)),
    (&["ukrain", "украин", "أوكراني", "اوكراني"], date(1991, 8, 24)),
    (&["belarus", "белорус", "беларус", "بيلاروس"], date(1991, 8, 25)),
    (&["moldov", "молдов", "молдави", "مولدوف", "مولدافي"], date(1991, 8, 27)),
    (&["armeni", "армени", "أرميني", "ارميني"], date(1991, 9, 21)),
    (&["azerbaijan", "азербайджан", "әзербайжан", "أذربيجان", "اذربيجان"], date(1991, 10, 18)),
    (&["georgia", "грузи", "грузия", "جورجيا"], date(1991, 4, 9)),
    (&["lithuania", "литв", "ليتواني"], date(1990, 3, 11)),
    (&["latvia", "латви", "لاتفي"], date(1991, 8, 21)),
    (&["estonia", "эстони", "إستوني"], date(1991, 8, 20)),
    (&["algeria", "алжир", "الجزائر"], date(1962, 7, 5)),
    (&["morocc", "марокко", "المغرب"], date(1956, 3, 2)),
    (&["tunisia", "тунис", "تونس"], date(1956, 3, 20)),
    (&["libya", "ливи", "ليبيا"], date(1951, 12, 24)),
    (&["south sudan", "южн судан", "южного судана", "جنوب السودان"], date(2011, 7, 9)),
    (&["sudan", "судан", "السودان"], date(1956, 1, 1)),
    (&["lebanon", "ливан", "لبنان"], date(1943, 11, 22)),
    (&["syria", "сири", "سوريا", "سورية"], date(1946, 4, 17)),
    (&["jordan", "иордани", "الأردن"], date(1946, 5, 25)),
    (&["iraq", "ирак", "العراق"], date(1932, 10, 3)),
    (&["kuwait", "кувейт", "الكويت"], date(1961, 6, 19)),
    (&["qatar", "катар", "قطر"], date(1971, 9, 3)),
    (&["bahrain", "бахрейн", "البحرين"], date(1971, 8, 15)),
    (&["emirates", "эмират", "الإمارات"], date(1971, 12, 2)),
    (&["india", "индии", "индия", "үндістан", "الهند"], date(1947, 8, 15)),
    (&["pakistan", "пакистан", "пәкістан", "باكستان"], date(1947, 8, 14)),
    (&["bangladesh", "бангладеш", "بنغلاديش"], date(1971, 3, 26)),
    (&["eritrea", "эритре", "إريتريا"], date(1993, 5, 24)),
    (&["kosovo", "косов", "كوسوفو"], date(2008, 2, 17)),
    (&["montenegro", "черногори", "الجبل الأسود"], date(2006, 6, 3)),
    (&["croatia", "хорвати", "كرواتيا"], date(1991, 10, 8)),
    (&["slovenia", "словени", "سلوفينيا"], date(1991, 6, 25)),
    (&["israel", "израил", "إسرائيل"], date(1948, 5, 14)),
    (&["nigeria", "нигери", "نيجيريا"], date(1960, 10, 1)),
    (&["namibia", "намиби", "ناميبيا"], date(1990, 3, 21)),
    (&["zimbabwe", "зимбабве", "زيمبابوي"], date(1980, 4, 18)),
    (&["east timor", "timor-leste", "восточн тимор", "تيمور"], date(2002, 5, 20)),
    (&["united states", "сша", "الولايات المتحدة"], date(1776, 7, 4)),
];
