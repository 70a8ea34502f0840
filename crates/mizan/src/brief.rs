//! The brief of a report for the terminal: what it is, who acts, what happened, who says so, who stands where, with a citation behind
//! every line.
//!
//! One section, one file. What a record means was settled before; here it is only put into words, wrapped and made safe to print.

mod about;
mod actors;
mod claims;
mod clean;
mod evidence;
mod forecasts;
mod labels;
mod moment;
mod names;
mod page;
mod positions;
mod timeline;
mod tone;

use mizan_record::Report;
use mizan_text::Language;

use page::Page;

pub(crate) use clean::{Direction, clean, disturbs, shorten};

/// How a brief is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Language of the labels.
    pub language: Language,
    /// Columns of the terminal; anything under 20 is taken as 20.
    pub width: usize,
    /// Whether ANSI escapes may be used. Nothing is carried by colour alone.
    pub colour: bool,
    /// Whether the cited sentences are printed at the bottom.
    pub quotes: bool,
}

/// The brief of a report, as lines that end with a newline.
///
/// Lines carry the numbers of the sentences they rest on: `[7]`, `[7, 9]`; of more than eight only the first eight are shown, then `…`.
/// What comes from the text is stripped of bidi and terminal controls, and set apart by FSI and PDI (U+2068, U+2069) where it runs against
/// the direction of the line. With Arabic labels each line begins with RLM (U+200F), so that terminals show it from right to left.
pub fn render(report: &Report, look: &Look) -> String {
    let mut page = Page::new(report, look);
    about::write(&mut page, report);
    actors::write(&mut page, report);
    timeline::write(&mut page, report);
    claims::write(&mut page, report);
    positions::write(&mut page, report);
    forecasts::write(&mut page, report);
    tone::write(&mut page, report);
    evidence::write(&mut page, report, look);
    page.finish()
}
