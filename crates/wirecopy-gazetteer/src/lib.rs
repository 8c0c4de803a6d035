//! Exact, token-aligned matching of large name lists, with payloads.

mod atoms;
mod builder;
mod compile;
mod entry;
mod error;
mod format;
mod gazetteer;
mod hash;
mod matching;
mod scan;
mod shape;
mod spec;

pub use builder::GazetteerBuilder;
pub use entry::{Entries, Entry};
pub use error::GazetteerError;
pub use gazetteer::Gazetteer;
pub use matching::{AllMatches, Match, Matches, NameId};
pub use spec::{Alias, CasePolicy, EntryKind, EntrySpec, UnknownWord};
