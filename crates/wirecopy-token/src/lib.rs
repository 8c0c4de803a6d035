//! Tokens, words and sentences of news copy, with exact offsets.

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
pub use learned::Observation;
pub use token::{Token, TokenFlags, TokenKind};
pub use tokenizer::{Newlines, Tokenizer, TokenizerOptions, tokenize};
pub use tokens::{BoundaryReason, Paragraph, Sentence, Tokens, View};
