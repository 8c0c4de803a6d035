//! Where is it: spans, offsets, lines, character classes, and folding for comparison.
//!
//! ```
//! use wirecopy_text::{Span, Spanned, lines};
//!
//! let text = "MOSCOW, May 7 (Itar-Tass)\n\nTalks went on.";
//! let first = lines(text).next().map(|line| line.span());
//! assert_eq!(first, Some(Span::new(0, 25)));
//! ```
//!
//! # What you get
//!
//! - [`Span`]: a half-open range of 32-bit byte offsets that knows how to slice its text.
//! - [`OffsetMap`]: the same place in code points or UTF-16 units; free for ASCII text.
//! - [`lines`]: every line with its terminator set apart, whatever the terminator is.
//! - [`chars`]: the classes of character that news copy is made of (quotation marks, dashes, …).
//! - [`fold()`]: a comparison key (case, width, diacritics, quotation marks). It never changes what
//!   offsets refer to.
//! - [`WordTable`]: words known beforehand, each with a value.
//! - [`floor_char_boundary`]: where to cut a text without cutting a character.
//! - [`find_byte`], [`count_bytes`]: the next byte of a class, or how many there are, 32 at a time.
//!
//! # What this crate does not do
//!
//! It knows nothing of language: no words, sentences, names or dates. It never changes a text.

#![no_std]

extern crate alloc;

mod boundary;
mod bytes;
pub mod chars;
mod fold;
mod lines;
mod offset;
mod span;
mod table;

pub use boundary::floor_char_boundary;
pub use bytes::{count_bytes, find_byte, letters_of_eight, lower_eight};
pub use fold::{Folding, fold};
pub use lines::{Line, Lines, lines};
pub use offset::{OffsetMap, OffsetUnit};
pub use span::{Span, Spanned, TextTooLong, check_length};
pub use table::WordTable;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
