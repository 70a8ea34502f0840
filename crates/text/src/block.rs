//! Blocks: paragraphs and headings with their places. Together with the white space between them they are the text.

use crate::mark::{is_closer, is_stop};
use crate::span::Span;
use crate::word::is_invisible;

/// A paragraph or a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Its place in the text, without the space around it.
    pub span: Span,
    /// Whether it is a heading: the title, or a short line without a stop that stands before a longer paragraph.
    pub heading: bool,
}

/// A heading has no more than this many words.
const HEADING_WORDS: usize = 14;
/// The title has no more than this many words.
const TITLE_WORDS: usize = 30;

/// The paragraphs and headings of a text, in order. A paragraph ends with its line, except where the lines were wrapped at a width.
pub fn blocks(text: &str) -> Vec<Block> {
    let groups = groups(text);
    let width = groups.iter().filter(|group| group.len() > 2 && are_wrapped(text, group, 0)).map(|group| width(text, group)).max();
    let mut spans = Vec::new();
    for group in &groups {
        match width {
            Some(width) if group.len() > 1 && are_wrapped(text, group, width - 3) => spans.push(group[0].join(group[group.len() - 1])),
            _ => spans.extend(group),
        }
    }
    let heading = |at: usize| is_heading(text, &spans, at);
    spans.iter().enumerate().map(|(at, &span)| Block { span, heading: heading(at) }).collect()
}

/// The lines that follow each other without a blank one.
fn groups(text: &str) -> Vec<Vec<Span>> {
    let mut groups = vec![Vec::new()];
    for line in lines(text) {
        let open = groups.len() - 1;
        match line.is_empty() {
            true if groups[open].is_empty() => {}
            true => groups.push(Vec::new()),
            false => groups[open].push(line),
        }
    }
    groups
}

/// The lines of a text without the space around them; blank ones are empty.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut start = 0;
    let ends = text.match_indices(is_break).map(|(at, mark)| (at, at + mark.len())).chain([(text.len(), text.len())]);
    ends.filter_map(move |(end, next)| {
        let from = start;
        start = next;
        // The line feed of CR LF closes no line of its own.
        let empty_by_crlf = from == end && text[..from].ends_with('\r') && text[end..].starts_with('\n');
        (!empty_by_crlf).then(|| Span::new(from, end).trimmed(text))
    })
}

fn length(text: &str, line: Span) -> usize {
    text[line.start..line.end].chars().count()
}

fn width(text: &str, lines: &[Span]) -> usize {
    lines.iter().map(|&line| length(text, line)).max().unwrap_or(0)
}

/// Whether lines were broken at a width, their own or the text's: each but the last is too long to take the next one's first word.
fn are_wrapped(text: &str, lines: &[Span], least: usize) -> bool {
    let width = width(text, lines);
    let full = |pair: &[Span]| {
        let next = text[pair[1].start..pair[1].end].split_whitespace().next().unwrap_or("");
        length(text, pair[0]) + 1 + next.chars().count() > width.max(least)
    };
    let open = |line: &Span| !ends_with_stop(&text[line.start..line.end]);
    let body = &lines[..lines.len().saturating_sub(1)];
    (40..=140).contains(&width) && body.iter().any(open) && lines.windows(2).all(full)
}

fn ends_with_stop(line: &str) -> bool {
    let end = line.trim_end_matches(|c: char| is_closer(c) || is_invisible(c));
    end.ends_with(|c: char| is_stop(c) || matches!(c, ':' | ';' | '؛' | ',' | '،'))
}

/// Whether a block is a heading, by itself and what follows it.
fn is_heading(text: &str, spans: &[Span], at: usize) -> bool {
    let line = &text[spans[at].start..spans[at].end];
    let most = if at == 0 { TITLE_WORDS } else { HEADING_WORDS };
    let short = line.split_whitespace().nth(most).is_none() && line.len() < 600 && !line.contains('\n');
    let asks = line.ends_with(['?', '؟', '!']);
    let closed = if asks { at > 0 && line.split_whitespace().nth(8).is_some() } else { ends_with_stop(line) };
    let lettered = line.chars().any(char::is_alphabetic) && !line.starts_with(['-', '•', '*', '·', '–', '—']);
    short && !closed && lettered && stands_before_longer(text, spans, at)
}

/// Whether a longer paragraph that ends like one follows at once, or after one more short line. A title may be nearly as long as a short
/// report, and the last line of a report (who took the picture) may lack its stop.
fn stands_before_longer(text: &str, spans: &[Span], at: usize) -> bool {
    let title = spans[at].len();
    let follows = |span: &Span| {
        let paragraph = &text[span.start..span.end];
        match at {
            0 => (span.len() > title * 4 / 5 && ends_with_stop(paragraph)) || (span.len() > title * 4 && paragraph.contains(". ")),
            _ => span.len() > title * 3 / 2 && ends_with_stop(paragraph),
        }
    };
    spans[at + 1..].iter().take(2).any(follows)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks as `# heading` or `paragraph`.
    fn check_blocks(text: &str, expect: &[&str]) {
        let shown = |block: &Block| format!("{}{}", if block.heading { "# " } else { "" }, &text[block.span.start..block.span.end]);
        assert_eq!(blocks(text).iter().map(shown).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn headings_stand_before_longer_paragraphs() {
        let long = "وكانت كازاخستان قد شهدت أكبر اضطرابات شعبية في تاريخها منذ استقلالها، وطلبت المساعدة.";
        check_blocks(&format!("{long}\n\nحسابات خاطئة\n\n{long}"), &[long, "# حسابات خاطئة", long]);
        check_blocks(&format!("Title of it\r\nBy A Reporter\r\n{long}\r\nend"), &["# Title of it", "# By A Reporter", long, "end"]);
        check_blocks(&format!("Will Russia leave?\n{long}\nYes.\n{long}"), &["# Will Russia leave?", long, "Yes.", long]);
        check_blocks(&format!("{long}\n- item one\n- item two\n{long}"), &[long, "- item one", "- item two", long]);
        check_blocks(" \n\t\u{200F}\n", &["\u{200F}"]);
        check_blocks("", &[]);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let wrapped = "Kazakhstan asked its allies for help in January 2022 after\nprotests over the price of fuel had turned into riots across\nthe country.";
        check_blocks(
            &format!("A title\n\n{wrapped}\n\nThe troops came and stayed for about a week. Later they went\nhome."),
            &["# A title", wrapped, "The troops came and stayed for about a week. Later they went\nhome."],
        );
        check_blocks(
            "Tokayev met Putin in Moscow on Tuesday evening\nThe two discussed gas.",
            &["Tokayev met Putin in Moscow on Tuesday evening", "The two discussed gas."],
        );
    }

    #[test]
    fn a_title_may_be_nearly_as_long_as_the_report() {
        check_blocks(
            "Жители посёлка у реки вернулись домой после паводка\n\nВоду откачали, дороги открыты, школы работают.",
            &["# Жители посёлка у реки вернулись домой после паводка", "Воду откачали, дороги открыты, школы работают."],
        );
        check_blocks(
            "Вода ушла\n\nЖители вернулись домой, дороги открыты. Школы работают. Фото акимата",
            &["# Вода ушла", "Жители вернулись домой, дороги открыты. Школы работают. Фото акимата"],
        );
        check_blocks("عاد السكان إلى بيوتهم\n\nضخت المياه وفتحت الطرق أمس.", &["# عاد السكان إلى بيوتهم", "ضخت المياه وفتحت الطرق أمس."]);
    }
}
