//! What can be typed. Nothing here acts.

pub mod measured;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use mizan_store::{AsOf, LEAST_MEMORY};
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
    /// The named entities of texts: people, organisations, states and cities, places, peoples: JSON lines in, JSON lines out.
    Entities(Given),
    /// Measure Mizan, or other predictions, on your own labelled sentences.
    Evaluate(Evaluate),
    /// Read reports into the store: files, folders, JSON lines, CSV, feeds, web archives.
    Add(Add),
    /// Bring public event files and tables of indicators into the store.
    Import(Import),
    /// The relation of two actors over time: cooperation and conflict, turning points, who writes about it, positions, trade, votes.
    Relate(measured::Relate),
    /// How an actor's cooperation and conflict are spread over poles, and how that drifts.
    Balance(measured::Balance),
    /// Whether trade takes another way round: excess over a baseline, and how much of it goes on.
    Diversion(measured::Diversion),
    /// How much is written about an actor, by whom, in what tone.
    Coverage(measured::Coverage),
    /// What was expected, until when, and what became of it by a measure that you name.
    Forecasts(measured::Forecasts),
    /// Ask the store in SQL.
    Query(Query),
    /// Show all that is behind one record: its words in their context, its document, what made it.
    Explain(Explain),
    /// Write records out in the forms other tools read.
    Export(Export),
    /// What the store holds, from when and where, and what is missing.
    Status(Status),
    /// Join small files and forget old versions.
    Compact(Compact),
    /// The store as pages in a browser, on this machine: relations, actors, claims, reports with their records marked.
    Serve(Serve),
}

/// Where the store is.
#[derive(Debug, Clone, Args)]
pub struct Place {
    /// Folder of the store; else MIZAN_STORE, else `mizan/store` in the user's data folder (`~/.local/share`).
    #[arg(long, value_name = "DIR")]
    pub store: Option<PathBuf>,
}

/// Which version of the store is read.
#[derive(Debug, Clone, Args)]
pub struct When {
    /// Read the store as it was: the number of a version, a day (its end) or a moment (2026-01-31T12:00:00Z).
    #[arg(long, value_name = "VERSION|TIME", value_parser = as_of)]
    pub as_of: Option<AsOf>,
}

/// `mizan serve`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  mizan serve\n  mizan serve --store reports.mizan --port 0\n  mizan serve --address 0.0.0.0 --token \"$(openssl rand -hex 16)\""
)]
pub struct Serve {
    /// Where the store is.
    #[command(flatten)]
    pub place: Place,
    /// The address to listen at; one that others can reach needs a token.
    #[arg(long, default_value = "127.0.0.1")]
    pub address: std::net::IpAddr,
    /// The port; 0 takes any that is free and prints it.
    #[arg(long, default_value_t = 8642)]
    pub port: u16,
    /// What must be shown to be let in, 16 characters or more.
    #[arg(long)]
    pub token: Option<String>,
    /// How long a request may take, in seconds.
    #[arg(long, default_value_t = 60, value_name = "SECONDS")]
    pub patience: u64,
}

/// `mizan add`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  mizan add reports/ archive.warc.gz news.jsonl.zst\n  mizan add table.csv --map text=body,title=headline,date=day\n\nAdding the same thing again adds nothing. Stopped at any moment and started again, it goes on where it was."
)]
pub struct Add {
    /// Files and folders to read; `-` is standard input. In folders, README and licence files are passed over. Text, HTML, JSON lines, CSV, RSS, Atom, WARC; plain or packed with gzip or zstd.
    #[arg(required = true)]
    pub paths: Vec<String>,
    /// Where the store is.
    #[command(flatten)]
    pub place: Place,
    /// Which column or field is what, when the names do not tell: `text=body,title=headline,date=day,url=link,outlet=site,lang=l,id=key`.
    #[arg(long)]
    pub map: Option<String>,
    /// Language of the texts, when it should not be detected.
    #[arg(long, value_parser = language)]
    pub input_lang: Option<Language>,
    /// Day of publication of texts that tell none, YYYY-MM-DD.
    #[arg(long)]
    pub date: Option<Date>,
    /// The outlet of texts that tell none.
    #[arg(long)]
    pub outlet: Option<String>,
    /// How sure the encoder must be of an event, 0 to 1.
    #[arg(long, value_parser = probability)]
    pub confidence: Option<f32>,
    /// Threads to work on; one a core when not given. The result does not depend on it.
    #[arg(long)]
    pub threads: Option<usize>,
    /// Print no progress.
    #[arg(long)]
    pub quiet: bool,
}

