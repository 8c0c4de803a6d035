//! Direct, mixed and indirect quotation with cue and speaker.

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
