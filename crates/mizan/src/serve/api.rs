//! The same data for programs: JSON, and for lists CSV and Parquet.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State as Shared};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use mizan_store::Form;
use serde::Serialize;
use serde_json::{Value, json};

use super::asked::Asked;
use super::data::{self, Listing, Room};
use super::failure::Failure;
use super::state::State;

type Values = Query<Vec<(String, String)>>;
/// What is handed out as JSON.
type Make = fn(&Room<'_>) -> anyhow::Result<Value>;
/// What can be handed out as rows.
type Rows = fn(&Room<'_>) -> anyhow::Result<Listing>;

/// The base of all addresses.
pub(super) const BASE: &str = "/api/v1";

/// Addresses that give one object.
pub(super) const OBJECTS: [(&str, Make); 13] = [
    ("/store", |room| value(&*data::home::of(room)?)),
    ("/report", |room| value(&data::report::stored(room)?)),
    ("/relation", |room| value(&data::measured::relation(room)?)),
    ("/balance", |room| value(&data::measured::balance(room)?)),
    ("/coverage", |room| value(&data::measured::coverage(room)?)),
    ("/forecasts", |room| value(&data::measured::forecasts(room)?)),
    ("/chart", |room| value(&data::chart::of(room)?)),
    ("/actor", |room| value(&data::actor::of(room)?)),
    ("/network", |room| value(&data::network::of(room)?)),
    ("/map", |room| value(&data::map::of(room)?)),
    ("/sources", |room| value(&data::sources::of(room)?)),
    ("/search", |room| value(&data::search::of(room)?)),
    ("/record", |room| value(&data::record::of(room)?)),
];

/// Addresses that give lists, a page at a time, or whole as CSV or Parquet.
pub(super) const LISTS: [(&str, Rows); 3] =
    [("/reports", data::reports::listing), ("/events", data::events::listing), ("/claims", data::claims::listing)];

fn value(of: &impl Serialize) -> anyhow::Result<Value> {
    Ok(serde_json::to_value(of)?)
}

/// The routes of the interface.
pub(super) fn routes() -> Router<Arc<State>> {
    let mut routes = Router::new();
    for (path, make) in OBJECTS {
        let show = move |state: Shared<Arc<State>>, values: Values| object(make, state, values);
        routes = routes.route(&format!("{BASE}{path}"), get(show));
    }
    for (path, make) in LISTS {
        let show = move |state: Shared<Arc<State>>, values: Values, headers: HeaderMap| list(make, state, values, headers);
        routes = routes.route(&format!("{BASE}{path}"), get(show));
    }
    routes.route(&format!("{BASE}/read"), post(read)).route(&format!("{BASE}/openapi.json"), get(described))
}

async fn object(make: Make, Shared(state): Shared<Arc<State>>, Query(values): Values) -> Response {
    let asked = Asked::from(values);
    answer(state.work(move |state| make(&Room::open(state, &asked)?)).await)
}

async fn list(make: Rows, Shared(state): Shared<Arc<State>>, Query(values): Values, headers: HeaderMap) -> Response {
    let asked = Asked::from(values);
    let Some((form, kind)) = form(&asked, &headers) else {
        let page = move |state: &State| {
            let room = Room::open(state, &asked)?;
            value(&data::page(&room, &make(&room)?)?)
        };
        return answer(state.work(page).await);
    };
    let written = state
        .work(move |state| {
            let room = Room::open(state, &asked)?;
            let mut out = Vec::new();
            room.snapshot.query(&make(&room)?.whole()).and_then(|a| a.write(form, &mut out)).map_err(crate::command::input)?;
            Ok(out)
        })
        .await;
    match written {
        Ok(bytes) => ([(header::CONTENT_TYPE, kind)], bytes).into_response(),
        Err(failure) => failed(&failure),
    }
}

/// The form asked for in the address or by content type; none is JSON.
fn form(asked: &Asked, headers: &HeaderMap) -> Option<(Form, &'static str)> {
    let wanted = headers.get(header::ACCEPT).and_then(|a| a.to_str().ok()).unwrap_or_default();
    let is = |name: &str, kind: &str| asked.get("format") == Some(name) || asked.get("format").is_none() && wanted.contains(kind);
    let (csv, parquet) = ("text/csv", "application/vnd.apache.parquet");
    match () {
        () if is("csv", csv) => Some((Form::Csv, csv)),
        () if is("parquet", parquet) => Some((Form::Parquet, parquet)),
        () => None,
    }
}

/// A report as plain text in the body; date, language and source in the address.
async fn read(Shared(state): Shared<Arc<State>>, Query(values): Values, body: String) -> Response {
    let asked = Asked::from(values).with("text", &body);
    answer(state.work(move |state| value(&data::report::pasted(state, &asked)?)).await)
}

async fn described() -> Response {
    written(StatusCode::OK, &super::openapi::document())
}

fn answer(made: Result<Value, Failure>) -> Response {
    match made {
        Ok(value) => written(StatusCode::OK, &value),
        Err(failure) => failed(&failure),
    }
}

fn failed(failure: &Failure) -> Response {
    let status = failure.status();
    let words = failure.words();
    let (error, hint) = words.split_once("\nhint: ").unwrap_or((&words, ""));
    written(status, &json!({ "error": error, "hint": hint }))
}

fn written(status: StatusCode, value: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}
