//! The `mizan` program: parse, dispatch, say what went wrong.

use std::process::ExitCode;

use clap::Parser;
use mizan::args::{Cli, Verb};
use mizan::command::{self, InputError};

fn main() -> ExitCode {
    let result = match Cli::parse().verb {
        Verb::Read(args) => command::read::run(&args),
        Verb::Pairs(args) => command::given::pairs(&args),
        Verb::Tone(args) => command::given::tone(&args),
        Verb::Evaluate(args) => command::evaluate::run(&args),
    };
    let Err(error) = result else { return ExitCode::SUCCESS };
    mizan::tell(&error);
    ExitCode::from(if error.is::<InputError>() { 1 } else { 2 })
}
