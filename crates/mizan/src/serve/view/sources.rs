//! What the store rests on, and what is missing from it.

use maud::{Markup, html};

use super::{Frame, cell, language, own};
use crate::measured::words::thousands;
use crate::serve::address::Address;
use crate::serve::data::sources::Sources;
use crate::serve::data::text;

/// The page of the sources.
pub(in crate::serve) fn sources(frame: &Frame, sources: &Sources) -> Markup {
    let w = &frame.words;
    html! {
        h1 { (w.get("nav.sources")) }
        section.part { h2 { (w.get("missing")) }
            ul.missing {
                @if sources.undated > 0 { li { (w.get("sources.undated")) ": " (thousands(sources.undated)) } }
                @for month in &sources.silent { li { (w.get("sources.silent")) ": " time { (month) } } }
                @if sources.undated == 0 && sources.silent.is_empty() { li { (w.get("sources.whole")) } }
            }
        }
        section.part { h2 { (w.get("outlets")) " (" (thousands(sources.all_outlets)) ")" }
            div.wide { table.list {
                thead { tr { th { (w.get("outlet")) } th { (w.get("country")) } th.number { (w.get("stories")) } th.number { (w.get("reports")) } th { (w.get("days")) } th { (w.get("languages")) } } }
                tbody { @for row in &sources.outlets { tr {
                    td { @if text(row, "outlet").is_empty() { span.none { (w.get("unknown")) } } @else {
                        a href=(frame.link(&Address::of("/reports").with("outlet", text(row, "outlet")).text())) { (own(text(row, "outlet"))) } } }
                    td { (cell(row, "country")) } td.number { (cell(row, "stories")) } td.number { (cell(row, "reports")) }
                    td { (cell(row, "first")) " – " (cell(row, "last")) } td { (cell(row, "languages")) }
                } } }
            } }
        }
        section.part { h2 { (w.get("coverage.months")) } (months(frame, sources)) }
        @if !sources.sets.is_empty() { section.part { h2 { (w.get("sources.sets")) } ul { @for row in &sources.sets {
            li { (cell(row, "name")) ": " (cell(row, "rows")) ", " (cell(row, "first")) " – " (cell(row, "last")) }
        } } } }
        @if !sources.doubts.is_empty() { section.part { h2 { (w.get("doubts")) } ul { @for row in &sources.doubts {
            li { (cell(row, "name")) ": " (cell(row, "count")) " — " (own(&cell(row, "instance"))) }
        } } } }
        section.part { h2 { (w.get("runs")) } div.wide { table.list {
            thead { tr { th { "#" } th { (w.get("run.verb")) } th { (w.get("run.began")) } th { (w.get("run.taken")) } th { (w.get("run.known")) } th { (w.get("run.aside")) } th { (w.get("run.model")) } } }
            tbody { @for row in &sources.runs { tr {
                td { (cell(row, "run")) } td { (cell(row, "verb")) } td { (cell(row, "began")) } td.number { (cell(row, "taken")) } td.number { (cell(row, "known")) }
                td.number { (cell(row, "aside")) } td { (cell(row, "model")) }
            } } }
        } } }
    }
}

fn months(frame: &Frame, sources: &Sources) -> Markup {
    let w = &frame.words;
    html! {
        div.wide { table.list {
            thead { tr { th { (w.get("period")) } th { (w.get("language")) } th { (w.get("stories")) } } }
            tbody { @for row in &sources.months { tr { td { (cell(row, "month")) } td { (language(w, text(row, "language"))) } td.number { (cell(row, "stories")) } } } }
        } }
    }
}
