//! Rows and columns in the terminal.

use mizan_store::arrow::array::RecordBatch;
use mizan_store::arrow::util::display::{ArrayFormatter, FormatOptions};
use unicode_width::UnicodeWidthStr;

use crate::brief::{clean, shorten};

/// A table of texts that is filled batch by batch.
pub struct Grid {
    heads: Vec<(String, bool)>,
    rows: Vec<Vec<String>>,
}

/// The widest a column gets before others have what they need.
const WIDE: usize = 60;

/// The rows of a batch as texts; missing is empty.
///
/// # Errors
/// When a column cannot be shown as text.
pub fn texts(batch: &RecordBatch) -> anyhow::Result<Vec<Vec<String>>> {
    let options = FormatOptions::default();
    let columns = batch.columns().iter().map(|c| ArrayFormatter::try_new(c.as_ref(), &options)).collect::<Result<Vec<_>, _>>()?;
    Ok((0..batch.num_rows()).map(|row| columns.iter().map(|c| c.value(row).to_string()).collect()).collect())
}

impl Grid {
    /// Columns by name; a number stands to the right.
    pub fn new(heads: impl Iterator<Item = (String, bool)>) -> Grid {
        Grid { heads: heads.collect(), rows: Vec::new() }
    }

    /// Add the rows of a batch.
    ///
    /// # Errors
    /// When a column cannot be shown as text.
    pub fn add(&mut self, batch: &RecordBatch) -> anyhow::Result<()> {
        self.rows.extend(texts(batch)?);
        Ok(())
    }

    /// The table as text, within a width if one is given, and how many rows it has.
    pub fn render(&self, width: Option<usize>) -> String {
        let cells: Vec<Vec<String>> = self.rows.iter().map(|r| r.iter().map(|c| clean(c)).collect()).collect();
        let widths = self.widths(&cells, width);
        let head: Vec<String> = self.heads.iter().map(|(name, _)| name.clone()).collect();
        let rule = widths.iter().map(|w| "─".repeat(*w)).collect::<Vec<_>>().join("  ");
        let lines = std::iter::once(self.line(&head, &widths)).chain([rule]).chain(cells.iter().map(|row| self.line(row, &widths)));
        let count = if cells.len() == 1 { "1 row".to_string() } else { format!("{} rows", cells.len()) };
        lines.chain([format!("({count})\n")]).collect::<Vec<_>>().join("\n")
    }

    fn widths(&self, cells: &[Vec<String>], width: Option<usize>) -> Vec<usize> {
        let natural = |at: usize, name: &str| cells.iter().map(|r| r[at].width()).chain([name.width()]).max().unwrap_or(0);
        let mut widths: Vec<usize> = self.heads.iter().enumerate().map(|(at, (name, _))| natural(at, name).max(1)).collect();
        let Some(room) = width else { return widths };
        let room = room.saturating_sub(2 * widths.len().saturating_sub(1));
        for cap in (8..=WIDE).rev() {
            if widths.iter().map(|w| (*w).min(cap)).sum::<usize>() <= room || cap == 8 {
                widths.iter_mut().for_each(|w| *w = (*w).min(cap));
                break;
            }
        }
        widths
    }

    fn line(&self, row: &[String], widths: &[usize]) -> String {
        let cell = |(at, text): (usize, &String)| {
            let text = shorten(text, widths[at]);
            let gap = " ".repeat(widths[at].saturating_sub(text.width()));
            if self.heads[at].1 { gap + &text } else { text + &gap }
        };
        row.iter().enumerate().map(cell).collect::<Vec<_>>().join("  ").trim_end().to_string()
    }
}
