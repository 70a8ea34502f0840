//! How fast GDELT events are read: synthetic rows of GDELT 2.0 in memory, on one core and on two.
//!
//! `cargo run --release -p mizan-public --example public_speed -- 2000000`
//!
//! Where the system tells it (Linux), the time this thread had on a core is given beside the time on the clock: on a busy machine the two
//! differ.

use std::io::Write;
use std::time::{Duration, Instant};

use mizan_public::{Tally, cut, gdelt};

const NAMES: [(&str, &str); 6] = [
    ("KAZAKHSTAN", "KAZ"),
    ("RUSSIAN FEDERATION", "RUS"),
    ("", ""),
    ("UNITED STATES", "USA"),
    ("UZBEKISTAN", "UZB"),
    ("PRIME MINISTER", ""),
];
const ROLES: [&str; 5] = ["", "GOV", "", "MIL", "BUS"];
const CODES: [&str; 8] = ["010", "042", "051", "036", "112", "173", "190", "0841"];
const PLACES: [(&str, &str, &str, &str); 4] = [
    ("Astana, Aqmola, Kazakhstan", "KZ", "51.1801", "71.446"),
    ("Moscow, Moskva, Russia", "RS", "55.7522", "37.6156"),
    ("", "", "", ""),
    ("Tashkent, Toshkent, Uzbekistan", "UZ", "41.3167", "69.25"),
];

fn main() -> std::io::Result<()> {
    let rows: usize = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(1_000_000);
    let bytes = synthetic(rows);
    let mut out = std::io::stdout();
    for round in 1..=3 {
        let before = on_core();
        let (one, tally) = timed(|| read(&bytes));
        let core = on_core().zip(before).map(|(after, before)| after - before);
        let (two, both) = timed(|| read_on_two(&bytes));
        assert_eq!(tally, both);
        writeln!(
            out,
            "round {round}: {} rows of {} bytes; one core {:.0} rows/s ({:.0} MB/s){}, two cores {:.0} rows/s; {} taken, {} codes unmapped",
            tally.rows,
            bytes.len() / rows.max(1),
            rate(rows, one),
            rate(bytes.len(), one) / 1e6,
            core.map_or(String::new(), |time| format!(", {:.0} in its own time", rate(rows, time))),
            rate(rows, two),
            tally.taken,
            tally.unmapped.len(),
        )?;
    }
    Ok(())
}

fn rate(count: usize, time: Duration) -> f64 {
    count as f64 / time.as_secs_f64()
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}

/// How long this thread has run on a core.
fn on_core() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// Read, and look at each row so that nothing is left out by the compiler.
fn read(bytes: &[u8]) -> Tally {
    let mut sum = 0.0;
    let tally = gdelt::read(bytes, |row| {
        sum += row.intensity.unwrap_or(0.0) + row.tone.unwrap_or(0.0) + row.url.len() as f64 + row.source.country.len() as f64;
    });
    std::hint::black_box(sum);
    tally.expect("bytes in memory can be read")
}

fn read_on_two(bytes: &[u8]) -> Tally {
    std::thread::scope(|scope| {
        let workers: Vec<_> = cut(bytes, 2).into_iter().map(|part| scope.spawn(move || read(part))).collect();
        workers.into_iter().fold(Tally::default(), |mut whole, worker| {
            whole.append(worker.join().expect("a reader does not panic"));
            whole
        })
    })
}

fn synthetic(rows: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(rows * 460);
    let mut state = 1_u64;
    for n in 0..rows {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        bytes.extend_from_slice(line(n, (state >> 33) as usize).as_bytes());
    }
    bytes
}

/// One row; `dice` chooses what stands in it.
fn line(n: usize, dice: usize) -> String {
    let pick = |list: usize, shift: u32| (dice >> shift) % list;
    let actor = |shift| {
        let ((name, country), role) = (NAMES[pick(NAMES.len(), shift)], ROLES[pick(ROLES.len(), shift + 3)]);
        format!("{country}{role}\t{name}\t{country}\t\t\t\t\t{role}\t\t")
    };
    let place = |shift| {
        let (name, country, latitude, longitude) = PLACES[pick(PLACES.len(), shift)];
        format!("4\t{name}\t{country}\t{country}07\t25350\t{latitude}\t{longitude}\t-2324{n}")
    };
    let code = CODES[pick(CODES.len(), 6)];
    let (root, base, tone) = (&code[..2], &code[..3], pick(2_000, 4) as f64 / 137.0 - 7.0);
    let (month, day) = (1 + pick(12, 2), 1 + pick(28, 5));
    let url = format!("https://www.example.org/world/2022/{month:02}/{day:02}/ministers-meet-to-talk-about-trade-and-transit-{n}.html");
    format!(
        "{id}\t2022{month:02}{day:02}\t2022{month:02}\t2022\t2022.{day:02}15\t{}\t{}\t1\t{code}\t{base}\t{root}\t{}\t-2.5\t{}\t1\t4\t{tone}\t{}\t{}\t{}\t\
         2022{month:02}{day:02}101500\t{url}\n",
        actor(1),
        actor(9),
        1 + pick(4, 3),
        1 + pick(12, 8),
        place(2),
        place(4),
        place(7),
        id = 1_000_000_000 + n,
    )
}
