//! Whatever comes: every parser of bytes from outside is given files of its kind with random damage, for two seconds each, or for as long as
//! `MIZAN_MUTATE_SECONDS` says (`bench/mutate.sh`). None may panic, take longer than [`LONG`] or give what cannot be.
//!
//! A run is repeatable: `MIZAN_MUTATE_SEED` begins the random numbers. What failed is kept as a file; the message names it.

#![expect(clippy::print_stderr, reason = "how much was tried is worth knowing")]

mod damage;
mod seeds;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant};

use damage::Damage;
use mizan_annotate::lexicon::Lexicon;
use mizan_gather::{Map, gather};
use mizan_likeness::Signature;
use mizan_public::{comtrade, dyads, eurostat, gdelt, gdelt_mentions, icews, indicator, kazakh_trade, polecat, votes};
use mizan_store::{AsOf, Store};
use mizan_text::Language;

/// No input of this size may take longer on one core; a busy machine is allowed for.
const LONG: Duration = Duration::from_secs(10);

/// Longer inputs are not made.
const LONGEST: usize = 1 << 16;

/// Damages seeds and gives them to `parse` until the time is over. Damaged inputs with an outcome that was not seen before become seeds.
fn check(name: &str, seeds: Vec<Vec<u8>>, parse: impl Fn(&[u8]) -> u64) {
    let number = |name: &str, none: u64| std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(none);
    let (seconds, seed) = (number("MIZAN_MUTATE_SECONDS", 2), number("MIZAN_MUTATE_SEED", 1));
    let mut damage = Damage::new(seed, seeds);
    let watch = Watch::over(name);
    let (began, mut tried, mut slowest) = (Instant::now(), 0_u64, Duration::ZERO);
    while began.elapsed() < Duration::from_secs(seconds) {
        let input = damage.next(LONGEST);
        watch.begins(&input);
        let start = Instant::now();
        let Ok(outcome) = catch_unwind(AssertUnwindSafe(|| parse(&input))) else {
            panic!("{name}: input {tried} fails; it is kept as `{}`", keep(name, &input).display());
        };
        slowest = slowest.max(start.elapsed());
        damage.outcome(input, outcome);
        tried += 1;
    }
    watch.ends();
    eprintln!("{name}: {tried} inputs in {seconds} s, {} outcomes, the slowest took {slowest:.1?}", damage.outcomes());
}

fn keep(name: &str, input: &[u8]) -> PathBuf {
    let path = std::env::temp_dir().join(format!("mizan-mutated-{name}"));
    std::fs::write(&path, input).unwrap();
    path
}

/// An input under test and when it began; nothing when the test is over.
type Under = Option<(Instant, Vec<u8>)>;

/// Ends the program when an input takes too long: nothing else stops an endless loop.
struct Watch(Arc<Mutex<Under>>);

impl Watch {
    fn over(name: &str) -> Watch {
        let under = Arc::new(Mutex::new(Some((Instant::now(), Vec::new()))));
        let (seen, name) = (Arc::clone(&under), name.to_string());
        std::thread::spawn(move || {
            while let Some((began, input)) = seen.lock().map_or(None, |u| u.clone()) {
                if began.elapsed() > LONG {
                    eprintln!("{name}: an input takes longer than {LONG:?}; it is kept as `{}`", keep(&name, &input).display());
                    std::process::abort();
                }
                std::thread::sleep(Duration::from_millis(200));
            }
        });
        Watch(under)
    }

    fn begins(&self, input: &[u8]) {
        *self.0.lock().unwrap() = Some((Instant::now(), input.to_vec()));
    }

    fn ends(&self) {
        *self.0.lock().unwrap() = None;
    }
}

#[test]
fn reports() {
    check("reports", seeds::reports(), |bytes| {
        let options = mizan_read::Options { date: None, language: None, limit: 1 << 20 };
        let Ok(document) = mizan_read::read(bytes, "mutated", &options) else { return 0 };
        let mut end = 0;
        for section in &document.sections {
            assert!(end <= section.span.start && section.span.start < section.span.end);
            assert!(!document.text.quote(section.span).is_empty());
            end = section.span.end;
        }
        1 + document.sections.len() as u64 + 1000 * document.doubts.len() as u64
    });
}

