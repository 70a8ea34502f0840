//! Web pages: the main text without menus, banners and scripts, and what the publisher says about it.
//!
//! The readability library does the choosing; before it sees a page, [`guard`] makes sure that the page cannot make it recurse or
//! crawl, and pages that could are stripped of their tags in one pass instead.

use std::panic::{AssertUnwindSafe, catch_unwind};

use dom_smoothie::{Config, Readability};
use mizan_record::Doubt;

mod guard;
mod metadata;
mod paragraphs;
mod tags;

pub(crate) use metadata::Metadata;
pub(crate) use paragraphs::Paragraph;

/// The readable part of a web page.
pub(crate) struct Page {
    pub(crate) metadata: Metadata,
    /// In order, without the title.
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) doubts: Vec<Doubt>,
}

/// Whether a text is a web page: it begins like one, or begins with a tag and closes paragraphs.
pub(crate) fn is_page(text: &str) -> bool {
    let start = text.trim_start();
    if !start.starts_with('<') {
        return false;
    }
    let head: String = start.chars().take(20_000).collect::<String>().to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body", "<meta ", "</p>", "</div>", "<p>", "<div", "<article", "<br", "<a href", "<span", "<h1"]
        .iter()
        .any(|mark| head.contains(mark))
}

pub(crate) fn read(html: &str) -> Page {
    let metadata = metadata::collect(html);
    let mut doubts = Vec::new();
    let mut found = match guard::check(html) {
        Ok(()) => main_text(html).unwrap_or_else(|| {
            let detail = "no main text was found, so the whole page was taken, menus and all".into();
            doubts.push(Doubt { name: "whole-page", detail });
            paragraphs::of_page(html)
        }),
        Err(reason) => {
            doubts.push(Doubt {
                name: reason.name(),
                detail: format!("{reason}, so the tags were only taken out and menus may have stayed in"),
            });
            paragraphs::of_page(html)
        }
    };
    if let Some(title) = &metadata.title {
        // The title printed once more above the text is not a part of it.
        let head = found.iter().take(3).position(|paragraph| same(&paragraph.text, title));
        if let Some(at) = head {
            found.remove(at);
        }
    }
    Page { metadata, paragraphs: found, doubts }
}

fn same(a: &str, b: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    letters(a) == letters(b)
}

/// What the readability library takes for the article; `None` when it finds nothing.
fn main_text(html: &str) -> Option<Vec<Paragraph>> {
    let config = Config {
        // A short report is better than a longer text with the menus in it.
        char_threshold: 140,
        // Read here, and more completely.
        disable_json_ld: true,
        ..Config::default()
    };
    // The library has places that panic on what it takes to be impossible; a page is no reason to stop.
    let content = catch_unwind(AssertUnwindSafe(|| {
        let mut readability = Readability::new(html, None, Some(config)).ok()?;
        Some(readability.parse().ok()?.content.to_string())
    }));
    let paragraphs = paragraphs::of_article(&content.ok()??);
    (!paragraphs.is_empty()).then_some(paragraphs)
}

#[cfg(test)]
mod tests;
