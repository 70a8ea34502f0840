//! What is expected: forecasts somebody made, and events that are planned or promised.

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
        let parts = vec![kind, names::speaker(page, report, claim), claims::content(page, claim), confidence];
        page.entry(2, parts, &names::sentences_of(report, claim));
    }
    for event in expected {
        let parts = timeline::parts(page, report, event);
        page.entry(2, parts, &timeline::sentences(report, event));
    }
}
