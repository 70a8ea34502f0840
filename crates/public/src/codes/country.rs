//! Countries and groups under each scheme's codes and names.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{THREE, lines, slot3};

const TABLE: &str = include_str!("../../../../data/codes/countries.tsv");

/// What a line of the table stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CountryKind {
    /// A state.
    State,
    /// A territory with a code of its own.
    Territory,
    /// A state that is no more.
    Former,
    /// A group or region. It contains others: its values must not be added to theirs.
    Group,
}

/// A line of `data/codes/countries.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-3; ISO 3166-3 for former states; a code of its own for a group.
    pub code: &'static str,
    /// What it is.
    pub kind: CountryKind,
    /// The English name to show.
    pub name: &'static str,
}

/// How a country is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// Our own code: ISO 3166-1 alpha-3 and its extras.
    Alpha3,
    /// ISO 3166-1 alpha-2.
    Alpha2,
    /// FIPS 10-4.
    Fips,
    /// The country codes of CAMEO actors.
    Cameo,
    /// UN M49, with or without leading zeros.
    M49,
    /// Correlates of War.
    Cow,
    /// Eurostat: alpha-2 with its own codes for some states and groups.
    Eurostat,
    /// UN Comtrade: M49 or alpha-3, with its own codes for some reporters and groups.
    Comtrade,
    /// An English name.
    English,
    /// A Russian name.
    Russian,
}

impl Scheme {
    /// The name under which its unmapped codes are counted.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Alpha3 => "country (alpha-3)",
            Scheme::Alpha2 => "country (alpha-2)",
            Scheme::Fips => "country (FIPS 10-4)",
            Scheme::Cameo => "country (CAMEO)",
            Scheme::M49 => "country (M49)",
            Scheme::Cow => "country (COW)",
            Scheme::Eurostat => "country (Eurostat)",
            Scheme::Comtrade => "country (Comtrade)",
            Scheme::English => "country (English name)",
            Scheme::Russian => "country (Russian name)",
        }
    }

    const ALL: [Scheme; 10] = [
        Scheme::Alpha3,
        Scheme::Alpha2,
        Scheme::Fips,
        Scheme::Cameo,
        Scheme::M49,
        Scheme::Cow,
        Scheme::Eurostat,
        Scheme::Comtrade,
        Scheme::English,
        Scheme::Russian,
    ];
}

/// The country that a code or name stands for in a scheme; `None` when the tables lack it.
///
/// # Examples
/// ```
/// use mizan_public::codes::{Scheme, country};
/// assert_eq!(country(Scheme::Fips, "RS").unwrap().code, "RUS");
/// assert_eq!(country(Scheme::Alpha2, "RS").unwrap().code, "SRB");
/// assert_eq!(country(Scheme::Russian, "Молдова, Республика").unwrap().code, "MDA");
/// assert_eq!(country(Scheme::English, "Ruritania"), None);
/// ```
pub fn country(scheme: Scheme, text: &str) -> Option<&'static Country> {
    TABLES.find(scheme, text).map(|at| &TABLES.countries[usize::from(at)])
}

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::read);

const NONE: u16 = u16::MAX;

struct Tables {
    countries: Vec<Country>,
    /// CAMEO is looked up twice an event row: by place, not by hash.
    cameo: Vec<u16>,
    /// Codes, and names as printed in the table.
    exact: [HashMap<&'static str, u16>; Scheme::ALL.len()],
    /// Names without regard to case and blanks.
    folded: HashMap<String, u16>,
}

impl Tables {
    fn read() -> Tables {
        let mut tables = Tables { countries: Vec::new(), cameo: vec![NONE; THREE], exact: Default::default(), folded: HashMap::new() };
        for line in lines(TABLE) {
            let cells: Vec<&'static str> = line.collect();
            if let [code, kind, alpha2, fips, cameo, m49, cow, eurostat, comtrade, english, russian] = cells[..] {
                let at = tables.countries.len() as u16;
                tables.countries.push(Country { code, kind: kind_of(kind), name: english.split(" | ").next().unwrap_or(code) });
                let codes = [code, alpha2, fips, cameo, m49, cow, eurostat, comtrade];
                Scheme::ALL.into_iter().zip(codes).for_each(|(scheme, cell)| tables.codes(scheme, cell, at));
                tables.names(Scheme::English, english, at);
                tables.names(Scheme::Russian, russian, at);
            }
        }
        tables
    }

    fn codes(&mut self, scheme: Scheme, cell: &'static str, at: u16) {
        for code in cell.split_ascii_whitespace() {
            if scheme == Scheme::Cameo
                && let Some(slot) = slot3(code)
            {
                self.cameo[slot] = at;
            }
            let code = if scheme == Scheme::M49 { unpadded(code) } else { code };
            self.exact[scheme as usize].insert(code, at);
        }
    }

