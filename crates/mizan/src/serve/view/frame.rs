//! What stands around every page: head, navigation, search, languages, foot.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::serve::address::Address;
use crate::serve::asked::Asked;
use crate::serve::failure::Failure;
use crate::serve::words::Words;

/// A page's surroundings.
#[derive(Debug, Clone)]
pub(in crate::serve) struct Frame {
    /// Its path.
    pub(in crate::serve) path: &'static str,
    /// What was asked for.
    pub(in crate::serve) asked: Asked,
    /// The words.
    pub(in crate::serve) words: Words,
    /// The version of the store.
    pub(in crate::serve) version: Option<u64>,
}

/// The pages of the navigation, with the words for them.
const PLACES: [(&str, &str); 10] = [
    ("/relation", "nav.relation"),
    ("/balance", "nav.balance"),
    ("/coverage", "nav.coverage"),
    ("/claims", "nav.claims"),
    ("/forecasts", "nav.forecasts"),
    ("/network", "nav.network"),
    ("/map", "nav.map"),
    ("/reports", "nav.reports"),
    ("/sources", "nav.sources"),
    ("/paste", "nav.paste"),
];
const LANGUAGES: [(&str, &str); 4] = [("en", "English"), ("ar", "العربية"), ("ru", "Русский"), ("kk", "Қазақша")];

impl Frame {
    pub(in crate::serve) fn new(path: &'static str, asked: Asked) -> Frame {
        Frame { path, words: Words::of(asked.language()), asked, version: None }
    }

    /// An address that keeps the page's language and version.
    pub(in crate::serve) fn link(&self, address: &str) -> String {
        let (head, place) = address.split_once('#').map_or((address, String::new()), |(h, p)| (h, format!("#{p}")));
        let kept = Address::of(head).perhaps("lang", self.asked.get("lang")).perhaps("as_of", self.asked.get("as_of"));
        kept.text() + &place
    }

    /// What a form must carry on beside its own fields.
    pub(in crate::serve) fn carried(&self) -> Markup {
        html! {
            @for name in ["lang", "as_of"] {
                @if let Some(value) = self.asked.get(name) { input type="hidden" name=(name) value=(value); }
            }
        }
    }

    /// A value asked for; empty when it is not.
    pub(in crate::serve) fn value(&self, name: &str) -> &str {
        self.asked.get(name).unwrap_or_default()
    }
}

/// A whole page.
pub(in crate::serve) fn whole(frame: &Frame, body: Markup) -> Markup {
    let w = &frame.words;
    let words = serde_json::to_string(&w.for_scripts()).unwrap_or_default().replace('<', "\\u003c");
    html! {
        (DOCTYPE)
        html lang=(w.language.code()) dir=(w.direction()) data-version=[frame.version] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (heading(frame)) " · Mizan" }
                link rel="stylesheet" href="/assets/page.css";
                link rel="icon" href="data:,";
                script type="application/json" id="words" { (PreEscaped(words)) }
                script type="module" src="/assets/page.js" {}
            }
            body {
                a.skip href="#main" { (w.get("skip")) }
                (top(frame))
                main id="main" tabindex="-1" { (body) }
                (foot(frame))
            }
        }
    }
}

/// The pages that the navigation does not list, with the words for them.
const UNLISTED: [(&str, &str); 5] =
    [("/actor", "actor"), ("/report", "report"), ("/events", "events"), ("/record", "record.title"), ("/search", "search.title")];

fn heading(frame: &Frame) -> &'static str {
    PLACES
        .iter()
        .chain(&UNLISTED)
        .find(|(path, _)| *path == frame.path)
        .map_or_else(|| frame.words.get("nav.home"), |(_, key)| frame.words.get(key))
}

fn top(frame: &Frame) -> Markup {
    let w = &frame.words;
    html! {
        header.top {
            a.brand href=(frame.link("/")) { "Mizan" " " span lang="ar" dir="rtl" { "ميزان" } }
            nav aria-label=(w.get("nav.label")) {
                @for (path, key) in PLACES {
                    a href=(frame.link(path)) aria-current=[(path == frame.path).then_some("page")] { (w.get(key)) }
                }
            }
            form role="search" action="/search" {
                (frame.carried())
                label.hidden for="q" { (w.get("search.label")) }
                input type="search" name="q" id="q" value=(if frame.path == "/search" { frame.value("q") } else { "" }) placeholder=(w.get("search.hint")) dir="auto";
                button { (w.get("search.go")) }
            }
            nav.languages aria-label=(w.get("languages")) {
                @for (code, name) in LANGUAGES {
                    a href=(frame.asked.with("lang", code).address(if frame.path.is_empty() { "/" } else { frame.path })) lang=(code)
                        aria-current=[(code == w.language.code()).then_some("true")] { (name) }
                }
            }
            button id="theme" type="button" hidden { (w.get("theme")) }
        }
    }
}

fn foot(frame: &Frame) -> Markup {
    let w = &frame.words;
    html! {
        footer {
            p { "Mizan " (env!("CARGO_PKG_VERSION")) @if let Some(version) = frame.version { " · " (w.get("store.version")) " " (version) } }
            p { a href="/api/v1/openapi.json" { (w.get("api")) } }
        }
    }
}

/// What is shown in the place of a page that cannot be.
pub(in crate::serve) fn failed(frame: &Frame, failure: &Failure) -> Markup {
    let words = failure.words();
    let (error, hint) = words.split_once("\nhint: ").unwrap_or((&words, ""));
    html! {
        h1 { (frame.words.get("error.title")) }
        div.error role="alert" {
            p { (error) }
            @if !hint.is_empty() { p.hint { (hint) } }
        }
        p { a href=(frame.link("/")) { (frame.words.get("nav.home")) } }
    }
}
