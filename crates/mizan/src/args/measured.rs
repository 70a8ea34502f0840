//! What can be typed behind the verbs that measure.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use mizan_measure::{Level, Step, Window};
use mizan_text::Language;

use super::{Place, When};

/// What all verbs that measure can be told.
#[derive(Debug, Args)]
pub struct Common {
    /// First day that is measured; else the first the data have.
    #[arg(long, value_name = "DATE")]
    pub since: Option<Date>,
    /// Last day that is measured; else the last the data have.
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,
    /// Length of a period; when not given, one that makes 6 to 60 of them.
    #[arg(long, value_enum)]
    pub by: Option<Every>,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    pub format: Output,
    /// Language of the names of states and poles.
    #[arg(long, value_parser = super::language, default_value = "en")]
    pub lang: Language,
    /// How often, in the long run, an interval holds the true value.
    #[arg(long, value_parser = level, default_value = "0.95")]
    pub level: Level,
    /// Draws of the bootstrap; 0 leaves its intervals out. When not given 1000, fewer where the rows are more than 10,000 (the page says how many).
    #[arg(long)]
    pub draws: Option<u32>,
    /// Where the random numbers start.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Numbers that rest on fewer stories than this say so.
    #[arg(long, default_value_t = 5)]
    pub minimum: u64,
    /// So many ids go with a number in JSON and CSV; how many there are in all is always told.
    #[arg(long, default_value_t = 200)]
    pub ids: usize,
    /// Poles and groups out of this file instead of the built-in `data/poles.tsv`.
    #[arg(long, value_name = "FILE")]
    pub poles_file: Option<PathBuf>,
    /// Where the store is.
    #[command(flatten)]
    pub place: Place,
    /// Which version is read.
    #[command(flatten)]
    pub when: When,
}

/// Which events are measured.
#[derive(Debug, Args)]
pub struct Events {
    /// Whose events; sets are never mixed.
    #[arg(long, value_enum, default_value_t = Set::Mizan)]
    pub events: Set,
    /// Whether they happened; several with commas. Public sets do not tell.
    #[arg(long, value_enum, value_delimiter = ',', default_value = "actual")]
    pub modality: Vec<Mode>,
    /// Count what stands in claims too, and not only what reports say in their own voice.
    #[arg(long)]
    pub claims: bool,
}

/// `mizan relate`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  mizan relate KAZ RUS --since 2019-01-01 --by month --chart kaz-rus.svg\n  mizan relate Казахстан الصين --events gdelt\n  mizan relate KAZ/kassym-jomart-tokayev WST --format json\n\nAn actor is a country code, a key of the knowledge base, a name in any of the four languages, or a pole (data/poles.tsv)."
)]
pub struct Relate {
    /// The first actor.
    pub a: String,
    /// The second actor.
    pub b: String,
    /// Which events.
    #[command(flatten)]
    pub which: Events,
    /// Measure each of the largest outlets alone, too.
    #[arg(long)]
    pub per_source: bool,
    /// Draw the series into this file.
    #[arg(long, value_name = "FILE.svg|FILE.png|FILE.html")]
    pub chart: Option<PathBuf>,
    /// What is common to all measures.
    #[command(flatten)]
    pub common: Common,
}

/// `mizan balance`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  mizan balance KAZ --poles RUS,WST,CHN --since 2018-01-01 --by quarter\n  mizan balance KAZ --poles RUS,CHN --before 2018-01-01..2021-12-31 --after 2022-01-01..2023-12-31"
)]
pub struct Balance {
    /// The actor.
    pub a: String,
    /// The poles, two or more, with commas; the leaning is that between the first two.
    #[arg(long, value_delimiter = ',', required = true)]
    pub poles: Vec<String>,
    /// Whose acts count.
    #[arg(long, value_enum, default_value_t = Way::Both)]
    pub way: Way,
    /// The earlier window of the drift, FIRST..LAST; else the first half.
    #[arg(long, value_parser = window, requires = "after")]
    pub before: Option<Window>,
    /// The later window of the drift; else the second half.
    #[arg(long, value_parser = window, requires = "before")]
    pub after: Option<Window>,
    /// Which events.
    #[command(flatten)]
    pub which: Events,
    /// Measure each of the largest outlets alone, too.
    #[arg(long)]
    pub per_source: bool,
    /// Draw the series into this file.
    #[arg(long, value_name = "FILE.svg|FILE.png|FILE.html")]
    pub chart: Option<PathBuf>,
    /// What is common to all measures.
    #[command(flatten)]
    pub common: Common,
}

/// `mizan diversion`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  mizan diversion KAZ --from EUR --to RUS --before 2019-01-01..2021-12-31 --after 2022-03-01..2023-12-31\n  mizan diversion KGZ --from EUR --to RUS --before 2019-01-01..2021-12-31 --after 2022-03-01..2023-12-31 --trend growth --chart kgz.svg\n\nIt rests on tables of trade in the store (mizan import eurostat, comtrade, kazakh-trade)."
)]
pub struct Diversion {
    /// The state that trade may go through.
    pub a: String,
    /// Who ships: a state or a group.
    #[arg(long, value_name = "ACTOR")]
    pub from: String,
    /// For whom it may be meant.
    #[arg(long, value_name = "ACTOR")]
    pub to: String,
    /// The time that teaches what to expect, FIRST..LAST; whole periods of it count.
    #[arg(long, value_parser = window)]
    pub before: Window,
    /// The time that is held against it, FIRST..LAST.
    #[arg(long, value_parser = window)]
    pub after: Window,
    /// What is taken to go on as it was.
    #[arg(long, value_enum, default_value_t = Run::Level)]
    pub trend: Run,
    /// Draw the series into this file.
    #[arg(long, value_name = "FILE.svg|FILE.png|FILE.html")]
    pub chart: Option<PathBuf>,
    /// What is common to all measures.
    #[command(flatten)]
    pub common: Common,
}

