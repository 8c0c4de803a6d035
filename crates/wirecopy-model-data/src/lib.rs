//! Trained weights for wirecopy, with their model cards.
//!
//! Bytes only, used where they lie: hand them to the crate that knows their features.
//!
//! ```
//! assert!(wirecopy_model_data::quotes().starts_with(b"WCLINEAR"));
//! assert!(wirecopy_model_data::entities().starts_with(b"WCLINEAR"));
//! let [tags, actions, relations] = wirecopy_model_data::syntax();
//! assert!(tags.starts_with(b"WCLINEAR"));
//! ```
//!
//! # What this crate does not do
//!
//! It holds no code and no judgement, and nobody needs it: wirecopy works on rules alone, and weights
//! of your own load the same way. Each model has a card in `cards/`: what it learnt from, how well it
//! does, its checksum, and how to train it again.

#![no_std]

/// Bytes at the start of a cache line, as the rows of their tables want to lie.
#[repr(C, align(64))]
struct Aligned<const N: usize>([u8; N]);

/// The bytes of a file of weights.
macro_rules! weights {
    ($file:literal) => {{
        static WEIGHTS: Aligned<{ include_bytes!($file).len() }> = Aligned(*include_bytes!($file));
        &WEIGHTS.0
    }};
}

/// Weights of wirecopy-syntax: tags, actions, relations, as `wirecopy_syntax::Model::from_static`
/// takes them.
#[must_use]
pub const fn syntax() -> [&'static [u8]; 3] {
    [
        weights!("weights/syntax-tags.lin"),
        weights!("weights/syntax-actions.lin"),
        weights!("weights/syntax-relations.lin"),
    ]
}

/// Weights of wirecopy-quote, as `wirecopy_quote::QuoteModel::from_static` takes them.
#[must_use]
pub const fn quotes() -> &'static [u8] {
    weights!("weights/quotes.lin")
}

/// Weights of wirecopy-entity, as `wirecopy_entity::EntityModel::from_static` takes them.
#[must_use]
pub const fn entities() -> &'static [u8] {
    include_bytes!("weights/entities.lin")
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
