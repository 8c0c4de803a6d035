//! Direct, mixed and indirect quotation with cue and speaker.

mod marks;
mod quote;

pub use marks::{MarkPair, MarkStyle, MarkUse, marks};
pub use quote::{Act, Quote, QuoteKind, QuoteReason};
