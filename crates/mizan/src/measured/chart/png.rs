//! A drawing painted as PNG, two dots a pixel.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use tiny_skia::{Color, FillRule, LineCap, Paint, Path, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};

use super::drawing::{Anchor, Drawing, Fill, Pen, Place, Shape};
use super::font::{Faces, Fonts};

/// Dots a pixel, so that print is sharp.
const DOTS: f32 = 2.0;
/// The colour of texts.
const INK: &str = "#111111";
/// The ground and the lines of hatched areas, and how far apart the lines stand.
const HATCH: (&str, &str, f64) = ("#f4f4f4", "#cfcfcf", 8.5);

/// The whole file.
///
/// # Errors
/// When no font of this machine has the letters, or the drawing is too large.
pub(super) fn file(drawing: &Drawing) -> anyhow::Result<Vec<u8>> {
    let texts: Vec<&str> =
        drawing.shapes.iter().filter_map(|s| if let Shape::Text { text, .. } = s { Some(text.as_str()) } else { None }).collect();
    let fonts = Fonts::with(&texts)?;
    let faces = fonts.faces();
    let (width, height) = (drawing.width() as f32 * DOTS, drawing.height() as f32 * DOTS);
    let large = || crate::command::input("the chart is too large to be painted\nhint: end its name in .svg");
    let mut dots = Pixmap::new(width.ceil() as u32, height.ceil() as u32).ok_or_else(large)?;
    dots.fill(Color::WHITE);
    drawing.shapes.iter().for_each(|shape| paint(&mut dots, &faces, shape));
    encoded(&dots)
}

fn paint(dots: &mut Pixmap, faces: &Faces<'_>, shape: &Shape) {
    match shape {
        Shape::Text { at, anchor, size, text } => write(dots, faces, (*at, *anchor, *size), text),
        Shape::Line { points, pen } => draw(dots, points, pen),
        Shape::Area { points, fill } => fill_in(dots, closed(points), *fill, None),
        Shape::Rectangle { at, size, fill } => {
            let corners = [*at, (at.0 + size.0, at.1), (at.0 + size.0, at.1 + size.1), (at.0, at.1 + size.1)];
            fill_in(dots, closed(&corners), *fill, Some((*at, *size)));
        }
    }
}

fn write(dots: &mut Pixmap, faces: &Faces<'_>, ((x, y), anchor, size): (Place, Anchor, f64), text: &str) {
    let (outline, width) = faces.outline(text, size);
    let x = match anchor {
        Anchor::Start => x as f32,
        Anchor::Middle => x as f32 - width / 2.0,
        Anchor::End => x as f32 - width,
    };
    if let Some(outline) = outline {
        let place = Transform::from_translate(x, y as f32).post_scale(DOTS, DOTS);
        dots.fill_path(&outline, &ink(INK, 1.0), FillRule::Winding, place, None);
    }
}

fn draw(dots: &mut Pixmap, points: &[Place], pen: &Pen) {
    let Some(path) = through(points, false) else { return };
    let dash = StrokeDash::new(pen.dashes.to_vec(), 0.0);
    let stroke = Stroke { width: pen.width as f32, line_cap: LineCap::Butt, dash, ..Stroke::default() };
    dots.stroke_path(&path, &ink(pen.colour, pen.opacity), &stroke, Transform::from_scale(DOTS, DOTS), None);
}

fn fill_in(dots: &mut Pixmap, path: Option<Path>, fill: Fill, within: Option<(Place, Place)>) {
    let Some(path) = path else { return };
    let scale = Transform::from_scale(DOTS, DOTS);
    let (ground, opacity) = if let Fill::Colour(colour, opacity) = fill { (colour, opacity) } else { (HATCH.0, 1.0) };
    dots.fill_path(&path, &ink(ground, opacity), FillRule::Winding, scale, None);
    if let (Fill::Hatched, Some((at, size))) = (fill, within) {
        slanting(at, size).iter().for_each(|line| draw(dots, line, &Pen::plain(HATCH.1, 2.0)));
    }
}

