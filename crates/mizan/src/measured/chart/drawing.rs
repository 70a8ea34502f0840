//! A drawing as shapes, before it is written as SVG or painted as PNG.

use crate::brief::clean;

/// A place: from the left, from the top, in pixels.
pub(super) type Place = (f64, f64);

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

/// What a line is drawn with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pen {
    /// `#rrggbb`.
    pub(super) colour: &'static str,
    /// In pixels.
    pub(super) width: f64,
    /// 0 unseen to 1.
    pub(super) opacity: f64,
    /// Lengths of dashes and gaps by turns; none for a whole line.
    pub(super) dashes: &'static [f32],
}

impl Pen {
    /// A pen that draws whole lines.
    pub(super) const fn plain(colour: &'static str, width: f64) -> Pen {
        Pen { colour, width, opacity: 1.0, dashes: &[] }
    }
}

/// What an area is filled with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fill {
    /// A colour, `#rrggbb`, and how much of it is seen, 0 to 1.
    Colour(&'static str, f64),
    /// Slanting lines: no value.
    Hatched,
}

/// One thing that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    /// A text of one line.
    Text { at: Place, anchor: Anchor, size: f64, text: String },
    /// A line through two or more points.
    Line { points: Vec<Place>, pen: Pen },
    /// An area between points.
    Area { points: Vec<Place>, fill: Fill },
    /// A rectangle: its upper left corner, its width and height.
    Rectangle { at: Place, size: Place, fill: Fill },
}

/// A drawing that grows downwards.
pub(super) struct Drawing {
    width: f64,
    y: f64,
    /// What is on it, the first at the bottom.
    pub(super) shapes: Vec<Shape>,
}

impl Drawing {
    /// Nothing yet, so many pixels wide.
    pub(super) fn new(width: f64) -> Drawing {
        Drawing { width, y: 0.0, shapes: Vec::new() }
    }

    /// Its width.
    pub(super) fn width(&self) -> f64 {
        self.width
    }

    /// How far down it is.
    pub(super) fn y(&self) -> f64 {
        self.y
    }

    /// Its height, with a margin below.
    pub(super) fn height(&self) -> f64 {
        self.y + 20.0
    }

    /// Go on further down.
    pub(super) fn move_down(&mut self, by: f64) {
        self.y += by;
    }

    /// A text at the height reached.
    pub(super) fn text(&mut self, x: f64, anchor: Anchor, size: f64, text: &str) {
        self.text_at((x, self.y), anchor, size, text);
    }

    /// A text.
    pub(super) fn text_at(&mut self, at: Place, anchor: Anchor, size: f64, text: &str) {
        self.shapes.push(Shape::Text { at, anchor, size, text: clean(text) });
    }

    /// A line.
    pub(super) fn line(&mut self, from: Place, to: Place, pen: Pen) {
        self.path(&[from, to], pen);
    }

    /// A line through points.
    pub(super) fn path(&mut self, points: &[Place], pen: Pen) {
        self.shapes.push(Shape::Line { points: points.to_vec(), pen });
    }

    /// An area between points.
    pub(super) fn area(&mut self, points: &[Place], fill: Fill) {
        self.shapes.push(Shape::Area { points: points.to_vec(), fill });
    }

    /// A rectangle.
    pub(super) fn rectangle(&mut self, at: Place, size: Place, fill: Fill) {
        self.shapes.push(Shape::Rectangle { at, size, fill });
    }
}
