//! Corrections where language is regular, one file each, with examples as tests. Each rule that changes a record leaves its name in the
//! record's origin.

pub mod carried_speaker;
pub mod coordination;
pub mod headline_colon;
pub mod long_past;
pub mod proclitic;
pub mod quotation;
pub mod twin;
