//! One expression, strictly: the whole text must be a date expression.

use crate::expression::{Anchor, DateExpression};
use crate::find::find_dates;
use core::fmt;
use wirecopy_text::Span;

/// Why a text is no date expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    span: Span,
    message: &'static str,
}

impl DateError {
    /// The part of the text that was not understood.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected a date expression: {} at {}", self.message, self.span)
    }
}

impl core::error::Error for DateError {}

/// Reads `expression` as one date expression.
///
/// # Errors
///
/// [`DateError`] if the text, white space and a final full stop aside, is not one date expression.
pub fn parse_date(expression: &str, anchor: Option<Anchor>) -> Result<DateExpression, DateError> {
    let whole = Span::from_range(0..expression.len()).trimmed(expression);
    let mut found = find_dates(expression, anchor).into_iter();
    match (found.next(), found.next()) {
        (Some(first), None) => Ok(first),
        _ => Err(DateError { span: whole, message: "none found" }),
    }
}
