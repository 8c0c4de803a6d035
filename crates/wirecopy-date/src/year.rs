//! Which year is meant by "August 12"? Weekdays and the latest past year in the story say.
//!
//! A dateline gives no year. "Monday, August 12" and "Friday, August 9" hold together in 1957, 1963,
//! …, 2013, 2019; a story that names June 2012 was not written before. The smallest year that fits
//! both is the answer, the other years stay visible as candidates.

use crate::civil::{Date, PartialDate, Weekday};
use crate::grammar::Grammar;
use crate::meaning::{Match, Meaning, Year};
use crate::reading::DateReading;
use crate::tense::{Tense, tense};
use crate::words::Link;
use wirecopy_text::Span;

/// First and last year that inference considers: from the first telegraphed copy that archives
/// hold in numbers to a fixed horizon. Constants, so that the answer never depends on the clock.
pub const YEARS: core::ops::RangeInclusive<i16> = 1950..=2040;

/// What a story's text says about the year it was written in.
///
/// Collected by [`year_evidence`], used by [`infer_year`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearEvidence {
    weekdays: Vec<(Weekday, u8, u8)>,
    latest_year: Option<i16>,
}

impl YearEvidence {
    /// No evidence.
    #[must_use]
    pub const fn new() -> Self {
        Self { weekdays: Vec::new(), latest_year: None }
    }

    /// Adds "Weekday, Month D". Days that no calendar has are left out, repeats count once.
    #[must_use]
    pub fn with_weekday(mut self, weekday: Weekday, month: u8, day: u8) -> Self {
        let mention = (weekday, month, day);
        if PartialDate::new(None, month, day).is_some() && !self.weekdays.contains(&mention) {
            self.weekdays.push(mention);
        }
        self
    }

    /// Adds a past year that the story names; the latest counts.
    #[must_use]
    pub fn with_past_year(mut self, year: i16) -> Self {
        self.latest_year = Some(self.latest_year.map_or(year, |latest| latest.max(year)));
        self
    }

    /// The distinct "Weekday, Month D" mentions, in order of appearance.
    #[must_use]
    pub fn weekdays(&self) -> &[(Weekday, u8, u8)] {
        &self.weekdays
    }

    /// The latest past year that the text names.
    #[must_use]
    pub const fn latest_year(&self) -> Option<i16> {
        self.latest_year
    }
}

/// Why a year was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum YearReason {
    /// The text wrote the year.
    Written,
    /// The nearest such day to the published date.
    Published,
    /// The smallest year that fits the weekdays and is no earlier than the latest past year named.
    WeekdayAndLatestYear,
    /// The only year of the window that fits the weekdays.
    WeekdayUnique,
    /// Nothing decides: the year stays open.
    None,
}

impl YearReason {
    /// The reason as the result format writes it, e.g. `weekday+latest-year`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Published => "published",
            Self::WeekdayAndLatestYear => "weekday+latest-year",
            Self::WeekdayUnique => "weekday-unique",
            Self::None => "none",
        }
    }
}

/// The outcome of [`infer_year`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearInference {
    /// The day, if the evidence decides.
    pub value: Option<Date>,
    /// Every day that fits the evidence, earliest first.
    pub candidates: Vec<Date>,
    /// Why.
    pub reason: YearReason,
}

/// Which day is meant by the month and day of a dateline.
///
/// In order: the year written; the day nearest to `published`; the smallest year of [`YEARS`] that
/// fits every weekday and is not before the latest past year of the body; the single year that fits.
/// Otherwise `value` is `None`.
#[must_use]
pub fn infer_year(
    partial: PartialDate,
    published: Option<Date>,
    evidence: &YearEvidence,
) -> YearInference {
    if let Some(date) = partial.date() {
        return YearInference {
            value: Some(date),
            candidates: vec![date],
            reason: YearReason::Written,
        };
    }
    if let Some(date) = published.and_then(|published| partial.nearest(published)) {
        return YearInference {
            value: Some(date),
            candidates: vec![date],
            reason: YearReason::Published,
        };
    }
    let candidates = fitting_years(partial, evidence);
    let (value, reason) = match (candidates.as_slice(), evidence.latest_year) {
        ([first, ..], Some(_)) if !evidence.weekdays.is_empty() => {
            (Some(*first), YearReason::WeekdayAndLatestYear)
        }
        ([only], None) if !evidence.weekdays.is_empty() => (Some(*only), YearReason::WeekdayUnique),
        _ => (None, YearReason::None),
    };
    YearInference { value, candidates, reason }
}

