//! One actor.

use maud::{Markup, html};

use super::{Frame, cell, field, figures, own};
use crate::measured::words::{figure, thousands};
use crate::serve::address::Address;
use crate::serve::data::actor::{Actor, Partner};
use crate::serve::data::{number, text};

/// The page of an actor, or the field to name one.
pub(in crate::serve) fn actor(frame: &Frame, actor: Option<&Actor>) -> Markup {
    let w = &frame.words;
    match actor {
        Some(actor) => known(frame, actor),
        None => html! {
            h1 { (w.get("actor")) }
            form.filters action="/actor" { (frame.carried()) (field(w.get("actor"), "key", "", "text")) button { (w.get("show")) } }
            p.empty { (w.get("measure.none")) }
        },
    }
}

fn known(frame: &Frame, actor: &Actor) -> Markup {
    let w = &frame.words;
    let count = |name: &str| number(&actor.figures, name).map(|n| thousands(n as u64)).unwrap_or_default();
    let tone = number(&actor.figures, "tone").map(|t| figure(t, "tone").to_string()).unwrap_or_default();
    let to = |path: &str, name: &str| frame.link(&Address::of(path).with(name, &actor.code).text());
    html! {
        h1 { (own(&actor.name)) " " code { (actor.code) } }
        (figures(&[
            (w.get("stories"), count("stories")), (w.get("reports"), count("reports")), (w.get("mentions"), count("mentions")),
            (w.get("tone"), tone), (w.get("days"), [text(&actor.figures, "first"), text(&actor.figures, "last")].join(" – ")),
        ]))
        nav.see aria-label=(w.get("see")) {
            a href=(to("/coverage", "a")) { (w.get("nav.coverage")) } a href=(to("/map", "a")) { (w.get("nav.map")) }
            a href=(to("/network", "a")) { (w.get("nav.network")) } a href=(to("/events", "actor")) { (w.get("events")) }
            a href=(to("/claims", "about")) { (w.get("claims.about")) } a href=(to("/claims", "speaker")) { (w.get("claims.by")) }
            a href=(to("/reports", "about")) { (w.get("reports")) } a href=(to("/forecasts", "a")) { (w.get("nav.forecasts")) }
        }
        section.part { h2 { (w.get("partners")) }
            @if actor.partners.is_empty() { p.empty { (w.get("list.empty")) } } @else { (partners(frame, actor)) }
        }
        @if !actor.positions.is_empty() { section.part { h2 { (w.get("positions")) } div.wide { table.list {
            thead { tr { th { (w.get("stance")) } th { (w.get("issue")) } th { (w.get("stories")) } th { (w.get("days")) } } }
            tbody { @for row in &actor.positions { tr {
                td { (w.name("stance", text(row, "stance"))) }
                td { a href=(frame.link(&Address::of("/report").with("id", text(row, "document")).text())) { (own(text(row, "issue"))) } }
                td.number { (cell(row, "stories")) }
                td { (cell(row, "first")) @if cell(row, "last") != cell(row, "first") { " – " (cell(row, "last")) } }
            } } }
        } } } }
        @if !actor.says.is_empty() { section.part { h2 { (w.get("claims.by")) } (super::lists::claims_table(frame, &actor.says)) } }
        @if !actor.said.is_empty() { section.part { h2 { (w.get("claims.about")) } (super::lists::claims_table(frame, &actor.said)) } }
        @if !actor.printed.is_empty() { section.part { h2 { (w.get("printed")) } ul.tiles { @for row in &actor.printed {
            li { @if text(row, "country").is_empty() { (w.get("unknown")) } @else { (text(row, "country")) } " " span.count { (cell(row, "stories")) } }
        } } } }
    }
}

fn partners(frame: &Frame, actor: &Actor) -> Markup {
    let w = &frame.words;
    html! {
        div.wide { table.numbers {
            thead {
                tr { th rowspan="2" { (w.get("partner")) } th colspan="2" { (own(&actor.name)) " → " } th colspan="2" { "→ " (own(&actor.name)) } }
                tr { @for _ in 0..2 { th { (w.get("cooperation")) } th { (w.get("conflict")) } } }
            }
            tbody { @for p in actor.partners.iter().take(40) { (partner(frame, actor, p)) } }
        } }
    }
}

fn partner(frame: &Frame, actor: &Actor, partner: &Partner) -> Markup {
    let events = |source: &str, target: &str| {
        frame.link(&Address::of("/events").with("counted", "yes").with("source", source).with("target", target).text())
    };
    let cell =
        |count: u64, address: String| html! { td.number { @if count > 0 { a href=(address) { (thousands(count)) } } @else { "0" } } };
    html! {
        tr {
            th scope="row" { a href=(frame.link(&partner.relation)) { (own(&partner.name)) } }
            @for count in partner.forth { (cell(count, events(&actor.code, &partner.code))) }
            @for count in partner.back { (cell(count, events(&partner.code, &actor.code))) }
        }
    }
}
