//! The page for people: numbers with their intervals and what they rest on, series as tables with bars, what is missing at the end.
//!
//! A line ends with the ids it rests on where these are three or fewer, and else with the number of a question that lists them; the questions
//! stand at the bottom, ready to be pasted. What runs from right to left is set apart by FSI and PDI (U+2068, U+2069).

use unicode_width::UnicodeWidthStr;

use super::bars;
use super::sheet::{Number, Part, Record, Sheet, Shown, Turning};
use super::told::{Told, told};
use super::words::{self, counted, figure, is_few, is_one_outlet};
use crate::brief::{Direction, clean, disturbs, shorten};

/// So many ids are printed at the end of a line.
const INLINE: u64 = 3;
/// The narrowest page there is.
const NARROWEST: usize = 40;

/// The page as lines that end with a newline.
pub(crate) fn render(sheet: &Sheet, width: usize) -> String {
    let mut page = Page { width: width.max(NARROWEST), out: String::new(), questions: Vec::new() };
    page.wrapped(0, 0, &sheet.title.to_string().to_uppercase());
    sheet.about.iter().for_each(|line| page.wrapped(2, 2, &line.to_string()));
    sheet.parts.iter().filter(|p| !p.is_empty()).for_each(|part| page.part(part));
    page.list("What is missing", &sheet.missing);
    page.questions(&sheet.command);
    page.out
}

/// A page in the making.
pub(super) struct Page {
    /// Columns of a line.
    pub(super) width: usize,
    out: String,
    questions: Vec<String>,
}

impl Page {
    fn part(&mut self, part: &Part) {
        self.head(&part.title.to_string());
        let widest = widest(&part.numbers).min(self.width / 2);
        part.numbers.iter().for_each(|n| self.number(2, n, widest));
        bars::tables(self, &part.series);
        let (short, sought): (Vec<&Turning>, Vec<&Turning>) =
            part.turning.iter().partition(|t| t.changes.is_empty() && t.notes.iter().any(is_few));
        sought.into_iter().for_each(|t| self.turning(t));
        if !short.is_empty() {
            let names: Vec<String> = short.iter().map(|t| labelled(&t.label, t.measure).to_string()).collect();
            self.wrapped(2, 4, &format!("too few periods to look for turning points: {}", names.join("; ")));
        }
        part.records.iter().for_each(|r| self.record(2, r));
        part.words.iter().for_each(|w| self.wrapped(2, 4, &w.to_string()));
    }

    fn head(&mut self, title: &str) {
        self.out.push('\n');
        self.wrapped(0, 2, &title.to_uppercase());
    }

    fn list(&mut self, title: &str, lines: &[Told]) {
        if !lines.is_empty() {
            self.head(title);
            lines.iter().for_each(|line| self.wrapped(2, 4, &line.to_string()));
        }
    }

    fn number(&mut self, indent: usize, number: &Number, widest: usize) {
        let label = number.label.to_string();
        let gap = widest.saturating_sub(label.width());
        let text = format!("{label}{}  {}", " ".repeat(gap), self.estimate(&number.shown));
        self.wrapped(indent, indent + 4, &text);
    }

    /// Value, interval, count, notes, and what it rests on.
    fn estimate(&mut self, shown: &Shown) -> String {
        let few = if shown.notes.iter().any(is_few) { ", too few" } else { "" };
        let count = format!("{}{}{few}", counted(shown.count, shown.counted), out_of(shown));
        let notes: String = telling(&shown.notes).map(|n| format!("; {n}")).collect();
        format!("{:>7}{}  {count}{notes}{}", words::value(shown), interval(shown), self.rests(shown))
    }

    /// The end of a line: ids, or the number of the question that lists them.
    pub(super) fn rests(&mut self, shown: &Shown) -> String {
        let whole = shown.ids.len() as u64 == shown.ids_in_all;
        if whole && (1..=INLINE).contains(&shown.ids_in_all) {
            return format!("  [{}]", shown.ids.join(", "));
        }
        match &shown.query {
            Some(query) => format!("  [{}]", self.question(query)),
            None if shown.ids_in_all > 0 => {
                let some: Vec<&str> = shown.ids.iter().take(INLINE as usize).map(String::as_str).collect();
                format!("  [{} and {} more]", some.join(", "), shown.ids_in_all - some.len() as u64)
            }
            None => String::new(),
        }
    }