    fn names(&mut self, scheme: Scheme, cell: &'static str, at: u16) {
        for name in cell.split(" | ").filter(|name| !name.is_empty()) {
            self.exact[scheme as usize].insert(name, at);
            self.folded.insert(fold(scheme, name), at);
        }
    }

    fn find(&self, scheme: Scheme, text: &str) -> Option<u16> {
        let exact = |scheme: Scheme| self.exact[scheme as usize].get(text).copied();
        match scheme {
            Scheme::Cameo => slot3(text).map(|slot| self.cameo[slot]).filter(|&at| at != NONE),
            Scheme::M49 => self.exact[scheme as usize].get(unpadded(text)).copied(),
            Scheme::Eurostat => exact(Scheme::Eurostat).or_else(|| exact(Scheme::Alpha2)),
            Scheme::Comtrade => exact(Scheme::Comtrade).or_else(|| exact(Scheme::Alpha3)).or_else(|| self.find(Scheme::M49, text)),
            Scheme::English | Scheme::Russian => exact(scheme).or_else(|| self.folded.get(&fold(scheme, text)).copied()),
            _ => exact(scheme),
        }
    }
}

fn kind_of(kind: &str) -> CountryKind {
    match kind {
        "state" => CountryKind::State,
        "territory" => CountryKind::Territory,
        "former" => CountryKind::Former,
        _ => CountryKind::Group,
    }
}

/// `004` is 4, `0` and `000` are 0.
fn unpadded(code: &str) -> &str {
    let short = code.trim_start_matches('0');
    if short.is_empty() && !code.is_empty() { "0" } else { short }
}

/// A name in lower case, with single blanks, straight apostrophes and е for ё, under its scheme's mark.
fn fold(scheme: Scheme, name: &str) -> String {
    let mut folded = String::from(if scheme == Scheme::English { "en" } else { "ru" });
    for word in name.split_whitespace() {
        folded.push(' ');
        folded.extend(word.chars().flat_map(char::to_lowercase).map(|c| match c {
            'ё' => 'е',
            '’' | '`' => '\'',
            c => c,
        }));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn no_code_and_no_name_stands_for_two() {
        let mut seen: BTreeMap<(usize, String), &str> = BTreeMap::new();
        for line in lines(TABLE) {
            let cells: Vec<&'static str> = line.collect();
            assert_eq!(cells.len(), 11, "{cells:?}");
            assert!(["state", "territory", "former", "group"].contains(&cells[1]), "{cells:?}");
            let codes = (2..9).chain([0]).flat_map(|column| cells[column].split(' ').map(move |code| (column, code.to_owned())));
            let names =
                (9..11).flat_map(|column| cells[column].split(" | ").map(move |name| (column, fold(Scheme::ALL[column - 1], name))));
            for (column, code) in codes.chain(names).filter(|(_, code)| !code.trim_start_matches(['e', 'n', 'r', 'u']).is_empty()) {
                if let Some(other) = seen.insert((column, code.clone()), cells[0]) {
                    panic!("{code} in column {column} stands for {other} and {}", cells[0]);
                }
            }
        }
    }

    #[test]
    fn each_scheme_has_its_own_codes() {
        let code = |scheme, text| country(scheme, text).map(|c| c.code);
        assert_eq!(code(Scheme::Alpha3, "KAZ"), Some("KAZ"));
        assert_eq!(code(Scheme::Cameo, "ROM"), Some("ROU"));
        assert_eq!((code(Scheme::Fips, "CH"), code(Scheme::Alpha2, "CH")), (Some("CHN"), Some("CHE")));
        assert_eq!((code(Scheme::M49, "004"), code(Scheme::M49, "4"), code(Scheme::M49, "0")), (Some("AFG"), Some("AFG"), Some("WLD")));
        assert_eq!((code(Scheme::Cow, "365"), code(Scheme::Cow, "705")), (Some("RUS"), Some("KAZ")));
        assert_eq!((code(Scheme::Eurostat, "EL"), code(Scheme::Eurostat, "KZ")), (Some("GRC"), Some("KAZ")));
        assert_eq!((code(Scheme::Comtrade, "842"), code(Scheme::Comtrade, "W00")), (Some("USA"), Some("WLD")));
        assert_eq!((code(Scheme::English, "CÔTE D’IVOIRE"), code(Scheme::English, " viet  nam ")), (Some("CIV"), Some("VNM")));
        assert_eq!(code(Scheme::Russian, "Антигуа И Барбуда"), Some("ATG"));
        assert_eq!(country(Scheme::Russian, "Страны ЕС").unwrap().kind, CountryKind::Group);
        for (scheme, text) in
            [(Scheme::Cameo, "ru"), (Scheme::Cameo, "ЁЖ"), (Scheme::Alpha2, ""), (Scheme::English, ""), (Scheme::Russian, "Russia")]
        {
            assert_eq!(code(scheme, text), None, "{text}");
        }
    }
}
