//! SVG, element by element.

use std::fmt::Write;

use super::super::page::runs;
use super::drawing::{Anchor, Drawing, Fill, Pen, Place, Shape};
use crate::brief::clean;

/// The whole file.
pub(super) fn file(drawing: &Drawing, title: &str) -> String {
    let (width, height) = (drawing.width(), drawing.height());
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"sans-serif\" fill=\"#111\" role=\"img\">"
    );
    let _ = writeln!(out, "<title>{}</title>\n{HATCH}", escaped(&clean(title)));
    let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
    for shape in &drawing.shapes {
        let _ = writeln!(out, "{}", element(shape));
    }
    out + "</svg>\n"
}

fn element(shape: &Shape) -> String {
    match shape {
        Shape::Text { at, anchor, size, text } => written(*at, *anchor, *size, text),
        Shape::Line { points, pen } => match points.as_slice() {
            [from, to] => {
                format!("<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" {}/>", from.0, from.1, to.0, to.1, stroke(pen))
            }
            points => format!("<polyline points=\"{}\" fill=\"none\" {}/>", places(points), stroke(pen)),
        },
        Shape::Area { points, fill } => format!("<polygon points=\"{}\" {} stroke=\"none\"/>", places(points), filled(*fill)),
        Shape::Rectangle { at: (x, y), size: (width, height), fill } => {
            format!("<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" {}/>", filled(*fill))
        }
    }
}

/// A text. Runs of right-to-left letters are set apart with their own direction; the text as a whole keeps the place it is given, which programs
/// that draw SVG agree on only for texts that run from left to right.
fn written((x, y): Place, anchor: Anchor, size: f64, text: &str) -> String {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let inside: String = runs(text).into_iter().map(|(run, right)| part(run, right)).collect();
    format!("<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" text-anchor=\"{anchor}\">{inside}</text>")
}

fn stroke(pen: &Pen) -> String {
    let mut out = format!("stroke=\"{}\" stroke-width=\"{}\"", pen.colour, pen.width);
    if pen.opacity < 1.0 {
        let _ = write!(out, " stroke-opacity=\"{}\"", pen.opacity);
    }
    if !pen.dashes.is_empty() {
        let dashes: Vec<String> = pen.dashes.iter().map(f32::to_string).collect();
        let _ = write!(out, " stroke-dasharray=\"{}\"", dashes.join(" "));
    }
    out
}

fn filled(fill: Fill) -> String {
    match fill {
        Fill::Colour(colour, opacity) if opacity < 1.0 => format!("fill=\"{colour}\" fill-opacity=\"{opacity}\""),
        Fill::Colour(colour, _) => format!("fill=\"{colour}\""),
        Fill::Hatched => "fill=\"url(#missing)\"".into(),
    }
}

/// The pattern of periods without a value.
const HATCH: &str = "<defs><pattern id=\"missing\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#f4f4f4\"/><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"#cfcfcf\" stroke-width=\"2\"/></pattern></defs>";

/// LRM (U+200E): what stands beside it runs from left to right.
const MARK: char = '\u{200E}';

/// A run of a text. An arrow is held from left to right by a mark, for programs that know no isolation.
fn part(run: &str, right: bool) -> String {
    if right {
        format!("<tspan direction=\"rtl\" unicode-bidi=\"isolate\">{}</tspan>", escaped(run))
    } else {
        escaped(run).replace('→', &format!("→{MARK}"))
    }
}

fn places(points: &[(f64, f64)]) -> String {
    points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect::<Vec<_>>().join(" ")
}

/// A text inside an element or attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(anchor: Anchor, text: &str) -> String {
        let mut drawing = Drawing::new(100.0);
        drawing.text(5.0, anchor, 10.0, text);
        element(&drawing.shapes[0])
    }

    #[test]
    fn texts_keep_their_place_and_direction() {
        assert_eq!(text(Anchor::Start, "a < b"), "<text x=\"5.0\" y=\"0.0\" font-size=\"10\" text-anchor=\"start\">a &lt; b</text>");
        let apart = |name: &str| format!("<tspan direction=\"rtl\" unicode-bidi=\"isolate\">{name}</tspan>");
        let drawn = text(Anchor::End, "net: كازاخستان → روسيا");
        let wanted = format!("text-anchor=\"end\">net: {} →{MARK} {}</text>", apart("كازاخستان"), apart("روسيا"));
        assert!(drawn.contains(&wanted), "{drawn}");
    }

    #[test]
    fn nothing_breaks_out_of_an_element() {
        let drawn = text(Anchor::Middle, "\"><script>\u{202e}\u{0}");
        assert!(drawn.contains(">&quot;&gt;&lt;script&gt;</text>"), "{drawn}");
    }
}