    /// The number of a question on this page.
    pub(super) fn question(&mut self, sql: &str) -> String {
        let at = self.questions.iter().position(|q| q == sql).unwrap_or_else(|| {
            self.questions.push(sql.to_string());
            self.questions.len() - 1
        });
        format!("q{}", at + 1)
    }

    fn turning(&mut self, turning: &Turning) {
        let name = labelled(&turning.label, turning.measure);
        let notes: String = turning.notes.iter().filter(|n| !n.is("no turning point was found")).map(|n| format!("; {n}")).collect();
        let found = match turning.changes.len() {
            0 => "no turning point".to_string(),
            n => counted(n as u64, "turning points").to_string(),
        };
        self.wrapped(2, 4, &format!("{name}: {found}{notes} ({})", turning.search));
        for change in &turning.changes {
            let between = change.between.map(|(a, b)| format!(" (between {} and {})", a.label(), b.label())).unwrap_or_default();
            let unit = change.size.unit;
            let (before, after) = (figure(change.before, unit), figure(change.after, unit));
            let rests = self.rests(&change.size);
            let text = format!(
                "{}{between}: {before} → {after}, by {}{}{rests}",
                change.period.label(),
                words::value(&change.size),
                interval(&change.size)
            );
            self.wrapped(4, 6, &text);
            change.events.iter().for_each(|r| self.record(6, r));
        }
    }

    fn record(&mut self, indent: usize, record: &Record) {
        let date = record.date.as_ref().map_or_else(|| "no date".into(), Told::to_string);
        let outlet = record.outlet.as_ref().map(|o| format!(", {o}")).unwrap_or_default();
        let notes: String = record.notes.iter().map(|n| format!("; {n}")).collect();
        let copies = if record.ids.len() > 1 { format!(", and {}", counted(record.ids.len() as u64 - 1, "copies")) } else { String::new() };
        let id = record.ids.first().map_or("", String::as_str);
        self.wrapped(indent, indent + 4, &format!("{date}  {}{outlet}{notes}  [{id}{copies}]", record.text));
        if let Some(quote) = record.quote.as_ref().filter(|q| !q.is_empty()) {
            let room = self.width.saturating_sub(indent + 6).max(10);
            self.line(indent + 4, &format!("“{}”", shorten(&clean(quote), room)));
        }
        let widest = widest(&record.measured);
        record.measured.iter().for_each(|n| self.number(indent + 4, n, widest));
    }

    /// The questions, each on one line however long, so that it can be pasted.
    fn questions(&mut self, command: &str) {
        if self.questions.is_empty() {
            return;
        }
        self.head("What the numbers rest on");
        let all = std::mem::take(&mut self.questions);
        for (at, sql) in all.iter().enumerate() {
            self.out += &format!("  q{}  {command} {}\n", at + 1, safe(&shell(sql)));
        }
    }

    /// One line, not wrapped.
    pub(super) fn line(&mut self, indent: usize, text: &str) {
        self.out += &format!("{}{}", " ".repeat(indent), isolated(&safe(text)));
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
    }

    /// Words wrapped at the width, the first line indented by `first`, the others by `rest`. Gaps of several spaces stay within a line.
    pub(super) fn wrapped(&mut self, first: usize, rest: usize, text: &str) {
        let (mut line, mut indent, mut empty) = (String::new(), first, true);
        for word in text.split(' ') {
            let room = self.width.saturating_sub(indent);
            if !empty && !word.is_empty() && line.width() + 1 + word.width() > room {
                self.line(indent, &line);
                (line, indent, empty) = (String::new(), rest, true);
            }
            if !empty {
                line.push(' ');
            }
            empty &= word.is_empty() && line.is_empty();
            line += word;
        }
        self.line(indent, &line);
    }
}

/// Columns of the longest label.
fn widest(numbers: &[Number]) -> usize {
    numbers.iter().map(|n| n.label.to_string().width()).max().unwrap_or(0)
}

/// An interval behind its value; nothing where there is none.
fn interval(shown: &Shown) -> String {
    words::interval(shown).map(|ends| format!("  {ends}")).unwrap_or_default()
}

