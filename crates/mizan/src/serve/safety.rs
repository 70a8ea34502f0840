//! What stands before every request: who may ask, how much, and what a browser may do with the answer.

use std::net::IpAddr;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};

use crate::args::Serve;
use crate::command::input;

/// The longest body that is taken: a pasted report.
pub(super) const BODY: usize = 4 << 20;
/// The longest address that is read.
const ADDRESS: usize = 8 << 10;
/// The shortest token.
const TOKEN: usize = 16;
/// Nothing is loaded from elsewhere, nothing inline is run, no other page may frame this one.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; \
                      font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Who may ask.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    /// Asked for where others can reach the address.
    token: Option<String>,
    /// Names under which it may be called, beside loopback ones; any when the address is not loopback.
    loopback: bool,
}

impl Guard {
    /// # Errors
    /// When others could reach the address and there is no token, or it is too short to keep them out.
    pub(super) fn new(args: &Serve) -> anyhow::Result<Guard> {
        let loopback = args.address.is_loopback();
        match &args.token {
            None if !loopback => Err(input(
                "an address that others can reach needs a token\nhint: --token with 16 characters or more, or leave --address out",
            )),
            Some(token) if token.len() < TOKEN || !token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_') => {
                Err(input("the token is too easily guessed\nhint: 16 or more letters, digits, - and _"))
            }
            token => Ok(Guard { token: token.clone(), loopback }),
        }
    }

    /// The token, when one is needed.
    pub(super) fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Routes with this guard before them.
    pub(super) fn stand_before<S: Clone + Send + Sync + 'static>(self, routes: Router<S>) -> Router<S> {
        let check = move |request: Request, next: Next| {
            let guard = self.clone();
            async move { guarded(&guard, request, next).await }
        };
        routes.layer(DefaultBodyLimit::max(BODY)).layer(middleware::from_fn(check))
    }

    fn refuses(&self, request: &Request) -> Option<(StatusCode, &'static str)> {
        let headers = request.headers();
        if request.uri().to_string().len() > ADDRESS {
            return Some((StatusCode::URI_TOO_LONG, "the address is too long"));
        }
        if self.loopback && !host(request).is_some_and(|h| is_loopback(&h)) {
            // A page elsewhere may point its own name at this machine: only loopback names are answered to.
            return Some((StatusCode::MISDIRECTED_REQUEST, "this server answers to localhost and 127.0.0.1 only"));
        }
        if request.method() != Method::GET && request.method() != Method::HEAD && is_from_elsewhere(headers) {
            return Some((StatusCode::FORBIDDEN, "a page of another site may not send anything here"));
        }
        match &self.token {
            Some(token) if !shown(request).any(|t| same(t, token)) => {
                Some((StatusCode::UNAUTHORIZED, "a token is needed: open the address that `mizan serve` printed"))
            }
            _ => None,
        }
    }
}

async fn guarded(guard: &Guard, request: Request, next: Next) -> Response {
    let fresh = guard.token().filter(|_| in_address(&request).is_some()).map(str::to_string);
    let mut response = match guard.refuses(&request) {
        Some((status, why)) => (status, format!("{why}\n")).into_response(),
        None => next.run(request).await,
    };
    protect(&mut response, fresh.as_deref());
    response
}

fn protect(response: &mut Response<Body>, fresh: Option<&str>) {
    let ok = response.status() != StatusCode::UNAUTHORIZED;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    // The token moves from the address into a cookie, so that it need not stand in every link.
    if let Some(cookie) =
        fresh.filter(|_| ok).and_then(|t| HeaderValue::from_str(&format!("mizan={t}; HttpOnly; SameSite=Strict; Path=/")).ok())
    {
        headers.insert(header::SET_COOKIE, cookie);
    }
}

fn host(request: &Request) -> Option<String> {
    let named = request.headers().get(header::HOST).and_then(|h| h.to_str().ok()).map(str::to_string);
    named.or_else(|| request.uri().authority().map(ToString::to_string))
}

fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Whether a browser says that another site's page sent it.
fn is_from_elsewhere(headers: &HeaderMap) -> bool {
    let said = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = said("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    let Some(origin) = said("origin") else { return false };
    origin.split_once("//").map(|(_, o)| o) != said("host")
}

fn in_address(request: &Request) -> Option<&str> {
    request.uri().query()?.split('&').find_map(|p| p.strip_prefix("token="))
}

/// Tokens that a request shows: in its address, as a bearer, in a cookie.
fn shown(request: &Request) -> impl Iterator<Item = &str> {
    let said = |name: header::HeaderName| request.headers().get(name).and_then(|v| v.to_str().ok());
    let bearer = said(header::AUTHORIZATION).and_then(|v| v.strip_prefix("Bearer "));
    let cookie = said(header::COOKIE).into_iter().flat_map(|v| v.split("; ")).find_map(|c| c.strip_prefix("mizan="));
    [in_address(request), bearer, cookie].into_iter().flatten()
}

/// Whether two tokens are the same, in a time that does not tell where they differ.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |d, (x, y)| d | (x ^ y)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_names_are_ours() {
        for host in ["localhost", "localhost:8080", "127.0.0.1:1", "[::1]:8080", "127.8.0.1"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["example.org", "localhost.example.org:80", "10.0.0.1", "", "127.0.0.1.example.org"] {
            assert!(!is_loopback(host), "{host}");
        }
    }

    #[test]
    fn other_sites_are_known_by_what_browsers_say() {
        let with = |pairs: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            pairs.iter().for_each(|(k, v)| {
                headers.insert(*k, HeaderValue::from_static(v));
            });
            headers
        };
        assert!(is_from_elsewhere(&with(&[("sec-fetch-site", "cross-site")])));
        assert!(is_from_elsewhere(&with(&[("origin", "http://evil.test"), ("host", "localhost:1")])));
        assert!(!is_from_elsewhere(&with(&[("origin", "http://localhost:1"), ("host", "localhost:1")])));
        assert!(!is_from_elsewhere(&with(&[("host", "localhost:1")])));
    }

    #[test]
    fn tokens_are_compared_whole() {
        assert!(same("abc", "abc") && !same("abc", "abd") && !same("abc", "abcd"));
    }
}
