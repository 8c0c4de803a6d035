//! The parts of a news story: headline, subhead, credits, byline, dateline, body.
//!
//! ```
//! use wirecopy_article::{PartKind, parts};
//!
//! let text = "Ministers agree on river fees\n\nBy Ann Field\n\nOSLO, May 7 (AP) - Talks went on.";
//! let kinds: Vec<_> = parts(text).iter().map(|part| part.kind).collect();
//! assert_eq!(kinds, [PartKind::Headline, PartKind::Byline, PartKind::Dateline]);
//! ```
//!
//! # What you get
//!
//! - [`blocks`]: the story cut into blocks (paragraphs, headings, list items, single lines). Lines that
//!   were wrapped by hand are joined; blank lines, indents and bullets set blocks apart. Callers who
//!   know what a line end means say so to [`blocks_with`].
//! - [`classify`]: one [`PartKind`] for each block. Every line that is not blank is in exactly one part.
//! - [`parts`]: both, in one call.
//!
//! # What this crate does not do
//!
//! It does not read a dateline (wirecopy-dateline does), and knows no words beyond the few that
//! newsrooms put around a story ("By", "Photo", "Reporting by", "ENDS"). It never changes the text.

mod block;
mod byline;
mod classify;
mod cues;
mod line;
mod words;

pub use block::{Block, LineBreaks, blocks, blocks_with};
pub use classify::{Part, PartKind, classify, parts};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
