//! Direct, mixed and indirect quotation with cue and speaker.

mod clauses;
mod finder;
mod lexicon;
mod linking;
mod marks;
mod phrases;
mod quote;
mod words;

pub use finder::{QuoteFinder, find_quotes};
pub use marks::{MarkPair, MarkStyle, MarkUse, marks};
pub use quote::{Act, Quote, QuoteKind, QuoteReason};
