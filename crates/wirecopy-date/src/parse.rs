//! One expression, strictly: the whole text must be a date expression.

use crate::expression::{Anchor, DateExpression};
use crate::find::DateFinder;
use core::fmt;
use wirecopy_text::Span;

/// Why a text is no date expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    span: Span,
}

impl DateError {
    pub(crate) fn new(text: &str) -> Self {
        Self { span: Span::from_range(0..text.len()).trimmed(text) }
    }

    /// The part of the text that was not understood, in bytes.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Whether there was nothing to read.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.span.is_empty()
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.span.is_empty() {
            return f.write_str("expected a date expression, found nothing");
        }
        write!(f, "expected one date expression such as \"Monday\" or \"Aug. 12, 2013\", ")?;
        write!(f, "found something else at bytes {}", self.span)
    }
}

impl core::error::Error for DateError {}

/// Reads `expression` as one date expression, resolved against `anchor`.
///
/// What is ambiguous in prose is plain here: "May" alone is the month.
///
/// ```
/// use wirecopy_date::{Anchor, AnchorSource, Date, parse_date};
///
/// let day = Date::new(2013, 8, 12).unwrap();
/// let anchor = Some(Anchor::new(day, AnchorSource::Published));
/// assert_eq!(parse_date("last Friday", anchor).unwrap().date(), Date::new(2013, 8, 9));
/// assert_eq!(parse_date("May", anchor).unwrap().timex3.as_deref(), Some("2013-05"));
/// assert!(parse_date("it may be", anchor).is_err());
/// ```
///
/// # Errors
///
/// [`DateError`] if `expression`, white space and a final full stop aside, is anything else.
pub fn parse_date(expression: &str, anchor: Option<Anchor>) -> Result<DateExpression, DateError> {
    anchor.map_or(DateFinder::new(), |anchor| DateFinder::new().anchor(anchor)).parse(expression)
}
