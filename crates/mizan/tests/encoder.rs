//! The shipped encoder: equal to its Python reference layer by layer, and the same whatever the number of threads or the neighbours.

use mizan::world::MODEL;
use mizan_annotate::encoder::{Encoder, Thresholds};
use serde::Deserialize;

/// How far a vector may be from ONNX Runtime's on the same int8 graph, as length of the difference over length of the vector. Activations are
/// quantised to eight bits as they come, so that a last-bit difference in one layer moves a rounding in the next: the tolerance grows with depth.
const TOLERANCE: [(&str, f32); 4] = [("embedded", 1e-4), ("layer1", 0.02), ("layer5", 0.06), ("layer9", 0.08)];

#[derive(Deserialize)]
struct Reference {
    text: String,
    ids: Vec<u32>,
    spans: Vec<[usize; 2]>,
    layers: std::collections::BTreeMap<String, Vec<f32>>,
    tags: Vec<f32>,
}

fn references() -> Vec<Reference> {
    serde_json::from_str(include_str!("fixtures/encoder.json")).unwrap()
}

const HIDDEN: usize = 384;

#[test]
fn tokens_and_layers_equal_the_python_reference() {
    let encoder = Encoder::load(&MODEL).unwrap();
    for r in references() {
        let tokens = encoder.tokens(&r.text);
        assert_eq!(tokens.iter().map(|t| t.id).collect::<Vec<_>>(), r.ids, "{}", r.text);
        assert_eq!(tokens.iter().map(|t| [t.span.start, t.span.end]).collect::<Vec<_>>(), r.spans, "{}", r.text);
        for (name, tolerance) in TOLERANCE {
            let values = encoder.inner(&r.text, &[name]).unwrap().remove(0);
            close(&values[HIDDEN..HIDDEN + 64], &r.layers[name], tolerance, name);
        }
        let tags = encoder.inner(&r.text, &["tags"]).unwrap().remove(0);
        close(&tags[r.tags.len()..2 * r.tags.len()], &r.tags, 0.08, "tags");
    }
}

fn close(ours: &[f32], theirs: &[f32], tolerance: f32, name: &str) {
    assert_eq!(ours.len(), theirs.len());
    let length = |v: &mut dyn Iterator<Item = f32>| v.map(|x| x * x).sum::<f32>().sqrt();
    let apart = length(&mut ours.iter().zip(theirs).map(|(a, b)| a - b)) / length(&mut theirs.iter().copied());
    assert!(apart <= tolerance, "{name}: {apart} of the vector's length apart");
}

#[test]
fn neighbours_order_and_threads_change_nothing() {
    let encoder = Encoder::load(&MODEL).unwrap();
    let sentences = references();
    let texts: Vec<&str> = sentences.iter().map(|r| r.text.as_str()).collect();
    let alone: Vec<_> = texts.iter().map(|t| encoder.read(t, &Thresholds::SHIPPED).unwrap()).collect();
    for threads in [1, 2, 5] {
        assert_eq!(encoder.read_all(&texts, &Thresholds::SHIPPED, threads).unwrap(), alone);
    }
    let reversed: Vec<&str> = texts.iter().rev().copied().collect();
    let mut backwards = encoder.read_all(&reversed, &Thresholds::SHIPPED, 2).unwrap();
    backwards.reverse();
    assert_eq!(backwards, alone);
}

#[test]
fn spans_fit_any_text() {
    let encoder = Encoder::load(&MODEL).unwrap();
    let long = "Россия и Китай провели переговоры, ".repeat(200);
    for text in ["", " ", "\u{202b}\u{0}", "字字字", "a", long.as_str()] {
        let reading = encoder.read(text, &Thresholds::SHIPPED).unwrap();
        let spans = reading.actors.iter().map(|a| a.span).chain(reading.events.iter().map(|e| e.span));
        assert!(spans.into_iter().all(|s| text.get(s.start..s.end).is_some_and(|q| !q.is_empty())), "{text:?}");
    }
    assert!(encoder.read(&long, &Thresholds::SHIPPED).unwrap().unread > 0, "what was not read is said");
}
