//! Forecasts out of the store: who expected what of whom, and until when by their own words.

use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::Date;
use mizan_annotate::date;
use mizan_store::Snapshot;
use mizan_text::Language;

use super::ask::each;
use super::beside::{both, in_shares};
use super::deeds::Dates;
use super::side::{Columns, Side, day};
use super::told::{Told, told};
use crate::brief::clean;
use crate::command::query::list;

/// A forecast, with the copies of it in other documents of the same story.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Expected {
    /// The claims, the first printed first.
    pub(crate) ids: Vec<String>,
    /// Who speaks.
    pub(crate) speaker: Option<String>,
    /// Whether the speaker is carried over from an earlier sentence.
    pub(crate) carried: bool,
    /// What is said.
    pub(crate) content: String,
    /// Whom it is about, by key.
    pub(crate) about: Vec<String>,
    /// When it was printed.
    pub(crate) made: Option<Date>,
    /// Who printed it.
    pub(crate) outlet: Option<String>,
    /// The last day it speaks of, and how that is known.
    pub(crate) due: Option<(Date, Told)>,
}

/// Which forecasts are asked for.
pub(crate) struct Asked<'a> {
    /// About this actor or by it.
    pub(crate) side: Option<&'a Side>,
    /// Only these claims; empty: all.
    pub(crate) ids: &'a [String],
    /// Days of print.
    pub(crate) dates: Dates,
    /// How far a forecast looks ahead whose words do not say.
    pub(crate) horizon: Option<Span>,
}

/// The forecasts asked for, the newest first.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn load(snapshot: &Snapshot, asked: &Asked<'_>) -> anyhow::Result<Vec<Expected>> {
    let keys = || Ok(asked.side.map(|s| super::stands::keys(snapshot, [s])).transpose()?.map(|[keys]| keys));
    let (coming, keys) = both(|| coming(snapshot), keys)?;
    let mut once: BTreeMap<(String, String), usize> = BTreeMap::new();
    let (mut found, mut languages): (Vec<Expected>, Vec<Option<Language>>) = (Vec::new(), Vec::new());
    each(snapshot, &question(asked), |line| {
        let about = line.texts(4);
        let named = keys.as_ref().is_none_or(|keys| about.iter().any(|key| keys.contains(key)));
        if !named && !line.truth(9) {
            return;
        }
        let (id, content, made) = (line.word(0), clean(line.text(3).unwrap_or_default()), line.day(5));
        if let Some(at) = once.get(&(line.word(1), content.to_lowercase())) {
            found[*at].ids.push(id);
            return;
        }
        once.insert((line.word(1), content.to_lowercase()), found.len());
        languages.push(line.text(7).and_then(Language::from_code));
        let (speaker, outlet) = (line.text(2).map(clean), line.text(6).map(clean));
        found.push(Expected { ids: vec![id], speaker, carried: line.truth(8), content, about, made, outlet, due: None });
    })?;
    let mut all: Vec<(&mut Expected, Option<Language>)> = found.iter_mut().zip(languages).collect();
    in_shares(&mut all, |(f, language)| {
        f.due = f.made.and_then(|made| due(&f.content, *language, made, coming.get(&f.ids[0]).copied(), asked.horizon));
    });
    found.reverse();
    found.sort_by_key(|f| std::cmp::Reverse(f.made));
    Ok(found)
}

fn question(asked: &Asked<'_>) -> String {
    let speaks = Columns { country: "speaker_country", key: Some("speaker_key"), day: "published" };
    let speaks = asked.side.map_or_else(|| "true".into(), |s| s.on(&speaks));
    let since = asked.dates.since.map(|d| format!(" AND published >= {}", day(d))).unwrap_or_default();
    let until = asked.dates.until.map(|d| format!(" AND published <= {}", day(d))).unwrap_or_default();
    let ids = if asked.ids.is_empty() { String::new() } else { format!(" AND claim IN ({})", list(asked.ids)) };
    format!(
        "SELECT claim, story, speaker, content, about, published, outlet, language, carried, {speaks} AS speaks FROM claims WHERE kind = 'forecast'{since}{until}{ids} ORDER BY published, claim"
    )
}

/// The last day of the coming events that each claim speaks of, where its words give one.
fn coming(snapshot: &Snapshot) -> anyhow::Result<BTreeMap<String, Date>> {
    let mut days = BTreeMap::new();
    let sql = "SELECT claim, max(date_last) FROM events WHERE claim IS NOT NULL AND modality = 'future' AND date_rule <> 'publication-date' GROUP BY claim";
    each(snapshot, sql, |line| {
        if let Some(last) = line.day(1) {
            days.insert(line.word(0), last);
        }
    })?;
    Ok(days)
}

/// The latest day after the print that the words name or its coming events have; else the horizon given.
fn due(content: &str, language: Option<Language>, made: Date, coming: Option<Date>, horizon: Option<Span>) -> Option<(Date, Told)> {
    let named = date::find(content, language, Some(made)).into_iter().filter_map(|m| {
        let last = m.interval?.last.filter(|last| *last > made)?;
        Some((last, told!("by its words “{}”", content.get(m.span.start..m.span.end)?)))
    });
    let event = coming.filter(|last| *last > made).map(|last| (last, told!("by the date of the event it expects")));
    let given = || Some((made.checked_add(horizon?).ok()?, told!("by the horizon given")));
    named.chain(event).max_by_key(|(last, _)| *last).or_else(given)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;

    #[test]
    fn a_horizon_comes_from_the_words_before_the_one_given() {
        let made = date(2022, 3, 1);
        let of = |text: &str, language, horizon| due(text, Some(language), made, None, horizon).map(|(day, _)| day);
        assert_eq!(of("trade will fall by the end of 2023", Language::English, Some(1.month())), Some(date(2023, 12, 31)));
        assert_eq!(of("торговля упадёт в 2024 году", Language::Russian, None), Some(date(2024, 12, 31)));
        assert_eq!(of("trade will fall", Language::English, Some(6.months())), Some(date(2022, 9, 1)));
        assert_eq!(of("trade fell in 2014", Language::English, None), None);
        let event = due("trade will fall", None, made, Some(date(2022, 4, 1)), None).unwrap();
        assert_eq!(event, (date(2022, 4, 1), told!("by the date of the event it expects")));
    }
}
