//! What an address asks for: actors, days, a page number, a language, a form.

use clap::Parser;
use mizan_store::AsOf;
use mizan_text::Language;

use super::state::State;
use crate::args::{Cli, Verb};
use crate::command::input;

/// The values of an address, in its order.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    values: Vec<(String, String)>,
}

/// Values that concern the page and not what is measured.
const PAGE_ONLY: [&str; 4] = ["lang", "token", "page", "format"];

impl From<Vec<(String, String)>> for Asked {
    fn from(values: Vec<(String, String)>) -> Asked {
        let values = values.into_iter().map(|(k, v)| (k, v.trim().to_string())).filter(|(_, v)| !v.is_empty()).collect();
        Asked { values }
    }
}

impl Asked {
    /// A value, when it is given.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(k, _)| k == name).map(|(_, v)| v.as_str())
    }

    /// A value that must be there.
    ///
    /// # Errors
    /// When it is not.
    pub(super) fn need(&self, name: &str) -> anyhow::Result<&str> {
        self.get(name).ok_or_else(|| input(format!("`{name}` is missing\nhint: put ?{name}=… behind the address")))
    }

    /// The same values with one set anew.
    pub(super) fn with(&self, name: &str, value: &str) -> Asked {
        let others = self.values.iter().filter(|(k, _)| k != name).cloned();
        Asked { values: others.chain([(name.to_string(), value.to_string())]).collect() }
    }

    /// The same values but one.
    pub(super) fn without(&self, name: &str) -> Asked {
        Asked { values: self.values.iter().filter(|(k, _)| k != name).cloned().collect() }
    }

    /// As the address `path` would hold them; the token is left out.
    pub(super) fn address(&self, path: &str) -> String {
        let kept = self.values.iter().filter(|(k, _)| k != "token");
        kept.fold(super::address::Address::of(path), |a, (k, v)| a.with(k, v)).text()
    }

    /// The language of the page.
    pub(super) fn language(&self) -> Language {
        self.get("lang").and_then(|code| Language::ALL.into_iter().find(|l| l.code() == code)).unwrap_or(Language::English)
    }

    /// The page of a list, from 1.
    pub(super) fn page(&self) -> u64 {
        self.get("page").and_then(|p| p.parse().ok()).filter(|p| *p > 0).unwrap_or(1)
    }

    /// The version of the store.
    ///
    /// # Errors
    /// When it is neither a version nor a time.
    pub(super) fn as_of(&self) -> anyhow::Result<Option<AsOf>> {
        self.get("as_of").map(|text| crate::args::as_of(text).map_err(|e| input(format!("`as_of`: {e}")))).transpose()
    }

    /// What tells one measured sheet from another.
    pub(super) fn key(&self, verb: &str, version: u64) -> String {
        let mut values: Vec<_> = self.values.iter().filter(|(k, _)| !PAGE_ONLY[1..].contains(&k.as_str())).collect();
        values.sort();
        format!("{version} {verb} {values:?}")
    }

    /// The verb of the command line that these values are the options of: what it accepts, this does, with the same words where it does not.
    /// `named` are its positional arguments.
    ///
    /// # Errors
    /// When the command line would refuse it.
    pub(super) fn verb(&self, state: &State, verb: &str, named: &[&str]) -> anyhow::Result<Verb> {
        let options = self.values.iter().filter(|(k, _)| !PAGE_ONLY[1..].contains(&k.as_str()) && !named.contains(&k.as_str()));
        let mut line = vec!["mizan".to_string(), verb.to_string(), format!("--store={}", state.folder().display())];
        for (name, value) in options {
            let name = name.replace('_', "-");
            line.push(if value == "yes" { format!("--{name}") } else { format!("--{name}={value}") });
        }
        line.push("--".into());
        for name in named {
            line.extend(self.get(name).map(str::to_string));
        }
        Cli::try_parse_from(line).map(|cli| cli.verb).map_err(|e| input(plain(&e.to_string())))
    }
}

/// What the command line says, without how it is called.
fn plain(said: &str) -> String {
    let first = said.lines().take_while(|l| !l.starts_with("Usage")).collect::<Vec<_>>().join("\n");
    first.trim().trim_start_matches("error: ").replace("'--", "'").to_string()
}
