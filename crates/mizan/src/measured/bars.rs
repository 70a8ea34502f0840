//! Series on the page: one line a period, one column a series, with bars. A period without a value has no bar and says so; it is never zero.

use mizan_measure::Period;
use unicode_width::UnicodeWidthStr;

use super::page::Page;
use super::sheet::{Curve, Drawn, Point};
use super::told::Told;
use super::words::{figure, is_few};
use crate::brief::shorten;

/// The widest bar.
const WIDEST: usize = 21;
/// More periods than this without anything recorded stand in one line.
const LONGEST: usize = 3;
/// The narrowest bar worth drawing.
const NARROWEST: usize = 7;

/// The series that are on the page, in tables by common periods.
pub(super) fn tables(page: &mut Page, series: &[Curve]) {
    let mut left: Vec<&Curve> =
        series.iter().filter(|c| !matches!(c.drawn, Drawn::Hidden | Drawn::Charted) && !c.points.is_empty()).collect();
    while let Some(first) = left.first() {
        let periods: Vec<Period> = first.points.iter().map(|p| p.period).collect();
        let (together, others): (Vec<&Curve>, Vec<&Curve>) =
            left.iter().partition(|c| c.points.iter().map(|p| p.period).eq(periods.iter().copied()));
        left = others;
        let columns: Vec<Column> = together.into_iter().map(Column::of).collect();
        let mut columns = columns.as_slice();
        while !columns.is_empty() {
            let fit = fitting(columns, page.width);
            table(page, &columns[..fit], &periods);
            columns = &columns[fit..];
        }
    }
}

/// A series as a column.
struct Column<'c> {
    curve: &'c Curve,
    values: Vec<String>,
    counts: Vec<String>,
    from: f64,
    to: f64,
}

impl Column<'_> {
    fn of(curve: &Curve) -> Column<'_> {
        let known = || curve.points.iter().filter_map(|p| p.shown.value);
        let (least, most) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
        let (from, to) = match curve.drawn {
            Drawn::Within(from, to) => (from, to),
            Drawn::Free => (least.min(0.0), most.max(0.0)),
            Drawn::FromZero | Drawn::Charted | Drawn::Hidden => (0.0, most.max(0.0)),
        };
        let values = curve.points.iter().map(value).collect();
        let full = curve.points.iter().all(|p| p.shown.counted == "figures");
        let count = |p: &Point| if full || p.shown.value.is_none() { String::new() } else { p.shown.count.to_string() };
        Column { curve, values, counts: curve.points.iter().map(count).collect(), from, to }
    }

    fn width_of(texts: &[String]) -> usize {
        texts.iter().map(|t| t.width()).max().unwrap_or(0)
    }

    /// Columns of the terminal without the bar.
    fn bare(&self) -> usize {
        let counts = Self::width_of(&self.counts);
        Self::width_of(&self.values) + if counts > 0 { counts + 3 } else { 0 } + 3
    }

    fn cell(&self, at: usize, bar: usize) -> String {
        let (values, counts) = (Self::width_of(&self.values), Self::width_of(&self.counts));
        let padded = |text: &str, width: usize| format!("{}{text}", " ".repeat(width.saturating_sub(text.width())));
        let count = match (counts, self.counts[at].as_str()) {
            (0, _) => String::new(),
            (n, "") => " ".repeat(n + 3),
            (n, count) => format!(" n={}", padded(count, n)),
        };
        let drawn = match self.curve.points[at].shown.value {
            Some(v) => drawn(v, self.from, self.to, bar),
            None => shorten(why(&self.curve.points[at]), bar),
        };
        let gap = " ".repeat(bar.saturating_sub(drawn.width()));
        format!("{}{count} {drawn}{gap}  ", padded(&self.values[at], values))
    }
}

/// The value; with a star where it rests on too few.
fn value(point: &Point) -> String {
    let few = point.shown.notes.iter().any(is_few);
    let star = if few { "*" } else { " " };
    point.shown.value.map_or_else(|| "· ".into(), |v| format!("{}{star}", figure(v, point.shown.unit)))
}

