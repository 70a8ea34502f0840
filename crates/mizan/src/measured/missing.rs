//! What is missing, in words: a page without it would be read as if all were there.

use mizan_measure::Period;
use mizan_measure::cooperation::Way;

use super::corpus::Corpus;
use super::deeds::Left;
use super::relation::Pair;
use super::scope::word;
use super::selection::Selection;
use super::who::Who;
use super::words::{counted, plural};

/// So many gaps are named one by one.
const NAMED: usize = 6;

/// No events between two actors.
pub(crate) fn no_events(selection: &Selection, a: &Who, b: &Who) -> String {
    format!("{} between {} and {}", selection.words(), a.name, b.name)
}

/// What a page of events lacks.
pub(crate) fn of_events(pair: &Pair<'_>, documents: &Corpus, wide: u64) -> Vec<String> {
    let mut out = Vec::new();
    for way in [Way::Forth, Way::Back] {
        if pair.deeds.events(&[way]) == 0 {
            out.push(format!("{}, {}", pair.selection.words(), pair.label(way)));
        }
    }
    out.extend(unmeasured(&pair.deeds.left));
    if wide > 0 {
        let step = word(pair.scope.step);
        out.push(format!(
            "in the series: {} whose days lie in more than one {step}; they are in the numbers of the whole window",
            counted(wide, "rows of events")
        ));
    }
    if pair.selection.is_own() {
        out.extend(of_documents(documents));
    } else if pair.a.side.codes().into_iter().chain(pair.b.side.codes()).any(|c| c == "EUR") {
        out.push("public sets use EUR for Europe as a region, not for the Union".into());
    }
    if !pair.selection.is_own() {
        out.push("in public sets only countries are known: persons and organisations of a side are not counted".into());
    }
    out.extend(silent(pair.scope.axis.periods().iter().filter(|p| !pair.heard.contains(p)).copied().collect(), "documents or events"));
    out
}

/// Events that were found and not measured.
pub(crate) fn unmeasured(left: &Left) -> Vec<String> {
    let mut out = Vec::new();
    let mut say = |count: u64, why: &str| {
        if count > 0 {
            out.push(format!("{} {why}, not measured", counted(count, "events")));
        }
    };
    say(left.undated, "without a first or last day");
    say(left.outside, "not wholly within the days that are measured");
    say(left.classless, "whose code has no quad class");
    say(left.guessed, "in which an actor's country is no more than the model's guess");
    if let Some((edition, count)) = &left.edition {
        say(*count, &format!("of {edition}, another edition that tells of the same news"));
    }
    out
}

/// Documents that could not be placed.
pub(crate) fn of_documents(documents: &Corpus) -> Vec<String> {
    let mut out = Vec::new();
    if documents.about() == 0 {
        out.push("documents that name the actors within these days".into());
    }
    if documents.undated > 0 {
        out.push(format!("the day of publication of {} about the actors, left out", plural(documents.undated, "document")));
    }
    if documents.homeless > 0 {
        out.push(format!("the country of the outlet of {} about the actors", plural(documents.homeless, "document")));
    }
    out
}

/// Periods without anything, run together.
pub(crate) fn silent(periods: Vec<Period>, of: &str) -> Option<String> {
    let mut runs: Vec<(Period, Period)> = Vec::new();
    for period in periods {
        match runs.last_mut().filter(|(_, last)| last.ordinal() + 1 == period.ordinal()) {
            Some((_, last)) => *last = period,
            None => runs.push((period, period)),
        }
    }
    let name =
        |(first, last): &(Period, Period)| if first == last { first.label() } else { format!("{} to {}", first.label(), last.label()) };
    let named: Vec<String> = runs.iter().take(NAMED).map(name).collect();
    let more = runs.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more gaps") } else { String::new() };
    (!runs.is_empty()).then(|| format!("any {of} in {}{more}: no zero, nothing is known", named.join(", ")))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use mizan_measure::{Axis, Step};

    #[test]
    fn gaps_are_run_together() {
        let axis = Axis::between(date(2022, 1, 1), date(2022, 6, 1), Step::Month).unwrap();
        let silent = |months: &[usize]| super::silent(months.iter().map(|m| axis.periods()[*m]).collect(), "documents");
        assert_eq!(silent(&[]), None);
        assert_eq!(silent(&[0, 2, 3, 4]).unwrap(), "any documents in 2022-01, 2022-03 to 2022-05: no zero, nothing is known");
    }
}
