//! The metrics of the annotation guide's `score.py`, with its very semantics.
//!
//! - `actors`: mentions of actors, by exact span and by overlap; `kind` and `country` on the overlapping pairs.
//! - `presence`: does the sentence hold an event at all?
//! - `class`: the event classes of a sentence as a multiset, micro and macro.
//! - `event`: who did what to whom. The class is equal, and on either side a gold actor is met by a predicted one, or neither has any.
//! - `quad`: the same with the four quad classes instead of the sixteen.
//! - `modality`: on matched events.
//! - `claim`: contents overlap by half or more, and the speaker is met, or neither has one; `claim_kind` on those.
//! - `tone`: mean of the F1 of favourable and of unfavourable over gold actors that were found.
//!
//! Matching is greedy in the order of the record, as there. Counts are kept sentence by sentence, so that a figure for any choice of
//! sentences is a sum: that is what [`super::bootstrap`] lives on. How good a figure is for an analyst's question is not said here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

use mizan_record::Class;
use serde::Serialize;

use super::record::{Actor, Characters, Claim, Event, Record};

/// A labelled sentence and what was predicted for it.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// What is right.
    pub gold: &'a Record,
    /// What was found; an empty record where nothing was.
    pub predicted: &'a Record,
}

/// Precision, recall and F1 with the counts they rest on, rounded to four decimals.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Agreement {
    /// Precision: the part of the predicted that is right.
    pub p: f64,
    /// Recall: the part of the gold that was found.
    pub r: f64,
    /// Their harmonic mean, taken before rounding.
    pub f1: f64,
    /// How many are in the gold.
    pub gold: u64,
    /// How many were predicted.
    pub pred: u64,
}

/// Every figure, under the names `score.py` gives them. Shares are none where there was nothing to share out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are score.py's; the module says what each is")]
pub struct Scores {
    pub sentences: usize,
    pub actors_exact: Agreement,
    pub actors_overlap: Agreement,
    pub kind_accuracy: Option<f64>,
    pub country_accuracy: Option<f64>,
    pub presence: Agreement,
    pub class_micro: Agreement,
    pub class_macro_f1: f64,
    pub event: Agreement,
    pub quad: Agreement,
    pub modality_accuracy: Option<f64>,
    pub claim: Agreement,
    pub claim_kind_accuracy: Option<f64>,
    pub tone_f1_pn: f64,
    pub classes: BTreeMap<String, Agreement>,
}

/// One figure of [`Scores`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// Precision, recall and F1.
    Agreement(Agreement),
    /// A share or a mean.
    Share(Option<f64>),
}

impl Figure {
    /// F1 or the share; none where there was nothing to measure.
    pub fn value(self) -> Option<f64> {
        match self {
            Figure::Agreement(agreement) => (agreement.gold + agreement.pred > 0).then_some(agreement.f1),
            Figure::Share(share) => share,
        }
    }
}

impl Scores {
    /// The figures by name, without the classes.
    pub fn figures(&self) -> [(&'static str, Figure); 13] {
        [
            ("actors_exact", Figure::Agreement(self.actors_exact)),
            ("actors_overlap", Figure::Agreement(self.actors_overlap)),
            ("kind_accuracy", Figure::Share(self.kind_accuracy)),
            ("country_accuracy", Figure::Share(self.country_accuracy)),
            ("presence", Figure::Agreement(self.presence)),
            ("class_micro", Figure::Agreement(self.class_micro)),
            ("class_macro_f1", Figure::Share(Some(self.class_macro_f1))),
            ("event", Figure::Agreement(self.event)),
            ("quad", Figure::Agreement(self.quad)),
            ("modality_accuracy", Figure::Share(self.modality_accuracy)),
            ("claim", Figure::Agreement(self.claim)),
            ("claim_kind_accuracy", Figure::Share(self.claim_kind_accuracy)),
            ("tone_f1_pn", Figure::Share(Some(self.tone_f1_pn))),
        ]
    }
}

/// Score predictions.
pub fn score(pairs: &[Pair]) -> Scores {
    Tallies::of(pairs).scores()
}

/// The counts of each of some sentences.
#[derive(Debug, Clone)]
pub struct Tallies {
    classes: Vec<String>,
    sentences: Vec<Tally>,
}

impl Tallies {
    /// Count.
    pub fn of(pairs: &[Pair]) -> Tallies {
        let events = pairs.iter().flat_map(|pair| pair.gold.events.iter().chain(&pair.predicted.events));
        let classes: BTreeSet<&str> = events.map(|event| event.class.as_str()).collect();
        let classes: Vec<String> = classes.into_iter().map(str::to_owned).collect();
        let sentences = pairs.iter().map(|pair| Tally::of(*pair, &classes)).collect();
        Tallies { classes, sentences }
    }