fn fitting_years(partial: PartialDate, evidence: &YearEvidence) -> Vec<Date> {
    let first = evidence.latest_year.unwrap_or(i16::MIN).max(*YEARS.start());
    (first..=*YEARS.end())
        .filter_map(|year| partial.in_year(year))
        .filter(|date| {
            evidence.weekdays.iter().all(|(weekday, month, day)| {
                PartialDate::new(None, *month, *day)
                    .and_then(|mention| mention.nearest(*date))
                    .is_some_and(|mention| mention.weekday() == *weekday)
            })
        })
        .collect()
}

/// What `text` says about the year it was written in, looking at `blocks` only.
///
/// Weekdays count where month and day stand beside them and no year does. A year counts as past
/// unless its clause looks ahead ("will open in 2014") or a deadline stands before it ("by 2014").
/// Linear in the length of the blocks.
///
/// ```
/// use wirecopy_date::{PartialDate, YearReason, infer_year, year_evidence};
/// use wirecopy_text::Span;
///
/// let text = "The envoy, named in June 2012, met them on Friday, August 9, and left on Monday, August 12.";
/// let evidence = year_evidence(text, &[Span::from_range(0..text.len())]);
/// let written = PartialDate::new(None, 8, 12).unwrap();
/// let year = infer_year(written, None, &evidence);
/// assert_eq!(year.value.unwrap().to_string(), "2013-08-12");
/// assert_eq!(year.reason, YearReason::WeekdayAndLatestYear);
/// ```
#[must_use]
pub fn year_evidence(text: &str, blocks: &[Span]) -> YearEvidence {
    DateReading::new(text, blocks).year_evidence()
}

impl DateReading<'_> {
    /// What the text says about the year it was written in: see [`year_evidence`].
    #[must_use]
    pub fn year_evidence(&self) -> YearEvidence {
        self.expressions().fold(YearEvidence::new(), |evidence, (grammar, found)| {
            collect(evidence, &grammar, found)
        })
    }
}

fn collect(evidence: YearEvidence, grammar: &Grammar<'_>, found: &Match) -> YearEvidence {
    let year = match found.meaning {
        Meaning::Day { year: Year::Open, month, day, weekday: Some(weekday) } => {
            return evidence.with_weekday(weekday, month, day);
        }
        Meaning::Day { year: Year::Written(year), .. }
        | Meaning::DayRange { year: Year::Written(year), .. }
        | Meaning::Month { year: Year::Written(year), .. }
        | Meaning::Season { year: Year::Written(year), .. }
        | Meaning::Quarter { year: Year::Written(year), .. }
        | Meaning::Numeric(_, _, year)
        | Meaning::YearRange(year, _)
        | Meaning::Year(Year::Written(year)) => year,
        _ => return evidence,
    };
    let deadline = found.first.checked_sub(1).and_then(|at| grammar.link(at));
    let ahead = matches!(deadline, Some(Link::By | Link::Until | Link::Before | Link::Through))
        || found.fiscal
        || tense(grammar, found.first, found.last) == Tense::Future;
    if ahead || !YEARS.contains(&year) { evidence } else { evidence.with_past_year(year) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(text: &str) -> YearEvidence {
        year_evidence(text, &[Span::from_range(0..text.len())])
    }

    fn written() -> PartialDate {
        PartialDate::new(None, 8, 12).unwrap()
    }

    #[test]
    fn weekdays_alone_leave_the_year_open() {
        let text =
            "They met on Friday, Aug. 9, and again on Monday, Aug. 12. Friday, Aug. 9 was hot.";
        let evidence = evidence(text);
        assert_eq!(evidence.weekdays().len(), 2);
        let year = infer_year(written(), None, &evidence);
        assert_eq!((year.value, year.reason), (None, YearReason::None));
        let years: Vec<i16> = year.candidates.iter().map(|date| date.year()).collect();
        assert_eq!(years, [1957, 1963, 1968, 1974, 1985, 1991, 1996, 2002, 2013, 2019, 2024, 2030]);
    }

    #[test]
    fn a_published_date_decides() {
        let published = Date::new(1987, 8, 13);
        let year = infer_year(written(), published, &YearEvidence::new());
        assert_eq!(year.value, Date::new(1987, 8, 12));
        assert_eq!(year.reason, YearReason::Published);
    }

    #[test]
    fn years_ahead_and_deadlines_are_no_past() {
        let evidence = evidence(
            "The plant, opened in 2009, will close in 2014. All must leave by 2015. In 2011 it burned.",
        );
        assert_eq!(evidence.latest_year(), Some(2011));
    }

    #[test]
    fn contradicting_weekdays_leave_no_candidate() {
        let evidence = YearEvidence::new()
            .with_weekday(Weekday::Monday, 8, 12)
            .with_weekday(Weekday::Tuesday, 8, 12)
            .with_past_year(2012);
        let year = infer_year(written(), None, &evidence);
        assert_eq!((year.value, year.candidates), (None, vec![]));
    }
}
