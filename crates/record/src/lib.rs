//! What may be said about a text: documents, mentions of actors, events, claims, positions, dates, and the evidence for each.
//!
//! Plain data. Nothing here computes, serializes itself or reaches outside.

pub mod actor;
pub mod annotation;
pub mod claim;
pub mod date;
pub mod document;
pub mod event;
pub mod evidence;
pub mod position;
pub mod report;

pub use actor::{Actor, ActorId, Identity, Kind, Mention, Resolution, Sector, Tone};
pub use annotation::{ActorFound, Annotation, Aspect, ClaimFound, EventFound, NameFound};
pub use claim::{Claim, ClaimKind};
pub use date::{DateMention, Granularity, Interval};
pub use document::{Document, Doubt, Section};
pub use event::{Class, Event, EventDate, Modality, Quad};
pub use evidence::{Evidence, Origin};
pub use position::{Position, Stance};
pub use report::Report;
