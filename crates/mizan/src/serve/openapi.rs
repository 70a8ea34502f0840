//! The interface as an OpenAPI document, made from the same tables as its routes, so that it cannot fall behind them.

use serde_json::{Value, json};

use super::api::{BASE, LISTS, OBJECTS};

/// What can be asked for at an address: name, whether it must be there, what it is.
type Parameter = (&'static str, bool, &'static str);

const ACTOR: &str = "An actor: a country code (KAZ), a key of the knowledge base, a name in any of the four languages, or a pole.";
const SINCE: Parameter = ("since", false, "First day, YYYY-MM-DD.");
const UNTIL: Parameter = ("until", false, "Last day, YYYY-MM-DD.");
const LANGUAGE: Parameter = ("lang", false, "Language of names, and of the words of a chart: en, ar, ru or kk.");
const AS_OF: Parameter = ("as_of", false, "The store as it was: the number of a version, a day or a moment.");
const BY: Parameter = ("by", false, "Length of a period: day, week, month, quarter or year.");
const SET: Parameter = ("events", false, "Whose events: mizan (the default), gdelt, icews or polecat; sets are never mixed.");
const PAGE: Parameter = ("page", false, "Page of the list, from 1; 50 rows a page.");
const FORM: Parameter = ("format", false, "`csv` or `parquet` for the whole list; also by the Accept header.");
const DRAWS: Parameter = ("draws", false, "Draws of the bootstrap; 0 leaves its intervals out.");

/// What an address gives, and what can be asked for there.
fn about(path: &str) -> (&'static str, Vec<Parameter>) {
    match path {
        "/store" => ("What the store holds, in a few figures.", vec![]),
        "/report" => ("A report: its text, sentences, marks and records.", vec![("id", true, "Id of the report.")]),
        "/relation" => (
            "The relation of two actors over time: numbers with intervals, series, turning points, records, what is missing.",
            vec![("a", true, ACTOR), ("b", true, ACTOR), SINCE, UNTIL, BY, SET, DRAWS],
        ),
        "/balance" => (
            "How an actor's cooperation and conflict are spread over poles.",
            vec![("a", true, ACTOR), ("poles", true, "Two poles or more, with commas."), SINCE, UNTIL, BY, SET, DRAWS],
        ),
        "/coverage" => (
            "How much is written about an actor, by whom, in what tone.",
            vec![("a", true, ACTOR), ("in", false, "Only outlets of this country or pole."), SINCE, UNTIL, BY, DRAWS],
        ),
        "/forecasts" => ("Forecasts, and what became of them, a page at a time.", vec![("a", false, ACTOR), SINCE, UNTIL, SET, PAGE]),
        "/chart" => (
            "The series of a measure as a chart draws them, with the addresses of what they rest on.",
            vec![
                ("chart", true, "relation, balance or coverage; and what that takes."),
                ("a", true, ACTOR),
                ("b", false, ACTOR),
                SINCE,
                UNTIL,
                BY,
                SET,
            ],
        ),
        "/actor" => ("An actor: figures, partners, positions, claims by and about it.", vec![("key", true, ACTOR)]),
        "/network" => (
            "Who deals with whom.",
            vec![("a", false, ACTOR), ("level", false, "`actor` for actors in the place of countries."), SINCE, UNTIL],
        ),
        "/map" => ("An actor's relations, country by country.", vec![("a", true, ACTOR)]),
        "/sources" => ("What the store rests on and what is missing from it.", vec![]),
        "/search" => ("Words looked for among actors, reports, events and claims.", vec![("q", true, "The words.")]),
        "/record" => ("One record with all that is behind it.", vec![("id", true, "Id of the record.")]),
        "/reports" => (
            "Reports.",
            vec![
                ("about", false, ACTOR),
                ("and", false, "Another actor that they name too."),
                ("q", false, "Words in title or text."),
                ("language", false, "ar, en, kk or ru."),
                ("outlet", false, "The outlet."),
                ("country", false, "Country of the outlet."),
                ("story", false, "Id of the story."),
                SINCE,
                UNTIL,
                PAGE,
                FORM,
            ],
        ),
        "/events" => (
            "Events: who did what to whom.",
            vec![
                ("source", false, ACTOR),
                ("target", false, ACTOR),
                ("actor", false, "An actor on either side."),
                ("other", false, "With `actor`: who stands on the other side."),
                ("class", false, "PLOVER class."),
                ("quad", false, "Quad class."),
                ("modality", false, "actual, historical, future, hypothetical or negated."),
                ("counted", false, "`yes`: only what measures count, actual and in the report's own voice."),
                ("q", false, "Words in the quote."),
                SET,
                SINCE,
                UNTIL,
                PAGE,
                FORM,
            ],
        ),
        "/claims" => (
            "Claims: who says what.",
            vec![
                ("speaker", false, ACTOR),
                ("about", false, ACTOR),
                ("kind", false, "statement, opinion, forecast, belief or allegation."),
                ("q", false, "Words in the content."),
                SINCE,
                UNTIL,
                PAGE,
                FORM,
            ],
        ),
        _ => ("", vec![]),
    }
}

/// The document.
pub fn document() -> Value {
    let mut paths = serde_json::Map::new();
    for path in OBJECTS.iter().map(|(p, _)| *p).chain(LISTS.iter().map(|(p, _)| *p)) {
        let (summary, own) = about(path);
        let list = LISTS.iter().any(|(p, _)| *p == path);
        let parameters: Vec<Value> = own.into_iter().chain([LANGUAGE, AS_OF]).map(parameter).collect();
        paths.insert(
            format!("{BASE}{path}"),
            json!({ "get": { "summary": summary, "parameters": parameters, "responses": responses(list) } }),
        );
    }
    paths.insert(format!("{BASE}/read"), json!({ "post": read() }));
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Mizan", "version": env!("CARGO_PKG_VERSION"), "description": "What is written about states, with the sentence behind every figure." },
        "paths": paths,
        "components": { "schemas": { "Error": {
            "type": "object", "required": ["error", "hint"],
            "properties": { "error": { "type": "string" }, "hint": { "type": "string", "description": "What can be done; may be empty." } }
        } } }
    })
}

fn parameter((name, required, description): Parameter) -> Value {
    json!({ "name": name, "in": "query", "required": required, "description": description, "schema": { "type": "string" } })
}

fn responses(list: bool) -> Value {
    let mut content = json!({ "application/json": { "schema": { "type": ["object", "null"] } } });
    if list {
        content["text/csv"] = json!({});
        content["application/vnd.apache.parquet"] = json!({});
    }
    let error = |about: &str| json!({ "description": about, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Error" } } } });
    json!({
        "200": { "description": "What was asked for.", "content": content },
        "400": error("What was asked for makes no sense."),
        "404": error("It is not in the store."),
        "503": error("It took too long."),
    })
}

fn read() -> Value {
    json!({
        "summary": "Read a report now and keep it nowhere.",
        "parameters": [
            parameter(("date", false, "Day of publication, YYYY-MM-DD.")),
            parameter(("source", false, "Where it is from.")),
            parameter(("input_lang", false, "Its language, when it should not be detected.")),
        ],
        "requestBody": { "required": true, "content": { "text/plain": { "schema": { "type": "string" } } } },
        "responses": responses(false)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_described() {
        for path in OBJECTS.iter().map(|(p, _)| *p).chain(LISTS.iter().map(|(p, _)| *p)) {
            assert!(!about(path).0.is_empty(), "{path}");
        }
    }
}
