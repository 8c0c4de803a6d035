//! Tokens, words and sentences of news copy, with exact offsets.
//!
//! ```
//! use wirecopy_token::tokenize;
//!
//! let text = "Shares of Acme Corp. didn't move. Analysts in the U.S. shrugged.";
//! let tokens = tokenize(text);
//! let sentences: Vec<_> = tokens.sentences().iter().map(|s| &text[s.span()]).collect();
//! assert_eq!(sentences[1], "Analysts in the U.S. shrugged.");
//! ```
//!
//! # What you get
//!
//! - [`tokenize`] and [`Tokenizer`]: one linear pass over the bytes, look-ahead bounded by constants.
//! - [`Token`]: twelve bytes; a span, a [`TokenKind`], [`TokenFlags`].
//! - [`Tokens`]: tokens, sentences and paragraphs, searchable by offset; three views of one scan
//!   ([`surface`](Tokens::surface), [`words`](Tokens::words), [`ptb`](Tokens::ptb)).
//! - [`BoundaryReason`]: why each sentence ends where it does.
//!
//! # What this crate does not do
//!
//! It knows no names, dates or quotations, and no parts of a story: a caller who knows the blocks of
//! a story gives them to [`Tokenizer::tokenize_blocks`]. It never changes a text; a form for comparison
//! is made on demand ([`Token::norm`]). It is for English; other languages get tokens, but the rules
//! on abbreviations do not know theirs.
#![no_std]

extern crate alloc;

mod class;
mod layout;
mod learned;
mod lexicon;
mod scan;
mod split;
mod token;
mod tokenizer;
mod tokens;

#[doc(hidden)]
pub use learned::{Observation, TABLE, place_of};
pub use token::{Token, TokenFlags, TokenKind};
pub use tokenizer::{Newlines, Tokenizer, TokenizerOptions, tokenize};
pub use tokens::{BoundaryReason, Paragraph, Sentence, Tokens, View};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(test)]
mod tests;
