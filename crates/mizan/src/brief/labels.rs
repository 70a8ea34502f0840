//! The words of the brief itself, in four languages, out of `data/labels/*.tsv`.

use std::collections::BTreeMap;

use mizan_text::Language;

/// The words in one language.
pub(super) struct Labels {
    texts: BTreeMap<&'static str, &'static str>,
}

impl Labels {
    /// Those of a language.
    pub(super) fn of(language: Language) -> Self {
        let table = match language {
            Language::Arabic => include_str!("../../../../data/labels/ar.tsv"),
            Language::English => include_str!("../../../../data/labels/en.tsv"),
            Language::Kazakh => include_str!("../../../../data/labels/kk.tsv"),
            Language::Russian => include_str!("../../../../data/labels/ru.tsv"),
        };
        let texts = table.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| line.split_once('\t')).collect();
        Labels { texts }
    }

    /// The text of a key that every table has.
    pub(super) fn get(&self, key: &'static str) -> &'static str {
        self.texts.get(key).copied().unwrap_or(key)
    }

    /// The text of a key made of a family and a name, when the table has it.
    pub(super) fn find(&self, family: &str, name: &str) -> Option<&'static str> {
        self.texts.get(format!("{family}.{name}").as_str()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mizan_record::{ClaimKind, Class, Kind, Modality, Resolution, Sector};

    #[test]
    fn all_tables_have_the_same_keys_and_placeholders() {
        let english = Labels::of(Language::English).texts;
        for language in Language::ALL {
            let texts = Labels::of(language).texts;
            assert_eq!(texts.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{language:?}");
            for (key, text) in texts {
                assert!(!text.trim().is_empty() && text.trim() == text, "{language:?} {key}");
                assert_eq!(text.matches("{}").count(), english[key].matches("{}").count(), "{language:?} {key}");
                assert_eq!(super::super::clean::clean(text), text, "{language:?} {key}");
            }
        }
    }

    #[test]
    fn no_key_stands_twice() {
        for table in [include_str!("../../../../data/labels/en.tsv"), include_str!("../../../../data/labels/ar.tsv")] {
            let mut keys: Vec<_> = table.lines().filter_map(|line| line.split_once('\t')).map(|(key, _)| key).collect();
            let all = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), all);
        }
    }

    #[test]
    fn everything_that_has_a_code_has_a_word() {
        let mut wanted: Vec<(&str, &str)> = Vec::new();
        wanted.extend(Class::ALL.map(|c| ("class", c.name())));
        wanted.extend(Modality::ALL.map(|m| ("modality", m.name())));
        wanted.extend(Modality::ALL.map(|m| ("group", m.name())));
        wanted.extend(ClaimKind::ALL.map(|k| ("claim", k.name())));
        wanted.extend(Kind::ALL.map(|k| ("kind", k.code())));
        wanted.extend(Sector::ALL.into_iter().skip(1).map(|s| ("sector", s.code())));
        wanted.extend(Language::ALL.map(|l| ("language", l.code())));
        wanted.extend(["head-of-state", "head-of-government", "head", "foreign-minister", "defence-minister"].map(|o| ("office", o)));
        use Resolution::*;
        wanted
            .extend([Named, NamedOnDate, EarlierMention, StateBeside, Apposition, EarlierRole, Encoder].map(|r| ("resolution", r.name())));
        for language in Language::ALL {
            let labels = Labels::of(language);
            for (family, name) in &wanted {
                assert!(labels.find(family, name).is_some(), "{language:?} {family}.{name}");
            }
        }
    }

    #[test]
    fn every_key_that_the_sections_ask_for_exists() {
        let sources = [
            include_str!("about.rs"),
            include_str!("actors.rs"),
            include_str!("claims.rs"),
            include_str!("evidence.rs"),
            include_str!("forecasts.rs"),
            include_str!("moment.rs"),
            include_str!("names.rs"),
            include_str!("page.rs"),
            include_str!("positions.rs"),
            include_str!("timeline.rs"),
            include_str!("tone.rs"),
        ];
        let labels = Labels::of(Language::English);
        let calls = [".label(\"", ".head(\"", ".nothing(\"", ".fill(\"", ".get(\"", ".sub(\"", ".about(\""];
        let mut seen = 0;
        for source in sources {
            for call in calls {
                for key in source.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
                    assert!(labels.texts.contains_key(key), "{key}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 40, "{seen}");
    }
}
