//! Letters as outlines, out of the fonts of this machine.
//!
//! Arabic letters are shaped and joined; what runs from right to left is laid out so, numbers in it from left to right.

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use rustybuzz::{Direction, Face, UnicodeBuffer};
use tiny_skia::{Path, PathBuilder, Transform};

use super::super::page::runs;
use crate::command::input;
use crate::world;

/// Fonts without serifs that have several of our scripts, the likeliest first; then any other.
const FIRST: [&str; 9] = [
    "DejaVuSans.ttf",
    "NotoSans-Regular.ttf",
    "LiberationSans-Regular.ttf",
    "Arial.ttf",
    "arial.ttf",
    "segoeui.ttf",
    "Arial Unicode.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",
];

/// The files of fonts that have all letters of some texts between them.
pub(super) struct Fonts {
    files: Vec<Vec<u8>>,
}

impl Fonts {
    /// As few of this machine's fonts as hold the letters.
    ///
    /// # Errors
    /// When no font holds some of them.
    pub(super) fn with(texts: &[&str]) -> anyhow::Result<Fonts> {
        let mut wanted: Vec<char> = texts.iter().flat_map(|t| t.chars()).filter(|c| !is_unseen(*c)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut files = Vec::new();
        for path in sorted(world::fonts()) {
            if wanted.is_empty() {
                break;
            }
            let Ok(bytes) = world::bytes(&path.to_string_lossy()) else { continue };
            let Some(face) = Face::from_slice(&bytes, 0) else { continue };
            let before = wanted.len();
            wanted.retain(|c| face.glyph_index(*c).is_none());
            if wanted.len() < before {
                files.push(bytes);
            }
        }
        if wanted.is_empty() {
            return Ok(Fonts { files });
        }
        let letters: String = wanted.iter().take(12).collect();
        Err(input(format!(
            "no font on this machine has “{letters}”, which the chart needs\nhint: install DejaVu Sans or Noto Sans, name a folder of fonts in MIZAN_FONTS, or end the name of the chart in .svg"
        )))
    }

    /// The faces of the fonts.
    pub(super) fn faces(&self) -> Faces<'_> {
        Faces(self.files.iter().filter_map(|bytes| Face::from_slice(bytes, 0)).collect())
    }
}

/// Fonts that are ready to be asked for outlines.
pub(super) struct Faces<'f>(Vec<Face<'f>>);

impl Faces<'_> {
    /// The outline of a text from (0, 0) to the right, and how wide it is.
    pub(super) fn outline(&self, text: &str, size: f64) -> (Option<Path>, f32) {
        let mut out = PathBuilder::new();
        let mut x = 0.0;
        for (run, right) in runs(text) {
            for (piece, direction) in ordered(run, right) {
                for (face, part) in self.parts(piece, direction) {
                    x = shaped(face, part, direction, (x, size as f32), &mut out);
                }
            }
        }
        (out.finish(), x)
    }

    /// A piece cut by the font that has its letters, in the order in which it is seen.
    fn parts<'t>(&self, piece: &'t str, direction: Direction) -> Vec<(&Face<'_>, &'t str)> {
        let has = |c: char| self.0.iter().position(|f| is_unseen(c) || f.glyph_index(c).is_some()).unwrap_or(0);
        let mut parts: Vec<(usize, usize, usize)> = Vec::new();
        for (at, c) in piece.char_indices() {
            let end = at + c.len_utf8();
            match parts.last_mut() {
                Some((font, _, to)) if *font == has(c) || c == ' ' || is_unseen(c) => *to = end,
                _ => parts.push((has(c), at, end)),
            }
        }
        if direction == Direction::RightToLeft {
            parts.reverse();
        }
        parts.into_iter().filter_map(|(font, from, to)| Some((self.0.get(font)?, &piece[from..to]))).collect()
    }
}

/// Marks of direction and joiners: they are obeyed or passed over, and need no glyph.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2066}'..='\u{2069}')
}

/// The pieces of a run from left to right as they are seen: within what runs from right to left, numbers stand in their own direction.
fn ordered(run: &str, right: bool) -> Vec<(&str, Direction)> {
    if !right {
        return vec![(run, Direction::LeftToRight)];
    }
    let mut out = Vec::new();
    let mut rest = run;
    while let Some(start) = rest.find(|c: char| c.is_numeric()) {
        let (before, from) = rest.split_at(start);
        let inside = |c: char| c.is_numeric() || matches!(c, '.' | ',' | '/' | '-' | ':' | '%');
        let end = from.char_indices().take_while(|(_, c)| inside(*c)).filter(|(_, c)| c.is_numeric() || *c == '%').last();
        let end = end.map_or(from.len(), |(at, c)| at + c.len_utf8());
        out.extend([(before, Direction::RightToLeft), (&from[..end], Direction::LeftToRight)]);
        rest = &from[end..];
    }
    out.push((rest, Direction::RightToLeft));
    out.retain(|(piece, _)| !piece.is_empty());
    out.reverse();
    out
}

/// Add the outline of a text in one font and direction at `x`; where the next begins.
fn shaped(face: &Face<'_>, text: &str, direction: Direction, (mut x, size): (f32, f32), out: &mut PathBuilder) -> f32 {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(direction);
    let glyphs = rustybuzz::shape(face, &[], buffer);
    let scale = size / face.units_per_em() as f32;
    for (info, place) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
        let mut glyph = Outline(PathBuilder::new());
        face.outline_glyph(GlyphId(info.glyph_id as u16), &mut glyph);
        let at = (x + place.x_offset as f32 * scale, -(place.y_offset as f32) * scale);
        if let Some(path) = glyph.0.finish().and_then(|p| p.transform(Transform::from_row(scale, 0.0, 0.0, -scale, at.0, at.1))) {
            out.push_path(&path);
        }
        x += place.x_advance as f32 * scale;
    }
    x
}

/// A glyph on its way from the font into a path.
struct Outline(PathBuilder);

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }
    fn close(&mut self) {
        self.0.close();
    }
}

/// The likeliest fonts first, then by name; slanted and bold ones last.
fn sorted(mut files: Vec<std::path::PathBuf>) -> Vec<std::path::PathBuf> {
    files.sort_by_cached_key(|path| {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let place = FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len());
        let other = ["Bold", "Italic", "Oblique", "Mono", "Serif"].iter().any(|word| name.contains(word));
        (place, other, name)
    });
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_direction_among_arabic_letters() {
        let (left, right) = (Direction::LeftToRight, Direction::RightToLeft);
        assert_eq!(ordered("سنة 2022 وسنة 3.5", true), [("3.5", left), (" وسنة ", right), ("2022", left), ("سنة ", right)]);
        assert_eq!(ordered("by month", false), [("by month", left)]);
    }

    #[test]
    fn arabic_letters_are_joined() {
        let Ok(fonts) = Fonts::with(&["كازاخستان", "a"]) else { return };
        let faces = fonts.faces();
        let width = |text: &str| faces.outline(text, 100.0).1;
        let alone: f32 = "كازاخستان".chars().map(|c| width(&c.to_string())).sum();
        assert!(width("كازاخستان") < 0.95 * alone, "{} of {alone}", width("كازاخستان"));
        assert!((width("aa") - 2.0 * width("a")).abs() < 2.0);
    }
}
