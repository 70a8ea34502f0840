//! Charts for print: the series of a sheet as SVG of our own writing, alone or in a plain page with the numbers below, or painted as PNG.
//!
//! One panel for each unit of each part. Lines differ in their dashes and marks and not in colour alone; intervals are bands; turning points are dashed
//! lines with their period; a period in which no line has a value is hatched grey, never drawn as zero. SVG names no font but the reader's own;
//! PNG is painted with the fonts of this machine.

mod drawing;
mod font;
mod html;
mod panel;
mod png;
mod scale;
mod svg;

use std::io::Write;
use std::path::Path;

use mizan_measure::Period;

use super::sheet::{Curve, Drawn, Part, Sheet, Turning};
use super::told::Told;
use crate::command::input;
use crate::world;
use drawing::{Anchor, Drawing};

/// Columns of a chart, in pixels.
const WIDTH: f64 = 960.0;

/// Series in one unit over the same periods.
struct Panel<'s> {
    title: &'s Told,
    curves: Vec<&'s Curve>,
    turning: Vec<&'s Turning>,
}

/// What a chart file is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// The drawing.
    Svg,
    /// The drawing in a page.
    Html,
    /// The drawing, painted.
    Png,
}

/// What a file's name says that it is.
///
/// # Errors
/// When it is none of `.svg`, `.html` and `.png`.
pub(crate) fn form(path: &Path) -> anyhow::Result<Form> {
    let end = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    match end.as_deref() {
        Some("svg") => Ok(Form::Svg),
        Some("html" | "htm") => Ok(Form::Html),
        Some("png") => Ok(Form::Png),
        _ => Err(input(format!("`{}` is no chart\nhint: end the name in .svg, .html or .png", path.display()))),
    }
}

/// Draw a sheet into a file.
///
/// # Errors
/// When the file cannot be written, or no font of this machine has the letters that a PNG needs.
pub(crate) fn write(sheet: &Sheet, path: &Path) -> anyhow::Result<()> {
    let drawing = draw(sheet);
    let bytes = match form(path)? {
        Form::Svg => svg::file(&drawing, &sheet.title.to_string()).into_bytes(),
        Form::Html => html::page(sheet, &svg::file(&drawing, &sheet.title.to_string()), &panels(sheet)).into_bytes(),
        Form::Png => png::file(&drawing)?,
    };
    let mut out = world::output(Some(path)).map_err(input)?;
    out.write_all(&bytes)
        .and_then(|()| out.flush())
        .map_err(|e| input(format!("`{}` could not be written: {e}\nhint: check that the disk is not full", path.display())))
}

fn panels(sheet: &Sheet) -> Vec<Panel<'_>> {
    sheet.parts.iter().flat_map(of_part).collect()
}

fn of_part(part: &Part) -> Vec<Panel<'_>> {
    let mut panels: Vec<Panel<'_>> = Vec::new();
    let known = |c: &Curve| c.points.iter().any(|p| p.shown.value.is_some());
    for curve in part.series.iter().filter(|c| c.drawn != Drawn::Hidden && known(c)) {
        let fits = |p: &&mut Panel<'_>| p.curves.first().is_some_and(|first| together(first, curve));
        match panels.iter_mut().find(fits) {
            Some(panel) => panel.curves.push(curve),
            None => panels.push(Panel { title: &part.title, curves: vec![curve], turning: Vec::new() }),
        }
    }
    for panel in &mut panels {
        let about = |t: &&Turning| panel.curves.iter().any(|c| c.measure == t.measure && c.label == t.label);
        panel.turning = part.turning.iter().filter(about).collect();
    }
    panels
}

/// Whether two series share a panel: in one unit over the same periods, and of one measure unless their unit is comparable by itself.
fn together(a: &Curve, b: &Curve) -> bool {
    let comparable = a.unit.starts_with("share of") || ["EUR", "USD", "RUB", "KZT", "CNY", "money"].contains(&a.unit);
    a.unit == b.unit && periods(a).eq(periods(b)) && (a.measure == b.measure || comparable)
}

fn periods(curve: &Curve) -> impl Iterator<Item = Period> + '_ {
    curve.points.iter().map(|p| p.period)
}

/// The drawing of a sheet.
fn draw(sheet: &Sheet) -> Drawing {
    let mut out = Drawing::new(WIDTH);
    out.move_down(34.0);
    out.text(20.0, Anchor::Start, 18.0, &sheet.title.to_string());
    for line in sheet.about.iter().take(1) {
        out.move_down(20.0);
        out.text(20.0, Anchor::Start, 12.0, &line.to_string());
    }
    let panels = panels(sheet);
    if panels.is_empty() {
        out.move_down(40.0);
        out.text(20.0, Anchor::Start, 14.0, "No series has a value: there is nothing to draw.");
    }
    panels.iter().for_each(|panel| panel::draw(&mut out, panel));
    out.move_down(12.0);
    for line in source(sheet) {
        out.move_down(16.0);
        out.text(20.0, Anchor::Start, 11.0, &line);
    }
    out
}

/// How the drawing is read.
const KEY: &str = "Bands: intervals; dashed verticals: turning points; hatched: no value.";

/// The lines at the bottom: where the numbers are from and how they were made.
fn source(sheet: &Sheet) -> Vec<String> {
    let all: Vec<String> = sheet.about.iter().skip(1).map(Told::to_string).collect();
    let mut lines = vec![String::from("Source:")];
    for word in format!("{}. {KEY}", all.join("; ")).split(' ') {
        let last = lines.len() - 1;
        if lines[last].chars().count() + word.chars().count() > 150 {
            lines.push(String::new());
        }
        let last = lines.len() - 1;
        if !lines[last].is_empty() {
            lines[last].push(' ');
        }
        lines[last] += word;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_says_what_it_is_by_its_name() {
        assert_eq!(form(Path::new("a/b.SVG")).unwrap(), Form::Svg);
        assert_eq!(form(Path::new("b.html")).unwrap(), Form::Html);
        assert_eq!(form(Path::new("b.png")).unwrap(), Form::Png);
        for wrong in ["b.pdf", "b", "svg"] {
            assert!(form(Path::new(wrong)).unwrap_err().to_string().contains("hint: "), "{wrong}");
        }
    }
}
