//! The words of the pages, in four languages, out of `data/labels/web.tsv`.

use std::collections::BTreeMap;

use mizan_text::Language;

/// The words in one language.
#[derive(Debug, Clone)]
pub(super) struct Words {
    /// The language.
    pub(super) language: Language,
    texts: BTreeMap<&'static str, &'static str>,
}

const TABLE: &str = include_str!("../../../../data/labels/web.tsv");

impl Words {
    /// Those of a language.
    pub(super) fn of(language: Language) -> Words {
        let at = 1 + ["en", "ar", "ru", "kk"].iter().position(|c| *c == language.code()).unwrap_or_default();
        let rows = TABLE.lines().filter(|l| !l.starts_with('#')).skip(1).map(|l| l.split('\t').collect::<Vec<_>>());
        Words { language, texts: rows.filter_map(|r| Some((*r.first()?, *r.get(at)?))).collect() }
    }

    /// The text of a key; the key itself where the table has none, which a test rules out for the keys of the pages.
    pub(super) fn get(&self, key: &'static str) -> &'static str {
        self.texts.get(key).copied().unwrap_or(key)
    }

    /// The text of a name within a family, or the name as it is.
    pub(super) fn name<'n>(&self, family: &str, name: &'n str) -> &'n str
    where
        'static: 'n,
    {
        self.texts.get(format!("{family}.{name}").as_str()).copied().unwrap_or(name)
    }

    /// The direction of the page.
    pub(super) fn direction(&self) -> &'static str {
        direction(self.language.code())
    }

    /// Keys and texts of the browser layer.
    pub(super) fn for_scripts(&self) -> BTreeMap<&'static str, &'static str> {
        self.texts.iter().filter_map(|(k, v)| Some((k.strip_prefix("js.")?, *v))).collect()
    }
}

/// The direction that a language is written in.
pub(super) fn direction(code: &str) -> &'static str {
    if code == "ar" { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_a_text_in_every_language() {
        for line in TABLE.lines().filter(|l| !l.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert!(cells.len() == 5 && cells.iter().all(|c| !c.trim().is_empty()), "{line}");
        }
    }

    #[test]
    fn every_key_that_the_pages_name_is_in_the_table() {
        let english = Words::of(Language::English);
        for source in super::super::view::SOURCES {
            for key in source.split("w.get(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(english.texts.contains_key(key), "{key} is not in data/labels/web.tsv");
            }
        }
    }
}
