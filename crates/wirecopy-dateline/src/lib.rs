//! The dateline of a news story: places, date, agency.

mod agency;
mod dateline;
mod find;
mod label;

pub use agency::{Agency, AgencyName, agencies, agency};
pub use dateline::{Dateline, DatelineDate, DatelineError, PlaceName, Suspect, WrittenDate};
pub use find::{PlaceLookup, find, find_in, parse};
