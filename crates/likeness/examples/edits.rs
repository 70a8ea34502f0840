//! What copies share and what mere neighbours share, over synthetic edits, and how fast both are told:
//! `cargo run --release -p mizan-likeness --example edits -- 100 20000`
//! (edits of each kind for each text; documents to time).

#[path = "../tests/edit/mod.rs"]
mod edit;
#[path = "../src/shingle.rs"]
mod shingle;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::time::Instant;

use edit::{Dice, EDITS, TEXTS};
use mizan_likeness::{Index, Signature};
use mizan_text::{Language, words};
use shingle::{Shingles, Unit};

/// Two texts of one language, and whether the second is a copy of the first.
struct Pair {
    language: Language,
    first: &'static str,
    second: String,
    /// Its place among the kinds of edit; none where it is another report.
    copy: Option<usize>,
}

/// Every edit of every text beside the text itself, and beside every other text of its language.
fn pairs(rounds: usize) -> Vec<Pair> {
    let mut dice = Dice(7);
    let mut pairs = Vec::new();
    for (language, events) in TEXTS {
        for (at, &first) in events.as_flattened().iter().enumerate() {
            let lender = events[1 - at / 2][at % 2];
            for (kind, (_, edit)) in EDITS.iter().enumerate() {
                for _ in 0..rounds {
                    let second = edit(first, lender, &mut dice);
                    let others = events.as_flattened().iter().filter(|&&text| text != first);
                    pairs.extend(others.map(|&other| Pair { language, first: other, second: second.clone(), copy: None }));
                    pairs.push(Pair { language, first, second, copy: Some(kind) });
                }
            }
        }
    }
    pairs
}

/// The part of their shingles that two texts share, exactly.
fn shared(a: &str, b: &str, unit: Unit) -> f64 {
    let set = |text: &str| match shingle::shingles(text, unit) {
        Shingles::Runs(runs) => runs.into_iter().map(u64::from).collect(),
        Shingles::Whole(text) => BTreeSet::from([text]),
    };
    let (a, b) = (set(a), set(b));
    a.intersection(&b).count() as f64 / a.union(&b).count().max(1) as f64
}

/// For each unit: what the copies share at least, what others share at most, and the distance in standard errors of the estimate.
fn units(pairs: &[Pair], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "language, unit: copies share at least, the lowest 1 % at most, others at most, the middle one; distance")?;
    let candidates = [2, 3, 4, 5].map(Unit::Words).into_iter().chain([6, 7, 8, 9, 10, 12].map(Unit::Letters));
    for unit in candidates {
        for (language, _) in TEXTS {
            let of = |copy: bool| {
                let mut parts: Vec<f64> = pairs
                    .iter()
                    .filter(|pair| pair.language == language && pair.copy.is_some() == copy)
                    .step_by(7)
                    .map(|pair| shared(pair.first, &pair.second, unit))
                    .collect();
                parts.sort_by(f64::total_cmp);
                parts
            };
            let (copies, others) = (of(true), of(false));
            let (least, most) = (copies[0], others[others.len() - 1]);
            let error = |part: f64| (part * (1.0 - part) / 64.0).sqrt();
            let distance = (least - most) / (error(least) + error(most));
            writeln!(
                out,
                "{} {unit:?}{}: {least:.3} {:.3}, {most:.3} {:.3}; {distance:.2}",
                language.code(),
                if Unit::of("", Some(language)) == unit { " (used)" } else { "" },
                copies[copies.len() / 100],
                others[others.len() / 2]
            )?;
        }
    }
    Ok(())
}

/// What the two reports on each event share, exactly, in the unit of their language.
fn events(out: &mut impl Write) -> io::Result<()> {
    for (language, events) in TEXTS {
        let parts = events.map(|[one, other]| shared(one, other, Unit::of("", Some(language))));
        writeln!(out, "{}: two reports on one event share {parts:.3?}", language.code())?;
    }
    Ok(())
}

/// Precision and recall of the pairs for each threshold.
fn thresholds(pairs: &[Pair], out: &mut impl Write) -> io::Result<()> {
    let mut known: BTreeMap<&str, Signature> = BTreeMap::new();
    let mut told = Vec::new();
    for pair in pairs {
        let first = known.entry(pair.first).or_insert_with(|| Signature::of(pair.first, Some(pair.language)));
        told.push((pair.copy.is_some(), first.resemblance(&Signature::of(&pair.second, Some(pair.language)))));
    }
    writeln!(out, "threshold: precision, recall, wrong, missed of {} pairs", told.len())?;
    for threshold in (8..=24).map(|hashes| f64::from(hashes) / 64.0) {
        let count = |copy: bool| told.iter().filter(|(is, part)| *is == copy && *part >= threshold).count();
        let (right, wrong) = (count(true), count(false));
        let copies = told.iter().filter(|(copy, _)| *copy).count();
        let (precision, recall) = (right as f64 / (right + wrong).max(1) as f64, right as f64 / copies as f64);
        writeln!(out, "{threshold:.3}: {precision:.5} {recall:.5} {wrong} {}", copies - right)?;
    }
    Ok(())
}

/// How many copies the index finds, for each kind of edit.
fn found(pairs: &[Pair], out: &mut impl Write) -> io::Result<()> {
    let mut counts = [(0, 0); EDITS.len()];
    for pair in pairs {
        let Some(kind) = pair.copy else { continue };
        let mut index = Index::new();
        index.load("first", "first", &Signature::of(pair.first, Some(pair.language)), None);
        let story = index.story_of("second", &Signature::of(&pair.second, Some(pair.language)), None);
        counts[kind].0 += usize::from(story == "first");
        counts[kind].1 += 1;
    }
    for ((name, _), (right, all)) in EDITS.iter().zip(counts) {
        writeln!(out, "{name}: the index finds {right} of {all}")?;
    }
    Ok(())
}

/// Signatures a second, and documents a second through an index of many; each document is 200 words drawn from all texts of a language.
fn speed(count: usize, out: &mut impl Write) -> io::Result<()> {
    let mut dice = Dice(11);
    for (language, events) in TEXTS {
        let source = events.as_flattened().concat();
        let lent: Vec<&str> = words(&source).iter().map(|word| word.of(&source)).collect();
        let texts: Vec<String> = (0..count).map(|_| (0..200).map(|_| lent[dice.below(lent.len())]).collect::<Vec<_>>().join(" ")).collect();
        let start = Instant::now();
        let signatures: Vec<Signature> = texts.iter().map(|text| Signature::of(text, Some(language))).collect();
        let signing = start.elapsed().as_secs_f64();
        let start = Instant::now();
        let mut index = Index::new();
        let own = (0..count).filter(|&at| index.story_of(&at.to_string(), &signatures[at], None) == at.to_string()).count();
        let rate = |seconds: f64| count as f64 / seconds;
        let finding = rate(start.elapsed().as_secs_f64());
        writeln!(out, "{}: {:.0} signatures/s, {finding:.0} stories/s, {own} of {count} their own", language.code(), rate(signing))?;
    }
    Ok(())
}

fn main() -> io::Result<()> {
    let number = |at| std::env::args().nth(at).and_then(|number| number.parse().ok());
    let mut out = io::stdout().lock();
    let pairs = pairs(number(1).unwrap_or(50));
    units(&pairs, &mut out)?;
    events(&mut out)?;
    thresholds(&pairs, &mut out)?;
    found(&pairs, &mut out)?;
    speed(number(2).unwrap_or(20_000), &mut out)
}
