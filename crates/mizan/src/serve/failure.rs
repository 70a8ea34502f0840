//! What can go wrong with a request, and what is said then.

use axum::http::StatusCode;

use crate::command::InputError;

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Failure {
    /// What was asked for makes no sense, or is not there.
    Asked(String),
    /// There is nothing at this address.
    Nowhere,
    /// It took too long.
    Late,
    /// A fault of Mizan's own.
    Broken,
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Failure {
        if error.is::<InputError>() {
            return Failure::Asked(error.to_string());
        }
        crate::tell(&error);
        Failure::Broken
    }
}

impl Failure {
    /// The status of the answer.
    pub(super) fn status(&self) -> StatusCode {
        match self {
            Failure::Asked(why) if why.starts_with("the store has no ") || why.starts_with("nobody is known as ") => StatusCode::NOT_FOUND,
            Failure::Asked(_) => StatusCode::BAD_REQUEST,
            Failure::Nowhere => StatusCode::NOT_FOUND,
            Failure::Late => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What is said, with what can be done.
    pub(super) fn words(&self) -> String {
        match self {
            Failure::Asked(why) => why.clone(),
            Failure::Nowhere => "there is nothing at this address\nhint: begin at the first page".into(),
            Failure::Late => "this took too long\nhint: ask for fewer days, or start `mizan serve` with a longer --patience".into(),
            Failure::Broken => "something in Mizan failed; the terminal it runs in says what".into(),
        }
    }
}
