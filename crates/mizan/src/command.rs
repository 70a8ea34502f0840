//! One verb, one file: each turns what was typed into work and prints the result.

pub mod evaluate;
pub mod given;
pub mod read;

use mizan_annotate::encoder;

/// Something wrong with the input, as against something wrong with Mizan: exit code 1, not 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct InputError(pub String);

/// An error of the input out of anything that can be shown.
pub fn input(error: impl std::fmt::Display) -> anyhow::Error {
    InputError(error.to_string()).into()
}

/// Threads asked for, or one a core.
pub fn threads(asked: Option<usize>) -> usize {
    asked.unwrap_or_else(encoder::cores).max(1)
}
