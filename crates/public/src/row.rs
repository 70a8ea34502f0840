//! The rows that readers hand out. They borrow from the line that was read and live as long as the call that hands them over.

use jiff::civil::{Date, DateTime};
use mizan_record::{Class, Quad, Sector};

/// One side of an event.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Party<'a> {
    /// The name as printed, empty when none.
    pub name: &'a str,
    /// ISO 3166 alpha-3, or the code of a group or former state out of `data/codes/countries.tsv`; empty when none or in none of our
    /// tables.
    pub country: &'static str,
    /// Our sector; the unclear one when none.
    pub sector: Sector,
    /// The set's own code: GDELT's whole CAMEO actor code, the country as ICEWS and POLECAT print it.
    pub code: &'a str,
    /// The sectors as printed: GDELT's first role code, the lists of ICEWS and POLECAT.
    pub sectors: &'a str,
}

/// Where an event is said to have happened.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Place<'a> {
    /// The name as printed, the narrowest there is.
    pub name: &'a str,
    /// As in [`Party::country`].
    pub country: &'static str,
    /// Degrees north, -90 to 90.
    pub latitude: Option<f64>,
    /// Degrees east, -180 to 180.
    pub longitude: Option<f64>,
}

/// An event as another project coded it. None of these sets says whether the event happened, is planned or denied: there is no modality.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EventRow<'a> {
    /// The set: `gdelt-1.0`, `gdelt-2.0`, `icews`, `polecat`.
    pub set: &'static str,
    /// The line it stands on, counted from 1 in the bytes handed over.
    pub line: u64,
    /// The set's identifier of the event.
    pub id: &'a str,
    /// The day of the event as the set has it.
    pub date: Date,
    /// The day of publication (POLECAT) or of entry into the set (GDELT).
    pub reported: Option<Date>,
    /// The PLOVER class; `None` when the set's code has none.
    pub class: Option<Class>,
    /// The CAMEO code as printed, empty in sets not coded in CAMEO.
    pub cameo: &'a str,
    /// The set's words for what was done (the CAMEO text of ICEWS, the type of POLECAT), empty when none.
    pub kind: &'a str,
    /// PLOVER mode as printed, POLECAT alone.
    pub mode: &'a str,
    /// PLOVER contexts as printed, POLECAT alone.
    pub contexts: &'a str,
    /// The quarter as the set prints it; in ICEWS, which prints none, that of the class.
    pub quad: Option<Quad>,
    /// Goldstein scale in GDELT and ICEWS, -10 to 10; otherwise as printed.
    pub intensity: Option<f64>,
    /// Who did it.
    pub source: Party<'a>,
    /// To whom.
    pub target: Party<'a>,
    /// Whether it was found in the lead of a report, GDELT alone.
    pub lead: Option<bool>,
    /// Mentions in the first update, GDELT alone.
    pub mentions: Option<u32>,
    /// Outlets in the first update, GDELT alone.
    pub sources: Option<u32>,
    /// Articles in the first update, GDELT alone.
    pub articles: Option<u32>,
    /// Mean tone of those articles, -100 to 100, GDELT alone.
    pub tone: Option<f64>,
    /// The set's identifier of the report, ICEWS alone.
    pub story: &'a str,
    /// The sentence in it, ICEWS alone.
    pub sentence: Option<u32>,
    /// Address of a report.
    pub url: &'a str,
    /// Who published it, as printed.
    pub outlet: &'a str,
    /// Its headline.
    pub headline: &'a str,
    /// Its language, as printed.
    pub language: &'a str,
    /// The version of the coder, as printed.
    pub version: &'a str,
    /// Where it happened.
    pub place: Place<'a>,
}

impl<'a> EventRow<'a> {
    /// A row of which only this is known.
    pub(crate) fn new(set: &'static str, line: u64, id: &'a str, date: Date) -> EventRow<'a> {
        EventRow {
            set,
            line,
            id,
            date,
            reported: None,
            class: None,
            cameo: "",
            kind: "",
            mode: "",
            contexts: "",
            quad: None,
            intensity: None,
            source: Party::default(),
            target: Party::default(),
            lead: None,
            mentions: None,
            sources: None,
            articles: None,
            tone: None,
            story: "",
            sentence: None,
            url: "",
            outlet: "",
            headline: "",
            language: "",
            version: "",
            place: Place::default(),
        }
    }
}

/// One report's mention of a GDELT 2.0 event. An event has as many as there are reports that were found to tell of it, later ones included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MentionRow<'a> {
    /// The line it stands on, counted from 1 in the bytes handed over.
    pub line: u64,
    /// Identifier of the event, as in [`EventRow::id`].
    pub event: &'a str,
    /// When the event entered the set, to the 15-minute update, UTC.
    pub first: DateTime,
    /// When this mention did.
    pub seen: DateTime,
    /// Kind of source, GDELT's number: 1 the web, 2 citation only, 3 core, 4 DTIC, 5 JSTOR, 6 other text.
    pub kind: Option<u32>,
    /// Who published it, as printed.
    pub outlet: &'a str,
    /// Its address, or its citation.
    pub url: &'a str,
    /// The sentence, 1 for the lead.
    pub sentence: Option<u32>,
    /// GDELT's confidence, percent.
    pub confidence: Option<u32>,
    /// Length of the report in characters.
    pub length: Option<u32>,
    /// Tone of the report, -100 to 100.
    pub tone: Option<f64>,
    /// What GDELT says of the translation, empty for reports in English.
    pub translation: &'a str,
}

/// One value out of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IndicatorRow<'a> {
    /// The line it stands on, counted from 1 in the bytes handed over.
    pub line: u64,
    /// The data set: `eurostat`, `comtrade`, `kazakhstan-trade`, `unga-votes`, `gdelt-dyads`, or as printed.
    pub dataset: &'a str,
    /// The edition within it, where editions may repeat a value: the file or folder it came out of, the classification, the record number.
    pub version: &'a str,
    /// What is measured: `exports`, `imports`, `turnover`, `vote`, `net-tone`, or as printed.
    pub indicator: &'a str,
    /// Whose value it is: a code out of `data/codes/countries.tsv`, or as printed.
    pub reporter: &'a str,
    /// Towards whom, if anyone.
    pub partner: Option<&'a str>,
    /// What tells values of one pair and period apart: product, resolution. Empty when nothing does.
    pub key: &'a str,
    /// First day of the period.
    pub start: Date,
    /// Last day of the period, included.
    pub end: Date,
    /// The value; `None` when the table says there is none, or when it is a word.
    pub value: Option<f64>,
    /// The value where it is a word: `yes`, `no`, `abstain`, `absent`.
    pub text: &'a str,
    /// Unit: `EUR`, `USD`, `thousand USD`, or as printed.
    pub unit: &'a str,
    /// The table's remark on the value (provisional, confidential, estimated), as printed.
    pub flag: &'a str,
}
