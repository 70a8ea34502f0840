//! SVG, element by element.

use std::fmt::Write;

use super::super::page::runs;
use crate::brief::clean;

/// A drawing that grows downwards.
pub(super) struct Svg {
    width: f64,
    /// How far down it is.
    y: f64,
    body: String,
}

/// Where a text stands by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// It begins there, seen from the left.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Svg {
    /// Nothing yet, so many pixels wide.
    pub(super) fn new(width: f64) -> Svg {
        Svg { width, y: 0.0, body: String::new() }
    }

    /// Its width.
    pub(super) fn width(&self) -> f64 {
        self.width
    }

    /// How far down it is.
    pub(super) fn y(&self) -> f64 {
        self.y
    }

    /// Go on further down.
    pub(super) fn move_down(&mut self, by: f64) {
        self.y += by;
    }

    /// A text at the height reached.
    pub(super) fn text(&mut self, x: f64, anchor: Anchor, size: f64, text: &str) {
        self.text_at((x, self.y), anchor, size, text);
    }

    /// A text. Runs of right-to-left letters are set apart with their own direction; the text as a whole keeps the place it is given, which programs
    /// that draw SVG agree on only for texts that run from left to right.
    pub(super) fn text_at(&mut self, (x, y): (f64, f64), anchor: Anchor, size: f64, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let inside: String = runs(&clean(text)).into_iter().map(|(run, right)| part(run, right)).collect();
        self.push(&format!("<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" text-anchor=\"{anchor}\">{inside}</text>"));
    }

    /// A line; `style` is the rest of its attributes.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), style: &str) {
        self.push(&format!("<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" {style}/>", from.0, from.1, to.0, to.1));
    }

    /// A line through points.
    pub(super) fn path(&mut self, points: &[(f64, f64)], style: &str) {
        self.push(&format!("<polyline points=\"{}\" fill=\"none\" {style}/>", places(points)));
    }

    /// An area between points.
    pub(super) fn area(&mut self, points: &[(f64, f64)], style: &str) {
        self.push(&format!("<polygon points=\"{}\" {style}/>", places(points)));
    }

    /// A rectangle.
    pub(super) fn rectangle(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), style: &str) {
        self.push(&format!("<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" {style}/>"));
    }

    fn push(&mut self, element: &str) {
        self.body += element;
        self.body.push('\n');
    }

    /// The whole file.
    pub(super) fn finish(self, title: &str) -> String {
        let (width, height) = (self.width, self.y + 20.0);
        let mut out = String::new();
        // Writing into a string cannot fail.
        let _ = writeln!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"sans-serif\" fill=\"#111\" role=\"img\">"
        );
        let _ = writeln!(out, "<title>{}</title>\n{HATCH}", escaped(&clean(title)));
        let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n{}</svg>", self.body);
        out
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
        let mut svg = Svg::new(100.0);
        svg.text(5.0, anchor, 10.0, text);
        svg.body
    }

    #[test]
    fn texts_keep_their_place_and_direction() {
        assert_eq!(text(Anchor::Start, "a < b"), "<text x=\"5.0\" y=\"0.0\" font-size=\"10\" text-anchor=\"start\">a &lt; b</text>\n");
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
