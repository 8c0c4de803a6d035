//! The dateline of a news story: places, date, agency.
//!
//! ```
//! use wirecopy_dateline::find;
//!
//! let text = "OSLO, May 7 (Reuters) - Talks on the river went on.";
//! let dateline = find(text).unwrap();
//! assert_eq!(dateline.places[0].span.of(text), "OSLO");
//! assert_eq!(dateline.date.unwrap().partial().unwrap().to_string(), "--05-07");
//! assert_eq!(dateline.agency.unwrap().agency.unwrap().name, "Reuters");
//! ```
//!
//! # What you get
//!
//! - [`find`] and [`find_in`]: the dateline of a story, if it has one, in any of the shapes that
//!   agencies and papers use. Only the head of the story is read.
//! - [`parse`]: the strict twin, for a dateline that stands alone.
//! - [`DatelineDate`]: the date as it is written, and [`Suspect`] where it can't be right.
//! - [`agencies`] and [`agency`]: a table of agencies and papers, with the names they sign with.
//! - [`Dateline::display`]: a dateline in the style of AP, Reuters or Xinhua.
//!
//! # What this crate does not do
//!
//! It does not know where a place is (a gazetteer does; see [`PlaceLookup`]), nor which year is meant
//! (`wirecopy_date::infer_year` does). It never reads beyond the head of the story: a second dateline
//! further down, as in a round-up, is not looked for.

mod agency;
mod dateline;
mod find;
mod judge;
mod label;
mod lex;
mod lists;
mod place;
mod shape;
mod when;
mod write;

pub use agency::{Agency, AgencyKind, AgencyName, agencies, agency};
pub use dateline::{
    DAYS_TO_PRINT, Dateline, DatelineDate, DatelineError, PlaceName, Suspect, WrittenDate,
};
pub use find::{PlaceLookup, find, find_in, parse};
pub use write::{DatelineStyle, Written};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