/// `mizan import`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  mizan import gdelt 20220105.export.CSV.zip 20220105101500.mentions.CSV.zip\n  mizan import eurostat exports.csv\n  mizan import indicator gdp.csv\n\nPublic events are kept in tables of their own, public_events and public_mentions: they are never mixed with what Mizan read."
)]
pub struct Import {
    /// What the files are.
    #[arg(value_enum)]
    pub kind: Source,
    /// Files; `-` is standard input. Packed ones (gzip, zip, zstd) are unpacked. GDELT's mention files go with its events.
    #[arg(required = true)]
    pub files: Vec<String>,
    /// Where the store is.
    #[command(flatten)]
    pub place: Place,
    /// Print no progress.
    #[arg(long)]
    pub quiet: bool,
}

/// What can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Source {
    /// GDELT 1.0 or 2.0 events, and mentions of 2.0.
    Gdelt,
    /// ICEWS events.
    Icews,
    /// POLECAT events.
    Polecat,
    /// Eurostat trade.
    Eurostat,
    /// UN Comtrade.
    Comtrade,
    /// Kazakhstan's official trade by partner.
    KazakhTrade,
    /// General Assembly roll calls.
    Unvotes,
    /// Daily tone of country pairs out of GDELT.
    Dyads,
    /// A plain table: reporter, indicator, start, value, and more if there is more.
    Indicator,
}

/// `mizan query`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  mizan query \"SELECT class, count(DISTINCT event) AS events FROM events GROUP BY class ORDER BY events DESC\"\n  mizan query \"SELECT published, title FROM documents WHERE has_words(text, 'Токаев')\"\n  mizan query --tables\n  mizan query --format parquet --out rus-kaz.parquet \"SELECT * FROM events WHERE source_country = 'RUS' AND target_country = 'KAZ'\""
)]
pub struct Query {
    /// The question, in SQL; `-` reads it from standard input.
    #[arg(required_unless_present = "tables")]
    pub sql: Option<String>,
    /// Where the store is.
    #[command(flatten)]
    pub place: Place,
    /// Which version is read.
    #[command(flatten)]
    pub when: When,
    /// Form of the answer.
    #[arg(long, value_enum, default_value_t = Shape::Table)]
    pub format: Shape,
    /// Write the answer to this file.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// How much memory the query may take before it goes on with files on disk (in TMPDIR): a number with MB or GB.
    #[arg(long, value_name = "SIZE", value_parser = size, default_value = "2GB")]
    pub memory: usize,
    /// List the tables and their columns with what they mean.
    #[arg(long)]
    pub tables: bool,
}

/// Forms of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// For people.
    Table,
    /// Comma-separated, with a header.
    Csv,
    /// One JSON object a line.
    Json,
    /// Parquet.
    Parquet,
    /// Arrow's file form.
    Arrow,
}

/// `mizan explain`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  mizan explain 9fb1c2ee03aa41d7-e2\n\nIds stand in every table and every page: …-e2 an event, …-c1 a claim, …-m3 a mention, …-p1 a position; without a letter, a document."
)]
pub struct Explain {
    /// The record's id.
    pub id: String,
    /// Where the store is.
    #[command(flatten)]
    pub place: Place,
    /// Which version is read.
    #[command(flatten)]
    pub when: When,
}

