//! Part of speech and grammatical head of each word of English news copy.
//!
//! ```
//! use wirecopy_syntax::{Model, Parser, Relation, Tag};
//!
//! let model = Model::from_static(wirecopy_model_data::syntax())?;
//! let mut parser = Parser::new(&model);
//! let words = ["The", "minister", "said", "prices", "would", "fall", "."];
//! let parse = parser.parse(words);
//!
//! assert_eq!(parse.tag(1), Some(Tag::Nn));
//! assert_eq!(parse.subject_of(2), Some(1));
//! let said = parse.child(2, Relation::Complement).unwrap();
//! assert_eq!(words[parse.subtree(said)], ["prices", "would", "fall"]);
//! # Ok::<(), wirecopy_linear::ModelError>(())
//! ```
//!
//! # What you get
//!
//! - [`Parser`]: words of a sentence in, a [`Parse`] out; tags alone on demand. Reuses its memory.
//! - [`Parse`]: tags, heads, relations, subtrees as ranges, subjects of verbs.
//! - [`Tag`] (Penn Treebank) and [`Relation`] (Universal Dependencies, some joined).
//! - [`Model`]: weights from bytes, read where they lie; the weights for English are in
//!   wirecopy-model-data.
#![cfg_attr(feature = "train", doc = "- [`train`]: weights from parsed sentences of your own.")]
//!
//! # What this crate does not do
//!
//! It does not know news: no names, no quotations, no dates. It does not split text into words or
//! sentences (wirecopy-token does), gives no lemmas and no morphology, keeps no second-best parse,
//! and has no weights of its own.
//!
//! # Features of the crate
//!
//! - `train` (off): the module `train`, which needs `std`.

#![cfg_attr(not(feature = "train"), no_std)]

extern crate alloc;

mod error;
mod features;
mod names;
mod parse;
mod parser;
mod state;
mod tagger;
#[cfg(feature = "train")]
pub mod train;
mod word;

pub use names::{Relation, Tag};
pub use parse::Parse;
pub use parser::{Model, Parser};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
