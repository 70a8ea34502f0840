//! The worst errors, for reading: sentence by sentence what was missed, invented or half right, costliest first.
//!
//! An event or claim that [`super::score`] leaves unmatched on both sides is half right when the two are evidently about the same thing:
//! the same class, or the same words. Costs only order the list; they enter no figure. In halves of a miss:
//!
//! | error | cost |
//! |---|---|
//! | missed, invented | 2 |
//! | another class of the same quad; of another quad; conflict for cooperation or the reverse | 2; 3; 4 |
//! | source, target or speaker wrong | 2, and 1 for the second in one event |
//! | claim cut wrongly, less than half in common | 2 |
//! | modality or kind of claim wrong | 1 |

use mizan_record::{Class, Quad};

use super::record::{Characters, Claim, Event, Record};
use super::score::{Pair, claim_pairs, event_pairs, extent, side, side_met, spans, speaker};

/// A sentence with errors.
#[derive(Debug, Clone, PartialEq)]
pub struct Mistaken {
    /// Its name.
    pub id: String,
    /// Language and register, as far as given.
    pub kind: Vec<String>,
    /// The sentence, if the file has it.
    pub text: Option<String>,
    /// What all its faults cost.
    pub cost: u32,
    /// What is wrong, costliest first.
    pub faults: Vec<Fault>,
}

/// Something wrong with one event or claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// What is wrong, in a few words: `wrong class, wrong target`.
    pub what: String,
    /// The event or claim as labelled; none when it was invented.
    pub gold: Option<String>,
    /// The event or claim as found; none when it was missed.
    pub predicted: Option<String>,
    /// What it costs.
    pub cost: u32,
}

/// The sentences with the costliest errors, at most so many.
pub fn worst(pairs: &[Pair], limit: usize) -> Vec<Mistaken> {
    let mut all: Vec<Mistaken> = pairs.iter().map(|pair| mistaken(*pair)).filter(|sentence| sentence.cost > 0).collect();
    all.sort_by_key(|sentence| std::cmp::Reverse(sentence.cost));
    all.truncate(limit);
    all
}

fn mistaken(pair: Pair) -> Mistaken {
    let mut faults = event_faults(pair);
    faults.extend(claim_faults(pair));
    faults.sort_by_key(|fault| std::cmp::Reverse(fault.cost));
    Mistaken {
        id: pair.gold.id.clone(),
        kind: pair.gold.language.iter().chain(&pair.gold.register).cloned().collect(),
        text: pair.gold.text.clone().or_else(|| pair.predicted.text.clone()),
        cost: faults.iter().map(|fault| fault.cost).sum(),
        faults,
    }
}

fn event_faults(pair: Pair) -> Vec<Fault> {
    let (gold, predicted) = (&pair.gold.events, &pair.predicted.events);
    let same_words = |g: &Event, p: &Event| g.span.zip(p.span).is_some_and(|(g, p)| g.overlaps(p));
    let mut meeting = Meeting::new(gold.len(), predicted.len(), event_pairs(pair));
    meeting.join(|i, j| gold[i].class == predicted[j].class && same_words(&gold[i], &predicted[j]));
    meeting.join(|i, j| same_words(&gold[i], &predicted[j]));
    meeting.join(|i, j| gold[i].class == predicted[j].class);
    meeting.faults(
        |i, j| wrong_in_event(pair, &gold[i], &predicted[j]),
        |i| format!("event {}", event_words(&gold[i], pair.gold, pair)),
        |j| format!("event {}", event_words(&predicted[j], pair.predicted, pair)),
    )
}

fn claim_faults(pair: Pair) -> Vec<Fault> {
    let (gold, predicted) = (&pair.gold.claims, &pair.predicted.claims);
    let mut meeting = Meeting::new(gold.len(), predicted.len(), claim_pairs(pair));
    meeting.join(|i, j| extent(&gold[i], &predicted[j]) >= 0.5);
    meeting.join(|i, j| extent(&gold[i], &predicted[j]) > 0.0);
    meeting.faults(
        |i, j| wrong_in_claim(pair, &gold[i], &predicted[j]),
        |i| format!("claim {}", claim_words(&gold[i], pair.gold, pair)),
        |j| format!("claim {}", claim_words(&predicted[j], pair.predicted, pair)),
    )
}

/// Which of the gold goes with which of the predicted.
struct Meeting {
    pairs: Vec<(usize, usize)>,
    gold: Vec<usize>,
    predicted: Vec<usize>,
}

impl Meeting {
    fn new(gold: usize, predicted: usize, pairs: Vec<(usize, usize)>) -> Meeting {
        let free_gold = (0..gold).filter(|i| pairs.iter().all(|(met, _)| met != i)).collect();
        let free_predicted = (0..predicted).filter(|j| pairs.iter().all(|(_, met)| met != j)).collect();
        Meeting { pairs, gold: free_gold, predicted: free_predicted }
    }

