//! What is missing, in words: a page without it would be read as if all were there.

use mizan_measure::Period;
use mizan_measure::cooperation::Way;

use super::corpus::Corpus;
use super::deeds::Left;
use super::relation::Pair;
use super::scope::word;
use super::selection::Selection;
use super::told::{Told, listed, told};
use super::who::Who;
use super::words::counted;

/// So many gaps are named one by one.
const NAMED: usize = 6;

/// No events between two actors.
pub(crate) fn no_events(selection: &Selection, a: &Who, b: &Who) -> Told {
    told!("{} between {} and {}", selection.words(), &a.name, &b.name)
}

/// What a page of events lacks.
pub(crate) fn of_events(pair: &Pair<'_>, documents: &Corpus, wide: u64) -> Vec<Told> {
    let mut out = Vec::new();
    for way in [Way::Forth, Way::Back] {
        if pair.deeds.events(&[way]) == 0 {
            out.push(told!("{}, {}", pair.selection.words(), pair.label(way)));
        }
    }
    out.extend(unmeasured(&pair.deeds.left));
    if wide > 0 {
        out.push(told!(
            "in the series: {} whose days lie in more than one {}; they are in the numbers of the whole window",
            counted(wide, "event rows"),
            Told::word(word(pair.scope.step))
        ));
    }
    if pair.selection.is_own() {
        out.extend(of_documents(documents));
    } else if pair.a.side.codes().into_iter().chain(pair.b.side.codes()).any(|c| c == "EUR") {
        out.push(told!("public sets use EUR for Europe as a region, not for the Union"));
    }
    if !pair.selection.is_own() {
        out.push(told!("in public sets only countries are known: persons and organisations of a side are not counted"));
    }
    let gaps = pair.scope.axis.periods().iter().filter(|p| !pair.heard.contains(p)).copied().collect();
    out.extend(silent(gaps, told!("documents or events")));
    out
}

/// Events that were found and not measured.
pub(crate) fn unmeasured(left: &Left) -> Vec<Told> {
    let mut out = Vec::new();
    let mut say = |count: u64, why: Told| {
        if count > 0 {
            out.push(told!("{} {}, not measured", counted(count, "events"), why));
        }
    };
    say(left.undated, told!("without a first or last day"));
    say(left.outside, told!("not wholly within the days that are measured"));
    say(left.classless, told!("whose code has no quad class"));
    say(left.guessed, told!("in which an actor's country is no more than the model's guess"));
    if let Some((edition, count)) = &left.edition {
        say(*count, told!("of {}, another edition that tells of the same news", edition));
    }
    out
}

/// Documents that could not be placed.
pub(crate) fn of_documents(documents: &Corpus) -> Vec<Told> {
    let mut out = Vec::new();
    if documents.about() == 0 {
        out.push(told!("documents that name the actors within these days"));
    }
    if documents.undated > 0 {
        out.push(told!("the day of publication of {} about the actors, left out", counted(documents.undated, "documents")));
    }
    if documents.homeless > 0 {
        out.push(told!("the country of the outlet of {} about the actors", counted(documents.homeless, "documents")));
    }
    out
}

/// Periods without anything, run together.
pub(crate) fn silent(periods: Vec<Period>, of: Told) -> Option<Told> {
    let mut runs: Vec<(Period, Period)> = Vec::new();
    for period in periods {
        match runs.last_mut().filter(|(_, last)| last.ordinal() + 1 == period.ordinal()) {
            Some((_, last)) => *last = period,
            None => runs.push((period, period)),
        }
    }
    let name = |(first, last): &(Period, Period)| {
        if first == last { first.label().into() } else { told!("{} to {}", first.label(), last.label()) }
    };
    let named = listed("{}, {}", runs.iter().take(NAMED).map(name));
    let more = runs.len().saturating_sub(NAMED);
    let named = if more > 0 { told!("{} and {} more gaps", named, more) } else { named };
    (!runs.is_empty()).then(|| told!("any {} in {}: no zero, nothing is known", of, named))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use mizan_measure::{Axis, Step};

    use super::told;

    #[test]
    fn gaps_are_run_together() {
        let axis = Axis::between(date(2022, 1, 1), date(2022, 6, 1), Step::Month).unwrap();
        let silent = |months: &[usize]| super::silent(months.iter().map(|m| axis.periods()[*m]).collect(), told!("documents"));
        assert_eq!(silent(&[]), None);
        assert_eq!(silent(&[0, 2, 3, 4]).unwrap().to_string(), "any documents in 2022-01, 2022-03 to 2022-05: no zero, nothing is known");
    }
}
