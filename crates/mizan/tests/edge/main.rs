//! What people and programs get to see: the brief and the formats, from reports built by hand.

mod brief;
mod format;
mod hostile;
mod sample;
