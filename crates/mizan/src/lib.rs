//! Mizan: from a report to what it says, and from that to what a person or a program can read.

pub mod args;
pub mod brief;
pub mod command;
pub mod engine;
pub mod evaluate;
pub mod format;
pub mod grid;
pub mod keep;
mod measured;
pub mod serve;
pub mod unpack;
pub mod world;

/// Say on standard error what went wrong; the hint, when there is one, stands on its own line.
#[expect(clippy::print_stderr, reason = "the one place where errors are shown")]
pub fn tell(error: &anyhow::Error) {
    eprintln!("error: {error}");
}
