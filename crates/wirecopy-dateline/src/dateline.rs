//! What a dateline says.

use crate::agency::AgencyName;
use core::fmt;
use wirecopy_date::{Date, PartialDate, Weekday};
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

impl DatelineDate {
    /// Month, day and perhaps year: the first day of several. `None` for a weekday alone, and where
    /// the date can't be made out.
    #[must_use]
    pub const fn partial(&self) -> Option<PartialDate> {
        match self.written {
            Some(WrittenDate::Day(day) | WrittenDate::Days { first: day, .. }) => Some(day),
            _ => None,
        }
    }

    /// Why the date should not be trusted, now that the day of publication is known: what was found
    /// in the writing, or else [`Suspect::FarFromPublished`] if the day lies more than
    /// [`DAYS_TO_PRINT`] days from it.
    ///
    /// ```
    /// use wirecopy_date::Date;
    /// use wirecopy_dateline::{Suspect, parse};
    ///
    /// let date = parse("OSLO, March 24 (AP) -").unwrap().date.unwrap();
    /// assert_eq!(date.suspect_given(Date::new(1987, 3, 25).unwrap()), None);
    /// let far = date.suspect_given(Date::new(1987, 3, 17).unwrap());
    /// assert_eq!(far, Some(Suspect::FarFromPublished));
    /// ```
    #[must_use]
    pub fn suspect_given(&self, published: Date) -> Option<Suspect> {
        if self.suspect.is_some() {
            return self.suspect;
        }
        let days = match self.written? {
            WrittenDate::Day(day) => [day, day],
            WrittenDate::Days { first, last } => [first, last],
            WrittenDate::Weekday(_) => return None,
        };
        let near = days
            .iter()
            .filter_map(|day| day.nearest(published))
            .any(|day| published.days_until(day).unsigned_abs() <= DAYS_TO_PRINT);
        (!near).then_some(Suspect::FarFromPublished)
    }
}

/// Most days between a dateline's date and the day of publication that are no cause for suspicion.
///
/// Copy filed on a Friday may be printed on Monday.
pub const DAYS_TO_PRINT: u32 = 3;

/// A date as far as a dateline writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WrittenDate {
    /// Month and day, and the year where it is written: "Aug. 12".
    Day(PartialDate),
    /// Several days: "Aug. 12-13".
    Days {
        /// The first of them.
        first: PartialDate,
        /// The last of them.
        last: PartialDate,
    },
    /// A day of the week alone: "Thurs."
    Weekday(Weekday),
}

/// Why a dateline's date should not be trusted as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Suspect {
    /// The month is one slip away from a month's name, or the name in another language: "Narch 3",
    /// "ABR 7", or one of two figures: "07/06/2004".
    Month,
    /// The day has a letter for a digit, or is lacking: "March 2O", "April l", "April".
    Day,
    /// No calendar has that day: "March 119", "Feb 30".
    Impossible,
    /// The day lies far from the day of publication.
    FarFromPublished,
}

/// Why a text is not a dateline: what was found, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatelineError {
    pub(crate) span: Span,
    pub(crate) message: &'static str,
}

impl DatelineError {
    /// What was expected, or found instead.
    #[must_use]
    pub const fn message(&self) -> &'static str {
        self.message
    }
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
