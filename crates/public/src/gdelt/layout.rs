//! Which column of a GDELT event file is which.

use crate::error::Error;
use crate::header::Header;
use crate::lines;
use crate::tabs::Fields;

/// The set's name for events of GDELT 1.0.
const ONE: &str = "gdelt-1.0";
/// The set's name for events of GDELT 2.0, and for those of a header that has its columns.
const TWO: &str = "gdelt-2.0";

/// How the columns of an event file are known: by their number, line by line, or by the names in its header.
#[derive(Debug, Clone)]
pub struct Layout(Option<Named>);

#[derive(Debug, Clone)]
struct Named {
    columns: Columns,
    count: usize,
    /// The name over the event ids: a line with it there is the header.
    id: String,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    pub(super) set: &'static str,
    pub(super) id: usize,
    pub(super) date: usize,
    pub(super) source: Actor,
    pub(super) target: Actor,
    pub(super) lead: usize,
    pub(super) code: usize,
    pub(super) root_code: usize,
    pub(super) quad: usize,
    pub(super) goldstein: usize,
    pub(super) mentions: usize,
    pub(super) sources: usize,
    pub(super) articles: usize,
    pub(super) tone: usize,
    pub(super) place_name: usize,
    pub(super) place_country: usize,
    pub(super) latitude: usize,
    pub(super) longitude: usize,
    pub(super) added: usize,
    pub(super) url: usize,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Actor {
    pub(super) code: usize,
    pub(super) name: usize,
    pub(super) country: usize,
    pub(super) roles: [usize; 3],
}

const COLUMNS_ONE: Columns = columns(ONE, 7);
const COLUMNS_TWO: Columns = columns(TWO, 8);

/// The two versions differ in how many columns each of the three places takes: GDELT 2.0 has added the second administrative division.
const fn columns(set: &'static str, place: usize) -> Columns {
    let action = 35 + 2 * place;
    Columns {
        set,
        id: 0,
        date: 1,
        source: actor(5),
        target: actor(15),
        lead: 25,
        code: 26,
        root_code: 28,
        quad: 29,
        goldstein: 30,
        mentions: 31,
        sources: 32,
        articles: 33,
        tone: 34,
        place_name: action + 1,
        place_country: action + 2,
        latitude: action + place - 3,
        longitude: action + place - 2,
        added: action + place,
        url: action + place + 1,
    }
}

const fn actor(first: usize) -> Actor {
    Actor { code: first, name: first + 1, country: first + 2, roles: [first + 7, first + 8, first + 9] }
}

impl Layout {
    /// The layout of a file, from its beginning: at least its first line that is not empty.
    ///
    /// # Errors
    /// [`Error::MissingColumns`] and [`Error::ColumnTwice`] when that line is a header and not GDELT's.
    pub fn find(bytes: &[u8]) -> Result<Layout, Error> {
        let Some(first) = lines::first(bytes) else { return Ok(Layout(None)) };
        if !first.split('\t').any(|cell| cell.trim().eq_ignore_ascii_case("globaleventid")) {
            return Ok(Layout(None));
        }
        let mut header = Header::new("a GDELT event file", first.split('\t'));
        let columns = named(&mut header);
        let (count, id) = (header.names().len(), header.names().get(columns.id).cloned().unwrap_or_default());
        header.done()?;
        Ok(Layout(Some(Named { columns, count, id })))
    }

    /// The columns of a line; `None` when it has too few or too many.
    pub(super) fn columns(&self, fields: &Fields<'_>) -> Option<&Columns> {
        match (&self.0, fields.count()) {
            (Some(named), count) => (count == named.count).then_some(&named.columns),
            (None, 57 | 58) => Some(&COLUMNS_ONE),
            (None, 61) => Some(&COLUMNS_TWO),
            (None, _) => None,
        }
    }

    pub(super) fn has_header(&self, fields: &Fields<'_>) -> bool {
        self.0.as_ref().is_some_and(|named| fields.get(named.columns.id) == named.id)
    }
}

fn named(header: &mut Header) -> Columns {
    let two = header.find(&["ActionGeo_ADM2Code"]).is_some();
    Columns {
        set: if two { TWO } else { ONE },
        id: header.need(&["GLOBALEVENTID"]),
        date: header.need(&["SQLDATE", "Day"]),
        source: named_actor(
            header,
            ["Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1Type1Code", "Actor1Type2Code", "Actor1Type3Code"],
        ),
        target: named_actor(
            header,
            ["Actor2Code", "Actor2Name", "Actor2CountryCode", "Actor2Type1Code", "Actor2Type2Code", "Actor2Type3Code"],
        ),
        lead: header.need(&["IsRootEvent"]),
        code: header.need(&["EventCode"]),
        root_code: header.need(&["EventRootCode"]),
        quad: header.need(&["QuadClass"]),
        goldstein: header.need(&["GoldsteinScale"]),
        mentions: header.need(&["NumMentions"]),
        sources: header.need(&["NumSources"]),
        articles: header.need(&["NumArticles"]),
        tone: header.need(&["AvgTone"]),
        place_name: header.need(&["ActionGeo_FullName"]),
        place_country: header.need(&["ActionGeo_CountryCode"]),
        latitude: header.need(&["ActionGeo_Lat"]),
        longitude: header.need(&["ActionGeo_Long"]),
        added: header.need(&["DATEADDED"]),
        url: header.maybe(&["SOURCEURL"]),
    }
}

fn named_actor(header: &mut Header, names: [&str; 6]) -> Actor {
    let [code, name, country, roles @ ..] = names.map(|name| header.need(&[name]));
    Actor { code, name, country, roles }
}
