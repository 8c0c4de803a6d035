//! What the test programs of the whole project share.
//!
//! - [`surface`]: finding surfaces in a text, counted in code points.
//! - [`story`]: a story's readable expectation, compared with an analysis.
//! - [`hostile`]: texts made to break things.
//! - [`entry`]: every public entry point, with the promises about spans.
//! - [`gold`]: stories with full gold, loaded, checked, counted.
//! - [`replay`]: the files of `stories/` and `cases/`, through the facade.

pub mod entry;
pub mod gold;
pub mod hostile;
pub mod known_wrong;
pub mod replay;
pub mod story;
pub mod surface;