/// Lines from the lower left to the upper right that end at the sides of a rectangle; those of neighbours meet.
fn slanting((x, y): Place, (width, height): Place) -> Vec<[Place; 2]> {
    // Along a line x + y is the same.
    let sums = |from: f64, to: f64| ((from / HATCH.2).ceil() as i64..=(to / HATCH.2).floor() as i64).map(|n| n as f64 * HATCH.2);
    let line = |sum: f64| {
        let (left, right) = ((sum - y - height).max(x), (sum - y).min(x + width));
        [(left, sum - left), (right, sum - right)]
    };
    sums(x + y, x + y + width + height).map(line).filter(|[a, b]| b.0 > a.0).collect()
}

fn closed(points: &[Place]) -> Option<Path> {
    through(points, true)
}

fn through(points: &[Place], close: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (at, (x, y)) in points.iter().enumerate() {
        if at == 0 { path.move_to(*x as f32, *y as f32) } else { path.line_to(*x as f32, *y as f32) }
    }
    if close {
        path.close();
    }
    path.finish()
}

fn ink(colour: &str, opacity: f64) -> Paint<'static> {
    let part = |at: usize| colour.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0);
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(part(1), part(3), part(5), (opacity * 255.0).round() as u8);
    paint
}

/// Dots as PNG: a head, the size of a dot, the rows packed, an end.
fn encoded(dots: &Pixmap) -> anyhow::Result<Vec<u8>> {
    let row = 3 * dots.width() as usize;
    let mut rows = Vec::with_capacity((row + 1) * dots.height() as usize);
    for line in dots.pixels().chunks_exact(dots.width() as usize) {
        // No filter: the ground is white and packs well as it is.
        rows.push(0);
        line.iter().for_each(|dot| rows.extend([dot.red(), dot.green(), dot.blue()]));
    }
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::new(6));
    packed.write_all(&rows)?;
    let mut head = Vec::new();
    head.extend(dots.width().to_be_bytes());
    head.extend(dots.height().to_be_bytes());
    // Eight bits a colour, red, green and blue.
    head.extend([8, 2, 0, 0, 0]);
    let a_metre = (96.0 * DOTS / 0.0254) as u32;
    let size: Vec<u8> = a_metre.to_be_bytes().into_iter().chain(a_metre.to_be_bytes()).chain([1]).collect();
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, body) in [(b"IHDR", head), (b"pHYs", size), (b"IDAT", packed.finish()?), (b"IEND", Vec::new())] {
        chunk(&mut out, name, &body);
    }
    Ok(out)
}

fn chunk(out: &mut Vec<u8>, name: &[u8; 4], body: &[u8]) {
    out.extend((body.len() as u32).to_be_bytes());
    out.extend(name);
    out.extend(body);
    let mut sum = flate2::Crc::new();
    sum.update(name);
    sum.update(body);
    out.extend(sum.sum().to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatching_stays_inside() {
        let lines = slanting((10.0, 20.0), (30.0, 40.0));
        assert!(!lines.is_empty());
        for (x, y) in lines.into_iter().flatten() {
            assert!((10.0..=40.0).contains(&x) && (20.0..=60.0).contains(&y), "{x} {y}");
        }
    }

    #[test]
    fn what_is_painted_has_its_size_and_colour() {
        let mut drawing = Drawing::new(40.0);
        drawing.move_down(20.0);
        drawing.rectangle((0.0, 0.0), (40.0, 40.0), Fill::Colour("#0072b2", 1.0));
        let file = file(&drawing).unwrap();
        assert_eq!(&file[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!((&file[16..20], &file[20..24]), (&80_u32.to_be_bytes()[..], &80_u32.to_be_bytes()[..]));
        let at = file.windows(4).position(|w| w == b"IDAT").unwrap();
        let mut rows = Vec::new();
        std::io::copy(&mut flate2::read::ZlibDecoder::new(&file[at + 4..]), &mut rows).unwrap();
        assert_eq!((rows.len(), &rows[1 + 3 * 40..][..3]), (80 * (1 + 3 * 80), &[0x00, 0x72, 0xb2][..]));
    }
}
