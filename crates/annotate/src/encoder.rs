//! The network: what it finds in a sentence, and its answers about given spans.
//!
//! Weights come in as bytes; nothing here opens a file. A sentence is read once by nine layers, and again by layers 7 to 12
//! for each trigger or cue found, whatever stands around it in the input: the result of a sentence does not depend on
//! the others, on the order or on the number of threads.

mod decode;
mod embeddings;
mod entities;
mod labels;
mod network;
mod reading;
mod tokenizer;

pub use entities::Entity;
pub use labels::Labels;
pub use network::Network;
pub(crate) use reading::is_half_a_compound;
pub use reading::{Reading, Thresholds};
pub use tokenizer::{Token, Tokenizer};

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

use mizan_text::{Language, Span};

/// The files of a trained model, as bytes.
#[derive(Debug, Clone, Copy)]
pub struct ModelFiles {
    /// Name and version, for the origin of records.
    pub version: &'static str,
    /// `vocabulary.bin`.
    pub vocabulary: &'static [u8],
    /// `embeddings.q4`.
    pub embeddings: &'static [u8],
    /// `lower.onnx`.
    pub lower: &'static [u8],
    /// `middle.onnx`.
    pub middle: &'static [u8],
    /// `actors.onnx`.
    pub actors: &'static [u8],
    /// `focus.onnx`.
    pub focus: &'static [u8],
    /// `labels.txt`.
    pub labels: &'static str,
}

/// What can go wrong with a model.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A model file is cut short or of another kind.
    #[error("the model file `{0}` is damaged; build Mizan again from a whole checkout")]
    Damaged(&'static str),
    /// The inference engine refused a graph or its inputs.
    #[error("the encoder failed: {0}")]
    Engine(String),
    /// A given span is empty, outside the text, or inside a character.
    #[error("the span {start}..{end} does not fit the text; give half-open offsets in characters")]
    Span {
        /// First byte asked for.
        start: usize,
        /// One past the last.
        end: usize,
    },
}

/// The whole encoder, ready to read.
pub struct Encoder {
    network: Network,
    /// Name and version of the model.
    pub version: &'static str,
}

impl Encoder {
    /// Take the files of a model.
    ///
    /// # Errors
    /// When a file is damaged.
    pub fn load(files: &ModelFiles) -> Result<Encoder, Error> {
        Ok(Encoder { network: Network::load(files)?, version: files.version })
    }

    /// What stands in one sentence.
    ///
    /// # Errors
    /// When the engine fails, which no text should bring about.
    pub fn read(&self, sentence: &str, thresholds: &Thresholds) -> Result<Reading, Error> {
        reading::read(&self.network, sentence, thresholds)
    }

    /// The same for many sentences, on `threads` threads; the results are in the order of the sentences and do not depend on
    /// the number of threads.
    ///
    /// # Errors
    /// The first failure, in order.
    pub fn read_all(&self, sentences: &[&str], thresholds: &Thresholds, threads: usize) -> Result<Vec<Reading>, Error> {
        in_parallel(sentences, threads, |s| self.read(s, thresholds))
    }

    /// Probabilities of the fifteen root classes for the relation of two given actors.
    ///
    /// # Errors
    /// When a span does not fit the text.
    pub fn relation(&self, text: &str, source: Span, target: Span) -> Result<Vec<f32>, Error> {
        reading::relation(&self.network, text, source, target)
    }

    /// Probabilities of neutral, favourable and unfavourable tone towards a given span.
    ///
    /// # Errors
    /// When the span does not fit the text.
    pub fn tone(&self, text: &str, span: Span) -> Result<Vec<f32>, Error> {
        reading::tone(&self.network, text, span)
    }

    /// Named entities of a text of any length, in order.
    ///
    /// # Errors
    /// When the engine fails, which no text should bring about.
    pub fn entities(&self, text: &str, language: Language) -> Result<Vec<Entity>, Error> {
        entities::read(&self.network, text, language)
    }

    /// The names of the network's outputs.
    pub fn labels(&self) -> &Labels {
        self.network.labels()
    }

    /// The pieces of a text.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        self.network.tokens(text)
    }

    /// Named inner tensors of the first reading of a sentence, for comparison with the trained network: `embedded`, `layer1` to `layer9`.
    ///
    /// # Errors
    /// When a name is unknown.
    pub fn inner(&self, sentence: &str, names: &[&str]) -> Result<Vec<Vec<f32>>, Error> {
        self.network.inner(sentence, names)
    }
}

/// Run `work` on every item, in order, on a number of threads, and gather the results in the order of the items.
///
/// # Errors
/// The first failure in the order of the items.
pub fn in_parallel<T: Sync, R: Send>(items: &[T], threads: usize, work: impl Fn(&T) -> Result<R, Error> + Sync) -> Result<Vec<R>, Error> {
    let next = AtomicUsize::new(0);
    let slots: Vec<Mutex<Option<Result<R, Error>>>> = items.iter().map(|_| Mutex::new(None)).collect();
    std::thread::scope(|scope| {
        for _ in 0..threads.clamp(1, items.len().max(1)) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { break };
                    *slots[at].lock().expect("a slot is locked by one worker only") = Some(work(item));
                }
            });
        }
    });
    slots.into_iter().map(|s| s.into_inner().expect("no worker panicked").expect("every slot was filled")).collect()
}

/// How many threads to use when nothing is said: one a core.
pub fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| std::thread::available_parallelism().map_or(1, usize::from))
}