    /// How many sentences.
    pub fn len(&self) -> usize {
        self.sentences.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// The figures for all of them.
    pub fn scores(&self) -> Scores {
        self.scores_of(0..self.len())
    }

    /// The figures for a choice of them, by number; a sentence may be chosen more than once.
    pub fn scores_of(&self, chosen: impl Iterator<Item = usize>) -> Scores {
        let mut counts = Counts::default();
        let mut classes = vec![Hits::default(); self.classes.len()];
        let mut sentences = 0;
        for tally in chosen.map(|number| &self.sentences[number]) {
            counts += tally.counts;
            for (class, hits) in &tally.classes {
                classes[*class] += *hits;
            }
            sentences += 1;
        }
        let named = self.classes.iter().cloned().zip(classes).filter(|(_, hits)| hits.gold + hits.predicted > 0);
        counts.scores(sentences, named.collect())
    }
}

/// The counts of one sentence; classes by their number in the list.
#[derive(Debug, Clone)]
struct Tally {
    counts: Counts,
    classes: Vec<(usize, Hits)>,
}

/// How many were right, predicted, and in the gold.
#[derive(Debug, Clone, Copy, Default)]
struct Hits {
    right: u64,
    predicted: u64,
    gold: u64,
}

#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    actors_exact: Hits,
    actors_overlap: Hits,
    kind: u64,
    country: u64,
    favourable: Hits,
    unfavourable: Hits,
    presence: Hits,
    event: Hits,
    quad: Hits,
    modality: u64,
    claim: Hits,
    claim_kind: u64,
}

impl Tally {
    fn of(pair: Pair, names: &[String]) -> Tally {
        let Pair { gold, predicted } = pair;
        let mut counts = Counts::default();
        counts.actors(&gold.actors, &predicted.actors);
        counts.events(pair);
        counts.claims(pair);
        let in_class = |events: &[Event], class: &str| events.iter().filter(|event| event.class == class).count() as u64;
        let classes = names.iter().enumerate().filter_map(|(number, class)| {
            let (gold, predicted) = (in_class(&gold.events, class), in_class(&predicted.events, class));
            (gold + predicted > 0).then_some((number, Hits { right: gold.min(predicted), predicted, gold }))
        });
        Tally { counts, classes: classes.collect() }
    }
}

impl Counts {
    fn actors(&mut self, gold: &[Actor], predicted: &[Actor]) {
        let spans = |actors: &[Actor]| actors.iter().map(|actor| actor.span).collect::<BTreeSet<_>>();
        let exact = spans(gold).intersection(&spans(predicted)).count();
        self.actors_exact = Hits::new(exact, predicted.len(), gold.len());
        let mut predicted: Vec<&Actor> = predicted.iter().collect();
        predicted.sort_by_key(|actor| actor.span);
        let met = greedy(gold, &predicted, |gold, predicted| gold.span.overlaps(predicted.span));
        self.actors_overlap = Hits::new(met.len(), predicted.len(), gold.len());
        for (gold, predicted) in met.into_iter().map(|(i, j)| (&gold[i], predicted[j])) {
            self.kind += u64::from(gold.kind == predicted.kind);
            self.country += u64::from(gold.country == predicted.country);
            for (hits, sign) in [(&mut self.favourable, 1), (&mut self.unfavourable, -1)] {
                let (gold, predicted) = (gold.tone == sign, predicted.tone == sign);
                *hits += Hits::new(usize::from(gold && predicted), usize::from(predicted), usize::from(gold));
            }
        }
    }

