//! `mizan evaluate GOLD`

use mizan_read::Line;
use mizan_record::Document;
use mizan_text::Language;

use super::{input, threads};
use crate::args::{By, Evaluate};
use crate::engine::Engine;
use crate::evaluate::{self, Record, Settings, render};
use crate::{format, world};

/// Measure Mizan, or given predictions, on labelled sentences, and print the figures.
///
/// # Errors
/// When a file cannot be read or breaks the annotation guide.
pub fn run(args: &Evaluate) -> anyhow::Result<()> {
    let gold = text(&args.gold)?;
    let predicted = match &args.predicted {
        Some(path) => text(path)?,
        None => own_predictions(args, &gold)?,
    };
    let by = args.by.map(|by| match by {
        By::Lang => evaluate::By::Language,
        By::Register => evaluate::By::Register,
    });
    let settings = Settings { draws: args.draws, seed: args.seed, worst: args.worst };
    let evaluation = evaluate::run(&gold, Some(&predicted), by, settings).map_err(input)?;
    if args.json {
        return world::print(&(render::json(&evaluation) + "\n"));
    }
    world::print(&render::table(&evaluation))?;
    world::print(&render::worst(&evaluation.worst))
}

fn text(path: &str) -> anyhow::Result<String> {
    String::from_utf8(world::bytes(path).map_err(input)?)
        .map_err(|_| input(format!("`{path}` is not UTF-8\nhint: write it as UTF-8 JSON lines")))
}

/// What Mizan itself says of the sentences, in the standoff form.
fn own_predictions(args: &Evaluate, gold: &str) -> anyhow::Result<String> {
    let engine = Engine::shipped(threads(args.threads), args.confidence)?;
    let records = evaluate::gold::read(gold).map_err(|problems| input(evaluate::Error::Gold(problems)))?;
    let (ids, documents) = units(&records, &args.gold);
    let reports = engine.read(documents)?;
    Ok(ids.iter().zip(&reports).map(|(id, report)| format::standoff(report, id) + "\n").collect())
}

/// Labelled sentences as documents of one unit each, with their ids.
pub fn units(records: &[Record], source: &str) -> (Vec<String>, Vec<Document>) {
    let unit = |(number, record): (usize, &Record)| {
        let language = record.language.as_deref().and_then(Language::from_code);
        let text = record.text.clone().unwrap_or_default();
        let line = Line { id: record.id.clone(), text, language, published: None, number: number + 1 };
        (record.id.clone(), line.document(source))
    };
    records.iter().enumerate().map(unit).unzip()
}
