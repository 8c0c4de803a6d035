//! Linear models over hashed features: tagging, classifying, ranking, and their training.
//!
//! A feature is a template's number and some atoms, hashed to 32 bits ([`Features`]). A model is a
//! table of one-byte weights, read where it lies: no start-up, integer sums only, the same answer on
//! every machine. [`Tagger`] finds the best labels for a sequence, [`Classifier`] the scores of labels
//! for one item, [`Ranker`] the best of some candidates. The feature `train` adds their training.
//!
//! # What you get
//!
//! - [`Features`], [`feature`], [`hash_str`]: templates over numbers, no strings built; [`cross`] where
//!   the same atoms go into many.
//! - [`Tagger`], [`Classifier`], [`Ranker`]: from `&'static [u8]` or `Vec<u8>`; a file that is cut short
//!   or changed gives a [`ModelError`], never a panic.
//! - [`Scores`], [`Transitions`], [`Constraints`]: scores for each label and item in, the best allowed
//!   sequence out, whatever made the scores.
#![cfg_attr(
    feature = "train",
    doc = "- [`train`]: conditional random fields, averaged perceptrons, conditional logit; fixed seeds, one\n  thread, the same bytes from the same data on every machine."
)]
//!
//! # What this crate does not do
//!
//! It does not know language: what a word is, which features to make of it, and what labels mean is
//! for the caller. It has no dense features, no kernels, no regression and no other optimisers, and
//! it reads no file: bytes in, bytes out.
//!
//! # Features of the crate
//!
//! - `train` (off): the module `train`, which needs `std`.

#![cfg_attr(not(feature = "train"), no_std)]

extern crate alloc;

mod error;
mod features;
mod hash;
mod model;
mod models;
mod narrow;
mod sequence;
#[cfg(feature = "train")]
pub mod train;
mod weights;

pub use error::ModelError;
pub use features::Features;
pub use hash::{cross, feature, hash_bytes, hash_folded, hash_str, mix, spread};
pub use models::{Classifier, Ranker, Tagger};
pub use sequence::{Constraints, Path, Scores, Transitions};

#[cfg(all(doctest, feature = "train"))]
#[doc = include_str!("../README.md")]
struct Readme;
