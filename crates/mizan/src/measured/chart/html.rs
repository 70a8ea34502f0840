//! A plain page around a drawing, with the numbers that were drawn.

use super::Panel;
use super::svg::escaped;
use crate::brief::clean;
use crate::measured::page::labelled;
use crate::measured::sheet::{Curve, Sheet};
use crate::measured::told::{Told, listed};
use crate::measured::words::figure;

const STYLE: &str = "body{font-family:sans-serif;max-width:62rem;margin:1rem auto;padding:0 1rem;color:#111}svg{max-width:100%;height:auto}\
table{border-collapse:collapse;margin:1rem 0;font-size:.85rem}th,td{border:1px solid #ccc;padding:.2rem .5rem;text-align:start;vertical-align:top}td.n{text-align:end}caption{text-align:start;font-weight:bold;padding:.3rem 0}";

/// The page.
pub(super) fn page(sheet: &Sheet, svg: &str, panels: &[Panel<'_>]) -> String {
    let title = shown(&sheet.title);
    let about: String = sheet.about.iter().map(|l| format!("<p dir=\"auto\">{}</p>\n", shown(l))).collect();
    let tables: String = panels.iter().flat_map(|p| &p.curves).map(|c| table(c)).collect();
    let missing: String = sheet.missing.iter().map(|m| format!("<li dir=\"auto\">{}</li>\n", shown(m))).collect();
    let missing = if missing.is_empty() { missing } else { format!("<h2>What is missing</h2>\n<ul>\n{missing}</ul>\n") };
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{svg}{about}{tables}{missing}</body>\n</html>\n"
    )
}

fn table(curve: &Curve) -> String {
    let row = |p: &crate::measured::sheet::Point| {
        let number = |n: Option<f64>| n.map_or_else(|| "missing".into(), |n| shown(&figure(n, curve.unit)));
        let end = |n: Option<f64>| n.map_or_else(String::new, |n| shown(&figure(n, curve.unit)));
        let notes = shown(&listed("{}; {}", p.shown.notes.iter().cloned()));
        format!(
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{} {}</td><td dir=\"auto\">{notes}</td></tr>\n",
            p.period.label(),
            number(p.shown.value),
            end(p.shown.low),
            end(p.shown.high),
            p.shown.count,
            p.shown.counted
        )
    };
    let rows: String = curve.points.iter().map(row).collect();
    format!(
        "<table>\n<caption dir=\"auto\">{} ({})</caption>\n<tr><th>period</th><th>value</th><th>low</th><th>high</th><th>rests on</th><th>notes</th></tr>\n{rows}</table>\n",
        shown(&labelled(&curve.label, curve.measure)),
        escaped(curve.unit)
    )
}

fn shown(told: &Told) -> String {
    escaped(&clean(&told.to_string()))
}
