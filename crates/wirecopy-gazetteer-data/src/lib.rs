//! Embedded name lists for wirecopy-gazetteer, with their attributions.
//!
//! Compiled gazetteers, opened in place by `wirecopy_gazetteer::Gazetteer::open_static`: [`CORE`],
//! the places, people, organisations and demonyms of the news, [`NAMES`], given names, surnames and
//! common words, and behind Cargo features the towns. README.md says what each holds and how large
//! it is.
//!
//! # Features
//!
//! - `mid`: `MID`, towns of 5,000 to 15,000 inhabitants.
//! - `all`: `MID` and `SMALL`, places of 500 to 5,000 inhabitants, from the crate
//!   wirecopy-gazetteer-data-small.
//!
//! # What this crate does not do
//!
//! It holds no code but [`attributions`], and no judgement: a name keeps every thing it may stand
//! for, and which one a story means is for the reader of the story (wirecopy-entity) to say.

mod attribution;

pub use attribution::{Attribution, attributions};

/// Places, people in office, organisations and demonyms, compiled.
pub static CORE: &[u8] = include_bytes!("generated/core.gaz");

/// Towns of 5,000 to 15,000 inhabitants, compiled.
#[cfg(feature = "mid")]
pub static MID: &[u8] = include_bytes!("generated/mid.gaz");

#[cfg(feature = "all")]
pub use wirecopy_gazetteer_data_small::SMALL;

/// The packs of things that have names, as the features of this crate have it: [`CORE`], then the
/// towns, larger ones first. [`NAMES`] is not among them.
///
/// ```
/// assert_eq!(wirecopy_gazetteer_data::packs().first(), Some(&wirecopy_gazetteer_data::CORE));
/// ```
#[must_use]
pub fn packs() -> Vec<&'static [u8]> {
    vec![
        CORE,
        #[cfg(feature = "mid")]
        MID,
        #[cfg(feature = "all")]
        SMALL,
    ]
}

/// Given names, surnames and common words, compiled.
pub static NAMES: &[u8] = include_bytes!("generated/names.gaz");

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
