//! Sectors of actors in other projects' words, and ours.

use std::collections::HashMap;
use std::sync::LazyLock;

use mizan_record::Sector;

use super::lines;

const TABLE: &str = include_str!("../../../../data/codes/sectors.tsv");

/// Whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// The three letters of CAMEO's roles and PLOVER's sectors.
    Code,
    /// The words of ICEWS.
    Icews,
    /// The words of POLECAT.
    Polecat,
}

/// What a role or sector of others is with us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// Our sector; the unclear one for a known role that none of ours matches.
    pub sector: Sector,
    /// In an unordered list the role with the lowest rank is taken.
    pub rank: u8,
}

/// What a role or sector word stands for; `None` when the table lacks it.
///
/// # Examples
/// ```
/// use mizan_public::codes::{Vocabulary, role};
/// assert_eq!(role(Vocabulary::Code, "INS").unwrap().sector.code(), "REB");
/// assert_eq!(role(Vocabulary::Code, "CRM").unwrap().sector.code(), "");
/// assert_eq!(role(Vocabulary::Icews, "Astrologers"), None);
/// ```
pub fn role(vocabulary: Vocabulary, word: &str) -> Option<Role> {
    ROLES[vocabulary as usize].get(word).copied()
}

static ROLES: LazyLock<[HashMap<&'static str, Role>; 3]> = LazyLock::new(|| {
    let mut roles: [HashMap<&'static str, Role>; 3] = Default::default();
    for line in lines(TABLE) {
        let cells: Vec<&'static str> = line.collect();
        if let [scheme, word, sector, rank] = cells[..] {
            let role = Role { sector: Sector::from_code(sector), rank: rank.parse().unwrap_or(u8::MAX) };
            roles[vocabulary(scheme) as usize].insert(word, role);
        }
    }
    roles
});

fn vocabulary(scheme: &str) -> Vocabulary {
    match scheme {
        "code" => Vocabulary::Code,
        "icews" => Vocabulary::Icews,
        _ => Vocabulary::Polecat,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_line_of_the_table_is_sound() {
        let mut seen = BTreeSet::new();
        for line in lines(TABLE) {
            let cells: Vec<&str> = line.collect();
            let [scheme, word, sector, rank] = cells[..] else { panic!("{cells:?}") };
            assert!(["code", "icews", "polecat"].contains(&scheme), "{cells:?}");
            assert!(sector == "-" || Sector::from_code(sector).code() == sector, "{cells:?}");
            assert!((1..=99).contains(&rank.parse::<u8>().unwrap()), "{cells:?}");
            assert!(seen.insert((scheme, word)), "{word} stands twice");
        }
    }
}
