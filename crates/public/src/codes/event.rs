//! Event codes of other projects and the PLOVER classes they become.

use std::sync::LazyLock;

use mizan_record::Class;

use super::lines;

const CAMEO: &str = include_str!("../../../../data/codes/cameo-plover.tsv");
const POLECAT: &str = include_str!("../../../../data/codes/polecat.tsv");

/// The PLOVER class of a CAMEO code of two to four digits. A code that the table lacks takes the class of its parent.
///
/// # Examples
/// ```
/// use mizan_public::codes::cameo_class;
/// use mizan_record::Class;
/// assert_eq!(cameo_class("057"), Some(Class::Support));
/// assert_eq!(cameo_class("1755"), cameo_class("175"));
/// assert_eq!(cameo_class("010"), None); // a mere statement is no event in PLOVER
/// ```
pub fn cameo_class(code: &str) -> Option<Class> {
    CLASSES.get(place(code)?).copied().flatten()
}

/// The PLOVER class of an event type of POLECAT.
pub fn event_type(name: &str) -> Option<Class> {
    TYPES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, class)| *class)
}

/// One place for each code of two, three and four digits.
const PLACES: usize = 100 + 1_000 + 10_000;

static CLASSES: LazyLock<Vec<Option<Class>>> = LazyLock::new(|| {
    let mut classes = vec![None; PLACES];
    for mut cells in lines(CAMEO) {
        if let (Some(at), class) = (cells.next().and_then(place), cells.next().and_then(Class::from_name)) {
            classes[at] = class;
        }
    }
    for at in 100..PLACES {
        classes[at] = classes[at].or(classes[parent(at)]);
    }
    classes
});

static TYPES: LazyLock<Vec<(&'static str, Class)>> =
    LazyLock::new(|| lines(POLECAT).filter_map(|mut cells| Some((cells.next()?, Class::from_name(cells.next()?)?))).collect());

/// The place of the code without its last digit.
fn parent(at: usize) -> usize {
    if at < 1_100 { (at - 100) / 10 } else { 100 + (at - 1_100) / 10 }
}

fn place(code: &str) -> Option<usize> {
    let start = match code.len() {
        2 => 0,
        3 => 100,
        4 => 1_100,
        _ => return None,
    };
    let number = code.bytes().try_fold(0, |n, b| b.is_ascii_digit().then(|| n * 10 + usize::from(b - b'0')))?;
    Some(start + number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_is_a_code_and_a_class() {
        for mut cells in lines(CAMEO) {
            let code = cells.next().unwrap();
            assert_eq!(cells.next().and_then(Class::from_name), cameo_class(code), "{code}");
            assert!(cameo_class(code).is_some(), "{code}");
        }
        assert_eq!(TYPES.iter().map(|(_, class)| *class).collect::<Vec<_>>(), Class::ALL);
        assert_eq!(event_type("consult"), Some(Class::Consult));
        assert_eq!(event_type("YIELD"), None);
    }

    #[test]
    fn a_code_falls_back_to_its_parents_but_an_ambiguous_root_has_no_class() {
        assert_eq!((cameo_class("163"), cameo_class("166")), (Some(Class::Coerce), Some(Class::Sanction)));
        assert_eq!((cameo_class("0814"), cameo_class("0812")), (Some(Class::Retreat), Some(Class::Concede)));
        assert_eq!((cameo_class("155"), cameo_class("176")), (Some(Class::Mobilize), Some(Class::Coerce)));
        for none in ["08", "088", "01", "0233", "1", "19555", "---", "", "1x", "٠٤"] {
            assert_eq!(cameo_class(none), None, "{none}");
        }
    }
}