    /// Join what is still free on both sides and will do.
    fn join(&mut self, will_do: impl Fn(usize, usize) -> bool) {
        let (pairs, predicted) = (&mut self.pairs, &mut self.predicted);
        self.gold.retain(|&i| {
            let Some(place) = predicted.iter().position(|&j| will_do(i, j)) else { return true };
            pairs.push((i, predicted.remove(place)));
            false
        });
    }

    fn faults(
        self,
        wrong: impl Fn(usize, usize) -> Vec<(&'static str, u32)>,
        gold: impl Fn(usize) -> String,
        predicted: impl Fn(usize) -> String,
    ) -> Vec<Fault> {
        let half_right = self.pairs.iter().map(|&(i, j)| {
            let wrong = wrong(i, j);
            let words: Vec<&str> = wrong.iter().map(|(what, _)| *what).collect();
            let cost = wrong.iter().map(|(_, cost)| cost).sum();
            Fault { what: words.join(", "), gold: Some(gold(i)), predicted: Some(predicted(j)), cost }
        });
        let missed = self.gold.iter().map(|&i| Fault { what: "missed".to_owned(), gold: Some(gold(i)), predicted: None, cost: 2 });
        let invented =
            self.predicted.iter().map(|&j| Fault { what: "invented".to_owned(), gold: None, predicted: Some(predicted(j)), cost: 2 });
        half_right.chain(missed).chain(invented).filter(|fault| fault.cost > 0).collect()
    }
}

fn wrong_in_event(pair: Pair, gold: &Event, predicted: &Event) -> Vec<(&'static str, u32)> {
    let (gold_spans, predicted_spans) = (spans(pair.gold), spans(pair.predicted));
    let met = |gold: &[i64], predicted: &[i64]| side_met(&side(gold, &gold_spans), &side(predicted, &predicted_spans));
    let mut wrong = Vec::new();
    if gold.class != predicted.class {
        wrong.push(("wrong class", class_cost(&gold.class, &predicted.class)));
    }
    let source_met = met(&gold.sources, &predicted.sources);
    if !source_met {
        wrong.push(("wrong source", 2));
    }
    if !met(&gold.targets, &predicted.targets) {
        wrong.push(("wrong target", if source_met { 2 } else { 1 }));
    }
    if gold.modality != predicted.modality {
        wrong.push(("wrong modality", 1));
    }
    wrong
}

fn class_cost(gold: &str, predicted: &str) -> u32 {
    let quad = |class: &str| Class::from_name(class).map(Class::quad);
    let is_conflict = |quad: Quad| matches!(quad, Quad::VerbalConflict | Quad::MaterialConflict);
    match quad(gold).zip(quad(predicted)) {
        Some((gold, predicted)) if gold == predicted => 2,
        Some((gold, predicted)) if is_conflict(gold) != is_conflict(predicted) => 4,
        _ => 3,
    }
}

fn wrong_in_claim(pair: Pair, gold: &Claim, predicted: &Claim) -> Vec<(&'static str, u32)> {
    let mut wrong = Vec::new();
    if extent(gold, predicted) < 0.5 {
        wrong.push(("wrong extent", 2));
    }
    if !side_met(&speaker(gold, &spans(pair.gold)), &speaker(predicted, &spans(pair.predicted))) {
        wrong.push(("wrong speaker", 2));
    }
    if gold.kind != predicted.kind {
        wrong.push(("wrong kind", 1));
    }
    wrong
}

/// An event in words. Latin words stand between the names, so that a right-to-left sentence cannot turn source and target round.
fn event_words(event: &Event, record: &Record, pair: Pair) -> String {
    let text = text_of(record, pair);
    let spans = spans(record);
    let names = |numbers: &[i64]| {
        let names: Vec<String> = side(numbers, &spans).into_iter().map(|span| quote(span, text)).collect();
        if names.is_empty() { "nobody named".to_owned() } else { names.join(" and ") }
    };
    let modality = event.modality.as_deref().unwrap_or("no modality");
    let trigger = event.span.map_or(String::new(), |span| format!(" {}", quote(span, text)));
    format!("{} ({modality}){trigger} by {} to {}", event.class, names(&event.sources), names(&event.targets))
}

fn claim_words(claim: &Claim, record: &Record, pair: Pair) -> String {
    let text = text_of(record, pair);
    let speaker = speaker(claim, &spans(record)).first().map_or("nobody named".to_owned(), |span| quote(*span, text));
    let content = claim.span.map_or(String::new(), |span| format!(" {}", quote(span, text)));
    format!("({}) by {speaker}:{content}", claim.kind.as_deref().unwrap_or("no kind"))
}

fn text_of<'a>(record: &'a Record, pair: Pair<'a>) -> Option<&'a str> {
    record.text.as_deref().or(pair.gold.text.as_deref()).or(pair.predicted.text.as_deref())
}

/// The words between marks, with their place in the sentence.
fn quote(span: Characters, text: Option<&str>) -> String {
    let words = text.map_or(String::new(), |text| format!("“{}” ", span.quote(text)));
    format!("{words}[{}, {})", span.start, span.end)
}
