//! How many of the time expressions marked in annotated sentences are found, per language.
//!
//! `cargo run --release -p mizan-annotate --example dates -- [--misses] [--extra] FILE.jsonl…` with files in the form of the annotation
//! guide (`l`, `t` with tags, `d`). `--misses` lists what was not found, `--extra` what was found and is not marked, `--speed` measures.

#![expect(clippy::print_stdout, reason = "an example program talks to its user")]

use std::collections::BTreeMap;
use std::time::Instant;

use jiff::civil::date;
use mizan_annotate::date::find;
use mizan_text::{Language, Span};

#[derive(Default)]
struct Count {
    sentences: usize,
    marked: usize,
    found: usize,
    met: usize,
    exact: usize,
    right: usize,
    placed: usize,
}

fn main() {
    let (options, files): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|arg| arg.starts_with("--"));
    let wants = |name: &str| options.iter().any(|option| option == name);
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let mut all = Vec::new();
    for file in &files {
        let text = std::fs::read_to_string(file).expect("a readable file");
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let value: serde_json::Value = serde_json::from_str(line).expect("one JSON object a line");
            let Some(language) = value["l"].as_str().and_then(Language::from_code) else { continue };
            let sentence = bare(value["t"].as_str().unwrap_or(""));
            let marked: Vec<&str> = value["d"].as_array().map(|list| list.iter().filter_map(|d| d.as_str()).collect()).unwrap_or_default();
            let count = counts.entry(language.code()).or_default();
            check(&sentence, language, &marked, count, wants("--misses"), wants("--extra"));
            all.push((sentence, language));
        }
    }
    println!("language  sentences  marked  found  recall  exact  precision  placed");
    for (language, c) in &counts {
        let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        println!(
            "{language:8}  {:9}  {:6}  {:5}  {:6.3}  {:5.3}  {:9.3}  {:6.3}",
            c.sentences,
            c.marked,
            c.found,
            share(c.met, c.marked),
            share(c.exact, c.marked),
            share(c.right, c.found),
            share(c.placed, c.found),
        );
    }
    if wants("--speed") {
        let bytes: usize = all.iter().map(|(sentence, _)| sentence.len()).sum();
        let start = Instant::now();
        let mut found = 0;
        for _ in 0..20 {
            found += all.iter().map(|(sentence, language)| find(sentence, Some(*language), Some(date(2025, 6, 15))).len()).sum::<usize>();
        }
        println!("{:.1} MB/s ({found} found)", bytes as f64 * 20.0 / 1e6 / start.elapsed().as_secs_f64());
    }
}

fn check(sentence: &str, language: Language, marked: &[&str], count: &mut Count, misses: bool, extra: bool) {
    let found = find(sentence, Some(language), Some(date(2025, 6, 15)));
    let mut from = 0;
    let mut spans = Vec::new();
    for quote in marked {
        let at = sentence[from..].find(quote).map(|at| at + from).or_else(|| sentence.find(quote));
        let Some(at) = at else { continue };
        spans.push(Span::new(at, at + quote.len()));
        from = at + quote.len();
    }
    count.sentences += 1;
    count.marked += spans.len();
    count.found += found.len();
    count.placed += found.iter().filter(|mention| mention.interval.is_some()).count();
    count.exact += spans.iter().filter(|span| found.iter().any(|mention| mention.span == **span)).count();
    for span in &spans {
        let met: Vec<_> = found.iter().filter(|mention| mention.span.overlaps(*span)).collect();
        count.met += usize::from(!met.is_empty());
        if misses && !met.iter().any(|mention| mention.span == *span) {
            let got: Vec<&str> = met.iter().map(|mention| &sentence[mention.span.start..mention.span.end]).collect();
            println!("{} [{}] got {got:?}\n    {sentence}", if got.is_empty() { "miss" } else { "part" }, &sentence[span.start..span.end]);
        }
    }
    for mention in &found {
        let right = spans.iter().any(|span| mention.span.overlaps(*span));
        count.right += usize::from(right);
        if extra && !right {
            println!("extra [{}] {}\n    {sentence}", &sentence[mention.span.start..mention.span.end], mention.rule);
        }
    }
}

/// The sentence without its tags.
fn bare(tagged: &str) -> String {
    let mut out = String::new();
    let mut rest = tagged;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let tail = &rest[at..];
        match tail.find('>').filter(|&end| is_tag(&tail[1..end])) {
            Some(end) => rest = &tail[end + 1..],
            None => {
                out.push('<');
                rest = &tail[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn is_tag(inner: &str) -> bool {
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    inner.starts_with(['a', 'e', 'x', 'c']) && inner.len() > 1 && inner[1..].bytes().all(|byte| byte.is_ascii_digit())
}
