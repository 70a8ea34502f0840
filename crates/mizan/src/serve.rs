//! `mizan serve`: the store as pages and as JSON, on this machine.
//!
//! What a view shows is made in `data` out of the store, as something that can be written as JSON; `view` puts it on a page and `api` hands
//! it to programs, so no page shows what the API cannot give. Pages are whole without scripts; the browser layer (`web/`) draws charts.

mod address;
mod api;
mod asked;
mod data;
mod failure;
mod openapi;
mod page;
mod safety;
mod state;
mod view;
mod words;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use mizan_store::Store;

use crate::args::Serve;
use crate::command::{input, place};
use crate::world;
use asked::Asked;
use safety::Guard;
use state::State;

pub use openapi::document;

/// Serve until stopped.
///
/// # Errors
/// When there is no store, the address cannot be bound, or a token is missing where one is needed.
pub fn run(args: &Serve) -> anyhow::Result<()> {
    let store = Store::open(&place(&args.place)?).map_err(input)?;
    let guard = Guard::new(args)?;
    let address = SocketAddr::new(args.address, args.port);
    // The store has a runtime of its own, which may not end within this one: it is held outside.
    let state = Arc::new(State::new(store, args));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await.map_err(|e| {
            input(format!("`{address}` could not be opened: {e}\nhint: another program may hold the port; name one with --port, 0 for any"))
        })?;
        let bound = listener.local_addr()?;
        world::print(&greeting(bound, &guard))?;
        // What the first page shows is made before anybody asks; whether that fails is told when somebody does.
        let first = Arc::clone(&state).work(|state| data::home::of(&data::Room::open(state, &Asked::default())?));
        drop(tokio::spawn(first));
        Ok(axum::serve(listener, router(Arc::clone(&state), guard)).await?)
    })
}

fn greeting(bound: SocketAddr, guard: &Guard) -> String {
    let host = if bound.ip().is_unspecified() { IpAddr::from([127, 0, 0, 1]) } else { bound.ip() };
    let address = SocketAddr::new(host, bound.port());
    let token = guard.token().map(|t| format!("?token={t}")).unwrap_or_default();
    format!("Mizan is at http://{address}/{token}\nStop it with Ctrl-C.\n")
}

/// All addresses, behind the guard.
fn router(state: Arc<State>, guard: Guard) -> Router {
    let pages = page::routes().merge(api::routes()).route("/assets/{name}", get(page::asset)).fallback(page::unknown);
    guard.stand_before(pages).with_state(state)
}
