//! The network and the map, each with the table behind it.

use maud::{Markup, html};

use super::{Frame, choice, field, own};
use crate::measured::words::{figure, thousands};
use crate::serve::data::map::Map;
use crate::serve::data::network::Network;

/// Who deals with whom.
pub(in crate::serve) fn network(frame: &Frame, network: &Network) -> Markup {
    let w = &frame.words;
    let name = |id: &str| network.nodes.iter().find(|n| n.id == id).map_or(id.to_string(), |n| n.name.clone());
    html! {
        h1 { (w.get("nav.network")) }
        form.filters action="/network" {
            (frame.carried())
            (field(w.get("actor"), "a", frame.value("a"), "text"))
            (choice(w.get("level"), "level", frame.value("level"), &[("", w.get("level.country")), ("actor", w.get("level.actor"))]))
            (field(w.get("since"), "since", frame.value("since"), "date"))
            (field(w.get("until"), "until", frame.value("until"), "date"))
            button { (w.get("show")) }
        }
        @if network.edges.is_empty() { p.empty { (w.get("list.empty")) } } @else {
            p.note { (w.get("network.shown")) " " (network.edges.len()) " / " (thousands(network.all as u64)) }
            figure.chart data-chart="network" data-src=(frame.asked.address("/api/v1/network")) data-title=(w.get("nav.network")) data-source=(network.source) {
                figcaption { (w.get("nav.network")) }
                div.canvas hidden {}
                details.behind open { summary { (w.get("table")) } div.wide { table.numbers {
                    thead { tr { th { (w.get("source")) } th { (w.get("target")) } th { (w.get("cooperation")) } th { (w.get("conflict")) } th { (w.get("evidence")) } } }
                    tbody { @for e in &network.edges { tr {
                        th scope="row" { (own(&name(&e.source))) } td { (own(&name(&e.target))) } td.number { (e.cooperation) } td.number { (e.conflict) }
                        td { a href=(frame.link(&e.evidence)) { (w.get("events")) } }
                    } } }
                } } }
            }
            p.note { (w.get("export")) ": " code { "mizan export graphml" } " · " code { "mizan export gexf" } }
        }
    }
}

/// An actor's relations, country by country.
pub(in crate::serve) fn map(frame: &Frame, map: Option<&Map>) -> Markup {
    let w = &frame.words;
    html! {
        h1 { (w.get("nav.map")) @if let Some(map) = map { ": " (own(&map.name)) } }
        form.filters action="/map" { (frame.carried()) (field(w.get("actor"), "a", frame.value("a"), "text")) button { (w.get("show")) } }
        @match map {
            None => p.empty { (w.get("measure.none")) },
            Some(map) if map.countries.is_empty() => p.empty { (w.get("list.empty")) },
            Some(map) => figure.chart data-chart="map" data-src=(frame.asked.address("/api/v1/map")) data-title=(map.name) data-source=(map.source) {
                figcaption { (w.get("map.about")) }
                div.canvas hidden {}
                details.behind open { summary { (w.get("table")) } div.wide { table.numbers {
                    thead { tr { th { (w.get("country")) } th { (w.get("net")) } th { (w.get("cooperation")) } th { (w.get("conflict")) } th { (w.get("evidence")) } } }
                    tbody { @for c in &map.countries { tr {
                        th scope="row" { a href=(frame.link(&c.relation)) { (own(&c.name)) } }
                        td.number { (figure(c.net, "net").to_string()) } td.number { (c.cooperation) } td.number { (c.conflict) }
                        td { a href=(frame.link(&c.evidence)) { (w.get("events")) } }
                    } } }
                } } }
            },
        }
    }
}
