//! Direct, mixed and indirect quotation with cue and speaker.
//!
//! ```
//! use wirecopy_quote::{Act, find_quotes};
//! use wirecopy_token::tokenize;
//!
//! let text = "The ferry will sail on Friday, Ana Ruiz said.";
//! let quotes = find_quotes(text, &tokenize(text), &[]);
//! assert_eq!(quotes[0].content[0].of(text), "The ferry will sail on Friday");
//! assert_eq!(quotes[0].speaker.map(|span| span.of(text)), Some("Ana Ruiz"));
//! assert_eq!(quotes[0].act, Act::Speech);
//! ```
//!
//! # What you get
//!
//! - [`find_quotes`]: every [`Quote`] of a tokenised text: content, cue, speaker, kind, act, reason.
//! - [`marks`]: the pairs of quotation marks of a paragraph, apart from apostrophes and inches, and
//!   what each looks like: speech, a title, a nickname, a term at arm's length.
//!
//! # How it works
//!
//! Paragraph by paragraph: marks are paired; each word gets a light guess at its class; each cue of
//! the lists in `data/` looks for content beside it and for its subject; of two quotations one
//! inside the other the outer stays; quotations without a cue go on with the speaker before, or
//! stand without one.
//!
//! # What this crate does not do
//!
//! It does not resolve speakers to people: `he` stays `he`. It is written for English. It uses no
//! trained weights; content of attitudes and plans is found less surely than what was said.

mod clauses;
mod continuity;
mod finder;
mod fronted;
mod lexicon;
mod linking;
mod marks;
mod others;
mod phrases;
mod quote;
mod verbs;
mod words;

pub use finder::{QuoteFinder, find_quotes};
pub use marks::{MarkPair, MarkStyle, MarkUse, marks};
pub use quote::{Act, Quote, QuoteKind, QuoteReason};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