/// `mizan export`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  mizan export events --format csv --out events.csv\n  mizan export network --format gexf --since 2022-01-01 --out network.gexf\n  mizan export events --format gdelt --out events.tsv"
)]
pub struct Export {
    /// What: a table or view by its plain name, or `network` for the actors and what passed between them.
    pub what: String,
    /// In which form.
    #[arg(long, value_enum, default_value_t = Written::Csv)]
    pub format: Written,
    /// Write to this file instead of standard output.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// First day; what has no day is left out then.
    #[arg(long)]
    pub since: Option<Date>,
    /// Last day.
    #[arg(long)]
    pub until: Option<Date>,
    /// Where the store is.
    #[command(flatten)]
    pub place: Place,
    /// Which version is read.
    #[command(flatten)]
    pub when: When,
}

/// Forms of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Written {
    /// Comma-separated, with a header.
    Csv,
    /// One JSON object a line.
    Jsonl,
    /// Parquet.
    Parquet,
    /// Arrow's file form.
    Arrow,
    /// The network for graph tools.
    Graphml,
    /// The network for Gephi.
    Gexf,
    /// Events in the columns of GDELT 1.0.
    Gdelt,
    /// Events in the columns of POLECAT.
    Polecat,
}

/// `mizan status`.
#[derive(Debug, Args)]
pub struct Status {
    /// Where the store is.
    #[command(flatten)]
    pub place: Place,
    /// Which version is read.
    #[command(flatten)]
    pub when: When,
    /// Read every quote again and compare it with its document.
    #[arg(long)]
    pub verify: bool,
}

/// `mizan compact`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mizan compact --keep 30")]
pub struct Compact {
    /// Where the store is.
    #[command(flatten)]
    pub place: Place,
    /// Versions of the last so many days stay readable with --as-of; the newest always does.
    #[arg(long, default_value_t = 7)]
    pub keep: u32,
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

/// `mizan pairs`, `mizan tone` and `mizan entities`.
#[derive(Debug, Args)]
#[command(
    after_help = "A line of `mizan pairs`: {\"id\": \"1\", \"text\": \"Russia condemned Poland.\", \"source\": [0, 6], \"target\": [17, 23]}\nA line of `mizan tone`:  {\"id\": \"1\", \"text\": \"Russia condemned Poland.\", \"span\": [17, 23]}\nA line of `mizan entities`: {\"id\": \"1\", \"text\": \"Russia condemned Poland.\", \"lang\": \"en\"}; without \"lang\" the language is found\nOffsets are in characters (Unicode scalar values), half-open."
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

pub(crate) fn as_of(text: &str) -> Result<AsOf, String> {
    let number = || text.parse().ok().map(AsOf::Number);
    let moment = || text.parse::<jiff::Timestamp>().ok();
    let end_of_day = || text.parse::<Date>().ok()?.tomorrow().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|z| z.timestamp());
    let at = || moment().or_else(end_of_day).map(|t| AsOf::Moment(t.as_microsecond()));
    number().or_else(at).ok_or_else(|| "the number of a version, a day (2026-01-31) or a moment (2026-01-31T12:00:00Z)".into())
}

fn size(text: &str) -> Result<usize, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match text[digits.len()..].to_ascii_uppercase().as_str() {
        "M" | "MB" | "MIB" => Some(20),
        "G" | "GB" | "GIB" => Some(30),
        _ => None,
    };
    let bytes = unit.and_then(|bits| digits.trim().parse::<usize>().ok()?.checked_mul(1 << bits));
    let least = LEAST_MEMORY >> 20;
    bytes.filter(|b| *b >= LEAST_MEMORY).ok_or_else(|| format!("a whole number with MB or GB, {least}MB or more"))
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "one of en, ar, ru, kk".into())
}

fn probability(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|p| (0.0..=1.0).contains(p)).ok_or_else(|| "a number from 0 to 1".into())
}
