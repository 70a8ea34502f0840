//! `mizan read FILE…`

use mizan_read::Options;
use mizan_record::{Document, Report};

use super::{input, threads};
use crate::args::{Format, Read};
use crate::brief::{self, Look};
use crate::engine::{BATCH, Engine};
use crate::{format, world};

/// Read the files and print what they say. A file that cannot be read is told of on standard error, and the others are read all the same.
///
/// # Errors
/// The first file that could not be read, once all others are printed; or a failure of Mizan's own.
pub fn run(args: &Read) -> anyhow::Result<()> {
    let engine = Engine::shipped(threads(args.threads), args.confidence)?;
    let mut first_error = None;
    for (number, path) in args.files.iter().enumerate() {
        if let Err(error) = file(&engine, args, path, number) {
            match first_error {
                None => first_error = Some(error),
                Some(_) => crate::tell(&error),
            }
        }
    }
    first_error.map_or(Ok(()), Err)
}

fn file(engine: &Engine, args: &Read, path: &str, number: usize) -> anyhow::Result<()> {
    let bytes = world::bytes(path).map_err(input)?;
    if args.format == Format::Standoff && looks_like_lines(&bytes) {
        return units(engine, path, &bytes);
    }
    let options = Options { date: args.date, language: args.input_lang, limit: mizan_read::LIMIT };
    let document = mizan_read::read(&bytes, path, &options).map_err(input)?;
    let reports = engine.read(vec![document])?;
    reports.iter().try_for_each(|report| world::print(&printed(args, report, path, number)))
}

/// JSON lines begin with a brace.
fn looks_like_lines(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start().first() == Some(&b'{')
}

/// Each line as one unit, a batch at a time; a bad line is told of and the others go on.
fn units(engine: &Engine, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let mut bad = 0;
    let mut batch: Vec<(String, Document)> = Vec::new();
    for line in mizan_read::lines(bytes) {
        match line {
            Ok(line) => batch.push((line.id.clone(), line.document(path))),
            Err(error) => {
                bad += 1;
                crate::tell(&input(format!("`{path}`, {error}")));
            }
        }
        if batch.len() == BATCH {
            print_units(engine, std::mem::take(&mut batch))?;
        }
    }
    print_units(engine, batch)?;
    if bad > 0 {
        return Err(input(format!("`{path}`: {bad} of its lines could not be read; the others were")));
    }
    Ok(())
}

fn print_units(engine: &Engine, batch: Vec<(String, Document)>) -> anyhow::Result<()> {
    let (ids, documents): (Vec<String>, Vec<Document>) = batch.into_iter().unzip();
    let reports = engine.read(documents)?;
    let lines: String = ids.iter().zip(&reports).map(|(id, report)| format::standoff(report, id) + "\n").collect();
    world::print(&lines)
}

fn printed(args: &Read, report: &Report, path: &str, number: usize) -> String {
    match args.format {
        Format::Brief => {
            let look = Look { language: args.lang, width: world::width(), colour: world::wants_colour(), quotes: args.quotes };
            brief::render(report, &look)
        }
        Format::Json => format::json(report),
        Format::Jsonl => format::jsonl(report),
        Format::Csv if number == 0 => format::csv(report),
        Format::Csv => format::csv_rows(report),
        Format::Standoff => format::standoff(report, path) + "\n",
    }
}
