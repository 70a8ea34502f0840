//! An evaluation as tables for a terminal, as JSON, and its worst errors as text. Nothing here prints.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::bootstrap::{Interval, LEVEL};
use super::errors::Mistaken;
use super::score::{Agreement, Figure, Scores};
use super::{By, Evaluation, Group};

/// A figure with its name and its interval.
struct Row {
    name: String,
    figure: Figure,
    interval: Option<Interval>,
}

impl Row {
    fn cells(&self) -> [String; 2] {
        [self.figure.value().map_or("–".to_owned(), decimals), self.interval.map_or(String::new(), ends)]
    }
}

/// The figures as tables: all sentences, then the groups side by side, each also by event class.
pub fn table(evaluation: &Evaluation) -> String {
    let mut out = String::new();
    let Some((all, groups)) = evaluation.groups.split_first() else { return out };
    out.push_str(&format!("{} sentences\n", all.scores.sentences));
    let unpaired = [
        (evaluation.without_prediction, "labelled sentences without a prediction, which count as found empty"),
        (evaluation.without_gold, "predictions of sentences that are not in the labelled file, which count for nothing"),
    ];
    unpaired.iter().filter(|(count, _)| *count > 0).for_each(|(count, what)| out.push_str(&format!("{what}: {count}\n")));
    out.push('\n');
    out.push_str(&lines(&one_group(figures(all))));
    out.push('\n');
    out.push_str(&lines(&one_group(classes(all))));
    if !groups.is_empty() {
        let by = if evaluation.by == Some(By::Register) { "register" } else { "language" };
        out.push_str(&format!("\nby {by}, F1 or share\n\n"));
        out.push_str(&lines(&side_by_side(all, groups, figures)));
        out.push('\n');
        out.push_str(&lines(&side_by_side(all, groups, classes)));
    }
    if all.intervals.is_some() {
        let settings = evaluation.settings;
        let level = LEVEL * 100.0;
        out.push_str(&format!(
            "\n[…]: {level:.0} % of {} draws of the sentences with replacement, seed {}\n",
            settings.draws, settings.seed
        ));
    }
    out
}

/// The figures as JSON: every group with the names and values that `score.py --json` gives, and beside them `bootstrap`.
pub fn json(evaluation: &Evaluation) -> String {
    serde_json::to_string_pretty(&Json(evaluation)).expect("keys are text and values are numbers")
}

/// The worst errors, gold and prediction one under the other; nothing when there is none.
pub fn worst(sentences: &[Mistaken]) -> String {
    let mut out = String::new();
    if !sentences.is_empty() {
        out.push_str("\nworst errors, costliest first\n\n");
    }
    for sentence in sentences {
        let kind = if sentence.kind.is_empty() { String::new() } else { format!(" ({})", sentence.kind.join(", ")) };
        out.push_str(&format!("{}{kind}, cost {}\n", sentence.id, sentence.cost));
        if let Some(text) = &sentence.text {
            out.push_str(&format!("  {text}\n"));
        }
        for fault in &sentence.faults {
            let side = |words: &Option<String>| words.clone().unwrap_or_else(|| "nothing".to_owned());
            out.push_str(&format!("  - {}\n    gold       {}\n    predicted  {}\n", fault.what, side(&fault.gold), side(&fault.predicted)));
        }
        out.push('\n');
    }
    out
}

/// The rows of a group: its figures.
fn figures(group: &Group) -> Vec<Row> {
    let interval = |name: &str| group.intervals.as_ref().and_then(|all| all.figures.get(name).copied());
    let row = |(name, figure): (&str, Figure)| Row { name: name.to_owned(), figure, interval: interval(name) };
    group.scores.figures().into_iter().map(row).collect()
}

/// The rows of a group: its event classes.
fn classes(group: &Group) -> Vec<Row> {
    let interval = |name: &str| group.intervals.as_ref().and_then(|all| all.classes.get(name).copied());
    let row = |(class, agreement): (&String, &Agreement)| Row {
        name: class.clone(),
        figure: Figure::Agreement(*agreement),
        interval: interval(class),
    };
    group.scores.classes.iter().map(row).collect()
}

fn one_group(rows: Vec<Row>) -> Vec<Vec<String>> {
    let head = ["", "P", "R", "F1 or share", "", "gold", "predicted"];
    let body = rows.into_iter().map(|row| {
        let counted = match row.figure {
            Figure::Agreement(a) => [decimals(a.p), decimals(a.r), a.gold.to_string(), a.pred.to_string()],
            Figure::Share(_) => Default::default(),
        };
        let [value, interval] = row.cells();
        let [p, r, gold, predicted] = counted;
        vec![row.name, p, r, value, interval, gold, predicted]
    });
    std::iter::once(head.map(str::to_owned).to_vec()).chain(body).collect()
}

/// The rows of several groups beside one another, in the order of the rows of all.
fn side_by_side(all: &Group, groups: &[Group], rows: fn(&Group) -> Vec<Row>) -> Vec<Vec<String>> {
    let head = groups.iter().flat_map(|group| [format!("{} ({})", group.name, group.scores.sentences), String::new()]);
    let mut table = vec![std::iter::once(String::new()).chain(head).collect::<Vec<String>>()];
    let groups: Vec<Vec<Row>> = groups.iter().map(rows).collect();
    for Row { name, .. } in rows(all) {
        let row = |group: &Vec<Row>| group.iter().find(|row| row.name == name).map_or(["–".to_owned(), String::new()], Row::cells);
        let cells: Vec<String> = groups.iter().flat_map(row).collect();
        table.push(std::iter::once(name).chain(cells).collect());
    }
    table
}

fn decimals(value: f64) -> String {
    format!("{value:.3}")
}

fn ends(interval: Interval) -> String {
    format!("[{:.3}, {:.3}]", interval.low, interval.high)
}

/// Cells under one another: the first column from the left, the others from the right.
fn lines(rows: &[Vec<String>]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..rows.first().map_or(0, Vec::len)).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().zip(&widths).skip(1).map(|(cell, width)| format!("{cell:>width$}")).collect();
        out.push_str(format!("  {:<first$}  {}", row[0], cells.join("  "), first = widths[0]).trim_end());
        out.push('\n');
    }
    out
}

struct Json<'a>(&'a Evaluation);

#[derive(Serialize)]
struct GroupJson<'a> {
    #[serde(flatten)]
    scores: &'a Scores,
    #[serde(skip_serializing_if = "Option::is_none")]
    bootstrap: Option<BootstrapJson<'a>>,
}

#[derive(Serialize)]
struct BootstrapJson<'a> {
    draws: u32,
    seed: u64,
    level: f64,
    #[serde(flatten)]
    intervals: &'a super::Intervals,
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Json(evaluation) = self;
        let settings = evaluation.settings;
        let mut map = serializer.serialize_map(Some(evaluation.groups.len()))?;
        for group in &evaluation.groups {
            let bootstrap = |intervals| BootstrapJson { draws: settings.draws, seed: settings.seed, level: LEVEL, intervals };
            map.serialize_entry(&group.name, &GroupJson { scores: &group.scores, bootstrap: group.intervals.as_ref().map(bootstrap) })?;
        }
        map.end()
    }
}
