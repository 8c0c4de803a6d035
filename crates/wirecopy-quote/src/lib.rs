//! Direct, mixed and indirect quotation with cue and speaker.
//!
//! ```
//! use wirecopy_quote::{Act, find_quotes};
//! use wirecopy_token::tokenize;
//!
//! let text = "The ferry will sail on Friday, Ana Ruiz said.";
//! let quotes = find_quotes(text, &tokenize(text));
//! assert_eq!(quotes[0].content[0].of(text), "The ferry will sail on Friday");
//! assert_eq!(quotes[0].speaker.map(|span| span.of(text)), Some("Ana Ruiz"));
//! assert_eq!(quotes[0].act, Act::Speech);
//! ```
//!
//! # What you get
//!
//! - [`QuoteFinder::labeller`]: the same with trained weights, or with scores from elsewhere.
//! - [`QuoteFinder::nested`]: which attributions within what another says are given beside it.
//! - [`find_quotes`]: every [`Quote`] of a tokenised text: content, cue, speaker, kind, act, reason.
//! - [`Evidence`]: where weights decided and not a rule, what they went by, in words.
//! - [`marks`]: the pairs of quotation marks of a paragraph, apart from apostrophes and inches, and
//!   what each looks like: speech, a title, a nickname, a term at arm's length.
//!
//! # How it works
//!
//! Paragraph by paragraph: marks are paired; each word gets a light guess at its class; each cue of
//! the lists in `data/` looks for content beside it and for its subject; of two quotations one
//! inside the other the outer stays; quotations without a cue go on with the speaker before, or
//! stand without one. A [`Labeller`], if there is one ([`QuoteModel`]: trained weights), corrects what
//! the cues made: it labels each word, and its labels are linked to cues with the rules' help.
//!
//! # What this crate does not do
//!
//! It does not resolve speakers to people: `he` stays `he`. It is written for English. It
//! carries no weights (they are in wirecopy-model-data, and optional); content of attitudes and plans
//! is found less surely than what was said.

mod adjuncts;
mod agreement;
mod appended;
mod around;
mod begins;
mod beside;
mod beyond;
mod bits;
mod clauses;
mod compared;
mod continuity;
mod controlled;
mod coordinated;
mod crossheads;
mod deeds;
mod ends;
mod evidence;
mod finder;
mod finite;
mod fronted;
mod generic;
mod headings;
mod impersonal;
mod leading;
mod lexicon;
mod linking;
mod lists;
mod main_clause;
mod marks;
mod nested;
mod nouns;
mod objects;
mod others;
mod particles;
mod passive;
mod phrasal;
mod phrases;
mod predicates;
mod quote;
mod relative;
mod reported;
mod steps;
mod subjects;
mod tagger;
mod tags;
mod tenses;
mod told;
mod topics;
mod twins;
mod vain;
mod ventured;
mod verbs;
mod within;
mod words;

pub use evidence::{Clue, ClueKind, Decided, Evidence};
pub use finder::{QuoteFinder, find_quotes};
pub use marks::{MarkPair, MarkStyle, MarkUse, marks};
pub use quote::{Act, Nested, Quote, QuoteKind, QuoteReason};
#[cfg(feature = "train")]
pub use tagger::train;
pub use tagger::{LABELS, Labeller, Paragraph, QuoteModel, QuoteModelError};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
