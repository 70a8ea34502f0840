//! The cited sentences themselves, or how to see them.

use mizan_record::Report;

use super::Look;
use super::page::Page;

/// The option that prints the sentences.
const OPTION: &str = "--quotes";

pub(super) fn write(page: &mut Page, report: &Report, look: &Look) {
    let cited = page.cited();
    if cited.is_empty() {
        return;
    }
    page.head("section.evidence");
    if !look.quotes {
        let hint = page.fill("evidence.hint", vec![page.code(OPTION)]);
        page.sub(hint);
        return;
    }
    for number in cited {
        if let Some(section) = report.document.sections.get(number - 1) {
            page.sentence(number, report.document.text.quote(section.span));
        }
    }
}
