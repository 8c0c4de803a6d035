//! Embedded name lists for wirecopy-gazetteer, with their attributions.
//!
//! Two compiled gazetteers, opened in place by `wirecopy_gazetteer::Gazetteer::open_static`:
//! [`CORE`], the places, people, organisations and demonyms of the news, and [`NAMES`], given names,
//! surnames and common words. README.md says what each holds and how large it is.
//!
//! # What this crate does not do
//!
//! It holds no code but [`attributions`], and no judgement: a name keeps every thing it may stand
//! for, and which one a story means is for the reader of the story (wirecopy-entity) to say.

mod attribution;

pub use attribution::{Attribution, attributions};

/// Places, people in office, organisations and demonyms, compiled.
pub static CORE: &[u8] = include_bytes!("generated/core.gaz");

/// Given names, surnames and common words, compiled.
pub static NAMES: &[u8] = include_bytes!("generated/names.gaz");

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
