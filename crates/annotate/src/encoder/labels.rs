//! The names of the network's outputs, read from `labels.txt`.

use std::collections::BTreeMap;

use mizan_record::{ClaimKind, Class, Kind, Modality, Sector};

use super::Error;

/// Names of outputs by group; the order in a group is the order of the network's scores.
#[derive(Debug, Clone)]
pub struct Labels {
    groups: BTreeMap<String, Vec<String>>,
}

impl Labels {
    /// One group a line: its name, then the labels, separated by tabs; `-` is the empty label.
    ///
    /// # Errors
    /// When a group that the program knows is missing.
    pub fn load(file: &str) -> Result<Labels, Error> {
        let groups: BTreeMap<_, _> =
            file.lines().filter_map(|line| line.split_once('\t')).map(|(name, rest)| (name.to_owned(), split(rest))).collect();
        let known = ["countries", "sectors", "kinds", "classes", "modalities", "claims", "roots", "marks", "names"];
        if known.iter().any(|k| !groups.contains_key(*k)) {
            return Err(Error::Damaged("labels.txt"));
        }
        let labels = Labels { groups };
        if labels.agree_with_records() { Ok(labels) } else { Err(Error::Damaged("labels.txt")) }
    }

    /// Whether the network's outputs stand in the order of the records' own lists, by which they are read.
    fn agree_with_records(&self) -> bool {
        let same = |group: &str, names: &[&str]| self.group(group).iter().map(String::as_str).eq(names.iter().copied());
        let classes: Vec<_> = Class::ALL.iter().map(|c| c.name()).chain(["NONE"]).collect();
        let claims: Vec<_> = ClaimKind::ALL.iter().map(|c| c.name()).chain(["none"]).collect();
        same("classes", &classes)
            && same("claims", &claims)
            && same("kinds", &Kind::ALL.map(Kind::code))
            && same("sectors", &Sector::ALL.map(Sector::code))
            && same("modalities", &Modality::ALL.map(Modality::name))
    }

    /// The labels of a group.
    pub fn group(&self, name: &str) -> &[String] {
        self.groups.get(name).map_or(&[], Vec::as_slice)
    }

    /// The row of a mark in the network's mark tables.
    pub fn mark(&self, name: &str) -> Option<usize> {
        self.group("marks").iter().position(|m| m == name)
    }
}

fn split(rest: &str) -> Vec<String> {
    rest.split('\t').map(|l| if l == "-" { String::new() } else { l.to_owned() }).collect()
}
