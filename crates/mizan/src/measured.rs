//! Relations over time: the store is asked, `mizan-measure` measures, and what it finds becomes a page, a table or a chart.
//!
//! ```text
//! args ──► who, selection, scope ──► deeds, corpus, figures ──► mizan-measure ──► sheet ──► page | table | chart
//!          whom, what, when          rows out of the store       estimates         in words
//! ```
//!
//! A [`sheet`] holds all that a verb has found, the same for every form of output. Numbers say what they rest on: the ids, or the question in SQL that
//! lists them, made of the very conditions that picked the rows. Its words are [`told`]: patterns with gaps, English here and on paper, and said in
//! the language of the page by `mizan serve`.

pub(crate) mod ask;
mod bars;
pub(crate) mod beside;
pub(crate) mod chart;
pub(crate) mod corpus;
pub(crate) mod deeds;
pub(crate) mod diverted;
pub(crate) mod dyads;
pub(crate) mod expected;
pub(crate) mod figures;
pub(crate) mod happened;
pub(crate) mod judged;
pub(crate) mod missing;
pub(crate) mod numbers;
pub(crate) mod page;
pub(crate) mod pole;
pub(crate) mod poles;
pub(crate) mod relation;
pub(crate) mod scope;
pub(crate) mod selection;
pub(crate) mod share;
pub(crate) mod sheet;
pub(crate) mod show;
pub(crate) mod side;
pub(crate) mod sources;
mod spoken;
pub(crate) mod stands;
pub(crate) mod table;
pub(crate) mod ties;
pub(crate) mod told;
pub(crate) mod trade;
pub(crate) mod turning;
pub(crate) mod votes;
pub(crate) mod who;
pub(crate) mod words;
pub(crate) mod writers;
