//! Exact, token-aligned matching of large name lists, with payloads.

mod builder;
mod entry;
mod error;
mod gazetteer;
mod matching;
mod spec;

pub use builder::GazetteerBuilder;
pub use entry::{Entries, Entry};
pub use error::GazetteerError;
pub use gazetteer::Gazetteer;
pub use matching::{AllMatches, Match, Matches, NameId};
pub use spec::{Alias, CasePolicy, EntryKind, EntrySpec, UnknownWord};
