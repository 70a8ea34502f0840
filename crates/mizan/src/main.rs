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
        Verb::Entities(args) => command::given::entities(&args),
        Verb::Evaluate(args) => command::evaluate::run(&args),
        Verb::Add(args) => command::add::run(&args),
        Verb::Import(args) => command::import::run(&args),
        Verb::Relate(args) => command::relate::run(&args),
        Verb::Balance(args) => command::balance::run(&args),
        Verb::Diversion(args) => command::diversion::run(&args),
        Verb::Coverage(args) => command::coverage::run(&args),
        Verb::Forecasts(args) => command::forecasts::run(&args),
        Verb::Query(args) => command::query::run(&args),
        Verb::Explain(args) => command::explain::run(&args),
        Verb::Export(args) => command::export::run(&args),
        Verb::Status(args) => command::status::run(&args),
        Verb::Compact(args) => command::compact::run(&args),
        Verb::Serve(args) => mizan::serve::run(&args),
    };
    let Err(error) = result else { return ExitCode::SUCCESS };
    mizan::tell(&error);
    ExitCode::from(if error.is::<InputError>() { 1 } else { 2 })
}
