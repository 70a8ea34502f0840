//! One side of a relation as a condition in SQL: a country and all of it, one actor, or the members of a pole while they are members.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::pole::Member;
use crate::command::query::quoted;

/// Who stands on a side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Side {
    /// Everyone of a country: its state, its officials, its people.
    Country(String),
    /// One actor, by key.
    Key(String),
    /// The members of a pole, and those who act in its name.
    Members(Vec<Member>),
}

/// How the keys of actors begin that nothing but a text knows, not even by an adjective or a state named beside them.
const GUESSED: &str = "text/";

/// The columns that tell who somebody is and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Columns<'c> {
    /// The country's.
    pub(crate) country: &'c str,
    /// The actor's key; `None` where rows have none.
    pub(crate) key: Option<&'c str>,
    /// The day that decides on membership.
    pub(crate) day: &'c str,
}

/// A day as SQL writes it.
pub(crate) fn day(date: Date) -> String {
    format!("DATE '{date}'")
}

/// Whether a code is a country's and not an actor's key.
pub(crate) fn is_country(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())
}

/// Rows whose actor is more than a guess, by the column of its key.
pub(crate) fn settled(key: &str) -> String {
    format!("coalesce({key}, '') NOT LIKE '{GUESSED}%'")
}

impl Side {
    /// The rows of this side. An actor that is known from texts alone and whose country is no more than the model's guess stands on no side: such
    /// guesses follow the report's own country and make relations out of nothing.
    pub(crate) fn on(&self, columns: &Columns<'_>) -> String {
        let settled = columns.key.filter(|_| !matches!(self, Side::Key(_)));
        self.perhaps(columns) + &settled.map(|key| format!(" AND {}", self::settled(key))).unwrap_or_default()
    }

    /// The rows of this side, guessed ones too.
    pub(crate) fn perhaps(&self, columns: &Columns<'_>) -> String {
        match self {
            Side::Country(code) => format!("{} = {}", columns.country, quoted(code)),
            Side::Key(key) => columns.key.map_or_else(|| "false".into(), |column| format!("{column} = {}", quoted(key))),
            Side::Members(members) => any(members, columns),
        }
    }

    /// Whether who stands on it changes with the day.
    pub(crate) fn is_dated(&self) -> bool {
        matches!(self, Side::Members(members) if members.iter().any(|m| m.since.is_some() || m.until.is_some()))
    }

    /// Countries and keys on this side.
    pub(crate) fn codes(&self) -> Vec<&str> {
        match self {
            Side::Country(code) | Side::Key(code) => vec![code],
            Side::Members(members) => members.iter().map(|m| m.code.as_str()).collect(),
        }
    }

    /// The one country that it is.
    pub(crate) fn country(&self) -> Option<&str> {
        match self {
            Side::Country(code) => Some(code),
            Side::Key(_) | Side::Members(_) => None,
        }
    }

    /// This side without whoever stands on the other, and who was taken out; `None` when nobody is left.
    pub(crate) fn without(&self, other: &Side) -> Option<(Side, Vec<String>)> {
        let theirs = other.codes();
        match self {
            Side::Country(code) | Side::Key(code) => (!theirs.contains(&code.as_str())).then(|| (self.clone(), Vec::new())),
            Side::Members(members) => {
                let (out, kept): (Vec<Member>, Vec<Member>) = members.iter().cloned().partition(|m| theirs.contains(&m.code.as_str()));
                let mut taken: Vec<String> = out.into_iter().map(|m| m.code).collect();
                taken.dedup();
                (!kept.is_empty()).then_some((Side::Members(kept), taken))
            }
        }
    }
}

/// Members with the same days stand in one condition.
fn any(members: &[Member], columns: &Columns<'_>) -> String {
    let mut groups: BTreeMap<(bool, Option<Date>, Option<Date>), Vec<String>> = BTreeMap::new();
    for m in members.iter().filter(|m| is_country(&m.code) || columns.key.is_some()) {
        groups.entry((!is_country(&m.code), m.since, m.until)).or_default().push(quoted(&m.code));
    }
    let one = |((keyed, since, until), codes): ((bool, Option<Date>, Option<Date>), Vec<String>)| {
        let column = if keyed { columns.key.unwrap_or(columns.country) } else { columns.country };
        let named = if codes.len() == 1 { format!("{column} = {}", codes[0]) } else { format!("{column} IN ({})", codes.join(", ")) };
        let from = since.map(|d| format!(" AND {} >= {}", columns.day, day(d))).unwrap_or_default();
        let to = until.map(|d| format!(" AND {} <= {}", columns.day, day(d))).unwrap_or_default();
        format!("{named}{from}{to}")
    };
    let all: Vec<String> = groups.into_iter().map(one).collect();
    match all.len() {
        0 => "false".into(),
        _ => format!("({})", all.join(" OR ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const COLUMNS: Columns<'static> = Columns { country: "c", key: Some("k"), day: "d" };

    fn member(code: &str, since: Option<Date>) -> Member {
        Member { code: code.into(), since, until: None }
    }

    #[test]
    fn sides_as_conditions() {
        assert_eq!(Side::Country("KAZ".into()).on(&COLUMNS), "c = 'KAZ' AND coalesce(k, '') NOT LIKE 'text/%'");
        assert_eq!(Side::Country("KAZ".into()).perhaps(&COLUMNS), "c = 'KAZ'");
        assert_eq!(Side::Country("KAZ".into()).on(&Columns { key: None, ..COLUMNS }), "c = 'KAZ'");
        assert_eq!(Side::Key("o'neil".into()).on(&COLUMNS), "k = 'o''neil'");
        assert_eq!(Side::Key("csto".into()).on(&Columns { key: None, ..COLUMNS }), "false");
        let pole =
            Side::Members(vec![member("USA", None), member("GBR", None), member("POL", Some(date(1999, 3, 12))), member("nato", None)]);
        assert_eq!(pole.perhaps(&COLUMNS), "(c IN ('USA', 'GBR') OR c = 'POL' AND d >= DATE '1999-03-12' OR k = 'nato')");
        assert_eq!(pole.on(&Columns { key: None, ..COLUMNS }), "(c IN ('USA', 'GBR') OR c = 'POL' AND d >= DATE '1999-03-12')");
    }

    #[test]
    fn nobody_stands_on_both_sides() {
        let pole = Side::Members(vec![member("KAZ", None), member("UZB", None)]);
        let (rest, taken) = pole.without(&Side::Country("KAZ".into())).unwrap();
        assert_eq!((rest.codes(), taken), (vec!["UZB"], vec!["KAZ".to_string()]));
        assert!(Side::Country("KAZ".into()).without(&Side::Country("KAZ".into())).is_none());
        assert!(Side::Country("KAZ".into()).without(&Side::Country("RUS".into())).is_some());
    }
}