/// What a share is of, where the count does not say it already.
fn out_of(shown: &Shown) -> String {
    match shown.denominator {
        Some(all) if shown.unit.starts_with("share of") && all != shown.count as f64 => format!(", of {}", figure(all, "figures")),
        _ => String::new(),
    }
}

/// The notes worth a line: where too few are counted, the count says so, and that one outlet printed most of them says nothing more.
fn telling(notes: &[Told]) -> impl Iterator<Item = &Told> {
    let few = notes.iter().any(is_few);
    notes.iter().filter(move |n| !(is_few(n) || few && is_one_outlet(n)))
}

/// The name of a measure behind whose it is, where that does not say it already.
pub(crate) fn labelled(label: &Told, measure: &str) -> Told {
    let name = match measure {
        "conflict" => told!("stories of conflict"),
        "cooperation" => told!("stories of cooperation"),
        "coverage_share" => told!("share of all stories"),
        "net" => told!("net"),
        "stories" => told!("stories"),
        "tone" => told!("tone"),
        "share" => told!("share"),
        _ => return label.clone(),
    };
    told!("{}, {}", label, name)
}

/// A question as a shell takes it: in double quotes.
fn shell(sql: &str) -> String {
    let mut out = String::from("\"");
    for c in sql.chars() {
        if matches!(c, '"' | '\\' | '$' | '`' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out + "\""
}

/// A line without what would disturb a terminal: controls, and marks of direction that are not ours.
fn safe(line: &str) -> String {
    let disturbing = |c: &char| c.is_control() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    line.chars().filter(|c| !disturbing(c)).collect()
}

/// Runs of right-to-left letters between FSI and PDI, arrows among them held by LRM where a terminal knows neither.
pub(super) fn isolated(text: &str) -> String {
    let runs = runs(text);
    let mixed = runs.iter().any(|(_, right)| *right);
    let one = |(run, right): (&str, bool)| match (right, mixed) {
        (true, _) => format!("\u{2068}{run}\u{2069}"),
        (false, true) => run.replace('→', "→\u{200E}"),
        (false, false) => run.to_string(),
    };
    runs.into_iter().map(one).collect()
}

/// A text cut where its direction turns; `true` marks what runs from right to left, from its first such letter to its last.
pub(super) fn runs(text: &str) -> Vec<(&str, bool)> {
    let right = |c: char| disturbs(c, Direction::LeftToRight);
    // An arrow within a run would point the other way: from whom to whom is told from left to right.
    let left = |c: char| c.is_alphabetic() && !right(c) || c == '→';
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(right) {
        let (before, from) = rest.split_at(start);
        let stop = from.find(left).unwrap_or(from.len());
        let end = from[..stop].char_indices().rfind(|(_, c)| right(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        out.extend([(before, false), (&from[..end], true)]);
        rest = &from[end..];
    }
    out.push((rest, false));
    out.retain(|(run, _)| !run.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_to_left_words_are_set_apart() {
        assert_eq!(isolated("a كازاخستان 2022 وروسيا → b"), "a \u{2068}كازاخستان 2022 وروسيا\u{2069} →\u{200E} b");
        assert_eq!(isolated("كازاخستان → روسيا"), "\u{2068}كازاخستان\u{2069} →\u{200E} \u{2068}روسيا\u{2069}");
        assert_eq!(isolated("plain → Қазақстан"), "plain → Қазақстан");
        assert_eq!(runs("").len(), 0);
    }

    #[test]
    fn nothing_from_outside_reaches_the_terminal_unseen() {
        assert_eq!(safe("a\u{1b}[31m\u{202e}b\u{7}  c"), "a[31mb  c");
    }

    #[test]
    fn a_question_can_be_pasted() {
        assert_eq!(shell("SELECT 'a\"b' `$x`"), "\"SELECT 'a\\\"b' \\`\\$x\\`\"");
    }

    #[test]
    fn lines_wrap_and_keep_their_gaps() {
        let mut page = Page { width: 40, out: String::new(), questions: Vec::new() };
        page.wrapped(2, 6, "label    +0.50  [−0.20, 0.80]  12 stories; a note that is long");
        assert_eq!(page.out, "  label    +0.50  [−0.20, 0.80]  12\n      stories; a note that is long\n");
    }
}