/// Why a period has no value, in a word or two.
fn why(point: &Point) -> &'static str {
    let any = |is: fn(&Told) -> bool| point.shown.notes.iter().any(is);
    match () {
        () if any(|n| n.is("nothing was recorded; that is not a zero")) => "no data",
        () if any(|n| n.is("nothing to divide by") || n.is("nothing to divide by: none is told of in this period")) => "none told",
        () if any(|n| n.is("too few periods before it: {}, {} are needed")) => "too early",
        () => "missing",
    }
}

/// How many periods from here on no column has anything recorded for.
fn gap(columns: &[Column<'_>], from: usize) -> usize {
    let silent = |c: &Column, at: usize| c.curve.points[at].shown.value.is_none() && why(&c.curve.points[at]) == "no data";
    let count = columns.first().map_or(0, |c| c.curve.points.len());
    (from..count).take_while(|at| columns.iter().all(|c| silent(c, *at))).count()
}

/// How many columns fit beside each other, the first always.
fn fitting(columns: &[Column<'_>], width: usize) -> usize {
    let mut used = 13;
    let fits = |c: &&Column<'_>| {
        used += c.bare() + NARROWEST;
        used <= width
    };
    columns.iter().take_while(fits).count().max(1)
}

fn table(page: &mut Page, columns: &[Column<'_>], periods: &[Period]) {
    let letter = |at: usize| char::from(b'a' + (at % 26) as u8);
    for (at, column) in columns.iter().enumerate() {
        let rests = column.curve.query.as_ref().map(|q| format!("  [{}]", page.question(q))).unwrap_or_default();
        page.wrapped(2, 5, &format!("{}  {}{rests}", letter(at), super::page::labelled(&column.curve.label, column.curve.measure)));
    }
    let bare: usize = columns.iter().map(Column::bare).sum();
    let room = page.width.saturating_sub(13 + bare) / columns.len();
    let bar = if room < NARROWEST { 0 } else { room.min(WIDEST) };
    let heads = columns.iter().enumerate().map(|(at, c)| format!("{:<1$}", letter(at), c.bare() + bar));
    page.line(13, &heads.collect::<String>());
    let mut at = 0;
    while at < periods.len() {
        let gap = gap(columns, at);
        if gap > LONGEST {
            page.line(2, &format!("{} to {}: no data in {gap} periods", periods[at].label(), periods[at + gap - 1].label()));
            at += gap;
            continue;
        }
        let cells: String = columns.iter().map(|c| c.cell(at, bar)).collect();
        page.line(2, &format!("{:<11}{cells}", periods[at].label()));
        at += 1;
    }
    if columns.iter().any(|c| c.values.iter().any(|v| v.ends_with('*'))) {
        page.line(2, "* rests on fewer than the minimum");
    }
}

/// A bar of so many columns: from the left, or from the zero that lies within.
fn drawn(value: f64, from: f64, to: f64, width: usize) -> String {
    if width == 0 || to <= from {
        return String::new();
    }
    let share = |v: f64| ((v - from) / (to - from)).clamp(0.0, 1.0);
    if from >= 0.0 {
        return filled(share(value) * width as f64);
    }
    let (zero, at) = (share(0.0) * (width - 1) as f64, share(value) * (width - 1) as f64);
    let middle = zero.round() as usize;
    let (low, high) = (at.min(zero).round() as usize, at.max(zero).round() as usize);
    let cell = |place: usize| match place {
        p if p == middle => '│',
        p if (low..=high).contains(&p) => '█',
        _ => '·',
    };
    (0..width).map(cell).collect()
}

/// Whole blocks and an eighth of one.
fn filled(length: f64) -> String {
    let eighths = (length * 8.0).round() as usize;
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8];
    format!("{}{part}", "█".repeat(eighths / 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_by_hand() {
        // Eleven cells from −1 to 1: zero is cell 5, 0.4 lies at (1.4 / 2)·10 = 7.
        assert_eq!(drawn(0.4, -1.0, 1.0, 11), "·····│██···");
        assert_eq!(drawn(-1.0, -1.0, 1.0, 11), "█████│·····");
        assert_eq!(drawn(0.0, -1.0, 1.0, 11), "·····│·····");
        // 0.3 of 8 cells is 2.4: two blocks and three eighths.
        assert_eq!(drawn(0.3, 0.0, 1.0, 8), "██▍");
        assert_eq!(drawn(0.0, 0.0, 1.0, 8), "");
        assert_eq!(drawn(1.0, 0.0, 0.0, 8), "");
    }
}