#[test]
fn containers() {
    const NAMES: [&str; 6] = ["a.txt", "a.jsonl", "a.csv", "a.xml", "a.warc", "a"];
    check("containers", seeds::containers(), |bytes| {
        let mut outcome = 0;
        for name in NAMES {
            let options = mizan_gather::Options { limit: LONGEST, ..mizan_gather::Options::new(name) };
            let found: Vec<_> = gather(bytes, options).take(bytes.len() + 10).collect();
            assert!(found.len() < bytes.len() + 10, "endless");
            for item in found.iter().flatten() {
                assert!(item.bytes.len() <= LONGEST);
                if let Ok(document) = item.document(LONGEST) {
                    let signature = Signature::of(document.text.as_str(), document.language);
                    assert_eq!(Signature::from_bytes(signature.bytes()), Some(signature));
                }
            }
            outcome = outcome * 37 + found.iter().filter(|f| f.is_ok()).count() as u64 * 6 + found.len() as u64;
        }
        let _ = Map::parse(&String::from_utf8_lossy(bytes));
        outcome
    });
}

#[test]
fn public_files() {
    check("public_files", seeds::public_files(), |bytes| {
        let mut outcome = 0;
        macro_rules! each {
            ($($kind:ident)+) => {$({
                let mut rows = 0;
                if let Ok(tally) = $kind::read(bytes, |_: &_| rows += 1) {
                    assert_eq!((tally.taken + tally.left_out(), tally.given), (tally.rows, rows));
                    assert!(tally.rows <= tally.lines);
                    outcome = outcome * 37 + 1 + rows * 10 + tally.skipped.len() as u64 * 3 + tally.flawed.len() as u64;
                }
            })+};
        }
        each!(gdelt gdelt_mentions icews polecat comtrade eurostat kazakh_trade votes dyads indicator);
        outcome
    });
}

#[test]
fn dates_and_names() {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::shipped);
    LazyLock::force(&LEXICON);
    check("dates_and_names", seeds::sentences(), |bytes| {
        let text = String::from_utf8_lossy(&bytes[..bytes.len().min(1 << 12)]);
        let day = Some(jiff::civil::date(2025, 10, 4));
        let mut outcome = 0;
        for language in Language::ALL.map(Some).into_iter().chain([None]) {
            for found in mizan_annotate::date::find(&text, language, day) {
                assert!(text.get(found.span.start..found.span.end).is_some_and(|t| !t.is_empty()));
                if let Some((first, last)) = found.interval.and_then(|i| i.first.zip(i.last)) {
                    assert!(first <= last, "{first} to {last}");
                }
                outcome = outcome * 31 + found.rule.len() as u64;
            }
            for name in LEXICON.find(&text, language, day) {
                assert!(!name.quote(&text).is_empty());
            }
        }
        outcome
    });
}

/// The files of a store: journal, versions, logs, checkpoints, tables. One at a time is damaged.
#[test]
fn stores() {
    let temporary = tempfile::tempdir().unwrap();
    let (whole, copy) = (temporary.path().join("whole"), temporary.path().join("copy"));
    seeds::store(&whole);
    let names: Vec<PathBuf> = seeds::files(&whole);
    let mark = |at: usize, bytes: Vec<u8>| [&[at as u8][..], &bytes].concat();
    let seeds = names.iter().enumerate().map(|(at, name)| mark(at, std::fs::read(whole.join(name)).unwrap())).collect();
    check("stores", seeds, |bytes| {
        let Some((at, bytes)) = bytes.split_first() else { return 0 };
        let _ = std::fs::remove_dir_all(&copy);
        copied(&whole, &copy, &names);
        std::fs::write(copy.join(&names[usize::from(*at) % names.len()]), bytes).unwrap();
        let Ok(store) = Store::open(&copy) else { return 1 };
        let asked = |asked| store.snapshot(asked).and_then(|s| s.collect("SELECT * FROM doubts ORDER BY detail"));
        let read = [asked(AsOf::Newest), asked(AsOf::Number(1))].map(|r| u64::from(r.is_ok()));
        let written = store.writer("add").and_then(|mut w| w.compact(0)).is_ok();
        2 + read[0] + 2 * read[1] + 4 * u64::from(written)
    });
}

fn copied(from: &Path, to: &Path, names: &[PathBuf]) {
    for name in names {
        std::fs::create_dir_all(to.join(name).parent().unwrap()).unwrap();
        std::fs::copy(from.join(name), to.join(name)).unwrap();
    }
}