    fn events(&mut self, pair: Pair) {
        let (gold, predicted) = (&pair.gold.events, &pair.predicted.events);
        let (some_gold, some_predicted) = (!gold.is_empty(), !predicted.is_empty());
        self.presence = Hits::new(usize::from(some_gold && some_predicted), usize::from(some_predicted), usize::from(some_gold));
        let met = event_pairs(pair);
        self.event = Hits::new(met.len(), predicted.len(), gold.len());
        self.modality = met.iter().filter(|(i, j)| gold[*i].modality == predicted[*j].modality).count() as u64;
        self.quad = Hits::new(matched_events(pair, same_quad).len(), predicted.len(), gold.len());
    }

    fn claims(&mut self, pair: Pair) {
        let (gold, predicted) = (&pair.gold.claims, &pair.predicted.claims);
        let met = claim_pairs(pair);
        self.claim = Hits::new(met.len(), predicted.len(), gold.len());
        self.claim_kind = met.iter().filter(|(i, j)| gold[*i].kind == predicted[*j].kind).count() as u64;
    }

    fn scores(self, sentences: usize, classes: BTreeMap<String, Hits>) -> Scores {
        let mut micro = Hits::default();
        classes.values().for_each(|hits| micro += *hits);
        let classes: BTreeMap<String, Agreement> = classes.into_iter().map(|(class, hits)| (class, hits.agreement())).collect();
        let in_gold: Vec<f64> = classes.values().filter(|class| class.gold > 0).map(|class| class.f1).collect();
        Scores {
            sentences,
            actors_exact: self.actors_exact.agreement(),
            actors_overlap: self.actors_overlap.agreement(),
            kind_accuracy: share(self.kind, self.actors_overlap.right),
            country_accuracy: share(self.country, self.actors_overlap.right),
            presence: self.presence.agreement(),
            class_micro: micro.agreement(),
            class_macro_f1: rounded(in_gold.iter().fold(0.0, |sum, f1| sum + f1) / in_gold.len().max(1) as f64),
            event: self.event.agreement(),
            quad: self.quad.agreement(),
            modality_accuracy: share(self.modality, self.event.right),
            claim: self.claim.agreement(),
            claim_kind_accuracy: share(self.claim_kind, self.claim.right),
            tone_f1_pn: rounded((self.favourable.agreement().f1 + self.unfavourable.agreement().f1) / 2.0),
            classes,
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.actors_exact += other.actors_exact;
        self.actors_overlap += other.actors_overlap;
        self.kind += other.kind;
        self.country += other.country;
        self.favourable += other.favourable;
        self.unfavourable += other.unfavourable;
        self.presence += other.presence;
        self.event += other.event;
        self.quad += other.quad;
        self.modality += other.modality;
        self.claim += other.claim;
        self.claim_kind += other.claim_kind;
    }
}

impl Hits {
    fn new(right: usize, predicted: usize, gold: usize) -> Hits {
        Hits { right: right as u64, predicted: predicted as u64, gold: gold as u64 }
    }

    fn agreement(self) -> Agreement {
        let of = |whole: u64| if whole == 0 { 0.0 } else { self.right as f64 / whole as f64 };
        let (p, r) = (of(self.predicted), of(self.gold));
        let f1 = if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) };
        Agreement { p: rounded(p), r: rounded(r), f1: rounded(f1), gold: self.gold, pred: self.predicted }
    }
}

impl AddAssign for Hits {
    fn add_assign(&mut self, other: Hits) {
        self.right += other.right;
        self.predicted += other.predicted;
        self.gold += other.gold;
    }
}

/// Which gold event each predicted one is, by number.
pub(super) fn event_pairs(pair: Pair) -> Vec<(usize, usize)> {
    matched_events(pair, |gold, predicted| gold == predicted)
}

