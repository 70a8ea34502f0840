//! The order of the rooms: read, annotate, code.

use mizan_annotate::annotator::{Annotator, Setting};
use mizan_annotate::encoder::{Encoder, Error, Thresholds};
use mizan_annotate::lexicon::Lexicon;
use mizan_record::{Document, Report};
use mizan_text::Span;

use crate::world;

/// Mizan, ready to read.
pub struct Engine {
    annotator: Annotator,
    threads: usize,
}

/// How many documents are held in memory at a time when many are read.
pub const BATCH: usize = 256;

impl Engine {
    /// With the shipped model and knowledge base. `confidence` moves the threshold of events, 0 to 1.
    ///
    /// # Errors
    /// When a model file is damaged.
    pub fn shipped(threads: usize, confidence: Option<f32>) -> Result<Engine, Error> {
        Engine::with(confidence.map_or(Thresholds::SHIPPED, |event| Thresholds { event, ..Thresholds::SHIPPED }), threads)
    }

    /// With other thresholds than the shipped ones.
    ///
    /// # Errors
    /// When a model file is damaged.
    pub fn with(thresholds: Thresholds, threads: usize) -> Result<Engine, Error> {
        let (encoder, lexicon) = std::thread::scope(|scope| {
            let lexicon = scope.spawn(Lexicon::shipped);
            (Encoder::load(&world::MODEL), lexicon.join())
        });
        let lexicon = lexicon.expect("the shipped knowledge base is read by a test");
        Ok(Engine { annotator: Annotator { encoder: encoder?, lexicon, thresholds }, threads })
    }

    /// The encoder alone.
    pub fn encoder(&self) -> &Encoder {
        &self.annotator.encoder
    }

    /// The knowledge base.
    pub fn lexicon(&self) -> &Lexicon {
        &self.annotator.lexicon
    }

    /// Threads it works on.
    pub fn threads(&self) -> usize {
        self.threads
    }

    /// Read documents. The reports are in the order of the documents, and each is the same whatever else is read with it.
    ///
    /// # Errors
    /// When the encoder fails.
    pub fn read(&self, documents: Vec<Document>) -> Result<Vec<Report>, Error> {
        let stretches: Vec<(&str, Span, Setting)> = documents.iter().flat_map(stretches).collect();
        let mut annotations = self.annotator.annotate(&stretches, self.threads)?.into_iter();
        let version = self.annotator.encoder.version;
        let coded = |document: Document| {
            let own: Vec<_> = annotations.by_ref().take(document.sections.len()).collect();
            mizan_code::code(document, &own, version)
        };
        Ok(documents.into_iter().map(coded).collect())
    }
}

fn stretches(document: &Document) -> impl Iterator<Item = (&str, Span, Setting)> {
    let setting = Setting { language: document.language, published: document.published.map(|(day, _)| day) };
    document.sections.iter().map(move |s| (document.text.as_str(), s.span, setting))
}
