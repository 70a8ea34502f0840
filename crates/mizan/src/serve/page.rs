//! The pages: each reads what is asked for, has it made by `data`, and hands it to `view`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State as Shared};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use maud::Markup;

use super::asked::Asked;
use super::data::{self, Room};
use super::failure::Failure;
use super::state::State;
use super::view::{self, Frame};

type Values = Query<Vec<(String, String)>>;

/// A page out of what is asked for.
type Make = fn(&Room<'_>, &Frame) -> anyhow::Result<Markup>;

/// The pages and what makes them.
const PAGES: [(&str, Make); 15] = [
    ("/", |room, frame| Ok(view::home(frame, &*data::home::of(room)?))),
    ("/report", |room, frame| Ok(view::report(frame, &data::report::stored(room)?))),
    ("/reports", |room, frame| Ok(view::reports(frame, &data::reports::of(room)?))),
    ("/events", |room, frame| Ok(view::events(frame, &data::events::of(room)?))),
    ("/claims", |room, frame| Ok(view::claims(frame, &data::claims::of(room)?))),
    ("/forecasts", |room, frame| Ok(view::forecasts(frame, &data::measured::forecasts(room)?))),
    ("/relation", |room, frame| Ok(view::measured(frame, "relation", data::measured::relation(room)?.as_deref()))),
    ("/balance", |room, frame| Ok(view::measured(frame, "balance", data::measured::balance(room)?.as_deref()))),
    ("/coverage", |room, frame| Ok(view::measured(frame, "coverage", data::measured::coverage(room)?.as_deref()))),
    ("/actor", |room, frame| Ok(view::actor(frame, data::actor::of(room)?.as_deref()))),
    ("/network", |room, frame| Ok(view::network(frame, &data::network::of(room)?))),
    ("/map", |room, frame| Ok(view::map(frame, data::map::of(room)?.as_ref()))),
    ("/sources", |room, frame| Ok(view::sources(frame, &data::sources::of(room)?))),
    ("/search", |room, frame| Ok(view::search(frame, &data::search::of(room)?))),
    ("/record", |room, frame| Ok(view::record(frame, &data::record::of(room)?))),
];

/// The routes of all pages.
pub(super) fn routes() -> Router<Arc<State>> {
    let one = |routes: Router<Arc<State>>, (path, make): (&'static str, Make)| {
        let show = move |state: Shared<Arc<State>>, values: Values| shown(path, make, state, values);
        routes.route(path, get(show))
    };
    PAGES.into_iter().fold(Router::new(), one).route("/paste", get(paste_form).post(pasted))
}

async fn shown(path: &'static str, make: Make, Shared(state): Shared<Arc<State>>, Query(values): Values) -> Response {
    let frame = Frame::new(path, Asked::from(values));
    let (asked, mut known) = (frame.asked.clone(), frame.clone());
    let made = state
        .work(move |state| {
            let room = Room::open(state, &asked)?;
            known.version = Some(room.snapshot.version().number);
            let body = make(&room, &known)?;
            Ok(view::whole(&known, body).into_string())
        })
        .await;
    answer(&frame, made)
}

fn answer(frame: &Frame, made: Result<String, Failure>) -> Response {
    match made {
        Ok(page) => Html(page).into_response(),
        Err(failure) => (failure.status(), Html(view::whole(frame, view::failed(frame, &failure)).into_string())).into_response(),
    }
}

async fn paste_form(Query(values): Values) -> Response {
    let frame = Frame::new("/paste", Asked::from(values));
    Html(view::whole(&frame, view::paste(&frame)).into_string()).into_response()
}

async fn pasted(Shared(state): Shared<Arc<State>>, Query(values): Values, axum::Form(form): axum::Form<Vec<(String, String)>>) -> Response {
    let frame = Frame::new("/paste", Asked::from(values));
    let read = state.work(move |state| data::report::pasted(state, &Asked::from(form))).await;
    answer(&frame, read.map(|read| view::whole(&frame, view::report(&frame, &read)).into_string()))
}

/// An address that leads nowhere.
pub(super) async fn unknown(Query(values): Values) -> Response {
    answer(&Frame::new("", Asked::from(values)), Err(Failure::Nowhere))
}

/// The files of the browser layer, built from `web/` and held in the program.
const ASSETS: [(&str, &str, &[u8]); 4] = [
    ("page.css", "text/css; charset=utf-8", include_bytes!("../../../../web/built/page.css")),
    ("page.js", "text/javascript; charset=utf-8", include_bytes!("../../../../web/built/page.js")),
    ("charts.js", "text/javascript; charset=utf-8", include_bytes!("../../../../web/built/charts.js")),
    ("world.json", "application/json", include_bytes!("../../../../web/built/world.json")),
];

/// One of these files.
pub(super) async fn asset(Path(name): Path<String>) -> Response {
    match ASSETS.iter().find(|(known, ..)| *known == name) {
        Some((_, kind, bytes)) => ([(header::CONTENT_TYPE, *kind), (header::CACHE_CONTROL, "max-age=3600")], *bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
