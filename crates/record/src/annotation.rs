//! What was found in one sentence, before it is put together: mentions by the encoder, names by the knowledge base, dates by the
//! rules. Spans are bytes of the document.

use mizan_text::Span;

use crate::actor::{Identity, Kind, Sector, Tone};
use crate::claim::ClaimKind;
use crate::date::DateMention;
use crate::event::{Class, Modality};

/// An actor mention, as the encoder sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct ActorFound {
    /// Its place.
    pub span: Span,
    /// What kind of thing it names.
    pub kind: Kind,
    /// Country code, may be empty.
    pub country: String,
    /// Probability of the country, 0 to 1.
    pub country_confidence: f32,
    /// Sector.
    pub sector: Sector,
    /// Tone of the sentence towards it.
    pub tone: Tone,
    /// Probability of the tone, 0 to 1.
    pub tone_confidence: f32,
    /// How sure the tagger is of the mention, 0 to 1.
    pub confidence: f32,
}

/// An event, as the encoder sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct EventFound {
    /// The words that state it.
    pub span: Span,
    /// What was done.
    pub class: Class,
    /// Whether it happened.
    pub modality: Modality,
    /// Numbers of actors of the sentence.
    pub sources: Vec<usize>,
    /// Numbers of actors of the sentence.
    pub targets: Vec<usize>,
    /// Number of the time expression of the sentence that belongs to it.
    pub date: Option<usize>,
    /// Probability of the class if there is an event, 0 to 1.
    pub class_confidence: f32,
    /// How sure the encoder is that there is one, 0 to 1.
    pub confidence: f32,
}

/// An attribution, as the encoder sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimFound {
    /// The cue.
    pub cue: Span,
    /// The content.
    pub content: Span,
    /// Number of the actor of the sentence that speaks.
    pub speaker: Option<usize>,
    /// What kind it is.
    pub kind: ClaimKind,
    /// How sure the encoder is that it is one, 0 to 1.
    pub confidence: f32,
}

/// Under which aspect a name in the knowledge base stands for its actor. The first ones win where a name has several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// A state by its name.
    Name,
    /// A seat or symbol that stands for a government.
    Metonym,
    /// A capital, as a place or for the government.
    Capital,
    /// An adjective of a state.
    Adjective,
    /// The people of a state.
    People,
    /// An international organisation.
    Organisation,
    /// A named body of one state.
    Body,
    /// An armed or political non-state actor.
    Group,
    /// A news agency or outlet.
    Media,
    /// A city that is no capital.
    City,
    /// A region.
    Region,
    /// A person in office.
    Official,
}

impl Aspect {
    /// The kind of mention it usually is.
    pub fn kind(self) -> Kind {
        match self {
            Aspect::Name | Aspect::Metonym | Aspect::Capital | Aspect::Adjective => Kind::Polity,
            Aspect::People => Kind::Group,
            Aspect::Organisation | Aspect::Body | Aspect::Group | Aspect::Media => Kind::Organisation,
            Aspect::City | Aspect::Region => Kind::Place,
            Aspect::Official => Kind::Person,
        }
    }
}

/// A name of the knowledge base in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameFound {
    /// Its place.
    pub span: Span,
    /// Under which aspect it names the actor.
    pub aspect: Aspect,
    /// The actor.
    pub identity: Identity,
    /// Whether it was chosen among namesakes by the date.
    pub by_date: bool,
    /// Whether namesakes were left that the date does not tell apart.
    pub ambiguous: bool,
}

/// All that was found in a sentence.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Annotation {
    /// Actor mentions in order.
    pub actors: Vec<ActorFound>,
    /// Events in order of their triggers.
    pub events: Vec<EventFound>,
    /// Claims in order of their cues.
    pub claims: Vec<ClaimFound>,
    /// Time expressions in order.
    pub dates: Vec<DateMention>,
    /// Names in order.
    pub names: Vec<NameFound>,
    /// Bytes at the end that the encoder could not hold; 0 nearly always.
    pub unread: usize,
}
