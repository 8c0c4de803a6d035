//! Finding the dateline of a story.

use crate::dateline::{Dateline, DatelineError};
use wirecopy_text::Span;

/// Says whether a name is the name of a place; a gazetteer implements it.
pub trait PlaceLookup {
    /// Whether `name`, in any case, is a place.
    fn is_place(&self, name: &str) -> bool;
}

/// The dateline of a story, or `None`.
#[must_use]
pub fn find(_text: &str) -> Option<Dateline> {
    None
}

/// The dateline of a story that is already cut into blocks.
#[must_use]
pub fn find_in(
    _text: &str,
    _blocks: &[Span],
    _places: Option<&dyn PlaceLookup>,
) -> Option<Dateline> {
    None
}

/// Reads a dateline that stands alone.
///
/// # Errors
///
/// [`DatelineError`] if `text` is anything else.
pub fn parse(text: &str) -> Result<Dateline, DatelineError> {
    let span = Span::from_range(0..text.len());
    Err(DatelineError { span, message: "no dateline" })
}
