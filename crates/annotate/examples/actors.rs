//! Names found in lines of `language TAB text`, with the time it took: `cargo run --release --example actors FILE`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program, not a library")]

use mizan_annotate::lexicon::Lexicon;
use mizan_text::Language;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("no file given")?;
    let lines = std::fs::read_to_string(path)?;
    let started = Instant::now();
    let lexicon = Lexicon::shipped();
    eprintln!("{} actors ready in {:?}", lexicon.actors().len(), started.elapsed());
    let started = Instant::now();
    let found: Vec<_> = lines
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(code, text)| lexicon.find(text, Language::from_code(code), None))
        .collect();
    let time = started.elapsed();
    eprintln!("{:.1} MB/s, {} names", lines.len() as f64 / 1e6 / time.as_secs_f64(), found.iter().map(Vec::len).sum::<usize>());
    for ((number, line), found) in lines.lines().enumerate().zip(found) {
        let text = line.split_once('\t').map_or("", |(_, text)| text);
        for one in found {
            let entry = one.best();
            let fields = [one.span.start.to_string(), one.quote(text).to_string(), entry.key().to_string(), entry.country().to_string()];
            println!("{number}\t{}\t{:?}\t{:?}\t{:?}\t{}", fields.join("\t"), entry.aspect, one.form, one.choice, one.entries.len());
        }
    }
    Ok(())
}
