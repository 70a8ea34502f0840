//! All that was found as rows: one number, turning point or record a line.

use anyhow::Context;

use super::sheet::{Change, Number, Part, Point, Record, Sheet, Shown, Turning};
use super::told::{Told, listed};

const HEAD: [&str; 19] = [
    "part",
    "kind",
    "measure",
    "label",
    "period",
    "first",
    "last",
    "value",
    "low",
    "high",
    "method",
    "count",
    "counted",
    "denominator",
    "unit",
    "notes",
    "text",
    "ids_in_all",
    "ids",
];

/// Comma-separated, with a header; missing is empty.
///
/// # Errors
/// When a row cannot be written.
pub(crate) fn render(sheet: &Sheet) -> anyhow::Result<String> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(HEAD)?;
    for part in &sheet.parts {
        rows(part).into_iter().try_for_each(|row| out.write_record(row))?;
    }
    for missing in &sheet.missing {
        out.write_record(Row { kind: "missing", text: missing.to_string(), ..Row::default() }.cells())?;
    }
    String::from_utf8(out.into_inner().context("the rows could not be written")?).context("the rows are UTF-8")
}

/// What the first columns and the text of a row hold.
#[derive(Default)]
struct Row<'r> {
    part: &'r str,
    kind: &'r str,
    measure: &'r str,
    label: String,
    period: String,
    shown: Option<&'r Shown>,
    text: String,
    ids: Vec<String>,
    notes: &'r [Told],
}

impl<'r> Row<'r> {
    /// A row of a part.
    fn of(part: &'r Part) -> Row<'r> {
        Row { part: part.part, ..Row::default() }
    }

    fn cells(self) -> Vec<String> {
        let number = |n: Option<f64>| n.map(|n| n.to_string()).unwrap_or_default();
        let mut cells: Vec<String> = [self.part, self.kind, self.measure].map(str::to_string).into();
        cells.extend([self.label, self.period]);
        match self.shown {
            Some(s) => {
                cells.extend([s.window.first.to_string(), s.window.last.to_string()]);
                cells.extend([s.value, s.low, s.high].map(number));
                cells.extend([
                    s.method.to_string(),
                    s.count.to_string(),
                    s.counted.to_string(),
                    number(s.denominator),
                    s.unit.to_string(),
                    joined(&s.notes),
                ]);
                cells.extend([self.text, s.ids_in_all.to_string(), s.ids.join("; ")]);
            }
            None => {
                cells.extend(std::iter::repeat_n(String::new(), 10));
                cells.extend([joined(self.notes), self.text, self.ids.len().to_string(), self.ids.join("; ")]);
            }
        }
        cells
    }
}

fn joined(notes: &[Told]) -> String {
    listed("{}; {}", notes.iter().cloned()).to_string()
}

fn rows(part: &Part) -> Vec<Vec<String>> {
    let number =
        |n: &Number| Row { kind: "number", measure: n.measure, label: n.label.to_string(), shown: Some(&n.shown), ..Row::of(part) }.cells();
    let mut rows: Vec<Vec<String>> = part.numbers.iter().map(number).collect();
    for c in &part.series {
        let point = |p: &Point| {
            let (label, period) = (c.label.to_string(), p.period.label());
            Row { kind: "period", measure: c.measure, label, period, shown: Some(&p.shown), ..Row::of(part) }.cells()
        };
        rows.extend(c.points.iter().map(point));
    }
    rows.extend(part.turning.iter().flat_map(|t| turning(part, t)));
    rows.extend(part.records.iter().flat_map(|r| record(part, r)));
    rows.extend(part.words.iter().map(|w| Row { kind: "note", text: w.to_string(), ..Row::of(part) }.cells()));
    rows
}

/// Turning points with the events that fall on them; that there is none is a row too.
fn turning(part: &Part, t: &Turning) -> Vec<Vec<String>> {
    let row = || Row { kind: "turning", measure: t.measure, label: t.label.to_string(), ..Row::of(part) };
    if t.changes.is_empty() {
        return vec![Row { notes: &t.notes, text: t.search.to_string(), ..row() }.cells()];
    }
    let change = |c: &Change| {
        let between = c.between.map(|(a, b)| format!("between {} and {}; ", a.label(), b.label())).unwrap_or_default();
        let text = format!("{between}from {} to {}; {}", c.before, c.after, t.search);
        let own = Row { period: c.period.label(), shown: Some(&c.size), text, ..row() }.cells();
        std::iter::once(own).chain(c.events.iter().flat_map(|r| record(part, r))).collect::<Vec<_>>()
    };
    t.changes.iter().flat_map(change).collect()
}

/// A record, and what was measured about it.
fn record(part: &Part, r: &Record) -> Vec<Vec<String>> {
    let text = format!("{}: {}", r.text, r.quote.as_deref().unwrap_or_default());
    let period = r.date.as_ref().map(Told::to_string).unwrap_or_default();
    let own = Row { kind: r.kind, period, text, ids: r.ids.clone(), notes: &r.notes, ..Row::of(part) };
    let label = r.ids.first().cloned().unwrap_or_default();
    let about = r.measured.iter().map(|n| {
        Row { kind: "measured", measure: n.measure, label: format!("{label}: {}", n.label), shown: Some(&n.shown), ..Row::of(part) }.cells()
    });
    std::iter::once(own.cells()).chain(about).collect()
}
