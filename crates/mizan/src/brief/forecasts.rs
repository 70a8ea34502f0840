//! What is expected: forecasts somebody made, and where the timeline tells events that are planned or promised.

use mizan_record::{ClaimKind, Modality, Report};

use super::page::Page;
use super::{claims, names, timeline};

pub(super) fn write(page: &mut Page, report: &Report) {
    page.head("section.forecasts");
    let forecasts: Vec<_> = report.claims.iter().filter(|claim| claim.kind == ClaimKind::Forecast).collect();
    let expected: Vec<_> = report.events.iter().filter(|event| event.modality == Modality::Future).collect();
    if forecasts.is_empty() && expected.is_empty() {
        page.nothing("none.forecasts");
    }
    for claim in forecasts {
        let kind = vec![page.word("claim", claim.kind.name())];
        let confidence = vec![page.percent(claim.origin.confidence)];
        let parts = vec![kind, names::speaker(page, report, claim), claims::denial(page, claim), claims::content(page, claim), confidence];
        page.entry(2, parts, &names::sentences_of(report, claim));
    }
    if !expected.is_empty() {
        let count = vec![page.label("forecasts.expected"), page.plain(":\u{A0}"), page.code(&expected.len().to_string())];
        let sentences: Vec<usize> = expected.into_iter().flat_map(|event| timeline::sentences(report, event)).collect();
        page.entry(2, vec![count], &sentences);
    }
}
