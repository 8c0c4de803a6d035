//! What a dateline says.

use crate::agency::AgencyName;
use core::fmt;
use wirecopy_text::{Span, Spanned};

/// A dateline: where and when a story was filed, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// From the first place (or date, or agency) to the last part, closing parenthesis included; the
    /// separator is not.
    pub span: Span,
    /// First byte of the story's text after the separator.
    pub body_start: u32,
    /// The places, in order.
    pub places: Vec<PlaceName>,
    /// The date, where there is one.
    pub date: Option<DatelineDate>,
    /// The agency, where one is named.
    pub agency: Option<AgencyName>,
    /// A byline that runs into the dateline ("By Ann Field OSLO, May 7 - ").
    pub byline: Option<Span>,
}

impl Spanned for Dateline {
    fn span(&self) -> Span {
        self.span
    }
}

/// A place that a dateline names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PlaceName {
    /// The name alone: `TROY` of `TROY, N.C.`
    pub span: Span,
    /// The state, province or country after it: `N.C.`
    pub region: Option<Span>,
}

impl PlaceName {
    /// Name and region together.
    #[must_use]
    pub const fn full_span(&self) -> Span {
        match self.region {
            Some(region) => self.span.cover(region),
            None => self.span,
        }
    }
}

/// The date of a dateline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DatelineDate {
    /// Where it stands.
    pub span: Span,
    /// What is written there, as far as that is certain.
    pub written: Option<WrittenDate>,
    /// Why it should not be trusted as it is written.
    pub suspect: Option<Suspect>,
}

/// A date as far as a dateline writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WrittenDate {
    /// Month and day, and the year where it is written.
    Day {
        /// The year, where it is written.
        year: Option<i16>,
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
}

/// Why a dateline's date should not be trusted as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Suspect {
    /// The month is one slip away from a month's name: "Narch 3".
    Month,
    /// The day has a letter for a digit, or is lacking: "March 2O", "April l".
    Day,
    /// No calendar has that day: "March 119", "Feb 30".
    Impossible,
    /// The day lies far from the day of publication.
    FarFromPublished,
}

/// Why a text is not a dateline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatelineError {
    pub(crate) span: Span,
    pub(crate) message: &'static str,
}

impl Spanned for DatelineError {
    fn span(&self) -> Span {
        self.span
    }
}

impl fmt::Display for DatelineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.message, self.span)
    }
}

impl core::error::Error for DatelineError {}
