//! Exact, token-aligned matching of large name lists, with payloads.

mod atoms;
mod builder;
mod compile;
mod entry;
mod error;
mod filter;
mod format;
mod gazetteer;
mod hash;
#[cfg(test)]
mod hostile;
mod layers;
mod matching;
#[cfg(feature = "readers")]
pub mod readers;
mod scan;
mod shape;
mod similar;
mod spec;

pub use builder::GazetteerBuilder;
pub use entry::{Entries, Entry};
pub use error::GazetteerError;
pub use gazetteer::Gazetteer;
pub use layers::{LayeredMatch, LayeredMatches, Layers};
pub use matching::{AllMatches, Match, Matches, NameId};
#[cfg(feature = "readers")]
pub use readers::{ListFormat, ListOptions, ListReport};
pub use similar::Similar;
pub use spec::{Alias, CasePolicy, EntryKind, EntrySpec, UnknownWord};
