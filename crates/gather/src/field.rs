//! Which column or key holds what: the usual names in four languages, or a map given by the user.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use mizan_text::fold::fold;

/// What a column or key can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The report itself.
    Text,
    /// Its title.
    Title,
    /// Its day of publication.
    Date,
    /// Its address.
    Url,
    /// Who published it.
    Outlet,
    /// Its language.
    Language,
    /// Its identifier.
    Id,
}

impl Field {
    /// All of them.
    pub const ALL: [Field; 7] = [Field::Text, Field::Title, Field::Date, Field::Url, Field::Outlet, Field::Language, Field::Id];

    /// Its name in a [`Map`].
    pub fn name(self) -> &'static str {
        match self {
            Field::Text => "text",
            Field::Title => "title",
            Field::Date => "date",
            Field::Url => "url",
            Field::Outlet => "outlet",
            Field::Language => "language",
            Field::Id => "id",
        }
    }

    /// The usual names, folded, without spaces, dashes and underscores; the surest first.
    fn usual(self) -> &'static str {
        match self {
            Field::Text => {
                "text fulltext body articlebody articletext maintext content contenthtml contenttext bodyhtml bodytext article \
                 текст текстстатьи полныйтекст содержание статья نص النص نصالمقال نصالخبر المحتوي محتوي المقال мәтін мәтіні мақала"
            }
            Field::Title => "title headline heading заголовок название عنوان العنوان тақырып тақырыбы атауы",
            Field::Date => {
                "published datepublished publishedat publishedon publicationdate publishdate pubdate dateofpublication date \
                 датапубликации опубликовано дата تاريخالنشر التاريخ تاريخ жарияланғанкүні күні күн"
            }
            Field::Url => "url link sourceurl articleurl uri ссылка رابط الرابط сілтеме",
            Field::Outlet => {
                "outlet publisher newspaper sitename sourcename source domain sourcedomain издание источник сми المصدر مصدر الصحيفه \
                 басылым дереккөз дереккөзі"
            }
            Field::Language => "language lang languagecode язык اللغه لغه тіл тілі",
            Field::Id => "id documentid docid articleid identifier guid",
        }
    }
}

/// A name without what writers vary: case, marks, spaces, dashes, underscores.
fn key(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The usual names with what they stand for and how sure that is.
static USUAL: LazyLock<BTreeMap<&'static str, (Field, usize)>> = LazyLock::new(|| {
    let names = |field: Field| field.usual().split_whitespace().enumerate().map(move |(rank, name)| (name, (field, rank)));
    Field::ALL.into_iter().flat_map(names).collect()
});

/// What a name usually stands for, and how sure it is (0 the surest).
fn guess(name: &str) -> Option<(Field, usize)> {
    // Longer than any usual name with its marks.
    if name.len() > 200 {
        return None;
    }
    USUAL.get(key(name).as_str()).copied()
}

/// Which column or key holds what, where the user says so. What it does not name is guessed.
///
/// ```
/// use mizan_gather::{Field, Map};
/// let map = Map::parse("text=Story text, date=When")?;
/// assert_eq!(map.column(Field::Text), Some("Story text"));
/// assert_eq!(map.column(Field::Title), None);
/// # Ok::<(), mizan_gather::MapError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map {
    columns: BTreeMap<Field, String>,
}

/// What is wrong with a map as written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MapError {
    /// Not `FIELD=COLUMN`.
    #[error("`{0}` is not of the form FIELD=COLUMN\nhint: write for instance `text=Body,title=Headline`")]
    Form(String),
    /// No such field.
    #[error("`{0}` is no field\nhint: the fields are text, title, date, url, outlet, language, id")]
    Field(String),
    /// A field or column named twice.
    #[error("`{0}` is given twice\nhint: give every field one column of its own")]
    Twice(String),
}

