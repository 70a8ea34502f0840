//! Reading the data files.

use super::actor::{Actor, Office, Term, aspect_of_state};
use super::index::{Index, Map, Name, step};
use super::{Lexicon, search::Form};
use jiff::civil::{Date, date};
use mizan_record::Aspect;
use mizan_record::Sector;
use mizan_text::fold::fold;
use std::collections::{BTreeMap, HashMap};

/// What is wrong with a data file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The file's name does not tell what its lines are.
    #[error("`{file}` is none of states, officials, organisations, groups, bodies, media")]
    UnknownFile {
        /// Name of the file.
        file: String,
    },
    /// A column that its kind of file needs is not named in its first line.
    #[error("{file}: no column `{column}` in the first line that is not a comment")]
    NoColumn {
        /// Name of the file.
        file: String,
        /// The column.
        column: &'static str,
    },
    /// A line with a value that cannot be.
    #[error("{file}:{line}: {what} `{value}`")]
    Value {
        /// Name of the file.
        file: String,
        /// Number of the line, from 1.
        line: usize,
        /// What is wrong.
        what: &'static str,
        /// The value.
        value: String,
    },
}

/// The four name columns, in the order of [`super::actor::column`].
const LANGUAGES: [&str; 4] = ["en", "ar", "ru", "kk"];

/// A line of a file, with its columns by name.
struct Row<'t> {
    file: &'t str,
    line: usize,
    columns: &'t BTreeMap<&'t str, usize>,
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// A cell; empty when missing or `-`.
    fn cell(&self, column: &str) -> &'t str {
        let cell = self.columns.get(column).and_then(|&at| self.cells.get(at)).map_or("", |cell| cell.trim());
        if cell == "-" { "" } else { cell }
    }

    /// A cell that may not be empty.
    fn need(&self, column: &'static str) -> Result<&'t str, Error> {
        match self.columns.get(column) {
            None => Err(Error::NoColumn { file: self.file.to_string(), column }),
            Some(&at) => {
                self.cells.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).ok_or(self.wrong("no value for", column))
            }
        }
    }

    fn wrong(&self, what: &'static str, value: &str) -> Error {
        Error::Value { file: self.file.to_string(), line: self.line, what, value: value.to_string() }
    }

    fn names(&self) -> [&'t str; 4] {
        LANGUAGES.map(|column| self.cell(column))
    }
}

/// The names of a cell.
fn variants(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|name| !name.is_empty())
}

/// The first name of each cell, as shown.
fn shown(cells: [&str; 4]) -> [String; 4] {
    cells.map(|cell| variants(cell).next().unwrap_or("").trim_start_matches('=').replace('*', ""))
}

