//! What the report is: title, outlet, date and how it was found, language, size, identifier, model, doubts.

use std::collections::BTreeSet;

use mizan_record::{Document, Doubt, Report};

use super::clean::{clean, shorten};
use super::page::{Page, Piece};

pub(super) fn write(page: &mut Page, report: &Report) {
    let document = &report.document;
    page.head("section.about");
    line(page, "about.title", title(page, document), &title_sentence(document));
    line(page, "about.source", vec![quoted(page, &document.source)], &[]);
    let outlet = document.outlet.as_deref().map_or_else(|| page.label("about.unknown"), |outlet| quoted(page, outlet));
    line(page, "about.outlet", vec![outlet], &[]);
    line(page, "about.published", published(page, document), &[]);
    if let Some(span) = document.dateline {
        let sentence: Vec<usize> = document.sections.iter().position(|s| s.span.overlaps(span)).map(|at| at + 1).into_iter().collect();
        line(page, "about.dateline", vec![quoted(page, document.text.quote(span))], &sentence);
    }
    let language = document.language.map_or_else(|| page.label("about.unknown"), |l| page.word("language", l.code()));
    line(page, "about.language", vec![language], &[]);
    line(page, "about.sentences", size(page, document), &[]);
    line(page, "about.id", vec![page.code(&document.id)], &[]);
    line(page, "about.model", makers(page, report), &[]);
    for doubt in document.doubts.iter().chain(&report.doubts) {
        line(page, "about.doubt", doubted(page, doubt), &[]);
    }
}

fn line(page: &mut Page, key: &'static str, value: Vec<Piece>, sentences: &[usize]) {
    let mut pieces = vec![page.label(key), page.plain(": ")];
    pieces.extend(value);
    page.entry(2, vec![pieces], sentences);
}

fn quoted(page: &Page, text: &str) -> Piece {
    page.quoted(&shorten(&clean(text), 2 * page.width()))
}

fn title(page: &Page, document: &Document) -> Vec<Piece> {
    match &document.title {
        Some(title) => vec![quoted(page, title)],
        None => vec![page.label("about.untitled")],
    }
}

/// The title is the first block of the text, when the text has it.
fn title_sentence(document: &Document) -> Vec<usize> {
    let first = document.sections.first().map(|s| document.text.quote(s.span).trim());
    if document.title.is_some() && first == document.title.as_deref().map(str::trim) { vec![1] } else { Vec::new() }
}

fn published(page: &Page, document: &Document) -> Vec<Piece> {
    match document.published {
        None => vec![page.label("about.unknown")],
        Some((day, rule)) => vec![page.code(&day.to_string()), page.plain(" ("), page.word("found", rule), page.plain(")")],
    }
}

fn size(page: &Page, document: &Document) -> Vec<Piece> {
    let headings = document.sections.iter().filter(|s| s.heading).count();
    let sentences = document.sections.len() - headings;
    let mut pieces = vec![page.code(&sentences.to_string())];
    if headings > 0 {
        pieces.extend([
            page.plain(" ("),
            page.label("about.headings"),
            page.plain(": "),
            page.code(&headings.to_string()),
            page.plain(")"),
        ]);
    }
    pieces
}

/// Every model or rule that made a record of the report.
fn makers(page: &Page, report: &Report) -> Vec<Piece> {
    let mentions = report.mentions.iter().map(|m| &m.origin);
    let events = report.events.iter().map(|e| &e.origin);
    let claims = report.claims.iter().map(|c| &c.origin);
    let makers: BTreeSet<&str> = mentions.chain(events).chain(claims).map(|o| o.by.as_str()).collect();
    if makers.is_empty() {
        return vec![page.label("about.unknown")];
    }
    super::names::list(page, makers.into_iter().map(|by| vec![page.code(by)]).collect())
}

fn doubted(page: &Page, doubt: &Doubt) -> Vec<Piece> {
    vec![page.word("doubt", doubt.name), page.plain(" — "), quoted(page, &doubt.detail)]
}
