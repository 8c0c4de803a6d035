//! Places of 500 to 5,000 inhabitants, compiled: the feature `all` of wirecopy-gazetteer-data.
//!
//! # What this crate does not do
//!
//! It is data without code: wirecopy-gazetteer opens it, wirecopy-gazetteer-data names its sources.

/// Places of 500 to 5,000 inhabitants, compiled by `wirecopy-dev generate`.
pub static SMALL: &[u8] = include_bytes!("small.gaz");

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