/// A name made a key: `kassym-jomart-tokayev`.
fn slug(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Collects actors and names out of files.
#[derive(Default)]
pub(super) struct Builder {
    actors: Vec<Actor>,
    keys: HashMap<String, u32>,
    index: Index,
    /// Hashes of the names already taken, with the person they belong to.
    taken: Map,
    /// Persons by the hash of a full English name of theirs.
    persons: HashMap<u64, Vec<u32>>,
    /// Outlets by the domains they publish on.
    domains: BTreeMap<String, u32>,
}

impl Builder {
    /// Take the lines of a file.
    pub(super) fn read(&mut self, file: &str, content: &str) -> Result<(), Error> {
        let kind = file.split(['.', '-']).next().unwrap_or("");
        let add: fn(&mut Builder, &Row) -> Result<(), Error> = match kind {
            "states" => Builder::state,
            "officials" => Builder::official,
            "organisations" => |builder, row| builder.organisation(row, Aspect::Organisation),
            "groups" => |builder, row| builder.organisation(row, Aspect::Group),
            "bodies" => |builder, row| builder.organisation(row, Aspect::Body),
            "media" => |builder, row| builder.organisation(row, Aspect::Media),
            _ => return Err(Error::UnknownFile { file: file.to_string() }),
        };
        let mut columns = BTreeMap::new();
        for (line, text) in content.lines().enumerate().filter(|(_, text)| !text.starts_with('#') && !text.trim().is_empty()) {
            if columns.is_empty() {
                columns = text.trim_start_matches('\u{FEFF}').split('\t').enumerate().map(|(at, name)| (name.trim(), at)).collect();
                continue;
            }
            add(self, &Row { file, line: line + 1, columns: &columns, cells: text.split('\t').collect() })?;
        }
        Ok(())
    }

    /// The finished knowledge base.
    pub(super) fn finish(mut self) -> Lexicon {
        self.index.finish();
        Lexicon { actors: self.actors, keys: self.keys.into_iter().collect(), domains: self.domains, index: self.index }
    }

    /// The number of the actor of a key, made when new.
    fn actor(&mut self, key: String, country: &str, sector: &str, names: [&str; 4]) -> u32 {
        let number = *self.keys.entry(key.clone()).or_insert(self.actors.len() as u32);
        if number as usize == self.actors.len() {
            let (country, sector) = (country.to_string(), Sector::from_code(sector));
            self.actors.push(Actor { key, country, sector, terms: Vec::new(), names: shown(names) });
        }
        number
    }

    fn state(&mut self, row: &Row) -> Result<(), Error> {
        let code = row.need("code")?;
        if code != "-" && (code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase())) {
            return Err(row.wrong("not a country code:", code));
        }
        let aspect = row.need("aspect")?;
        let aspect = aspect_of_state(aspect).ok_or_else(|| row.wrong("not an aspect:", aspect))?;
        let names = row.names();
        let place = code == "-" || matches!(aspect, Aspect::Capital | Aspect::City | Aspect::Region);
        let country = if code == "-" { "" } else { code };
        let number = if place {
            let first = names.into_iter().flat_map(variants).next().unwrap_or("");
            let sector = if matches!(aspect, Aspect::City | Aspect::Region) { "" } else { "GOV" };
            self.actor(format!("{code}/{}", slug(first)), country, sector, names)
        } else {
            self.actor(code.to_string(), country, if code == "IGO" { "IGO" } else { "GOV" }, names)
        };
        if aspect == Aspect::Name && self.actors[number as usize].names.iter().all(String::is_empty) {
            self.actors[number as usize].names = shown(names);
        }
        self.names(number, aspect, names);
        Ok(())
    }

    fn organisation(&mut self, row: &Row, aspect: Aspect) -> Result<(), Error> {
        let id = row.need("id")?;
        let country = row.need("country")?;
        let sector = if aspect == Aspect::Media { "MED" } else { row.cell("sector") };
        if !sector.is_empty() && Sector::from_code(sector).code().is_empty() {
            return Err(row.wrong("not a sector:", sector));
        }
        if self.keys.contains_key(id) {
            return Err(row.wrong("the id is used twice:", id));
        }
        let names = row.names();
        let number = self.actor(id.to_string(), if country == "-" { "" } else { country }, sector, names);
        self.names(number, aspect, names);
        let domains = row.cell("domain").split('|').map(str::trim).filter(|d| !d.is_empty());
        self.domains.extend(domains.map(|d| (d.to_string(), number)));
        Ok(())
    }

    fn official(&mut self, row: &Row) -> Result<(), Error> {
        let code = row.need("code")?;
        let office = row.need("office")?;
        let office = Office::from_name(office).ok_or_else(|| row.wrong("not an office:", office))?;
        let day = |column, day: fn(&str) -> Option<Date>| match row.cell(column) {
            "" => Ok(None),
            cell => day(cell).map(Some).ok_or_else(|| row.wrong("not a date:", cell)),
        };
        let (from, until) = (day("from", first_day)?, day("until", last_day)?);
        let country = if code == "-" { "" } else { code };
        let names = row.names();
        let number = self.person(code, country, names);
        self.actors[number as usize].terms.push(Term {
            office,
            note: row.cell("note").to_string(),
            country: country.to_string(),
            from,
            until,
        });
        self.names(number, Aspect::Official, names);
        Ok(())
    }

    /// The person of a line: known when one of the same country, or of an international body, has a full name in common.
    fn person(&mut self, code: &str, country: &str, names: [&str; 4]) -> u32 {
        let letters = |name: &str| name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).fold(0, step);
        let full: Vec<u64> = variants(names[0]).filter(|name| name.contains(' ')).map(letters).collect();
        let bodies = ["IGO", "EUR", ""];
        let known = full.iter().filter_map(|name| self.persons.get(name)).flatten().copied().find(|&number| {
            let other = &self.actors[number as usize];
            other.country == country
                || bodies.contains(&country)
                || bodies.contains(&other.country.as_str())
                || other.terms.iter().any(|term| term.country == country)
        });
        let number = known.unwrap_or_else(|| {
            let first = names.into_iter().flat_map(variants).next().unwrap_or("");
            self.actor(format!("{code}/{}", slug(first)), country, "GOV", names)
        });
        for name in full {
            let numbers = self.persons.entry(name).or_default();
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        number
    }

    /// Put the names of four cells into the index.
    fn names(&mut self, actor: u32, aspect: Aspect, cells: [&str; 4]) {
        for (column, cell) in cells.into_iter().enumerate() {
            for name in variants(cell) {
                if aspect != Aspect::Official || self.is_new(actor, column, name) {
                    self.name(actor, aspect, column, name);
                }
            }
        }
    }

    /// Whether a person's name was not yet put in: the same person stands on many lines, and often has the same name in
    /// Russian as in Kazakh, where capitalised Russian names count too.
    fn is_new(&mut self, actor: u32, column: usize, name: &str) -> bool {
        let hash = name.chars().fold(u64::from(actor) + 1, step);
        let cyrillic = name.contains(|c: char| ('\u{0400}'..='\u{04FF}').contains(&c));
        let known = self.taken.contains_key(&hash) && (column != 3 || cyrillic);
        self.taken.insert(hash, 0);
        !known
    }

    fn name(&mut self, actor: u32, aspect: Aspect, column: usize, name: &str) {
        let (exact, name) = name.strip_prefix('=').map_or((false, name), |name| (true, name));
        let as_listed = Name { actor, aspect, column, exact, form: Form::Full };
        match name.split_once('*') {
            None => self.index.add(&as_listed, name),
            Some((given, "")) => self.index.add(&as_listed, given),
            Some((given, alone)) => self.index.add_person(&as_listed, given, alone),
        }
        if let Some((family, _)) = name.strip_prefix('*').and_then(|name| name.split_once(' '))
            && self.is_called_by_family_name(actor)
        {
            self.index.add(&Name { form: Form::Alone, ..as_listed }, family);
        }
    }

    /// Whether the family name comes first and is used alone, of a leader: Xi, Kim.
    fn is_called_by_family_name(&self, actor: u32) -> bool {
        let leads = |term: &Term| matches!(term.office, Office::HeadOfState | Office::HeadOfGovernment);
        let actor = &self.actors[actor as usize];
        matches!(actor.country.as_str(), "CHN" | "PRK" | "KOR" | "TWN") && actor.terms.iter().any(leads)
    }
}

/// `2022-01-05`, `2022-01` or `2022`: year, month and day, as far as given.
fn parts(cell: &str) -> Option<(i16, Option<i8>, Option<i8>)> {
    let mut parts = cell.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next().map(|part| part.parse().ok()).map_or(Some(None), |month| month.map(Some))?;
    let day = parts.next().map(|part| part.parse().ok()).map_or(Some(None), |day| day.map(Some))?;
    parts.next().is_none().then_some((year, month, day))
}

fn first_day(cell: &str) -> Option<Date> {
    let (year, month, day) = parts(cell)?;
    Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()
}

fn last_day(cell: &str) -> Option<Date> {
    match parts(cell)? {
        (year, Some(month), Some(day)) => Date::new(year, month, day).ok(),
        (year, Some(month), None) => Date::new(year, month, 1).ok().map(Date::last_of_month),
        (year, None, _) => (1..=9999).contains(&year).then(|| date(year, 12, 31)),
    }
}
