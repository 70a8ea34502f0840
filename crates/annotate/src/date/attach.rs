//! Which of a sentence's times belongs to an event.

use mizan_record::date::DateMention;
use mizan_text::Span;

use super::scan::{Cursor, Prep, Tag};

/// The mention that belongs to an event, by its place in `mentions`, among those that are `free` to go with it.
///
/// It stands in the trigger's own clause or leads up to it: of those, one that names a date comes before one that can not be placed, and
/// then the nearest one counts. A mention that is nearer to another trigger of `others` in its own clause belongs to that one, unless it
/// stands at the head of the sentence, where it goes for the whole. `asides` are clauses with a time of their own.
pub(crate) fn nearest(
    cursor: &Cursor,
    mentions: &[DateMention],
    trigger: Span,
    others: &[Span],
    asides: &[Span],
    free: impl Fn(usize) -> bool,
) -> Option<usize> {
    let text = cursor.text;
    let breaks = breaks(cursor, mentions);
    let cuts = |a: Span, b: Span| {
        let (from, to) = if a.end <= b.start { (a.end, b.start) } else { (b.end, a.start) };
        let first = breaks.partition_point(|at| at.0 < from);
        let aside = asides.iter().filter(|aside| aside.contains(a) != aside.contains(b)).count() as u32;
        aside + breaks[first..].iter().take_while(|at| at.0 < to).map(|at| at.1).sum::<u32>()
    };
    let latin = text.is_ascii();
    let bare = |a: Span, b: Span| {
        if a.overlaps(b) {
            0
        } else if a.end <= b.start {
            b.start - a.end
        } else {
            a.start - b.end
        }
    };
    // An "and" or a comma between keeps a date from its neighbour's verb; what stands in brackets between ("the powers (Britain, France)
    // agreed") does not part them.
    let soft = |a: Span, b: Span| {
        let (from, to) = if a.end <= b.start { (a.end, b.start) } else { (b.end, a.start) };
        let (mut joints, mut aside, mut opened) = (0, 0, None);
        for token in cursor.tokens.iter().filter(|token| token.start >= from && token.end <= to) {
            match (token.tag, opened) {
                (Tag::Punct('('), _) => opened = Some((token.start, joints)),
                (Tag::Punct(')'), Some((start, before))) => {
                    (joints, aside, opened) = (before, aside + token.end - start, None);
                }
                (Tag::And | Tag::Punct(','), _) => joints += 1,
                _ => {}
            }
        }
        (joints * if latin { 30 } else { 60 }, aside)
    };
    let gap = |a: Span, b: Span| {
        let (joints, aside) = soft(a, b);
        bare(a, b) - aside + joints
    };
    let cost = |mention: &DateMention, trigger: Span| gap(mention.span, trigger) as u64 + u64::from(cuts(mention.span, trigger)) * CUT;
    mentions
        .iter()
        .enumerate()
        .filter(|(n, mention)| {
            if !free(*n) {
                return false;
            }
            let own = cost(mention, trigger);
            let clause = u64::from(cuts(mention.span, trigger)) * CUT;
            if clause >= CUT {
                return false;
            }
            let leads = text.get(..mention.span.start).is_some_and(|head| head.chars().filter(|letter| letter.is_alphabetic()).count() < 3);
            let taken =
                others.iter().filter(|&&other| other != trigger && !other.overlaps(trigger)).any(|&other| cost(mention, other) < own);
            !taken || leads
        })
        .min_by_key(|(_, mention)| (standing(mention), gap(mention.span, trigger)))
        .map(|(n, _)| n)
}

/// What it costs to leave a clause; more than any sentence is long.
const CUT: u64 = 1 << 40;

/// Dates before lengths of time, dates before what cannot be placed.
fn standing(mention: &DateMention) -> u8 {
    match (mention.interval, mention.rule) {
        (Some(_), "now") => 1,
        (Some(_), _) => 0,
        (None, "duration" | "frequency" | "time-of-day" | "vague") => 3,
        (None, _) => 2,
    }
}

/// Where clauses begin or end, outside of mentions: at "which", "that", a colon, a semicolon, and at the commas that close a relative
/// clause.
fn breaks(c: &Cursor, mentions: &[DateMention]) -> Vec<(usize, u32)> {
    let mut found = Vec::new();
    let mut open = false;
    for (i, token) in c.tokens.iter().enumerate() {
        let inside = mentions.iter().any(|mention| mention.span.start <= token.start && token.end <= mention.span.end);
        if inside {
            continue;
        }
        match token.tag {
            Tag::Clause => {
                found.push((token.start, 1));
                open = true;
            }
            Tag::Punct(';' | ':') if !c.glued(i + 1) || !c.glued(i) => {
                found.push((token.start, 1));
                open = false;
            }
            Tag::Punct(',' | ')') | Tag::Dash if open && !c.glued(i + 1) && !matches!(c.tag(i + 1), Tag::Clause | Tag::Prep(Prep::In)) => {
                found.push((token.start, 1));
                open = false;
            }
            Tag::Punct('.' | '!' | '?' | '؟') if !c.glued(i + 1) && i + 1 < c.tokens.len() && c.upper(i + 1) => {
                found.push((token.start, 1));
                open = false;
            }
            _ => {}
        }
    }
    found
}
