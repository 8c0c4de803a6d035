//! Exact, token-aligned matching of large name lists, with payloads.
//!
//! ```
//! use wirecopy_gazetteer::{EntryKind, EntrySpec, GazetteerBuilder};
//!
//! let mut builder = GazetteerBuilder::new();
//! builder.add(EntrySpec::new(EntryKind::Person, "Sergei Lavrov").with_id("p:1"))?;
//! builder.add(EntrySpec::new(EntryKind::Place, "Geneva").with_id("c:1").with_weight(183_981))?;
//! let names = builder.build()?;
//!
//! let text = "GENEVA - Sergei\nLavrov’s talks in Geneva went on.";
//! let found: Vec<&str> = names.find(text).map(|found| found.span.of(text)).collect();
//! assert_eq!(found, ["GENEVA", "Sergei\nLavrov", "Geneva"]);
//! # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
//! ```
//!
//! # What you get
//!
//! - [`GazetteerBuilder`]: entries by hand ([`EntrySpec`]) or from lists ([`readers`]) to a compiled
//!   form; the same entries in any order give the same bytes.
//! - [`Gazetteer`]: the compiled form, used in place; [`find`](Gazetteer::find),
//!   [`find_all`](Gazetteer::find_all), [`finder`](Gazetteer::finder), [`lookup`](Gazetteer::lookup),
//!   [`entries`](Gazetteer::entries), [`starting_with`](Gazetteer::starting_with),
//!   [`similar`](Gazetteer::similar), [`people_named`](Gazetteer::people_named).
//! - [`Layers`]: several gazetteers as one, each keeping its say.
//!
//! # How a name is found
//!
//! A name is a run of words and marks. A word is a run of letters, digits and combining marks; each
//! ideograph and kana is a word by itself. In the text, any white space without a blank line stands
//! for a space, every dash for `-`, every apostrophe for `'`; after a dot white space does not count,
//! after a hyphen a line end does not. A name begins and ends where a word does, except inside
//! "O'Neill", "Sana'a" and "U.S.S.R."; a possessive or a clitic ("Kerry's", "they'll") ends a name,
//! and "l'Iran" begins one. [`CasePolicy`] says which capitals are accepted. A name has 255 bytes at
//! most, and at most two thousand in a text.
//!
//! # What this crate does not do
//!
//! It holds no names (wirecopy-gazetteer-data does), does not choose among the things that a name
//! may stand for, knows no stems, plurals or scripts, and reads no file: bytes and text come from
//! the caller.
//!
//! # Features
//!
//! `readers` (default): [`GazetteerBuilder::read_list`], with `csv` and `serde_json`.

mod atoms;
mod builder;
mod compile;
mod entry;
mod error;
mod filter;
mod finder;
mod format;
mod gazetteer;
mod hash;
mod heads;
#[cfg(test)]
mod hostile;
mod layers;
mod matching;
mod people;
#[cfg(feature = "readers")]
pub mod readers;
mod scan;
mod shape;
mod similar;
mod spec;

pub use builder::GazetteerBuilder;
pub use entry::{Entries, Entry};
pub use error::GazetteerError;
pub use finder::{Finder, Opening};
pub use gazetteer::Gazetteer;
pub use layers::{LayeredMatch, LayeredMatches, Layers};
pub use matching::{AllMatches, Match, Matches, NameId};
#[cfg(feature = "readers")]
pub use readers::{ListFormat, ListOptions, ListReport};
pub use similar::Similar;
pub use spec::{Alias, CasePolicy, EntryKind, EntrySpec, UnknownWord};

/// Writing a gazetteer of your own: columns, capitals, lists of other tools.
#[cfg(feature = "readers")]
#[doc = include_str!("../GUIDE.md")]
pub mod _guide {}

#[cfg(all(doctest, feature = "readers"))]
#[doc = include_str!("../README.md")]
struct Readme;