/// Which gold claim each predicted one is, by number.
pub(super) fn claim_pairs(pair: Pair) -> Vec<(usize, usize)> {
    let (gold_spans, predicted_spans) = (spans(pair.gold), spans(pair.predicted));
    greedy(&pair.gold.claims, &pair.predicted.claims, |gold, predicted| {
        extent(gold, predicted) >= 0.5 && side_met(&speaker(gold, &gold_spans), &speaker(predicted, &predicted_spans))
    })
}

/// How much the contents of two claims have in common, 0 to 1.
pub(super) fn extent(gold: &Claim, predicted: &Claim) -> f64 {
    gold.span.zip(predicted.span).map_or(0.0, |(gold, predicted)| gold.intersection_over_union(predicted))
}

/// Where a sentence's actors stand, by number.
pub(super) fn spans(record: &Record) -> BTreeMap<i64, Characters> {
    record.actors.iter().map(|actor| (actor.n, actor.span)).collect()
}

/// Where the actors of one side of an event stand; numbers that name no actor are passed over.
pub(super) fn side(numbers: &[i64], spans: &BTreeMap<i64, Characters>) -> Vec<Characters> {
    numbers.iter().filter_map(|number| spans.get(number).copied()).collect()
}

/// Where the speaker of a claim stands, if it has one.
pub(super) fn speaker(claim: &Claim, spans: &BTreeMap<i64, Characters>) -> Vec<Characters> {
    side(claim.speaker.as_slice(), spans)
}

/// Whether one of the gold actors is met by one of the predicted, or there is none in either.
pub(super) fn side_met(gold: &[Characters], predicted: &[Characters]) -> bool {
    (gold.is_empty() && predicted.is_empty()) || gold.iter().any(|g| predicted.iter().any(|p| g.overlaps(*p)))
}

fn matched_events(pair: Pair, same: impl Fn(&str, &str) -> bool) -> Vec<(usize, usize)> {
    let (gold_spans, predicted_spans) = (spans(pair.gold), spans(pair.predicted));
    greedy(&pair.gold.events, &pair.predicted.events, |gold, predicted| {
        same(&gold.class, &predicted.class)
            && side_met(&side(&gold.sources, &gold_spans), &side(&predicted.sources, &predicted_spans))
            && side_met(&side(&gold.targets, &gold_spans), &side(&predicted.targets, &predicted_spans))
    })
}

fn same_quad(gold: &str, predicted: &str) -> bool {
    let quad = |class: &str| Class::from_name(class).map(Class::quad);
    quad(gold).is_some() && quad(gold) == quad(predicted)
}

/// Pairs by number: each of the gold takes the first of the predicted that will do and is still free.
fn greedy<G, P>(gold: &[G], predicted: &[P], will_do: impl Fn(&G, &P) -> bool) -> Vec<(usize, usize)> {
    let mut used = vec![false; predicted.len()];
    let mut pairs = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        let free = (0..predicted.len()).find(|&j| !used[j] && will_do(g, &predicted[j]));
        if let Some(j) = free {
            used[j] = true;
            pairs.push((i, j));
        }
    }
    pairs
}

fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| rounded(part as f64 / whole as f64))
}

/// To four decimals, by the exact value of the number and ties to even, as Python's `round` does it.
pub(super) fn rounded(value: f64) -> f64 {
    format!("{value:.4}").parse().expect("a number just written is a number")
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn rounds_as_python_does() {
        // python3 -c 'print([round(x / 32, 4) for x in range(1, 32, 2)])'
        let halves = [
            0.0312, 0.0938, 0.1562, 0.2188, 0.2812, 0.3438, 0.4062, 0.4688, 0.5312, 0.5938, 0.6562, 0.7188, 0.7812, 0.8438, 0.9062, 0.9688,
        ];
        for (index, expected) in halves.into_iter().enumerate() {
            assert_eq!(rounded((2 * index + 1) as f64 / 32.0), expected);
        }
        // python3 -c 'print(round(0.41665, 4), round(2 / 3, 4), round(0.12345, 4))'
        assert_eq!([0.41665, 2.0 / 3.0, 0.12345].map(rounded), [0.4167, 0.6667, 0.1235]);
    }
}
