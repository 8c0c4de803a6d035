//! Direct, mixed and indirect quotation with cue and speaker.

mod finder;
mod marks;
mod quote;

pub use finder::{QuoteFinder, find_quotes};
pub use marks::{MarkPair, MarkStyle, MarkUse, marks};
pub use quote::{Act, Quote, QuoteKind, QuoteReason};
