//! What can be typed. Nothing here acts.

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use mizan_text::Language;

/// Reads what is written about states, with the sentence behind every figure.
#[derive(Debug, Parser)]
#[command(name = "mizan", version, arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Read reports and print what they say: actors, events, claims, positions, each with its sentence.
    Read(Read),
    /// The relation between two given actors: JSON lines in, JSON lines out.
    Pairs(Given),
    /// The tone of a sentence towards a given span: JSON lines in, JSON lines out.
    Tone(Given),
    /// Measure Mizan, or other predictions, on your own labelled sentences.
    Evaluate(Evaluate),
}

/// `mizan read`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mizan read samples/en-1-st-petersburg.txt --quotes\n  mizan read page.html --format json > page.json")]
pub struct Read {
    /// Files to read, text or HTML; `-` is standard input. With `--format standoff`, JSON lines with `id` and `text` are read as well.
    #[arg(required = true)]
    pub files: Vec<String>,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Brief)]
    pub format: Format,
    /// Language of the labels.
    #[arg(long, value_parser = language, default_value = "en")]
    pub lang: Language,
    /// Language of the texts, when it should not be detected.
    #[arg(long, value_parser = language)]
    pub input_lang: Option<Language>,
    /// Day of publication, YYYY-MM-DD; it goes before what the text says.
    #[arg(long)]
    pub date: Option<Date>,
    /// Print the cited sentences below the brief.
    #[arg(long)]
    pub quotes: bool,
    /// How sure the encoder must be of an event, 0 to 1.
    #[arg(long, value_parser = probability)]
    pub confidence: Option<f32>,
    /// Threads to work on; one a core when not given. The result does not depend on it.
    #[arg(long)]
    pub threads: Option<usize>,
}

/// `mizan pairs` and `mizan tone`.
#[derive(Debug, Args)]
#[command(
    after_help = "A line of `mizan pairs`: {\"id\": \"1\", \"text\": \"Russia condemned Poland.\", \"source\": [0, 6], \"target\": [17, 23]}\nA line of `mizan tone`:  {\"id\": \"1\", \"text\": \"Russia condemned Poland.\", \"span\": [17, 23]}\nOffsets are in characters (Unicode scalar values), half-open."
)]
pub struct Given {
    /// File of JSON lines; `-` is standard input.
    pub file: String,
    /// Threads to work on; one a core when not given.
    #[arg(long)]
    pub threads: Option<usize>,
}

/// `mizan evaluate`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mizan evaluate my-sentences.jsonl --by lang --worst 10")]
pub struct Evaluate {
    /// Labelled sentences, one JSON object a line, in the marked or the standoff form of the annotation guide.
    pub gold: String,
    /// Predictions in the standoff form; Mizan's own when not given.
    #[arg(long)]
    pub predicted: Option<String>,
    /// Figures for each language or register besides those for all.
    #[arg(long, value_enum)]
    pub by: Option<By>,
    /// Print the figures as JSON.
    #[arg(long)]
    pub json: bool,
    /// List this many of the sentences with the costliest errors.
    #[arg(long, default_value_t = 0)]
    pub worst: usize,
    /// Draws for the intervals; 0 leaves them out.
    #[arg(long, default_value_t = 1000)]
    pub draws: u32,
    /// Where the random numbers start.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How sure the encoder must be of an event, 0 to 1.
    #[arg(long, value_parser = probability)]
    pub confidence: Option<f32>,
    /// Threads to work on; one a core when not given.
    #[arg(long)]
    pub threads: Option<usize>,
}

/// What `mizan read` can print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A page for people.
    Brief,
    /// One object a report.
    Json,
    /// One record a line.
    Jsonl,
    /// One event a row.
    Csv,
    /// The form that annotated sentences are scored in.
    Standoff,
}

/// What `mizan evaluate` can group by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// Language.
    Lang,
    /// Register.
    Register,
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "one of en, ar, ru, kk".into())
}

fn probability(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|p| (0.0..=1.0).contains(p)).ok_or_else(|| "a number from 0 to 1".into())
}