/// `mizan coverage`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  mizan coverage KAZ --in RUS --since 2019-01-01 --by month\n  mizan coverage Казахстан --in RUS --per-source --chart kaz-in-rus.html"
)]
pub struct Coverage {
    /// The actor written about.
    pub a: String,
    /// Only in outlets of this country or pole.
    #[arg(long = "in", value_name = "COUNTRY")]
    pub within: Option<String>,
    /// A burst is a period against so many before it.
    #[arg(long, default_value_t = 6)]
    pub trailing: usize,
    /// Measure each of the largest outlets alone, too.
    #[arg(long)]
    pub per_source: bool,
    /// Draw the series into this file.
    #[arg(long, value_name = "FILE.svg|FILE.png|FILE.html")]
    pub chart: Option<PathBuf>,
    /// What is common to all measures.
    #[command(flatten)]
    pub common: Common,
}

/// `mizan forecasts`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  mizan forecasts KAZ --since 2021-01-01\n  mizan forecasts KAZ --id 9fb1c2ee03aa41d7-c3 --towards RUS --measure net --direction down --horizon 1y\n\nWhat a forecast means is for you to say: Mizan judges it only by the measure and the direction given here."
)]
pub struct Forecasts {
    /// Only forecasts about this actor or by it.
    pub a: Option<String>,
    /// Only these claims.
    #[arg(long, value_name = "CLAIM")]
    pub id: Vec<String>,
    /// How far they look ahead where their words do not say: 90d, 6m, 2y.
    #[arg(long, value_parser = horizon, value_name = "SPAN")]
    pub horizon: Option<Span>,
    /// The measure that they are held against.
    #[arg(long, value_enum, requires = "direction")]
    pub measure: Option<Measure>,
    /// Which way they expect it to go.
    #[arg(long, value_enum, requires = "measure")]
    pub direction: Option<Heading>,
    /// The other actor of the measure, for relations.
    #[arg(long, value_name = "ACTOR")]
    pub towards: Option<String>,
    /// The smallest change that counts, in the unit of the measure.
    #[arg(long, default_value_t = 0.0)]
    pub margin: f64,
    /// Judge as of this day; else today.
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// Which events.
    #[command(flatten)]
    pub which: Events,
    /// What is common to all measures.
    #[command(flatten)]
    pub common: Common,
}

/// Lengths of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "the names are plain")]
pub enum Every {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Every {
    /// As the measures call it.
    pub fn step(self) -> Step {
        match self {
            Every::Day => Step::Day,
            Every::Week => Step::Week,
            Every::Month => Step::Month,
            Every::Quarter => Step::Quarter,
            Every::Year => Step::Year,
        }
    }
}

/// What the verbs that measure can print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Output {
    /// A page for people.
    Text,
    /// One object.
    Json,
    /// One number a row.
    Csv,
}

/// Whose events are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Set {
    /// What Mizan read in the store's documents.
    Mizan,
    /// GDELT's.
    Gdelt,
    /// ICEWS's.
    Icews,
    /// POLECAT's.
    Polecat,
}

/// Whether an event happened, as the reports have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
#[expect(missing_docs, reason = "the names are the annotation guide's")]
pub enum Mode {
    Actual,
    Historical,
    Future,
    Hypothetical,
    Negated,
}

impl Mode {
    /// The guide's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Actual => "actual",
            Mode::Historical => "historical",
            Mode::Future => "future",
            Mode::Hypothetical => "hypothetical",
            Mode::Negated => "negated",
        }
    }
}

/// Whose acts count in a balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Way {
    /// The actor's on the poles and theirs on it.
    Both,
    /// The actor's.
    Out,
    /// The poles'.
    In,
}

/// What of the time before is taken to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Run {
    /// The level: its mean.
    Level,
    /// The growth: the same factor each period.
    Growth,
}

/// What a forecast can be held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Measure {
    /// Cooperation against conflict between the two, -1 to 1.
    Net,
    /// Share of all stories that tell of conflict between the two.
    Conflict,
    /// Share of all stories that tell of cooperation between the two.
    Cooperation,
    /// Share of all stories that are about the actor.
    Coverage,
}

/// Which way a measure was expected to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "the names are plain")]
pub enum Heading {
    Up,
    Down,
    Same,
}

fn level(text: &str) -> Result<Level, String> {
    let level: f64 = text.parse().map_err(|_| "a number between 0 and 1, such as 0.95".to_string())?;
    Level::new(level).map_err(|_| "a number between 0 and 1, such as 0.95".into())
}

fn window(text: &str) -> Result<Window, String> {
    let (first, last) = text.split_once("..").ok_or("two days with two dots between: 2018-01-01..2021-12-31")?;
    let day = |text: &str| text.trim().parse::<Date>().map_err(|_| format!("`{text}` is no day; write it as 2018-01-01"));
    Window::new(day(first)?, day(last)?).map_err(|e| e.to_string())
}

fn horizon(text: &str) -> Result<Span, String> {
    let wrong = || "a number with d, w, m or y behind it: 90d, 6m, 2y".to_string();
    let unit = text.chars().last().ok_or_else(wrong)?;
    let number: i64 = text[..text.len() - unit.len_utf8()].parse().ok().filter(|n| (1..=1000).contains(n)).ok_or_else(wrong)?;
    match unit {
        'd' => Ok(number.days()),
        'w' => Ok((7 * number).days()),
        'm' => Ok(number.months()),
        'y' => Ok(number.years()),
        _ => Err(wrong()),
    }
}
