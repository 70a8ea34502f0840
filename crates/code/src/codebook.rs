//! The codebook: what each class stands for outside PLOVER.

use std::sync::OnceLock;

use mizan_record::{Class, Event};

const TABLE: &str = include_str!("../../../data/codebook/plover.tsv");

/// A line of `data/codebook/plover.tsv`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// The class.
    pub class: Class,
    /// CAMEO root, two digits.
    pub cameo: &'static str,
    /// How much it helps (positive) or harms a relation, -10 to 10.
    pub intensity: f32,
    /// What it covers, in words.
    pub covers: &'static str,
}

/// The entry of a class.
///
/// # Panics
/// Never in a tested build: a test reads every line of the table.
pub fn entry(class: Class) -> &'static Entry {
    entries().iter().find(|e| e.class == class).expect("the codebook has a line for each class")
}

/// Give an event another class, with all that goes with it, and note the rule that did.
pub(crate) fn recode(event: &mut Event, class: Class, rule: &'static str) {
    let entry = entry(class);
    (event.class, event.intensity, event.cameo) = (class, entry.intensity, entry.cameo);
    event.origin.rules.push(rule);
}

/// All entries, in the order of the table.
pub fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| TABLE.lines().filter(|l| !l.starts_with('#')).skip(1).filter_map(parse).collect())
}

fn parse(line: &'static str) -> Option<Entry> {
    let mut cells = line.split('\t');
    let class = Class::from_name(cells.next()?)?;
    let (cameo, intensity, covers) = (cells.next()?, cells.next()?.parse().ok()?, cells.next()?);
    Some(Entry { class, cameo, intensity, covers })
}

#[cfg(test)]
mod tests {
    use super::*;
    use mizan_record::Quad;

    #[test]
    fn every_class_has_one_line_and_its_sign() {
        assert_eq!(entries().len(), Class::ALL.len());
        for class in Class::ALL {
            let e = entry(class);
            let helps = matches!(class.quad(), Quad::VerbalCooperation | Quad::MaterialCooperation);
            assert_eq!(e.intensity > 0.0, helps, "{class:?}");
            assert_eq!(e.cameo.len(), 2);
        }
    }
}
