//! Two dates side by side that are one: "last month, on 17 October", «Өткен айда, 17–18 қазанда», "in 2023 (in May)".

use mizan_record::date::{DateMention, Interval};
use mizan_text::Span;

/// Make one mention of two that only a comma or a bracket parts and of which the second lies inside the first; the finer one counts.
pub(crate) fn join(text: &str, mentions: &mut Vec<DateMention>) {
    let mut n = 1;
    while n < mentions.len() {
        match joined(text, &mentions[n - 1], &mentions[n]) {
            Some(one) => {
                mentions[n - 1] = one;
                mentions.remove(n);
            }
            None => n += 1,
        }
    }
}

fn joined(text: &str, wide: &DateMention, fine: &DateMention) -> Option<DateMention> {
    let mark = text.get(wide.span.end..fine.span.start)?.trim();
    if !matches!(mark, "," | "،" | "(") || !names_a_stretch(wide.rule) || !inside(fine.interval?, wide.interval?) {
        return None;
    }
    let closed = mark == "(" && text[fine.span.end..].starts_with(')');
    Some(DateMention { span: Span::new(wide.span.start, fine.span.end + usize::from(closed)), ..fine.clone() })
}

/// A month, a year, a week; not all the time since or until something, which may hold many dates.
fn names_a_stretch(rule: &str) -> bool {
    ["month", "relative-week", "relative-month", "relative-year", "relative-season", "year", "season", "dual-month"]
        .iter()
        .any(|known| rule.starts_with(known))
}

fn inside(fine: Interval, wide: Interval) -> bool {
    let within = fine.first.is_some() && fine.last.is_some() && fine.first >= wide.first && fine.last <= wide.last;
    within && fine.granularity < wide.granularity
}