impl Map {
    /// Read `text=COLUMN,title=COLUMN,…`.
    ///
    /// # Errors
    /// When a part is not `FIELD=COLUMN`, names no field, or repeats one.
    pub fn parse(written: &str) -> Result<Map, MapError> {
        let mut columns = BTreeMap::new();
        for part in written.split(',') {
            let Some((field, column)) = part.split_once('=').map(|(field, column)| (field.trim(), column.trim())) else {
                return Err(MapError::Form(part.trim().into()));
            };
            if column.is_empty() {
                return Err(MapError::Form(part.trim().into()));
            }
            let found = Field::ALL.into_iter().find(|known| known.name() == field.to_ascii_lowercase());
            let known = found.ok_or_else(|| MapError::Field(field.into()))?;
            if columns.values().any(|before| before == column) {
                return Err(MapError::Twice(column.into()));
            }
            if columns.insert(known, column.to_owned()).is_some() {
                return Err(MapError::Twice(field.into()));
            }
        }
        Ok(Map { columns })
    }

    /// The column that the user named for a field.
    pub fn column(&self, field: Field) -> Option<&str> {
        self.columns.get(&field).map(String::as_str)
    }

    /// Whether it says anything.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// What a column or key holds, and how sure that is (0 the surest).
    pub(crate) fn holds(&self, name: &str) -> Option<(Field, usize)> {
        let name = name.trim();
        if let Some((&field, _)) = self.columns.iter().find(|(_, column)| *column == name) {
            return Some((field, 0));
        }
        guess(name).filter(|(field, _)| !self.columns.contains_key(field)).map(|(field, rank)| (field, rank + 1))
    }

    /// The columns of a header: for each field the surest one, the first of equals.
    pub(crate) fn columns<'h>(&self, header: impl Iterator<Item = &'h str>) -> BTreeMap<Field, usize> {
        let mut best: BTreeMap<Field, (usize, usize)> = BTreeMap::new();
        for (at, name) in header.enumerate() {
            if let Some((field, rank)) = self.holds(name) {
                let found = best.entry(field).or_insert((rank, at));
                *found = (*found).min((rank, at));
            }
        }
        best.into_iter().map(|(field, (_, at))| (field, at)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_names() {
        for (name, field) in [
            ("Text", Field::Text),
            ("article_body", Field::Text),
            ("Текст", Field::Text),
            ("النّص", Field::Text),
            ("Мәтін", Field::Text),
            ("HEADLINE", Field::Title),
            ("العنوان", Field::Title),
            ("Publication Date", Field::Date),
            ("Дата публикации", Field::Date),
            ("تاريخ النشر", Field::Date),
            ("source_url", Field::Url),
            ("Источник", Field::Outlet),
            ("اللغة", Field::Language),
            ("тілі", Field::Language),
            ("id", Field::Id),
        ] {
            assert_eq!(guess(name).map(|found| found.0), Some(field), "{name}");
        }
        assert_eq!(guess("comments"), None);
    }

    #[test]
    fn no_name_stands_for_two_fields_and_all_are_folded() {
        let listed: Vec<&str> = Field::ALL.iter().flat_map(|field| field.usual().split_whitespace()).collect();
        assert_eq!(listed.len(), USUAL.len());
        assert!(listed.iter().all(|name| key(name) == *name), "{listed:?}");
    }

    #[test]
    fn the_surest_column_wins_and_the_first_of_equals() {
        let header = ["date", "content", "text", "published", "Text"];
        let found = Map::default().columns(header.into_iter());
        assert_eq!(found, BTreeMap::from([(Field::Text, 2), (Field::Date, 3)]));
    }

    #[test]
    fn the_users_word_wins() {
        let map = Map::parse("text=content").unwrap();
        let found = map.columns(["text", "content", "title"].into_iter());
        assert_eq!(found, BTreeMap::from([(Field::Text, 1), (Field::Title, 2)]));
    }

    #[test]
    fn bad_maps_are_refused() {
        for (written, error) in [
            ("", MapError::Form("".into())),
            ("text", MapError::Form("text".into())),
            ("text=", MapError::Form("text=".into())),
            ("tone=a", MapError::Field("tone".into())),
            ("text=a,text=b", MapError::Twice("text".into())),
            ("text=a,title=a", MapError::Twice("a".into())),
        ] {
            assert_eq!(Map::parse(written), Err(error), "{written}");
        }
    }
}
